//! Dates with a month: "3 March 2024", "Jan. 28", "March 2024", "2024-03-03", "28/1/2026", "the 28th".

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
    ordinal, weekday, when, word,
};
use crate::timex::rules::deictic;
use crate::timex::rules::year::short_year;
pub(in crate::timex) use crate::timex::rules::year::written_year;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "calendar/date",
        opens: Opens::NUMBER.or(Opens::ORDINAL).or(Opens::MONTH).or(Opens::WEEKDAY).or(Opens::DETERMINER),
        parse: date,
        accept: counts_no_money,
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
            ("28-Jan-2026", "2026-01-28"),
            ("28.1.2026", "2026-01-28"),
            ("3 March '24", "2024-03-03"),
        ],
        misses: &["They may 3", "31 February 2020", "a 5 to 3 vote", "page 12", "version 1.2.3"],
    },
    Rule {
        id: "calendar/month-year",
        opens: Opens::MONTH.or(Opens::DETERMINER),
        parse: month_year,
        accept: always,
        hits: &[
            ("March 2024", "2024-03"),
            ("December, 1941", "1941-12"),
            ("May of 1968", "1968-05"),
            ("January nineteen ninety-seven", "1997-01"),
            ("June 479 BC", "BC0479-06"),
            ("the month of May 1940", "1940-05"),
            ("March '24", "2024-03"),
        ],
        misses: &["march 2000 miles", "may 2000 people"],
    },
    Rule {
        id: "calendar/month",
        opens: Opens::MONTH.or(Opens::DETERMINER),
        parse: month_alone,
        accept: is_month,
        hits: &[
            ("October", "2023-10"),
            ("Sept.", "2023-09"),
            ("January", "2024-01"),
            ("the month of March", "2024-03"),
        ],
        misses: &[
            "It may rain",
            "They march on Rome",
            "Prime Minister Theresa May said",
            "May the force be with you",
            "the annual March for Life",
            "June Osborne said",
        ],
    },
    Rule {
        id: "calendar/day-of-month",
        opens: Opens::DETERMINER.or(Opens::WEEKDAY),
        parse: day_of_month,
        accept: is_day_of_month,
        hits: &[
            ("on [the 28th]", "2024-02-28"),
            ("by [the 13th]", "2024-04-13"),
            ("the 28th of last month", "2024-02-28"),
            ("Friday the 13th", "2024-03-13"),
        ],
        misses: &["the 20th century", "the 82nd Airborne", "on the 5th floor", "the second"],
    },
];

/// "$3 May" is a sum.
fn counts_no_money(around: &Around<'_>) -> bool {
    !around.before(1).is_some_and(|t| matches!(t.kind, TokenKind::Mark('$' | '£' | '€')))
}

/// Month and day, or a full date; a weekday before it is part of it.
pub(in crate::timex) fn date(i: Tokens<'_>) -> Parsed<'_, Form> {
    let prefix = (opt(word!("the")), weekday, opt(mark(',')), opt(any!["the"])).map(|(_, day, ..)| day);
    let (rest, (weekday, form)) =
        (opt(prefix), alt((iso, slashes, dots, day_first, month_first))).parse(i)?;
    Ok((
        rest,
        match (weekday, form) {
            (Some(weekday), Form::Named(name, Pick::Bare)) => Form::Named(name, Pick::On(weekday)),
            (_, form) => form,
        },
    ))
}

/// How a year is written behind a day.
#[derive(Clone, Copy)]
enum Year {
    Full(i32),
    /// "'24"
    Short(u8),
}

fn calendar_day(year: Option<Year>, month: u8, day: u8) -> Option<Form> {
    let written = match year {
        Some(Year::Full(year)) => Some(year),
        _ => None,
    };
    // A leap year allows every day a month can have.
    let at = NaiveDate::from_ymd_opt(written.unwrap_or(2000), u32::from(month), u32::from(day))?;
    let name = Name::MonthDay(month, day);
    Some(match year {
        Some(Year::Full(_)) => Form::Fixed(Period::Day(at)),
        Some(Year::Short(y)) => {
            Form::Named(name, Pick::In(Box::new(Form::Named(Name::ShortYear(y), Pick::Bare))))
        }
        None => Form::Named(name, Pick::Bare),
    })
}

fn valid(i: Tokens<'_>, form: Option<Form>) -> Parsed<'_, Form> {
    form.map_or(Err(nom::Err::Error(())), |form| Ok((i, form)))
}

/// A year behind a day and month, with or without a comma: "2024", ", 2024", "in 2024", "'24".
fn year_behind(i: Tokens<'_>) -> Parsed<'_, Year> {
    let full = preceded((opt(mark(',')), opt(any!["in", "of"])), written_year).map(Year::Full);
    let short = preceded(opt(mark(',')), short_year).map(Year::Short);
    alt((full, short)).parse(i)
}

/// "3 March 2024", "the 3rd of March", "3rd March, 2024", "28-Jan-2026".
fn day_first(i: Tokens<'_>) -> Parsed<'_, Form> {
    let day = alt((
        number(1, 31).map(narrow),
        preceded(opt(word!("the")), terminated(ordinal(1, 31), opt(word!("of")))).map(narrow),
    ));
    let (rest, (day, _, opened, month)) = (day, opt(word!("of")), opt(hyphen), month).parse(i)?;
    let dashed = preceded(hyphen, glued(written_year)).map(Year::Full);
    let (rest, year) = match opened {
        Some(()) => opt(alt((dashed, year_behind))).parse(rest)?,
        None => opt(year_behind).parse(rest)?,
    };
    valid(rest, calendar_day(year, month, day))
}

/// "March 3, 2024", "March 3rd", "March the third".
fn month_first(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, (month, _, day)) = (month, opt(word!("the")), day_number).parse(i)?;
    // "May 3.5" and "May 3,000" are no days; "March 20 people" may be one, so it stays.
    let (rest, year) = opt(year_behind).parse(rest)?;
    valid(rest, calendar_day(year, month, day))
}

/// A day of the month beside the month's name.
pub(in crate::timex) fn day_in_month(i: Tokens<'_>) -> Parsed<'_, u8> {
    preceded(opt(word!("the")), day_number).parse(i)
}

/// "2024-03-03", "2024/03/03"; a clock time behind it is left to the clock family.
fn iso(i: Tokens<'_>) -> Parsed<'_, Form> {
    let slash = || when(|t, _| (matches!(t.kind, TokenKind::Mark('/')) && t.glued).then_some(()));
    let dashes = (number(1000, 2199), hyphen, glued(number(1, 12)), hyphen, glued(number(1, 31)));
    let slashes = (number(1000, 2199), slash(), glued(number(1, 12)), slash(), glued(number(1, 31)));
    let (rest, (year, (), month, (), day)) = alt((dashes, slashes)).parse(i)?;
    let year = i32::try_from(year).ok().map(Year::Full);
    valid(rest, calendar_day(year, narrow(month), narrow(day)))
}

/// "28/1/2026", "10/26/98", "28-01-2026": which is the month is for the article's habit to say.
fn slashes(i: Tokens<'_>) -> Parsed<'_, Form> {
    let joint = |c| when(move |t, _| (t.kind == TokenKind::Mark(c) && t.glued).then_some(()));
    let short_too = |t: &crate::text::Token, text: &str| {
        let n = i32::try_from(t.readings.number()?).ok()?;
        match text.len() {
            4 if n >= 1000 => Some(n),
            // Two digits: within the hundred years that end in 2049.
            2 if n < 50 => Some(2000 + n),
            2 => Some(1900 + n),
            _ => None,
        }
    };
    let long = |t: &crate::text::Token, text: &str| short_too(t, text).filter(|_| text.len() == 4);
    let slashed = (number(1, 31), joint('/'), glued(number(1, 31)), joint('/'), glued(when(short_too)));
    let dashed = (number(1, 31), joint('-'), glued(number(1, 31)), joint('-'), glued(when(long)));
    let (rest, (a, (), b, (), year)) = alt((slashed, dashed)).parse(i)?;
    numeric(rest, narrow(a), narrow(b), year)
}

/// "28.1.2026", which the tokens give as "28.1", ".", "2026".
fn dots(i: Tokens<'_>) -> Parsed<'_, Form> {
    let pair = when(|t, text| {
        let (day, month) = text.split_once('.')?;
        let fits = t.kind == TokenKind::Number && day.len() <= 2 && month.len() <= 2;
        fits.then(|| Some((day.parse().ok()?, month.parse().ok()?))).flatten()
    });
    let year = when(|t, text| {
        let n = i32::try_from(t.readings.number()?).ok()?;
        (t.glued && text.len() == 4 && n >= 1000).then_some(n)
    });
    let (rest, ((day, month), (), year)) = (pair, glued(mark('.')), year).parse(i)?;
    valid(rest, calendar_day(Some(Year::Full(year)), month, day))
}

fn numeric(rest: Tokens<'_>, a: u8, b: u8, year: i32) -> Parsed<'_, Form> {
    let is_day =
        |month: u8, day: u8| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)).is_some();
    if is_day(a, b) || is_day(b, a) {
        Ok((rest, Form::Numeric(a, b, year)))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// "March 2024", "May of 1968", "the month of May 1940".
pub(in crate::timex) fn month_year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, (_, month)) = (opt(the_month_of), month).parse(i)?;
    let joint = || opt(alt((mark(','), word!("of"), word!("in"))));
    if let Ok((rest, (_, year))) = (joint(), written_year).parse(rest) {
        // "march 2000 miles": a count, not a year.
        let counts = rest.first().is_some_and(|t| {
            t.readings.unit.is_some()
                || t.among(words!["miles", "people", "troops", "soldiers", "metres", "meters", "men"])
        });
        let form = Form::Fixed(Period::Month(year, month));
        return if counts { Err(nom::Err::Error(())) } else { Ok((rest, form)) };
    }
    let (rest, year) = short_year(rest)?;
    let year = Form::Named(Name::ShortYear(year), Pick::Bare);
    Ok((rest, Form::Named(Name::Month(month), Pick::In(Box::new(year)))))
}

fn the_month_of(i: Tokens<'_>) -> Parsed<'_, ()> {
    (word!("the"), word!("month"), word!("of")).map(|_| ()).parse(i)
}

/// A month by itself.
pub(in crate::timex) fn month_alone(i: Tokens<'_>) -> Parsed<'_, Form> {
    preceded(opt(the_month_of), month).map(|m| Form::Named(Name::Month(m), Pick::Bare)).parse(i)
}

/// Words before a month that leave no doubt of it.
#[rustfmt::skip]
const LEADS: &Words = words![
    "in", "since", "of", "by", "until", "till", "from", "to", "last", "next", "this", "late", "early", "mid", "before",
    "after", "during", "between", "through", "and", "each", "every", "for", "or", "past", "on", "around", "throughout",
];

/// A month and not a modal, a verb, a demonstration or somebody's name.
fn is_month(around: &Around<'_>) -> bool {
    if around.end - around.start > 1 {
        return true;
    }
    let Some(first) = around.first() else { return false };
    let next = around.after(0);
    // "Feb. 29, 2023": with a day and a year behind it, it would be read already if there were such a day.
    let number = |on| around.after(on).and_then(|t| t.readings.number());
    let comma = usize::from(around.after(1).is_some_and(|t| t.kind == TokenKind::Mark(',')));
    let year = around.after(1 + comma).is_some_and(|t| t.span.len() == 4) && number(1 + comma).is_some();
    if number(0).is_some_and(|n| n < 32) && year {
        return false;
    }
    let name_after = next.is_some_and(|t| t.case == Case::Title && t.readings.is_open() && !t.glued);
    // "in April Nixon appointed": what follows does not matter.
    if around.follows(words![
        "in",
        "since",
        "last",
        "next",
        "this",
        "late",
        "early",
        "mid",
        "until",
        "till",
        "during",
        "through",
        "throughout",
        "each",
        "every"
    ]) {
        return true;
    }
    let led = around.follows(LEADS);
    if !first.among(words!["may", "march", "mar", "august", "jan", "jun", "dec", "april", "june"]) {
        return true;
    }
    if led {
        return !name_after;
    }
    // "He may March", "they March"
    if around.before(1).is_some_and(|t| t.readings.is(Class::MODAL.and(Class::PRONOUN))) {
        return false;
    }
    // "Dec ran the show": cut short without a full stop, and nothing leads to it.
    if around.start == 0
        && first.among(words!["jan", "jun", "dec", "mar"])
        && around.text_of(first).len() == 3
    {
        return false;
    }
    // "the annual March for Life", "the March to the Sea"
    if first.among(words!["march"]) {
        let goes = around.precedes(words!["for", "on", "against", "to", "through"]);
        let one = around.follows(words!["the", "a", "long", "annual"])
            && !next.is_some_and(|t| {
                t.kind == TokenKind::Number || t.readings.is_open() && t.kind == TokenKind::Word
            });
        if goes || one {
            return false;
        }
    }
    let name_before = around.before(1).is_some_and(|t| t.case == Case::Title && t.readings.is_open());
    if first.among(words!["april", "june", "jun", "dec"]) {
        return !name_after && !name_before;
    }
    let verb_after = next.is_some_and(|t| {
        t.kind == TokenKind::Word
            && (t.readings.is(Class::BE.and(Class::HAVE).and(Class::DETERMINER).and(Class::PRONOUN))
                || t.readings.is_open())
    });
    !(around.start == 0 || name_before || verb_after)
}

/// "the 28th", in digits only: "the second" is too many other things.
pub(in crate::timex) fn day_of_month(i: Tokens<'_>) -> Parsed<'_, Form> {
    let digits =
        when(|t, _| t.readings.ordinal().filter(|n| t.kind == TokenKind::Ordinal && (1..=31).contains(n)));
    let (rest, (_, (), day)) = (opt((weekday, opt(mark(',')))), word!("the"), digits).parse(i)?;
    let name = Name::DayOfMonth(narrow(day));
    let month = (opt(word!("of")), deictic::month).map(|(_, month)| month);
    let (rest, month) = opt(month).parse(rest)?;
    Ok((rest, Form::Named(name, month.map_or(Pick::Bare, |m| Pick::In(Box::new(m))))))
}

/// A day, where a preposition of time leads and no noun follows.
fn is_day_of_month(around: &Around<'_>) -> bool {
    if around.end - around.start > 2 {
        return true;
    }
    let noun = around.after(0).is_some_and(|t| {
        t.kind == TokenKind::Word
            && (t.readings.is_open() || t.readings.unit.is_some() || t.case != Case::Lower)
            || t.kind == TokenKind::Number
            || t.glued && matches!(t.kind, TokenKind::Mark('-'))
    });
    let led = around.follows(words!["on", "by", "until", "from", "to", "since", "before", "after"]);
    led && !noun && !around.precedes(words!["of"])
}
