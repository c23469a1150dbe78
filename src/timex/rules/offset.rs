//! So much before or after a point: "three days ago", "two weeks later", "a month before the election".

use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::terminated;
use nom::{Input, Parser};

use crate::text::{Class, TokenKind, Tokens, words};
use crate::timex::Form;
use crate::timex::form::{Amount, Direction, From};
use crate::timex::rule::{Opens, Parsed, Rule, always, any, hyphen, when, word};
use crate::timex::rules::{deictic, duration};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "offset/ago",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER).or(Opens::UNIT),
        parse: ago,
        accept: always,
        hits: &[
            ("three weeks ago", "2024-02-23"),
            ("a month ago", "2024-02"),
            ("two years ago", "2022"),
            ("more than ten years ago", "2014"),
            ("several years ago", "PAST_REF"),
            ("a decade ago", "2014"),
            ("10 days ago", "2024-03-05"),
            ("years ago", "PAST_REF"),
        ],
        misses: &["three weeks", "long ago"],
    },
    Rule {
        id: "offset/from-now",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER),
        parse: from_now,
        accept: always,
        hits: &[
            ("two weeks from now", "2024-03-29"),
            ("a year hence", "2025"),
            ("three days from today", "2024-03-18"),
        ],
        misses: &["two weeks from home"],
    },
    Rule {
        id: "offset/later",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER),
        parse: later,
        accept: always,
        hits: &[
            ("two days later", "2024-03-17"),
            ("a year earlier", "2023"),
            ("three months later", "2024-06"),
            ("a week before", "2024-03-08"),
            ("a day earlier", "2024-03-14"),
            ("the year before", "2023"),
        ],
        misses: &["two days latest"],
    },
    Rule {
        id: "offset/event",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER),
        parse: from_event,
        accept: always,
        hits: &[
            ("[two days] after the vote", "P2D"),
            ("[a month] before the election", "P1M"),
            ("[three weeks] ahead of the summit", "P3W"),
            ("[more than a year] after the coup", "P1Y"),
            ("[the day] after the battle", "P1D"),
        ],
        misses: &["two days after"],
    },
];

/// `amount "ago"`.
fn ago(i: Tokens<'_>) -> Parsed<'_, Form> {
    let some = when(|t, text| text.ends_with('s').then_some(Amount::some(t.readings.unit?)));
    let gap = opt(alt((hyphen, any!["or"])));
    let (rest, (bend, amount, _, ())) =
        (opt(duration::bend), alt((duration::amount, some)), gap, word!("ago")).parse(i)?;
    Ok((rest, bent(bend, Form::Shift(amount, Direction::Back, From::Now))))
}

/// `amount "from now"`.
fn from_now(i: Tokens<'_>) -> Parsed<'_, Form> {
    let tail = alt(((word!("from"), any!["now", "today"]).map(|_| ()), word!("hence")));
    let (rest, (bend, amount, ())) = (opt(duration::bend), duration::amount, tail).parse(i)?;
    Ok((rest, bent(bend, Form::Shift(amount, Direction::Forward, From::Now))))
}

/// `amount "later"`, `amount "earlier"`; "before" and "after" only where nothing follows them.
fn later(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = alt((
        any!["later", "afterwards", "afterward", "thereafter"].map(|()| Direction::Forward),
        any!["earlier", "previously", "beforehand"].map(|()| Direction::Back),
        terminated(word!("after"), closes).map(|()| Direction::Forward),
        terminated(word!("before"), closes).map(|()| Direction::Back),
    ));
    let the_year =
        verify(deictic::day_from, |f| matches!(f, Form::Shift(a, ..) if a.unit > crate::time::Unit::Day))
            .map(|f| match f {
                Form::Shift(amount, ..) => amount,
                _ => Amount::whole(1, crate::time::Unit::Year),
            });
    let (rest, (bend, amount, _, direction)) =
        (opt(duration::bend), alt((duration::amount, the_year)), opt(hyphen), side).parse(i)?;
    // "earlier than", "later on": a comparison goes on, the adverb may stand.
    if rest.first().is_some_and(|t| t.among(words!["than"])) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, bent(bend, Form::Shift(amount, direction, From::Mention))))
}

/// Nothing that a preposition could govern.
fn closes(i: Tokens<'_>) -> Parsed<'_, ()> {
    let open = i.first().is_some_and(|t| match t.kind {
        TokenKind::Mark(c) => matches!(c, '"' | '“' | '\'' | '‘'),
        TokenKind::Possessive => false,
        _ => {
            !t.readings.is(Class::CONJUNCTION.and(Class::MODAL).and(Class::BE).and(Class::HAVE))
                && !(t.readings.is(Class::PREPOSITION))
        }
    });
    if open { Err(nom::Err::Error(())) } else { Ok((i, ())) }
}

/// `amount` before "after", "before", "since" and what they govern: the amount is the expression.
pub(super) fn from_event(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = alt((
        any!["after", "following", "since"].map(|()| Direction::Forward),
        any!["before"].map(|()| Direction::Back),
        (word!("ahead"), word!("of")).map(|_| Direction::Back),
        (word!("prior"), word!("to")).map(|_| Direction::Back),
    ));
    let counted = (opt(duration::bend), duration::amount).map(|(bend, amount)| (bend, amount));
    let the = deictic::day_from.map(|f| match f {
        Form::Shift(amount, ..) => (None, amount),
        _ => (None, Amount::whole(1, crate::time::Unit::Day)),
    });
    let (rest, (bend, amount)) = alt((counted, the)).parse(i)?;
    let (after, direction) = peek(side).parse(rest)?;
    let governs = after.input_len() > 1;
    let (following, ()) = alt((
        (word!("ahead"), word!("of")).map(|_| ()),
        (word!("prior"), word!("to")).map(|_| ()),
        when(|_, _| Some(())),
    ))
    .parse(rest)?;
    if !governs || closes(following).is_ok() {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, bent(bend, Form::Shift(amount, direction, From::Event))))
}

fn bent(bend: Option<crate::time::Modifier>, form: Form) -> Form {
    match bend {
        Some(modifier) => Form::Bent(modifier, Box::new(form)),
        None => form,
    }
}
