//! What each term finds in the chronology made by hand.

use chrono::NaiveDate;
use dateline::chronology::Digest;
use dateline::gazetteer::Gazetteer;
use dateline::query::{self, Grouping, Order, Query};

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
    let doubts = query.doubts(&Digest::of(&sample::chronology()), gazetteer);
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

/// One argument or many, options of a shell or a library's calls: the same question gives the same answer.
#[test]
fn alternatives_groups_and_negations() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["actor:Russia type:retreat"], &[WITHDRAWAL]),
        (&["actor:Russia and type:retreat"], &[WITHDRAWAL]),
        (&["actor:Maduro or actor:Putin"], &[MADURO, MEETING]),
        (&["actor:Maduro", "or", "actor:Putin"], &[MADURO, MEETING]),
        // `or` binds loosest.
        (&["actor:Maduro or actor:Russia type:retreat"], &[MADURO, WITHDRAWAL]),
        (&["(actor:Maduro or actor:Russia) type:retreat"], &[WITHDRAWAL]),
        (&["(actor:Maduro", "or", "actor:Russia)", "type:retreat"], &[WITHDRAWAL]),
        (&["type:retreat not:(actor:Russia or location:Moscow)"], &[]),
        (&["type:retreat not:(actor:Russia location:Moscow)"], &[FLIGHT, WITHDRAWAL]),
        (&["type:retreat not actor:Russia"], &[FLIGHT]),
        (&["not:(not:type:office)"], &[FALL]),
        (&["((type:office))"], &[FALL]),
        (&["toppled or \"is meeting\""], &[FALL, MEETING]),
        (&["conflict:any"], &[FALL]),
        (&["conflict:when or conflict:dead"], &[FALL]),
        (&["near:\"Qamishli 20km\""], &[WITHDRAWAL]),
        (&["near:\"37.05 41.22 20km\""], &[WITHDRAWAL]),
        (&["near:\"Qamishli 1m\""], &[WITHDRAWAL]),
        (&["date:last 60 days type:consult"], &[MEETING]),
    ];
    for (terms, expected) in cases {
        assert_eq!(&found(terms), expected, "{terms:?}");
    }
}

#[test]
fn queries_join_as_their_text_does() {
    let gazetteer = Gazetteer::built_in();
    let read = |text: &str| Query::parse(text, gazetteer, None).unwrap();
    let chronology = sample::chronology();
    let ids = |q: &Query| q.select(&chronology, gazetteer).iter().map(|e| e.id.clone()).collect::<Vec<_>>();
    let either = read("actor:Maduro").or(read("actor:Russia"));
    assert_eq!(ids(&either), [MADURO, WITHDRAWAL, MEETING]);
    let both = either.clone().and(read("type:retreat or type:aid")).unwrap();
    assert_eq!(ids(&both), [WITHDRAWAL]);
    let rest = either.negated().and(read("type:retreat")).unwrap();
    assert_eq!(ids(&rest), [FLIGHT]);
    for query in [both, rest] {
        assert_eq!(ids(&read(query.text())), ids(&query), "{}", query.text());
    }
    let fault = read("since:2025").and(read("until:2024")).unwrap_err();
    assert_eq!((fault.code, fault.span.start), ("impossible-period", 11));
    // A doubt points at its name in the whole text.
    let doubted = read("type:aid").or(read("actor:Rusia"));
    let doubt = &doubted.doubts(&Digest::of(&chronology), gazetteer)[0];
    assert_eq!(doubt.span.text(doubted.text()), "Rusia");
}

#[test]
fn events_are_sorted_and_grouped() {
    let chronology = sample::chronology();
    let sorted = |by: Order, reverse: bool| {
        let mut events: Vec<_> = chronology.events.iter().collect();
        query::sort(&mut events, by, reverse);
        events.iter().map(|e| e.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(sorted(Order::Date, false)[0], FALL);
    assert_eq!(sorted(Order::Date, true)[5..], [FALL, VOTE], "undated ones stay last");
    assert_eq!(sorted(Order::Sources, false)[0], FALL);
    assert_eq!(sorted(Order::Dead, false)[0], STRIKE);
    assert_eq!(sorted(Order::Dead, true)[0], STRIKE, "those without a toll stay last");
    assert_eq!(sorted(Order::Type, false)[0], STRIKE);
    let groups = |by: Grouping| {
        let events: Vec<_> = chronology.events.iter().collect();
        let name = |g: &query::Group<'_>| format!("{}: {}", g.name.as_deref().unwrap_or("-"), g.events.len());
        query::group(&events, by).iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(groups(Grouping::Type)[0], "RETREAT: 2");
    assert_eq!(groups(Grouping::Month), ["2024-12: 1", "2026-01: 3", "-: 3"]);
    assert_eq!(groups(Grouping::Country).last().unwrap(), "-: 3");
}
