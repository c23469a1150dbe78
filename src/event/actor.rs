//! Noun phrases to participants, and what is followed back: surnames, pronouns, "the latter", "his forces".

use std::ops::Range;

use chrono::NaiveDate;

use crate::event::Participant;
use crate::gazetteer::{Actor, ActorId, ActorKind, Gazetteer, NameKind, Sector, Sense};
use crate::span::Span;
use crate::syntax::chunk::{Np, span_of};
use crate::syntax::lexicon::{Agent, AgentKind, Lexicon};
use crate::syntax::unit::{Pos, Unit};
use crate::text::Class;

/// Whoever was named so far in the article.
pub(super) struct Discourse<'g> {
    gazetteer: &'g Gazetteer,
    lexicon: &'g Lexicon,
    on: NaiveDate,
    seen: Vec<Referent>,
    /// How many mentions there were so far.
    clock: usize,
}

/// How many later mentions a subject outlasts as the target of a pronoun.
const SUBJECT: usize = 3;

/// Someone a later word can point back to.
#[derive(Debug, Clone)]
struct Referent {
    participant: Participant,
    kind: ReferentKind,
    /// The title the article gave them: "foreign minister".
    title: Option<String>,
    /// The place in the order of mentions; subjects of sentences count later than they stand.
    salience: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ReferentKind {
    Person,
    /// A state, body or group: "it", "its".
    Collective,
    /// Several people: "they", "their".
    Plural,
}

impl<'g> Discourse<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer, lexicon: &'g Lexicon, on: NaiveDate) -> Self {
        Self { gazetteer, lexicon, on, seen: Vec::new(), clock: 0 }
    }

    /// Who a noun phrase names, and remembers them; none for a thing, a place, or when in doubt.
    ///
    /// `possessor` and `body` are runs of `units`; `of` is the noun phrase behind "of", where one follows.
    pub(super) fn resolve(
        &mut self,
        text: &str,
        units: &[Unit<'_>],
        possessor: Option<Range<usize>>,
        body: Range<usize>,
        of: Option<Range<usize>>,
    ) -> Option<Participant> {
        let found = self.read(text, units, possessor, body, of)?;
        // "a man", "residents": nobody a later pronoun should be taken for.
        let passing = found.participant.code.is_none()
            && found.participant.acts_for.is_none()
            && found.participant.sector == Some(Sector::Civ);
        if !passing {
            self.remember(found.clone());
        }
        Some(found.participant)
    }

    /// Whom a noun phrase belongs to: "Putin's visit", "Russian airstrikes", "his trip".
    pub(super) fn owner_of(&self, text: &str, units: &[Unit<'_>], np: &Np) -> Option<Participant> {
        self.owner(text, units, np.possessor.clone(), np.body.start..np.head, None)
    }

    /// Gives nameless forces to whoever sends or withdraws them: "the United States sent special forces".
    pub(super) fn lend(&self, forces: &mut Participant, owner: &Participant) {
        let entry = self.entry(owner);
        forces.name = possessed(owner, entry, &forces.name);
        self.serve(forces, owner, forces.sector);
    }

    /// Makes the participants of a sentence's subject the likeliest target of the next pronoun.
    pub(super) fn promote(&mut self, participant: &Participant) {
        let top = self.clock + SUBJECT;
        if let Some(seen) = self.seen.iter_mut().rev().find(|r| same(&r.participant, participant)) {
            seen.salience = top;
        }
    }

    fn remember(&mut self, mut referent: Referent) {
        self.clock += 1;
        referent.salience = self.clock;
        match self.seen.iter_mut().find(|r| same(&r.participant, &referent.participant)) {
            Some(seen) => seen.salience = seen.salience.max(referent.salience),
            None => self.seen.push(referent),
        }
    }

    fn read(
        &self,
        text: &str,
        units: &[Unit<'_>],
        possessor: Option<Range<usize>>,
        body: Range<usize>,
        of: Option<Range<usize>>,
    ) -> Option<Referent> {
        let span = span_of(units, body.clone());
        let last = body.clone().rev().find(|i| units[*i].pos.is_nominal())?;
        if units[last].pos == Pos::Pronoun {
            return self.pronoun(&units[last].lower, span);
        }
        if let Some(latter) = self.latter(units, body.clone(), span) {
            return Some(latter);
        }
        // "thousands of Nigerians", "two of the rebels": those counted.
        if units[last].pos == Pos::Number {
            return of.and_then(|of| self.read(text, units, None, of, None));
        }
        // The nearest name that is a person decides: "Russian Foreign Minister Sergei Lavrov".
        let named = body.clone().rev().find(|i| units[*i].pos == Pos::Name);
        if let Some(name) = named.filter(|n| *n == last) {
            return self.named(text, units, body.start..name, name, possessor, span);
        }
        let (agent, from) = self.agent(units, body.start, last)?;
        self.described(text, units, agent, possessor, body.start..from, from..last + 1, of, span)
    }

    /// A name as head: someone the gazetteer knows, someone named before, or an unknown name.
    fn named(
        &self,
        text: &str,
        units: &[Unit<'_>],
        before: Range<usize>,
        name: usize,
        possessor: Option<Range<usize>>,
        span: Span,
    ) -> Option<Referent> {
        let unit = &units[name];
        let written = unit.span.text(text);
        let title = before.clone().rev().find_map(|i| units[i].word.agent.map(|a| (a, i)));
        let called =
            title.and_then(|(_, last)| self.agent(units, before.start, last).map(|(_, from)| from..last + 1));
        let called = called.map(|t| span_of(units, t).text(text).to_lowercase());
        if let Some(id) = self.actor_sense(unit, title.is_some()) {
            let mut found = self.entry_of(id, span);
            found.title = called;
            // What the article says of a person's office goes before what we know.
            if let (Some((agent, _)), true) = (title, self.gazetteer.actor(id).kind == ActorKind::Person)
                && let Some(owner) = self.owner(text, units, possessor, before, None)
                && (agent.kind != AgentKind::Person || agent.sector == Sector::Gov)
            {
                self.serve(&mut found.participant, &owner, Some(agent.sector));
            }
            return Some(found);
        }
        // A surname, or part of a name, that stands for someone named in full before.
        let folded = fold(written);
        let back = self
            .seen
            .iter()
            .rev()
            .find(|r| r.kind == ReferentKind::Person && is_tail(&fold(&r.participant.name), &folded));
        if let Some(back) = back {
            let mut again = back.clone();
            again.participant.span = span;
            return Some(again);
        }
        if unit.senses.iter().any(|s| matches!(s, Sense::Place(..))) {
            return None;
        }
        let person = title.is_some()
            || (unit.span.text(text).split_whitespace().count() == 2 && !is_body_name(written));
        let mut participant = Participant::unknown(written, span);
        if let Some((agent, _)) = title {
            participant.sector = Some(agent.sector);
            if let Some(owner) = self.owner(text, units, possessor, before, None) {
                self.serve(&mut participant, &owner, Some(agent.sector));
            }
        }
        let kind = if person { ReferentKind::Person } else { ReferentKind::Collective };
        Some(Referent { participant, kind, title: called, salience: 0 })
    }

    /// Someone named by a role: "the Iranian president", "Israeli troops", "his rebel forces".
    #[allow(clippy::too_many_arguments, reason = "the parts of one noun phrase, each named")]
    fn described(
        &self,
        text: &str,
        units: &[Unit<'_>],
        agent: Agent,
        possessor: Option<Range<usize>>,
        before: Range<usize>,
        phrase: Range<usize>,
        of: Option<Range<usize>>,
        span: Span,
    ) -> Option<Referent> {
        let noun = span_of(units, phrase.clone()).text(text).to_lowercase();
        let definite = units[before.clone()].iter().any(|u| u.lower == "the" || u.pos == Pos::Possessive)
            || possessor.is_some();
        let owner = self.owner(text, units, possessor, before.clone(), of);
        let plural = units[phrase.end - 1].lower.ends_with('s')
            || matches!(noun.as_str(), "people" | "police" | "men" | "women");
        let kind = match agent.kind {
            _ if plural => ReferentKind::Plural,
            AgentKind::Group => ReferentKind::Collective,
            AgentKind::Title | AgentKind::Person => ReferentKind::Person,
        };
        let Some(owner) = owner else {
            return self.unowned(&noun, definite, agent, kind, span);
        };
        let owner_code = owner.code.as_deref().unwrap_or("");
        if agent.kind == AgentKind::Title
            && definite
            && !plural
            && let Some(id) = self.gazetteer.holder(&noun, owner_code, self.on)
        {
            return Some(self.entry_of(id, span));
        }
        let entry = self.entry(&owner);
        let mut participant = Participant::unknown("", span);
        self.serve(&mut participant, &owner, Some(agent.sector));
        // An official without a name speaks for the state: the state is the actor.
        let speaks = agent.sector == Sector::Gov && entry.is_some_and(|e| e.kind != ActorKind::Person);
        participant.name = if speaks {
            owner.name.clone()
        } else {
            possessed(&owner, entry, &modifiers(text, units, &before, &noun))
        };
        if speaks {
            participant.code.clone_from(&owner.code);
            participant.acts_for.clone_from(&owner.acts_for);
            participant.sector = owner.sector.or(Some(Sector::Gov));
        }
        Some(Referent { participant, kind, title: None, salience: 0 })
    }

    /// "the president" after "President Ahmed al-Sharaa"; else kept by its phrase where a compiler would.
    fn unowned(
        &self,
        noun: &str,
        definite: bool,
        agent: Agent,
        kind: ReferentKind,
        span: Span,
    ) -> Option<Referent> {
        if definite && agent.kind == AgentKind::Title && kind == ReferentKind::Person {
            let back = self.seen.iter().filter(|r| r.kind == ReferentKind::Person && self.bore(r, noun));
            if let Some(back) = back.max_by_key(|r| r.salience) {
                let mut again = back.clone();
                again.participant.span = span;
                return Some(again);
            }
        }
        // Nameless officials, "the government" without an owner: nobody we could file it under.
        if matches!(agent.sector, Sector::Gov | Sector::Civ | Sector::Igo) && agent.kind != AgentKind::Person
        {
            return None;
        }
        if agent.sector == Sector::Gov {
            return None;
        }
        let mut participant = Participant::unknown(noun, span);
        participant.sector = Some(agent.sector);
        Some(Referent { participant, kind, title: None, salience: 0 })
    }

    /// Whether someone bears, or bore, this title: by what is known of them, or by what the article called them.
    fn bore(&self, referent: &Referent, title: &str) -> bool {
        referent.title.as_deref() == Some(title)
            || self.entry(&referent.participant).is_some_and(|e| e.roles.iter().any(|r| r.title == title))
    }

    /// Whom the phrase belongs to: a genitive, a possessive pronoun, a nationality or a name before, or "of ...".
    fn owner(
        &self,
        text: &str,
        units: &[Unit<'_>],
        possessor: Option<Range<usize>>,
        before: Range<usize>,
        of: Option<Range<usize>>,
    ) -> Option<Participant> {
        if let Some(range) = possessor
            && let Some(found) = self.read(text, units, None, range, None)
        {
            return Some(found.participant);
        }
        for i in before.rev() {
            let unit = &units[i];
            if unit.pos == Pos::Possessive {
                return self.pronoun(&unit.lower, unit.span).map(|r| r.participant);
            }
            let actor = unit.senses.iter().find_map(|s| match s {
                Sense::Actor(id, _) => Some(*id),
                Sense::Place(..) => None,
            });
            if let Some(id) = actor {
                return Some(self.entry_of(id, unit.span).participant);
            }
        }
        let of = of?;
        self.read(text, units, None, of, None).map(|r| r.participant)
    }

    /// The agent a run of words ends in, the longest title first, and where it begins.
    fn agent(&self, units: &[Unit<'_>], start: usize, last: usize) -> Option<(Agent, usize)> {
        for from in start.max(last.saturating_sub(3))..last {
            if units[from..last].iter().any(|u| u.lower.is_empty()) {
                continue;
            }
            let words: Vec<&str> = units[from..=last].iter().map(|u| &*u.lower).collect();
            if let Some(agent) = self.lexicon.phrase(&words.join(" ").replace('-', " ")) {
                return Some((agent, from));
            }
        }
        let unit = &units[last];
        unit.word.agent.or_else(|| self.lexicon.phrase(&unit.lower.replace('-', " "))).map(|a| (a, last))
    }

    fn pronoun(&self, word: &str, span: Span) -> Option<Referent> {
        let wanted: &[ReferentKind] = match word {
            "he" | "him" | "his" | "himself" | "she" | "her" | "herself" => &[ReferentKind::Person],
            "it" | "its" | "itself" => &[ReferentKind::Collective],
            "they" | "them" | "their" | "themselves" => &[ReferentKind::Plural, ReferentKind::Collective],
            _ => return None,
        };
        let back = self.seen.iter().filter(|r| wanted.contains(&r.kind)).max_by_key(|r| r.salience)?;
        let mut again = back.clone();
        again.participant.span = span;
        Some(again)
    }

    /// "the latter": the last one named; "the former" would need the pair, and stays silent.
    fn latter(&self, units: &[Unit<'_>], body: Range<usize>, span: Span) -> Option<Referent> {
        if !units[body].iter().any(|u| u.lower == "latter") {
            return None;
        }
        let mut again = self.seen.iter().max_by_key(|r| r.salience)?.clone();
        again.participant.span = span;
        Some(again)
    }

    /// The actor a name stands for; a bare surname only when its bearer was named, or the title agrees.
    fn actor_sense(&self, unit: &Unit<'_>, titled: bool) -> Option<ActorId> {
        let actors = || {
            unit.senses.iter().filter_map(|s| match s {
                Sense::Actor(id, kind) => Some((*id, *kind)),
                Sense::Place(..) => None,
            })
        };
        let known = |id: ActorId| {
            let code = self.gazetteer.actor(id).code.as_str();
            self.seen.iter().any(|r| r.participant.code.as_deref() == Some(code))
        };
        if let Some((id, _)) = actors().find(|(id, _)| known(*id)) {
            return Some(id);
        }
        if let Some((id, _)) = actors().find(|(_, k)| *k != NameKind::Surname) {
            return Some(id);
        }
        // A bare surname: its only bearer, or the only one in office on the article's day.
        let bearers: Vec<ActorId> = actors().map(|(id, _)| id).collect();
        let in_office =
            |id: &ActorId| self.gazetteer.role_on(*id, self.on).is_some_and(|r| r.held_on(self.on));
        let mut officials = bearers.iter().copied().filter(in_office);
        match (bearers.as_slice(), officials.next(), officials.next()) {
            ([only], ..) => Some(*only),
            (_, Some(official), None) => Some(official),
            ([first, ..], ..) if titled => Some(*first),
            _ => None,
        }
    }

    /// A participant from its gazetteer entry, in the role of the article's day.
    fn entry_of(&self, id: ActorId, span: Span) -> Referent {
        let participant = Participant::of(self.gazetteer, id, self.on, span);
        let kind = match self.gazetteer.actor(id).kind {
            ActorKind::Person => ReferentKind::Person,
            ActorKind::People => ReferentKind::Plural,
            _ => ReferentKind::Collective,
        };
        Referent { participant, kind, title: None, salience: 0 }
    }

    /// The gazetteer's entry of someone named.
    fn entry(&self, participant: &Participant) -> Option<&'g Actor> {
        let id = self.gazetteer.actor_by_code(participant.code.as_deref()?)?;
        Some(self.gazetteer.actor(id))
    }

    /// Makes `participant` act for `owner`, or for the state that its owner acts for.
    fn serve(&self, participant: &mut Participant, owner: &Participant, sector: Option<Sector>) {
        let body = self.entry(owner);
        let through = body.is_some_and(|b| b.kind == ActorKind::Body);
        participant.acts_for = if through {
            owner.acts_for.clone().or_else(|| Some(owner.name.clone()))
        } else {
            Some(owner.name.clone())
        };
        participant.country = owner.country.clone().or_else(|| participant.country.clone());
        participant.sector = sector.or(participant.sector);
    }
}

/// Words between the owner and the role that belong to the name: "special forces", "rebel forces".
fn modifiers(text: &str, units: &[Unit<'_>], before: &Range<usize>, noun: &str) -> String {
    let tail: Vec<&str> = units[before.clone()]
        .iter()
        .rev()
        .take_while(|u| matches!(u.pos, Pos::Adjective | Pos::Noun) && u.senses.is_empty())
        .map(|u| u.span.text(text))
        .collect();
    tail.into_iter().rev().chain([noun]).collect::<Vec<_>>().join(" ").to_lowercase()
}

fn possessed(owner: &Participant, entry: Option<&Actor>, noun: &str) -> String {
    match entry.and_then(|e| e.adjectives.first()) {
        Some(adjective) => format!("{adjective} {noun}"),
        None => format!("{}'s {noun}", owner.name),
    }
}

fn same(a: &Participant, b: &Participant) -> bool {
    match (&a.code, &b.code) {
        (Some(x), Some(y)) if x == y => a.name == b.name,
        (None, None) => a.name == b.name,
        _ => false,
    }
}

fn fold(name: &str) -> String {
    name.to_lowercase().replace(['-', '’', '\''], " ")
}

/// Whether `part` is the last words of `full`.
fn is_tail(full: &str, part: &str) -> bool {
    full.strip_suffix(part).is_some_and(|head| head.is_empty() || head.ends_with(' '))
}

fn is_body_name(name: &str) -> bool {
    const BODIES: &[&str] = &[
        "Ministry",
        "Council",
        "Party",
        "Group",
        "Committee",
        "Corp",
        "Airlines",
        "Bank",
        "Front",
        "Union",
        "Agency",
        "University",
    ];
    name.split_whitespace().any(|w| BODIES.contains(&w))
}

/// Whether a noun phrase says that it is none: "no soldiers".
pub(super) fn is_none(units: &[Unit<'_>], body: Range<usize>) -> bool {
    units[body].iter().any(|u| u.pos == Pos::Determiner && u.class.any(Class::NEGATION))
}
