//! What the nouns of roles and bodies say of whoever they name.

use std::ops::Range;
use std::sync::LazyLock;

use crate::event::classes;
use crate::gazetteer::Sector;
use crate::syntax::inflect::singular;
use crate::syntax::unit::{Pos, Unit};
use crate::text::Class;

/// What somebody is elected or named to be.
pub(super) fn is_elective(title: &str) -> bool {
    matches!(
        title,
        "president"
            | "vice president"
            | "prime minister"
            | "premier"
            | "chancellor"
            | "king"
            | "queen"
            | "emir"
            | "governor"
            | "mayor"
            | "speaker"
            | "chairman"
            | "leader"
            | "minister"
    )
}

/// "the Islamic nation", "a neighbouring country": none that was named.
pub(super) fn is_another(units: &[Unit<'_>]) -> bool {
    let other = |word: &str| {
        matches!(
            word,
            "islamic"
                | "arab"
                | "muslim"
                | "neighbouring"
                | "neighboring"
                | "foreign"
                | "third"
                | "other"
                | "another"
        )
    };
    units.iter().any(|u| u.pos == Pos::Name || other(&u.lower))
}

/// Bodies that a state has one of: whose they are, the article's state tells.
pub(super) const fn is_of_state(sector: Sector) -> bool {
    matches!(sector, Sector::Gov | Sector::Mil | Sector::Cop | Sector::Jud | Sector::Leg | Sector::Spy)
}

/// Whether the last word is for something that forces drive, fly or fire.
pub(super) fn is_machine(words: &str) -> bool {
    // Every noun phrase asks: the classes are looked up once.
    static MACHINES: LazyLock<[&[String]; 3]> =
        LazyLock::new(|| ["aircraft", "vessel", "weapon"].map(|c| classes::nouns(c).unwrap_or_default()));
    let noun = singular(words.rsplit([' ', '-']).next().unwrap_or(words));
    MACHINES.iter().any(|class| classes::holds(class, &noun))
}

/// Words between the owner and the role that belong to the name: "special forces", "rebel forces".
pub(super) fn modifiers(text: &str, units: &[Unit<'_>], before: &Range<usize>, noun: &str) -> String {
    let tail: Vec<&str> = units[before.clone()]
        .iter()
        .rev()
        .take_while(|u| matches!(u.pos, Pos::Adjective | Pos::Noun) && u.senses.is_empty())
        .map(|u| u.span.text(text))
        .collect();
    tail.into_iter().rev().chain([noun]).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// "Interior Ministry", "Ministry of Defence": a body's name.
pub(super) fn titled(words: &str) -> String {
    let word = |w: &str| {
        let mut letters = w.chars();
        let first = letters.next().filter(|_| !matches!(w, "of" | "and" | "for" | "the"));
        first.map_or_else(|| w.to_owned(), |f| f.to_uppercase().chain(letters).collect())
    };
    words.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Whether a noun phrase says that it is none: "no soldiers".
pub(super) fn is_none(units: &[Unit<'_>], body: Range<usize>) -> bool {
    units[body].iter().any(|u| u.pos == Pos::Determiner && u.class.any(Class::NEGATION))
}
