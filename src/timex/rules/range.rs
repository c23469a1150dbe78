//! Two dates of which the second lends the first its month or year: "3 to 7 May", "May 3-5", "June and July 1941".

use nom::branch::alt;
use nom::combinator::opt;
use nom::{Input, Parser};

use crate::text::{TokenKind, Tokens};
use crate::time::Period;
use crate::timex::Form;
use crate::timex::form::{Name, Pair, Pick};
use crate::timex::rule::{
    Opens, Parsed, Rule, always, any, before_christ, glued, month, narrow, number, when, year,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "range/days-month",
        opens: Opens::NUMBER,
        parse: days_month,
        accept: always,
        hits: &[
            ("3 to 7 May 2023", "2023-05-03"),
            ("22 and 23 April 2023", "2023-04-22"),
            ("3-7 May 2023", "2023-05-03"),
        ],
        misses: &["3 to 7 people"],
    },
    Rule {
        id: "range/month-days",
        opens: Opens::MONTH,
        parse: month_days,
        accept: always,
        hits: &[("May 3-5, 2023", "2023-05-03"), ("May 3 and 5", "2024-05-03")],
        misses: &["May 3 and 5,000 men"],
    },
    Rule {
        id: "range/months",
        opens: Opens::MONTH,
        parse: months,
        accept: always,
        hits: &[
            ("June and July 1941", "1941-06"),
            ("March to May 2023", "2023-03"),
            ("June–July 2023", "2023-06"),
        ],
        misses: &["March and 1941"],
    },
    Rule {
        id: "range/years",
        opens: Opens::NUMBER,
        parse: years,
        accept: always,
        hits: &[("1914-18", "1914"), ("1939–45", "1939")],
        misses: &["1914-1918", "555-12"],
    },
    Rule {
        id: "range/years-bc",
        opens: Opens::NUMBER,
        parse: years_before_christ,
        accept: always,
        hits: &[("499 to 493 BC", "BC0499"), ("240-238 BC", "BC0240"), ("496 and 495 BC", "BC0496")],
        misses: &["480 BC", "50 and 60 men"],
    },
];

/// "to", "-", "and": whether it bounds a range, and how many tokens it takes.
fn joint(i: Tokens<'_>) -> Parsed<'_, bool> {
    let dash = when(|t, _| matches!(t.kind, TokenKind::Mark('-' | '–' | '—')).then_some(true));
    alt((dash, any!["to", "through", "until"].map(|()| true), any!["and", "or"].map(|()| false))).parse(i)
}

fn pair(first: (Form, usize), second: (Form, usize), range: bool) -> Form {
    Form::Pair(Box::new(Pair { first, gap: 1, second, range }))
}

fn length(before: Tokens<'_>, after: Tokens<'_>) -> usize {
    before.input_len() - after.input_len()
}

fn in_month(day: u8, month: u8, year: Option<i32>) -> Option<Form> {
    match year {
        None => Some(Form::Named(Name::MonthDay(month, day), Pick::Bare)),
        Some(year) => chrono::NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
            .map(|d| Form::Fixed(Period::Day(d))),
    }
}

fn trailing_year(i: Tokens<'_>) -> Parsed<'_, i32> {
    let comma = when(|t, _| matches!(t.kind, TokenKind::Mark(',')).then_some(()));
    (opt(comma), year).map(|(_, year)| year).parse(i)
}

/// "3 to 7 May 2023".
fn days_month(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, (from, range)) = (number(1, 31), joint).parse(i)?;
    let (after, (to, month, year)) = (number(1, 31), month, opt(trailing_year)).parse(rest)?;
    let first = in_month(narrow(from), month, year).ok_or(nom::Err::Error(()))?;
    let second = in_month(narrow(to), month, year).ok_or(nom::Err::Error(()))?;
    Ok((after, pair((first, 1), (second, length(rest, after)), range)))
}

/// "May 3-5, 2023": the second is the bare number and the year.
fn month_days(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (joined, (month, from)) = (month, number(1, 31)).parse(i)?;
    let (rest, range) = joint.parse(joined)?;
    let (after, (to, year)) = (number(1, 31), opt(trailing_year)).parse(rest)?;
    let counts = after.first().is_some_and(|t| {
        t.kind == TokenKind::Word
            && (t.readings.is_open() || t.readings.unit.is_some() || t.readings.month.is_some())
    });
    if !range && counts {
        return Err(nom::Err::Error(()));
    }
    let first = in_month(narrow(from), month, year).ok_or(nom::Err::Error(()))?;
    let second = in_month(narrow(to), month, year).ok_or(nom::Err::Error(()))?;
    Ok((after, pair((first, length(i, joined)), (second, length(rest, after)), range)))
}

/// "June and July 1941".
fn months(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, (from, range)) = (month, joint).parse(i)?;
    let (after, (to, year)) = (month, trailing_year).parse(rest)?;
    // A range that runs over New Year begins in the year before.
    let begins = if range && from > to { year - 1 } else { year };
    let first = Form::Fixed(Period::Month(begins, from));
    let second = Form::Fixed(Period::Month(year, to));
    Ok((after, pair((first, 1), (second, length(rest, after)), range)))
}

/// "1914-18".
fn years(i: Tokens<'_>) -> Parsed<'_, Form> {
    let dash = when(|t, _| (matches!(t.kind, TokenKind::Mark('-' | '–')) && t.glued).then_some(()));
    let short = glued(when(|t, text| {
        (t.kind == TokenKind::Number && text.len() == 2).then_some(t.readings.number()?)
    }));
    let (rest, (from, (), to)) = (year, dash, short).parse(i)?;
    let to = from.div_euclid(100) * 100 + i32::try_from(to).unwrap_or(0);
    if to <= from || from < 1000 {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, pair((Form::Fixed(Period::Year(from)), 1), (Form::Fixed(Period::Year(to)), 1), true)))
}

/// "499 to 493 BC": the era of the second is the first's too.
fn years_before_christ(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, (from, range)) = (number(1, 9999), joint).parse(i)?;
    let (after, (to, ())) = (number(1, 9999), before_christ).parse(rest)?;
    if to >= from {
        return Err(nom::Err::Error(()));
    }
    let before = |n: u32| Form::Fixed(Period::Year(1 - i32::try_from(n).unwrap_or(0)));
    Ok((after, pair((before(from), 1), (before(to), length(rest, after)), range)))
}
