//! What one article gave.

use chrono::NaiveDate;

use crate::document::DctSource;
use crate::event::Mention;

/// An article as the chronology needs it: no text, only what identifies and dates it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Document id.
    pub id: String,
    /// Headline; empty when unknown.
    pub title: String,
    /// Publisher; empty when unknown. A person's own entry has "manual".
    pub source: String,
    /// Where it was found.
    pub url: Option<String>,
    /// Publication day.
    pub published: NaiveDate,
    /// Where the publication day was found; none for a person's own entry.
    pub dated_by: Option<DctSource>,
    /// BLAKE3 of the text, in hex; empty for a person's own entry.
    pub hash: String,
    /// In which round of adding it came into the store, counted from 1.
    pub batch: u32,
}

/// What one article gave: the unit of extraction and of the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// The article.
    pub article: Article,
    /// Its mentions in text order.
    pub mentions: Vec<Mention>,
}
