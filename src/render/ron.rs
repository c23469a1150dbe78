//! RON for people who keep their notes in it: the rows of the machine interface, as one list.

use std::fmt;

use serde::Serialize;

use crate::render::listing::Listed;

pub(super) fn write<T: Listed>(items: &[T], out: &mut dyn fmt::Write) -> fmt::Result {
    write_rows(&items.iter().map(Listed::row).collect::<Vec<_>>(), out)
}

pub(super) fn write_rows<R: Serialize>(rows: &[R], out: &mut dyn fmt::Write) -> fmt::Result {
    let pretty = ron::ser::PrettyConfig::new().new_line("\n");
    let text = ron::ser::to_string_pretty(rows, pretty).map_err(|_| fmt::Error)?;
    // What a program may see escaped in JSON, a person must not see raw here.
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        writeln!(out, "{}{}", &line[..indent], crate::render::clean::clean(line))?;
    }
    Ok(())
}
