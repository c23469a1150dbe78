//! Lengths of time: "six weeks", "a five-day visit", "more than two years", "the past three months".

use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::{Input, Parser};

use crate::text::{Case, Class, TokenKind, Tokens, words};
use crate::time::Unit;
use crate::timex::Form;
use crate::timex::form::{Amount, Direction};
use crate::timex::rule::{Around, Opens, Parsed, Rule, always, any, hyphen, when, word};
use crate::timex::rules::amount::sum;
pub(in crate::timex) use crate::timex::rules::amount::{amount, bend};
use crate::timex::rules::{offset, repeat};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "duration/amount",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER),
        parse: duration,
        accept: is_length,
        hits: &[
            ("six weeks", "P6W"),
            ("a year", "P1Y"),
            ("five-day", "P5D"),
            ("more than two years", "P2Y"),
            ("nearly a decade", "P10Y"),
            ("several days", "PXD"),
            ("a couple of weeks", "P2W"),
            ("2 1/2 years", "P2Y6M"),
            ("a minute and a half", "PT1M30S"),
            ("half an hour", "PT30M"),
            ("twenty-four hours", "PT24H"),
            ("at least 72 hours", "PT72H"),
            ("two decades", "P20Y"),
            ("a few minutes", "PTXM"),
            ("two more weeks", "P2W"),
            ("the nine months", "P9M"),
            ("the first two years", "P2Y"),
            ("three calendar years", "P3Y"),
            ("10 to 15 years", "P10Y"),
            ("a quarter of a century", "P25Y"),
            ("a three-year period", "P3Y"),
            ("two years and three months", "P2Y3M"),
        ],
        misses: &[
            "a second attack",
            "the third week",
            "May days of rage",
            "a two-year-old boy",
            "52 years old",
            "the 1988 quarter",
            "a quarter of the vote",
        ],
    },
    Rule {
        id: AGE,
        opens: Opens::NUMBER,
        parse: age,
        accept: always,
        hits: &[("he was [nineteen years old]", "P19Y"), ("[26 years of age]", "P26Y")],
        misses: &["a two-year-old boy", "nineteen years"],
    },
    Rule {
        id: "duration/units",
        opens: Opens::UNIT,
        parse: bare_units,
        accept: is_bare,
        hits: &[
            ("weeks", "PXW"),
            ("years", "PXY"),
            ("decades-long", "PXE"),
            ("months", "PXM"),
            ("in the [days] before the vote", "PXD"),
        ],
        misses: &["this week", "seconds the motion", "minutes of the meeting"],
    },
    Rule {
        id: "duration/whole",
        opens: Opens::UNIT.or(Opens::DETERMINER).or(Opens::WORD),
        parse: whole,
        accept: always,
        hits: &[
            ("all day", "P1D"),
            ("all week", "P1W"),
            ("the whole year", "P1Y"),
            ("day-long", "P1D"),
            ("an [hour-long] raid", "PT1H"),
            ("a [decade-long] siege", "P10Y"),
            ("yearlong", "P1Y"),
            ("the entire decade", "P10Y"),
        ],
        misses: &["all days", "the whole day care sector's", "long"],
    },
    Rule {
        id: "duration/span",
        opens: Opens::DETERMINER.or(Opens::WORD),
        parse: span,
        accept: is_span,
        hits: &[
            ("the past two years", "P2Y"),
            ("the next three days", "P3D"),
            ("the last few months", "PXM"),
            ("recent years", "PXY"),
            ("coming months", "PXM"),
            ("the last twenty-four hours", "PT24H"),
            ("the past several weeks", "PXW"),
            ("the next couple of years", "P2Y"),
            ("the weeks ahead", "PXW"),
            ("the past hour", "PT1H"),
        ],
        misses: &["the last straw", "recent elections"],
    },
];

/// Ages: annotators of histories mark them, those of news do not.
pub(in crate::timex) const AGE: &str = "duration/age";

/// "nineteen years old".
fn age(i: Tokens<'_>) -> Parsed<'_, Form> {
    let old = alt((word!("old"), (word!("of"), word!("age")).map(|_| ())));
    (amount, old).map(|(amount, ())| Form::Duration(amount)).parse(i)
}

/// An amount, bent or not, perhaps as an adjective.
pub(in crate::timex) fn duration(i: Tokens<'_>) -> Parsed<'_, Form> {
    if let Ok((rest, (a, b))) = sum(i) {
        return Ok((rest, Form::Sum(a, b)));
    }
    // "a three-year period", "a period of six weeks": the article and the noun belong to it.
    let period = (any!["a", "an", "the", "this"], plural_amount, any!["period"])
        .map(|((), amount, ())| (None, amount));
    let period_of = (any!["a", "the"], any!["period"], word!("of"), opt(bend), plural_amount)
        .map(|(.., bend, amount)| (bend, amount));
    // "the nine months", "the first two years": the article belongs to a counted length.
    let the = (
        word!("the"),
        opt(any!["first", "latest", "final", "initial", "same", "other", "opening"]),
        opt(bend),
        verify(plural_amount, |_| true),
    )
        .map(|((), _, bend, amount)| (bend, amount));
    let plain =
        (opt(bend), amount, opt((hyphen, any!["long", "old"]))).map(|(bend, amount, _)| (bend, amount));
    let (rest, (bend, amount)) = alt((period, period_of, the, plain)).parse(i)?;
    // "a decade-long siege": no article counts what a hyphen joins to "long".
    let joined = |i: Tokens<'_>, rest: Tokens<'_>| {
        let taken = &i.tokens[..i.input_len() - rest.input_len()];
        taken[0].among(words!["a", "an"]) && taken[taken.len() - 1].among(words!["long"])
    };
    if joined(i, rest) && i.tokens[1].readings.unit.is_some() {
        return Err(nom::Err::Error(()));
    }
    // "the two-week crisis": the article is the crisis's.
    let adjective = |i: Tokens<'_>, rest: Tokens<'_>| {
        let taken = &i.tokens[..i.input_len() - rest.input_len()];
        taken[0].among(words!["the"])
            && taken.len() > 2
            && taken
                .windows(2)
                .any(|w| matches!(w[0].kind, TokenKind::Mark('-')) && w[1].readings.unit.is_some())
    };
    if adjective(i, rest) && !i.tokens[i.input_len() - rest.input_len() - 1].among(words!["period"]) {
        return Err(nom::Err::Error(()));
    }
    let form = Form::Duration(amount);
    Ok((rest, bend.map_or(form.clone(), |m| Form::Bent(m, Box::new(form)))))
}

/// An amount of more than one.
fn plural_amount(i: Tokens<'_>) -> Parsed<'_, Amount> {
    verify(amount, |a| a.count.is_some_and(|n| n > 1) || a.half).parse(i)
}

/// A length, and not "a second", an ordinal, an age or a fraction.
fn is_length(around: &Around<'_>) -> bool {
    let Some(last) = around.last() else { return false };
    let words = &around.sentence.tokens[around.start..around.end];
    // "two days after the vote" is for the offset family, which knows the vote.
    if offset::from_event(around.sentence.take_from(around.start)).is_ok() {
        return false;
    }
    let single = words.len() == 2 && words[0].among(words!["a", "an"]);
    // "a year-earlier loss", "a day-care centre"
    let hyphen = around.after(0).is_some_and(|t| t.glued && matches!(t.kind, TokenKind::Mark('-' | '‑')));
    let compound = hyphen && around.after(1).is_some_and(|t| t.glued && t.kind == TokenKind::Word);
    if is_age(around) || single && (compound || repeat::is_rate(around)) {
        return false;
    }
    // "the 1988 quarter": a year and a noun, not so many quarters.
    let year = words.iter().any(|t| {
        t.kind == TokenKind::Number && t.span.len() == 4 && t.readings.number().is_some_and(|n| n > 1000)
    });
    if year && !around.text_of(last).ends_with('s') {
        return false;
    }
    // "Some days the shops are shut": now and then; "in some quarters": circles.
    let some = words[0].among(words!["some"]) && words.len() == 2;
    if some && (around.start == 0 || last.among(words!["quarters"])) {
        return false;
    }
    // "60 Minutes" between quotation marks is a programme.
    let quote = |t: Option<&crate::text::Token>| {
        t.is_some_and(|t| matches!(t.kind, TokenKind::Mark('\'' | '‘' | '’' | '"' | '“' | '”' | '`')))
    };
    let closed = quote(around.after(0)) || quote(around.after(1));
    if last.case == Case::Title && quote(around.before(1)) && closed {
        return false;
    }
    if last.among(words!["second"]) && words.len() == 2 && words[0].readings.is(Class::DETERMINER) {
        return around.follows(words!["for", "in", "per"])
            && !around.after(0).is_some_and(|t| t.kind == TokenKind::Word);
    }
    if last.among(words!["quarter", "quarters"]) {
        // "a quarter of the votes", "about a quarter", "three quarters": a fraction.
        return !around.precedes(words!["of", "point", "century", "mile", "million"])
            && !words.iter().any(|t| t.among(words!["a", "an"]));
    }
    // "one day he will": some day, no length.
    if words.len() == 2 && words[0].among(words!["one"]) && last.among(words!["day", "night"]) {
        return around.follows(words![
            "for", "in", "within", "after", "just", "only", "than", "least", "over", "until", "last",
            "lasted", "lasts", "took", "take", "takes", "spent", "spend", "of"
        ]) || around.precedes(words!["of"]);
    }
    true
}

/// An age is no expression of time: "6-year-old", "52 years old", "aged 52 years"; but a truce has one.
fn is_age(around: &Around<'_>) -> bool {
    let old = |on: usize| around.after(on).is_some_and(|t| t.among(words!["old", "olds"]));
    let taken = around.last().is_some_and(|t| t.among(words!["old"]));
    let dash = around.after(0).is_some_and(|t| t.glued && matches!(t.kind, TokenKind::Mark('-')));
    let behind = if taken {
        Some(0)
    } else if dash && old(1) {
        Some(2)
    } else {
        old(0).then_some(1)
    };
    let Some(behind) = behind else { return around.follows(words!["aged"]) };
    !around.after(behind).is_some_and(|t| {
        t.among(words![
            "truce",
            "war",
            "conflict",
            "ceasefire",
            "government",
            "law",
            "dispute",
            "siege",
            "embargo",
            "blockade",
            "agreement",
            "treaty",
            "regime",
            "coalition",
            "campaign",
            "insurgency",
            "strike",
            "case",
            "rebellion",
            "revolution",
            "uprising",
            "company",
            "republic",
            "state",
            "accord",
            "pact",
            "ban",
            "feud",
            "crisis",
        ])
    })
}

/// "weeks", "years".
fn bare_units(i: Tokens<'_>) -> Parsed<'_, Form> {
    let plural = when(|t, text| {
        let long = !t.among(words!["seconds", "minutes", "quarters", "hrs", "mins", "weekends"]);
        (text.ends_with('s') && long).then_some(t.readings.unit?)
    });
    let either = (opt((any!["days", "weeks", "months", "years"], any!["or", "and"])), plural);
    (either, opt((hyphen, any!["long"]))).map(|((_, unit), _)| Form::Duration(Amount::some(unit))).parse(i)
}

fn is_bare(around: &Around<'_>) -> bool {
    // "opening hours", "rush hours", "the greatest days": times one keeps or praises.
    let kept = around.follows(words![
        "opening",
        "operating",
        "office",
        "working",
        "rush",
        "business",
        "peak",
        "visiting",
        "school",
        "trading",
        "happy",
        "glory",
        "greatest",
        "best",
        "worst",
        "dark",
        "darkest",
        "old",
        "closing",
    ]);
    if kept {
        return false;
    }
    // "a decades-long siege"
    if around.last().is_some_and(|t| t.among(words!["long"])) {
        return true;
    }
    let aged = around.precedes(words!["old"]) || around.last().is_some_and(|t| t.among(words!["old"]));
    if aged {
        return false;
    }
    // "the weeks before the vote", "the years that followed"
    let bounded = around.precedes(words![
        "before",
        "after",
        "following",
        "since",
        "that",
        "leading",
        "when",
        "preceding",
        "immediately",
        "prior",
        "ahead",
        "until",
        "between",
    ]);
    if around.follows(words!["the"]) {
        return bounded;
    }
    !around.before(1).is_some_and(|t| {
        t.readings.number().is_some()
            || t.readings.ordinal().is_some()
            || t.readings.is(Class::DETERMINER.and(Class::QUANTIFIER).and(Class::POSSESSIVE))
            || t.kind == TokenKind::Possessive
            || matches!(t.kind, TokenKind::Mark('-'))
    })
}

/// "all day", "the whole year", "day-long", "yearlong".
fn whole(i: Tokens<'_>) -> Parsed<'_, Form> {
    let singular =
        |finest: Unit| when(move |t, text| t.readings.unit.filter(|u| *u >= finest && !text.ends_with('s')));
    let one = || singular(Unit::Day);
    let all = (word!("all"), one()).map(|((), unit)| unit);
    let entire = (any!["the", "an", "a"], any!["whole", "entire"], one()).map(|(.., unit)| unit);
    let long = (singular(Unit::Minute), hyphen, any!["long"]).map(|(unit, ..)| unit);
    let joined = alt((
        word!("daylong").map(|()| Unit::Day),
        word!("weeklong").map(|()| Unit::Week),
        word!("monthlong").map(|()| Unit::Month),
        word!("yearlong").map(|()| Unit::Year),
        word!("decadelong").map(|()| Unit::Decade),
    ));
    let (rest, unit) = alt((all, entire, long, joined)).parse(i)?;
    let compound = rest.first().is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open())
        && !i.first().is_some_and(|t| t.readings.unit.is_some() || t.readings.is(Class::TEMPORAL));
    if compound { Err(nom::Err::Error(())) } else { Ok((rest, Form::Duration(Amount::whole(1, unit)))) }
}

/// "to last 10 minutes", "would last two years": a verb.
fn is_span(around: &Around<'_>) -> bool {
    let verb = around.first().is_some_and(|t| t.among(words!["last"]));
    let governed = |back| {
        around.before(back).is_some_and(|t| {
            t.readings.is(Class::TO.and(Class::MODAL).and(Class::DO).and(Class::NEGATION))
                || t.among(words!["'ll"])
        })
    };
    let adverb = around.before(1).is_some_and(|t| t.readings.is(Class::ADVERB));
    !(verb && (governed(1) || adverb && governed(2)))
}

/// "the past two years", "recent months", "the days ahead".
fn span(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = || {
        alt((
            any!["past", "last", "previous", "preceding", "prior"].map(|()| Direction::Back),
            any!["next", "coming", "following", "upcoming", "ensuing", "subsequent"]
                .map(|()| Direction::Forward),
        ))
    };
    let the = || opt(any!["the", "these", "this", "those"]);
    let counted = (the(), side(), opt(bend), verify(amount, |a| a.count != Some(1) || a.half))
        .map(|(_, side, _, amount)| Form::Span(amount, side));
    let one = (
        the(),
        side(),
        opt(any!["one"]),
        when(|t, _| t.readings.unit.filter(|u| *u <= Unit::Hour && t.among(words!["hour", "minute"]))),
    )
        .map(|(_, side, _, unit)| Form::Span(Amount::whole(1, unit), side));
    let plural = || when(|t, text| (text.ends_with('s')).then_some(t.readings.unit?));
    let recent = (
        the(),
        opt(any!["more", "most", "very"]),
        alt((
            any!["recent", "past", "preceding", "intervening"].map(|()| Direction::Back),
            any!["coming", "future", "next", "upcoming", "ensuing", "following"].map(|()| Direction::Forward),
        )),
        plural(),
    )
        .map(|(_, _, side, unit)| Form::Span(Amount::some(unit), side));
    let ahead = (the(), plural(), alt((word!("ahead"), (word!("to"), word!("come")).map(|_| ()))))
        .map(|(_, unit, ())| Form::Span(Amount::some(unit), Direction::Forward));
    // "the days ahead of the vote" hang on the vote.
    let ahead = nom::sequence::terminated(ahead, nom::combinator::not(word!("of")));
    let (rest, form) = alt((counted, one, recent, ahead)).parse(i)?;
    // "following months of talks": a preposition.
    if i.first().is_some_and(|t| t.among(words!["following"])) {
        return Err(nom::Err::Error(()));
    }
    if rest.input_len() == i.input_len() { Err(nom::Err::Error(())) } else { Ok((rest, form)) }
}
