//! `dateline check`

use std::io::Write;

use dateline::store::Store;

use crate::cli::args::StoreArgs;
use crate::cli::{Outcome, output};

/// Look for faults in the store: broken files, stale hashes, spans off the text, orphan decisions
///
/// Exit code 1 where something is found.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let found = Store::open(&args.store.store)?.check()?;
    for fault in &found {
        writeln!(out, "{fault}")?;
    }
    if found.is_empty() {
        output::note("the store is sound");
        return Ok(Outcome::Done);
    }
    Ok(Outcome::Found)
}
