//! `dateline check`

use std::io::Write;
use std::path::PathBuf;

use dateline::document::Ids;
use dateline::store::Store;

use crate::cli::args::{Reading, StoreArgs};
use crate::cli::{Outcome, engine, output};

/// Look for faults in the store: broken files, unknown codes, orphan decisions
///
/// With articles named, also whether their texts are still those that were extracted, and every quote in its
/// place. Exit code 1 where something is found.
///
/// Examples:
///   dateline check
///   dateline check tests/articles
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The articles of the store: files, folders, or - for standard input
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let articles = engine::read(&args.inputs, &args.reading, Ids::MustDiffer, Clone::clone);
    let found = Store::open(&args.store.store)?.check_against(&articles.results)?;
    for finding in &found {
        // A finding may carry an excerpt of the file, which anyone may have edited.
        writeln!(out, "{}", output::safe(&finding.to_string()))?;
    }
    if !found.is_empty() {
        return Ok(Outcome::Found);
    }
    if articles.outcome == Outcome::Done {
        output::note("the store is sound");
    }
    Ok(articles.outcome)
}
