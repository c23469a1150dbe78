//! `dateline tag`

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use dateline::document::Ids;
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

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let articles = engine::read(&args.inputs, &args.reading, Ids::MayRepeat);
    if articles.outcome == Outcome::Nothing {
        return Ok(articles.outcome);
    }
    let tagged: Vec<_> = articles.documents.iter().map(|d| (d, engine::tag(d, args.narrative))).collect();
    let mut text = String::new();
    let format = match args.format {
        Format::Table => render::Format::Table,
        Format::Jsonl => render::Format::Jsonl,
        Format::Csv => render::Format::Csv,
        Format::Markdown => render::Format::Markdown,
        Format::Ron => render::Format::Ron,
        Format::Timeml => {
            for (document, (read, timexes)) in &tagged {
                render::timeml::write(document, read, timexes, &mut text)?;
            }
            out.write_all(text.as_bytes())?;
            return Ok(articles.outcome);
        }
    };
    let rows: Vec<_> =
        tagged.iter().map(|(document, (_, timexes))| (*document, timexes.as_slice())).collect();
    if rows.iter().all(|(_, timexes)| timexes.is_empty()) {
        output::note("no time expression was found");
    }
    render::timexes(&rows, format, args.screen.options(), &mut text)?;
    out.write_all(text.as_bytes())?;
    Ok(articles.outcome)
}
