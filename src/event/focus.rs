//! The state an article is about, where it is about one: whose "the army" and "the president" are.

use std::collections::BTreeMap;

use crate::gazetteer::{ActorId, ActorKind, Gazetteer, PlaceId, PlaceKind, Sense};
use crate::syntax::unit::Unit;

/// Counts the states an article names, by themselves, by their people, officials and places.
#[derive(Debug, Default)]
pub(super) struct Focus<'g> {
    counts: BTreeMap<&'g str, usize>,
    /// Regions and provinces.
    lands: BTreeMap<PlaceId, usize>,
}

impl<'g> Focus<'g> {
    /// Counts the names of a sentence.
    pub(super) fn count(&mut self, text: &str, units: &[Unit<'_>], gazetteer: &'g Gazetteer) {
        for unit in units {
            let place = unit.senses.iter().copied().find_map(Sense::place);
            if let Some(id) = place
                && matches!(gazetteer.place(id).kind, PlaceKind::Region | PlaceKind::Province)
            {
                *self.lands.entry(id).or_default() += 1;
            }
            // "Congress" is any state's that has one.
            let Some(sense) = unit.senses.first().filter(|_| unit.span.text(text) != "Congress") else {
                continue;
            };
            let country = match sense {
                Sense::Actor(id, _) => gazetteer.country_of(gazetteer.actor(*id)),
                Sense::Place(id, _) => {
                    let place = gazetteer.place(*id);
                    place.country.as_deref()
                }
            };
            if let Some(country) = country {
                *self.counts.entry(country).or_default() += 1;
            }
        }
    }

    /// Of each state the one part that the article is about, if it is about one.
    pub(super) fn lands(&self, gazetteer: &Gazetteer) -> Vec<PlaceId> {
        let mut states: Vec<&str> =
            self.lands.keys().filter_map(|id| gazetteer.place(*id).country.as_deref()).collect();
        states.sort_unstable();
        states.dedup();
        states.into_iter().filter_map(|state| self.land(gazetteer, state)).collect()
    }

    /// The one region or province of a country that the article is about: named three times, and twice as often as
    /// any other.
    fn land(&self, gazetteer: &Gazetteer, country: &str) -> Option<PlaceId> {
        let within = |id: &PlaceId| gazetteer.place(*id).country.as_deref() == Some(country);
        let mut counts: Vec<(usize, PlaceId)> =
            self.lands.iter().filter(|(id, _)| within(id)).map(|(id, n)| (*n, *id)).collect();
        counts.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
        let (most, id) = counts.first().copied()?;
        let second = counts.get(1).map_or(0, |(n, _)| *n);
        (most >= 3 && most >= 2 * second).then_some(id)
    }

    /// The state that is named at least twice, twice as often as any other, and for two fifths of all names.
    pub(super) fn home(&self, gazetteer: &Gazetteer) -> Option<ActorId> {
        let mut counts: Vec<(usize, &str)> = self.counts.iter().map(|(c, n)| (*n, *c)).collect();
        counts.sort_by(|a, b| b.cmp(a));
        let total: usize = counts.iter().map(|(n, _)| n).sum();
        let (most, code) = counts.first().copied()?;
        let second = counts.get(1).map_or(0, |(n, _)| *n);
        let clear = most >= 2 && most >= 2 * second && 5 * most >= 2 * total;
        let id = gazetteer.actor_by_code(code).filter(|_| clear)?;
        (gazetteer.actor(id).kind == ActorKind::State).then_some(id)
    }
}
