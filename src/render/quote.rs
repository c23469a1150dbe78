//! A sentence as evidence: wrapped, with its time expression and its trigger underlined.

use std::fmt;

use crate::render::Options;
use crate::render::clean::chars;
use crate::span::Span;

/// Words to underline: where, and with what where there is no colour.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Bytes of the same text as the quoted words.
    pub(super) span: Span,
    /// `~` under a time expression, `^` under the word that names the event.
    pub(super) with: char,
}

/// Writes `text`, which begins at byte `offset` of its article, with `marks` underlined.
///
/// Plain: a line of marks below each line that has some. With colour: underlined for time, bold for the trigger.
pub(super) fn write(
    text: &str,
    offset: u32,
    marks: &[Mark],
    indent: usize,
    options: Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let marked: Vec<(char, char)> = chars(text)
        .map(|(at, c)| {
            let at = Span::of(at..at + 1);
            let at = Span::new(at.start + offset, at.end + offset);
            (c, marks.iter().find(|m| m.span.contains(at)).map_or(' ', |m| m.with))
        })
        .collect();
    let width = usize::from(options.width).saturating_sub(indent).max(20);
    for line in wrap(&marked, width) {
        if options.colour {
            styled(line, indent, out)?;
        } else {
            underlined(line, indent, out)?;
        }
    }
    Ok(())
}

/// Lines of at most `width` characters, broken at blanks; a longer word has a line of its own.
fn wrap(text: &[(char, char)], width: usize) -> Vec<&[(char, char)]> {
    let mut lines = Vec::new();
    let mut rest = text;
    while rest.len() > width {
        let blank = |(c, _): &(char, char)| *c == ' ';
        let cut = rest[..=width].iter().rposition(blank).or_else(|| rest.iter().position(blank));
        let Some(cut) = cut else { break };
        lines.push(&rest[..cut]);
        rest = &rest[cut + 1..];
    }
    lines.push(rest);
    lines
}

fn underlined(line: &[(char, char)], indent: usize, out: &mut dyn fmt::Write) -> fmt::Result {
    let words: String = line.iter().map(|(c, _)| *c).collect();
    writeln!(out, "{:indent$}{words}", "")?;
    let below: String = line.iter().map(|(_, mark)| *mark).collect();
    if below.trim().is_empty() {
        return Ok(());
    }
    writeln!(out, "{:indent$}{}", "", below.trim_end())
}

fn styled(line: &[(char, char)], indent: usize, out: &mut dyn fmt::Write) -> fmt::Result {
    write!(out, "{:indent$}", "")?;
    let mut now = ' ';
    for (c, mark) in line {
        if *mark != now {
            out.write_str(match mark {
                '~' => "\u{1b}[0m\u{1b}[4m",
                '^' => "\u{1b}[0m\u{1b}[1m",
                _ => "\u{1b}[0m",
            })?;
            now = *mark;
        }
        out.write_char(*c)?;
    }
    writeln!(out, "{}", if now == ' ' { "" } else { "\u{1b}[0m" })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Earlier this week, the Kremlin withdrew its forces.";

    fn shown(width: u16, colour: bool) -> String {
        let marks =
            [Mark { span: Span::new(100, 117), with: '~' }, Mark { span: Span::new(131, 139), with: '^' }];
        let mut out = String::new();
        write(TEXT, 100, &marks, 2, Options { width, colour }, &mut out).unwrap();
        out
    }

    #[test]
    fn marks_stand_below_their_words() {
        let expected = "  Earlier this week, the Kremlin withdrew its forces.\n  ~~~~~~~~~~~~~~~~~              ^^^^^^^^\n";
        assert_eq!(shown(80, false), expected);
    }

    #[test]
    fn marks_follow_the_wrapping() {
        let expected = "  Earlier this week, the\n  ~~~~~~~~~~~~~~~~~\n  Kremlin withdrew its\n          ^^^^^^^^\n  forces.\n";
        assert_eq!(shown(24, false), expected);
    }

    #[test]
    fn colour_needs_no_second_line() {
        let expected = "  \u{1b}[0m\u{1b}[4mEarlier this week\u{1b}[0m, the Kremlin \u{1b}[0m\u{1b}[1mwithdrew\u{1b}[0m its forces.\n";
        assert_eq!(shown(80, true), expected);
    }
}
