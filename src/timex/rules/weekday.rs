//! Weekdays and months with or without a direction: "on Friday", "last Friday", "next May", "Tuesday of last week".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use crate::text::Tokens;
use crate::timex::Form;
use crate::timex::form::{Name, Pick, Which};
use crate::timex::rule::{Opens, Parsed, Rule, always, any, mark, month, season, weekday, word};
use crate::timex::rules::deictic;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "weekday/named",
        opens: Opens::WEEKDAY.or(Opens::WORD).or(Opens::DETERMINER),
        parse: named,
        accept: always,
        hits: &[
            ("Friday", "2024-03-15"),
            ("Wednesday", "2024-03-13"),
            ("last Friday", "2024-03-08"),
            ("next Tuesday", "2024-03-19"),
            ("this Sunday", "2024-03-17"),
            ("this coming Sunday", "2024-03-17"),
            ("Tuesday of last week", "2024-03-05"),
            ("Monday this week", "2024-03-11"),
        ],
        misses: &["he sat down", "the sun rose", "they wed in May 2019"],
    },
    Rule {
        id: "weekday/month",
        opens: Opens::MONTH.or(Opens::WORD).or(Opens::DETERMINER),
        parse: month_named,
        accept: always,
        hits: &[
            ("last October", "2023-10"),
            ("next May", "2024-05"),
            ("this January", "2024-01"),
            ("June last year", "2023-06"),
            ("October of last year", "2023-10"),
            ("January this year", "2024-01"),
        ],
        misses: &["the last march on Rome", "the next may come"],
    },
];

/// "last", "next", "this", "this past", "the following".
pub(in crate::timex) fn which(i: Tokens<'_>) -> Parsed<'_, Which> {
    let this = (
        word!("this"),
        opt(alt((any!["past", "last"].map(|()| Which::Last), any!["coming", "next"].map(|()| Which::Next)))),
    )
        .map(|((), more)| more.unwrap_or(Which::This));
    let current = (opt(any!["the", "its"]), word!("current")).map(|_| Which::This);
    let last = (opt(word!("the")), any!["last", "past"]).map(|_| Which::Last);
    let next = (
        opt(word!("the")),
        alt((any!["coming", "upcoming"].map(|()| Which::Next), word!("next").map(|()| Which::Next))),
    )
        .map(|(_, w)| w);
    let same = alt((
        (any!["the", "that", "this"], any!["same", "very"]).map(|_| Which::Same),
        word!("that").map(|()| Which::Same),
    ));
    let previous = (opt(word!("the")), any!["previous", "preceding", "prior"]).map(|_| Which::Previous);
    let following = (opt(word!("the")), any!["following", "subsequent", "ensuing"]).map(|_| Which::Following);
    alt((same, this, current, previous, following, last, next)).parse(i)
}

/// A weekday, with or without a direction.
pub(in crate::timex) fn named(i: Tokens<'_>) -> Parsed<'_, Form> {
    let directed = (which, weekday).map(|(which, day)| Form::Named(Name::Weekday(day), Pick::Which(which)));
    let inside = (weekday, preceded(opt(alt((word!("of"), mark(',')))), deictic::week))
        .map(|(day, week)| Form::Named(Name::Weekday(day), Pick::In(Box::new(week))));
    let postposed =
        (weekday, any!["last"]).map(|(day, ())| Form::Named(Name::Weekday(day), Pick::Which(Which::Last)));
    let bare = weekday.map(|day| Form::Named(Name::Weekday(day), Pick::Bare));
    alt((directed, inside, postposed, bare)).parse(i)
}

/// A month or season with a direction, or in a year that is only pointed at.
pub(in crate::timex) fn month_named(i: Tokens<'_>) -> Parsed<'_, Form> {
    let directed = (which, month).map(|(which, m)| Form::Named(Name::Month(m), Pick::Which(which)));
    let inside = (month, opt(alt((word!("of"), mark(',')))), deictic::year)
        .map(|(m, _, year)| Form::Named(Name::Month(m), Pick::In(Box::new(year))));
    alt((directed, inside)).parse(i)
}

/// A season with a direction.
pub(in crate::timex) fn season_directed(i: Tokens<'_>) -> Parsed<'_, Form> {
    (which, season).map(|(which, s)| Form::Named(Name::Season(s), Pick::Which(which))).parse(i)
}
