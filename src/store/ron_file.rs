//! RON in and out: one layout when writing, errors with a place when reading.

use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::diagnostic::Diagnostic;
pub(super) use crate::error::from_ron as read;
use crate::error::{Error, Result};
use crate::span::Span;
use crate::store::schema::{VERSION, Versioned};

/// People leave out `Some(…)`, and so do we.
fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
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
