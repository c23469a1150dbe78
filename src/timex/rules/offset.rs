//! So much before or after a point: "three days ago", "two weeks later", "a month before the election", "a week from
//! Tuesday", "the day after Christmas".

use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::terminated;
use nom::{Input, Parser};

use crate::text::{Class, Token, TokenKind, Tokens, words};
use crate::time::{Modifier, Unit};
use crate::timex::Form;
use crate::timex::form::{Amount, Direction, From, Reference};
use crate::timex::rule::{Around, Opens, Parsed, Rule, always, any, hyphen, when, word};
use crate::timex::rules::{dated, deictic, duration};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "offset/ago",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER).or(Opens::UNIT),
        parse: ago,
        accept: always,
        hits: &[
            ("three weeks ago", "2024-02-23"),
            ("a month ago", "2024-02"),
            ("two years ago", "2022"),
            ("more than ten years ago", "2014"),
            ("several years ago", "PAST_REF"),
            ("a decade ago", "2014"),
            ("10 days ago", "2024-03-05"),
            ("years ago", "PAST_REF"),
            ("long ago", "PAST_REF"),
            ("some time ago", "PAST_REF"),
        ],
        misses: &["three weeks", "ago", "long since"],
    },
    Rule {
        id: "offset/from-now",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER),
        parse: from_now,
        accept: always,
        hits: &[
            ("two weeks from now", "2024-03-29"),
            ("a year hence", "2025"),
            ("three days from today", "2024-03-18"),
            ("in [two weeks' time]", "2024-03-29"),
        ],
        misses: &["two weeks from home", "two weeks' leave"],
    },
    Rule {
        id: "offset/later",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER).or(Opens::UNIT),
        parse: later,
        accept: always,
        hits: &[
            ("two days later", "2024-03-17"),
            ("a year earlier", "2023"),
            ("three months later", "2024-06"),
            ("a week before", "2024-03-08"),
            ("a day earlier", "2024-03-14"),
            ("the year before", "2023"),
            ("weeks later", "FUTURE_REF"),
            ("months earlier", "PAST_REF"),
        ],
        misses: &["two days latest", "sooner or later"],
    },
    Rule {
        id: "offset/date",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER),
        parse: from_date,
        accept: is_from_date,
        hits: &[
            ("two days before Christmas", "2023-12-23"),
            ("the day after Thanksgiving 2023", "2023-11-24"),
            ("a week from Tuesday", "2024-03-26"),
            ("three weeks after May 3, 2023", "2023-05-24"),
        ],
        misses: &[
            "for [two years] after 1990",
            "a day before Friday's vote",
            "two people from Tuesday's crash",
        ],
    },
    Rule {
        id: "offset/event",
        opens: Opens::NUMBER.or(Opens::WORD).or(Opens::DETERMINER),
        parse: from_event,
        accept: always,
        hits: &[
            ("[two days] after the vote", "P2D"),
            ("[a month] before the election", "P1M"),
            ("[three weeks] ahead of the summit", "P3W"),
            ("[more than a year] after the coup", "P1Y"),
            ("[the day] after the battle", "P1D"),
            ("[five days] into the offensive", "P5D"),
        ],
        misses: &["two days after"],
    },
];

/// A unit in the plural without a number: "weeks", "months".
fn some_units(i: Tokens<'_>) -> Parsed<'_, Amount> {
    when(|t, text| text.ends_with('s').then_some(Amount::some(t.readings.unit?))).parse(i)
}

/// `amount "ago"`.
fn ago(i: Tokens<'_>) -> Parsed<'_, Form> {
    let gap = opt(alt((hyphen, any!["or"])));
    // "a year or so ago", "two or more weeks ago"
    let so = opt((word!("or"), any!["so", "more"]));
    let counted = (opt(duration::bend), alt((duration::amount, some_units)), so, gap, word!("ago"))
        .map(|(bend, amount, ..)| bent(bend, Form::Shift(amount, Direction::Back, From::Now)));
    let vague = (
        opt(any!["so", "too"]),
        alt((any!["long"], (any!["some", "a"], opt(word!("long")), any!["time", "while"]).map(|_| ()))),
        word!("ago"),
    )
        .map(|_| Form::Reference(Reference::Past));
    alt((counted, vague)).parse(i)
}

/// `amount "from now"`, `amount's "time"`.
fn from_now(i: Tokens<'_>) -> Parsed<'_, Form> {
    let owned =
        when(|t, _| (t.kind == TokenKind::Possessive || t.kind == TokenKind::Mark('\'')).then_some(()));
    let tail = alt((
        (word!("from"), any!["now", "today"]).map(|_| ()),
        word!("hence"),
        (owned, word!("time")).map(|_| ()),
    ));
    let (rest, (bend, amount, ())) = (opt(duration::bend), duration::amount, tail).parse(i)?;
    Ok((rest, bent(bend, Form::Shift(amount, Direction::Forward, From::Now))))
}

/// `amount "later"`, `amount "earlier"`; "before" and "after" only where nothing follows them.
fn later(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = alt((
        any!["later", "afterwards", "afterward", "thereafter"].map(|()| Direction::Forward),
        any!["earlier", "previously", "beforehand", "prior"].map(|()| Direction::Back),
        terminated(word!("after"), closes).map(|()| Direction::Forward),
        terminated(word!("before"), closes).map(|()| Direction::Back),
        (word!("before"), word!("that")).map(|_| Direction::Back),
        (word!("after"), word!("that")).map(|_| Direction::Forward),
    ));
    let the_year = verify(deictic::day_from, |f| matches!(f, Form::Shift(a, ..) if a.unit > Unit::Day)).map(
        |f| match f {
            Form::Shift(amount, ..) => amount,
            _ => Amount::whole(1, Unit::Year),
        },
    );
    let amount = alt((duration::amount, the_year, verify(some_units, |a| a.unit >= Unit::Day)));
    let (rest, (bend, amount, joined, direction)) =
        (opt(duration::bend), amount, opt(hyphen), side).parse(i)?;
    // "a year-earlier loss": the article is the loss's.
    if joined.is_some() && i.first().is_some_and(|t| t.among(words!["a", "an"])) {
        return Err(nom::Err::Error(()));
    }
    // "earlier than", "prior to", "later than": a comparison goes on.
    if rest.first().is_some_and(|t| t.among(words!["than", "to"])) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, bent(bend, Form::Shift(amount, direction, From::Mention))))
}

/// Nothing that a preposition could govern.
fn closes(i: Tokens<'_>) -> Parsed<'_, ()> {
    let open = i.first().is_some_and(|t| match t.kind {
        TokenKind::Mark(c) => matches!(c, '"' | '“' | '\'' | '‘'),
        TokenKind::Possessive => false,
        _ => {
            !t.readings.is(Class::CONJUNCTION.and(Class::MODAL).and(Class::BE).and(Class::HAVE))
                && !(t.readings.is(Class::PREPOSITION))
        }
    });
    if open { Err(nom::Err::Error(())) } else { Ok((i, ())) }
}

/// An amount before "after", or "the day", "the week": one of them.
fn counted(i: Tokens<'_>) -> Parsed<'_, (Option<Modifier>, Amount)> {
    let plain = (opt(duration::bend), duration::amount).map(|(bend, amount)| (bend, amount));
    let the = deictic::day_from.map(|f| match f {
        Form::Shift(amount, ..) => (None, amount),
        _ => (None, Amount::whole(1, Unit::Day)),
    });
    alt((plain, the)).parse(i)
}

/// "two days before Christmas", "a week from Tuesday": the whole is one date.
fn from_date(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = alt((
        any!["after", "following", "from"].map(|()| Direction::Forward),
        any!["before"].map(|()| Direction::Back),
        (word!("prior"), word!("to")).map(|_| Direction::Back),
    ));
    let (rest, ((bend, amount), direction, form)) = (counted, side, dated).parse(i)?;
    // "a day before Friday's vote" is a day before the vote; "the day before yesterday" is a word of its own.
    let deictic = matches!(form, Form::Day(_));
    if deictic || rest.first().is_some_and(|t| t.kind == TokenKind::Possessive) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, bent(bend, Form::Offset(amount, direction, Box::new(form)))))
}

/// "for two years after 1990" is two years long.
fn is_from_date(around: &Around<'_>) -> bool {
    let fine = |t: &Token| t.readings.unit.is_some_and(|u| u >= Unit::Day);
    let lasts = around.follows(words!["for", "during", "over", "within", "in", "the", "first", "last"]);
    !lasts && around.sentence.tokens[around.start..around.end].iter().any(fine)
}

/// `amount` before "after", "before", "since" and what they govern: the amount is the expression.
pub(super) fn from_event(i: Tokens<'_>) -> Parsed<'_, Form> {
    let side = alt((
        any!["after", "following", "since", "into"].map(|()| Direction::Forward),
        any!["before"].map(|()| Direction::Back),
        (word!("ahead"), word!("of")).map(|_| Direction::Back),
        (word!("prior"), word!("to")).map(|_| Direction::Back),
    ));
    let (rest, (bend, amount)) = counted.parse(i)?;
    let (after, direction) = peek(side).parse(rest)?;
    let governs = after.input_len() > 1;
    let (following, ()) = alt((
        (word!("ahead"), word!("of")).map(|_| ()),
        (word!("prior"), word!("to")).map(|_| ()),
        when(|_, _| Some(())),
    ))
    .parse(rest)?;
    if !governs || closes(following).is_ok() {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, bent(bend, Form::Shift(amount, direction, From::Event))))
}

fn bent(bend: Option<Modifier>, form: Form) -> Form {
    match bend {
        Some(modifier) => Form::Bent(modifier, Box::new(form)),
        None => form,
    }
}
