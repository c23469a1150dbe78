//! What is settled once all clauses stand: who acts in an infinitive, and who said what.

use crate::syntax::chunk::{Kind, VerbForm};
use crate::syntax::clause::{Clause, Link, Parse};
use crate::syntax::unit::Pos;

/// Settles subjects and governors among the clauses of a sentence.
pub(super) fn settle(parse: &Parse<'_, '_>, clauses: &mut [Clause]) {
    lend_subjects(clauses);
    object_control(parse, clauses);
    attributions(parse, clauses);
}

/// "Speaking in Moscow, Putin said": a clause that came before its governor's subject takes it now.
fn lend_subjects(clauses: &mut [Clause]) {
    for i in 0..clauses.len() {
        let Some(governor) = clauses[i].governor else { continue };
        let shares = matches!(clauses[i].link, Link::Participial | Link::Adverbial(_) | Link::Complement);
        if clauses[i].subject.is_empty() && shares && governor != i {
            let subject = clauses[governor].subject.clone();
            clauses[i].subject = subject;
        }
    }
}

/// "urged Syria to withdraw", "sent special forces to abduct", "accused Syria of violating": the object acts.
fn object_control(parse: &Parse<'_, '_>, clauses: &mut [Clause]) {
    for i in 0..clauses.len() {
        let Some(governor) = clauses[i].governor else { continue };
        let form = parse.vg(&clauses[i]).map(|v| v.form);
        let controlled = form == Some(VerbForm::Infinitive)
            || (form == Some(VerbForm::Gerund) && clauses[i].link == Link::Complement);
        if !controlled || clauses[i].link != Link::Complement {
            continue;
        }
        let acts = |np: usize| parse.chunks[np].np().is_some_and(|np| acts(parse, np.head));
        // "called on Syria to withdraw": the phrase right before the infinitive.
        let addressed = clauses[governor]
            .phrases
            .iter()
            .filter(|(p, nps)| {
                *p < clauses[i].vg && !nps.is_empty() && matches!(parse.lower(*p), "on" | "upon" | "for")
            })
            .map(|(_, nps)| nps.clone())
            .next_back();
        let passive = parse.vg(&clauses[governor]).is_some_and(|v| v.passive);
        let object = clauses[governor].object.clone();
        // "joined Obasanjo in a bid to end": what completes a thing is done by whoever has it.
        let thing = clauses[i].of_noun.is_some_and(|n| !acts(n));
        // "the failure of Libya's parties to agree", "a decision by Ghana to expel him": they do.
        let behind = |n: usize| matches!(parse.lower(n - 1), "of" | "by") && acts(n);
        let whose = clauses[i].of_noun.and_then(|n| {
            let owned = n.checked_sub(2).filter(|t| parse.chunks[*t].np().is_some() && !acts(*t));
            let after = Some(n + 2).filter(|o| thing && *o < clauses[i].vg && behind(*o));
            after.or_else(|| owned.filter(|_| behind(n)).map(|_| n))
        });
        let joins = !thing
            && parse.verb(&clauses[governor]).is_some_and(|v| v.lower.starts_with("join"))
            && form == Some(VerbForm::Gerund);
        clauses[i].subject = if let Some(whose) = whose {
            let listed =
                clauses[governor].phrases.iter().map(|(_, nps)| nps).find(|nps| nps.contains(&whose));
            listed.cloned().unwrap_or_else(|| vec![whose])
        } else if joins {
            // "Britain joined France in condemning it": both do.
            clauses[governor].subject.iter().chain(&object).copied().collect()
        } else if thing {
            clauses[governor].subject.clone()
        } else if !passive
            && !keeps_control(parse, &clauses[governor])
            && object.first().is_some_and(|o| acts(*o) && *o > clauses[governor].vg && *o < clauses[i].vg)
        {
            object
        } else if let Some(addressed) = addressed.filter(|nps| nps.first().is_some_and(|n| acts(*n))) {
            addressed
        } else {
            clauses[governor].subject.clone()
        };
    }
}

/// "met Gates to discuss it", "promised the voters to resign": the subject goes on acting.
fn keeps_control(parse: &Parse<'_, '_>, clause: &Clause) -> bool {
    const STEMS: &[&str] =
        &["meet", "met", "visit", "join", "attack", "invad", "raid", "storm", "bomb", "promis", "threaten"];
    parse.verb(clause).is_some_and(|v| STEMS.iter().any(|stem| v.lower.starts_with(stem)))
}

fn acts(parse: &Parse<'_, '_>, head: usize) -> bool {
    let unit = &parse.units[head];
    unit.word.agent.is_some() || matches!(unit.pos, Pos::Name | Pos::Pronoun)
}

fn reports(parse: &Parse<'_, '_>, clause: &Clause) -> bool {
    parse.verb(clause).is_some_and(|u| u.word.effect.reports)
}

/// "..., the ministry said.": what stands before is its complement.
fn attributions(parse: &Parse<'_, '_>, clauses: &mut [Clause]) {
    for i in 1..clauses.len() {
        let first = clauses[i].start.min(clauses[i].vg);
        let trailing = clauses[i].link == Link::Main
            && reports(parse, &clauses[i])
            && clauses[i].object.is_empty()
            && !clauses.iter().any(|c| c.governor == Some(i) && c.link == Link::Complement)
            && first
                .checked_sub(1)
                .is_some_and(|j| matches!(parse.chunks[j].kind, Kind::Comma | Kind::Quote));
        if !trailing {
            continue;
        }
        let unattached = |c: &&mut Clause| c.link == Link::Main && c.governor.is_none();
        for clause in clauses[..i].iter_mut().filter(unattached) {
            clause.governor = Some(i);
            clause.link = Link::Complement;
        }
    }
}
