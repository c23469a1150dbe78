//! `dateline add`

use std::io::Write;
use std::path::PathBuf;

use chrono::Datelike;
use dateline::store::{self, Store};

use crate::cli::args::{Reading, StoreArgs};
use crate::cli::{Outcome, engine, output};

/// Extract articles and keep their events in the store, one RON file an article
///
/// Adding the same article again changes nothing.
///
/// Examples:
///   dateline add tests/articles
///   dateline add --published 2026-01-28 article.txt
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
    let articles = engine::read(&args.inputs, &args.reading);
    if articles.documents.is_empty() {
        return Ok(articles.outcome);
    }
    let store = Store::create(&args.store.store)?;
    let (mut kept, mut failed) = (0, false);
    for extraction in engine::extract(&articles.documents) {
        let article = &extraction.article;
        let path = store.path_of(&article.id, article.published.year());
        match store.add(&extraction) {
            Ok(outcome) => {
                kept += 1;
                let did = match outcome {
                    store::Outcome::Added => "added",
                    store::Outcome::Unchanged => "unchanged",
                    store::Outcome::Replaced => "replaced",
                };
                writeln!(out, "{did:<10} {}, {} mentions", path.display(), extraction.mentions.len())?;
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
