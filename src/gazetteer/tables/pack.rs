//! Compiles entries into a table.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::alike;
use super::entry::{Actor, ActorKind, Place, PlaceKind};
use super::fold::{self, Need, Word};
use super::record;
use super::sense::{ActorId, NameKind, PlaceId, Sense};
use super::surnames;
use super::titles;
use super::trie::{Growing, Likeness};
use crate::packed::bytes::{clip, join, numbers};
use crate::packed::dictionary;

/// Sections of a table, in their order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Section {
    /// Where each actor's record ends.
    ActorEnds,
    Actors,
    PlaceEnds,
    Places,
    /// Codes, numbered as the records are.
    ActorCodes,
    PlaceCodes,
    /// Words of names.
    Words,
    Nodes,
    Branches,
    /// What a name asks of its words, and where its senses begin; one more at the end.
    Keys,
    Senses,
    /// "SYR president", and the holders of each.
    Offices,
    HolderEnds,
    Holders,
    /// Words that a name may begin with in small letters: "bin", "26".
    Small,
}

/// How many sections there are.
pub(crate) const SECTIONS: usize = Section::Small as usize + 1;

/// Longer names are cut here: no entry reaches it, and two bits a word fit.
pub(crate) const MOST_WORDS: usize = 16;

/// Kind of sense, then population, then the order of the data files.
pub(crate) type Rank = (u8, Reverse<u32>, u32);

/// Everything that is called by one written form.
pub(crate) type Senses = BTreeSet<(Rank, Sense)>;

/// The words of a name, folded, and what it asks of each of them.
pub(crate) type Key = (Vec<Cow<'static, str>>, u32);

/// What a table is made from.
pub(crate) struct Entries<'e> {
    /// Where two actors share a name, the earlier one is the likelier.
    pub(crate) actors: &'e [Actor],
    pub(crate) places: &'e [Place],
    /// The people of a state by its code, where it is not among the places.
    pub(crate) people: &'e dyn Fn(&str) -> u32,
}

/// The table of these entries.
pub(crate) fn table(entries: &Entries<'_>) -> Vec<u8> {
    let mut names: BTreeMap<Key, Senses> = BTreeMap::new();
    let ranks = Ranks::new(entries);
    for (name, sense) in senses(entries) {
        let words = fold::words(&name);
        if let Some(key) = key(&words) {
            names.entry(key).or_default().insert((ranks.rank(sense), sense));
        }
    }
    let names: Vec<_> = names.into_iter().collect();
    let [words, nodes, branches, keys, senses] = index(&names, &|sense| alike::is_respelt(entries, sense));
    let [offices, holder_ends, holders] = offices(entries.actors);
    let [actor_ends, actors] = records(entries.actors.iter().map(record::write_actor));
    let [place_ends, places] = records(entries.places.iter().map(record::write_place));
    join(&[
        actor_ends,
        actors,
        place_ends,
        places,
        dictionary::lay_out(entries.actors.iter().map(|a| a.code.as_str())),
        dictionary::lay_out(entries.places.iter().map(|p| p.code.as_str())),
        words,
        nodes,
        branches,
        keys,
        senses,
        offices,
        holder_ends,
        holders,
        small(&names),
    ])
}

/// Every name of every entry, with what it stands for.
fn senses<'e>(entries: &Entries<'e>) -> Vec<(Cow<'e, str>, Sense)> {
    let mut all = Vec::new();
    for (id, actor) in (0..).map(ActorId).zip(entries.actors) {
        for (name, kind) in surnames::names_of(actor) {
            all.push((name, Sense::Actor(id, kind)));
        }
    }
    for (id, place) in (0..).map(PlaceId).zip(entries.places) {
        for name in place.names() {
            let doubtful = place.common && !name.contains(' ');
            let kind = if doubtful { NameKind::Doubtful } else { NameKind::Name };
            all.push((Cow::Borrowed(name), Sense::Place(id, kind)));
        }
    }
    all
}

/// The words a name is found by, and what it asks of each: two bits a word, the first word lowest.
fn key(words: &[Word]) -> Option<Key> {
    let mut key = Vec::new();
    let mut needs = 0;
    for (n, word) in fold::kept(words).take(MOST_WORDS).enumerate() {
        // An article that is kept ("Al Jazeera") may be written "al-Jazeera" all the same.
        let need = if word.article { Need::Any } else { word.need };
        needs |= (need as u32) << (2 * n);
        key.push(Cow::Owned(word.text.clone()));
    }
    (!key.is_empty()).then_some((key, needs))
}

/// How likely a name is to mean this, before anything is known of the article: who acts before where, a
/// country before its namesakes, what has the name before what is called so by the way.
struct Ranks<'e> {
    entries: &'e Entries<'e>,
    people: HashMap<&'e str, u32>,
}

impl<'e> Ranks<'e> {
    fn new(entries: &'e Entries<'e>) -> Self {
        let countries = entries.places.iter().filter(|p| p.kind == PlaceKind::Country);
        Self { entries, people: countries.map(|p| (p.code.as_str(), p.population)).collect() }
    }

    fn rank(&self, sense: Sense) -> Rank {
        let actor = |id: ActorId| &self.entries.actors[id.0 as usize];
        let state = |id: ActorId| {
            let code = actor(id).code.as_str();
            self.people.get(code).copied().unwrap_or_else(|| (self.entries.people)(code))
        };
        let (group, size, order) = match sense {
            Sense::Actor(id, NameKind::Name) if actor(id).kind == ActorKind::Person => (3, 0, id.0),
            Sense::Actor(id, kind) => {
                let group = match kind {
                    NameKind::Name => 0,
                    NameKind::Adjective => 2,
                    NameKind::Metonym => 6,
                    NameKind::People => 7,
                    NameKind::Surname => 8,
                    NameKind::Doubtful => 9,
                };
                (group, if kind == NameKind::Surname { 0 } else { state(id) }, id.0)
            }
            Sense::Place(id, kind) => {
                let place = &self.entries.places[id.0 as usize];
                let group = match place.kind {
                    _ if kind == NameKind::Doubtful => 10,
                    kind if kind <= PlaceKind::Country => 1,
                    // Apart from the cities, so that "Idlib province" can take them alone.
                    PlaceKind::Province => 5,
                    _ => 4,
                };
                // Nobody counts a division's people here; it outdoes its towns of the same name.
                let division = kind == NameKind::Doubtful && place.kind == PlaceKind::Province;
                (group, if division { u32::MAX } else { place.population }, id.0)
            }
        };
        (group, Reverse(size), order)
    }
}

/// Words, nodes, branches, keys and senses of the names.
fn index(names: &[(Key, Senses)], foreign: &dyn Fn(Sense) -> bool) -> [Vec<u8>; 5] {
    let exact = names.iter().map(|(key, senses)| (Likeness::Exact, key.clone(), senses));
    let mut rows: Vec<(Likeness, Key, &Senses)> = exact.collect();
    rows.extend(alike::keys(names, foreign));
    let mut words: BTreeMap<&str, u32> =
        rows.iter().flat_map(|row| &row.1.0).map(|word| (word.as_ref(), 0)).collect();
    (0..).zip(words.values_mut()).for_each(|(n, number)| *number = n);
    let mut tree = Growing::new();
    let mut ends: Vec<(u32, u32, &Senses)> = rows
        .iter()
        .map(|(likeness, (key, needs), senses)| {
            (tree.node(*likeness, key.iter().map(|w| words[w.as_ref()])), *needs, *senses)
        })
        .collect();
    // Capitals throughout come last among the keys of a node: they win where the text has them.
    ends.sort_by_key(|(node, needs, _)| (*node, *needs));
    let mut first = Vec::with_capacity(tree.len() + 1);
    let (mut keys, mut senses) = (Vec::new(), Vec::new());
    for (node, needs, all) in ends {
        first.resize(node as usize + 1, clip(keys.len() / 2));
        keys.extend([needs, clip(senses.len())]);
        senses.extend(all.iter().map(|(_, sense)| sense.to_number()));
    }
    first.resize(tree.len() + 1, clip(keys.len() / 2));
    keys.extend([0, clip(senses.len())]);
    let [nodes, branches] = tree.lay_out(&first);
    [dictionary::lay_out(words.keys().copied()), nodes, branches, numbers(keys), numbers(senses)]
}

/// The words that some name begins with in any case: few, so that most words of a text are known to begin none by a
/// look at a small table.
fn small(names: &[(Key, Senses)]) -> Vec<u8> {
    let any = |key: &Key| key.1 & 3 == Need::Any as u32;
    let words: BTreeSet<&str> = names.iter().filter(|(key, _)| any(key)).map(|((w, _), _)| &*w[0]).collect();
    dictionary::lay_out(words.iter().copied())
}

/// Where each record ends, and the records.
fn records(all: impl Iterator<Item = Vec<u8>>) -> [Vec<u8>; 2] {
    let mut bytes = Vec::new();
    let ends: Vec<u32> = all
        .map(|record| {
            bytes.extend(record);
            clip(bytes.len())
        })
        .collect();
    [numbers(ends), bytes]
}

/// The key of an office: whose, and the title as it is compared.
pub(crate) fn office(acts_for: &str, title: &str) -> String {
    format!("{acts_for} {}", titles::usual(title))
}

/// Offices, and who ever held each.
fn offices(actors: &[Actor]) -> [Vec<u8>; 3] {
    let mut held: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (id, actor) in (0..).zip(actors) {
        for role in &actor.roles {
            held.entry(office(&role.acts_for, &role.title)).or_default().insert(id);
        }
    }
    let mut holders = Vec::new();
    let ends: Vec<u32> = held
        .values()
        .map(|ids| {
            holders.extend(ids.iter().copied());
            clip(holders.len())
        })
        .collect();
    [dictionary::lay_out(held.keys().map(String::as_str)), numbers(ends), numbers(holders)]
}
