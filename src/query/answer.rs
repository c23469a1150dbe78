//! A question put to a digest: each name is judged once, then each line by its numbers.

use crate::chronology::{Digest, Field, Line, Wording};
use crate::event::{Basis, EventType};
use crate::gazetteer::Gazetteer;
use crate::query::tree::{Test, Tree};
use crate::time::Interval;

/// The numbers of the events of which the tree holds, in their order.
///
/// Without `wording` no event has words.
pub(super) fn select(
    tree: &Tree,
    digest: &Digest,
    wording: Option<&Wording>,
    gazetteer: &Gazetteer,
) -> Vec<usize> {
    let judge = Judge::of(tree, digest, gazetteer);
    let line = |at: &usize| {
        let words = || wording.map_or("", |w| w.at(*at));
        judge.holds(&digest.lines[*at], &words)
    };
    (0..digest.lines.len()).filter(line).collect()
}

/// The tree with what is known of every name worked out.
enum Judge<'t> {
    All(Vec<Judge<'t>>),
    Any(Vec<Judge<'t>>),
    Not(Box<Judge<'t>>),
    /// Parties that it is; whether those it is done to count as well.
    Actor(Vec<bool>, bool),
    Recipient(Vec<bool>),
    Place(Vec<bool>),
    Mode(Vec<bool>),
    Source(Vec<bool>),
    Plain(&'t Test),
}

impl<'t> Judge<'t> {
    fn of(tree: &'t Tree, digest: &Digest, gazetteer: &Gazetteer) -> Self {
        let each = |list: &'t [Tree]| list.iter().map(|t| Self::of(t, digest, gazetteer)).collect();
        let test = match tree {
            Tree::All(list) => return Self::All(each(list)),
            Tree::Any(list) => return Self::Any(each(list)),
            Tree::Not(inner) => return Self::Not(Box::new(Self::of(inner, digest, gazetteer))),
            Tree::Test(test) => &test.value,
        };
        let words = |name: &crate::query::names::Name| -> Vec<bool> {
            digest.words.iter().map(|w| name.is_word_of(w)).collect()
        };
        match test {
            Test::Actor(name) => {
                let is = digest.parties.iter().map(|p| name.is_participant(p, gazetteer)).collect();
                Self::Actor(is, !name.is_state(gazetteer))
            }
            Test::Recipient(name) => {
                Self::Recipient(digest.parties.iter().map(|p| name.is_participant(p, gazetteer)).collect())
            }
            Test::Location(name) => {
                Self::Place(digest.places.iter().map(|p| name.holds_place(p, gazetteer)).collect())
            }
            Test::Near(circle) => {
                Self::Place(digest.places.iter().map(|p| circle.holds(p, gazetteer)).collect())
            }
            Test::Mode(name) => Self::Mode(words(name)),
            Test::Source(name) => Self::Source(words(name)),
            plain => Self::Plain(plain),
        }
    }

    fn holds<'w>(&self, line: &Line, words: &dyn Fn() -> &'w str) -> bool {
        let marked = |marks: &[bool], at: &u32| marks.get(*at as usize).copied().unwrap_or(false);
        let some = |marks: &[bool], list: &[u32]| list.iter().any(|at| marked(marks, at));
        match self {
            Self::All(list) => list.iter().all(|j| j.holds(line, words)),
            Self::Any(list) => list.iter().any(|j| j.holds(line, words)),
            Self::Not(inner) => !inner.holds(line, words),
            Self::Actor(is, both_sides) => {
                let together =
                    matches!(line.event, EventType::Agree | EventType::Consult | EventType::Cooperate);
                some(is, &line.actors) || ((together || *both_sides) && some(is, &line.recipients))
            }
            Self::Recipient(is) => some(is, &line.recipients),
            Self::Place(is) => line.place.is_some_and(|at| marked(is, &at)),
            Self::Mode(is) => line.mode.is_some_and(|at| marked(is, &at)),
            Self::Source(is) => some(is, &line.sources),
            Self::Plain(test) => plain(test, line, words),
        }
    }
}

fn plain<'w>(test: &Test, line: &Line, words: &dyn Fn() -> &'w str) -> bool {
    match test {
        Test::Type(wanted) => line.event == *wanted,
        Test::Status(wanted) => line.status == *wanted,
        Test::Claimed => line.claimed,
        Test::During(period) => during(line, period),
        Test::Text(wanted) => words().contains(wanted.as_str()),
        Test::Sources(compare, n) => compare.holds(line.independent as usize, *n),
        Test::Conflict(None) => line.conflicts != 0,
        Test::Conflict(Some(name)) => Field::ALL.iter().any(|f| f.name() == *name && line.disputes(*f)),
        Test::Actor(_)
        | Test::Recipient(_)
        | Test::Location(_)
        | Test::Near(_)
        | Test::Mode(_)
        | Test::Source(_) => false,
    }
}

/// Whether the event counts as one of the period; the rule stands in the module's documentation.
fn during(line: &Line, period: &Interval) -> bool {
    let Some(possible) = line.when else { return false };
    let Some(shared) = possible.intersect(period) else { return false };
    let stated = line.basis == Some(Basis::Stated);
    match (possible.start, possible.end) {
        (Some(_), Some(_)) if stated || line.is_date => true,
        (Some(start), Some(end)) => {
            let all = end - start;
            let inside = shared.end.unwrap_or(end) - shared.start.unwrap_or(start);
            all.num_days() <= 31 || inside * 2 >= all
        }
        // "since 2014", as its article says, goes on.
        (Some(start), None) => {
            stated || period.end.is_none() || period.start.is_none_or(|from| from <= start)
        }
        (None, Some(end)) => period.end.is_none_or(|until| end <= until),
        (None, None) => true,
    }
}
