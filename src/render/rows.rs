//! The rows of the machine interface: flat, one fact a row, nothing internal. They borrow what they show.
//!
//! Scripts rely on the names and on their order here. Changing one is a breaking change.

use std::fmt::{Display, Write};

use chrono::NaiveDate;
use serde::ser::Error;
use serde::{Serialize, Serializer};

use crate::chronology::{Chronology, Event};
use crate::event::{Basis, Count, Mention, Participant, PlaceRef, Quote, Short};
use crate::gazetteer::Sector;
use crate::span::Span;
use crate::time::TimeValue;
use crate::time::edtf::Edtf;
use crate::timex::{Anchor, Timex};

/// What is written as it is shown: a date.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<T>(pub(super) T);

/// Bytes of most dates.
const DATE: usize = 24;

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Collected by the serializer, each digit would be looked at on its own.
        let mut text = String::with_capacity(DATE);
        write!(text, "{}", self.0).map_err(S::Error::custom)?;
        serializer.serialize_str(&text)
    }
}

/// Words of an article: bytes, half-open, into its text as given.
#[derive(Debug, Clone, Serialize)]
pub(super) struct QuoteRow<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

impl<'a> From<&'a Quote> for QuoteRow<'a> {
    fn from(q: &'a Quote) -> Self {
        Self { start: q.span.start, end: q.span.end, text: &q.text }
    }
}

impl<'a> QuoteRow<'a> {
    fn of(text: &'a str, span: Span) -> Self {
        Self { start: span.start, end: span.end, text: span.text(text) }
    }
}

/// When; both days included, null where that side is open.
#[derive(Debug, Clone, Serialize)]
pub(super) struct WhenRow {
    pub(super) edtf: Shown<Edtf>,
    pub(super) first: Option<Shown<NaiveDate>>,
    pub(super) last: Option<Shown<NaiveDate>>,
    pub(super) basis: Option<&'static str>,
}

impl WhenRow {
    pub(super) fn new(value: &TimeValue, basis: Option<Basis>) -> Self {
        Self {
            edtf: Shown(value.edtf),
            first: value.first().map(Shown),
            last: value.last().map(Shown),
            basis: basis.map(Basis::name),
        }
    }
}

/// When one mention has it, and by which words.
#[derive(Debug, Clone, Serialize)]
struct MentionWhenRow<'a> {
    edtf: Shown<Edtf>,
    first: Option<Shown<NaiveDate>>,
    last: Option<Shown<NaiveDate>>,
    basis: Option<&'static str>,
    expression: Option<QuoteRow<'a>>,
    rule: &'a str,
}

#[derive(Debug, Clone, Serialize)]
struct ParticipantRow<'a> {
    name: &'a str,
    acts_for: Option<&'a str>,
    country: Option<&'a str>,
    sector: Option<Sector>,
    basis: &'static str,
    start: u32,
    end: u32,
}

impl<'a> From<&'a Participant> for ParticipantRow<'a> {
    fn from(p: &'a Participant) -> Self {
        Self {
            name: &p.name,
            acts_for: p.acts_for.as_deref(),
            country: p.country.as_deref(),
            sector: p.sector,
            basis: p.basis.name(),
            start: p.span.start,
            end: p.span.end,
        }
    }
}

/// A participant of an event: without offsets, since its mentions may stand in several articles.
#[derive(Debug, Clone, Serialize)]
struct PartyRow<'a> {
    name: &'a str,
    acts_for: Option<&'a str>,
    country: Option<&'a str>,
    sector: Option<Sector>,
    basis: &'static str,
}

impl<'a> From<&'a Participant> for PartyRow<'a> {
    fn from(p: &'a Participant) -> Self {
        Self {
            name: &p.name,
            acts_for: p.acts_for.as_deref(),
            country: p.country.as_deref(),
            sector: p.sector,
            basis: p.basis.name(),
        }
    }
}

#[derive(Debug, Clone, Serialize)]
struct PlaceRow<'a> {
    name: &'a str,
    country: Option<&'a str>,
    lat: Option<f32>,
    lon: Option<f32>,
    basis: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<u32>,
}

impl<'a> PlaceRow<'a> {
    fn new(p: &'a PlaceRef, span: Option<Span>) -> Self {
        Self {
            name: &p.name,
            country: p.country.as_deref(),
            lat: p.at.map(|a| a.0),
            lon: p.at.map(|a| a.1),
            basis: p.basis.name(),
            start: span.map(|s| s.start),
            end: span.map(|s| s.end),
        }
    }
}

#[derive(Debug, Clone, Serialize)]
struct CountRow {
    min: u32,
    max: Option<u32>,
}

impl From<Count> for CountRow {
    fn from(c: Count) -> Self {
        Self { min: c.min, max: c.max }
    }
}

fn all<'a, T, R: From<&'a T>>(items: &'a [T]) -> Vec<R> {
    items.iter().map(R::from).collect()
}

/// A line of `extract`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MentionRow<'a> {
    article: &'a str,
    id: &'a str,
    trigger: QuoteRow<'a>,
    sentence: QuoteRow<'a>,
    #[serde(rename = "type")]
    kind: &'static str,
    mode: Option<&'a str>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_by: Option<&'a str>,
    when: Option<MentionWhenRow<'a>>,
    actors: Vec<ParticipantRow<'a>>,
    recipients: Vec<ParticipantRow<'a>>,
    place: Option<PlaceRow<'a>>,
    dead: Option<CountRow>,
    injured: Option<CountRow>,
    summary: &'a str,
    rules: &'a [Short],
}

impl<'a> From<&'a Mention> for MentionRow<'a> {
    fn from(m: &'a Mention) -> Self {
        let when = m.when.as_ref().map(|w| {
            let WhenRow { edtf, first, last, basis } = WhenRow::new(&w.value, Some(w.basis));
            let expression = w.expression.as_ref().map(QuoteRow::from);
            MentionWhenRow { edtf, first, last, basis, expression, rule: &w.rule }
        });
        Self {
            article: &m.document,
            id: &m.id,
            trigger: (&m.trigger).into(),
            sentence: (&m.sentence).into(),
            kind: m.event.name(),
            mode: m.mode.as_ref().map(|mode| mode.0.as_str()),
            status: m.status.name(),
            claimed_by: m.claimed_by.as_deref(),
            when,
            actors: all(&m.actors),
            recipients: all(&m.recipients),
            place: m.place.as_ref().map(|p| PlaceRow::new(p, Some(p.span))),
            dead: m.dead.map(CountRow::from),
            injured: m.injured.map(CountRow::from),
            summary: &m.summary,
            rules: &m.rules,
        }
    }
}

#[derive(Debug, Clone, Serialize)]
struct EvidenceRow<'a> {
    article: &'a str,
    id: &'a str,
    trigger: QuoteRow<'a>,
    sentence: QuoteRow<'a>,
}

#[derive(Debug, Clone, Serialize)]
struct ConflictRow<'a> {
    field: &'static str,
    values: Vec<ConflictValueRow<'a>>,
}

#[derive(Debug, Clone, Serialize)]
struct ConflictValueRow<'a> {
    value: &'a str,
    mentions: Vec<&'a str>,
}

/// A line of `timeline`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EventRow<'a> {
    id: &'a str,
    when: Option<WhenRow>,
    #[serde(rename = "type")]
    kind: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_by: Option<&'a str>,
    actors: Vec<PartyRow<'a>>,
    recipients: Vec<PartyRow<'a>>,
    place: Option<PlaceRow<'a>>,
    summary: &'a str,
    mentions: Vec<EvidenceRow<'a>>,
    sources: &'a [String],
    conflicts: Vec<ConflictRow<'a>>,
    mode: Option<&'a str>,
    dead: Option<CountRow>,
    injured: Option<CountRow>,
    independent: usize,
    first_report: Option<Shown<NaiveDate>>,
    last_report: Option<Shown<NaiveDate>>,
    relations: Vec<RelationRow<'a>>,
}

/// Where an article sets an event against another.
#[derive(Debug, Clone, Serialize)]
struct RelationRow<'a> {
    is: &'static str,
    event: &'a str,
    signal: &'a str,
    mention: &'a str,
}

impl<'a> EventRow<'a> {
    pub(super) fn new(chronology: &'a Chronology, e: &'a Event) -> Self {
        let mention = |i: &usize| chronology.mentions.get(*i);
        let ids = |of: &[usize]| of.iter().filter_map(mention).map(|m| m.id.as_str()).collect();
        let evidence = |m: &'a Mention| EvidenceRow {
            article: &m.document,
            id: &m.id,
            trigger: (&m.trigger).into(),
            sentence: (&m.sentence).into(),
        };
        let relation = |r: &'a crate::chronology::Relation| {
            let mention = &chronology.mentions.get(r.mention)?.id;
            Some(RelationRow { is: r.is.name(), event: &r.to, signal: &r.signal, mention })
        };
        let conflict = |c: &'a crate::chronology::Conflict| ConflictRow {
            field: c.field.name(),
            values: c
                .values
                .iter()
                .map(|(value, of)| ConflictValueRow { value, mentions: ids(of) })
                .collect(),
        };
        Self {
            id: &e.id,
            when: e.when.as_ref().map(|w| WhenRow::new(w, e.basis)),
            kind: e.event.name(),
            status: e.status.name(),
            claimed_by: e.claimed_by.as_deref(),
            actors: all(&e.actors),
            recipients: all(&e.recipients),
            place: e.place.as_ref().map(|p| PlaceRow::new(p, None)),
            summary: &e.summary,
            mentions: e.mentions.iter().filter_map(mention).map(evidence).collect(),
            sources: &e.sources,
            conflicts: e.conflicts.iter().map(conflict).collect(),
            mode: e.mode.as_ref().map(|m| m.0.as_str()),
            dead: e.dead.map(CountRow::from),
            injured: e.injured.map(CountRow::from),
            independent: e.independent,
            first_report: e.reported.map(|(first, _)| Shown(first)),
            last_report: e.reported.map(|(_, last)| Shown(last)),
            relations: e.relations.iter().filter_map(relation).collect(),
        }
    }
}

/// What a time expression was computed from: the article's date, or other words of it.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum AnchorRow<'a> {
    Dct(&'static str),
    Words(QuoteRow<'a>),
}

/// A line of `tag`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TimexRow<'a> {
    pub(super) article: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    edtf: Option<Shown<Edtf>>,
    rule: &'static str,
    anchor: Option<AnchorRow<'a>>,
}

impl<'a> TimexRow<'a> {
    /// `among` are all the expressions of the article, which an anchor counts in.
    pub(super) fn new(article: &'a str, text: &'a str, timex: &'a Timex, among: &[Timex]) -> Self {
        let anchor = timex.anchor.and_then(|a| match a {
            Anchor::Dct => Some(AnchorRow::Dct("dct")),
            Anchor::Timex(at) => among.get(at).map(|t| AnchorRow::Words(QuoteRow::of(text, t.span))),
            Anchor::Event(span) => Some(AnchorRow::Words(QuoteRow::of(text, span))),
        });
        Self {
            article,
            start: timex.span.start,
            end: timex.span.end,
            text: timex.span.text(text),
            kind: timex.kind.name(),
            value: &timex.value,
            modifier: timex.modifier.map(crate::time::Modifier::name),
            edtf: timex.edtf().map(Shown),
            rule: timex.rule,
            anchor,
        }
    }
}
