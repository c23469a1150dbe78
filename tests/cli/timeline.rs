//! `timeline`: what is an article and what a term, and what an empty answer looks like.

use crate::support;

#[test]
fn an_empty_answer_says_so_and_is_no_failure() {
    let run = support::run(&["timeline", "tests/articles", "date:1850"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert!(run.err.starts_with("note: "), "{}", run.err);
}

#[test]
fn a_missing_file_is_not_a_word_to_search_for() {
    let run = support::run(&["timeline", "tests/articles", "missing.txt"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("missing.txt"), "{}", run.err);
}

#[test]
fn a_misspelt_name_gets_a_suggestion_and_an_empty_answer() {
    let run = support::run(&["timeline", "tests/articles", "actor:Rusia"]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("did you mean `Russia`?"), "{}", run.err);
    assert!(run.err.starts_with("warning[unknown-actor]"), "{}", run.err);
}

const SAMPLE: &str = "tests/articles/2026-01-28-al-sharaa-putin-moscow.txt";

/// An option and the term of its name give the same answer, and two of them hold together.
#[test]
fn options_say_what_terms_say() {
    let answer = |args: &[&str]| {
        let mut all = vec!["timeline", SAMPLE, "--format", "jsonl"];
        all.extend(args);
        let run = support::run(&all);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        run.out
    };
    let pairs: &[(&[&str], &[&str])] = &[
        (&["--actor", "Russia"], &["actor:Russia"]),
        (&["--location", "Syria"], &["location:Syria"]),
        (&["--type", "consult"], &["type:consult"]),
        (&["--since", "2026"], &["since:2026"]),
        (&["--since", "2026"], &["date:2026.."]),
        (&["--until", "2025"], &["date:..2025"]),
        (&["--status", "planned"], &["status:planned"]),
        (&["--text", "Qamishli"], &["Qamishli"]),
        (&["--min-sources", "2"], &["sources:>1"]),
        (&["--actor", "Russia", "--since", "2026"], &["actor:Russia", "since:2026"]),
    ];
    for (options, terms) in pairs {
        assert_eq!(answer(options), answer(terms), "{options:?}");
    }
}

#[test]
fn every_row_has_the_promised_keys() {
    let run = support::run(&["timeline", SAMPLE, "--format", "jsonl"]);
    let mut promised = vec![
        "id",
        "when",
        "type",
        "status",
        "actors",
        "recipients",
        "place",
        "summary",
        "mentions",
        "sources",
        "conflicts",
    ];
    promised.sort_unstable();
    assert!(run.out.lines().count() > 3, "{}", run.err);
    for line in run.out.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let keys: Vec<_> = row.as_object().unwrap().keys().filter(|k| *k != "claimed_by").cloned().collect();
        assert_eq!(keys, promised, "{line}");
    }
}

/// Offsets are bytes of the text as given, and the words at them are the words quoted.
#[test]
fn quotes_stand_where_they_are_said_to() {
    let text =
        std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE)).unwrap();
    let run = support::run(&["extract", SAMPLE, "--format", "jsonl"]);
    for line in run.out.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        for quote in [&row["trigger"], &row["sentence"], &row["when"]["expression"]] {
            let Some(words) = quote["text"].as_str() else { continue };
            let at = |key: &str| usize::try_from(quote[key].as_u64().unwrap()).unwrap();
            assert_eq!(&text[at("start")..at("end")], words);
        }
    }
}
