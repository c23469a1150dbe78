//! What belongs to what, asked once a pair of codes: the same few hold most of the news.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::gazetteer::Gazetteer;

/// Answers of the gazetteer, remembered by the hashes of the codes.
pub(super) struct Ties<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    acting: Memory,
    lying: Memory,
}

type Memory = RefCell<HashMap<(u64, u64), bool>>;

impl<'g> Ties<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer) -> Self {
        Self { gazetteer, acting: Memory::default(), lying: Memory::default() }
    }

    /// Whether one belongs to or acts for the other, by their codes and the hashes of those.
    pub(super) fn acts_for(&self, inner: (u64, &str), outer: (u64, &str)) -> bool {
        recall(&self.acting, inner.0, outer.0, || self.gazetteer.acts_for(inner.1, outer.1))
    }

    /// Whether one place lies in the other, by their codes and the hashes of those.
    pub(super) fn lies_in(&self, inner: (u64, &str), outer: (u64, &str)) -> bool {
        recall(&self.lying, inner.0, outer.0, || self.gazetteer.lies_in(inner.1, outer.1))
    }
}

fn recall(memory: &Memory, inner: u64, outer: u64, ask: impl FnOnce() -> bool) -> bool {
    *memory.borrow_mut().entry((inner, outer)).or_insert_with(ask)
}
