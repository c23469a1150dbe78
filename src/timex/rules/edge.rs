//! Parts of longer stretches: "early May", "late last year", "mid-October", "the end of 1990",
//! "the first week of last month", "earlier this week".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

use crate::text::Tokens;
use crate::time::{Modifier, Third, Unit};
use crate::timex::Form;
use crate::timex::form::{Name, Slice};
use crate::timex::rule::{
    Opens, Parsed, Rule, always, any, count, hyphen, narrow, ordinal, unit, when, word,
};
use crate::timex::rules::{calendar, dated};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "edge/third",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: third,
        accept: always,
        hits: &[
            ("early May 2023", "2023-05"),
            ("late last year", "2023"),
            ("mid-October", "2023-10"),
            ("mid-2023", "2023"),
            ("the end of 1990", "1990"),
            ("the beginning of this year", "2024"),
            ("early next week", "2024-W12"),
            ("late Thursday", "2024-03-14"),
            ("the early 1990s", "199"),
            ("the late '90s", "199"),
            ("the middle of October", "2023-10"),
            ("late-November", "2023-11"),
            ("early in 2023", "2023"),
            ("the end of the year", "2024"),
        ],
        misses: &["early warning", "the end of the war", "late president"],
    },
    Rule {
        id: "edge/earlier",
        opens: Opens::WORD,
        parse: earlier,
        accept: always,
        hits: &[
            ("earlier this week", "2024-W11"),
            ("earlier this year", "2024"),
            ("later this month", "2024-03"),
            ("earlier Friday", "2024-03-15"),
            ("later that year", "2024"),
            ("earlier in the week", "2024-W11"),
        ],
        misses: &["earlier attacks", "sooner or later"],
    },
    Rule {
        id: "edge/nth",
        opens: Opens::ORDINAL.or(Opens::DETERMINER).or(Opens::WORD),
        parse: nth,
        accept: always,
        hits: &[
            ("the first week of May 2023", "2023-W18"),
            ("the last day of February 2024", "2024-02-29"),
            ("the first nine months of 2023", "P9M"),
            ("the third week of January 2024", "2024-W03"),
            ("the first half of May 2023", "2023-05"),
        ],
        misses: &["the first day", "the second week"],
    },
    Rule {
        id: "edge/holding",
        opens: Opens::DETERMINER,
        parse: holding,
        accept: always,
        hits: &[("the week of March 6", "2024-W10"), ("the weekend of 3 May 2023", "2023-W18-WE")],
        misses: &["the week of the vote", "the day of March"],
    },
    Rule {
        id: "edge/about",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: about,
        accept: always,
        hits: &[("about 1990", "1990"), ("around October 2023", "2023-10"), ("circa 480 BC", "BC0480")],
        misses: &["about 1500 men"],
    },
];

fn edge_word(i: Tokens<'_>) -> Parsed<'_, Third> {
    alt((
        word!("early").map(|()| Third::First),
        any!["mid", "middle"].map(|()| Third::Middle),
        word!("late").map(|()| Third::Last),
    ))
    .parse(i)
}

fn edge_noun(i: Tokens<'_>) -> Parsed<'_, Third> {
    alt((
        any!["beginning", "start", "opening"].map(|()| Third::First),
        any!["middle"].map(|()| Third::Middle),
        any!["end", "close"].map(|()| Third::Last),
    ))
    .parse(i)
}

/// A word for beginning, middle or end, and a date.
fn third(i: Tokens<'_>) -> Parsed<'_, Form> {
    let adjective = (
        opt(word!("the")),
        opt(word!("very")),
        edge_word,
        opt(hyphen),
        opt(any!["in", "on", "of"]),
        opt((word!("to"), opt(hyphen), edge_word)),
    )
        .map(|(_, _, third, ..)| third);
    let noun = (opt(word!("the")), opt(word!("very")), edge_noun, any!["of"]).map(|(_, _, third, ())| third);
    let (rest, (third, form)) = (alt((noun, adjective)), dated).parse(i)?;
    Ok((rest, Form::Slice(Slice::Third(third), Box::new(form))))
}

/// "earlier this week", "later that year", "earlier in the week".
fn earlier(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = alt((word!("earlier").map(|()| Slice::Earlier), word!("later").map(|()| Slice::Later)));
    (side, opt(any!["in", "on"]), dated).map(|(side, _, form)| Form::Slice(side, Box::new(form))).parse(i)
}

/// "the third week of May", "the first nine months of 1989", "the first half of May".
fn nth(i: Tokens<'_>) -> Parsed<'_, Form> {
    let signed = |n: u32| i8::try_from(n).unwrap_or(i8::MAX);
    let place = || alt((ordinal(1, 53).map(&signed), any!["last", "final"].map(|()| -1)));
    let single = (place(), verify(unit, |u| *u != Unit::Quarter)).map(|(n, unit)| Slice::Nth(n, unit));
    let run = (
        alt((word!("first").map(|()| 1), any!["last", "final"].map(|()| -1))),
        verify(count, |n| (2..=99).contains(n)),
        when(|t, _| t.readings.unit.filter(|u| *u >= Unit::Day)),
    )
        .map(move |(sign, n, unit)| Slice::Run(sign * signed(n), unit));
    let half = (ordinal(1, 2), word!("half")).map(|(n, ())| Slice::Half(narrow(n)));
    let head = preceded(opt(word!("the")), alt((half, run, single)));
    let (rest, (slice, (), form)) = (head, any!["of", "in"], dated).parse(i)?;
    // Halves of years have a name of their own, and a rule.
    let year = matches!(form, Form::Fixed(crate::time::Period::Year(_)) | Form::Unit(Unit::Year, _));
    if year && matches!(slice, Slice::Half(_)) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Form::Slice(slice, Box::new(form))))
}

/// "about 1990".
fn about(i: Tokens<'_>) -> Parsed<'_, Form> {
    let word = any!["about", "around", "circa", "approximately", "c."];
    let (rest, ((), form)) = (
        word,
        verify(dated, |f| matches!(f, Form::Fixed(_) | Form::Named(Name::Month(_) | Name::MonthDay(..), _))),
    )
        .parse(i)?;
    // "about 1500 men" counts; a year says so itself or stands alone.
    let counts = matches!(form, Form::Fixed(crate::time::Period::Year(y)) if y > 0)
        && rest.first().is_some_and(|t| t.kind == crate::text::TokenKind::Word && t.readings.is_open());
    if counts { Err(nom::Err::Error(())) } else { Ok((rest, Form::Bent(Modifier::Approx, Box::new(form)))) }
}

/// "the week of March 6".
fn holding(i: Tokens<'_>) -> Parsed<'_, Form> {
    let unit =
        when(|t, text| (text.starts_with(['w', 'W']) && !text.ends_with('s')).then_some(t.readings.unit?));
    (word!("the"), unit, word!("of"), calendar::date)
        .map(|((), unit, (), day)| Form::Slice(Slice::Holding(unit), Box::new(day)))
        .parse(i)
}
