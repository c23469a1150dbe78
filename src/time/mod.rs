//! Calendar values. Knows nothing of words.

pub mod allen;
pub mod edtf;
pub mod feast;
mod granularity;
mod interval;
mod period;

pub use allen::{Allen, AllenSet, relations};
pub use edtf::{Edtf, EdtfDate, EdtfPoint};
pub use granularity::{DayPart, Granularity, Season, Unit};
pub use interval::Interval;
pub use period::{
    Period, Third, days_from, iso_weekday, monday, months_from, nearest_weekday, season_of, weekday_of,
};

use chrono::NaiveDate;

/// When something is, as well as it is known.
///
/// `edtf` alone says which days are possible: modifiers are already worked into it
/// ("mid-October" is `2025-10-11/2025-10-20`), so its hull needs no further rule.
/// `granularity` and `modifier` keep how the writer put it.
///
/// Has no `Ord`: "2024-03" is neither before nor after "2024-03-10".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeValue {
    /// The days it may be, both ends included.
    pub edtf: Edtf,
    /// The calendar unit the writer spoke in.
    pub granularity: Granularity,
    /// How the writer bent it.
    pub modifier: Option<Modifier>,
}

/// TIMEX3 `mod`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are TIMEX3's")]
pub enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl Modifier {
    /// TIMEX3's spelling.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }

    /// Every modifier, for reading one back.
    pub const ALL: [Self; 12] = [
        Self::Start,
        Self::Mid,
        Self::End,
        Self::Approx,
        Self::Before,
        Self::After,
        Self::OnOrBefore,
        Self::OnOrAfter,
        Self::LessThan,
        Self::MoreThan,
        Self::EqualOrLess,
        Self::EqualOrMore,
    ];
}

impl TimeValue {
    /// A day.
    pub fn day(day: NaiveDate) -> Self {
        Self { edtf: Edtf::day(day), granularity: Granularity::Day, modifier: None }
    }

    /// The possible time, half-open.
    pub fn interval(&self) -> Interval {
        self.edtf.interval()
    }

    /// First possible day; `None` where the past is open.
    pub fn first(&self) -> Option<NaiveDate> {
        self.interval().first_day()
    }

    /// Last possible day; `None` where the future is open.
    pub fn last(&self) -> Option<NaiveDate> {
        self.interval().last_day()
    }

    /// What both allow, in the finer granularity; `None` when they cannot both be right.
    ///
    /// Keeps the EDTF of the one that already says as much ("2024-12" with "2024" stays `2024-12`).
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let (a, b) = (self.interval(), other.interval());
        let both = a.intersect(&b)?;
        let finer = if other.granularity < self.granularity { other } else { self };
        let same = |v: &&Self| v.interval() == both;
        let edtf = [finer, self, other]
            .into_iter()
            .find(same)
            .map_or_else(|| Edtf::from_interval(&both), |v| v.edtf);
        Some(Self { edtf, granularity: finer.granularity, modifier: finer.modifier })
    }
}
