//! The table of named days, and where each falls in a year.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::span::Span;
use crate::text::{Text, Tokens};
use crate::time::feast;
use crate::time::{Period, days_from, nearest_weekday};

/// A day with a name, as its file gives it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedDay {
    /// What it is called; the first letter is a capital.
    pub names: Vec<String>,
    when: Reckoning,
    #[serde(default = "one")]
    days: u8,
    /// Expressions it is found in, with their TIMEX3 values in an article of Friday 2024-03-15.
    pub hits: Vec<(String, String)>,
    /// Words in which no named day is found.
    pub misses: Vec<String>,
}

const fn one() -> u8 {
    1
}

#[derive(Debug, Clone, Copy, Deserialize)]
enum Reckoning {
    Fixed(u8, u8),
    Nth(u8, u8, i8),
    Once(i32, u8, u8),
    Easter(i16),
    Orthodox(i16),
    Hebrew(Hebrew),
    Islamic(u8, u8),
    Nowruz,
    LunarNewYear,
}

#[derive(Debug, Clone, Copy, Deserialize)]
enum Hebrew {
    RoshHashanah,
    YomKippur,
    Sukkot,
    Hanukkah,
    Purim,
    Passover,
    Shavuot,
}

/// A name as the tokens it is read from, and the day it names.
struct Spelling {
    words: Vec<String>,
    day: u8,
}

struct Table {
    days: Vec<NamedDay>,
    /// By the [`slot`] of the first word, longest first: the table is asked at every capital.
    spellings: Vec<Vec<Spelling>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let days: Vec<NamedDay> = ron::from_str(include_str!("../data/named_days.ron"))
        .expect("the named days are tested to be well-formed");
    let mut spellings: Vec<Vec<Spelling>> = (0..SLOTS).map(|_| Vec::new()).collect();
    for (day, named) in (0..).zip(&days) {
        for name in &named.names {
            let read = Text::read(name, &[Span::of(0..name.len())]);
            let words: Vec<_> = read.tokens.iter().map(|t| t.span.text(name).to_owned()).collect();
            if let Some(first) = words.first() {
                spellings[slot(first)].push(Spelling { words, day });
            }
        }
    }
    for list in &mut spellings {
        list.sort_by_key(|s| std::cmp::Reverse(s.words.len()));
    }
    Table { days, spellings }
});

const SLOTS: usize = 256;

/// Where names that begin with a word are kept: by its letters and digits alone, so that every kind of apostrophe is
/// the same.
fn slot(word: &str) -> usize {
    let letters = word.bytes().filter(u8::is_ascii_alphanumeric);
    letters.fold(0, |hash: usize, byte| hash.wrapping_mul(31) + usize::from(byte.to_ascii_lowercase()))
        % SLOTS
}

/// The table, in the file's order.
pub fn named_days() -> &'static [NamedDay] {
    &TABLE.days
}

/// The longest name that tokens begin with: its place in the table and how many tokens it takes.
pub(super) fn at_start(tokens: Tokens<'_>) -> Option<(u8, usize)> {
    let first = tokens.text_of(tokens.first()?);
    let list = &TABLE.spellings[slot(first)];
    let same = |word: &str, text: &str| {
        // The curly apostrophe is two bytes longer.
        let curly = || text.len() == word.len() + 2 && word == text.replace('’', "'");
        word.eq_ignore_ascii_case(text) || curly()
    };
    let found = list.iter().find(|s| {
        tokens.tokens.len() >= s.words.len()
            && s.words.iter().zip(tokens.tokens).all(|(w, t)| same(w, tokens.text_of(t)))
    })?;
    Some((found.day, found.words.len()))
}

/// Whether a named day is one day long, and not a week or a month.
pub(super) fn is_one_day(number: u8) -> bool {
    named_days().get(usize::from(number)).is_some_and(|d| d.days == 1)
}

/// Whether its days are only about right: whoever keeps it waits for the moon to be seen.
pub(super) fn is_approximate(number: u8) -> bool {
    named_days().get(usize::from(number)).is_some_and(|d| matches!(d.when, Reckoning::Islamic(..)))
}

/// The day of what happened once: "D-Day".
pub(super) fn once(number: u8) -> Option<NaiveDate> {
    match named_days().get(usize::from(number))?.when {
        Reckoning::Once(year, ..) => in_year(number, year).first().map(|(day, _)| *day),
        _ => None,
    }
}

/// First and last day, as often as it begins in a year.
pub(super) fn in_year(number: u8, year: i32) -> Vec<(NaiveDate, NaiveDate)> {
    let Some(named) = named_days().get(usize::from(number)) else { return Vec::new() };
    let last = |first| days_from(first, i64::from(named.days) - 1);
    named.when.days(year).into_iter().filter_map(|first| Some((first, last(first)?))).collect()
}

impl Reckoning {
    fn days(self, year: i32) -> Vec<NaiveDate> {
        if let Self::Islamic(month, day) = self {
            return feast::islamic(year, month, day).collect();
        }
        self.day(year).into_iter().collect()
    }

    fn day(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)),
            Self::Nth(month, weekday, n) => {
                let (first, last) = Period::Month(year, month).days()?;
                if n < 0 {
                    return nearest_weekday(last, weekday, false);
                }
                days_from(nearest_weekday(first, weekday, true)?, 7 * (i64::from(n) - 1))
            }
            Self::Once(at, month, day) => {
                NaiveDate::from_ymd_opt(at, u32::from(month), u32::from(day)).filter(|_| at == year)
            }
            Self::Easter(days) => days_from(feast::easter(year)?, i64::from(days)),
            Self::Orthodox(days) => days_from(feast::orthodox_easter(year)?, i64::from(days)),
            Self::Hebrew(Hebrew::RoshHashanah) => feast::rosh_hashanah(year),
            Self::Hebrew(Hebrew::YomKippur) => days_from(feast::rosh_hashanah(year)?, 9),
            Self::Hebrew(Hebrew::Sukkot) => days_from(feast::rosh_hashanah(year)?, 14),
            Self::Hebrew(Hebrew::Hanukkah) => feast::hanukkah(year),
            Self::Hebrew(Hebrew::Purim) => days_from(feast::passover(year)?, -30),
            Self::Hebrew(Hebrew::Shavuot) => days_from(feast::passover(year)?, 50),
            Self::Hebrew(Hebrew::Passover) => feast::passover(year),
            Self::Islamic(month, day) => feast::islamic(year, month, day).next(),
            Self::Nowruz => feast::nowruz(year),
            Self::LunarNewYear => feast::lunar_new_year(year),
        }
    }
}
