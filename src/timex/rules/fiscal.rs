//! What accounts are kept by: quarters, halves, fiscal years, and the same stretch of another year.

use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;
use nom::{Input, Parser};

use crate::text::{TokenKind, Tokens, words};
use crate::time::{Period, Unit};
use crate::timex::Form;
use crate::timex::form::{Amount, Direction, From, Name, Pair, Pick, Slice, Which};
use crate::timex::rule::{
    Around, Opens, Parsed, Rule, always, any, glued, hyphen, narrow, number, ordinal, unit, when, word, year,
};
use crate::timex::rules::{calendar, deictic, duration};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "fiscal/quarter",
        opens: Opens::ORDINAL.or(Opens::DETERMINER).or(Opens::WORD).or(Opens::CAPITAL).or(Opens::NUMBER),
        parse: quarter,
        accept: always,
        hits: &[
            ("the third quarter", "2023-Q3"),
            ("third-quarter", "2023-Q3"),
            ("the first quarter of 2024", "2024-Q1"),
            ("the fourth quarter of last year", "2023-Q4"),
            ("the fiscal first quarter", "2024-Q1"),
            ("this year's third quarter", "2024-Q3"),
            ("the 1988 third quarter", "1988-Q3"),
            ("Q3 2025", "2025-Q3"),
            ("the second and third quarters of 2023", "2023-Q2"),
        ],
        misses: &["a quarter of the vote", "the Latin Quarter", "Q and A"],
    },
    Rule {
        id: "fiscal/half",
        opens: Opens::ORDINAL.or(Opens::DETERMINER).or(Opens::CAPITAL).or(Opens::WORD),
        parse: half,
        accept: always,
        hits: &[
            ("the first half of 2025", "2025-H1"),
            ("the second half of last year", "2023-H2"),
            ("the latter half of 2008", "2008-H2"),
            ("H1 2025", "2025-H1"),
        ],
        misses: &["the first half of the match", "half of 2025 voters"],
    },
    Rule {
        id: "fiscal/year",
        opens: Opens::WORD.or(Opens::CAPITAL).or(Opens::DETERMINER),
        parse: fiscal_year,
        accept: always,
        hits: &[("fiscal 1989", "1989"), ("fiscal year 2024", "2024"), ("FY2025", "2025"), ("FY24", "2024")],
        misses: &["fiscal policy"],
    },
    Rule {
        id: "fiscal/year-ago",
        opens: Opens::DETERMINER.or(Opens::UNIT).or(Opens::WORD),
        parse: year_ago,
        accept: is_comparison,
        hits: &[
            ("the year-ago quarter", "2023"),
            ("the year-earlier period", "2023"),
            ("year-earlier", "2023"),
            ("the comparable year-ago period", "2023"),
            ("the year-earlier nine months", "P9M"),
        ],
        misses: &["the year of the rat"],
    },
    Rule {
        id: "fiscal/again",
        opens: Opens::DETERMINER.or(Opens::WORD),
        parse: again,
        accept: always,
        hits: &[
            ("the 1988 period", "1988"),
            ("the same period last year", "2023"),
            ("the corresponding quarter of 2022", "2022"),
            ("the same quarter a year earlier", "2023"),
            ("the quarter a year ago", "2023"),
        ],
        misses: &["the same period", "the 1988 election"],
    },
    Rule {
        id: "fiscal/latest",
        opens: Opens::DETERMINER,
        parse: latest,
        accept: always,
        hits: &[
            ("the latest quarter", "2023-Q4"),
            ("the latest period", "2023-Q4"),
            ("the latest fiscal year", "2023"),
        ],
        misses: &["the latest news"],
    },
    Rule {
        id: "fiscal/ended",
        opens: Opens::DETERMINER.or(Opens::WORD).or(Opens::ORDINAL),
        parse: ended,
        accept: always,
        hits: &[
            ("the quarter ended Sept. 29, 2023", "2023-Q3"),
            ("the quarter ending July 31, 2023", "2023-Q2"),
            ("the year ended March 31", "P1Y"),
            ("the nine months to June 2023", "P9M"),
        ],
        misses: &["the year ended badly", "the war ended May 8"],
    },
];

/// "the third quarter", "third-quarter", "Q3", perhaps of a year.
pub(in crate::timex) fn quarter(i: Tokens<'_>) -> Parsed<'_, Form> {
    let fiscal = || opt(any!["fiscal", "calendar", "current", "seasonally"]);
    let name = (fiscal(), ordinal(1, 4), opt(hyphen), fiscal(), word!("quarter"))
        .map(|(_, n, ..)| Name::Quarter(narrow(n)));
    let of = || preceded(opt(any!["of", "in"]), any_year);
    let owned = (deictic::year, possessive, ordinal_quarter)
        .map(|(year, (), name)| Form::Named(name, Pick::In(Box::new(year))));
    let year_first = (opt(word!("the")), whole_year, opt(possessive), ordinal_quarter)
        .map(|(_, year, _, name)| Form::Named(name, Pick::In(Box::new(year))));
    let short = (short_quarter, opt(of()))
        .map(|(name, of)| Form::Named(name, of.map_or(Pick::Bare, |y| Pick::In(Box::new(y)))));
    let plain = (opt(word!("the")), fiscal(), opt(hyphen), name, opt(of()))
        .map(|(_, _, _, name, of)| Form::Named(name, of.map_or(Pick::Bare, |y| Pick::In(Box::new(y)))));
    let (rest, form) = alt((two_quarters, owned, year_first, plain, short)).parse(i)?;
    let taken = &i.tokens[..i.input_len() - rest.input_len()];
    // "the third-quarter loss": the article is the loss's.
    let joined = taken.len() > 2
        && taken[0].among(words!["the"])
        && matches!(taken[taken.len() - 2].kind, TokenKind::Mark(_));
    if joined { Err(nom::Err::Error(())) } else { Ok((rest, form)) }
}

/// "the second and third quarters of 2023".
fn two_quarters(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (middle, (the, a)) = (opt(word!("the")), ordinal(1, 4)).parse(i)?;
    let (second, ()) = any!["and", "or", "to"](middle)?;
    let (rest, (b, (), year)) =
        (ordinal(1, 4), any!["quarters"], opt(preceded(opt(any!["of", "in"]), any_year))).parse(second)?;
    let of = |n| {
        let pick = year.clone().map_or(Pick::Bare, |y| Pick::In(Box::new(y)));
        Form::Named(Name::Quarter(narrow(n)), pick)
    };
    let first = (of(a), 1 + usize::from(the.is_some()));
    let second = (of(b), second.input_len() - rest.input_len());
    Ok((rest, Form::Pair(Box::new(Pair { first, gap: 1, second, range: false }))))
}

fn possessive(i: Tokens<'_>) -> Parsed<'_, ()> {
    when(|t, _| (t.kind == TokenKind::Possessive).then_some(())).parse(i)
}

fn ordinal_quarter(i: Tokens<'_>) -> Parsed<'_, Name> {
    (ordinal(1, 4), opt(hyphen), word!("quarter")).map(|(n, _, ())| Name::Quarter(narrow(n))).parse(i)
}

/// "Q3", "3Q".
fn short_quarter(i: Tokens<'_>) -> Parsed<'_, Name> {
    let letter = || when(|_, text| (text == "Q").then_some(()));
    let before = (letter(), glued(number(1, 4))).map(|((), n)| n);
    let behind = (number(1, 4), glued(letter())).map(|(n, ())| n);
    alt((before, behind)).map(|n| Name::Quarter(narrow(n))).parse(i)
}

/// "2025", "fiscal 2025", "last year", "the year".
fn any_year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let the_year = (word!("the"), opt(any!["fiscal", "financial", "calendar"]), word!("year"))
        .map(|_| Form::Unit(Unit::Year, Which::The));
    alt((whole_year, deictic::year, the_year)).parse(i)
}

fn whole_year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, n) = preceded(opt(any!["fiscal"]), calendar::written_year).parse(i)?;
    Ok((rest, Form::Fixed(Period::Year(n))))
}

/// "the first half of 2025": only with its year, which sets it apart from a match's.
pub(in crate::timex) fn half(i: Tokens<'_>) -> Parsed<'_, Form> {
    let place = alt((ordinal(1, 2), any!["latter", "last"].map(|()| 2)));
    let name = (opt(word!("the")), place, opt(hyphen), word!("half")).map(|(_, n, ..)| Name::Half(narrow(n)));
    let letter = when(|_, text| (text == "H").then_some(()));
    let short = (letter, glued(number(1, 2))).map(|((), n)| Name::Half(narrow(n)));
    let of = preceded(opt(any!["of", "in"]), any_year);
    (alt((name, short)), of).map(|(name, year)| Form::Named(name, Pick::In(Box::new(year)))).parse(i)
}

/// "fiscal 1989", "FY25": by its calendar year, for want of the firm's own calendar.
fn fiscal_year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let worded = (opt(word!("the")), any!["fiscal", "financial"], opt(word!("year")), year).map(|(.., n)| n);
    let two = when(|t, text| {
        let n = i32::try_from(t.readings.number()?).ok()?;
        (t.kind == TokenKind::Number && text.len() == 2).then_some(2000 + n)
    });
    let letters = when(|_, text| (text == "FY").then_some(()));
    let short = (letters, alt((year, two))).map(|((), n)| n);
    alt((worded, short)).map(|n| Form::Fixed(Period::Year(n))).parse(i)
}

/// "the year-ago quarter", "the comparable year-earlier period", "the year-earlier nine months".
fn year_ago(i: Tokens<'_>) -> Parsed<'_, Form> {
    let mut noun = opt(any!["quarter", "period", "month", "week", "half"]);
    let same = opt(any!["comparable", "same", "corresponding", "like"]);
    let mut head = (opt(word!("the")), same, word!("year"), opt(hyphen), any!["ago", "earlier"]);
    let (rest, _) = head.parse(i)?;
    if let Ok((rest, amount)) = duration::amount(rest) {
        return Ok((rest, Form::Duration(amount)));
    }
    let (rest, _) = noun.parse(rest)?;
    Ok((rest, Form::Shift(Amount::whole(1, Unit::Year), Direction::Back, From::Mention)))
}

/// "a year ago" belongs to the offsets; "the year-ago results" leaves the article to the results.
fn is_comparison(around: &Around<'_>) -> bool {
    let words = &around.sentence.tokens[around.start..around.end];
    let joined = words.iter().any(|t| matches!(t.kind, TokenKind::Mark(_)));
    let bare = words.first().is_some_and(|t| t.among(words!["the"]))
        && words.last().is_some_and(|t| t.among(words!["ago", "earlier"]));
    joined && !bare
}

/// "the 1988 period", "the same quarter last year", "the quarter a year ago".
fn again(i: Tokens<'_>) -> Parsed<'_, Form> {
    let stretch = || any!["quarter", "period", "half"];
    let back = (any!["a", "one"], word!("year"), any!["ago", "earlier", "before", "previously"]).map(|_| {
        let year = Amount::whole(1, Unit::Year);
        Form::Shift(year, Direction::Back, From::Mention)
    });
    let in_year = preceded(opt(any!["of", "in"]), alt((whole_year, deictic::year)));
    let same = (
        any!["the"],
        any!["same", "comparable", "corresponding", "like", "equivalent"],
        stretch(),
        alt((in_year.map(|year| Form::Again(Box::new(year))), back)),
    )
        .map(|(.., form)| form);
    let back = (any!["a", "one"], word!("year"), any!["ago", "earlier"])
        .map(|_| Form::Shift(Amount::whole(1, Unit::Year), Direction::Back, From::Mention));
    let plain = (any!["the"], stretch(), back).map(|(.., form)| form);
    let numbered = (any!["the"], whole_year, any!["period", "quarter"])
        .map(|((), year, ())| Form::Again(Box::new(year)));
    alt((same, plain, numbered)).parse(i)
}

/// "the latest quarter": the one in question.
fn latest(i: Tokens<'_>) -> Parsed<'_, Form> {
    let head = || (any!["the"], any!["latest"], opt(any!["fiscal", "financial", "full"]));
    let quarter = (head(), any!["quarter", "period"]).map(|_| Form::Unit(Unit::Quarter, Which::The));
    let year = (head(), word!("year")).map(|_| Form::Unit(Unit::Year, Which::Last));
    alt((quarter, year)).parse(i)
}

/// "the quarter ended Sept. 29", "the nine months to June": the stretch and the date it ends on are two expressions.
fn ended(i: Tokens<'_>) -> Parsed<'_, Form> {
    let kind = opt(any!["fiscal", "financial", "full"]);
    let one = (any!["the", "its", "their"], opt(ordinal(1, 4)), kind, unit).map(|(.., unit)| (None, unit));
    let many = (opt(any!["the", "its"]), opt(any!["first", "latest"]), duration::amount)
        .map(|(.., amount)| (Some(amount), amount.unit));
    let (joint, (amount, unit)) = alt((one, many)).parse(i)?;
    let (after, ()) = any!["ended", "ending", "to", "through"](joint)?;
    let (rest, date) = alt((calendar::date, calendar::month_year)).parse(after)?;
    let length = joint.input_len() - after.input_len();
    // "from the month to June 3": without "ended" only of a counted length.
    let says = joint.first().is_some_and(|t| t.among(words!["ended", "ending"]));
    let fits = unit >= Unit::Week && (says || amount.is_some_and(|a| a.count.is_some_and(|n| n > 1)));
    if !fits {
        return Err(nom::Err::Error(()));
    }
    let stretch = match amount {
        Some(amount) => Form::Duration(amount),
        None => Form::Slice(Slice::Ended(unit), Box::new(date.clone())),
    };
    let first = (stretch, i.input_len() - joint.input_len());
    let second = (date, after.input_len() - rest.input_len());
    Ok((rest, Form::Pair(Box::new(Pair { first, gap: length, second, range: false }))))
}
