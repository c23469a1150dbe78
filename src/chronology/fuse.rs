//! One event from its mentions: times intersected, the finest place, everyone named once, disagreements kept.

mod cast;
mod copies;
mod toll;
mod when;

use std::collections::BTreeMap;

use super::judge::Judge;
use super::profile::is_saying;
use super::{Article, Conflict, Event, Field};
use crate::event::{Basis, EventType, Mention, Mode, Status};
use crate::gazetteer::{Gazetteer, PlaceKind};

/// Most characters of a line in a table that a reader takes in at once.
const LINE: usize = 140;

/// A mention of the cluster with what surrounds it.
#[derive(Clone, Copy)]
struct Witness<'a> {
    index: usize,
    mention: &'a Mention,
    article: &'a Article,
    /// Who publishes it.
    source: &'a str,
}

/// Fuses a cluster. Its id is left empty: it depends on the other events.
pub(super) fn fuse(
    cluster: &[usize],
    mentions: &[Mention],
    articles: &[Article],
    article_of: &[usize],
    judge: &Judge,
    gazetteer: &Gazetteer,
) -> Event {
    let mut witnesses: Vec<Witness<'_>> = cluster
        .iter()
        .map(|&index| {
            let article = &articles[article_of[index]];
            let source = if article.source.is_empty() { &article.id } else { &article.source };
            Witness { index, mention: &mentions[index], article, source }
        })
        .collect();
    // Oldest report first, wherever order decides.
    witnesses.sort_by_key(|w| (w.article.published, w.index));
    let ruled = |has: fn(&super::Correction) -> bool| -> Vec<Witness<'_>> {
        let by = |w: &&Witness<'_>| judge.corrected.get(&w.index).is_some_and(has);
        let chosen: Vec<_> = witnesses.iter().filter(by).copied().collect();
        if chosen.is_empty() { witnesses.clone() } else { chosen }
    };
    let mut conflicts = Vec::new();
    let (when, basis) = when::fuse(&ruled(|c| c.when.is_some()), &mut conflicts);
    let place = place(&ruled(|c| c.place.is_some()), gazetteer, &mut conflicts);
    let dead = toll::fuse(&witnesses, Field::Dead, |m| m.dead, &mut conflicts);
    let injured = toll::fuse(&witnesses, Field::Injured, |m| m.injured, &mut conflicts);
    let status = status(&ruled(|c| c.status.is_some()), &mut conflicts);
    let (actors, recipients) = cast::fuse(&witnesses, gazetteer);
    let (event, mode) = kind(&ruled(|c| c.event.is_some()));
    let claimed = witnesses.iter().all(|w| w.mention.claimed_by.is_some());
    let mut sources: Vec<String> = witnesses.iter().map(|w| w.source.to_owned()).collect();
    sources.sort_unstable();
    sources.dedup();
    Event {
        id: String::new(),
        event,
        mode,
        status,
        claimed_by: witnesses.first().filter(|_| claimed).and_then(|w| w.mention.claimed_by.clone()),
        when,
        basis,
        actors,
        recipients,
        place,
        dead,
        injured,
        summary: summary(&ruled(|c| c.summary.is_some())),
        mentions: cluster.to_vec(),
        independent: copies::independent(&witnesses),
        reported: witnesses
            .first()
            .zip(witnesses.last())
            .map(|(a, b)| (a.article.published, b.article.published)),
        sources,
        conflicts,
        relations: Vec::new(),
    }
}

/// The type most mentions have, and the mode most of those have; the first reported where equal.
fn kind(witnesses: &[Witness<'_>]) -> (EventType, Option<Mode>) {
    let event = most(witnesses.iter().map(|w| w.mention.event)).unwrap_or(EventType::Other);
    let modes = witnesses.iter().filter(|w| w.mention.event == event).filter_map(|w| w.mention.mode.as_ref());
    (event, most(modes).cloned())
}

/// The most frequent value; the first seen where equal.
fn most<T: Ord + Copy>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, (usize, std::cmp::Reverse<usize>)> = BTreeMap::new();
    for (at, value) in values.enumerate() {
        counts.entry(value).or_insert((0, std::cmp::Reverse(at))).0 += 1;
    }
    counts.into_iter().max_by_key(|(_, rank)| *rank).map(|(value, _)| value)
}

/// What happened outranks what was going on, planned or supposed; a denial beside it is a conflict.
fn status(witnesses: &[Witness<'_>], conflicts: &mut Vec<Conflict>) -> Status {
    let rank = |s: Status| Status::ALL.iter().position(|x| *x == s).unwrap_or(Status::ALL.len());
    let best =
        witnesses.iter().map(|w| w.mention.status).min_by_key(|s| rank(*s)).unwrap_or(Status::Occurred);
    let denied = witnesses.iter().any(|w| w.mention.status == Status::Negated);
    if denied && matches!(best, Status::Occurred | Status::Ongoing) {
        conflicts.push(conflict(Field::Status, witnesses, |w| Some(w.mention.status.name().to_owned())));
    }
    best
}

/// Every value that is given, in the order of first report, with who gives it.
fn conflict(
    field: Field,
    witnesses: &[Witness<'_>],
    value: impl Fn(&Witness<'_>) -> Option<String>,
) -> Conflict {
    let mut values: Vec<(String, Vec<usize>)> = Vec::new();
    for witness in witnesses {
        let Some(value) = value(witness) else { continue };
        match values.iter_mut().find(|(v, _)| *v == value) {
            Some((_, who)) => who.push(witness.index),
            None => values.push((value, vec![witness.index])),
        }
    }
    for (_, who) in &mut values {
        who.sort_unstable();
    }
    Conflict { field, values }
}

/// The finest place; a conflict where two articles name places of which neither holds the other.
fn place(
    witnesses: &[Witness<'_>],
    gazetteer: &Gazetteer,
    conflicts: &mut Vec<Conflict>,
) -> Option<crate::event::PlaceRef> {
    type Named<'a> = (Witness<'a>, &'a crate::event::PlaceRef);
    let all = || witnesses.iter().filter_map(|w| w.mention.place.as_ref().map(|p| (*w, p)));
    let known: Vec<Named<'_>> = all().filter(|(_, p)| p.basis != Basis::Assumed).collect();
    // A place that is only likely stands where no other is known.
    let named: Vec<Named<'_>> = if known.is_empty() { all().collect() } else { known };
    let fineness = |p: &crate::event::PlaceRef| {
        let kind =
            p.code.as_deref().and_then(|c| gazetteer.place_by_code(c)).map(|id| gazetteer.place(id).kind);
        let country = p.code.is_some() && p.code == p.country;
        kind.unwrap_or(if country { PlaceKind::Country } else { PlaceKind::City })
    };
    let holds = |outer: &crate::event::PlaceRef, inner: &crate::event::PlaceRef| {
        outer.name == inner.name
            || match (&inner.code, &outer.code) {
                (Some(i), Some(o)) => i == o || gazetteer.lies_in(i, o) || inner.country.as_ref() == Some(o),
                _ => fineness(outer) < fineness(inner) && outer.country == inner.country,
            }
    };
    let votes = |p: &crate::event::PlaceRef| named.iter().filter(|(_, q)| holds(q, p)).count();
    let best = named.iter().rev().max_by_key(|(_, p)| (votes(p), fineness(p)))?.1;
    let contradicts = |(w, p): &Named<'_>| {
        !holds(p, best)
            && !holds(best, p)
            && fineness(p) >= PlaceKind::Country
            && named.iter().any(|(v, q)| v.article.id != w.article.id && holds(q, best))
    };
    if named.iter().any(contradicts) {
        conflicts.push(conflict(Field::Place, witnesses, |w| {
            w.mention.place.as_ref().map(|p| p.name.to_string())
        }));
    }
    Some(best.clone())
}

/// The line that says most: dated by its own words, both sides known, as full as a table can show.
fn summary(witnesses: &[Witness<'_>]) -> String {
    let worth = |w: &Witness<'_>| {
        let m = w.mention;
        let length = m.summary.chars().count();
        let stated = m.when.as_ref().is_some_and(|t| t.basis == Basis::Stated);
        let known = |list: &[crate::event::Participant]| list.iter().any(|p| p.code.is_some());
        let named = |list: &[crate::event::Participant]| !list.is_empty();
        let firm = matches!(m.status, Status::Occurred | Status::Ongoing);
        let points = u32::from(length > 0 && length <= LINE) * 100
            + u32::from(stated) * 20
            // "announced that sanctions would be lifted" says more than "the announcement".
            + u32::from(!is_saying(m)) * 30
            + u32::from(known(&m.actors)) * 15
            + u32::from(known(&m.recipients)) * 15
            + u32::from(named(&m.actors)) * 10
            + u32::from(named(&m.recipients)) * 10
            + u32::from(m.place.is_some()) * 5
            + u32::from(firm) * 10;
        (points, if length <= LINE { length } else { 0 })
    };
    witnesses.iter().rev().max_by_key(|w| worth(w)).map_or_else(String::new, |w| w.mention.summary.clone())
}
