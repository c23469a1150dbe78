//! One table in memory: its entries, decoded when they are asked for, and its index.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::tables::pack::{SECTIONS, Section};
use super::tables::record;
use super::tables::trie::Trie;
use super::{Actor, ActorId, Place, PlaceId, Sense};
use crate::packed::bytes::{clip, number, section};
use crate::packed::dictionary::Dictionary;

/// A table, and how its entries are counted among those of all tables.
#[derive(Debug)]
pub(super) struct Layer {
    bytes: Cow<'static, [u8]>,
    sections: [Range<usize>; SECTIONS],
    /// Every sense of every name, in the order of the keys.
    senses: Vec<Sense>,
    /// Keys whose senses another layer changed, sorted by key.
    changed: BTreeMap<usize, Vec<Sense>>,
    actors: Entries<Actor>,
    places: Entries<Place>,
}

/// Entries of one kind, decoded once at most.
#[derive(Debug)]
struct Entries<T> {
    first: u32,
    decoded: Vec<OnceLock<Box<T>>>,
}

impl<T> Entries<T> {
    fn new(first: u32, count: usize) -> Self {
        Self { first, decoded: std::iter::repeat_with(OnceLock::new).take(count).collect() }
    }

    fn ids(&self) -> Range<u32> {
        self.first..self.first + clip(self.decoded.len())
    }
}

impl Layer {
    /// The table in these bytes, its entries counted from these numbers on.
    pub(super) fn new(bytes: Cow<'static, [u8]>, actors: u32, places: u32) -> Self {
        let sections: [Range<usize>; SECTIONS] = std::array::from_fn(|n| section(&bytes, n, SECTIONS));
        let numbers =
            |s: Section| bytes.get(sections[s as usize].clone()).unwrap_or_default().chunks_exact(4);
        let senses = numbers(Section::Senses)
            .map(|four| Sense::from_number(number(four, 0), actors, places))
            .collect();
        let (own_actors, own_places) = (numbers(Section::ActorEnds).len(), numbers(Section::PlaceEnds).len());
        Self {
            senses,
            changed: BTreeMap::new(),
            actors: Entries::new(actors, own_actors),
            places: Entries::new(places, own_places),
            sections,
            bytes,
        }
    }

    fn section(&self, section: Section) -> &[u8] {
        self.bytes.get(self.sections[section as usize].clone()).unwrap_or_default()
    }

    /// The words of names.
    pub(super) fn words(&self) -> Dictionary<'_> {
        Dictionary(self.section(Section::Words))
    }

    /// The words that a name may begin with in small letters.
    pub(super) fn small_words(&self) -> Dictionary<'_> {
        Dictionary(self.section(Section::Small))
    }

    /// The names, word by word.
    pub(super) fn trie(&self) -> Trie<'_> {
        Trie { nodes: self.section(Section::Nodes), slots: self.section(Section::Branches) }
    }

    /// What a key asks of its words, two bits each.
    pub(super) fn needs(&self, key: usize) -> u32 {
        number(self.section(Section::Keys), 2 * key)
    }

    /// What a key stands for.
    pub(super) fn senses(&self, key: usize) -> &[Sense] {
        if !self.changed.is_empty()
            && let Some(changed) = self.changed.get(&key)
        {
            return changed;
        }
        let at = |key: usize| number(self.section(Section::Keys), 2 * key + 1) as usize;
        self.senses.get(at(key)..at(key + 1)).unwrap_or_default()
    }

    /// Gives a key other senses.
    pub(super) fn change(&mut self, key: usize, senses: Vec<Sense>) {
        self.changed.insert(key, senses);
    }

    /// The numbers of its actors.
    pub(super) fn actor_ids(&self) -> Range<u32> {
        self.actors.ids()
    }

    /// The numbers of its places.
    pub(super) fn place_ids(&self) -> Range<u32> {
        self.places.ids()
    }

    /// An actor of this layer.
    pub(super) fn actor(&self, id: ActorId) -> &Actor {
        let n = (id.0 - self.actors.first) as usize;
        self.actors.decoded[n]
            .get_or_init(|| Box::new(record::read_actor(self.record(Section::ActorEnds, Section::Actors, n))))
    }

    /// A place of this layer.
    pub(super) fn place(&self, id: PlaceId) -> &Place {
        let n = (id.0 - self.places.first) as usize;
        self.places.decoded[n]
            .get_or_init(|| Box::new(record::read_place(self.record(Section::PlaceEnds, Section::Places, n))))
    }

    fn record(&self, ends: Section, records: Section, n: usize) -> &[u8] {
        let end = |n: usize| number(self.section(ends), n) as usize;
        let start = if n == 0 { 0 } else { end(n - 1) };
        self.section(records).get(start..end(n)).unwrap_or_default()
    }

    /// Codes of actors, in their order.
    pub(super) fn actor_codes(&self) -> Dictionary<'_> {
        Dictionary(self.section(Section::ActorCodes))
    }

    /// Codes of places, in their order.
    pub(super) fn place_codes(&self) -> Dictionary<'_> {
        Dictionary(self.section(Section::PlaceCodes))
    }

    /// The actor with this code.
    pub(super) fn actor_by_code(&self, code: &str) -> Option<ActorId> {
        self.actor_codes().find(code).map(|n| ActorId(self.actors.first + n))
    }

    /// The place with this code.
    pub(super) fn place_by_code(&self, code: &str) -> Option<PlaceId> {
        self.place_codes().find(code).map(|n| PlaceId(self.places.first + n))
    }

    /// Whoever held an office at any time.
    pub(super) fn holders(&self, office: &str) -> impl Iterator<Item = ActorId> + '_ {
        let found = Dictionary(self.section(Section::Offices)).find(office);
        let end = |n: usize| number(self.section(Section::HolderEnds), n) as usize;
        let range = found.map_or(0..0, |n| match n as usize {
            0 => 0..end(0),
            n => end(n - 1)..end(n),
        });
        range.map(|at| ActorId(self.actors.first + number(self.section(Section::Holders), at)))
    }
}
