//! `dateline decide`

use std::io::Write;
use std::path::PathBuf;

use anyhow::{anyhow, bail};
use chrono::NaiveDate;
use clap::Subcommand;
use dateline::chronology::{Chronology, Correction, Decision, Found, Reference};
use dateline::diagnostic::nearest;
use dateline::event::{EventType, Status};
use dateline::gazetteer::{Gazetteer, Sense};
use dateline::store::{Store, Verdict};
use dateline::time::edtf;

use crate::cli::args::{Reading, StoreArgs, day, today};
use crate::cli::{Outcome, engine, output};

/// Write a decision down: two events are one, one is two, none, or other than it is read
///
/// Appends to `decisions.ron` in the store, whose comments and order stay as they are. An ID is that of an event or
/// of a mention, as `show` prints them; an event stands for its first report, and to reject one is to reject every
/// mention of it. Decisions outrank every score, later ones the earlier; `check` tells which no longer bite.
///
/// Examples:
///   dateline decide same 3f2a91 77c0 --reason "both tell of the meeting in Moscow"
///   dateline decide different 3f2a91 b2c4 --reason "the visit of October, not that of January"
///   dateline decide reject 3f2a91 --reason "a figure of speech" --by vg
///   dateline decide correct 3f2a91 --when 2025-10-15 --reason "the ministry's own date"
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    #[command(subcommand)]
    ruling: Ruling,
}

#[derive(Subcommand)]
enum Ruling {
    /// These are one event
    Same(Named),
    /// These are events of their own
    Different(Named),
    /// These are no events
    Reject(Named),
    /// This is right but for what is given here
    Correct(Corrected),
}

#[derive(clap::Args)]
struct Named {
    /// Events or mentions
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    common: Common,
}

#[derive(clap::Args)]
struct Corrected {
    /// The event or mention
    #[arg(value_name = "ID")]
    id: String,
    /// When it was, as EDTF
    #[arg(long, value_name = "DATE")]
    when: Option<String>,
    /// Its PLOVER type
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    /// Whether it happened
    #[arg(long, value_name = "STATUS")]
    status: Option<String>,
    /// Where it was
    #[arg(long, value_name = "NAME")]
    place: Option<String>,
    /// Its one line
    #[arg(long, value_name = "TEXT")]
    summary: Option<String>,
    #[command(flatten)]
    common: Common,
}

#[derive(clap::Args)]
struct Common {
    /// Why, for the next reader
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Who decides
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The day of the decision; today where it is not given
    #[arg(long, value_name = "DATE", env = "DATELINE_TODAY", value_parser = day)]
    on: Option<NaiveDate>,
    /// Articles that the ids are of, where they are not in the store
    #[arg(long = "article", value_name = "INPUT")]
    articles: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let common = match &args.ruling {
        Ruling::Same(named) | Ruling::Different(named) | Ruling::Reject(named) => &named.common,
        Ruling::Correct(corrected) => &corrected.common,
    };
    if common.reason.trim().is_empty() {
        bail!("a decision needs a reason: the next reader will ask for it");
    }
    // What is given is read before the store is.
    let correction = match &args.ruling {
        Ruling::Correct(corrected) => correction(corrected)?,
        _ => Correction::default(),
    };
    let tables = engine::tables(&common.store)?;
    // What cannot be read cannot be appended to.
    Store::open(&common.store.store)?.decisions()?;
    let (chronology, outcome) =
        engine::chronology(&common.articles, &common.reading, &common.store, &tables, None)?;
    if outcome == Outcome::Nothing {
        return Ok(outcome);
    }
    let decisions = match &args.ruling {
        Ruling::Same(named) => vec![same(&named.ids, &chronology)?],
        Ruling::Different(named) => vec![different(&named.ids, &chronology)?],
        Ruling::Reject(named) => rejected(&named.ids, &chronology)?,
        Ruling::Correct(corrected) => {
            let (mention, _) = one(&corrected.id, &chronology)?;
            vec![Decision::Correct(reference(mention, &chronology)?, correction)]
        }
    };
    let verdict = |decision| Verdict {
        decision,
        reason: common.reason.clone(),
        by: common.by.clone(),
        on: common.on.or_else(today),
    };
    let verdicts: Vec<_> = decisions.into_iter().map(verdict).collect();
    let decided = Store::open(&common.store.store)?.decide(&verdicts)?;
    for doubt in &decided.doubts {
        output::warning(&format!("{doubt}; the later one counts"));
    }
    if decided.entries.is_empty() {
        output::note(&format!("{} says so already", decided.path.display()));
    } else {
        writeln!(out, "appended to {}", decided.path.display())?;
        for entry in &decided.entries {
            writeln!(out, "{}", output::safe(entry))?;
        }
    }
    Ok(outcome)
}

/// The mention that an id names or that stands for its event, and the event.
fn one(id: &str, chronology: &Chronology) -> anyhow::Result<(usize, Option<usize>)> {
    match engine::resolve(id, chronology)? {
        Found::Mention(mention, event) => Ok((mention, event)),
        Found::Event(event) => {
            let head = chronology.events.get(event).and_then(|e| chronology.head(e));
            head.map(|head| (head, Some(event))).ok_or_else(|| anyhow!("the event `{id}` has no mention"))
        }
        Found::Nothing | Found::Several(_) => bail!("no event has the id `{id}`"),
    }
}

fn reference(mention: usize, chronology: &Chronology) -> anyhow::Result<Reference> {
    chronology.reference(mention).ok_or_else(|| anyhow!("there is no such mention"))
}

/// The mentions named, each once and two at least.
fn several(ids: &[String], chronology: &Chronology) -> anyhow::Result<Vec<(usize, Option<usize>)>> {
    let mut found = Vec::new();
    for id in ids {
        let named = one(id, chronology)?;
        if !found.contains(&named) {
            found.push(named);
        }
    }
    if found.len() < 2 {
        let mentions = found.first().and_then(|(_, event)| chronology.events.get((*event)?));
        let ids: Vec<_> = mentions
            .into_iter()
            .flat_map(|e| e.mentions.iter().filter_map(|m| chronology.mentions.get(*m)))
            .map(|m| m.id.as_str())
            .collect();
        let hint =
            if ids.len() > 1 { format!("; it has the mentions {}", ids.join(", ")) } else { String::new() };
        bail!("two events or mentions are needed, and these are one{hint}");
    }
    Ok(found)
}

fn same(ids: &[String], chronology: &Chronology) -> anyhow::Result<Decision> {
    let found = several(ids, chronology)?;
    if let Some(gone) = found.iter().position(|(_, event)| event.is_none()) {
        output::warning(&format!("`{}` is rejected by another decision", ids[gone]));
    }
    let references: Result<Vec<_>, _> = found.iter().map(|(m, _)| reference(*m, chronology)).collect();
    Ok(Decision::Same(references?))
}

fn different(ids: &[String], chronology: &Chronology) -> anyhow::Result<Decision> {
    let found = several(ids, chronology)?;
    let events: Vec<_> = found.iter().map(|(_, event)| event).collect();
    let together = events.iter().enumerate().any(|(at, e)| events[at + 1..].contains(e));
    if !together {
        output::note("they are apart already; the decision keeps them so");
    }
    let references: Result<Vec<_>, _> = found.iter().map(|(m, _)| reference(*m, chronology)).collect();
    Ok(Decision::Different(references?))
}

fn rejected(ids: &[String], chronology: &Chronology) -> anyhow::Result<Vec<Decision>> {
    let mut mentions = Vec::new();
    for id in ids {
        match engine::resolve(id, chronology)? {
            Found::Event(event) => mentions.extend(chronology.events[event].mentions.iter().copied()),
            _ => mentions.push(one(id, chronology)?.0),
        }
    }
    mentions.sort_unstable();
    mentions.dedup();
    mentions.into_iter().map(|m| Ok(Decision::Reject(reference(m, chronology)?))).collect()
}

fn correction(args: &Corrected) -> anyhow::Result<Correction> {
    let when = match &args.when {
        Some(text) => Some(edtf::parse(text).map_err(|d| anyhow!("{}", d.render("--when", text)))?),
        None => None,
    };
    let unknown =
        |what: &str, typed: &str, names: &[String]| match nearest(typed, names.iter().map(String::as_str)) {
            Some(near) => anyhow!("unknown {what} `{typed}`; did you mean `{near}`?"),
            None => anyhow!("unknown {what} `{typed}`; one of {}", names.join(", ")),
        };
    let event = match &args.kind {
        Some(typed) => Some(EventType::from_name(typed).ok_or_else(|| {
            let names: Vec<_> = EventType::ALL.iter().map(|t| t.name().to_lowercase()).collect();
            unknown("event type", typed, &names)
        })?),
        None => None,
    };
    let status = match &args.status {
        Some(typed) => Some(Status::from_name(typed).ok_or_else(|| {
            let names: Vec<_> = Status::ALL.iter().map(|s| s.name().to_owned()).collect();
            unknown("status", typed, &names)
        })?),
        None => None,
    };
    if let Some(name) = &args.place
        && !Gazetteer::built_in().find(name).iter().any(|s| matches!(s, Sense::Place(..)))
    {
        output::warning(&format!(
            "no place is known by the name `{name}`; it will have no country and no map"
        ));
    }
    let made = Correction { when, event, status, place: args.place.clone(), summary: args.summary.clone() };
    if made == Correction::default() {
        bail!("nothing is put right: give --when, --type, --status, --place or --summary");
    }
    Ok(made)
}
