//! What belongs to what: actors that act for others, places that lie in others.

use super::{Actor, Gazetteer};

impl Gazetteer {
    /// ISO 3166-1 alpha-3 of an actor's country: its own, else that of what it is part of.
    pub fn country_of<'g>(&'g self, actor: &'g Actor) -> Option<&'g str> {
        actor.country().or_else(|| {
            let outer = self.actor_by_code(actor.part_of.as_deref()?)?;
            self.country_of(self.actor(outer))
        })
    }

    /// Whether `inner` belongs to or acts for `outer` (both codes), or is it: Putin and the Kremlin for RUS,
    /// at any date. Persons act for whom they had a role in, bodies and forces for what they are part of.
    /// An armed group stands for itself, wherever it fights, and a member is not its alliance.
    pub fn acts_for(&self, inner: &str, outer: &str) -> bool {
        reaches(inner, outer, |code, next| {
            if let Some(id) = self.actor_by_code(code) {
                let actor = self.actor(id);
                next.extend(actor.part_of.as_deref());
                next.extend(actor.roles.iter().map(|r| r.acts_for.as_str()));
            }
        })
    }

    /// Whether `inner` lies in `outer` (both codes), or is it. A place lies in what it is said to be within,
    /// in its country, and in whatever holds those.
    pub fn lies_in(&self, inner: &str, outer: &str) -> bool {
        reaches(inner, outer, |code, next| {
            if let Some(id) = self.place_by_code(code) {
                let place = self.place(id);
                next.extend(place.within.as_deref());
                next.extend(place.country.as_deref());
            }
        })
    }
}

/// Walks from `inner` along `step` and says whether `outer` is met. Each code is taken once, so that a circle
/// in a person's own tables does no harm.
fn reaches<'g>(inner: &'g str, outer: &str, step: impl Fn(&str, &mut Vec<&'g str>)) -> bool {
    let mut seen = vec![inner];
    let mut at = 0;
    while let Some(code) = seen.get(at).copied() {
        if code == outer {
            return true;
        }
        let mut next = Vec::new();
        step(code, &mut next);
        for code in next {
            if !seen.contains(&code) {
                seen.push(code);
            }
        }
        at += 1;
    }
    false
}
