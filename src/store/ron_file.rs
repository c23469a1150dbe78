//! RON in and out: one layout when writing, errors with a place when reading.

use ron::Options;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostic, nearest};
use crate::error::{Error, Result};
use crate::span::{LineIndex, Span};
use crate::store::schema::{VERSION, Versioned};

/// People leave out `Some(…)`, and so do we.
fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads a file's text; `origin` is its path.
pub(super) fn read<T: DeserializeOwned>(origin: &str, text: &str) -> Result<T> {
    // An editor's byte order mark, which RON refuses.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    options().from_str(text).map_err(|e| Error::at(origin, text, diagnostic(text, &e)))
}

/// Reads a file that states its version: a newer one is told apart from a broken one.
pub(super) fn read_versioned<T: DeserializeOwned>(
    origin: &str,
    text: &str,
    version: impl Fn(&T) -> u32,
) -> Result<T> {
    let found = read(origin, text);
    // What a newer version holds may be unknown here: then the number alone tells.
    let number = |_| {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        options().from_str::<Versioned>(text).ok().map(|v| v.version)
    };
    let stated = found.as_ref().map_or_else(number, |file| Some(version(file)));
    match stated {
        Some(version) if version > VERSION => {
            let at = text.find("version").unwrap_or(0);
            let span = Span::of(at..at + "version".len().min(text.len() - at));
            let message = format!("this file has version {version}, and this program reads up to {VERSION}");
            let diagnostic = Diagnostic::new("newer-version", message, span).help("update dateline");
            Err(Error::at(origin, text, diagnostic))
        }
        _ => found,
    }
}

/// Writes a value with a comment above it. Fields and mentions have a line each, what is below them shares it:
/// so a diff shows the mention that changed, and a mention fits on a screen.
pub(super) fn write<T: Serialize>(comment: &str, value: &T) -> std::result::Result<String, ron::Error> {
    let layout = PrettyConfig::new().new_line("\n").depth_limit(3);
    let body = options().to_string_pretty(value, layout)?;
    Ok(format!("{comment}{body}\n"))
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
