//! One term: a key and its value.

use chrono::NaiveDate;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{digit1, space0};
use nom::combinator::{all_consuming, map, map_res, success, value};
use nom::{IResult, Parser};

use crate::chronology::{Field, folded};
use crate::diagnostic::{Diagnostic, nearest};
use crate::event::{EventType, Status};
use crate::gazetteer::Gazetteer;
use crate::query::grammar;
use crate::query::names::Name;
use crate::query::near::Circle;
use crate::query::period::period;
use crate::query::tree::{Compare, Test};
use crate::span::Span;
use crate::time::Interval;

/// Reads a term; `at` is where its value stands in the query, `whole` where the term does.
///
/// # Errors
/// A diagnostic whose span points into the query.
pub(super) fn term(
    key: Option<&str>,
    value: &str,
    at: Span,
    whole: Span,
    gazetteer: &Gazetteer,
    today: Option<NaiveDate>,
) -> Result<Test, Diagnostic> {
    let Some(key) = key else { return text(value, at) };
    let lower = key.to_ascii_lowercase();
    if !grammar::keys().any(|k| k == lower) {
        return Err(unknown_key(key, value, whole));
    }
    if value.trim().is_empty() {
        return Err(Diagnostic::new("empty-term", format!("`{key}:` needs a value"), whole));
    }
    let name = || Name::new(value, at, gazetteer);
    let during = || period(value, today).map_err(|d| d.shifted(at.start));
    Ok(match lower.as_str() {
        "actor" => Test::Actor(name()),
        "recipient" => Test::Recipient(name()),
        "location" => Test::Location(name()),
        "near" => Test::Near(Circle::read(value, at, gazetteer)?),
        "type" => Test::Type(event_type(value, at)?),
        "mode" => Test::Mode(name()),
        "status" => status(value, at)?,
        "date" => Test::During(during()?),
        "since" => Test::During(Interval { end: None, ..during()? }),
        "until" => Test::During(Interval { start: None, ..during()? }),
        "source" => Test::Source(name()),
        "sources" => sources(value, at)?,
        "conflict" => conflict(value, at)?,
        _ => text(value, at)?,
    })
}

fn unknown_key(key: &str, value: &str, whole: Span) -> Diagnostic {
    let span = Span::new(whole.start, whole.start + Span::of(0..key.len()).end);
    let all = || grammar::keys().collect::<Vec<_>>().join(", ");
    let help = match nearest(key, grammar::keys()) {
        Some(known) => format!("did you mean `{known}:`?"),
        None => format!("keys are {}; for the words themselves write text:\"{key}:{value}\"", all()),
    };
    Diagnostic::new("unknown-query-key", format!("there is no query key `{key}`"), span).help(help)
}

fn text(value: &str, at: Span) -> Result<Test, Diagnostic> {
    let words = folded(value);
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

fn conflict(value: &str, at: Span) -> Result<Test, Diagnostic> {
    let value = value.trim();
    if value.eq_ignore_ascii_case("any") {
        return Ok(Test::Conflict(None));
    }
    let names = || Field::ALL.iter().map(|f| f.name());
    names().find(|n| n.eq_ignore_ascii_case(value)).map(|n| Test::Conflict(Some(n))).ok_or_else(|| {
        let names: Vec<_> = names().chain(["any"]).collect();
        unknown("unknown-field", "field", value, &names, at)
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
    type Read<'t> = IResult<&'t str, (Compare, usize)>;
    let compare = alt((
        value(Compare::AtLeast, alt((tag(">="), tag("≥")))),
        value(Compare::AtMost, alt((tag("<="), tag("≤")))),
        value(Compare::More, tag(">")),
        value(Compare::Less, tag("<")),
        value(Compare::Exactly, tag("=")),
        success(Compare::Exactly),
    ));
    let number = map_res(digit1, str::parse);
    let count = map((space0, compare, space0, number, space0), |(_, compare, _, n, _)| (compare, n));
    let read: Read<'_> = all_consuming(count).parse(typed);
    match read {
        Ok((_, (compare, n))) => Ok(Test::Sources(compare, n)),
        Err(_) => Err(Diagnostic::new("bad-count", format!("`{typed}` is not a number of sources"), at)
            .help("write `sources:2`, `sources:>2` or `sources:<=2`")),
    }
}
