//! Two or more dates of which one lends the others its month, year or half of the day: "3 to 7 May", "May 3-5",
//! "June and July 1941", "1914-18", "2-5 p.m.", "May 3, 5 and 7".

use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::{Input, Parser};

use crate::text::{TokenKind, Tokens};
use crate::time::Period;
use crate::timex::Form;
use crate::timex::form::{Clock, Name, Pair, Pick};
use crate::timex::rule::{
    Opens, Parsed, Rule, always, any, before_christ, day_number, glued, mark, month, narrow, number, season,
    when, word, year,
};
use crate::timex::rules::clock;
use crate::timex::rules::weekday::any_year;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "range/days-month",
        opens: Opens::NUMBER.or(Opens::ORDINAL).or(Opens::DETERMINER),
        parse: days_month,
        accept: always,
        hits: &[
            ("3 to 7 May 2023", "2023-05-03"),
            ("22 and 23 April 2023", "2023-04-22"),
            ("3-7 May 2023", "2023-05-03"),
            ("the 3rd and 4th of May 2023", "2023-05-03"),
            ("3, 5 and 7 May 2023", "2023-05-03"),
        ],
        misses: &["3 to 7 people"],
    },
    Rule {
        id: "range/month-days",
        opens: Opens::MONTH,
        parse: month_days,
        accept: always,
        hits: &[
            ("May 3-5, 2023", "2023-05-03"),
            ("May 3 and 5", "2024-05-03"),
            ("May 6 and 7th, 2023", "2023-05-06"),
            ("May 3, 5 and 7, 2023", "2023-05-03"),
        ],
        misses: &["May 3 and 5,000 men"],
    },
    Rule {
        id: "range/months",
        opens: Opens::MONTH.or(Opens::SEASON),
        parse: months,
        accept: always,
        hits: &[
            ("June and July 1941", "1941-06"),
            ("March to May 2023", "2023-03"),
            ("June–July 2023", "2023-06"),
            ("May, June and July 2023", "2023-05"),
            ("spring and summer of 2023", "2023-SP"),
        ],
        misses: &["March and 1941"],
    },
    Rule {
        id: "range/years",
        opens: Opens::NUMBER,
        parse: years,
        accept: always,
        hits: &[("1914-18", "1914"), ("1939–45", "1939"), ("2024/25", "2024")],
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
    Rule {
        id: "range/hours",
        opens: Opens::NUMBER,
        parse: hours,
        accept: always,
        hits: &[("2 to 5 p.m.", "2024-03-15T14:00"), ("9-11 a.m.", "2024-03-15T09:00")],
        misses: &["2 to 5 people", "2-5"],
    },
];

/// "to", "-", "and": whether it bounds a range.
fn joint(i: Tokens<'_>) -> Parsed<'_, bool> {
    let dash = when(|t, _| matches!(t.kind, TokenKind::Mark('-' | '–' | '—' | '/')).then_some(true));
    let to = any!["to", "through", "until", "till"].map(|()| true);
    alt((dash, to, any!["and", "or"].map(|()| false))).parse(i)
}

fn pair(first: (Form, usize), gap: usize, second: (Form, usize), range: bool) -> Form {
    Form::Pair(Box::new(Pair { first, gap, second, range }))
}

fn length(before: Tokens<'_>, after: Tokens<'_>) -> usize {
    before.input_len() - after.input_len()
}

/// A day of a month, of a year if one is named.
fn in_month(day: u8, month: u8, year: Option<i32>) -> Parsed<'static, Form> {
    let nothing = Tokens { text: "", tokens: &[] };
    let form = match year {
        None => Some(Form::Named(Name::MonthDay(month, day), Pick::Bare)),
        Some(year) => chrono::NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
            .map(|d| Form::Fixed(Period::Day(d))),
    };
    form.map_or(Err(nom::Err::Error(())), |form| Ok((nothing, form)))
}

fn trailing_year(i: Tokens<'_>) -> Parsed<'_, i32> {
    (opt(mark(',')), year).map(|(_, year)| year).parse(i)
}

/// "3 to 7 May 2023", "the 3rd and 4th of May", "3, 5 and 7 May".
fn days_month(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (first, the) = opt(word!("the")).parse(i)?;
    let (rest, from) = day_number(first)?;
    let first_length = length(first, rest) + usize::from(the.is_some());
    let comma = |i| (mark(','), days_month).parse(i);
    if the.is_none()
        && let Ok((after, ((), tail))) = comma(rest)
        && let Form::Pair(tail) = tail
    {
        let (month, year) = month_of(&tail.first.0)?;
        let (_, form) = in_month(from, month, year)?;
        let second = (Form::Pair(tail), length(rest, after) - 1);
        return Ok((after, pair((form, first_length), 1, second, false)));
    }
    let (second, range) = joint(rest)?;
    let (after, (_, to, _, month, year)) =
        (opt(word!("the")), day_number, opt(word!("of")), month, opt(trailing_year)).parse(second)?;
    let (_, form) = in_month(from, month, year)?;
    let (_, last) = in_month(to, month, year)?;
    Ok((after, pair((form, first_length), 1, (last, length(second, after)), range)))
}

/// The month and year of a day.
fn month_of(form: &Form) -> Result<(u8, Option<i32>), nom::Err<()>> {
    match form {
        Form::Named(Name::MonthDay(month, _), _) => Ok((*month, None)),
        Form::Fixed(Period::Day(day)) => {
            use chrono::Datelike;
            Ok((narrow(day.month()), Some(day.year())))
        }
        _ => Err(nom::Err::Error(())),
    }
}

/// "May 3-5, 2023", "May 3, 5 and 7": those behind are the bare number and the year.
fn month_days(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (joined, (month, from)) = (month, day_number).parse(i)?;
    let (after, (days, year)) = more_days(joined)?;
    let (_, form) = in_month(from, month, year)?;
    let mut tail: Option<(Form, usize)> = None;
    // From the last to the first, each with what follows it.
    for (n, day) in days.iter().enumerate().rev() {
        let (_, here) = in_month(day.number, month, year)?;
        let own = day.length + if n + 1 == days.len() { day.rest } else { 0 };
        tail = Some(match tail {
            None => (here, own),
            Some((next, length)) => {
                let both = pair((here, own), days[n + 1].gap, (next, length), days[n + 1].range);
                (both, own + days[n + 1].gap + length)
            }
        });
    }
    let second = tail.ok_or(nom::Err::Error(()))?;
    Ok((after, pair((form, length(i, joined)), days[0].gap, second, days[0].range)))
}

/// One day more behind a month and day.
struct More {
    number: u8,
    /// Its own tokens.
    length: usize,
    /// Tokens of the year behind the last.
    rest: usize,
    /// Tokens between it and the one before.
    gap: usize,
    /// Whether it ends a range.
    range: bool,
}

fn more_days(i: Tokens<'_>) -> Parsed<'_, (Vec<More>, Option<i32>)> {
    let mut days = Vec::new();
    let mut rest = i;
    loop {
        let comma = (mark(','), opt(any!["and", "or"])).map(|_| false);
        let Ok((number, range)) = alt((joint, comma)).parse(rest) else { break };
        let Ok((after, day)) = verify(day_number, |n| *n <= 31).parse(number) else { break };
        days.push(More {
            number: day,
            length: length(number, after),
            rest: 0,
            gap: length(rest, number),
            range,
        });
        rest = after;
    }
    let (after, year) = opt(trailing_year).parse(rest)?;
    let last = days.last_mut().ok_or(nom::Err::Error(()))?;
    last.rest = length(rest, after);
    // "May 3 and 5 men", "May 3, 20 people": the number counts what follows.
    let counts = year.is_none()
        && !last.range
        && after.first().is_some_and(|t| {
            t.kind == TokenKind::Word
                && (t.readings.is_open()
                    || t.readings.unit.is_some()
                    || t.readings.month.is_some()
                    || t.readings.number().is_some())
                || matches!(t.kind, TokenKind::Mark('%' | '$'))
        });
    // "May 3, 5" alone may be anything; a list ends in "and".
    let listed = days.iter().all(|d| d.gap == 1 && !d.range) && days.len() == 1 && is_comma(i);
    if counts || listed && year.is_none() { Err(nom::Err::Error(())) } else { Ok((after, (days, year))) }
}

fn is_comma(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|t| t.kind == TokenKind::Mark(','))
}

/// "June and July 1941", "May, June and July 2023", "spring and summer of 2023".
fn months(i: Tokens<'_>) -> Parsed<'_, Form> {
    let name = || alt((month.map(Name::Month), season.map(Name::Season)));
    let (rest, from) = name().parse(i)?;
    let comma = |i| (mark(','), months).parse(i);
    if let Ok((after, ((), Form::Pair(tail)))) = comma(rest)
        && let Form::Named(_, pick) = &tail.first.0
    {
        let first = (Form::Named(from, pick.clone()), 1);
        let second = (Form::Pair(tail), length(rest, after) - 1);
        return Ok((after, pair(first, 1, second, false)));
    }
    let (second, range) = joint(rest)?;
    let of = opt(alt((mark(','), word!("of"), word!("in"))));
    let (after, (to, _, year)) = (name(), of, any_year).parse(second)?;
    // A range that runs over New Year begins in the year before.
    let begins = match (&from, &to, &year) {
        (Name::Month(a), Name::Month(b), Form::Fixed(Period::Year(y))) if range && a > b => {
            Form::Fixed(Period::Year(y - 1))
        }
        _ => year.clone(),
    };
    let first = Form::Named(from, Pick::In(Box::new(begins)));
    let last = Form::Named(to, Pick::In(Box::new(year)));
    Ok((after, pair((first, 1), 1, (last, length(second, after)), range)))
}

/// "1914-18", "2024/25".
fn years(i: Tokens<'_>) -> Parsed<'_, Form> {
    let dash = when(|t, _| (matches!(t.kind, TokenKind::Mark('-' | '–' | '/')) && t.glued).then_some(()));
    let short = glued(when(|t, text| {
        (t.kind == TokenKind::Number && text.len() == 2).then_some(t.readings.number()?)
    }));
    let (rest, (from, (), to)) = (year, dash, short).parse(i)?;
    let to = from.div_euclid(100) * 100 + i32::try_from(to).unwrap_or(0);
    // "2024-03" goes on as a date; "1914-18" does not.
    let goes_on = rest.first().is_some_and(|t| t.glued && matches!(t.kind, TokenKind::Mark('-' | '/')));
    if to <= from || from < 1000 || goes_on {
        return Err(nom::Err::Error(()));
    }
    let year = |y| (Form::Fixed(Period::Year(y)), 1);
    Ok((rest, pair(year(from), 1, year(to), true)))
}

/// "499 to 493 BC": the era of the second is the first's too.
fn years_before_christ(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (second, (from, range)) = (number(1, 9999), joint).parse(i)?;
    let (after, (to, ())) = (number(1, 9999), before_christ).parse(second)?;
    if to >= from {
        return Err(nom::Err::Error(()));
    }
    let before = |n: u32| Form::Fixed(Period::Year(1 - i32::try_from(n).unwrap_or(0)));
    Ok((after, pair((before(from), 1), 1, (before(to), length(second, after)), range)))
}

/// "2 to 5 p.m.", "9-11 a.m.": the half of the day is the second's, unless that would run backwards.
fn hours(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (second, (from, range)) = (number(1, 12), joint).parse(i)?;
    let (after, to) = clock::clock(second)?;
    let first = if u32::from(to.hour % 12) < from % 12 {
        from % 12
    } else {
        from % 12 + u32::from(to.hour / 12 * 12)
    };
    let first = Clock { hour: narrow(first), minute: 0, second: 0, utc: false };
    let says = to.hour != 24 && after.input_len() < second.input_len() - 1;
    if !range || !says {
        return Err(nom::Err::Error(()));
    }
    let second_form = (Form::Clock(to, None), length(second, after));
    Ok((after, pair((Form::Clock(first, None), 1), 1, second_form, true)))
}
