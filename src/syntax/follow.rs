//! What may follow what: the cost of each pair of neighbouring parts of speech.
//!
//! Set by hand, as a grammarian would: 0 is what English expects, 9 what it all but forbids. The tagger takes the
//! reading of a sentence whose costs add up to the least.

use crate::syntax::lexicon::Tags;
use crate::syntax::unit::{Pos, Unit};

/// Parts of speech as the pairs are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// "the", "a", "his".
    Det,
    Noun,
    Name,
    /// "he", "them".
    Pron,
    Num,
    Adj,
    Adv,
    Prep,
    /// "to" before a verb.
    To,
    /// "that", "because", "if".
    Sub,
    /// "who", "which", "what".
    Rel,
    Conj,
    /// The beginning, and every mark.
    Mark,
    /// "'s".
    Gen,
    /// "will", "do".
    Modal,
    Be,
    Have,
    /// A present tense: "attacks", "attack".
    Fin,
    /// "attacked": past tense or participle.
    Past,
    /// "attack" behind "to" or a modal.
    Base,
    /// "taken": a participle and nothing else.
    Part,
    Ger,
}

/// How many kinds there are.
const KINDS: usize = 22;

/// The cost of `next` right behind `previous`.
pub(super) const fn cost(previous: Kind, next: Kind) -> u32 {
    COSTS[previous as usize][next as usize] as u32
}

#[rustfmt::skip]
const COSTS: [[u8; KINDS]; KINDS] = [
    //            Det Noun Name Pron Num Adj Adv Prep To Sub Rel Conj Mark Gen Mod Be Have Fin Past Base Part Ger
    /* Det   */ [ 5,  0,  1,  8,  1,  0,  2,  9,  9,  9,  9,  9,  7,  9,  9,  9,  9,  9,  4,  9,  3,  4],
    /* Noun  */ [ 4,  2,  3,  5,  4,  3,  2,  0,  1,  1,  1,  1,  0,  0,  1,  1,  1,  4,  1,  8,  3,  3],
    /* Name  */ [ 4,  2,  3,  5,  4,  4,  2,  0,  2,  1,  1,  1,  0,  0,  1,  1,  1,  1,  0,  8,  3,  4],
    /* Pron  */ [ 5,  8,  7,  7,  5,  5,  1,  2,  2,  2,  2,  2,  1,  9,  0,  0,  0,  0,  0,  7,  4,  4],
    /* Num   */ [ 4,  0,  2,  6,  1,  1,  2,  1,  4,  3,  3,  2,  1,  6,  3,  3,  3,  4,  3,  8,  4,  4],
    /* Adj   */ [ 5,  0,  1,  8,  2,  1,  2,  2,  2,  4,  4,  1,  3,  9,  5,  5,  5,  7,  6,  8,  4,  5],
    /* Adv   */ [ 2,  3,  3,  2,  2,  1,  1,  1,  2,  2,  2,  2,  1,  9,  3,  3,  3,  2,  1,  4,  1,  2],
    /* Prep  */ [ 0,  1,  0,  1,  1,  1,  4,  4,  9,  3,  3,  7,  6,  9,  9,  8,  8,  9,  8,  9,  8,  1],
    /* To    */ [ 8,  9,  9,  9,  9,  9,  2,  9,  9,  9,  9,  9,  7,  9,  9,  0,  0,  9,  9,  0,  9,  9],
    /* Sub   */ [ 0,  1,  0,  0,  1,  2,  2,  2,  5,  5,  5,  6,  4,  9,  1,  1,  1,  2,  2,  8,  4,  2],
    /* Rel   */ [ 1,  2,  1,  0,  2,  3,  1,  2,  3,  6,  6,  7,  5,  9,  0,  0,  0,  0,  0,  8,  5,  4],
    /* Conj  */ [ 1,  1,  1,  1,  1,  1,  1,  2,  2,  2,  2,  6,  4,  9,  3,  3,  3,  4,  1,  5,  3,  2],
    /* Mark  */ [ 0,  1,  0,  0,  1,  1,  1,  1,  4,  1,  1,  1,  1,  9,  5,  5,  5,  4,  2,  5,  3,  2],
    /* Gen   */ [ 6,  0,  2,  9,  1,  0,  3,  7,  9,  9,  9,  7,  6,  9,  9,  9,  9,  9,  5,  9,  4,  4],
    /* Modal */ [ 3,  7,  6,  1,  6,  7,  0,  5,  6,  7,  7,  5,  5,  9,  7,  0,  0,  9,  9,  0,  9,  9],
    /* Be    */ [ 1,  3,  3,  3,  2,  0,  0,  2,  1,  2,  2,  4,  3,  9,  7,  0,  7,  9,  0,  9,  0,  0],
    /* Have  */ [ 1,  2,  4,  3,  1,  2,  0,  3,  1,  5,  5,  6,  4,  9,  7,  0,  7,  9,  0,  9,  0,  8],
    /* Fin   */ [ 0,  1,  1,  1,  1,  2,  2,  0,  1,  1,  1,  2,  1,  9,  7,  6,  6,  8,  6,  8,  5,  3],
    /* Past  */ [ 0,  1,  1,  1,  1,  2,  2,  0,  1,  1,  1,  2,  1,  9,  7,  6,  6,  8,  6,  8,  5,  3],
    /* Base  */ [ 0,  1,  1,  1,  1,  2,  2,  0,  1,  1,  1,  2,  1,  9,  7,  6,  6,  8,  6,  8,  5,  3],
    /* Part  */ [ 0,  3,  3,  1,  2,  2,  2,  0,  1,  1,  1,  2,  1,  9,  7,  6,  6,  8,  6,  8,  5,  3],
    /* Ger   */ [ 0,  1,  1,  1,  1,  1,  2,  0,  1,  1,  1,  2,  1,  9,  7,  6,  6,  8,  6,  8,  5,  4],
];

/// What a noun pays before a particle, where a verb is due.
pub(super) fn parted(units: &[Unit<'_>], noun: usize) -> u32 {
    let [verb, particle, ..] = &units[noun..] else { return 0 };
    let parts = matches!(
        &*particle.lower,
        "down" | "up" | "out" | "off" | "back" | "away" | "over" | "apart" | "aside" | "together"
    );
    if parts && verb.word.tags.any(Tags::BASE) { 5 } else { 0 }
}

/// What a noun or adjective pays between "to" and a particle: "to *crack* down", "to *hand* over".
pub(super) fn phrasal(units: &[Unit<'_>], to: usize) -> u32 {
    let [to, verb, particle, ..] = &units[to..] else { return 0 };
    let particles = matches!(
        &*particle.lower,
        "down" | "up" | "out" | "off" | "back" | "away" | "apart" | "aside" | "together"
    );
    let parts = particles || (&*verb.lower, &*particle.lower) == ("hand", "over");
    if to.lower == "to" && verb.word.tags.any(Tags::BASE) && parts { 5 } else { 0 }
}

/// What a noun pays for standing where a verb does: "the policy *dates* back to 1960".
pub(super) fn dates_back(units: &[Unit<'_>], pos: Pos) -> u32 {
    match units {
        [verb, back, ..] if pos == Pos::Noun && back.lower == "back" && verb.lower == "dates" => 9,
        _ => 0,
    }
}

/// What a subject and a present tense pay for not agreeing: "the army attack", "leaders visits", "he attack".
pub(super) fn disagreement(subject: &Unit<'_>, as_subject: Pos, verb: &Unit<'_>, as_verb: Pos) -> u32 {
    let finite = as_verb == Pos::Finite;
    let third = verb.word.tags.any(Tags::THIRD);
    match as_subject {
        Pos::Pronoun => {
            let object =
                matches!(&*subject.lower, "him" | "them" | "us" | "me" | "himself" | "themselves" | "itself");
            let many = matches!(&*subject.lower, "they" | "we" | "you" | "i" | "these" | "those");
            let predicate =
                finite || matches!(as_verb, Pos::Past | Pos::Be | Pos::Have | Pos::Modal | Pos::Do);
            if object && predicate {
                5
            } else if finite && many == third {
                6
            } else {
                0
            }
        }
        Pos::Noun if finite => {
            let many = subject.word.tags.any(Tags::PLURAL) && !subject.word.tags.any(Tags::NOUN);
            if many == third { 3 } else { 0 }
        }
        Pos::Name if finite && !third => 4,
        _ => 0,
    }
}
