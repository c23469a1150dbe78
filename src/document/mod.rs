//! From a file to a text with a date.

use chrono::NaiveDateTime;

use crate::span::Span;

/// An article: its text as given, what of it is prose, and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Stable name: the `id` of a JSON line, or the file's stem.
    pub id: String,
    /// What is known about it.
    pub header: Header,
    /// The text as given; every span of every result points into it.
    pub text: String,
    /// The parts of the text that are prose, in order: no header lines, no page furniture.
    pub prose: Vec<Span>,
}

/// What is known about an article besides its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The headline; empty when there is none.
    pub title: String,
    /// Who published it: a name, or a host; empty when unknown.
    pub source: String,
    /// Where it was found.
    pub url: Option<String>,
    /// When it was written.
    pub dct: Dct,
    /// The place in its dateline: "KYIV".
    pub dateline: Option<String>,
}

/// Document creation time, and where we have it from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dct {
    /// Civil time where it was published; midnight when only a day is known.
    pub at: NaiveDateTime,
    /// Where we have it from.
    pub from: DctSource,
}

/// Sources of a publication date, most trusted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DctSource {
    /// `--published`.
    Flag,
    /// The `published` field of a JSON line.
    Metadata,
    /// A `Published:` header line, or "Published On 28 Jan 2026" on the page.
    Header,
    /// "KYIV, March 3 (Reuters)".
    Dateline,
    /// The file's name.
    FileName,
}
