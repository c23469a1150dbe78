//! A Markdown table, for a report or a wiki.

use std::fmt;

use crate::render::listing::Listed;

pub(super) fn write<T: Listed>(items: &[T], out: &mut dyn fmt::Write) -> fmt::Result {
    let names: Vec<_> = T::COLUMNS.iter().map(|c| c.name).collect();
    write_rows(&names, items.iter().map(Listed::cells), out)
}

/// Cells must be clean already.
pub(super) fn write_rows(
    header: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    writeln!(out, "| {} |", header.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(header.len()))?;
    for row in rows {
        let cells: Vec<_> = row.iter().map(|c| escape(c)).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// An article's words must not become markup, least of all a link or a tag.
fn escape(cell: &str) -> String {
    let mut escaped = String::with_capacity(cell.len());
    for c in cell.chars() {
        if matches!(c, '|' | '\\' | '<' | '>' | '[' | ']' | '*' | '_' | '`') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape("a|b <b> [x](y) *z*"), r"a\|b \<b\> \[x\](y) \*z\*");
    }
}
