//! Prose of another kind: sport, kitchens, laboratories and stages attack, defend, strike and hijack too.

use crate::event::EventType;
use crate::event::cast::Cast;
use crate::event::draft::Draft;
use crate::gazetteer::Sector;
use crate::syntax::clause::{Clause, Parse};
use crate::syntax::lexicon::AgentKind;

/// Leaves out what only names a body or says who leads whom: "the National Council of the *Revolution*", "soldiers
/// *commanded* by two colonels".
pub(super) fn leave_out_names(
    drafts: &mut Vec<Draft<'_>>,
    text: &str,
    parse: &Parse<'_, '_>,
    clauses: &[Clause],
) {
    drafts.retain(|draft| match draft.np {
        Some(np) => !is_of_name(text, parse, np),
        None => !draft.clause.is_some_and(|c| is_command(parse, &clauses[c])),
    });
}

/// A noun in capitals behind "of" and a body's name in capitals.
fn is_of_name(text: &str, parse: &Parse<'_, '_>, np: usize) -> bool {
    let written = |at: usize| {
        let word = parse.head(at).map(|u| u.span.text(text));
        word.is_some_and(|w| w.starts_with(char::is_uppercase) && w.contains(char::is_lowercase))
    };
    let body = np.checked_sub(2).filter(|b| *b > 0 && parse.lower(np - 1) == "of");
    written(np) && body.is_some_and(|b| written(b) && parse.head(b).is_some_and(|u| u.word.agent.is_some()))
}

/// "soldiers commanded by two colonels": who leads them, and no order.
fn is_command(parse: &Parse<'_, '_>, clause: &Clause) -> bool {
    let commands = parse.verb(clause).is_some_and(|u| u.lower.starts_with("command"));
    commands && parse.is_passive(clause) && parse.behind(clause, "by").next().is_some()
}

/// Leaves out what a sentence tells of sport, science or art, unless someone of public life has a part in it.
///
/// Coders of events keep lists of such words for the same end; TABARI calls them discards.
pub(super) fn leave_out(drafts: &mut Vec<Draft<'_>>, parse: &Parse<'_, '_>, cast: &Cast) {
    if !drafts.is_empty() && is_elsewhere(parse) && !is_public(parse, cast) {
        drafts.retain(|d| !is_of_politics(d.found.frame.event));
    }
}

fn is_elsewhere(parse: &Parse<'_, '_>) -> bool {
    parse.units.iter().any(|u| u.word.elsewhere)
}

/// Whether an actor of the gazetteer, an armed force or a court has a part in it.
fn is_public(parse: &Parse<'_, '_>, cast: &Cast) -> bool {
    let known = (0..parse.chunks.len()).any(|at| cast.of(at).iter().any(|p| p.code.is_some()));
    known
        || parse.units.iter().filter_map(|u| u.word.agent).any(|agent| {
            use Sector::{Cop, Jud, Mil, Reb, Uns};
            agent.kind != AgentKind::Title && matches!(agent.sector, Mil | Reb | Cop | Uns | Jud)
        })
}

/// What a word of sport, science or art makes unlikely; deals, deaths and prizes are told there as well.
const fn is_of_politics(event: EventType) -> bool {
    use EventType::{
        Accuse, Aid, Assault, Coerce, Concede, Consult, Legal, Mobilize, Protest, Reject, Request, Retreat,
        Sanction, Support, Threaten,
    };
    matches!(
        event,
        Accuse
            | Aid
            | Assault
            | Coerce
            | Concede
            | Consult
            | Legal
            | Mobilize
            | Protest
            | Reject
            | Request
            | Retreat
            | Sanction
            | Support
            | Threaten
    )
}
