//! Lengths of time: "six weeks", "a five-day visit", "more than two years", "the past three months".

use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::{Input, Parser};

use crate::text::{Class, TokenKind, Tokens, words};
use crate::time::{Modifier, Unit};
use crate::timex::Form;
use crate::timex::form::{Amount, Direction};
use crate::timex::rule::{Around, Opens, Parsed, Rule, always, any, count, hyphen, unit, when, word};
use crate::timex::rules::offset;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "duration/amount",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER),
        parse: duration,
        accept: is_length,
        hits: &[
            ("six weeks", "P6W"),
            ("a year", "P1Y"),
            ("five-day", "P5D"),
            ("more than two years", "P2Y"),
            ("nearly a decade", "P10Y"),
            ("several days", "PXD"),
            ("a couple of weeks", "P2W"),
            ("2 1/2 years", "P2Y6M"),
            ("a minute and a half", "PT1M30S"),
            ("half an hour", "PT30M"),
            ("twenty-four hours", "PT24H"),
            ("at least 72 hours", "PT72H"),
            ("two decades", "P20Y"),
            ("a few minutes", "PTXM"),
            ("two more weeks", "P2W"),
            ("the nine months", "P9M"),
            ("the first two years", "P2Y"),
            ("three calendar years", "P3Y"),
            ("10 to 15 years", "P10Y"),
        ],
        misses: &[
            "a second attack",
            "the third week",
            "May days of rage",
            "a two-year-old boy",
            "52 years old",
            "the 1988 quarter",
        ],
    },
    Rule {
        id: "duration/units",
        opens: Opens::UNIT,
        parse: bare_units,
        accept: is_bare,
        hits: &[("weeks", "PXW"), ("years", "PXY"), ("decades-long", "PXE"), ("months", "PXM")],
        misses: &["this week", "seconds the motion", "minutes of the meeting"],
    },
    Rule {
        id: "duration/span",
        opens: Opens::DETERMINER.or(Opens::WORD),
        parse: span,
        accept: always,
        hits: &[
            ("the past two years", "P2Y"),
            ("the next three days", "P3D"),
            ("the last few months", "PXM"),
            ("recent years", "PXY"),
            ("coming months", "PXM"),
            ("the last twenty-four hours", "PT24H"),
            ("the past several weeks", "PXW"),
        ],
        misses: &["the last straw", "recent elections"],
    },
];

/// A word that bends an amount.
pub(super) fn bend(i: Tokens<'_>) -> Parsed<'_, Modifier> {
    alt((
        (any!["more", "longer"], word!("than")).map(|_| Modifier::MoreThan),
        (any!["less", "fewer"], word!("than")).map(|_| Modifier::LessThan),
        (word!("no"), any!["more", "longer"], word!("than")).map(|_| Modifier::EqualOrLess),
        (word!("at"), word!("least")).map(|_| Modifier::EqualOrMore),
        (word!("at"), word!("most")).map(|_| Modifier::EqualOrLess),
        (word!("up"), word!("to")).map(|_| Modifier::EqualOrLess),
        (word!("not"), any!["more"], word!("than")).map(|_| Modifier::EqualOrLess),
        any!["over"].map(|()| Modifier::MoreThan),
        any!["under"].map(|()| Modifier::LessThan),
        any!["nearly", "almost"].map(|()| Modifier::LessThan),
        any!["about", "around", "approximately", "roughly", "some"].map(|()| Modifier::Approx),
    ))
    .parse(i)
}

/// How many: a number, "a", "several".
fn many(i: Tokens<'_>) -> Parsed<'_, (Option<u32>, bool)> {
    let slash = || when(|t, _| (matches!(t.kind, TokenKind::Mark('/')) && t.glued).then_some(()));
    let fraction = (
        when(|t, _| (t.readings.number() == Some(1)).then_some(())),
        slash(),
        when(|t, _| (t.readings.number() == Some(2) && t.glued).then_some(())),
    );
    let halves = (count, opt(hyphen), fraction).map(|(n, _, _)| (Some(n), true));
    let and_half =
        (count, word!("and"), any!["a", "one"], opt(hyphen), word!("half")).map(|(n, ..)| (Some(n), true));
    let point_five = when(|t, text| {
        let whole = text.strip_suffix(".5")?;
        (t.kind == TokenKind::Number).then(|| whole.parse().ok()).flatten()
    })
    .map(|n| (Some(n), true));
    let half = (word!("half"), opt(hyphen), opt(any!["a", "an"])).map(|_| (Some(0), true));
    let a_half = (any!["a"], word!("half"), opt(hyphen)).map(|_| (Some(0), true));
    let couple = (word!("a"), word!("couple"), opt(word!("of"))).map(|_| (Some(2), false));
    let few = (
        opt(word!("a")),
        opt(any!["good", "very", "past", "great"]),
        any!["few", "several", "many", "number", "some"],
        opt(word!("of")),
    )
        .map(|_| (None, false));
    // "10 to 15 years", "two or three days": the first is the value TIMEX3 gives.
    let between = (count, opt(hyphen), opt(any!["to", "or"]), count).map(|(n, ..)| (Some(n), false));
    // "a several-year run": the article is the noun's; "a two-year" counts from "two" on.
    let one = any!["a", "an"].map(|()| (Some(1), false));
    let plain = count.map(|n| (Some(n), false));
    alt((halves, and_half, half, a_half, couple, few, between, point_five, plain, one)).parse(i)
}

/// An amount: "three weeks", "a year and a half", "five-day".
pub(super) fn amount(i: Tokens<'_>) -> Parsed<'_, Amount> {
    let filler = any![
        "more",
        "full",
        "whole",
        "long",
        "straight",
        "consecutive",
        "additional",
        "calendar",
        "solid",
        "entire",
        "other",
        "short",
        "further",
        "business",
        "working",
        "fiscal",
        "successive"
    ];
    let (rest, ((number, half), _, _, found)) = (many, opt(hyphen), opt(filler), unit).parse(i)?;
    let (rest, more) = opt((word!("and"), any!["a", "one"], word!("half"))).parse(rest)?;
    Ok((rest, Amount { count: number, half: half || more.is_some(), unit: found }))
}

/// An amount, bent or not, perhaps as an adjective.
pub(in crate::timex) fn duration(i: Tokens<'_>) -> Parsed<'_, Form> {
    let tail = opt((hyphen, any!["long"]));
    // "the nine months", "the first two years": the article belongs to a counted length.
    let the = (
        word!("the"),
        opt(any!["first", "latest", "final", "initial", "same", "other"]),
        opt(bend),
        verify(amount, |a| a.count.is_some_and(|n| n > 1)),
    )
        .map(|((), _, bend, amount)| (bend, amount));
    let (rest, ((bend, amount), _)) = (alt((the, (opt(bend), amount))), tail).parse(i)?;
    let form = Form::Duration(amount);
    Ok((rest, bend.map_or(form.clone(), |m| Form::Bent(m, Box::new(form)))))
}

/// A length, and not "a second", an ordinal, or a rate ("a year" behind a sum).
fn is_length(around: &Around<'_>) -> bool {
    let Some(last) = around.last() else { return false };
    let text = around.text_of(last);
    // "two days after the vote" is for the offset family, which knows the vote.
    if offset::from_event(around.sentence.take_from(around.start)).is_ok() {
        return false;
    }
    // An age is no expression of time: "6-year-old", "52 years old", "aged 52 years".
    let dash = around.after(0).is_some_and(|t| t.glued && matches!(t.kind, TokenKind::Mark('-')));
    let old = |on: usize| around.after(on).is_some_and(|t| t.among(words!["old", "olds"]));
    if old(0) || dash && old(1) {
        return false;
    }
    // "the 1988 quarter": a year and a noun, not so many quarters.
    let counts_years = around.sentence.tokens[around.start..around.end].iter().any(|t| {
        t.kind == TokenKind::Number && t.span.len() == 4 && t.readings.number().is_some_and(|n| n > 1000)
    });
    if counts_years && !text.ends_with('s') {
        return false;
    }
    if last.among(words!["second"])
        && around.end - around.start == 2
        && around.sentence.tokens[around.start].readings.is(Class::DETERMINER)
    {
        return around.follows(words!["for", "in", "per"])
            && !around.after(0).is_some_and(|t| t.kind == TokenKind::Word);
    }
    if last.among(words!["quarter", "quarters"]) {
        // "a quarter of the votes", "three quarters": a fraction.
        return !around.precedes(words!["of", "point", "century", "mile", "million"])
            && !around.first().is_some_and(|t| t.among(words!["a"]));
    }
    true
}

/// "weeks", "years".
fn bare_units(i: Tokens<'_>) -> Parsed<'_, Form> {
    let plural = when(|t, text| {
        let long = !t.among(words!["seconds", "minutes", "quarters", "hrs", "mins", "weekends"]);
        (text.ends_with('s') && long).then_some(t.readings.unit?)
    });
    let either = (opt((any!["days", "weeks", "months", "years"], any!["or", "and"])), plural);
    (either, opt((hyphen, any!["long"]))).map(|((_, unit), _)| Form::Duration(Amount::some(unit))).parse(i)
}

fn is_bare(around: &Around<'_>) -> bool {
    let aged = around.precedes(words!["old"]) || around.last().is_some_and(|t| t.among(words!["old"]));
    if aged {
        return false;
    }
    let number = around.before(1).is_some_and(|t| {
        t.readings.number().is_some()
            || t.readings.ordinal().is_some()
            || t.readings.is(Class::DETERMINER.and(Class::QUANTIFIER).and(Class::POSSESSIVE))
            || t.kind == TokenKind::Possessive
            || matches!(t.kind, TokenKind::Mark('-'))
    });
    !number
}

/// "the past two years", "recent months".
fn span(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = || {
        alt((
            any!["past", "last", "previous", "preceding"].map(|()| Direction::Back),
            any!["next", "coming", "following", "upcoming"].map(|()| Direction::Forward),
        ))
    };
    let counted = (
        opt(any!["the", "these", "this", "his", "their", "its"]),
        side(),
        verify(amount, |a| a.count != Some(1) || a.half),
    )
        .map(|(_, side, amount)| Form::Span(amount, side));
    let one = (
        opt(any!["the"]),
        side(),
        opt(any!["one"]),
        when(|t, _| {
            (t.readings.unit? <= Unit::Hour && t.among(words!["hour", "minute"])).then_some(t.readings.unit?)
        }),
    )
        .map(|(_, side, _, unit)| Form::Span(Amount::whole(1, unit), side));
    let recent = (
        opt(any!["the", "these"]),
        alt((
            any!["recent", "past"].map(|()| Direction::Back),
            any!["coming", "future", "next"].map(|()| Direction::Forward),
        )),
        when(|t, text| (text.ends_with('s')).then_some(t.readings.unit?)),
    )
        .map(|(_, side, unit)| Form::Span(Amount::some(unit), side));
    let (rest, form) = alt((counted, one, recent)).parse(i)?;
    if rest.input_len() == i.input_len() { Err(nom::Err::Error(())) } else { Ok((rest, form)) }
}
