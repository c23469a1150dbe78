//! Arguments that several commands share, and the only place that reads the clock and the environment.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use clap::ValueEnum;
use dateline::document::parse_published;
use dateline::render;

/// Where events are kept, and a person's own tables beside them.
#[derive(clap::Args)]
pub(super) struct StoreArgs {
    /// Folder of the store
    #[arg(long, value_name = "FOLDER", env = "DATELINE_STORE", default_value = "events")]
    pub(super) store: PathBuf,
}

/// How articles are read.
#[derive(clap::Args)]
pub(super) struct Reading {
    /// Publication date of the articles named: YYYY-MM-DD, or with a time YYYY-MM-DDTHH:MM
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(super) published: Option<NaiveDateTime>,
}

/// How results look.
#[derive(clap::Args)]
pub(super) struct Output {
    /// Form of the result
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) screen: Screen,
}

/// What the reader's screen can do.
#[derive(clap::Args)]
pub(super) struct Screen {
    /// Columns of text; the terminal's, or 100 where there is none
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
    /// Styles: auto is on a terminal, unless `NO_COLOR` is set
    #[arg(long, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
}

/// The form of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Columns for people
    Table,
    /// One JSON object a line
    Jsonl,
    /// For spreadsheets
    Csv,
    /// A Markdown table
    Markdown,
    /// One RON list
    Ron,
}

impl Format {
    /// Whether each row stands by itself.
    pub(super) const fn is_streamed(self) -> bool {
        matches!(self, Self::Jsonl)
    }

    /// Whether a person reads it as it is.
    pub(super) const fn is_for_reading(self) -> bool {
        matches!(self, Self::Table | Self::Markdown)
    }
}

impl From<Format> for render::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Table => Self::Table,
            Format::Jsonl => Self::Jsonl,
            Format::Csv => Self::Csv,
            Format::Markdown => Self::Markdown,
            Format::Ron => Self::Ron,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

impl Screen {
    /// Width and colour for standard output.
    pub(super) fn options(&self) -> render::Options {
        let terminal = || terminal_size::terminal_size().map(|(width, _)| width.0.max(40));
        let colour = match self.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => io::stdout().is_terminal() && !no_color(),
        };
        let on_terminal = io::stdout().is_terminal();
        let width = self.width.or_else(|| if on_terminal { terminal() } else { None }).unwrap_or(100);
        render::Options { width, colour }
    }
}

/// <https://no-color.org>: any value but an empty one.
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
}

/// What tells this build of the program from another: the size and time of its file.
pub(super) fn program() -> String {
    let metadata = std::env::current_exe().and_then(std::fs::metadata);
    let changed = |m: &std::fs::Metadata| m.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok();
    metadata.map_or_else(|_| String::new(), |m| format!("{} {:?}", m.len(), changed(&m)))
}

/// The day it is, in UTC. Only for what a person types, never for what an article says.
#[expect(clippy::disallowed_methods, reason = "the one place that may read the clock")]
pub(super) fn today() -> Option<NaiveDate> {
    let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(DateTime::from_timestamp(i64::try_from(since_epoch.as_secs()).ok()?, 0)?.date_naive())
}

/// A day that a person types.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "write a day of the calendar such as 2025-01-31".to_owned())
}

fn published(text: &str) -> Result<NaiveDateTime, String> {
    parse_published(text)
        .map_err(|d| d.help.map_or(d.message.clone(), |help| format!("{}; {help}", d.message)))
}
