//! Glue: documents in, extractions out, in order whatever the number of threads.

use rayon::prelude::*;

use crate::chronology::{Article, Extraction};
use crate::document::Document;

/// What identifies and dates an article, for the store and the chronology.
pub fn article(document: &Document) -> Article {
    let header = &document.header;
    Article {
        id: document.id.clone(),
        title: header.title.clone(),
        source: header.source.clone(),
        url: header.url.clone(),
        published: header.dct.at.date(),
        dated_by: Some(header.dct.from),
        hash: document.hash(),
    }
}

/// The mentions of one article.
pub fn extract(document: &Document) -> Extraction {
    Extraction { article: article(document), mentions: Vec::new() }
}

/// The mentions of every article, in the order of `documents`.
pub fn extract_all(documents: &[Document]) -> Vec<Extraction> {
    documents.par_iter().map(extract).collect()
}
