//! Names of actors and places, what they stand for, and on which date.

mod entry;
mod hierarchy;
mod index;
mod load;
mod names;
mod roles;
mod spelling;
mod surnames;

pub use entry::{Actor, ActorKind, Place, PlaceKind, Role, Sector};

use chrono::NaiveDate;

use crate::error::Result;
use crate::text::Tokens;

use index::{Entry, Index};

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
    /// Positions in `actors`, sorted by code.
    actor_codes: Vec<u32>,
    /// Positions in `places`, sorted by code.
    place_codes: Vec<u32>,
    index: Index,
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
    /// The data that ships inside the binary, loaded once; about 15 ms.
    ///
    /// # Panics
    /// Never: the tables are part of the binary, and a test reads them.
    pub fn built_in() -> &'static Self {
        static TABLES: std::sync::OnceLock<Gazetteer> = std::sync::OnceLock::new();
        TABLES.get_or_init(|| {
            let actors = load::built_in_actors().expect("the built-in actors are read by a test");
            let places = load::built_in_places().expect("the built-in places are read by a test");
            Self::new(actors, places)
        })
    }

    /// Reads a table of actors as a person writes it: a RON list of entries; `origin` names the file.
    ///
    /// # Errors
    /// [`Error::At`](crate::error::Error::At) with the place of the first fault.
    pub fn parse_actors(origin: &str, text: &str) -> Result<Vec<Actor>> {
        load::table(origin, text)
    }

    /// Reads a table of places as a person writes it: a RON list of entries; `origin` names the file.
    ///
    /// # Errors
    /// [`Error::At`](crate::error::Error::At) with the place of the first fault.
    pub fn parse_places(origin: &str, text: &str) -> Result<Vec<Place>> {
        load::table(origin, text)
    }

    /// The built-in tables with a person's own entries; an entry with a code that is there replaces it.
    ///
    /// # Errors
    /// None from the built-in tables, which a test reads.
    pub fn with(actors: Vec<Actor>, places: Vec<Place>) -> Result<Self> {
        let mut all = load::built_in_actors()?;
        all.retain(|a| !actors.iter().any(|own| own.code == a.code));
        all.extend(actors);
        let mut everywhere = load::built_in_places()?;
        everywhere.retain(|p| !places.iter().any(|own| own.code == p.code));
        everywhere.extend(places);
        Ok(Self::new(all, everywhere))
    }

    /// Builds the index over these entries.
    pub fn new(actors: Vec<Actor>, places: Vec<Place>) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut actor_codes: Vec<u32> = (0..clip(actors.len())).collect();
        actor_codes.sort_by_key(|i| actors[*i as usize].code.as_str());
        let mut place_codes: Vec<u32> = (0..clip(places.len())).collect();
        place_codes.sort_by_key(|i| places[*i as usize].code.as_str());
        let mut made = Self { actors, places, actor_codes, place_codes, index: Index::default() };
        made.index = Index::new(made.entries());
        made
    }

    /// Every name of every entry.
    fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::with_capacity(4 * (self.actors.len() + self.places.len()));
        let mut add = |name: &str, sense: Sense| {
            entries.extend(Entry::new(&names::words(name), index::rank(self, sense), sense));
        };
        for (id, actor) in (0..).map(ActorId).zip(&self.actors) {
            for (name, kind) in surnames::names_of(actor) {
                add(&name, Sense::Actor(id, kind));
            }
        }
        for (id, place) in (0..).map(PlaceId).zip(&self.places) {
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                add(name, Sense::Place(id, NameKind::Name));
            }
        }
        entries
    }

    /// The longest name that begins with the first token, hyphens and points aside.
    ///
    /// Case counts: "Turkey" but not "turkey", "US" but not "us"; a text in capitals throughout is read too.
    /// Accents, apostrophes, the Arabic article before a hyphen ("al-Sharaa", "Sharaa", "ash-Sharaa") and the
    /// usual transliterations do not. An "'s" or a compound's second half ("Kurdish-held") is not taken with
    /// the name unless it is part of it, nor is a leading "the".
    pub fn name_at(&self, tokens: Tokens<'_>) -> Option<NameMatch<'_>> {
        let found = self.index.longest(tokens)?;
        Some(self.with_division(tokens, &found).unwrap_or(found))
    }

    /// "Idlib province" is the province and not the city: the name with the word for a division after it, and
    /// only those of its senses. They stand together, as [`index::rank`] orders them.
    fn with_division<'g>(&'g self, tokens: Tokens<'_>, found: &NameMatch<'g>) -> Option<NameMatch<'g>> {
        const DIVISIONS: &[&str] = &["province", "governorate", "oblast", "region", "state", "district"];
        let next = tokens.tokens.get(found.tokens)?;
        if !DIVISIONS.contains(&tokens.text_of(next).to_lowercase().as_str()) {
            return None;
        }
        let is_province =
            |s: &Sense| matches!(s, Sense::Place(id, _) if self.place(*id).kind == PlaceKind::Province);
        let start = found.senses.iter().position(is_province)?;
        let length = found.senses[start..].iter().take_while(|s| is_province(s)).count();
        Some(NameMatch { tokens: found.tokens + 1, senses: &found.senses[start..start + length] })
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
        let at = self.actor_codes.binary_search_by(|i| self.actors[*i as usize].code.as_str().cmp(code));
        at.ok().map(|i| ActorId(self.actor_codes[i]))
    }

    /// The place with this code.
    pub fn place_by_code(&self, code: &str) -> Option<PlaceId> {
        let at = self.place_codes.binary_search_by(|i| self.places[*i as usize].code.as_str().cmp(code));
        at.ok().map(|i| PlaceId(self.place_codes[i]))
    }

    /// Everything a person may mean by a typed name: best first; any case, accents, hyphens, the article and
    /// a leading "the" aside. A code stands for its entry too ("SYR", "hts", "ahmed-al-sharaa").
    pub fn find(&self, name: &str) -> Vec<Sense> {
        let name = name.trim();
        let mut found = Vec::new();
        for code in [name.to_owned(), name.to_uppercase(), name.to_lowercase()] {
            let actor = self.actor_by_code(&code).map(|id| Sense::Actor(id, NameKind::Name));
            let place = self.place_by_code(&code).map(|id| Sense::Place(id, NameKind::Name));
            found.extend(actor.into_iter().chain(place).filter(|s| !found.contains(s)).collect::<Vec<_>>());
        }
        let mut words = names::words(name);
        for sense in self.index.typed(&words) {
            if !found.contains(&sense) {
                found.push(sense);
            }
        }
        if words.len() > 1 && words[0].text == "the" {
            words.remove(0);
            for sense in self.index.typed(&words) {
                if !found.contains(&sense) {
                    found.push(sense);
                }
            }
        }
        found
    }

    /// Who holds a title in a state or body on a day: ("president", "SYR", 2026-01-28) is Ahmed al-Sharaa.
    /// On the day of a handover it is the successor.
    pub fn holder(&self, title: &str, of: &str, on: NaiveDate) -> Option<ActorId> {
        let title = roles::title(title);
        let held = |r: &&Role| r.acts_for == of && roles::title(&r.title) == title && r.held_on(on);
        let since = |a: &Actor| a.roles.iter().filter(held).map(Role::first_day).max();
        let holders = (0..).map(ActorId).zip(&self.actors).filter_map(|(id, a)| Some((since(a)?, id)));
        holders.max_by_key(|(since, id)| (*since, std::cmp::Reverse(*id))).map(|(_, id)| id)
    }

    /// The role an actor holds on a day; of several the one begun last. Where none is held that day, the one
    /// that ended last before it: ask [`Role::held_on`] to tell a former holder from the present one.
    pub fn role_on(&self, actor: ActorId, day: NaiveDate) -> Option<&Role> {
        roles::role_on(&self.actor(actor).roles, day)
    }

    /// Every code, actors first, in the order of the tables: for "did you mean".
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.actors.iter().map(|a| a.code.as_str()).chain(self.places.iter().map(|p| p.code.as_str()))
    }

    /// Every canonical name and alias, actors first, in the order of the tables: for "did you mean".
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let actors = self.actors.iter().flat_map(|a| std::iter::once(&a.name).chain(&a.aliases));
        let places = self.places.iter().flat_map(|p| std::iter::once(&p.name).chain(&p.aliases));
        actors.chain(places).map(String::as_str)
    }

    /// Every actor with its handle, in the order of the tables.
    pub fn actors(&self) -> impl Iterator<Item = (ActorId, &Actor)> {
        (0..).map(ActorId).zip(&self.actors)
    }

    /// Every place with its handle, in the order of the tables.
    pub fn places(&self) -> impl Iterator<Item = (PlaceId, &Place)> {
        (0..).map(PlaceId).zip(&self.places)
    }

    /// Whether the sense is a state, by its kind and code.
    pub fn is_state(&self, sense: Sense) -> bool {
        matches!(sense, Sense::Actor(id, _) if self.actor(id).kind == ActorKind::State)
    }
}
