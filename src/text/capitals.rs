//! Sentences in capitals throughout, as old wire copy and headlines have them: how their words would be written
//! otherwise.
//!
//! Here only the words of the calendar keep a capital, and the first of the sentence; which others are names is for
//! those to say who know names.

use crate::span::Span;
use crate::text::readings::{Class, Numeral};
use crate::text::token::{Case, Token, TokenKind};
use crate::text::words;

/// Fewer words are an acronym or two.
const WORDS: usize = 3;

/// Whether a sentence is in capitals: nine in ten of its words of two letters and more.
fn is_in_capitals(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word && t.span.len() > 1);
    let (all, upper) =
        words.fold((0, 0), |(all, upper), t| (all + 1, upper + usize::from(t.case == Case::Upper)));
    // "UN, EU, NATO": a list of acronyms has no word of the grammar.
    upper >= WORDS && 10 * upper >= 9 * all && tokens.iter().any(|t| t.case == Case::Upper && is_grammar(t))
}

fn is_grammar(token: &Token) -> bool {
    let function = Class::DETERMINER
        .and(Class::PREPOSITION)
        .and(Class::CONJUNCTION)
        .and(Class::MODAL)
        .and(Class::BE)
        .and(Class::HAVE)
        .and(Class::TO);
    token.readings.is(function) || token.readings.weekday.is_some() || token.readings.month.is_some()
}

/// Rewrites the cases of a sentence in capitals; whether it was one.
pub(super) fn settle(text: &str, tokens: &mut [Token]) -> bool {
    if !is_in_capitals(tokens) {
        return false;
    }
    let mut first = true;
    for at in 0..tokens.len() {
        if tokens[at].kind != TokenKind::Word {
            continue;
        }
        let calendar = names_day_or_month(text, tokens, at);
        let pointed = tokens[at].span.len() > 2 && tokens[at].span.text(text)[1..].starts_with('.');
        // "U.S." is written so in any text.
        if !pointed {
            tokens[at].case = if first || calendar { Case::Title } else { Case::Lower };
        }
        first = false;
    }
    true
}

/// "MONDAY", "JUNE"; "MAY" and "MARCH" beside a number or behind what stands before months.
fn names_day_or_month(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if token.readings.month.is_none() && token.readings.weekday.is_none() {
        return false;
    }
    if !token.among(words!["may", "march"]) {
        return token.span.text(text).len() > 2;
    }
    let counts = |t: &Token| {
        matches!(t.kind, TokenKind::Number | TokenKind::Ordinal | TokenKind::Years)
            || matches!(t.readings.numeral, Some(Numeral::Ordinal(_)))
    };
    let leads = |t: &Token| {
        t.among(words!["in", "since", "until", "by", "last", "next", "early", "late", "of", "mid"])
    };
    let before = at.checked_sub(1).map(|b| &tokens[b]);
    before.is_some_and(|b| counts(b) || leads(b)) || tokens.get(at + 1).is_some_and(counts)
}

/// Whether all letters here are capitals.
pub(crate) fn is_upper(text: &str, span: Span) -> bool {
    let mut letters = span.text(text).chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::span::Span;
    use crate::text::{Case, Text};

    /// The words of a text that keep a capital, and how many of its sentences were in capitals.
    fn kept(text: &str) -> (Vec<&str>, usize) {
        let read = Text::read(text, &[Span::of(0..text.len())]);
        let words = read.tokens.iter().filter(|t| t.case != Case::Lower).map(|t| t.span.text(text));
        (words.collect(), read.sentences.iter().filter(|s| s.capitals).count())
    }

    #[test]
    fn capitals_throughout_are_small_letters() {
        let text = "THE REBELS MAY WITHDRAW FROM THE CITY ON MONDAY, 3 MAY, OR MARCH ON IT IN MARCH.";
        assert_eq!(kept(text), (vec!["THE", "MONDAY", "MAY", "MARCH"], 1));
        assert_eq!(kept("THE U.S. EMBASSY WAS CLOSED."), (vec!["THE", "U.S."], 1));
    }

    #[test]
    fn acronyms_and_single_words_stay() {
        for text in [
            "UN, EU, NATO.",
            "The UN and the EU met.",
            "BREAKING NEWS",
            "PKK.",
            "The PKK met the SDF in the EU.",
        ] {
            assert_eq!(kept(text).1, 0, "{text}");
        }
    }
}
