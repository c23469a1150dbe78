//! Frames as one table: which word calls up which, and each frame, read where it lies when it is called up.
//!
//! `build.rs` includes this file: it writes what the program reads.

use std::collections::BTreeMap;

use crate::event::entries::{Complement, FrameEntry};
use crate::event::pattern::{
    Element, FORMS, Filler, KINDS, Kind, Part, Pattern, ROLES, Role, Trigger, What, WordClass,
};
use crate::event::types::EventType;
use crate::packed::bytes::{Reader, Writer, clip, join, number, numbers, section};
use crate::packed::dictionary::{Dictionary, lay_out};
use crate::syntax::inflect::{Inflection, noun_forms, verb_forms};

/// How many sections there are: words, where the senses of each end, senses, where frames end, frames.
const SECTIONS: usize = 5;

/// A sense of a word: a frame by its number, and what form of the frame's trigger the word is.
pub type Sense = (u32, Inflection);

/// Lays out the words that call up frames, and frames, which may be left out.
pub(crate) fn lay_out_frames<'t>(
    triggers: impl Iterator<Item = &'t Trigger>,
    frames: impl Iterator<Item = Vec<u8>>,
) -> Vec<u8> {
    let mut words: BTreeMap<String, Vec<Sense>> = BTreeMap::new();
    for (index, trigger) in triggers.enumerate() {
        for (form, inflection) in trigger.lemmas.iter().flat_map(|lemma| forms(trigger.class, lemma)) {
            let (senses, sense) = (words.entry(form).or_default(), (clip(index), inflection));
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        }
    }
    let ends = |lengths: &mut dyn Iterator<Item = usize>| {
        numbers(lengths.scan(0, |end, length| {
            *end += length;
            Some(clip(*end))
        }))
    };
    let frames: Vec<Vec<u8>> = frames.collect();
    join(&[
        lay_out(words.keys().map(String::as_str)),
        ends(&mut words.values().map(Vec::len)),
        numbers(words.values().flatten().map(|(frame, inflection)| frame << 3 | *inflection as u32)),
        ends(&mut frames.iter().map(Vec::len)),
        frames.concat(),
    ])
}

/// Every form of a word of this class.
fn forms(class: WordClass, lemma: &str) -> Vec<(String, Inflection)> {
    match class {
        WordClass::Noun => noun_forms(lemma),
        WordClass::Verb => verb_forms(lemma),
        WordClass::Adjective => vec![(lemma.to_owned(), Inflection::Base)],
    }
}

/// What [`lay_out_frames`] made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table<'b>(
    /// Its bytes.
    pub(crate) &'b [u8],
);

impl<'b> Table<'b> {
    fn section(self, index: usize) -> &'b [u8] {
        self.0.get(section(self.0, index, SECTIONS)).unwrap_or_default()
    }

    /// The senses of a word in lower case, as places in [`Table::senses`].
    pub(crate) fn senses_of(self, word: &str) -> std::ops::Range<usize> {
        let Some(at) = Dictionary(self.section(0)).find(word) else { return 0..0 };
        stretch(self.section(1), at as usize)
    }

    /// The senses of all words.
    pub(crate) fn senses(self) -> impl Iterator<Item = Sense> {
        self.section(2).chunks_exact(4).map(|four| {
            let both = number(four, 0);
            (both >> 3, Inflection::ALL.get(both as usize & 7).copied().unwrap_or(Inflection::Base))
        })
    }

    /// How many frames there are in it.
    pub(crate) fn len(self) -> usize {
        self.section(3).len() / 4
    }

    /// A frame, without its examples.
    pub(crate) fn frame(self, index: usize) -> (FrameEntry, Pattern) {
        let frame = stretch(self.section(3), index);
        read(&mut Reader(self.section(4).get(frame).unwrap_or_default()))
    }
}

/// From the end before to this one.
fn stretch(ends: &[u8], at: usize) -> std::ops::Range<usize> {
    let start = if at == 0 { 0 } else { number(ends, at - 1) as usize };
    start..number(ends, at) as usize
}

const CLASSES: [WordClass; 3] = [WordClass::Verb, WordClass::Noun, WordClass::Adjective];

/// The place of a value in the list that has its name in patterns: whatever can be written can be laid out.
fn place<T: PartialEq>(all: &[(&str, T)], value: &T) -> u8 {
    all.iter().position(|(_, one)| one == value).and_then(|at| u8::try_from(at).ok()).unwrap_or(NONE)
}

/// The value at the place that the next byte says.
fn placed<T: Copy>(all: &[(&str, T)], r: &mut Reader<'_>) -> Option<T> {
    all.get(usize::from(r.byte())).map(|(_, value)| *value)
}

/// The byte for a value that has no name: no role, any kind.
const NONE: u8 = u8::MAX - 1;

/// The byte that stands for a list of words where else a kind stands.
const HEADS: u8 = u8::MAX;

/// A frame as it is laid out.
#[allow(dead_code, reason = "only build.rs packs")]
pub(crate) fn pack(entry: &FrameEntry, pattern: &Pattern) -> Vec<u8> {
    let mut w = Writer::default();
    w.string(&entry.id);
    w.bytes.push(entry.event as u8);
    w.optional(entry.mode.as_deref());
    w.bytes.push(entry.complement.map_or(0, |c| c as u8 + 1));
    w.bytes.push(u8::from(entry.lasts));
    w.bytes.push(u8::from(entry.idle));
    w.bytes.push(pattern.trigger.class as u8);
    w.strings(&pattern.trigger.lemmas);
    w.bytes.push(place(ROLES, &pattern.subject.0));
    write_what(&mut w, &pattern.subject.1);
    w.bytes.push(place(ROLES, &pattern.possessor));
    w.count(pattern.elements.len());
    for element in &pattern.elements {
        w.bytes.push(u8::from(element.optional));
        write_part(&mut w, &element.part);
    }
    w.bytes
}

fn write_part(w: &mut Writer, part: &Part) {
    match part {
        Part::Particle(words) => {
            w.bytes.push(0);
            w.strings(words);
        }
        Part::Object(filler) => {
            w.bytes.push(1);
            write_filler(w, filler);
        }
        Part::Preposition(words, filler) => {
            w.bytes.push(2);
            w.strings(words);
            write_filler(w, filler);
        }
        Part::Modifier(words) => {
            w.bytes.push(3);
            w.strings(words);
        }
        Part::Clause(forms) => {
            w.bytes.push(4);
            w.count(forms.len());
            w.bytes.extend(forms.iter().map(|form| place(FORMS, form)));
        }
    }
}

fn write_filler(w: &mut Writer, filler: &Filler) {
    w.bytes.push(filler.role.map_or(NONE, |role| place(ROLES, &role)));
    write_what(w, &filler.what);
}

fn write_what(w: &mut Writer, what: &What) {
    match what {
        What::Kind(kind) => w.bytes.push(place(KINDS, kind)),
        What::Heads(heads) => {
            w.bytes.push(HEADS);
            w.strings(heads);
        }
    }
}

fn read(r: &mut Reader<'_>) -> (FrameEntry, Pattern) {
    let entry = FrameEntry {
        id: r.string().to_owned(),
        pattern: String::new(),
        event: EventType::ALL.get(usize::from(r.byte())).copied().unwrap_or(EventType::Other),
        mode: r.optional(),
        complement: usize::from(r.byte()).checked_sub(1).and_then(|c| Complement::ALL.get(c).copied()),
        lasts: r.byte() == 1,
        idle: r.byte() == 1,
        hits: Vec::new(),
        misses: Vec::new(),
    };
    let trigger = Trigger {
        class: CLASSES.get(usize::from(r.byte())).copied().unwrap_or(WordClass::Verb),
        lemmas: r.strings(),
    };
    let role = |r: &mut Reader<'_>| placed(ROLES, r).unwrap_or(Role::Actor);
    let subject = (role(r), read_what(r));
    let possessor = role(r);
    let element = |r: &mut Reader<'_>| {
        let optional = r.byte() == 1;
        Element { part: read_part(r), optional }
    };
    let elements = (0..r.count()).map(|_| element(r)).collect();
    (entry, Pattern { trigger, subject, possessor, elements })
}

fn read_part(r: &mut Reader<'_>) -> Part {
    match r.byte() {
        0 => Part::Particle(r.strings()),
        1 => Part::Object(read_filler(r)),
        2 => Part::Preposition(r.strings(), read_filler(r)),
        3 => Part::Modifier(r.strings()),
        _ => Part::Clause((0..r.count()).filter_map(|_| placed(FORMS, r)).collect()),
    }
}

fn read_filler(r: &mut Reader<'_>) -> Filler {
    let role = placed(ROLES, r);
    Filler { role, what: read_what(r) }
}

fn read_what(r: &mut Reader<'_>) -> What {
    if r.0.first() == Some(&HEADS) {
        r.byte();
        return What::Heads(r.strings());
    }
    What::Kind(placed(KINDS, r).unwrap_or(Kind::Any))
}
