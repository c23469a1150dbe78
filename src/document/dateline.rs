//! The dateline of a wire report: "DAMASCUS, March 10 (Reuters) -".

use crate::document::day::{self, Cursor};
use crate::span::Span;

/// Where, when and by whom a report was filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dateline {
    /// The whole prefix with its dash; what follows is prose.
    pub(super) span: Span,
    /// The place as written, without its region: "DAMASCUS", "BEIRUT/DAMASCUS"; empty where there is none.
    pub(super) place: String,
    /// Month, day and, rarely, year.
    pub(super) date: Option<Filed>,
    /// "Reuters", "AP".
    pub(super) agency: Option<String>,
}

/// Month, day and, where it is written, the year.
pub(super) type Filed = (u32, u32, Option<i32>);

/// Words in capitals that open a line with a dash and are no places.
const NO_PLACES: &[&str] = &[
    "BREAKING",
    "LIVE",
    "UPDATE",
    "UPDATED",
    "WATCH",
    "EXCLUSIVE",
    "ANALYSIS",
    "OPINION",
    "EXPLAINER",
    "FACTBOX",
    "TIMELINE",
    "CORRECTED",
    "ADVISORY",
    "URGENT",
    "VIDEO",
    "PHOTOS",
    "NOTE",
    "FILE",
    "FEATURE",
    "INTERVIEW",
];

/// Reads the dateline at the head of `line`, which begins at byte `offset` of its text.
///
/// A place, a region, a date and an agency may stand there in this order, then a dash. The dash and either the
/// date, the agency or a place in capitals are what makes it a dateline: "Syria - a history" is none.
pub(super) fn read(line: &str, offset: usize) -> Option<Dateline> {
    let head_end = line.char_indices().nth(120).map_or(line.len(), |(i, _)| i);
    let head = &line[..head_end];
    let (place, after) = place(head);
    let mut at = Cursor::new(after);
    let mut region = false;
    let mut brackets = 0;
    let mut date = None;
    let mut agency = None;
    // Region and date come after commas; a date may also open the line: "March 10 (Reuters) -".
    loop {
        let next = at.mark(&[',']).unwrap_or(at).space();
        let comma = next.rest().len() < at.rest().len() || place.is_empty();
        if let Some((found, rest)) = dated(next).filter(|_| comma && date.is_none()) {
            (date, at) = (Some(found), rest);
        } else if let Some((name, rest)) = bracketed(next).filter(|_| brackets < 2) {
            // "CARACAS (VENEZUELA), 30 AUG 89 (DPA)": of two brackets the second holds the agency.
            (agency, at, brackets) = (Some(name), rest, brackets + 1);
        } else if let Some(rest) =
            region_name(next).filter(|_| comma && !region && date.is_none() && !place.is_empty())
        {
            (region, at) = (true, rest);
        } else {
            break;
        }
    }
    let rest = dash(at, agency.is_some())?;
    let capitals = place.chars().any(char::is_alphabetic) && !place.chars().any(char::is_lowercase);
    // In a text all in capitals a word in capitals says nothing.
    let named = capitals
        && rest.rest().chars().any(char::is_lowercase)
        && place.chars().count() >= 3
        && !NO_PLACES.contains(&place);
    let sure = agency.is_some() || (date.is_some() && !place.is_empty()) || named;
    let span = Span::of(offset..offset + head.len() - rest.rest().len());
    (sure && !rest.rest().is_empty()).then(|| Dateline { span, place: place.to_owned(), date, agency })
}

/// Capitalised words up to a comma, a bracket or a spaced dash; empty where the line opens with something else.
fn place(head: &str) -> (&str, &str) {
    let end = head
        .char_indices()
        .find(|&(i, c)| match c {
            ',' | '(' | '[' | '–' | '—' => true,
            '-' => head[..i].ends_with(' ') || head[i..].starts_with("--"),
            _ => false,
        })
        .map_or(head.len(), |(i, _)| i);
    let words = head[..end].trim_end();
    let name = |w: &str| {
        w.starts_with(char::is_uppercase) || matches!(w, "de" | "la" | "el" | "al" | "of" | "the" | "and")
    };
    let fits = !words.is_empty()
        && words.starts_with(char::is_uppercase)
        && words.split_whitespace().count() <= 5
        && words.split_whitespace().all(name)
        && words.chars().all(|c| c.is_alphabetic() || " .'’-/".contains(c))
        && day::month_day(Cursor::new(words)).is_none();
    if fits { (words, &head[words.len()..]) } else { ("", head) }
}

fn dated(at: Cursor<'_>) -> Option<(Filed, Cursor<'_>)> {
    let (word, after) = at.letters();
    let at = if day::is_weekday(word) { after.mark(&[',']).unwrap_or(after).space() } else { at };
    let (month, day, after) = day::month_day(at)?;
    let next = after.mark(&[',']).unwrap_or(after).space();
    let year = next.number(4..=4).or_else(|| {
        // Wires of the last century wrote "3 JAN 90".
        let (short, rest) = next.number(2..=2)?;
        Some((if short < 50 { 2000 + short } else { 1900 + short }, rest))
    });
    match year {
        Some((year, rest)) => Some(((month, day, i32::try_from(year).ok()), rest)),
        None => Some(((month, day, None), after)),
    }
}

/// "(Reuters)", "[AFP]", "(AP via Getty)".
fn bracketed(at: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    let close = match at.rest().chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let inner = &at.rest()[1..];
    let end = inner.find(close)?;
    let name = inner[..end].trim();
    let fits = (2..=40).contains(&name.len()) && name.starts_with(char::is_alphabetic);
    fits.then(|| (name.to_owned(), Cursor::new(&inner[end + close.len_utf8()..])))
}

/// ", Syria", ", Conn.", ", D.C.": up to three capitalised words after the comma.
fn region_name(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let end = at.rest().find([',', '(', '[', '–', '—']).into_iter().chain(at.rest().find(" -")).min()?;
    let words = at.rest()[..end].trim_end();
    let fits = !words.is_empty()
        && words.split_whitespace().count() <= 3
        && words.split_whitespace().all(|w| w.starts_with(char::is_uppercase))
        && words.chars().all(|c| c.is_alphabetic() || " .'’".contains(c));
    fits.then(|| Cursor::new(&at.rest()[words.len()..]))
}

/// The dash that closes a dateline; a plain hyphen only with a space, or after an agency.
fn dash(at: Cursor<'_>, agency: bool) -> Option<Cursor<'_>> {
    let next = at.mark(&[':']).unwrap_or(at).space();
    let spaced = agency || next.rest().len() < at.rest().len();
    let marks = ['-', '–', '—', '_'];
    let mut rest = next.mark(&marks)?;
    let wide = next.rest().starts_with(['–', '—']) || next.rest().starts_with("--");
    while let Some(more) = rest.mark(&marks) {
        rest = more;
    }
    let open = rest.rest().starts_with(char::is_whitespace);
    ((spaced && (open || agency)) || wide).then(|| rest.space())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(line: &str) -> Option<String> {
        let d = read(line, 0)?;
        let date = d.date.map_or_else(String::new, |(m, d, y)| {
            format!("{m}-{d}{}", y.map_or_else(String::new, |y| format!("-{y}")))
        });
        let rest = &line[d.span.range().end..];
        Some(format!("{}|{date}|{}|{rest}", d.place, d.agency.unwrap_or_default()))
    }

    #[test]
    fn hits() {
        let cases = [
            ("DAMASCUS, March 10 (Reuters) - The army", "DAMASCUS|3-10|Reuters|The army"),
            ("DAMASCUS, Syria (AP) — Rebels", "DAMASCUS||AP|Rebels"),
            ("BEIRUT/DAMASCUS, Dec. 8, 2024 (Reuters) -- Rebels", "BEIRUT/DAMASCUS|12-8-2024|Reuters|Rebels"),
            ("Damascus, March 10 (SANA)- The", "Damascus|3-10|SANA|The"),
            ("UNITED NATIONS — The council", "UNITED NATIONS|||The council"),
            ("WASHINGTON, D.C. (AP) - The", "WASHINGTON||AP|The"),
            ("SAN SALVADOR, 3 JAN 90 -- The", "SAN SALVADOR|1-3-1990||The"),
            ("CARACAS (VENEZUELA), 30 AUG 89 (DPA) -- The", "CARACAS|8-30-1989|DPA|The"),
            ("March 10 (Reuters) - The", "|3-10|Reuters|The"),
            ("(Reuters) - The", "||Reuters|The"),
            ("MOSCOW, Wednesday, Jan. 28 (TASS) - The", "MOSCOW|1-28|TASS|The"),
        ];
        for (line, want) in cases {
            assert_eq!(show(line).as_deref(), Some(want), "{line}");
        }
    }

    #[test]
    fn misses() {
        let lines = [
            "Syria - a history of the war",
            "EU-backed forces moved in",
            "BREAKING - Rebels in Damascus",
            "U.S. CITIZEN -- WHO WAS HELD",
            "Al-Sharaa, who led the rebels - once foes - arrived",
            "Putin (left) shook hands",
            "The US – which cheered – stayed",
            "DAMASCUS, March 10 (Reuters) -",
            "",
        ];
        for line in lines {
            assert_eq!(show(line), None, "{line}");
        }
    }
}
