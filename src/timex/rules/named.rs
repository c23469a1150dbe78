//! Named days: "Christmas 2007", "last Thanksgiving", "Ramadan". The names are in `data/named_days.ron`.

use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;
use nom::{Input, Parser};

use crate::text::{Case, TokenKind, Tokens};
use crate::time::Unit;
use crate::timex::Form;
use crate::timex::form::{Name, Pick, Slice};
use crate::timex::named;
use crate::timex::rule::{Around, Opens, Parsed, Rule, any, mark, word};
use crate::timex::rules::weekday::{self, which};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "named/day",
    opens: Opens::CAPITAL.or(Opens::DETERMINER).or(Opens::WORD).or(Opens::NUMBER),
    parse: day,
    accept: is_the_day,
    hits: &[
        ("Christmas Day", "2023-12-25"),
        ("last Thanksgiving", "2023-11-23"),
        ("the Lunar New Year", "2024-02-10"),
        ("Easter of 1916", "1916-04-23"),
        ("May Day last year", "2023-05-01"),
        ("Passover, 1948", "1948-04-24/1948-04-30"),
        ("Easter weekend", "2024-W13-WE"),
        ("the holy month of Ramadan", "2024-03-11/2024-04-09"),
        ("9/11", "2001-09-11"),
    ],
    misses: &["the Tet Offensive", "Tariq Ramadan", "Christmas Island", "the last day of Easton"],
}];

/// A named day, with or without a year or a direction.
fn plain(i: Tokens<'_>) -> Parsed<'_, Form> {
    let directed = (which, name).map(|(which, name)| Form::Named(name, Pick::Which(which)));
    let of = || opt(alt((mark(','), any!["of", "in"])));
    let dated = (name, preceded(of(), weekday::any_year))
        .map(|(name, year)| Form::Named(name, Pick::In(Box::new(year))));
    let bare = name.map(|name| Form::Named(name, Pick::Bare));
    alt((directed, preceded(opt(word!("the")), alt((dated, bare))))).parse(i)
}

/// A named day, or the week or weekend it is kept on: "Easter weekend", "the month of Ramadan".
pub(in crate::timex) fn day(i: Tokens<'_>) -> Parsed<'_, Form> {
    let month = (word!("the"), opt(any!["holy", "fasting", "muslim"]), word!("month"), word!("of"), plain)
        .map(|(.., form)| form);
    let unit = alt((word!("week").map(|()| Unit::Week), word!("weekend").map(|()| Unit::Weekend)));
    let around = (opt(any!["the"]), plain, unit)
        .map(|(_, form, unit)| Form::Slice(Slice::Holding(unit), Box::new(form)));
    alt((month, around, plain)).parse(i)
}

fn name(i: Tokens<'_>) -> Parsed<'_, Name> {
    let named = i.first().is_some_and(|t| t.case != Case::Lower || t.kind == TokenKind::Number);
    let found = named.then(|| named::at_start(i)).flatten();
    let (number, taken) = found.ok_or(nom::Err::Error(()))?;
    Ok((i.take_from(taken), Name::Holiday(number)))
}

/// A named day of one day's length, to hang a morning or a clock time on.
pub(in crate::timex) fn one_day(i: Tokens<'_>) -> Parsed<'_, Form> {
    let whole = |form: &Form| matches!(form, Form::Named(Name::Holiday(n), _) if named::is_one_day(*n));
    verify(plain, whole).parse(i)
}

/// Not the first part of another name ("the Yom Kippur War", "Easter Island") nor the last of a person's.
fn is_the_day(around: &Around<'_>) -> bool {
    let capital =
        |t: &crate::text::Token| t.kind == TokenKind::Word && t.case != Case::Lower && t.readings.is_open();
    let goes_on = around.after(0).is_some_and(|t| capital(t) && !t.quoted);
    let surname = around.end - around.start == 1 && around.before(1).is_some_and(capital);
    !(goes_on || surname)
}
