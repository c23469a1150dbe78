//! `dateline extract`

use std::io::Write;
use std::path::PathBuf;

use dateline::document::Ids;
use dateline::render;

use crate::cli::args::{Output, Reading};
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
    output: Output,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let articles = engine::read(&args.inputs, &args.reading, Ids::MayRepeat);
    if articles.outcome == Outcome::Nothing {
        return Ok(articles.outcome);
    }
    let extractions = engine::extract(&articles.documents);
    let mentions: Vec<_> = extractions.iter().flat_map(|e| &e.mentions).collect();
    if mentions.is_empty() {
        output::note("no event was found");
    }
    let mut text = String::new();
    render::mentions(&mentions, args.output.format.into(), args.output.screen.options(), &mut text)?;
    out.write_all(text.as_bytes())?;
    Ok(articles.outcome)
}
