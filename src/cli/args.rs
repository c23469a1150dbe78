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

/// Filters as options; each says the same as the query term of its name.
#[derive(clap::Args)]
#[command(next_help_heading = "Filters")]
pub(super) struct Filters {
    /// Same as actor:NAME
    #[arg(long, value_name = "NAME")]
    actor: Vec<String>,
    /// Same as location:NAME
    #[arg(long, value_name = "NAME")]
    location: Vec<String>,
    /// Same as type:TYPE
    #[arg(long = "type", value_name = "TYPE")]
    kind: Vec<String>,
    /// Same as since:PERIOD, from its first day on
    #[arg(long, value_name = "PERIOD")]
    since: Option<String>,
    /// Same as until:PERIOD, its last day included
    #[arg(long, value_name = "PERIOD")]
    until: Option<String>,
    /// Same as text:WORDS
    #[arg(long, value_name = "WORDS")]
    text: Vec<String>,
    /// Same as status:STATUS
    #[arg(long, value_name = "STATUS")]
    status: Vec<String>,
    /// Same as sources:>=N
    #[arg(long, value_name = "N")]
    min_sources: Option<u32>,
    /// The day that `last month` and the like are counted from; today where it is not given
    #[arg(long, value_name = "DATE", env = "DATELINE_TODAY")]
    today: Option<NaiveDate>,
}

impl Filters {
    /// As query terms.
    pub(super) fn terms(&self) -> Vec<String> {
        let lists = [
            ("actor", &self.actor),
            ("location", &self.location),
            ("type", &self.kind),
            ("text", &self.text),
            ("status", &self.status),
        ];
        let mut terms: Vec<_> = lists
            .into_iter()
            .flat_map(|(key, values)| values.iter().map(move |value| format!("{key}:{value}")))
            .collect();
        terms.extend(self.since.iter().map(|period| format!("since:{period}")));
        terms.extend(self.until.iter().map(|period| format!("until:{period}")));
        terms.extend(self.min_sources.iter().map(|n| format!("sources:>={n}")));
        terms
    }

    /// The day that relative periods are counted from.
    pub(super) fn today(&self) -> Option<NaiveDate> {
        self.today.or_else(today)
    }
}

/// The day it is, in UTC. Only for what a person types, never for what an article says.
#[expect(clippy::disallowed_methods, reason = "the one place that may read the clock")]
pub(super) fn today() -> Option<NaiveDate> {
    let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(DateTime::from_timestamp(i64::try_from(since_epoch.as_secs()).ok()?, 0)?.date_naive())
}

fn published(text: &str) -> Result<NaiveDateTime, String> {
    parse_published(text)
        .map_err(|d| d.help.map_or(d.message.clone(), |help| format!("{}; {help}", d.message)))
}
