//! ISO 8601-2 (EDTF): parse and print. The only place where closed and half-open ends are converted.
//!
//! Level 1, and of level 2 only the sub-year groupings 33 to 36 (quarters) and 40, 41 (halves).

mod parse;

pub use parse::parse;

use std::fmt::{self, Write};

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::time::{Granularity, Interval, Season};

/// A date or an interval of dates as EDTF writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// `2024-12`, `2024-12-08`, `201X`.
    Date(EdtfDate),
    /// `2024-12-08/2025-01-29`, `2024-12-08/..`: both ends included.
    Interval(Option<EdtfDate>, Option<EdtfDate>),
}

/// One date with its precision and doubts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EdtfDate {
    /// The date, as precise as it is known.
    pub point: EdtfPoint,
    /// `?`: the source may be wrong.
    pub uncertain: bool,
    /// `~`: about then; together with `uncertain` it is written `%`.
    pub approximate: bool,
}

/// The calendar part of an EDTF date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EdtfPoint {
    /// `19XX`: the hundred years from this one.
    Century(i32),
    /// `199X`: the ten years from this one.
    Decade(i32),
    /// `2024`.
    Year(i32),
    /// `2024-40`, `2024-41`: first or second half.
    Half(i32, u8),
    /// `2024-33` to `2024-36`: quarter 1 to 4.
    Quarter(i32, u8),
    /// `2024-21` to `2024-24`; the year of a winter is the one it begins in.
    Season(i32, Season),
    /// `2024-12`.
    Month(i32, u8),
    /// `2024-12-08`.
    Day(NaiveDate),
    /// `2024-12-08T05:30`: to the minute.
    Minute(NaiveDateTime),
}

impl From<EdtfPoint> for EdtfDate {
    fn from(point: EdtfPoint) -> Self {
        Self { point, uncertain: false, approximate: false }
    }
}

impl EdtfPoint {
    /// First and last day, both included; `None` outside chrono's calendar.
    fn bounds(self) -> Option<(NaiveDate, NaiveDate)> {
        let months = |year: i32, month: u8, count: u32| {
            let first = NaiveDate::from_ymd_opt(year, u32::from(month), 1)?;
            Some((first, first.checked_add_months(chrono::Months::new(count))?.pred_opt()?))
        };
        match self {
            Self::Century(y) => Some((months(y, 1, 12)?.0, months(y + 99, 1, 12)?.1)),
            Self::Decade(y) => Some((months(y, 1, 12)?.0, months(y + 9, 1, 12)?.1)),
            Self::Year(y) => months(y, 1, 12),
            Self::Half(y, h) => months(y, h.saturating_sub(1) * 6 + 1, 6),
            Self::Quarter(y, q) => months(y, q.saturating_sub(1) * 3 + 1, 3),
            Self::Season(y, s) => months(
                y,
                match s {
                    Season::Spring => 3,
                    Season::Summer => 6,
                    Season::Autumn => 9,
                    Season::Winter => 12,
                },
                3,
            ),
            Self::Month(y, m) => months(y, m, 1),
            Self::Day(d) => Some((d, d)),
            Self::Minute(t) => Some((t.date(), t.date())),
        }
    }

    fn interval(self) -> Interval {
        if let Self::Minute(at) = self {
            return Interval { start: Some(at), end: at.checked_add_signed(chrono::TimeDelta::minutes(1)) };
        }
        self.bounds().map_or(Interval::ALWAYS, |(first, last)| Interval::days(first, last))
    }
}

impl Edtf {
    /// A single day.
    pub fn day(day: NaiveDate) -> Self {
        Self::Date(EdtfPoint::Day(day).into())
    }

    /// From one day to another, both included; a single day where they are the same.
    pub fn days(first: NaiveDate, last: NaiveDate) -> Self {
        if first == last {
            return Self::day(first);
        }
        Self::Interval(Some(EdtfPoint::Day(first).into()), Some(EdtfPoint::Day(last).into()))
    }

    /// The days an interval touches; sides that are open stay open.
    pub fn from_interval(interval: &Interval) -> Self {
        match (interval.first_day(), interval.last_day()) {
            (Some(a), Some(b)) => Self::days(a, b),
            (a, b) => {
                let point = |d: NaiveDate| EdtfPoint::Day(d).into();
                Self::Interval(a.map(point), b.map(point))
            }
        }
    }

    /// How fine the text is by itself: of an interval, its finer end.
    pub fn granularity(&self) -> Granularity {
        let of = |date: &EdtfDate| match date.point {
            EdtfPoint::Century(_) => Granularity::Century,
            EdtfPoint::Decade(_) => Granularity::Decade,
            EdtfPoint::Year(_) => Granularity::Year,
            EdtfPoint::Half(..) => Granularity::Half,
            EdtfPoint::Quarter(..) => Granularity::Quarter,
            EdtfPoint::Season(..) => Granularity::Season,
            EdtfPoint::Month(..) => Granularity::Month,
            EdtfPoint::Day(_) => Granularity::Day,
            EdtfPoint::Minute(_) => Granularity::Minute,
        };
        match self {
            Self::Date(date) => of(date),
            Self::Interval(a, b) => a.iter().chain(b).map(of).min().unwrap_or(Granularity::Century),
        }
    }

    /// The civil time meant, half-open.
    pub fn interval(&self) -> Interval {
        match self {
            Self::Date(d) => d.point.interval(),
            Self::Interval(a, b) => Interval {
                start: a.and_then(|d| d.point.interval().start),
                end: b.and_then(|d| d.point.interval().end),
            },
        }
    }
}

impl fmt::Display for EdtfPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Century(y) => write!(f, "{}XX", Year(y / 100, 2)),
            Self::Decade(y) => write!(f, "{}X", Year(y / 10, 3)),
            Self::Year(y) => write!(f, "{}", Year(y, 4)),
            Self::Half(y, h) => write!(f, "{}-{}", Year(y, 4), 39 + h),
            Self::Quarter(y, q) => write!(f, "{}-{}", Year(y, 4), 32 + q),
            Self::Season(y, s) => write!(f, "{}-{}", Year(y, 4), 21 + s as u8),
            Self::Month(y, m) => write!(f, "{}-{m:02}", Year(y, 4)),
            // Outside these years EDTF writes another sign.
            Self::Day(d) if (0..10_000).contains(&d.year()) => write!(f, "{d}"),
            Self::Day(d) => write!(f, "{}-{:02}-{:02}", Year(d.year(), 4), d.month(), d.day()),
            Self::Minute(t) => write!(f, "{}T{}", Self::Day(t.date()), t.format("%H:%M")),
        }
    }
}

/// A year in so many digits at least, its sign aside.
struct Year(i32, usize);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(year, width) = *self;
        write!(f, "{}{:0width$}", if year < 0 { "-" } else { "" }, year.unsigned_abs())
    }
}

impl fmt::Display for EdtfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let doubt = match (self.uncertain, self.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        };
        write!(f, "{}{doubt}", self.point)
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |d: &Option<EdtfDate>, f: &mut fmt::Formatter<'_>| match d {
            Some(d) => d.fmt(f),
            None => f.write_str(".."),
        };
        match self {
            Self::Date(d) => d.fmt(f),
            Self::Interval(a, b) => {
                side(a, f)?;
                f.write_char('/')?;
                side(b, f)
            }
        }
    }
}

/// Midnight of a day.
pub(crate) fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}
