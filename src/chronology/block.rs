//! Which mentions are worth comparing: the same kind of event, a month in common, someone or somewhere in common.
//!
//! Cost: a mention is compared with at most [`WINDOW`] followers in each of its blocks, and it stands in a bounded
//! number of blocks, so the whole grows with n log n (the sort), not with n². A window is reached only where a
//! hundred mentions of one kind name the same party within days.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};

use super::profile::Profile;
use crate::event::EventType;

/// How many followers in the same block a mention is compared with.
const WINDOW: usize = 48;
/// Another article may give another date: so many days off, and so many for what befalls a person only once.
const SLACK_DAYS: (u64, u64) = (3, 31);
/// A time that touches more months than this stands with the undated ones.
const MOST_MONTHS: i32 = 3;

/// A place in the sorted list of blocks: those that share a key are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// Type or group of near-synonyms.
    kind: u32,
    /// Who or where, as a number.
    anchor: u32,
    /// Month since year 0; the least number for times too wide for one.
    month: i32,
    /// First day, so that the nearest in time stand together in a block that is too large.
    day: i32,
    mention: u32,
    /// The last day on which a follower may begin.
    reach: i32,
    event: EventType,
}

/// Numbers for strings, in order of first sight.
#[derive(Default)]
struct Names<'a>(HashMap<(u8, &'a str), u32>);

impl<'a> Names<'a> {
    fn number(&mut self, kind: u8, name: &'a str) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry((kind, name)).or_insert(next)
    }
}

const WIDE: i32 = i32::MIN;
/// Kinds from here on are groups of near-synonyms, below it types.
const GROUPS: u32 = 1000;

/// Pairs of mentions worth comparing, each with the lower index first, without order and perhaps twice.
pub(super) fn pairs(profiles: &[Profile<'_>]) -> Vec<(u32, u32)> {
    let mut entries = entries(profiles);
    entries.sort_unstable();
    entries.dedup();
    let mut pairs = Vec::new();
    let key = |e: &Entry| (e.kind, e.anchor, e.month);
    for (at, entry) in entries.iter().enumerate() {
        // Those of one type meet under their type; a group of near-synonyms is for the others.
        let new = |f: &&Entry| f.mention != entry.mention && (entry.kind < GROUPS || f.event != entry.event);
        let near = |f: &&Entry| key(f) == key(entry) && f.day <= entry.reach;
        let followers = entries[at + 1..].iter().take_while(near).take(WINDOW).filter(new);
        pairs.extend(followers.map(|f| ordered(entry.mention, f.mention)));
        if entry.month == WIDE {
            pairs.extend(narrower(&entries, at).filter(new).map(|f| ordered(entry.mention, f.mention)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// A pair, the lower index first.
fn ordered(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

/// For a mention of wide time, the ones with the same kind and anchor that have a month, from its own first day on.
///
/// Entries are sorted, so that they follow its block; where there are too many, the nearest to its first day win.
fn narrower(entries: &[Entry], at: usize) -> impl Iterator<Item = &Entry> {
    let own = entries[at];
    let rest = &entries[at + 1..];
    let same = |e: &Entry| (e.kind, e.anchor) == (own.kind, own.anchor);
    let end = rest.partition_point(same);
    let since = NaiveDate::from_num_days_from_ce_opt(own.day).map_or(WIDE, month);
    let from = rest[..end].partition_point(|e| e.month < since);
    let before = rest[..end].partition_point(|e| e.month == WIDE);
    let head = from.saturating_sub(WINDOW / 2).max(before);
    rest[head..end].iter().take(WINDOW)
}

fn entries(profiles: &[Profile<'_>]) -> Vec<Entry> {
    let mut names = Names::default();
    let mut entries = Vec::new();
    for (index, profile) in profiles.iter().enumerate() {
        let mention = u32::try_from(index).unwrap_or(u32::MAX);
        let Stretch { months, day, reach } = stretch(profile);
        let mut anchors = anchors(profile, &mut names);
        anchors.sort_unstable();
        anchors.dedup();
        let article = names.number(b'd', &profile.mention.document);
        let event = profile.mention.event;
        for kind in kinds(profile) {
            entries.push(Entry {
                kind,
                anchor: article,
                month: WIDE,
                day: 0,
                mention,
                reach: i32::MAX,
                event,
            });
            for &anchor in &anchors {
                let entry = |&month| Entry { kind, anchor, month, day, mention, reach, event };
                entries.extend(months.iter().map(entry));
            }
        }
    }
    entries
}

/// Its type, and each group of near-synonyms its trigger belongs to.
fn kinds(profile: &Profile<'_>) -> Vec<u32> {
    let groups = (0..64u32).filter(|bit| profile.sense.groups >> bit & 1 == 1).map(|bit| GROUPS + bit);
    std::iter::once(profile.mention.event as u32).chain(groups).collect()
}

fn anchors<'a>(profile: &'a Profile<'_>, names: &mut Names<'a>) -> Vec<u32> {
    let mut anchors = Vec::new();
    for party in profile.actors.iter().chain(&profile.recipients) {
        if !party.generic {
            anchors.push(names.number(b'n', &party.name));
            // "al-Sharaa" and "Ahmed al-Sharaa" meet under the surname.
            if let Some(last) =
                party.name.rsplit(' ').next().filter(|_| party.person || party.code().is_none())
            {
                anchors.push(names.number(b's', last));
            }
        }
        if let Some(state) = &party.acts_for {
            anchors.push(names.number(b'n', state));
        }
        if let Some(country) = &party.given.country {
            anchors.push(names.number(b'c', country));
        }
    }
    if let Some(place) = &profile.place {
        anchors.push(names.number(b'p', &place.name));
        if let Some(country) = &place.given.country {
            anchors.push(names.number(b'c', country));
        }
    }
    anchors
}

/// Months since year 0.
fn month(day: NaiveDate) -> i32 {
    day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0)
}

/// Where a mention stands in time, for finding others near it.
struct Stretch {
    /// The months it touches, slack included; one mark for a time too wide to list.
    months: Vec<i32>,
    day: i32,
    reach: i32,
}

fn stretch(profile: &Profile<'_>) -> Stretch {
    let Some(time) = profile.time else { return Stretch { months: vec![WIDE], day: 0, reach: i32::MAX } };
    let day = time.days.first_day().map_or(0, |d| d.num_days_from_ce());
    let wide = Stretch { months: vec![WIDE], day, reach: i32::MAX };
    let (Some(first), Some(last)) = (time.days.first_day(), time.days.last_day()) else { return wide };
    let once = profile.sense.befalls_once() && profile.recipients.iter().any(|p| p.person);
    let slack = Days::new(if once { SLACK_DAYS.1 } else { SLACK_DAYS.0 });
    let reach = last.checked_add_days(slack).unwrap_or(last);
    let months = month(first.checked_sub_days(slack).unwrap_or(first))..=month(reach);
    if month(last) - month(first) > MOST_MONTHS {
        return wide;
    }
    Stretch { months: months.collect(), day, reach: reach.num_days_from_ce() }
}
