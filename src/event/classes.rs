//! Classes of nouns that the patterns of frames name: `@weapon`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::event::entries;

/// The classes that `build.rs` read from `data/lexicon/classes.ron`.
static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/classes.bin"));

fn lists() -> &'static BTreeMap<String, Vec<String>> {
    static LISTS: OnceLock<BTreeMap<String, Vec<String>>> = OnceLock::new();
    LISTS.get_or_init(|| entries::unpack_classes(BUILT_IN))
}

/// The nouns of a class, singular, in lower case and in the order of the alphabet.
pub(super) fn nouns(name: &str) -> Option<&'static [String]> {
    lists().get(name).map(Vec::as_slice)
}

/// Whether a noun, singular and in lower case, is of a class.
pub(super) fn has(class: &str, noun: &str) -> bool {
    nouns(class).is_some_and(|all| holds(all, noun))
}

/// Whether a noun is one of these, which stand in the order of the alphabet.
pub(super) fn holds(class: &[String], noun: &str) -> bool {
    class.binary_search_by(|n| n.as_str().cmp(noun)).is_ok()
}

/// The names of all classes.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    lists().keys().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{has, lists, names, nouns};

    #[test]
    fn every_class_has_nouns_once_each() {
        assert!(nouns("weapon").is_some_and(|n| n.iter().any(|n| n == "missile")));
        assert_eq!(nouns("nonsense"), None);
        assert!(has("weapon", "missile") && !has("weapon", "minister") && !has("nonsense", "missile"));
        assert!(names().count() > 5);
        for (name, nouns) in lists() {
            let once: BTreeSet<&String> = nouns.iter().collect();
            assert_eq!(once.len(), nouns.len(), "{name}");
            assert!(nouns.iter().all(|n| n.chars().all(|c| c.is_lowercase() || c == '-')), "{name}");
        }
    }
}
