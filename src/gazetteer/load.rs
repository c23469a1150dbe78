//! From the RON tables to a gazetteer: the ones inside the binary, and a person's own beside the store.

use ron::extensions::Extensions;
use ron::options::Options;
use serde::de::DeserializeOwned;

use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::span::Span;

use super::{Actor, Place};

/// Tables of actors, states first: where two actors share a name, the earlier one is the likelier.
const ACTORS: &[(&str, &str)] = &[
    ("actors/states.ron", include_str!("../data/actors/states.ron")),
    ("actors/organisations.ron", include_str!("../data/actors/organisations.ron")),
    ("actors/bodies.ron", include_str!("../data/actors/bodies.ron")),
    ("actors/groups.ron", include_str!("../data/actors/groups.ron")),
    ("actors/people/syria.ron", include_str!("../data/actors/people/syria.ron")),
    ("actors/people/us.ron", include_str!("../data/actors/people/us.ron")),
    ("actors/people/russia.ron", include_str!("../data/actors/people/russia.ron")),
    ("actors/people/middle_east.ron", include_str!("../data/actors/people/middle_east.ron")),
    ("actors/people/levant.ron", include_str!("../data/actors/people/levant.ron")),
    ("actors/people/north_africa.ron", include_str!("../data/actors/people/north_africa.ron")),
    ("actors/people/europe.ron", include_str!("../data/actors/people/europe.ron")),
    ("actors/people/asia.ron", include_str!("../data/actors/people/asia.ron")),
    ("actors/people/africa.ron", include_str!("../data/actors/people/africa.ron")),
    ("actors/people/americas.ron", include_str!("../data/actors/people/americas.ron")),
    ("actors/people/world.ron", include_str!("../data/actors/people/world.ron")),
];

/// Tables of places.
const PLACES: &[(&str, &str)] = &[
    ("places/countries.ron", include_str!("../data/places/countries.ron")),
    ("places/regions.ron", include_str!("../data/places/regions.ron")),
    ("places/waters.ron", include_str!("../data/places/waters.ron")),
    ("places/provinces/middle_east.ron", include_str!("../data/places/provinces/middle_east.ron")),
    ("places/provinces/europe.ron", include_str!("../data/places/provinces/europe.ron")),
    ("places/provinces/south_asia.ron", include_str!("../data/places/provinces/south_asia.ron")),
    ("places/provinces/east_asia.ron", include_str!("../data/places/provinces/east_asia.ron")),
    ("places/provinces/africa.ron", include_str!("../data/places/provinces/africa.ron")),
    ("places/provinces/americas.ron", include_str!("../data/places/provinces/americas.ron")),
    ("places/sites.ron", include_str!("../data/places/sites.ron")),
    ("places/towns.ron", include_str!("../data/places/towns.ron")),
    ("places/cities/middle_east.ron", include_str!("../data/places/cities/middle_east.ron")),
    ("places/cities/europe.ron", include_str!("../data/places/cities/europe.ron")),
    ("places/cities/south_asia.ron", include_str!("../data/places/cities/south_asia.ron")),
    ("places/cities/east_asia.ron", include_str!("../data/places/cities/east_asia.ron")),
    ("places/cities/africa.ron", include_str!("../data/places/cities/africa.ron")),
    ("places/cities/americas.ron", include_str!("../data/places/cities/americas.ron")),
];

/// Every built-in actor, in the order of the tables.
pub(super) fn built_in_actors() -> Result<Vec<Actor>> {
    all(ACTORS)
}

/// Every built-in place, in the order of the tables.
pub(super) fn built_in_places() -> Result<Vec<Place>> {
    all(PLACES)
}

fn all<T: DeserializeOwned>(tables: &[(&str, &str)]) -> Result<Vec<T>> {
    let mut entries = Vec::new();
    for (origin, text) in tables {
        entries.append(&mut table(origin, text)?);
    }
    Ok(entries)
}

/// Reads one table: a RON list of entries, in which `Some(…)` need not be written.
pub(super) fn table<T: DeserializeOwned>(origin: &str, text: &str) -> Result<Vec<T>> {
    // Editors on Windows write a byte order mark, which RON refuses.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).map_err(|fault| {
        let at = |p: ron::error::Position| offset(text, p.line, p.col);
        let span = Span::of(at(fault.span.start)..at(fault.span.end));
        Error::at(origin, text, Diagnostic::new("bad-gazetteer", message(&fault.code), span))
    })
}

/// RON's words for what is wrong, as the rest of our messages are written.
fn message(code: &ron::Error) -> String {
    let written = code.to_string();
    let mut letters = written.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => written,
    }
}

/// The byte of a line and column, both counted from one, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for part in text.split_inclusive('\n').take(line.saturating_sub(1)) {
        start += part.len();
    }
    let within = text[start..].char_indices().nth(column.saturating_sub(1));
    within.map_or(text.len(), |(at, _)| start + at)
}
