//! Calendar days and clock times as mastheads, headers and file names write them.
//!
//! Strict and small: only full dates, each spelt in one of the few ways a publication date is. What prose says
//! about time is the business of `timex`, which is a floor above.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::time::edtf::midnight;

/// A place in a line; copied to look ahead, so that a failed attempt leaves nothing behind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    /// At the head of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// What is still to read.
    pub(super) fn rest(self) -> &'a str {
        self.rest
    }

    /// Passes white space.
    pub(super) fn space(mut self) -> Self {
        self.rest = self.rest.trim_start();
        self
    }

    /// One of these characters.
    pub(super) fn mark(self, marks: &[char]) -> Option<Self> {
        self.rest.strip_prefix(marks).map(|rest| Self { rest })
    }

    /// Letters only, perhaps none.
    pub(super) fn letters(self) -> (&'a str, Self) {
        let end = self.rest.find(|c: char| !c.is_alphabetic()).unwrap_or(self.rest.len());
        (&self.rest[..end], Self { rest: &self.rest[end..] })
    }

    /// Digits, as many as are wanted and no more.
    pub(super) fn number(self, digits: std::ops::RangeInclusive<usize>) -> Option<(u32, Self)> {
        let end = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let value = self.rest[..end].parse().ok()?;
        digits.contains(&end).then_some((value, Self { rest: &self.rest[end..] }))
    }

    fn word(self, list: &[&str]) -> Option<Self> {
        let (word, rest) = self.letters();
        list.iter().any(|w| w.eq_ignore_ascii_case(word)).then_some(rest)
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// "January", "Jan.", "Sept": a name of a month, cut to three letters or more, with its full stop if it has one.
pub(super) fn month(at: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let (word, rest) = at.letters();
    let index = name_in(word, &MONTHS)?;
    Some((u32::try_from(index).ok()? + 1, rest.mark(&['.']).unwrap_or(rest)))
}

/// Whether a word names a day of the week, in full or cut short.
pub(super) fn is_weekday(word: &str) -> bool {
    name_in(word, &WEEKDAYS).is_some()
}

/// Whether a word names a month, in full or cut short.
pub(super) fn is_month(word: &str) -> bool {
    name_in(word, &MONTHS).is_some()
}

fn name_in(word: &str, names: &[&str]) -> Option<usize> {
    let word = word.to_ascii_lowercase();
    // "Sept" and "Tues" are the longest cuts in use; "marc" is no month.
    let cut = |name: &&str| {
        **name == *word || (word.len() == 3 && name.starts_with(&word)) || {
            matches!(word.as_str(), "sept" | "tues" | "thur" | "thurs") && name.starts_with(&word)
        }
    };
    names.iter().position(cut)
}

fn weekday(at: Cursor<'_>) -> Cursor<'_> {
    let (word, rest) = at.letters();
    if is_weekday(word) { rest.mark(&[',', '.']).unwrap_or(rest).space() } else { at }
}

fn day_number(at: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let (day, rest) = at.number(1..=2)?;
    Some((day, rest.word(&["st", "nd", "rd", "th"]).unwrap_or(rest)))
}

/// `2026-01-28`, `2026/01/28`, `20260128`.
fn numeric(at: Cursor<'_>) -> Option<(NaiveDate, Cursor<'_>)> {
    if let Some((all, rest)) = at.number(8..=8) {
        let year = i32::try_from(all / 10_000).ok()?;
        return Some((NaiveDate::from_ymd_opt(year, all / 100 % 100, all % 100)?, rest));
    }
    let (year, at) = at.number(4..=4)?;
    let mark = at.rest().chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '_'))?;
    let (month, at) = at.mark(&[mark])?.number(1..=2)?;
    let (day, at) = at.mark(&[mark])?.number(1..=2)?;
    Some((NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?, at))
}

/// `28/01/2026` and `01/28/2026`, where only one order makes a date; `05/03/2026` is anybody's guess.
fn slashed(at: Cursor<'_>) -> Option<(NaiveDate, Cursor<'_>)> {
    let (a, at) = at.number(1..=2)?;
    let mark = at.rest().chars().next().filter(|c| matches!(c, '/' | '.' | '-'))?;
    let (b, at) = at.mark(&[mark])?.number(1..=2)?;
    let (year, at) = at.mark(&[mark])?.number(4..=4)?;
    let year = i32::try_from(year).ok()?;
    let readings = (NaiveDate::from_ymd_opt(year, b, a), NaiveDate::from_ymd_opt(year, a, b));
    let day = match readings {
        (Some(day), None) | (None, Some(day)) => day,
        (Some(day), Some(_)) if a == b => day,
        // A full stop is the continental order and no other.
        (Some(day), Some(_)) if mark == '.' => day,
        _ => return None,
    };
    Some((day, at))
}

/// "28 January", "January 28", "28-Jan": month and day.
pub(super) fn month_day(at: Cursor<'_>) -> Option<(u32, u32, Cursor<'_>)> {
    let gap = |c: Cursor<'_>| -> bool { c.rest().starts_with([' ', '-', '\u{a0}']) };
    if let Some((day, after)) = day_number(at) {
        let mut next = after.mark(&['-']).unwrap_or(after).space();
        next = next.word(&["of"]).map_or(next, Cursor::space);
        let (month, after) = month(next)?;
        return Some((month, day, after));
    }
    let (month, after) = month(at)?;
    if !gap(after) {
        return None;
    }
    let (day, after) = day_number(after.mark(&['-']).unwrap_or(after).space())?;
    Some((month, day, after))
}

/// A full day at the head of the text.
pub(super) fn date(at: Cursor<'_>) -> Option<(NaiveDate, Cursor<'_>)> {
    if let Some(found) = numeric(at).or_else(|| slashed(at)) {
        return Some(found);
    }
    let (month, day, after) = month_day(at)?;
    let next = after.mark(&[',', '-']).unwrap_or(after).space();
    let (year, after) = next.number(4..=4)?;
    Some((NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?, after))
}

/// `10:15`, `10:15:30.000`, `10.15 am`, `5 PM`, with a zone, which is read over: civil time is what we keep.
fn clock(at: Cursor<'_>) -> Option<(NaiveTime, Cursor<'_>)> {
    let (mut hour, at) = at.number(1..=2)?;
    let (mut minute, mut second, mut at, mut bare) = (0, 0, at, true);
    if let Some((m, after)) = at.mark(&[':', '.']).and_then(|c| c.number(2..=2)) {
        (minute, at, bare) = (m, after, false);
        if let Some((s, after)) = at.mark(&[':']).and_then(|c| c.number(2..=2)) {
            (second, at) = (s, after);
            at = at.mark(&['.']).and_then(|c| c.number(1..=9)).map_or(at, |(_, after)| after);
        }
    }
    let half = at.space();
    if let Some((pm, after)) = half_day(half) {
        hour = match (hour, pm) {
            (1..=11, true) => hour + 12,
            (12, false) => 0,
            (1..=12, _) => hour,
            _ => return None,
        };
        (at, bare) = (after, false);
    }
    if bare {
        return None;
    }
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, zone(at)))
}

fn half_day(at: Cursor<'_>) -> Option<(bool, Cursor<'_>)> {
    let pm = match at.rest().chars().next()? {
        'a' | 'A' => false,
        'p' | 'P' => true,
        _ => return None,
    };
    let after = at.mark(&['a', 'A', 'p', 'P'])?;
    let after = after.mark(&['.']).unwrap_or(after).mark(&['m', 'M'])?;
    let after = after.mark(&['.']).unwrap_or(after);
    (!after.rest().starts_with(char::is_alphanumeric)).then_some((pm, after))
}

fn zone(at: Cursor<'_>) -> Cursor<'_> {
    let next = at.space();
    let (word, after) = next.letters();
    let named = (1..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    let next = if named { after } else { next };
    let offset = next.mark(&['+', '-', '−']).and_then(|c| {
        let (_, c) = c.number(4..=4).or_else(|| c.number(1..=2))?;
        Some(c.mark(&[':']).and_then(|c| c.number(2..=2)).map_or(c, |(_, c)| c))
    });
    offset.unwrap_or(if named { next } else { at })
}

/// A day, perhaps with a clock time before or after it, at the head of the text.
pub(super) fn stamp(at: Cursor<'_>) -> Option<(NaiveDateTime, Cursor<'_>)> {
    let at = at.space();
    if let Some((time, after)) = clock(at) {
        let next = separator(after).word(&["on"]).map_or_else(|| separator(after), Cursor::space);
        if let Some((day, after)) = date(weekday(next)) {
            return Some((day.and_time(time), after));
        }
    }
    let (day, after) = date(weekday(at))?;
    let iso = after.mark(&['T', 't']).and_then(clock);
    let later = || {
        let next = separator(after);
        clock(next.word(&["at"]).map_or(next, Cursor::space))
    };
    Some(match iso.or_else(later) {
        Some((time, after)) => (day.and_time(time), after),
        None => (midnight(day), after),
    })
}

fn separator(at: Cursor<'_>) -> Cursor<'_> {
    let at = at.space();
    at.mark(&[',', '|', '-', '–', '—', '·', '•', '/']).map_or(at, Cursor::space)
}

/// A day, perhaps with a clock time, and nothing else.
pub(super) fn whole(text: &str) -> Option<NaiveDateTime> {
    let (at, after) = stamp(Cursor::new(text))?;
    after.rest().trim_matches([' ', '.', ',', '\u{a0}', '\t']).is_empty().then_some(at)
}

/// Whether a text is a clock time and nothing else.
pub(super) fn is_clock(text: &str) -> bool {
    clock(Cursor::new(text)).is_some_and(|(_, after)| after.rest().trim().is_empty())
}

/// The first full date among the digits of a file name or address: `2026-01-28-x`, `x_20260128`, `/2026/1/28/`.
pub(super) fn in_name(name: &str) -> Option<NaiveDate> {
    let starts = name.char_indices().filter(|(i, c)| c.is_ascii_digit() && !ends_in_digit(&name[..*i]));
    starts.into_iter().find_map(|(i, _)| {
        let (day, after) = numeric(Cursor::new(&name[i..]))?;
        (is_plausible(day) && !after.rest().starts_with(|c: char| c.is_ascii_digit())).then_some(day)
    })
}

/// Every full date that stands in prose as words of its own, with these words. Eight digits in a row are no date
/// there: they may count or number anything.
pub(super) fn in_prose(prose: &str) -> Vec<(NaiveDate, &str)> {
    let mut found = Vec::new();
    let mut last = ' ';
    let mut end = 0;
    for (at, c) in prose.char_indices() {
        let opens = c.is_alphanumeric() && !last.is_alphanumeric() && at >= end;
        last = c;
        let Some((day, after)) = opens.then(|| date(Cursor::new(&prose[at..]))).flatten() else { continue };
        let words = &prose[at..prose.len() - after.rest().len()];
        let timed = after.mark(&['T']).is_some_and(|c| clock(c).is_some());
        let whole = timed || !after.rest().starts_with(char::is_alphanumeric);
        if whole && is_plausible(day) && !words.bytes().all(|b| b.is_ascii_digit()) {
            end = at + words.len();
            found.push((day, words));
        }
    }
    found
}

/// Whether newspapers write about such a year: what looks like a date and is none mostly falls outside.
fn is_plausible(day: NaiveDate) -> bool {
    (1800..2100).contains(&chrono::Datelike::year(&day))
}

/// The first number among the digits of a name that can be a year.
pub(super) fn year_in_name(name: &str) -> Option<i32> {
    name.split(|c: char| !c.is_ascii_digit())
        .filter(|n| n.len() == 4)
        .filter_map(|n| n.parse().ok())
        .find(|y| (1900..2100).contains(y))
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_mastheads_write() {
        let cases = [
            ("28 Jan 2026", "2026-01-28 00:00"),
            ("2026-01-28", "2026-01-28 00:00"),
            ("20260128", "2026-01-28 00:00"),
            ("2026-01-28T23:30:00Z", "2026-01-28 23:30"),
            ("2026-01-28T23:30:00.123+03:00", "2026-01-28 23:30"),
            ("2026-01-28 10:15", "2026-01-28 10:15"),
            ("January 28, 2026 10:15 AM", "2026-01-28 10:15"),
            ("Jan. 28, 2026, 5 p.m. ET", "2026-01-28 17:00"),
            ("Wed 28th January 2026 at 12.05 am GMT", "2026-01-28 00:05"),
            ("Wednesday, 28 January 2026 | 18:00 UTC+3", "2026-01-28 18:00"),
            ("10:15 GMT, 28 January 2026", "2026-01-28 10:15"),
            ("6:03 PM EST, Wed January 28, 2026", "2026-01-28 18:03"),
            ("28/01/2026", "2026-01-28 00:00"),
            ("01/28/2026", "2026-01-28 00:00"),
            ("28.1.2026", "2026-01-28 00:00"),
            ("5.3.2026", "2026-03-05 00:00"),
            ("28-Jan-2026", "2026-01-28 00:00"),
        ];
        for (text, value) in cases {
            let read = whole(text).map(|t| t.format("%Y-%m-%d %H:%M").to_string());
            assert_eq!(read.as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn refuses_the_rest() {
        let misses =
            ["", "05/03/2026", "28 Jan", "Jan 2026", "31 Feb 2026", "2026", "tomorrow", "28 Jan 2026 is"];
        for text in misses {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn finds_days_in_prose() {
        let text = "From 3-5 March 2024, on Sunday, Dec. 8, 2024, the 8th of May 2025 and 2024-12-09T10:15, \
                    not 20241210, 12 Dec 20241, 31 Feb 2024, May 2024, xMay 3, 2024 or 5 May 1066.";
        let found: Vec<_> = in_prose(text).into_iter().map(|(d, words)| (d.to_string(), words)).collect();
        let want = [
            ("2024-03-05", "5 March 2024"),
            ("2024-12-08", "Dec. 8, 2024"),
            ("2025-05-08", "8th of May 2025"),
            ("2024-12-09", "2024-12-09"),
        ];
        assert_eq!(found, want.map(|(d, words)| (d.to_owned(), words)));
    }

    #[test]
    fn finds_days_in_names() {
        let day = |name| in_name(name).map(|d| d.to_string());
        assert_eq!(day("2026-01-28-al-sharaa"), Some("2026-01-28".into()));
        assert_eq!(day("AFP_ENG_20051204.0058"), Some("2005-12-04".into()));
        assert_eq!(day("https://example.org/news/2026/1/28/putin"), Some("2026-01-28".into()));
        assert_eq!(day("unit-8200-12345678"), None);
        assert_eq!(day("2026-13-45"), None);
        assert_eq!(year_in_name("syria-2025-review"), Some(2025));
        assert_eq!(year_in_name("unit-8200"), None);
    }
}
