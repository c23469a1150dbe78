//! Glue: documents to extractions, in parallel, in order; a store and a question to an answer.

use chrono::NaiveDate;

use crate::chronology::{Chronology, Digest, Wording};
use crate::diagnostic::Diagnostic;
use crate::document::{Claims, Document, Ids, Loaded, Unread};
use crate::error::{Error, Result};
use crate::event::{Extraction, Knowledge, extract};
use crate::gazetteer::Gazetteer;
use crate::parallel;
use crate::query::Query;
use crate::store::{Contents, Store};
use crate::text::Text;
use crate::timex::{self, TagOptions, Timex};

/// Extracts every document with the built-in tables; results in the order given, whatever the number of threads.
pub fn extract_all(documents: &[Document]) -> Vec<Extraction> {
    extract_all_with(documents, &Knowledge::built_in())
}

/// The same, with these names and frames.
pub fn extract_all_with(documents: &[Document], knowledge: &Knowledge<'_>) -> Vec<Extraction> {
    parallel::map(documents.iter().collect(), |d| extract::extract_with(d, knowledge))
}

/// Finds the time expressions of a document.
///
/// `narrative` reads it as a history: see [`TagOptions::narrative`].
pub fn tag(document: &Document, narrative: bool) -> Vec<Timex> {
    let read = Text::read(&document.text, &document.prose);
    let options = TagOptions { dct: document.header.dct.at, narrative };
    timex::tag(&document.text, &read, options)
}

/// How many bytes of articles are held at once; one article is always held whole.
const BATCH: usize = 1 << 19;

/// Parses articles and does `work` on each, all in parallel, and hands on what came of it: some at a time, in the order
/// given whatever the number of threads, so that a stream may be longer than memory.
///
/// An article that its [`Claims`] refuse is an error, and one that was given already is passed over.
///
/// # Errors
/// What `then` returns, which stops it.
pub fn each<T: Send, E>(
    articles: impl Iterator<Item = Unread>,
    ids: Ids,
    work: impl Fn(&Document) -> T + Sync,
    mut then: impl FnMut(Vec<Result<(Loaded, T)>>) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let mut claims = Claims::new(ids);
    let mut articles = articles.peekable();
    while articles.peek().is_some() {
        let mut bytes = 0_usize;
        let batch: Vec<Unread> = std::iter::from_fn(|| {
            let next = (bytes < BATCH).then(|| articles.next())??;
            bytes = bytes.saturating_add(next.size());
            Some(next)
        })
        .collect();
        let read = |article: Unread| {
            let loaded = article.read()?;
            let done = work(&loaded.document);
            Ok((loaded, done))
        };
        let done: Vec<Result<(Loaded, T)>> = parallel::map(batch, read);
        let claimed = done.into_iter().filter_map(|done| match done {
            Ok((loaded, done)) => claims.claim(loaded).map(|loaded| Ok((loaded?, done))),
            Err(e) => Some(Err(e)),
        });
        then(claimed.collect())?;
    }
    Ok(())
}

/// What a question found.
#[derive(Debug)]
pub struct Answer {
    /// The events found, in order, with what they rest on; from a cache nothing else is in it.
    pub chronology: Chronology,
    /// The places of the events found in [`Chronology::events`].
    pub found: Vec<usize>,
    /// How many those are, read or not.
    pub matched: usize,
    /// How many events there are in all.
    pub of: usize,
    /// How many articles there are.
    pub articles: usize,
    /// Names in the question that nobody knows.
    pub doubts: Vec<Diagnostic>,
    /// Files of the store that could not be read.
    pub errors: Vec<Error>,
}

impl Answer {
    /// Asks a chronology.
    pub fn of(chronology: Chronology, query: &Query, gazetteer: &Gazetteer) -> Self {
        let all = chronology.events.len();
        let (found, doubts) = if query.is_empty() {
            ((0..all).collect(), Vec::new())
        } else {
            let wording = query.needs_wording().then(|| Wording::of(&chronology));
            let digest = Digest::of(&chronology);
            (query.select_from(&digest, wording.as_ref(), gazetteer), query.doubts(&digest, gazetteer))
        };
        let articles = chronology.articles.len();
        Self { chronology, matched: found.len(), found, of: all, articles, doubts, errors: Vec::new() }
    }
}

/// Asks a store what was known on a day, or is now: by its cache where that holds, else by its files, and then a cache
/// is kept for the next question.
///
/// Who only wants to know how many there are says so with `numbers_only`, and no event is read.
///
/// # Errors
/// Where there is no store. A file at fault is one of [`Answer::errors`].
pub fn ask(
    store: &Store,
    as_of: Option<NaiveDate>,
    query: &Query,
    gazetteer: &Gazetteer,
    numbers_only: bool,
) -> Result<Answer> {
    if let Some(answer) = ask_cache(store, as_of, query, gazetteer, numbers_only) {
        return Ok(answer);
    }
    let (chronology, errors) = build(store, as_of, gazetteer)?;
    Ok(Answer { errors, ..Answer::of(chronology, query, gazetteer) })
}

/// The whole chronology of a store as it was known on a day, or is now, by its cache as [`ask`] does; and what could
/// not be read.
///
/// # Errors
/// Where there is no store.
pub fn chronology(
    store: &Store,
    as_of: Option<NaiveDate>,
    gazetteer: &Gazetteer,
) -> Result<(Chronology, Vec<Error>)> {
    let cached = store.cached(as_of, gazetteer).and_then(|c| Some((c.whole(gazetteer)?, c.into_errors())));
    cached.map_or_else(|| build(store, as_of, gazetteer), Ok)
}

/// Builds a chronology from the files, and keeps a cache of it.
fn build(store: &Store, as_of: Option<NaiveDate>, gazetteer: &Gazetteer) -> Result<(Chronology, Vec<Error>)> {
    let before = store.before(as_of);
    let Contents { extractions, decisions, errors } = store.load_with(gazetteer)?;
    let chronology = Chronology::build_with(known_on(extractions, as_of), &decisions, gazetteer);
    if let Some(before) = before {
        store.keep(before, &errors, &chronology);
    }
    Ok((chronology, errors))
}

/// What had been published by the end of that day, where one is given.
pub fn known_on(mut extractions: Vec<Extraction>, as_of: Option<NaiveDate>) -> Vec<Extraction> {
    if let Some(day) = as_of {
        extractions.retain(|e| e.article.published <= day);
    }
    extractions
}

fn ask_cache(
    store: &Store,
    as_of: Option<NaiveDate>,
    query: &Query,
    gazetteer: &Gazetteer,
    numbers_only: bool,
) -> Option<Answer> {
    let cached = store.cached(as_of, gazetteer)?;
    let digest = cached.digest();
    let wording = if query.needs_wording() { Some(cached.wording()?) } else { None };
    let found = query.select_from(digest, wording.as_ref(), gazetteer);
    let doubts = query.doubts(digest, gazetteer);
    let (of, articles) = (digest.lines.len(), cached.articles());
    let matched = found.len();
    let chronology = cached.chronology(if numbers_only { &[] } else { &found }, gazetteer)?;
    let found = (0..chronology.events.len()).collect();
    Some(Answer { chronology, found, matched, of, articles, doubts, errors: cached.into_errors() })
}
