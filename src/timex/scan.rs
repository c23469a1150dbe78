//! Leftmost-longest scan over one sentence; on equal length the earlier family wins.

use nom::Input;

use crate::text::{Case, Class, Token, TokenKind, Tokens, Words, words};
use crate::timex::Form;
use crate::timex::rule::{Around, Opens, Rule};
use crate::timex::{named, rules};

/// A rule's match, as tokens of the sentence.
#[derive(Debug, Clone)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) form: Form,
    pub(super) rule: &'static str,
}

/// What a rule reads at the start of `sentence[at..]`, if it bears out.
pub(super) fn apply(rule: &Rule, sentence: Tokens<'_>, at: usize) -> Option<Match> {
    let (rest, form) = (rule.parse)(sentence.take_from(at)).ok()?;
    let end = sentence.tokens.len() - rest.input_len();
    let around = Around { sentence, start: at, end };
    (end > at && (rule.accept)(&around)).then_some(Match { start: at, end, form, rule: rule.id })
}

/// Every match of one sentence, left to right, none overlapping; the rules for narratives only where it is one.
pub(super) fn scan(sentence: Tokens<'_>, narrative: bool) -> Vec<Match> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        // Most words cannot begin an expression, and cost no more than this.
        let opens = Opens::of(&sentence.tokens[at]);
        if opens == Opens::NOTHING || !leads_to_time(sentence.take_from(at)) {
            at += 1;
            continue;
        }
        let mut best: Option<Match> = None;
        for rule in rules::ALL.iter().copied().flatten().filter(|rule| rule.opens.meets(opens)) {
            if let Some(m) = apply(rule, sentence, at)
                && best.as_ref().is_none_or(|b| m.end > b.end)
                && (narrative || !rules::NARRATIVE_ONLY.contains(&rule.id))
            {
                best = Some(m);
            }
        }
        match best {
            Some(m) => {
                at = m.end;
                found.push(m);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether words of the grammar lead from the first of these tokens to one that names a time: not so "the rebels" and
/// "two governments", though a determiner and a number may begin an expression. No rule reads a word that the lexicon
/// does not list, but for names of days and letters of quarters.
fn leads_to_time(tokens: Tokens<'_>) -> bool {
    let begins_name = |at| named::at_start(tokens.take_from(at)).is_some();
    for (at, token) in tokens.tokens.iter().enumerate().take(LEAD) {
        // "two governments", but "eight highly successful years"
        let counts = || {
            let next = tokens.tokens.iter().skip(at + 1).take(DESCRIBED);
            let other = next.clone().next().is_some_and(|t| is_other(t) && !t.glued);
            other && !next.into_iter().any(|t| t.readings.unit.is_some())
        };
        match token.kind {
            TokenKind::Ordinal | TokenKind::Years => return true,
            TokenKind::Number if token.span.len() == 4 || !counts() => return true,
            TokenKind::Word if names_time(token) || token.readings.numeral.is_some() && !counts() => {
                return true;
            }
            TokenKind::Word if is_other(token) => return false,
            // "All Saints' Day": a listed word may begin a name, too.
            TokenKind::Word if token.case != Case::Lower && begins_name(at) => return true,
            TokenKind::Word if !token.word.is_listed() => return token.span.len() < 3,
            _ => {}
        }
    }
    false
}

/// Whether a token is a word in lower case that no rule asks for.
fn is_other(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.case == Case::Lower && !token.word.is_listed()
}

/// How many tokens lead to the first that names a time, at most: "until some time around the end".
const LEAD: usize = 12;

/// How far behind its number a unit may stand.
const DESCRIBED: usize = 6;

/// Whether an expression may have no word of its kind but this one.
fn names_time(token: &Token) -> bool {
    let r = &token.readings;
    let function = Class::DETERMINER.and(Class::PREPOSITION).and(Class::QUANTIFIER);
    let calendar = r.month.is_some()
        || r.weekday.is_some()
        || r.unit.is_some()
        || r.part.is_some()
        || r.season.is_some();
    calendar || r.is(Class::TEMPORAL) && !r.is(function) || token.among(PLAIN)
}

/// Words of no closed class that name a time by themselves or with a determiner.
const PLAIN: &Words =
    words!["past", "time", "times", "moment", "period", "weekdays", "fortnightly", "thereafter"];
