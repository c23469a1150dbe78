//! What comes back: "every Friday", "daily", "twice a year", "on weekends" (TIMEX3 SET).

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};

use crate::text::{Case, Class, TokenKind, Tokens, words};
use crate::time::Unit;
use crate::timex::Form;
use crate::timex::form::{Amount, Name, Repeat};
use crate::timex::rule::{
    Around, Opens, Parsed, Rule, always, any, count, hyphen, month, ordinal, part, season, unit, weekday,
    when, word,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "repeat/adverb",
        opens: Opens::WORD,
        parse: adverb,
        accept: is_adverb,
        hits: &[
            ("daily", "P1D"),
            ("weekly", "P1W"),
            ("monthly", "P1M"),
            ("annually", "P1Y"),
            ("hourly", "PT1H"),
            ("nightly", "P1D"),
            ("twice weekly", "P1W"),
        ],
        misses: &["early", "the Daily Mail's", "quarterly earnings", "the party daily Granma"],
    },
    Rule {
        id: "repeat/every",
        opens: Opens::DETERMINER.or(Opens::WORD),
        parse: every,
        accept: is_every,
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
            ("every few months", "PXM"),
            ("every half hour", "PT30M"),
            ("every weekend", "XXXX-WXX-WE"),
        ],
        misses: &["every man", "every second counts", "each of the days"],
    },
    Rule {
        id: "repeat/times",
        opens: Opens::WORD.or(Opens::NUMBER).or(Opens::DETERMINER),
        parse: times,
        accept: always,
        hits: &[
            ("twice a year", "P1Y"),
            ("once a week", "P1W"),
            ("three times a day", "P1D"),
            ("several times a month", "P1M"),
            ("once every four years", "P4Y"),
        ],
        misses: &["once upon a time", "twice as many", "three times as many"],
    },
    Rule {
        id: "repeat/rate",
        opens: Opens::DETERMINER.or(Opens::WORD),
        parse: rate,
        accept: is_rate,
        hits: &[
            ("5,000 barrels [a day]", "P1D"),
            ("$2 billion [a year]", "P1Y"),
            ("24 hours [a day]", "P1D"),
            ("some 200 people [a day]", "P1D"),
            ("[per month]", "P1M"),
            ("[per day]", "P1D"),
        ],
        misses: &["per capita", "per cent", "waited a day", "for 5 minutes a man"],
    },
    Rule {
        id: "repeat/plural",
        opens: Opens::WEEKDAY.or(Opens::UNIT).or(Opens::WORD).or(Opens::PART).or(Opens::DETERMINER),
        parse: plural,
        accept: is_plural,
        hits: &[
            ("Fridays", "XXXX-WXX-5"),
            ("Tuesday nights", "XXXX-WXX-2TNI"),
            ("on [weekends]", "XXXX-WXX-WE"),
            ("on [weekdays]", "XXXX-WXX-WD"),
            ("in [the mornings]", "XXXX-XX-XXTMO"),
        ],
        misses: &["Friday's", "Tuesday night", "those weekends"],
    },
];

/// How often: "once", "twice", "three times", "several times".
fn often(i: Tokens<'_>) -> Parsed<'_, Option<u32>> {
    let several = any!["several", "many", "a", "few"];
    alt((
        word!("once").map(|()| Some(1)),
        word!("twice").map(|()| Some(2)),
        word!("thrice").map(|()| Some(3)),
        (count, word!("times")).map(|(n, ())| Some(n)),
        (several, opt(any!["few", "dozen"]), word!("times")).map(|_| None),
    ))
    .parse(i)
}

/// "daily", "twice weekly".
fn adverb(i: Tokens<'_>) -> Parsed<'_, Form> {
    let each = alt((
        word!("hourly").map(|()| Unit::Hour),
        any!["daily", "nightly"].map(|()| Unit::Day),
        word!("weekly").map(|()| Unit::Week),
        word!("fortnightly").map(|()| Unit::Fortnight),
        word!("monthly").map(|()| Unit::Month),
        any!["yearly", "annually"].map(|()| Unit::Year),
    ));
    (opt(often), each)
        .map(|(often, unit)| {
            let each = Amount::whole(1, unit);
            Form::Set(often.map_or(Repeat::Each(each), |n| Repeat::Often(n.unwrap_or(0), each)))
        })
        .parse(i)
}

/// Not a newspaper: "the Daily Mail", "the party daily Granma", "a daily of Cairo's".
fn is_adverb(around: &Around<'_>) -> bool {
    let titled = around.last().is_some_and(|t| t.case == Case::Title && around.start > 0);
    let named = around.after(0).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    let noun =
        around.follows(words!["a", "the", "party", "state", "leading", "pan-arab", "english", "opposition"])
            && around.after(0).is_none_or(|t| t.kind != TokenKind::Word || t.readings.is(Class::PREPOSITION));
    !titled && !named && !noun
}

/// "every two weeks", "each July", "every Friday night", "every second Monday".
fn every(i: Tokens<'_>) -> Parsed<'_, Form> {
    let second = || alt((word!("other").map(|()| 2), verify(ordinal(2, 10), |n| *n >= 2)));
    let nth = (second(), unit).map(|(n, unit)| Repeat::Each(Amount::whole(n, unit)));
    let some =
        (any!["few", "couple"], opt(word!("of")), unit).map(|(.., unit)| Repeat::Each(Amount::some(unit)));
    let half = (word!("half"), opt(hyphen), opt(any!["a", "an"]), unit)
        .map(|(.., unit)| Repeat::Each(Amount { count: Some(0), half: true, unit }));
    let weekend = word!("weekend").map(|()| Name::Weekend);
    let amount = (opt(count), unit).map(|(n, unit)| Repeat::Each(Amount::whole(n.unwrap_or(1), unit)));
    let night = (weekday, part).map(|(day, part)| Repeat::EveryPart(Some(day), part));
    let name = alt((month.map(Name::Month), weekday.map(Name::Weekday), season.map(Name::Season), weekend));
    let name = (opt(second()), name).map(|(_, name)| Repeat::Every(name));
    let part = part.map(|part| Repeat::EveryPart(None, part));
    (any!["every", "each"], opt(any!["single", "passing"]), alt((nth, half, night, name, part, some, amount)))
        .map(|(.., set)| Form::Set(set))
        .parse(i)
}

/// "Every second counts" says nothing of when.
fn is_every(around: &Around<'_>) -> bool {
    !around.after(0).is_some_and(|t| matches!(around.text_of(t), "counts" | "counted"))
}

/// "twice a year", "three times a week", "once every four years".
fn times(i: Tokens<'_>) -> Parsed<'_, Form> {
    let every = (word!("every"), opt(count), unit).map(|((), n, unit)| Amount::whole(n.unwrap_or(1), unit));
    let each = (any!["a", "an", "per", "each"], unit).map(|((), unit)| Amount::whole(1, unit));
    (often, alt((each, every)))
        .map(|(often, amount)| Form::Set(Repeat::Often(often.unwrap_or(0), amount)))
        .parse(i)
}

/// "a day", "per month", "an hour".
fn rate(i: Tokens<'_>) -> Parsed<'_, Form> {
    let singular = when(|t, text| t.readings.unit.filter(|_| !text.ends_with('s') && t.case == Case::Lower));
    (any!["a", "an", "per"], singular)
        .map(|((), unit)| Form::Set(Repeat::Each(Amount::whole(1, unit))))
        .parse(i)
}

/// Behind what is counted: a sum, a number and its noun, "hours". "per" needs nothing before it.
pub(in crate::timex) fn is_rate(around: &Around<'_>) -> bool {
    if around.first().is_some_and(|t| t.among(words!["per"])) {
        return true;
    }
    let counts = |back: usize| {
        around.before(back).is_some_and(|t| {
            t.kind == TokenKind::Number
                || t.readings.number().is_some_and(|n| n >= 2)
                || t.among(words!["hundreds", "thousands", "millions", "dozens"])
        })
    };
    let noun =
        |back: usize| around.before(back).is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open());
    let mark = |back: usize| around.before(back).is_some_and(|t| matches!(t.kind, TokenKind::Mark('%')));
    let plural = around.before(1).is_some_and(|t| {
        let plural = around.text_of(t).ends_with('s') && !t.readings.is(Class::PREPOSITION);
        t.kind == TokenKind::Word && (plural || t.among(words!["people", "men", "women"]))
    });
    let of = around.before(2).is_some_and(|t| t.among(words!["of"])) && plural && counts(3);
    // What follows would make it a length of its own: "a year ago", "a day before", "a week of".
    let goes_on =
        around.precedes(words!["ago", "later", "earlier", "before", "after", "of", "old", "from", "or"]);
    let sum = counts(1) || mark(1);
    let counted = plural && (counts(2) || noun(2) && counts(3)) || of;
    !goes_on && (sum || counted)
}

/// "Fridays", "Tuesday nights", "weekends".
fn plural(i: Tokens<'_>) -> Parsed<'_, Form> {
    let days = when(|t, text| t.readings.weekday.filter(|_| text.ends_with('s') && text.len() > 5));
    let parts = || when(|t, text| t.readings.part.filter(|_| text.ends_with('s')));
    let nights = (weekday, parts()).map(|(day, part)| Repeat::EveryPart(Some(day), part));
    let the = (opt(word!("the")), parts()).map(|(_, part)| Repeat::EveryPart(None, part));
    alt((
        nights,
        days.map(|day| Repeat::Every(Name::Weekday(day))),
        word!("weekends").map(|()| Repeat::Every(Name::Weekend)),
        word!("weekdays").map(|()| Repeat::Weekdays),
        the,
    ))
    .map(Form::Set)
    .parse(i)
}

/// Weekdays speak for themselves; "weekends" and "mornings" come back only after a preposition.
fn is_plural(around: &Around<'_>) -> bool {
    let first = around.first();
    if around.precedes(words!["like", "when", "of", "that"]) {
        return false;
    }
    first.is_some_and(|t| t.readings.weekday.is_some()) || around.follows(words!["on", "at", "in", "during"])
}
