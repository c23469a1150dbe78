//! The rows of the machine interface: flat, one fact a row, nothing internal.
//!
//! Scripts rely on the names and on their order here. Changing one is a breaking change.

use serde::Serialize;

use crate::chronology::{Chronology, Event};
use crate::event::{Basis, Count, Mention, Participant, PlaceRef, Quote};
use crate::gazetteer::Sector;
use crate::span::Span;
use crate::time::TimeValue;
use crate::timex::{Anchor, Timex};

/// Words of an article: bytes, half-open, into its text as given.
#[derive(Debug, Clone, Serialize)]
pub(super) struct QuoteRow {
    start: u32,
    end: u32,
    text: String,
}

impl From<&Quote> for QuoteRow {
    fn from(q: &Quote) -> Self {
        Self { start: q.span.start, end: q.span.end, text: q.text.clone() }
    }
}

impl QuoteRow {
    fn of(text: &str, span: Span) -> Self {
        Self { start: span.start, end: span.end, text: span.text(text).to_owned() }
    }
}

/// When; both days included, null where that side is open.
#[derive(Debug, Clone, Serialize)]
pub(super) struct WhenRow {
    pub(super) edtf: String,
    pub(super) first: Option<String>,
    pub(super) last: Option<String>,
    pub(super) basis: Option<&'static str>,
}

impl WhenRow {
    pub(super) fn new(value: &TimeValue, basis: Option<Basis>) -> Self {
        Self {
            edtf: value.edtf.to_string(),
            first: value.first().map(|d| d.to_string()),
            last: value.last().map(|d| d.to_string()),
            basis: basis.map(Basis::name),
        }
    }
}

/// When one mention has it, and by which words.
#[derive(Debug, Clone, Serialize)]
struct MentionWhenRow {
    edtf: String,
    first: Option<String>,
    last: Option<String>,
    basis: Option<&'static str>,
    expression: Option<QuoteRow>,
    rule: String,
}

#[derive(Debug, Clone, Serialize)]
struct ParticipantRow {
    name: String,
    acts_for: Option<String>,
    country: Option<String>,
    sector: Option<Sector>,
    start: u32,
    end: u32,
}

impl From<&Participant> for ParticipantRow {
    fn from(p: &Participant) -> Self {
        Self {
            name: p.name.clone(),
            acts_for: p.acts_for.clone(),
            country: p.country.clone(),
            sector: p.sector,
            start: p.span.start,
            end: p.span.end,
        }
    }
}

/// A participant of an event: without offsets, since its mentions may stand in several articles.
#[derive(Debug, Clone, Serialize)]
struct PartyRow {
    name: String,
    acts_for: Option<String>,
    country: Option<String>,
    sector: Option<Sector>,
}

impl From<&Participant> for PartyRow {
    fn from(p: &Participant) -> Self {
        Self {
            name: p.name.clone(),
            acts_for: p.acts_for.clone(),
            country: p.country.clone(),
            sector: p.sector,
        }
    }
}

#[derive(Debug, Clone, Serialize)]
struct PlaceRow {
    name: String,
    country: Option<String>,
    lat: Option<f32>,
    lon: Option<f32>,
    basis: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<u32>,
}

impl PlaceRow {
    fn new(p: &PlaceRef, span: Option<Span>) -> Self {
        Self {
            name: p.name.clone(),
            country: p.country.clone(),
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
pub(super) struct MentionRow {
    article: String,
    id: String,
    trigger: QuoteRow,
    sentence: QuoteRow,
    #[serde(rename = "type")]
    kind: &'static str,
    mode: Option<String>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_by: Option<String>,
    when: Option<MentionWhenRow>,
    actors: Vec<ParticipantRow>,
    recipients: Vec<ParticipantRow>,
    place: Option<PlaceRow>,
    dead: Option<CountRow>,
    injured: Option<CountRow>,
    summary: String,
    rules: Vec<String>,
}

impl From<&Mention> for MentionRow {
    fn from(m: &Mention) -> Self {
        let when = m.when.as_ref().map(|w| {
            let WhenRow { edtf, first, last, basis } = WhenRow::new(&w.value, Some(w.basis));
            let expression = w.expression.as_ref().map(QuoteRow::from);
            MentionWhenRow { edtf, first, last, basis, expression, rule: w.rule.clone() }
        });
        Self {
            article: m.document.clone(),
            id: m.id.clone(),
            trigger: (&m.trigger).into(),
            sentence: (&m.sentence).into(),
            kind: m.event.name(),
            mode: m.mode.as_ref().map(|mode| mode.0.clone()),
            status: m.status.name(),
            claimed_by: m.claimed_by.clone(),
            when,
            actors: all(&m.actors),
            recipients: all(&m.recipients),
            place: m.place.as_ref().map(|p| PlaceRow::new(p, Some(p.span))),
            dead: m.dead.map(CountRow::from),
            injured: m.injured.map(CountRow::from),
            summary: m.summary.clone(),
            rules: m.rules.clone(),
        }
    }
}

#[derive(Debug, Clone, Serialize)]
struct EvidenceRow {
    article: String,
    id: String,
    trigger: QuoteRow,
    sentence: QuoteRow,
}

#[derive(Debug, Clone, Serialize)]
struct ConflictRow {
    field: &'static str,
    values: Vec<ConflictValueRow>,
}

#[derive(Debug, Clone, Serialize)]
struct ConflictValueRow {
    value: String,
    mentions: Vec<String>,
}

/// A line of `timeline`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EventRow {
    id: String,
    when: Option<WhenRow>,
    #[serde(rename = "type")]
    kind: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_by: Option<String>,
    actors: Vec<PartyRow>,
    recipients: Vec<PartyRow>,
    place: Option<PlaceRow>,
    summary: String,
    mentions: Vec<EvidenceRow>,
    sources: Vec<String>,
    conflicts: Vec<ConflictRow>,
    mode: Option<String>,
    dead: Option<CountRow>,
    injured: Option<CountRow>,
    independent: usize,
    first_report: Option<String>,
    last_report: Option<String>,
    relations: Vec<RelationRow>,
}

/// Where an article sets an event against another.
#[derive(Debug, Clone, Serialize)]
struct RelationRow {
    is: &'static str,
    event: String,
    signal: String,
    mention: String,
}

impl EventRow {
    pub(super) fn new(chronology: &Chronology, e: &Event) -> Self {
        let mention = |i: &usize| chronology.mentions.get(*i);
        let ids = |of: &[usize]| of.iter().filter_map(mention).map(|m| m.id.clone()).collect();
        let evidence = |m: &Mention| EvidenceRow {
            article: m.document.clone(),
            id: m.id.clone(),
            trigger: (&m.trigger).into(),
            sentence: (&m.sentence).into(),
        };
        let relation = |r: &crate::chronology::Relation| {
            let mention = chronology.mentions.get(r.mention)?.id.clone();
            Some(RelationRow { is: r.is.name(), event: r.to.clone(), signal: r.signal.clone(), mention })
        };
        let conflict = |c: &crate::chronology::Conflict| ConflictRow {
            field: c.field.name(),
            values: c
                .values
                .iter()
                .map(|(value, of)| ConflictValueRow { value: value.clone(), mentions: ids(of) })
                .collect(),
        };
        Self {
            id: e.id.clone(),
            when: e.when.as_ref().map(|w| WhenRow::new(w, e.basis)),
            kind: e.event.name(),
            status: e.status.name(),
            claimed_by: e.claimed_by.clone(),
            actors: all(&e.actors),
            recipients: all(&e.recipients),
            place: e.place.as_ref().map(|p| PlaceRow::new(p, None)),
            summary: e.summary.clone(),
            mentions: e.mentions.iter().filter_map(mention).map(evidence).collect(),
            sources: e.sources.clone(),
            conflicts: e.conflicts.iter().map(conflict).collect(),
            mode: e.mode.as_ref().map(|m| m.0.clone()),
            dead: e.dead.map(CountRow::from),
            injured: e.injured.map(CountRow::from),
            independent: e.independent,
            first_report: e.reported.map(|(first, _)| first.to_string()),
            last_report: e.reported.map(|(_, last)| last.to_string()),
            relations: e.relations.iter().filter_map(relation).collect(),
        }
    }
}

/// What a time expression was computed from: the article's date, or other words of it.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum AnchorRow {
    Dct(&'static str),
    Words(QuoteRow),
}

/// A line of `tag`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TimexRow {
    pub(super) article: String,
    start: u32,
    end: u32,
    text: String,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    edtf: Option<String>,
    rule: &'static str,
    anchor: Option<AnchorRow>,
}

impl TimexRow {
    /// `among` are all the expressions of the article, which an anchor counts in.
    pub(super) fn new(article: &str, text: &str, timex: &Timex, among: &[Timex]) -> Self {
        let anchor = timex.anchor.and_then(|a| match a {
            Anchor::Dct => Some(AnchorRow::Dct("dct")),
            Anchor::Timex(at) => among.get(at).map(|t| AnchorRow::Words(QuoteRow::of(text, t.span))),
            Anchor::Event(span) => Some(AnchorRow::Words(QuoteRow::of(text, span))),
        });
        Self {
            article: article.to_owned(),
            start: timex.span.start,
            end: timex.span.end,
            text: timex.span.text(text).to_owned(),
            kind: timex.kind.name(),
            value: timex.value.clone(),
            modifier: timex.modifier.map(crate::time::Modifier::name),
            edtf: timex.edtf().map(|e| e.to_string()),
            rule: timex.rule,
            anchor,
        }
    }
}
