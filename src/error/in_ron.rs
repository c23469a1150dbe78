//! RON that a person wrote: what is wrong in it, where, and what may have been meant.

use ron::Options;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::{Error, Result};
use crate::diagnostic::{Diagnostic, nearest};
use crate::span::{LineIndex, Span};

/// Reads the text of a RON file, in which `Some(…)` need not be written; `origin` is its path.
///
/// # Errors
/// The first fault, in its place.
pub(crate) fn from_ron<T: DeserializeOwned>(origin: &str, text: &str) -> Result<T> {
    // An editor's byte order mark, which RON refuses.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).map_err(|e| Error::at(origin, text, diagnostic(text, &e)))
}

fn diagnostic(text: &str, e: &SpannedError) -> Diagnostic {
    let lines = LineIndex::new(text);
    let offset = |p: ron::error::Position| lines.offset(text, p.line, p.col) as usize;
    let (mut start, mut end) = (offset(e.span.start), offset(e.span.end));
    let length = |s: &str| s.chars().next().map_or(0, char::len_utf8);
    // The parser stops behind white space or a word it could not use; the caret belongs under the word.
    let skipped = text.get(start..end).unwrap_or("");
    start += skipped.len() - skipped.trim_start().len();
    end = end.max(start + length(&text[start..]));
    if e.code == ron::Error::ExpectedComma {
        // The parser looks at the next field; the comma belongs behind the one before.
        end = text[..start].trim_end().len().max(1);
        start = end - text[..end].chars().next_back().map_or(0, char::len_utf8);
    }
    if text[..start].ends_with('"') && text[start..end].ends_with('"') {
        end -= 1;
    }
    let (code, message, help) = explain(&e.code);
    if let Some(name) = named(&e.code) {
        // The name in question ends where the parser stopped.
        if let Some(at) = text.get(..end).and_then(|t| t.rfind(name)) {
            (start, end) = (at, at + name.len());
        }
    }
    let diagnostic = Diagnostic::new(code, message, Span::of(start..end));
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

fn named(e: &ron::Error) -> Option<&str> {
    match e {
        ron::Error::NoSuchStructField { found, .. } | ron::Error::NoSuchEnumVariant { found, .. } => {
            Some(found)
        }
        ron::Error::DuplicateStructField { field, .. } => Some(field),
        _ => None,
    }
}

fn explain(e: &ron::Error) -> (&'static str, String, Option<String>) {
    let meant = |found: &str, expected: &'static [&'static str]| {
        let near = nearest(found, expected.iter().copied()).map(|n| format!("did you mean `{n}`?"));
        near.or_else(|| Some(format!("one of {}", expected.join(", "))).filter(|_| !expected.is_empty()))
    };
    match e {
        ron::Error::NoSuchStructField { expected, found, .. } => {
            ("unknown-field", format!("there is no field `{found}` here"), meant(found, expected))
        }
        ron::Error::NoSuchEnumVariant { expected, found, .. } => (
            "unknown-name",
            format!("`{found}` is none of the names that can stand here"),
            meant(found, expected),
        ),
        ron::Error::MissingStructField { field, .. } => {
            ("missing-field", format!("the field `{field}` is missing"), Some(format!("add `{field}: …,`")))
        }
        ron::Error::DuplicateStructField { field, .. } => {
            ("duplicate-field", format!("the field `{field}` is given twice"), None)
        }
        ron::Error::Message(text) => match text.split_once('\n') {
            Some((message, help)) => ("bad-value", message.to_owned(), Some(help.to_owned())),
            None => ("bad-value", text.clone(), None),
        },
        ron::Error::ExpectedComma => {
            ("ron-syntax", "a comma or a closing bracket is missing after this".to_owned(), None)
        }
        other => {
            let message = other.to_string();
            let mut chars = message.chars();
            let first = chars.next().map(|c| c.to_ascii_lowercase());
            ("ron-syntax", first.into_iter().chain(chars).collect(), None)
        }
    }
}
