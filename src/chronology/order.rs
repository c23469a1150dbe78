//! The total order of events, and ids that survive a re-run.

use chrono::NaiveDateTime;

use super::signal::Stated;
use super::{Article, Chronology, Event, Sequence};

/// Fewest digits of an id: enough for a store of some thousand events, short enough to type.
const DIGITS: usize = 8;

/// Sorts by first possible time (an open start by the last), then by last, then by where it is told first. Events
/// without a time come last.
pub(super) fn sort(events: &mut [Event]) {
    type Key = (bool, Option<NaiveDateTime>, bool, Option<NaiveDateTime>, Option<usize>);
    let key = |event: &Event| -> Key {
        let hull = event.when.map(|w| w.interval());
        let start = hull.and_then(|h| {
            h.start.or_else(|| h.end.and_then(|e| e.checked_sub_signed(chrono::TimeDelta::days(1))))
        });
        let end = hull.and_then(|h| h.end);
        // Mentions are sorted by document and offset, so that an index stands for both.
        (start.is_none(), start, end.is_none(), end, event.mentions.first().copied())
    };
    events.sort_by_cached_key(key);
}

/// Puts events without a time beside those with one that a text sets them against: "after the vote" behind the vote.
///
/// One that is set against several goes behind the last it follows, else before the first it precedes.
pub(super) fn by_relation(chronology: &mut Chronology, stated: &mut [Stated]) {
    let undated = |e: &Event| e.when.is_none();
    let dated = chronology.events.iter().take_while(|e| !undated(e)).count();
    if dated == chronology.events.len() || stated.is_empty() {
        return;
    }
    // Each place in the new order: the old number of an event, dated ones first, undated ones put in as they are found.
    let mut order: Vec<usize> = (0..dated).collect();
    let mut waiting: Vec<usize> = (dated..chronology.events.len()).collect();
    loop {
        let place = |wanted: usize, order: &[usize]| order.iter().position(|at| *at == wanted);
        let next = waiting.iter().enumerate().find_map(|(slot, event)| {
            let sides = stated.iter().filter_map(|r| {
                let (other, is) = match (r.of == *event, r.to == *event) {
                    (true, _) => (r.to, r.is),
                    (_, true) => (r.of, r.is.inverse()),
                    _ => return None,
                };
                Some((place(other, &order)?, is))
            });
            let sides: Vec<(usize, Sequence)> = sides.collect();
            let behind = sides.iter().filter(|(_, is)| *is != Sequence::Before).map(|(at, _)| at + 1).max();
            let before = sides.iter().map(|(at, _)| *at).min();
            behind.or(before).map(|at| (slot, at))
        });
        let Some((slot, at)) = next else { break };
        order.insert(at, waiting.remove(slot));
    }
    order.extend(waiting);
    let mut to = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        to[*old] = new;
    }
    let mut events: Vec<Option<Event>> =
        std::mem::take(&mut chronology.events).into_iter().map(Some).collect();
    chronology.events = order.iter().filter_map(|old| events[*old].take()).collect();
    for relation in stated {
        (relation.of, relation.to) = (to[relation.of], to[relation.to]);
    }
}

/// Gives every event an id made from the key of its first report: of the oldest batch of articles, so that articles
/// added later, however old, change no id.
///
/// Eight hex digits of it, more where another event's key begins alike.
pub(super) fn name(events: &mut [Event], keys: &[String], articles: &[Article], article_of: &[usize]) {
    let heads: Vec<&str> = events
        .iter()
        .map(|event| {
            let rank = |m: &&usize| {
                let article = &articles[article_of[**m]];
                (article.batch, article.published, **m)
            };
            event.mentions.iter().min_by_key(rank).map_or("", |m| keys[*m].as_str())
        })
        .collect();
    let mut sorted = heads.clone();
    sorted.sort_unstable();
    for (event, key) in events.iter_mut().zip(&heads) {
        let at = sorted.partition_point(|k| k < key);
        let shared = |other: Option<&&str>| {
            other.map_or(0, |o| o.bytes().zip(key.bytes()).take_while(|(a, b)| a == b).count())
        };
        let longest = shared(at.checked_sub(1).and_then(|i| sorted.get(i))).max(shared(sorted.get(at + 1)));
        key[..DIGITS.max(longest + 1).min(key.len())].clone_into(&mut event.id);
    }
}
