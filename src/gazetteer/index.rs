//! One sorted table over every name of every entry, looked up word by word.

use std::cmp::Reverse;
use std::ops::Range;

use crate::text::{Case, Tokens};

use super::names::{self, Need, Word};
use super::{ActorId, ActorKind, Gazetteer, NameKind, NameMatch, PlaceKind, Sense};

/// Names sorted by their folded words; the words of one name are joined by a space, which sorts first.
#[derive(Debug, Default)]
pub(super) struct Index {
    keys: Vec<Key>,
    folded: String,
    senses: Vec<Sense>,
    /// First words of names that may begin in lower case ("bin Salman"), sorted.
    lower: Vec<Box<str>>,
}

#[derive(Debug)]
struct Key {
    folded: Range<u32>,
    /// Two bits a word, the first word lowest.
    needs: u64,
    senses: Range<u32>,
}

/// A name before it is sorted in.
pub(super) struct Entry {
    folded: String,
    needs: u64,
    rank: Rank,
    sense: Sense,
}

/// Kind of sense, then population, then the order of the data files.
type Rank = (u8, Reverse<u32>, u32);

/// Longer names are cut here: no entry reaches it, and two bits a word fit.
const MOST_WORDS: usize = 16;

impl Entry {
    /// The name in words, as it is sorted in; none for a name without words.
    pub(super) fn new(words: &[Word], rank: Rank, sense: Sense) -> Option<Self> {
        let mut folded = String::new();
        let mut needs = 0;
        let kept = words.iter().enumerate().filter(|(i, w)| !dropped(words, *i, w));
        for (n, (_, word)) in kept.take(MOST_WORDS).enumerate() {
            if n > 0 {
                folded.push(' ');
            }
            folded.push_str(&word.text);
            // An article that is kept ("Al Jazeera") may be written "al-Jazeera" all the same.
            let need = if word.article { Need::Any } else { word.need };
            needs |= (need as u64) << (2 * n);
        }
        (!folded.is_empty()).then_some(Self { folded, needs, rank, sense })
    }
}

/// The Arabic article is left out of the key; a free-standing capital "El" or "Al" is part of a name
/// ("El Salvador", "Al Gore").
fn dropped(words: &[Word], at: usize, word: &Word) -> bool {
    let free = matches!(word.text.as_str(), "al" | "el") && word.need != Need::Any && !word.hyphen;
    word.article && !free && at + 1 < words.len()
}

/// How likely a name is to mean this, before anything is known of the article: who acts before where, a
/// country before its namesakes, what has the name before what is called so by the way.
pub(super) fn rank(gazetteer: &Gazetteer, sense: Sense) -> Rank {
    let order = match sense {
        Sense::Actor(id, _) => id.0,
        Sense::Place(id, _) => id.0,
    };
    let state = |id: ActorId| {
        let place = gazetteer.place_by_code(&gazetteer.actor(id).code);
        place.map_or(0, |p| gazetteer.place(p).population)
    };
    let (group, size) = match sense {
        Sense::Actor(id, NameKind::Name) if gazetteer.actor(id).kind == ActorKind::Person => (3, 0),
        Sense::Actor(id, NameKind::Name) => (0, state(id)),
        Sense::Place(id, _) => match gazetteer.place(id) {
            place if place.kind <= PlaceKind::Country => (1, place.population),
            // Apart from the cities, so that "Idlib province" can take them alone.
            place if place.kind == PlaceKind::Province => (5, place.population),
            place => (4, place.population),
        },
        Sense::Actor(id, NameKind::Adjective) => (2, state(id)),
        Sense::Actor(id, NameKind::Metonym) => (6, state(id)),
        Sense::Actor(id, NameKind::People) => (7, state(id)),
        Sense::Actor(_, NameKind::Surname) => (8, 0),
    };
    (group, Reverse(size), order)
}

impl Index {
    pub(super) fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|a, b| (&a.folded, a.needs, a.rank).cmp(&(&b.folded, b.needs, b.rank)));
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut index = Self::default();
        for run in entries.chunk_by(|a, b| a.folded == b.folded && a.needs == b.needs) {
            let (text, from) = (index.folded.len(), index.senses.len());
            index.folded.push_str(&run[0].folded);
            for entry in run {
                if !index.senses[from..].contains(&entry.sense) {
                    index.senses.push(entry.sense);
                }
            }
            if run[0].needs & 3 == Need::Any as u64 {
                let first = run[0].folded.split(' ').next().unwrap_or_default();
                if index.lower.last().is_none_or(|l| **l != *first) {
                    index.lower.push(first.into());
                }
            }
            index.keys.push(Key {
                folded: clip(text)..clip(index.folded.len()),
                needs: run[0].needs,
                senses: clip(from)..clip(index.senses.len()),
            });
        }
        index
    }

    fn text(&self, key: &Key) -> &str {
        &self.folded[key.folded.start as usize..key.folded.end as usize]
    }

    fn senses(&self, key: &Key) -> &[Sense] {
        &self.senses[key.senses.start as usize..key.senses.end as usize]
    }

    /// The keys of `within` that begin with these words.
    fn narrow(&self, within: Range<usize>, words: &str) -> Range<usize> {
        let keys = &self.keys[within.clone()];
        let start = keys.partition_point(|k| self.text(k) < words);
        let begins = |k: &Key| {
            self.text(k).strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let length = keys[start..].partition_point(begins);
        within.start + start..within.start + start + length
    }

    /// The longest name at the head of the tokens.
    pub(super) fn longest(&self, tokens: Tokens<'_>) -> Option<NameMatch<'_>> {
        let first = names::first_word(tokens)?;
        let may_begin = first.case != Case::Lower
            || first.article
            || self.lower.binary_search_by(|l| (**l).cmp(&first.text)).is_ok();
        if !may_begin {
            return None;
        }
        let mut search = Search { index: self, key: String::new(), cases: Vec::new(), best: None };
        search.tokens(tokens, &first, 0..self.keys.len());
        search.best
    }

    /// What a typed name may stand for, in any case.
    pub(super) fn typed(&self, words: &[Word]) -> Vec<Sense> {
        let mut found = Vec::new();
        for free in [false, true] {
            // As it stands first, then with every article left out.
            let kept = words.iter().filter(|w| !(w.article && (free || w.hyphen)));
            let key = kept.map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
            let range = self.narrow(0..self.keys.len(), &key);
            for key in self.keys[range].iter().filter(|k| self.text(k) == key) {
                for sense in self.senses(key) {
                    if !found.contains(sense) {
                        found.push(*sense);
                    }
                }
            }
        }
        found
    }
}

/// One walk through the index along the tokens.
struct Search<'i> {
    index: &'i Index,
    key: String,
    cases: Vec<Case>,
    best: Option<NameMatch<'i>>,
}

impl Search<'_> {
    /// Goes on with `word`, once as it stands and once, if it may be an article, without it.
    fn tokens(&mut self, tokens: Tokens<'_>, word: &Word, within: Range<usize>) {
        let length = self.key.len();
        if length > 0 {
            self.key.push(' ');
        }
        self.key.push_str(&word.text);
        self.cases.push(word.case);
        let narrowed = self.index.narrow(within.clone(), &self.key);
        let next = names::next_word(tokens, word.end);
        if !narrowed.is_empty() {
            self.take(narrowed.clone(), word.end);
            if let Some(next) = names::word_at(tokens, next)
                && self.cases.len() < MOST_WORDS
            {
                self.tokens(tokens, &next, narrowed);
            }
        }
        self.key.truncate(length);
        self.cases.pop();
        if word.article
            && let Some(next) = names::word_at(tokens, next)
        {
            self.tokens(tokens, &next, within);
        }
    }

    /// Keeps the name that ends here, if it is longer than what was found; capitals throughout come last
    /// among the keys, so that they win where the text has them.
    fn take(&mut self, range: Range<usize>, tokens: usize) {
        if self.best.as_ref().is_some_and(|b| b.tokens >= tokens) {
            return;
        }
        let index = self.index;
        let whole = index.keys[range].iter().take_while(|k| index.text(k).len() == self.key.len());
        let met = |k: &&Key| {
            let need = |n: usize| match k.needs >> (2 * n) & 3 {
                0 => Need::Any,
                1 => Need::Capital,
                _ => Need::Upper,
            };
            self.cases.iter().enumerate().all(|(n, case)| need(n).met_by(*case))
        };
        if let Some(key) = whole.filter(met).last() {
            self.best = Some(NameMatch { tokens, senses: index.senses(key) });
        }
    }
}
