//! One argument, one term, with a nom grammar over its characters.

use chrono::NaiveDate;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, digit1, space0};
use nom::combinator::{all_consuming, consumed, map, map_res, rest, success, value};
use nom::sequence::terminated;
use nom::{IResult, Parser};

use crate::diagnostic::{Diagnostic, nearest};
use crate::event::{EventType, Status};
use crate::gazetteer::Gazetteer;
use crate::query::fold;
use crate::query::names::Name;
use crate::query::period::period;
use crate::query::{Compare, Term, Test};
use crate::span::Span;
use crate::time::Interval;

/// Every key, for suggestions and for the help.
const KEYS: [&str; 13] = [
    "actor",
    "recipient",
    "location",
    "type",
    "mode",
    "status",
    "date",
    "since",
    "until",
    "text",
    "source",
    "sources",
    "not",
];

/// Whether an argument begins like a term: letters and a colon, but not a drive letter.
pub(super) fn has_key(term: &str) -> bool {
    key(term).is_ok_and(|(_, key)| key.len() > 1)
}

/// `letters ":"`, which makes what follows a value.
fn key(term: &str) -> IResult<&str, &str> {
    terminated(take_while1(|c: char| c.is_ascii_alphabetic() || c == '-'), char(':')).parse(term)
}

/// Reads one term; the diagnostic's span is in bytes of `term`.
pub(super) fn term(term: &str, gazetteer: &Gazetteer, today: Option<NaiveDate>) -> Result<Term, Diagnostic> {
    let whole = Span::of(0..term.len());
    let Ok((value, (head, key))) = consumed(key).parse(term) else {
        return Ok(Term { negated: false, test: text(term, whole)? });
    };
    let at = Span::of(head.len()..term.len());
    if key == "not" {
        let inner = self::term(value, gazetteer, today).map_err(|d| d.shifted(at.start))?;
        let test = inner.test.shifted(at.start);
        return Ok(Term { negated: !inner.negated, test });
    }
    let (value, at) = unquoted(value, at);
    if value.trim().is_empty() && KEYS.contains(&key) {
        return Err(Diagnostic::new("empty-term", format!("`{key}:` needs a value"), whole));
    }
    let name = || Name::new(value, at, gazetteer);
    let test = match key {
        "actor" => Test::Actor(name()),
        "recipient" => Test::Recipient(name()),
        "location" => Test::Location(name()),
        "type" => Test::Type(event_type(value, at)?),
        "mode" => Test::Mode(name()),
        "status" => status(value, at)?,
        "date" => Test::During(shift(period(value, today), at)?),
        "since" => Test::During(Interval { end: None, ..shift(period(value, today), at)? }),
        "until" => Test::During(Interval { start: None, ..shift(period(value, today), at)? }),
        "text" => text(value, at)?,
        "source" => Test::Source(name()),
        "sources" => sources(value, at)?,
        unknown => {
            let key_span = Span::of(0..unknown.len());
            let message = format!("there is no query key `{unknown}`");
            let help = match nearest(unknown, KEYS) {
                Some(known) => format!("did you mean `{known}:`?"),
                None => format!("keys are {}; for the words themselves write `text:{term}`", KEYS.join(", ")),
            };
            return Err(Diagnostic::new("unknown-query-key", message, key_span).help(help));
        }
    };
    Ok(Term { negated: false, test })
}

fn shift<T>(result: Result<T, Diagnostic>, at: Span) -> Result<T, Diagnostic> {
    result.map_err(|d| d.shifted(at.start))
}

/// A value in quotation marks, for shells that leave them: `actor:"Bashar al-Assad"`.
fn unquoted(value: &str, at: Span) -> (&str, Span) {
    let inner = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
    inner.map_or((value, at), |v| (v, Span::new(at.start + 1, at.end - 1)))
}

fn text(value: &str, at: Span) -> Result<Test, Diagnostic> {
    let words = fold::words(value);
    if words.is_empty() {
        return Err(Diagnostic::new("empty-term", "there is no word to look for", at));
    }
    Ok(Test::Text(words))
}

fn event_type(value: &str, at: Span) -> Result<EventType, Diagnostic> {
    EventType::from_name(value.trim()).ok_or_else(|| {
        let names: Vec<_> = EventType::ALL.iter().map(|t| t.name().to_lowercase()).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        unknown("unknown-event-type", "event type", value, &names, at)
    })
}

fn status(value: &str, at: Span) -> Result<Test, Diagnostic> {
    if value.trim().eq_ignore_ascii_case("claimed") {
        return Ok(Test::Claimed);
    }
    Status::from_name(value.trim()).map(Test::Status).ok_or_else(|| {
        let mut names: Vec<_> = Status::ALL.iter().map(|s| s.name()).collect();
        names.push("claimed");
        unknown("unknown-status", "status", value, &names, at)
    })
}

fn unknown(code: &'static str, what: &str, value: &str, names: &[&str], at: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(code, format!("unknown {what} `{value}`"), at);
    match nearest(value, names.iter().copied()) {
        Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
        None => diagnostic.help(format!("one of {}", names.join(", "))),
    }
}

/// `>2`, `>=2`, `<2`, `<=2`, `2`.
fn sources(typed: &str, at: Span) -> Result<Test, Diagnostic> {
    let compare = alt((
        value(Compare::AtLeast, alt((tag(">="), tag("≥")))),
        value(Compare::AtMost, alt((tag("<="), tag("≤")))),
        value(Compare::More, tag(">")),
        value(Compare::Less, tag("<")),
        value(Compare::Exactly, tag("=")),
        success(Compare::Exactly),
    ));
    let number = map_res(digit1::<&str, nom::error::Error<&str>>, str::parse);
    let count = map((space0, compare, space0, number, space0), |(_, compare, _, n, _)| (compare, n));
    match all_consuming(count).parse(typed) {
        Ok((_, (compare, n))) => Ok(Test::Sources(compare, n)),
        Err(_) => Err(Diagnostic::new("bad-count", format!("`{typed}` is not a number of sources"), at)
            .help("write `sources:2`, `sources:>2` or `sources:<=2`")),
    }
}

impl Test {
    /// The same test in a term that holds this one `by` bytes further on.
    fn shifted(mut self, by: u32) -> Self {
        if let Self::Actor(n) | Self::Recipient(n) | Self::Location(n) | Self::Mode(n) | Self::Source(n) =
            &mut self
        {
            n.span = Span::new(n.span.start + by, n.span.end + by);
        }
        self
    }
}

/// The two sides of `A..B`, either of which may be empty; `None` where there is no `..`.
pub(super) fn sides(text: &str) -> Option<(&str, &str)> {
    let dots = alt((tag::<&str, &str, nom::error::Error<&str>>(".."), tag("…")));
    let before = nom::bytes::complete::take_until("..");
    let mut pair = (alt((before, nom::bytes::complete::take_until("…"))), dots, rest);
    pair.parse(text).ok().map(|(_, (a, _, b))| (a, b))
}
