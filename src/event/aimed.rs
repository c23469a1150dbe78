//! Whose the things are that something is done to, and to whom something is said.

use crate::event::frame::Role;
use crate::event::roles::{Filling, Roles};
use crate::event::scene::Scene;
use crate::event::{EventType, Participant};
use crate::syntax::chunk::VerbForm;
use crate::syntax::clause::{Clause, Link};

impl Filling<'_, '_, '_, '_> {
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
    pub(super) fn whose(&self, thing: usize, behind: &[&str]) -> &[Participant] {
        let owners = self.scene.owners_of(thing);
        let word = self.scene.parse.lower(thing + 1);
        if !owners.is_empty() || !behind.contains(&word) {
            return owners;
        }
        // "part of a rebel stronghold"
        match self.scene.cast.of(thing + 2) {
            [] if word == "of" => self.scene.owners_of(thing + 2),
            people => people,
        }
    }

    /// Whom a noun phrase names, or whose the thing is that it names: "*NATO* trucks", "*German* goods".
    pub(super) fn parties(&self, np: usize) -> &[Participant] {
        let named = self.scene.cast.of(np);
        if named.is_empty() { self.scene.owners_of(np) } else { named }
    }

    pub(super) fn is_border(&self, np: usize) -> bool {
        let parse = self.scene.parse;
        let head = parse.chunks.get(np).and_then(|c| c.np()).map(|np| &*parse.units[np.head].lower);
        head.is_some_and(|head| matches!(head, "border" | "borders" | "frontier"))
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
}

/// Whether whoever does this takes part in what stands behind the preposition.
pub(super) fn takes_part(verb: &str, preposition: &str) -> bool {
    let among = |stems: &[&str]| stems.iter().any(|stem| verb.starts_with(stem));
    match preposition {
        "in" => {
            among(&["engag", "involv", "participat", "embroil", "lock"])
                || matches!(verb, "took" | "take" | "taking")
        }
        "for" => among(&["gather", "assembl", "converg", "turn", "flock", "rall", "mass"]),
        _ => false,
    }
}
