//! Seasons, decades, centuries and millennia.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt};

use crate::text::{Case, TokenKind, Tokens, words};
use crate::time::Period;
use crate::timex::Form;
use crate::timex::form::{Name, Pick};
use crate::timex::rule::{
    Around, Opens, Parsed, Rule, always, any, before_christ, common_era, glued, hyphen, narrow, ordinal,
    season, when, word,
};
use crate::timex::rules::{calendar, weekday};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "era/season",
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
            ("the winter of 2025-26", "2025-WI"),
        ],
        misses: &[
            "the fall of Kabul",
            "prices fall",
            "spring into action",
            "the Arab Spring",
            "a summer school",
        ],
    },
    Rule {
        id: SEASONAL,
        opens: Opens::SEASON,
        parse: seasonal,
        accept: always,
        hits: &[("the main [summer] offensive", "2024-SU"), ("a [winter] campaign", "2024-WI")],
        misses: &["fall back", "spring up"],
    },
    Rule {
        id: "era/decade",
        opens: Opens::YEARS.or(Opens::DETERMINER).or(Opens::APOSTROPHE).or(Opens::WORD),
        parse: decade,
        accept: always,
        hits: &[
            ("the 1990s", "199"),
            ("1980s", "198"),
            ("the '90s", "199"),
            ("the nineties", "199"),
            ("the 60s", "196"),
            ("the 480s BC", "BC048"),
        ],
        misses: &["in her thirties she", "1990"],
    },
    Rule {
        id: "era/century",
        opens: Opens::ORDINAL.or(Opens::DETERMINER).or(Opens::YEARS),
        parse: century,
        accept: always,
        hits: &[
            ("the 20th century", "19"),
            ("nineteenth century", "18"),
            ("the 5th century BC", "BC04"),
            ("19th-century", "18"),
            ("the 1800s", "18"),
            ("the second millennium", "1"),
        ],
        misses: &["a century ago"],
    },
];

/// Seasons as adjectives: annotators of histories mark them, those of news do not ("winter coats").
pub(in crate::timex) const SEASONAL: &str = "era/seasonal";

/// A season of a year, with a direction, or by itself.
pub(in crate::timex) fn season_named(i: Tokens<'_>) -> Parsed<'_, Form> {
    let dated = (opt(word!("the")), season, opt(any!["of", "in"]), alt((two_years, weekday::any_year)))
        .map(|(_, season, _, year)| Form::Named(Name::Season(season), Pick::In(Box::new(year))));
    // "the fall of Kabul"
    let bare = (opt(word!("the")), season, not(word!("of")))
        .map(|(_, season, ())| Form::Named(Name::Season(season), Pick::Bare));
    alt((dated, weekday::season_directed, bare)).parse(i)
}

/// "2025-26", "2025/2026": a winter is of the year it begins in.
fn two_years(i: Tokens<'_>) -> Parsed<'_, Form> {
    let joint = when(|t, _| (matches!(t.kind, TokenKind::Mark('-' | '–' | '/')) && t.glued).then_some(()));
    let (rest, (first, (), second)) = (
        calendar::written_year,
        joint,
        glued(when(|t, text| t.readings.number().filter(|_| matches!(text.len(), 2 | 4)))),
    )
        .parse(i)?;
    let next = u32::try_from(first + 1).unwrap_or(0);
    let follows = second == next || second == next % 100;
    if follows { Ok((rest, Form::Fixed(Period::Year(first)))) } else { Err(nom::Err::Error(())) }
}

/// A season and not a fall in prices or of a city, a spring of water or an uprising.
fn is_season(around: &Around<'_>) -> bool {
    let words = &around.sentence.tokens[around.start..around.end];
    let Some(token) = words.iter().find(|t| t.readings.season.is_some()) else { return false };
    // With a year or a direction there is no doubt left.
    if words.len() > 2 || words.len() == 2 && !words[0].among(words!["the"]) {
        return true;
    }
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
        "from",
        "all",
        "mid",
        "spent",
        "each",
    ]);
    // "the spring and summer"
    let led = led
        || around.follows(words!["and", "or"])
            && around.before(2).is_some_and(|t| t.readings.season.is_some());
    let capital = token.case != Case::Lower && around.start > 0;
    let verb_like = token.among(words!["fall", "spring"]);
    let next = around.after(0);
    let noun = next.is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open());
    let compound = noun && (!led || verb_like);
    let named = capital && (!led || next.is_some_and(|t| t.case == Case::Title && t.readings.is_open()));
    !named && !around.precedes(words!["of"]) && !compound && (!verb_like || led)
}

/// "the summer offensive", "a winter campaign".
fn seasonal(i: Tokens<'_>) -> Parsed<'_, Form> {
    let (rest, season) = season(i)?;
    let noun = rest.first().is_some_and(|t| {
        t.among(words![
            "offensive",
            "offensives",
            "counteroffensive",
            "counter",
            "campaign",
            "campaigns",
            "quarters",
            "fighting",
            "months",
            "rains",
            "siege",
            "retreat",
            "war",
            "attack",
            "attacks",
            "line",
            "position",
            "positions",
            "supplies",
            "food",
            "storms",
            "clothing",
            "weather",
            "conditions",
            "elections",
            "session",
            "harvest",
        ])
    });
    let lower = i.first().is_some_and(|t| t.case == Case::Lower);
    if noun && lower {
        Ok((rest, Form::Named(Name::Season(season), Pick::Bare)))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// "the 1990s", "the '90s", "the nineties", "the 480s BC".
pub(in crate::timex) fn decade(i: Tokens<'_>) -> Parsed<'_, Form> {
    let apostrophe = when(|t, _| matches!(t.kind, TokenKind::Mark('\'' | '’' | '‘' | '`')).then_some(()));
    let full = when(|t, text| {
        let n = i32::try_from(t.readings.number()?).ok()?;
        // "the 1800s" are a century; "the 2000s" the years that end in 2009.
        let century = n % 100 == 0 && n != 2000;
        (t.kind == TokenKind::Years && text.len() == 5 && n % 10 == 0 && !century)
            .then_some(Form::Fixed(Period::Decade(n)))
    });
    let short = || {
        when(|t, text| {
            let n = t.readings.number()?;
            (t.kind == TokenKind::Years && text.len() == 3 && n % 10 == 0).then_some(narrow(n))
        })
    };
    let spelled = alt((
        word!("twenties").map(|()| 20),
        word!("thirties").map(|()| 30),
        word!("forties").map(|()| 40),
        word!("fifties").map(|()| 50),
        word!("sixties").map(|()| 60),
        word!("seventies").map(|()| 70),
        word!("eighties").map(|()| 80),
        word!("nineties").map(|()| 90),
    ));
    let name = |n: u8| Form::Named(Name::Decade(n), Pick::Bare);
    let old = when(|t, _| {
        let n = i32::try_from(t.readings.number()?).ok()?;
        (t.kind == TokenKind::Years && n % 10 == 0).then_some(n)
    });
    let ancient = (opt(word!("the")), old, before_christ).map(|(_, n, ())| Form::Fixed(Period::Decade(-n)));
    let marked = (opt(word!("the")), apostrophe, short()).map(move |(_, (), n)| name(n));
    let worded = (word!("the"), opt(any!["roaring"]), alt((short(), spelled))).map(move |(.., n)| name(n));
    let full = (opt(word!("the")), full).map(|(_, form)| form);
    alt((ancient, full, marked, worded)).parse(i)
}

/// "the 20th century", "the 5th century BC", "the 1800s", "the third millennium BC".
pub(in crate::timex) fn century(i: Tokens<'_>) -> Parsed<'_, Form> {
    let hundreds = when(|t, text| {
        let n = i32::try_from(t.readings.number()?).ok()?;
        (t.kind == TokenKind::Years && text.len() == 5 && n % 100 == 0 && n != 2000).then_some(n)
    });
    let hundreds = (word!("the"), hundreds).map(|((), n)| Form::Fixed(Period::Century(n)));
    let unit = alt((any!["century", "centuries"].map(|()| 100), any!["millennium"].map(|()| 1000)));
    let era = opt(alt((before_christ.map(|()| true), common_era.map(|()| false))));
    let nth = (opt(word!("the")), ordinal(1, 30), opt(hyphen), unit, era).map(|(_, n, _, years, era)| {
        let n = i32::try_from(n).unwrap_or(0);
        let first = if era == Some(true) { -n * years } else { (n - 1) * years };
        Form::Fixed(if years == 100 { Period::Century(first) } else { Period::Millennium(first) })
    });
    alt((hundreds, nth)).parse(i)
}
