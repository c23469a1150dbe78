//! Events that go by a name: "the Gulf War", "the fall of the Berlin Wall". When they were stands in
//! `data/named_events.ron`, which `build.rs` reads.

use chrono::NaiveDate;

use crate::span::Span;
use crate::syntax::clause::Parse;
use crate::time::{Edtf, Granularity, Interval, TimeValue, edtf};

/// Every name, a time it stands for, as EDTF, and the codes of who went to war against whom, empty where there is no
/// saying; by name, those of one name in the table's order.
static TABLE: &[(&str, &str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/named_events.rs"));

/// An event of the table.
#[derive(Clone, Copy)]
struct Famous {
    time: Interval,
    by: &'static str,
    on: &'static str,
}

/// The events of a name.
fn events(name: &str) -> impl Iterator<Item = Famous> {
    let first = TABLE.partition_point(|(other, ..)| *other < name);
    let same = TABLE[first..].iter().take_while(move |(other, ..)| *other == name);
    same.filter_map(|(_, when, by, on)| Some(Famous { time: edtf::parse(when).ok()?.interval(), by, on }))
}

/// The event of this name, as known on a day: the last that had begun.
fn known(name: &str, on: NaiveDate) -> Option<Famous> {
    let mut folded = name.to_lowercase();
    if folded.contains('’') {
        folded = folded.replace('’', "'");
    }
    let began = |f: &Famous| f.time.start.is_some_and(|start| start.date() <= on);
    events(&folded).filter(began).max_by_key(|f| f.time.start)
}

/// When the event of this name was, as known on a day; it has no end while it goes on.
pub(super) fn when(name: &str, on: NaiveDate) -> Option<TimeValue> {
    let found = known(name, on)?.time;
    let over = found.end.filter(|end| end.date() <= on);
    let edtf = Edtf::from_interval(&Interval { start: found.start, end: over });
    Some(TimeValue { edtf, granularity: Granularity::Day, modifier: None })
}

/// The codes of who went to war in the event of this name, and of whom it was against.
pub(super) fn parties(name: &str, on: NaiveDate) -> Option<[&'static str; 2]> {
    known(name, on).map(|f| [f.by, f.on]).filter(|[by, _]| !by.is_empty())
}

/// Every run of words that may name what a noun phrase tells: those up to its head, and up to the end of the phrase
/// behind it ("the invasion of Iraq").
pub(super) fn spans<'p>(parse: &'p Parse<'_, '_>, np: usize) -> impl Iterator<Item = Span> + 'p {
    let phrase = parse.chunks[np].np();
    let from = phrase.map_or(0, |p| p.possessor.as_ref().map_or(p.body.start, |p| p.start));
    let behind = matches!(parse.lower(np + 1), "of" | "in" | "on" | "over" | "from");
    let whole = parse.chunks.get(np + 2).filter(|c| behind && c.np().is_some()).map(|c| c.units.end - 1);
    let ends = phrase.into_iter().flat_map(move |p| whole.into_iter().chain([p.head]));
    ends.flat_map(move |end| (from..=end).map(move |start| (start, end)))
        .map(|(start, end)| parse.units[start].span.cover(parse.units[end].span))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::NaiveDate;

    use crate::gazetteer::Gazetteer;

    use super::{TABLE, events, parties, when};

    fn told(name: &str, on: &str) -> Option<String> {
        let on: NaiveDate = on.parse().unwrap();
        when(name, on).map(|value| value.edtf.to_string())
    }

    #[test]
    fn the_table_is_well_formed() {
        let names: BTreeSet<&str> = TABLE.iter().map(|(name, ..)| *name).collect();
        assert!(names.len() > 250, "{}", names.len());
        for name in names {
            assert_eq!(name, name.to_lowercase(), "names are in small letters");
            assert!(!name.starts_with("the "), "{name}");
            assert_eq!(events(name).count(), TABLE.iter().filter(|(n, ..)| *n == name).count(), "{name}");
            for time in events(name).map(|f| f.time) {
                assert!(time.start.is_some_and(|start| time.end.is_none_or(|end| start < end)), "{name}");
            }
        }
    }

    #[test]
    fn a_name_is_that_of_the_last_event_that_had_begun() {
        let hits = [
            ("Gulf War", "2025-06-04", "1991-01-17/1991-02-28"),
            ("Six-Day War", "2006-01-01", "1967-06-05/1967-06-10"),
            ("Gaza war", "2010-01-01", "2008-12-27/2009-01-18"),
            ("Gaza war", "2024-01-01", "2023-10-07/.."),
            ("Iraq war", "2006-11-08", "2003-03-20/.."),
            ("fall of the Berlin Wall", "1999-01-01", "1989-11-09"),
        ];
        for (name, on, wanted) in hits {
            assert_eq!(told(name, on).as_deref(), Some(wanted), "{name} on {on}");
        }
        for (name, on) in [("Iraq war", "2001-01-01"), ("Trojan War", "2001-01-01"), ("war", "2001-01-01")] {
            assert_eq!(told(name, on), None, "{name} on {on}");
        }
    }

    #[test]
    fn a_war_is_that_of_its_parties() {
        let on: NaiveDate = "2006-11-08".parse().unwrap();
        assert_eq!(parties("Iraq war", on), Some(["USA", "IRQ"]));
        assert_eq!(parties("invasion of Kuwait", on), Some(["IRQ", "KWT"]));
        assert_eq!(parties("invasion of Ukraine", on), None, "it had not begun");
        assert_eq!(parties("fall of the Berlin Wall", on), None);
        let gazetteer = Gazetteer::built_in();
        for code in TABLE.iter().flat_map(|(_, _, by, on)| [by, on]).filter(|c| !c.is_empty()) {
            assert!(gazetteer.actor_by_code(code).is_some(), "{code}");
        }
    }
}
