//! `decide`: what is appended, what stays, and what the chronology makes of it.

use std::path::Path;

use crate::support;

/// A store of two articles that tell of one meeting, and of another.
struct Setting {
    folder: std::path::PathBuf,
    store: String,
}

impl Setting {
    fn new(name: &str) -> Self {
        let folder = support::scratch(name);
        let store = folder.join("events").to_str().unwrap().to_owned();
        let lines = concat!(
            r#"{"id": "one", "published": "2025-10-16", "source": "A", "text": "Vladimir Putin met Ahmed al-Sharaa in Moscow on 15 October 2025."}"#,
            "\n",
            r#"{"id": "two", "published": "2025-10-16", "source": "B", "text": "Vladimir Putin met Ahmed al-Sharaa in Moscow on 15 October 2025. Emmanuel Macron visited Berlin on 14 October 2025."}"#,
        );
        let add = support::run_with(&["add", "--store", &store, "-"], lines);
        assert_eq!(add.code, 0, "{}", add.err);
        Self { folder, store }
    }

    fn rows(&self) -> Vec<serde_json::Value> {
        let run = support::run(&["timeline", "--store", &self.store, "--format", "jsonl"]);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
    }

    fn run(&self, args: &[&str]) -> support::Run {
        let mut all = vec!["decide"];
        all.extend(args);
        all.extend(["--store", &self.store]);
        support::run(&all)
    }

    fn file(&self) -> String {
        std::fs::read_to_string(Path::new(&self.store).join("decisions.ron")).unwrap()
    }
}

fn id(row: &serde_json::Value) -> String {
    row["id"].as_str().unwrap().to_owned()
}

fn mention(row: &serde_json::Value, at: usize) -> String {
    row["mentions"][at]["id"].as_str().unwrap().to_owned()
}

#[test]
fn one_event_is_made_two_and_one_again() {
    let set = Setting::new("decide_different");
    let rows = set.rows();
    let met = rows.iter().find(|r| r["mentions"].as_array().unwrap().len() == 2).expect("one meeting");
    let (a, b) = (mention(met, 0), mention(met, 1));
    let run = set.run(&["different", &a, &b, "--reason", "two meetings of one day", "--by", "vg"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(set.rows().len(), rows.len() + 1);
    let expected = format!(
        "// A person's word on single mentions; it overrides every score.\n[\n    Different(\n        mentions: [\n            \
         (id: \"{a}\", word: \"met\", quote: \"Vladimir Putin met Ahmed al-Sharaa in Moscow on 15 October 2025.\"),\n            \
         (id: \"{b}\", word: \"met\", quote: \"Vladimir Putin met Ahmed al-Sharaa in Moscow on 15 October 2025.\"),\n        ],\n        \
         reason: \"two meetings of one day\",\n        by: \"vg\",\n        on: \"{}\",\n    ),\n]\n",
        support::TODAY
    );
    assert_eq!(set.file(), expected);
    let again = set.run(&["different", &a, &b, "--reason", "once more"]);
    assert_eq!((again.code, again.out.as_str()), (0, ""), "{}", again.err);
    assert!(again.err.contains("says so already"), "{}", again.err);
    assert_eq!(set.file(), expected);

    // A later decision outranks it, and is told that it does.
    let run = set.run(&["same", &a, &b, "--reason", "one after all"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("which another one joins; the later one counts"), "{}", run.err);
    assert_eq!(set.rows().len(), rows.len());
}

#[test]
fn two_events_are_made_one() {
    let set = Setting::new("decide_same");
    let rows = set.rows();
    assert_eq!(rows.len(), 2);
    let run = set.run(&["same", &id(&rows[0]), &id(&rows[1])[..6], "--reason", "parts of one summit"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let after = set.rows();
    assert_eq!((after.len(), after[0]["mentions"].as_array().unwrap().len()), (1, 3));
}

#[test]
fn an_event_is_rejected_with_all_its_mentions_and_another_put_right() {
    let set = Setting::new("decide_reject");
    let rows = set.rows();
    let met = rows.iter().find(|r| r["mentions"].as_array().unwrap().len() == 2).unwrap();
    let visit = rows.iter().find(|r| r["mentions"].as_array().unwrap().len() == 1).unwrap();
    let run = set.run(&["reject", &id(met), "--reason", "a figure of speech"]);
    assert_eq!((run.code, run.out.matches("Reject(").count()), (0, 2), "{}", run.err);
    let run = set.run(&[
        "correct",
        &id(visit),
        "--when",
        "2025-10-13",
        "--type",
        "cooperate",
        "--status",
        "planned",
        "--place",
        "Paris",
        "--summary",
        "Macron \"goes\"",
        "--reason",
        "the palace's own agenda",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let after = set.rows();
    let [row] = after.as_slice() else { panic!("{after:?}") };
    assert_eq!(
        (
            row["when"]["edtf"].as_str(),
            row["type"].as_str(),
            row["status"].as_str(),
            row["place"]["name"].as_str()
        ),
        (Some("2025-10-13"), Some("COOPERATE"), Some("planned"), Some("Paris"))
    );
    assert_eq!((row["summary"].as_str(), id(row)), (Some("Macron \"goes\""), id(visit)));
    let check = support::run(&["check", "--store", &set.store]);
    assert_eq!((check.code, check.out.as_str()), (0, ""), "{}", check.err);
}

/// What a person wrote, and how, is theirs.
#[test]
fn comments_and_order_stay() {
    let set = Setting::new("decide_comments");
    let rows = set.rows();
    let visit = rows.iter().find(|r| r["mentions"].as_array().unwrap().len() == 1).unwrap();
    let theirs = format!(
        "// Mine. ]\r\n[\r\n    /* first */ Reject(mention: \"{}\", reason: \"no ] event\") // kept\r\n    // the end\r\n]\r\n// after\r\n",
        mention(visit, 0)
    );
    let path = Path::new(&set.store).join("decisions.ron");
    std::fs::write(&path, &theirs).unwrap();
    let met = rows.iter().find(|r| r["mentions"].as_array().unwrap().len() == 2).unwrap();
    let run = set.run(&["correct", &id(met), "--when", "2025-10", "--reason", "the day is not certain"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let file = set.file();
    let (head, tail) = file.split_once("    Correct(\r\n").unwrap();
    assert_eq!(head, theirs.split_once("]\r\n// after").unwrap().0.replace("\") //", "\"), //"));
    assert!(tail.ends_with("    ),\r\n]\r\n// after\r\n"), "{tail}");

    // A file at fault is left as it is, and said to be.
    std::fs::write(&path, "[\n    Reject(mention: \"x\"),\n]\n").unwrap();
    let run = set.run(&["reject", &id(met), "--reason", "no event"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("the field `reason` is missing"), "{}", run.err);
    assert_eq!(set.file(), "[\n    Reject(mention: \"x\"),\n]\n");
}

#[test]
fn what_cannot_be_decided_says_why() {
    let set = Setting::new("decide_faults");
    let rows = set.rows();
    let met = id(rows.iter().find(|r| r["mentions"].as_array().unwrap().len() == 2).unwrap());
    let cases: &[(&[&str], &str)] = &[
        (
            &["same", &met, "--reason", "x"],
            "two events or mentions are needed, and these are one; it has the mentions one#",
        ),
        (&["same", &met, "zzzz", "--reason", "x"], "no event has the id `zzzz`"),
        (&["reject", &met, "--reason", " "], "a decision needs a reason"),
        (&["correct", &met, "--reason", "x"], "nothing is put right"),
        (&["correct", &met, "--when", "2025-13", "--reason", "x"], "no calendar has `2025-13`"),
        (&["correct", &met, "--type", "consul", "--reason", "x"], "did you mean `consult`?"),
        (&["reject", &met], "--reason <TEXT>"),
    ];
    for (args, expected) in cases {
        let run = set.run(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(expected), "{args:?}: {}", run.err);
    }
    assert!(!set.folder.join("events/decisions.ron").exists());
}

/// `check` tells of decisions that point at nothing, and of those that change nothing.
#[test]
fn decisions_that_no_longer_bite_are_found() {
    let set = Setting::new("decide_idle");
    let rows = set.rows();
    let met = rows.iter().find(|r| r["mentions"].as_array().unwrap().len() == 2).unwrap();
    let path = Path::new(&set.store).join("decisions.ron");
    let text = format!(
        "[\n    Same(mentions: [\"{}\", \"{}\"], reason: \"one meeting\"),\n    Reject(mention: \"one#gone\", reason: \"no event\"),\n]\n",
        mention(met, 0),
        mention(met, 1)
    );
    std::fs::write(&path, text).unwrap();
    let check = support::run(&["check", "--store", &set.store]);
    assert_eq!(check.code, 1, "{}", check.err);
    let found: Vec<&str> =
        check.out.lines().filter_map(|l| l.split_once("decisions.ron: ")).map(|(_, m)| m).collect();
    assert_eq!(
        found,
        [
            "decision 1 (Same) no longer bites: the chronology is the same without it",
            "decision 2 (Reject) names `one#gone`, and there is no such mention",
        ]
    );
}
