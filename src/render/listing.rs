//! What each kind of list shows in each kind of format.
//!
//! A list is events, mentions or time expressions. People get columns of a few words ([`Listed::cells`]),
//! spreadsheets get a field a fact ([`Listed::fields`]), programs get the row itself ([`Listed::row`]).

use chrono::NaiveDate;
use serde::Serialize;

use crate::chronology::{Chronology, Event};
use crate::document::Document;
use crate::event::{Basis, Count, Mention, Participant, PlaceRef, Status};
use crate::render::clean::clean;
use crate::render::rows::{EventRow, MentionRow, Shown, TimexRow, WhenRow};
use crate::render::{dates, events};
use crate::timex::Timex;

/// A column of a table: its heading and its share of the width.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) name: &'static str,
    /// The heading where room is short.
    pub(super) short: &'static str,
    /// Its words are never broken.
    pub(super) whole: bool,
    /// Never narrower than this many characters, unless its content is.
    pub(super) least: u16,
    /// Never wider than this many.
    pub(super) most: u16,
    /// How much wider than others it may stay when room is short.
    pub(super) weight: u16,
    /// Left out in this order where there is no room at all; 0 never.
    pub(super) drop: u8,
    /// Left out where every row says the same.
    pub(super) differs: bool,
}

/// A column of words that stay whole: dates, codes, counts.
pub(super) const fn fixed(name: &'static str) -> Column {
    Column { name, short: name, whole: true, least: 4, most: 24, weight: 1, drop: 0, differs: false }
}

/// A column of prose, which is wrapped.
pub(super) const fn prose(name: &'static str, least: u16, most: u16, weight: u16) -> Column {
    Column { name, short: name, whole: false, least, most, weight, drop: 0, differs: false }
}

const WIDE: u16 = 400;

/// One field of a CSV row: text is made harmless for spreadsheets, numbers go as they are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Field {
    Text(String),
    Number(String),
}

impl Field {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn number(n: impl Into<u64>) -> Self {
        Self::Number(n.into().to_string())
    }

    pub(super) fn maybe<T: ToString>(n: Option<T>) -> Self {
        Self::Number(n.map(|n| n.to_string()).unwrap_or_default())
    }
}

/// Something a list is made of.
pub(super) trait Listed {
    type Row<'r>: Serialize
    where
        Self: 'r;
    const COLUMNS: &'static [Column];
    const FIELDS: &'static [&'static str];
    fn cells(&self) -> Vec<String>;
    fn fields(&self) -> Vec<Field>;
    fn row(&self) -> Self::Row<'_>;
}

/// An event with the chronology its mentions are in.
pub(super) struct EventItem<'a> {
    pub(super) chronology: &'a Chronology,
    pub(super) event: &'a Event,
}

impl Listed for EventItem<'_> {
    type Row<'r>
        = EventRow<'r>
    where
        Self: 'r;

    const COLUMNS: &'static [Column] = &[
        fixed("When"),
        prose("Event", 14, WIDE, 2),
        Column { drop: 4, ..prose("Actors", 12, 40, 1) },
        Column { drop: 3, ..prose("Place", 8, 20, 1) },
        Column { drop: 1, ..fixed("Type") },
        Column { short: "Src", drop: 2, ..fixed("Sources") },
        fixed("Id"),
    ];

    const FIELDS: &'static [&'static str] = events::FIELDS;

    fn cells(&self) -> Vec<String> {
        let e = self.event;
        let conflicts: Vec<_> = e.conflicts.iter().map(|c| c.field.name()).collect();
        let mut summary = said(&e.summary, e.status, e.claimed_by.as_deref());
        if !conflicts.is_empty() {
            summary = format!("{summary} [sources differ: {}]", conflicts.join(", "));
        }
        vec![
            dates::when(e.when.as_ref(), e.basis),
            summary,
            parties(&e.actors, &e.recipients),
            place(e.place.as_ref()),
            e.event.name().to_owned(),
            sources(e),
            clean(&e.id),
        ]
    }

    fn fields(&self) -> Vec<Field> {
        events::fields(self.event)
    }

    fn row(&self) -> EventRow<'_> {
        EventRow::new(self.chronology, self.event)
    }
}

/// A mention.
pub(super) struct MentionItem<'a>(pub(super) &'a Mention);

impl Listed for MentionItem<'_> {
    type Row<'r>
        = MentionRow<'r>
    where
        Self: 'r;

    const COLUMNS: &'static [Column] = &[
        fixed("When"),
        prose("Event", 14, WIDE, 2),
        Column { drop: 4, ..prose("Actors", 12, 40, 1) },
        Column { drop: 3, ..prose("Place", 8, 20, 1) },
        Column { drop: 2, ..fixed("Type") },
        prose("Trigger", 8, 16, 1),
        Column { drop: 1, differs: true, ..prose("Article", 12, 40, 1) },
    ];

    const FIELDS: &'static [&'static str] = &[
        "article",
        "id",
        "start",
        "end",
        "trigger",
        "edtf",
        "first",
        "last",
        "basis",
        "expression",
        "rule",
        "type",
        "mode",
        "status",
        "claimed_by",
        "actors",
        "recipients",
        "place",
        "country",
        "lat",
        "lon",
        "assumed",
        "dead",
        "injured",
        "summary",
        "sentence",
    ];

    fn cells(&self) -> Vec<String> {
        let m = self.0;
        vec![
            dates::when(m.when.as_ref().map(|w| &w.value), m.when.as_ref().map(|w| w.basis)),
            said(&m.summary, m.status, m.claimed_by.as_deref()),
            parties(&m.actors, &m.recipients),
            place(m.place.as_ref()),
            m.event.name().to_owned(),
            clean(&m.trigger.text),
            clean(&m.document),
        ]
    }

    fn fields(&self) -> Vec<Field> {
        let m = self.0;
        let mut fields = vec![
            Field::text(&m.document),
            Field::text(&m.id),
            Field::number(m.trigger.span.start),
            Field::number(m.trigger.span.end),
            Field::text(m.trigger.text.as_str()),
        ];
        let when = m.when.as_ref();
        fields.extend(when_fields(when.map(|w| WhenRow::new(&w.value, Some(w.basis)))));
        fields.extend([
            Field::text(when.and_then(|w| w.expression.as_ref()).map_or("", |q| &q.text)),
            Field::text(when.map_or("", |w| &w.rule)),
            Field::text(m.event.name()),
            Field::text(m.mode.as_ref().map_or("", |mode| &mode.0)),
            Field::text(m.status.name()),
            Field::text(m.claimed_by.as_deref().unwrap_or("")),
            Field::text(names(&m.actors)),
            Field::text(names(&m.recipients)),
        ]);
        fields.extend(place_fields(m.place.as_ref()));
        fields.extend([
            assumed(&m.actors, &m.recipients, m.place.as_ref()),
            Field::text(count(m.dead)),
            Field::text(count(m.injured)),
            Field::text(&m.summary),
            Field::text(m.sentence.text.as_str()),
        ]);
        fields
    }

    fn row(&self) -> MentionRow<'_> {
        self.0.into()
    }
}

/// A time expression with its article.
pub(super) struct TimexItem<'a> {
    pub(super) document: &'a Document,
    pub(super) among: &'a [Timex],
    pub(super) timex: &'a Timex,
}

impl TimexItem<'_> {
    fn words(&self) -> &str {
        self.timex.span.text(&self.document.text)
    }
}

impl Listed for TimexItem<'_> {
    type Row<'r>
        = TimexRow<'r>
    where
        Self: 'r;

    const COLUMNS: &'static [Column] = &[
        prose("Expression", 12, 40, 1),
        Column { drop: 2, ..fixed("Type") },
        prose("Value", 10, 24, 1),
        prose("Days", 14, 34, 1),
        prose("Rule", 10, 32, 1),
        Column { drop: 1, differs: true, ..prose("Article", 12, 40, 1) },
    ];

    const FIELDS: &'static [&'static str] =
        &["article", "start", "end", "text", "type", "value", "mod", "edtf", "rule"];

    fn cells(&self) -> Vec<String> {
        let t = self.timex;
        let value = match t.modifier {
            Some(m) => format!("{} {}", t.value, m.name()),
            None => t.value.clone(),
        };
        vec![
            clean(self.words()),
            t.kind.name().to_owned(),
            value,
            t.when.as_ref().map(dates::phrase).unwrap_or_default(),
            t.rule.to_owned(),
            clean(&self.document.id),
        ]
    }

    fn fields(&self) -> Vec<Field> {
        let t = self.timex;
        vec![
            Field::text(&self.document.id),
            Field::number(t.span.start),
            Field::number(t.span.end),
            Field::text(self.words()),
            Field::text(t.kind.name()),
            Field::text(&t.value),
            Field::text(t.modifier.map_or("", crate::time::Modifier::name)),
            Field::text(t.edtf().map(|e| e.to_string()).unwrap_or_default()),
            Field::text(t.rule),
        ]
    }

    fn row(&self) -> TimexRow<'_> {
        TimexRow::new(&self.document.id, &self.document.text, self.timex, self.among)
    }
}

/// How many independent sources tell it, "of" how many where some copy others.
pub(super) fn sources(e: &Event) -> String {
    let (independent, all) = (e.independent, e.sources.len());
    if independent < all { format!("{independent} of {all}") } else { all.to_string() }
}

/// The line of an event with what must not be missed: that it did not happen yet, or not surely.
pub(super) fn said(summary: &str, status: Status, claimed_by: Option<&str>) -> String {
    let summary = clean(summary);
    let line = match status {
        Status::Occurred => summary,
        other => format!("[{}] {summary}", other.name()),
    };
    match claimed_by {
        None => line,
        Some("unnamed") => format!("{line} [claimed]"),
        Some(who) => format!("{line} [claimed by {}]", clean(who)),
    }
}

/// "Russia, Iran → Syria"; "Israel → Hamas (assumed)" where nobody says whom.
pub(super) fn parties(actors: &[Participant], recipients: &[Participant]) -> String {
    let marked = |people: &[Participant]| {
        let names: Vec<_> = people.iter().map(|p| p.name.clone() + likely(p.basis)).collect();
        names.join(", ")
    };
    let (by, to) = (marked(actors), marked(recipients));
    clean(&match (by.is_empty(), to.is_empty()) {
        (_, true) => by,
        (true, false) => format!("→ {to}"),
        (false, false) => format!("{by} → {to}"),
    })
}

/// The names alone, for a cell that a program reads.
pub(super) fn names(people: &[Participant]) -> String {
    let names: Vec<_> = people.iter().map(|p| p.name.as_str()).collect();
    names.join("; ")
}

/// Those of an event's participants, and its place, that nobody states: what a cell of bare names cannot say.
pub(super) fn assumed(actors: &[Participant], recipients: &[Participant], place: Option<&PlaceRef>) -> Field {
    let people = actors.iter().chain(recipients).filter(|p| p.basis == Basis::Assumed);
    let place = place.filter(|p| p.basis == Basis::Assumed);
    let names: Vec<_> = people.map(|p| p.name.as_str()).chain(place.map(|p| p.name.as_str())).collect();
    Field::text(names.join("; "))
}

fn place(place: Option<&PlaceRef>) -> String {
    place.map(|p| clean(&p.name) + likely(p.basis)).unwrap_or_default()
}

/// What tells the reader that nobody says so.
fn likely(basis: Basis) -> &'static str {
    if basis == Basis::Assumed { " (assumed)" } else { "" }
}

/// "12", "at least 12", "24–99".
pub(super) fn count(count: Option<Count>) -> String {
    match count {
        None => String::new(),
        Some(Count { min, max: None }) => format!("at least {min}"),
        Some(Count { min, max: Some(max) }) if min == max => min.to_string(),
        Some(Count { min: 0, max: Some(max) }) => format!("at most {max}"),
        Some(Count { min, max: Some(max) }) => format!("{min}–{max}"),
    }
}

fn when_fields(when: Option<WhenRow>) -> [Field; 4] {
    let day = |day: Option<Shown<NaiveDate>>| day.map(|d| d.0.to_string()).unwrap_or_default();
    match when {
        None => [Field::text(""), Field::text(""), Field::text(""), Field::text("")],
        Some(w) => [
            Field::text(w.edtf.0.to_string()),
            Field::text(day(w.first)),
            Field::text(day(w.last)),
            Field::text(w.basis.unwrap_or("")),
        ],
    }
}

fn place_fields(place: Option<&PlaceRef>) -> [Field; 4] {
    [
        Field::text(place.map_or("", |p| &p.name)),
        Field::text(place.and_then(|p| p.country.as_deref()).unwrap_or("")),
        Field::maybe(place.and_then(|p| p.at).map(|at| at.0)),
        Field::maybe(place.and_then(|p| p.at).map(|at| at.1)),
    ]
}

/// How an event's date is known, in words.
pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Carried => "carried over from nearby",
        Basis::Assumed => "assumed from the article's date",
    }
}
