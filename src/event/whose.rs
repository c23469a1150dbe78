//! Whose things and deeds are where the phrase alone does not tell: a possessive that cannot mean the subject, a deed
//! told before, a document's authors.

use std::cell::OnceCell;

use crate::event::again::same_stem;
use crate::event::cast::Cast;
use crate::event::phrase::Phrases;
use crate::event::roles::is_suffered;
use crate::event::sense::Match;
use crate::event::{EventType, Mention, Participant, author};
use crate::syntax::chunk::Np;
use crate::syntax::clause::{Clause, Parse};
use crate::syntax::unit::{Pos, Unit};

/// How many mentions back "his escape" still points to an escape.
const REACH: usize = 12;

/// One sentence, with whom it names and what its verbs tell.
#[derive(Clone, Copy)]
pub(super) struct Whose<'s, 'u, 'a> {
    pub(super) parse: &'s Parse<'u, 'a>,
    /// The article's text.
    pub(super) text: &'s str,
    pub(super) clauses: &'s [Clause],
    pub(super) verbs: &'s [Option<Match<'a>>],
    pub(super) cast: &'s Cast,
    pub(super) phrases: Phrases<'s, 'u, 'a>,
    /// What earlier sentences told.
    pub(super) mentions: &'s [Mention],
}

/// Whom the things of a sentence belong to, worked out for those that somebody asks for.
pub(super) struct Owners<'s, 'u, 'a> {
    whose: Whose<'s, 'u, 'a>,
    of: Vec<OnceCell<Vec<Participant>>>,
}

impl<'s, 'u, 'a> Owners<'s, 'u, 'a> {
    pub(super) fn new(whose: Whose<'s, 'u, 'a>) -> Self {
        Self { whose, of: vec![OnceCell::new(); whose.parse.chunks.len()] }
    }

    pub(super) fn of(&self, chunk: usize) -> &[Participant] {
        self.of.get(chunk).map_or(&[], |owners| owners.get_or_init(|| self.whose.of_thing(chunk)))
    }
}

impl Whose<'_, '_, '_> {
    /// Whom a phrase belongs to that names nobody: "Ukrainian positions", "the resolution", "*their* offer" turned down.
    pub(super) fn of_thing(&self, at: usize) -> Vec<Participant> {
        if !self.cast.of(at).is_empty() {
            return Vec::new();
        }
        let others = self.possessive(at).and_then(|word| Some(self.but(word, self.harming(at)?)));
        let owners = others.unwrap_or_else(|| self.phrases.owners_of(self.parse, at));
        if owners.is_empty() { self.authors(at) } else { owners }
    }

    /// Whom an event's noun belongs to: "Putin's visit", "*his* escape".
    pub(super) fn of_deed(&self, at: usize, np: &Np) -> Vec<Participant> {
        let word = self.possessive(at);
        let told = word.and_then(|word| self.again(word, np)).or_else(|| self.undergone(word?, at, np));
        told.unwrap_or_else(|| self.phrases.owners_of(self.parse, at))
    }

    /// The possessive pronoun that a phrase begins with.
    fn possessive(&self, at: usize) -> Option<&Unit<'_>> {
        let np = self.parse.chunks[at].np()?;
        Some(&self.parse.units[np.body.start]).filter(|u| u.pos == Pos::Possessive)
    }

    /// Whom a possessive means that cannot mean the subject.
    fn but(&self, word: &Unit<'_>, subject: &[usize]) -> Vec<Participant> {
        let but: Vec<Participant> = self.cast.all(subject).cloned().collect();
        let others = self.phrases.discourse.pronoun_but(&word.lower, word.span, &but);
        others.map_or_else(Vec::new, |r| r.who)
    }

    /// The subject of the verb that has a phrase as its object, where nobody does such a thing to his own.
    fn harming(&self, at: usize) -> Option<&[usize]> {
        use EventType::{Accuse, Assault, Coerce, Reject, Sanction};
        let with = |c: &Clause| self.parse.behind(c, "with").any(|np| *np == at);
        let held = |c: &Clause| !self.parse.is_passive(c) && (c.object.contains(&at) || with(c));
        let (clause, found) = self.clauses.iter().zip(self.verbs).find(|(c, _)| held(c))?;
        let event = found.as_ref()?.frame.event;
        matches!(event, Accuse | Assault | Coerce | Reject | Sanction).then_some(clause.subject.as_slice())
    }

    /// Whoever wrote "the resolution", "the statement".
    fn authors(&self, at: usize) -> Vec<Participant> {
        let definite = self.parse.chunks[at].np().is_some_and(|np| self.parse.is_definite(np));
        let noun = author::document(self.parse, at).filter(|_| definite);
        noun.map_or_else(Vec::new, |noun| self.phrases.discourse.authors(noun).to_vec())
    }

    /// "The captain escaped on Monday. ... *his escape*": of whoever did it where it was told, whoever was named since.
    fn again(&self, word: &Unit<'_>, np: &Np) -> Option<Vec<Participant>> {
        let noun = self.parse.units[np.head].span.text(self.text);
        let alone = |m: &&Mention| match m.actors.as_slice() {
            [one] => one.is_human(self.phrases.gazetteer) && same_stem(&m.trigger.text, noun),
            _ => false,
        };
        let one = matches!(&*word.lower, "his" | "her");
        let told = self.mentions.iter().rev().take(REACH).filter(|_| one).find(alone)?;
        Some(told.actors.iter().map(|p| Participant { span: word.span, ..p.clone() }).collect())
    }

    /// "Jibril confirmed *his death*": nobody tells of his own.
    fn undergone(&self, word: &Unit<'_>, at: usize, np: &Np) -> Option<Vec<Participant>> {
        let noun = &*self.parse.units[np.head].lower;
        let suffered = is_suffered(noun) || matches!(noun, "death" | "funeral" | "burial");
        let clause =
            self.clauses.iter().find(|c| suffered && c.object.contains(&at) && !self.parse.is_passive(c))?;
        Some(self.but(word, &clause.subject))
    }
}

/// "The rebels turned down *their candidates*": whose they are is turned down, and that is not the subject.
pub(super) fn disown(
    parse: &Parse<'_, '_>,
    clauses: &[Clause],
    verbs: &[Option<Match<'_>>],
    cast: &mut Cast,
) {
    for (clause, found) in clauses.iter().zip(verbs) {
        let rejects = found.as_ref().is_some_and(|m| m.frame.event == EventType::Reject);
        for object in clause.object.iter().filter(|_| rejects) {
            let first = parse.chunks[*object].np().map(|np| &parse.units[np.body.start]);
            if first.is_some_and(|u| u.pos == Pos::Possessive) {
                cast.clear(*object);
            }
        }
    }
}
