//! The pattern language of the frames: who does what to whom, as one line that a political scientist can write.
//!
//! ```text
//! impose|slap [sanctions|embargo] (on|against $recipient)      a verb and what must or may follow it
//! $recipient die|perish (in $place)                            the subject fills another role than $actor
//! carry out [attack|raid] (on|against $recipient)              "out" must be there
//! the visit|trip (by $actor) (to $place)                       a noun; its owner fills $actor
//! the $recipient's ouster|overthrow (of $recipient)            its owner fills $recipient
//! ```
//!
//! - Base forms only; every inflected form is made from them. A bar parts alternatives.
//! - Roles: `$actor`, `$recipient`, `$place`, `$both` (several names: the first acts, the rest receive) and
//!   `$topic`, which must be there but is nobody. A kind narrows one: `$recipient:person`; kinds are `person`,
//!   `actor` (anyone who acts: person, state, group), `place`, `force`, `thing`.
//! - `[a|b]` is a phrase whose head is one of these nouns, singular or plural.
//! - A role or list alone is the direct object; behind a preposition it is that preposition's phrase.
//! - A word that nothing belongs to is a particle and must be there. "out", "up", "down", "off", "away", "back",
//!   "together", "apart", "aside" are always particles; `+over` makes any other word one.
//! - `( )` holds one element that may be missing.
//! - What the clause code does with a passive: its subject fills the direct object, its "by" the subject.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, space0, space1};
use nom::combinator::{all_consuming, opt, value, verify};
use nom::multi::{separated_list0, separated_list1};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use crate::diagnostic::{Diagnostic, nearest};
use crate::span::Span;
use crate::syntax::inflect::singular;

/// The words that call a frame up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// Whether they are nouns.
    pub noun: bool,
    /// Base forms, lower case.
    pub lemmas: Vec<String>,
}

/// What a phrase is in the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who does it.
    Actor,
    /// To or with whom.
    Recipient,
    /// Where.
    Place,
    /// Several names: the first acts, the rest receive.
    Both,
    /// Must be there, but is nobody.
    Topic,
}

/// What a phrase must name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Anything.
    Any,
    /// A human being.
    Person,
    /// Anyone who acts: person, state, organisation, group.
    Actor,
    /// A place.
    Place,
    /// Armed people: troops, rebels, police.
    Force,
    /// Neither a person nor an organisation nor a place.
    Thing,
}

/// What fills a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filler {
    /// `$role:kind`
    Role(Role, Kind),
    /// `[a|b]`: singulars, lower case; compare them with the [`singular`] of a phrase's head.
    Heads(Vec<String>),
}

/// A slot beside the trigger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// One of these words, right after the verb or after its object.
    Particle(Vec<String>),
    /// The direct object.
    Object(Filler),
    /// One of these prepositions and its phrase.
    Preposition(Vec<String>, Filler),
}

/// A slot, and whether it may stay empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What must be there.
    pub part: Part,
    /// Whether it must.
    pub optional: bool,
}

/// A pattern as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) trigger: Trigger,
    pub(super) subject: Role,
    pub(super) subject_kind: Kind,
    pub(super) possessor: Role,
    pub(super) elements: Vec<Element>,
}

const ROLES: &[(&str, Role)] = &[
    ("actor", Role::Actor),
    ("recipient", Role::Recipient),
    ("place", Role::Place),
    ("both", Role::Both),
    ("topic", Role::Topic),
];

const KINDS: &[(&str, Kind)] = &[
    ("person", Kind::Person),
    ("actor", Kind::Actor),
    ("place", Kind::Place),
    ("force", Kind::Force),
    ("thing", Kind::Thing),
];

/// Words that are particles even before a phrase: "carry out [attack]".
const PARTICLES: &[&str] =
    &["out", "up", "down", "off", "away", "back", "together", "apart", "aside", "forward"];

/// Where reading stopped, and why if a rule of the language knows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault<'a> {
    rest: &'a str,
    known: Option<(&'static str, String, usize, Option<String>)>,
}

type Parsed<'a, T> = IResult<&'a str, T, Fault<'a>>;

impl<'a> nom::error::ParseError<&'a str> for Fault<'a> {
    fn from_error_kind(rest: &'a str, _: nom::error::ErrorKind) -> Self {
        Self { rest, known: None }
    }

    fn append(_: &'a str, _: nom::error::ErrorKind, other: Self) -> Self {
        other
    }

    /// Of two alternatives the one that came further is the one the writer meant.
    fn or(self, other: Self) -> Self {
        if other.rest.len() < self.rest.len() { other } else { self }
    }
}

/// Reads a pattern; spans of a fault are bytes of `text`.
pub(super) fn parse(text: &str) -> Result<Pattern, Diagnostic> {
    let fault = match all_consuming(delimited(space0, pattern, space0)).parse(text) {
        Ok((_, pattern)) => return Ok(pattern),
        Err(nom::Err::Error(fault) | nom::Err::Failure(fault)) => fault,
        Err(nom::Err::Incomplete(_)) => Fault { rest: "", known: None },
    };
    let at = text.len() - fault.rest.len();
    Err(match fault.known {
        Some((code, message, length, help)) => {
            let fault = Diagnostic::new(code, message, Span::of(at..at + length));
            match help {
                Some(help) => fault.help(help),
                None => fault,
            }
        }
        None => Diagnostic::new(
            "bad-pattern",
            "this is not part of a pattern",
            Span::of(at..text.len().max(at + 1)),
        )
        .help("a pattern is `verb|verb $role [noun|noun] preposition $role (optional)` or `the noun ...`"),
    })
}

fn pattern(i: &str) -> Parsed<'_, Pattern> {
    alt((noun_pattern, verb_pattern)).parse(i)
}

fn noun_pattern(i: &str) -> Parsed<'_, Pattern> {
    let owner = opt(terminated(role, (tag("'s"), space1)));
    let (i, (owner, lemmas, elements)) = preceded((tag("the"), space1), (owner, words, rest)).parse(i)?;
    let possessor = owner.map_or(Role::Actor, |(role, _)| role);
    let trigger = Trigger { noun: true, lemmas };
    Ok((i, Pattern { trigger, subject: Role::Actor, subject_kind: Kind::Any, possessor, elements }))
}

fn verb_pattern(i: &str) -> Parsed<'_, Pattern> {
    let (i, (subject, lemmas, elements)) = (opt(terminated(role, space1)), words, rest).parse(i)?;
    let (subject, subject_kind) = subject.unwrap_or((Role::Actor, Kind::Any));
    let trigger = Trigger { noun: false, lemmas };
    Ok((i, Pattern { trigger, subject, subject_kind, possessor: Role::Actor, elements }))
}

fn rest(i: &str) -> Parsed<'_, Vec<Element>> {
    opt(preceded(space1, separated_list0(space1, element))).map(Option::unwrap_or_default).parse(i)
}

fn element(i: &str) -> Parsed<'_, Element> {
    let optional = delimited((char('('), space0), part, (space0, char(')')));
    alt((
        optional.map(|part| Element { part, optional: true }),
        part.map(|part| Element { part, optional: false }),
    ))
    .parse(i)
}

fn part(i: &str) -> Parsed<'_, Part> {
    let forced = preceded(char('+'), words).map(Part::Particle);
    let always = verify(words, |w: &Vec<String>| w.iter().all(|w| PARTICLES.contains(&w.as_str())));
    let preposition =
        (terminated(words, space1), filler).map(|(words, filler)| Part::Preposition(words, filler));
    alt((
        filler.map(Part::Object),
        forced,
        always.map(Part::Particle),
        preposition,
        words.map(Part::Particle),
    ))
    .parse(i)
}

fn filler(i: &str) -> Parsed<'_, Filler> {
    let heads = delimited(char('['), words, char(']'))
        .map(|heads| Filler::Heads(heads.iter().map(|h| singular(h).into_owned()).collect()));
    alt((heads, role.map(|(role, kind)| Filler::Role(role, kind)))).parse(i)
}

fn role(i: &str) -> Parsed<'_, (Role, Kind)> {
    let (i, _) = char('$').parse(i)?;
    let (i, role) = named(i, ROLES, "unknown-role", "role")?;
    let (i, colon) = opt(value((), char(':'))).parse(i)?;
    match colon {
        Some(()) => named(i, KINDS, "unknown-kind", "kind").map(|(i, kind)| (i, (role, kind))),
        None => Ok((i, (role, Kind::Any))),
    }
}

/// A name from a closed list. A name that is none of them is a fault for good: no other alternative could be meant.
fn named<'a, T: Copy>(
    i: &'a str,
    list: &[(&'static str, T)],
    code: &'static str,
    what: &str,
) -> Parsed<'a, T> {
    let (after, name) = word(i)?;
    if let Some((_, found)) = list.iter().find(|(n, _)| *n == name) {
        return Ok((after, *found));
    }
    let help = nearest(name, list.iter().map(|(n, _)| *n)).map(|n| format!("did you mean `{n}`?"));
    let known = Some((code, format!("unknown {what} `{name}`"), name.len(), help));
    Err(nom::Err::Failure(Fault { rest: i, known }))
}

fn words(i: &str) -> Parsed<'_, Vec<String>> {
    separated_list1(char('|'), word.map(str::to_owned)).parse(i)
}

/// Lower case and hyphens; an apostrophe belongs to "$actor's".
fn word(i: &str) -> Parsed<'_, &str> {
    take_while1(|c: char| c.is_lowercase() || c == '-').parse(i)
}

#[cfg(test)]
mod tests {
    use super::{Element, Filler, Kind, Part, Role, parse};

    fn heads(words: &[&str]) -> Filler {
        Filler::Heads(words.iter().map(|w| (*w).to_owned()).collect())
    }

    fn must(part: Part) -> Element {
        Element { part, optional: false }
    }

    fn may(part: Part) -> Element {
        Element { part, optional: true }
    }

    fn list(words: &[&str]) -> Vec<String> {
        words.iter().map(|w| (*w).to_owned()).collect()
    }

    #[test]
    fn a_verb_with_object_and_preposition() {
        let read = parse("impose|slap [sanctions|embargo] (on|against $recipient:actor)").unwrap();
        assert!(!read.trigger.noun);
        assert_eq!(read.trigger.lemmas, ["impose", "slap"]);
        assert_eq!(read.subject, Role::Actor);
        let on = Part::Preposition(list(&["on", "against"]), Filler::Role(Role::Recipient, Kind::Actor));
        assert_eq!(read.elements, [must(Part::Object(heads(&["sanction", "embargo"]))), may(on)]);
    }

    #[test]
    fn particles() {
        let read = parse("carry out [attack]").unwrap();
        assert_eq!(
            read.elements,
            [must(Part::Particle(list(&["out"]))), must(Part::Object(heads(&["attack"])))]
        );
        let read = parse("take +over $place").unwrap();
        assert_eq!(read.elements[0], must(Part::Particle(list(&["over"]))));
        assert_eq!(read.elements[1], must(Part::Object(Filler::Role(Role::Place, Kind::Any))));
        let read = parse("pull out (of $place)").unwrap();
        assert_eq!(
            read.elements[1],
            may(Part::Preposition(list(&["of"]), Filler::Role(Role::Place, Kind::Any)))
        );
    }

    #[test]
    fn a_subject_in_another_role() {
        let read = parse("$recipient:person die|perish (in $place)").unwrap();
        assert_eq!((read.subject, read.subject_kind), (Role::Recipient, Kind::Person));
    }

    #[test]
    fn nouns_and_their_owners() {
        let read = parse("the $recipient's ouster|overthrow (of $recipient) (by $actor)").unwrap();
        assert!(read.trigger.noun);
        assert_eq!(read.possessor, Role::Recipient);
        assert_eq!(parse("the visit (to $place)").unwrap().possessor, Role::Actor);
    }

    #[test]
    fn faults_say_where() {
        let fault = |text: &str| {
            let fault = parse(text).unwrap_err();
            (fault.code, fault.span.text(text).to_owned(), fault.help)
        };
        let (code, at, help) = fault("attack $recipent");
        assert_eq!(
            (code, at.as_str(), help.as_deref()),
            ("unknown-role", "recipent", Some("did you mean `recipient`?"))
        );
        assert_eq!(fault("attack $recipient:persn").0, "unknown-kind");
        let (code, at, _) = fault("attack [town");
        assert_eq!(code, "bad-pattern");
        assert!(at.is_empty() || at.starts_with('['), "{at}");
        assert_eq!(fault("").0, "bad-pattern");
        assert_eq!(fault("Attack $recipient").0, "bad-pattern");
    }
}
