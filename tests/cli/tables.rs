//! A person's own actors, places and frames beside the store.

use crate::support;

const TEXT: &str = "{\"id\":\"a\",\"published\":\"2026-01-28\",\"title\":\"\",\
    \"text\":\"Ruritania gazumped Syria in Strelsau on Monday.\"}\n";

/// A store with these tables; its path.
fn store(name: &str, tables: &[(&str, &str)]) -> String {
    let folder = support::scratch(name).join("events");
    std::fs::create_dir(&folder).unwrap();
    for (file, text) in tables {
        std::fs::write(folder.join(file), text).unwrap();
    }
    folder.to_str().unwrap().to_owned()
}

fn ruritania(name: &str) -> String {
    store(
        name,
        &[
            (
                "actors.ron",
                "[(code: \"RUR\", kind: State, name: \"Ruritania\", adjectives: [\"Ruritanian\"])]",
            ),
            (
                "places.ron",
                "[(code: \"RUR\", kind: Country, name: \"Ruritania\", lat: 50.0, lon: 15.0),\n\
                 (code: \"strelsau\", kind: City, name: \"Strelsau\", country: \"RUR\", lat: 50.1, lon: 15.1)]",
            ),
            (
                "frames.ron",
                "[(id: \"own/gazump\", pattern: \"gazump $recipient\", event: Coerce, hits: [\"They gazumped us.\"])]",
            ),
        ],
    )
}

#[test]
fn every_command_that_reads_knows_them() {
    let store = ruritania("own_tables");
    let found = support::run_with(&["extract", "--store", &store, "--format", "jsonl", "-"], TEXT);
    let row: serde_json::Value = serde_json::from_str(found.out.trim()).expect(&found.err);
    assert_eq!(row["type"], "COERCE", "{row}");
    assert_eq!(row["actors"][0]["country"], "RUR", "{row}");
    assert_eq!(row["recipients"][0]["country"], "SYR", "{row}");
    assert_eq!(row["place"]["name"], "Strelsau", "{row}");

    // What one command wrote another finds, by the names of the tables.
    let added = support::run_with(&["add", "--store", &store, "-"], TEXT);
    assert_eq!(added.code, 0, "{}", added.err);
    for term in ["actor:ruritania", "actor:RUR", "location:Strelsau", "location:Ruritania"] {
        let found = support::run(&["timeline", "--store", &store, "--format", "jsonl", term]);
        assert_eq!(found.out.lines().count(), 1, "{term}: {}", found.err);
    }
    let check = support::run(&["check", "--store", &store]);
    assert_eq!((check.code, check.out.as_str()), (0, ""));

    // Without them nothing of it is known.
    let found = support::run_with(&["extract", "--format", "jsonl", "-"], TEXT);
    assert_eq!(found.out, "");
}

#[test]
fn a_fault_in_them_is_shown_in_its_place() {
    let faults = [
        ("actors.ron", "[\n  (code: \"X\", kind: Stat, name: \"X\"),\n]", "actors.ron:2:21"),
        ("places.ron", "[\n  (code: \"x\", kind: City, name: \"X\"),\n]", "places.ron:2"),
        (
            "frames.ron",
            "[(id: \"own/x\", pattern: \"gazump $recipent\", event: Coerce, hits: [])]",
            "frames.ron:1:34",
        ),
    ];
    for (file, text, at) in faults {
        let store = store("broken_tables", &[(file, text)]);
        let extract: &[&str] = &["extract", "--store", &store, "-"];
        let timeline: &[&str] = &["timeline", "--store", &store];
        let explain: &[&str] = &["explain", "--store", &store, "--published", "2024-01-01", "It rained."];
        for command in [extract, timeline, explain] {
            let run = support::run(command);
            assert_eq!(run.code, 2, "{}", run.err);
            assert!(run.err.contains(at) && run.err.contains('^'), "{}", run.err);
        }
        let check = support::run(&["check", "--store", &store]);
        assert_eq!(check.code, 1, "{}", check.err);
        assert!(check.out.contains(at), "{}", check.out);
    }
}

#[test]
fn a_misspelt_word_in_them_is_told_with_what_was_meant() {
    let faults = [
        ("actors.ron", "[(code: \"X\", kind: Stat, name: \"X\")]", "did you mean `State`?"),
        ("actors.ron", "[(code: \"X\", kind: State, nmae: \"X\")]", "did you mean `name`?"),
        ("places.ron", "[(code: \"x\", kind: Cty, name: \"X\", lat: 1.0, lon: 2.0)]", "did you mean `City`?"),
        (
            "places.ron",
            "[(code: \"x\", kind: City, name: \"X\", latt: 1.0, lon: 2.0)]",
            "did you mean `lat`?",
        ),
        (
            "frames.ron",
            "[(id: \"own/x\", patern: \"gazump\", event: Coerce, hits: [])]",
            "did you mean `pattern`?",
        ),
        (
            "frames.ron",
            "[(id: \"own/x\", pattern: \"gazump\", event: Coerse, hits: [])]",
            "did you mean `Coerce`?",
        ),
    ];
    for (file, text, meant) in faults {
        let check = support::run(&["check", "--store", &store("misspelt_tables", &[(file, text)])]);
        assert_eq!(check.code, 1, "{}", check.err);
        assert!(check.out.contains(meant) && check.out.contains('^'), "{meant}\n{}", check.out);
    }
}

#[test]
fn check_tells_of_frames_that_others_say_already() {
    let frame = |id: &str, event: &str| {
        format!(
            "(id: \"{id}\", pattern: \"gazump $recipient\", event: {event}, hits: [\"They gazumped us.\"])"
        )
    };
    let built_in = std::fs::read_to_string("src/data/frames/sanction.ron").unwrap();
    let pattern = built_in.split("pattern: \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let text = format!(
        "[{}, {}, (id: \"own/again\", pattern: \"{pattern}\", event: Coerce, hits: [])]",
        frame("own/first", "Coerce"),
        frame("own/second", "Accuse"),
    );
    let check = support::run(&["check", "--store", &store("clashing_frames", &[("frames.ron", &text)])]);
    assert_eq!(check.code, 1, "{}", check.err);
    for said in [
        "frames.ron: own/again: `sanction/",
        "frames.ron: own/second: `own/first` has this pattern already, as COERCE",
    ] {
        assert!(check.out.contains(said), "{said}\n{}", check.out);
    }
    assert_eq!(check.out.lines().count(), 2, "{}", check.out);
    // One that replaces another by its id clashes with nothing.
    let other =
        store("replacing_frames", &[("frames.ron", &format!("[{}]", frame("sanction/impose", "Coerce")))]);
    assert_eq!(support::run(&["check", "--store", &other]).code, 0);
}

#[test]
fn check_tells_what_clashes_in_them() {
    let store = store(
        "clashing_tables",
        &[
            (
                "actors.ron",
                "[(code: \"RSCO\", kind: Body, name: \"Hamas\", part_of: \"RURITANIA\"),\n\
                 (code: \"rudolf\", kind: Person, name: \"Rudolf Elphberg\", roles: [\
                 (title: \"president\", acts_for: \"FRA\", sector: GOV, since: \"2018\", until: \"2019\")])]",
            ),
            (
                "places.ron",
                "[(code: \"strelsau\", kind: City, name: \"Strelsau\", country: \"SYR\", lat: 50.1, lon: -15.1)]",
            ),
        ],
    );
    let check = support::run(&["check", "--store", &store]);
    assert_eq!(check.code, 1, "{}", check.err);
    for said in [
        "actors.ron: RSCO: `Hamas` stands for HAMAS already",
        "actors.ron: RSCO: no actor has the code `RURITANIA`, which part_of names",
        "actors.ron: rudolf: president of FRA: emmanuel-macron held it 2017-05-14/..",
        "places.ron: strelsau: 50.1, -15.1 is not in SYR",
    ] {
        assert!(check.out.contains(said), "{said}\n{}", check.out);
    }
}

#[test]
fn show_prints_what_is_known_of_a_name() {
    let known = support::run(&["show", "al-Jolani"]);
    assert_eq!(known.code, 0, "{}", known.err);
    for line in [
        "Ahmed al-Sharaa (ahmed-al-sharaa), person, by surname",
        "  country    Syria",
        "  role       2025-01-29/..  president of Syria",
    ] {
        assert!(known.out.lines().any(|l| l == line), "{line}\n{}", known.out);
    }
    let place = support::run(&["show", "qamishli"]);
    assert!(place.out.contains("  lies in    Hasakah, Syria, Middle East\n"), "{}", place.out);
    assert!(place.out.contains("  at         37.05 N, 41.23 E\n"), "{}", place.out);
    // What every state has need not have an entry.
    let arm = support::run(&["show", "Philippine army"]);
    assert!(arm.out.starts_with("Philippine army: MIL of Philippines (PHL)\n"), "{}{}", arm.out, arm.err);
    // A person's own tables are shown as well.
    let own = support::run(&["show", "--store", &ruritania("shown_tables"), "Ruritania"]);
    assert!(own.out.starts_with("Ruritania (RUR), state\n"), "{}", own.out);
    let unknown = support::run(&["show", "Qwertz"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("nothing is known of"), "{}", unknown.err);
}
