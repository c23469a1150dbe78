//! `TimeML`: a text with its expressions as TIMEX3 elements, for the tools of that field.

use std::fmt::{self, Write};

use crate::document::Document;
use crate::timex::{Anchor, Timex, TimexType};

/// Writes a `TimeML` document: the text unchanged but for escapes, each expression in a TIMEX3 element.
///
/// An expression that overlaps an earlier one is left out; `TimeML` cannot hold both.
/// Characters that XML 1.0 forbids become U+FFFD, so that any text gives a document a parser accepts.
pub fn write(document: &Document, timexes: &[Timex], out: &mut impl Write) -> fmt::Result {
    let (text, title) = (document.text.as_str(), document.header.title.as_str());
    let day = document.header.dct.at.format("%Y-%m-%d");
    out.write_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
    out.write_str("<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ")?;
    out.write_str("xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n\n")?;
    writeln!(out, "<DOCID>{}</DOCID>\n", Escaped(&document.id))?;
    writeln!(
        out,
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{day}\" temporalFunction=\"false\" \
         functionInDocument=\"CREATION_TIME\">{day}</TIMEX3></DCT>\n"
    )?;
    if !title.is_empty() {
        writeln!(out, "<TITLE>{}</TITLE>\n", Escaped(title))?;
    }
    out.write_str("<TEXT>")?;
    let mut at = 0;
    for (n, timex) in timexes.iter().enumerate() {
        let range = timex.span.range();
        let (Some(before), Some(words)) = (text.get(at..range.start), text.get(range.clone())) else {
            continue;
        };
        write!(out, "{}", Escaped(before))?;
        element(out, n, timex, words, timexes)?;
        at = range.end;
    }
    write!(out, "{}</TEXT>\n\n</TimeML>\n", Escaped(text.get(at..).unwrap_or("")))
}

fn element(out: &mut impl Write, n: usize, timex: &Timex, words: &str, found: &[Timex]) -> fmt::Result {
    // t0 is the creation time, so the first expression is t1.
    write!(
        out,
        "<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\"",
        n + 1,
        timex.kind.name(),
        Escaped(&timex.value)
    )?;
    if let Some(modifier) = timex.modifier {
        write!(out, " mod=\"{}\"", modifier.name())?;
    }
    let relative = timex.anchor.is_some() && timex.kind != TimexType::Set;
    write!(out, " temporalFunction=\"{relative}\" functionInDocument=\"NONE\"")?;
    match timex.anchor {
        Some(Anchor::Dct) => out.write_str(" anchorTimeID=\"t0\"")?,
        Some(Anchor::Timex(other)) if other < found.len() && other != n => {
            write!(out, " anchorTimeID=\"t{}\"", other + 1)?;
        }
        _ => {}
    }
    if timex.kind == TimexType::Set {
        out.write_str(" quant=\"EVERY\"")?;
    }
    write!(out, ">{}</TIMEX3>", Escaped(words))
}

/// Text as XML character data or an attribute value.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                // A parser would turn a bare carriage return into a line feed.
                '\r' => f.write_str("&#13;")?,
                '\t' | '\n' => f.write_char(c)?,
                '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
