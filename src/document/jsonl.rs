//! Articles as JSON lines, the way scrapers write them: one object a line, read one at a time.
//!
//! ```json
//! {"id": "aj-1", "published": "2026-01-28", "title": "The visit", "text": "Syrian President …"}
//! ```
//!
//! `source` and `url` are optional, other fields are passed over. Without `id` the line is named after its file
//! and number; without `published` the date is looked for in the text, as in a text file, and then among the days
//! that the text names.

use std::io::{self, BufRead};

use serde::Deserialize;

use crate::document::plain::{Given, assemble, unreadable};
use crate::document::published::{self, Candidate};
use crate::document::{DctSource, Loaded, Options};
use crate::error::Result;

/// One line.
#[derive(Debug, Deserialize)]
struct Row {
    id: Option<Id>,
    published: Option<String>,
    title: Option<String>,
    text: String,
    source: Option<String>,
    url: Option<String>,
}

/// Some scrapers count their articles.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(u64),
}

/// The lines of one stream that are not blank, with their numbers; ends at the first fault.
pub(super) struct Lines<R> {
    input: R,
    number: usize,
    failed: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, number: 0, failed: false }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<(usize, Vec<u8>)>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = Vec::new();
        while !self.failed {
            line.clear();
            self.number += 1;
            match self.input.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => return Some(Ok((self.number, line))),
                Err(e) => {
                    self.failed = true;
                    return Some(Err(e));
                }
            }
        }
        None
    }
}

/// Reads one line of the file that errors call `origin`; its `stem` names lines without an id.
pub(super) fn read(
    origin: &str,
    stem: &str,
    number: usize,
    line: &[u8],
    options: &Options,
) -> Result<Loaded> {
    let origin = format!("{origin}:{number}");
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii_end();
    if !line.trim_ascii_start().starts_with(b"{") {
        // serde would read an array as the fields in order.
        return Err(unreadable(&origin, "a line must be a JSON object: {\"id\": …, \"text\": …}"));
    }
    let row: Row = serde_json::from_slice(line).map_err(|e| unreadable(&origin, explain(&e)))?;
    let id = match row.id {
        Some(Id::Text(id)) if !id.trim().is_empty() => id,
        Some(Id::Number(n)) => n.to_string(),
        _ => format!("{stem}-{number}"),
    };
    let mut given = Given {
        title: row.title.unwrap_or_default(),
        source: row.source.unwrap_or_default(),
        url: row.url.filter(|u| !u.is_empty()),
        text_may_date: true,
        ..Given::default()
    };
    if let Some(words) = row.published.filter(|p| !is_missing(p)) {
        let at = published::parse_published(&words).map_err(|d| {
            let help = d.help.map_or_else(String::new, |h| format!("; {h}"));
            unreadable(&origin, format!("`published`: {}{help}", d.message))
        })?;
        given.dates.push(Candidate { at, from: DctSource::Metadata, words });
    } else {
        // A name is a last resort; a line that is dated needs none, and ids full of digits are no dates.
        given.dates.extend(given.url.as_deref().and_then(published::from_name));
        given.dates.extend(published::from_name(&id));
    }
    assemble(&origin, &id, &id, row.text, given, options)
}

/// Whether a field says that there is nothing to say, as the languages of scrapers print it.
fn is_missing(field: &str) -> bool {
    ["", "none", "null", "nan", "nat", "n/a"].iter().any(|w| field.trim().eq_ignore_ascii_case(w))
}

fn explain(e: &serde_json::Error) -> String {
    // serde_json counts lines within the one it was given; ours is in the origin.
    let message = e.to_string();
    let cut = message.rfind(" at line ").unwrap_or(message.len());
    format!("column {}: {}", e.column(), &message[..cut])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(lines: impl AsRef<[u8]>) -> Vec<std::result::Result<Loaded, String>> {
        let read = |line: io::Result<(usize, Vec<u8>)>| {
            let (number, line) = line.unwrap();
            read("in.jsonl", "in", number, &line, &Options::default()).map_err(|e| e.to_string())
        };
        Lines::new(lines.as_ref()).map(read).collect()
    }

    #[test]
    fn a_bad_line_is_told_and_the_rest_goes_on() {
        let found = load(concat!(
            "{\"id\": \"a\", \"published\": \"2026-01-28\", \"title\": \"T\", \"text\": \"They met.\", \"lang\": \"en\"}\n",
            "\n",
            "{\"id\": \"b\", \"text\": \n",
            "{\"id\": \"c\", \"published\": \"soon\", \"text\": \"They met.\"}\n",
            "{\"id\": \"d\", \"published\": \"2026-01-28\"}\n",
            "{\"published\": \"2026-01-28T10:15:00Z\", \"text\": \"They met.\", \"id\": 7}\r\n",
            "{\"published\": null, \"text\": \"They met.\\nPublished On 28 Jan 2026\"}",
        ));
        let ids: Vec<&str> = found.iter().flatten().map(|l| l.document.id.as_str()).collect();
        assert_eq!(ids, ["a", "7", "in-7"]);
        let errors: Vec<&String> = found.iter().filter_map(|l| l.as_ref().err()).collect();
        assert_eq!(errors[0], "in.jsonl:3: column 19: EOF while parsing a value");
        assert_eq!(
            errors[1],
            "in.jsonl:4: `published`: `soon` is not a date we can be sure of; write a day or time such as \
             2026-01-28 or 2026-01-28T10:15"
        );
        assert_eq!(errors[2], "in.jsonl:5: column 38: missing field `text`");
    }

    #[test]
    fn the_text_dates_a_line_that_nothing_else_dates() {
        let line = |published: &str, text: &str| {
            format!("{{\"id\": \"a\", \"published\": {published}, \"text\": \"{text}\"}}\n")
        };
        let text =
            "On 8 December 2024 he fled, as on March 3, 2011. They met in May 2025. On Dec. 8, 2024 he fell.";
        for missing in ["null", "\"None\"", "\"null\"", "\"NaN\"", "\" \"", "\"N/A\""] {
            let loaded = load(line(missing, text)).remove(0).unwrap();
            assert_eq!(loaded.document.header.dct.at.to_string(), "2024-12-08 00:00:00", "{missing}");
            assert_eq!(loaded.document.header.dct.from, DctSource::Text);
            assert_eq!(
                loaded.notes,
                [
                    "no publication date is given; dated 2024-12-08 by the words \"8 December 2024\" of its text, \
                  which names no later day; --published sets another"
                ]
            );
        }
        // Any other place that says it is believed before, and alone.
        let loaded =
            load(line("\"None\"", "Published On 7 Dec 2024\\nHe fled on 8 December 2024.")).remove(0);
        let loaded = loaded.unwrap();
        assert_eq!((loaded.document.header.dct.from, loaded.notes.len()), (DctSource::Header, 0));
        let refused = load(line("\"None\"", "He fled in December 2024, room 20241208.")).remove(0);
        assert!(refused.unwrap_err().contains("in.jsonl:1"));
    }

    #[test]
    fn bytes_that_are_not_utf8_fail_their_line_only() {
        let input: &[u8] = b"{\"id\": \"a\", \"published\": \"2026-01-28\", \"text\": \"\xE9\"}\n{\"id\": \"b\", \"published\": \"2026-01-28\", \"text\": \"They met.\"}\n";
        let found = load(input);
        assert!(found[0].is_err());
        assert!(found[1].is_ok());
    }
}
