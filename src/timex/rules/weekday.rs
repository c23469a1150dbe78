//! Weekdays and months with or without a direction: "on Friday", "last Friday", "next May", "Tuesday of last week".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use crate::text::{Class, TokenKind, Tokens};
use crate::time::{Period, Unit};
use crate::timex::Form;
use crate::timex::form::{Name, Pick, Which};
use crate::timex::rule::{
    Around, Opens, Parsed, Rule, always, any, hyphen, mark, month, season, weekday, word,
};
use crate::timex::rules::{calendar, deictic};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "weekday/named",
        opens: Opens::WEEKDAY.or(Opens::WORD).or(Opens::DETERMINER),
        parse: named,
        accept: is_weekday,
        hits: &[
            ("Friday", "2024-03-15"),
            ("Wednesday", "2024-03-13"),
            ("last Friday", "2024-03-08"),
            ("next Tuesday", "2024-03-19"),
            ("this Sunday", "2024-03-17"),
            ("this coming Sunday", "2024-03-17"),
            ("Tuesday of last week", "2024-03-05"),
            ("Monday this week", "2024-03-11"),
            ("the following Monday", "2024-03-18"),
            ("the Friday before", "2024-03-08"),
        ],
        misses: &["he sat down", "the sun rose", "they wed in May 2019", "Joe Friday Smith"],
    },
    Rule {
        id: "weekday/month",
        opens: Opens::MONTH.or(Opens::WORD).or(Opens::DETERMINER).or(Opens::NUMBER).or(Opens::ORDINAL),
        parse: month_named,
        accept: always,
        hits: &[
            ("last October", "2023-10"),
            ("next May", "2024-05"),
            ("this January", "2024-01"),
            ("June last year", "2023-06"),
            ("October of last year", "2023-10"),
            ("January this year", "2024-01"),
            ("last October 7", "2023-10-07"),
        ],
        misses: &["the last march on Rome", "the next may come"],
    },
];

/// "last", "next", "this", "this past", "the following".
pub(in crate::timex) fn which(i: Tokens<'_>) -> Parsed<'_, Which> {
    let this = (
        word!("this"),
        opt(alt((
            any!["past", "last"].map(|()| Which::Last),
            any!["coming", "next", "upcoming"].map(|()| Which::Next),
        ))),
    )
        .map(|((), more)| more.unwrap_or(Which::This));
    let current =
        (opt(any!["the", "its", "their"]), any!["current", "present", "ongoing"]).map(|_| Which::This);
    let last =
        (opt(word!("the")), alt((word!("last").map(|()| Which::Last), word!("past").map(|()| Which::Past))))
            .map(|(_, which)| which);
    let next = (opt(word!("the")), any!["coming", "upcoming", "next"]).map(|_| Which::Next);
    let same = alt((
        (any!["the", "that", "this"], any!["same", "very"]).map(|_| Which::Same),
        word!("that").map(|()| Which::Same),
    ));
    let previous = (opt(word!("the")), any!["previous", "preceding", "prior"]).map(|_| Which::Previous);
    let following = (word!("the"), any!["following", "subsequent", "ensuing"]).map(|_| Which::Following);
    alt((same, this, current, previous, following, last, next)).parse(i)
}

/// A weekday, with or without a direction.
pub(in crate::timex) fn named(i: Tokens<'_>) -> Parsed<'_, Form> {
    let pick = |day, which| Form::Named(Name::Weekday(day), Pick::Which(which));
    let directed = (which, weekday).map(move |(which, day)| pick(day, which));
    let inside = (weekday, preceded(opt(alt((word!("of"), mark(',')))), deictic::week))
        .map(|(day, week)| Form::Named(Name::Weekday(day), Pick::In(Box::new(week))));
    // "Friday week": a week after this one.
    let week = (weekday, word!("week")).map(|(day, ())| {
        let next = Form::Unit(Unit::Week, Which::Next);
        Form::Named(Name::Weekday(day), Pick::In(Box::new(next)))
    });
    let side = alt((word!("last").map(|()| Which::Last), word!("next").map(|()| Which::Next)));
    let postposed = (weekday, side).map(move |(day, which)| pick(day, which));
    let beside = alt((
        any!["before", "previous"].map(|()| Which::Previous),
        any!["after", "following"].map(|()| Which::Following),
    ));
    let beside = (word!("the"), weekday, nom::sequence::terminated(beside, closes))
        .map(move |((), day, which)| pick(day, which));
    let bare = weekday.map(|day| Form::Named(Name::Weekday(day), Pick::Bare));
    alt((directed, inside, week, postposed, beside, bare)).parse(i)
}

/// Nothing that "before" or "after" could govern.
fn closes(i: Tokens<'_>) -> Parsed<'_, ()> {
    let governs = i.first().is_some_and(|t| {
        t.kind != TokenKind::Possessive
            && !matches!(t.kind, TokenKind::Mark(_))
            && !t.readings.is(Class::CONJUNCTION.and(Class::PREPOSITION).and(Class::MODAL).and(Class::BE))
    });
    if governs { Err(nom::Err::Error(())) } else { Ok((i, ())) }
}

/// Not a person of that name: "Joe Friday Smith".
fn is_weekday(around: &Around<'_>) -> bool {
    let capital = |t: Option<&crate::text::Token>| {
        t.is_some_and(|t| {
            t.kind == TokenKind::Word && t.case != crate::text::Case::Lower && t.readings.is_open()
        })
    };
    let single = around.end - around.start == 1;
    !(single && capital(around.before(1)) && capital(around.after(0)))
}

/// "2024", "last year", "that year".
pub(in crate::timex) fn any_year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let written = calendar::written_year.map(|y| Form::Fixed(Period::Year(y)));
    alt((written, deictic::year)).parse(i)
}

/// A month with a direction, or in a year that is only pointed at, or a day of one.
pub(in crate::timex) fn month_named(i: Tokens<'_>) -> Parsed<'_, Form> {
    let day = opt(preceded(opt(hyphen), calendar::day_in_month));
    let directed = (which, month, day).map(|(which, m, day)| {
        let name = day.map_or(Name::Month(m), |d| Name::MonthDay(m, d));
        Form::Named(name, Pick::Which(which))
    });
    let day = || opt(calendar::day_in_month);
    let inside =
        (month, day(), opt(alt((word!("of"), mark(',')))), deictic::year).map(|(m, day, _, year)| {
            let name = day.map_or(Name::Month(m), |d| Name::MonthDay(m, d));
            Form::Named(name, Pick::In(Box::new(year)))
        });
    let day_first = (calendar::day_in_month, opt(word!("of")), month, opt(word!("of")), deictic::year)
        .map(|(d, _, m, _, year)| Form::Named(Name::MonthDay(m, d), Pick::In(Box::new(year))));
    alt((directed, inside, day_first)).parse(i)
}

/// A season with a direction.
pub(in crate::timex) fn season_directed(i: Tokens<'_>) -> Parsed<'_, Form> {
    (which, season).map(|(which, s)| Form::Named(Name::Season(s), Pick::Which(which))).parse(i)
}
