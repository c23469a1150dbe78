//! Counts over a chronology.

use std::collections::BTreeMap;
use std::fmt;

use chrono::Datelike;
use serde::Serialize;

use crate::chronology::Chronology;
use crate::event::Basis;
use crate::render::clean::clean;
use crate::render::listing::Field;
use crate::render::{Format, Options, csv, markdown};

/// How much there is, and of what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// Articles read.
    pub articles: usize,
    /// Mentions in them.
    pub mentions: usize,
    /// Events after merging.
    pub events: usize,
    /// Events that more than one independent source tells.
    pub corroborated: usize,
    /// Events whose sources disagree on something.
    pub disputed: usize,
    /// Events by how their date is known; "undated" for none.
    pub by_basis: BTreeMap<&'static str, usize>,
    /// Events by type.
    pub by_type: BTreeMap<&'static str, usize>,
    /// Events by the year they may have begun in; "undated" for none.
    pub by_year: BTreeMap<String, usize>,
    /// Articles by publisher.
    pub by_source: BTreeMap<String, usize>,
}

impl Stats {
    /// Counts.
    pub fn of(chronology: &Chronology) -> Self {
        let events = &chronology.events;
        let year = |e: &crate::chronology::Event| {
            let first = e.when.as_ref().and_then(|w| w.first().or_else(|| w.last()));
            first.map_or_else(|| "undated".to_owned(), |d| d.year().to_string())
        };
        let source = |s: &str| if s.is_empty() { "unknown".to_owned() } else { s.to_owned() };
        Self {
            articles: chronology.articles.len(),
            mentions: chronology.mentions.len(),
            events: events.len(),
            corroborated: events.iter().filter(|e| e.independent > 1).count(),
            disputed: events.iter().filter(|e| !e.conflicts.is_empty()).count(),
            by_basis: tally(events.iter().map(|e| e.basis.map_or("undated", Basis::name))),
            by_type: tally(events.iter().map(|e| e.event.name())),
            by_year: tally(events.iter().map(year)),
            by_source: tally(chronology.articles.iter().map(|a| source(&a.source))),
        }
    }
}

fn tally<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// Writes the counts: lines for people, or one object for programs.
pub fn stats(stats: &Stats, format: Format, options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    match format {
        Format::Jsonl => writeln!(out, "{}", serde_json::to_string(stats).map_err(|_| fmt::Error)?),
        Format::Ron => {
            let pretty = ron::ser::PrettyConfig::new().new_line("\n");
            writeln!(out, "{}", ron::ser::to_string_pretty(stats, pretty).map_err(|_| fmt::Error)?)
        }
        Format::Csv => {
            let fields = |(of, name, n): (&str, String, usize)| {
                vec![Field::Text(of.into()), Field::Text(name), Field::Number(n.to_string())]
            };
            csv::write_rows(&["of", "name", "count"], rows(stats).map(fields), out)
        }
        Format::Markdown => {
            let cells = |(of, name, n): (&str, String, usize)| vec![of.to_owned(), name, n.to_string()];
            markdown::write_rows(&["Of", "Name", "Count"], rows(stats).map(cells), out)
        }
        Format::Table => lines(stats, options, out),
    }
}

fn rows(s: &Stats) -> impl Iterator<Item = (&'static str, String, usize)> {
    let totals = [
        ("articles", s.articles),
        ("mentions", s.mentions),
        ("events", s.events),
        ("corroborated", s.corroborated),
        ("disputed", s.disputed),
    ];
    let fixed = |of: &'static str, map: &BTreeMap<&'static str, usize>| -> Vec<_> {
        map.iter().map(|(name, n)| (of, (*name).to_owned(), *n)).collect()
    };
    let free = |of: &'static str, map: &BTreeMap<String, usize>| -> Vec<_> {
        map.iter().map(|(name, n)| (of, clean(name), *n)).collect()
    };
    totals
        .into_iter()
        .map(|(name, n)| ("total", name.to_owned(), n))
        .chain(fixed("date", &s.by_basis))
        .chain(fixed("type", &s.by_type))
        .chain(free("year", &s.by_year))
        .chain(free("source", &s.by_source))
}

fn lines(s: &Stats, options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut group = "total";
    for (of, name, n) in rows(s) {
        if of != group {
            let heading = format!("by {of}");
            writeln!(out)?;
            if options.colour {
                writeln!(out, "\u{1b}[1m{heading}\u{1b}[0m")?;
            } else {
                writeln!(out, "{heading}")?;
            }
            group = of;
        }
        writeln!(out, "{n:>7}  {name}")?;
    }
    Ok(())
}
