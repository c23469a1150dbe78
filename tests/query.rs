//! What each term finds in the chronology made by hand.

use chrono::NaiveDate;
use dateline::gazetteer::Gazetteer;
use dateline::query::Query;

use crate::sample;

const FALL: &str = "5c1e07";
const FLIGHT: &str = "a90b3d";
const MADURO: &str = "77d2e4";
const WITHDRAWAL: &str = "e3f841";
const MEETING: &str = "0b6a55";
const STRIKE: &str = "c4408f";
const VOTE: &str = "19aa60";

fn found(terms: &[&str]) -> Vec<String> {
    let gazetteer = Gazetteer::built_in();
    let query = Query::from_terms(terms, gazetteer, NaiveDate::from_ymd_opt(2026, 2, 15)).unwrap();
    let chronology = sample::chronology();
    query.select(&chronology, gazetteer).iter().map(|e| e.id.clone()).collect()
}

#[test]
fn terms_find_what_they_say() {
    let cases: &[(&[&str], &[&str])] = &[
        (&[], &[FALL, FLIGHT, MADURO, WITHDRAWAL, MEETING, STRIKE, VOTE]),
        // By alias and hierarchy: Russia acts through the Kremlin, and takes part in a meeting through Putin.
        (&["actor:Russia"], &[WITHDRAWAL, MEETING]),
        (&["actor:RUS"], &[WITHDRAWAL, MEETING]),
        (&["actor:putin"], &[MEETING]),
        (&["actor:Kremlin"], &[WITHDRAWAL]),
        // A person is asked for everything they take part in, a state for what it does.
        (&["actor:Maduro"], &[MADURO]),
        (&["actor:Venezuela"], &[]),
        (&["recipient:Venezuela"], &[MADURO]),
        (&["actor:\"Ahmed al-Sharaa\""], &[MEETING]),
        (&["actor:rebel"], &[FALL]),
        (&["location:Syria"], &[WITHDRAWAL, STRIKE]),
        (&["location:qamishli"], &[WITHDRAWAL]),
        (&["location:Russia"], &[FLIGHT, MEETING]),
        (&["type:retreat"], &[FLIGHT, WITHDRAWAL]),
        (&["type:RETREAT", "location:Syria"], &[WITHDRAWAL]),
        (&["mode:airstrike"], &[STRIKE]),
        (&["status:planned"], &[VOTE]),
        (&["status:claimed"], &[WITHDRAWAL]),
        // Both ends are in; an event of December may be one of the 8th.
        (&["date:2024-12"], &[FALL]),
        (&["date:2024-12-08"], &[FALL]),
        (&["date:2026-01-28"], &[MADURO, WITHDRAWAL, MEETING]),
        (&["date:2026-01-01..2026-01-27"], &[MADURO, WITHDRAWAL]),
        (&["date:lastmonth"], &[MADURO, WITHDRAWAL, MEETING, STRIKE]),
        // Only bounded by its neighbours, and mostly before: the flight is not an event of 2026.
        (&["since:2026"], &[MADURO, WITHDRAWAL, MEETING, STRIKE]),
        (&["since:2024-12"], &[FALL, FLIGHT, MADURO, WITHDRAWAL, MEETING, STRIKE]),
        (&["until:2025"], &[FALL, FLIGHT]),
        (&["date:..2025"], &[FALL, FLIGHT]),
        (&["toppled"], &[FALL]),
        (&["text:Sharaa is meet"], &[MEETING]),
        (&["source:levant"], &[FALL]),
        (&["sources:>1"], &[FALL]),
        (&["sources:0"], &[VOTE]),
        (&["not:source:\"Al Jazeera\""], &[VOTE]),
        (&["not:type:retreat", "not:status:planned", "not:actor:Russia"], &[FALL, MADURO, STRIKE]),
        (&["not:not:type:office"], &[FALL]),
    ];
    for (terms, expected) in cases {
        assert_eq!(&found(terms), expected, "{terms:?}");
    }
}

fn doubts(terms: &[&str]) -> Vec<(String, Option<String>)> {
    let gazetteer = Gazetteer::built_in();
    let query = Query::from_terms(terms, gazetteer, None).unwrap();
    let doubts = query.doubts(&sample::chronology(), gazetteer);
    doubts.into_iter().map(|d| (d.code.to_owned(), d.help)).collect()
}

#[test]
fn an_unknown_name_is_doubted() {
    let help = |text: &str| Some(format!("did you mean `{text}`?"));
    assert_eq!(doubts(&["actor:Rusia"]), [("unknown-actor".to_owned(), help("Russia"))]);
    assert_eq!(doubts(&["location:Qamishly"]).len(), 0, "a spelling that the gazetteer knows");
    assert_eq!(doubts(&["location:Damascsu"]), [("unknown-location".to_owned(), help("Damascus"))]);
    assert_eq!(doubts(&["source:levnt"]).len(), 1);
    assert_eq!(doubts(&["actor:Xyzzyplugh"]), [("unknown-actor".to_owned(), None)]);
    assert_eq!(doubts(&["actor:Russia", "actor:rebel", "location:Syria", "source:jazeera"]), []);
}
