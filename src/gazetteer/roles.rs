//! Roles and their days: who was what, for whom, when.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer};

use super::Role;

/// The first and the last day of an EDTF date of year, month or day precision.
pub(super) fn bounds(edtf: &str) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts = edtf.split('-');
    let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let mut two = || match parts.next() {
        None => Some(None),
        Some(p) if p.len() == 2 => p.parse().ok().map(Some),
        Some(_) => None,
    };
    let (month, day) = (two()?, two()?);
    if parts.next().is_some() {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1))?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?,
        (None, None) => NaiveDate::from_ymd_opt(first.year(), 12, 31)?,
    };
    Some((first, last))
}

/// Reads an optional date of a role and refuses what is none, so that the fault has its place in the file.
pub(super) fn date<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    let written = Option::<String>::deserialize(input)?;
    match written {
        Some(date) if bounds(&date).is_none() => {
            Err(serde::de::Error::custom(format!("`{date}` is no date; write 2025, 2025-01 or 2025-01-29")))
        }
        written => Ok(written),
    }
}

impl Role {
    /// The first day it may have been held; none where it is not known.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.since.as_deref().and_then(bounds).map(|(first, _)| first)
    }

    /// The last day it may have been held; none where it is still held, or not known.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.until.as_deref().and_then(bounds).map(|(_, last)| last)
    }

    /// Whether it was held on `day`, as far as its dates say; on the day of a handover both hold it.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.first_day().is_none_or(|first| first <= day) && self.last_day().is_none_or(|last| day <= last)
    }
}

/// The role of `day` among these: of those held that day the one begun last, else the one that ended last
/// before it, which the person then held formerly.
pub(super) fn role_on(roles: &[Role], day: NaiveDate) -> Option<&Role> {
    let held = roles.iter().rev().filter(|r| r.held_on(day)).max_by_key(|r| r.first_day());
    let ended = |r: &&Role| r.last_day().is_some_and(|last| last < day);
    held.or_else(|| roles.iter().rev().filter(ended).max_by_key(|r| r.last_day()))
}

/// The title as it is compared: "premier" is "prime minister", and so on.
pub(super) fn title(written: &str) -> String {
    let lower = written.trim().to_lowercase();
    let usual = match lower.as_str() {
        "premier" | "pm" => "prime minister",
        "spokesperson" | "spokeswoman" => "spokesman",
        "chairwoman" | "chairperson" | "chair" => "chairman",
        "defense minister" | "minister of defence" | "minister of defense" => "defence minister",
        "minister of foreign affairs" | "external affairs minister" => "foreign minister",
        "secretary-general" => "secretary general",
        "defense secretary" | "secretary of defense" => "defence secretary",
        _ => return lower,
    };
    usual.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_widens_to_its_precision() {
        let table = [
            ("2025-01-29", "2025-01-29", "2025-01-29"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("1999", "1999-01-01", "1999-12-31"),
        ];
        for (edtf, first, last) in table {
            let (a, b) = bounds(edtf).unwrap();
            assert_eq!((a.to_string().as_str(), b.to_string().as_str()), (first, last), "{edtf}");
        }
        for bad in ["", "25", "2025-13", "2025-1-2", "2025-02-30", "2025-01-01-01", "now"] {
            assert_eq!(bounds(bad), None, "{bad}");
        }
    }
}
