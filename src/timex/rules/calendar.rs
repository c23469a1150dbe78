//! Dates with month or year: "3 March 2024", "March 2024", "2024-03-03", "1990".

use chrono::NaiveDate;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

use crate::text::{Case, Class, TokenKind, Tokens, Words, words};
use crate::time::Period;
use crate::timex::Form;
use crate::timex::form::{Name, Pick};
use crate::timex::rule::{
    Around, Opens, Parsed, Rule, always, any, day_number, glued, hyphen, mark, month, narrow, number,
    ordinal, weekday, when, word, year,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "calendar/date",
        opens: Opens::NUMBER.or(Opens::ORDINAL).or(Opens::MONTH).or(Opens::WEEKDAY).or(Opens::DETERMINER),
        parse: date,
        accept: not_a_vote,
        hits: &[
            ("Sept. 30", "2023-09-30"),
            ("March 3, 2024", "2024-03-03"),
            ("3 March 2024", "2024-03-03"),
            ("Dec. 21, 1988", "1988-12-21"),
            ("Monday, Oct. 26", "2023-10-26"),
            ("the 3rd of May 2019", "2019-05-03"),
            ("2024-03-03", "2024-03-03"),
            ("8 December", "2023-12-08"),
            ("January twenty-first 1997", "1997-01-21"),
            ("Saturday 25 April 1998", "1998-04-25"),
            ("22nd of June, 1941", "1941-06-22"),
            ("28/1/2026", "2026-01-28"),
            ("10/26/1998", "1998-10-26"),
            ("September 2 480 BC", "BC0480-09-02"),
        ],
        misses: &["They may 3", "31 February 2020", "a 5 to 3 vote", "page 12"],
    },
    Rule {
        id: "calendar/month-year",
        opens: Opens::MONTH,
        parse: month_year,
        accept: always,
        hits: &[
            ("March 2024", "2024-03"),
            ("December, 1941", "1941-12"),
            ("May of 1968", "1968-05"),
            ("January nineteen ninety-seven", "1997-01"),
            ("June 479 BC", "BC0479-06"),
        ],
        misses: &["march 2000 miles", "may 2000 people"],
    },
    Rule {
        id: "calendar/month",
        opens: Opens::MONTH,
        parse: month_alone,
        accept: is_month,
        hits: &[("October", "2023-10"), ("Sept.", "2023-09"), ("January", "2024-01")],
        misses: &[
            "It may rain",
            "They march on Rome",
            "Prime Minister Theresa May said",
            "May the force be with you",
        ],
    },
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
            ("AD 70", "0070"),
        ],
        misses: &["1500 people died", "some 2000 troops", "$2000", "Boeing 1900 aircraft", "flight 1988"],
    },
    Rule {
        id: "calendar/day-of-month",
        opens: Opens::DETERMINER,
        parse: day_of_month,
        accept: is_day_of_month,
        hits: &[("on [the 28th]", "2024-02-28"), ("by [the 13th]", "2024-04-13")],
        misses: &["the 20th century", "the 82nd Airborne", "on the 5th floor", "the second"],
    },
    Rule {
        id: "calendar/short-year",
        opens: Opens::APOSTROPHE,
        parse: short_year,
        accept: always,
        hits: &[("'06", "2006"), ("'99", "1999")],
        misses: &["'6", "the '90s"],
    },
];

/// A day and month is not a score or a ratio; "3 May" never follows another number's mark.
fn not_a_vote(around: &Around<'_>) -> bool {
    !around.before(1).is_some_and(|t| matches!(t.kind, TokenKind::Mark('$' | '£' | '€')))
}

/// Month and day, or a full date; a weekday before it is part of it.
pub(in crate::timex) fn date(i: Tokens<'_>) -> Parsed<'_, Form> {
    let prefix = (opt(word!("the")), weekday, opt(mark(',')), opt(any!["the"]));
    preceded(opt(prefix), alt((iso, slashes, day_first, month_first))).parse(i)
}

fn calendar_day(year: Option<i32>, month: u8, day: u8) -> Option<Form> {
    // A leap year allows every day a month can have.
    let at = NaiveDate::from_ymd_opt(year.unwrap_or(2000), u32::from(month), u32::from(day))?;
    Some(match year {
        Some(_) => Form::Fixed(Period::Day(at)),
        None => Form::Named(Name::MonthDay(month, day), Pick::Bare),
    })
}

fn valid(i: Tokens<'_>, form: Option<Form>) -> Parsed<'_, Form> {
    form.map_or(Err(nom::Err::Error(())), |form| Ok((i, form)))
}

/// "3 March 2024", "the 3rd of March", "3rd March, 2024".
fn day_first(i: Tokens<'_>) -> Parsed<'_, Form> {
    let day = alt((
        number(1, 31).map(narrow),
        preceded(opt(word!("the")), terminated(ordinal(1, 31), opt(word!("of")))).map(narrow),
    ));
    let (rest, (day, _, month, year)) =
        (day, opt(hyphen), month, opt(alt((after_comma, written_year)))).parse(i)?;
    valid(rest, calendar_day(year, month, day))
}

/// "March 3, 2024", "March 3rd", "March the third".
fn month_first(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, (month, _, day)) = (month, opt(word!("the")), day_number).parse(i)?;
    // "May 3.5" and "May 3,000" are no days; "March 20 people" may be one, so it stays.
    let (rest, year) = opt(alt((after_comma, written_year))).parse(rest)?;
    valid(rest, calendar_day(year, month, day))
}

fn after_comma(i: Tokens<'_>) -> Parsed<'_, i32> {
    preceded((opt(mark(',')), opt(word!("in"))), written_year).parse(i)
}

/// A year in digits or words.
pub(in crate::timex) fn written_year(i: Tokens<'_>) -> Parsed<'_, i32> {
    alt((year, spelled_year)).parse(i)
}

/// "nineteen ninety-six", "two thousand".
fn spelled_year(i: Tokens<'_>) -> Parsed<'_, i32> {
    let word = |low: u32, high: u32| {
        when(move |t, _| {
            let n = t.readings.number()?;
            (t.kind == TokenKind::Word && (low..=high).contains(&n)).then_some(n)
        })
    };
    let rest = (word(10, 99), opt(preceded(opt(hyphen), word(1, 9))))
        .map(|(tens, ones)| if tens % 10 == 0 { tens + ones.unwrap_or(0) } else { tens });
    let pair = (word(17, 20), opt(hyphen), rest).map(|(century, _, years)| century * 100 + years);
    let oh = (word(17, 20), opt(hyphen), any!["oh", "o"], opt(hyphen), word(1, 9))
        .map(|(century, _, (), _, year)| century * 100 + year);
    let (i, n) = alt((pair, oh)).parse(i)?;
    Ok((i, i32::try_from(n).unwrap_or(i32::MAX)))
}

/// "2024-03-03", with an optional clock time left to the clock family.
fn iso(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, (year, (), month, (), day)) =
        (number(1000, 2199), hyphen, glued(number(1, 12)), hyphen, glued(number(1, 31))).parse(i)?;
    valid(rest, calendar_day(i32::try_from(year).ok(), narrow(month), narrow(day)))
}

/// "28/1/2026": day first, as all the world writes it but the United States, unless only the other way makes a date.
fn slashes(i: Tokens<'_>) -> Parsed<'_, Form> {
    let slash = || when(|t, _| (matches!(t.kind, TokenKind::Mark('/')) && t.glued).then_some(()));
    let year = when(|t, text| {
        let n = i32::try_from(t.readings.number()?).ok()?;
        match text.len() {
            4 if n >= 1000 => Some(n),
            // Two digits: within the hundred years that end in 2049.
            2 if n < 50 => Some(2000 + n),
            2 => Some(1900 + n),
            _ => None,
        }
    });
    let (rest, (a, (), b, (), year)) =
        (number(1, 31), slash(), glued(number(1, 31)), slash(), glued(year)).parse(i)?;
    let (a, b) = (narrow(a), narrow(b));
    valid(rest, calendar_day(Some(year), b, a).or_else(|| calendar_day(Some(year), a, b)))
}

/// "March 2024", "May of 1968".
pub(in crate::timex) fn month_year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, (month, _, year)) =
        (month, opt(alt((mark(','), word!("of"), word!("in")))), written_year).parse(i)?;
    // "march 2000 miles": a count, not a year.
    if counts_what_follows(rest) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Form::Fixed(Period::Month(year, month))))
}

fn counts_what_follows(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|t| {
        t.readings.unit.is_some() || t.among(words!["miles", "people", "troops", "soldiers", "metres"])
    })
}

/// A month by itself.
pub(super) fn month_alone(i: Tokens<'_>) -> Parsed<'_, Form> {
    month.map(|m| Form::Named(Name::Month(m), Pick::Bare)).parse(i)
}

/// A month by itself, inside a longer phrase.
pub(in crate::timex) fn any_month(i: Tokens<'_>) -> Parsed<'_, Form> {
    month_alone(i)
}

/// A month and not a modal, a verb or a surname.
fn is_month(around: &Around<'_>) -> bool {
    const LEADS: &Words = words![
        "in", "since", "of", "by", "until", "till", "from", "to", "last", "next", "this", "late", "early",
        "mid", "before", "after", "during", "between", "through", "and", "each", "every", "for", "or",
        "past", "on", "around",
    ];
    let Some(first) = around.first() else { return false };
    if !first.among(words!["may", "march", "mar", "august", "jan", "jun", "dec"]) {
        return true;
    }
    if around.follows(LEADS) {
        return !around.after(0).is_some_and(|t| t.case == Case::Title && t.readings.is_open());
    }
    let sentence_start = around.start == 0;
    let name_before = around.before(1).is_some_and(|t| t.case == Case::Title && t.readings.is_open());
    let verb_after = around.after(0).is_some_and(|t| {
        t.kind == TokenKind::Word
            && (t.readings.is(Class::BE.and(Class::HAVE).and(Class::DETERMINER).and(Class::PRONOUN))
                || t.readings.is_open())
    });
    !(sentence_start || name_before || verb_after)
}

/// A year in digits or words.
pub(in crate::timex) fn year_number(i: Tokens<'_>) -> Parsed<'_, Form> {
    let the_year = (opt(word!("the")), word!("year"));
    let thousand = (any!["two"], word!("thousand")).map(|_| 2000);
    let long = preceded(the_year, alt((written_year, thousand)));
    alt((long, written_year)).map(|y| Form::Fixed(Period::Year(y))).parse(i)
}

/// A number of four digits that counts nothing.
fn is_year(around: &Around<'_>) -> bool {
    let counted = around.after(0).is_some_and(|t| {
        t.readings.unit.is_some() && !t.glued
            || matches!(t.kind, TokenKind::Mark('%' | '°'))
            || t.glued
                && matches!(t.kind, TokenKind::Mark('/' | ':'))
                && around.after(1).is_some_and(|n| n.glued)
            || t.readings.number().is_some_and(|n| n >= 1000) && t.kind == TokenKind::Word
            || t.among(words![
                "percent",
                "people",
                "troops",
                "men",
                "soldiers",
                "points",
                "dollars",
                "feet",
                "miles",
                "kilometers",
                "kilometres",
                "km",
                "meters",
                "metres",
                "tons",
                "tonnes",
                "shares",
                "jobs",
                "members",
                "civilians",
                "workers",
                "pounds",
                "aircraft",
                "prisoners",
                "tanks",
                "acres",
                "wounded",
                "dead",
                "killed",
                "or",
                "fighters",
                "homes",
                "houses",
                "students",
                "demonstrators",
                "protesters",
                "planes",
            ]) && !(t.among(words!["or", "killed", "wounded", "dead"])
                && around.follows(words!["in", "since", "of"]))
    });
    let counts = around.before(1).is_some_and(|t| {
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
        "roughly"
    ]);
    let named = around.before(1).is_some_and(|t| t.case == Case::Title && t.readings.is_open() && !t.glued)
        && around.first().is_some_and(|t| t.kind == TokenKind::Number)
        && !around.after(0).is_some_and(|t| matches!(t.kind, TokenKind::Mark(',' | '.' | ')')))
        && around.after(0).is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open());
    // Before 1900 a bare number needs a word that calls for a date, or an era behind it.
    let old = around.first().is_some_and(|t| {
        t.kind == TokenKind::Number && t.readings.number().is_some_and(|n| !(1900..2100).contains(&n))
    });
    let era = around.end - around.start > 1;
    let called = around.start == 0
        || around.follows(words![
            "in", "since", "of", "by", "until", "till", "from", "to", "before", "after", "during", "between",
            "and", "through", "early", "late", "mid", "circa", "c.", "around", "or", "summer", "spring",
            "autumn", "winter", "fall", "year", "the"
        ])
        || around.before(1).is_some_and(|t| matches!(t.kind, TokenKind::Mark('(' | '-' | '–' | '—' | ',')));
    let ranged = around.after(0).is_some_and(|t| matches!(t.kind, TokenKind::Mark('-' | '–')))
        && around.after(1).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() == 4);
    let called = called || ranged;
    !counted && !counts && !numbered && !named && (era || !old || called)
}

/// "'06".
fn short_year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let apostrophe = when(|t, _| matches!(t.kind, TokenKind::Mark('\'' | '’' | '‘' | '`')).then_some(()));
    let digits = when(|t, text| {
        (t.kind == TokenKind::Number && t.glued && text.len() == 2).then_some(t.readings.number()?)
    });
    (apostrophe, digits).map(|((), y)| Form::Named(Name::ShortYear(narrow(y)), Pick::Bare)).parse(i)
}

/// "the 28th", in digits only: "the second" is too many other things.
fn day_of_month(i: Tokens<'_>) -> Parsed<'_, Form> {
    let digits =
        when(|t, _| t.readings.ordinal().filter(|n| t.kind == TokenKind::Ordinal && (1..=31).contains(n)));
    (word!("the"), digits).map(|((), n)| Form::Named(Name::DayOfMonth(narrow(n)), Pick::Bare)).parse(i)
}

/// A day, where a preposition of time leads and no noun follows.
fn is_day_of_month(around: &Around<'_>) -> bool {
    let noun = around.after(0).is_some_and(|t| {
        t.kind == TokenKind::Word
            && (t.readings.is_open() || t.readings.unit.is_some() || t.case != Case::Lower)
            || t.kind == TokenKind::Number
            || t.glued && matches!(t.kind, TokenKind::Mark('-'))
    });
    around.follows(words!["on", "by", "until", "from", "to", "since", "before", "after"])
        && !noun
        && !around.precedes(words!["of"])
}
