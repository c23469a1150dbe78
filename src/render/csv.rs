//! CSV for spreadsheets.

use std::fmt;

use crate::render::clean::clean;
use crate::render::listing::{Field, Listed};

pub(super) fn write<T: Listed>(items: &[T], out: &mut dyn fmt::Write) -> fmt::Result {
    write_rows(T::FIELDS, items.iter().map(Listed::fields), out)
}

pub(super) fn write_rows(
    header: &[&str],
    rows: impl Iterator<Item = Vec<Field>>,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(header).map_err(|_| fmt::Error)?;
    for row in rows {
        csv.write_record(row.into_iter().map(safe)).map_err(|_| fmt::Error)?;
    }
    let bytes = csv.into_inner().map_err(|_| fmt::Error)?;
    out.write_str(&String::from_utf8(bytes).map_err(|_| fmt::Error)?)
}

/// Text that a spreadsheet would run as a formula gets an apostrophe before it.
///
/// OWASP's list: `=`, `+`, `-`, `@`, tab and carriage return; the last two are gone after cleaning.
fn safe(field: Field) -> String {
    match field {
        Field::Number(n) => n,
        Field::Text(text) => {
            let text = clean(&text);
            if text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
                format!("'{text}")
            } else {
                text
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_neutralised() {
        assert_eq!(safe(Field::Text("=HYPERLINK(\"x\")".into())), "'=HYPERLINK(\"x\")");
        assert_eq!(safe(Field::Text("\t@SUM(1)".into())), "'@SUM(1)");
        assert_eq!(safe(Field::Text("26–28 Jan".into())), "26–28 Jan");
        assert_eq!(safe(Field::Number("-33.4".into())), "-33.4");
    }
}
