//! Quarters, halves, seasons, decades, centuries, fiscal years.

use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;
use nom::{Input, Parser};

use crate::text::{TokenKind, Tokens, words};
use crate::time::{Period, Season, Unit};
use crate::timex::Form;
use crate::timex::form::{Amount, Direction, From, Name, Pick, Which};
use crate::timex::rule::{
    Around, Opens, Parsed, Rule, always, any, before_christ, hyphen, narrow, ordinal, season, when, word,
    year,
};
use crate::timex::rules::{calendar, deictic, weekday};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "fiscal/quarter",
        opens: Opens::ORDINAL.or(Opens::DETERMINER).or(Opens::WORD),
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
        ],
        misses: &["a quarter of the vote", "the Latin Quarter"],
    },
    Rule {
        id: "fiscal/half",
        opens: Opens::ORDINAL.or(Opens::DETERMINER),
        parse: half,
        accept: always,
        hits: &[("the first half of 2025", "2025-H1"), ("the second half of last year", "2023-H2")],
        misses: &["the first half of the match"],
    },
    Rule {
        id: "fiscal/season",
        opens: Opens::SEASON.or(Opens::DETERMINER).or(Opens::WORD),
        parse: season_named,
        accept: is_season,
        hits: &[
            ("the winter of 1994", "1994-WI"),
            ("last fall", "2023-FA"),
            ("this summer", "2024-SU"),
            ("the spring of 2023", "2023-SP"),
            ("summer 2023", "2023-SU"),
            ("the summer", "2023-SU"),
            ("next spring", "2025-SP"),
        ],
        misses: &["the fall of Kabul", "prices fall", "spring into action", "the Arab Spring"],
    },
    Rule {
        id: "fiscal/decade",
        opens: Opens::YEARS.or(Opens::DETERMINER).or(Opens::APOSTROPHE).or(Opens::WORD),
        parse: decade,
        accept: always,
        hits: &[
            ("the 1990s", "199"),
            ("1980s", "198"),
            ("the '90s", "199"),
            ("the nineties", "199"),
            ("the 60s", "196"),
        ],
        misses: &["in her thirties she", "1990"],
    },
    Rule {
        id: "fiscal/century",
        opens: Opens::ORDINAL.or(Opens::DETERMINER),
        parse: century,
        accept: always,
        hits: &[
            ("the 20th century", "19"),
            ("nineteenth century", "18"),
            ("the 5th century BC", "BC04"),
            ("19th-century", "18"),
        ],
        misses: &["a century ago"],
    },
    Rule {
        id: "fiscal/year",
        opens: Opens::WORD,
        parse: fiscal_year,
        accept: always,
        hits: &[("fiscal 1989", "1989"), ("fiscal year 2024", "2024")],
        misses: &["fiscal policy"],
    },
    Rule {
        id: "fiscal/year-ago",
        opens: Opens::DETERMINER.or(Opens::UNIT),
        parse: year_ago,
        accept: always,
        hits: &[
            ("the year-ago quarter", "2023"),
            ("the year-earlier period", "2023"),
            ("year-earlier", "2023"),
            ("the year-ago", "2023"),
        ],
        misses: &["the year of the rat"],
    },
    Rule {
        id: "fiscal/latest",
        opens: Opens::DETERMINER,
        parse: latest,
        accept: always,
        hits: &[("the latest quarter", "2024-Q1"), ("the latest period", "2024-Q1")],
        misses: &["the latest news"],
    },
];

/// "the third quarter", "third-quarter", perhaps of a year.
pub(in crate::timex) fn quarter(i: Tokens<'_>) -> Parsed<'_, Form> {
    let name = (opt(any!["fiscal"]), ordinal(1, 4), opt(hyphen), opt(any!["fiscal"]), word!("quarter"))
        .map(|(_, n, ..)| Name::Quarter(narrow(n)));
    let of = preceded(opt(any!["of", "in"]), alt((whole_year, deictic::year)));
    let owned =
        (deictic::year, when(|t, _| (t.kind == TokenKind::Possessive).then_some(())), any_ordinal_quarter)
            .map(|(year, (), name)| Form::Named(name, Pick::In(Box::new(year))));
    let year_first = (opt(word!("the")), whole_year, any_ordinal_quarter)
        .map(|(_, year, name)| Form::Named(name, Pick::In(Box::new(year))));
    let (rest, form) = alt((
        owned,
        year_first,
        (opt(word!("the")), opt(any!["fiscal"]), opt(hyphen), name, opt(of))
            .map(|(_, _, _, name, of)| Form::Named(name, of.map_or(Pick::Bare, |y| Pick::In(Box::new(y))))),
    ))
    .parse(i)?;
    let taken = &i.tokens[..i.input_len() - rest.input_len()];
    // "the third-quarter loss": the article is the loss's.
    let joined = taken.len() > 2
        && taken[0].among(words!["the"])
        && matches!(taken[taken.len() - 2].kind, TokenKind::Mark(_));
    if joined { Err(nom::Err::Error(())) } else { Ok((rest, form)) }
}

fn any_ordinal_quarter(i: Tokens<'_>) -> Parsed<'_, Name> {
    (ordinal(1, 4), opt(hyphen), word!("quarter")).map(|(n, _, ())| Name::Quarter(narrow(n))).parse(i)
}

fn whole_year(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, n) = preceded(opt(any!["fiscal"]), calendar::written_year).parse(i)?;
    Ok((rest, Form::Fixed(Period::Year(n))))
}

/// "the first half of 2025": only with its year, which sets it apart from a match's.
pub(in crate::timex) fn half(i: Tokens<'_>) -> Parsed<'_, Form> {
    let name = (opt(word!("the")), ordinal(1, 2), opt(hyphen), word!("half"))
        .map(|(_, n, _, ())| Name::Half(narrow(n)));
    let the_year =
        (word!("the"), opt(any!["fiscal"]), word!("year")).map(|_| Form::Unit(Unit::Year, Which::The));
    let of = preceded(opt(any!["of", "in"]), alt((whole_year, deictic::year, the_year)));
    (name, of).map(|(name, year)| Form::Named(name, Pick::In(Box::new(year)))).parse(i)
}

/// A season of a year, with a direction, or by itself.
pub(in crate::timex) fn season_named(i: Tokens<'_>) -> Parsed<'_, Form> {
    let dated = (opt(word!("the")), season, opt(any!["of", "in"]), alt((whole_year, deictic::year)))
        .map(|(_, season, _, year)| Form::Named(Name::Season(season), Pick::In(Box::new(year))));
    let bare = (opt(word!("the")), season).map(|(_, season)| Form::Named(Name::Season(season), Pick::Bare));
    alt((dated, weekday::season_directed, bare)).parse(i)
}

/// A season and not a fall in prices or of a city, a spring of water or an uprising.
fn is_season(around: &Around<'_>) -> bool {
    let words = &around.sentence.tokens[around.start..around.end];
    let Some(season) = words.iter().find_map(|t| t.readings.season.map(|s| (s, t))) else { return false };
    let (season, token) = season;
    // With a year or a direction there is no doubt left.
    if words.len() > 2 || words.len() == 2 && !words[0].among(words!["the"]) {
        return true;
    }
    let capital = token.case != crate::text::Case::Lower && around.start > 0;
    let led = around.follows(words![
        "in",
        "during",
        "by",
        "until",
        "since",
        "of",
        "through",
        "late",
        "early",
        "for",
        "over",
        "throughout",
        "before",
        "after",
        "from"
    ]);
    let verb_like =
        matches!(season, Season::Autumn | Season::Spring) && token.among(words!["fall", "spring"]);
    let compound = around
        .after(0)
        .is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open() && words.len() == 1 && !led);
    let of = around.precedes(words!["of"]);
    let named = capital
        && (!led
            || around.after(0).is_some_and(|t| t.case == crate::text::Case::Title && t.readings.is_open()));
    !named && !of && !compound && (!verb_like || led)
}

/// "the 1990s", "the '90s", "the nineties".
pub(in crate::timex) fn decade(i: Tokens<'_>) -> Parsed<'_, Form> {
    let full = when(|t, text| {
        let n = i32::try_from(t.readings.number()?).ok()?;
        (t.kind == TokenKind::Years && text.len() == 5 && n % 10 == 0)
            .then_some(Form::Fixed(Period::Decade(n)))
    });
    let apostrophe = when(|t, _| matches!(t.kind, TokenKind::Mark('\'' | '’' | '‘' | '`')).then_some(()));
    let short = when(|t, text| {
        let n = t.readings.number()?;
        (t.kind == TokenKind::Years && text.len() == 3 && n % 10 == 0).then_some(narrow(n))
    });
    let spelled = when(|_, text| {
        Some(match text.to_ascii_lowercase().as_str() {
            "twenties" => 20,
            "thirties" => 30,
            "forties" => 40,
            "fifties" => 50,
            "sixties" => 60,
            "seventies" => 70,
            "eighties" => 80,
            "nineties" => 90,
            _ => return None,
        })
    });
    let name = |n: u8| Form::Named(Name::Decade(n), Pick::Bare);
    let marked = (opt(word!("the")), apostrophe, short).map(move |(_, (), n)| name(n));
    let short = when(|t, text| {
        let n = t.readings.number()?;
        (t.kind == TokenKind::Years && text.len() == 3 && n % 10 == 0).then_some(narrow(n))
    });
    let worded = (word!("the"), alt((short, spelled))).map(move |((), n)| name(n));
    let full = (opt(word!("the")), full).map(|(_, form)| form);
    alt((full, marked, worded)).parse(i)
}

/// "the 20th century", "the 5th century BC".
pub(in crate::timex) fn century(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, (_, n, _, (), era)) =
        (opt(word!("the")), ordinal(1, 30), opt(hyphen), word!("century"), opt(before_christ)).parse(i)?;
    let n = i32::try_from(n).unwrap_or(0);
    let first = if era.is_some() { -n * 100 } else { (n - 1) * 100 };
    Ok((rest, Form::Fixed(Period::Century(first))))
}

/// "fiscal 1989": by its calendar year, for want of the firm's own calendar.
fn fiscal_year(i: Tokens<'_>) -> Parsed<'_, Form> {
    (any!["fiscal"], opt(word!("year")), year).map(|((), _, n)| Form::Fixed(Period::Year(n))).parse(i)
}

/// "the year-ago quarter", "year-earlier".
fn year_ago(i: Tokens<'_>) -> Parsed<'_, Form> {
    let noun = opt(any!["quarter", "period", "month", "week"]);
    let (rest, _) = (opt(word!("the")), word!("year"), hyphen, any!["ago", "earlier"], noun).parse(i)?;
    Ok((rest, Form::Shift(Amount::whole(1, Unit::Year), Direction::Back, From::Mention)))
}

/// "the latest quarter": the one in question.
fn latest(i: Tokens<'_>) -> Parsed<'_, Form> {
    (any!["the"], any!["latest"], opt(any!["fiscal"]), any!["quarter", "period"])
        .map(|_| Form::Unit(Unit::Quarter, Which::The))
        .parse(i)
}
