//! Parts of the day: "Friday night", "this morning", "the early hours of Saturday", "overnight".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};

use crate::text::{Case, Class, Token, TokenKind, Tokens, words};
use crate::time::{DayPart, Third, Unit};
use crate::timex::Form;
use crate::timex::form::{Repeat, Slice, Which};
use crate::timex::rule::{Around, Opens, Parsed, Rule, always, any, hyphen, mark, part, word};
use crate::timex::rules::day;
use crate::timex::rules::weekday::which;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "part/of-day",
        opens: Opens::PART
            .or(Opens::WEEKDAY)
            .or(Opens::WORD)
            .or(Opens::DETERMINER)
            .or(Opens::MONTH)
            .or(Opens::NUMBER)
            .or(Opens::CAPITAL),
        parse: day_part,
        accept: is_part,
        hits: &[
            ("this morning", "2024-03-15TMO"),
            ("last night", "2024-03-14TNI"),
            ("tonight", "2024-03-15TNI"),
            ("Friday night", "2024-03-15TNI"),
            ("yesterday evening", "2024-03-14TEV"),
            ("the morning of 3 May 2023", "2023-05-03TMO"),
            ("overnight", "2024-03-15TNI"),
            ("early Wednesday morning", "2024-03-13TMO"),
            ("the next morning", "2024-03-16TMO"),
            ("later this afternoon", "2024-03-15TAF"),
            ("that night", "2024-03-15TNI"),
        ],
        misses: &["the Night Watch", "morning glory"],
    },
    Rule {
        id: "part/hours",
        opens: Opens::WORD.or(Opens::DETERMINER).or(Opens::WEEKDAY),
        parse: hours,
        accept: always,
        hits: &[
            ("the early hours of Thursday", "2024-03-14TMO"),
            ("the early morning hours of 30 April 2023", "2023-04-30TMO"),
            ("the small hours of Monday", "2024-03-11TMO"),
            ("in [the early hours]", "2024-03-15TMO"),
        ],
        misses: &["the opening hours", "early hours of negotiation"],
    },
    Rule {
        id: "part/always",
        opens: Opens::WORD,
        parse: at_night,
        accept: always,
        hits: &[("[at night]", "XXXX-XX-XXTNI")],
        misses: &["at night's end", "at Night Club"],
    },
];

fn edge(i: Tokens<'_>) -> Parsed<'_, Slice> {
    alt((
        word!("early").map(|()| Slice::Third(Third::First)),
        word!("late").map(|()| Slice::Third(Third::Last)),
        word!("earlier").map(|()| Slice::Earlier),
        word!("later").map(|()| Slice::Later),
        (any!["mid", "middle"], opt(hyphen)).map(|_| Slice::Third(Third::Middle)),
    ))
    .parse(i)
}

/// "this morning", "the next evening", "that same night": a part of a day pointed at.
fn pointed(i: Tokens<'_>) -> Parsed<'_, Form> {
    let on = |which: Which, part| Form::Part(part, Some(Box::new(Form::Unit(Unit::Day, which))));
    (which, opt(edge), part)
        .map(|(which, _, part)| match which {
            // "last night" is yesterday's; "last evening" too.
            Which::Last | Which::Past => Form::Part(part, Some(Box::new(Form::Day(-1)))),
            Which::This => Form::Part(part, Some(Box::new(Form::Day(0)))),
            Which::Next | Which::Following => on(Which::Following, part),
            Which::Previous => on(Which::Previous, part),
            Which::Same | Which::The => on(Which::Same, part),
        })
        .parse(i)
}

/// "the night before", "the morning after", where nothing follows that it could be before or after.
fn beside(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = alt((word!("before").map(|()| Which::Previous), word!("after").map(|()| Which::Following)));
    let (rest, ((), part, which)) = (word!("the"), part, side).parse(i)?;
    let hangs = rest.first().is_some_and(|t| {
        t.kind == TokenKind::Word
            && !t.readings.is(Class::CONJUNCTION.and(Class::PREPOSITION).and(Class::MODAL))
    });
    let form = Form::Part(part, Some(Box::new(Form::Unit(Unit::Day, which))));
    if hangs { Err(nom::Err::Error(())) } else { Ok((rest, form)) }
}

/// A part of a day that is named or pointed at.
fn day_part(i: Tokens<'_>) -> Parsed<'_, Form> {
    // To read a day is dear, and hardly any has its part named.
    let named = |t: &Token| t.readings.part.is_some() || t.among(words!["tonight", "overnight"]);
    if !i.tokens.iter().any(named) {
        return Err(nom::Err::Error(()));
    }
    let of_day = (opt(word!("the")), opt(edge), part, opt(alt((any!["of", "on"], mark(',')))), day)
        .map(|(_, _, part, _, day)| Form::Part(part, Some(Box::new(day))));
    let with_day = (day, opt(mark(',')), opt(any!["in"]), opt(word!("the")), opt(edge), opt(hyphen), part)
        .map(|(day, .., part)| Form::Part(part, Some(Box::new(day))));
    let tonight = word!("tonight").map(|()| Form::Part(DayPart::Night, Some(Box::new(Form::Day(0)))));
    // The night before the newsroom's day, or in a history the day told of.
    let overnight = (opt(word!("the")), word!("overnight"))
        .map(|_| Form::Part(DayPart::Night, Some(Box::new(Form::Unit(Unit::Day, Which::This)))));
    let the =
        (opt(word!("the")), opt(any!["same"]), opt(edge), part).map(|(_, _, _, part)| Form::Part(part, None));
    let slice = opt((opt(word!("the")), edge, opt(any!["on", "in"])).map(|(_, slice, _)| slice));
    let (rest, (slice, form)) =
        (slice, alt((beside, pointed, with_day, of_day, tonight, overnight, the))).parse(i)?;
    Ok((
        rest,
        match slice {
            Some(slice) => Form::Slice(slice, Box::new(form)),
            None => form,
        },
    ))
}

/// A part of the day and not the first half of a name or a compound.
fn is_part(around: &Around<'_>) -> bool {
    let Some(last) = around.last() else { return false };
    let words = &around.sentence.tokens[around.start..around.end];
    // Noon and midnight are clock times, and have a rule of their own.
    if words.iter().any(|t| t.among(words!["noon", "midday", "midnight", "noontime"])) {
        return false;
    }
    let next = around.after(0);
    let noun = next.is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open());
    let single = words.len() == 1;
    if noun && next.is_some_and(|t| t.glued) || single && last.case != Case::Lower && around.start > 0 {
        return false;
    }
    if last.among(words!["tonight", "overnight"]) {
        return true;
    }
    let anchored = words.iter().any(|t| {
        t.readings.weekday.is_some()
            || t.readings.month.is_some()
            || t.kind == TokenKind::Number
            || t.readings.is(Class::TEMPORAL) && t.readings.part.is_none()
            || t.among(words!["this", "that", "before", "after"])
            || t.case != Case::Lower && t.readings.is_open()
    });
    // A bare "night" or "the morning" is one of some day only where a preposition puts something in it.
    let led = around
        .follows(words!["in", "at", "during", "by", "until", "before", "after", "since", "through", "of"]);
    anchored || led && !noun
}

/// "the early hours of Saturday", "Saturday's early hours", "the early morning hours".
fn hours(i: Tokens<'_>) -> Parsed<'_, Form> {
    let kind = alt((
        (any!["early", "small", "pre-dawn"], opt(any!["morning"])).map(|_| DayPart::Morning),
        (
            any!["late"],
            alt((any!["night"].map(|()| DayPart::Night), any!["evening"].map(|()| DayPart::Evening))),
        )
            .map(|((), part)| part),
        verify(part, |p| {
            matches!(p, DayPart::Morning | DayPart::Afternoon | DayPart::Evening | DayPart::Night)
        }),
    ));
    let head = (opt(word!("the")), kind, word!("hours")).map(|(the, part, ())| (the, part));
    let of = |i| (any!["of", "on"], day).map(|((), day)| Box::new(day)).parse(i);
    let (rest, ((the, part), day)) = (head, opt(of)).parse(i)?;
    // "early hours of negotiation": without its day only "the early hours".
    let whole = day.is_some() || the.is_some() && !rest.first().is_some_and(|t| t.among(words!["of"]));
    if whole { Ok((rest, Form::Part(part, day))) } else { Err(nom::Err::Error(())) }
}

/// "at night": every night.
fn at_night(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, ((), part)) = (word!("at"), verify(part, |p| *p == DayPart::Night)).parse(i)?;
    let lower = i.tokens.get(1).is_some_and(|t| t.case == Case::Lower && t.among(words!["night"]));
    let free = !rest.first().is_some_and(|t| t.kind == TokenKind::Possessive || t.readings.weekday.is_some());
    if lower && free {
        Ok((rest, Form::Set(Repeat::EveryPart(None, part))))
    } else {
        Err(nom::Err::Error(()))
    }
}
