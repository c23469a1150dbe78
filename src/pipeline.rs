//! Glue: documents to extractions, in parallel, in order.

use rayon::prelude::*;

use crate::document::Document;
use crate::event::{Extraction, Knowledge, extract};
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
pub fn tag_all(documents: &[Document], narrative: bool) -> Vec<(Text, Vec<Timex>)> {
    let tag = |document: &Document| {
        let read = Text::read(&document.text, &document.prose);
        let options = TagOptions { dct: document.header.dct.at, narrative };
        let found = timex::tag(&document.text, &read, options);
        (read, found)
    };
    documents.par_iter().map(tag).collect()
}
