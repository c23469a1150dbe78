//! `dateline tag`

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use dateline::document::{Document, Ids};
use dateline::pipeline;
use dateline::render;

use crate::cli::args::{Reading, Screen};
use crate::cli::{Outcome, engine, output};

/// Print the time expressions of articles, with their TIMEX3 values
///
/// Examples:
///   dateline tag tests/articles
///   dateline tag --format timeml tests/articles/2026-01-28-al-sharaa-putin-moscow.txt
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// Articles: files, folders, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Count relative dates from the last one told, as in a history, not from the article's date
    #[arg(long)]
    narrative: bool,
    #[command(flatten)]
    reading: Reading,
    /// Form of the result
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    screen: Screen,
}

/// The forms of other commands, and the one that the tools of the field read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
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
    /// The text with TIMEX3 tags, for the tools of that field
    Timeml,
}

impl Format {
    /// The renderer's name for it; none for `TimeML`, which is not a list.
    const fn list(self) -> Option<render::Format> {
        Some(match self {
            Self::Table => render::Format::Table,
            Self::Jsonl => render::Format::Jsonl,
            Self::Csv => render::Format::Csv,
            Self::Markdown => render::Format::Markdown,
            Self::Ron => render::Format::Ron,
            Self::Timeml => return None,
        })
    }
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let tag = |document: &Document| pipeline::tag(document, args.narrative);
    let options = args.screen.options();
    let mut found = false;
    // A table's columns depend on every row; what does not is written as it comes, so that memory stays flat.
    let outcome = match args.format.list() {
        None | Some(render::Format::Jsonl) => {
            let work = |document: &Document| -> Result<(bool, String), std::fmt::Error> {
                let timexes = tag(document);
                let mut text = String::new();
                if let Some(format) = args.format.list() {
                    render::timexes(&[(document, &timexes)], format, options, &mut text)?;
                } else {
                    render::timeml::write(document, &timexes, &mut text)?;
                }
                Ok((!timexes.is_empty(), text))
            };
            engine::stream(&args.inputs, &args.reading, Ids::MayRepeat, work, |batch| {
                for done in batch {
                    let (any, text) = done?;
                    found |= any;
                    out.write_all(text.as_bytes())?;
                }
                Ok(())
            })?
        }
        Some(format) => {
            let work = |document: &Document| (document.clone(), tag(document));
            let read = engine::read(&args.inputs, &args.reading, Ids::MayRepeat, work);
            let rows: Vec<_> =
                read.results.iter().map(|(document, timexes)| (document, timexes.as_slice())).collect();
            found = rows.iter().any(|(_, timexes)| !timexes.is_empty());
            let mut text = String::new();
            if !rows.is_empty() {
                render::timexes(&rows, format, options, &mut text)?;
            }
            out.write_all(text.as_bytes())?;
            read.outcome
        }
    };
    if !found && outcome != Outcome::Nothing {
        output::note("no time expression was found");
    }
    Ok(outcome)
}
