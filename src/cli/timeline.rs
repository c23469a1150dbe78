//! `dateline timeline`

use std::io::Write;
use std::path::{Path, PathBuf};

use dateline::error::Error;
use dateline::query::Query;
use dateline::render;

use crate::cli::args::{Filters, Output, Reading, StoreArgs};
use crate::cli::{Outcome, engine, output};

/// Print the merged chronology, oldest event first
///
/// Of the articles named, or of the store when none is. An argument is an article where it names a file or
/// folder (or ends in .txt, .jsonl or .html); `-` is standard input; anything else is a query term.
/// Terms must all hold; options say the same as the terms of their names. Periods include both ends.
///
///   actor:NAME      who does it, by any alias; a state through its leaders, bodies and forces
///   recipient:NAME  to or with whom
///   location:NAME   there, or in a place that lies there
///   type:TYPE       a PLOVER type: assault, consult, sanction ... ; mode:MODE its kind
///   status:STATUS   occurred, ongoing, planned, hypothetical, negated; or claimed
///   date:PERIOD     2024-12-08, 2024-12, 2025-Q4, 2022-02..2022-04, 2022-02.., ..2024, "last month"
///   since:PERIOD    from its first day on; until:PERIOD up to and with its last day
///   text:WORDS      in the summary or a quote; a bare word is the same
///   source:NAME     told by this publisher; sources:>2 by so many
///   not:TERM        the term does not hold
///
/// Tables leave out what has no date of its own and names nobody and no place, or is only supposed or denied;
/// a note says how many events that are, and --all shows them. The other formats always have every event.
///
/// Examples:
///   dateline timeline actor:Russia location:Syria
///   dateline timeline date:2024-12..2025-03 type:assault --format csv
///   dateline timeline tests/articles --since 2025 not:source:"Levant Wire"
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// Articles (files, folders, -) and query terms
    #[arg(value_name = "INPUT|QUERY")]
    arguments: Vec<String>,
    /// Keep in the table what it leaves out otherwise
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let (inputs, mut terms): (Vec<_>, Vec<_>) = args.arguments.iter().cloned().partition(|a| is_input(a));
    terms.extend(args.filters.terms());
    let inputs: Vec<_> = inputs.into_iter().map(PathBuf::from).collect();
    let tables = engine::tables(&args.store)?;
    let gazetteer = tables.gazetteer();
    let asked = Query::text(&terms);
    // A fault in the query is found before an article is read.
    let query = Query::from_terms(&terms, gazetteer, args.filters.today())
        .map_err(|d| Error::at("query", asked.as_str(), d))?;
    let (chronology, outcome) = engine::chronology(&inputs, &args.reading, &args.store, &tables)?;
    if outcome == Outcome::Nothing {
        return Ok(outcome);
    }
    for doubt in query.doubts(&chronology, gazetteer) {
        output::warning(&doubt.render("query", &asked));
    }
    let mut events = query.select(&chronology, gazetteer);
    if events.is_empty() {
        output::note(
            match (chronology.events.len(), query.is_empty()) {
                (0, _) => "there are no events".to_owned(),
                (all, _) => format!("none of {all} events matches"),
            }
            .as_str(),
        );
    }
    let everything =
        args.all || !args.output.format.is_for_reading() || terms.iter().any(|t| t.contains("status:"));
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
    let mut text = String::new();
    render::events(&chronology, &events, args.output.format.into(), args.output.screen.options(), &mut text)?;
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
