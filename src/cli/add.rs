//! `dateline add`

use std::io::Write;
use std::path::PathBuf;

use dateline::document::{Document, Ids};
use dateline::event::extract::extract_with;
use dateline::store::{Added, Store};

use crate::cli::args::{Reading, StoreArgs};
use crate::cli::{Outcome, engine, output};

/// Extract articles and keep their events in the store, one RON file an article
///
/// Adding the same article again changes nothing. Each file is written whole or not at all, however many add at
/// once and whenever they are stopped.
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
    let knowledge = tables.knowledge();
    let work = |document: &Document| extract_with(document, &knowledge);
    let mut batch = None;
    let (mut kept, mut failed) = (0, false);
    let outcome = engine::stream(&args.inputs, &args.reading, Ids::MustDiffer, work, |extractions| {
        let batch = match batch {
            Some(batch) => batch,
            None => *batch.insert(store.next_batch()?),
        };
        for (added, extraction) in store.add_all(&extractions, batch).into_iter().zip(&extractions) {
            let mentions = extraction.mentions.len();
            kept += usize::from(added.is_ok());
            match added {
                Ok(Added::Written(path)) => {
                    writeln!(out, "wrote {} ({mentions} mentions)", path.display())?;
                }
                Ok(Added::Replaced(path)) => {
                    writeln!(out, "replaced {} ({mentions} mentions)", path.display())?;
                }
                Ok(Added::Unchanged(path)) => writeln!(out, "kept {}, unchanged", path.display())?,
                Err(e) => {
                    output::failure(&e);
                    failed = true;
                }
            }
        }
        Ok(())
    })?;
    Ok(match (failed, kept) {
        (false, _) => outcome,
        (true, 0) => Outcome::Nothing,
        (true, _) => Outcome::Partly,
    })
}
