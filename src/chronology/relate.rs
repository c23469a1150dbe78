//! How events stand to each other in time, and which of them belong to one story.

use super::{Chronology, Event};
use crate::event::{Basis, EventType, Participant, Status};
use crate::time::{Allen, AllenSet, Interval, relations};

/// The events of the same story around one, as indices into [`Chronology::events`], nearest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Neighbours {
    /// Over before it began.
    pub before: Vec<usize>,
    /// Perhaps at the same time.
    pub around: Vec<usize>,
    /// Begun when it was over.
    pub after: Vec<usize>,
}

impl Event {
    /// Which of Allen's relations may hold between the two, by their times alone.
    pub fn relations(&self, other: &Self) -> AllenSet {
        let hull = |e: &Self| e.when.map_or(Interval::ALWAYS, |w| w.interval());
        relations(&hull(self), &hull(other))
    }

    /// Whether a reader of the chronology can do without it: it names nobody and no place, and no words of its own
    /// date it; or it is only supposed or denied, and nothing dates it.
    pub fn is_marginal(&self) -> bool {
        let bare = self.actors.is_empty() && self.recipients.is_empty() && self.place.is_none();
        let unreal = matches!(self.status, Status::Hypothetical | Status::Negated);
        let dated = self.basis.is_some_and(|b| b != Basis::Assumed);
        (bare && self.basis != Some(Basis::Stated)) || (unreal && !dated)
    }

    /// Whether it is something that happens, dated and not merely said, supposed or denied: what a short
    /// chronology keeps.
    pub fn is_notable(&self) -> bool {
        let said = matches!(
            self.event,
            EventType::Statement
                | EventType::Accuse
                | EventType::Request
                | EventType::Threaten
                | EventType::Support
                | EventType::Reject
        );
        let real = matches!(self.status, Status::Occurred | Status::Ongoing | Status::Planned);
        self.when.is_some() && real && !said
    }

    /// Whether the two share a participant, or a place below the country.
    fn shares_story(&self, other: &Self) -> bool {
        let same_place = self
            .place
            .as_ref()
            .zip(other.place.as_ref())
            .is_some_and(|(p, q)| p.name == q.name && (p.code.is_none() || p.code != p.country));
        let same = |p: &Participant, q: &Participant| {
            if p.code.is_some() { p.code == q.code } else { q.code.is_none() && p.name == q.name }
        };
        same_place || self.cast().any(|p| other.cast().any(|q| same(p, q)))
    }

    fn cast(&self) -> impl Iterator<Item = &Participant> {
        self.actors.iter().chain(&self.recipients)
    }
}

impl Chronology {
    /// Up to `most` events of the same story on each side of the event at this place, and as many around it.
    pub fn neighbours(&self, at: usize, most: usize) -> Neighbours {
        let mut found = Neighbours::default();
        let Some(event) = self.events.get(at) else { return found };
        let earlier = self.events.iter().enumerate().take(at).rev();
        let later = self.events.iter().enumerate().skip(at + 1);
        for (index, other) in earlier.chain(later) {
            if !event.shares_story(other) {
                continue;
            }
            let may = other.relations(event);
            let only = |a: Allen, b: Allen| may.iter().all(|r| r == a || r == b);
            let side = if only(Allen::Before, Allen::Meets) {
                &mut found.before
            } else if only(Allen::After, Allen::MetBy) {
                &mut found.after
            } else {
                &mut found.around
            };
            if side.len() < most {
                side.push(index);
            }
        }
        found
    }
}
