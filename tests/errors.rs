//! Every diagnostic that a person can meet at the command line, as they see it.

use crate::support;

/// One code a case: its name, and what was typed.
#[test]
fn query_diagnostics() {
    let cases: &[(&str, &[&str])] = &[
        ("unknown-query-key", &["timeline", "date:2024", "actr:Russia"]),
        ("empty-term", &["timeline", "actor:"]),
        ("unknown-event-type", &["timeline", "date:2024", "actor:RUS", "type:assualt"]),
        ("unknown-status", &["timeline", "--status", "plannd"]),
        ("bad-count", &["timeline", "sources:many"]),
        ("impossible-period", &["timeline", "date:2024..2022"]),
        ("impossible-period-of-two", &["timeline", "--since", "2025", "--until", "2024"]),
        ("impossible-month", &["timeline", "type:assault", "date:2022-02..2022-13"]),
        ("unknown-period", &["timeline", "date:lst month"]),
        ("not-in-not", &["timeline", "not:type:assualt"]),
        ("whole-query", &["timeline", "(actor:Russia or actor:Iran) type:assualt since:2024"]),
        ("dangling-or", &["timeline", "actor:Russia", "or"]),
        ("or-between-nothing", &["timeline", "actor:Russia or or actor:Iran"]),
        ("never-closed", &["timeline", "(actor:Russia or actor:Iran"]),
        ("closes-nothing", &["timeline", "actor:Russia) type:aid"]),
        ("empty-group", &["timeline", "actor:Russia ()"]),
        ("unclosed-quote", &["timeline", "actor:\"Russia"]),
        ("no-distance", &["timeline", "near:Qamishli"]),
        ("unknown-centre", &["timeline", "near:Qamishlu 50km"]),
        ("unknown-field", &["timeline", "conflict:wen"]),
        (
            "fault-in-an-option",
            &["timeline", "type:aid or type:assault", "--location", "Syria", "--date", "2024-13"],
        ),
    ];
    for (name, args) in cases {
        let run = support::run(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}");
        support::settings("errors").bind(|| insta::assert_snapshot!(*name, run.seen()));
    }
}

#[test]
fn input_errors() {
    let cases: &[(&str, &[&str])] = &[
        ("no-such-file", &["timeline", "nowhere/article.txt"]),
        ("no-such-store", &["timeline", "--store", "nowhere"]),
        ("bad-published", &["tag", "--published", "yesterday", "tests/articles"]),
        ("bad-format", &["timeline", "--format", "tabel"]),
        ("no-input", &["extract"]),
    ];
    for (name, args) in cases {
        let run = support::run(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}: {}", run.err);
        support::settings("errors").bind(|| insta::assert_snapshot!(*name, run.seen()));
    }
}

#[test]
fn an_article_without_a_date_is_refused_with_the_remedy() {
    let run = support::run_with(&["tag", "-"], "Rebels took the town on Friday.\n");
    assert_eq!(run.code, 2);
    support::settings("errors").bind(|| insta::assert_snapshot!("no-date", run.seen()));
}
