//! Leftmost-longest scan over one sentence; on equal length the earlier family wins.

use nom::Input;

use crate::text::Tokens;
use crate::timex::Form;
use crate::timex::rule::{Around, Opens, Rule};
use crate::timex::rules;

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
    if !rule.opens.meets(Opens::of(sentence.tokens.get(at)?)) {
        return None;
    }
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
        if opens == Opens::NOTHING {
            at += 1;
            continue;
        }
        let mut best: Option<Match> = None;
        for rule in rules::ALL.iter().copied().flatten().filter(|rule| rule.opens.meets(opens)) {
            if (narrative || !rules::NARRATIVE_ONLY.contains(&rule.id))
                && let Some(m) = apply(rule, sentence, at)
                && best.as_ref().is_none_or(|b| m.end > b.end)
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
