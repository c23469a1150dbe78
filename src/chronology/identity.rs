//! Which mention is which, whatever becomes of the articles and of the rules that read them.
//!
//! A mention's id names its article, and hashes its sentence, its word and its type; it changes when the rules learn
//! to see another type in it, or to end the sentence elsewhere. Its key hashes less: the article, the word, and a few
//! words on either side of it. An event is known by the key of one of its mentions, and answers to those of all.

use std::collections::BTreeMap;

use super::words::folded;
use super::{Chronology, Event};
use crate::event::Mention;
use crate::parallel;

/// Words on either side of the trigger that tell it from its like.
const BESIDE: usize = 4;
/// Fewest digits of a key that a person may type to mean a mention.
const LEAST: usize = 4;

/// The keys of mentions sorted by article and place: hexadecimal digits, no two alike.
pub(super) fn keys(mentions: &[Mention]) -> Vec<String> {
    let mut turns: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let words = parallel::each(mentions.len(), |m| around(&mentions[m]));
    mentions
        .iter()
        .zip(words)
        .map(|(mention, words)| {
            let turn = turns.entry((&mention.document, words.clone())).or_default();
            *turn += 1;
            let mut hasher = blake3::Hasher::new();
            hasher.update(mention.document.as_bytes()).update(&[0]).update(words.as_bytes());
            if *turn > 1 {
                hasher.update(&turn.to_le_bytes());
            }
            hasher.finalize().to_hex()[..32].to_owned()
        })
        .collect()
}

/// The trigger with a few words on either side, folded.
fn around(mention: &Mention) -> String {
    let into = mention.trigger.span.start.saturating_sub(mention.sentence.span.start) as usize;
    let text = &mention.sentence.text;
    let (before, after) = (text.get(..into), text.get(into + mention.trigger.text.len()..));
    let (before, after) = (folded(before.unwrap_or("")), folded(after.unwrap_or("")));
    let before: Vec<&str> = before.split(' ').rev().take(BESIDE).collect();
    let after: Vec<&str> = after.split(' ').filter(|w| !w.is_empty()).take(BESIDE).collect();
    let before: Vec<&str> = before.into_iter().rev().filter(|w| !w.is_empty()).collect();
    format!("{} <{}> {}", before.join(" "), folded(&mention.trigger.text), after.join(" "))
}

/// How a decision names a mention: by its id, and by its words in case the id is gone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reference {
    /// The mention's id.
    pub id: String,
    /// Its trigger and the beginning of its sentence, or all of it.
    pub words: Option<(String, String)>,
}

impl<S: Into<String>> From<S> for Reference {
    fn from(id: S) -> Self {
        Self { id: id.into(), words: None }
    }
}

/// Finds what references name.
pub(super) struct Finder<'m> {
    mentions: &'m [Mention],
    by_id: BTreeMap<&'m str, Vec<usize>>,
}

impl<'m> Finder<'m> {
    pub(super) fn new(mentions: &'m [Mention]) -> Self {
        let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, mention) in mentions.iter().enumerate() {
            by_id.entry(&mention.id).or_default().push(at);
        }
        Self { mentions, by_id }
    }

    /// The mentions of that id. Where it is gone, the one that has the same word in the same sentence, or is the only
    /// one of the sentence: of the same article first, else of any.
    pub(super) fn find(&self, wanted: &Reference) -> Vec<usize> {
        if let Some(found) = self.by_id.get(wanted.id.as_str()) {
            return found.clone();
        }
        let Some((trigger, quote)) = &wanted.words else { return Vec::new() };
        let (trigger, quote) = (folded(trigger), folded(quote));
        let article = wanted.id.rsplit_once('#').map_or("", |(article, _)| article);
        let told = |m: &Mention| {
            let sentence = folded(&m.sentence.text);
            !sentence.is_empty() && (sentence.starts_with(&quote) || quote.starts_with(&sentence))
        };
        let here = |own: bool| -> Vec<usize> {
            let all = self.mentions.iter().enumerate();
            all.filter(|(_, m)| (m.document == article) == own && told(m)).map(|(at, _)| at).collect()
        };
        for sentence in [here(true), here(false)] {
            let same: Vec<usize> = sentence
                .iter()
                .copied()
                .filter(|at| folded(&self.mentions[*at].trigger.text) == trigger)
                .collect();
            match (same.as_slice(), sentence.as_slice()) {
                ([only], _) | ([], [only]) => return vec![*only],
                _ => {}
            }
        }
        Vec::new()
    }
}

/// What a typed id stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// An event, by its own id or by the key of one of its mentions.
    Event(usize),
    /// A mention by its own id; and the event it is told of, unless a person has rejected it.
    Mention(usize, Option<usize>),
    /// Nothing.
    Nothing,
    /// The beginnings of several, which these are.
    Several(Vec<String>),
}

impl Chronology {
    /// What an id, or as much of its beginning as nothing else shares, stands for.
    ///
    /// An event answers to its id and to the key of every one of its mentions, so that an id noted down still finds
    /// it when articles have come that give it another. A mention answers to its id, or to what stands after the `#`.
    pub fn resolve(&self, id: &str) -> Found {
        if id.is_empty() {
            return Found::Nothing;
        }
        if let Some(at) = self.mentions.iter().position(|m| m.id == id) {
            return Found::Mention(at, self.event_of(at));
        }
        let begun: Vec<usize> =
            (0..self.events.len()).filter(|at| self.events[*at].id.starts_with(id)).collect();
        match begun.as_slice() {
            [only] => return Found::Event(*only),
            [] => {}
            several => {
                if let Some(exact) = several.iter().find(|at| self.events[**at].id == id) {
                    return Found::Event(*exact);
                }
                return Found::Several(several.iter().map(|at| self.events[*at].id.clone()).collect());
            }
        }
        if id.len() < LEAST {
            return Found::Nothing;
        }
        let keys = keys(&self.mentions);
        let keyed: Vec<usize> = (0..keys.len()).filter(|at| keys[*at].starts_with(id)).collect();
        let mut events: Vec<usize> = keyed.iter().filter_map(|at| self.event_of(*at)).collect();
        events.sort_unstable();
        events.dedup();
        match events.as_slice() {
            [only] => return Found::Event(*only),
            [] => {}
            several => return Found::Several(several.iter().map(|at| self.events[*at].id.clone()).collect()),
        }
        // What was an event until all that tells of it was rejected.
        if let [only] = keyed.as_slice() {
            return Found::Mention(*only, None);
        }
        let named = |m: &Mention| m.id.rsplit_once('#').is_some_and(|(_, hash)| hash.starts_with(id));
        let found: Vec<usize> = (0..self.mentions.len()).filter(|at| named(&self.mentions[*at])).collect();
        match found.as_slice() {
            [] => Found::Nothing,
            [only] => Found::Mention(*only, self.event_of(*only)),
            several => Found::Several(several.iter().map(|at| self.mentions[*at].id.clone()).collect()),
        }
    }

    /// The event that a mention is told of.
    pub fn event_of(&self, mention: usize) -> Option<usize> {
        self.events.iter().position(|e| e.mentions.binary_search(&mention).is_ok())
    }

    /// How a decision should name a mention.
    pub fn reference(&self, mention: usize) -> Option<Reference> {
        let mention = self.mentions.get(mention)?;
        let words = (mention.trigger.text.to_string(), beginning(&mention.sentence.text).to_owned());
        Some(Reference { id: mention.id.clone(), words: Some(words).filter(|w| !w.0.is_empty()) })
    }

    /// The mention that stands for an event: its first report.
    pub fn head(&self, event: &Event) -> Option<usize> {
        let day = |m: &usize| {
            self.mentions.get(*m).and_then(|m| self.article_of(m)).map(|a| (a.batch, a.published))
        };
        event.mentions.iter().copied().min_by_key(|m| (day(m), *m))
    }
}

/// Enough of a sentence to know it by.
fn beginning(sentence: &str) -> &str {
    const ENOUGH: usize = 80;
    match sentence.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at).find(|at| *at >= ENOUGH) {
        Some(end) => &sentence[..end],
        None => sentence,
    }
}
