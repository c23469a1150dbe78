//! Frames and classes of nouns as their files have them. `build.rs` includes this file: it reads the RON.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::event::types::EventType;
use crate::packed::bytes::{Reader, Writer};

/// An entry of a frames file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrameEntry {
    pub(crate) id: String,
    pub(crate) pattern: String,
    pub(crate) event: EventType,
    #[serde(default)]
    pub(crate) mode: Option<String>,
    #[serde(default)]
    pub(crate) complement: Option<Complement>,
    #[serde(default)]
    pub(crate) lasts: bool,
    #[serde(default)]
    pub(crate) idle: bool,
    pub(crate) hits: Vec<String>,
    #[serde(default)]
    pub(crate) misses: Vec<String>,
}

/// The status of what a verb governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Complement {
    /// "agreed to withdraw"
    Planned,
    /// "refused to withdraw"
    Negated,
    /// "threatened to withdraw"
    Hypothetical,
    /// "claimed that it withdrew"
    Claimed,
}

impl Complement {
    /// Every status.
    pub(crate) const ALL: [Self; 4] = [Self::Planned, Self::Negated, Self::Hypothetical, Self::Claimed];
}

/// Classes of nouns, each behind its name.
#[allow(dead_code, reason = "only build.rs packs")]
pub(crate) fn pack_classes(classes: &BTreeMap<String, Vec<String>>) -> Vec<u8> {
    let mut w = Writer::default();
    w.count(classes.len());
    for (name, nouns) in classes {
        w.string(name);
        w.strings(nouns);
    }
    w.bytes
}

/// The classes that [`pack_classes`] wrote.
pub(crate) fn unpack_classes(bytes: &[u8]) -> BTreeMap<String, Vec<String>> {
    let mut r = Reader(bytes);
    (0..r.count()).map(|_| (r.string().to_owned(), r.strings())).collect()
}
