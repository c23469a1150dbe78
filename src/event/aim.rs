//! Whom an event is aimed at, where its frame is silent: the object, what stands behind prepositions, whose the things
//! are that something is done to, and whom the clause is about that a verb of saying governs.

use crate::event::frame::Role;
use crate::event::place;
use crate::event::roles::{Filling, Roles};
use crate::event::scene::Scene;
use crate::event::{EventType, Participant};
use crate::syntax::chunk::VerbForm;
use crate::syntax::clause::Link;

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
            if self.is_aimed(parse.lower(*preposition)) {
                for np in nps {
                    if self.scene.cast.of(*np).is_empty() {
                        // "interfere with Kenya's elections"
                        roles.put_all(Role::Recipient, self.scene.owners_of(*np));
                        // "against abuses by the Israeli army"
                        if roles.recipients.is_empty() && matches!(parse.lower(np + 1), "by" | "of") {
                            roles.put_all(Role::Recipient, self.scene.cast.of(np + 2));
                        }
                        if roles.recipients.is_empty() {
                            roles.put_all(Role::Recipient, self.state_of(*np).as_ref());
                        }
                    } else {
                        roles.put_all(Role::Recipient, self.scene.cast.of(*np));
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
        for thing in things.iter().filter(|n| cast.of(**n).is_empty()) {
            let owners = self.scene.owners_of(*thing);
            // "demanded the withdrawal of Serbian forces", "rejected an offer from Kabul", "a camp for refugees"
            let word = parse.lower(thing + 1);
            let behind = matches!(word, "of" | "from" | "by" | "for" | "in").then_some(thing + 2);
            let whose = behind.filter(|_| word != "in").map(|n| place::joined(parse, n, false));
            let whose = whose.filter(|nps| cast.all(nps).any(|p| !is_own(p, roles)));
            // "bombed positions in Idlib" of their own country.
            let own = |state: &Participant| roles.actors.iter().any(|a| a.country == state.country);
            let told = matches!(self.event(), EventType::Accuse | EventType::Support);
            let there =
                behind.filter(|_| word == "in" && !told).and_then(|n| self.state_of(n)).filter(|s| !own(s));
            if let Some(whose) = whose.filter(|_| owners.is_empty()) {
                let others: Vec<&Participant> = cast.all(&whose).filter(|p| !is_own(p, roles)).collect();
                roles.put_all(Role::Recipient, others);
            } else if let Some(there) = there.filter(|_| owners.is_empty()) {
                roles.put(Role::Recipient, &there);
            } else if owners.is_empty() {
                roles.put_all(Role::Recipient, self.state_of(*thing).as_ref());
            } else {
                // "re-asserted Israel's displeasure": the minister's own.
                let own = |p: &&Participant| {
                    roles.actors.iter().any(|a| a.name == p.name || a.acts_for.as_ref() == Some(&p.name))
                };
                let others: Vec<&Participant> = owners.iter().filter(|p| !own(p)).collect();
                roles.put_all(Role::Recipient, others);
            }
            if roles.recipients.is_empty() && self.is_of_things() {
                self.of_trail(*thing, roles);
            }
        }
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
            if word == "in" && !roles.actors.is_empty() {
                let state = nps.iter().find_map(|n| self.state_of(*n)).filter(abroad);
                roles.put_all(Role::Recipient, state.as_ref());
            }
            if !roles.recipients.is_empty() {
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
        let governed = clauses.iter().filter(|c| c.governor == Some(own) && c.link == Link::Complement);
        for clause in governed {
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
                let own = |p: &&Participant| actors.iter().any(|a| p.acts_for.as_ref() == Some(&a.name));
                roles.put_all(Role::Recipient, cast.all(&clause.object).filter(|p| !own(p)));
                if !roles.recipients.is_empty() {
                    continue;
                }
                let aimed = clause.phrases.iter().filter(|(p, _)| {
                    matches!(self.scene.parse.lower(*p), "to" | "against" | "with" | "for" | "from" | "on")
                });
                for (_, nps) in aimed {
                    roles.put_all(Role::Recipient, cast.all(nps));
                    // "threatened to impose restrictions against German goods"
                    if roles.recipients.is_empty() {
                        roles.put_all(Role::Recipient, nps.iter().flat_map(|n| self.scene.owners_of(*n)));
                    }
                }
            }
        }
    }
}

/// Whether someone is, or acts for, those who act: the council's own mission is not whom it decides on.
fn is_own(party: &Participant, roles: &Roles) -> bool {
    roles.actors.iter().any(|a| {
        a.name == party.name
            || party.acts_for.as_ref() == Some(&a.name)
            || (party.acts_for.is_some() && party.acts_for == a.acts_for)
    })
}
