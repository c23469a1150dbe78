//! `dateline show`

use std::io::Write;
use std::path::PathBuf;

use anyhow::bail;
use chrono::NaiveDate;
use dateline::chronology::Found;
use dateline::render;

use crate::cli::args::{Format, Output, Reading, StoreArgs};
use crate::cli::{Outcome, engine};

/// Print one event with everything it rests on
///
/// Every quote with its time expression (~) and its event word (^) underlined, the article it stands in, where
/// that article's date came from, and what its sources disagree on.
///
/// Examples:
///   dateline show 3f2a91
///   dateline show 3f2a91 tests/articles
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The event's id, one it had before, or that of a mention; or as much of its beginning as no other shares
    id: String,
    /// Articles, where the event is not one of the store
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// As it was known on this day: leaves out articles published later
    #[arg(long, value_name = "DATE")]
    as_of: Option<NaiveDate>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let (chronology, outcome) = engine::chronology(&args.inputs, &args.reading, &args.store, args.as_of)?;
    if outcome == Outcome::Nothing {
        return Ok(outcome);
    }
    let event = match engine::resolve(&args.id, &chronology)? {
        Found::Event(event) | Found::Mention(_, Some(event)) => &chronology.events[event],
        _ => bail!("`{}` is a mention that a decision rejects", args.id),
    };
    let options = args.output.screen.options();
    let mut text = String::new();
    match args.output.format {
        Format::Table => render::detail(&chronology, event, options, &mut text)?,
        format => render::events(&chronology, &[event], format.into(), options, &mut text)?,
    }
    out.write_all(text.as_bytes())?;
    Ok(outcome)
}
