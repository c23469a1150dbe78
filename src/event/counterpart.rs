//! The other side: where an article is about two who deal with each other, what one of them breaks, agrees to or
//! inquires into is the other's, though the sentence leaves it unsaid.
//!
//! "Israel and Hamas have been negotiating a swap. ... Israel refuses the principle": that of Hamas.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::event::retold::Trace;
use crate::event::{EventType, INTERNATIONAL, Mention, Participant};
use crate::gazetteer::{ActorId, ActorKind, Gazetteer, Sense};

/// How often two must have dealt with each other.
const OFTEN: usize = 2;

/// The sides of an article and their dealings.
#[derive(Debug, Default)]
struct Sides<'m> {
    /// How often two sides stand against each other in one event, both ways.
    dealings: BTreeMap<(&'m str, &'m str), usize>,
    /// What a side goes by: each name and how often.
    names: BTreeMap<&'m str, BTreeMap<&'m str, usize>>,
}

/// Fills in the other side where the article leaves no doubt who that is.
pub(super) fn fill(mentions: &mut [Mention], traces: &[Trace], gazetteer: &Gazetteer, on: NaiveDate) {
    let sides = Sides::of(mentions);
    let main = sides.main();
    let left_out = mentions.iter().zip(traces).enumerate().filter_map(|(at, (mention, trace))| {
        let party = |side: &str| {
            let id = sides.name(side).and_then(|name| collective(name, gazetteer))?;
            Some(Participant::of(gazetteer, id, on, mention.trigger.span).assumed())
        };
        let (actor, recipient) = match (mention.actors.is_empty(), mention.recipients.is_empty()) {
            (false, true) if is_aimed(mention.event) => {
                // A spokesman who declines to answer rejects nobody.
                let itself = |s: &&str| mention.actors.iter().all(|a| sides.name(s) == Some(&*a.name));
                let other = common(&mention.actors).filter(itself).and_then(|s| sides.other(s));
                (None, other.and_then(party))
            }
            (true, false) if is_done(mention.event) => {
                let other = common(&mention.recipients).and_then(|s| sides.other(s));
                (other.and_then(party), None)
            }
            // "the truce has held": both sides'.
            (true, true) if trace.nominal && trace.definite && is_shared(mention.event) => {
                let (a, b) = main?;
                (party(a), party(b))
            }
            _ => return None,
        };
        Some((at, actor, recipient))
    });
    for (at, actor, recipient) in left_out.collect::<Vec<_>>() {
        mentions[at].actors.extend(actor);
        mentions[at].recipients.extend(recipient);
    }
}

/// Whoever does such a thing does it to the other side.
const fn is_aimed(event: EventType) -> bool {
    use EventType::{Cooperate, Legal, Reject};
    matches!(event, Cooperate | Legal | Reject)
}

/// Whom such a thing is done to, the other side does it to.
const fn is_done(event: EventType) -> bool {
    matches!(event, EventType::Coerce | EventType::Legal)
}

/// Both sides are in it.
const fn is_shared(event: EventType) -> bool {
    use EventType::{Agree, Coerce, Legal, Retreat};
    matches!(event, Agree | Coerce | Legal | Retreat)
}

impl<'m> Sides<'m> {
    fn of(mentions: &'m [Mention]) -> Self {
        let mut sides = Self::default();
        for mention in mentions {
            for party in mention.actors.iter().chain(&mention.recipients) {
                if let Some(key) = side(party) {
                    let name = party.acts_for.as_deref().unwrap_or(&party.name);
                    *sides.names.entry(key).or_default().entry(name).or_default() += 1;
                }
            }
            if mention.actors.is_empty() || mention.recipients.is_empty() {
                continue;
            }
            let keys = |parties: &'m [Participant]| {
                let mut keys: Vec<&str> = parties.iter().filter_map(side).collect();
                keys.sort_unstable();
                keys.dedup();
                keys
            };
            let (did, undergone) = (keys(&mention.actors), keys(&mention.recipients));
            for a in did {
                for b in undergone.iter().copied().filter(|b| *b != a) {
                    *sides.dealings.entry((a, b)).or_default() += 1;
                    *sides.dealings.entry((b, a)).or_default() += 1;
                }
            }
        }
        sides
    }

    /// The one side that another deals with: often, and twice as often as with any third.
    fn other(&self, side: &str) -> Option<&'m str> {
        let dealings = self.dealings.iter().filter(|((a, _), _)| *a == side);
        let mut found: Vec<(usize, &str)> = dealings.map(|((_, b), count)| (*count, *b)).collect();
        found.sort_by(|a, b| b.cmp(a));
        let (most, other) = found.first().copied()?;
        let second = found.get(1).map_or(0, |(count, _)| *count);
        (most >= OFTEN && most >= 2 * second).then_some(other)
    }

    /// The two sides of the article, if it has two: the first is who does more.
    fn main(&self) -> Option<(&'m str, &'m str)> {
        let once = self.dealings.iter().filter(|((a, b), _)| a < b);
        let mut found: Vec<(usize, (&str, &str))> = once.map(|(pair, count)| (*count, *pair)).collect();
        found.sort_by(|a, b| b.cmp(a));
        let (most, pair) = found.first().copied()?;
        let second = found.get(1).map_or(0, |(count, _)| *count);
        (most >= OFTEN && most >= 2 * second).then_some(pair)
    }

    /// What a side goes by most often.
    fn name(&self, side: &str) -> Option<&'m str> {
        let names = self.names.get(side)?;
        names.iter().max_by_key(|(_, count)| **count).map(|(name, _)| *name)
    }
}

/// The side someone is on: their country, else whom they act for, else themselves; nobody nameless is on one.
fn side(party: &Participant) -> Option<&str> {
    let country = party.country.as_deref().filter(|c| *c != INTERNATIONAL);
    country.or(party.acts_for.as_deref()).or_else(|| party.is_named().then_some(&*party.name))
}

/// The side that all of them are on who are on any.
fn common(parties: &[Participant]) -> Option<&str> {
    let mut all = parties.iter().filter_map(side);
    let first = all.next()?;
    all.all(|side| side == first).then_some(first)
}

/// The state, body or group of a name.
fn collective(name: &str, gazetteer: &Gazetteer) -> Option<ActorId> {
    let actors = gazetteer.find(name).into_iter().filter_map(Sense::actor).map(|(id, _)| id);
    actors.into_iter().find(|id| {
        let entry = gazetteer.actor(*id);
        entry.name == name && entry.kind != ActorKind::Person
    })
}
