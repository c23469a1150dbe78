//! A sentence with everything that was read in it before its events are put together.

use crate::event::draft::Draft;
use crate::event::{Participant, Status};
use crate::syntax::chunk::Tense;
use crate::syntax::clause::{Clause, Link, Parse};

/// One parsed sentence.
#[derive(Clone, Copy)]
pub(super) struct Scene<'s, 'u, 'a> {
    /// The article's text.
    pub(super) text: &'s str,
    pub(super) parse: &'s Parse<'u, 'a>,
    pub(super) clauses: &'s [Clause],
    /// Who each chunk names.
    pub(super) people: &'s [Option<Participant>],
}

impl Scene<'_, '_, '_> {
    /// A main clause in the simple past that tells what happened.
    pub(super) fn is_narrated(&self, draft: &Draft<'_>) -> bool {
        let Some(clause) = draft.clause.filter(|_| draft.np.is_none()).map(|c| &self.clauses[c]) else {
            return false;
        };
        let verb = self.parse.chunks[clause.vg].vg();
        let simple = verb.is_some_and(|v| v.tense == Tense::Past && !v.perfect);
        let main =
            matches!(clause.link, Link::Main | Link::Coordinated) && draft.standing.claimed_by.is_none();
        simple && main && draft.standing.status == Status::Occurred
    }

    /// Whoever stands as subject of the clause a draft belongs to.
    pub(super) fn subjects(&self, draft: &Draft<'_>) -> impl Iterator<Item = &Participant> {
        let subject = draft.clause.map(|c| self.clauses[c].subject.as_slice()).unwrap_or_default();
        subject.iter().filter_map(|s| self.people[*s].as_ref())
    }
}
