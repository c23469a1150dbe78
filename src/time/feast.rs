//! Feasts that move: where other calendars' days fall in ours.
//!
//! Each function gives the first day in a Gregorian year, or nothing where its reckoning does not hold.
//! Days that begin at sunset (Hebrew, Islamic) are given by the daylight that follows.
//! Reckonings after Reingold and Dershowitz, *Calendrical Calculations*, and Meeus, *Astronomical Algorithms*.

use chrono::{Datelike, NaiveDate};

use crate::time::days_from;

/// The day with this number, 1 January of the year 1 being 1.
fn numbered(day: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
}

/// Easter Sunday of the Western churches, since the Gregorian reform.
pub fn easter(year: i32) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let (fours, fourth) = (century / 4, century % 4);
    let moon = (19 * golden + century - fours - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * fourth + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    month_and_day(year, moon + weekday - 7 * late + 114)
}

/// Easter Sunday of the Orthodox churches: by the Julian calendar, given in ours.
pub fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    let moon = (19 * (year % 19) + 15) % 30;
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let behind = year / 100 - year / 400 - 2;
    days_from(month_and_day(year, moon + weekday + 114)?, i64::from(behind))
}

/// Computus counts from March: 31 days a month, the rest is the day before.
fn month_and_day(year: i32, n: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

/// The first day of a Hebrew year, 1 Tishri; exact, as the calendar has been arithmetic since antiquity.
fn tishri(hebrew: i64) -> i64 {
    // Day 0 of the count, so that year 1 begins on it.
    const EPOCH: i64 = -1_373_427;
    let elapsed = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * months;
        let day = 29 * months + parts.div_euclid(25_920);
        day + i64::from((3 * (day + 1)).rem_euclid(7) < 3)
    };
    let (before, this, after) = (elapsed(hebrew - 1), elapsed(hebrew), elapsed(hebrew + 1));
    let delay = if after - this == 356 { 2 } else { i64::from(this - before == 382) };
    EPOCH + this + delay
}

/// Rosh Hashanah, 1 Tishri.
pub fn rosh_hashanah(year: i32) -> Option<NaiveDate> {
    numbered(tishri(i64::from(year) + 3761))
}

/// The first day of Passover, 15 Nisan: always 163 days before the next year begins.
pub fn passover(year: i32) -> Option<NaiveDate> {
    days_from(rosh_hashanah(year)?, -163)
}

/// The first day of Hanukkah, 25 Kislev.
pub fn hanukkah(year: i32) -> Option<NaiveDate> {
    let (first, next) = (tishri(i64::from(year) + 3761), tishri(i64::from(year) + 3762));
    // The month before has a day more in the longest years.
    numbered(first + 83 + i64::from(matches!(next - first, 355 | 385)))
}

/// A day of the tabular Islamic calendar, as often as it falls in a year: mostly once, now and then twice or never.
///
/// The moon is sighted, not computed, so that the day kept in a country may be one or two off.
pub fn islamic(year: i32, month: u8, day: u8) -> impl Iterator<Item = NaiveDate> {
    const EPOCH: i64 = 227_015;
    let about = (i64::from(year) - 622) * 33 / 32;
    (about - 1..=about + 2)
        .filter_map(move |hijri| {
            let month = i64::from(month);
            let years = (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30);
            numbered(EPOCH - 1 + years + 29 * (month - 1) + month / 2 + i64::from(day))
        })
        .filter(move |date| year >= 622 && date.year() == year)
}

/// Nowruz, 1 Farvardin as Iran keeps it, by the cycle of 33 years that agrees with the equinox from 1925 to 2090.
pub fn nowruz(year: i32) -> Option<NaiveDate> {
    let persian = i64::from(year) - 621;
    // Leap days before a year; eight in 33 years.
    let leaps = |year: i64| (8 * year + 21).div_euclid(33);
    // 1 Farvardin 1403 is 20 March 2024.
    let first = i64::from(NaiveDate::from_ymd_opt(2024, 3, 20)?.num_days_from_ce());
    let day = first + 365 * (persian - 1403) + leaps(persian) - leaps(1403);
    (1900..=2100).contains(&year).then(|| numbered(day)).flatten()
}

/// Days from 20 January to the Lunar New Year, a letter a year from 1900, in base 36.
///
/// The Chinese calendar is astronomical; these are its days as the package lunardate (`PyPI`) tabulates them. The
/// International Components for Unicode give another day in 1954, 2027 and 2030.
const LUNAR: &[u8; 200] =
    b"buj9rf5od2lath6pe3mcvj8rg4od3lash6pf4mbuj7qg5od2l9sh7pe4nbtj8qg5od1kash7qe3mbti8rg5odvk9sh7qf3lbui8r\
g4nc2k9ti6pe3lbuj8rg5nc2l9sh6oe3mbuj8qf4nc2lash6pd3mcuj8qf4nd1k9sg6pe3mbui7qg4nd2k9sh6pe4lati7qg5nc1";

/// The Lunar New Year of China, 1900 to 2099. Vietnam's and Korea's are a day off in a few of these years.
pub fn lunar_new_year(year: i32) -> Option<NaiveDate> {
    let letter = LUNAR.get(usize::try_from(year.checked_sub(1900)?).ok()?)?;
    let days = char::from(*letter).to_digit(36)?;
    days_from(NaiveDate::from_ymd_opt(year, 1, 20)?, i64::from(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(feast: fn(i32) -> Option<NaiveDate>, years: &[i32]) -> Vec<String> {
        years.iter().map(|y| feast(*y).map_or_else(String::new, |d| d.to_string())).collect()
    }

    #[test]
    fn easters_of_both_churches() {
        let years = [1818, 1916, 1943, 1961, 2000, 2008, 2024, 2025, 2038];
        let western = [
            "1818-03-22",
            "1916-04-23",
            "1943-04-25",
            "1961-04-02",
            "2000-04-23",
            "2008-03-23",
            "2024-03-31",
            "2025-04-20",
            "2038-04-25",
        ];
        assert_eq!(all(easter, &years), western);
        let orthodox = ["2000-04-30", "2008-04-27", "2021-05-02", "2024-05-05", "2025-04-20", "2026-04-12"];
        assert_eq!(all(orthodox_easter, &[2000, 2008, 2021, 2024, 2025, 2026]), orthodox);
        assert_eq!(easter(1500), None);
    }

    #[test]
    fn hebrew_feasts() {
        let years = [1973, 2000, 2023, 2024, 2025, 2026];
        let new_year = ["1973-09-27", "2000-09-30", "2023-09-16", "2024-10-03", "2025-09-23", "2026-09-12"];
        assert_eq!(all(rosh_hashanah, &years), new_year);
        assert_eq!(
            all(passover, &[1948, 2023, 2024, 2025]),
            ["1948-04-24", "2023-04-06", "2024-04-23", "2025-04-13"]
        );
        let hanukkah_days = ["2021-11-29", "2022-12-19", "2023-12-08", "2024-12-26", "2025-12-15"];
        assert_eq!(all(hanukkah, &[2021, 2022, 2023, 2024, 2025]), hanukkah_days);
    }

    #[test]
    fn islamic_days() {
        let days = |year, month, day| islamic(year, month, day).map(|d| d.to_string()).collect::<Vec<_>>();
        assert_eq!(days(2023, 9, 1), ["2023-03-23"]);
        assert_eq!(days(2024, 10, 1), ["2024-04-10"]);
        assert_eq!(days(2025, 12, 10), ["2025-06-07"]);
        assert_eq!(days(2026, 1, 10), ["2026-06-26"]);
        // Two feasts in one year of ours, and none in 1943 between two Decembers.
        assert_eq!(days(2000, 10, 1), ["2000-01-08", "2000-12-28"]);
        assert_eq!(days(2030, 9, 1), ["2030-01-06", "2030-12-26"]);
        assert!((1900..2100).all(|year| !days(year, 9, 1).is_empty()));
    }

    #[test]
    fn spring_and_the_moon() {
        let years = [1979, 1996, 2017, 2021, 2024, 2025, 2029, 2030];
        let spring = [
            "1979-03-21",
            "1996-03-20",
            "2017-03-21",
            "2021-03-21",
            "2024-03-20",
            "2025-03-21",
            "2029-03-20",
            "2030-03-21",
        ];
        assert_eq!(all(nowruz, &years), spring);
        let moon = ["1900-01-31", "1968-01-30", "1985-02-20", "2024-02-10", "2025-01-29", "2026-02-17", ""];
        assert_eq!(all(lunar_new_year, &[1900, 1968, 1985, 2024, 2025, 2026, 2100]), moon);
    }
}
