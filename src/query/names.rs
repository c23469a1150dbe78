//! Names in a query: by alias and hierarchy where the gazetteer knows them, by their words where it does not.

use crate::chronology::{Digest, folded};
use crate::diagnostic::{Diagnostic, nearest};
use crate::event::{Participant, PlaceRef, has_figure};
use crate::gazetteer::{ActorKind, Arm, Gazetteer, NameKind, Sector, Sense};
use crate::span::Span;

/// A name and everything it may stand for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name {
    /// As it was typed.
    typed: String,
    /// Its words, folded and between blanks, for who is not in the gazetteer.
    words: String,
    /// Where it stands in the query.
    pub(super) span: Span,
    senses: Vec<Sense>,
    /// The forces or the ministry of a state that it is by its words.
    arm: Option<Arm>,
}

impl Name {
    pub(super) fn new(typed: &str, span: Span, gazetteer: &Gazetteer) -> Self {
        Self {
            typed: typed.to_owned(),
            words: closed(typed),
            span,
            senses: gazetteer.find(typed.trim()),
            arm: gazetteer.arm(typed),
        }
    }

    fn actors(&self) -> impl Iterator<Item = (crate::gazetteer::ActorId, NameKind)> {
        self.senses.iter().filter_map(|s| match s {
            Sense::Actor(id, kind) => Some((*id, *kind)),
            Sense::Place(..) => None,
        })
    }

    /// Whether it names a state itself, not through its capital or one of its leaders.
    pub(super) fn is_state(&self, gazetteer: &Gazetteer) -> bool {
        self.senses.iter().any(|s| gazetteer.is_state(*s))
    }

    /// Whether the participant is the one named, or acts for it.
    pub(super) fn is_participant(&self, p: &Participant, gazetteer: &Gazetteer) -> bool {
        self.actors().any(|(id, _)| {
            let wanted = gazetteer.actor(id);
            let by_code = p.code.as_deref().is_some_and(|c| gazetteer.acts_for(c, &wanted.code));
            let by_name = p
                .acts_for
                .as_ref()
                .is_some_and(|of| *of == wanted.name || acts_for_named(of, &wanted.code, gazetteer));
            by_code
                || by_name
                || (wanted.kind == ActorKind::State
                    && p.country.as_deref() == Some(wanted.code.as_str())
                    && p.sector.is_some_and(is_of_state))
        }) || self.is_arm(p, gazetteer)
            || ((p.code.is_none() || self.senses.is_empty())
                && self.is_word_of(&p.name)
                && !self.is_maker_of(&p.name))
            || (p.code.is_none() && !self.is_state(gazetteer) && self.is_short_for(&p.name))
            || (self.senses.is_empty() && p.acts_for.as_ref().is_some_and(|of| self.is_word_of(of)))
    }

    /// Whether the participant belongs to the arm of a state that is named: "Israeli troops" to the Israeli army. What a
    /// ministry does is filed under its state, so that those who govern it with a name of their own are not meant.
    fn is_arm(&self, p: &Participant, gazetteer: &Gazetteer) -> bool {
        self.arm.is_some_and(|arm| {
            let state = gazetteer.actor(arm.state).code.as_str();
            let of_state = p.country.as_deref() == Some(state) && p.sector == Some(arm.sector);
            of_state && (!arm.ministry || p.code.as_deref() == Some(state))
        })
    }

    /// Whether the place is the one named, or lies in it.
    pub(super) fn holds_place(&self, p: &PlaceRef, gazetteer: &Gazetteer) -> bool {
        let mut known = false;
        for sense in &self.senses {
            let Sense::Place(id, _) = sense else { continue };
            known = true;
            let wanted = gazetteer.place(*id).code.as_str();
            let inside = p.code.as_deref().is_some_and(|c| gazetteer.lies_in(c, wanted));
            if inside || p.country.as_deref().is_some_and(|c| gazetteer.lies_in(c, wanted)) {
                return true;
            }
        }
        (p.code.is_none() || !known) && self.is_word_of(&p.name)
    }

    /// Whether a name that nobody lists is a shorter or longer way to write the typed one, as newswire has it after the
    /// first mention: its last words ("Motors"), its initials ("GM", both ways), or its words in one ("`DaimlerChrysler`").
    fn is_short_for(&self, name: &str) -> bool {
        // "creditors" and "the firm" are anybody's.
        if !name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return false;
        }
        let name_words = closed(name);
        let tail =
            name_words.len() > 4 && self.words.len() > name_words.len() && self.words.ends_with(&name_words);
        let joined = |words: &str| words.replace(' ', "");
        tail || joined(&self.words) == joined(&name_words)
            || is_acronym(&self.typed, name)
            || is_acronym(name, &self.typed)
    }

    /// Whether the typed words stand in a name.
    pub(super) fn is_word_of(&self, name: &str) -> bool {
        self.words.len() > 1 && closed(name).contains(&self.words)
    }

    /// "Airbus" of "Airbus A380": what a known company made is not the company.
    fn is_maker_of(&self, name: &str) -> bool {
        self.actors().next().is_some() && name.split(' ').skip(1).any(has_figure)
    }

    pub(super) fn doubt_actor(&self, digest: &Digest, gazetteer: &Gazetteer) -> Option<Diagnostic> {
        if self.actors().next().is_some() || self.arm.is_some() {
            return None;
        }
        let mut names: Vec<&str> = digest.parties.iter().map(|p| p.name.as_str()).collect();
        names.extend(digest.parties.iter().filter_map(|p| p.acts_for.as_deref()));
        names.extend(gazetteer_actor_names(gazetteer));
        self.doubt_among("unknown-actor", "actor", &names)
    }

    pub(super) fn doubt_place(&self, digest: &Digest, gazetteer: &Gazetteer) -> Option<Diagnostic> {
        if self.senses.iter().any(|s| matches!(s, Sense::Place(..))) {
            return None;
        }
        let mut names: Vec<&str> = digest.places.iter().map(|p| p.name.as_str()).collect();
        names.extend(gazetteer_place_names(gazetteer));
        self.doubt_among("unknown-location", "place", &names)
    }

    /// A doubt where the name is none of `names`.
    pub(super) fn doubt_among(&self, code: &'static str, what: &str, names: &[&str]) -> Option<Diagnostic> {
        if names.iter().any(|n| self.is_word_of(n)) {
            return None;
        }
        let doubt =
            Diagnostic::new(code, format!("no {what} is known by the name `{}`", self.typed), self.span);
        let near = nearest(&self.typed, names.iter().copied()).or_else(|| {
            // A surname is what people type, and misspell; or one word of a newspaper's name.
            let words = names.iter().flat_map(|n| n.split(' '));
            nearest(&self.typed, words.filter(|w| w.len() > 3))
        });
        Some(match near {
            Some(name) => doubt.help(format!("did you mean `{name}`?")),
            None => doubt,
        })
    }
}

/// Whether `short` is written in capitals and made of the initials of `long`, small words aside.
fn is_acronym(long: &str, short: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|c| *c != '.').collect();
    let is_short = (2..=6).contains(&letters.len()) && letters.iter().all(char::is_ascii_uppercase);
    let initials = long.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase());
    is_short && initials.eq(letters.iter().copied())
}

/// Folded words with a blank before and after each, so that only whole words are found in them.
fn closed(text: &str) -> String {
    folded(text) + " "
}

/// Whether the state or body of this name is, or belongs to, the one of this code.
fn acts_for_named(name: &str, wanted: &str, gazetteer: &Gazetteer) -> bool {
    gazetteer.find(name).into_iter().any(|sense| match sense {
        Sense::Actor(id, NameKind::Name) => gazetteer.acts_for(&gazetteer.actor(id).code, wanted),
        _ => false,
    })
}

/// Sectors whose people act for their state whoever they are: a soldier does, a company does not.
const fn is_of_state(sector: Sector) -> bool {
    matches!(sector, Sector::Gov | Sector::Mil | Sector::Cop | Sector::Jud | Sector::Spy | Sector::Leg)
}

fn gazetteer_actor_names(gazetteer: &Gazetteer) -> impl Iterator<Item = &str> {
    gazetteer.actors().flat_map(|(_, a)| std::iter::once(&a.name).chain(&a.aliases)).map(String::as_str)
}

fn gazetteer_place_names(gazetteer: &Gazetteer) -> impl Iterator<Item = &str> {
    gazetteer.places().flat_map(|(_, p)| std::iter::once(&p.name).chain(&p.aliases)).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unlisted_names_are_followed_by_their_short_forms() {
        let gazetteer = Gazetteer::built_in();
        let name = |typed: &str| Name::new(typed, Span::default(), gazetteer);
        let party = |name: &str| Participant { name: name.into(), code: None, ..someone() };
        let hits = [
            ("Acme Motors", "Acme Motors Corporation"),
            ("Acme Motors", "Motors"),
            ("Acme Motors", "AM"),
            ("AM", "Acme Motors"),
            ("Union of Mine Workers", "UMW"),
            ("Daimler Acme", "DaimlerAcme"),
            ("Acme A380", "A380"),
        ];
        let misses = [
            ("Acme creditors", "creditors"),
            ("Acme Motors", "Am"),
            ("Acme Motors", "Acme"),
            ("Acme Motors", "MA"),
            ("Acme Motors", "Other Motors"),
        ];
        for (typed, found) in hits {
            assert!(name(typed).is_participant(&party(found), gazetteer), "{typed}: {found}");
        }
        for (typed, found) in misses {
            assert!(!name(typed).is_participant(&party(found), gazetteer), "{typed}: {found}");
        }
    }

    fn someone() -> Participant {
        Participant::unknown("", Span::default())
    }
}
