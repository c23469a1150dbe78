//! Names of actors and places, what they stand for, and on which date.

mod arms;
mod check;
mod context;
mod globe;
mod hierarchy;
mod index;
mod layer;
mod names;
mod overlay;
mod relations;
mod roles;
pub(crate) mod tables;

pub use arms::Arm;
pub use check::Fault;
pub use globe::distance;
pub use tables::entry::{Actor, ActorKind, Place, PlaceKind, Role, Sector};
pub use tables::sense::{ActorId, NameKind, PlaceId, Sense};

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::diagnostic::nearest;
use crate::error::{Result, from_ron};
use crate::text::Tokens;

use layer::Layer;
use tables::pack::{self, Entries};
use tables::{fold, surnames};

/// The tables that `build.rs` made of `src/data`.
static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.bin"));

/// The built-in table and a person's own, with the index over their names.
#[derive(Debug)]
pub struct Gazetteer {
    built_in: Layer,
    own: Option<Layer>,
    /// Built-in entries that have another of their code in a person's own tables.
    replaced: Replaced,
}

#[derive(Debug, Default)]
struct Replaced {
    actors: BTreeSet<u32>,
    places: BTreeSet<u32>,
}

impl Replaced {
    fn has(&self, sense: Sense) -> bool {
        match sense {
            Sense::Actor(id, _) => self.actors.contains(&id.0),
            Sense::Place(id, _) => self.places.contains(&id.0),
        }
    }
}

/// A name found at the head of a run of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameMatch<'g> {
    /// How many tokens it takes.
    pub tokens: usize,
    /// What it may stand for, most likely first.
    pub senses: &'g [Sense],
}

impl Gazetteer {
    /// The data that ships inside the binary. Nothing is parsed: it is a matter of microseconds.
    pub fn built_in() -> &'static Self {
        static TABLES: std::sync::OnceLock<Gazetteer> = std::sync::OnceLock::new();
        TABLES.get_or_init(|| Self {
            built_in: Layer::new(Cow::Borrowed(BUILT_IN), 0, 0),
            own: None,
            replaced: Replaced::default(),
        })
    }

    /// Reads a table of actors as a person writes it: a RON list of entries; `origin` names the file.
    ///
    /// # Errors
    /// [`Error::At`](crate::error::Error::At) with the place of the first fault.
    pub fn parse_actors(origin: &str, text: &str) -> Result<Vec<Actor>> {
        from_ron(origin, text)
    }

    /// Reads a table of places as a person writes it: a RON list of entries; `origin` names the file.
    ///
    /// # Errors
    /// [`Error::At`](crate::error::Error::At) with the place of the first fault.
    pub fn parse_places(origin: &str, text: &str) -> Result<Vec<Place>> {
        from_ron(origin, text)
    }

    /// The built-in tables with a person's own entries; an entry with a code that is there replaces it.
    #[must_use]
    pub fn with(actors: &[Actor], places: &[Place]) -> Self {
        let mut built_in = Layer::new(Cow::Borrowed(BUILT_IN), 0, 0);
        let people = |code: &str| built_in.place_by_code(code).map_or(0, |id| built_in.place(id).population);
        let table = pack::table(&Entries { actors, places, people: &people });
        let (first_actor, first_place) = (built_in.actor_ids().end, built_in.place_ids().end);
        let mut own = Layer::new(Cow::Owned(table), first_actor, first_place);
        let replaced = Replaced {
            actors: actors.iter().filter_map(|a| built_in.actor_by_code(&a.code)).map(|id| id.0).collect(),
            places: places.iter().filter_map(|p| built_in.place_by_code(&p.code)).map(|id| id.0).collect(),
        };
        let gone = overlay::names_of(&built_in, &replaced);
        overlay::take_away(&mut built_in, &gone, &replaced);
        let new = actors.iter().flat_map(surnames::names_of).map(|(name, _)| name.into_owned());
        let new = new.chain(places.iter().flat_map(Place::names).map(str::to_owned));
        overlay::lend(&mut own, &built_in, &new.collect::<Vec<_>>());
        Self { built_in, own: Some(own), replaced }
    }

    /// The longest name that begins with the first token, hyphens and points aside.
    ///
    /// Case counts: "Turkey" but not "turkey", "US" but not "us"; a text in capitals throughout is read too.
    /// Accents, apostrophes, the Arabic article before a hyphen ("al-Sharaa", "Sharaa", "ash-Sharaa") and the
    /// usual transliterations do not. An "'s" or a compound's second half ("Kurdish-held") is not taken with
    /// the name unless it is part of it, nor is a leading "the".
    pub fn name_at(&self, tokens: Tokens<'_>) -> Option<NameMatch<'_>> {
        let found = self.longest(tokens)?;
        Some(self.with_division(tokens, &found).unwrap_or(found))
    }

    /// The longest name that begins with the token at `at`, without the senses that the words around it do not bear
    /// out: a place whose name is more often something else needs a preposition of place before it or its country
    /// or province behind it ("in Reading", "Reading, Pennsylvania"), an actor must not open the sentence.
    pub fn name_in(&self, sentence: Tokens<'_>, at: usize) -> Option<NameMatch<'_>> {
        let rest = Tokens { text: sentence.text, tokens: sentence.tokens.get(at..)? };
        let found = self.name_at(rest)?;
        let name = context::Name { sentence, at: at..at + found.tokens };
        // "Clinton, Iowa", "Tripoli, Lebanon": of its namesakes the one that lies there.
        let placed = |sense: &Sense| match *sense {
            Sense::Place(id, NameKind::Doubtful) => name.is_called_a_place() || name.is_placed(self, id),
            Sense::Place(id, _) => self.place(id).kind >= PlaceKind::Province && name.is_placed(self, id),
            Sense::Actor(..) => false,
        };
        if let Some(one) = found.senses.iter().position(placed) {
            return Some(NameMatch { senses: &found.senses[one..=one], ..found });
        }
        let sure = found.senses.iter().take_while(|s| s.kind() != NameKind::Doubtful).count();
        // A town that shares its name with somebody needs more than a preposition: "a party at Clinton's".
        let shared = found.senses[..sure].iter().any(|s| matches!(s, Sense::Actor(..)));
        let borne_out = |sense: &Sense| match sense {
            Sense::Actor(..) => at > 0,
            Sense::Place(..) => !shared && name.follows_preposition(),
        };
        let taken = sure + found.senses[sure..].iter().take_while(|s| borne_out(s)).count();
        (taken > 0).then(|| NameMatch { senses: &found.senses[..taken], ..found })
    }

    /// A person's own name where it is as long as a built-in one.
    fn longest(&self, tokens: Tokens<'_>) -> Option<NameMatch<'_>> {
        let built_in = self.built_in.longest(tokens);
        let own = self.own.as_ref().and_then(|own| own.longest(tokens));
        match (own, built_in) {
            (Some(own), Some(built_in)) if built_in.tokens > own.tokens => Some(built_in),
            (own, built_in) => own.or(built_in),
        }
    }

    /// "Idlib province" is the province and not the city: the name with the word for a division after it, and
    /// only those of its senses. They stand together, as their ranks order them.
    fn with_division<'g>(&'g self, tokens: Tokens<'_>, found: &NameMatch<'g>) -> Option<NameMatch<'g>> {
        const DIVISIONS: &[&str] = &["province", "governorate", "oblast", "region", "state", "district"];
        let next = tokens.tokens.get(found.tokens)?;
        if !DIVISIONS.iter().any(|word| word.eq_ignore_ascii_case(tokens.text_of(next))) {
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
        match &self.own {
            Some(own) if own.actor_ids().contains(&id.0) => own.actor(id),
            _ => self.built_in.actor(id),
        }
    }

    /// A place's entry.
    pub fn place(&self, id: PlaceId) -> &Place {
        match &self.own {
            Some(own) if own.place_ids().contains(&id.0) => own.place(id),
            _ => self.built_in.place(id),
        }
    }

    /// The actor with this code.
    pub fn actor_by_code(&self, code: &str) -> Option<ActorId> {
        let own = self.own.as_ref().and_then(|own| own.actor_by_code(code));
        own.or_else(|| self.built_in.actor_by_code(code))
    }

    /// The place with this code.
    pub fn place_by_code(&self, code: &str) -> Option<PlaceId> {
        let own = self.own.as_ref().and_then(|own| own.place_by_code(code));
        own.or_else(|| self.built_in.place_by_code(code))
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
        let mut words = fold::words(name);
        self.typed(&words, &mut found);
        if words.len() > 1 && words[0].text == "the" {
            words.remove(0);
            self.typed(&words, &mut found);
        }
        found
    }

    fn typed(&self, words: &[fold::Word], found: &mut Vec<Sense>) {
        for layer in self.own.iter().chain([&self.built_in]) {
            for sense in layer.typed(words) {
                if !found.contains(&sense) {
                    found.push(sense);
                }
            }
        }
    }

    /// Who holds a title in a state or body on a day: ("president", "SYR", 2026-01-28) is Ahmed al-Sharaa.
    /// On the day of a handover it is the successor.
    pub fn holder(&self, title: &str, of: &str, on: NaiveDate) -> Option<ActorId> {
        let held = self.terms(title, of).filter(|(_, role)| role.held_on(on));
        held.max_by_key(|(id, role)| (role.first_day(), std::cmp::Reverse(*id))).map(|(id, _)| id)
    }

    /// Everybody who ever held a title in a state or body, with each of their terms, in no order of time.
    pub fn terms(&self, title: &str, of: &str) -> impl Iterator<Item = (ActorId, &Role)> {
        let office = pack::office(of, title);
        let ids: Vec<ActorId> = self.layers().flat_map(|layer| layer.holders(&office)).collect();
        ids.into_iter().filter(|id| !self.replaced.actors.contains(&id.0)).flat_map(move |id| {
            let office = office.clone();
            let held = move |r: &&Role| pack::office(&r.acts_for, &r.title) == office;
            self.actor(id).roles.iter().filter(held).map(move |role| (id, role))
        })
    }

    /// The role an actor holds on a day; of several the one begun last. Where none is held that day, the one
    /// that ended last before it: ask [`Role::held_on`] to tell a former holder from the present one.
    pub fn role_on(&self, actor: ActorId, day: NaiveDate) -> Option<&Role> {
        roles::role_on(&self.actor(actor).roles, day)
    }

    /// A name as it is compared: folded words with blanks between, articles left out.
    pub fn key(name: impl AsRef<str>) -> String {
        fold::joined(name.as_ref())
    }

    fn layers(&self) -> impl Iterator<Item = &Layer> {
        std::iter::once(&self.built_in).chain(&self.own)
    }

    /// The name nearest to one that stands for nothing: for "did you mean".
    pub fn nearest(&self, typed: &str) -> Option<&str> {
        let actors = self.actors().flat_map(|(_, a)| std::iter::once(&a.name).chain(&a.aliases));
        let places = self.places().flat_map(|(_, p)| p.names());
        nearest(typed, actors.map(String::as_str).chain(places))
    }

    /// Every actor with its handle, in the order of the tables.
    pub fn actors(&self) -> impl Iterator<Item = (ActorId, &Actor)> {
        let ids = self.layers().flat_map(Layer::actor_ids).filter(|id| !self.replaced.actors.contains(id));
        ids.map(|id| (ActorId(id), self.actor(ActorId(id))))
    }

    /// Every place with its handle, in the order of the tables.
    pub fn places(&self) -> impl Iterator<Item = (PlaceId, &Place)> {
        let ids = self.layers().flat_map(Layer::place_ids).filter(|id| !self.replaced.places.contains(id));
        ids.map(|id| (PlaceId(id), self.place(PlaceId(id))))
    }

    /// Whether the sense is a state, by its kind and code.
    pub fn is_state(&self, sense: Sense) -> bool {
        matches!(sense, Sense::Actor(id, _) if self.actor(id).kind == ActorKind::State)
    }
}
