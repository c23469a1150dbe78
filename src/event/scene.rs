//! A sentence with everything that was read in it before its events are put together.

use chrono::NaiveDate;

use crate::event::cast::Cast;
use crate::event::draft::Draft;
use crate::event::sense::Phrase;
use crate::event::whose::Owners;
use crate::event::{Participant, Status};
use crate::syntax::chunk::Vg;
use crate::syntax::clause::{Clause, Link, Parse};

/// One parsed sentence.
#[derive(Clone, Copy)]
pub(super) struct Scene<'s, 'u, 'a> {
    /// The article's text.
    pub(super) text: &'s str,
    pub(super) parse: &'s Parse<'u, 'a>,
    pub(super) clauses: &'s [Clause],
    /// Who each chunk names.
    pub(super) cast: &'s Cast,
    /// Whom each chunk that names nobody belongs to: "Ukrainian positions", "Turkey's bid".
    pub(super) owners: &'s Owners<'s, 'u, 'a>,
    /// The article's day.
    pub(super) on: NaiveDate,
}

impl Scene<'_, '_, '_> {
    /// A main clause in the simple past that tells what happened.
    pub(super) fn is_narrated(&self, draft: &Draft<'_>) -> bool {
        let Some(clause) = draft.verb_clause().map(|c| &self.clauses[c]) else { return false };
        let verb = self.parse.vg(clause);
        let simple = verb.is_some_and(Vg::is_simple_past);
        let main =
            matches!(clause.link, Link::Main | Link::Coordinated) && draft.standing.claimed_by.is_none();
        simple && main && draft.standing.status == Status::Occurred
    }

    /// The prepositional phrases of an event: those behind its noun, or those of its verb's clause.
    pub(super) fn phrases<'d>(&'d self, draft: &'d Draft<'_>) -> &'d [Phrase] {
        draft.verb_clause().map_or(&draft.phrases, |clause| &self.clauses[clause].phrases)
    }

    /// Whom a thing belongs to.
    pub(super) fn owners_of(&self, chunk: usize) -> &[Participant] {
        self.owners.of(chunk)
    }

    /// Whoever stands as subject of the clause a draft belongs to.
    pub(super) fn subjects(&self, draft: &Draft<'_>) -> impl Iterator<Item = &Participant> {
        let subject = draft.clause.map(|c| self.clauses[c].subject.as_slice()).unwrap_or_default();
        self.cast.all(subject)
    }
}
