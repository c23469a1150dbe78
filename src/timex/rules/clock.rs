//! Clock times: "at 5 a.m. Tuesday", "17:00 GMT", "half past nine", "noon".

use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;
use nom::{Input, Parser};

use crate::text::{Case, Token, TokenKind, Tokens, words};
use crate::time::Modifier;
use crate::timex::Form;
use crate::timex::form::Clock;
use crate::timex::rule::{Around, Opens, Parsed, Rule, always, any, glued, mark, narrow, number, when, word};
use crate::timex::rules::day;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "clock/time",
        opens: Opens::NUMBER.or(Opens::PART).or(Opens::WORD).or(Opens::UNIT).or(Opens::DETERMINER),
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
            ("half past nine", "2024-03-15T09:30"),
        ],
        misses: &["a 3:2 win", "15 am I", "score of 17:24", "half past caring"],
    },
    Rule {
        id: "clock/day-time",
        opens: Opens::WEEKDAY.or(Opens::MONTH).or(Opens::NUMBER).or(Opens::WORD).or(Opens::CAPITAL),
        parse: day_then_time,
        accept: always,
        hits: &[
            ("Tuesday at 9 a.m.", "2024-03-12T09:00"),
            ("2024-03-03T10:30", "2024-03-03T10:30"),
            ("8 May 1:00 a.m.", "2024-05-08T01:00"),
        ],
        misses: &["Tuesday at 9 stations", "Tuesday 9 stations"],
    },
];

fn meridiem(i: Tokens<'_>) -> Parsed<'_, bool> {
    let dotted = alt((any!["a.m.", "am", "a.m"].map(|()| false), any!["p.m.", "pm", "p.m"].map(|()| true)));
    let worded = alt((
        (word!("in"), word!("the"), word!("morning")).map(|_| false),
        (word!("in"), word!("the"), any!["afternoon", "evening"]).map(|_| true),
        (word!("at"), word!("night")).map(|_| true),
    ));
    alt((dotted, worded)).parse(i)
}

/// A zone behind the time; true for GMT and UTC, whose civil day TIMEX3 marks with a Z.
fn zone(i: Tokens<'_>) -> Parsed<'_, bool> {
    // A capital word, since "est" and "pt" in lower case are no zones.
    let capital = |t: &Token, is: bool| (is && t.case == Case::Upper).then_some(());
    let utc = when(move |t, _| capital(t, t.among(words!["gmt", "utc"])));
    let other = when(move |t, _| {
        let is = t.among(words![
            "edt", "est", "cdt", "cst", "mdt", "mst", "pdt", "pst", "et", "pt", "ct", "cet", "cest", "bst",
            "msk", "ist", "eet", "eest", "jst", "kst", "aest", "wib"
        ]);
        capital(t, is)
    });
    let zulu = when(|t, text| (t.glued && text == "Z").then_some(()));
    // "local time", "Moscow time", "Eastern Standard Time", "Greenwich Mean Time".
    let kind = opt(any!["standard", "daylight", "mean", "summer"]);
    let named = when(|t, _| {
        let name = t.kind == TokenKind::Word && t.case != Case::Lower && t.readings.is_open();
        (name || t.among(words!["local"])).then_some(t.among(words!["greenwich"]))
    });
    let local = (named, kind, word!("time")).map(|(utc, ..)| utc);
    alt((utc.map(|()| true), zulu.map(|()| true), other.map(|()| false), local)).parse(i)
}

fn at(hour: u32, minute: u32, second: u32) -> Clock {
    Clock { hour: narrow(hour), minute: narrow(minute), second: narrow(second), utc: false }
}

fn hour(h: u32, afternoon: bool) -> u32 {
    match (h, afternoon) {
        (12, false) => 0,
        (h, true) if h < 12 => h + 12,
        (h, _) => h,
    }
}

/// "17:30", "5:30 p.m.", "10:35:20".
fn full(i: Tokens<'_>) -> Parsed<'_, Clock> {
    let colon = || when(|t, _| (matches!(t.kind, TokenKind::Mark(':')) && t.glued).then_some(()));
    let sixty = || when(|t, text| t.readings.number().filter(|n| *n < 60 && text.len() == 2 && t.glued));
    let (rest, (h, (), m, s)) =
        (number(0, 24), colon(), sixty(), opt(preceded(colon(), sixty()))).parse(i)?;
    let (rest, pm) = opt(meridiem).parse(rest)?;
    // "03:00 hours" is a time, "1:30 hours" a length.
    let two_digits = pm.is_none() && i.first().is_some_and(|t| t.span.len() == 2);
    let mut hours = opt(verify(any!["hours", "hrs"], |()| two_digits));
    let (rest, _) = hours.parse(rest)?;
    Ok((rest, at(pm.map_or(h, |pm| hour(h, pm)), m, s.unwrap_or(0))))
}

/// "10.35 p.m.", "17.00 GMT": a point for the colon, as the British press writes.
fn pointed(i: Tokens<'_>) -> Parsed<'_, Clock> {
    let (rest, (h, m)) = when(|t, text| {
        let (h, m) = text.split_once('.')?;
        let (h, m) = (h.parse::<u32>().ok()?, m.parse::<u32>().ok().filter(|_| m.len() == 2)?);
        (t.kind == TokenKind::Number && h < 24 && m < 60).then_some((h, m))
    })
    .parse(i)?;
    if let Ok((rest, pm)) = meridiem(rest) {
        return Ok((rest, at(hour(h, pm), m, 0)));
    }
    zone(rest).map(|_| (rest, at(h, m, 0)))
}

/// "half past five", "a quarter to nine", "ten minutes past six".
fn spoken(i: Tokens<'_>) -> Parsed<'_, Clock> {
    let hours = when(|t, _| t.readings.number().filter(|n| (1..=12).contains(n)));
    let minutes = alt((
        word!("half").map(|()| 30),
        (opt(word!("a")), word!("quarter")).map(|_| 15),
        (when(|t, _| t.readings.number().filter(|n| matches!(n, 5 | 10 | 20 | 25))), opt(any!["minutes"]))
            .map(|(n, _)| n),
    ));
    let side = alt((any!["past", "after"].map(|()| false), any!["to", "before"].map(|()| true)));
    let (rest, (minutes, before, h, pm)) = (minutes, side, hours, opt(meridiem)).parse(i)?;
    let h = pm.map_or(h, |pm| hour(h, pm));
    // "twenty to nine" is a time, "10 to 12" a span of hours: before the hour only by the quarter.
    let clear = !before || minutes == 15 || pm.is_some();
    let past = if before { (h * 60 + 24 * 60 - minutes) % (24 * 60) } else { h * 60 + minutes };
    if clear { Ok((rest, at(past / 60, past % 60, 0))) } else { Err(nom::Err::Error(())) }
}

/// "1700 GMT", "0530 hours".
fn military(i: Tokens<'_>) -> Parsed<'_, Clock> {
    let mut digits = when(|t, text| {
        let n = t.readings.number()?;
        (t.kind == TokenKind::Number && text.len() == 4 && n < 2400 && n % 100 < 60).then_some(n)
    });
    let (rest, n) = digits.parse(i)?;
    let found = at(n / 100, n % 100, 0);
    if let Ok((rest, ())) = any!["hours", "hrs"](rest) {
        return Ok((rest, found));
    }
    zone(rest).map(|_| (rest, found))
}

pub(in crate::timex) fn clock(i: Tokens<'_>) -> Parsed<'_, Clock> {
    let spelled = || when(|t, _| t.readings.number().filter(|n| (1..=12).contains(n)));
    let oclock = || any!["o'clock"];
    let whole = (spelled(), opt(oclock()), meridiem).map(|(h, _, pm)| at(hour(h, pm), 0, 0));
    let bare = (spelled(), oclock()).map(|(h, ())| at(h, 0, 0));
    let twelve = || opt(when(|t, _| (t.readings.number() == Some(12)).then_some(())));
    let noon = (twelve(), any!["noon", "midday", "noontime"]).map(|_| at(12, 0, 0));
    let midnight = (twelve(), word!("midnight")).map(|_| at(24, 0, 0));
    alt((full, pointed, whole, bare, military, spoken, noon, midnight)).parse(i)
}

/// A clock time, its zone, and the day.
fn clock_time(i: Tokens<'_>) -> Parsed<'_, Form> {
    let about = opt(any!["about", "around", "approximately", "roughly"]);
    let filler = opt(alt((mark(','), any!["on", "of"])));
    let (rest, (about, mut at, zone)) = (about, clock, opt(zone)).parse(i)?;
    at.utc = zone == Some(true);
    let (rest, day) = opt(preceded(filler, day)).parse(rest)?;
    let form = Form::Clock(at, day.map(Box::new));
    Ok((rest, if about.is_some() { Form::Bent(Modifier::Approx, Box::new(form)) } else { form }))
}

/// "score of 17:24", "3:2": a ratio where no meridiem, zone or preposition says otherwise.
fn is_time(around: &Around<'_>) -> bool {
    let words = &around.sentence.tokens[around.start..around.end];
    let named = words.iter().any(|t| t.kind == TokenKind::Word && t.readings.number().is_none());
    if around.first().is_some_and(|t| t.among(words!["midday", "noon", "midnight", "noontime"])) {
        return !around.follows(words!["high"]);
    }
    named
        || around
            .follows(words!["at", "by", "until", "from", "to", "around", "about", "before", "after", "since"])
}

/// "Tuesday at 9 a.m.", "8 May 1:00 a.m.", "2024-03-03T10:30".
fn day_then_time(i: Tokens<'_>) -> Parsed<'_, Form> {
    let iso_t = glued(when(|t, text| (t.glued && text.eq_ignore_ascii_case("t")).then_some(())));
    let joint = alt((any!["at", "around", "about"], mark(','), iso_t));
    let (before, (day, joint, _)) = (day, opt(joint), opt(any!["about", "around", "exactly"])).parse(i)?;
    let (rest, (at, zone)) = (clock, opt(zone)).parse(before)?;
    // With nothing between them only a time that says so itself: "8 May 1:00 a.m.", not "8 May half".
    let taken = &before.tokens[..before.input_len() - rest.input_len()];
    let clear =
        taken.iter().any(|t| t.kind == TokenKind::Mark(':') || t.among(words!["a.m.", "p.m.", "am", "pm"]));
    if joint.is_none() && !clear {
        return Err(nom::Err::Error(()));
    }
    let at = Clock { utc: zone == Some(true), ..at };
    Ok((rest, Form::Clock(at, Some(Box::new(day)))))
}
