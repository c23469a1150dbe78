//! A table for people.

use std::fmt;

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, TableStyle, Width};

use crate::render::Options;
use crate::render::listing::{Column, Listed};

/// Rows apart by a blank, a rule under the heading: every line of the frame that is not there is room for words.
const STYLE: TableStyle =
    TableStyle { row_separator: comfy_table::LineStyle::none(), ..UTF8_HORIZONTAL_ONLY };

/// Nothing for an empty list: a heading with nothing below it would look like a fault.
pub(super) fn write<T: Listed>(items: &[T], options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    let rows = items.iter().map(Listed::cells);
    write_rows(T::COLUMNS, rows, options, out)
}

/// Cells must be clean already.
pub(super) fn write_rows(
    columns: &[Column],
    rows: impl Iterator<Item = Vec<String>>,
    options: Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(options.width).set_header(columns.iter().map(|c| c.name).collect::<Vec<_>>());
    table.add_rows(rows);
    for (column, shape) in table.column_iter_mut().zip(columns) {
        column.set_padding((0, 2));
        column.set_constraint(ColumnConstraint::Boundaries {
            lower: Width::Fixed(shape.least.min(options.width / 4)),
            upper: Width::Fixed(shape.most.min(options.width)),
        });
    }
    let header = columns.first().map_or("", |c| c.name);
    let mut below_header = false;
    for line in table.lines() {
        let line = line.trim_end();
        if options.colour && !below_header && line.trim_start().starts_with(header) {
            writeln!(out, "\u{1b}[1m{line}\u{1b}[0m")?;
            below_header = true;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
