//! Second ways into the index, for names that are spelt as each newsroom hears them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Actor, ActorKind, PlaceKind};
use super::pack::{Entries, Key, Senses};
use super::sense::{NameKind, Sense};
use super::spelling;
use super::trie::Likeness;

/// Countries whose names reach English from another script, or as Arabic names by way of French.
const RESPELT: &[&str] = &[
    "AFG", "ARE", "ARM", "AZE", "BGD", "BGR", "BHR", "BLR", "COM", "CYP", "DJI", "DZA", "EGY", "ERI", "ESH",
    "ETH", "GEO", "GRC", "IND", "IRN", "IRQ", "ISR", "JOR", "KAZ", "KGZ", "KWT", "LBN", "LBY", "LKA", "MAR",
    "MDV", "MKD", "MLI", "MNE", "MNG", "MRT", "NER", "NPL", "OMN", "PAK", "PSE", "QAT", "RUS", "SAU", "SDN",
    "SOM", "SRB", "SUN", "SYR", "TCD", "TJK", "TKM", "TUN", "UKR", "UZB", "YEM", "YUG",
];

/// Below this many people a town's name is too likely to be an English word written badly.
const LARGE: u32 = 50_000;

/// Letters that a name of one word must have at least, and one of several.
const LETTERS: [usize; 2] = [5, 8];

/// Whether the entry's names are respelt at will.
pub(crate) fn is_respelt(entries: &Entries<'_>, sense: Sense) -> bool {
    let listed = |code: &str| RESPELT.binary_search(&code).is_ok();
    match sense {
        // The seat of a state is a town like others.
        Sense::Actor(id, NameKind::Metonym) => {
            let actor = &entries.actors[id.0 as usize];
            actor.country().or(actor.part_of.as_deref()).is_some_and(listed)
        }
        Sense::Actor(id, _) => {
            let actor: &Actor = &entries.actors[id.0 as usize];
            let codes =
                actor.country.iter().chain(&actor.part_of).chain(actor.roles.iter().map(|r| &r.acts_for));
            let whose = matches!(actor.kind, ActorKind::Person | ActorKind::ArmedGroup | ActorKind::Party);
            whose && codes.into_iter().any(|code| listed(code))
        }
        Sense::Place(id, _) => {
            let place = &entries.places[id.0 as usize];
            let large = place.kind != PlaceKind::City || place.population >= LARGE;
            large && place.country.as_deref().is_some_and(listed)
        }
    }
}

/// Names by the words they become.
type Groups<'n> = BTreeMap<(Likeness, Vec<String>), Vec<&'n (Key, Senses)>>;

/// Keys in [`Likeness::Near`] and [`Likeness::Loose`] for the names whose every sense is respelt. Where two names
/// of different entries would become one, neither has a second way in.
pub(crate) fn keys<'n>(
    names: &'n [(Key, Senses)],
    respelt: &dyn Fn(Sense) -> bool,
) -> Vec<(Likeness, Key, &'n Senses)> {
    let mut alike: Groups<'n> = BTreeMap::new();
    for name in names {
        let ((words, _), senses) = name;
        let likeness = if words.len() == 1 { Likeness::Near } else { Likeness::Loose };
        let letters: usize = words.iter().map(|w| w.len()).sum();
        if letters >= LETTERS[usize::from(words.len() > 1)] && senses.iter().all(|(_, s)| respelt(*s)) {
            let key = words.iter().map(|w| respell(likeness, w)).collect();
            alike.entry((likeness, key)).or_default().push(name);
        }
    }
    let mut keys = Vec::new();
    for ((likeness, words), names) in alike {
        let entries = |senses: &Senses| senses.iter().map(|(_, s)| entry(*s)).collect::<BTreeSet<_>>();
        let [((_, needs), senses), rest @ ..] = names.as_slice() else { continue };
        if rest.iter().all(|(_, other)| entries(other) == entries(senses)) {
            keys.push((likeness, (words.into_iter().map(Cow::Owned).collect(), *needs), senses));
        }
    }
    keys
}

/// A folded word as this tree has it.
pub(crate) fn respell(likeness: Likeness, folded: &str) -> String {
    match likeness {
        Likeness::Exact => folded.to_owned(),
        Likeness::Near => spelling::near(folded),
        Likeness::Loose => spelling::loose(folded),
    }
}

/// Whom a sense stands for, in whatever way.
const fn entry(sense: Sense) -> (bool, u32) {
    match sense {
        Sense::Actor(id, _) => (true, id.0),
        Sense::Place(id, _) => (false, id.0),
    }
}
