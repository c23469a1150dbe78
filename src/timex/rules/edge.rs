//! Parts of longer stretches: "early May", "late last year", "mid-October", "the end of 1990",
//! "the first week of last month", "earlier this week".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

use crate::text::{TokenKind, Tokens, words};
use crate::time::{Modifier, Period, Season, Third, Unit};
use crate::timex::Form;
use crate::timex::form::{Name, Pick, Slice, Which};
use crate::timex::rule::{
    Around, Opens, Parsed, Rule, always, any, count, hyphen, narrow, ordinal, weekday as weekday_name, when,
    word,
};
use crate::timex::rules::{calendar, dated, weekday};

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
        misses: &["early warning", "the end of the war", "late president", "an end in 2002"],
    },
    Rule {
        id: "edge/earlier",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: earlier,
        accept: always,
        hits: &[
            ("earlier this week", "2024-W11"),
            ("earlier this year", "2024"),
            ("later this month", "2024-03"),
            ("earlier Friday", "2024-03-15"),
            ("later that year", "2024"),
            ("earlier in the week", "2024-W11"),
            ("later in the day", "2024-03-15"),
            ("the rest of the year", "2024"),
        ],
        misses: &["earlier attacks", "sooner or later"],
    },
    Rule {
        id: "edge/compound",
        opens: Opens::UNIT.or(Opens::WORD).or(Opens::DETERMINER),
        parse: compound,
        accept: stands_alone,
        hits: &[
            ("by [year-end]", "2024"),
            ("by [the year's end]", "2024"),
            ("by [midyear]", "2024"),
            ("by [midweek]", "2024-W11"),
            ("midsummer 2023", "2023-SU"),
        ],
        misses: &["year-end results", "the weekend", "the end"],
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
            ("the first Monday of May 2023", "2023-05-01"),
            ("the last Friday in October 2023", "2023-10-27"),
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

/// "early", "mid", "late" before a date.
fn edge_word(i: Tokens<'_>) -> Parsed<'_, Third> {
    alt((
        any!["early", "earliest"].map(|()| Third::First),
        any!["mid", "middle"].map(|()| Third::Middle),
        any!["late", "latter"].map(|()| Third::Last),
    ))
    .parse(i)
}

/// "the beginning of", "the turn of", "the early part of", "the closing weeks of".
fn edge_noun(i: Tokens<'_>) -> Parsed<'_, Third> {
    let noun = alt((
        any!["beginning", "start", "opening", "outset", "dawn", "turn"].map(|()| Third::First),
        any!["middle", "midst", "height"].map(|()| Third::Middle),
        (opt(word!("tail")), any!["end", "close", "conclusion"]).map(|_| Third::Last),
    ));
    let part = (
        alt((
            any!["early", "earlier", "first", "opening"].map(|()| Third::First),
            any!["middle", "mid"].map(|()| Third::Middle),
            any!["late", "later", "latter", "last", "closing", "final"].map(|()| Third::Last),
        )),
        any!["part", "stages", "days", "weeks", "months", "years"],
    )
        .map(|(third, ())| third);
    alt((part, noun)).parse(i)
}

/// A word for beginning, middle or end, and a date.
fn third(i: Tokens<'_>) -> Parsed<'_, Form> {
    let adjective = (
        opt(word!("the")),
        opt(word!("very")),
        edge_word,
        opt(hyphen),
        opt(any!["in", "on", "of"]),
        opt((any!["to", "or"], opt(hyphen), edge_word, opt(hyphen))),
    )
        .map(|(_, _, third, ..)| third);
    // "an end in 2002" is no edge; "the end in 2002" may be one.
    let very = || opt(word!("very"));
    let of = (opt(word!("the")), very(), edge_noun, word!("of")).map(|(_, _, third, ())| third);
    let inside = (word!("the"), very(), edge_noun, word!("in")).map(|((), _, third, ())| third);
    let noun = alt((of, inside));
    let (whole, third) = alt((noun, adjective)).parse(i)?;
    // "the turn of the century"
    let span = era.map(|unit| Form::Unit(unit, Which::The));
    let (rest, form) = alt((dated, span)).parse(whole)?;
    Ok((rest, Form::Slice(Slice::Third(third), Box::new(form))))
}

/// "the century", as in "the turn of the century".
fn era(i: Tokens<'_>) -> Parsed<'_, Unit> {
    let unit = when(|t, text| t.readings.unit.filter(|u| *u >= Unit::Decade && !text.ends_with('s')));
    (word!("the"), unit).map(|((), unit)| unit).parse(i)
}

/// "year-end", "the year's end", "month-end", "midweek", "midsummer": the edge in one word with its unit.
fn compound(i: Tokens<'_>) -> Parsed<'_, Form> {
    let owned = when(|t, _| (t.kind == TokenKind::Possessive).then_some(()));
    let joint = alt((hyphen, owned));
    let unit_name = when(|t, text| {
        let long = t.readings.unit.is_some_and(|u| u >= Unit::Week);
        (long && !text.ends_with('s')).then_some(t.readings.unit?)
    });
    let end = (opt(word!("the")), unit_name, opt(joint), any!["end"])
        .map(|(_, unit, ..)| (Third::Last, Form::Unit(unit, Which::The)));
    let mid = alt((
        word!("midweek").map(|()| Unit::Week),
        word!("midyear").map(|()| Unit::Year),
        (word!("mid"), hyphen, alt((word!("week").map(|()| Unit::Week), word!("year").map(|()| Unit::Year))))
            .map(|(.., unit)| unit),
    ))
    .map(|unit| (Third::Middle, Form::Unit(unit, Which::The)));
    let season =
        alt((word!("midsummer").map(|()| Season::Summer), word!("midwinter").map(|()| Season::Winter)));
    let season = (season, opt(weekday::any_year)).map(|(season, year)| {
        let pick = year.map_or(Pick::Bare, |year| Pick::In(Box::new(year)));
        (Third::Middle, Form::Named(Name::Season(season), pick))
    });
    alt((end, mid, season)).map(|(third, form)| Form::Slice(Slice::Third(third), Box::new(form))).parse(i)
}

/// "year-end results" are of no year in particular.
fn stands_alone(around: &Around<'_>) -> bool {
    !around
        .after(0)
        .is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open() || t.among(words!["of"]))
}

/// "earlier this week", "later that year", "earlier in the week", "the rest of the year".
fn earlier(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = alt((word!("earlier").map(|()| Slice::Earlier), word!("later").map(|()| Slice::Later)));
    let side = (side, opt(any!["in", "on"])).map(|(side, _)| side);
    let rest_of = (word!("the"), any!["rest", "remainder", "balance"], word!("of")).map(|_| Slice::Later);
    let day = (word!("the"), word!("day")).map(|_| Form::Unit(Unit::Day, Which::The));
    (alt((side, rest_of)), alt((dated, day))).map(|(side, form)| Form::Slice(side, Box::new(form))).parse(i)
}

/// "the third week of May", "the first nine months of 1989", "the first half of May", "the first Monday in May".
fn nth(i: Tokens<'_>) -> Parsed<'_, Form> {
    let signed = |n: u32| i8::try_from(n).unwrap_or(i8::MAX);
    let place = || {
        alt((
            ordinal(1, 53).map(&signed),
            any!["last", "final", "closing"].map(|()| -1),
            any!["opening"].map(|()| 1),
        ))
    };
    let one = when(|t, text| t.readings.unit.filter(|_| !text.ends_with('s')));
    let single = (place(), verify(one, |u| *u != Unit::Quarter)).map(|(n, unit)| Slice::Nth(n, unit));
    let weekday = (place(), weekday_name).map(|(n, day)| Slice::NthWeekday(n, day));
    let run = (
        alt((any!["first", "opening"].map(|()| 1), any!["last", "final", "closing"].map(|()| -1))),
        verify(count, |n| (2..=99).contains(n)),
        when(|t, _| t.readings.unit.filter(|u| *u >= Unit::Day)),
    )
        .map(move |(sign, n, unit)| Slice::Run(sign * signed(n), unit));
    let half = (alt((ordinal(1, 2), any!["latter", "last"].map(|()| 2))), word!("half"))
        .map(|(n, ())| Slice::Half(narrow(n)));
    let head = preceded(opt(word!("the")), alt((half, run, single, weekday)));
    let (rest, (slice, (), form)) = (head, any!["of", "in"], dated).parse(i)?;
    // Halves of years have a name of their own, and a rule.
    let year = matches!(form, Form::Fixed(Period::Year(_)) | Form::Unit(Unit::Year, _));
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
    let counts = matches!(form, Form::Fixed(Period::Year(y)) if y > 0)
        && rest.first().is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open());
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
