//! Tokens, and a slice of them as an input for nom.

use std::iter::Enumerate;
use std::slice::Iter;

use nom::{Input, Needed};

use crate::span::Span;
use crate::text::{Readings, Word, Words};

/// A word, a number or a mark, with what it may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the article's text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
    /// Nothing stands between it and the token before ("two", "-", "day").
    pub glued: bool,
    /// It stands between quotation marks.
    pub quoted: bool,
    /// Its number in the lexicon.
    pub word: Word,
    /// What the closed word classes say of it.
    pub readings: Readings,
}

impl Token {
    /// Whether it is one of these words of the lexicon.
    pub const fn among(&self, words: &Words) -> bool {
        words.has(self.word)
    }
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters; may hold an apostrophe ("don't", "Sana'a") and end in the full stop of an abbreviation ("Jan.").
    Word,
    /// Digits, perhaps with grouping commas and a decimal point; its value is in the readings where it is whole.
    Number,
    /// "3rd", "21st"; its value is in the readings.
    Ordinal,
    /// "1990s", "90s": the first year is in the readings as a number, as written.
    Years,
    /// "'s", or the apostrophe after a plural.
    Possessive,
    /// A single mark; quotation marks and dashes of every kind keep their own character.
    Mark(char),
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// "visit", and everything that is not a word.
    Lower,
    /// "Visit".
    Title,
    /// "VISIT", "UN", "U.S."; never a single letter.
    Upper,
}

/// A run of tokens of one text: what the grammar's rules parse.
#[derive(Debug, Clone, Copy)]
pub struct Tokens<'a> {
    /// The article's text, which the spans point into.
    pub text: &'a str,
    /// The tokens still to read.
    pub tokens: &'a [Token],
}

impl<'a> Tokens<'a> {
    /// The first token, if any is left.
    pub fn first(&self) -> Option<&'a Token> {
        self.tokens.first()
    }

    /// The words of one token.
    pub fn text_of(&self, token: &Token) -> &'a str {
        token.span.text(self.text)
    }

    /// From the first byte of the first token to the last byte of the last.
    pub fn span(&self) -> Span {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(a), Some(b)) => a.span.cover(b.span),
            _ => Span::default(),
        }
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = &'a Token;
    type Iter = Iter<'a, Token>;
    type IterIndices = Enumerate<Iter<'a, Token>>;

    fn input_len(&self) -> usize {
        self.tokens.len()
    }

    fn take(&self, index: usize) -> Self {
        Self { tokens: &self.tokens[..index], ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        Self { tokens: &self.tokens[index..], ..*self }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.tokens.iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.tokens.iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.tokens.iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if self.tokens.len() < count { Err(Needed::new(count - self.tokens.len())) } else { Ok(count) }
    }
}
