//! When an article was published: every place that says it, and which of them is believed.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::diagnostic::Diagnostic;
use crate::document::dateline::Filed;
use crate::document::day::{self, Cursor};
use crate::document::{Dct, DctSource};
use crate::error::{Error, Result};
use crate::span::Span;
use crate::time::edtf::midnight;

/// One place that says when the article was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What it says; midnight when only a day is known.
    pub at: NaiveDateTime,
    /// What kind of place.
    pub from: DctSource,
    /// The words themselves: "Published On 28 Jan 2026".
    pub words: String,
}

/// A line of a page that speaks of its publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateLine {
    /// "Published On", with the date on the next line.
    Label,
    /// "Published On 28 Jan 2026", "Last updated: 10:15 GMT, 28 January 2026".
    Labelled(NaiveDateTime),
    /// "January 28, 2026 10:15 AM".
    Bare(NaiveDateTime),
}

/// What stands before a publication date. "Today is" is not among them: an archived page shows the day of the visit.
const LABELS: &[&str] = &[
    "published on",
    "published at",
    "published",
    "first published on",
    "first published",
    "posted on",
    "posted at",
    "posted",
    "date published",
    "publication date",
    "date",
    "last updated on",
    "last updated at",
    "last updated",
    "last update",
    "last modified on",
    "last modified",
    "updated on",
    "updated at",
    "updated",
];

/// Whether a line, already trimmed, does nothing but say when the page was published.
pub(super) fn date_line(line: &str) -> Option<DateLine> {
    // The longest of them, a label and two stamps, stays far below this; a paragraph is not worth reading.
    if line.len() > 160 {
        return None;
    }
    let line = line.trim_matches(['(', ')', '[', ']']).trim();
    let mut found = None;
    let mut labelled = false;
    for part in line.split(['|', '·', '•']).map(str::trim).filter(|p| !p.is_empty()) {
        let (label, rest) = cut_label(part);
        labelled |= label;
        if rest.is_empty() {
            continue;
        }
        let at = day::whole(rest).or_else(|| twice(rest).and_then(day::whole));
        match (at, found) {
            (Some(at), None) => found = Some(at),
            (Some(_), Some(_)) => {}
            // A stamp that the separator cut in two: "28 Jan 2026 | 10:15 GMT".
            (None, _) => return day::whole(line).map(DateLine::Bare),
        }
    }
    match (found, labelled) {
        (Some(at), true) => Some(DateLine::Labelled(at)),
        (Some(at), false) => Some(DateLine::Bare(at)),
        (None, true) => Some(DateLine::Label),
        (None, false) => None,
    }
}

fn cut_label(part: &str) -> (bool, &str) {
    let fits = |label: &&&str| {
        let head = part.get(..label.len());
        let next = part.get(label.len()..).unwrap_or("").chars().next();
        head.is_some_and(|h| h.eq_ignore_ascii_case(label)) && !next.is_some_and(char::is_alphabetic)
    };
    match LABELS.iter().filter(fits).max_by_key(|l| l.len()) {
        Some(label) => (true, part[label.len()..].trim_start_matches([':', ' ', '\u{a0}', '\t', '-', ','])),
        None => (false, part),
    }
}

/// The half of a string that says the same thing twice: copying a page picks up the label for the eye and the
/// one for the screen reader ("28 Jan 202628 Jan 2026").
pub(super) fn twice(text: &str) -> Option<&str> {
    let half = text.get(..text.len() / 2)?;
    let rest = text[half.len()..].trim_start();
    let even = half.len() >= 4 && half.trim_end() == rest;
    even.then(|| half.trim_end())
}

/// Reads a date that a person typed for us: an option, a header line, a JSON field.
///
/// Accepts an ISO day or time and the spellings of mastheads ("28 January 2026", "Jan. 28, 2026 10:15 AM").
/// A zone is read over: the civil time as written is kept, since the article's own "today" means that day.
///
/// # Errors
/// `unreadable-date`, its span within `text`.
pub fn parse_published(text: &str) -> std::result::Result<NaiveDateTime, Diagnostic> {
    day::whole(text).ok_or_else(|| {
        let trimmed = text.trim();
        let from = text.len() - text.trim_start().len();
        let message = format!("`{trimmed}` is not a date we can be sure of");
        Diagnostic::new("unreadable-date", message, Span::of(from..from + trimmed.len()))
            .help("write a day or time such as 2026-01-28 or 2026-01-28T10:15")
    })
}

/// What a file's name or an address says, if it holds a whole day.
pub(super) fn from_name(name: &str) -> Option<Candidate> {
    let day = day::in_name(name)?;
    Some(Candidate { at: midnight(day), from: DctSource::FileName, words: name.to_owned() })
}

/// The full days, with month and year, that prose names, in its order.
pub(super) fn days_in_text(prose: &str) -> impl DoubleEndedIterator<Item = Candidate> {
    let found = day::in_prose(prose).into_iter();
    found.map(|(day, words)| Candidate { at: midnight(day), from: DctSource::Text, words: words.to_owned() })
}

/// The day of a wire dateline. Most have no year: then the year is that of the most trusted other date, or the
/// one nearest to it at the turn of a year, or a year that the name holds ("syria-2025"); without any, no date.
pub(super) fn with_year((month, day, year): Filed, others: &[Candidate], name: &str) -> Option<NaiveDate> {
    if let Some(year) = year {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let Some(known) = others.iter().min_by_key(|c| c.from).map(|c| c.at.date()) else {
        return NaiveDate::from_ymd_opt(day::year_in_name(name)?, month, day);
    };
    (-1..=1)
        .filter_map(|by| NaiveDate::from_ymd_opt(known.year().checked_add(by)?, month, day))
        .min_by_key(|d| d.signed_duration_since(known).num_days().abs())
}

/// The most trusted of all candidates, and a note for every other that names another day.
///
/// Within one kind the first wins. A dateline may be a day older than the page without a note: agencies date
/// the report, papers the morning after.
pub(super) fn choose(origin: &str, candidates: &[Candidate]) -> Result<(Dct, Vec<String>)> {
    let Some(best) = candidates.iter().min_by_key(|c| c.from) else {
        return Err(Error::NoDate { origin: origin.to_owned() });
    };
    let day = best.at.date();
    let disagrees = |c: &&Candidate| {
        let apart = day.signed_duration_since(c.at.date()).num_days();
        !(apart == 0 || (apart == 1 && c.from == DctSource::Dateline))
    };
    let guessed = (best.from == DctSource::Text).then(|| {
        format!(
            "no publication date is given; dated {day} by {}, which names no later day; --published sets another",
            describe(best)
        )
    });
    let notes = candidates
        .iter()
        .filter(disagrees)
        .map(|c| format!("dated {day} by {}, although {} says {}", describe(best), describe(c), c.at.date()));
    Ok((Dct { at: best.at, from: best.from }, guessed.into_iter().chain(notes).collect()))
}

fn describe(candidate: &Candidate) -> String {
    let words = &candidate.words;
    match candidate.from {
        DctSource::Flag => "--published".to_owned(),
        DctSource::Metadata => "its `published` field".to_owned(),
        DctSource::Header => format!("its line \"{words}\""),
        DctSource::Dateline => format!("its dateline \"{words}\""),
        DctSource::FileName if words.contains("://") => format!("its address {words}"),
        DctSource::FileName => format!("its name `{words}`"),
        DctSource::Text => format!("the words \"{words}\" of its text"),
    }
}

/// Whether a line says when the page was published without saying the day: "Updated at 10:15 GMT", "Published 2
/// hours ago". Counted from the visit or from the day itself, it is no candidate.
pub(super) fn is_vague(line: &str) -> bool {
    let (labelled, rest) = cut_label(line);
    let mut words = rest.split_whitespace();
    let ago = words.next().is_some_and(|n| n.parse::<u32>().is_ok())
        && words.next().is_some_and(|unit| {
            let unit = unit.to_ascii_lowercase();
            let units = ["min", "minute", "hour", "hr", "day", "week"];
            units.contains(&unit.strip_suffix('s').unwrap_or(&unit))
        })
        && words.next() == Some("ago")
        && words.next().is_none();
    ago || (labelled && day::is_clock(rest))
}

/// Whether a line is the banner of a page that shows the day of the visit: "Today is Friday, January 30, 2026".
pub(super) fn is_today_banner(line: &str) -> bool {
    let Some(rest) = line.get(..9).filter(|h| h.eq_ignore_ascii_case("today is ")).map(|_| line[9..].trim())
    else {
        return false;
    };
    let rest = rest.trim_end_matches(['.', '!']);
    let (word, after) = Cursor::new(rest).letters();
    let bare_weekday = day::is_weekday(word) && after.rest().is_empty();
    bare_weekday
        || day::stamp(Cursor::new(rest)).is_some_and(|(_, after)| {
            let rest = after.rest().trim_start();
            rest.is_empty() || rest.starts_with(['|', ',', '-', '–', '·', '•'])
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        day::whole(text).unwrap()
    }

    #[test]
    fn date_lines() {
        let day = at("2026-01-28");
        let labelled = [
            "Published On 28 Jan 2026",
            "Published On 28 Jan 202628 Jan 2026",
            "Published: January 28, 2026",
            "Last updated on 28 January 2026",
            "Updated 28 Jan 2026 | Published 27 Jan 2026",
            "(Posted 2026-01-28)",
        ];
        for line in labelled {
            assert_eq!(date_line(line), Some(DateLine::Labelled(day)), "{line}");
        }
        let timed = at("2026-01-28T10:15");
        for line in ["January 28, 2026 10:15 AM", "28 Jan 2026 | 10:15 GMT"] {
            assert_eq!(date_line(line), Some(DateLine::Bare(timed)), "{line}");
        }
        assert_eq!(date_line("Published On"), Some(DateLine::Label));
        let misses = [
            "Published in Beirut",
            "Updated sanctions lists 2026",
            "On 28 January 2026 he left.",
            "Today is Friday, January 30, 2026",
            "January 28, 2026 was a Wednesday",
            "Dates and olives",
        ];
        for line in misses {
            assert_eq!(date_line(line), None, "{line}");
        }
    }

    #[test]
    fn today_banners() {
        for line in ["Today is Friday, January 30, 2026", "Today is Friday", "TODAY IS 30 Jan 2026 | Edition"]
        {
            assert!(is_today_banner(line), "{line}");
        }
        for line in ["Today is Friday's deadline.", "Today is different", "Today is the day"] {
            assert!(!is_today_banner(line), "{line}");
        }
    }

    #[test]
    fn a_dateline_takes_its_year_from_elsewhere() {
        let others = [Candidate { at: at("2026-01-01"), from: DctSource::FileName, words: String::new() }];
        assert_eq!(with_year((12, 31, None), &others, "").unwrap().to_string(), "2025-12-31");
        assert_eq!(with_year((1, 2, None), &others, "").unwrap().to_string(), "2026-01-02");
        assert_eq!(with_year((3, 10, None), &[], "syria-2025").unwrap().to_string(), "2025-03-10");
        assert_eq!(with_year((3, 10, None), &[], "syria"), None);
        assert_eq!(with_year((2, 30, Some(2025)), &[], ""), None);
    }
}
