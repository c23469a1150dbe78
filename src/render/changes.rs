//! What differs between two chronologies.

use std::fmt;

use serde::Serialize;

use crate::chronology::{Change, Chronology, Event, FieldChange, Reason};
use crate::render::clean::clean;
use crate::render::listing::{Column, Field, Listed, fixed, prose, said};
use crate::render::rows::WhenRow;
use crate::render::{Format, Options, dates, list};

/// Writes changes; both chronologies are those that were compared.
pub fn changes(
    before: &Chronology,
    after: &Chronology,
    changes: &[Change],
    format: Format,
    options: Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let items: Vec<_> = changes.iter().map(|change| Item { before, after, change }).collect();
    list(&items, format, options, out)
}

struct Item<'a> {
    before: &'a Chronology,
    after: &'a Chronology,
    change: &'a Change,
}

/// A line of `diff`.
#[derive(Serialize)]
struct ChangeRow {
    change: &'static str,
    id: Option<String>,
    id_before: Option<String>,
    when: Option<WhenRow>,
    #[serde(rename = "type")]
    kind: &'static str,
    summary: String,
    fields: Vec<FieldRow>,
    reasons: Vec<ReasonRow>,
}

#[derive(Serialize)]
struct FieldRow {
    field: &'static str,
    before: String,
    after: String,
}

#[derive(Serialize)]
struct ReasonRow {
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mention: Option<String>,
}

impl From<&Reason> for ReasonRow {
    fn from(reason: &Reason) -> Self {
        let row = |reason| Self { reason, article: None, event: None, mention: None };
        match reason {
            Reason::NewReport(id) => Self { article: Some(id.clone()), ..row("new report") },
            Reason::ReportGone(id) => Self { article: Some(id.clone()), ..row("report gone") },
            Reason::Reread(id) => Self { article: Some(id.clone()), ..row("read differently") },
            Reason::From(id) => Self { event: Some(id.clone()), ..row("from") },
            Reason::Into(id) => Self { event: Some(id.clone()), ..row("into") },
            Reason::Decided(id) => Self { mention: Some(id.clone()), ..row("decision") },
        }
    }
}

impl Item<'_> {
    fn event(&self) -> Option<&Event> {
        let after = self.change.after.and_then(|at| self.after.events.get(at));
        after.or_else(|| self.old())
    }

    fn old(&self) -> Option<&Event> {
        self.change.before.and_then(|at| self.before.events.get(at))
    }

    const fn kind(&self) -> &'static str {
        match (self.change.before, self.change.after) {
            (None, _) => "came",
            (Some(_), None) => "went",
            (Some(_), Some(_)) => "changed",
        }
    }

    /// "new report 2025-10-16-qasioun; decision on a#1".
    fn reasons(&self) -> String {
        let one = |r: &Reason| {
            let row = ReasonRow::from(r);
            let of = row.article.or(row.event).or(row.mention).unwrap_or_default();
            let between = if row.reason == "decision" { " on " } else { " " };
            format!("{}{between}{of}", row.reason)
        };
        self.change.reasons.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn fields(&self) -> String {
        let one = |f: &FieldChange| {
            let shown = |value: &str| if value.is_empty() { "none".to_owned() } else { value.to_owned() };
            format!("{}: {} → {}", f.field, shown(&f.before), shown(&f.after))
        };
        self.change.fields.iter().map(one).collect::<Vec<_>>().join("; ")
    }
}

impl Listed for Item<'_> {
    type Row<'r>
        = ChangeRow
    where
        Self: 'r;

    const COLUMNS: &'static [Column] = &[
        fixed("Change"),
        fixed("When"),
        prose("Event", 14, 400, 2),
        prose("Differs", 14, 400, 2),
        Column { drop: 1, ..prose("Why", 12, 60, 1) },
        fixed("Id"),
    ];

    const FIELDS: &'static [&'static str] =
        &["change", "event_id", "event_id_before", "edtf", "event_type", "notes", "differs", "reasons"];

    fn cells(&self) -> Vec<String> {
        let Some(e) = self.event() else { return vec![String::new(); Self::COLUMNS.len()] };
        vec![
            self.kind().to_owned(),
            dates::when(e.when.as_ref(), e.basis),
            said(&e.summary, e.status, e.claimed_by.as_deref()),
            clean(&self.fields()),
            clean(&self.reasons()),
            clean(&e.id),
        ]
    }

    fn fields(&self) -> Vec<Field> {
        let e = self.event();
        vec![
            Field::text(self.kind()),
            Field::text(self.change.after.and(e).map_or("", |e| &e.id)),
            Field::text(self.old().map_or("", |e| &e.id)),
            Field::text(e.and_then(|e| e.when).map(|w| w.edtf.to_string()).unwrap_or_default()),
            Field::text(e.map_or("", |e| e.event.name())),
            Field::text(e.map_or("", |e| &e.summary)),
            Field::text(Item::fields(self)),
            Field::text(self.reasons()),
        ]
    }

    fn row(&self) -> ChangeRow {
        let e = self.event();
        let field =
            |f: &FieldChange| FieldRow { field: f.field, before: f.before.clone(), after: f.after.clone() };
        ChangeRow {
            change: self.kind(),
            id: self.change.after.and(e).map(|e| e.id.clone()),
            id_before: self.old().map(|e| e.id.clone()),
            when: e.and_then(|e| e.when.as_ref().map(|w| WhenRow::new(w, e.basis))),
            kind: e.map_or("", |e| e.event.name()),
            summary: e.map(|e| e.summary.clone()).unwrap_or_default(),
            fields: self.change.fields.iter().map(field).collect(),
            reasons: self.change.reasons.iter().map(ReasonRow::from).collect(),
        }
    }
}
