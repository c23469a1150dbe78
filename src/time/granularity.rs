//! How fine a date is, and the calendar words that are not numbers.

/// How fine a value is: the calendar unit in which its writer spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Granularity {
    /// A clock time.
    Minute,
    /// "at 5 p.m." without minutes.
    Hour,
    /// "Friday morning".
    DayPart,
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// An ISO week, Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three meteorological months; a winter begins in December.
    Season,
    /// A quarter of a calendar year.
    Quarter,
    /// Half a calendar year.
    Half,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
    /// A hundred years: the 20th is 1901 to 2000 in EDTF's `19XX` sense, 1900 to 1999.
    Century,
}

/// Units that can be counted and shifted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// The seasons of the northern hemisphere's press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Parts of a day, with TIMEX3's codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum DayPart {
    Dawn,
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}
