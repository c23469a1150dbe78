//! Compiles the tables that people edit, `src/data`, into what the program reads at start-up without parsing it.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a build script talks to cargo and its reader so"
)]

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use event::entries::{self, FrameEntry};
use event::{classes, pattern, table};
use gazetteer::tables::entry::{Actor, Place};
use gazetteer::tables::office;
use gazetteer::tables::pack::{self, Entries};
use gazetteer::tables::rows::Rows;
use gazetteer::tables::sense::NameKind;
use gazetteer::tables::{fold, surnames};
use syntax::wordlists::{Forms, Lists};

// The modules that lay out what the library reads, in the places they have there.
#[path = "src/event"]
#[allow(dead_code, unreachable_pub, reason = "the library reads what this writes")]
mod event {
    pub(crate) mod entries;
    pub(crate) mod pattern;
    pub(crate) mod table;
    pub(crate) mod types;

    /// The classes of nouns as patterns ask for them, from their file; the library has them from `classes.bin`.
    pub(crate) mod classes {
        use std::collections::BTreeMap;
        use std::sync::OnceLock;

        pub(crate) static LISTS: OnceLock<BTreeMap<String, Vec<String>>> = OnceLock::new();

        pub(crate) fn nouns(name: &str) -> Option<&'static [String]> {
            LISTS.get()?.get(name).map(Vec::as_slice)
        }

        pub(crate) fn names() -> impl Iterator<Item = &'static str> {
            LISTS.get().into_iter().flat_map(|lists| lists.keys().map(String::as_str))
        }
    }
}
#[path = "src/gazetteer"]
#[allow(dead_code, unreachable_pub, reason = "the library reads what this writes")]
mod gazetteer {
    pub(crate) mod tables;
}
#[path = "src/packed/mod.rs"]
#[allow(dead_code, unreachable_pub, reason = "the library reads what this writes")]
mod packed;
#[path = "src/syntax"]
#[allow(dead_code, unreachable_pub, reason = "the library reads what this writes")]
mod syntax {
    pub(crate) mod inflect;
    pub(crate) mod word;
    pub(crate) mod wordlists;
}

/// Whatever changes what this writes.
const WATCHED: &[&str] = &[
    "build.rs",
    "src/packed",
    "src/gazetteer/tables",
    "src/event/entries.rs",
    "src/event/pattern.rs",
    "src/event/table.rs",
    "src/event/types.rs",
    "src/data/actors",
    "src/data/offices",
    "src/data/places",
    "src/data/geonames",
    "src/data/frames",
    "src/data/lexicon",
    "src/data/named_events.ron",
    "src/syntax/inflect.rs",
    "src/syntax/word.rs",
    "src/syntax/wordlists.rs",
];

/// Where the tables are, from the folder of `Cargo.toml`.
const DATA: &str = "src/data";

/// Files of actors that go before the others: where two actors share a name, the earlier one is the likelier.
const ACTORS: &[&str] = &[
    "states.ron",
    "organisations.ron",
    "bodies.ron",
    "groups.ron",
    "people/syria.ron",
    "people/us.ron",
    "people/russia.ron",
];

/// Files of places that go before the others.
const PLACES: &[&str] = &["countries.ron", "regions.ron", "waters.ron"];

fn main() -> ExitCode {
    for watched in WATCHED {
        println!("cargo::rerun-if-changed={watched}");
    }
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), Box<dyn Error>> {
    let mut actors: Vec<Actor> = all("actors", ACTORS)?;
    office::seat(all("offices", &[])?, &mut actors)?;
    let mut codes = HashSet::new();
    if let Some(twice) = actors.iter().find(|a| !codes.insert(a.code.as_str())) {
        return Err(format!("two actors have the code `{}`", twice.code).into());
    }
    let mut places: Vec<Place> = all("places", PLACES)?;
    let rows: Vec<Rows> = all("geonames", &["divisions.ron", "cities.ron"])?;
    let borne: HashSet<String> = actors
        .iter()
        .flat_map(surnames::names_of)
        .filter(|(_, kind)| *kind == NameKind::Surname)
        .map(|(name, _)| fold::joined(&name))
        .collect();
    places.extend(rows.into_iter().flat_map(|rows| rows.places(&borne)));
    let mut codes = HashSet::new();
    if let Some(twice) = places.iter().find(|p| !codes.insert(p.code.as_str())) {
        return Err(format!("two places have the code `{}`", twice.code).into());
    }
    let table = pack::table(&Entries { actors: &actors, places: &places, people: &|_| 0 });
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    fs::write(out.join("gazetteer.bin"), table)?;
    let list = |name: &str| Path::new(DATA).join("lexicon").join(name);
    let lists = Lists {
        verbs: read(&list("verbs.ron"))?,
        adjectives: read(&list("adjectives.ron"))?,
        nouns: read(&list("nouns.ron"))?,
        agents: read(&list("agents.ron"))?,
        meanings: read(&list("meanings.ron"))?,
    };
    fs::write(out.join("lexicon.bin"), Forms::of(&lists).pack())?;
    let mut classes: BTreeMap<String, Vec<String>> = read(&list("classes.ron"))?;
    // A class is asked for a noun by halving.
    for nouns in classes.values_mut() {
        nouns.sort_unstable();
    }
    fs::write(out.join("classes.bin"), entries::pack_classes(&classes))?;
    classes::LISTS.set(classes).map_err(|_| "the classes are read once")?;
    let frames: Vec<FrameEntry> = all("frames", &[])?;
    let patterns = frames.iter().map(|frame| {
        pattern::parse(&frame.pattern).map_err(|fault| format!("frame `{}`: {}", frame.id, fault.message))
    });
    let patterns = patterns.collect::<Result<Vec<_>, _>>()?;
    let records = frames.iter().zip(&patterns).map(|(frame, pattern)| table::pack(frame, pattern));
    let table = table::lay_out_frames(patterns.iter().map(|p| &p.trigger), records);
    fs::write(out.join("frames.bin"), table)?;
    let events: Vec<NamedEvent> = read(&Path::new(DATA).join("named_events.ron"))?;
    let mut times: Vec<(&str, &str, &str, &str)> = Vec::new();
    for NamedEvent { names, when, by, on } in &events {
        times.extend(names.iter().map(|name| (name.as_str(), when.as_str(), by.as_str(), on.as_str())));
    }
    // Those of one name stay in the order of the file.
    times.sort_by_key(|(name, ..)| *name);
    fs::write(out.join("named_events.rs"), format!("&{times:?}"))?;
    Ok(())
}

/// Events of one kind of name, when they were, as EDTF, and codes of who went to war against whom.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamedEvent {
    names: Vec<String>,
    when: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    on: String,
}

/// The entries of every file in a folder, those of `first` before the others.
fn all<T: DeserializeOwned>(folder: &str, first: &[&str]) -> Result<Vec<T>, Box<dyn Error>> {
    let folder = Path::new(DATA).join(folder);
    let mut files: Vec<PathBuf> = first.iter().map(|name| folder.join(name)).collect();
    let known = files.clone();
    walk(&folder, &mut |file| {
        if !known.contains(&file) {
            files.push(file);
        }
    })?;
    let mut entries = Vec::new();
    for file in files {
        entries.append(&mut read::<Vec<T>>(&file)?);
    }
    Ok(entries)
}

/// Every RON file of a folder and its folders, in the order of their names.
fn walk(folder: &Path, found: &mut impl FnMut(PathBuf)) -> Result<(), Box<dyn Error>> {
    let mut paths =
        fs::read_dir(folder)?.map(|e| Ok(e?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(&path, found)?;
        } else if path.extension().is_some_and(|e| e == "ron") {
            found(path);
        }
    }
    Ok(())
}

/// Reads a table, in which `Some(…)` need not be written.
fn read<T: DeserializeOwned>(file: &Path) -> Result<T, Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(&text).map_err(|fault| {
        let at = fault.span.start;
        let line = text.lines().nth(at.line.saturating_sub(1)).unwrap_or_default();
        let caret = " ".repeat(at.col.saturating_sub(1));
        format!("{}:{}:{}: {}\n{line}\n{caret}^", file.display(), at.line, at.col, fault.code).into()
    })
}
