//! One line for an event, cut from the article's own words.

use std::ops::Range;

use crate::event::chunk::{Chunk, span_of};
use crate::event::unit::{Pos, Unit};

/// Longest summary, in characters.
const LONGEST: usize = 140;

/// Subject, then the words of the given chunks, as long as they fit; `subject` replaces the clause's own words where
/// a pronoun had to be resolved.
pub(super) fn of_clause(
    text: &str,
    units: &[Unit<'_>],
    chunks: &[Chunk],
    subject: Option<&str>,
    rest: Range<usize>,
) -> String {
    let mut line = subject.map(str::to_owned).unwrap_or_default();
    append(&mut line, text, units, chunks, rest);
    capitalise(&line)
}

/// Adds whole chunks while they fit; a preposition never stays behind without its phrase.
fn append(line: &mut String, text: &str, units: &[Unit<'_>], chunks: &[Chunk], rest: Range<usize>) {
    let mut at = rest.start;
    let mut first = true;
    while at < rest.end {
        // A preposition and what it governs go together.
        let mut end = at + 1;
        while end < rest.end
            && chunks[end - 1].np().is_none()
            && !matches!(
                chunks[end - 1].kind,
                crate::event::chunk::Kind::Timex(_) | crate::event::chunk::Kind::Vg(_)
            )
        {
            end += 1;
        }
        let words = span_of(units, chunks[at].units.start..chunks[end - 1].units.end).text(text);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let glue = if line.is_empty() || words.starts_with([',', '\'', '’', '.']) { "" } else { " " };
        if !first && line.chars().count() + words.chars().count() + 1 > LONGEST {
            break;
        }
        line.push_str(glue);
        line.push_str(&words);
        first = false;
        at = end;
    }
    let kept = line
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '“' | '"'))
        .to_owned();
    *line = if kept.chars().count() > LONGEST { cut(&kept) } else { kept };
}

/// The whole words that fit, with an ellipsis.
fn cut(line: &str) -> String {
    let head: String = line.chars().take(LONGEST - 1).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches([',', ' ']))
}

fn capitalise(line: &str) -> String {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return String::new() };
    // "al-Sharaa" keeps its particle at the head of a line only in lower case inside one.
    first.to_uppercase().chain(chars).collect()
}

/// Whether a noun phrase needs its words replaced by a name to stand alone.
pub(super) fn needs_name(units: &[Unit<'_>], chunk: &Chunk) -> bool {
    chunk.np().is_some_and(|np| {
        matches!(units[np.head].pos, Pos::Pronoun)
            || units[np.body.clone()].iter().any(|u| u.pos == Pos::Possessive || u.lower == "latter")
    })
}
