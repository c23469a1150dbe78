//! Half-open stretches of civil time.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

/// Civil time from `start` up to but not including `end`; `None` where that side is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Interval {
    /// First instant, or open towards the past.
    pub start: Option<NaiveDateTime>,
    /// The instant after the last, or open towards the future.
    pub end: Option<NaiveDateTime>,
}

impl Interval {
    /// Open on both sides.
    pub const ALWAYS: Self = Self { start: None, end: None };

    /// Both days included. A day whose successor leaves the calendar leaves that side open.
    pub fn days(first: NaiveDate, last: NaiveDate) -> Self {
        Self {
            start: Some(first.and_time(NaiveTime::MIN)),
            end: last.checked_add_days(Days::new(1)).map(|d| d.and_time(NaiveTime::MIN)),
        }
    }

    /// First day touched.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.start.map(|t| t.date())
    }

    /// Last day touched.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let end = self.end?;
        let before = end.checked_sub_signed(chrono::TimeDelta::nanoseconds(1))?;
        Some(before.date())
    }

    /// What the two share; `None` when that is nothing.
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let start = match (self.start, other.start) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let end = match (self.end, other.end) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        match (start, end) {
            (Some(s), Some(e)) if s >= e => None,
            _ => Some(Self { start, end }),
        }
    }

    /// Whether the two share an instant.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.intersect(other).is_some()
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Self) -> bool {
        let starts = self.start.is_none_or(|s| other.start.is_some_and(|o| s <= o));
        let ends = self.end.is_none_or(|e| other.end.is_some_and(|o| o <= e));
        starts && ends
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn cover(&self, other: &Self) -> Self {
        Self {
            start: self.start.zip(other.start).map(|(a, b)| a.min(b)),
            end: self.end.zip(other.end).map(|(a, b)| a.max(b)),
        }
    }
}
