//! Who did what to whom, where, when: one mention at a time, in one article.

mod abroad;
mod again;
mod agency;
mod aim;
mod article;
mod author;
mod bond;
mod cast;
mod classes;
mod counterpart;
mod dating;
mod discourse;
mod draft;
mod entries;
pub mod extract;
mod famous;
mod focus;
pub mod frame;
mod gender;
mod genre;
mod knowledge;
mod late;
mod link;
mod magnitude;
mod menace;
mod mention;
mod named;
mod news;
mod nouns;
mod own;
mod owner;
mod pattern;
mod phrase;
mod place;
mod pointed;
mod proper;
mod retold;
mod roles;
mod scene;
mod sense;
mod site;
mod slot;
mod status;
mod story;
mod summary;
mod table;
mod through;
mod types;
mod unnamed;
mod whose;

pub use crate::syntax::singular;
pub use article::{Article, Extraction};
pub use knowledge::Knowledge;
pub use named::INTERNATIONAL;
pub(crate) use proper::has_figure;
pub use types::{Basis, Context, Count, EventType, Mode, Short, Status};

use crate::gazetteer::Sector;
use crate::span::Span;
use crate::time::TimeValue;

/// One event as one article tells it in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Document id and a short hash of sentence, trigger and type: survives a re-run.
    pub id: String,
    /// The article's id.
    pub document: String,
    /// The sentence it stands in.
    pub sentence: Quote,
    /// The word that names the event: "withdrew", "visit".
    pub trigger: Quote,
    /// PLOVER type, or one of our own.
    pub event: EventType,
    /// PLOVER mode, where the frame says one.
    pub mode: Option<Mode>,
    /// PLOVER contexts.
    pub contexts: Vec<Context>,
    /// Who does it.
    pub actors: Vec<Participant>,
    /// To or with whom it is done.
    pub recipients: Vec<Participant>,
    /// Where.
    pub place: Option<PlaceRef>,
    /// When; none where nothing, not even the tense, dates it.
    pub when: Option<When>,
    /// Whether it happened.
    pub status: Status,
    /// Who says so, where the article does not say it in its own voice; "unnamed" for "reportedly".
    pub claimed_by: Option<Short>,
    /// The dead.
    pub dead: Option<Count>,
    /// The injured.
    pub injured: Option<Count>,
    /// One line from the article's own words.
    pub summary: String,
    /// The rules and frames that made it, in the order they ran.
    pub rules: Vec<Short>,
}

/// Words of an article and where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Bytes of the article's text.
    pub span: Span,
    /// Those words.
    pub text: Short,
}

/// An actor or recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The words that name them.
    pub span: Span,
    /// Canonical name: "Emile Lahoud"; the words themselves for one who is not in the gazetteer.
    pub name: Short,
    /// Code of their gazetteer entry.
    pub code: Option<Short>,
    /// Name of the state or organisation acted for: "Lebanon".
    pub acts_for: Option<Short>,
    /// ISO 3166-1 alpha-3.
    pub country: Option<Short>,
    /// PLOVER sector.
    pub sector: Option<Sector>,
    /// Told with the event, carried from what it belongs to, or only likely: the other side of an article of two.
    pub basis: Basis,
}

/// Where it happened.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceRef {
    /// The words that name it.
    pub span: Span,
    /// Canonical name.
    pub name: Short,
    /// Code of its gazetteer entry.
    pub code: Option<Short>,
    /// ISO 3166-1 alpha-3.
    pub country: Option<Short>,
    /// Latitude and longitude, degrees.
    pub at: Option<(f32, f32)>,
    /// Said with the event, carried from another mention of it, or only likely.
    pub basis: Basis,
}

/// When it happened, and how we know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The days it may have been.
    pub value: TimeValue,
    /// Said, carried or assumed.
    pub basis: Basis,
    /// The words that date it; none where assumed.
    pub expression: Option<Quote>,
    /// The rule that read those words, or the assumption made.
    pub rule: Short,
}

impl Quote {
    /// The words of `text` at `span`.
    pub fn new(text: &str, span: Span) -> Self {
        Self { span, text: span.text(text).into() }
    }
}
