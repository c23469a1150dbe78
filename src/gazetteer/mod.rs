//! Names of actors and places, what they stand for, and on which date.

mod entry;

pub use entry::{Actor, ActorKind, Place, PlaceKind, Role, Sector};

use chrono::NaiveDate;

use crate::text::Tokens;

/// An actor of the loaded tables; never leaves the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub(crate) u32);

/// A place of the loaded tables; never leaves the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub(crate) u32);

/// The loaded tables and the index over their names.
#[derive(Debug, Default)]
pub struct Gazetteer {
    actors: Vec<Actor>,
    places: Vec<Place>,
}

/// What a name in the text may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// An actor, named in this way.
    Actor(ActorId, NameKind),
    /// A place.
    Place(PlaceId, NameKind),
}

/// In which way a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// The canonical name or an alias that stands for it by itself.
    Name,
    /// A capital or a seat that speaks for its state: "Moscow", "the Kremlin".
    Metonym,
    /// "Syrian": of that state or people.
    Adjective,
    /// "Syrians", "a Syrian": people of that state.
    People,
    /// A surname alone: only where the full name stands in the article, or the name has one bearer.
    Surname,
}

/// A name found at the head of a run of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMatch<'g> {
    /// How many tokens it takes.
    pub tokens: usize,
    /// What it may stand for, most likely first.
    pub senses: &'g [Sense],
}

impl Gazetteer {
    /// The data that ships inside the binary, loaded once.
    pub fn built_in() -> &'static Self {
        static TABLES: std::sync::OnceLock<Gazetteer> = std::sync::OnceLock::new();
        TABLES.get_or_init(Self::default)
    }

    /// The longest name that begins with the first token, hyphens and points aside.
    pub fn name_at(&self, tokens: Tokens<'_>) -> Option<NameMatch<'_>> {
        let _ = tokens;
        None
    }

    /// An actor's entry.
    pub fn actor(&self, id: ActorId) -> &Actor {
        &self.actors[id.0 as usize]
    }

    /// A place's entry.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// The actor with this code.
    pub fn actor_by_code(&self, code: &str) -> Option<ActorId> {
        let _ = code;
        None
    }

    /// The place with this code.
    pub fn place_by_code(&self, code: &str) -> Option<PlaceId> {
        let _ = code;
        None
    }

    /// Everything a person may mean by a typed name, any case, accents and hyphens aside: best first.
    pub fn find(&self, name: &str) -> Vec<Sense> {
        let _ = name;
        Vec::new()
    }

    /// Who holds a title in a state or body on a day: ("president", "SYR", 2026-01-28) is Ahmed al-Sharaa.
    pub fn holder(&self, title: &str, of: &str, on: NaiveDate) -> Option<ActorId> {
        let _ = (title, of, on);
        None
    }

    /// Whether `inner` belongs to or acts for `outer` (both codes): Putin and the Kremlin for RUS, at any date.
    pub fn acts_for(&self, inner: &str, outer: &str) -> bool {
        let _ = (inner, outer);
        false
    }

    /// Whether `inner` lies in `outer` (both codes), or is it.
    pub fn lies_in(&self, inner: &str, outer: &str) -> bool {
        let _ = (inner, outer);
        false
    }

    /// Every actor, in the order of the tables.
    pub fn actors(&self) -> impl Iterator<Item = (ActorId, &Actor)> {
        (0..).map(ActorId).zip(&self.actors)
    }

    /// Every place, in the order of the tables.
    pub fn places(&self) -> impl Iterator<Item = (PlaceId, &Place)> {
        (0..).map(PlaceId).zip(&self.places)
    }

    /// Whether the sense is a state, by its kind and code.
    pub fn is_state(&self, sense: Sense) -> bool {
        matches!(sense, Sense::Actor(id, _) if self.actor(id).kind == ActorKind::State)
    }
}
