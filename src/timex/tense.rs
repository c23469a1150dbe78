//! Which way a date without a year or week lies, by the verb that governs it and the words that lead to it.
//!
//! English reports in the past tense and announces with an auxiliary, so the nearest finite verb decides; where none
//! says anything, a newswire looks back. The order of trust: what leads to the date ("ahead of Friday"), the nearest
//! verb before it in its clause, the first one after it.

mod verbs;

use crate::text::{Case, Class, Token, TokenKind, Tokens, Words, lexeme, words};
use crate::timex::tense::verbs::{
    AHEAD, ANNOUNCING, ARRANGED, HELD, INTENDING, LEADING, NOT_PAST, PAST, PERHAPS_ARRANGED, REPORTING,
    UNDER_WAY,
};

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

/// How many tokens away a verb still governs: a sentence without end must not make this quadratic.
const REACH: usize = 40;

/// Which side of now the expression at `start..end` lies on.
pub(super) fn around(sentence: Tokens<'_>, start: usize, end: usize) -> Tense {
    let clause = Clause(sentence.tokens, sentence.text);
    if clause.leads_ahead(start) {
        return Tense::Future;
    }
    let before = || {
        let back = (start.saturating_sub(REACH)..start).rev();
        back.take_while(|i| !ends_clause(&clause.0[*i])).find_map(|i| clause.evidence(i))
    };
    let after = || {
        let on = end..sentence.tokens.len().min(end + REACH);
        on.take_while(|i| !ends_clause(&clause.0[*i])).find_map(|i| clause.evidence(i))
    };
    // "Friday's ruling will stand": what the sentence does with it says nothing of when it was; but what is held by
    // appointment and spoken of in the future is yet to be held.
    if clause.at(end).is_some_and(|t| t.kind == TokenKind::Possessive) {
        let held = (end + 1..end + 4).filter_map(|i| clause.at(i)).any(|t| t.among(HELD));
        let ahead = held && (before() == Some(Tense::Future) || after() == Some(Tense::Future));
        return if ahead { Tense::Future } else { Tense::Unknown };
    }
    before().or_else(after).unwrap_or(Tense::Unknown)
}

/// Whether what happened "in April" is over for certain: the nearest verb before it is in the past, in the same clause,
/// and does not report what somebody says of it, and nothing around looks ahead.
pub(super) fn is_over(sentence: Tokens<'_>, start: usize, end: usize) -> bool {
    let clause = Clause(sentence.tokens, sentence.text);
    let open = |i: &usize| !ends_clause(&clause.0[*i]);
    let said = |i: usize| clause.evidence(i).map(|tense| (i, tense));
    let mut before = (start.saturating_sub(REACH)..start).rev().take_while(open).filter_map(said);
    let mut after = (end..clause.0.len().min(end + REACH)).take_while(open).filter_map(said);
    let Some((verb, Tense::Past)) = before.next() else { return false };
    // "had not agreed when the case is heard in May"
    let parted = clause.0[verb + 1..start].iter().any(|t| {
        t.readings.is(Class::SUBORDINATOR.and(Class::RELATIVE).and(Class::PRESENT))
            && !t.readings.is(Class::PREPOSITION)
    });
    let inside = clause.back(start, 1).is_some_and(|t| t.among(words!["in", "during", "since"]));
    // "said in April" is when he said it.
    let reports = REPORTING.contains(&sentence.text_of(&clause.0[verb])) && start - verb > 2;
    let ahead = |(_, tense): (usize, Tense)| tense == Tense::Future;
    inside && !parted && !reports && !clause.leads_ahead(start) && !before.any(ahead) && !after.any(ahead)
}

/// Whether the sentence looks back from a point in the past: "had", the pluperfect, near the expression.
pub(super) fn is_pluperfect(sentence: Tokens<'_>, start: usize, end: usize) -> bool {
    let near = start.saturating_sub(12)..sentence.tokens.len().min(end + 6);
    sentence.tokens[near].iter().any(|t| t.among(words!["had", "hadn't"]))
}

fn ends_clause(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark(';' | ':' | '"' | '“' | '”'))
}

/// The tokens of a sentence, and its text.
#[derive(Clone, Copy)]
struct Clause<'a>(&'a [Token], &'a str);

impl<'a> Clause<'a> {
    fn at(self, i: usize) -> Option<&'a Token> {
        self.0.get(i)
    }

    fn back(self, i: usize, by: usize) -> Option<&'a Token> {
        self.0.get(i.checked_sub(by)?)
    }

    /// Whether one of the three tokens before is among these.
    fn near(self, i: usize, words: &Words) -> bool {
        (1..=3).filter_map(|by| self.back(i, by)).any(|t| t.among(words))
    }

    /// "ahead of Friday", "as early as Monday", "effective 1 May".
    fn leads_ahead(self, start: usize) -> bool {
        let is = |by, words: &Words| self.back(start, by).is_some_and(|t| t.among(words));
        let on = usize::from(is(1, words!["on", "in", "from"]));
        is(1 + on, LEADING)
            || is(1, words!["of"]) && is(2, words!["ahead"])
            || is(1, words!["to"]) && is(2, words!["up"]) && is(3, words!["leading", "run"])
            || is(1, words!["as"]) && is(2, words!["soon", "early"]) && is(3, words!["as"])
            || is(1, words!["than"]) && is(2, words!["later"]) && is(3, words!["no"])
    }

    /// What one token says, if it is a verb that says anything.
    fn evidence(self, at: usize) -> Option<Tense> {
        let token = &self.0[at];
        if token.kind != TokenKind::Word {
            return None;
        }
        if token.readings.is(Class::MODAL) {
            return self.modal(at, token);
        }
        if token.among(ARRANGED) || token.among(PERHAPS_ARRANGED) {
            return Some(self.arranged(at, token));
        }
        if token.among(AHEAD) {
            return self.announced(at, token);
        }
        if token.among(ANNOUNCING) {
            let free = !self.near(at, words!["to", "did", "didn't", "not", "can", "could"]);
            return free.then_some(Tense::Future);
        }
        if token.readings.is(Class::TO) {
            return self.infinitive(at);
        }
        if token.among(UNDER_WAY) {
            let present = self.near(at, words!["is", "are", "'re", "am"]);
            return present.then_some(Tense::Future);
        }
        self.past(at, token)
    }

    fn modal(self, at: usize, token: &Token) -> Option<Tense> {
        // "in May" is no modal, nor is "the will of the people".
        let noun = self.back(at, 1).is_some_and(|t| t.readings.is(Class::DETERMINER.and(Class::POSSESSIVE)));
        if token.readings.month.is_some() && token.case != Case::Lower || noun {
            return None;
        }
        let perfect = (at + 1..at + 3).filter_map(|i| self.at(i)).any(|t| t.word == lexeme!("have"));
        let able = token.among(words!["could", "couldn't"]);
        if able || perfect { Some(Tense::Past).filter(|_| perfect) } else { Some(Tense::Future) }
    }

    /// "is expected Friday", "scheduled for May"; "had been due" is over.
    fn arranged(self, at: usize, token: &Token) -> Tense {
        let before = self.near(at, words!["is", "are", "was", "were", "be", "been", "being"])
            || self.back(at, 1).is_some_and(|t| t.kind == TokenKind::Possessive);
        let leads = self.at(at + 1).is_some_and(|t| t.among(words!["for", "on", "in", "at", "to", "until"]));
        let over = self.near(at, words!["had"]);
        let ahead = token.among(ARRANGED) || before || leads;
        if ahead && !over { Tense::Future } else { Tense::Past }
    }

    fn announced(self, at: usize, token: &Token) -> Option<Tense> {
        // "going" alone goes on; with "to" it is a future.
        if token.word == lexeme!("going") {
            let to = self.at(at + 1).is_some_and(|t| t.word == lexeme!("to"));
            let present = self.near(at, words!["is", "are", "'re", "am"]);
            return (to || present).then_some(Tense::Future);
        }
        // "The plan was rejected", "his visits", "peace hopes": a noun.
        let noun = token
            .among(words!["plan", "plans", "hope", "hopes", "visits", "votes", "travels", "returns"])
            && self.back(at, 1).is_some_and(|t| {
                t.readings.is(Class::DETERMINER.and(Class::POSSESSIVE).and(Class::PREPOSITION))
                    || t.kind == TokenKind::Possessive
            });
        let over = self.near(at, words!["had"]);
        (!noun && !over).then_some(Tense::Future)
    }

    /// "is to meet", "agreed to meet": the infinitive looks ahead where something sets it to do so.
    fn infinitive(self, at: usize) -> Option<Tense> {
        let next = self.at(at + 1)?;
        let verb = next.kind == TokenKind::Word
            && (next.readings.is_open() && next.case == Case::Lower
                || next.readings.is(Class::BE.and(Class::HAVE)));
        let set = (1..=3)
            .filter_map(|by| self.back(at, by))
            .any(|t| t.among(INTENDING) || t.among(ARRANGED) || t.among(AHEAD));
        let is = self.back(at, 1).is_some_and(|t| t.readings.is(Class::BE) && !t.among(words!["been"]));
        let passive = next.word == lexeme!("be");
        (verb && (set || is || passive)).then_some(Tense::Future)
    }

    fn past(self, at: usize, token: &Token) -> Option<Tense> {
        let r = &token.readings;
        let auxiliary = r.is(Class::PAST) || r.is(Class::HAVE) && r.is(Class::PRESENT);
        let past = auxiliary || token.among(PAST) || self.is_regular_past(at, token);
        if !past {
            return None;
        }
        // "a bus, believed to be overloaded, crashed": the comma parts them.
        let parted = (1..=3).filter_map(|by| self.back(at, by)).any(|t| t.kind == TokenKind::Mark(','));
        if !parted && self.near(at, words!["will", "shall", "would", "'ll", "won't", "be"]) {
            return Some(Tense::Future);
        }
        // "is heard in May": the participle of a present passive is no past tense.
        let passive = self.near(at, words!["is", "are", "being"]);
        (!passive || r.is(Class::PAST)).then_some(Tense::Past)
    }

    /// "attacked"; not "the disputed vote", "US-backed", "United".
    fn is_regular_past(self, at: usize, token: &Token) -> bool {
        let text = token.span.text(self.1);
        let ends = text.len() > 4
            && text.ends_with("ed")
            && token.readings.is_open()
            && token.case == Case::Lower
            && !token.among(NOT_PAST);
        let before = self.back(at, 1);
        let attribute =
            before.is_some_and(|t| {
                t.readings.is(Class::DETERMINER.and(Class::POSSESSIVE)) && !t.among(words!["that", "this"])
                    || t.kind == TokenKind::Possessive
                    || token.glued && matches!(t.kind, TokenKind::Mark('-'))
            }) && self.at(at + 1).is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open());
        ends && !attribute
    }
}
