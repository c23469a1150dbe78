//! `dateline diff`

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::bail;
use chrono::NaiveDate;
use dateline::chronology::{Chronology, Decision, Side};
use dateline::render;
use dateline::store::{Store, Tables};

use crate::cli::args::{Output, Reading, StoreArgs};
use crate::cli::filters::Filters;
use crate::cli::{Outcome, engine, output};

/// Tell what came, went and changed between two chronologies, event by event, and why
///
/// A and B are each a store, articles (a file or a folder), or a day: the store as it was known on that day. Events
/// are the same where they share a report, or would be merged. Reasons are a new report, a report that is gone, an
/// article that is read differently, an event that another was part of, and a decision.
///
/// With a query, only events that it finds in A or in B. Exit code 0 where nothing differs, 1 where something does.
///
/// Examples:
///   dateline diff 2025-01-31 2025-12-31
///   dateline diff 2025-01-31 2025-12-31 --actor Russia --format jsonl
///   dateline diff tests/articles events
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// What was: a store, articles, or a day
    #[arg(value_name = "A")]
    before: String,
    /// What is
    #[arg(value_name = "B")]
    after: String,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    output: Output,
}

/// One side, with how reading it went.
struct Known {
    chronology: Chronology,
    decisions: Vec<Decision>,
    outcome: Outcome,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let tables = engine::tables(&args.store)?;
    let gazetteer = tables.gazetteer();
    let query = args.filters.query(&[], gazetteer)?;
    let (before, after) = (read(&args.before, args, &tables)?, read(&args.after, args, &tables)?);
    if let Some(side) = [&before, &after].into_iter().find(|k| k.outcome == Outcome::Nothing) {
        return Ok(side.outcome);
    }
    let side = |known: &'_ Known| -> BTreeSet<usize> {
        let found = query.select(&known.chronology, gazetteer);
        let ids: BTreeSet<&str> = found.iter().map(|e| e.id.as_str()).collect();
        (0..known.chronology.events.len())
            .filter(|at| ids.contains(known.chronology.events[*at].id.as_str()))
            .collect()
    };
    let (was, is) = (side(&before), side(&after));
    let mut changes = Chronology::compare(
        Side { chronology: &before.chronology, decisions: &before.decisions },
        Side { chronology: &after.chronology, decisions: &after.decisions },
        gazetteer,
    );
    changes
        .retain(|c| c.before.is_some_and(|a| was.contains(&a)) || c.after.is_some_and(|b| is.contains(&b)));
    let mut text = String::new();
    let (format, options) = (args.output.format.into(), args.output.screen.options());
    render::changes(&before.chronology, &after.chronology, &changes, format, options, &mut text)?;
    out.write_all(text.as_bytes())?;
    if [before.outcome, after.outcome].contains(&Outcome::Partly) {
        return Ok(Outcome::Partly);
    }
    if changes.is_empty() {
        output::note("nothing differs");
        return Ok(Outcome::Done);
    }
    Ok(Outcome::Found)
}

fn read(named: &str, args: &Args, tables: &Tables) -> anyhow::Result<Known> {
    let path = Path::new(named);
    if !path.exists()
        && let Ok(day) = named.parse::<NaiveDate>()
    {
        return stored(&args.store.store, tables, Some(day));
    }
    if path.is_dir() && Store::open(path)?.is_filled() {
        return stored(path, tables, None);
    }
    if named != "-" && !path.exists() {
        bail!("`{named}` is no store, no article and no day");
    }
    let inputs = [PathBuf::from(named)];
    let decisions = engine::decisions(&args.store)?;
    let (chronology, outcome) = engine::chronology(&inputs, &args.reading, &args.store, tables, None)?;
    Ok(Known { chronology, decisions, outcome })
}

fn stored(folder: &Path, tables: &Tables, day: Option<NaiveDate>) -> anyhow::Result<Known> {
    let (chronology, outcome) = engine::stored(folder, tables, day)?;
    let decisions = Store::open(folder)?.decisions().unwrap_or_default();
    Ok(Known { chronology, decisions, outcome })
}
