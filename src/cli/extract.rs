//! `dateline extract`

use std::io::Write;
use std::path::PathBuf;

use dateline::document::{Document, Ids};
use dateline::event::Mention;
use dateline::event::extract::extract_with;
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

/// Bytes of a mention as a line of JSON.
const ROW: usize = 1024;

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let tables = engine::tables(&args.store)?;
    let knowledge = tables.knowledge();
    let (format, options) = (args.output.format.into(), args.output.screen.options());
    let write = |mentions: &[&Mention]| -> Result<String, std::fmt::Error> {
        let mut text = String::with_capacity(ROW * mentions.len());
        render::mentions(mentions, format, options, &mut text)?;
        Ok(text)
    };
    let mut found = false;
    // JSON lines are written as they come, so that memory stays flat.
    let outcome = if args.output.format.is_streamed() {
        let work = |document: &Document| {
            let mentions = extract_with(document, &knowledge).mentions;
            write(&mentions.iter().collect::<Vec<_>>())
        };
        engine::stream(&args.inputs, &args.reading, Ids::MayRepeat, work, |batch| {
            for text in batch {
                let text = text?;
                found |= !text.is_empty();
                out.write_all(text.as_bytes())?;
            }
            Ok(())
        })?
    } else {
        // A table's columns depend on every row.
        let work = |document: &Document| extract_with(document, &knowledge).mentions;
        let read = engine::read(&args.inputs, &args.reading, Ids::MayRepeat, work);
        let mentions: Vec<_> = read.results.iter().flatten().collect();
        found |= !mentions.is_empty();
        if !read.results.is_empty() {
            out.write_all(write(&mentions)?.as_bytes())?;
        }
        read.outcome
    };
    if !found && outcome != Outcome::Nothing {
        output::note("no event was found");
    }
    Ok(outcome)
}
