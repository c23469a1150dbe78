//! Whom a noun phrase belongs to, and what those who belong to someone are called.

use std::ops::Range;

use compact_str::format_compact;

use crate::event::Participant;
use crate::event::phrase::{Phrase, Phrases};
use crate::gazetteer::{Actor, ActorId, ActorKind, NameKind, PlaceKind, Sector, Sense};
use crate::syntax::chunk::{Np, span_of};
use crate::syntax::inflect::noun_forms;
use crate::syntax::lexicon::AgentKind;
use crate::syntax::unit::{Pos, Unit};

impl Phrases<'_, '_, '_> {
    /// Whom the phrase belongs to: a genitive, a possessive pronoun, nationalities or a name before, or "of ...".
    pub(super) fn owners(&self, phrase: &Phrase, before: Range<usize>) -> Vec<Participant> {
        if let Some(range) = &phrase.possessor
            && let Some(found) = self.read(&Phrase::bare(range.clone()))
            // "the commander whose forces": nobody knows whose.
            && (self.units[phrase.body.start - 1].lower != "whose" || found.who.iter().any(Participant::is_named))
        {
            return found.who;
        }
        let mut found: Vec<Participant> = Vec::new();
        for i in before.rev() {
            let unit = &self.units[i];
            if unit.pos == Pos::Possessive {
                return self.discourse.pronoun(&unit.lower, unit.span).map_or(found, |r| r.who);
            }
            // "the Israeli-Palestinian conflict", "US-Russia talks": both sides.
            if let Some(pair) = self.sides(unit).filter(|_| found.is_empty()) {
                return pair;
            }
            let mut actors = unit.senses.iter().copied().filter_map(Sense::actor);
            let actor = actors.find(|(id, kind)| self.may_own(*id, *kind, phrase));
            let actor = actor.map(|(id, kind)| self.state_then(id, kind));
            // "ethnic Albanian guerrillas" are not Albania's.
            let ethnic = i.checked_sub(1).is_some_and(|b| self.units[b].lower == "ethnic");
            let actor = actor.filter(|_| !ethnic).or_else(|| self.leader(unit));
            if let Some(people) = actor.filter(|_| found.is_empty()).and_then(|id| self.elsewhere(i, id)) {
                return vec![people];
            }
            match actor {
                Some(id) => {
                    found.insert(0, Participant::of(self.gazetteer, id, self.on, unit.span));
                    // "Russian and Syrian warplanes" have two owners, "US President's" one.
                    let joined = i.checked_sub(1).map(|b| self.units[b].pos);
                    if !matches!(joined, Some(Pos::Conjunction | Pos::Comma)) {
                        return found;
                    }
                }
                None if !found.is_empty() && unit.pos != Pos::Conjunction && unit.pos != Pos::Comma => {
                    return found;
                }
                None => {}
            }
        }
        if !found.is_empty() {
            return found;
        }
        phrase.of.iter().filter_map(|of| self.read(&Phrase::bare(of.clone()))).flat_map(|r| r.who).collect()
    }

    /// "Kosovo Albanian leaders": of a people of somewhere else, not of its kin's state.
    fn elsewhere(&self, i: usize, kin: ActorId) -> Option<Participant> {
        let (unit, before) = (&self.units[i], self.units.get(i.checked_sub(1)?)?);
        let adjective =
            unit.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::Adjective | NameKind::People)));
        let state =
            |s: &Sense| self.gazetteer.country_of(self.gazetteer.actor(s.actor()?.0)).map(str::to_owned);
        let land = before.senses.iter().find_map(|s| self.land_of(*s).or_else(|| state(s)))?;
        let own = self.gazetteer.country_of(self.gazetteer.actor(kin));
        // Of those whose plural only adds a letter: "the Bosnian Serb", "a Turkish Cypriot".
        let plural = unit.span.text(self.text).ends_with(['n', 'b', 'i', 't']);
        if !adjective || !plural || own.is_none_or(|own| own == land) {
            return None;
        }
        let span = before.span.cover(unit.span);
        let mut people = Participant::unknown(&format!("{}s", span.text(self.text)), span);
        (people.country, people.sector) = (Some(land.into()), Some(Sector::Civ));
        Some(people)
    }

    /// A bare surname before a thing is a person's only if they were named, or the thing is an office's: "the Bush
    /// administration", but "the Karameh crossing".
    fn may_own(&self, id: ActorId, kind: NameKind, phrase: &Phrase) -> bool {
        let office = || self.units[phrase.body.clone()].iter().any(|u| u.word.agent.is_some());
        kind != NameKind::Surname || self.discourse.knows(&self.gazetteer.actor(id).code) || office()
    }

    /// Whose a thing is by the noun before its own: "a rebel attack", "Karen guerrilla positions", "a police raid".
    pub(super) fn compound_owners(&self, np: &Np) -> Vec<Participant> {
        let Some(before) = np.head.checked_sub(1).filter(|b| *b >= np.body.start) else { return Vec::new() };
        let unit = &self.units[before];
        let Some(agent) = unit.word.agent else { return Vec::new() };
        // "rebel" and "militant" are tagged either way; "military aid" and "a terrorist attack" only say of what kind.
        let noun = unit.pos == Pos::Noun || (unit.pos == Pos::Adjective && agent.kind == AgentKind::Person);
        let acts = noun && agent.kind != AgentKind::Title && agent.sector != Sector::Gov;
        // "terrorist organisations" are those they are named after.
        let body = self.units[np.head].word.agent.is_some();
        if !acts || body || unit.lower == "terrorist" {
            return Vec::new();
        }
        let inner = Phrase::bare(np.body.start..np.head);
        let span = span_of(self.units, inner.body.clone());
        let found = self
            .agent(np.body.start, before)
            .and_then(|(whole, from)| self.described(&inner, whole, from..np.head, span));
        let mut who = found.map(|r| r.who).unwrap_or_default();
        if agent.kind == AgentKind::Person {
            let many =
                noun_forms(&unit.lower).pop().map_or_else(|| unit.lower.to_string(), |(plural, _)| plural);
            for one in who.iter_mut().filter(|p| p.code.is_none()) {
                if let Some(adjectives) = one.name.strip_suffix(&*unit.lower) {
                    one.name = format_compact!("{adjectives}{many}");
                }
            }
        }
        who
    }

    /// "Israeli troops", "Olmert's spokeswoman", "Palestinian militants" though the state of that name came later.
    pub(super) fn possessed(&self, owner: &Participant, noun: &str) -> String {
        let entry = self.discourse.entry(owner);
        let successor = |e: &Actor| self.gazetteer.actor_by_code(e.successors.first()?);
        let of = |e: &Actor| e.adjectives.first().cloned();
        let later = || entry.and_then(successor).and_then(|id| of(self.gazetteer.actor(id)));
        match entry.and_then(of).or_else(later) {
            // "Vietnamese-led forces" say whose they are.
            Some(adjective) if noun.starts_with(&format!("{}-", adjective.to_lowercase())) => {
                format!("{adjective}{}", &noun[adjective.len()..])
            }
            Some(adjective) => format!("{adjective} {noun}"),
            None if owner.name.ends_with('s') => format!("{}' {noun}", owner.name),
            None => format!("{}'s {noun}", owner.name),
        }
    }

    /// The two that a hyphen joins. One side known by its own name may be part of one name: "Bosnia-Herzegovina".
    fn sides(&self, unit: &Unit<'_>) -> Option<Vec<Participant>> {
        let joined = unit.span.text(self.text).split_once('-').filter(|_| unit.senses.is_empty());
        // "two-day", "so-called": most hyphens join no names.
        let capital = |name: &str| name.trim_start().starts_with(char::is_uppercase);
        let (one, other) = joined.filter(|(one, other)| capital(one) && capital(other))?;
        // "the Israeli-Palestinian conflict" is one with all Palestinians, not with their authorities.
        let of = |name: &str| {
            let Some(side) = self.called(name) else {
                // "a China-Africa summit"
                let place = self.gazetteer.find(name).into_iter().find_map(Sense::place)?;
                let wide =
                    matches!(self.gazetteer.place(place).kind, PlaceKind::Continent | PlaceKind::Region);
                return wide.then(|| Participant::unknown(&self.gazetteer.place(place).name, unit.span));
            };
            let people = self.gazetteer.people_of(self.gazetteer.actor(side));
            Some(Participant::of(self.gazetteer, people.unwrap_or(side), self.on, unit.span))
        };
        Some(vec![of(one)?, of(other)?])
    }

    /// "Vietnamese-led forces", "the US-led coalition", "a UN-sponsored summit": who leads.
    pub(super) fn leader(&self, unit: &Unit<'_>) -> Option<ActorId> {
        let (name, does) = unit.span.text(self.text).rsplit_once('-')?;
        let leads = [
            "led",
            "brokered",
            "mediated",
            "sponsored",
            "hosted",
            "organised",
            "organized",
            "imposed",
            "patrolled",
            "enforced",
            "administered",
            "declared",
            "drafted",
            "occupied",
        ];
        leads.iter().any(|verb| does.eq_ignore_ascii_case(verb)).then(|| self.called(name)).flatten()
    }

    /// The likeliest actor of a name, as it was on the article's day.
    fn called(&self, name: &str) -> Option<ActorId> {
        let actor = self.gazetteer.find(name).into_iter().find_map(Sense::actor);
        actor.map(|(id, kind)| self.state_then(id, kind))
    }

    /// The country of a place.
    pub(super) fn land_of(&self, sense: Sense) -> Option<String> {
        self.gazetteer.place(sense.place()?).land().map(str::to_owned)
    }

    /// The state that an adjective or a capital meant on the article's day: "Moscow" was the Soviet Union's.
    pub(super) fn state_then(&self, id: ActorId, kind: NameKind) -> ActorId {
        let actor = self.gazetteer.actor(id);
        let by_name = matches!(kind, NameKind::Name | NameKind::Doubtful | NameKind::Surname);
        if by_name || actor.kind != ActorKind::State || actor.existed_on(self.on) {
            return id;
        }
        let then = self.gazetteer.state_on(&actor.code, self.on).unwrap_or(id);
        // "Serbian forces" of 2000 are Serbia's, which was a part of Yugoslavia; only "Belgrade" spoke for all of it.
        let part = self.gazetteer.actor(then).successors.len() > 1;
        if part && matches!(kind, NameKind::Adjective | NameKind::People) { id } else { then }
    }
}
