//! Frames and classes of nouns as their files have them. `build.rs` includes this file: it reads the RON and packs what
//! is needed.

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

const COMPLEMENTS: [Complement; 4] =
    [Complement::Planned, Complement::Negated, Complement::Hypothetical, Complement::Claimed];

/// Entries one behind another, without their examples.
#[allow(dead_code, reason = "only build.rs packs")]
pub(crate) fn pack(entries: &[FrameEntry]) -> Vec<u8> {
    let mut w = Writer::default();
    w.count(entries.len());
    for entry in entries {
        w.string(&entry.id);
        w.string(&entry.pattern);
        w.bytes.push(entry.event as u8);
        w.optional(entry.mode.as_deref());
        w.bytes.push(entry.complement.map_or(0, |c| c as u8 + 1));
        w.bytes.push(u8::from(entry.lasts));
        w.bytes.push(u8::from(entry.idle));
    }
    w.bytes
}

/// The entries that [`pack`] wrote.
pub(crate) fn unpack(bytes: &[u8]) -> impl Iterator<Item = FrameEntry> {
    let mut r = Reader(bytes);
    (0..r.count()).map(move |_| FrameEntry {
        id: r.string().to_owned(),
        pattern: r.string().to_owned(),
        event: EventType::ALL.get(usize::from(r.byte())).copied().unwrap_or(EventType::Other),
        mode: r.optional(),
        complement: usize::from(r.byte()).checked_sub(1).and_then(|c| COMPLEMENTS.get(c).copied()),
        lasts: r.byte() == 1,
        idle: r.byte() == 1,
        hits: Vec::new(),
        misses: Vec::new(),
    })
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
