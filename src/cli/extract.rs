//! `dateline extract`

use std::io::Write;
use std::path::PathBuf;

use dateline::document::Ids;
use dateline::render;

use crate::cli::args::{Output, Reading, StoreArgs};
use crate::cli::{Outcome, engine, output};

/// Print the event mentions of articles, unmerged, in text order
///
/// Examples:
///   dateline extract tests/articles
///   dateline extract --format jsonl tests/articles
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// Articles: files, folders, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let tables = engine::tables(&args.store)?;
    let mut found = false;
    // A table's columns depend on every row; JSON lines are written as they come, so that memory stays flat.
    let size = if args.output.format.is_streamed() { engine::BATCH } else { usize::MAX };
    let outcome = engine::batches(&args.inputs, &args.reading, Ids::MayRepeat, size, |documents| {
        let extractions = engine::extract(&documents, &tables);
        let mentions: Vec<_> = extractions.iter().flat_map(|e| &e.mentions).collect();
        found |= !mentions.is_empty();
        let mut text = String::new();
        render::mentions(&mentions, args.output.format.into(), args.output.screen.options(), &mut text)?;
        Ok(out.write_all(text.as_bytes())?)
    })?;
    if !found && outcome != Outcome::Nothing {
        output::note("no event was found");
    }
    Ok(outcome)
}
