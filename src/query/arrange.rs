//! Answers in another order, or in groups.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::chronology::Event;

/// What events are sorted by; equal ones stay in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// When they happened, the oldest first.
    Date,
    /// How many independent sources tell them, the most first.
    Sources,
    /// How many died, the most first.
    Dead,
    /// When they were first reported, the oldest first.
    Reported,
    /// When they were last reported, the latest first.
    Updated,
    /// Who does it, by name.
    Actor,
    /// Where, by name.
    Place,
    /// PLOVER type, by name.
    Type,
}

/// What events are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// Everyone who does it: an event of two actors stands in two groups.
    Actor,
    /// Everyone to or with whom it is done.
    Recipient,
    /// The place.
    Place,
    /// The country of the place, by its code.
    Country,
    /// The month that it lies in; the year of one that lies in no single month.
    Month,
    /// The year that it lies in.
    Year,
    /// PLOVER type.
    Type,
    /// Every publisher that tells it.
    Source,
    /// Whether it happened.
    Status,
}

/// Events of one name.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'c> {
    /// The name; none for events that have none.
    pub name: Option<String>,
    /// Its events, in the order given.
    pub events: Vec<&'c Event>,
}

/// What events are sorted by: a number or a name.
type Key = (Option<i64>, Option<String>);

/// Sorts events; `reverse` turns the order round, and those without a value stay last.
pub fn sort(events: &mut [&Event], by: Order, reverse: bool) {
    let names = |list: &[crate::event::Participant]| list.first().map(|p| p.name.to_string());
    // Numbers where more is first are turned round.
    let key = |e: &Event| -> Key {
        let number = |n: Option<i64>| (n, None);
        let day = |d: NaiveDate| i64::from(d.num_days_from_ce());
        match by {
            Order::Date => (None, None),
            Order::Sources => number(i64::try_from(e.independent).ok().map(|n| -n)),
            Order::Dead => number(e.dead.map(|c| -i64::from(c.min))),
            Order::Reported => number(e.reported.map(|(first, _)| day(first))),
            Order::Updated => number(e.reported.map(|(_, last)| -day(last))),
            Order::Actor => (None, names(&e.actors)),
            Order::Place => (None, e.place.as_ref().map(|p| p.name.to_string())),
            Order::Type => (None, Some(e.event.name().to_owned())),
        }
    };
    if by == Order::Date {
        if reverse {
            events.reverse();
            events.sort_by_key(|e| e.when.is_none());
        }
        return;
    }
    let mut keyed: Vec<(Key, &Event)> = events.iter().map(|e| (key(e), *e)).collect();
    keyed.sort_by(|(a, _), (b, _)| {
        let lacks = |k: &Key| k.0.is_none() && k.1.is_none();
        lacks(a).cmp(&lacks(b)).then(if reverse { b.cmp(a) } else { a.cmp(b) })
    });
    for (slot, (_, event)) in events.iter_mut().zip(keyed) {
        *slot = event;
    }
}

/// Groups events. Months and years stand in the order of time, other groups by size and then by name; events
/// without a name come last.
pub fn group<'c>(events: &[&'c Event], by: Grouping) -> Vec<Group<'c>> {
    let mut groups: BTreeMap<Option<String>, Vec<&'c Event>> = BTreeMap::new();
    for event in events {
        let mut names = names(event, by);
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            groups.entry(None).or_default().push(event);
        }
        for name in names {
            groups.entry(Some(name)).or_default().push(event);
        }
    }
    let mut groups: Vec<_> = groups.into_iter().map(|(name, events)| Group { name, events }).collect();
    let in_time = matches!(by, Grouping::Month | Grouping::Year);
    groups.sort_by_key(|g| {
        let size = if in_time { 0 } else { g.events.len() };
        (g.name.is_none(), std::cmp::Reverse(size))
    });
    groups
}

fn names(e: &Event, by: Grouping) -> Vec<String> {
    let all = |list: &[crate::event::Participant]| list.iter().map(|p| p.name.to_string()).collect();
    let one = |name: Option<String>| name.into_iter().collect();
    match by {
        Grouping::Actor => all(&e.actors),
        Grouping::Recipient => all(&e.recipients),
        Grouping::Place => one(e.place.as_ref().map(|p| p.name.to_string())),
        Grouping::Country => one(e.place.as_ref().and_then(|p| p.country.as_ref()).map(ToString::to_string)),
        Grouping::Month => one(period(e, 7).or_else(|| period(e, 4))),
        Grouping::Year => one(period(e, 4)),
        Grouping::Type => vec![e.event.name().to_owned()],
        Grouping::Source => e.sources.clone(),
        Grouping::Status => vec![e.status.name().to_owned()],
    }
}

/// The month or year that holds all days the event may have been on: so many characters of an ISO day.
fn period(e: &Event, length: usize) -> Option<String> {
    let when = e.when.as_ref()?;
    let (first, last) = (when.first()?, when.last()?);
    let same = first.year() == last.year() && (length == 4 || first.month() == last.month());
    same.then(|| if length == 4 { format!("{:04}", first.year()) } else { first.format("%Y-%m").to_string() })
}

impl Grouping {
    /// Lower case, as typed and as printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Recipient => "recipient",
            Self::Place => "place",
            Self::Country => "country",
            Self::Month => "month",
            Self::Year => "year",
            Self::Type => "type",
            Self::Source => "source",
            Self::Status => "status",
        }
    }
}
