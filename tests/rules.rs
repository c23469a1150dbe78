//! Every rule keeps what its examples promise: a hit is found by the rule itself, to its last token and with its
//! value; no other rule reads the same words; a miss is left alone.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use dateline::span::Span;
use dateline::text::Text;
use dateline::timex::rule::{Around, Opens};
use dateline::timex::{self, Rule, TagOptions, Timex};
use nom::Input;

/// The article of every hit is of Friday 2024-03-15.
fn options(narrative: bool) -> TagOptions {
    let dct = NaiveDate::from_ymd_opt(2024, 3, 15).expect("a day").into();
    TagOptions { dct, narrative }
}

fn tagged(text: &str, narrative: bool) -> (Text, Vec<Timex>) {
    let read = Text::read(text, &[Span::of(0..text.len())]);
    let found = timex::tag(text, &read, options(narrative));
    (read, found)
}

/// "in [the summer]": the expression is in brackets where it needs words around it.
fn bracketed(hit: &str) -> (String, Span) {
    match (hit.find('['), hit.find(']')) {
        (Some(open), Some(close)) => (hit.replace(['[', ']'], ""), Span::of(open..close - 1)),
        _ => (hit.to_owned(), Span::of(0..hit.len())),
    }
}

/// Rules that read `text[span]` to its last token.
fn takers(text: &str, read: &Text, span: Span) -> Vec<&'static str> {
    let mut ids = Vec::new();
    for sentence in &read.sentences {
        let tokens = read.tokens(text, sentence);
        let Some(start) = tokens.tokens.iter().position(|t| t.span.start == span.start) else { continue };
        for rule in timex::rules().filter(|r| r.opens.meets(Opens::of(&tokens.tokens[start]))) {
            let Ok((rest, _)) = (rule.parse)(tokens.take_from(start)) else { continue };
            let end = tokens.tokens.len() - rest.input_len();
            let whole = end > start && tokens.tokens[end - 1].span.end == span.end;
            if whole && (rule.accept)(&Around { sentence: tokens, start, end }) {
                ids.push(rule.id);
            }
        }
    }
    ids
}

fn broken(rule: &Rule) -> Vec<String> {
    let mut faults = Vec::new();
    let narrative = timex::is_narrative_only(rule.id);
    if rule.hits.is_empty() || rule.misses.is_empty() {
        faults.push(format!("{}: needs a hit and a miss", rule.id));
    }
    for (hit, value) in rule.hits {
        let (text, span) = bracketed(hit);
        let (read, found) = tagged(&text, narrative);
        let takers = takers(&text, &read, span);
        if takers != [rule.id] {
            faults.push(format!("{}: `{hit}` is read whole by {takers:?}", rule.id));
        }
        // A range is two expressions in one match: the hit's value is that of the first.
        match found.iter().find(|t| span.contains(t.span) && t.rule == rule.id) {
            None => {
                faults.push(format!("{}: `{hit}` is not found; tagged {:?}", rule.id, brief(&text, &found)));
            }
            Some(t) if t.value != *value => {
                faults.push(format!("{}: `{hit}` has the value {}, not {value}", rule.id, t.value));
            }
            Some(_) => {}
        }
    }
    for miss in rule.misses {
        let (_, found) = tagged(miss, narrative);
        if found.iter().any(|t| t.rule == rule.id) {
            faults.push(format!("{}: finds something in `{miss}`: {:?}", rule.id, brief(miss, &found)));
        }
    }
    faults
}

fn brief(text: &str, found: &[Timex]) -> Vec<String> {
    found.iter().map(|t| format!("{} {} {}", t.rule, t.span.text(text), t.value)).collect()
}

#[test]
fn every_rule_keeps_its_promises() {
    let faults: Vec<_> = timex::rules().flat_map(broken).collect();
    assert!(faults.is_empty(), "{} broken promises:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn rules_have_names_of_their_own() {
    let ids: Vec<_> = timex::rules().map(|r| r.id).collect();
    let distinct: BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len());
}

#[test]
fn every_named_day_keeps_its_promises() {
    let mut faults = Vec::new();
    for named in timex::named_days() {
        let examples = named.hits.iter().map(|(hit, value)| (hit, Some(value)));
        for (text, value) in examples.chain(named.misses.iter().map(|miss| (miss, None))) {
            let (_, found) = tagged(text, false);
            let found: Vec<_> = found.iter().filter(|t| t.rule == "named/day").collect();
            let whole = |t: &&Timex| t.span == Span::of(0..text.len()) && Some(&t.value) == value;
            if !(found.is_empty() && value.is_none() || found.len() == 1 && found.first().is_some_and(whole))
            {
                let seen: Vec<_> = found.iter().map(|t| (t.span.text(text), &t.value)).collect();
                faults.push(format!("`{text}` has {seen:?}, not {value:?}"));
            }
        }
        if named.hits.is_empty() || named.misses.is_empty() {
            faults.push(format!("{:?} needs a hit and a miss", named.names));
        }
    }
    assert!(faults.is_empty(), "{} broken promises:\n{}", faults.len(), faults.join("\n"));
}
