//! What an article may not do to a terminal.
//!
//! Titles, quotes and names come from files that anyone may have written. An escape sequence in one could clear
//! the screen or rewrite the line above it, a bidirectional override could show "not guilty" for "guilty not".

/// The text on one line: white space as single blanks; no control, no escape sequence, no override of direction.
pub(super) fn clean(text: &str) -> String {
    chars(text).map(|(_, c)| c).collect()
}

/// The characters that remain, each with the byte at which it stood, so that a span can still be found.
pub(super) fn chars(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut rest = text.char_indices().peekable();
    let mut blank = true; // white space at the start goes
    std::iter::from_fn(move || {
        while let Some((at, c)) = rest.next() {
            if c == '\u{1b}' {
                skip_escape(&mut rest);
            } else if c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}') {
                if !std::mem::replace(&mut blank, true) && rest.peek().is_some() {
                    return Some((at, ' '));
                }
            } else if !is_hidden(c) {
                blank = false;
                return Some((at, c));
            }
        }
        None
    })
}

/// Controls, marks of direction, and characters that take no room and have no sound.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'
                ..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// What follows an escape character: ECMA-48's CSI up to its final byte, a string up to its terminator,
/// else one character.
fn skip_escape(rest: &mut std::iter::Peekable<std::str::CharIndices<'_>>) {
    match rest.peek().map(|(_, c)| *c) {
        Some('[') => {
            rest.next();
            while rest.next_if(|(_, c)| matches!(c, ' '..='?')).is_some() {}
            rest.next_if(|(_, c)| matches!(c, '@'..='~'));
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            while let Some((_, c)) = rest.next_if(|(_, c)| !matches!(c, '\n' | '\r')) {
                if c == '\u{7}' || (c == '\u{1b}' && rest.next_if(|(_, c)| *c == '\\').is_some()) {
                    break;
                }
            }
        }
        Some(c) if c.is_ascii_graphic() => {
            rest.next();
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_prose_alone() {
        assert_eq!(clean("“Qamishli” – Sana’a, Ağrı, 北京"), "“Qamishli” – Sana’a, Ağrı, 北京");
    }

    #[test]
    fn drops_what_steers_a_terminal() {
        assert_eq!(clean("a\u{1b}[31;1mred\u{1b}[0m b"), "ared b");
        assert_eq!(clean("\u{1b}]0;title\u{7}x\u{1b}]8;;http://a\u{1b}\\y"), "xy");
        assert_eq!(clean("a\u{8}\u{7f}\u{9b}b\u{1b}"), "ab");
        assert_eq!(clean("x\u{202e}txet\u{202c}"), "xtxet");
    }

    #[test]
    fn keeps_one_line() {
        assert_eq!(clean("  two\r\n\t lines \u{2028} \n"), "two lines ");
        assert_eq!(clean(""), "");
    }

    #[test]
    fn knows_where_each_character_stood() {
        let found: Vec<_> = chars("a\u{1b}[1mé b").collect();
        assert_eq!(found, [(0, 'a'), (5, 'é'), (7, ' '), (8, 'b')]);
    }
}
