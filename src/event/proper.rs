//! Noun phrases whose head is a name: someone the gazetteer knows, someone named before, or an unknown name.

use std::ops::Range;

use crate::event::discourse::{Referent, ReferentKind};
use crate::event::phrase::{Phrase, Phrases};
use crate::event::{Participant, Short};
use crate::gazetteer::{ActorId, ActorKind, NameKind, Sector, Sense};
use crate::span::Span;
use crate::syntax::chunk::span_of;
use crate::syntax::lexicon::AgentKind;
use crate::syntax::unit::Unit;

impl Phrases<'_, '_, '_> {
    /// A name as head: someone the gazetteer knows, someone named before, or an unknown name.
    pub(super) fn named(&self, phrase: &Phrase, name: usize, span: Span) -> Option<Referent> {
        let unit = &self.units[name];
        let written = unit.span.text(self.text);
        let before = phrase.body.start..name;
        let former = self.is_former(before.clone());
        let title = before.clone().rev().find_map(|i| self.units[i].word.agent.map(|a| (a, i)));
        let called =
            title.and_then(|(_, last)| self.agent(before.start, last).map(|(_, from)| from..last + 1));
        let called = called.map(|t| span_of(self.units, t).text(self.text).to_lowercase());
        // "ethnic Albanians" are a people, not their kin's state.
        if self.units[before.clone()].iter().any(|u| u.lower == "ethnic") {
            let mut people = Participant::unknown(&format!("ethnic {written}"), span);
            people.sector = Some(Sector::Civ);
            return Some(Referent::one(people, ReferentKind::Plural));
        }
        // "Omar Sabri ... Sabri": whoever the article named in full, before anyone else of that surname.
        let surname = !unit.senses.is_empty()
            && unit.senses.iter().all(|s| matches!(s, Sense::Actor(_, NameKind::Surname)));
        if surname && let Some(back) = self.discourse.named(written, span) {
            return Some(back);
        }
        if let Some(found) = self.congress(written, span) {
            return Some(found);
        }
        if let Some(id) = self.actor_sense(unit, title.is_some()) {
            let mut found = self.entry_of(id, span);
            if let Some(theirs) = self.body_of_another(phrase, &before, &found, written) {
                return Some(theirs);
            }
            // "Iraqi Kurds", "Kosovo Albanians": a people of somewhere else.
            let people = unit.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::People)));
            if people
                && let Some(owner) = self.owners(&Phrase::bare(phrase.body.clone()), before.clone()).first()
                && owner.country.is_some()
                && owner.country != found.who[0].country
            {
                let mut who = Participant::unknown(owner.span.cover(unit.span).text(self.text), span);
                (who.country, who.sector) = (owner.country.clone(), Some(Sector::Civ));
                found = Referent::one(who, ReferentKind::Plural);
            }
            found.role = called;
            // What the article says of a person's office goes before what we know.
            let person = self.gazetteer.actor(id).kind == ActorKind::Person;
            if let (Some((agent, _)), true) = (title, person)
                && (agent.kind != AgentKind::Person || agent.sector == Sector::Gov)
                && !former
                && let Some(owner) = self.owners(phrase, before).into_iter().next()
            {
                self.serve(&mut found.who[0], &owner, Some(agent.sector));
            }
            // "President Obama" in an article from before, or after, his time: the office that the title names.
            if let (Some(title), true, None) = (&found.role, person, &found.who[0].acts_for) {
                found.who[0].bear(self.gazetteer, title);
                // Who held it once is of that state, but acts for it no more.
                if former {
                    found.who[0].acts_for = None;
                    found.who[0].sector = None;
                }
            }
            return Some(found);
        }
        if let Some(back) = self.discourse.named(written, span) {
            return Some(back);
        }
        if unit.senses.iter().any(|s| matches!(s, Sense::Place(..))) {
            return None;
        }
        // "Baghdad University", "the Lagos Chamber of Commerce"
        let land =
            self.units[before.clone()].iter().find_map(|u| u.senses.iter().find_map(|s| self.land_of(*s)));
        let person = title.is_some() || (written.split_whitespace().count() == 2 && !is_body_name(written));
        let mut participant = Participant::unknown(written, span);
        let sector = title.map(|(agent, _)| agent.sector);
        participant.sector = sector;
        if (title.is_some() || !phrase.of.is_empty())
            && !former
            && let Some(owner) = self.owners(phrase, before).into_iter().next()
        {
            self.serve(&mut participant, &owner, sector);
        }
        if !person {
            participant.country = participant.country.take().or_else(|| land.map(Short::from));
        }
        let kind = if person { ReferentKind::Person } else { ReferentKind::Collective };
        Some(Referent::one(participant, kind).with_role(called))
    }

    /// "Brazil's Senate", "the Nigerian Senate": a body that bears the name of another state's.
    fn body_of_another(
        &self,
        phrase: &Phrase,
        before: &Range<usize>,
        found: &Referent,
        written: &str,
    ) -> Option<Referent> {
        let [body] = found.who.as_slice() else { return None };
        let entry = self.discourse.entry(body).filter(|e| e.kind == ActorKind::Body)?;
        let country = self.gazetteer.country_of(entry)?;
        let owner = self.owners(phrase, before.clone()).into_iter().next()?;
        if owner.country.as_deref().is_none_or(|c| c == country) {
            return None;
        }
        Some(self.body_of(&owner, written, body.span, body.sector))
    }

    /// A body that goes by its state's name and its own.
    fn body_of(&self, state: &Participant, written: &str, span: Span, sector: Option<Sector>) -> Referent {
        let mut body = Participant::unknown(&self.possessed(state, written), span);
        self.serve(&mut body, state, sector);
        Referent::one(body, ReferentKind::Collective)
    }

    /// "Congress" where the article is about another state than America, and no American was named: that state's.
    fn congress(&self, written: &str, span: Span) -> Option<Referent> {
        let home = self.home.filter(|_| written == "Congress")?;
        let state = Participant::of(self.gazetteer, home, self.on, span);
        let has_one = state.country.as_deref().is_some_and(|c| CONGRESSES.contains(&c));
        if !has_one || self.discourse.names_of("USA") {
            return None;
        }
        Some(self.body_of(&state, written, span, Some(Sector::Leg)))
    }

    /// The actor a name stands for; a bare surname only when its bearer was named, or the title agrees.
    fn actor_sense(&self, unit: &Unit<'_>, titled: bool) -> Option<ActorId> {
        let actors = || unit.senses.iter().copied().filter_map(Sense::actor);
        let known = |id: ActorId| self.discourse.knows(&self.gazetteer.actor(id).code);
        if let Some((id, _)) = actors().find(|(id, _)| known(*id)) {
            return Some(id);
        }
        let in_office =
            |id: &ActorId| self.gazetteer.role_on(*id, self.on).is_some_and(|r| r.held_on(self.on));
        let mut named = actors().filter(|(_, k)| *k != NameKind::Surname);
        if let Some((first, kind)) = named.next() {
            // "George Bush" is who is, or was by then, in office: in 1990 the father.
            let namesakes: Vec<ActorId> = named.map(|(id, _)| id).collect();
            let served = |id: &ActorId| self.gazetteer.actor(*id).roles.iter().any(|r| r.began_by(self.on));
            let all = || std::iter::once(first).chain(namesakes.iter().copied());
            let best = || all().find(in_office).or_else(|| all().find(served));
            let person = self.gazetteer.actor(first).kind == ActorKind::Person && !namesakes.is_empty();
            let id = person.then(best).flatten().unwrap_or(first);
            return Some(self.state_then(id, kind));
        }
        // A bare surname: its only bearer, or the only one in office on the article's day.
        let bearers: Vec<ActorId> = actors().map(|(id, _)| id).collect();
        let mut officials = bearers.iter().copied().filter(in_office);
        match (bearers.as_slice(), officials.next(), officials.next()) {
            ([only], ..) => Some(*only),
            (_, Some(official), None) => Some(official),
            ([first, ..], ..) if titled => Some(*first),
            _ => None,
        }
    }
}

/// The states besides the United States whose parliament is called so.
const CONGRESSES: &[&str] = &[
    "ARG", "BOL", "BRA", "CHL", "COL", "CRI", "DOM", "ECU", "ESP", "GTM", "HND", "MEX", "PER", "PHL", "PRY",
    "VEN",
];

fn is_body_name(name: &str) -> bool {
    const BODIES: &[&str] = &[
        "Ministry",
        "Council",
        "Party",
        "Group",
        "Committee",
        "Corp",
        "Airlines",
        "Airways",
        "Bank",
        "Front",
        "Union",
        "Agency",
        "University",
        "Motors",
        "Commission",
        "Court",
        "Army",
        "Movement",
        "Association",
        "Institute",
        "Company",
        "Force",
        "Brigades",
        "News",
        "Times",
        "Post",
        "Radio",
        "Television",
        "Fund",
        // What is no person either: laws and papers go by two words as well.
        "Act",
        "Accord",
        "Accords",
        "Agreement",
        "Bill",
        "Charter",
        "Convention",
        "Declaration",
        "Law",
        "Plan",
        "Protocol",
        "Resolution",
        "Treaty",
    ];
    // "New GM"
    let initials = |w: &str| w.len() > 1 && w.chars().all(char::is_uppercase);
    let mixed = name.chars().any(char::is_lowercase);
    name.split_whitespace().any(|w| BODIES.contains(&w) || (mixed && initials(w)))
}

/// Whether a word is written with a figure, as models are called.
pub(crate) fn has_figure(word: &str) -> bool {
    word.len() > 2 && word.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a name is that of a model: it ends in a word with a figure, "Airbus A380", "Su-25".
pub(super) fn is_model_name(name: &str) -> bool {
    name.split_whitespace().next_back().is_some_and(has_figure)
}
