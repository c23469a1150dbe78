//! A table for people.

use std::fmt;

use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width};

use crate::render::Options;
use crate::render::listing::{Column, Listed};

/// A rule under the heading and blanks between columns: every line that is not there is room for words.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Blanks between two columns: one of padding, and one where another style would draw a line.
const PADDING: u16 = 1;
const GAP: u16 = PADDING + 1;

/// Nothing for an empty list: a heading with nothing below it would look like a fault.
pub(super) fn write<T: Listed>(items: &[T], options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    let whole = |cells: Vec<String>| -> Vec<String> {
        cells
            .into_iter()
            .zip(T::COLUMNS)
            .map(|(c, of)| if of.whole { hold_together(&c) } else { c })
            .collect()
    };
    let rows: Vec<_> = items.iter().map(|i| whole(i.cells())).collect();
    let layout = Layout::fit(T::COLUMNS, &rows, options.width);
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(options.width + PADDING).set_header(layout.headings());
    table.add_rows(rows.into_iter().map(|cells| layout.pick(cells)));
    for (column, width) in table.column_iter_mut().zip(&layout.widths) {
        column.set_padding((0, PADDING));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width + PADDING)));
    }
    for (number, line) in table.lines().enumerate() {
        // Dates were held together while lines were broken; what goes out is plain blanks.
        let line = line.replace('\u{a0}', " ");
        let line: String = line.trim_end().chars().take(options.width.into()).collect();
        let line = line.trim_end();
        if options.colour && number == 0 {
            writeln!(out, "\u{1b}[1m{line}\u{1b}[0m")?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// Blanks inside "28 Jan 2026" must not end a line; any other may.
fn hold_together(cell: &str) -> String {
    let words: Vec<&str> = cell.split(' ').collect();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let month = |w: &str| w.len() == 3 && w.starts_with(|c: char| c.is_ascii_uppercase());
    let mut held = words.first().copied().unwrap_or_default().to_owned();
    for pair in words.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        let day_month = digit(before.chars().next_back()) && month(after);
        let month_year = month(before) && digit(after.chars().next());
        held.push(if day_month || month_year { '\u{a0}' } else { ' ' });
        held.push_str(after);
    }
    held
}

/// Which columns there is room for, and how wide each is.
struct Layout<'c> {
    /// Indices into the columns, and the columns.
    columns: Vec<(usize, &'c Column)>,
    widths: Vec<u16>,
    short: bool,
}

impl<'c> Layout<'c> {
    /// As many columns as fit: first with full headings, then with short ones, then without the least needed.
    fn fit(columns: &'c [Column], rows: &[Vec<String>], width: u16) -> Self {
        let differs = |i: usize| rows.windows(2).any(|pair| pair[0][i] != pair[1][i]);
        let mut kept: Vec<_> =
            columns.iter().enumerate().filter(|(i, c)| !c.differs || differs(*i)).collect();
        let mut short = false;
        loop {
            let mut attempt = Self { columns: kept.clone(), widths: Vec::new(), short };
            let fits = attempt.share(rows, width);
            let next = kept.iter().filter(|(_, c)| c.drop > 0).min_by_key(|(_, c)| c.drop).map(|(i, _)| *i);
            match (fits || short, next) {
                (false, _) => short = true,
                (true, Some(next)) if !fits => kept.retain(|(i, _)| *i != next),
                (true, _) => return attempt,
            }
        }
    }

    /// Gives each column the width it likes, then takes from the widest until all fit, if they can.
    fn share(&mut self, rows: &[Vec<String>], width: u16) -> bool {
        let gaps = GAP * clip(self.columns.len().saturating_sub(1));
        let room = width.saturating_sub(gaps);
        let (mut widths, mut floors) = (Vec::new(), Vec::new());
        for (i, column) in &self.columns {
            let cells = || rows.iter().map(|r| r[*i].as_str()).chain([self.heading(column)]);
            let most = cells().map(length).max().unwrap_or(0).min(column.most);
            let words = || cells().flat_map(|c| c.split(' ')).map(length).max().unwrap_or(0);
            let least = if column.whole { words() } else { column.least };
            floors.push(least.min(most).max(1));
            widths.push(most.max(1));
        }
        while widths.iter().sum::<u16>() > room {
            let weight = |i: usize| widths[i] / self.columns[i].1.weight;
            let widest = (0..widths.len()).filter(|i| widths[*i] > floors[*i]).max_by_key(|i| weight(*i));
            let Some(widest) = widest else { break };
            widths[widest] -= 1;
        }
        self.widths = widths;
        self.widths.iter().sum::<u16>() <= room
    }

    fn heading(&self, column: &'c Column) -> &'c str {
        if self.short { column.short } else { column.name }
    }

    fn headings(&self) -> Vec<&'c str> {
        self.columns.iter().map(|(_, c)| self.heading(c)).collect()
    }

    fn pick(&self, mut cells: Vec<String>) -> Vec<String> {
        self.columns.iter().map(|(i, _)| std::mem::take(&mut cells[*i])).collect()
    }
}

fn length(cell: &str) -> u16 {
    clip(cell.chars().count())
}

fn clip(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
