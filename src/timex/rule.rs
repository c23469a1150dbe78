//! What a rule is, and the small combinators over tokens that rules are made of.

use nom::branch::alt;
use nom::combinator::opt;
use nom::{Input, Parser};

use crate::text::numbers;
pub use crate::text::parser::Parsed;
pub(super) use crate::text::parser::{any, when, word};
use crate::text::{Case, Class, Token, TokenKind, Tokens, Words, words};
use crate::time::{DayPart, Season, Unit};
use crate::timex::Form;

/// A grammar rule with its examples. It recognises and names; it never computes a date.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Family and name: `offset/ago`.
    pub id: &'static str,
    /// Tokens it can begin with; the scan asks no rule at any other token.
    pub opens: Opens,
    /// Reads an expression from the start of its tokens.
    pub parse: fn(Tokens<'_>) -> Parsed<'_, Form>,
    /// Whether the words around bear the reading out.
    pub accept: fn(&Around<'_>) -> bool,
    /// Expressions it takes whole, and their TIMEX3 values in an article of Friday 2024-03-15.
    pub hits: &'static [(&'static str, &'static str)],
    /// Words in which it must find nothing.
    pub misses: &'static [&'static str],
}

/// A match and the words around it.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The sentence.
    pub sentence: Tokens<'a>,
    /// First token of the match.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
}

impl<'a> Around<'a> {
    /// The token `back` places before the match (1 is the nearest).
    pub fn before(&self, back: usize) -> Option<&'a Token> {
        self.sentence.tokens.get(self.start.checked_sub(back)?)
    }

    /// The token `on` places after the match (0 is the nearest).
    pub fn after(&self, on: usize) -> Option<&'a Token> {
        self.sentence.tokens.get(self.end + on)
    }

    /// The first token of the match.
    pub fn first(&self) -> Option<&'a Token> {
        self.sentence.tokens.get(self.start)
    }

    /// The last token of the match.
    pub fn last(&self) -> Option<&'a Token> {
        self.sentence.tokens.get(self.end.checked_sub(1)?)
    }

    /// Whether the token before is one of these words.
    pub fn follows(&self, words: &Words) -> bool {
        self.before(1).is_some_and(|t| t.among(words))
    }

    /// Whether the token after is one of these words.
    pub fn precedes(&self, words: &Words) -> bool {
        self.after(0).is_some_and(|t| t.among(words))
    }

    /// The words of a token of this sentence.
    pub fn text_of(&self, token: &Token) -> &'a str {
        self.sentence.text_of(token)
    }
}

/// Kinds of token an expression can begin with, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opens(u16);

impl Opens {
    /// No kind at all.
    pub const NOTHING: Self = Self(0);
    /// A number in digits or letters.
    pub const NUMBER: Self = Self(1);
    /// "3rd", "third".
    pub const ORDINAL: Self = Self(1 << 1);
    /// "October".
    pub const MONTH: Self = Self(1 << 2);
    /// "Friday".
    pub const WEEKDAY: Self = Self(1 << 3);
    /// "week", "days".
    pub const UNIT: Self = Self(1 << 4);
    /// "morning", "noon".
    pub const PART: Self = Self(1 << 5);
    /// "spring".
    pub const SEASON: Self = Self(1 << 6);
    /// "1990s".
    pub const YEARS: Self = Self(1 << 7);
    /// "the", "a", "this", "several", "half".
    pub const DETERMINER: Self = Self(1 << 8);
    /// Words of the closed list that open time expressions: "last", "early", "today", "about".
    pub const WORD: Self = Self(1 << 9);
    /// An apostrophe: "'90s".
    pub const APOSTROPHE: Self = Self(1 << 10);
    /// A word with a capital: names of holidays.
    pub const CAPITAL: Self = Self(1 << 11);

    /// Both sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a member.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What a token is.
    pub fn of(token: &Token) -> Self {
        let r = &token.readings;
        let mut set = 0;
        let mut add = |yes: bool, what: Self| {
            if yes {
                set |= what.0;
            }
        };
        match token.kind {
            TokenKind::Years => return Self::YEARS,
            TokenKind::Number => return Self::NUMBER,
            TokenKind::Mark('\'' | '’' | '‘' | '`') => return Self::APOSTROPHE,
            TokenKind::Mark(_) | TokenKind::Possessive => return Self(0),
            TokenKind::Ordinal | TokenKind::Word => {}
        }
        add(token.case != Case::Lower, Self::CAPITAL);
        if r.is_open() {
            add(token.among(OPENERS), Self::WORD);
            return Self(set);
        }
        add(r.number().is_some(), Self::NUMBER);
        add(r.ordinal().is_some(), Self::ORDINAL);
        add(r.month.is_some(), Self::MONTH);
        add(r.weekday.is_some(), Self::WEEKDAY);
        add(r.unit.is_some(), Self::UNIT);
        add(r.part.is_some(), Self::PART);
        add(r.season.is_some(), Self::SEASON);
        add(r.is(Class::DETERMINER.and(Class::QUANTIFIER)), Self::DETERMINER);
        add(r.is(Class::TEMPORAL) || token.among(OPENERS), Self::WORD);
        Self(set)
    }
}

/// Words of no closed class that open expressions.
const OPENERS: &Words = words!["close", "right", "long", "more", "weekdays", "fortnightly", "not"];

/// Always bears the reading out.
pub(super) fn always(_: &Around<'_>) -> bool {
    true
}

/// This mark.
pub(super) fn mark<'a>(wanted: char) -> impl Fn(Tokens<'a>) -> Parsed<'a, ()> {
    when(move |t, _| (t.kind == TokenKind::Mark(wanted)).then_some(()))
}

/// A hyphen or dash with no space before it.
pub(super) fn hyphen(i: Tokens<'_>) -> Parsed<'_, ()> {
    when(|t, _| (matches!(t.kind, TokenKind::Mark('-' | '‑' | '–')) && t.glued).then_some(())).parse(i)
}

/// A token with nothing between it and the one before.
pub(super) fn glued<'a, T>(
    inner: impl Fn(Tokens<'a>) -> Parsed<'a, T>,
) -> impl Fn(Tokens<'a>) -> Parsed<'a, T> {
    move |i: Tokens<'a>| {
        if i.first().is_some_and(|t| t.glued) { inner(i) } else { Err(nom::Err::Error(())) }
    }
}

/// A month's name; "may" and "march" only with a capital.
pub(super) fn month(i: Tokens<'_>) -> Parsed<'_, u8> {
    when(|t, _| {
        let name = t.readings.month?;
        let ambiguous = t.among(words!["may", "march", "mar"]);
        (!ambiguous || t.case != Case::Lower).then_some(name)
    })
    .parse(i)
}

/// A weekday's name.
pub(super) fn weekday(i: Tokens<'_>) -> Parsed<'_, u8> {
    when(|t, text| {
        let short = text.len() < 6;
        // "they wed.": an abbreviation has a capital.
        let named = if short { t.case != Case::Lower } else { !text.ends_with(['s', 'S']) };
        t.readings.weekday.filter(|_| named)
    })
    .parse(i)
}

/// A unit's name in the singular or plural; "second" the ordinal is for the rule to tell.
pub(super) fn unit(i: Tokens<'_>) -> Parsed<'_, Unit> {
    when(|t, _| t.readings.unit).parse(i)
}

/// A unit that calendars have periods of: a week, not a minute.
pub(super) fn calendar_unit(i: Tokens<'_>) -> Parsed<'_, Unit> {
    when(|t, text| {
        let unit = t.readings.unit?;
        let plural =
            text.len() > 1 && (text.ends_with('s') || text.ends_with('S')) || t.among(words!["millennia"]);
        (!plural && unit >= Unit::Day).then_some(unit)
    })
    .parse(i)
}

/// A season's name.
pub(super) fn season(i: Tokens<'_>) -> Parsed<'_, Season> {
    when(|t, _| t.readings.season).parse(i)
}

/// A part of the day.
pub(super) fn part(i: Tokens<'_>) -> Parsed<'_, DayPart> {
    when(|t, text| t.readings.part.filter(|_| !text.ends_with(['s', 'S']))).parse(i)
}

/// A whole number in digits, within bounds.
pub(super) fn number<'a>(low: u32, high: u32) -> impl Fn(Tokens<'a>) -> Parsed<'a, u32> {
    when(move |t, text| {
        let n = t.readings.number()?;
        (t.kind == TokenKind::Number && (low..=high).contains(&n) && !text.contains(',')).then_some(n)
    })
}

/// An ordinal in digits or letters, within bounds: "3rd", "third", "twenty-first".
pub(super) fn ordinal<'a>(low: u32, high: u32) -> impl Fn(Tokens<'a>) -> Parsed<'a, u32> {
    move |i: Tokens<'a>| {
        let one = when(|t: &Token, _: &str| t.readings.ordinal());
        let tens = when(|t: &Token, _: &str| t.readings.number().filter(|n| matches!(n, 20 | 30 | 40 | 50)));
        let both = (tens, opt(hyphen), when(|t: &Token, _: &str| t.readings.ordinal().filter(|n| *n < 10)));
        let (rest, n) = alt((both.map(|(t, _, o)| t + o), one)).parse(i)?;
        if (low..=high).contains(&n) { Ok((rest, n)) } else { Err(nom::Err::Error(())) }
    }
}

/// A day of the month: "3", "3rd", "third".
pub(super) fn day_number(i: Tokens<'_>) -> Parsed<'_, u8> {
    alt((number(1, 31), ordinal(1, 31))).map(narrow).parse(i)
}

/// A four-digit year; with an era, fewer digits will do.
pub(super) fn year(i: Tokens<'_>) -> Parsed<'_, i32> {
    let plain = when(|t, text| {
        let n = t.readings.number()?;
        (t.kind == TokenKind::Number && text.len() == 4 && (1000..2200).contains(&n)).then_some(n)
    });
    let signed = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    alt((
        (number(1, 9999), before_christ).map(move |(n, ())| 1 - signed(n)),
        (number(1, 2200), common_era).map(move |(n, ())| signed(n)),
        (any!["ad", "a.d."], number(1, 2200)).map(move |((), n)| signed(n)),
        plain.map(signed),
    ))
    .parse(i)
}

/// "BC".
pub(super) fn before_christ(i: Tokens<'_>) -> Parsed<'_, ()> {
    any!["bc", "bce", "b.c.", "b.c", "b.c.e."].parse(i)
}

/// "AD" behind the year.
pub(super) fn common_era(i: Tokens<'_>) -> Parsed<'_, ()> {
    any!["ad", "ce", "a.d.", "c.e."].parse(i)
}

/// An exact count in digits or letters: "three", "22", "a hundred".
pub(super) fn count(i: Tokens<'_>) -> Parsed<'_, u32> {
    let (n, taken) = numbers::cardinal(i).ok_or(nom::Err::Error(()))?;
    let n = u32::try_from(n).map_err(|_| nom::Err::Error(()))?;
    Ok((i.take_from(taken), n))
}

/// To a byte; the grammar's numbers are bounded before.
pub(super) fn narrow(n: u32) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}
