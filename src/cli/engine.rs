//! The library's stages as the commands need them, with every failure told as it happens.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::bail;
use chrono::NaiveDate;
use dateline::chronology::{Chronology, Decision, Found};
use dateline::diagnostic::nearest;
use dateline::document::{self, Document, Ids};
use dateline::error::Error;
use dateline::event::extract::extract_with;
use dateline::pipeline::{self, Answer};
use dateline::query::Query;
use dateline::store::{Store, Tables};

use crate::cli::args::{Reading, StoreArgs, program};
use crate::cli::{Outcome, output};

/// What was made of the documents that could be read, and how reading them went.
pub(super) struct Read<T> {
    pub(super) results: Vec<T>,
    pub(super) outcome: Outcome,
}

/// Reads the inputs and does `work` on each; each failure is a line on standard error.
pub(super) fn read<T: Send>(
    inputs: &[PathBuf],
    reading: &Reading,
    ids: Ids,
    work: impl Fn(&Document) -> T + Sync,
) -> Read<T> {
    let mut results = Vec::new();
    let outcome = stream(inputs, reading, ids, work, |batch| {
        results.extend(batch);
        Ok(())
    });
    Read { results, outcome: outcome.unwrap_or(Outcome::Nothing) }
}

/// The same for inputs of any length: hands the results on in order, some at a time.
///
/// # Errors
/// What `then` returns.
pub(super) fn stream<T: Send>(
    inputs: &[PathBuf],
    reading: &Reading,
    ids: Ids,
    work: impl Fn(&Document) -> T + Sync,
    mut then: impl FnMut(Vec<T>) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let options = document::Options { published: reading.published, ids };
    let (mut failed, mut read) = (false, false);
    let articles = document::unread(inputs, io::stdin().lock(), &options);
    pipeline::each(articles, ids, work, |batch| {
        let mut results = Vec::with_capacity(batch.len());
        for done in batch {
            match done {
                Ok((loaded, result)) => {
                    for note in &loaded.notes {
                        output::note(&format!("{}: {note}", loaded.origin));
                    }
                    read = true;
                    results.push(result);
                }
                Err(e) => {
                    output::failure(&e);
                    failed = true;
                }
            }
        }
        if results.is_empty() { Ok(()) } else { then(results) }
    })?;
    Ok(match (failed, read) {
        (false, _) => Outcome::Done,
        (true, true) => Outcome::Partly,
        (true, false) => Outcome::Nothing,
    })
}

/// The built-in tables with those beside the store.
pub(super) fn tables(store: &StoreArgs) -> anyhow::Result<Tables> {
    Ok(Store::open(&store.store)?.tables()?)
}

/// The chronology of the inputs, or of the store where there are none; as it was known on a day, where one is given.
pub(super) fn chronology(
    inputs: &[PathBuf],
    reading: &Reading,
    store: &StoreArgs,
    tables: &Tables,
    as_of: Option<NaiveDate>,
) -> anyhow::Result<(Chronology, Outcome)> {
    if inputs.is_empty() {
        return stored(&store.store, tables, as_of);
    }
    let knowledge = tables.knowledge();
    let read = read(inputs, reading, Ids::MustDiffer, |document| extract_with(document, &knowledge));
    let extractions = pipeline::known_on(read.results, as_of);
    let chronology = Chronology::build_with(extractions, &decisions(store)?, tables.gazetteer());
    Ok((chronology, read.outcome))
}

/// The answer to a query, of the inputs, or of the store where there are none; as it was known on a day, where one is
/// given.
pub(super) fn ask(
    inputs: &[PathBuf],
    reading: &Reading,
    store: &StoreArgs,
    tables: &Tables,
    as_of: Option<NaiveDate>,
    query: &Query,
    numbers_only: bool,
) -> anyhow::Result<(Answer, Outcome)> {
    let gazetteer = tables.gazetteer();
    if !inputs.is_empty() {
        let (chronology, outcome) = chronology(inputs, reading, store, tables, as_of)?;
        return Ok((Answer::of(chronology, query, gazetteer), outcome));
    }
    let asked = Store::open(&store.store)?.asked_by(program());
    let answer = pipeline::ask(&asked, as_of, query, gazetteer, numbers_only)?;
    let outcome = told(&answer.errors, answer.articles);
    Ok((answer, outcome))
}

/// A person's decisions, which hold for their articles wherever these are read from.
pub(super) fn decisions(store: &StoreArgs) -> anyhow::Result<Vec<Decision>> {
    let found = Store::open(&store.store)?.decisions();
    // The store is not what was asked for, but a broken file of decisions may change the answer.
    Ok(found.unwrap_or_else(|e| {
        output::warning(&e.to_string());
        Vec::new()
    }))
}

/// The chronology of a store, as it was known on a day, where one is given.
pub(super) fn stored(
    folder: &Path,
    tables: &Tables,
    as_of: Option<NaiveDate>,
) -> anyhow::Result<(Chronology, Outcome)> {
    let store = Store::open(folder)?.asked_by(program());
    let (chronology, errors) = pipeline::chronology(&store, as_of, tables.gazetteer())?;
    let outcome = told(&errors, chronology.articles.len());
    Ok((chronology, outcome))
}

/// Tells what could not be read of a store, and how that went.
fn told(errors: &[Error], articles: usize) -> Outcome {
    errors.iter().for_each(output::failure);
    match (errors.is_empty(), articles) {
        (true, _) => Outcome::Done,
        (false, 0) => Outcome::Nothing,
        (false, _) => Outcome::Partly,
    }
}

/// What a typed id stands for.
///
/// # Errors
/// Where it stands for nothing, or for several, with what may have been meant.
pub(super) fn resolve(id: &str, chronology: &Chronology) -> anyhow::Result<Found> {
    match chronology.resolve(id) {
        Found::Nothing => match nearest(id, chronology.events.iter().map(|e| e.id.as_str())) {
            Some(near) => bail!("no event has the id `{id}`; did you mean `{near}`?"),
            None => bail!("no event has the id `{id}`; `dateline timeline` lists them"),
        },
        Found::Several(ids) => bail!("several ids begin with `{id}`: {}", ids.join(", ")),
        found => Ok(found),
    }
}
