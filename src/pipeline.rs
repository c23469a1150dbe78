//! Glue: documents to extractions, in parallel, in order.

use rayon::prelude::*;

use crate::document::Document;
use crate::event::{Extraction, extract};

/// Extracts every document; results in the order given, whatever the number of threads.
pub fn extract_all(documents: &[Document]) -> Vec<Extraction> {
    documents.par_iter().map(extract::extract).collect()
}
