//! The day of what only structure or the story dates. Every text is of Wednesday, 4 June 2025.

use crate::support;

/// A text, and the days of some of its triggers.
const TABLE: &[(&str, &[(&str, &str)])] = &[
    // A look back is over after a sentence or two, and a day that only names a thing moves nothing.
    (
        "Syria and Israel signed a truce on Sunday. Two days earlier, Israel had bombed Daraa. Crowds gathered in \
         Homs. Turkey sent observers the next day.",
        &[("truce", "2025-06-01"), ("bombed", "2025-05-30"), ("sent", "2025-06-02")],
    ),
    (
        "Two days earlier, Israel had bombed Daraa. The next day Syria shelled Haifa.",
        &[("bombed", "2025-06-02"), ("shelled", "2025-06-03")],
    ),
    (
        "The commission on Monday declared Boris Tadic winner of Sunday's vote. Thousands protested the next day.",
        &[("protested", "2025-06-03")],
    ),
    // A time of day keeps its day
    ("Rebels seized Goma on Sunday. They attacked Bukavu before dawn.", &[("attacked", "2025-06-01")]),
    // What something is counted from, however it is told
    (
        "Ten soldiers were murdered in Kigali on Sunday, a day after a plane carrying Paul Kagame was shot down.",
        &[("murdered", "2025-06-01"), ("shot", "2025-05-31")],
    ),
    (
        "Rebels seized Goma on Friday. Two days after the takeover, Felix Tshisekedi resigned.",
        &[("resigned", "2025-06-01")],
    ),
    // On the same day
    (
        "A bomb exploded in Mosul on Sunday. Police arrested two men at the scene.",
        &[("arrested", "2025-06-01")],
    ),
    (
        "Syria and Turkey signed a pact on Sunday. Israel bombed Homs hours after the signing.",
        &[("bombed", "2025-06-01")],
    ),
    (
        "Syria and Turkey signed a pact on Sunday. Within hours of the signing, Israel bombed Homs.",
        &[("bombed", "2025-06-01")],
    ),
    // A day behind who arranged something
    ("Armenia and Azerbaijan signed a truce brokered by Russia on Monday.", &[("signed", "2025-06-02")]),
    // "The attack" is the news and not what it answers
    (
        "American missiles struck a factory in Khartoum on Monday, ten days after bombs destroyed the American \
         embassy in Nairobi. Boris Tadic condemned the attack.",
        &[("destroyed", "2025-05-23"), ("attack", "2025-06-02")],
    ),
];

/// What stays as it is.
const APART: &[(&str, &str, &str)] = &[
    // A man buried on Saturday need not have died then, nor he who was killed on Saturday be buried then.
    ("Villagers buried a man killed by police on Saturday.", "buried", "2025-05-31"),
    // Another's deed
    ("A bomb exploded in Mosul on Sunday. Police arrested two men in Basra.", "arrested", "2025-06-01"),
];

#[test]
fn what_the_story_dates() {
    let mut wrong = Vec::new();
    for (text, days) in TABLE {
        let found = support::mentions(text, "2025-06-04");
        for (trigger, day) in *days {
            let when = found.iter().find(|m| m.trigger.text == *trigger).map(|m| m.when.as_ref());
            let got = when.flatten().map(|w| w.value.edtf.to_string());
            if !got.as_ref().is_some_and(|got| got.starts_with(day)) {
                wrong.push(format!("{text}\n  {trigger}: wanted {day}, found {got:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_it_does_not_date() {
    for (text, trigger, day) in APART {
        let found = support::mentions(text, "2025-06-04");
        let stated = found.iter().filter(|m| m.trigger.text == *trigger).filter_map(|m| m.when.as_ref());
        let firm = stated.filter(|w| w.basis != dateline::event::Basis::Assumed);
        assert!(firm.into_iter().all(|w| w.value.edtf.to_string() != *day), "{text}");
    }
}
