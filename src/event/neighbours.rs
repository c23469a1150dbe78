//! Parts of speech that a neighbour decides: noun or verb, base or finite, adjective or past tense.

use crate::event::frame::Inflection;
use crate::event::unit::{PARTICLES, Pos, Unit};

/// Settles what each unit is among its neighbours, from left to right; its first guess disregards them.
pub(super) fn settle(units: &mut [Unit<'_>]) {
    let finite = units
        .iter()
        .any(|u| matches!(u.pos, Pos::Modal | Pos::Be | Pos::Have | Pos::Do | Pos::Past | Pos::Finite));
    for i in 0..units.len() {
        let previous = previous_word(units, i);
        let next = units.get(i + 1).map(|u| u.pos);
        let unit = &units[i];
        let forms = unit.forms;
        let after_verbal = matches!(previous, Some(Pos::Modal | Pos::To | Pos::Do));
        let in_phrase = matches!(
            previous,
            Some(
                Pos::Determiner
                    | Pos::Possessive
                    | Pos::Adjective
                    | Pos::Genitive
                    | Pos::Number
                    | Pos::Preposition
            )
        );
        let pos = match unit.pos {
            _ if unit.lower == "back" && is_particle(previous, next) => Pos::Adverb,
            // "carried out a strike", "blew up a bridge": behind a verb these take no phrase of their own.
            Pos::Preposition
                if matches!(unit.lower.as_str(), "out" | "up" | "down")
                    && previous.is_some_and(Pos::is_verb)
                    && next.is_some_and(opens_phrase) =>
            {
                Pos::Adverb
            }
            Pos::Adjective if forms.has(Inflection::Past) && !modifies(previous, next) => {
                if matches!(previous, Some(Pos::Be | Pos::Have)) { Pos::Participle } else { Pos::Past }
            }
            // "took control of", "exchanged views with": behind a verb and without an object of its own, a word that
            // looks like a second verb is the first one's object.
            Pos::Finite
                if matches!(previous, Some(Pos::Past | Pos::Finite | Pos::Base | Pos::Gerund))
                    && next.is_none_or(|p| {
                        matches!(p, Pos::Preposition | Pos::Timex | Pos::Comma | Pos::Conjunction | Pos::Stop)
                    }) =>
            {
                Pos::Noun
            }
            Pos::Noun | Pos::Finite | Pos::Adjective if after_verbal && forms.has(Inflection::Base) => {
                Pos::Base
            }
            Pos::Past | Pos::Participle if after_verbal && forms.has(Inflection::Base) => Pos::Base,
            // "a Syrian was killed"
            Pos::Adjective
                if !unit.senses.is_empty()
                    && !next.is_some_and(|p| {
                        matches!(p, Pos::Noun | Pos::Name | Pos::Adjective | Pos::Number | Pos::Gerund)
                    }) =>
            {
                Pos::Name
            }
            // "to" before a noun phrase is a preposition.
            Pos::To
                if next.is_some_and(|p| {
                    !matches!(p, Pos::Finite | Pos::Base | Pos::Gerund)
                        && !matches!(p, Pos::Adverb | Pos::Be | Pos::Have | Pos::Do | Pos::Negation)
                }) && !units.get(i + 1).is_some_and(|u| u.forms.has(Inflection::Base)) =>
            {
                Pos::Preposition
            }
            Pos::Noun if forms.verb() && !in_phrase && unit.word.agent.is_none() => {
                noun_or_verb(units, i, previous, next, finite)
            }
            // "an interim report", "the 1991 raids": no verb stands behind a determiner or an adjective.
            Pos::Finite if in_phrase && (forms.noun() || previous != Some(Pos::Preposition)) => Pos::Noun,
            // "the killing of", "fighting in": a gerund behind a determiner is a noun; so is one that a trigger
            // lists as a noun when nothing verbal stands around it.
            Pos::Gerund if matches!(previous, Some(Pos::Determiner | Pos::Genitive | Pos::Possessive)) => {
                if next.is_some_and(Pos::is_nominal) && !forms.noun() {
                    Pos::Adjective
                } else {
                    Pos::Noun
                }
            }
            Pos::Gerund
                if forms.noun()
                    && !matches!(previous, Some(Pos::Be | Pos::Have | Pos::Negation))
                    && !takes_object(units, i) =>
            {
                Pos::Noun
            }
            // "the wounded soldiers", "armed men": a participle between determiner and noun.
            Pos::Past | Pos::Participle
                if in_phrase && next.is_some_and(|p| matches!(p, Pos::Noun | Pos::Name | Pos::Adjective)) =>
            {
                Pos::Adjective
            }
            Pos::Past if matches!(previous, Some(Pos::Be | Pos::Have)) => Pos::Participle,
            Pos::Noun | Pos::Finite
                if matches!(previous, Some(Pos::Be | Pos::Have)) && forms.has(Inflection::Participle) =>
            {
                Pos::Participle
            }
            pos => pos,
        };
        units[i].pos = pos;
    }
}

/// The part of speech before, adverbs and negations left out; a date inside a noun phrase ("a February blast")
/// passes for its determiner.
fn previous_word(units: &[Unit<'_>], i: usize) -> Option<Pos> {
    let at = units[..i].iter().rposition(|u| !matches!(u.pos, Pos::Adverb | Pos::Negation))?;
    let determined = units[at].pos == Pos::Timex && at > 0 && units[at - 1].pos == Pos::Determiner;
    Some(units[if determined { at - 1 } else { at }].pos)
}

/// Whether a noun phrase may begin with it.
fn opens_phrase(pos: Pos) -> bool {
    pos.is_nominal() || matches!(pos, Pos::Determiner | Pos::Possessive | Pos::Adjective)
}

/// "pulled *back*", "sent troops *back* to": the verb "back" is never without its object.
fn is_particle(previous: Option<Pos>, next: Option<Pos>) -> bool {
    previous.is_some_and(Pos::is_verb)
        || (matches!(previous, Some(Pos::Noun | Pos::Name | Pos::Pronoun))
            && next.is_none_or(|p| {
                matches!(p, Pos::Preposition | Pos::To | Pos::Timex | Pos::Comma | Pos::Stop)
            }))
}

/// Whether a word that may be adjective or past tense describes what follows: "the alleged fraud", "denied planned
/// strikes"; but "the opposition alleged fraud", "the visit was planned", "talks scheduled for May".
fn modifies(previous: Option<Pos>, next: Option<Pos>) -> bool {
    let subject =
        matches!(previous, Some(Pos::Noun | Pos::Name | Pos::Pronoun | Pos::Relative | Pos::Be | Pos::Have));
    let noun = next.is_some_and(|p| {
        matches!(
            p,
            Pos::Noun | Pos::Name | Pos::Adjective | Pos::Number | Pos::Timex | Pos::Gerund | Pos::Finite
        )
    });
    noun && !subject
}

fn takes_object(units: &[Unit<'_>], i: usize) -> bool {
    units.get(i + 1).is_some_and(|u| {
        matches!(u.pos, Pos::Determiner | Pos::Possessive | Pos::Name | Pos::Pronoun | Pos::Number)
            || (u.pos == Pos::Adjective && !u.senses.is_empty())
    })
}

/// A form that may be noun or verb, outside a noun phrase: "Putin visits Damascus", "rebels attack".
fn noun_or_verb(units: &[Unit<'_>], i: usize, previous: Option<Pos>, next: Option<Pos>, finite: bool) -> Pos {
    let forms = units[i].forms;
    let subject = matches!(previous, Some(Pos::Name | Pos::Noun | Pos::Pronoun | Pos::Relative | Pos::That));
    let third = forms.has(Inflection::ThirdPerson);
    if previous == Some(Pos::Pronoun) && (third || forms.has(Inflection::Base)) {
        return Pos::Finite;
    }
    if matches!(previous, Some(Pos::Relative)) {
        return Pos::Finite;
    }
    // "people move forward", "rebels pull back": nouns take no such particle.
    let moved = units.get(i + 1).is_some_and(|u| u.lower == "back" || PARTICLES.contains(&u.lower.as_str()));
    if subject && moved && (third || forms.has(Inflection::Base)) {
        return Pos::Finite;
    }
    let opens_object = next.is_some_and(|p| {
        matches!(
            p,
            Pos::Determiner
                | Pos::Possessive
                | Pos::Name
                | Pos::Pronoun
                | Pos::Number
                | Pos::Adjective
                | Pos::Noun
                | Pos::To
                | Pos::That
        )
    });
    // Without any finite verb in the sentence (a headline) a preposition may follow too.
    let follows = opens_object
        || (!finite && next.is_some_and(|p| matches!(p, Pos::Preposition | Pos::Timex | Pos::Adverb)));
    if subject && !finite && follows && (third || forms.has(Inflection::Base)) {
        return Pos::Finite;
    }
    if subject && third && opens_object && previous == Some(Pos::Name) {
        return Pos::Finite;
    }
    Pos::Noun
}
