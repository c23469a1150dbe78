//! `timeline`: what is an article and what a term, and what an empty answer looks like.

use dateline::query;

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
        (&["--recipient", "Syria"], &["recipient:Syria"]),
        (&["--near", "Moscow 5km"], &["near:Moscow 5km"]),
        (&["--mode", "visit"], &["mode:visit"]),
        (&["--date", "2026-01"], &["date:2026-01"]),
        (&["--not", "type:consult or type:office"], &["not:(type:consult or type:office)"]),
        (&["--query", "actor:Putin or actor:Russia"], &["actor:Putin", "or", "actor:Russia"]),
        (&["type:consult or type:office", "--since", "2026"], &["(type:consult or type:office) since:2026"]),
        (&["--conflicts"], &["conflict:any"]),
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
        "dead",
        "injured",
        "mode",
        "independent",
        "first_report",
        "last_report",
        "relations",
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

/// Every example of the grammar runs by itself as one argument, finds something in the repository's own store, and
/// says the same in the README.
#[test]
fn every_example_of_the_grammar_runs() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    assert!(readme.contains(&query::grammar_table()), "README.md shows\n{}", query::grammar_table());
    let help = support::run(&["timeline", "--help"]).out;
    for form in query::GRAMMAR {
        assert!(help.contains(form.form), "{} is not in the help", form.form);
        for example in form.examples {
            assert!(help.contains(example), "{example} is not in the help");
            let run = support::run(&["timeline", example, "--count"]);
            assert_eq!((run.code, run.err.as_str()), (0, ""), "{example}");
            let found: usize = run.out.trim().parse().unwrap();
            assert!(found > 0, "{example} finds nothing");
        }
    }
}

/// What comes first, how many, and in which groups.
#[test]
fn answers_are_sorted_cut_grouped_and_counted() {
    let run = |args: &[&str]| {
        let mut all = vec!["timeline", "tests/articles"];
        all.extend(args);
        let run = support::run(&all);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        run
    };
    let total: usize = run(&["--count"]).out.trim().parse().unwrap();
    let rows = |args: &[&str]| -> Vec<serde_json::Value> {
        let mut all = vec!["--format", "jsonl"];
        all.extend(args);
        run(&all).out.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
    };
    assert_eq!(rows(&[]).len(), total);
    let sorted = rows(&["--sort", "sources"]);
    let sources: Vec<_> = sorted.iter().map(|r| r["independent"].as_u64().unwrap()).collect();
    assert!(sources.is_sorted_by(|a, b| a >= b) && sources[0] > 1, "{sources:?}");
    let shown = run(&["--limit", "3", "--all"]);
    assert!(shown.err.contains(&format!("3 of {total} events are shown")), "{}", shown.err);
    let last = rows(&["--reverse", "--limit", "1"]);
    assert_eq!(last[0]["id"], rows(&[]).iter().rfind(|r| !r["when"].is_null()).unwrap()["id"]);

    // Every event is in one group of a kind that each has once; the counts add up and say what the rows say.
    let counts = rows(&["--group-by", "type", "--count"]);
    assert_eq!(counts.iter().map(|r| r["events"].as_u64().unwrap()).sum::<u64>(), total as u64);
    assert_eq!(rows(&["--group-by", "type", "--count", "--limit", "2"]), counts[..2]);
    let grouped = rows(&["--group-by", "type"]);
    assert_eq!(grouped.len(), total);
    for row in &grouped {
        assert_eq!(row["group"], row["type"]);
    }
    let table = run(&["--group-by", "actor", "type:consult"]).out;
    assert!(table.lines().any(|l| l.starts_with("Russia (")), "{table}");
    for format in ["csv", "markdown", "ron"] {
        let text = run(&["--group-by", "place", "--format", format]).out;
        assert!(text.contains("Damascus"), "{format}");
    }
}

/// What was published later is left out, and with it what it made of an event.
#[test]
fn the_chronology_as_it_was_known() {
    let count = |args: &[&str]| {
        let mut all = vec!["timeline", "tests/articles", "--format", "jsonl"];
        all.extend(args);
        support::run(&all).out
    };
    let early = count(&["--as-of", "2024-12-08"]);
    let all = count(&[]);
    assert!(early.lines().count() > 3 && early.lines().count() < all.lines().count());
    for line in early.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        for mention in row["mentions"].as_array().unwrap() {
            assert!(mention["article"].as_str().unwrap() <= "2024-12-09", "{line}");
        }
        assert!(row["last_report"].as_str().unwrap() <= "2024-12-08");
    }
    assert_eq!(count(&["--as-of", "2024-11-01"]), "");
}

/// A spreadsheet gets the columns that users of ACLED and GDELT know, and nothing that it would run.
#[test]
fn spreadsheets_get_columns_they_know_and_no_formulas() {
    let line = serde_json::json!({
        "id": "=1+1", "published": "2025-03-30", "source": "=HYPERLINK(\"http://x\")", "title": "@SUM(A1)",
        "text": "Israel bombed an airbase near Damascus on 28 March 2025, killing 12 people. Rebels captured Homs in March 2025.",
    });
    let run = support::run_with(&["timeline", "-", "--format", "csv"], &line.to_string());
    assert_eq!(run.code, 0, "{}", run.err);
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let field = |row: &csv::StringRecord, name: &str| {
        row[header.iter().position(|h| h == name).unwrap_or_else(|| panic!("no column {name}"))].to_owned()
    };
    let strike = rows.iter().find(|r| field(r, "location") == "Damascus").expect("a strike");
    let expected = [
        ("event_date", "2025-03-28"),
        ("time_precision", "1"),
        ("event_type", "ASSAULT"),
        ("country", "Syria"),
        ("iso3", "SYR"),
        ("latitude", "33.51"),
        ("sources", "'=HYPERLINK(\"http://x\")"),
    ];
    for (name, value) in expected {
        assert_eq!(field(strike, name), value, "{name}");
    }
    let homs = rows.iter().find(|r| field(r, "location") == "Homs").expect("a capture");
    assert_eq!(
        (field(homs, "event_date"), field(homs, "end_date")),
        ("2025-03-01".into(), "2025-03-30".into())
    );
    assert_eq!(field(homs, "time_precision"), "3");
    for name in ["actor1", "actor2", "longitude", "notes", "fatalities", "fatalities_high"] {
        field(homs, name);
    }
    let runs = |cell: &str| {
        cell.starts_with(['=', '+', '@']) || (cell.starts_with('-') && cell.parse::<f64>().is_err())
    };
    for row in &rows {
        assert!(!row.iter().any(runs), "{row:?}");
    }
}
