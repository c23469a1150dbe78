//! Whether two trigger words name the same kind of happening.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::words::{hash, split, stem};
use crate::event::EventType;

/// How often the same thing can befall the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) enum Once {
    /// Hardly twice within days: a city is taken, a treaty signed.
    Rarely,
    /// At most once: a ruler is overthrown, a person dies.
    Ever,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    #[serde(default)]
    once: Option<Once>,
    #[serde(default)]
    types: Vec<EventType>,
    #[serde(default)]
    near: Vec<String>,
    #[serde(default)]
    undergoes: Vec<String>,
    words: Vec<String>,
}

struct Table {
    /// Stem to the set of its groups, a bit each.
    groups: HashMap<String, u64>,
    near: Vec<u64>,
    /// The types each group is for; none for any.
    types: Vec<Vec<EventType>>,
    ever: u64,
    rarely: u64,
    undergoes: Vec<String>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let list: Vec<Group> = ron::from_str(include_str!("../data/near_synonyms.ron"))
            .expect("a test reads the table that is compiled in");
        let bit = |name: &str| list.iter().position(|g| g.name == name).map_or(0, |at| 1u64 << at);
        let mut table = Table {
            groups: HashMap::new(),
            near: list.iter().map(|g| g.near.iter().fold(0, |set, n| set | bit(n))).collect(),
            types: list.iter().map(|g| g.types.clone()).collect(),
            ever: 0,
            rarely: 0,
            undergoes: Vec::new(),
        };
        for group in &list {
            let own = bit(&group.name);
            for word in &group.words {
                *table.groups.entry(phrase(word)).or_default() |= own;
            }
            table.undergoes.extend(group.undergoes.iter().map(|w| phrase(w)));
            match group.once {
                Some(Once::Ever) => table.ever |= own,
                Some(Once::Rarely) => table.rarely |= own,
                None => {}
            }
        }
        table
    })
}

/// Words of a phrase by their stems.
fn phrase(words: &str) -> String {
    split(words).map(|w| stem(&w)).collect::<Vec<_>>().join(" ")
}

/// What a trigger word says about the kind of happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sense {
    /// The stem of its main word, hashed.
    pub(super) stem: u64,
    /// Its groups of near-synonyms, a bit each.
    pub(super) groups: u64,
    /// The groups near to those.
    near: u64,
    /// Whether its subject is the one it happens to.
    pub(super) undergoes: bool,
}

/// How near two triggers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kinship {
    /// The same word, whatever its form.
    Word,
    /// Near-synonyms.
    Group,
    /// Kinds that often are parts of one happening.
    Near,
    /// One of the words stands in no group.
    Unknown,
    /// Different kinds.
    None,
}

impl Sense {
    /// Reads a trigger: the whole phrase where the table knows it, else its last word that the table knows.
    ///
    /// A word of several meanings keeps the groups that the event's type allows: to strike is to bomb or to agree.
    pub(super) fn of(trigger: &str, event: EventType) -> Self {
        let table = table();
        let whole = phrase(trigger);
        let groups_of = |p: &str| table.groups.get(p).copied().unwrap_or(0);
        let known = |p: &&str| groups_of(p) != 0;
        let main = Some(whole.as_str())
            .filter(known)
            .or_else(|| whole.rsplit(' ').find(known))
            .or_else(|| whole.split(' ').next())
            .unwrap_or("");
        let undergoes = table.undergoes.iter().any(|u| u == main);
        let meant = |at: &usize| table.types[*at].is_empty() || table.types[*at].contains(&event);
        let allowed = (0..table.types.len()).filter(meant).fold(0, |set, at| set | 1u64 << at);
        let groups = groups_of(main) & allowed;
        let near = table.near.iter().enumerate();
        let near = near.fold(0, |set, (at, n)| if groups >> at & 1 == 1 { set | n } else { set });
        Self { stem: hash(main), groups, near, undergoes }
    }

    pub(super) fn kinship(self, other: Self) -> Kinship {
        if self.stem == other.stem && (self.groups & other.groups != 0 || self.groups == other.groups) {
            return Kinship::Word;
        }
        if self.groups & other.groups != 0 {
            return Kinship::Group;
        }
        if self.near & other.groups != 0 || other.near & self.groups != 0 {
            Kinship::Near
        } else if self.groups == 0 || other.groups == 0 {
            Kinship::Unknown
        } else {
            Kinship::None
        }
    }

    /// Whether a person meets with it but once.
    pub(super) fn befalls_once(self) -> bool {
        self.groups & table().ever != 0
    }

    /// How often what both name can befall the same one; `None` where they differ or it may recur.
    pub(super) fn once(self, other: Self) -> Option<Once> {
        let shared = self.groups & other.groups;
        if shared & table().ever != 0 {
            Some(Once::Ever)
        } else if shared & table().rarely != 0 {
            Some(Once::Rarely)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_near_synonyms() {
        let kin = |a: &str, b: &str| {
            let of = |w| Sense::of(w, EventType::Office);
            of(a).kinship(of(b))
        };
        assert_eq!(kin("toppling", "toppled"), Kinship::Word);
        assert_eq!(kin("topple", "ousted"), Kinship::Group);
        assert_eq!(kin("fell", "overthrew"), Kinship::Group);
        assert_eq!(kin("met", "meets"), Kinship::Group);
        assert_eq!(kin("visited", "visits"), Kinship::Word);
        assert_eq!(kin("visit", "met"), Kinship::Near);
        assert_eq!(kin("meeting", "talks"), Kinship::Group);
        assert_eq!(kin("fled", "fleeing"), Kinship::Group);
        assert_eq!(kin("stopped", "stopping"), Kinship::Word);
        assert_eq!(kin("resigned", "visit"), Kinship::None);
        assert_eq!(kin("resigned", "xyz"), Kinship::Unknown);
        let deal = Sense::of("struck", EventType::Agree).kinship(Sense::of("bombing", EventType::Assault));
        assert_eq!(deal, Kinship::None);
        assert!(table().near.len() <= 64, "a bit for every group");
    }
}
