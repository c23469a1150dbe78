//! Years: "1990", "480 BC", "nineteen ninety-six", "the year 1000", "'06".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use crate::text::{Case, TokenKind, Tokens, Words, words};
use crate::time::Period;
use crate::timex::Form;
use crate::timex::form::{Name, Pick};
use crate::timex::rule::{Around, Opens, Parsed, Rule, any, hyphen, narrow, when, word, year};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "calendar/year",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER),
        parse: year_number,
        accept: is_year,
        hits: &[
            ("1990", "1990"),
            ("2024", "2024"),
            ("480 BC", "BC0480"),
            ("nineteen ninety-six", "1996"),
            ("the year 1000", "1000"),
            ("the year two thousand", "2000"),
            ("two thousand and eight", "2008"),
            ("twenty twenty-four", "2024"),
            ("AD 70", "0070"),
        ],
        misses: &[
            "1500 people died",
            "some 2000 troops",
            "$2000",
            "Boeing 1900 aircraft",
            "flight 1988",
            "killed 2000 civilians",
            "room 2012",
        ],
    },
    Rule {
        id: "calendar/short-year",
        opens: Opens::APOSTROPHE,
        parse: short,
        accept: is_short,
        hits: &[("in ['06]", "2006"), ("summer of ['99]", "1999")],
        misses: &["'6", "the '90s", "'60 Minutes'"],
    },
];

/// A year in digits or words.
pub(in crate::timex) fn written_year(i: Tokens<'_>) -> Parsed<'_, i32> {
    alt((year, spelled_year)).parse(i)
}

/// "nineteen ninety-six", "twenty twenty-four", "two thousand and eight".
fn spelled_year(i: Tokens<'_>) -> Parsed<'_, i32> {
    // Most words are no number, and cost no more than this.
    if !i.first().is_some_and(|t| t.kind == TokenKind::Word && t.readings.number().is_some()) {
        return Err(nom::Err::Error(()));
    }
    let word = |low: u32, high: u32| {
        when(move |t, _| {
            let n = t.readings.number()?;
            (t.kind == TokenKind::Word && (low..=high).contains(&n)).then_some(n)
        })
    };
    let tail = || {
        (word(1, 99), opt(preceded(opt(hyphen), word(1, 9))))
            .map(|(tens, ones)| if tens % 10 == 0 { tens + ones.unwrap_or(0) } else { tens })
    };
    let rest = (word(10, 99), opt(preceded(opt(hyphen), word(1, 9))))
        .map(|(tens, ones)| if tens % 10 == 0 { tens + ones.unwrap_or(0) } else { tens });
    let pair = (word(17, 20), opt(hyphen), rest).map(|(century, _, years)| century * 100 + years);
    let oh = (word(17, 20), opt(hyphen), any!["oh", "o"], opt(hyphen), word(1, 9))
        .map(|(century, _, (), _, year)| century * 100 + year);
    let thousand =
        (any!["two"], opt(hyphen), word!("thousand"), opt(any!["and"]), tail()).map(|(.., rest)| 2000 + rest);
    let (i, n) = alt((thousand, pair, oh)).parse(i)?;
    Ok((i, i32::try_from(n).unwrap_or(i32::MAX)))
}

/// A year in digits or words.
pub(in crate::timex) fn year_number(i: Tokens<'_>) -> Parsed<'_, Form> {
    let the_year = (opt(any!["the", "calendar"]), any!["year", "years"]);
    let thousand = (any!["two"], word!("thousand")).map(|_| 2000);
    let long = preceded(the_year, alt((written_year, thousand)));
    alt((long, written_year)).map(|y| Form::Fixed(Period::Year(y))).parse(i)
}

/// Nouns that a number before them counts, and what else shows that it is no year.
#[rustfmt::skip]
const COUNTED: &Words = words![
    "percent", "people", "troops", "men", "women", "soldiers", "points", "dollars", "feet", "miles", "kilometers",
    "kilometres", "km", "meters", "metres", "tons", "tonnes", "shares", "jobs", "members", "civilians", "workers",
    "pounds", "aircraft", "prisoners", "tanks", "acres", "wounded", "dead", "killed", "or", "fighters", "homes",
    "houses", "students", "demonstrators", "protesters", "planes", "euros", "yen", "rubles", "roubles", "hectares",
    "square", "sq", "cubic", "other", "more", "police", "personnel",
];

/// Plurals that a year before them tells apart: "1990 elections".
#[rustfmt::skip]
const DATED: &Words = words![
    "elections", "talks", "protests", "accords", "riots", "attacks", "bombings", "hostilities", "olympics", "results",
    "sales", "earnings", "figures", "wars", "agreements", "sanctions", "levels", "prices", "borders", "lines",
];

/// Words before a number that leave no doubt that it is a year.
#[rustfmt::skip]
const LEADS: &Words = words![
    "in", "since", "of", "by", "until", "till", "from", "to", "before", "after", "during", "between", "and", "through",
    "early", "late", "mid", "circa", "c.", "around", "or", "summer", "spring", "autumn", "winter", "fall", "year",
    "the", "for", "as", "throughout", "its", "their", "his", "a", "that", "on",
];

/// A number of four digits that counts nothing and numbers nothing.
fn is_year(around: &Around<'_>) -> bool {
    // An era, or "the year", leaves no doubt.
    let words = &around.sentence.tokens[around.start..around.end];
    if words.len() > 1
        && words.iter().any(|t| t.readings.unit.is_some() || t.kind != TokenKind::Number && !t.glued)
    {
        return !is_counted(around);
    }
    let before = around.before(1);
    let money = before.is_some_and(|t| {
        matches!(t.kind, TokenKind::Mark('$' | '£' | '€' | '#' | '¥' | '.'))
            || t.glued
                && matches!(t.kind, TokenKind::Mark('-' | '/'))
                && around.before(2).is_some_and(|n| n.kind == TokenKind::Number && n.span.len() != 4)
    });
    let numbered = around.follows(words![
        "some",
        "about",
        "flight",
        "no.",
        "number",
        "boeing",
        "nearly",
        "over",
        "than",
        "least",
        "resolution",
        "page",
        "room",
        "article",
        "model",
        "almost",
        "approximately",
        "roughly",
        "highway",
        "channel",
        "only",
        "another",
        "chapter",
        "section",
        "battalion",
        "brigade",
        "unit",
        "nos.",
    ]);
    let named = before.is_some_and(|t| t.case == Case::Title && t.readings.is_open() && !t.glued)
        && words.first().is_some_and(|t| t.kind == TokenKind::Number)
        && around.after(0).is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open());
    // Before 1900 a bare number needs a word that calls for a date.
    let old = words.first().is_some_and(|t| {
        t.kind == TokenKind::Number && t.readings.number().is_some_and(|n| !(1900..2100).contains(&n))
    });
    !is_counted(around) && !money && !numbered && !named && (!old || is_called(around))
}

/// Whether what stands before or behind calls for a year.
fn is_called(around: &Around<'_>) -> bool {
    let marked =
        around.before(1).is_some_and(|t| matches!(t.kind, TokenKind::Mark('(' | '-' | '–' | '—' | ',')));
    let month = around.before(1).is_some_and(|t| t.readings.month.is_some());
    let ranged = around.after(0).is_some_and(|t| matches!(t.kind, TokenKind::Mark('-' | '–')))
        && around.after(1).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() == 4);
    around.start == 0 || around.follows(LEADS) || marked || month || ranged
}

/// "2000 civilians", "1500 or 1600", "1999°": a count.
fn is_counted(around: &Around<'_>) -> bool {
    let Some(next) = around.after(0) else { return false };
    let led = around.follows(LEADS);
    let fraction = next.glued
        && matches!(next.kind, TokenKind::Mark('/' | ':'))
        && around.after(1).is_some_and(|n| n.glued);
    let scale = next.kind == TokenKind::Word && next.readings.number().is_some_and(|n| n >= 1000);
    let doubtful = next.among(words!["or", "killed", "wounded", "dead", "more", "other", "police", "troops"]);
    let noun = next.among(COUNTED)
        && !(doubtful && around.follows(words!["in", "since", "of", "by", "the", "from"]));
    let plural = next.kind == TokenKind::Word
        && next.case == Case::Lower
        && next.readings.is_open()
        && around.text_of(next).ends_with('s')
        && !around.text_of(next).ends_with("ss")
        && !next.among(DATED)
        && !led
        && around.start > 0
        && !around.before(1).is_some_and(|t| {
            matches!(t.kind, TokenKind::Mark(_) | TokenKind::Possessive | TokenKind::Number)
                || t.readings.month.is_some()
        });
    next.readings.unit.is_some() && !next.glued
        || matches!(next.kind, TokenKind::Mark('%' | '°'))
        || fraction
        || scale
        || noun
        || plural
}

/// "'06": the two digits.
pub(super) fn short_year(i: Tokens<'_>) -> Parsed<'_, u8> {
    let apostrophe = when(|t, _| matches!(t.kind, TokenKind::Mark('\'' | '’' | '‘' | '`')).then_some(()));
    let digits = when(|t, text| {
        (t.kind == TokenKind::Number && t.glued && text.len() == 2).then_some(t.readings.number()?)
    });
    (apostrophe, digits).map(|((), y)| narrow(y)).parse(i)
}

fn short(i: Tokens<'_>) -> Parsed<'_, Form> {
    short_year.map(|y| Form::Named(Name::ShortYear(y), Pick::Bare)).parse(i)
}

/// A year and not the beginning of a quotation: "'60 Minutes'".
fn is_short(around: &Around<'_>) -> bool {
    let quoted = around.after(0).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    let spaced = !around.first().is_some_and(|t| t.glued);
    spaced && !quoted && (around.start == 0 || around.follows(LEADS))
}
