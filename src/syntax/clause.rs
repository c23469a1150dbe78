//! Clauses: each verb group with its subject, object and prepositional phrases, and what governs it.

use std::ops::Range;

use crate::syntax::chunk::{Chunk, Kind, Modality, Np, Tense, VerbForm, Vg};
pub(crate) use crate::syntax::parse::is_predicate;
use crate::syntax::unit::{Pos, Unit};

/// One verb group and what belongs to it. Indices are into the sentence's chunks.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    pub(crate) vg: usize,
    pub(crate) subject: Vec<usize>,
    pub(crate) object: Vec<usize>,
    /// What stands behind the object without a preposition: "gave Israel *two weeks*", "named him *president*".
    pub(crate) second: Vec<usize>,
    /// Prepositional phrases after the verb, then the fronted ones: the preposition's chunk and its noun phrases.
    pub(crate) phrases: Vec<(usize, Vec<usize>)>,
    /// Time expressions in reach: those between subject and verb, those after it, then the fronted ones.
    pub(crate) dates: Vec<usize>,
    /// The time expression that "when" refers to: "this month, *when* the United States sent forces".
    pub(crate) named: Option<usize>,
    pub(crate) governor: Option<usize>,
    pub(crate) link: Link,
    /// The noun it completes: "the *plan* to withdraw", "*claims* that it fired first".
    pub(crate) of_noun: Option<usize>,
    /// First chunk of the clause proper (its subject or the verb), and the chunk after its last.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// How a clause hangs on its governor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    Main,
    /// Joined to the clause before by a conjunction: "met Lavrov and signed a treaty".
    Coordinated,
    Relative,
    /// What is said, planned, tried or refused.
    Complement,
    /// "after", "if", "while": the subordinating chunk.
    Adverbial(usize),
    /// "..., leaving it with two bases", "forces backed by Russia".
    Participial,
}

/// The clauses of a sentence, in the order of their verbs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    pub(crate) clauses: Vec<Clause>,
    /// Noun phrases that name one thing twice: "Peskov, the Kremlin spokesman". The first is what the second is.
    pub(crate) appositions: Vec<(usize, usize)>,
}

/// A sentence, cut into phrases.
pub(crate) struct Parse<'u, 'a> {
    pub(crate) units: &'u [Unit<'a>],
    pub(crate) chunks: &'u [Chunk],
}

impl Parse<'_, '_> {
    /// The first word of a chunk, in lower case: a preposition, a subordinator.
    pub(crate) fn lower(&self, chunk: usize) -> &str {
        self.chunks.get(chunk).and_then(|c| self.units.get(c.units.start)).map_or("", |u| &*u.lower)
    }

    /// The word that says what a noun phrase is: its last noun or name.
    pub(crate) fn head(&self, chunk: usize) -> Option<&Unit<'_>> {
        self.chunks.get(chunk)?.np().map(|np| &self.units[np.head])
    }

    /// The noun phrases behind this preposition in a clause: "killed *by rebels*".
    pub(crate) fn behind<'c>(
        &self,
        clause: &'c Clause,
        preposition: &str,
    ) -> impl Iterator<Item = &'c usize> {
        let phrases = clause.phrases.iter().filter(move |(p, _)| self.lower(*p) == preposition);
        phrases.flat_map(|(_, nps)| nps)
    }

    /// Whether it ends without a stop, as headlines and captions do, or begins with the mark of a list, as the entries of
    /// chronicles do.
    pub(crate) fn is_headline(&self) -> bool {
        let listed = self.units.first().is_some_and(|u| matches!(u.pos, Pos::Stop | Pos::Dash));
        listed || self.units.last().is_none_or(|u| u.pos != Pos::Stop && u.pos != Pos::Quote)
    }

    /// Whom a noun phrase belongs to: "*Turkey's* bid", "*Siniora*, whose country".
    pub(crate) fn possessor(&self, at: usize) -> Option<Range<usize>> {
        let np = self.chunks.get(at)?.np()?;
        let whose = || {
            let relative = at.checked_sub(1).filter(|r| self.lower(*r) == "whose")?;
            let before = relative.checked_sub(1)?;
            let comma = matches!(self.chunks[before].kind, Kind::Comma | Kind::Dash);
            let antecedent = if comma { before.checked_sub(1)? } else { before };
            Some(self.chunks[antecedent].np()?.body.clone())
        };
        np.possessor.clone().or_else(whose)
    }

    /// The verb group of a clause.
    pub(crate) fn vg(&self, clause: &Clause) -> Option<&Vg> {
        self.chunks[clause.vg].vg()
    }

    /// The verb of a clause.
    pub(crate) fn verb(&self, clause: &Clause) -> Option<&Unit<'_>> {
        self.vg(clause).map(|vg| &self.units[vg.head])
    }

    /// Whether the verb of a clause says that its subject takes place: "broke out", "went ahead", "went through".
    pub(crate) fn takes_place(&self, clause: &Clause) -> bool {
        let Some(verb) = self.verb(clause) else { return false };
        let (next, last) = (self.lower(clause.vg + 1), self.lower(clause.vg + 2));
        let phrasal = match &*verb.lower {
            "go" | "goes" | "went" | "gone" | "going" => matches!(next, "through" | "ahead"),
            "get" | "gets" | "got" | "getting" | "is" | "are" | "was" | "were" => {
                next == "underway" || (next, last) == ("under", "way")
            }
            "come" | "comes" | "came" | "coming" => next == "into" && matches!(last, "force" | "effect"),
            _ => false,
        };
        verb.word.effect.happens || phrasal
    }

    /// Whether a clause tells what its subject underwent: "was seized", "towns held by rebels".
    pub(crate) fn is_passive(&self, clause: &Clause) -> bool {
        self.vg(clause).is_some_and(|v| {
            v.passive
                || (v.form == VerbForm::Participle
                    && matches!(clause.link, Link::Participial | Link::Adverbial(_))
                    && clause.start == clause.vg)
                || self.is_elliptic(clause, v)
        })
    }

    /// "two soldiers killed, five wounded": a verb that never does without an object has its subject for one.
    fn is_elliptic(&self, clause: &Clause, vg: &Vg) -> bool {
        vg.form == VerbForm::Participle
            && matches!(clause.link, Link::Main | Link::Coordinated | Link::Complement)
            && self.units[vg.head].word.effect.transitive
            && clause.object.is_empty()
            && !clause.subject.is_empty()
    }

    /// "the killings", "Putin's visit", "his trip": a phrase that takes for granted that there is such a thing.
    pub(crate) fn is_definite(&self, np: &Np) -> bool {
        let pointed = |u: &Unit<'_>| {
            u.pos == Pos::Possessive || matches!(&*u.lower, "the" | "this" | "that" | "these" | "those")
        };
        np.possessor.is_some() || self.units[np.body.clone()].iter().any(pointed)
    }
}

impl Vg {
    /// Whether the verb, by its own form, is told as having happened.
    pub(crate) fn is_past(&self) -> bool {
        self.tense == Tense::Past || (self.tense == Tense::Present && self.perfect)
    }

    /// "met": not "has met", "had met".
    pub(crate) fn is_simple_past(&self) -> bool {
        self.tense == Tense::Past && !self.perfect
    }

    /// "would be replaced": what was to come, seen from then.
    pub(crate) fn is_future_then(&self) -> bool {
        self.modality == Some(Modality::Would) && !self.perfect
    }

    /// Whether a modal leaves it open.
    pub(crate) fn is_hypothetical(&self) -> bool {
        matches!(self.modality, Some(Modality::May | Modality::Would | Modality::Must))
    }
}
