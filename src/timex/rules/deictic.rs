//! Expressions that point from the article or from what was just said: "today", "last week", "that year", "now".

use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;
use nom::{Input, Parser};

use crate::text::{Class, TokenKind, Tokens, words};
use crate::time::Unit;
use crate::timex::Form;
use crate::timex::form::{Amount, Direction, From, Reference, Which};
use crate::timex::rule::{Around, Opens, Parsed, Rule, always, any, calendar_unit, hyphen, when, word};
use crate::timex::rules::weekday::which;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "deictic/day",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: day_word,
        accept: always,
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
            ("the quarter", "2024-Q1"),
            ("the weekend", "2024-W10-WE"),
            ("the year", "2024"),
            ("the full year", "2024"),
        ],
        misses: &["the man of the year", "one of the week's wonders", "the day"],
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
    Rule {
        id: "deictic/reference",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: reference,
        accept: is_reference,
        hits: &[
            ("now", "PRESENT_REF"),
            ("currently", "PRESENT_REF"),
            ("recently", "PAST_REF"),
            ("the future", "FUTURE_REF"),
            ("in [the past]", "PAST_REF"),
            ("at [the moment]", "PRESENT_REF"),
            ("the near future", "FUTURE_REF"),
            ("these days", "PRESENT_REF"),
        ],
        misses: &["as soon as possible", "futures trading", "future talks", "the past champion"],
    },
    Rule {
        id: ADJECTIVE,
        opens: Opens::WORD,
        parse: adjective,
        accept: describes,
        hits: &[("the [former] king", "PAST_REF"), ("[future] wars", "FUTURE_REF")],
        misses: &["futures trading", "of the two, the former", "in the future"],
    },
];

/// The adjectives that TIMEX2 takes for expressions, as annotators of histories do, and annotators of news do not.
pub(in crate::timex) const ADJECTIVE: &str = "deictic/adjective";

/// "today", "yesterday", "the day before yesterday".
pub(in crate::timex) fn day_word(i: Tokens<'_>) -> Parsed<'_, Form> {
    let simple = when(|_, text| match text.to_ascii_lowercase().as_str() {
        "today" => Some(0),
        "yesterday" => Some(-1),
        "tomorrow" => Some(1),
        _ => None,
    });
    let before = (opt(word!("the")), word!("day"), word!("before"), word!("yesterday")).map(|_| -2);
    let after = (opt(word!("the")), word!("day"), word!("after"), word!("tomorrow")).map(|_| 2);
    alt((before, after, simple)).map(Form::Day).parse(i)
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

/// "last year", "that year", "the year before".
pub(in crate::timex) fn year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let before = (word!("the"), word!("year"), word!("before")).map(|_| Which::Previous);
    let after = (word!("the"), word!("year"), word!("after")).map(|_| Which::Following);
    let plain = (which, opt(any!["fiscal", "calendar"]), word!("year")).map(|(which, _, ())| which);
    alt((plain, before, after)).map(|which| Form::Unit(Unit::Year, which)).parse(i)
}

/// "last decade" points; "the last hour" measures; "this" before a unit that goes on as a noun does not.
fn is_pointed(around: &Around<'_>) -> bool {
    !around.after(0).is_some_and(|t| t.glued && matches!(t.kind, TokenKind::Mark('-' | '/')))
}

/// "the quarter", "the year": the one in question.
pub(in crate::timex) fn the_unit(i: Tokens<'_>) -> Parsed<'_, Form> {
    let unit = when(|t, _| {
        let unit = t.readings.unit?;
        (t.among(words!["quarter", "year", "weekend", "week", "month"])).then_some(unit)
    });
    (word!("the"), opt(any!["full", "entire", "whole", "fiscal"]), unit)
        .map(|((), _, unit)| Form::Unit(unit, Which::The))
        .parse(i)
}

fn is_the_one(around: &Around<'_>) -> bool {
    let possessive = around.after(0).is_some_and(|t| t.kind == TokenKind::Possessive);
    let week = around.last().is_some_and(|t| matches!(t.readings.unit, Some(Unit::Week | Unit::Month)));
    let free = !around.precedes(words!["of", "before", "after", "when", "that", "in", "following", "end"]);
    let temporal = around.follows(words![
        "for", "in", "during", "of", "earlier", "later", "over", "through", "this", "on", "at"
    ]);
    free && (!possessive || !week)
        && (!week || temporal && !around.follows(words!["of"]))
        && !around.follows(words!["man", "day"])
        && !(around.follows(words!["of"])
            && around
                .before(2)
                .is_some_and(|t| t.among(words!["man", "person", "player", "one", "time", "times"])))
}

/// "that day", "the same day", "the next day", "the day before".
pub(in crate::timex) fn that_day(i: Tokens<'_>) -> Parsed<'_, Form> {
    let pointed = (which, word!("day")).map(|(which, ())| match which {
        Which::Next => Which::Following,
        Which::Last => Which::Previous,
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

/// Time that is only past, present or future.
fn reference(i: Tokens<'_>) -> Parsed<'_, Form> {
    let single = when(|_, text| {
        Some(match text.to_ascii_lowercase().as_str() {
            "now" | "currently" | "current" | "nowadays" | "presently" => Reference::Present,
            "recently" | "recent" | "lately" | "formerly" => Reference::Past,
            "future" => Reference::Future,
            _ => return None,
        })
    });
    let side = alt((
        (opt(any!["near", "foreseeable", "immediate", "not-too-distant"]), word!("future"))
            .map(|_| Reference::Future),
        (opt(any!["recent", "distant"]), word!("past")).map(|_| Reference::Past),
        any!["present", "moment"].map(|()| Reference::Present),
    ));
    let noun = preceded(word!("the"), side);
    let these = (word!("these"), word!("days")).map(|_| Reference::Present);
    let once = (word!("more"), word!("recently")).map(|_| Reference::Past);
    let time = (any!["this", "the"], opt(word!("present")), word!("time")).map(|_| Reference::Present);
    alt((noun, these, once, time, single)).map(Form::Reference).parse(i)
}

/// "the former king", "future wars".
fn adjective(i: Tokens<'_>) -> Parsed<'_, Form> {
    let past = word!("former").map(|()| Reference::Past);
    let future = word!("future").map(|()| Reference::Future);
    alt((past, future)).map(Form::Reference).parse(i)
}

/// A noun follows.
fn describes(around: &Around<'_>) -> bool {
    around.after(0).is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open())
}

fn is_reference(around: &Around<'_>) -> bool {
    let text =
        |at: usize| around.sentence.tokens.get(at).map_or("", |t| around.text_of(t)).to_ascii_lowercase();
    let last = text(around.end - 1);
    let single = around.end - around.start == 1;
    match last.as_str() {
        "now" => !around.precedes(words!["that"]) || around.follows(words!["until", "by"]),
        // "future growth" is growth to come; in news only the noun is an expression: see ADJECTIVE.
        "future" if single => false,
        "past" => {
            !single
                && around.follows(words!["in", "of", "from", "with"])
                && !around.after(0).is_some_and(|t| {
                    t.kind == TokenKind::Word
                        && !t
                            .readings
                            .is(Class::PREPOSITION.and(Class::CONJUNCTION).and(Class::ADVERB).and(Class::BE))
                })
        }
        "time" => {
            around.follows(words!["at"]) && text(around.start) == "this" && !around.precedes(words!["of"])
        }
        "moment" | "present" => around.follows(words!["at", "for"]),
        "future" => !around.after(0).is_some_and(|t| t.kind == TokenKind::Possessive),
        "recent" => {
            !around.precedes(words!["days", "weeks", "months", "years", "decades", "past", "history"])
        }
        _ => true,
    }
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
