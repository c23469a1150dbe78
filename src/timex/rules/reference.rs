//! Time named only by its side of now: "now", "recently", "in the future", "at the time" (TIMEX3 `PRESENT_REF`,
//! `PAST_REF`, `FUTURE_REF`).

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use crate::text::{Class, TokenKind, Tokens, lexeme, words};
use crate::timex::Form;
use crate::timex::form::Reference;
use crate::timex::rule::{Around, Opens, Parsed, Rule, any, hyphen, word};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "reference/now",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: present,
        accept: is_present,
        hits: &[
            ("now", "PRESENT_REF"),
            ("currently", "PRESENT_REF"),
            ("the [current] president", "PRESENT_REF"),
            ("at [the moment]", "PRESENT_REF"),
            ("at [present]", "PRESENT_REF"),
            ("these days", "PRESENT_REF"),
            ("nowadays", "PRESENT_REF"),
        ],
        misses: &["the moment he left", "the present king", "now that he knows", "present at the talks"],
    },
    Rule {
        id: "reference/past",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: past,
        accept: is_past,
        hits: &[
            ("recently", "PAST_REF"),
            ("in [the past]", "PAST_REF"),
            ("in [the recent past]", "PAST_REF"),
            ("lately", "PAST_REF"),
            ("at [the time]", "PAST_REF"),
            ("until [recently]", "PAST_REF"),
        ],
        misses: &["the past champion", "at the time of the attack", "all the time", "for the first time"],
    },
    Rule {
        id: "reference/future",
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: future,
        accept: is_future,
        hits: &[
            ("the future", "FUTURE_REF"),
            ("the near future", "FUTURE_REF"),
            ("in [future]", "FUTURE_REF"),
        ],
        misses: &["as soon as possible", "futures trading", "future talks", "the future's market"],
    },
    Rule {
        id: ADJECTIVE,
        opens: Opens::WORD,
        parse: adjective,
        accept: describes,
        hits: &[
            ("the [former] king", "PAST_REF"),
            ("[future] wars", "FUTURE_REF"),
            ("the [recent] coup", "PAST_REF"),
            ("in [present-day] Belize", "PRESENT_REF"),
        ],
        misses: &["futures trading", "of the two, the former", "in the future"],
    },
    Rule {
        id: COINCIDING,
        opens: Opens::WORD.or(Opens::DETERMINER),
        parse: coinciding,
        accept: coincides,
        hits: &[("at [this time]", "PRESENT_REF"), ("at [the same time]", "PAST_REF")],
        misses: &["this time he won", "for the first time"],
    },
];

/// The adjectives that TIMEX2 takes for expressions, as annotators of histories do, and annotators of news do not:
/// none of 31 "former" of `TimeBank` is marked, of 18 "recent" six, of 20 "future" four.
pub(in crate::timex) const ADJECTIVE: &str = "reference/adjective";

/// "at the same time" is a time in a history; in news it means "moreover" (none of ten of `TimeBank` is marked).
pub(in crate::timex) const COINCIDING: &str = "reference/coinciding";

fn present(i: Tokens<'_>) -> Parsed<'_, Form> {
    let these = (any!["these"], word!("days")).map(|_| ());
    let right = (any!["right", "just"], word!("now")).map(|_| ());
    let noun = (opt(any!["the", "this"]), any!["present", "moment"]).map(|_| ());
    let time = (any!["the"], any!["present"], word!("time")).map(|_| ());
    let single = any!["now", "currently", "current", "nowadays", "presently"];
    alt((these, right, time, single, noun)).map(|()| Form::Reference(Reference::Present)).parse(i)
}

fn is_present(around: &Around<'_>) -> bool {
    let Some(last) = around.last() else { return false };
    if last.among(words!["now"]) {
        // "now that the noose has tightened" is as much as "since".
        return !around.precedes(words!["that"]) || around.follows(words!["until", "by", "only"]);
    }
    if last.among(words!["moment", "present"]) {
        let led = around.follows(words!["at", "for", "until", "to", "up"]);
        let goes_on = around.after(0).is_some_and(|t| {
            t.kind == TokenKind::Word
                && !t
                    .readings
                    .is(Class::PREPOSITION.and(Class::CONJUNCTION).and(Class::ADVERB).and(Class::BE))
        });
        let of = around.precedes(words!["of", "when", "at"]);
        return led && !goes_on && !of && (last.word == lexeme!("present") || around.end - around.start == 2);
    }
    true
}

fn past(i: Tokens<'_>) -> Parsed<'_, Form> {
    let single = (opt(any!["more", "most"]), any!["recently"]).map(|_| ());
    let noun = (word!("the"), opt(any!["recent", "distant", "not-too-distant"]), word!("past")).map(|_| ());
    let side = alt((single, any!["lately", "formerly"], noun)).map(|()| Form::Reference(Reference::Past));
    let time = (any!["the", "that"], word!("time")).map(|_| Form::That);
    alt((side, time)).parse(i)
}

fn is_past(around: &Around<'_>) -> bool {
    let Some(last) = around.last() else { return false };
    let goes_on = around.after(0).is_some_and(|t| {
        t.kind == TokenKind::Word
            && !t.readings.is(Class::PREPOSITION
                .and(Class::CONJUNCTION)
                .and(Class::ADVERB)
                .and(Class::BE)
                .and(Class::MODAL))
    });
    match last.word {
        w if w == lexeme!("past") => around.follows(words!["in", "of", "from", "with"]) && !goes_on,
        // "at the time", said of what was; with "of" or a clause behind it, it is the time of something.
        w if w == lexeme!("time") => {
            around.follows(words!["at"]) && !goes_on && !around.precedes(words!["of", "when", "that", "as"])
        }
        _ => true,
    }
}

fn future(i: Tokens<'_>) -> Parsed<'_, Form> {
    let kind = opt(any!["near", "foreseeable", "immediate", "not-too-distant", "distant"]);
    preceded(opt(word!("the")), (kind, word!("future"))).map(|_| Form::Reference(Reference::Future)).parse(i)
}

fn is_future(around: &Around<'_>) -> bool {
    let next = around.after(0);
    // "future growth" is growth to come; in news only the noun is an expression.
    let single = around.end - around.start == 1;
    let noun = next.is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open());
    let owned = next.is_some_and(|t| t.kind == TokenKind::Possessive);
    !owned && !noun && (!single || around.follows(words!["in", "for"]))
}

/// "the former king", "future wars", "the recent coup".
fn adjective(i: Tokens<'_>) -> Parsed<'_, Form> {
    let present = (any!["present", "modern"], hyphen, word!("day")).map(|_| Reference::Present);
    let past = any!["former", "recent"].map(|()| Reference::Past);
    let future = word!("future").map(|()| Reference::Future);
    alt((present, past, future)).map(Form::Reference).parse(i)
}

/// A noun follows.
fn describes(around: &Around<'_>) -> bool {
    around.after(0).is_some_and(|t| {
        t.kind == TokenKind::Word && (t.readings.is_open() || t.readings.ordinal().is_some())
    })
}

/// "this time", "the same time".
fn coinciding(i: Tokens<'_>) -> Parsed<'_, Form> {
    let this = (word!("this"), word!("time")).map(|_| Form::Reference(Reference::Present));
    let same = (any!["the", "that"], word!("same"), word!("time")).map(|_| Form::That);
    alt((this, same)).parse(i)
}

/// After a preposition that puts something in it.
fn coincides(around: &Around<'_>) -> bool {
    around
        .follows(words!["at", "by", "during", "around", "from", "until", "since", "about", "before", "after"])
        && !around.precedes(words!["of"])
}
