//! Events that go by a name: "the Gulf War", "the fall of the Berlin Wall". When they were stands in
//! `data/named_events.ron`, which `build.rs` reads.

use chrono::NaiveDate;

use crate::time::{Edtf, Granularity, Interval, TimeValue, edtf};

/// Every name and a time it stands for, as EDTF; by name, those of one name in the table's order.
static TABLE: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/named_events.rs"));

/// The times of the events of a name.
fn times(name: &str) -> impl Iterator<Item = Interval> {
    let first = TABLE.partition_point(|(other, _)| *other < name);
    let same = TABLE[first..].iter().take_while(move |(other, _)| *other == name);
    same.filter_map(|(_, when)| Some(edtf::parse(when).ok()?.interval()))
}

/// When the event of this name was, as known on a day: the last that had begun; it has no end while it goes on.
pub(super) fn when(name: &str, on: NaiveDate) -> Option<TimeValue> {
    let folded = name.to_lowercase().replace('’', "'");
    let began = |i: &Interval| i.start.is_some_and(|start| start.date() <= on);
    let found = times(&folded).filter(began).max_by_key(|i| i.start)?;
    let over = found.end.filter(|end| end.date() <= on);
    let edtf = Edtf::from_interval(&Interval { start: found.start, end: over });
    Some(TimeValue { edtf, granularity: Granularity::Day, modifier: None })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::NaiveDate;

    use super::{TABLE, times, when};

    fn told(name: &str, on: &str) -> Option<String> {
        let on: NaiveDate = on.parse().unwrap();
        when(name, on).map(|value| value.edtf.to_string())
    }

    #[test]
    fn the_table_is_well_formed() {
        let names: BTreeSet<&str> = TABLE.iter().map(|(name, _)| *name).collect();
        assert!(names.len() > 250, "{}", names.len());
        for name in names {
            assert_eq!(name, name.to_lowercase(), "names are in small letters");
            assert!(!name.starts_with("the "), "{name}");
            assert_eq!(times(name).count(), TABLE.iter().filter(|(n, _)| *n == name).count(), "{name}");
            for time in times(name) {
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
}
