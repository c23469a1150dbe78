//! `dateline show`

use std::io::Write;
use std::path::PathBuf;

use anyhow::bail;
use chrono::NaiveDate;
use dateline::chronology::Found;
use dateline::render;
use dateline::store::Tables;

use crate::cli::args::{Format, Output, Reading, StoreArgs, day};
use crate::cli::{Outcome, engine};

/// Print one event with everything it rests on, or what is known of a name
///
/// Of an event: every quote with its time expression (~) and its event word (^) underlined, the article it stands in,
/// where that article's date came from, its neighbours, and what its sources disagree on.
/// Of a name: the actors and places it may stand for, their other names, roles by date, and where they lie.
///
/// Examples:
///   dateline show 3f2a91
///   dateline show 3f2a91 tests/articles
///   dateline show "al-Jolani"
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The event's id, one it had before, or that of a mention, or as much of its beginning as no other shares; or a
    /// name
    #[arg(value_name = "ID|NAME")]
    id: String,
    /// Articles, where the event is not one of the store
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// As it was known on this day: leaves out articles published later
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<NaiveDate>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let tables = engine::tables(&args.store)?;
    if !is_id(&args.id) {
        return name(&args.id, &tables, out);
    }
    let (chronology, outcome) =
        engine::chronology(&args.inputs, &args.reading, &args.store, &tables, args.as_of)?;
    if outcome == Outcome::Nothing {
        return Ok(outcome);
    }
    let event = match engine::resolve(&args.id, &chronology)? {
        Found::Event(event) | Found::Mention(_, Some(event)) => &chronology.events[event],
        _ => bail!("`{}` is a mention that a decision rejects", args.id),
    };
    let options = args.output.screen.options();
    let mut text = String::new();
    match args.output.format {
        Format::Table => render::detail(&chronology, event, options, &mut text)?,
        format => render::events(&chronology, &[event], format.into(), options, &mut text)?,
    }
    out.write_all(text.as_bytes())?;
    Ok(outcome)
}

/// Whether it can be an event's id or a mention's: hexadecimal digits, and no name is made of those ("UAE" has a U).
fn is_id(typed: &str) -> bool {
    let digits = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    typed.contains('#') || digits(typed)
}

fn name(typed: &str, tables: &Tables, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let gazetteer = tables.gazetteer();
    let senses = gazetteer.find(typed);
    let mut text = String::new();
    if senses.is_empty() {
        if let Some(arm) = gazetteer.arm(typed) {
            render::arm(gazetteer, typed, arm, &mut text)?;
            out.write_all(text.as_bytes())?;
            return Ok(Outcome::Done);
        }
        let near = gazetteer.nearest(typed);
        match near {
            Some(near) => bail!("nothing is known of `{typed}`; did you mean `{near}`?"),
            None => bail!("no event has the id `{typed}`, and nothing is known of such a name"),
        }
    }
    render::entries(gazetteer, &senses, &mut text)?;
    out.write_all(text.as_bytes())?;
    Ok(Outcome::Done)
}
