//! A person's own table over the built-in one: what its entries replace goes, and names of both mean both.

use super::layer::Layer;
use super::tables::trie::Likeness;
use super::tables::{fold, surnames};
use super::{ActorId, PlaceId, Replaced, Sense};

const EVERY: [Likeness; 3] = [Likeness::Exact, Likeness::Near, Likeness::Loose];

/// Every name of the entries that are replaced.
pub(super) fn names_of(layer: &Layer, replaced: &Replaced) -> Vec<String> {
    let actors = replaced.actors.iter().flat_map(|id| surnames::names_of(layer.actor(ActorId(*id))));
    let places = replaced.places.iter().flat_map(|id| layer.place(PlaceId(*id)).names());
    actors.map(|(name, _)| name.into_owned()).chain(places.map(str::to_owned)).collect()
}

/// Takes the senses of replaced entries from these names.
pub(super) fn take_away(layer: &mut Layer, names: &[String], replaced: &Replaced) {
    for name in names {
        for likeness in EVERY {
            for key in keys(layer, likeness, name) {
                let left: Vec<Sense> =
                    layer.senses(key).iter().copied().filter(|s| !replaced.has(*s)).collect();
                layer.change(key, left);
            }
        }
    }
}

/// Adds to the senses of these names, which `own` has, those that the built-in table gives them, behind its own.
pub(super) fn lend(own: &mut Layer, built_in: &Layer, names: &[String]) {
    for name in names {
        for likeness in EVERY {
            for key in keys(own, likeness, name) {
                let needs = own.needs(key);
                let there = keys(built_in, likeness, name).find(|k| built_in.needs(*k) == needs);
                let mut all = own.senses(key).to_vec();
                let more = there.map_or(&[][..], |k| built_in.senses(k));
                all.extend(more.iter().filter(|s| !own.senses(key).contains(s)));
                own.change(key, all);
            }
        }
    }
}

/// The keys of a name as an entry writes it.
fn keys(layer: &Layer, likeness: Likeness, name: &str) -> std::ops::Range<usize> {
    let words = fold::words(name);
    let words: Vec<String> = fold::kept(&words).map(|w| w.text.clone()).collect();
    layer.keys_of(likeness, words.iter().map(String::as_str))
}
