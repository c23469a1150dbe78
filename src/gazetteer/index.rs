//! Names looked up word by word, in time that does not depend on how many there are.

use crate::text::{Case, Tokens};

use super::layer::Layer;
use super::names::{self, Word};
use super::tables::alike::respell;
use super::tables::fold::{self, Need};
use super::tables::pack::MOST_WORDS;
use super::tables::trie::Likeness;
use super::{NameMatch, Sense};

impl Layer {
    /// The longest name at the head of the tokens. As it is written goes before respelt, where both are as long.
    pub(super) fn longest<'l>(&'l self, tokens: Tokens<'_>) -> Option<NameMatch<'l>> {
        let first = names::first_word(tokens)?;
        if first.case == Case::Lower && !first.article && self.small_words().find(&first.text).is_none() {
            return None;
        }
        let mut search =
            Search { layer: self, likeness: Likeness::Exact, cases: Cases::default(), best: None };
        search.tokens(tokens, &first, Likeness::Exact.root());
        if first.case != Case::Lower || first.article {
            search.likeness = Likeness::Loose;
            search.tokens(tokens, &first, Likeness::Loose.root());
            if search.best.is_none() {
                search.likeness = Likeness::Near;
                search.tokens(tokens, &first, Likeness::Near.root());
            }
        }
        search.best
    }

    /// What a typed name may stand for, in any case.
    pub(super) fn typed(&self, words: &[fold::Word]) -> Vec<Sense> {
        let mut found = Vec::new();
        for likeness in [Likeness::Exact, Likeness::Loose, Likeness::Near] {
            // As it stands first, then with every article left out.
            for free in [false, true] {
                let kept = words.iter().filter(|w| !(w.article && (free || w.hyphen)));
                for key in self.keys_of(likeness, kept.map(|w| w.text.as_str())) {
                    for sense in self.senses(key) {
                        if !found.contains(sense) {
                            found.push(*sense);
                        }
                    }
                }
            }
            if !found.is_empty() {
                break;
            }
        }
        found
    }

    /// The keys of exactly these words.
    pub(super) fn keys_of<'w>(
        &self,
        likeness: Likeness,
        mut words: impl Iterator<Item = &'w str>,
    ) -> std::ops::Range<usize> {
        let node = words.try_fold(likeness.root(), |node, word| self.step(likeness, node, word));
        node.filter(|node| *node != likeness.root()).map_or(0..0, |node| self.trie().keys(node))
    }

    /// Where a folded word leads.
    fn step(&self, likeness: Likeness, node: u32, word: &str) -> Option<u32> {
        let number = match likeness {
            Likeness::Exact => self.words().find(word),
            likeness => self.words().find(&respell(likeness, word)),
        };
        self.trie().child(node, number?)
    }
}

/// How the words so far are written.
#[derive(Debug, Clone, Copy)]
struct Cases {
    all: [Case; MOST_WORDS],
    count: usize,
}

impl Default for Cases {
    fn default() -> Self {
        Self { all: [Case::Lower; MOST_WORDS], count: 0 }
    }
}

/// One walk through the index along the tokens.
struct Search<'l> {
    layer: &'l Layer,
    likeness: Likeness,
    cases: Cases,
    best: Option<NameMatch<'l>>,
}

impl Search<'_> {
    /// Goes on with `word`, once as it stands and once, if it may be an article, without it.
    fn tokens(&mut self, tokens: Tokens<'_>, word: &Word<'_>, node: u32) {
        let next = names::next_word(tokens, word.end);
        if let Some(child) = self.layer.step(self.likeness, node, &word.text)
            && self.cases.count < MOST_WORDS
        {
            self.cases.all[self.cases.count] = word.case;
            self.cases.count += 1;
            self.take(child, word.end);
            if self.likeness != Likeness::Near
                && let Some(next) = names::word_at(tokens, next)
            {
                self.tokens(tokens, &next, child);
            }
            self.cases.count -= 1;
        }
        if word.article
            && let Some(next) = names::word_at(tokens, next)
        {
            self.tokens(tokens, &next, node);
        }
    }

    /// Keeps the name that ends here, if it is longer than what was found; capitals throughout come last
    /// among the keys, so that they win where the text has them.
    fn take(&mut self, node: u32, tokens: usize) {
        if self.best.as_ref().is_some_and(|b| b.tokens >= tokens) {
            return;
        }
        let layer = self.layer;
        let cases = &self.cases.all[..self.cases.count];
        let met = |key: &usize| {
            let needs = layer.needs(*key);
            let need = |n: usize| match needs >> (2 * n) & 3 {
                0 => Need::Any,
                1 => Need::Capital,
                _ => Need::Upper,
            };
            cases.iter().enumerate().all(|(n, case)| need(n).met_by(*case))
        };
        let found = layer.trie().keys(node).rev().find(|key| met(key) && !layer.senses(*key).is_empty());
        if let Some(key) = found {
            self.best = Some(NameMatch { tokens, senses: layer.senses(key) });
        }
    }
}
