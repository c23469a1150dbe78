//! Participants and places from the gazetteer's entries, or from a name as somebody wrote it.

use chrono::NaiveDate;

use crate::event::{Basis, Participant, PlaceRef, Short};
use crate::gazetteer::{Actor, ActorId, ActorKind, Gazetteer, Place, Role, Sector, Sense};
use crate::span::Span;

/// PLOVER's code in the country's place for a body that is of no one state.
pub const INTERNATIONAL: &str = "IGO";

impl Participant {
    /// Someone the gazetteer does not know, kept by name.
    pub fn unknown(name: &str, span: Span) -> Self {
        Self {
            span,
            name: name.into(),
            code: None,
            acts_for: None,
            country: None,
            sector: None,
            basis: Basis::Stated,
        }
    }

    /// An entry, in the role it has on a day.
    pub fn of(gazetteer: &Gazetteer, id: ActorId, on: NaiveDate, span: Span) -> Self {
        let entry = gazetteer.actor(id);
        let mut found =
            Self { span, code: Some(entry.code.as_str().into()), ..Self::unknown(&entry.name, span) };
        found.hold_office(gazetteer, entry, gazetteer.role_on(id, on).filter(|r| r.held_on(on)));
        found
    }

    /// Whom a person acted for on the day of an event, which need not be the day it was told: a minister of then is
    /// nobody's now.
    pub fn serve_on(&mut self, gazetteer: &Gazetteer, day: NaiveDate) {
        let Some(id) = self.code.as_deref().and_then(|code| gazetteer.actor_by_code(code)) else { return };
        let entry = gazetteer.actor(id);
        if entry.kind != ActorKind::Person || entry.roles.is_empty() {
            return;
        }
        if let Some(role) = gazetteer.role_on(id, day).filter(|r| r.held_on(day)) {
            self.hold_office(gazetteer, entry, Some(role));
        }
    }

    /// The same, known from another mention or another event.
    #[must_use]
    pub(super) fn carried(self) -> Self {
        Self { basis: self.basis.max(Basis::Carried), ..self }
    }

    /// The same, only likely.
    #[must_use]
    pub(super) fn assumed(self) -> Self {
        Self { basis: Basis::Assumed, ..self }
    }

    /// Whether a name, or whom they act for, tells them apart; "people" are any.
    pub fn is_named(&self) -> bool {
        self.code.is_some() || self.acts_for.is_some() || self.name.starts_with(char::is_uppercase)
    }

    /// Whether this is another, or acts for them.
    pub(super) fn is_or_serves(&self, other: &Self) -> bool {
        self.name == other.name || self.acts_for.as_ref() == Some(&other.name)
    }

    /// Whether their entry is a person's: persons alone have codes with small letters; none where they have no entry.
    pub(super) fn is_listed_person(&self) -> Option<bool> {
        self.code.as_deref().map(|code| code.chars().any(char::is_lowercase))
    }

    /// Whether this is one person: known as one, or called by two names that nobody lists.
    pub(super) fn is_human(&self, gazetteer: &Gazetteer) -> bool {
        let names = || {
            self.name.split(' ').count() > 1
                && self.name.split(' ').all(|w| w.starts_with(char::is_uppercase))
        };
        let entry = self.code.as_deref().and_then(|code| gazetteer.actor_by_code(code));
        entry.map_or_else(names, |id| gazetteer.actor(id).kind == ActorKind::Person)
    }

    /// Makes those of no known state be of a country: "rebels in the Ivory Coast", "Ben Bella's supporters in Algiers".
    pub(super) fn settle_in(&mut self, country: &str) {
        if self.code.is_none() && self.country.is_none() && self.sector.is_some() {
            self.country = Some(country.into());
        }
    }

    /// Whether nothing says whose they are.
    pub(super) const fn is_sideless(&self) -> bool {
        self.code.is_none() && self.acts_for.is_none() && self.country.is_none()
    }

    /// Gives someone out of office the state of the office that a title names.
    pub fn bear(&mut self, gazetteer: &Gazetteer, title: &str) {
        let Some(id) = self.code.as_deref().and_then(|code| gazetteer.actor_by_code(code)) else { return };
        let entry = gazetteer.actor(id);
        let named = entry.roles.iter().rev().find(|r| r.title == title || title.ends_with(&*r.title));
        if let Some(role) = named {
            self.hold_office(gazetteer, entry, Some(role));
        }
    }

    fn hold_office(&mut self, gazetteer: &Gazetteer, entry: &Actor, role: Option<&Role>) {
        // A people, and a state that others are part of, act for themselves.
        let own = matches!(entry.kind, ActorKind::People | ActorKind::State);
        let outer = role.map(|r| r.acts_for.as_str()).or(entry.part_of.as_deref().filter(|_| !own));
        let outer = outer.and_then(|code| gazetteer.actor_by_code(code)).map(|id| gazetteer.actor(id));
        self.acts_for = outer.map(|o| o.name.as_str().into());
        self.sector = role.map(|r| r.sector).or(entry.sector).or_else(|| sector_of(entry.kind));
        // Someone out of office is still of the state served last.
        let served = || gazetteer.actor_by_code(&entry.roles.last()?.acts_for).map(|id| gazetteer.actor(id));
        let country = gazetteer
            .country_of(entry)
            .or_else(|| outer.and_then(|o| gazetteer.country_of(o)))
            .or_else(|| gazetteer.country_of(served()?));
        let international = country.is_none() && matches!(self.sector, Some(Sector::Igo | Sector::Ngo));
        self.country = country.or_else(|| international.then_some(INTERNATIONAL)).map(Short::from);
    }

    /// The likeliest actor of a name that a person typed, else the name itself.
    pub fn typed(gazetteer: &Gazetteer, name: &str, on: NaiveDate, span: Span) -> Self {
        let known = gazetteer.find(name).into_iter().find_map(Sense::actor);
        known.map_or_else(|| Self::unknown(name, span), |(id, _)| Self::of(gazetteer, id, on, span))
    }
}

impl PlaceRef {
    /// An entry.
    pub fn of(place: &Place, span: Span) -> Self {
        Self {
            span,
            name: place.name.as_str().into(),
            code: Some(place.code.as_str().into()),
            country: place.land().map(Short::from),
            at: Some((place.lat, place.lon)),
            basis: Basis::Stated,
        }
    }

    /// The same, known from elsewhere in the article.
    #[must_use]
    pub fn carried(self) -> Self {
        Self { basis: self.basis.max(Basis::Carried), ..self }
    }

    /// The same, only likely.
    #[must_use]
    pub fn assumed(self) -> Self {
        Self { basis: Basis::Assumed, ..self }
    }

    /// The likeliest place of a name that a person typed, else the name itself.
    pub fn typed(gazetteer: &Gazetteer, name: &str, span: Span) -> Self {
        let known = gazetteer.find(name).into_iter().find_map(Sense::place);
        let unknown =
            || Self { span, name: name.into(), code: None, country: None, at: None, basis: Basis::Stated };
        known.map_or_else(unknown, |id| Self::of(gazetteer.place(id), span))
    }
}

/// The sector an actor of this kind acts in where nothing else is said.
fn sector_of(kind: ActorKind) -> Option<Sector> {
    Some(match kind {
        ActorKind::State | ActorKind::Body | ActorKind::Agency => Sector::Gov,
        ActorKind::Organisation => Sector::Igo,
        ActorKind::Force => Sector::Mil,
        ActorKind::ArmedGroup => Sector::Reb,
        ActorKind::Party => Sector::Pty,
        ActorKind::Company => Sector::Bus,
        ActorKind::People => Sector::Civ,
        ActorKind::Person => return None,
    })
}
