//! From a file to a text with a date.
//!
//! The publication date is that of the most trusted source that has one, in the order of [`DctSource`]; never the
//! clock's. A `published` field of "None", "null", "nan", "n/a" or nothing is how scrapers write that it is missing.
//! A JSON line that no other source dates gets the latest full day that its text names, since an article is seldom
//! older than what it tells. That is a guess, and a note says so; without such a day the line is refused, as a text
//! file is in any case: there a person can add the header line.

mod claims;
mod dateline;
mod day;
mod furniture;
mod inputs;
mod jsonl;
mod load;
mod page;
mod plain;
mod published;

pub use claims::Claims;
pub use load::{Unread, load, unread};
pub use published::{Candidate, parse_published};

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
    /// The latest full day that the text itself names: a JSON line's last resort.
    Text,
}

/// A document as it was read, with what a person should hear about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Where it was read from: a path, and the line for JSON lines.
    pub origin: String,
    /// The article.
    pub document: Document,
    /// Every place that says when it was published, most trusted first; the first one was believed.
    pub candidates: Vec<Candidate>,
    /// What is odd without being wrong: dates that disagree, a date that is a guess, an id that another article has too.
    pub notes: Vec<String>,
}

/// How to read documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// `--published`: overrides every date the inputs give.
    pub published: Option<NaiveDateTime>,
    /// What becomes of an id that two different articles claim.
    pub ids: Ids,
}

/// Whether two different articles may have one id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ids {
    /// The second is an error: the store and the chronology name articles by their ids.
    #[default]
    MustDiffer,
    /// Both are read, and the second comes with a note: its rows cannot be told from the first one's by id.
    MayRepeat,
}

impl Document {
    /// BLAKE3 of the text, in hex: tells whether an article changed since it was read.
    pub fn hash(&self) -> String {
        blake3::hash(self.text.as_bytes()).to_hex().to_string()
    }
}

impl DctSource {
    /// Every source, most trusted first.
    pub const ALL: [Self; 6] =
        [Self::Flag, Self::Metadata, Self::Header, Self::Dateline, Self::FileName, Self::Text];

    /// Lower case, as printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Metadata => "metadata",
            Self::Header => "header",
            Self::Dateline => "dateline",
            Self::FileName => "file name",
            Self::Text => "text",
        }
    }
}
