//! What an expression means before it is anchored.

use std::fmt;

use crate::time::{DayPart, Modifier, Period, Season, Third, Unit};

/// An unanchored meaning: what the words say, without the article's date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A full calendar value: "3 March 2024", "the 1990s".
    Fixed(Period),
    /// A calendar name that recurs, and how to pick one: "Friday", "last October", "the third quarter of 2025".
    Named(Name, Pick),
    /// A unit picked by its place: "last week", "this month", "that year".
    Unit(Unit, Which),
    /// Days from the article's date: "today" is 0, "yesterday" −1.
    Day(i32),
    /// So much before or after a point: "two weeks ago", "three days later", "a month before the vote".
    Shift(Amount, Direction, From),
    /// So much before or after a date: "two days before Christmas", "a week from Tuesday".
    Offset(Amount, Direction, Box<Form>),
    /// Three numbers of a date of which nobody says which is the month: "3/4/2026".
    Numeric(u8, u8, i32),
    /// What was just spoken of, in another year: "the year-earlier quarter", "the 1988 period".
    Again(Box<Form>),
    /// A part of a longer stretch: "early May", "the first week of last month".
    Slice(Slice, Box<Form>),
    /// A clock time, of a day if one is named.
    Clock(Clock, Option<Box<Form>>),
    /// A part of a day, of a day if one is named: "Friday night"; without one, of the day in question.
    Part(DayPart, Option<Box<Form>>),
    /// A length of time.
    Duration(Amount),
    /// A length in two units: "two years and three months".
    Sum(Amount, Amount),
    /// A length of time that lies in a known place: "the past two years", "the next three days".
    Span(Amount, Direction),
    /// Something that comes back: "every Friday", "twice a year".
    Set(Repeat),
    /// "now", "recently", "the future".
    Reference(Reference),
    /// "at the time", "at the same time": what was just spoken of, in a narrative; elsewhere only past.
    That,
    /// Bent by a word: "about 1990", "more than two years ago".
    Bent(Modifier, Box<Form>),
    /// Two expressions in one: "from 3 to 7 May" is "3" and "7 May".
    Pair(Box<Pair>),
}

/// Both ends of a range, or two members of a list, the second of which lends the first its month or year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The first, and how many tokens it takes.
    pub first: (Form, usize),
    /// Tokens between the two.
    pub gap: usize,
    /// The second, and how many tokens it takes.
    pub second: (Form, usize),
    /// Whether they bound a range; else both are meant ("May 3 and 5").
    pub range: bool,
}

/// A calendar name that comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Name {
    /// 1 (Monday) to 7.
    Weekday(u8),
    /// 1 to 12.
    Month(u8),
    /// Month and day.
    MonthDay(u8, u8),
    /// "the 28th".
    DayOfMonth(u8),
    /// "spring".
    Season(Season),
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    Half(u8),
    /// "the weekend".
    Weekend,
    /// "the '90s": the two digits.
    Decade(u8),
    /// "'06": the two digits.
    ShortYear(u8),
    /// "New Year's Day": a day of fixed date or moving rule, by its place in the table of named days.
    Holiday(u8),
}

/// How one of many is picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Nothing says: tense and neighbours decide.
    Bare,
    /// "last", "next", "this".
    Which(Which),
    /// "October of last year": the one inside.
    In(Box<Form>),
    /// "Sunday, Dec. 8": in a year in which it is a Sunday, 1 (Monday) to 7.
    On(u8),
}

/// Place relative to the reference time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// "this week": the one now.
    This,
    /// "last week": before the article.
    Last,
    /// "the past week": TIMEX3 counts it as the last one; what happened in it may have been up to now.
    Past,
    /// "next week": after the article.
    Next,
    /// "that week", "the same week": the one just spoken of.
    Same,
    /// "the previous week": before the one just spoken of.
    Previous,
    /// "the following week": after the one just spoken of.
    Following,
    /// "the week": this one, or the one just spoken of.
    The,
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Towards the past.
    Back,
    /// Towards the future.
    Forward,
}

/// What a shift starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum From {
    /// The article: "ago", "from now".
    Now,
    /// What was just spoken of: "later", "earlier".
    Mention,
    /// An event, or the expression that follows: "after the vote".
    Event,
}

/// A part of a longer stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slice {
    /// "early", "mid-", "late".
    Third(Third),
    /// "earlier this week": up to the reference time.
    Earlier,
    /// "later this week": from the reference time on.
    Later,
    /// "the third week of", 1-based; the last counts as −1.
    Nth(i8, Unit),
    /// "the first Monday of", "the last Friday in": the place and the weekday.
    NthWeekday(i8, u8),
    /// "the first nine months of" (positive), "the last two weeks of" (negative).
    Run(i8, Unit),
    /// "the week of March 6": the unit that holds it.
    Holding(Unit),
    /// "the quarter ended Sept. 29": the calendar's quarter that has most of it; a year and a month are lengths.
    Ended(Unit),
    /// "the first half of" (1), "the second half of" (2).
    Half(u8),
}

/// A clock time as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
    /// "GMT", "UTC": TIMEX3 writes a Z behind the value.
    pub utc: bool,
}

/// How much time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    /// How many; none for "several", "recent".
    pub count: Option<u32>,
    /// And a half of the unit besides.
    pub half: bool,
    /// Of what.
    pub unit: Unit,
}

/// Something that comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Repeat {
    /// "daily", "every two weeks": once each so long.
    Each(Amount),
    /// "twice a year", "three times a week": so often in each.
    Often(u32, Amount),
    /// "every Friday", "each May".
    Every(Name),
    /// "on weekdays".
    Weekdays,
    /// "every Friday night", "Tuesday nights".
    EveryPart(Option<u8>, DayPart),
}

/// Time named only by its side of now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "TIMEX3's names")]
pub enum Reference {
    Past,
    Present,
    Future,
}

impl Amount {
    /// So many whole units.
    pub const fn whole(count: u32, unit: Unit) -> Self {
        Self { count: Some(count), half: false, unit }
    }

    /// An unknown number of units.
    pub const fn some(unit: Unit) -> Self {
        Self { count: None, half: false, unit }
    }
}

/// The TIMEX3 value of a duration.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Decades and centuries of a known number are counted in years, a fortnight and a weekend in their parts.
        let (letter, factor, half) = match self.unit {
            Unit::Second => ("TS", 1, ""),
            Unit::Minute => ("TM", 1, "30S"),
            Unit::Hour => ("TH", 1, "30M"),
            Unit::Day => ("D", 1, "T12H"),
            Unit::Weekend => ("D", 2, "1D"),
            Unit::Week => ("W", 1, ""),
            Unit::Fortnight => ("W", 2, "1W"),
            Unit::Month => ("M", 1, "15D"),
            Unit::Quarter => ("Q", 1, ""),
            Unit::Year => ("Y", 1, "6M"),
            Unit::Decade => ("Y", 10, "5Y"),
            Unit::Century => ("Y", 100, "50Y"),
            Unit::Millennium => ("Y", 1000, "500Y"),
        };
        let time = if letter.starts_with('T') { "T" } else { "" };
        let name = letter.trim_start_matches('T');
        let Some(count) = self.count else {
            let name = match self.unit {
                Unit::Decade => "E",
                Unit::Century => "C",
                Unit::Millennium => "L",
                Unit::Quarter => "Q",
                Unit::Weekend => "WE",
                _ => name,
            };
            return write!(f, "P{time}X{name}");
        };
        let total = u64::from(count) * factor;
        match (self.half, half) {
            (true, "") => write!(f, "P{time}{total}.5{name}"),
            // "a decade and a half" is fifteen years, not ten years and five.
            (true, more) if factor >= 10 => {
                let more: u64 = more.trim_end_matches('Y').parse().unwrap_or(0);
                write!(f, "P{}Y", total + more)
            }
            (true, more) if total == 0 && more.starts_with('T') => write!(f, "P{more}"),
            (true, more) if total == 0 => write!(f, "P{time}{more}"),
            (true, more) => write!(f, "P{time}{total}{name}{more}"),
            (false, _) => write!(f, "P{time}{total}{name}"),
        }
    }
}

/// The TIMEX3 value of a length in two units: `P2Y3M`, `PT1H30M`, `P1DT12H`.
pub(super) fn sum(first: &Amount, second: &Amount) -> String {
    let (first, second) = (first.to_string(), second.to_string());
    let second = second.trim_start_matches('P');
    // One T stands before the first unit of time.
    let second = if first.contains('T') { second.trim_start_matches('T') } else { second };
    format!("{first}{second}")
}

/// One line, for `explain`.
impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(period) => write!(f, "{period}"),
            Self::Named(name, Pick::Bare) => write!(f, "{name:?}"),
            Self::Named(name, Pick::Which(which)) => write!(f, "{which:?} {name:?}"),
            Self::Named(name, Pick::In(whole)) => write!(f, "{name:?} in ({whole})"),
            Self::Named(name, Pick::On(weekday)) => write!(f, "{name:?} on weekday {weekday}"),
            Self::Unit(unit, which) => write!(f, "{which:?} {unit:?}"),
            Self::Day(by) => write!(f, "article day {by:+}"),
            Self::Shift(amount, direction, from) => write!(f, "{amount} {direction:?} from {from:?}"),
            Self::Offset(amount, direction, from) => write!(f, "{amount} {direction:?} from ({from})"),
            Self::Numeric(a, b, year) => write!(f, "{a}/{b}/{year}"),
            Self::Again(whole) => write!(f, "the same in ({whole})"),
            Self::Slice(slice, whole) => write!(f, "{slice:?} of ({whole})"),
            Self::Clock(at, day) => {
                write!(f, "{:02}:{:02}{}", at.hour, at.minute, if at.utc { "Z" } else { "" })?;
                day.as_ref().map_or(Ok(()), |d| write!(f, " on ({d})"))
            }
            Self::Part(part, day) => {
                write!(f, "{part:?}")?;
                day.as_ref().map_or(Ok(()), |d| write!(f, " of ({d})"))
            }
            Self::Duration(amount) => write!(f, "{amount}"),
            Self::Sum(first, second) => f.write_str(&sum(first, second)),
            Self::Span(amount, direction) => write!(f, "{amount} {direction:?} to now"),
            Self::Set(repeat) => write!(f, "{repeat:?}"),
            Self::Reference(side) => write!(f, "{side:?}"),
            Self::That => f.write_str("then"),
            Self::Bent(modifier, form) => write!(f, "{} ({form})", modifier.name()),
            Self::Pair(pair) => write!(f, "({}) and ({})", pair.first.0, pair.second.0),
        }
    }
}
