//! Dates as a person reads them, never finer than they are known.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::event::Basis;
use crate::time::{Edtf, EdtfDate, EdtfPoint, Granularity, Modifier, Season, TimeValue};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The date column: "28 Jan 2026", "2024-12", "26–28 Jan 2026", "after 8 Dec 2024", "28 Jan 2026 (assumed)".
pub(super) fn when(value: Option<&TimeValue>, basis: Option<Basis>) -> String {
    let Some(value) = value else { return "undated".to_owned() };
    let text = phrase(value);
    if basis == Some(Basis::Assumed) { format!("{text} (assumed)") } else { text }
}

/// A value without its basis.
pub(super) fn phrase(value: &TimeValue) -> String {
    let text = match &value.edtf {
        Edtf::Date(d) => return about(value.modifier, date(d)),
        Edtf::Interval(None, None) => return "at some time".to_owned(),
        Edtf::Interval(Some(a), None) if value.modifier == Some(Modifier::After) => match a.point.before() {
            Some(last) => format!("after {}", point(last)),
            None => format!("from {}", date(a)),
        },
        Edtf::Interval(None, Some(b)) if value.modifier == Some(Modifier::Before) => match b.point.after() {
            Some(next) => format!("before {}", point(next)),
            None => format!("by {}", date(b)),
        },
        Edtf::Interval(Some(a), None) => format!("from {}", date(a)),
        Edtf::Interval(None, Some(b)) => format!("by {}", date(b)),
        Edtf::Interval(Some(a), Some(b)) => part(value).unwrap_or_else(|| range(a, b)),
    };
    about(value.modifier, text)
}

/// An exact day, for a publication date.
pub(super) fn day(d: NaiveDate) -> String {
    point(EdtfPoint::Day(d))
}

fn about(modifier: Option<Modifier>, text: String) -> String {
    if modifier == Some(Modifier::Approx) && !text.starts_with("about ") {
        format!("about {text}")
    } else {
        text
    }
}

/// "mid-Oct 2025" and "early 2024", where the days are that part of one month or year.
fn part(value: &TimeValue) -> Option<String> {
    let name = match value.modifier? {
        Modifier::Start => "early",
        Modifier::Mid => "mid",
        Modifier::End => "late",
        _ => return None,
    };
    let (first, last) = (value.first()?, value.last()?);
    if first.year() != last.year() {
        return None;
    }
    match value.granularity {
        Granularity::Month if first.month() == last.month() => {
            Some(format!("{name} {} {}", MONTHS[first.month0() as usize], first.year()))
        }
        Granularity::Year => Some(format!("{name} {}", first.year())),
        _ => None,
    }
}

fn range(a: &EdtfDate, b: &EdtfDate) -> String {
    let plain = |d: &EdtfDate| !d.uncertain && !d.approximate;
    if let (EdtfPoint::Day(first), EdtfPoint::Day(last)) = (a.point, b.point)
        && plain(a)
        && plain(b)
    {
        let month = |d: NaiveDate| MONTHS[d.month0() as usize];
        return if first.year() != last.year() {
            format!("{} – {}", day(first), day(last))
        } else if first.month() != last.month() {
            format!("{} {} – {}", first.day(), month(first), day(last))
        } else {
            format!("{}–{}", first.day(), day(last))
        };
    }
    if let (EdtfPoint::Minute(from), EdtfPoint::Minute(to)) = (a.point, b.point)
        && from.date() == to.date()
    {
        return format!("{}–{}", point(a.point), to.format("%H:%M"));
    }
    format!("{} – {}", date(a), date(b))
}

fn date(d: &EdtfDate) -> String {
    let text = point(d.point);
    match (d.approximate, d.uncertain) {
        (false, false) => text,
        (true, false) => format!("about {text}"),
        (false, true) => format!("{text}?"),
        (true, true) => format!("about {text}?"),
    }
}

fn point(p: EdtfPoint) -> String {
    match p {
        EdtfPoint::Century(y) => format!("{y}–{}", y + 99),
        EdtfPoint::Decade(y) => format!("{y}s"),
        EdtfPoint::Half(y, h) => format!("H{h} {y}"),
        EdtfPoint::Quarter(y, q) => format!("Q{q} {y}"),
        EdtfPoint::Season(y, Season::Winter) => format!("winter {y}/{:02}", (y + 1).rem_euclid(100)),
        EdtfPoint::Season(y, s) => format!("{} {y}", format!("{s:?}").to_lowercase()),
        EdtfPoint::Day(d) => format!("{} {} {}", d.day(), MONTHS[d.month0() as usize], d.year()),
        EdtfPoint::Minute(t) => format!("{} {}", day(t.date()), t.format("%H:%M")),
        EdtfPoint::Year(_) | EdtfPoint::Month(..) => p.to_string(),
    }
}

/// The neighbours of a point in its own unit: what "after 2024" and "before March" are said of.
trait Neighbours: Sized {
    fn before(self) -> Option<Self>;
    fn after(self) -> Option<Self>;
}

impl Neighbours for EdtfPoint {
    fn before(self) -> Option<Self> {
        match self {
            Self::Day(d) => Some(Self::Day(d.pred_opt()?)),
            Self::Year(y) => Some(Self::Year(y - 1)),
            Self::Month(y, m) => month_of(first_of(y, m)?.checked_sub_months(Months::new(1))?),
            _ => None,
        }
    }

    fn after(self) -> Option<Self> {
        match self {
            Self::Day(d) => Some(Self::Day(d.checked_add_days(Days::new(1))?)),
            Self::Year(y) => Some(Self::Year(y + 1)),
            Self::Month(y, m) => month_of(first_of(y, m)?.checked_add_months(Months::new(1))?),
            _ => None,
        }
    }
}

fn first_of(year: i32, month: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::from(month), 1)
}

fn month_of(d: NaiveDate) -> Option<EdtfPoint> {
    Some(EdtfPoint::Month(d.year(), u8::try_from(d.month()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(y: i32, m: u32, d: u32) -> EdtfDate {
        EdtfPoint::Day(NaiveDate::from_ymd_opt(y, m, d).unwrap()).into()
    }

    fn shown(edtf: Edtf, granularity: Granularity, modifier: Option<Modifier>) -> String {
        phrase(&TimeValue { edtf, granularity, modifier })
    }

    #[test]
    fn never_finer_than_known() {
        use Granularity::{Day, Month, Quarter, Year};
        let month = EdtfPoint::Month(2024, 12).into();
        assert_eq!(shown(Edtf::Date(month), Month, None), "2024-12");
        assert_eq!(shown(Edtf::Date(month), Month, Some(Modifier::Approx)), "about 2024-12");
        assert_eq!(shown(Edtf::Date(EdtfPoint::Year(2024).into()), Year, None), "2024");
        assert_eq!(shown(Edtf::Date(EdtfPoint::Quarter(2025, 4).into()), Quarter, None), "Q4 2025");
        assert_eq!(shown(Edtf::Date(d(2026, 1, 28)), Day, None), "28 Jan 2026");
    }

    #[test]
    fn ranges_name_what_differs() {
        let range = |a, b| shown(Edtf::Interval(Some(a), Some(b)), Granularity::Day, None);
        assert_eq!(range(d(2026, 1, 26), d(2026, 1, 28)), "26–28 Jan 2026");
        assert_eq!(range(d(2026, 1, 26), d(2026, 2, 3)), "26 Jan – 3 Feb 2026");
        assert_eq!(range(d(2025, 12, 28), d(2026, 1, 3)), "28 Dec 2025 – 3 Jan 2026");
        assert_eq!(range(EdtfPoint::Month(2024, 12).into(), d(2026, 1, 28)), "2024-12 – 28 Jan 2026");
    }

    #[test]
    fn open_sides_are_said() {
        let from = |modifier| shown(Edtf::Interval(Some(d(2024, 12, 9)), None), Granularity::Day, modifier);
        assert_eq!(from(Some(Modifier::After)), "after 8 Dec 2024");
        assert_eq!(from(None), "from 9 Dec 2024");
        let until = |modifier| shown(Edtf::Interval(None, Some(d(2026, 1, 28))), Granularity::Day, modifier);
        assert_eq!(until(None), "by 28 Jan 2026");
        assert_eq!(until(Some(Modifier::Before)), "before 29 Jan 2026");
    }

    #[test]
    fn parts_of_a_month() {
        let mid = Edtf::Interval(Some(d(2025, 10, 11)), Some(d(2025, 10, 20)));
        assert_eq!(shown(mid, Granularity::Month, Some(Modifier::Mid)), "mid Oct 2025");
    }

    #[test]
    fn an_assumed_date_says_so() {
        let value = TimeValue::day(NaiveDate::from_ymd_opt(2026, 1, 28).unwrap());
        assert_eq!(when(Some(&value), Some(Basis::Assumed)), "28 Jan 2026 (assumed)");
        assert_eq!(when(Some(&value), Some(Basis::Carried)), "28 Jan 2026");
        assert_eq!(when(None, None), "undated");
    }
}
