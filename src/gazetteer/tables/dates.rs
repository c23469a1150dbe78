//! Dates as entries write them: EDTF of year, month or day precision.

/// Year, month and day of a date; none where it is not one of the calendar.
pub(crate) fn parts(edtf: &str) -> Option<(i32, Option<u32>, Option<u32>)> {
    let mut parts = edtf.split('-');
    let year: i32 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let mut two = || match parts.next() {
        None => Some(None),
        Some(p) if p.len() == 2 => p.parse::<u32>().ok().map(Some),
        Some(_) => None,
    };
    let (month, day) = (two()?, two()?);
    let fits = month.is_none_or(|m| (1..=12).contains(&m))
        && day.zip(month).is_none_or(|(d, m)| (1..=length(year, m)).contains(&d));
    (fits && parts.next().is_none()).then_some((year, month, day))
}

/// Days of a month.
const fn length(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar() {
        assert_eq!(parts("2024-02-29"), Some((2024, Some(2), Some(29))));
        assert_eq!(parts("1999"), Some((1999, None, None)));
        for bad in ["", "25", "2025-13", "2025-1-2", "2025-02-29", "1900-02-29", "2025-01-01-01", "now"] {
            assert_eq!(parts(bad), None, "{bad}");
        }
    }
}
