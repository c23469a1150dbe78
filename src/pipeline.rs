//! Glue: documents to extractions, in parallel, in order.

use rayon::prelude::*;

use crate::chronology::{Article, Extraction};
use crate::document::Document;

/// Extracts every document; results in the order given, whatever the number of threads.
pub fn extract_all(documents: &[Document]) -> Vec<Extraction> {
    documents.par_iter().map(extract).collect()
}

fn extract(document: &Document) -> Extraction {
    let header = &document.header;
    Extraction {
        article: Article {
            id: document.id.clone(),
            title: header.title.clone(),
            source: header.source.clone(),
            url: header.url.clone(),
            published: header.dct.at.date(),
            dated_by: Some(header.dct.from),
            hash: blake3::hash(document.text.as_bytes()).to_hex().to_string(),
        },
        mentions: Vec::new(),
    }
}
