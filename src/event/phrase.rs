//! Noun phrases to participants: a name, a title with a name, a role with its owners, a pronoun.

use std::ops::Range;

use chrono::NaiveDate;

use crate::event::discourse::{Discourse, Referent, ReferentKind};
use crate::event::nouns::{is_another, is_elective, is_machine, is_of_class, is_of_state, modifiers, titled};
use crate::event::{Participant, Short};
use crate::gazetteer::{ActorId, ActorKind, Gazetteer, Sector};
use crate::span::Span;
use crate::syntax::chunk::span_of;
use crate::syntax::clause::Parse;
use crate::syntax::inflect::singular;
use crate::syntax::lexicon::{Agent, AgentKind, Lexicon, Tags};
use crate::syntax::unit::{Pos, Unit, lower};

/// Reads noun phrases of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Phrases<'p, 'u, 'g> {
    pub(super) text: &'p str,
    pub(super) units: &'p [Unit<'u>],
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) lexicon: &'p Lexicon,
    pub(super) discourse: &'p Discourse<'g>,
    /// The article's day: whose office counts.
    pub(super) on: NaiveDate,
    /// The state the article is about, if it is about one.
    pub(super) home: Option<ActorId>,
    /// The part of that state that it is about, if it is about one.
    pub(super) region: Option<ActorId>,
}

/// A noun phrase and what follows it behind "of".
#[derive(Debug, Clone, Default)]
pub(super) struct Phrase {
    pub(super) possessor: Option<Range<usize>>,
    pub(super) body: Range<usize>,
    /// The noun phrases behind "of": "the ministers of *Greece* and *Cyprus*".
    pub(super) of: Vec<Range<usize>>,
}

impl Phrase {
    pub(super) fn bare(body: Range<usize>) -> Self {
        Self { body, ..Self::default() }
    }
}

impl Phrases<'_, '_, '_> {
    /// Who a noun phrase names; none for a thing, a place, or when in doubt.
    pub(super) fn read(&self, phrase: &Phrase) -> Option<Referent> {
        let units = self.units;
        let body = phrase.body.clone();
        let span = span_of(units, body.clone());
        let last = body.clone().rev().find(|i| units[*i].pos.is_nominal())?;
        if units[last].pos == Pos::Pronoun {
            return self.discourse.pronoun(&units[last].lower, span);
        }
        if units[body.clone()].iter().any(|u| u.lower == "latter") {
            return self.discourse.latter(span);
        }
        // "thousands of Nigerians", "two of the rebels": those counted; "the two": the last two named.
        let two = units[last].lower == "two" && units[body.start].lower == "the" && phrase.of.is_empty();
        if two {
            return self.discourse.pair(true, span).or_else(|| self.discourse.pair(false, span));
        }
        if units[last].pos == Pos::Number {
            // "the Boeing 787 ... the 787"
            let model = || self.discourse.named(&units[last].lower, span);
            let counted = phrase.of.iter().find_map(|of| self.read(&Phrase::bare(of.clone())));
            return counted.or_else(|| model().filter(|_| units[body.start].lower == "the"));
        }
        if units[last].pos == Pos::Name {
            return self.named(phrase, last, span);
        }
        // "a group of protesters", "the Arab country of Tunisia": what stands behind "of" says who.
        let said_behind = matches!(
            &*units[last].lower,
            "group"
                | "crowd"
                | "handful"
                | "delegation"
                | "contingent"
                | "country"
                | "nation"
                | "state"
                | "kingdom"
                | "republic"
        );
        if said_behind
            && phrase.possessor.is_none()
            && let Some(found) = phrase.of.iter().find_map(|of| self.read(&Phrase::bare(of.clone())))
        {
            return Some(found);
        }
        // "Minister of Defence Omar Haddad": the office ends in its holder's name.
        if units[last].word.agent.is_some_and(|a| a.kind == AgentKind::Title)
            && let [office] = phrase.of.as_slice()
            && let Some(name) = office.clone().next_back()
            && office.len() > 1
            && units[office.start].pos == Pos::Noun
            && units[name].pos == Pos::Name
        {
            return self.named(&Phrase::bare(office.start..name + 1), name, span);
        }
        if let Some(pair) = self.pair(body.clone(), last, span) {
            return Some(pair);
        }
        // "the A380 ... the aircraft"
        if is_of_class(&units[last].lower, "aircraft") {
            // "the new A380 superjumbo"
            let model = (body.start..last).rev().find(|i| units[*i].firm);
            if let Some(name) = model {
                return self.named(&Phrase::bare(body.start..name + 1), name, units[name].span);
            }
            let back =
                matches!(&*units[body.start].lower, "the" | "this").then(|| self.discourse.model(span));
            if let Some(back) = back.flatten() {
                return Some(back);
            }
        }
        let (agent, from) = self.agent(body.start, last)?;
        self.described(phrase, agent, from..last + 1, span)
    }

    /// Whom a noun phrase belongs to: "Putin's visit", "Russian and Syrian airstrikes", "his trip".
    pub(super) fn owners_of(&self, parse: &Parse<'_, '_>, at: usize) -> Vec<Participant> {
        let Some(np) = parse.chunks[at].np() else { return Vec::new() };
        let compound = self.compound_owners(np);
        if !compound.is_empty() {
            return compound;
        }
        let phrase = Phrase { possessor: parse.possessor(at), body: np.body.clone(), of: Vec::new() };
        self.owners(&phrase, np.body.start..np.head)
    }

    /// Gives nameless forces to whoever sends or withdraws them: "the United States sent special forces".
    pub(super) fn lend(&self, forces: &mut Participant, owner: &Participant) {
        forces.name = self.possessed(owner, &forces.name).into();
        self.serve(forces, owner, forces.sector);
    }

    /// Makes `participant` act for `owner`, or for the state that its owner acts for.
    pub(super) fn serve(&self, participant: &mut Participant, owner: &Participant, sector: Option<Sector>) {
        let kind = self.discourse.entry(owner).map(|e| e.kind);
        let through = matches!(kind, Some(ActorKind::Body | ActorKind::Force | ActorKind::Person));
        participant.acts_for = if through {
            owner.acts_for.clone().or_else(|| Some(owner.name.clone()))
        } else {
            Some(owner.name.clone())
        };
        participant.country = owner.country.clone().or_else(|| participant.country.clone());
        participant.sector = sector.or(participant.sector);
    }

    /// A participant from its gazetteer entry, in the role of the article's day.
    pub(super) fn entry_of(&self, id: ActorId, span: Span) -> Referent {
        let participant = Participant::of(self.gazetteer, id, self.on, span);
        let kind = match self.gazetteer.actor(id).kind {
            ActorKind::Person => ReferentKind::Person,
            ActorKind::People => ReferentKind::Plural,
            _ => ReferentKind::Collective,
        };
        Referent::one(participant, kind)
    }

    /// "the two presidents", "both countries".
    fn pair(&self, body: Range<usize>, last: usize, span: Span) -> Option<Referent> {
        // "only two Arab countries" are any two.
        let words = &self.units[body];
        let pointed = matches!(&*words[0].lower, "the" | "these" | "those" | "both") || words.len() == 2;
        let two = words.iter().any(|u| matches!(&*u.lower, "two" | "both"));
        if !(two && pointed) {
            return None;
        }
        let noun = &self.units[last];
        let head = singular(&noun.lower);
        match &*head {
            "country" | "side" | "nation" | "state" | "government" | "neighbour" | "neighbor" | "ally"
            | "party" | "movement" | "group" | "faction" | "rival" | "foe" => {
                self.discourse.pair(false, span)
            }
            "leader" | "man" | "counterpart" => self.discourse.pair(true, span),
            _ if noun.word.agent.is_some_and(|a| a.kind == AgentKind::Title) => {
                self.discourse.pair(true, span)
            }
            _ => None,
        }
    }

    /// "former president", "ex-premier": the office is not held any more.
    pub(super) fn is_former(&self, before: Range<usize>) -> bool {
        self.units[before].iter().any(|u| {
            matches!(
                &*u.lower,
                "former"
                    | "late"
                    | "ousted"
                    | "deposed"
                    | "toppled"
                    | "exiled"
                    | "ex"
                    | "slain"
                    | "first"
                    | "last"
                    | "next"
                    | "then"
                    | "future"
                    | "only"
            ) || u.lower.starts_with("ex-")
        })
    }

    /// Someone named by a role: "the Iranian president", "Israeli troops", "his rebel forces".
    pub(super) fn described(
        &self,
        phrase: &Phrase,
        agent: Agent,
        noun: Range<usize>,
        span: Span,
    ) -> Option<Referent> {
        let units = self.units;
        let before = phrase.body.start..noun.start;
        let head = &units[noun.end - 1];
        let words = lower(span_of(units, noun.clone()).text(self.text)).into_owned();
        let definite = phrase.possessor.is_some()
            || units[before.clone()].iter().any(|u| {
                matches!(&*u.lower, "the" | "this" | "that" | "these" | "those") || u.pos == Pos::Possessive
            });
        let bare = units[before.clone()].iter().all(|u| !matches!(u.pos, Pos::Determiner | Pos::Number));
        let plural = (head.word.tags.any(Tags::PLURAL) && !head.word.tags.any(Tags::NOUN))
            || matches!(&*head.lower, "people" | "police" | "men" | "women");
        let kind = match agent.kind {
            _ if plural => ReferentKind::Plural,
            AgentKind::Group => ReferentKind::Collective,
            AgentKind::Title | AgentKind::Person => ReferentKind::Person,
        };
        let owners = self.owners(phrase, before.clone());
        if owners.is_empty() {
            let definite = definite && !is_another(&units[before.clone()]);
            // "Darfur rebels", "the government of Sindh province"
            let around = std::iter::once(before).chain(phrase.of.iter().cloned());
            let place =
                around.flat_map(|r| &units[r]).find(|u| u.senses.iter().any(|s| self.land_of(*s).is_some()));
            let land = place.and_then(|u| u.senses.iter().find_map(|s| self.land_of(*s)));
            let body = || {
                let local = place.filter(|_| agent.sector == Sector::Gov)?;
                let mut who = Participant::unknown(&format!("{} {words}", local.span.text(self.text)), span);
                who.sector = Some(agent.sector);
                Some(Referent::one(who, kind).with_role(Some(words.clone())))
            };
            let mut found = self.unowned(&words, definite, bare, agent, kind, span).or_else(body)?;
            for who in &mut found.who {
                if who.code.is_none() && who.acts_for.is_none() {
                    who.country = who.country.take().or_else(|| land.as_deref().map(Short::from));
                }
            }
            return Some(found);
        }
        let former = self.is_former(before.clone());
        // "elected Joseph Aoun president": he, not somebody of his.
        let bare = phrase.possessor.is_none() && units[before.clone()].iter().all(|u| u.pos == Pos::Name);
        if let ([owner], true) = (owners.as_slice(), bare && is_elective(&words))
            && owner.is_human(self.gazetteer)
        {
            let he = Participant { span, ..owner.clone() };
            return Some(Referent::one(he, ReferentKind::Person).with_role(Some(words)));
        }
        // "the Hamas movement", "the APEC forum": the body itself.
        if agent.kind == AgentKind::Group {
            // "Osama bin Laden's al-Qaeda network"
            let possessed = phrase.possessor.is_some();
            let inner = possessed.then(|| self.owners(&Phrase::bare(phrase.body.clone()), before.clone()));
            let inner = inner.as_deref().unwrap_or(&owners);
            // "the rival Hamas and Fatah movements"
            let shared = matches!(&*words, "movements" | "parties" | "factions" | "organisations");
            let noun = if shared { singular(&words) } else { words.as_str().into() };
            if !inner.is_empty() && inner.iter().all(|owner| self.is_called(owner, &noun)) {
                let kind = if inner.len() > 1 { ReferentKind::Plural } else { ReferentKind::Collective };
                return Some(Referent::many(inner.to_vec(), kind).with_role(Some(words)));
            }
        }
        // "the Israeli leader" after Olmert was named: he.
        if definite
            && !plural
            && let [owner] = owners.as_slice()
            && let Some(back) = self.discourse.serving(&words, owner, span)
        {
            return Some(back.with_role(Some(words)));
        }
        let who = owners.iter().map(|owner| {
            let holder = (agent.kind == AgentKind::Title && (definite || plural) && !former)
                .then(|| self.holder(&words, owner))
                .flatten();
            if let Some(id) = holder {
                return Participant::of(self.gazetteer, id, self.on, span);
            }
            let name = modifiers(self.text, units, &before, &words);
            let found = self.of_owner(owner, agent, &name, span);
            self.as_written(found, owner, before.clone(), &noun)
        });
        let who: Vec<Participant> = who.collect();
        // "Israeli jets" come back as Israel does, by "it".
        let machines = agent.kind == AgentKind::Group && is_machine(&words);
        if machines && who.iter().zip(&owners).all(|(one, owner)| one.name == owner.name) {
            return Some(Referent::many(who, ReferentKind::Collective));
        }
        Some(Referent::many(who, kind).with_role(Some(words)))
    }

    /// "the Iraq Study Group": a body written in capitals throughout goes by its name as it stands.
    fn as_written(
        &self,
        found: Participant,
        owner: &Participant,
        before: Range<usize>,
        noun: &Range<usize>,
    ) -> Participant {
        let capital = |i: usize| self.units[i].span.text(self.text).starts_with(char::is_uppercase);
        let from = before.clone().find(|i| self.units[*i].span == owner.span);
        let Some(from) = from.filter(|_| found.code.is_none() && found.name != owner.name) else {
            return found;
        };
        let written = span_of(self.units, from..noun.end).text(self.text);
        let shouted = !written.contains(char::is_lowercase);
        if shouted || noun.len() + noun.start - from < 3 || !(from..noun.end).all(capital) {
            return found;
        }
        Participant { name: written.into(), ..found }
    }

    /// Whether a noun only says what kind of body its owner is.
    fn is_called(&self, owner: &Participant, noun: &str) -> bool {
        match self.discourse.entry(owner).map(|e| e.kind) {
            Some(ActorKind::ArmedGroup | ActorKind::Party) => {
                matches!(
                    noun,
                    "network"
                        | "terror network"
                        | "terrorist network"
                        | "movement"
                        | "group"
                        | "militia"
                        | "organisation"
                        | "organization"
                        | "party"
                        | "faction"
                )
            }
            Some(ActorKind::Organisation) => matches!(
                noun,
                "organisation"
                    | "organization"
                    | "alliance"
                    | "bloc"
                    | "forum"
                    | "group"
                    | "grouping"
                    | "agency"
            ),
            Some(ActorKind::Company | ActorKind::Agency) => {
                matches!(
                    noun,
                    "company" | "group" | "agency" | "news agency" | "newspaper" | "airline" | "network"
                )
            }
            _ => false,
        }
    }

    /// Who holds an office of someone: the presidents of Egypt, Hamas's leader, "his Italian counterpart".
    fn holder(&self, title: &str, owner: &Participant) -> Option<ActorId> {
        let code = owner.code.as_deref().unwrap_or_default();
        let title = singular(title);
        self.gazetteer.holder(&title, code, self.on)
    }

    /// Nameless people of an owner: "Israeli troops", "a Palestinian official", who speaks for his side.
    fn of_owner(&self, owner: &Participant, agent: Agent, words: &str, span: Span) -> Participant {
        let entry = self.discourse.entry(owner);
        // "the Palestinian people"
        if let ("people" | "nation", Some(entry)) = (words, entry)
            && let Some(people) = self.gazetteer.people_of(entry)
        {
            return Participant::of(self.gazetteer, people, self.on, span);
        }
        if agent.kind == AgentKind::Group {
            let person = entry.is_none_or(|e| e.kind == ActorKind::Person);
            // "Israeli jets": what they do, Israel does.
            if !person && is_machine(words) {
                return Participant { span, ..owner.clone() };
            }
            // "Gbagbo's government", "his country": his state.
            if let Some(state) = self.state_of(owner).filter(|_| person && agent.sector == Sector::Gov) {
                return Participant::of(self.gazetteer, state, self.on, span);
            }
        }
        let mut participant = Participant::unknown("", span);
        self.serve(&mut participant, owner, Some(agent.sector));
        // "Palestinian prisoners" act for no authority.
        if agent.sector == Sector::Civ
            && let Some(people) = entry.and_then(|e| self.gazetteer.people_of(e))
        {
            participant.acts_for = Some(self.gazetteer.actor(people).name.as_str().into());
        }
        let speaks = agent.sector == Sector::Gov && entry.is_some_and(|e| e.kind != ActorKind::Person);
        // "the Interior Ministry" is one of its own, and acts for its state.
        let ministry = words.ends_with("ministry") && entry.is_some_and(|e| e.kind == ActorKind::State);
        if ministry {
            participant.name = self.possessed(owner, &titled(words)).into();
        } else if speaks {
            participant.name.clone_from(&owner.name);
            participant.code.clone_from(&owner.code);
            participant.acts_for.clone_from(&owner.acts_for);
            participant.country.clone_from(&owner.country);
            participant.sector = owner.sector.or(Some(Sector::Gov));
        } else {
            participant.name = self.possessed(owner, words).into();
        }
        participant
    }

    /// The state that a person is, or was, of.
    fn state_of(&self, person: &Participant) -> Option<ActorId> {
        let entry = self.discourse.entry(person);
        let office = || self.gazetteer.actor_by_code(&entry?.roles.last()?.acts_for);
        let country = person
            .country
            .as_deref()
            .or_else(|| self.gazetteer.country_of(entry?))
            .or_else(|| self.gazetteer.country_of(self.gazetteer.actor(office()?)))?;
        self.gazetteer.state_on(country, self.on).or_else(|| self.gazetteer.actor_by_code(country))
    }

    /// A role without an owner: someone named before, a body of the article's own state, or a nameless group.
    fn unowned(
        &self,
        noun: &str,
        definite: bool,
        bare: bool,
        agent: Agent,
        kind: ReferentKind,
        span: Span,
    ) -> Option<Referent> {
        let one = singular(noun);
        if definite {
            let back = match (agent.kind, kind) {
                (AgentKind::Title | AgentKind::Person, ReferentKind::Person) => {
                    self.discourse.titled(noun, span)
                }
                _ if matches!(&*one, "country" | "nation" | "kingdom" | "republic" | "state") => {
                    return self.discourse.country(&one, span);
                }
                (AgentKind::Group, _) => {
                    // "the council" after "the Security Council", but "the army" is not whatever body was named last.
                    let called = |r: &Referent| r.who.iter().all(|p| p.name.to_lowercase().ends_with(&*one));
                    self.discourse.group(&one, span).filter(|r| !is_of_state(agent.sector) || called(r))
                }
                _ => None,
            };
            if let Some(back) = back.or_else(|| self.discourse.described(noun, span)) {
                return Some(back);
            }
        }
        // "the army", "police", "the president" of the one state that the article is about.
        let institution = match agent.kind {
            AgentKind::Group => is_of_state(agent.sector) || (definite && noun == "opposition"),
            AgentKind::Title => definite && kind == ReferentKind::Person && agent.sector == Sector::Gov,
            AgentKind::Person => matches!(agent.sector, Sector::Mil | Sector::Cop) && (definite || bare),
        };
        // "the new parliament" in an article about Chechnya is the Chechen one.
        let whose = self.region.filter(|_| agent.sector == Sector::Leg).or(self.home);
        if let Some(home) = whose.filter(|_| institution && (definite || bare)) {
            let owner = Participant::of(self.gazetteer, home, self.on, span);
            if agent.kind == AgentKind::Title {
                let id = self.holder(noun, &owner)?;
                return Some(self.entry_of(id, span).with_role(Some(noun.to_owned())));
            }
            let who = self.of_owner(&owner, agent, noun, span);
            return Some(Referent::one(who, kind).with_role(Some(noun.to_owned())));
        }
        // Nameless officials, "the government" without an owner: nobody we could file it under.
        if agent.sector == Sector::Gov
            || (matches!(agent.sector, Sector::Civ | Sector::Igo) && agent.kind != AgentKind::Person)
        {
            return None;
        }
        // "fired a missile": nobody either.
        if is_of_class(&one, "weapon") {
            return None;
        }
        let mut participant = Participant::unknown(noun, span);
        participant.sector = Some(agent.sector);
        Some(Referent::one(participant, kind).with_role(Some(noun.to_owned())))
    }

    /// The agent a run of words ends in, the longest title first, and where it begins.
    pub(super) fn agent(&self, start: usize, last: usize) -> Option<(Agent, usize)> {
        let before = (start.max(last.saturating_sub(3))..last).rev();
        let first = before.take_while(|i| !self.units[*i].lower.is_empty()).last().unwrap_or(last);
        // Phrases are looked up without their hyphens, and one word is none.
        let mut words = String::with_capacity(PHRASE);
        for unit in &self.units[first..=last] {
            words.push_str(&unit.lower);
            words.push(' ');
        }
        if words.contains('-') {
            words = words.replace('-', " ");
        }
        let mut phrase = &words[..words.len() - 1];
        for from in first..last {
            if let Some(agent) = self.lexicon.phrase(phrase) {
                return Some((agent, from));
            }
            phrase = &phrase[self.units[from].lower.len() + 1..];
        }
        let agent = self.units[last].word.agent;
        agent.or_else(|| self.lexicon.phrase(phrase).filter(|_| phrase.contains(' '))).map(|a| (a, last))
    }
}

/// Bytes of a phrase of agents; a longer one is rare.
const PHRASE: usize = 48;
