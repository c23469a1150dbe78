//! Documents and who wrote them: "The Security Council adopted a resolution. ... *The resolution* demands that ...".

use crate::event::cast::Cast;
use crate::event::discourse::Discourse;
use crate::syntax::clause::{Parse, Tree};
use crate::text::Class;

/// Keeps in `discourse` whose the documents are that a sentence tells of: of those who adopt or issue them.
///
/// A main clause whose subject is a document known from before makes its authors the likeliest "it".
pub(super) fn note(parse: &Parse<'_, '_>, tree: &Tree, cast: &Cast, discourse: &mut Discourse<'_>) {
    for clause in &tree.clauses {
        let Some(verb) = parse.verb(clause) else { continue };
        if let &[subject] = clause.subject.as_slice()
            && cast.of(subject).is_empty()
            && parse.chunks[subject].np().is_some_and(|np| parse.is_definite(np))
            && let Some(noun) = document(parse, subject)
        {
            let authors = discourse.authors(noun).to_vec();
            discourse.promote(&authors);
        }
        // "the measure was a resolution", "rejected the statement": not theirs.
        if verb.class.any(Class::BE) || !verb.has_stem(ISSUE) {
            continue;
        }
        let passive = parse.is_passive(clause);
        let (written, by) = if passive {
            (&clause.subject, parse.behind(clause, "by").copied().collect())
        } else {
            (&clause.object, clause.subject.clone())
        };
        for noun in written.iter().filter_map(|np| document(parse, *np)) {
            let authors: Vec<_> = cast.all(&by).filter(|p| p.is_named()).cloned().collect();
            if !authors.is_empty() {
                discourse.write(noun, authors);
            }
        }
    }
}

/// The noun of a phrase that names a document.
pub(super) fn document<'p>(parse: &'p Parse<'_, '_>, np: usize) -> Option<&'p str> {
    parse.head(np).map(|u| &*u.lower).filter(|noun| DOCUMENTS.contains(noun))
}

/// What bodies and their heads put on paper.
const DOCUMENTS: &[&str] = &[
    "resolution",
    "statement",
    "communique",
    "communiqué",
    "declaration",
    "document",
    "decree",
    "letter",
    "report",
    "ruling",
    "verdict",
    "text",
];

/// Beginnings of the verbs of whoever puts it there.
const ISSUE: &[&str] = &[
    "adopt", "pass", "approv", "issu", "releas", "publish", "sign", "wrote", "writ", "draft", "sent", "send",
    "deliver", "submit", "unveil", "present",
];
