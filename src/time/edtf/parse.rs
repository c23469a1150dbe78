//! Reading EDTF, with faults shown where they are.

use chrono::{NaiveDate, NaiveTime};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of};
use nom::combinator::{all_consuming, map_opt, opt, value};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::time::{Edtf, EdtfDate, EdtfPoint, Season};

type Read<'a, T> = IResult<&'a str, T, ()>;

/// Parses EDTF level 1: dates of any precision, doubts (`?`, `~`, `%`), unspecified years (`199X`, `19XX`),
/// seasons 21 to 24, and intervals with open ends; of level 2 the quarters 33 to 36 and the halves 40 and 41.
///
/// # Errors
/// `bad-edtf` with the span of the part that cannot be read, `impossible-date` for a day no calendar has,
/// `reversed-interval` when the end lies before the start.
///
/// ```
/// use dateline::time::edtf::parse;
/// assert_eq!(parse("2024-12-08/..")?.to_string(), "2024-12-08/..");
/// assert_eq!(parse("2024-13").unwrap_err().code, "impossible-date");
/// # Ok::<(), dateline::diagnostic::Diagnostic>(())
/// ```
pub fn parse(text: &str) -> Result<Edtf, Diagnostic> {
    let Some(slash) = text.find('/') else {
        return date(text, 0)?.map(Edtf::Date).ok_or_else(|| bad("a date cannot be open", text, 0));
    };
    // An empty side is one that nobody knows; it opens the interval as ".." does.
    let side = |text: &str, offset| if text.is_empty() { Ok(None) } else { date(text, offset) };
    let (first, last) = (side(&text[..slash], 0)?, side(&text[slash + 1..], slash + 1)?);
    let read = Edtf::Interval(first, last);
    let interval = read.interval();
    if let (Some(start), Some(end)) = (interval.start, interval.end)
        && start >= end
    {
        let span = Span::of(slash + 1..text.len());
        return Err(Diagnostic::new("reversed-interval", "the interval ends before it begins", span)
            .help("write the earlier date first"));
    }
    Ok(read)
}

fn bad(message: &str, text: &str, offset: usize) -> Diagnostic {
    let span = Span::of(offset..offset + text.len());
    Diagnostic::new("bad-edtf", message, span).help("write 2024, 2024-12, 2024-12-08 or 2024-12-08/2025-01")
}

/// One side; `None` for "..".
fn date(text: &str, offset: usize) -> Result<Option<EdtfDate>, Diagnostic> {
    if text == ".." {
        return Ok(None);
    }
    match all_consuming((parts, doubt)).parse(text) {
        Ok((_, (parts, (uncertain, approximate)))) => {
            let point = parts.point().ok_or_else(|| {
                let span = Span::of(offset..offset + text.len());
                Diagnostic::new("impossible-date", format!("no calendar has `{text}`"), span)
            })?;
            Ok(Some(EdtfDate { point, uncertain, approximate }))
        }
        Err(_) if text.is_empty() => Err(bad("a date is missing here", text, offset)),
        Err(_) => Err(bad(&format!("`{text}` is not a date in EDTF"), text, offset)),
    }
}

/// A date's numbers before anyone asked whether the calendar has them.
enum Parts {
    Century(i32),
    Decade(i32),
    Numbers { year: i32, month: Option<u8>, day: Option<u8>, time: Option<(u8, u8)> },
}

impl Parts {
    fn point(&self) -> Option<EdtfPoint> {
        match *self {
            Self::Century(c) => Some(EdtfPoint::Century(c * 100)),
            Self::Decade(d) => Some(EdtfPoint::Decade(d * 10)),
            Self::Numbers { year, month: None, .. } => Some(EdtfPoint::Year(year)),
            Self::Numbers { year, month: Some(month), day: None, .. } => match month {
                1..=12 => Some(EdtfPoint::Month(year, month)),
                21 => Some(EdtfPoint::Season(year, Season::Spring)),
                22 => Some(EdtfPoint::Season(year, Season::Summer)),
                23 => Some(EdtfPoint::Season(year, Season::Autumn)),
                24 => Some(EdtfPoint::Season(year, Season::Winter)),
                33..=36 => Some(EdtfPoint::Quarter(year, month - 32)),
                40 | 41 => Some(EdtfPoint::Half(year, month - 39)),
                _ => None,
            },
            Self::Numbers { year, month: Some(month), day: Some(day), time } => {
                let day = NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))?;
                match time {
                    None => Some(EdtfPoint::Day(day)),
                    Some((hour, minute)) => {
                        let at = NaiveTime::from_hms_opt(u32::from(hour), u32::from(minute), 0)?;
                        Some(EdtfPoint::Minute(day.and_time(at)))
                    }
                }
            }
        }
    }
}

fn digits<'a>(count: usize) -> impl Parser<&'a str, Output = i32, Error = ()> {
    map_opt(take_while_m_n(count, count, |c: char| c.is_ascii_digit()), |d: &str| d.parse().ok())
}

fn two(i: &str) -> Read<'_, u8> {
    map_opt(digits(2), |n| u8::try_from(n).ok()).parse(i)
}

fn sign(i: &str) -> Read<'_, i32> {
    opt(char('-')).map(|minus| if minus.is_some() { -1 } else { 1 }).parse(i)
}

fn parts(i: &str) -> Read<'_, Parts> {
    let century = (sign, terminated(digits(2), tag("XX"))).map(|(sign, n)| Parts::Century(sign * n));
    let decade = (sign, terminated(digits(3), char('X'))).map(|(sign, n)| Parts::Decade(sign * n));
    let clock = preceded(char('T'), (two, preceded(char(':'), two)));
    let day = (preceded(char('-'), two), opt(clock));
    let month = (preceded(char('-'), two), opt(day));
    let numbers = (sign, digits(4), opt(month)).map(|(sign, year, rest)| Parts::Numbers {
        year: sign * year,
        month: rest.map(|(m, _)| m),
        day: rest.and_then(|(_, d)| d.map(|(d, _)| d)),
        time: rest.and_then(|(_, d)| d.and_then(|(_, t)| t)),
    });
    alt((century, decade, numbers)).parse(i)
}

fn doubt(i: &str) -> Read<'_, (bool, bool)> {
    let mark = opt(one_of("?~%"));
    alt((
        value((false, false), nom::combinator::eof),
        mark.map(|m| match m {
            Some('?') => (true, false),
            Some('~') => (false, true),
            Some(_) => (true, true),
            None => (false, false),
        }),
    ))
    .parse(i)
}
