//! An event as a row of a spreadsheet, under the names that users of ACLED and GDELT know.
//!
//! | column | holds |
//! |---|---|
//! | `event_date`, `end_date` | the first and the last day it may have been; where the first is open, the last |
//! | `time_precision` | ACLED's: 1 a day, 2 within a week, 3 within a month; and 4 coarser or open; empty for no date |
//! | `date_basis`, `edtf` | whether the date is stated, carried or assumed; the date as EDTF |
//! | `event_type`, `sub_event_type` | PLOVER type and mode |
//! | `actor1`, `assoc_actor_1`, `actor2`, `assoc_actor_2` | the first who does it and the others; to or with whom |
//! | `country`, `iso3` | the country's name and its ISO 3166-1 alpha-3 code |
//! | `assumed` | those of the names before it that no text states: they are only likely |
//! | `fatalities`, `fatalities_high` | the lowest count over all sources, and the highest; the latter empty where open |
//! | `independent_sources` | publishers, copies of one wire story counted once |

use crate::chronology::Event;
use crate::event::{Basis, Count, Participant};
use crate::gazetteer::Gazetteer;
use crate::render::listing::{self, Field};
use crate::time::TimeValue;

pub(super) const FIELDS: &[&str] = &[
    "event_id",
    "event_date",
    "end_date",
    "time_precision",
    "date_basis",
    "edtf",
    "event_type",
    "sub_event_type",
    "status",
    "claimed_by",
    "actor1",
    "assoc_actor_1",
    "actor2",
    "assoc_actor_2",
    "location",
    "country",
    "iso3",
    "latitude",
    "longitude",
    "assumed",
    "sources",
    "independent_sources",
    "notes",
    "fatalities",
    "fatalities_high",
    "injured",
    "injured_high",
    "mentions",
    "first_report",
    "last_report",
    "conflicts",
];

pub(super) fn fields(e: &Event) -> Vec<Field> {
    let conflicts: Vec<_> = e.conflicts.iter().map(|c| c.field.name()).collect();
    let mut fields = vec![Field::text(&e.id)];
    fields.extend(days(e.when.as_ref(), e.basis));
    fields.extend([
        Field::text(e.event.name()),
        Field::text(e.mode.as_ref().map_or("", |m| &m.0)),
        Field::text(e.status.name()),
        Field::text(e.claimed_by.as_deref().unwrap_or("")),
    ]);
    fields.extend(side(&e.actors));
    fields.extend(side(&e.recipients));
    let place = e.place.as_ref();
    let code = place.and_then(|p| p.country.as_deref());
    fields.extend([
        Field::text(place.map_or("", |p| &p.name)),
        Field::text(code.map_or("", country)),
        Field::text(code.unwrap_or("")),
        Field::maybe(place.and_then(|p| p.at).map(|at| at.0)),
        Field::maybe(place.and_then(|p| p.at).map(|at| at.1)),
        listing::assumed(&e.actors, &e.recipients, place),
        Field::text(e.sources.join("; ")),
        Field::Number(e.independent.to_string()),
        Field::text(&e.summary),
    ]);
    fields.extend(people(e.dead));
    fields.extend(people(e.injured));
    fields.extend([
        Field::Number(e.mentions.len().to_string()),
        Field::maybe(e.reported.map(|(first, _)| first)),
        Field::maybe(e.reported.map(|(_, last)| last)),
        Field::text(conflicts.join("; ")),
    ]);
    fields
}

/// The five columns of time.
fn days(when: Option<&TimeValue>, basis: Option<Basis>) -> [Field; 5] {
    let (first, last) = (when.and_then(TimeValue::first), when.and_then(TimeValue::last));
    let precision = when.map(|_| match first.zip(last).map(|(a, b)| (b - a).num_days()) {
        Some(0) => 1,
        Some(1..=6) => 2,
        Some(7..=30) => 3,
        _ => 4,
    });
    [
        Field::maybe(first.or(last)),
        Field::maybe(last),
        Field::maybe(precision),
        Field::text(basis.map_or("", Basis::name)),
        Field::text(when.map(|w| w.edtf.to_string()).unwrap_or_default()),
    ]
}

/// The first of a side, and the others.
fn side(people: &[Participant]) -> [Field; 2] {
    let others = people.get(1..).unwrap_or_default();
    [Field::text(people.first().map_or("", |p| &p.name)), Field::text(listing::names(others))]
}

/// The name of a country.
fn country(code: &str) -> &str {
    let gazetteer = Gazetteer::built_in();
    gazetteer.place_by_code(code).map_or(code, |id| gazetteer.place(id).name.as_str())
}

/// The lowest and the highest count.
fn people(count: Option<Count>) -> [Field; 2] {
    [Field::maybe(count.map(|c| c.min)), Field::maybe(count.and_then(|c| c.max))]
}
