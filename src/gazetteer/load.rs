//! From RON to entries, for a person's own tables; those inside the binary went through `build.rs`.

use ron::extensions::Extensions;
use ron::options::Options;
use serde::de::DeserializeOwned;

use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::span::Span;

/// Reads one table: a RON list of entries, in which `Some(…)` need not be written.
pub(super) fn table<T: DeserializeOwned>(origin: &str, text: &str) -> Result<Vec<T>> {
    // Editors on Windows write a byte order mark, which RON refuses.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).map_err(|fault| {
        let at = |p: ron::error::Position| offset(text, p.line, p.col);
        let span = Span::of(at(fault.span.start)..at(fault.span.end));
        Error::at(origin, text, Diagnostic::new("bad-gazetteer", message(&fault.code), span))
    })
}

/// RON's words for what is wrong, as the rest of our messages are written.
fn message(code: &ron::Error) -> String {
    let written = code.to_string();
    let mut letters = written.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => written,
    }
}

/// The byte of a line and column, both counted from one, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for part in text.split_inclusive('\n').take(line.saturating_sub(1)) {
        start += part.len();
    }
    let within = text[start..].char_indices().nth(column.saturating_sub(1));
    within.map_or(text.len(), |(at, _)| start + at)
}
