//! The lexicon of events: which words, with what beside them, are an event of which type.
//!
//! The frames live in `data/frames/`, one RON file a type; `pattern.rs` explains their language. Which of a word's
//! frames holds in a sentence is decided by how many of its demands are met, never by their order here.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::diagnostic::{Diagnostic, nearest};
use crate::error::{Error, Result, from_ron};
use crate::event::entries::FrameEntry;
use crate::event::pattern::{self, Pattern};
use crate::event::table::{self, Table};
use crate::event::types::{EventType, Mode};
use crate::span::Span;

pub use crate::event::entries::Complement;
pub use crate::event::pattern::{Element, Filler, Form, Kind, Part, Role, Trigger, What, WordClass};
pub use crate::event::table::Sense;
pub use crate::syntax::Inflection;

/// One way of saying that an event happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// "sanction/impose": file and name, stable, shown by `explain`.
    pub id: String,
    /// The words that call it up.
    pub trigger: Trigger,
    /// What a verb's subject is, and what it must name.
    pub subject: (Role, What),
    /// What a noun's owner is.
    pub possessor: Role,
    /// What must or may stand beside the trigger.
    pub elements: Vec<Element>,
    /// The type of the event.
    pub event: EventType,
    /// PLOVER mode.
    pub mode: Option<Mode>,
    /// What an infinitive or that-clause under this verb comes to.
    pub complement: Option<Complement>,
    /// A state of affairs that goes on until something says that it ended: a war, a siege, an inquiry.
    pub lasts: bool,
    /// A sense that is no event ("strike a tone", "an opinion poll"): where it fits best, nothing is told. It stands
    /// beside the frames it guards, and its hits are sentences without an event of their type.
    pub idle: bool,
    /// Sentences in which it holds.
    pub hits: Vec<String>,
    /// Sentences with a word of its own in which no event of its type should be found.
    pub misses: Vec<String>,
}

/// All frames, and which word calls up which.
#[derive(Debug, Clone)]
pub struct Frames {
    /// Which word calls up which frame; the built-in ones' frames are in it too.
    table: Cow<'static, [u8]>,
    /// The frames; a built-in one is read when a word first calls it up.
    all: Vec<OnceLock<Box<Frame>>>,
    /// The senses of all words, each word's together.
    senses: Vec<Sense>,
}

/// The frames that `build.rs` read from `data/frames`, without their examples.
static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/frames.bin"));

impl Frames {
    /// The lexicon that comes with the program; its frames have no examples, which only the tests read.
    pub fn built_in() -> &'static Self {
        static FRAMES: OnceLock<Frames> = OnceLock::new();
        FRAMES.get_or_init(|| {
            let table = Table(BUILT_IN);
            Self {
                all: std::iter::repeat_with(OnceLock::new).take(table.len()).collect(),
                senses: table.senses().collect(),
                table: Cow::Borrowed(BUILT_IN),
            }
        })
    }

    /// Reads one frames file; `origin` is its name in faults.
    pub fn parse(origin: &str, text: &str) -> Result<Self> {
        Ok(Self::of(read(origin, text)?))
    }

    /// The built-in frames with a person's own; a frame whose id is there replaces it.
    #[must_use]
    pub fn with(own: &Self) -> Self {
        let replaced = |frame: &&Frame| own.all().any(|o| o.id == frame.id);
        let kept: Vec<Frame> = Self::built_in().all().filter(|f| !replaced(f)).cloned().collect();
        Self::of(kept.into_iter().chain(own.all().cloned()).collect())
    }

    fn of(frames: Vec<Frame>) -> Self {
        let table = table::lay_out_frames(frames.iter().map(|f| &f.trigger), std::iter::empty());
        Self {
            senses: Table(&table).senses().collect(),
            table: Cow::Owned(table),
            all: frames.into_iter().map(|frame| OnceLock::from(Box::new(frame))).collect(),
        }
    }

    /// Every frame.
    pub fn all(&self) -> impl Iterator<Item = &Frame> {
        (0..self.all.len()).map(|index| self.frame(index))
    }

    /// The frame of this number, counted as [`Frames::all`] goes through them.
    ///
    /// # Panics
    /// Where there is none.
    pub fn frame(&self, index: usize) -> &Frame {
        self.all[index].get_or_init(|| {
            let (entry, pattern) = Table(&self.table).frame(index);
            Box::new(frame(entry, pattern))
        })
    }

    /// The frames that a word calls up, by their numbers, and what form of their trigger it is.
    pub fn senses(&self, lower_word: &str) -> &[Sense] {
        self.senses.get(Table(&self.table).senses_of(lower_word)).unwrap_or_default()
    }

    /// The senses of a noun as written: "anti-war" and "cease-fire" may be listed without their hyphens, and a compound
    /// that is not listed is what its last part is ("prisoner-exchange").
    pub(super) fn senses_of_noun(&self, lower_word: &str) -> &[Sense] {
        let whole = self.senses_of_verb(lower_word);
        let last = || lower_word.rsplit_once('-').map(|(_, last)| self.senses(last));
        if whole.is_empty() { last().unwrap_or_default() } else { whole }
    }

    /// The senses of a verb as written: "re-opened" may be listed without its hyphen.
    pub(super) fn senses_of_verb(&self, lower_word: &str) -> &[Sense] {
        let whole = self.senses(lower_word);
        if whole.is_empty() && lower_word.contains('-') {
            self.senses(&lower_word.replace('-', ""))
        } else {
            whole
        }
    }
}

fn read(origin: &str, text: &str) -> Result<Vec<Frame>> {
    let fault = |diagnostic| Error::at(origin, text, diagnostic);
    let entries: Vec<FrameEntry> = from_ron(origin, text)?;
    let mut frames: Vec<Frame> = Vec::with_capacity(entries.len());
    // Entries stand in the file as they come, so each is looked for behind the one before.
    let mut from = 0;
    for entry in entries {
        let id = quoted(text, from, &entry.id);
        let at = quoted(text, id.range().end, &entry.pattern);
        from = at.range().end;
        if frames.iter().any(|f| f.id == entry.id) {
            return Err(fault(Diagnostic::new(
                "duplicate-frame",
                format!("a second frame `{}`", entry.id),
                id,
            )));
        }
        let read = pattern::parse(&entry.pattern).map_err(|f| fault(diagnostic(f).shifted(at.start)))?;
        frames.push(frame(entry, read));
    }
    Ok(frames)
}

/// Why a text is no pattern, as a person is told.
fn diagnostic(fault: pattern::Fault) -> Diagnostic {
    let told = Diagnostic::new(fault.code, fault.message, Span::of(fault.at));
    match fault.misnamed {
        Some(name) => match nearest(&name.typed, name.known) {
            Some(near) => told.help(format!("did you mean `{near}`?")),
            None => told,
        },
        None => told.help(
            "a pattern is `verb|verb $role [noun|noun] preposition $role (optional)` or `the noun ...`",
        ),
    }
}

/// An entry with its pattern read.
fn frame(entry: FrameEntry, read: Pattern) -> Frame {
    Frame {
        id: entry.id,
        trigger: read.trigger,
        subject: read.subject,
        possessor: read.possessor,
        elements: read.elements,
        event: entry.event,
        mode: entry.mode.map(|mode| Mode(mode.into())),
        complement: entry.complement,
        lasts: entry.lasts,
        idle: entry.idle,
        hits: entry.hits,
        misses: entry.misses,
    }
}

/// Where a string literal stands, without its quotes; RON hands over values without their places.
fn quoted(text: &str, from: usize, value: &str) -> Span {
    let found = text.get(from..).and_then(|rest| rest.find(&format!("\"{value}\"")));
    let start = found.map_or(from, |at| from + at + 1);
    Span::of(start..found.map_or(from, |_| start + value.len()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Complement, Frames, Inflection, diagnostic};
    use crate::event::pattern::parse;
    use crate::event::types::EventType;

    /// The files of `data/frames` in the order in which they were compiled, by the names of their types: a type has
    /// a file, or a folder of files.
    fn files() -> Vec<(String, Frames)> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data/frames");
        let mut files = Vec::new();
        for path in sorted(&folder) {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let parts = if path.is_dir() { sorted(&path) } else { vec![path] };
            for part in parts {
                let text = std::fs::read_to_string(&part).unwrap();
                let frames = Frames::parse(&part.display().to_string(), &text);
                files.push((name.clone(), frames.unwrap_or_else(|fault| panic!("{fault}"))));
            }
        }
        files
    }

    fn sorted(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
        let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        paths.sort();
        paths
    }

    /// What was compiled is what the files say, but for the examples.
    #[test]
    fn the_built_in_frames_are_those_of_the_files() {
        let mut frames: Vec<_> =
            files().iter().flat_map(|(_, f)| f.all().cloned().collect::<Vec<_>>()).collect();
        for frame in &mut frames {
            frame.hits.clear();
            frame.misses.clear();
        }
        assert!(Frames::built_in().all().eq(&frames));
    }

    #[test]
    fn every_type_has_its_file() {
        let files = files();
        for (name, frames) in &files {
            for frame in frames.all() {
                assert_eq!(Some(frame.event), EventType::from_name(name), "{}", frame.id);
                assert!(frame.id.starts_with(&format!("{name}/")), "{} in {name}", frame.id);
            }
        }
        let types: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(types.len(), EventType::ALL.len());
    }

    #[test]
    fn ids_are_unique() {
        let ids: BTreeSet<&str> = Frames::built_in().all().map(|f| f.id.as_str()).collect();
        assert_eq!(ids.len(), Frames::built_in().all().count());
    }

    /// Whether a sentence has a word that calls up this frame.
    fn names(frames: &Frames, index: usize, sentence: &str) -> bool {
        let lower = sentence.to_lowercase();
        let whole = lower.split(|c: char| !c.is_alphanumeric() && c != '-');
        let parts = lower.split(|c: char| !c.is_alphanumeric());
        whole.chain(parts).any(|word| frames.senses(word).iter().any(|(i, _)| *i as usize == index))
    }

    #[test]
    fn every_example_has_its_trigger() {
        let frames =
            Frames::of(files().iter().flat_map(|(_, f)| f.all().cloned().collect::<Vec<_>>()).collect());
        let mut wrong = Vec::new();
        for (index, frame) in frames.all().enumerate() {
            assert!(!frame.hits.is_empty(), "{} has no hit", frame.id);
            let without = frame.hits.iter().chain(&frame.misses).filter(|s| !names(&frames, index, s));
            wrong.extend(without.map(|s| format!("{}: {s}", frame.id)));
        }
        assert!(wrong.is_empty(), "no trigger in:\n{}", wrong.join("\n"));
    }

    #[test]
    fn senses_by_inflected_form() {
        let frames = Frames::built_in();
        let of = |word: &str, inflection| {
            let senses = frames.senses(word).iter().filter(|(_, i)| *i == inflection);
            senses.map(|(i, _)| frames.frame(*i as usize).event).collect::<Vec<_>>()
        };
        assert!(of("withdrew", Inflection::Past).contains(&EventType::Retreat));
        assert!(of("toppling", Inflection::Singular).contains(&EventType::Office));
        assert!(frames.senses("the").is_empty());
    }

    #[test]
    fn optional_fields() {
        let text = r#"[(id: "agree/agree", pattern: "agree", event: Agree, mode: "x", complement: Planned, hits: ["a"])]"#;
        let frames = Frames::parse("f", text).unwrap();
        let frame = frames.frame(0);
        assert_eq!(frame.complement, Some(Complement::Planned));
        assert_eq!(frame.mode.as_ref().map(|m| m.0.as_str()), Some("x"));
    }

    #[test]
    fn a_bad_pattern_is_shown_in_its_file() {
        let text = "[\n    (\n        id: \"a/b\",\n        pattern: \"attack $recipent\",\n        event: Assault,\n        hits: [],\n    ),\n]\n";
        let fault = Frames::parse("assault.ron", text).unwrap_err().to_string();
        assert!(fault.contains("error[unknown-role]") && fault.contains("assault.ron:4:27"), "{fault}");
        let fault = Frames::parse("assault.ron", &text.replace("Assault", "Asault")).unwrap_err().to_string();
        assert!(fault.contains("did you mean `Assault`?") && fault.contains("assault.ron:5"), "{fault}");
        let twice = text
            .replace("recipent", "recipient")
            .replace("]\n", "(id: \"a/b\", pattern: \"x\", event: Other, hits: [])]");
        let fault = Frames::parse("f", &twice).unwrap_err().to_string();
        assert!(fault.contains("duplicate-frame"), "{fault}");
    }

    #[test]
    fn faults_say_where() {
        let fault = |text: &str| {
            let fault = diagnostic(parse(text).unwrap_err());
            (fault.code, fault.span.text(text).to_owned(), fault.help)
        };
        let (code, at, help) = fault("attack $recipent");
        assert_eq!(
            (code, at.as_str(), help.as_deref()),
            ("unknown-role", "recipent", Some("did you mean `recipient`?"))
        );
        assert_eq!(fault("attack $recipient:persn").0, "unknown-kind");
        assert_eq!(
            fault("fire [@weapn]"),
            ("unknown-class", "weapn".to_owned(), Some("did you mean `weapon`?".to_owned()))
        );
        assert_eq!(fault("agree <too>").0, "unknown-form");
        let (code, at, _) = fault("attack [town");
        assert_eq!(code, "bad-pattern");
        assert!(at.is_empty() || at.starts_with('['), "{at}");
        assert_eq!(fault("").0, "bad-pattern");
        assert_eq!(fault("Attack $recipient").0, "bad-pattern");
    }
}
