//! `dateline timeline`

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use dateline::query::{self, Query};

use crate::cli::args::{Output, Reading, StoreArgs, day};
use crate::cli::filters::Filters;
use crate::cli::layout::Layout;
use crate::cli::{Outcome, engine, output};

/// Print the merged chronology, oldest event first
///
/// Of the articles named, or of the store when none is. An argument is an article where it names a file or
/// folder (or ends in .txt, .jsonl or .html); `-` is standard input; anything else is a query or a part of one,
/// see below. Options say the same as the terms of their names and hold together with the query.
///
/// Tables leave out what has no date of its own and names nobody and no place, or is only supposed or denied;
/// a note says how many events that are, and --all shows them. The other formats always have every event, and so
/// has every count.
///
/// Examples:
///   dateline timeline actor:Russia location:Syria
///   dateline timeline "(actor:Russia or actor:Turkey) location:Syria" --sort sources --limit 5
///   dateline timeline date:2024-12..2025-03 type:assault --format csv
///   dateline timeline tests/articles --since 2025 not:source:"Levant Wire" --group-by month --count
///   dateline timeline --as-of 2025-01-31 --conflicts
#[derive(clap::Args)]
#[command(verbatim_doc_comment, after_long_help = query::grammar_help())]
pub(super) struct Args {
    /// Articles (files, folders, -) and a query
    #[arg(value_name = "INPUT|QUERY")]
    arguments: Vec<String>,
    /// Keep in the table what it leaves out otherwise
    #[arg(long)]
    all: bool,
    /// As it was known on this day: leaves out articles published later
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<NaiveDate>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    layout: Layout,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let (inputs, terms): (Vec<_>, Vec<_>) = args.arguments.iter().cloned().partition(|a| is_input(a));
    let inputs: Vec<_> = inputs.into_iter().map(PathBuf::from).collect();
    // A fault in the query is found before an article is read.
    let tables = engine::tables(&args.store)?;
    let query = args.filters.query(&terms, tables.gazetteer())?;
    let (answer, outcome) = engine::ask(
        &inputs,
        &args.reading,
        &args.store,
        &tables,
        args.as_of,
        &query,
        args.layout.only_total(),
    )?;
    if outcome == Outcome::Nothing {
        return Ok(outcome);
    }
    for doubt in &answer.doubts {
        output::warning(&doubt.render("query", query.text()));
    }
    let mut text = String::new();
    if args.layout.only_total() {
        args.layout.write_total(answer.matched, &args.output, &mut text)?;
        out.write_all(text.as_bytes())?;
        return Ok(outcome);
    }
    let chronology = &answer.chronology;
    let mut events: Vec<_> = answer.found.iter().filter_map(|at| chronology.events.get(*at)).collect();
    if events.is_empty() {
        output::note(
            match (answer.of, query.is_empty()) {
                (0, _) => "there are no events".to_owned(),
                (all, _) => format!("none of {all} events matches"),
            }
            .as_str(),
        );
    }
    let everything =
        args.all || args.layout.only_counts() || !args.output.format.is_for_reading() || query.names_status();
    if !everything {
        let found = events.len();
        events.retain(|e| !e.is_marginal());
        if events.len() < found {
            let left_out = found - events.len();
            output::note(&format!(
                "{left_out} events without a date of their own are left out; --all shows them"
            ));
        }
    }
    let found = events.len();
    args.layout.arrange(&mut events);
    if events.len() < found && !args.layout.only_counts() {
        output::note(&format!("{} of {found} events are shown", events.len()));
    }
    args.layout.write(chronology, &events, &args.output, &mut text)?;
    out.write_all(text.as_bytes())?;
    Ok(outcome)
}

/// Whether an argument names articles: a query term never has such an ending, and a file that is not there
/// should be an error rather than a word to search for.
fn is_input(argument: &str) -> bool {
    let path = Path::new(argument);
    let named = path.extension().and_then(|e| e.to_str()).is_some_and(|e| {
        ["txt", "jsonl", "ndjson", "html", "htm"].iter().any(|known| e.eq_ignore_ascii_case(known))
    });
    argument == "-"
        || path.exists()
        || (!Query::is_term(argument)
            && (named
                || argument.ends_with('/')
                || ["/", "./", "../"].iter().any(|p| argument.starts_with(p))))
}
