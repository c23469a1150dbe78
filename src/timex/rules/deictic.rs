//! Expressions that point from the article or from what was just said: "today", "last week", "that year", "now".

use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;
use nom::{Input, Parser};

use crate::text::{Case, Class, Token, TokenKind, Tokens, words};
use crate::time::Unit;
use crate::timex::Form;
use crate::timex::form::{Amount, Direction, From, Which};
use crate::timex::rule::{Around, Opens, Parsed, Rule, always, any, calendar_unit, hyphen, when, word};
use crate::timex::rules::weekday::which;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "deictic/day",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: day_word,
        accept: is_no_title,
        hits: &[
            ("today", "2024-03-15"),
            ("yesterday", "2024-03-14"),
            ("tomorrow", "2024-03-16"),
            ("the day before yesterday", "2024-03-13"),
            ("the day after tomorrow", "2024-03-17"),
        ],
        misses: &["the day before", "USA Weekend"],
    },
    Rule {
        id: "deictic/unit",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: which_unit,
        accept: is_pointed,
        hits: &[
            ("last week", "2024-W10"),
            ("this week", "2024-W11"),
            ("next week", "2024-W12"),
            ("last month", "2024-02"),
            ("this month", "2024-03"),
            ("next month", "2024-04"),
            ("last year", "2023"),
            ("this year", "2024"),
            ("next year", "2025"),
            ("last weekend", "2024-W10-WE"),
            ("the past year", "2023"),
            ("the last decade", "201"),
            ("the previous year", "2023"),
            ("the following month", "2024-04"),
            ("that year", "2024"),
            ("the current quarter", "2024-Q1"),
            ("the coming week", "2024-W12"),
        ],
        misses: &["the last hour", "this second", "at last"],
    },
    Rule {
        id: "deictic/the-unit",
        opens: Opens::DETERMINER,
        parse: the_unit,
        accept: is_the_one,
        hits: &[
            ("the quarter", "2023-Q4"),
            ("the weekend", "2024-W10-WE"),
            ("the year", "2024"),
            ("the full year", "2024"),
        ],
        misses: &["the man of the year", "one of the week's wonders", "the day", "in the Year VIII"],
    },
    Rule {
        id: "deictic/that-day",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: that_day,
        accept: always,
        hits: &[
            ("the same day", "2024-03-15"),
            ("that day", "2024-03-15"),
            ("the next day", "2024-03-16"),
            ("the previous day", "2024-03-14"),
            ("the following day", "2024-03-16"),
            ("the day before", "2024-03-14"),
            ("the day after", "2024-03-16"),
        ],
        misses: &["the next few days", "these days"],
    },
];

/// "today", "yesterday", "the day before yesterday".
pub(in crate::timex) fn day_word(i: Tokens<'_>) -> Parsed<'_, Form> {
    let simple =
        alt((word!("today").map(|()| 0), word!("yesterday").map(|()| -1), word!("tomorrow").map(|()| 1)));
    let before = (opt(word!("the")), word!("day"), word!("before"), word!("yesterday")).map(|_| -2);
    let after = (opt(word!("the")), word!("day"), word!("after"), word!("tomorrow")).map(|_| 2);
    alt((before, after, simple)).map(Form::Day).parse(i)
}

/// "USA Today", "the Today programme": a title has a capital inside a sentence.
fn is_no_title(around: &Around<'_>) -> bool {
    let capital = around.last().is_some_and(|t| t.case != Case::Lower) && around.start > 0;
    let name = around.before(1).is_some_and(|t| t.case != Case::Lower && t.readings.is_open());
    let programme = around.precedes(words!["show", "programme", "program"]);
    !(capital && (name || programme))
}

/// A calendar unit with a direction.
pub(in crate::timex) fn which_unit(i: Tokens<'_>) -> Parsed<'_, Form> {
    (
        which,
        opt(any!["fiscal", "calendar", "financial", "business"]),
        verify(calendar_unit, |u| *u > Unit::Day),
    )
        .map(|(which, _, unit)| Form::Unit(unit, which))
        .parse(i)
}

/// "that week", "last week", the week that holds something.
pub(in crate::timex) fn week(i: Tokens<'_>) -> Parsed<'_, Form> {
    (which, word!("week")).map(|(which, ())| Form::Unit(Unit::Week, which)).parse(i)
}

/// "last month", "that month", the month that holds something.
pub(in crate::timex) fn month(i: Tokens<'_>) -> Parsed<'_, Form> {
    (which, word!("month")).map(|(which, ())| Form::Unit(Unit::Month, which)).parse(i)
}

/// "last year", "that year", "the year before".
pub(in crate::timex) fn year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let before = (word!("the"), word!("year"), word!("before")).map(|_| Which::Previous);
    let after = (word!("the"), word!("year"), word!("after")).map(|_| Which::Following);
    let plain = (which, opt(any!["fiscal", "calendar"]), word!("year")).map(|(which, _, ())| which);
    alt((plain, before, after)).map(|which| Form::Unit(Unit::Year, which)).parse(i)
}

/// "last decade" points; "the last hour" measures; "this" before a unit that goes on as a noun does not.
fn is_pointed(around: &Around<'_>) -> bool {
    // "the host of This Week"
    let titled = around.start > 0
        && around.end - around.start == 2
        && around.sentence.tokens[around.start..around.end].iter().all(|t| t.case == Case::Title);
    if titled {
        return false;
    }
    !around.after(0).is_some_and(|t| t.glued && matches!(t.kind, TokenKind::Mark('-' | '/')))
}

/// "the quarter", "the year": the one in question.
pub(in crate::timex) fn the_unit(i: Tokens<'_>) -> Parsed<'_, Form> {
    let unit = when(|t, _| {
        let unit = t.readings.unit?;
        (t.among(words!["quarter", "year", "weekend", "week", "month"])).then_some(unit)
    });
    (word!("the"), opt(any!["full", "fiscal"]), unit)
        .map(|((), _, unit)| Form::Unit(unit, Which::The))
        .parse(i)
}

fn is_the_one(around: &Around<'_>) -> bool {
    let next = around.after(0);
    // "the year-ago results"
    if next.is_some_and(|t| t.glued && matches!(t.kind, TokenKind::Mark('-'))) {
        return false;
    }
    // "the Year VIII" of a calendar, "the Week Ahead" of a paper: a name.
    let capital = |t: &Token| t.kind == TokenKind::Word && t.case != Case::Lower;
    if around.last().is_some_and(capital) && next.is_some_and(capital) && !around.first().is_some_and(capital)
    {
        return false;
    }
    let unit = around.last().and_then(|t| t.readings.unit);
    let possessive = next.is_some_and(|t| t.kind == TokenKind::Possessive);
    // "the week of the vote", "the year before", "the man of the year"
    let hangs = around.precedes(words!["of", "before", "after", "when", "that", "in", "following", "end"]);
    let chosen = around.follows(words!["man", "day"])
        || around.follows(words!["of"])
            && around
                .before(2)
                .is_some_and(|t| t.among(words!["man", "person", "player", "one", "time", "times"]));
    // "held at the weekend in Bamako"
    let weekend = unit == Some(Unit::Weekend) && around.follows(words!["at", "over"]);
    if (hangs && !weekend) || chosen {
        return false;
    }
    let led = around.follows(words![
        "for", "in", "during", "of", "earlier", "later", "over", "through", "this", "on", "at",
    ]);
    match unit {
        Some(Unit::Week | Unit::Month) => possessive || led && !around.follows(words!["of"]),
        // "the quarter" is also a part of a town.
        Some(Unit::Quarter) => {
            possessive
                || led
                || around.start == 0
                || around.follows(words![
                    "from",
                    "by",
                    "since",
                    "to",
                    "than",
                    "with",
                    "within",
                    "and",
                    "throughout"
                ])
        }
        _ => true,
    }
}

/// "that day", "the same day", "the next day", "the day before".
pub(in crate::timex) fn that_day(i: Tokens<'_>) -> Parsed<'_, Form> {
    let pointed = (which, word!("day")).map(|(which, ())| match which {
        Which::Next => Which::Following,
        Which::Last | Which::Past => Which::Previous,
        Which::This => Which::Same,
        other => other,
    });
    let before = preceded(opt(any!["the"]), (word!("day"), word!("before"))).map(|_| Which::Previous);
    let after = preceded(opt(any!["the"]), (word!("day"), word!("after"))).map(|_| Which::Following);
    let (rest, which) = alt((pointed, before, after)).parse(i)?;
    let relative = matches!(which, Which::Previous | Which::Following) && rest.input_len() < i.input_len();
    // "the day after the vote" hangs on the vote.
    let ends_in_preposition = i.tokens[i.input_len() - rest.input_len() - 1].readings.is(Class::PREPOSITION);
    let hangs = rest.first().is_some_and(|t| {
        t.readings.is(Class::DETERMINER.and(Class::POSSESSIVE).and(Class::PRONOUN))
            || t.readings.is_open() && t.kind == TokenKind::Word
            || t.readings.month.is_some()
            || t.readings.weekday.is_some()
            || t.readings.is(Class::TEMPORAL)
    });
    if relative && ends_in_preposition && hangs {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Form::Unit(Unit::Day, which)))
}

/// "the day after the vote": one day from something that follows.
pub(in crate::timex) fn day_from(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = alt((
        any!["before"].map(|()| Direction::Back),
        any!["after", "following"].map(|()| Direction::Forward),
    ));
    let (rest, ((), unit)) = (word!("the"), calendar_unit).parse(i)?;
    let (_, (_, direction)) = (opt(hyphen), side).parse(rest)?;
    Ok((rest, Form::Shift(Amount::whole(1, unit), direction, From::Event)))
}
