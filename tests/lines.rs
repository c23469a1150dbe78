//! The one line that stands for an event: cut from the article's words, and a sentence a person would write.

use crate::support;

/// A text, a trigger, and its line.
const TABLE: &[(&str, &str, &str)] = &[
    // A gerund has no subject of its own.
    (
        "Three bombers blew themselves up at a camp in Maiduguri on Tuesday, killing 28 people and wounding 82.",
        "wounding",
        "Three bombers blew themselves up at a camp in Maiduguri on Tuesday, killing 28 people and wounding 82",
    ),
    (
        "Russia withdrew from Kherson after shelling the town for weeks.",
        "shelling",
        "Russia withdrew from Kherson after shelling the town for weeks",
    ),
    (
        "Gunmen attacked a convoy of trucks carrying food and medicine for the hospitals and schools of the besieged \
         northern districts of Darfur on Tuesday, killing two drivers.",
        "killing",
        "Gunmen attacked a convoy, killing two drivers",
    ),
    // Nothing stops before what its last word asks for.
    (
        "Police barred the crowd from reaching the embassy in Ankara.",
        "barred",
        "Police barred the crowd from reaching the embassy in Ankara",
    ),
    (
        "Sudan accused the rebels of violating the truce.",
        "accused",
        "Sudan accused the rebels of violating the truce",
    ),
    (
        "Twenty people were injured in Kabul between June and December.",
        "injured",
        "Twenty people were injured in Kabul between June and December",
    ),
    (
        "Soldiers killed five men two weeks after Salva Kiir issued a warning.",
        "killed",
        "Soldiers killed five men",
    ),
    (
        "Soldiers killed five men on Friday after Salva Kiir issued a warning.",
        "killed",
        "Soldiers killed five men on Friday",
    ),
    // The object that stands before its verb goes behind its preposition.
    (
        "Rebels attacked the government they rose up against in May.",
        "rose",
        "Rebels rose up against the government in May",
    ),
    // A name that the verb would not fit is not put in.
    (
        "Iran closed its borders on Monday. \"They'll attack the port,\" Hassan Rouhani said.",
        "attack",
        "They'll attack the port",
    ),
    // A word that is cut is none.
    ("By a 6-3 vote the council upheld the ban.", "vote", "6-3 vote"),
];

#[test]
fn a_line_a_person_would_write() {
    let mut wrong = Vec::new();
    for (text, trigger, line) in TABLE {
        let found = support::mentions(text, "2025-06-04");
        let lines: Vec<&str> =
            found.iter().filter(|m| m.trigger.text == *trigger).map(|m| m.summary.as_str()).collect();
        if !lines.contains(line) {
            wrong.push(format!("{trigger}: wanted {line}\n  found {lines:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
