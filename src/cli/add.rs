//! `dateline add`

use std::io::Write;
use std::path::PathBuf;

use dateline::document::Ids;
use dateline::store::{Added, Store};

use crate::cli::args::{Reading, StoreArgs};
use crate::cli::{Outcome, engine, output};

/// Extract articles and keep their events in the store, one RON file an article
///
/// Adding the same article again changes nothing.
///
/// Examples:
///   dateline add tests/articles
///   dateline add --published 2026-01-28 tests/articles/2026-01-28-al-sharaa-putin-moscow.txt
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
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let store = Store::open(&args.store.store)?;
    let tables = store.tables()?;
    let articles = engine::read(&args.inputs, &args.reading, Ids::MustDiffer);
    if articles.documents.is_empty() {
        return Ok(articles.outcome);
    }
    let (mut kept, mut failed) = (0, false);
    for extraction in engine::extract(&articles.documents, &tables) {
        match store.add(&extraction) {
            Ok(Added::Written(path)) => {
                kept += 1;
                writeln!(out, "wrote {} ({} mentions)", path.display(), extraction.mentions.len())?;
            }
            Ok(Added::Replaced(path)) => {
                kept += 1;
                writeln!(out, "replaced {} ({} mentions)", path.display(), extraction.mentions.len())?;
            }
            Ok(Added::Unchanged(path)) => {
                kept += 1;
                writeln!(out, "kept {}, unchanged", path.display())?;
            }
            Err(e) => {
                output::failure(&e);
                failed = true;
            }
        }
    }
    Ok(match (failed, kept) {
        (false, _) => articles.outcome,
        (true, 0) => Outcome::Nothing,
        (true, _) => Outcome::Partly,
    })
}
