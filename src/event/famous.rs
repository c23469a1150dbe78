//! Events that go by a name: "the Gulf War", "the fall of the Berlin Wall". When they were stands in
//! `data/named_events.ron`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::time::{Edtf, Granularity, Interval, TimeValue, edtf};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    names: Vec<String>,
    when: String,
}

/// Every event of each name, in the table's order.
static TABLE: LazyLock<BTreeMap<String, Vec<Interval>>> = LazyLock::new(|| {
    let entries: Vec<Entry> = ron::from_str(include_str!("../data/named_events.ron"))
        .expect("the named events are tested to be well-formed");
    let mut table: BTreeMap<String, Vec<Interval>> = BTreeMap::new();
    for entry in entries {
        let when = edtf::parse(&entry.when).expect("the times of named events are tested to be EDTF");
        for name in entry.names {
            table.entry(name).or_default().push(when.interval());
        }
    }
    table
});

/// When the event of this name was, as known on a day: the last that had begun; it has no end while it goes on.
pub(super) fn when(name: &str, on: NaiveDate) -> Option<TimeValue> {
    let folded = name.to_lowercase().replace('’', "'");
    let began = |i: &&Interval| i.start.is_some_and(|start| start.date() <= on);
    let found = TABLE.get(&folded)?.iter().filter(began).max_by_key(|i| i.start)?;
    let over = found.end.filter(|end| end.date() <= on);
    let edtf = Edtf::from_interval(&Interval { start: found.start, end: over });
    Some(TimeValue { edtf, granularity: Granularity::Day, modifier: None })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{TABLE, when};

    fn told(name: &str, on: &str) -> Option<String> {
        let on: NaiveDate = on.parse().unwrap();
        when(name, on).map(|value| value.edtf.to_string())
    }

    #[test]
    fn the_table_is_well_formed() {
        assert!(TABLE.len() > 250, "{}", TABLE.len());
        for (name, times) in TABLE.iter() {
            assert_eq!(name, &name.to_lowercase(), "names are in small letters");
            assert!(!name.starts_with("the "), "{name}");
            for time in times {
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
