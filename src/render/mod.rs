//! From events, mentions and time expressions to text. No I/O: everything writes into a [`fmt::Write`].

mod changes;
mod clean;
mod csv;
mod dates;
mod detail;
mod entry;
mod events;
mod explain;
mod groups;
mod jsonl;
mod listing;
mod markdown;
mod quote;
mod ron;
mod rows;
mod stats;
mod table;
pub mod timeml;

pub use changes::changes;
pub use detail::{event as detail, evidence_dates};
pub use entry::{arm, entries};
pub use explain::explain;
pub use groups::{Section, counts, grouped};
pub use stats::{Stats, stats};

use std::fmt;

use crate::chronology::{Chronology, Event};
use crate::document::Document;
use crate::event::Mention;
use crate::render::listing::{EventItem, Listed, MentionItem, TimexItem};
use crate::timex::Timex;

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Columns for people.
    Table,
    /// One JSON object a line, for programs.
    Jsonl,
    /// Comma-separated, for spreadsheets.
    Csv,
    /// A Markdown table.
    Markdown,
    /// The JSON rows as one RON list.
    Ron,
}

/// What the reader's screen can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Columns of text.
    pub width: u16,
    /// Whether ANSI styles are understood.
    pub colour: bool,
}

/// Writes events in the order given.
pub fn events(
    chronology: &Chronology,
    events: &[&Event],
    format: Format,
    options: Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let items: Vec<_> = events.iter().map(|event| EventItem { chronology, event }).collect();
    list(&items, format, options, out)
}

/// Writes mentions, unmerged.
pub fn mentions(
    mentions: &[&Mention],
    format: Format,
    options: Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let items: Vec<_> = mentions.iter().map(|m| MentionItem(m)).collect();
    list(&items, format, options, out)
}

/// Writes the time expressions of articles.
pub fn timexes(
    articles: &[(&Document, &[Timex])],
    format: Format,
    options: Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let mut items = Vec::new();
    for &(document, among) in articles {
        items.extend(among.iter().map(|timex| TimexItem { document, among, timex }));
    }
    list(&items, format, options, out)
}

/// Whether a character could steer a terminal, change the direction of a text, or hide in it.
pub fn steers(c: char) -> bool {
    clean::is_hidden(c)
}

fn list<T: Listed>(items: &[T], format: Format, options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    match format {
        Format::Table => table::write(items, options, out),
        Format::Jsonl => jsonl::write(items, out),
        Format::Csv => csv::write(items, out),
        Format::Markdown => markdown::write(items, out),
        Format::Ron => ron::write(items, out),
    }
}
