//! Names word by word: a tree whose branches are found by hashing, read where it lies.

use std::collections::HashMap;

use crate::packed::bytes::{clip, number, numbers};
use crate::packed::dictionary::slots_for;

/// How closely a name must be written as in its entry. Each has a tree of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// The folded words.
    Exact,
    /// One word, in [`spelling::near`](super::spelling::near).
    Near,
    /// Several words, each in [`spelling::loose`](super::spelling::loose).
    Loose,
}

impl Likeness {
    /// The root of its tree.
    pub(crate) const fn root(self) -> u32 {
        self as u32
    }
}

/// How many roots there are.
const ROOTS: u32 = 3;

/// Numbers a node has: its parent, its word, the first of its keys.
const NODE: usize = 3;

/// A tree that grows.
#[derive(Debug)]
pub(crate) struct Growing {
    /// Parent and word of each node.
    nodes: Vec<(u32, u32)>,
    children: HashMap<(u32, u32), u32>,
}

impl Growing {
    pub(crate) fn new() -> Self {
        Self { nodes: vec![(u32::MAX, 0); ROOTS as usize], children: HashMap::new() }
    }

    /// The node that `words`, by their numbers, lead to.
    pub(crate) fn node(&mut self, root: Likeness, words: impl Iterator<Item = u32>) -> u32 {
        words.fold(root.root(), |parent, word| {
            *self.children.entry((parent, word)).or_insert_with(|| {
                self.nodes.push((parent, word));
                clip(self.nodes.len() - 1)
            })
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The nodes and the slots of the hash table over them; `keys` are the first key of each node, and one more.
    pub(crate) fn lay_out(&self, keys: &[u32]) -> [Vec<u8>; 2] {
        let size = slots_for(self.nodes.len());
        let mut slots = vec![0; size];
        for (n, (parent, word)) in self.nodes.iter().enumerate().skip(ROOTS as usize) {
            let mut slot = branch(*parent, *word) & (size - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = clip(n);
        }
        let rows = self.nodes.iter().zip(keys).flat_map(|((parent, word), key)| [*parent, *word, *key]);
        let end = [u32::MAX, 0, keys.last().copied().unwrap_or_default()];
        [numbers(rows.chain(end)), numbers(slots)]
    }
}

/// Where a branch is looked for: odd constants of the golden ratio spread neighbours.
const fn branch(parent: u32, word: u32) -> usize {
    let mixed = parent.wrapping_mul(0x9e37_79b1) ^ word.wrapping_mul(0x85eb_ca6b);
    (mixed ^ (mixed >> 15)) as usize
}

/// A tree that was laid out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trie<'b> {
    /// Parent, word and first key of each node, and one node more.
    pub(crate) nodes: &'b [u8],
    /// Nodes by the hash of parent and word.
    pub(crate) slots: &'b [u8],
}

impl Trie<'_> {
    /// The node that a word leads to from another.
    pub(crate) fn child(self, parent: u32, word: u32) -> Option<u32> {
        let size = self.slots.len() / 4;
        if size == 0 {
            return None;
        }
        let mut slot = branch(parent, word) & (size - 1);
        loop {
            // The first nodes are roots, and nobody's children: nought is an empty slot.
            let node = Some(number(self.slots, slot)).filter(|n| *n != 0)?;
            let at = NODE * node as usize;
            if (number(self.nodes, at), number(self.nodes, at + 1)) == (parent, word) {
                return Some(node);
            }
            slot = (slot + 1) & (size - 1);
        }
    }

    /// The keys that end at a node, as positions in the list of keys.
    pub(crate) fn keys(self, node: u32) -> std::ops::Range<usize> {
        let at = NODE * node as usize + 2;
        number(self.nodes, at) as usize..number(self.nodes, at + NODE) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_are_found_and_no_others() {
        let mut growing = Growing::new();
        let leaf = growing.node(Likeness::Exact, [5, 6, 7].into_iter());
        let twig = growing.node(Likeness::Exact, [5, 6].into_iter());
        let other = growing.node(Likeness::Loose, [5].into_iter());
        let keys: Vec<u32> = (0..=clip(growing.len())).collect();
        let [nodes, slots] = growing.lay_out(&keys);
        let trie = Trie { nodes: &nodes, slots: &slots };
        let walk = |root: Likeness, words: &[u32]| {
            words.iter().try_fold(root.root(), |node, word| trie.child(node, *word))
        };
        assert_eq!(walk(Likeness::Exact, &[5, 6, 7]), Some(leaf));
        assert_eq!(walk(Likeness::Exact, &[5, 6]), Some(twig));
        assert_eq!(walk(Likeness::Loose, &[5]), Some(other));
        assert_eq!(walk(Likeness::Near, &[5]), None);
        assert_eq!(walk(Likeness::Exact, &[6]), None);
        assert_eq!(trie.keys(leaf), leaf as usize..leaf as usize + 1);
    }
}
