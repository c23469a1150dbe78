//! A text file: an optional header block, then an article, perhaps as copied from a news site.
//!
//! ```text
//! Title: Al-Sharaa meets Putin in Moscow
//! Published: 2026-01-28
//! Source: Al Jazeera
//! URL: https://example.org/2026/1/28/al-sharaa
//!
//! Syrian President Ahmed al-Sharaa is meeting …
//! ```

use chrono::NaiveDateTime;

use crate::diagnostic::{Diagnostic, nearest};
use crate::document::published::{self, Candidate};
use crate::document::{DctSource, Document, Header, Loaded, Options, page};
use crate::error::{Error, Result};
use crate::span::{LineIndex, Span};

/// The keys of a header line.
const KEYS: [&str; 4] = ["Title", "Published", "Source", "URL"];

/// What an article brings along besides its text.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// Its headline.
    pub(super) title: String,
    /// Its publisher.
    pub(super) source: String,
    /// Its address.
    pub(super) url: Option<String>,
    /// Dates known before the text is read.
    pub(super) dates: Vec<Candidate>,
    /// Whether the days its text names may date it where nothing else does.
    pub(super) text_may_date: bool,
    /// Where its text begins, in bytes.
    pub(super) body: usize,
}

/// Reads the bytes of a text file. `origin` names it in errors; its stem is in `name`.
pub(super) fn read(origin: &str, id: &str, name: &str, bytes: Vec<u8>, options: &Options) -> Result<Loaded> {
    let text = decode(origin, bytes)?;
    let mut given = header(&text).map_err(|d| Error::at(origin, text.clone(), d))?;
    given.dates.extend(given.url.as_deref().and_then(published::from_name));
    given.dates.extend(published::from_name(name));
    assemble(origin, id, name, text, given, options)
}

/// Puts a document together from its text and what came with it.
///
/// Its publisher is who the header names; else the agency of its dateline, since two papers that print one report
/// are one source; else the host of its address, or a line "Source: …".
pub(super) fn assemble(
    origin: &str,
    id: &str,
    name: &str,
    text: String,
    given: Given,
    options: &Options,
) -> Result<Loaded> {
    let Given { mut title, source, url, dates: mut candidates, text_may_date, body } = given;
    if text.get(body..).unwrap_or("").trim().is_empty() {
        return Err(unreadable(origin, "it holds no text"));
    }
    if u32::try_from(text.len()).is_err() {
        return Err(unreadable(origin, "it is longer than 4 GiB, which no article is"));
    }
    let page = page::read(&text, body);
    let flag = |at: NaiveDateTime| Candidate { at, from: DctSource::Flag, words: String::new() };
    candidates.extend(options.published.map(flag));
    candidates.extend(page.dates);
    let dateline = page.dateline;
    let filed = dateline.as_ref().and_then(|d| Some((d.span, d.date?)));
    if let Some((span, date)) = filed {
        let day = published::with_year(date, &candidates, name);
        candidates.extend(day.map(|day| Candidate {
            at: crate::time::edtf::midnight(day),
            from: DctSource::Dateline,
            words: span.text(&text).trim_end_matches([' ', '-', '–', '—', '_']).to_owned(),
        }));
    }
    if candidates.is_empty() && text_may_date {
        let named = page.prose.iter().flat_map(|part| published::days_in_text(part.text(&text)));
        // Of the places that name this day, the first.
        candidates.extend(named.rev().max_by_key(|c| c.at));
    }
    candidates.sort_by_key(|c| c.from);
    let (dct, notes) = published::choose(origin, &candidates)?;
    if title.is_empty() {
        title = page.headline.map_or_else(String::new, |s| s.text(&text).to_owned());
    }
    let source = Some(source)
        .filter(|s| !s.is_empty())
        .or_else(|| dateline.as_ref().and_then(|d| d.agency.clone()))
        .or_else(|| url.as_deref().and_then(host).map(str::to_owned))
        .or(page.publisher)
        .unwrap_or_default();
    let place = dateline.map(|d| d.place).filter(|p| !p.is_empty());
    let header = Header { title, source, url, dct, dateline: place };
    let document = Document { id: id.to_owned(), header, text, prose: page.prose };
    Ok(Loaded { origin: origin.to_owned(), document, candidates, notes })
}

/// The host of an address, without what every host begins with.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|h| !h.is_empty())
}

pub(super) fn unreadable(origin: &str, why: impl Into<String>) -> Error {
    Error::Unreadable { origin: origin.to_owned(), why: why.into() }
}

/// The text as given; a byte order mark stays in it, so that offsets are those of the file.
fn decode(origin: &str, bytes: Vec<u8>) -> Result<String> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(unreadable(origin, "it is UTF-16, not UTF-8; convert it: `iconv -f UTF-16 -t UTF-8`"));
    }
    if bytes.contains(&0) {
        return Err(unreadable(origin, "it holds a zero byte, so it is no text file"));
    }
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        let bytes = e.as_bytes();
        let before = String::from_utf8_lossy(&bytes[..at]);
        let (line, column) = LineIndex::new(&before).locate(&before, Span::of(at..at).start);
        let byte = bytes[at];
        unreadable(
            origin,
            format!(
                "it is not UTF-8: byte 0x{byte:02X} at line {line}, column {column} (byte {at}); if it is \
                 Latin-1, convert it: `iconv -f WINDOWS-1252 -t UTF-8`"
            ),
        )
    })
}

/// One line of a header block, its spans within the whole text.
struct Field<'a> {
    key: &'a str,
    key_span: Span,
    value: &'a str,
    value_span: Span,
}

/// Reads the header block, if the text opens with one.
///
/// It does where the first line that is not blank has one of the four keys; or where it has a key that is nearly
/// one of them and the lines up to the next blank one are fields too, one of them for certain. So "Sources:
/// Israel plans strike" is a headline, and "Publishd: 2026-01-28" a mistake that is told.
fn header(text: &str) -> std::result::Result<Given, Diagnostic> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut given = Given { body: start, ..Given::default() };
    let (fields, end) = fields(text, start);
    if !is_header(&fields) {
        return Ok(given);
    }
    given.body = end;
    let mut seen: Vec<&str> = Vec::new();
    for field in fields {
        let Some(key) = exact(field.key) else {
            let message = format!("a header has no `{}`", field.key);
            let help = nearest(field.key, KEYS).map_or_else(
                || format!("it may have {}; leave a blank line before the text", KEYS.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            return Err(Diagnostic::new("unknown-header", message, field.key_span).help(help));
        };
        if seen.contains(&key) {
            let message = format!("`{key}` is given twice");
            return Err(Diagnostic::new("duplicate-header", message, field.key_span).help("keep one of them"));
        }
        seen.push(key);
        match key {
            "Title" => field.value.clone_into(&mut given.title),
            "Source" => field.value.clone_into(&mut given.source),
            "URL" => given.url = Some(field.value.to_owned()).filter(|u| !u.is_empty()),
            _ => {
                let at =
                    published::parse_published(field.value).map_err(|d| d.shifted(field.value_span.start))?;
                let words = format!("{}: {}", field.key, field.value);
                given.dates.push(Candidate { at, from: DctSource::Header, words });
            }
        }
    }
    Ok(given)
}

/// The lines that look like fields at the head of the text, and where they end.
fn fields(text: &str, start: usize) -> (Vec<Field<'_>>, usize) {
    let mut fields = Vec::new();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let here = at;
        if line.trim().is_empty() {
            if !fields.is_empty() {
                break;
            }
            at += line.len();
            continue;
        }
        let Some((key, value)) = line.split_once(':') else { break };
        let name = key.trim();
        // An address is no field, and neither is a clause before a colon.
        let fits =
            (1..=20).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
        if !fits || value.starts_with("//") {
            break;
        }
        let key_at = here + key.len() - key.trim_start().len();
        let value_at = here + key.len() + 1 + value.len() - value.trim_start().len();
        let value = value.trim();
        let value_at = if value.is_empty() { here + key.len() + 1 } else { value_at };
        fields.push(Field {
            key: name,
            key_span: Span::of(key_at..key_at + name.len()),
            value,
            value_span: Span::of(value_at..value_at + value.len()),
        });
        at += line.len();
    }
    (fields, at)
}

fn exact(key: &str) -> Option<&'static str> {
    KEYS.into_iter().find(|k| k.eq_ignore_ascii_case(key))
}

fn is_header(fields: &[Field<'_>]) -> bool {
    let Some(first) = fields.first() else { return false };
    if exact(first.key).is_some() {
        return true;
    }
    let near = nearest(first.key, KEYS);
    let dated = near == Some("Published") && published::parse_published(first.value).is_ok();
    near.is_some() && (dated || fields.iter().any(|f| exact(f.key).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Loaded> {
        read("a.txt", "a", "a", text.as_bytes().to_vec(), &Options::default())
    }

    #[test]
    fn a_header_block_is_not_prose() {
        let text = "Title: The visit\r\nPublished: 2026-01-28\r\nSource: Reuters\r\nURL: https://e.org/x\r\n\r\nThe two met in Moscow.\r\n";
        let loaded = load(text).unwrap();
        let header = &loaded.document.header;
        assert_eq!((header.title.as_str(), header.source.as_str()), ("The visit", "Reuters"));
        assert_eq!(header.url.as_deref(), Some("https://e.org/x"));
        assert_eq!(header.dct.from, DctSource::Header);
        let prose: Vec<&str> = loaded.document.prose.iter().map(|s| s.text(text)).collect();
        assert_eq!(prose, ["The two met in Moscow."]);
    }

    #[test]
    fn a_byte_order_mark_stays_outside_the_prose() {
        let loaded = load("\u{feff}Published: 2026-01-28\n\nThe two met.").unwrap();
        assert!(loaded.document.text.starts_with('\u{feff}'));
        assert_eq!(loaded.document.prose[0].text(&loaded.document.text), "The two met.");
        let loaded = load("\u{feff}The two met.\nPublished On 28 Jan 2026\n").unwrap();
        assert_eq!(loaded.document.prose[0], Span::new(3, 15));
    }

    #[test]
    fn a_headline_with_a_colon_is_no_header() {
        for first in
            ["Sources: Israel plans strike", "Syria: what next?", "https://example.org/x", "Note: this"]
        {
            let text =
                format!("{first}\n\nThe two met on the sidelines of a summit.\nPublished On 28 Jan 2026\n");
            let loaded = load(&text).unwrap();
            assert_eq!(loaded.document.prose[0].text(&text), first);
        }
    }

    #[test]
    fn the_most_trusted_date_wins_and_the_others_are_told() {
        let text = "Published: 2026-01-28\n\nDAMASCUS, March 10 (Reuters) - The two met.\n";
        let options = Options {
            published: "2026-01-29".parse().ok().and_then(|d: chrono::NaiveDate| d.and_hms_opt(0, 0, 0)),
            ..Options::default()
        };
        let loaded = read("2026-01-27-x.txt", "x", "2026-01-27-x", text.into(), &options).unwrap();
        assert_eq!(loaded.document.header.dct.from, DctSource::Flag);
        assert_eq!(loaded.notes.len(), 3);
        assert_eq!(
            loaded.notes[0],
            "dated 2026-01-29 by --published, although its line \"Published: 2026-01-28\" says 2026-01-28"
        );
        assert_eq!(loaded.document.header.dateline.as_deref(), Some("DAMASCUS"));
    }

    #[test]
    fn a_dateline_alone_needs_a_year() {
        let text = "DAMASCUS, March 10 (Reuters) - The two met.\n";
        assert!(matches!(load(text), Err(Error::NoDate { .. })));
        let loaded = read("x", "x", "syria-2025", text.into(), &Options::default()).unwrap();
        assert_eq!(loaded.document.header.dct.at.to_string(), "2025-03-10 00:00:00");
        assert_eq!(loaded.document.header.dct.from, DctSource::Dateline);
    }

    #[test]
    fn the_publisher_is_named_somewhere() {
        let cases = [
            ("Source: The Post\nURL: https://www.example.org/x\n\nROME (AP) - They met.", "The Post"),
            ("URL: https://www.example.org/x\n\nROME (AP) - They met.", "AP"),
            ("URL: https://www.example.org:80/x\n\nThey met.", "example.org"),
            ("They met.\nSource: Al Jazeera and news agencies", "Al Jazeera"),
            ("They met.", ""),
        ];
        for (text, source) in cases {
            let text = format!("{text}\nPublished On 28 Jan 2026");
            assert_eq!(load(&text).unwrap().document.header.source, source, "{text}");
        }
    }

    #[test]
    fn a_huge_line_is_read_in_one_go() {
        let text = format!("Published: 2026-01-28\n\n{}", "The two met. ".repeat(200_000));
        assert_eq!(load(&text).unwrap().document.prose.len(), 1);
    }
}
