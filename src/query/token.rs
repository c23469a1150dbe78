//! Arguments into tokens: parentheses, operators and terms, each with its place in the whole query.
//!
//! A shell takes quotation marks away, so that `actor:"Ahmed al-Sharaa"` arrives as one argument without them. A
//! value therefore runs on over blanks, to the end of its argument or to what cannot belong to it: the key of the
//! next term, `or`, a parenthesis.

use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// A piece of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'q> {
    pub(super) kind: Kind<'q>,
    pub(super) span: Span,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind<'q> {
    Open,
    Close,
    Or,
    And,
    Not,
    /// `key:value`, or words without a key; the span is the value's.
    Term(Option<&'q str>, &'q str, Span),
}

/// Cuts one argument, which begins `base` bytes into the query, and appends its tokens.
///
/// # Errors
/// Where a quotation mark is never closed.
pub(super) fn cut<'q>(argument: &'q str, base: usize, tokens: &mut Vec<Token<'q>>) -> Result<(), Diagnostic> {
    let mut at = 0;
    loop {
        at += blanks(&argument[at..]);
        let rest = &argument[at..];
        let Some(first) = rest.chars().next() else { return Ok(()) };
        let span = |length: usize| Span::of(base + at..base + at + length);
        let single = match first {
            '(' => Some((Kind::Open, 1)),
            ')' => Some((Kind::Close, 1)),
            _ if word(rest).eq_ignore_ascii_case("or") => Some((Kind::Or, 2)),
            _ if word(rest).eq_ignore_ascii_case("and") => Some((Kind::And, 3)),
            _ if begins_not(rest) => Some((Kind::Not, 3)),
            _ if key(rest).is_some_and(|k| k.eq_ignore_ascii_case("not")) => Some((Kind::Not, 4)),
            _ => None,
        };
        if let Some((kind, length)) = single {
            tokens.push(Token { kind, span: span(length) });
            at += length;
            continue;
        }
        let key = key(rest);
        let head = key.map_or(0, |k| k.len() + 1);
        let head = head + blanks(&rest[head..]);
        let (value, skip, length) = value(&rest[head..], key.is_some()).ok_or_else(|| {
            let mark = Span::of(base + at + head..base + at + head + 1);
            Diagnostic::new("unclosed-quote", "this quotation mark is never closed", mark)
        })?;
        let value_at = base + at + head + skip;
        let value_span = Span::of(value_at..value_at + value.len());
        tokens.push(Token { kind: Kind::Term(key, value, value_span), span: span(head + length) });
        at += head + length;
    }
}

/// Whether an argument begins with a key, known or not; a single letter is a drive, not a key.
pub(super) fn has_key(argument: &str) -> bool {
    let argument = argument.trim_start_matches(['(', ' ']);
    key(argument).is_some_and(|k| k.len() > 1)
}

/// The value at the head of `text`, how far in it begins, and how many bytes it takes with its quotation marks;
/// `None` where those are not closed.
fn value(text: &str, keyed: bool) -> Option<(&str, usize, usize)> {
    if let Some(inner) = text.strip_prefix('"') {
        let end = inner.find('"')?;
        return Some((&inner[..end], 1, end + 2));
    }
    let mut depth = 0usize;
    let mut previous = ' ';
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        let stops = match c {
            // "Congo (Kinshasa)" is a name, "Congo (type:aid)" is one and a group.
            '(' if begins_term(rest[1..].trim_start()) || rest[1..].trim_start().starts_with(')') => true,
            ')' => depth == 0,
            _ => previous == ' ' && (depth == 0 || c == ')') && stops_value(rest, keyed),
        };
        if stops {
            end = at;
            break;
        }
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        previous = if c.is_whitespace() { ' ' } else { c };
    }
    let value = text[..end].trim_end();
    Some((value, 0, end))
}

/// Whether a value ends before this word of it.
fn stops_value(rest: &str, keyed: bool) -> bool {
    let word = word(rest);
    let after = || rest[word.len()..].trim_start();
    if word.eq_ignore_ascii_case("or") {
        return true;
    }
    // "Bosnia and Herzegovina" is one name.
    if word.eq_ignore_ascii_case("and") {
        return !keyed || begins_term(after());
    }
    begins_not(rest) || key(rest).is_some()
}

/// `not` as a word of its own, where something with a key or in parentheses follows: else it is a word to find.
fn begins_not(rest: &str) -> bool {
    let word = word(rest);
    word.eq_ignore_ascii_case("not") && begins_term(rest[word.len()..].trim_start())
}

/// Whether a term with a key, or a group, stands at the head.
fn begins_term(rest: &str) -> bool {
    rest.starts_with('(') || key(rest).is_some() || begins_not(rest)
}

/// The letters at the head, where they are a word.
fn word(rest: &str) -> &str {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let ends = rest[end..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')'));
    if ends { &rest[..end] } else { "" }
}

/// `letters ":"`, which makes what follows a value; "http://" is part of one.
fn key(rest: &str) -> Option<&str> {
    let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '-')?;
    (end > 0 && rest[end..].starts_with(':') && !rest[end..].starts_with("://")).then(|| &rest[..end])
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens as a person would write them down.
    fn shown(arguments: &[&str]) -> String {
        let mut tokens = Vec::new();
        let mut base = 0;
        for argument in arguments {
            cut(argument, base, &mut tokens).unwrap();
            base += argument.len() + 1;
        }
        let text = arguments.join(" ");
        let show = |t: &Token<'_>| match &t.kind {
            Kind::Open => "(".to_owned(),
            Kind::Close => ")".to_owned(),
            Kind::Or => "OR".to_owned(),
            Kind::And => "AND".to_owned(),
            Kind::Not => "NOT".to_owned(),
            Kind::Term(key, value, span) => {
                assert_eq!(span.text(&text), *value, "the span is the value's");
                format!("{}<{value}>", key.map(|k| format!("{k}=")).unwrap_or_default())
            }
        };
        tokens.iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_argument_may_hold_one_term_or_many() {
        let cases: &[(&[&str], &str)] = &[
            (&["actor:Ahmed al-Sharaa"], "actor=<Ahmed al-Sharaa>"),
            (&["actor:Ahmed al-Sharaa type:consult"], "actor=<Ahmed al-Sharaa> type=<consult>"),
            (&["actor:\"Ahmed al-Sharaa\" ceasefire"], "actor=<Ahmed al-Sharaa> <ceasefire>"),
            (&["actor:Russia", "or", "actor:Iran"], "actor=<Russia> OR actor=<Iran>"),
            (
                &["(actor:Russia or actor:Iran) type:assault"],
                "( actor=<Russia> OR actor=<Iran> ) type=<assault>",
            ),
            (&["(actor:Russia", "OR", "actor:Iran)"], "( actor=<Russia> OR actor=<Iran> )"),
            (&["location:Bosnia and Herzegovina"], "location=<Bosnia and Herzegovina>"),
            (&["location:Bosnia and type:assault"], "location=<Bosnia> AND type=<assault>"),
            (&["ceasefire or truce"], "<ceasefire> OR <truce>"),
            (&["ceasefire and truce"], "<ceasefire> AND <truce>"),
            (&["\"trick or treat\""], "<trick or treat>"),
            (&["not:actor:Russia"], "NOT actor=<Russia>"),
            (&["not:(actor:Russia or type:aid)"], "NOT ( actor=<Russia> OR type=<aid> )"),
            (&["not actor:Russia"], "NOT actor=<Russia>"),
            (&["not guilty"], "<not guilty>"),
            (&["location:Congo (Kinshasa) type:aid"], "location=<Congo (Kinshasa)> type=<aid>"),
            (&["truce (actor:Russia or actor:Iran)"], "<truce> ( actor=<Russia> OR actor=<Iran> )"),
            (&["actor:Russia ( )"], "actor=<Russia> ( )"),
            (&["actor: Russia"], "actor=<Russia>"),
            (&["actor:", "type:aid"], "actor=<> type=<aid>"),
            (&["date:last month"], "date=<last month>"),
            (&["Orland"], "<Orland>"),
            (&["source:http://example.org/a"], "source=<http://example.org/a>"),
        ];
        for (arguments, expected) in cases {
            assert_eq!(&shown(arguments), expected, "{arguments:?}");
        }
    }

    #[test]
    fn a_quotation_mark_must_be_closed() {
        let fault = cut("actor:\"Russia", 4, &mut Vec::new()).unwrap_err();
        assert_eq!((fault.code, fault.span), ("unclosed-quote", Span::new(10, 11)));
    }
}
