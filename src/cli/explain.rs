//! `dateline explain`

use std::io::Write;

use anyhow::Context;
use chrono::{NaiveDateTime, NaiveTime};
use dateline::document::{Dct, DctSource, Document, Header};
use dateline::event::extract;
use dateline::render;
use dateline::span::Span;

use crate::cli::args::{self, Reading, Screen, StoreArgs};
use crate::cli::{Outcome, engine, output};

/// Print how a sentence is read, step by step
///
/// Tokens with what they may mean, time expressions with rule, form and value, and events with the frames and
/// rules that made them.
///
/// Examples:
///   dateline explain --published 2024-03-15 "Three weeks ago, the EU imposed sanctions on Belarus."
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The sentence, or several
    text: String,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let tables = engine::tables(&args.store)?;
    let document = document(&args.text, published(args.reading.published)?);
    let reading = extract::read_with(&document, &tables.knowledge());
    let mut text = String::new();
    render::explain(&document.text, &reading, args.screen.options(), &mut text)?;
    out.write_all(text.as_bytes())?;
    Ok(Outcome::Done)
}

/// A sentence has no date of its own: without one it is read as if it were written today, and that is said.
fn published(given: Option<NaiveDateTime>) -> anyhow::Result<NaiveDateTime> {
    if let Some(at) = given {
        return Ok(at);
    }
    let today = args::today().context("give --published YYYY-MM-DD")?;
    output::note(&format!("read as if published on {today}; give another day with --published"));
    Ok(today.and_time(NaiveTime::MIN))
}

fn document(text: &str, at: NaiveDateTime) -> Document {
    let dct = Dct { at, from: DctSource::Flag };
    let header = Header { title: String::new(), source: String::new(), url: None, dct, dateline: None };
    let prose = vec![Span::of(0..text.len())];
    Document { id: "sentence".to_owned(), header, text: text.to_owned(), prose }
}
