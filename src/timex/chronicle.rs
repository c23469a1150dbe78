//! Texts whose dates count from one another and not from their publication: chronologies and histories.

use chrono::{Datelike, NaiveDate};

use crate::text::{Text, TokenKind};
use crate::time::Period;
use crate::timex::form::{Form, From, Name, Pick, Which};
use crate::timex::items::Item;

/// How many such paragraphs make a chronology: two may be a coincidence of layout.
const ENOUGH: usize = 3;

/// How many dates far from publication make a history: a report may look back on four.
const FAR_DATES: usize = 5;

/// How many years from publication is far.
const FAR: i32 = 2;

/// How many far dates outweigh one that counts from publication. Of sixteen histories every one has at least ten
/// for one; of 256 reports, background features among them, none that has enough has more than three.
const OUTWEIGH: usize = 6;

/// Whether a text tells of times far from its publication: "in 1941 … in June" is June of 1941, not the last one.
pub(super) fn is_history<'i>(items: impl Iterator<Item = &'i Item>, published: NaiveDate) -> bool {
    let (mut far, mut near) = (0, 0);
    for item in items {
        match year(&item.form) {
            Some(year) if (year - published.year()).abs() >= FAR => far += 1,
            _ if counts_from_publication(&item.form) => near += 1,
            _ => {}
        }
    }
    far >= FAR_DATES && far >= OUTWEIGH * near
}

/// The year a form names.
fn year(form: &Form) -> Option<i32> {
    match form {
        Form::Fixed(Period::Year(year) | Period::Month(year, _)) => Some(*year),
        Form::Fixed(Period::Day(day)) => Some(day.year()),
        Form::Named(_, Pick::In(inner)) | Form::Bent(_, inner) | Form::Slice(_, inner) => year(inner),
        Form::Clock(_, Some(day)) | Form::Part(_, Some(day)) => year(day),
        _ => None,
    }
}

/// "yesterday", "last week", "on Friday", "two days ago".
fn counts_from_publication(form: &Form) -> bool {
    match form {
        Form::Day(_) | Form::Shift(_, _, From::Now) | Form::Named(Name::Weekday(_), Pick::Bare) => true,
        Form::Unit(_, which) | Form::Named(_, Pick::Which(which)) => {
            matches!(which, Which::This | Which::Last | Which::Past | Which::Next)
        }
        Form::Named(_, Pick::In(inner)) | Form::Bent(_, inner) | Form::Slice(_, inner) => {
            counts_from_publication(inner)
        }
        Form::Clock(_, Some(day)) | Form::Part(_, Some(day)) => counts_from_publication(day),
        _ => false,
    }
}

/// Whether the dates of a text carry on from one another instead of counting from its publication.
///
/// "27 November 2024: …", "5 December: …", "10 December: …": the year of the first is the year of the second. Such a
/// text is read as a narrative, whatever its publication date.
pub(super) fn is_chronicle(read: &Text) -> bool {
    let mut paragraph = None;
    let openings = read.sentences.iter().filter(|s| paragraph.replace(s.paragraph) != Some(s.paragraph));
    let dated = openings.filter(|s| {
        let tokens = &read.tokens[s.tokens.start as usize..s.tokens.end as usize];
        // "On 6 and 7 March 2025:" is the longest opening worth knowing.
        let colon = tokens.iter().take(8).position(|t| t.kind == TokenKind::Mark(':'));
        colon.is_some_and(|end| tokens[..end].iter().any(|t| t.readings.month.is_some()))
    });
    dated.take(ENOUGH).count() == ENOUGH
}
