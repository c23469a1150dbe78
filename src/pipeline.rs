//! Glue: documents to extractions, in parallel, in order; a store and a question to an answer.

use rayon::prelude::*;

use crate::chronology::{Chronology, Digest, Wording};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::event::{Extraction, Knowledge, extract};
use crate::gazetteer::Gazetteer;
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
    documents.par_iter().map(|d| extract::extract_with(d, knowledge)).collect()
}

/// Finds the time expressions of every document; results in the order given, whatever the number of threads.
///
/// `narrative` reads each as a history: see [`TagOptions::narrative`].
pub fn tag_all(documents: &[Document], narrative: bool) -> Vec<Vec<Timex>> {
    let tag = |document: &Document| {
        let read = Text::read(&document.text, &document.prose);
        let options = TagOptions { dct: document.header.dct.at, narrative };
        timex::tag(&document.text, &read, options)
    };
    documents.par_iter().map(tag).collect()
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

/// Asks a store: by its cache where that holds, else by its files, and then a cache is kept for the next question.
///
/// # Errors
/// Where there is no store. A file at fault is one of [`Answer::errors`].
///
/// Who only wants to know how many there are says so with `numbers_only`, and no event is read.
pub fn ask(store: &Store, query: &Query, gazetteer: &Gazetteer, numbers_only: bool) -> Result<Answer> {
    if let Some(answer) = ask_cache(store, query, gazetteer, numbers_only) {
        return Ok(answer);
    }
    let before = store.before();
    let contents = store.load_with(gazetteer)?;
    let Contents { extractions, decisions, errors } = contents;
    let chronology = Chronology::build_with(extractions, &decisions, gazetteer);
    if let Some(before) = before {
        store.keep(before, &errors, &chronology);
    }
    Ok(Answer { errors, ..Answer::of(chronology, query, gazetteer) })
}

fn ask_cache(store: &Store, query: &Query, gazetteer: &Gazetteer, numbers_only: bool) -> Option<Answer> {
    let cached = store.cached(gazetteer)?;
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
