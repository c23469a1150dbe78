//! So much of a unit: "three weeks", "a year and a half", "more than", "two or three". What lengths, offsets and sets
//! are made of.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{preceded, terminated};

use crate::text::parser::among;
use crate::text::{Case, Token, TokenKind, Tokens, Words, words};
use crate::time::{Modifier, Unit};
use crate::timex::form::Amount;
use crate::timex::rule::{Parsed, any, count, hyphen, mark, unit, when, word};

/// A word that bends an amount.
pub(in crate::timex) fn bend(i: Tokens<'_>) -> Parsed<'_, Modifier> {
    alt((
        (any!["more", "longer", "greater"], word!("than")).map(|_| Modifier::MoreThan),
        (any!["less", "fewer", "shorter"], word!("than")).map(|_| Modifier::LessThan),
        (any!["no", "not"], any!["more", "longer", "later"], word!("than")).map(|_| Modifier::EqualOrLess),
        (any!["no", "not"], any!["less", "fewer"], word!("than")).map(|_| Modifier::EqualOrMore),
        (word!("at"), word!("least")).map(|_| Modifier::EqualOrMore),
        (word!("at"), word!("most")).map(|_| Modifier::EqualOrLess),
        (word!("up"), word!("to")).map(|_| Modifier::EqualOrLess),
        (word!("close"), word!("to")).map(|_| Modifier::LessThan),
        any!["over"].map(|()| Modifier::MoreThan),
        any!["under"].map(|()| Modifier::LessThan),
        any!["nearly", "almost"].map(|()| Modifier::LessThan),
        any!["about", "around", "approximately", "roughly"].map(|()| Modifier::Approx),
        // "some 20 years", but "some years" is a number of them.
        terminated(word!("some"), peek(numeral)).map(|()| Modifier::Approx),
    ))
    .parse(i)
}

/// A number in digits or letters, or what goes for one.
fn numeral(i: Tokens<'_>) -> Parsed<'_, ()> {
    when(|t, _| (t.readings.number().is_some() || t.among(words!["half", "dozen", "dozens"])).then_some(()))
        .parse(i)
}

/// How many, and whether a half besides.
type Many = (Option<u32>, bool);

/// What behind a number adds a half: "2 1/2", "two and a half".
fn and_a_half(i: Tokens<'_>) -> Parsed<'_, ()> {
    let slash = when(|t, _| (matches!(t.kind, TokenKind::Mark('/')) && t.glued).then_some(()));
    let fraction = (
        opt(hyphen),
        when(|t, _| (t.readings.number() == Some(1)).then_some(())),
        slash,
        when(|t, _| (t.readings.number() == Some(2) && t.glued).then_some(())),
    )
        .map(|_| ());
    let sign = when(|t, _| matches!(t.kind, TokenKind::Mark('½')).then_some(()));
    let spoken = (opt(hyphen), word!("and"), opt(hyphen), opt(any!["a", "one"]), opt(hyphen), word!("half"))
        .map(|_| ());
    alt((fraction, sign, spoken)).parse(i)
}

/// "1.5", "half a".
fn halves(i: Tokens<'_>) -> Parsed<'_, Many> {
    let point_five = when(|t, text| {
        let whole = text.strip_suffix(".5")?;
        (t.kind == TokenKind::Number).then(|| whole.parse().ok()).flatten()
    })
    .map(|n| (Some(n), true));
    let half =
        (opt(word!("a")), word!("half"), opt(hyphen), opt(any!["a", "an", "of"])).map(|_| (Some(0), true));
    alt((point_five, half)).parse(i)
}

/// "a few", "several", "a couple of", "dozens of", "a number of".
fn vague(i: Tokens<'_>) -> Parsed<'_, Many> {
    let couple = (opt(any!["a", "another"]), word!("couple"), opt(word!("of"))).map(|_| (Some(2), false));
    let scores = (any!["dozens", "scores", "hundreds", "thousands", "tens", "millions"], word!("of"))
        .map(|_| (None, false));
    let thousands = (any!["tens", "hundreds"], word!("of"), any!["thousands", "millions"], word!("of"))
        .map(|_| (None, false));
    let few = (
        opt(any!["a", "another"]),
        opt(any!["good", "very", "past", "great", "precious"]),
        any!["few", "many", "number"],
        opt(word!("of")),
    )
        .map(|_| (None, false));
    // "a several-year plan": the article is the plan's.
    let several = (any!["several", "some", "numerous", "countless"], opt(word!("of"))).map(|_| (None, false));
    alt((couple, thousands, scores, few, several)).parse(i)
}

/// How many: a number, "a", "several".
fn many(i: Tokens<'_>) -> Parsed<'_, Many> {
    let Ok((rest, n)) = count(i) else {
        let one = any!["a", "an", "another"].map(|()| (Some(1), false));
        return alt((halves, vague, one)).parse(i);
    };
    // "10 to 15 years", "two or three days", "two- to three-year": the first is the value TIMEX3 gives.
    let between = (opt(hyphen), opt(any!["to", "or"]), count).map(|_| ());
    // "20-odd years", "20-plus", "20+"
    let plus = when(|t, _| matches!(t.kind, TokenKind::Mark('+')).then_some(()));
    let more = alt(((opt(hyphen), any!["odd", "plus"]).map(|_| ()), plus));
    let tail = alt((and_a_half.map(|()| true), between.map(|()| false), more.map(|()| false)));
    opt(tail).map(|half| (Some(n), half.unwrap_or(false))).parse(rest)
}

/// What may stand between a number and its unit.
#[rustfmt::skip]
const FILLERS: &Words = words![
    "more", "full", "whole", "long", "straight", "consecutive", "additional", "calendar", "solid", "entire", "other",
    "short", "further", "previous", "preceding", "business", "working", "fiscal", "successive", "extra", "mere", "good", "trading",
];

/// "two bloody weeks", "eight highly successful years": what the units were like.
fn described(i: Tokens<'_>) -> Parsed<'_, ()> {
    let open = |t: &Token| t.kind == TokenKind::Word && t.case == Case::Lower && t.readings.is_open();
    let adverb = when(move |t, text| (open(t) && text.ends_with("ly")).then_some(()));
    let adjective = move || {
        when(move |t, text| {
            let formed = text.len() > 4 && ADJECTIVE_ENDINGS.iter().any(|end| text.ends_with(end));
            let plain =
                t.among(words!["tense", "brutal", "bitter", "hard", "quiet", "dark", "bloody", "long"]);
            (plain || open(t) && formed).then_some(())
        })
    };
    let more = (opt(mark(',')), opt(word!("and")), adjective());
    (opt(adverb), adjective(), opt(more)).map(|_| ()).parse(i)
}

/// Endings of adjectives that few nouns share.
const ADJECTIVE_ENDINGS: &[&str] =
    &["ful", "ous", "ive", "al", "ic", "ing", "less", "ent", "ant", "ble", "ish"];

/// "a quarter century", "three-quarters of an hour".
fn quarters(i: Tokens<'_>) -> Parsed<'_, Amount> {
    // Hardly any number is one of quarters, and to read it twice is dear.
    if !i.tokens.iter().take(6).any(|t| t.among(words!["quarter", "quarters"])) {
        return Err(nom::Err::Error(()));
    }
    let (rest, (n, _, (), _, _, (of, unit))) = (
        alt((count, word!("a").map(|()| 1))),
        opt(hyphen),
        any!["quarter", "quarters"],
        opt(hyphen),
        opt((word!("of"), any!["a", "an"])),
        alt((word!("century").map(|()| (25, Unit::Year)), word!("hour").map(|()| (15, Unit::Minute)))),
    )
        .parse(i)?;
    Ok((rest, Amount::whole(n.saturating_mul(of), unit)))
}

/// An amount: "three weeks", "a year and a half", "five-day", "a quarter of a century".
pub(in crate::timex) fn amount(i: Tokens<'_>) -> Parsed<'_, Amount> {
    // Most numbers and determiners are of something else.
    if !i.tokens.iter().any(|t| t.readings.unit.is_some()) {
        return Err(nom::Err::Error(()));
    }
    if let Ok(found) = quarters(i) {
        return Ok(found);
    }
    let (rest, (number, half)) = many(i)?;
    let plain = preceded((opt(hyphen), opt(among(FILLERS))), unit);
    let plural = when(|t, text| t.readings.unit.filter(|_| text.ends_with('s')));
    let told = verify(preceded(described, plural), |_| number != Some(1));
    let (rest, found) = alt((plain, told)).parse(rest)?;
    // "a year or two", "a day or so": vague behind the unit.
    let or = (word!("or"), alt((any!["so", "more", "two"].map(|()| ()), count.map(|_| ()))));
    let half_behind =
        (opt(hyphen), word!("and"), opt(hyphen), opt(any!["a", "one"]), opt(hyphen), word!("half"));
    let (rest, more) = opt(half_behind).parse(rest)?;
    let (rest, _) = opt(verify(or, |_| number.is_some())).parse(rest)?;
    Ok((rest, Amount { count: number, half: half || more.is_some(), unit: found }))
}

/// "two years and three months", "an hour and 20 minutes": two units, the second the finer.
pub(in crate::timex) fn sum(i: Tokens<'_>) -> Parsed<'_, (Amount, Amount)> {
    let comma = || when(|t, _| (t.kind == TokenKind::Mark(',')).then_some(()));
    // "4 hours 28 minutes" needs no joint.
    let digits = peek(when(|t, _| (t.kind == TokenKind::Number).then_some(())));
    let joint = alt(((opt(comma()), word!("and")).map(|_| ()), comma(), digits));
    verify((amount, joint, amount).map(|(a, (), b)| (a, b)), |(a, b)| {
        let whole = |x: &Amount| x.count.is_some_and(|n| n > 0) && !x.half;
        whole(a) && whole(b) && b.unit < a.unit && a.unit <= Unit::Year
    })
    .parse(i)
}
