//! "In Ingushetia villagers blocked a road": where a fronted phrase ends and the subject begins, if no comma tells.

use crate::gazetteer::Sense;
use crate::syntax::chunk::{Chunk, Kind, Np, VerbForm};
use crate::syntax::lexicon::{AgentKind, Tags};
use crate::syntax::unit::{Pos, Unit};

/// Parts the noun phrase of a place that opens a clause from the subject behind it.
///
/// Read as one phrase, "Kabul police" would leave the verb without a subject, which no statement is.
pub(super) fn part(units: &[Unit<'_>], chunks: &mut Vec<Chunk>) {
    for at in (0..chunks.len()).rev() {
        if !opens(units, chunks, at) {
            continue;
        }
        let Some(np) = chunks.get(at + 1).and_then(Chunk::np).cloned() else { continue };
        let Some((last, np)) = inner(units, chunks, at + 1, np) else { continue };
        let Some(subject) = subject(units, &np) else { continue };
        let place = subject - 1;
        let end = np.body.end;
        let front = Np { possessor: np.possessor.clone(), body: np.body.start..subject, head: place };
        let start = chunks[last].units.start;
        chunks[last] = Chunk { kind: Kind::Np(front), units: start..subject };
        let behind = Np { possessor: None, body: subject..end, head: np.head };
        chunks.insert(last + 1, Chunk { kind: Kind::Np(behind), units: subject..end });
    }
}

/// A preposition of place that stands where a clause begins.
fn opens(units: &[Unit<'_>], chunks: &[Chunk], at: usize) -> bool {
    let word = |c: &Chunk| &*units[c.units.start].lower;
    let of_place = matches!(
        word(&chunks[at]),
        "in" | "at" | "near" | "outside" | "inside" | "on" | "across" | "around" | "throughout" | "along"
    );
    if !matches!(chunks[at].kind, Kind::Preposition) || !of_place {
        return false;
    }
    let mut before = at;
    while let Some(left) = before.checked_sub(1) {
        match chunks[left].kind {
            // "Meanwhile in Kabul", "On Monday in Kabul"
            Kind::Adverb | Kind::Timex(_) | Kind::Quote => before = left,
            Kind::Preposition if matches!(chunks[before].kind, Kind::Timex(_)) => before = left,
            Kind::Break | Kind::That | Kind::Stop => return true,
            // ", and in Kabul police arrested"
            Kind::Conjunction => {
                return left.checked_sub(1).is_some_and(|c| matches!(chunks[c].kind, Kind::Comma));
            }
            _ => return false,
        }
    }
    true
}

/// The last noun phrase of "in the southern city *of Basra gunmen*", if a verb follows that has no other subject.
fn inner(units: &[Unit<'_>], chunks: &[Chunk], first: usize, np: Np) -> Option<(usize, Np)> {
    let (mut last, mut np) = (first, np);
    while let (Some(of), Some(next)) = (chunks.get(last + 1), chunks.get(last + 2).and_then(Chunk::np))
        && &*units[of.units.start].lower == "of"
    {
        (last, np) = (last + 2, next.clone());
    }
    let mut at = last + 1;
    loop {
        match &chunks.get(at)?.kind {
            Kind::Adverb | Kind::Timex(_) => at += 1,
            Kind::Conjunction | Kind::Preposition
                if chunks.get(at + 1).is_some_and(|c| matches!(c.kind, Kind::Np(_) | Kind::Timex(_))) =>
            {
                at += 2;
            }
            Kind::Vg(vg) => {
                let past = units[vg.head].pos == Pos::Past;
                let finite = vg.form == VerbForm::Finite || (vg.form == VerbForm::Participle && past);
                return finite.then_some((last, np));
            }
            _ => return None,
        }
    }
}

/// The unit at which the subject begins: behind the place's name and what kind of place it is; else "the border
/// *soldiers*", where who acts is told by a bare plural.
fn subject(units: &[Unit<'_>], np: &Np) -> Option<usize> {
    let body = &units[np.body.clone()];
    let is_place = |u: &Unit<'_>| {
        u.pos == Pos::Name && u.senses.iter().any(|s| matches!(s, Sense::Place(..) | Sense::Actor(..)))
    };
    let head = &units[np.head];
    let many = head.word.tags.any(Tags::PLURAL)
        || head.word.agent.is_some_and(|a| a.kind == AgentKind::Group)
        || head.pos == Pos::Name;
    let told = body.iter().any(|u| matches!(u.pos, Pos::Determiner | Pos::Possessive));
    if let Some(name) = body.iter().position(is_place).filter(|_| !told || many) {
        let kinds = body[name + 1..].iter().take_while(|u| u.pos == Pos::Noun && u.word.site).count();
        let subject = np.body.start + name + 1 + kinds;
        let mass = many || head.word.tags.any(Tags::NOUN);
        return (subject <= np.head && mass).then_some(subject);
    }
    let acts = head.pos == Pos::Noun && head.word.agent.is_some() && many;
    // "in the capital *riot police* fired", "at the airport *armed men* seized": what describes them goes with them.
    let adjective = |u: &&Unit<'_>| matches!(u.pos, Pos::Adjective | Pos::Number);
    let described = body[..np.head - np.body.start].iter().rev().take_while(adjective).count();
    let subject = np.head - described;
    let place = subject.checked_sub(1).filter(|b| *b >= np.body.start && units[*b].pos == Pos::Noun)?;
    (acts && units[place].word.agent.is_none()).then_some(subject)
}
