//! What comes back: "every Friday", "daily", "twice a year" (TIMEX3 SET).

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use crate::text::Tokens;
use crate::time::Unit;
use crate::timex::Form;
use crate::timex::form::{Amount, Name, Repeat};
use crate::timex::rule::{
    Opens, Parsed, Rule, always, any, count, month, part, season, unit, weekday, when, word,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "repeat/adverb",
        opens: Opens::WORD,
        parse: adverb,
        accept: always,
        hits: &[
            ("daily", "P1D"),
            ("weekly", "P1W"),
            ("monthly", "P1M"),
            ("annually", "P1Y"),
            ("hourly", "PT1H"),
            ("nightly", "P1D"),
        ],
        misses: &["early", "the Daily Mail's", "quarterly earnings"],
    },
    Rule {
        id: "repeat/every",
        opens: Opens::DETERMINER.or(Opens::WORD),
        parse: every,
        accept: always,
        hits: &[
            ("every day", "P1D"),
            ("every two weeks", "P2W"),
            ("each July", "XXXX-07"),
            ("every Friday", "XXXX-WXX-5"),
            ("every summer", "XXXX-SU"),
            ("each year", "P1Y"),
            ("every Friday night", "XXXX-WXX-5TNI"),
            ("every morning", "XXXX-XX-XXTMO"),
            ("every other day", "P2D"),
        ],
        misses: &["every man", "each of the days"],
    },
    Rule {
        id: "repeat/times",
        opens: Opens::WORD,
        parse: times,
        accept: always,
        hits: &[("twice a year", "P1Y"), ("once a week", "P1W")],
        misses: &["once upon a time", "twice as many"],
    },
    Rule {
        id: "repeat/per",
        opens: Opens::WORD,
        parse: per,
        accept: always,
        hits: &[("per month", "P1M"), ("per day", "P1D")],
        misses: &["per capita", "per cent"],
    },
    Rule {
        id: "repeat/plural",
        opens: Opens::WEEKDAY,
        parse: plural,
        accept: always,
        hits: &[("Fridays", "XXXX-WXX-5"), ("Tuesday nights", "XXXX-WXX-2TNI")],
        misses: &["Friday's", "Tuesday night"],
    },
];

/// "daily", "annual".
fn adverb(i: Tokens<'_>) -> Parsed<'_, Form> {
    when(|t, text| {
        // "the Daily Mail": a capital inside a sentence names something.
        if t.case == crate::text::Case::Title {
            return None;
        }
        let unit = match text.to_ascii_lowercase().as_str() {
            "hourly" => Unit::Hour,
            "daily" | "nightly" => Unit::Day,
            "weekly" => Unit::Week,
            "monthly" => Unit::Month,
            "yearly" | "annually" => Unit::Year,
            _ => return None,
        };
        Some(Form::Set(Repeat::Each(Amount::whole(1, unit))))
    })
    .parse(i)
}

/// "every two weeks", "each July", "every Friday night".
fn every(i: Tokens<'_>) -> Parsed<'_, Form> {
    let each = any!["every", "each"];
    let other = (word!("other"), unit).map(|((), unit)| Repeat::Each(Amount::whole(2, unit)));
    let amount = (opt(count), unit).map(|(n, unit)| Repeat::Each(Amount::whole(n.unwrap_or(1), unit)));
    let night = (weekday, part).map(|(day, part)| Repeat::EveryPart(Some(day), part));
    let name = alt((month.map(Name::Month), weekday.map(Name::Weekday), season.map(Name::Season)))
        .map(Repeat::Every);
    let part = part.map(|part| Repeat::EveryPart(None, part));
    (each, opt(any!["single", "of"]), alt((other, night, name, part, amount)))
        .map(|((), _, set)| Form::Set(set))
        .parse(i)
}

/// "twice a year".
fn times(i: Tokens<'_>) -> Parsed<'_, Form> {
    let often = any!["once", "twice", "thrice"];
    (often, any!["a", "an", "per", "every", "each"], unit)
        .map(|((), (), unit)| Form::Set(Repeat::Each(Amount::whole(1, unit))))
        .parse(i)
}

/// "Fridays", "Tuesday nights".
fn plural(i: Tokens<'_>) -> Parsed<'_, Form> {
    let days = when(|t, text| if text.ends_with('s') && text.len() > 5 { t.readings.weekday } else { None });
    let nights = (weekday, when(|t, text| if text.ends_with('s') { t.readings.part } else { None }));
    alt((
        nights.map(|(day, part)| Repeat::EveryPart(Some(day), part)),
        days.map(|day| Repeat::Every(Name::Weekday(day))),
    ))
    .map(Form::Set)
    .parse(i)
}

/// "per month".
fn per(i: Tokens<'_>) -> Parsed<'_, Form> {
    (word!("per"), unit).map(|((), unit)| Form::Set(Repeat::Each(Amount::whole(1, unit)))).parse(i)
}
