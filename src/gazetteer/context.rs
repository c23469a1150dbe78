//! Whether the words around a name say that it is a place.

use std::ops::Range;

use crate::text::{TokenKind, Tokens};

use super::{Gazetteer, PlaceId, PlaceKind, Sense};

/// Words before a place and seldom before a person.
const PREPOSITIONS: &[&str] = &[
    "across",
    "around",
    "at",
    "in",
    "inside",
    "into",
    "near",
    "outside",
    "through",
    "throughout",
    "toward",
    "towards",
];

/// Words for a kind of place that "of" and a name follow: "the town of Reading".
const KINDS: &[&str] = &[
    "area", "city", "county", "district", "island", "port", "province", "region", "state", "suburb", "town",
    "township", "village",
];

/// A name in its sentence.
pub(super) struct Name<'s> {
    pub(super) sentence: Tokens<'s>,
    /// Its tokens.
    pub(super) at: Range<usize>,
}

impl Name<'_> {
    /// The word so many before the name, in small letters.
    fn before(&self, back: usize) -> Option<String> {
        let token = self.at.start.checked_sub(back).and_then(|at| self.sentence.tokens.get(at));
        token.filter(|t| t.kind == TokenKind::Word).map(|t| self.sentence.text_of(t).to_lowercase())
    }

    /// "in Reading", but not "at Clinton's": a place seldom owns what follows.
    pub(super) fn follows_preposition(&self) -> bool {
        let owns = self.sentence.tokens.get(self.at.end).is_some_and(|t| t.kind == TokenKind::Possessive);
        !owns && self.before(1).is_some_and(|word| PREPOSITIONS.contains(&word.as_str()))
    }

    /// "the town of Reading".
    pub(super) fn is_called_a_place(&self) -> bool {
        let of = self.before(1).as_deref() == Some("of");
        of && self.before(2).is_some_and(|word| KINDS.contains(&word.as_str()))
    }

    /// "Reading, Pennsylvania": a comma, and a country or province that the place lies in.
    pub(super) fn is_placed(&self, gazetteer: &Gazetteer, place: PlaceId) -> bool {
        let Some([comma, rest @ ..]) = self.sentence.tokens.get(self.at.end..) else { return false };
        if comma.kind != TokenKind::Mark(',') {
            return false;
        }
        let outer = gazetteer.name_at(Tokens { text: self.sentence.text, tokens: rest });
        let inner = gazetteer.place(place).code.as_str();
        outer.is_some_and(|outer| outer.senses.iter().any(|sense| holds(gazetteer, *sense, inner)))
    }
}

/// Whether a sense is a country, region or province that holds a place.
fn holds(gazetteer: &Gazetteer, outer: Sense, inner: &str) -> bool {
    let Sense::Place(id, _) = outer else { return false };
    let outer = gazetteer.place(id);
    matches!(outer.kind, PlaceKind::Country | PlaceKind::Province | PlaceKind::Region)
        && gazetteer.lies_in(inner, &outer.code)
}
