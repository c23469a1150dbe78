//! `diff`: what came, went and changed, why, and what a script makes of it.

use serde_json::Value;

use crate::support;

fn rows(args: &[&str]) -> (i32, Vec<Value>) {
    let mut all = vec!["diff", "--format", "jsonl"];
    all.extend(args);
    let run = support::run(&all);
    assert!(run.code < 2, "{args:?}: {}", run.err);
    (run.code, run.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect())
}

fn reasons(row: &Value) -> Vec<&str> {
    row["reasons"].as_array().unwrap().iter().map(|r| r["reason"].as_str().unwrap()).collect()
}

/// Two folders of an article each, which the test changes.
struct Pair(std::path::PathBuf);

impl Pair {
    fn new(name: &str) -> Self {
        let folder = support::scratch(name);
        for side in ["a", "b"] {
            std::fs::create_dir(folder.join(side)).unwrap();
        }
        Self(folder)
    }

    fn article(&self, side: &str, name: &str, text: &str) {
        let text = format!("Published: 2025-10-20\nSource: {name}\n\n{text}\n");
        std::fs::write(self.0.join(side).join(format!("{name}.txt")), text).unwrap();
    }

    fn rows(&self) -> (i32, Vec<Value>) {
        rows(&[self.0.join("a").to_str().unwrap(), self.0.join("b").to_str().unwrap()])
    }
}

const MET: &str = "Vladimir Putin met Ahmed al-Sharaa in Moscow on 15 October 2025.";
const MONTH: &str = "Vladimir Putin met Ahmed al-Sharaa in Moscow in October 2025.";
const VISIT: &str = "Emmanuel Macron visited Berlin on 14 October 2025.";

#[test]
fn nothing_differs() {
    let pair = Pair::new("diff_same");
    pair.article("a", "one", MET);
    pair.article("b", "one", MET);
    assert_eq!(pair.rows(), (0, Vec::new()));
    let run = support::run(&["diff", "events", "events"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", "note: nothing differs\n"));
}

#[test]
fn events_come_and_go() {
    let pair = Pair::new("diff_come");
    pair.article("a", "one", MET);
    pair.article("b", "one", MET);
    pair.article("b", "two", VISIT);
    let (code, found) = pair.rows();
    assert_eq!((code, found.len()), (1, 1));
    assert_eq!((found[0]["change"].as_str(), reasons(&found[0])), (Some("came"), vec!["new report"]));
    assert_eq!(found[0]["reasons"][0]["article"], "two");
    assert!(found[0]["id_before"].is_null() && found[0]["id"].is_string());
    pair.article("a", "three", "Rebels captured Homs on 7 October 2025.");
    let (_, found) = pair.rows();
    let went: Vec<_> = found.iter().filter(|r| r["change"] == "went").collect();
    assert_eq!((went.len(), reasons(went[0])), (1, vec!["report gone"]));
}

/// A second report gives the day; the event stays the same one, and keeps its id.
#[test]
fn a_new_report_dates_an_event() {
    let pair = Pair::new("diff_dates");
    pair.article("a", "one", MONTH);
    pair.article("b", "one", MONTH);
    pair.article("b", "two", MET);
    let (code, found) = pair.rows();
    let [row] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((code, row["change"].as_str()), (1, Some("changed")));
    let when = row["fields"].as_array().unwrap().iter().find(|f| f["field"] == "when").unwrap();
    assert_eq!(
        (when["before"].as_str(), when["after"].as_str()),
        (Some("2025-10-01/2025-10-20 (stated)"), Some("2025-10-15 (stated)"))
    );
    assert_eq!(reasons(row), ["new report"]);
    assert_eq!(row["id"], row["id_before"]);
}

/// Articles of other publishers tell of the same event: it has neither come nor gone.
#[test]
fn the_same_event_told_by_others() {
    let pair = Pair::new("diff_others");
    pair.article("a", "one", MET);
    pair.article("b", "two", "Ahmed al-Sharaa held talks with Vladimir Putin in Moscow on 15 October 2025.");
    let (_, found) = pair.rows();
    let [row] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(row["change"], "changed");
    assert_eq!(reasons(row), ["new report", "report gone"]);
}

#[test]
fn an_article_whose_text_has_changed() {
    let pair = Pair::new("diff_text");
    pair.article("a", "one", MET);
    pair.article("b", "one", "Vladimir Putin met Ahmed al-Sharaa in Moscow on 16 October 2025.");
    let (_, found) = pair.rows();
    assert!(!found.is_empty());
    assert!(found.iter().all(|r| reasons(r).contains(&"read differently")), "{found:?}");
}

/// A decision is a reason of its own.
#[test]
fn a_decision_changes_the_chronology() {
    let folder = support::scratch("diff_decision");
    let (a, b) = (folder.join("a"), folder.join("b"));
    let line = serde_json::json!({"id": "one", "published": "2025-10-20", "text": format!("{MET} {VISIT}")});
    for store in [&a, &b] {
        let add = support::run_with(&["add", "--store", store.to_str().unwrap(), "-"], &line.to_string());
        assert_eq!(add.code, 0, "{}", add.err);
    }
    let (a, b) = (a.to_str().unwrap(), b.to_str().unwrap());
    assert_eq!(rows(&[a, b]), (0, Vec::new()));
    let all = support::run(&["timeline", "--store", b, "--format", "jsonl"]).out;
    let ids: Vec<String> = all
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    let decide = ["decide", "correct", &ids[0], "--when", "2025-10-13", "--reason", "x", "--store", b];
    assert_eq!(support::run(&decide).code, 0);
    assert_eq!(support::run(&["decide", "reject", &ids[1], "--reason", "x", "--store", b]).code, 0);
    let (code, found) = rows(&[a, b]);
    assert_eq!((code, found.len()), (1, 2));
    let kinds: Vec<_> = found.iter().map(|r| r["change"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"changed") && kinds.contains(&"went"), "{kinds:?}");
    assert!(found.iter().all(|r| reasons(r) == ["decision"]), "{found:?}");
}

/// Two days of one store, and only what a query finds: so a script can watch a story.
#[test]
fn two_days_of_a_store() {
    let (code, all) = rows(&["2024-12-08", "2025-10-31"]);
    assert_eq!(code, 1);
    assert!(all.iter().any(|r| r["change"] == "came"));
    let (_, found) = rows(&["2024-12-08", "2025-10-31", "--actor", "Russia"]);
    assert!(!found.is_empty() && found.len() < all.len());
    assert_eq!(rows(&["2024-12-08", "2025-10-31", "--date", "1850"]), (0, Vec::new()));
    for format in ["table", "csv", "markdown", "ron"] {
        let run = support::run(&["diff", "2024-12-08", "2025-10-31", "--format", format, "--width", "400"]);
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.out.contains("new report"), "{format}: {}", run.out);
    }
    let run = support::run(&["diff", "2024-12-08", "nowhere"]);
    assert_eq!((run.code, run.err.as_str()), (2, "error: `nowhere` is no store, no article and no day\n"));
}
