//! One more entry in a list that a person keeps: every other byte of the file stays.

/// The text with `entry` as the last of its list; `None` where there is no list to append to.
///
/// `entry` begins and ends without a line break. A comma is added behind the entry before, where it has none.
pub(super) fn append(text: &str, entry: &str) -> Option<String> {
    let Bounds { last, close } = bounds(text)?;
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let needs_comma = !text[..last].ends_with([',', '[']);
    let before = &text[last..close];
    let breaks = !before.trim_end_matches([' ', '\t']).ends_with('\n');
    // What indents the closing bracket stays with it.
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let at = if breaks { close } else { close - indent };
    let mut made = String::with_capacity(text.len() + entry.len() + 8);
    made.push_str(&text[..last]);
    made.push_str(if needs_comma { "," } else { "" });
    made.push_str(&text[last..at]);
    made.push_str(if breaks { newline } else { "" });
    for line in entry.lines() {
        made.push_str(line);
        made.push_str(newline);
    }
    made.push_str(&text[at..]);
    Some(made)
}

/// Where a list ends.
struct Bounds {
    /// Behind its last entry, or the comma after that, or its opening bracket.
    last: usize,
    /// At its closing bracket.
    close: usize,
}

/// The last list at the top of the file: what stands in brackets before it is an attribute.
fn bounds(text: &str) -> Option<Bounds> {
    let mut found = None;
    let (mut depth, mut last, mut at) = (0usize, 0, 0);
    while let Some(c) = text[at..].chars().next() {
        let length = piece(&text[at..], c)?;
        let is_trivia = c.is_whitespace()
            || c == '\u{feff}'
            || text[at..].starts_with("//")
            || text[at..].starts_with("/*");
        match c {
            '[' | '(' | '{' => depth += 1,
            ']' if depth == 1 => found = Some(Bounds { last, close: at }),
            _ => {}
        }
        if matches!(c, ']' | ')' | '}') {
            depth = depth.checked_sub(1)?;
        }
        at += length;
        if !is_trivia {
            last = at;
        }
    }
    found.filter(|_| depth == 0)
}

/// How many bytes belong together at the head of `text`: a comment, a string, a character; `None` where one of those
/// does not end.
fn piece(text: &str, first: char) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return comment(text);
    }
    match first {
        '"' => string(text),
        'r' if text[1..].trim_start_matches('#').starts_with('"') => {
            let marks = text[1..].len() - text[1..].trim_start_matches('#').len();
            let end = format!("\"{}", "#".repeat(marks));
            let body = 2 + marks;
            Some(body + text[body..].find(&end)? + end.len())
        }
        '\'' => {
            let mut chars = text.char_indices().skip(1);
            let (_, c) = chars.next()?;
            if c == '\\' {
                chars.next()?;
            }
            chars.find(|(_, c)| *c == '\'').map(|(at, _)| at + 1)
        }
        other => Some(other.len_utf8()),
    }
}

/// Comments of this kind nest in RON.
fn comment(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0usize, 0);
    loop {
        let rest = text.get(at..)?;
        let (open, close) = (rest.find("/*"), rest.find("*/"));
        match (open, close) {
            (Some(o), Some(c)) if o < c => (depth, at) = (depth + 1, at + o + 2),
            (_, Some(c)) => {
                (depth, at) = (depth - 1, at + c + 2);
                if depth == 0 {
                    return Some(at);
                }
            }
            (_, None) => return None,
        }
    }
}

fn string(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::append;

    #[test]
    fn every_other_byte_stays() {
        let cases = [
            ("[]", Some("[\n    New,\n]")),
            ("[\n]\n", Some("[\n    New,\n]\n")),
            ("[A]", Some("[A,\n    New,\n]")),
            ("[\n    A,\n]\n", Some("[\n    A,\n    New,\n]\n")),
            ("[\n    A\n]\n", Some("[\n    A,\n    New,\n]\n")),
            ("[\n    A // why\n]\n", Some("[\n    A, // why\n    New,\n]\n")),
            (
                "[\n    A,\n    // the end ]\n]\n// ]\n",
                Some("[\n    A,\n    // the end ]\n    New,\n]\n// ]\n"),
            ),
            ("[\n    A(\"]\\\"]\"),\n  ]", Some("[\n    A(\"]\\\"]\"),\n    New,\n  ]")),
            ("[A(r#\"]\"]\"#), /* ] /* ] */ ] */]", Some("[A(r#\"]\"]\"#), /* ] /* ] */ ] */\n    New,\n]")),
            (
                "#![enable(implicit_some)]\n[\n    A,\n]",
                Some("#![enable(implicit_some)]\n[\n    A,\n    New,\n]"),
            ),
            (
                "\u{feff}// x\r\n[\r\n    A,\r\n]\r\n",
                Some("\u{feff}// x\r\n[\r\n    A,\r\n    New,\r\n]\r\n"),
            ),
            ("[(a: 'x', b: ['\\'', ']'])]", Some("[(a: 'x', b: ['\\'', ']']),\n    New,\n]")),
            ("", None),
            ("// only words", None),
            ("[A", None),
            ("[A]]", None),
            ("[\"]", None),
        ];
        for (text, expected) in cases {
            assert_eq!(append(text, "    New,").as_deref(), expected, "{text}");
        }
    }
}
