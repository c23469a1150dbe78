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
