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
//!   `actor` (anyone who acts: person, state, group), `group` (an actor that is no person), `state`, `place`,
//!   `force`, `firm` (a company or a product by name), `thing`.
//! - `[a|b]` is a phrase whose head is one of these nouns, singular or plural; `$recipient[a|b]` is one that fills a
//!   role besides. `@weapon` stands for a list of `data/lexicon/classes.ron`. `martial-law` is "law" behind
//!   "martial", or the hyphened word.
//! - A role or list alone is the direct object; behind a preposition it is that preposition's phrase.
//! - `{air|drone}` behind a noun's triggers: one of these words stands before it in its phrase ("an *air* strike").
//! - `<to>`, `<that>`, `<doing>`: an infinitive, a that-clause or a gerund follows, which the trigger governs; `<must>`:
//!   a that-clause that says what somebody else must do; `<harm>`: what follows is violence that the speaker is to do;
//!   `<menace>`: any harm, or what the speaker will do on a condition.
//! - `be +ready|willing`: the adjective behind a copula is the trigger.
//! - A word that nothing belongs to is a particle and must be there. "out", "up", "down", "off", "away", "back",
//!   "together", "apart", "aside" are always particles; `+over` makes any other word one.
//! - `( )` holds one element that may be missing.
//! - What the clause code does with a passive: its subject fills the direct object, its "by" the subject.
//!
//! `build.rs` includes this file: it parses the patterns of `data/frames`, so that the program need not.

use std::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, space0, space1};
use nom::combinator::{all_consuming, opt, value, verify};
use nom::multi::{separated_list0, separated_list1};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use crate::event::classes;
use crate::syntax::inflect::singular;

/// The words that call a frame up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// What they are.
    pub class: WordClass,
    /// Base forms, lower case.
    pub lemmas: Vec<String>,
}

/// What the words that call a frame up are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordClass {
    /// `attack $recipient`
    Verb,
    /// `the attack (on $recipient)`
    Noun,
    /// `be +ready <to>`
    Adjective,
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
    /// An actor that is no person.
    Group,
    /// A state or its government.
    State,
    /// A place.
    Place,
    /// Armed people: troops, rebels, police.
    Force,
    /// A company, or what bears a model's name: "the A380".
    Firm,
    /// Neither a person nor an organisation nor a place.
    Thing,
}

/// What fills a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filler {
    /// What the phrase is in the event.
    pub role: Option<Role>,
    /// What it must name.
    pub what: What,
}

/// What a phrase must name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// `$role:kind`
    Kind(Kind),
    /// `[a|b]`: singulars, lower case; compare them with the [`singular`] of a phrase's head. A hyphened one is a
    /// head with a word before it, or the hyphened word itself.
    Heads(Vec<String>),
}

/// The form of a clause that a trigger governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "agreed *to withdraw*"
    Infinitive,
    /// "demanded *that they withdraw*"
    That,
    /// "denied *withdrawing*"
    Gerund,
    /// "said *that Syria must withdraw*": a that-clause that says what another has to do.
    Must,
    /// "vowed *to retaliate*", "promised *that it would hit back*": violence that the speaker himself is to do.
    Harm,
    /// "warned *that it would close the strait*", "warned *it would stay away unless*": harm that the speaker himself is
    /// to do, or what he will do on a condition.
    Menace,
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
    /// One of these words before a noun, in its phrase.
    Modifier(Vec<String>),
    /// A clause of one of these forms.
    Clause(Vec<Form>),
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
pub(crate) struct Pattern {
    pub(crate) trigger: Trigger,
    pub(crate) subject: (Role, What),
    pub(crate) possessor: Role,
    pub(crate) elements: Vec<Element>,
}

/// Why a text is no pattern, and at which bytes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) at: Range<usize>,
    /// A name that is none of those which may stand there.
    pub(crate) misnamed: Option<Misnamed>,
}

/// A name nobody knows, and those that somebody does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misnamed {
    pub(crate) typed: String,
    pub(crate) known: Vec<&'static str>,
}

pub(super) const ROLES: &[(&str, Role)] = &[
    ("actor", Role::Actor),
    ("recipient", Role::Recipient),
    ("place", Role::Place),
    ("both", Role::Both),
    ("topic", Role::Topic),
];

pub(super) const KINDS: &[(&str, Kind)] = &[
    ("person", Kind::Person),
    ("actor", Kind::Actor),
    ("group", Kind::Group),
    ("state", Kind::State),
    ("place", Kind::Place),
    ("force", Kind::Force),
    ("firm", Kind::Firm),
    ("thing", Kind::Thing),
];

pub(super) const FORMS: &[(&str, Form)] = &[
    ("to", Form::Infinitive),
    ("that", Form::That),
    ("doing", Form::Gerund),
    ("must", Form::Must),
    ("harm", Form::Harm),
    ("menace", Form::Menace),
];

/// Words that are particles even before a phrase: "carry out [attack]".
const PARTICLES: &[&str] =
    &["out", "up", "down", "off", "away", "back", "together", "apart", "aside", "forward"];

/// Where reading stopped, and why if a rule of the language knows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stop<'a> {
    rest: &'a str,
    unknown: Option<(&'static str, String, Misnamed)>,
}

type Parsed<'a, T> = IResult<&'a str, T, Stop<'a>>;

impl<'a> nom::error::ParseError<&'a str> for Stop<'a> {
    fn from_error_kind(rest: &'a str, _: nom::error::ErrorKind) -> Self {
        Self { rest, unknown: None }
    }

    fn append(_: &'a str, _: nom::error::ErrorKind, other: Self) -> Self {
        other
    }

    /// Of two alternatives the one that came further is the one the writer meant.
    fn or(self, other: Self) -> Self {
        if other.rest.len() < self.rest.len() { other } else { self }
    }
}

/// Reads a pattern.
pub(crate) fn parse(text: &str) -> Result<Pattern, Fault> {
    let stop = match all_consuming(delimited(space0, pattern, space0)).parse(text) {
        Ok((_, pattern)) => return Ok(pattern),
        Err(nom::Err::Error(stop) | nom::Err::Failure(stop)) => stop,
        Err(nom::Err::Incomplete(_)) => Stop { rest: "", unknown: None },
    };
    let at = text.len() - stop.rest.len();
    Err(match stop.unknown {
        Some((code, message, name)) => {
            Fault { code, message, at: at..at + name.typed.len(), misnamed: Some(name) }
        }
        None => Fault {
            code: "bad-pattern",
            message: "this is not part of a pattern".to_owned(),
            at: at..text.len().max(at + 1),
            misnamed: None,
        },
    })
}

fn pattern(i: &str) -> Parsed<'_, Pattern> {
    alt((noun_pattern, verb_pattern)).parse(i)
}

fn noun_pattern(i: &str) -> Parsed<'_, Pattern> {
    let owner = opt(terminated(role, (tag("'s"), space1)));
    let (i, (owner, lemmas, elements)) = preceded((tag("the"), space1), (owner, words, rest)).parse(i)?;
    let possessor = owner.map_or(Role::Actor, |(role, _)| role);
    let trigger = Trigger { class: WordClass::Noun, lemmas };
    Ok((i, Pattern { trigger, subject: ANYONE, possessor, elements }))
}

/// The subject that a pattern without one has.
const ANYONE: (Role, What) = (Role::Actor, What::Kind(Kind::Any));

fn verb_pattern(i: &str) -> Parsed<'_, Pattern> {
    let adjectives = preceded((tag("be"), space1, char('+')), words);
    let trigger = alt((
        adjectives.map(|lemmas| Trigger { class: WordClass::Adjective, lemmas }),
        words.map(|lemmas| Trigger { class: WordClass::Verb, lemmas }),
    ));
    let (i, (subject, trigger, elements)) = (opt(terminated(named_role, space1)), trigger, rest).parse(i)?;
    let subject = subject.unwrap_or(ANYONE);
    Ok((i, Pattern { trigger, subject, possessor: Role::Actor, elements }))
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
    let modifier = delimited(char('{'), words, char('}')).map(Part::Modifier);
    let clause = delimited(char('<'), separated_list1(char('|'), form), char('>')).map(Part::Clause);
    alt((
        filler.map(Part::Object),
        modifier,
        clause,
        forced,
        always.map(Part::Particle),
        preposition,
        words.map(Part::Particle),
    ))
    .parse(i)
}

fn filler(i: &str) -> Parsed<'_, Filler> {
    let heads = heads.map(|heads| Filler { role: None, what: What::Heads(heads) });
    let role = named_role.map(|(role, what)| Filler { role: Some(role), what });
    alt((heads, role)).parse(i)
}

/// `[a|@weapon|martial-law]`
fn heads(i: &str) -> Parsed<'_, Vec<String>> {
    let list = separated_list1(char('|'), alt((class, word.map(|w| vec![w.to_owned()]))));
    let heads = delimited(char('['), list, char(']'));
    heads.map(|lists| lists.concat().iter().map(|h| singular_of(h)).collect()).parse(i)
}

/// The singular of a noun, with the words before it as they are.
fn singular_of(noun: &str) -> String {
    match noun.rsplit_once('-') {
        Some((before, last)) => format!("{before}-{}", singular(last)),
        None => singular(noun).into_owned(),
    }
}

/// `@weapon`: the nouns of that class.
fn class(i: &str) -> Parsed<'_, Vec<String>> {
    let (i, _) = char('@').parse(i)?;
    let (after, name) = word(i)?;
    match classes::nouns(name) {
        Some(nouns) => Ok((after, nouns.to_vec())),
        None => Err(unknown(i, name, classes::names(), "unknown-class", "class")),
    }
}

/// `$role`, `$role:kind` or `$role[a|b]`
fn named_role(i: &str) -> Parsed<'_, (Role, What)> {
    let (i, (role, kind)) = role(i)?;
    if kind != Kind::Any {
        return Ok((i, (role, What::Kind(kind))));
    }
    let (i, heads) = opt(heads).parse(i)?;
    Ok((i, (role, heads.map_or(What::Kind(kind), What::Heads))))
}

fn form(i: &str) -> Parsed<'_, Form> {
    named(i, FORMS, "unknown-form", "form of clause")
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
    Err(unknown(i, name, list.iter().map(|(n, _)| *n), code, what))
}

fn unknown<'a>(
    i: &'a str,
    name: &str,
    list: impl Iterator<Item = &'static str>,
    code: &'static str,
    what: &str,
) -> nom::Err<Stop<'a>> {
    let misnamed = Misnamed { typed: name.to_owned(), known: list.collect() };
    nom::Err::Failure(Stop { rest: i, unknown: Some((code, format!("unknown {what} `{name}`"), misnamed)) })
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
    use super::{Element, Filler, Form, Kind, Part, Role, What, WordClass, parse};

    fn heads(words: &[&str]) -> Filler {
        Filler { role: None, what: What::Heads(list(words)) }
    }

    fn role(role: Role, kind: Kind) -> Filler {
        Filler { role: Some(role), what: What::Kind(kind) }
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
        assert_eq!(read.trigger.class, WordClass::Verb);
        assert_eq!(read.trigger.lemmas, ["impose", "slap"]);
        assert_eq!(read.subject, (Role::Actor, What::Kind(Kind::Any)));
        let on = Part::Preposition(list(&["on", "against"]), role(Role::Recipient, Kind::Actor));
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
        assert_eq!(read.elements[1], must(Part::Object(role(Role::Place, Kind::Any))));
        let read = parse("pull out (of $place)").unwrap();
        assert_eq!(read.elements[1], may(Part::Preposition(list(&["of"]), role(Role::Place, Kind::Any))));
    }

    #[test]
    fn a_subject_in_another_role() {
        let read = parse("$recipient:person die|perish (in $place)").unwrap();
        assert_eq!(read.subject, (Role::Recipient, What::Kind(Kind::Person)));
    }

    #[test]
    fn nouns_and_their_owners() {
        let read = parse("the $recipient's ouster|overthrow (of $recipient) (by $actor)").unwrap();
        assert_eq!(read.trigger.class, WordClass::Noun);
        assert_eq!(read.possessor, Role::Recipient);
        assert_eq!(parse("the visit (to $place)").unwrap().possessor, Role::Actor);
    }

    #[test]
    fn phrases_that_must_have_a_head_and_fill_a_role() {
        let read = parse("$topic[jet|plane] crash (into $place[building])").unwrap();
        assert_eq!(read.subject, (Role::Topic, What::Heads(list(&["jet", "plane"]))));
        let place = Filler { role: Some(Role::Place), what: What::Heads(list(&["building"])) };
        assert_eq!(read.elements, [may(Part::Preposition(list(&["into"]), place))]);
        let read = parse("impose [martial-law|@talks]").unwrap();
        let Part::Object(Filler { what: What::Heads(heads), .. }) = &read.elements[0].part else { panic!() };
        assert!(
            heads.len() > 2 && heads[0] == "martial-law" && heads.iter().any(|h| h == "summit"),
            "{heads:?}"
        );
    }

    #[test]
    fn words_before_a_noun_and_clauses_behind_a_trigger() {
        let read = parse("the strike {air|drone} (on $recipient)").unwrap();
        assert_eq!(read.elements[0], must(Part::Modifier(list(&["air", "drone"]))));
        let read = parse("be +ready|willing <to>").unwrap();
        assert_eq!(
            (read.trigger.class, read.trigger.lemmas),
            (WordClass::Adjective, list(&["ready", "willing"]))
        );
        assert_eq!(read.elements, [must(Part::Clause(vec![Form::Infinitive]))]);
        let read = parse("demand <that|to>").unwrap();
        assert_eq!(read.elements, [must(Part::Clause(vec![Form::That, Form::Infinitive]))]);
    }
}
