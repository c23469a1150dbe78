//! Times of day: "at 5 a.m. Tuesday", "17:00 GMT", "Friday night", "this morning", "overnight".

use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;
use nom::{Input, Parser};

use crate::text::{Class, TokenKind, Tokens, words};
use crate::time::{DayPart, Third, Unit};
use crate::timex::Form;
use crate::timex::form::{Clock, Slice, Which};
use crate::timex::rule::{
    Around, Opens, Parsed, Rule, always, any, glued, hyphen, mark, narrow, number, part, when, word,
};
use crate::timex::rules::day;
use crate::timex::rules::weekday::which;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "clock/time",
        opens: Opens::NUMBER.or(Opens::PART).or(Opens::WORD),
        parse: clock_time,
        accept: is_time,
        hits: &[
            ("10:35 a.m.", "2024-03-15T10:35"),
            ("5 p.m.", "2024-03-15T17:00"),
            ("10 p.m. Wednesday", "2024-03-13T22:00"),
            ("4 a.m. EDT Thursday", "2024-03-14T04:00"),
            ("noon Thursday", "2024-03-14T12:00"),
            ("17:00 GMT", "2024-03-15T17:00Z"),
            ("7:15 p.m. on 3 March 2023", "2023-03-03T19:15"),
            ("around 7:15 p.m.", "2024-03-15T19:15"),
            ("midnight", "2024-03-15T24:00"),
            ("5 o'clock", "2024-03-15T05:00"),
            ("4 in the morning", "2024-03-15T04:00"),
        ],
        misses: &["a 3:2 win", "15 am I", "score of 17:24"],
    },
    Rule {
        id: "clock/day-time",
        opens: Opens::WEEKDAY.or(Opens::MONTH).or(Opens::NUMBER).or(Opens::WORD),
        parse: day_then_time,
        accept: always,
        hits: &[("Tuesday at 9 a.m.", "2024-03-12T09:00"), ("2024-03-03T10:30", "2024-03-03T10:30")],
        misses: &["Tuesday at 9 stations"],
    },
    Rule {
        id: "clock/part",
        opens: Opens::PART
            .or(Opens::WEEKDAY)
            .or(Opens::WORD)
            .or(Opens::DETERMINER)
            .or(Opens::MONTH)
            .or(Opens::NUMBER),
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
];

fn meridiem(i: Tokens<'_>) -> Parsed<'_, bool> {
    let dotted = when(|_, text| match text.to_ascii_lowercase().as_str() {
        "a.m." | "am" | "a.m" => Some(false),
        "p.m." | "pm" | "p.m" => Some(true),
        _ => None,
    });
    let worded = alt((
        (word!("in"), word!("the"), word!("morning")).map(|_| false),
        (word!("in"), word!("the"), any!["afternoon", "evening"]).map(|_| true),
        (word!("at"), word!("night")).map(|_| true),
    ));
    alt((dotted, worded)).parse(i)
}

/// A zone behind the time; true for GMT and UTC, whose civil day TIMEX3 marks with a Z.
fn zone(i: Tokens<'_>) -> Parsed<'_, bool> {
    let code = when(|_, text| {
        if matches!(text, "GMT" | "UTC" | "Z") {
            return Some(true);
        }
        matches!(
            text,
            "EDT"
                | "EST"
                | "CDT"
                | "CST"
                | "MDT"
                | "MST"
                | "PDT"
                | "PST"
                | "ET"
                | "PT"
                | "CET"
                | "CEST"
                | "BST"
                | "MSK"
                | "IST"
                | "EET"
                | "JST"
        )
        .then_some(false)
    });
    let local = (
        when(|t, text| {
            (t.readings.is_open() && text.starts_with(char::is_uppercase)
                || text.eq_ignore_ascii_case("local"))
            .then_some(())
        }),
        word!("time"),
    )
        .map(|_| false);
    alt((code, local)).parse(i)
}

fn hour(h: u32, minute: u32, afternoon: bool) -> Clock {
    let hour = match (h, afternoon) {
        (12, false) => 0,
        (12, true) => 12,
        (h, true) if h < 12 => h + 12,
        (h, _) => h,
    };
    Clock { hour: narrow(hour), minute: narrow(minute), utc: false }
}

fn clock(i: Tokens<'_>) -> Parsed<'_, Clock> {
    let colon = || when(|t, _| (matches!(t.kind, TokenKind::Mark(':')) && t.glued).then_some(()));
    let minutes = || when(|t, text| t.readings.number().filter(|n| *n < 60 && text.len() == 2 && t.glued));
    let spelled = || when(|t, _| t.readings.number().filter(|n| (1..=12).contains(n)));
    let full = (number(0, 24), colon(), minutes(), opt(preceded(colon(), minutes())), opt(meridiem)).map(
        |(h, (), m, _, pm)| match pm {
            Some(pm) => hour(h, m, pm),
            None => Clock { hour: narrow(h), minute: narrow(m), utc: false },
        },
    );
    // "10.35 p.m.": a point for the colon, as the British press writes.
    let pointed = (
        when(|t, text| {
            let (h, m) = text.split_once('.')?;
            let (h, m) = (h.parse::<u32>().ok()?, m.parse::<u32>().ok()?);
            (t.kind == TokenKind::Number && h < 24 && m < 60).then_some((h, m))
        }),
        meridiem,
    )
        .map(|((h, m), pm)| hour(h, m, pm));
    let whole = (spelled(), opt(any!["o'clock"]), meridiem).map(|(h, _, pm)| hour(h, 0, pm));
    let oclock = (spelled(), any!["o'clock"]).map(|(h, ())| hour(h, 0, false));
    let military = (
        when(|t, text| {
            let n = t.readings.number()?;
            (t.kind == TokenKind::Number && text.len() == 4 && n < 2400 && n % 100 < 60).then_some(n)
        }),
        any!["gmt", "utc", "hours", "hrs", "local"],
    )
        .map(|(n, ())| Clock { hour: narrow(n / 100), minute: narrow(n % 100), utc: false });
    let noon = any!["noon", "midday", "noontime"].map(|()| Clock { hour: 12, minute: 0, utc: false });
    let midnight = word!("midnight").map(|()| Clock { hour: 24, minute: 0, utc: false });
    alt((full, pointed, whole, oclock, military, noon, midnight)).parse(i)
}

/// A clock time, its zone, and the day.
fn clock_time(i: Tokens<'_>) -> Parsed<'_, Form> {
    let about = opt(any!["about", "around", "approximately", "shortly", "just"]);
    let filler = opt(alt((mark(','), any!["on", "of"])));
    let (rest, (_, mut at, zone)) = (about, clock, opt(zone)).parse(i)?;
    at.utc = zone == Some(true)
        || i.tokens[..i.input_len() - rest.input_len()]
            .last()
            .is_some_and(|t| matches!(i.text_of(t), "GMT" | "UTC"));
    let (rest, day) = opt(preceded(filler, day)).parse(rest)?;
    Ok((rest, Form::Clock(at, day.map(Box::new))))
}

/// "score of 17:24", "3:2": a ratio where no meridiem, zone or preposition says otherwise.
fn is_time(around: &Around<'_>) -> bool {
    let words = &around.sentence.tokens[around.start..around.end];
    let named = words.iter().any(|t| t.kind == TokenKind::Word);
    if around.first().is_some_and(|t| t.among(words!["midday", "noon", "midnight", "noontime"])) {
        return !around.follows(words!["high"]);
    }
    named
        || around
            .follows(words!["at", "by", "until", "from", "to", "around", "about", "before", "after", "since"])
}

/// "Tuesday at 9 a.m.", "2024-03-03T10:30".
fn day_then_time(i: Tokens<'_>) -> Parsed<'_, Form> {
    let iso_t = glued(when(|t, text| (t.glued && text.eq_ignore_ascii_case("t")).then_some(())));
    let joint = alt((any!["at", "around", "about"], mark(','), iso_t));
    let (rest, (day, (), _, at, zone)) =
        (day, joint, opt(any!["about", "around"]), clock, opt(zone)).parse(i)?;
    let at = Clock { utc: zone == Some(true), ..at };
    Ok((rest, Form::Clock(at, Some(Box::new(day)))))
}

/// A part of a day that is named or pointed at.
fn day_part(i: Tokens<'_>) -> Parsed<'_, Form> {
    let edge = || {
        alt((
            word!("early").map(|()| Slice::Third(Third::First)),
            word!("late").map(|()| Slice::Third(Third::Last)),
            word!("earlier").map(|()| Slice::Earlier),
            word!("later").map(|()| Slice::Later),
            (any!["mid", "middle"], opt(hyphen)).map(|_| Slice::Third(Third::Middle)),
        ))
    };
    let on = |which: Which, part| Form::Part(part, Some(Box::new(Form::Unit(Unit::Day, which))));
    let pointed = (which, opt(edge()), part).map(move |(which, _, part)| match which {
        // "last night" is yesterday's; "last evening" too.
        Which::Last => Form::Part(part, Some(Box::new(Form::Day(-1)))),
        Which::This => Form::Part(part, Some(Box::new(Form::Day(0)))),
        Which::Next | Which::Following => on(Which::Following, part),
        Which::Previous => on(Which::Previous, part),
        Which::Same | Which::The => on(Which::Same, part),
    });
    let of_day = (opt(word!("the")), opt(edge()), part, opt(alt((any!["of", "on"], mark(',')))), day)
        .map(|(_, _, part, _, day)| Form::Part(part, Some(Box::new(day))));
    let with_day = (day, opt(any!["in"]), opt(word!("the")), opt(edge()), opt(hyphen), part)
        .map(|(day, _, _, _, _, part)| Form::Part(part, Some(Box::new(day))));
    let tonight = word!("tonight").map(|()| Form::Part(DayPart::Night, Some(Box::new(Form::Day(0)))));
    let before = (word!("the"), part, word!("before")).map(move |((), part, ())| on(Which::Previous, part));
    let the = (opt(word!("the")), opt(any!["same"]), opt(edge()), part)
        .map(|(_, _, _, part)| Form::Part(part, None));
    let (rest, (slice, form)) =
        (opt(edge()), alt((before, pointed, with_day, of_day, tonight, the))).parse(i)?;
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
    // Noon and midnight are clock times, and have a rule of their own.
    let clock = around.sentence.tokens[around.start..around.end]
        .iter()
        .any(|t| t.among(words!["noon", "midday", "midnight", "noontime"]));
    if clock {
        return false;
    }
    let single = around.end - around.start == 1;
    let compound =
        around.after(0).is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open() && t.glued);
    if compound || single && last.case != crate::text::Case::Lower && around.start > 0 {
        return false;
    }
    if last.among(words!["tonight", "overnight"]) {
        return true;
    }
    let anchored = around.sentence.tokens[around.start..around.end].iter().any(|t| {
        t.readings.weekday.is_some()
            || t.readings.month.is_some()
            || t.readings.is(Class::TEMPORAL) && t.readings.part.is_none()
            || t.among(words!["this", "that"])
    });
    // A bare "night" or "the morning" is one of some day only where a preposition puts something in it.
    anchored
        || around
            .follows(words!["in", "at", "during", "by", "until", "before", "after", "since", "through", "of"])
            && !around.after(0).is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open())
}
