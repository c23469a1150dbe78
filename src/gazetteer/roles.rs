//! Roles and their days: who was what, for whom, when.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::tables::dates;
use super::{Actor, Role};

/// The first and the last day of an EDTF date of year, month or day precision.
pub(super) fn bounds(edtf: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (year, month, day) = dates::parts(edtf)?;
    let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1))?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?,
        (None, None) => NaiveDate::from_ymd_opt(first.year(), 12, 31)?,
    };
    Some((first, last))
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

    /// Whether it had begun by `day`, as far as its dates say.
    pub fn began_by(&self, day: NaiveDate) -> bool {
        self.first_day().is_none_or(|first| first <= day)
    }

    /// Whether it was held on `day`, as far as its dates say; on the day of a handover both hold it.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.began_by(day) && self.last_day().is_none_or(|last| day <= last)
    }
}

impl Actor {
    /// Whether a state or group existed on `day`, as far as its entry says; a person's entry never says.
    pub fn existed_on(&self, day: NaiveDate) -> bool {
        let first = self.since.as_deref().and_then(bounds).is_none_or(|(first, _)| first <= day);
        first && self.until.as_deref().and_then(bounds).is_none_or(|(_, last)| day <= last)
    }
}

/// The role of `day` among these: of those held that day the one begun last, else the one that ended last
/// before it, which the person then held formerly.
pub(super) fn role_on(roles: &[Role], day: NaiveDate) -> Option<&Role> {
    let held = roles.iter().rev().filter(|r| r.held_on(day)).max_by_key(|r| r.first_day());
    let ended = |r: &&Role| r.last_day().is_some_and(|last| last < day);
    held.or_else(|| roles.iter().rev().filter(ended).max_by_key(|r| r.last_day()))
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
