//! `add`, `show`, `check` and `stats` around a store of their own.

use crate::support;

const SAMPLE: &str = "tests/articles/2026-01-28-al-sharaa-putin-moscow.txt";

#[test]
fn adding_twice_changes_nothing() {
    let folder = support::scratch("adding_twice");
    let store = folder.join("events");
    let store = store.to_str().unwrap();
    let first = support::run(&["add", "--store", store, SAMPLE]);
    assert_eq!(first.code, 0, "{}", first.err);
    let file = folder.join("events/2026/2026-01-28-al-sharaa-putin-moscow.ron");
    let before = std::fs::read(&file).unwrap();
    let second = support::run(&["add", "--store", store, SAMPLE]);
    assert_eq!(second.code, 0, "{}", second.err);
    assert!(second.out.contains("unchanged"), "{}", second.out);
    assert_eq!(std::fs::read(&file).unwrap(), before);

    // What the store gives is what the article gave.
    let stored = support::run(&["timeline", "--store", store, "--format", "jsonl"]);
    let read = support::run(&["timeline", SAMPLE, "--format", "jsonl"]);
    assert_eq!(stored.out, read.out);

    let check = support::run(&["check", "--store", store, SAMPLE]);
    assert_eq!((check.code, check.out.as_str()), (0, ""), "{}", check.err);

    std::fs::write(&file, "(version: 1, article: )").unwrap();
    let check = support::run(&["check", "--store", store]);
    assert_eq!(check.code, 1, "{}", check.err);
    assert!(check.out.contains("2026-01-28-al-sharaa-putin-moscow.ron"), "{}", check.out);
}

/// With the articles at hand, `check` tells which of them were edited after they were added.
#[test]
fn check_holds_articles_against_the_store() {
    let folder = support::scratch("check_holds");
    let (store, articles) = (folder.join("events"), folder.join("articles"));
    std::fs::create_dir(&articles).unwrap();
    let article = |name: &str, text: &str| {
        std::fs::write(articles.join(name), format!("Published: 2025-03-11\n\n{text}\n")).unwrap();
    };
    article("talks.txt", "Rebels seized the town on Friday.");
    article("other.txt", "Ministers met in Damascus on Monday.");
    let (store, articles) = (store.to_str().unwrap(), articles.to_str().unwrap());
    assert_eq!(support::run(&["add", "--store", store, articles]).code, 0);
    let sound = support::run(&["check", "--store", store, articles]);
    assert_eq!((sound.code, sound.out.as_str()), (0, ""), "{}", sound.err);

    article("talks.txt", "Rebels seized the town on Thursday.");
    let unread = support::run(&["check", "--store", store]);
    assert_eq!((unread.code, unread.out.as_str()), (0, ""), "{}", unread.err);
    let stale = support::run(&["check", "--store", store, articles]);
    assert_eq!((stale.code, stale.out.lines().count()), (1, 1), "{}{}", stale.out, stale.err);
    assert!(stale.out.contains("talks.ron: the text of the article has changed since"), "{}", stale.out);
}

/// A date that is a guess is told when the article is read, and again with every quote.
#[test]
fn a_guessed_date_is_told() {
    let folder = support::scratch("guessed_date");
    let store = folder.join("events");
    let store = store.to_str().unwrap();
    let line = r#"{"id": "u", "published": "None", "text": "Ministers met in Damascus on 8 December 2024."}"#;
    let add = support::run_with(&["add", "--store", store, "-"], line);
    assert_eq!(add.code, 0, "{}", add.err);
    assert!(add.err.contains("note: standard input:1: no publication date is given"), "{}", add.err);
    let rows = support::run(&["timeline", "--store", store, "--format", "jsonl"]);
    let row: serde_json::Value = serde_json::from_str(rows.out.lines().next().unwrap()).unwrap();
    let shown = support::run(&["show", "--store", store, row["id"].as_str().unwrap()]);
    assert!(
        shown.out.contains("(no date was given; the article's text names no later day)"),
        "{}",
        shown.out
    );

    let undated = line.replace("8 December 2024", "Sunday");
    assert_eq!(support::run_with(&["tag", "-"], &undated).code, 2);
}

#[test]
fn show_takes_the_beginning_of_an_id() {
    let rows = support::run(&["timeline", SAMPLE, "actor:Putin", "type:consult", "--format", "jsonl"]);
    let row: serde_json::Value = serde_json::from_str(rows.out.lines().next().unwrap()).unwrap();
    let id = row["id"].as_str().unwrap();
    let whole = support::run(&["show", id, SAMPLE]);
    assert_eq!(whole.code, 0, "{}", whole.err);
    assert!(whole.out.starts_with(id));
    assert!(whole.out.contains("~~~"), "the time expression is underlined:\n{}", whole.out);
    let begun = support::run(&["show", &id[..id.len() - 1], SAMPLE]);
    assert_eq!(begun.out, whole.out);

    let unknown = support::run(&["show", "zzzz", SAMPLE]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("no event has the id `zzzz`"), "{}", unknown.err);
}

#[test]
fn stats_add_up() {
    let run = support::run(&["stats", SAMPLE, "--format", "jsonl"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let counts: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let types: u64 = counts["by_type"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
    assert_eq!(Some(types), counts["events"].as_u64());
    assert_eq!(counts["articles"], 1);
}
