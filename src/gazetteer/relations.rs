//! What an entry says of others: members, capitals, adjectives, what lies around a place, what followed a state.

use chrono::NaiveDate;

use super::{Actor, ActorId, ActorKind, Gazetteer, NameKind, PlaceId, Sense};

impl Gazetteer {
    /// Members of an organisation or alliance, by its entry.
    pub fn members(&self, code: &str) -> impl Iterator<Item = ActorId> + '_ {
        let actor = self.actor_by_code(code).map(|id| self.actor(id));
        actor.into_iter().flat_map(|a| &a.members).filter_map(|code| self.actor_by_code(code))
    }

    /// A country's capital.
    pub fn capital(&self, country: &str) -> Option<PlaceId> {
        let place = self.place(self.place_by_code(country)?);
        self.place_by_code(place.capital.as_deref()?)
    }

    /// The state or people an adjective is of: "Syrian" is of Syria. The likeliest where several share it.
    pub fn of_adjective(&self, word: &str) -> Option<ActorId> {
        self.find(word).into_iter().find_map(|sense| match sense {
            Sense::Actor(id, NameKind::Adjective | NameKind::People) => Some(id),
            _ => None,
        })
    }

    /// The people a state is named for, where they have an entry of their own: the Palestinians.
    pub fn people_of(&self, state: &Actor) -> Option<ActorId> {
        let later = || self.actor_by_code(state.successors.first()?).map(|id| self.actor(id));
        let adjective = state.adjectives.first().or_else(|| later()?.adjectives.first())?;
        let bearers = self.find(&format!("{adjective}s")).into_iter().filter_map(Sense::actor);
        bearers.map(|(id, _)| id).find(|id| self.actor(*id).kind == ActorKind::People)
    }

    /// What a place lies in, from the narrowest to the widest: Qamishli, then Hasakah, Syria, the Middle East.
    pub fn around(&self, place: PlaceId) -> Vec<PlaceId> {
        let mut chain = Vec::new();
        let mut at = place;
        loop {
            let entry = self.place(at);
            let outer = entry.within.as_deref().into_iter().chain(entry.country.as_deref());
            let next =
                outer.filter_map(|code| self.place_by_code(code)).find(|o| *o != at && !chain.contains(o));
            match next.filter(|next| *next != place) {
                Some(next) => {
                    chain.push(next);
                    at = next;
                }
                None => return chain,
            }
        }
    }

    /// The state that a code meant on a day: the Soviet Union for Russia before 1991-12-26, and Russia for the Soviet
    /// Union after. The state itself where nothing is said of its years.
    pub fn state_on(&self, code: &str, day: NaiveDate) -> Option<ActorId> {
        let id = self.actor_by_code(code)?;
        let actor = self.actor(id);
        if actor.existed_on(day) {
            return Some(id);
        }
        let successor = actor.successors.iter().filter_map(|code| self.actor_by_code(code));
        let successor = successor.into_iter().find(|id| self.actor(*id).existed_on(day));
        successor.or_else(|| {
            let mut states = self.actors().filter(|(_, a)| a.kind == ActorKind::State);
            states
                .find(|(_, a)| a.successors.iter().any(|s| s == code) && a.existed_on(day))
                .map(|(id, _)| id)
        })
    }
}
