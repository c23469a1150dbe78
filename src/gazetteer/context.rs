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

/// Whether the name at `name` stands where a place stands: behind a preposition of place, or before a comma and
/// something that holds the place.
pub(super) fn is_place(
    gazetteer: &Gazetteer,
    sentence: Tokens<'_>,
    name: Range<usize>,
    place: PlaceId,
) -> bool {
    let word = |back: usize| {
        let token = name.start.checked_sub(back).and_then(|at| sentence.tokens.get(at));
        token.filter(|t| t.kind == TokenKind::Word).map(|t| sentence.text_of(t).to_lowercase())
    };
    let said = match word(1).as_deref() {
        Some("of") => word(2).is_some_and(|w| KINDS.contains(&w.as_str())),
        Some(before) => PREPOSITIONS.contains(&before),
        None => false,
    };
    said || is_followed_by_outer(gazetteer, sentence, name.end, place)
}

/// "Reading, Pennsylvania": a comma, and a country or province that the place lies in.
fn is_followed_by_outer(gazetteer: &Gazetteer, sentence: Tokens<'_>, end: usize, place: PlaceId) -> bool {
    let Some([comma, rest @ ..]) = sentence.tokens.get(end..) else { return false };
    if comma.kind != TokenKind::Mark(',') {
        return false;
    }
    let outer = gazetteer.name_at(Tokens { text: sentence.text, tokens: rest });
    let inner = gazetteer.place(place).code.as_str();
    outer.is_some_and(|outer| {
        outer.senses.iter().any(|sense| match sense {
            Sense::Place(id, _) => {
                let outer = gazetteer.place(*id);
                matches!(outer.kind, PlaceKind::Country | PlaceKind::Province | PlaceKind::Region)
                    && gazetteer.lies_in(inner, &outer.code)
            }
            Sense::Actor(..) => false,
        })
    })
}
