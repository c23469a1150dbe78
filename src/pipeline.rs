//! Glue: documents to extractions, in parallel, in order.

use rayon::prelude::*;

use crate::document::Document;
use crate::event::{Extraction, extract};
use crate::text::Text;
use crate::timex::{self, TagOptions, Timex};

/// Extracts every document; results in the order given, whatever the number of threads.
pub fn extract_all(documents: &[Document]) -> Vec<Extraction> {
    documents.par_iter().map(extract::extract).collect()
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
