//! Whom an event is aimed at, where its frame is silent: the object, what stands behind prepositions, whose the things
//! are that something is done to, and whom the clause is about that a verb of saying governs.

use crate::event::frame::Role;
use crate::event::place;
use crate::event::roles::{Filling, Roles};
use crate::event::scene::Scene;
use crate::event::{EventType, Participant};
use crate::syntax::chunk::VerbForm;
use crate::syntax::clause::{Clause, Link};
use crate::syntax::unit::Unit;

impl Filling<'_, '_, '_, '_> {
    /// Who stands as the verb's object, though the frame asks for a thing there or for nothing.
    pub(super) fn of_object(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        // Forces that are sent are no recipients, nor are those who are met.
        let own = matches!(
            self.event(),
            EventType::Consult | EventType::Mobilize | EventType::Retreat | EventType::Other
        );
        if self.draft.np.is_some() || own {
            return;
        }
        let Some(clause) = self.draft.clause.map(|c| &clauses[c]) else { return };
        let object = if parse.is_passive(clause) { &clause.subject } else { &clause.object };
        // "destroy the bridge" does something to a thing; "destroy Israel", to whom it names.
        let topic = !self.strikes()
            && self.draft.found.roles.iter().any(|(r, nps)| *r != Role::Recipient && nps == object);
        if !topic {
            roles.put_all(Role::Recipient, cast.all(object));
        }
    }

    /// Prepositional phrases that say to whom, of which the frame does not speak.
    pub(super) fn behind_prepositions(&self, roles: &mut Roles) {
        let parse = self.scene.parse;
        for (preposition, nps) in self.scene.phrases(self.draft) {
            // "airstrikes since the fall of Assad": "of" belongs to the noun before it.
            let next = self.draft.np.is_none_or(|np| np + 1 == *preposition);
            if parse.lower(*preposition) == "of" && !next {
                continue;
            }
            // "near the border with North Korea": nothing is done to whoever lies beyond it.
            if preposition.checked_sub(1).is_some_and(|np| self.is_border(np)) {
                continue;
            }
            if self.is_aimed(parse.lower(*preposition)) {
                for np in nps.iter().filter(|np| !self.is_border(**np)) {
                    // "interfere with Kenya's elections", "against abuses by the Israeli army"
                    let named = self.scene.cast.of(*np);
                    let whose = if named.is_empty() {
                        self.whose(*np, &["of", "by"])
                    } else {
                        named.iter().collect()
                    };
                    roles.put_all(Role::Recipient, whose);
                    if roles.recipients.is_empty() {
                        roles.put_all(Role::Recipient, self.state_of(*np).as_ref());
                    }
                }
                if !roles.recipients.is_empty() {
                    return;
                }
            }
        }
    }

    /// Whether a preposition says to or with whom an event of this type is.
    fn is_aimed(&self, preposition: &str) -> bool {
        use EventType::{
            Accuse, Agree, Aid, Assault, Coerce, Concede, Consult, Cooperate, Mobilize, Protest, Reject,
            Request, Retreat, Sanction, Support, Threaten,
        };
        let event = self.event();
        match preposition {
            "against" => true,
            "with" => matches!(event, Agree | Consult | Cooperate | Assault | Coerce),
            "to" => {
                matches!(event, Accuse | Aid | Concede | Support | Agree | Threaten | Consult | Request)
            }
            "on" | "upon" => matches!(event, Sanction | Request | Assault | Coerce | Accuse),
            "for" => matches!(event, Aid | Support),
            // "displeasure over the participation of Hamas"
            "over" | "about" => matches!(event, Accuse | Protest),
            "from" => matches!(event, Retreat | Request | Coerce),
            "of" => {
                self.draft.np.is_some()
                    && matches!(event, Assault | Coerce | Accuse | Support | Reject | Sanction)
            }
            "into" => matches!(event, Assault | Mobilize),
            "at" => matches!(event, Assault | Threaten | Protest),
            _ => false,
        }
    }

    /// Whose the things are that something is done to: "shelled Ukrainian positions", "bombed Kharkiv", "backed
    /// Turkey's bid".
    pub(super) fn of_things(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        if self.draft.np.is_some() {
            return;
        }
        let Some(clause) = self.draft.clause.map(|c| &clauses[c]) else { return };
        let passive = parse.is_passive(clause);
        let things = if passive { &clause.subject } else { &clause.object };
        // "set fire to the *offices* of the administration"
        let idiom = self.draft.found.roles.iter().filter(|(r, _)| *r == Role::Topic && self.strikes());
        let things = things.iter().chain(idiom.flat_map(|(_, nps)| nps));
        // "demanded his release" is not said to him.
        let done_to = |n: &usize| self.event() == EventType::Request && is_undergone(self.head(*n));
        for thing in things.filter(|n| cast.of(**n).is_empty() && !done_to(n)) {
            // "rejected an offer from Kabul", "a truce with the army"; "re-asserted Israel's displeasure" is its own.
            let mut whose = self.whose(*thing, &["of", "from", "by", "for", "with"]);
            whose.retain(|p| !is_own(p, roles));
            if whose.is_empty() && self.scene.owners_of(*thing).is_empty() {
                roles.put_all(Role::Recipient, self.site_of(*thing, roles).as_ref());
            }
            roles.put_all(Role::Recipient, whose);
            if roles.recipients.is_empty() && self.is_of_things() {
                self.of_trail(*thing, roles);
            }
        }
    }

    /// The state where a thing is that something is done to: "bombed positions *in Idlib*", but not of their own country;
    /// "called off a visit *to Haiti*".
    fn site_of(&self, thing: usize, roles: &Roles) -> Option<Participant> {
        let home = matches!(self.event(), EventType::Coerce | EventType::Sanction | EventType::Concede);
        let own = |state: &Participant| !home && roles.actors.iter().any(|a| a.country == state.country);
        let there = match self.scene.parse.lower(thing + 1) {
            "in" => !self.is_signed(thing) && !matches!(self.event(), EventType::Accuse | EventType::Support),
            "to" => self.event() == EventType::Reject,
            _ => false,
        };
        let state = self.state_of(thing + 2).filter(|_| there).or_else(|| self.reached(thing));
        state.filter(|s| !own(s)).or_else(|| self.state_of(thing))
    }

    /// "initialled an accord in Dayton" is no deal with America.
    fn is_signed(&self, thing: usize) -> bool {
        self.event() == EventType::Agree && is_deal(self.head(thing))
    }

    /// Whether what an event of this type is about tells whom it is aimed at.
    const fn is_of_things(&self) -> bool {
        use EventType::{Agree, Aid, Concede, Reject, Request, Sanction, Threaten};
        matches!(self.event(), Agree | Aid | Concede | Reject | Request | Sanction | Threaten)
    }

    /// "extended the mandate of the force *in Lebanon*", "threatened action *against Russia*": who is named behind the
    /// thing that something is done to.
    fn of_trail(&self, thing: usize, roles: &mut Roles) {
        let Scene { parse, cast, .. } = *self.scene;
        let trailing = place::trailing(parse, thing);
        // "lifted the ban after a meeting with him": not what it came after.
        for (preposition, nps) in place::own(parse, &trailing, thing) {
            let word = parse.lower(*preposition);
            if matches!(word, "of" | "for" | "from" | "by" | "against" | "with" | "to") {
                let whom: Vec<&Participant> =
                    cast.all(nps).filter(|p| p.is_named() && !is_own(p, roles)).collect();
                roles.put_all(Role::Recipient, whom);
            }
            let abroad = |s: &Participant| roles.actors.iter().all(|a| a.country != s.country);
            if word == "in" && !roles.actors.is_empty() && !self.is_signed(thing) {
                let state = nps.iter().find_map(|n| self.state_of(*n)).filter(abroad);
                roles.put_all(Role::Recipient, state.as_ref());
            }
            // "sanctions over the invasion of Kuwait": from here on it is about something else.
            let goes_on = matches!(word, "of" | "for" | "from" | "by" | "against" | "with" | "to" | "in");
            if !roles.recipients.is_empty() || !goes_on {
                return;
            }
        }
    }

    /// Whom the clause is about that a verb of saying or intending governs: "demanded that *Hamas* disarm",
    /// "threatened to attack *Israel*", "promised to send aid to *Mozambique*".
    pub(super) fn of_complement(&self, roles: &mut Roles) {
        use EventType::{Accuse, Agree, Reject, Request, Statement, Support, Threaten};
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(own) = self.draft.verb_clause() else { return };
        if !matches!(self.event(), Accuse | Agree | Reject | Request | Statement | Support | Threaten) {
            return;
        }
        // What is said, and what that says is to be done: "is willing to send aid to help defend *Turkey*".
        let mut chain = vec![own];
        let governed = clauses.iter().enumerate().filter(|(at, c)| {
            let bound = c.link == Link::Complement && c.governor.is_some_and(|g| chain.contains(&g));
            if bound && parse.vg(c).is_some_and(|v| v.form == VerbForm::Infinitive) {
                chain.push(*at);
            }
            bound
        });
        for (_, clause) in governed {
            // Who is told to do something, else those it is done to.
            let told = matches!(self.event(), Request | Accuse) && clause.subject != clauses[own].subject;
            if told {
                roles.put_all(Role::Recipient, cast.all(&clause.subject));
            }
            // "vowed to destroy Israel", but "announced that it destroyed the bridge" tells of two things.
            let promised = parse.vg(clause).is_some_and(|v| v.form == VerbForm::Infinitive);
            if roles.recipients.is_empty() && (self.event() != Statement || promised) {
                // "agreed to withdraw its troops": its own are nobody it deals with.
                let actors = roles.actors.clone();
                let own = |p: &&Participant| actors.iter().any(|a| p.is_or_serves(a));
                let done_to = clause.object.iter().flat_map(|np| self.parties(*np));
                roles.put_all(Role::Recipient, done_to.filter(|p| !own(p)));
                if !roles.recipients.is_empty() {
                    continue;
                }
                let aimed = clause.phrases.iter().filter(|(p, _)| {
                    matches!(parse.lower(*p), "to" | "against" | "with" | "for" | "from" | "on")
                });
                for (_, nps) in aimed {
                    roles.put_all(Role::Recipient, nps.iter().flat_map(|np| self.parties(*np)));
                }
            }
        }
    }

    /// "summoned the *ambassador* to complain", "telephoned *Kozyrev* to discuss the war": said to whoever is met.
    pub(super) fn of_addressee(&self, roles: &mut Roles) {
        let Scene { clauses, cast, .. } = *self.scene;
        let Some(clause) = self.draft.verb_clause().map(|c| &clauses[c]) else { return };
        let said = self.event().is_said() || self.event() == EventType::Consult;
        let purpose = clause.link == Link::Complement
            && self.scene.parse.vg(clause).is_some_and(|v| v.form == VerbForm::Infinitive);
        let Some(governor) = clause.governor.map(|g| &clauses[g]).filter(|_| said && purpose) else { return };
        if governor.subject == clause.subject {
            roles.put_all(Role::Recipient, cast.all(&governor.object));
        }
    }

    /// The state where a thing is, or leads to, as a participle behind it says: "power lines *leading into* Kabul".
    pub(super) fn reached(&self, thing: usize) -> Option<Participant> {
        let Scene { parse, clauses, .. } = *self.scene;
        let described =
            |c: &&Clause| c.link == Link::Participial && c.subject == [thing] && c.vg == thing + 1;
        let told = clauses.iter().find(described)?;
        let leads = |p: usize| matches!(parse.lower(p), "in" | "into" | "to" | "near" | "on");
        told.phrases
            .iter()
            .filter(|(p, _)| leads(*p))
            .flat_map(|(_, nps)| nps)
            .find_map(|np| self.state_of(*np))
    }

    /// Whose a thing that names nobody is, by what stands before its noun or behind one of these prepositions: "the
    /// withdrawal *of Serbian forces*".
    pub(super) fn whose(&self, thing: usize, behind: &[&str]) -> Vec<&Participant> {
        let Scene { parse, cast, .. } = *self.scene;
        let owners = self.scene.owners_of(thing);
        let word = parse.lower(thing + 1);
        if !owners.is_empty() || !behind.contains(&word) {
            return owners.iter().collect();
        }
        let named: Vec<&Participant> =
            place::joined(parse, thing + 2, false).into_iter().flat_map(|np| cast.of(np)).collect();
        // "part of a rebel stronghold"
        let part = named.is_empty() && word == "of";
        if part { self.scene.owners_of(thing + 2).iter().collect() } else { named }
    }

    /// Whom a noun phrase names, or whose the thing is that it names: "*NATO* trucks", "*German* goods".
    pub(super) fn parties(&self, np: usize) -> &[Participant] {
        let named = self.scene.cast.of(np);
        if named.is_empty() { self.scene.owners_of(np) } else { named }
    }

    pub(super) fn is_border(&self, np: usize) -> bool {
        matches!(self.head(np), "border" | "borders" | "frontier")
    }
}

/// What is signed somewhere, and not in what it concerns.
fn is_deal(noun: &str) -> bool {
    matches!(
        noun,
        "accord"
            | "agreement"
            | "deal"
            | "treaty"
            | "pact"
            | "truce"
            | "ceasefire"
            | "protocol"
            | "memorandum"
    )
}

/// What somebody demands for another of a third: "demanded the *release* of its ambassador".
fn is_undergone(noun: &str) -> bool {
    matches!(
        noun,
        "release"
            | "freedom"
            | "liberation"
            | "extradition"
            | "trial"
            | "arrest"
            | "reinstatement"
            | "prosecution"
    )
}

/// "turned out *for a rally*": whether whoever does this takes part in what stands behind the preposition.
pub(super) fn gathers(verb: &Unit<'_>, preposition: &str) -> bool {
    const STEMS: &[&str] = &["gather", "assembl", "converg", "turn", "flock", "rall", "mass"];
    preposition == "for" && verb.has_stem(STEMS)
}

/// Whether someone is, or acts for, those who act: the council's own mission is not whom it decides on.
fn is_own(party: &Participant, roles: &Roles) -> bool {
    roles
        .actors
        .iter()
        .any(|a| party.is_or_serves(a) || (party.acts_for.is_some() && party.acts_for == a.acts_for))
}
