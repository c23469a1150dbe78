//! JSON lines for programs.

use std::fmt;

use serde::Serialize;

use crate::render::listing::Listed;

/// Text goes out as it stands in the article: JSON's own escapes keep control characters from a terminal.
pub(super) fn write<T: Listed>(items: &[T], out: &mut dyn fmt::Write) -> fmt::Result {
    let mut line = Vec::new();
    items.iter().try_for_each(|item| write_line(&item.row(), &mut line, out))
}

/// One object on its line.
pub(super) fn write_row(row: &impl Serialize, out: &mut dyn fmt::Write) -> fmt::Result {
    write_line(row, &mut Vec::new(), out)
}

/// The same by way of a line that is used again and again.
fn write_line(row: &impl Serialize, line: &mut Vec<u8>, out: &mut dyn fmt::Write) -> fmt::Result {
    line.clear();
    serde_json::to_writer(&mut *line, row).map_err(|_| fmt::Error)?;
    line.push(b'\n');
    escape_controls(std::str::from_utf8(line).map_err(|_| fmt::Error)?, out)
}

/// JSON escapes only what is below a blank; C1 controls and overrides of direction could still reach a terminal.
fn escape_controls(line: &str, out: &mut dyn fmt::Write) -> fmt::Result {
    // Without an early end, which lets sixteen bytes be looked at together.
    if line.bytes().fold(0, u8::max) < 0x7f {
        return out.write_str(line);
    }
    let mut from = 0;
    for (at, c) in line.char_indices() {
        if matches!(c, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            write!(out, "{}\\u{:04x}", &line[from..at], u32::from(c))?;
            from = at + c.len_utf8();
        }
    }
    out.write_str(&line[from..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_stay_the_same_value() {
        let mut out = String::new();
        let line = serde_json::to_string("a\u{202e}b\u{9b}c\u{1b}é").unwrap();
        escape_controls(&line, &mut out).unwrap();
        assert_eq!(out, r#""a\u202eb\u009bc\u001bé""#);
        assert_eq!(serde_json::from_str::<String>(&out).unwrap(), "a\u{202e}b\u{9b}c\u{1b}é");
    }
}
