//! Named stretches of the calendar: what a TIMEX3 DATE or TIME value spells.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};

use crate::time::{DayPart, Edtf, EdtfPoint, Granularity, Interval, Season, TimeValue, Unit};

/// A stretch of the calendar that has a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// The thousand years from this one.
    Millennium(i32),
    /// The hundred years from this one, which ends in 00.
    Century(i32),
    /// The ten years from this one, which ends in 0.
    Decade(i32),
    /// A year; 0 is 1 BC.
    Year(i32),
    /// Half 1 or 2 of a year.
    Half(i32, u8),
    /// Quarter 1 to 4 of a year.
    Quarter(i32, u8),
    /// Three months; the year of a winter is the one it begins in.
    Season(i32, Season),
    /// Month 1 to 12 of a year.
    Month(i32, u8),
    /// The ISO week that begins on this Monday.
    Week(NaiveDate),
    /// Saturday and Sunday of the ISO week that begins on this Monday.
    Weekend(NaiveDate),
    /// A day.
    Day(NaiveDate),
    /// A part of a day; the night belongs to the day it begins on.
    Part(NaiveDate, DayPart),
    /// A clock time.
    Minute(NaiveDateTime),
}

/// Which part of a longer period is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Third {
    /// "early May", "the beginning of May".
    First,
    /// "mid-May".
    Middle,
    /// "late May", "the end of May".
    Last,
}

/// The Monday of a day's ISO week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

/// The ISO weekday (1 to 7) in the week that begins on `monday`.
pub fn weekday_of(monday: NaiveDate, weekday: u8) -> Option<NaiveDate> {
    monday.checked_add_days(Days::new(u64::from(weekday.checked_sub(1)?)))
}

/// `day` moved by a number of days, if the calendar reaches so far.
pub fn days_from(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(by)?)
}

/// The season of a day, and the year in which that season began.
pub fn season_of(day: NaiveDate) -> (i32, Season) {
    match day.month() {
        3..=5 => (day.year(), Season::Spring),
        6..=8 => (day.year(), Season::Summer),
        9..=11 => (day.year(), Season::Autumn),
        12 => (day.year(), Season::Winter),
        _ => (day.year() - 1, Season::Winter),
    }
}

fn small(n: u32) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}

impl Period {
    /// The period of one unit that a day lies in; fortnights count as weeks.
    pub fn of(day: NaiveDate, unit: Unit) -> Self {
        let year = day.year();
        match unit {
            Unit::Millennium => Self::Millennium(year.div_euclid(1000) * 1000),
            Unit::Century => Self::Century(year.div_euclid(100) * 100),
            Unit::Decade => Self::Decade(year.div_euclid(10) * 10),
            Unit::Year => Self::Year(year),
            Unit::Quarter => Self::Quarter(year, small(day.month0() / 3 + 1)),
            Unit::Month => Self::Month(year, small(day.month())),
            Unit::Week | Unit::Fortnight => Self::Week(monday(day)),
            Unit::Weekend => Self::Weekend(monday(day)),
            Unit::Day => Self::Day(day),
            Unit::Hour | Unit::Minute | Unit::Second => Self::Minute(day.and_time(NaiveTime::MIN)),
        }
    }

    /// The unit it is one of; the calendar unit above for those that are not counted in units.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Millennium(_) => Unit::Millennium,
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) | Self::Half(..) => Unit::Year,
            Self::Quarter(..) | Self::Season(..) => Unit::Quarter,
            Self::Month(..) => Unit::Month,
            Self::Week(_) => Unit::Week,
            Self::Weekend(_) => Unit::Weekend,
            Self::Day(_) | Self::Part(..) => Unit::Day,
            Self::Minute(_) => Unit::Minute,
        }
    }

    /// How fine it is.
    pub const fn granularity(self) -> Granularity {
        match self {
            Self::Millennium(_) | Self::Century(_) => Granularity::Century,
            Self::Decade(_) => Granularity::Decade,
            Self::Year(_) => Granularity::Year,
            Self::Half(..) => Granularity::Half,
            Self::Quarter(..) => Granularity::Quarter,
            Self::Season(..) => Granularity::Season,
            Self::Month(..) => Granularity::Month,
            Self::Week(_) => Granularity::Week,
            Self::Weekend(_) => Granularity::Weekend,
            Self::Day(_) => Granularity::Day,
            Self::Part(..) => Granularity::DayPart,
            Self::Minute(_) => Granularity::Minute,
        }
    }

    /// First and last day; `None` outside the calendar.
    pub fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Week(monday) => Some((monday, weekday_of(monday, 7)?)),
            Self::Weekend(monday) => Some((weekday_of(monday, 6)?, weekday_of(monday, 7)?)),
            Self::Part(day, _) => Some((day, day)),
            Self::Millennium(y) => Some((Self::Year(y).days()?.0, Self::Year(y + 999).days()?.1)),
            _ => {
                let interval = self.edtf()?.interval();
                Some((interval.first_day()?, interval.last_day()?))
            }
        }
    }

    /// As EDTF: weeks, weekends and parts of a day by their days.
    pub fn edtf(self) -> Option<Edtf> {
        let point = match self {
            Self::Century(y) => EdtfPoint::Century(y),
            Self::Decade(y) => EdtfPoint::Decade(y),
            Self::Year(y) => EdtfPoint::Year(y),
            Self::Half(y, h) => EdtfPoint::Half(y, h),
            Self::Quarter(y, q) => EdtfPoint::Quarter(y, q),
            Self::Season(y, s) => EdtfPoint::Season(y, s),
            Self::Month(y, m) => EdtfPoint::Month(y, m),
            Self::Day(d) | Self::Part(d, _) => EdtfPoint::Day(d),
            Self::Minute(t) => EdtfPoint::Minute(t),
            Self::Week(_) | Self::Weekend(_) | Self::Millennium(_) => {
                let (first, last) = self.days()?;
                return Some(Edtf::days(first, last));
            }
        };
        Some(Edtf::Date(point.into()))
    }

    /// As a value without a modifier.
    pub fn value(self) -> Option<TimeValue> {
        // A year that chrono cannot hold has no days, and a value without days says nothing.
        self.days()?;
        Some(TimeValue { edtf: self.edtf()?, granularity: self.granularity(), modifier: None })
    }

    /// Its days as an interval.
    pub fn interval(self) -> Option<Interval> {
        self.days().map(|(first, last)| Interval::days(first, last))
    }

    /// A third of it: of a month the days 1 to 10, 11 to 20, and the rest; of a year four months each;
    /// of a decade the years 0 to 3, 4 to 6, 7 to 9. A day and what is finer is not cut.
    pub fn third(self, third: Third) -> Option<(NaiveDate, NaiveDate)> {
        let (first, last) = self.days()?;
        let (a, b) = match self {
            Self::Day(_) | Self::Part(..) | Self::Minute(_) | Self::Weekend(_) => return Some((first, last)),
            Self::Week(_) => (days_from(first, 2)?, days_from(first, 4)?),
            Self::Month(..) => (days_from(first, 10)?, days_from(first, 20)?),
            Self::Season(..) | Self::Quarter(..) => (months_from(first, 1)?, months_from(first, 2)?),
            Self::Half(..) => (months_from(first, 2)?, months_from(first, 4)?),
            Self::Year(_) => (months_from(first, 4)?, months_from(first, 8)?),
            Self::Decade(_) => (months_from(first, 48)?, months_from(first, 84)?),
            Self::Century(_) => (months_from(first, 400)?, months_from(first, 800)?),
            Self::Millennium(_) => (months_from(first, 4000)?, months_from(first, 8000)?),
        };
        Some(match third {
            Third::First => (first, a.pred_opt()?),
            Third::Middle => (a, b.pred_opt()?),
            Third::Last => (b, last),
        })
    }

    /// The period of the same kind `by` units on. A unit coarser than the period moves it whole
    /// ("a year earlier" of `1989-Q3` is `1988-Q3`); a finer one gives a period of that unit,
    /// counted from its first day.
    pub fn shift(self, by: i64, unit: Unit) -> Option<Self> {
        if by == 0 && unit >= Unit::Day {
            return Some(self);
        }
        let years = |n: i64| i32::try_from(n).ok();
        let step = match unit {
            Unit::Millennium => by.checked_mul(12_000)?,
            Unit::Century => by.checked_mul(1200)?,
            Unit::Decade => by.checked_mul(120)?,
            Unit::Year => by.checked_mul(12)?,
            Unit::Quarter => by.checked_mul(3)?,
            Unit::Month => by,
            _ => 0,
        };
        if step != 0 || matches!(unit, Unit::Month) {
            let by_years = || years(step / 12);
            return match self {
                Self::Millennium(y) if step % 12_000 == 0 => {
                    Some(Self::Millennium(y.checked_add(by_years()?)?))
                }
                Self::Century(y) if step % 1200 == 0 => Some(Self::Century(y.checked_add(by_years()?)?)),
                Self::Decade(y) if step % 120 == 0 => Some(Self::Decade(y.checked_add(by_years()?)?)),
                Self::Year(y) if step % 12 == 0 => Some(Self::Year(y.checked_add(by_years()?)?)),
                Self::Half(y, h) if step % 12 == 0 => Some(Self::Half(y.checked_add(by_years()?)?, h)),
                Self::Season(y, s) if step % 12 == 0 => Some(Self::Season(y.checked_add(by_years()?)?, s)),
                Self::Quarter(y, q) if step % 3 == 0 => {
                    let at = i64::from(y) * 4 + i64::from(q) - 1 + step / 3;
                    Some(Self::Quarter(
                        years(at.div_euclid(4))?,
                        small(u32::try_from(at.rem_euclid(4)).ok()? + 1),
                    ))
                }
                Self::Month(y, m) => {
                    let at = i64::from(y) * 12 + i64::from(m) - 1 + step;
                    Some(Self::Month(
                        years(at.div_euclid(12))?,
                        small(u32::try_from(at.rem_euclid(12)).ok()? + 1),
                    ))
                }
                Self::Day(d) => Some(Self::Day(months_from(d, step)?)),
                Self::Part(d, p) => Some(Self::Part(months_from(d, step)?, p)),
                Self::Minute(t) => Some(Self::Minute(months_from(t.date(), step)?.and_time(t.time()))),
                _ => Some(Self::of(months_from(self.days()?.0, step)?, unit)),
            };
        }
        let first = || Some(self.days()?.0);
        match unit {
            Unit::Week | Unit::Fortnight | Unit::Weekend => {
                let by = by.checked_mul(if unit == Unit::Fortnight { 14 } else { 7 })?;
                Some(match self {
                    Self::Week(d) => Self::Week(days_from(d, by)?),
                    Self::Weekend(d) => Self::Weekend(days_from(d, by)?),
                    Self::Part(d, p) => Self::Part(days_from(d, by)?, p),
                    Self::Minute(t) => Self::Minute(t.checked_add_signed(TimeDelta::try_days(by)?)?),
                    Self::Day(d) => Self::Day(days_from(d, by)?),
                    _ => Self::Week(monday(days_from(first()?, by)?)),
                })
            }
            Unit::Day => Some(match self {
                Self::Part(d, p) => Self::Part(days_from(d, by)?, p),
                Self::Minute(t) => Self::Minute(t.checked_add_signed(TimeDelta::try_days(by)?)?),
                _ => Self::Day(days_from(first()?, by)?),
            }),
            Unit::Hour | Unit::Minute | Unit::Second => {
                let at = match self {
                    Self::Minute(t) => t,
                    _ => first()?.and_time(NaiveTime::MIN),
                };
                let delta = match unit {
                    Unit::Hour => TimeDelta::try_hours(by)?,
                    Unit::Minute => TimeDelta::try_minutes(by)?,
                    _ => TimeDelta::try_seconds(by)?,
                };
                Some(Self::Minute(at.checked_add_signed(delta)?))
            }
            _ => None,
        }
    }
}

/// `day` moved by months; the 31st becomes the last day of a shorter month.
pub fn months_from(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
    if by < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

impl DayPart {
    /// TIMEX3's code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dawn | Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

impl Season {
    /// TIMEX3's code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

/// A year as TIMEX3 writes it: `0490` as `BC0490` when it lies before our era.
struct Year(i32);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 > 0 { write!(f, "{:04}", self.0) } else { write!(f, "BC{:04}", 1 - self.0) }
    }
}

/// The TIMEX3 value.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |f: &mut fmt::Formatter<'_>, d: NaiveDate| {
            write!(f, "{}-{:02}-{:02}", Year(d.year()), d.month(), d.day())
        };
        match *self {
            // The 5th century BC is `BC04`, as the 20th of our era is `19`.
            Self::Century(y) if y < 0 => write!(f, "BC{:02}", -y / 100 - 1),
            Self::Decade(y) if y < 0 => write!(f, "BC{:03}", -y / 10),
            Self::Millennium(y) if y < 0 => write!(f, "BC{}", -y / 1000 - 1),
            Self::Millennium(y) => write!(f, "{}", y / 1000),
            Self::Century(y) => write!(f, "{:02}", y / 100),
            Self::Decade(y) => write!(f, "{:03}", y / 10),
            Self::Year(y) => write!(f, "{}", Year(y)),
            Self::Half(y, h) => write!(f, "{}-H{h}", Year(y)),
            Self::Quarter(y, q) => write!(f, "{}-Q{q}", Year(y)),
            Self::Season(y, s) => write!(f, "{}-{}", Year(y), s.code()),
            Self::Month(y, m) => write!(f, "{}-{m:02}", Year(y)),
            Self::Week(d) => write!(f, "{}-W{:02}", Year(d.iso_week().year()), d.iso_week().week()),
            Self::Weekend(d) => write!(f, "{}-W{:02}-WE", Year(d.iso_week().year()), d.iso_week().week()),
            Self::Day(d) => day(f, d),
            Self::Part(d, p) => {
                day(f, d)?;
                write!(f, "T{}", p.code())
            }
            Self::Minute(t) => {
                day(f, t.date())?;
                write!(f, "T{:02}:{:02}", t.hour(), t.minute())?;
                if t.second() == 0 { Ok(()) } else { write!(f, ":{:02}", t.second()) }
            }
        }
    }
}

/// The ISO number of a weekday, Monday first.
pub fn iso_weekday(day: NaiveDate) -> u8 {
    small(day.weekday().number_from_monday())
}

/// The nearest day with that weekday: before `day` (or on it) or after it.
pub fn nearest_weekday(day: NaiveDate, weekday: u8, forward: bool) -> Option<NaiveDate> {
    let wanted = Weekday::try_from(weekday.checked_sub(1)?).ok()?;
    let back = i64::from(day.weekday().days_since(wanted));
    if back == 0 || !forward { days_from(day, -back) } else { days_from(day, 7 - back) }
}
