//! The smallest parsers over tokens, which every grammar is made of.

use nom::{IResult, Input};

use crate::text::{Token, Tokens, Word, Words};

/// What every parser over tokens returns. A failed match costs nothing.
pub type Parsed<'a, T> = IResult<Tokens<'a>, T, ()>;

/// One token, read by a function of it and its words.
pub(crate) fn when<'a, T>(read: impl Fn(&Token, &str) -> Option<T>) -> impl Fn(Tokens<'a>) -> Parsed<'a, T> {
    move |i: Tokens<'a>| {
        let token = i.first().ok_or(nom::Err::Error(()))?;
        let value = read(token, i.text_of(token)).ok_or(nom::Err::Error(()))?;
        Ok((i.take_from(1), value))
    }
}

/// This word.
pub(crate) fn one<'a>(wanted: Word) -> impl Fn(Tokens<'a>) -> Parsed<'a, ()> {
    move |i: Tokens<'a>| match i.first() {
        Some(t) if t.word == wanted => Ok((i.take_from(1), ())),
        _ => Err(nom::Err::Error(())),
    }
}

/// One of these words.
pub(crate) fn among<'a>(wanted: &'static Words) -> impl Fn(Tokens<'a>) -> Parsed<'a, ()> {
    move |i: Tokens<'a>| match i.first() {
        Some(t) if t.among(wanted) => Ok((i.take_from(1), ())),
        _ => Err(nom::Err::Error(())),
    }
}

/// Reads this word: `word!("ago")`.
macro_rules! word {
    ($word:literal) => {
        $crate::text::parser::one($crate::text::lexeme!($word))
    };
}

/// Reads one of these words: `any!["last", "past"]`.
macro_rules! any {
    ($($word:literal),+ $(,)?) => {
        $crate::text::parser::among($crate::text::words![$($word),+])
    };
}

pub(crate) use {any, word};
