//! `dateline stats`

use std::io::Write;
use std::path::PathBuf;

use chrono::NaiveDate;
use dateline::render::{self, Stats};

use crate::cli::args::{Output, Reading, StoreArgs, day};
use crate::cli::{Outcome, engine};

/// Count articles, mentions and events: by type, year, source, and how their dates are known
///
/// Of the articles named, or of the store when none is.
///
/// Examples:
///   dateline stats
///   dateline stats tests/articles --format csv
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// Articles: files, folders, or - for standard input
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// As it was known on this day: leaves out articles published later
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<NaiveDate>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let tables = engine::tables(&args.store)?;
    let (chronology, outcome) =
        engine::chronology(&args.inputs, &args.reading, &args.store, &tables, args.as_of)?;
    if outcome == Outcome::Nothing {
        return Ok(outcome);
    }
    let mut text = String::new();
    let options = args.output.screen.options();
    render::stats(&Stats::of(&chronology), args.output.format.into(), options, &mut text)?;
    out.write_all(text.as_bytes())?;
    Ok(outcome)
}
