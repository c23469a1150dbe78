//! The closed lists an event is described with: PLOVER's, and what a chronology needs besides.

use serde::{Deserialize, Serialize};

/// A text that is short and often copied: a name, a code, the id of a rule. Up to 24 bytes lie in place, so that few
/// copies need memory of their own.
pub type Short = compact_str::CompactString;

/// What happened: PLOVER's sixteen types, then our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EventType {
    /// Agreements and promises to act.
    Agree,
    /// Meetings, visits, talks, calls.
    Consult,
    /// Diplomatic support, recognition.
    Support,
    /// Yielding, releasing, easing.
    Concede,
    /// Acting together: exercises, exchanges.
    Cooperate,
    /// Help in money, goods or arms.
    Aid,
    /// Withdrawing, ceasing fire, surrendering.
    Retreat,
    /// Demands and appeals.
    Request,
    /// Blame, condemnation, complaints.
    Accuse,
    /// Refusals, vetoes, violations.
    Reject,
    /// Threats.
    Threaten,
    /// Demonstrations, strikes, riots.
    Protest,
    /// Embargoes, expulsions, broken relations.
    Sanction,
    /// Moving forces and arms.
    Mobilize,
    /// Arrests, seizures, curfews, raids.
    Coerce,
    /// Violence.
    Assault,
    /// Taking, holding and losing office.
    Office,
    /// Votes and campaigns.
    Election,
    /// Charges, trials, rulings, inquiries.
    Legal,
    /// Announcements, denials, vows, warnings.
    Statement,
    /// Accidents and forces of nature.
    Disaster,
    /// Deaths nobody is said to have caused.
    Death,
    /// What else a chronology records.
    Other,
}

impl EventType {
    /// Every type, in PLOVER's order.
    pub const ALL: [Self; 23] = [
        Self::Agree,
        Self::Consult,
        Self::Support,
        Self::Concede,
        Self::Cooperate,
        Self::Aid,
        Self::Retreat,
        Self::Request,
        Self::Accuse,
        Self::Reject,
        Self::Threaten,
        Self::Protest,
        Self::Sanction,
        Self::Mobilize,
        Self::Coerce,
        Self::Assault,
        Self::Office,
        Self::Election,
        Self::Legal,
        Self::Statement,
        Self::Disaster,
        Self::Death,
        Self::Other,
    ];

    /// PLOVER's spelling: `ASSAULT`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Concede => "CONCEDE",
            Self::Cooperate => "COOPERATE",
            Self::Aid => "AID",
            Self::Retreat => "RETREAT",
            Self::Request => "REQUEST",
            Self::Accuse => "ACCUSE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
            Self::Protest => "PROTEST",
            Self::Sanction => "SANCTION",
            Self::Mobilize => "MOBILIZE",
            Self::Coerce => "COERCE",
            Self::Assault => "ASSAULT",
            Self::Office => "OFFICE",
            Self::Election => "ELECTION",
            Self::Legal => "LEGAL",
            Self::Statement => "STATEMENT",
            Self::Disaster => "DISASTER",
            Self::Death => "DEATH",
            Self::Other => "OTHER",
        }
    }

    /// Whether people come to harm in it, so that two words for one such thing share a time and a place.
    pub(crate) const fn harms(self) -> bool {
        matches!(self, Self::Assault | Self::Death | Self::Disaster)
    }

    /// Whether it is done by words alone.
    pub(crate) const fn is_said(self) -> bool {
        matches!(
            self,
            Self::Accuse | Self::Request | Self::Reject | Self::Support | Self::Statement | Self::Threaten
        )
    }

    /// The type of this name, in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.name().eq_ignore_ascii_case(name))
    }
}

/// PLOVER mode: the kind of protest, assault, aid and so on, lower case ("airstrike", "resign").
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Mode(pub Short);

/// PLOVER context: what it is about, lower case ("military", "nuclear", "diplomatic").
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Context(pub Short);

/// Whether it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// It happened.
    Occurred,
    /// It is going on at the article's date.
    Ongoing,
    /// It is meant to happen.
    Planned,
    /// It may happen, or might have.
    Hypothetical,
    /// It did not, or will not, happen.
    Negated,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 5] =
        [Self::Occurred, Self::Ongoing, Self::Planned, Self::Hypothetical, Self::Negated];

    /// Lower case, as printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Occurred => "occurred",
            Self::Ongoing => "ongoing",
            Self::Planned => "planned",
            Self::Hypothetical => "hypothetical",
            Self::Negated => "negated",
        }
    }

    /// The status of this name, in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name().eq_ignore_ascii_case(name))
    }
}

/// How an event got its date, its place or one who takes part, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Basis {
    /// Words of its own sentence or clause say it.
    #[default]
    Stated,
    /// Carried over from a neighbour, or from another mention or event.
    Carried,
    /// Nothing says it: the article's date, as far as tense allows; the country of those who took part; the other side
    /// of an article that has two.
    Assumed,
}

impl Basis {
    /// Lower case, as printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Carried => "carried",
            Self::Assumed => "assumed",
        }
    }
}

/// How many people, as a closed range: "at least 12" is 12 and open, "dozens" 24 to 99.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Count {
    /// At least so many.
    pub min: u32,
    /// At most so many; none where the text leaves it open.
    pub max: Option<u32>,
}
