//! The library's stages as the commands need them, with every failure told as it happens.

use std::io;
use std::path::{Path, PathBuf};

use dateline::chronology::{Chronology, Decision, Extraction};
use dateline::document::{self, Document, Ids};
use dateline::pipeline;
use dateline::store::{Store, Tables};

use crate::cli::args::{Reading, StoreArgs};
use crate::cli::{Outcome, output};

/// Documents that could be read, and how that went.
pub(super) struct Articles {
    pub(super) documents: Vec<Document>,
    pub(super) outcome: Outcome,
}

/// How many articles are in memory at once where results can be written as they come.
pub(super) const BATCH: usize = 256;

/// Reads the inputs; each failure is a line on standard error.
pub(super) fn read(inputs: &[PathBuf], reading: &Reading, ids: Ids) -> Articles {
    let mut documents = Vec::new();
    let outcome = batches(inputs, reading, ids, usize::MAX, |batch| {
        documents = batch;
        Ok(())
    });
    Articles { documents, outcome: outcome.unwrap_or(Outcome::Nothing) }
}

/// Reads the inputs and hands them on `size` at a time, in order; each failure is a line on standard error.
///
/// # Errors
/// What `work` returns.
pub(super) fn batches(
    inputs: &[PathBuf],
    reading: &Reading,
    ids: Ids,
    size: usize,
    mut work: impl FnMut(Vec<Document>) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let options = document::Options { published: reading.published, ids };
    let mut batch = Vec::new();
    let (mut failed, mut read) = (false, false);
    for loaded in document::load(inputs, io::stdin().lock(), &options) {
        match loaded {
            Ok(loaded) => {
                for note in &loaded.notes {
                    output::note(&format!("{}: {note}", loaded.origin));
                }
                read = true;
                batch.push(loaded.document);
            }
            Err(e) => {
                output::failure(&e);
                failed = true;
            }
        }
        if batch.len() == size {
            work(std::mem::take(&mut batch))?;
        }
    }
    if !batch.is_empty() {
        work(batch)?;
    }
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

/// The events of articles, unmerged.
pub(super) fn extract(documents: &[Document], tables: &Tables) -> Vec<Extraction> {
    pipeline::extract_all_with(documents, &tables.knowledge())
}

/// The chronology of the inputs, or of the store where there are none.
pub(super) fn chronology(
    inputs: &[PathBuf],
    reading: &Reading,
    store: &StoreArgs,
    tables: &Tables,
) -> anyhow::Result<(Chronology, Outcome)> {
    if inputs.is_empty() {
        return stored(&store.store, tables);
    }
    let articles = read(inputs, reading, Ids::MustDiffer);
    let extractions = extract(&articles.documents, tables);
    let chronology = Chronology::build_with(extractions, &decisions(store)?, tables.gazetteer());
    Ok((chronology, articles.outcome))
}

/// A person's decisions, which hold for their articles wherever these are read from.
fn decisions(store: &StoreArgs) -> anyhow::Result<Vec<Decision>> {
    let found = Store::open(&store.store)?.decisions();
    // The store is not what was asked for, but a broken file of decisions may change the answer.
    Ok(found.unwrap_or_else(|e| {
        output::warning(&e.to_string());
        Vec::new()
    }))
}

fn stored(folder: &Path, tables: &Tables) -> anyhow::Result<(Chronology, Outcome)> {
    let gazetteer = tables.gazetteer();
    let contents = Store::open(folder)?.load_with(gazetteer)?;
    contents.errors.iter().for_each(output::failure);
    let outcome = match (contents.errors.is_empty(), contents.extractions.is_empty()) {
        (true, _) => Outcome::Done,
        (false, false) => Outcome::Partly,
        (false, true) => Outcome::Nothing,
    };
    Ok((Chronology::build_with(contents.extractions, &contents.decisions, gazetteer), outcome))
}
