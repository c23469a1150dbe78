//! Which way a date without a year or week lies, by the verb that governs it.

use crate::text::{Class, Token, TokenKind, Tokens};
use crate::timex::rule::is_word;

/// What the words around an expression say of its side of now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// "attacked", "was", "has met".
    Past,
    /// "will", "is to", "scheduled for".
    Future,
    /// Nothing decides.
    Unknown,
}

/// Words that put what they govern in the future whatever their own tense.
const AHEAD: &[&str] = &[
    "scheduled",
    "expected",
    "due",
    "slated",
    "planned",
    "plans",
    "planning",
    "upcoming",
    "expects",
    "expect",
    "set",
    "going",
    "intends",
    "hopes",
    "deadline",
    "forthcoming",
    "wants",
    "plan",
    "expires",
    "begins",
    "starts",
];

/// Past tenses that do not end in "-ed", as far as newswire uses them to report.
const PAST: &[&str] = &[
    "said",
    "told",
    "met",
    "went",
    "took",
    "came",
    "left",
    "began",
    "broke",
    "brought",
    "built",
    "became",
    "fell",
    "fought",
    "found",
    "gave",
    "got",
    "held",
    "kept",
    "knew",
    "led",
    "lost",
    "made",
    "meant",
    "paid",
    "ran",
    "rose",
    "sold",
    "saw",
    "sent",
    "shot",
    "spoke",
    "spent",
    "stood",
    "struck",
    "thought",
    "won",
    "wrote",
    "grew",
    "drew",
    "flew",
    "fled",
    "blew",
    "bought",
    "chose",
    "drove",
    "laid",
    "sank",
    "stole",
    "swore",
    "threw",
    "withdrew",
    "wore",
    "arose",
    "slid",
    "sought",
    "did",
    "swept",
    "overthrew",
    "dealt",
    "felt",
    "heard",
    "hit",
];

/// Looks at the nearest verb before the expression in its clause, then at the first one after it.
pub(super) fn around(sentence: Tokens<'_>, start: usize, end: usize) -> Tense {
    let before = (0..start)
        .rev()
        .take_while(|i| !ends_clause(&sentence.tokens[*i]))
        .find_map(|i| evidence(sentence, i));
    let after = || {
        (end..sentence.tokens.len())
            .take_while(|i| !ends_clause(&sentence.tokens[*i]))
            .take(24)
            .find_map(|i| evidence(sentence, i))
    };
    before.or_else(after).unwrap_or(Tense::Unknown)
}

fn ends_clause(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark(';' | ':' | '"' | '“' | '”'))
}

/// What one token says, if it is a verb that says anything.
fn evidence(sentence: Tokens<'_>, at: usize) -> Option<Tense> {
    let token = &sentence.tokens[at];
    if token.kind != TokenKind::Word {
        return None;
    }
    let text = sentence.text_of(token);
    let r = &token.readings;
    if is_word(text, &["will", "shall", "'ll", "’ll", "won't", "would", "wouldn't"]) || is_word(text, AHEAD)
    {
        return Some(Tense::Future);
    }
    let led_by_future = || {
        (1..=3)
            .filter_map(|back| sentence.tokens.get(at.checked_sub(back)?))
            .any(|t| is_word(sentence.text_of(t), &["will", "shall", "would", "'ll", "won't"]))
    };
    // "to meet Friday" after "agreed", "is", "plans": the infinitive looks ahead.
    if r.is(Class::TO) {
        let next = sentence.tokens.get(at + 1)?;
        let verb = next.kind == TokenKind::Word
            && (next.readings.is_open() && next.case == crate::text::Case::Lower
                || next.readings.is(Class::BE.and(Class::HAVE)));
        return verb.then_some(Tense::Future);
    }
    let past = r.is(Class::PAST)
        || r.is(Class::HAVE) && r.is(Class::PRESENT)
        || is_word(text, PAST)
        || text.len() > 4 && text.ends_with("ed") && r.is_open();
    if past {
        return Some(if led_by_future() { Tense::Future } else { Tense::Past });
    }
    None
}
