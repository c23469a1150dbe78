//! Periods as people type them, given the day they type them on.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::diagnostic::{Diagnostic, nearest};
use crate::span::Span;
use crate::time::{Edtf, EdtfPoint, Interval, edtf};

/// What a period that is counted from today needs.
pub const TODAY_HELP: &str = "give --today YYYY-MM-DD";

const RELATIVE: [&str; 15] = [
    "today",
    "yesterday",
    "tomorrow",
    "this week",
    "last week",
    "next week",
    "this month",
    "last month",
    "next month",
    "this quarter",
    "last quarter",
    "next quarter",
    "this year",
    "last year",
    "next year",
];

/// Reads a period; both ends are included: `2022-02..2022-04` is all of February, March and April.
///
/// A side of `..` may be open. Each side is an EDTF date or interval, a quarter or half (`2025-Q4`, `2025-H1`),
/// or words counted from `today`: `lastmonth`, `last month`; `last 30 days`, which end with today.
///
/// # Errors
/// A diagnostic with a span into `text`.
pub fn period(text: &str, today: Option<NaiveDate>) -> Result<Interval, Diagnostic> {
    let Some((from, to)) = sides(text) else { return side(text, 0, today) };
    // EDTF itself writes an open side as `..`: "2024/.." is one date expression, not a range of ours.
    if from.ends_with('/') || to.starts_with('/') {
        return side(text, 0, today);
    }
    let to_at = text.len() - to.len();
    let open = |s: &str| s.trim().is_empty();
    if open(from) && open(to) {
        return Ok(Interval::ALWAYS);
    }
    let first = if open(from) { Interval::ALWAYS } else { side(from, 0, today)? };
    let last = if open(to) { Interval::ALWAYS } else { side(to, to_at, today)? };
    match (first.start, last.end) {
        (Some(start), Some(end)) if start >= end => {
            let (from, to) = (from.trim(), to.trim());
            Err(Diagnostic::new(
                "impossible-period",
                "this period ends before it begins",
                Span::of(0..text.len()),
            )
            .help(format!("did you mean `{to}..{from}`?")))
        }
        (start, end) => Ok(Interval { start, end }),
    }
}

/// One date expression, which stands `at` bytes into the period.
fn side(text: &str, at: usize, today: Option<NaiveDate>) -> Result<Interval, Diagnostic> {
    let lead = text.len() - text.trim_start().len();
    let (at, text) = (at + lead, text.trim());
    let span = Span::of(at..at + text.len());
    if let Some(relative) = Relative::read(text) {
        let Some(today) = today else {
            return Err(
                Diagnostic::new("no-today", format!("`{text}` is counted from today"), span).help(TODAY_HELP)
            );
        };
        return relative
            .from(today)
            .ok_or_else(|| Diagnostic::new("impossible-period", "outside the calendar", span));
    }
    if let Some(part) = part_of_year(text) {
        return Ok(Edtf::Date(part.into()).interval());
    }
    edtf::parse(text).map(|e| e.interval()).map_err(|d| {
        let starts_with_letter = text.starts_with(|c: char| c.is_alphabetic());
        match starts_with_letter.then(|| nearest(text, RELATIVE)).flatten() {
            Some(meant) => Diagnostic::new("unknown-period", format!("`{text}` is no period"), span)
                .help(format!("did you mean `{meant}`?")),
            None if starts_with_letter => {
                Diagnostic::new("unknown-period", format!("`{text}` is no period"), span)
                    .help("write 2024, 2024-12, 2024-12-08, 2025-Q4, 2022-02..2022-04, or `last month`")
            }
            None => d.shifted(Span::of(at..at).start),
        }
    })
}

#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// A period as it lies to today.
#[derive(Clone, Copy)]
enum Relative {
    /// "last month": the whole calendar unit, so many of them away.
    Unit(Unit, i32),
    /// "last 30 days": so many of them up to today, or from it on.
    Run(Unit, i32),
}

impl Relative {
    /// Blanks, hyphens and case aside.
    fn read(text: &str) -> Option<Self> {
        let squeezed: String =
            text.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).flat_map(char::to_lowercase).collect();
        match squeezed.as_str() {
            "today" => return Some(Self::Unit(Unit::Day, 0)),
            "yesterday" => return Some(Self::Unit(Unit::Day, -1)),
            "tomorrow" => return Some(Self::Unit(Unit::Day, 1)),
            _ => {}
        }
        let (by, rest) = [("this", 0), ("last", -1), ("past", -1), ("next", 1)]
            .into_iter()
            .find_map(|(word, by)| Some((by, squeezed.strip_prefix(word)?)))?;
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, unit) = rest.split_at(digits);
        let unit = match unit.strip_suffix('s').filter(|_| digits > 0).unwrap_or(unit) {
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            _ => return None,
        };
        match number.parse::<i32>() {
            Ok(n) if n > 0 && by != 0 => Some(Self::Run(unit, by * n)),
            Ok(_) => None,
            Err(_) if digits > 0 || matches!(unit, Unit::Day) => None,
            Err(_) => Some(Self::Unit(unit, by)),
        }
    }

    /// The days it stands for, both ends included; `None` outside the calendar.
    fn from(self, today: NaiveDate) -> Option<Interval> {
        match self {
            Self::Unit(unit, by) => shifted(today, unit, by),
            Self::Run(unit, n) => {
                let far = match unit {
                    Unit::Day => today.checked_add_signed(chrono::TimeDelta::try_days(n.into())?)?,
                    Unit::Week => today.checked_add_signed(chrono::TimeDelta::try_weeks(n.into())?)?,
                    Unit::Month => months(today, n)?,
                    Unit::Quarter => months(today, n.checked_mul(3)?)?,
                    Unit::Year => months(today, n.checked_mul(12)?)?,
                };
                // Today is one of the days counted.
                let far = if n < 0 { far.succ_opt()? } else { far.pred_opt()? };
                Some(Interval::days(far.min(today), far.max(today)))
            }
        }
    }
}

fn months(day: NaiveDate, n: i32) -> Option<NaiveDate> {
    let by = Months::new(n.unsigned_abs());
    if n < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) }
}

/// The two sides of `A..B`, either of which may be empty; `None` where there is no `..`.
fn sides(text: &str) -> Option<(&str, &str)> {
    text.split_once("..").or_else(|| text.split_once('…'))
}

/// The calendar unit that holds `today`, or one `by` of them away. Weeks run from Monday to Sunday.
fn shifted(today: NaiveDate, unit: Unit, by: i32) -> Option<Interval> {
    let whole = |first: NaiveDate, length: i32| {
        let first = months(first, by * length)?;
        Some(Interval::days(first, months(first, length)?.pred_opt()?))
    };
    match unit {
        Unit::Day => {
            let day = today.checked_add_signed(chrono::TimeDelta::days(by.into()))?;
            Some(Interval::days(day, day))
        }
        Unit::Week => {
            let monday = today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))?;
            let monday = monday.checked_add_signed(chrono::TimeDelta::weeks(by.into()))?;
            Some(Interval::days(monday, monday.checked_add_days(Days::new(6))?))
        }
        Unit::Month => whole(today.with_day(1)?, 1),
        Unit::Quarter => whole(today.with_day(1)?.with_month0(today.month0() / 3 * 3)?, 3),
        Unit::Year => whole(today.with_day(1)?.with_month(1)?, 12),
    }
}

/// "2025-Q4", "2025Q4", "2025-H1": as people write them; EDTF has numbers for them.
fn part_of_year(text: &str) -> Option<EdtfPoint> {
    let (year, part) = text.split_at_checked(4)?;
    let year: i32 = year.parse().ok()?;
    let part = part.strip_prefix(['-', ' ']).unwrap_or(part).to_ascii_uppercase();
    match part.as_bytes() {
        [b'Q', n @ b'1'..=b'4'] => Some(EdtfPoint::Quarter(year, n - b'0')),
        [b'H', n @ b'1'..=b'2'] => Some(EdtfPoint::Half(year, n - b'0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> String {
        let today = NaiveDate::from_ymd_opt(2026, 1, 28).unwrap();
        Edtf::from_interval(&period(text, Some(today)).unwrap()).to_string()
    }

    #[test]
    fn both_ends_are_in() {
        assert_eq!(days("2022-02..2022-04"), "2022-02-01/2022-04-30");
        assert_eq!(days("2022-02.."), "2022-02-01/..");
        assert_eq!(days("..2024"), "../2024-12-31");
        assert_eq!(days("2024-12-08"), "2024-12-08");
        assert_eq!(days("2025-Q4"), "2025-10-01/2025-12-31");
        assert_eq!(days("2025-q4..2026-H1"), "2025-10-01/2026-06-30");
    }

    #[test]
    fn words_count_from_today() {
        assert_eq!(days("lastmonth"), "2025-12-01/2025-12-31");
        assert_eq!(days("last month..today"), "2025-12-01/2026-01-28");
        assert_eq!(days("this week"), "2026-01-26/2026-02-01");
        assert_eq!(days("last quarter"), "2025-10-01/2025-12-31");
        assert_eq!(days("Last-Year"), "2025-01-01/2025-12-31");
        assert_eq!(days("last 30 days"), "2025-12-30/2026-01-28");
        assert_eq!(days("past 1 day"), "2026-01-28");
        assert_eq!(days("last 2 weeks"), "2026-01-15/2026-01-28");
        assert_eq!(days("next 3 months"), "2026-01-28/2026-04-27");
        assert_eq!(days("last 2 quarters..today"), "2025-07-29/2026-01-28");
        for none in ["last 0 days", "this 3 days", "last 99999999999 days", "last day"] {
            assert!(period(none, NaiveDate::from_ymd_opt(2026, 1, 28)).is_err(), "{none}");
        }
        assert_eq!(period("lastmonth", None).unwrap_err().code, "no-today");
    }

    #[test]
    fn faults_are_shown_where_they_are() {
        let reversed = period("2024..2022", None).unwrap_err();
        assert_eq!((reversed.code, reversed.span), ("impossible-period", Span::new(0, 10)));
        let month = period("2022..2022-13", None).unwrap_err();
        assert!(month.span.start >= 6, "{month:?}");
        assert_eq!(period("last mont", None).unwrap_err().help.unwrap(), "did you mean `last month`?");
    }
}
