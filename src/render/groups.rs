//! Events in groups, and counts of them.

use std::fmt;

use serde::Serialize;

use crate::chronology::{Chronology, Event};
use crate::render::clean::clean;
use crate::render::listing::{EventItem, Field, Listed};
use crate::render::rows::EventRow;
use crate::render::{Format, Options, csv, jsonl, list, markdown, ron};

/// Events that share a name.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    /// What they share; none where they lack it.
    pub name: Option<&'a str>,
    /// The events.
    pub events: &'a [&'a Event],
}

/// What stands for a missing name where people read.
const NONE: &str = "(none)";

/// A row with the name of its group before it.
#[derive(Serialize)]
struct GroupedRow<'a> {
    group: Option<&'a str>,
    #[serde(flatten)]
    event: EventRow<'a>,
}

/// A group of rows: RON prints a flattened row badly.
#[derive(Serialize)]
struct GroupRow<'a> {
    group: Option<&'a str>,
    events: Vec<EventRow<'a>>,
}

impl<'a> GroupRow<'a> {
    fn new(chronology: &'a Chronology, section: &Section<'a>) -> Self {
        let rows = section.events.iter().map(|e| EventRow::new(chronology, e));
        Self { group: section.name, events: rows.collect() }
    }
}

#[derive(Serialize)]
struct CountRow<'a> {
    by: &'a str,
    group: Option<&'a str>,
    events: usize,
}

#[derive(Serialize)]
struct TotalRow {
    events: usize,
}

/// Writes each section with its name above it, or in each of its rows where programs read.
pub fn grouped(
    chronology: &Chronology,
    sections: &[Section<'_>],
    format: Format,
    options: Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    match format {
        Format::Jsonl => sections.iter().try_for_each(|s| {
            s.events.iter().try_for_each(|e| {
                let row = GroupedRow { group: s.name, event: EventRow::new(chronology, e) };
                jsonl::write_row(&row, out)
            })
        }),
        Format::Ron => {
            let groups: Vec<_> = sections.iter().map(|s| GroupRow::new(chronology, s)).collect();
            ron::write_rows(&groups, out)
        }
        Format::Csv => {
            let header: Vec<&str> =
                std::iter::once("group").chain(EventItem::FIELDS.iter().copied()).collect();
            let rows = sections.iter().flat_map(|s| {
                let name = Field::Text(s.name.unwrap_or_default().to_owned());
                items(chronology, s)
                    .iter()
                    .map(|i| std::iter::once(name.clone()).chain(i.fields()).collect())
                    .collect::<Vec<_>>()
            });
            csv::write_rows(&header, rows, out)
        }
        Format::Table | Format::Markdown => {
            for (at, section) in sections.iter().enumerate() {
                if at > 0 {
                    writeln!(out)?;
                }
                let heading = format!("{} ({})", clean(section.name.unwrap_or(NONE)), section.events.len());
                match (format, options.colour) {
                    (Format::Markdown, _) => writeln!(out, "## {heading}\n")?,
                    (_, true) => writeln!(out, "\u{1b}[1m{heading}\u{1b}[0m\n")?,
                    (_, false) => writeln!(out, "{heading}\n")?,
                }
                list(&items(chronology, section), format, options, out)?;
            }
            Ok(())
        }
    }
}

fn items<'a>(chronology: &'a Chronology, section: &Section<'a>) -> Vec<EventItem<'a>> {
    section.events.iter().map(|event| EventItem { chronology, event }).collect()
}

/// Writes how many events there are, in all or in each group; `by` names what they are grouped by.
pub fn counts(
    rows: &[(Option<&str>, usize)],
    by: Option<&str>,
    format: Format,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let row = |(name, events): &(Option<&'_ str>, usize)| -> Vec<String> {
        let name = by.map(|_| clean(name.unwrap_or(NONE)));
        name.into_iter().chain([events.to_string()]).collect()
    };
    let header: Vec<&str> = by.into_iter().chain(["events"]).collect();
    match format {
        Format::Table => rows.iter().try_for_each(|(name, events)| match by {
            None => writeln!(out, "{events}"),
            Some(_) => writeln!(out, "{events:>7}  {}", clean(name.unwrap_or(NONE))),
        }),
        Format::Markdown => markdown::write_rows(&header, rows.iter().map(row), out),
        Format::Csv => {
            let fields = |(name, events): &(Option<&'_ str>, usize)| {
                let name = by.map(|_| Field::Text(name.unwrap_or_default().to_owned()));
                name.into_iter().chain([Field::Number(events.to_string())]).collect()
            };
            csv::write_rows(&header, rows.iter().map(fields), out)
        }
        Format::Jsonl | Format::Ron => match by {
            None => {
                let rows: Vec<_> = rows.iter().map(|(_, events)| TotalRow { events: *events }).collect();
                rows_of(&rows, format, out)
            }
            Some(by) => {
                let row = |(group, events)| CountRow { by, group, events };
                rows_of(&rows.iter().copied().map(row).collect::<Vec<_>>(), format, out)
            }
        },
    }
}

fn rows_of<R: Serialize>(rows: &[R], format: Format, out: &mut dyn fmt::Write) -> fmt::Result {
    if format == Format::Ron {
        return ron::write_rows(rows, out);
    }
    rows.iter().try_for_each(|r| jsonl::write_row(r, out))
}
