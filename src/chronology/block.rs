//! Which mentions are worth comparing: the same kind of event, days in common, and two roots in common.
//!
//! A root is whom or where a mention names: a party, the country it belongs to, a town, the town's country. Half the
//! news shares one root with the other half; two in common are few. A mention with a single root is thin, and meets
//! all that share it.
//!
//! Cost: a mention stands in a bounded number of blocks and meets at most [`WINDOW`] others in each, the nearest in
//! time, so that the whole grows with n log n (the sort), not with n².

use chrono::{Datelike, Days, NaiveDate};

use super::profile::Profile;
use crate::event::{Basis, EventType};

/// How many followers in the same block a mention is compared with.
const WINDOW: usize = 24;
/// Another article may give another date: so many days off, and so many for what befalls a person only once.
const SLACK_DAYS: (u64, u64) = (3, 31);
/// A time that touches more months than this stands with the undated ones.
const MOST_MONTHS: i32 = 3;
/// How long what recurs is told of without a date.
const NEWS_DAYS: u64 = 31;
/// More roots than this are a list of names, of which the first tell enough.
const MOST_ROOTS: usize = 6;

/// A place in the sorted list of blocks: those that share a key are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// Kind of event and roots.
    key: u64,
    /// Month since year 0; the least number for times too wide for one.
    month: i32,
    /// First day, so that the nearest in time stand together in a block that is too large.
    day: i32,
    mention: u32,
}

/// What of a mention decides whom it meets.
#[derive(Debug, Clone, Copy)]
struct Stance {
    event: EventType,
    /// The last day on which a follower may begin.
    reach: i32,
    thin: bool,
}

/// Marks of a block in the lowest bits of its key: of one root, and of a group of near-synonyms.
const SINGLE: u64 = 1;
const GROUP: u64 = 2;

const WIDE: i32 = i32::MIN;

/// Pairs of mentions worth comparing, each with the lower index first, sorted.
pub(super) fn pairs(profiles: &[Profile<'_>]) -> Vec<(u32, u32)> {
    let mut entries = Vec::with_capacity(profiles.len() * 24);
    let stances: Vec<Stance> =
        profiles.iter().enumerate().map(|(index, profile)| enter(index, profile, &mut entries)).collect();
    entries.sort_unstable();
    entries.dedup();
    let mut pairs = Vec::new();
    for block in entries.chunk_by(|a, b| a.key == b.key) {
        meet(block, &stances, &mut pairs);
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The pairs of one block, whose entries are sorted by month and day; those without a month stand first.
fn meet(block: &[Entry], stances: &[Stance], pairs: &mut Vec<(u32, u32)>) {
    let wide = block.partition_point(|e| e.month == WIDE);
    for (at, entry) in block.iter().enumerate() {
        let own = stances[entry.mention as usize];
        // In blocks of one root only thin mentions meet; in those of a group only mentions of different types.
        let (single, group) = (entry.key & SINGLE != 0, entry.key & GROUP != 0);
        let meets = |f: &&Entry| {
            let other = stances[f.mention as usize];
            f.mention != entry.mention
                && (!single || own.thin || other.thin)
                && (!group || own.event != other.event)
        };
        let near = |f: &&Entry| f.month == entry.month && f.day <= own.reach;
        let followers = block[at + 1..].iter().take_while(near).filter(meets).take(WINDOW);
        pairs.extend(followers.map(|f| ordered(entry.mention, f.mention)));
        if at < wide {
            let found = narrower(entry.day, &block[wide..]).filter(meets);
            pairs.extend(found.map(|f| ordered(entry.mention, f.mention)));
        }
    }
}

/// A pair, the lower index first.
fn ordered(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

/// For a mention of wide time, those of its block that have a month and are nearest to its own day.
fn narrower(day: i32, dated: &[Entry]) -> impl Iterator<Item = &Entry> {
    let since = NaiveDate::from_num_days_from_ce_opt(day).map_or(WIDE, month);
    let from = dated.partition_point(|e| (e.month, e.day) < (since, day));
    dated[from.saturating_sub(WINDOW / 2)..].iter().take(WINDOW)
}

/// Enters a mention into its blocks.
fn enter(index: usize, profile: &Profile<'_>, entries: &mut Vec<Entry>) -> Stance {
    let mention = u32::try_from(index).unwrap_or(u32::MAX);
    let Stretch { months, day, reach } = stretch(profile);
    let roots = roots(profile);
    for (kind, marks) in kinds(profile) {
        // Within an article anything of the kind may be meant, named or not.
        let article = key(kind, profile.article as u64, u64::MAX) | marks;
        entries.push(Entry { key: article, month: WIDE, day: 0, mention });
        for (at, a) in roots.iter().enumerate() {
            let pairs = roots[at + 1..].iter().map(|b| key(kind, *a, *b) | marks);
            // What is known by one root alone is matched by its type alone.
            let single = (marks == 0).then(|| key(kind, *a, 0) | SINGLE);
            for key in pairs.chain(single) {
                entries.extend(months.iter().map(|&month| Entry { key, month, day, mention }));
            }
        }
    }
    Stance { event: profile.mention.event, reach, thin: roots.len() < 2 }
}

/// A number for a kind and two roots, with room for marks. Of a million blocks two share one once in a thousand
/// runs, and then a few more mentions are compared.
const fn key(kind: u64, a: u64, b: u64) -> u64 {
    // The finaliser of SplitMix64: every bit of the input moves every bit of the outcome.
    const fn mix(mut x: u64) -> u64 {
        x = (x ^ x >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ x >> 31
    }
    mix(mix(mix(kind.wrapping_add(0x9e37_79b9_7f4a_7c15)) ^ a).wrapping_add(b)) & !(SINGLE | GROUP)
}

/// Its type, and each group of near-synonyms its trigger belongs to, with the mark of its blocks.
fn kinds(profile: &Profile<'_>) -> impl Iterator<Item = (u64, u64)> {
    let groups = profile.sense.groups;
    let groups = (0..64u64).filter(move |bit| groups >> bit & 1 == 1).map(|bit| (1000 + bit, GROUP));
    std::iter::once((profile.mention.event as u64, 0)).chain(groups)
}

/// Whom and where it names, sorted; each once.
fn roots(profile: &Profile<'_>) -> Vec<u64> {
    let mut roots = Vec::with_capacity(8);
    for party in profile.actors.iter().chain(&profile.recipients) {
        roots.extend(party.roots());
    }
    roots.truncate(MOST_ROOTS);
    if let Some(place) = &profile.place {
        roots.extend(place.roots());
    }
    roots.retain(|r| *r != 0);
    roots.sort_unstable();
    roots.dedup();
    roots
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
    let published = profile.published;
    let wide =
        |near: NaiveDate| Stretch { months: vec![WIDE], day: near.num_days_from_ce(), reach: i32::MAX };
    // What comes once may be told years later; what recurs is told of while it is news.
    let memorable = profile.sense.once(profile.sense).is_some();
    let recent = published.checked_sub_days(Days::new(NEWS_DAYS)).filter(|_| !memorable);
    let Some(time) = profile.time else {
        let Some(first) = recent else { return wide(published) };
        let (day, reach) = (first.num_days_from_ce(), published.num_days_from_ce());
        return Stretch { months: (month(first)..=month(published)).collect(), day, reach };
    };
    let guess = time.basis == Basis::Assumed && time.days.start.is_none();
    let first = time.days.first_day().or(recent.filter(|_| guess));
    let (Some(first), Some(last)) = (first, time.days.last_day()) else {
        return wide(first.unwrap_or(published));
    };
    let once = profile.sense.befalls_once() && profile.recipients.iter().any(|p| p.person);
    let slack = Days::new(if once { SLACK_DAYS.1 } else { SLACK_DAYS.0 });
    let reach = last.checked_add_days(slack).unwrap_or(last);
    let months = month(first.checked_sub_days(slack).unwrap_or(first))..=month(reach);
    if month(last) - month(first) > MOST_MONTHS {
        return wide(first);
    }
    Stretch { months: months.collect(), day: first.num_days_from_ce(), reach: reach.num_days_from_ce() }
}
