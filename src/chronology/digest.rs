//! What questions ask of a chronology, in columns: every name once, and a line of numbers an event.
//!
//! A question looks at each name once and not at each time it is used, and a store can keep the digest beside its
//! files and answer without reading them.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::words::fold_into;
use super::{Chronology, Event, Field};
use crate::event::{Basis, EventType, Participant, PlaceRef, Short, Status};
use crate::gazetteer::Sector;
use crate::span::Span;
use crate::time::{Edtf, Interval};

/// The columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Digest {
    /// Every participant that differs from the others in more than where it stands.
    pub parties: Vec<Participant>,
    /// Every place.
    pub places: Vec<PlaceRef>,
    /// Every mode and every publisher.
    pub words: Vec<String>,
    /// A line an event, in the order of the chronology.
    pub lines: Vec<Line>,
}

/// An event in numbers, which count in the columns of its [`Digest`].
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// PLOVER type.
    pub event: EventType,
    /// PLOVER mode, among the words.
    pub mode: Option<u32>,
    /// Whether it happened.
    pub status: Status,
    /// Whether it is only claimed.
    pub claimed: bool,
    /// When it may have been.
    pub when: Option<Interval>,
    /// Whether that is one date, however coarse, and not a stretch between two.
    pub is_date: bool,
    /// How the date is known.
    pub basis: Option<Basis>,
    /// Who does it, among the parties.
    pub actors: Vec<u32>,
    /// To or with whom.
    pub recipients: Vec<u32>,
    /// Where, among the places.
    pub place: Option<u32>,
    /// Who tells it, among the words.
    pub sources: Vec<u32>,
    /// How many of them are independent.
    pub independent: u32,
    /// The days of the first and the last report.
    pub reported: Option<(NaiveDate, NaiveDate)>,
    /// What sources disagree on, a bit for each [`Field`].
    pub conflicts: u8,
}

/// The words of every event's summary and quotes, folded, for [`Digest::lines`] one by one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording {
    /// All of it; each word has a blank before it, each sentence ends its line.
    pub text: String,
    /// Where each event's part ends.
    pub ends: Vec<u32>,
}

impl Line {
    /// Whether sources disagree on this field.
    pub fn disputes(&self, field: Field) -> bool {
        self.conflicts >> (field as u8) & 1 == 1
    }
}

impl Digest {
    /// Takes the columns from a chronology.
    pub fn of(chronology: &Chronology) -> Self {
        let mut digest = Self::default();
        let mut seen = Seen::default();
        digest.lines = chronology.events.iter().map(|e| seen.line(e)).collect();
        digest.parties = in_order(seen.parties);
        digest.places = in_order(seen.places);
        digest.words = in_order(seen.words);
        digest
    }
}

impl Wording {
    /// Folds the summary and every quote of every event.
    pub fn of(chronology: &Chronology) -> Self {
        let mut wording = Self::default();
        for event in &chronology.events {
            fold_into(&event.summary, &mut wording.text);
            for mention in event.mentions.iter().filter_map(|i| chronology.mentions.get(*i)) {
                wording.text.push('\n');
                fold_into(&mention.sentence.text, &mut wording.text);
            }
            wording.text.push('\n');
            wording.ends.push(u32::try_from(wording.text.len()).unwrap_or(u32::MAX));
        }
        wording
    }

    /// The words of one event.
    pub fn at(&self, event: usize) -> &str {
        let start = event.checked_sub(1).and_then(|i| self.ends.get(i)).map_or(0, |end| *end as usize);
        let end = self.ends.get(event).map_or(0, |end| *end as usize);
        self.text.get(start..end).unwrap_or("")
    }
}

/// Names with the number each was given.
#[derive(Default)]
struct Seen {
    parties: HashMap<PartyKey, (u32, Participant)>,
    places: HashMap<PlaceKey, (u32, PlaceRef)>,
    words: HashMap<String, (u32, String)>,
}

type PartyKey = (Short, Option<Short>, Option<Short>, Option<Short>, Option<Sector>);
/// A float has no equality worth the name; its bits do.
type PlaceKey = (Short, Option<Short>, Option<Short>, Option<(u32, u32)>);

impl Seen {
    fn line(&mut self, e: &Event) -> Line {
        let sources = e.sources.iter().map(|s| self.word(s)).collect();
        let bit = |c: &super::Conflict| 1u8 << (c.field as u8);
        Line {
            event: e.event,
            mode: e.mode.as_ref().map(|m| self.word(&m.0)),
            status: e.status,
            claimed: e.claimed_by.is_some(),
            when: e.when.map(|w| w.interval()),
            is_date: e.when.is_some_and(|w| matches!(w.edtf, Edtf::Date(_))),
            basis: e.basis,
            actors: e.actors.iter().map(|p| self.party(p)).collect(),
            recipients: e.recipients.iter().map(|p| self.party(p)).collect(),
            place: e.place.as_ref().map(|p| self.place(p)),
            sources,
            independent: u32::try_from(e.independent).unwrap_or(u32::MAX),
            reported: e.reported,
            conflicts: e.conflicts.iter().map(bit).fold(0, |set, b| set | b),
        }
    }

    fn word(&mut self, word: &str) -> u32 {
        number(&mut self.words, word.to_owned(), || word.to_owned())
    }

    fn party(&mut self, p: &Participant) -> u32 {
        let key = (p.name.clone(), p.code.clone(), p.acts_for.clone(), p.country.clone(), p.sector);
        number(&mut self.parties, key, || Participant { span: Span::default(), ..p.clone() })
    }

    fn place(&mut self, p: &PlaceRef) -> u32 {
        let at = p.at.map(|(lat, lon)| (lat.to_bits(), lon.to_bits()));
        let key = (p.name.clone(), p.code.clone(), p.country.clone(), at);
        number(&mut self.places, key, || PlaceRef { span: Span::default(), ..p.clone() })
    }
}

fn number<K: std::hash::Hash + Eq, V>(
    map: &mut HashMap<K, (u32, V)>,
    key: K,
    value: impl FnOnce() -> V,
) -> u32 {
    let next = u32::try_from(map.len()).unwrap_or(u32::MAX);
    map.entry(key).or_insert_with(|| (next, value())).0
}

/// The values by their numbers.
fn in_order<K, V>(map: HashMap<K, (u32, V)>) -> Vec<V> {
    let mut all: Vec<(u32, V)> = map.into_values().collect();
    all.sort_unstable_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, value)| value).collect()
}
