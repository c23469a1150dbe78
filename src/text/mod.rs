//! From clean text to classified tokens, once for every stage that follows.

pub(crate) mod capitals;
mod lexicon;
pub mod numbers;
pub(crate) mod parser;
mod readings;
mod sentence;
mod token;
mod tokenize;

pub use lexicon::{Word, Words};
pub(crate) use lexicon::{lexeme, words};
pub use readings::{Class, Numeral, Readings};
pub use sentence::Sentence;
pub use token::{Case, Token, TokenKind, Tokens};

use crate::span::Span;

/// The tokens and sentences of one article.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// Every token of the prose, in order.
    pub tokens: Vec<Token>,
    /// The sentences over them, in order.
    pub sentences: Vec<Sentence>,
}

impl Text {
    /// Reads the parts of `text` that are prose; a sentence never crosses from one part to the next.
    pub fn read(text: &str, prose: &[Span]) -> Self {
        let mut read = Self::default();
        let wrap = sentence::wrap_width(text);
        let mut number = 0;
        for part in prose {
            let mut from = read.tokens.len();
            tokenize::tokenize(text, *part, &mut read.tokens);
            while from < read.tokens.len() {
                let rest = &read.tokens[from..];
                let length = rest.windows(2).position(|w| sentence::breaks(text, &w[0], &w[1], wrap));
                let end = from + length.map_or(rest.len(), |n| n + 1);
                sentence::mark_quoted(&mut read.tokens[from..end]);
                let before = read.sentences.len();
                sentence::split(text, &read.tokens, from..end, number, &mut read.sentences);
                for sentence in &mut read.sentences[before..] {
                    let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
                    sentence.capitals = capitals::settle(text, &mut read.tokens[tokens]);
                }
                number += 1;
                from = end;
            }
        }
        read
    }

    /// The tokens of one sentence, ready to parse.
    pub fn tokens<'a>(&'a self, text: &'a str, sentence: &Sentence) -> Tokens<'a> {
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        Tokens { text, tokens: &self.tokens[range] }
    }
}
