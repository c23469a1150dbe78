//! The total order of events, and ids that survive a re-run.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::{Article, Event};
use crate::event::Mention;

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

/// Gives every event an id made from the mention that was published first.
///
/// Eight hex digits of its hash, more where two events would share them.
pub(super) fn name(events: &mut [Event], mentions: &[Mention], articles: &[Article], article_of: &[usize]) {
    let mut turns: BTreeMap<&str, usize> = BTreeMap::new();
    let hashes: Vec<String> = events
        .iter()
        .map(|event| {
            let first = event.mentions.iter().min_by_key(|m| (articles[article_of[**m]].published, **m));
            let id = first.map_or("", |m| mentions[*m].id.as_str());
            // The same sentence twice in an article gives the same mention id.
            let turn = turns.entry(id).or_default();
            *turn += 1;
            let seed = if *turn == 1 { id.to_owned() } else { format!("{id}#{turn}") };
            blake3::hash(seed.as_bytes()).to_hex().to_string()
        })
        .collect();
    let mut sorted: Vec<&str> = hashes.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    for (event, hash) in events.iter_mut().zip(&hashes) {
        let at = sorted.partition_point(|h| *h < hash.as_str());
        let shared = |other: Option<&&str>| {
            other.map_or(0, |o| o.bytes().zip(hash.bytes()).take_while(|(a, b)| a == b).count())
        };
        let longest = shared(at.checked_sub(1).and_then(|i| sorted.get(i))).max(shared(sorted.get(at + 1)));
        hash[..DIGITS.max(longest + 1).min(hash.len())].clone_into(&mut event.id);
    }
}
