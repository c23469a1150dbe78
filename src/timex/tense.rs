//! Which way a date without a year or week lies, by the verb that governs it.

use crate::text::{Class, Token, TokenKind, Tokens, Words, words};

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
const AHEAD: &Words = words![
    "due",
    "plans",
    "planning",
    "upcoming",
    "expects",
    "expect",
    "going",
    "intends",
    "hopes",
    "forthcoming",
    "wants",
    "plan",
    "expires",
    "begins",
    "starts",
    "opens",
    "soon",
];

/// Participles that do so when they stand with a form of "be", or with the preposition of the date itself.
const ARRANGED: &Words =
    words!["scheduled", "expected", "slated", "planned", "set", "poised", "booked", "projected"];

/// Past tenses that do not end in "-ed", as far as newswire uses them to report.
const PAST: &Words = words![
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
    // "Friday's ruling" is attributed; what the sentence does with it says nothing.
    if sentence.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Possessive) {
        return Tense::Unknown;
    }
    let as_soon_as = start >= 3
        && sentence.tokens[start - 1].among(words!["as"])
        && sentence.tokens[start - 2].among(words!["soon", "early"]);
    if as_soon_as {
        return Tense::Future;
    }
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
    if token.among(words!["will", "shall", "'ll", "won't", "would", "wouldn't"]) || token.among(AHEAD) {
        return Some(Tense::Future);
    }
    let earlier = |back: usize| at.checked_sub(back).map(|i| &sentence.tokens[i]);
    let near = |words: &Words| (1..=3).filter_map(earlier).any(|t| t.among(words));
    if token.among(ARRANGED) {
        let next = sentence.tokens.get(at + 1);
        let being = near(words!["is", "are", "was", "were", "be", "been", "be", "being"]);
        return Some(if being || next.is_some_and(|t| t.among(words!["for", "on", "in", "at"])) {
            Tense::Future
        } else {
            Tense::Past
        });
    }
    // "is to meet Friday", "agreed to meet Friday": the infinitive looks ahead where something sets it to do so.
    if r.is(Class::TO) {
        let next = sentence.tokens.get(at + 1)?;
        let verb = next.kind == TokenKind::Word
            && (next.readings.is_open() && next.case == crate::text::Case::Lower
                || next.readings.is(Class::BE.and(Class::HAVE)));
        let set = earlier(1).is_some_and(|t| {
            t.readings.is(Class::BE.and(Class::PRESENT))
                || t.among(AHEAD)
                || t.among(ARRANGED)
                || t.among(words!["agreed", "vowed", "promised", "likely", "ready", "intended", "decided"])
        });
        let passive = next.readings.is(Class::BE);
        return (verb && (set || passive)).then_some(Tense::Future);
    }
    let participle = near(words!["is", "are", "be", "being"]);
    let past = r.is(Class::PAST)
        || r.is(Class::HAVE) && r.is(Class::PRESENT)
        || token.among(PAST)
        || text.len() > 4 && text.ends_with("ed") && r.is_open();
    if past && near(words!["will", "shall", "would", "'ll", "won't", "be"]) {
        return Some(Tense::Future);
    }
    // "is heard in May": the participle of a present passive is no past tense.
    if past && participle && !r.is(Class::PAST) {
        return None;
    }
    past.then_some(Tense::Past)
}
