//! Where a line may end: not before what its last word asks for.

use crate::event::scene::Scene;
use crate::syntax::chunk::{Kind, VerbForm, span_of};
use crate::text::Class;

/// How often a line is led on.
const STEPS: usize = 4;

/// The end of a line that would stop short: behind "was", "had been" and "those who", "between June", "a week of", "in
/// the process of" more must come.
pub(super) fn whole(scene: &Scene<'_, '_, '_>, vg: usize, mut end: usize) -> usize {
    let chunks = scene.parse.chunks;
    let be = |at: usize| chunks[at].vg().is_some_and(|v| scene.parse.units[v.head].class.any(Class::BE));
    let those = |at: usize| chunks[at].units.len() == 1 && scene.parse.lower(at) == "those";
    if end == vg + 1 && be(vg) || those(end - 1) {
        while chunks.get(end).is_some_and(|c| !closes(&c.kind)) {
            end += 1;
        }
    }
    for _ in 0..STEPS {
        match led_on(scene, vg, end) {
            Some(on) if on > end => end = on.min(chunks.len()),
            _ => break,
        }
    }
    end
}

/// What ends a stretch of words that belong together.
const fn closes(kind: &Kind) -> bool {
    matches!(kind, Kind::Comma | Kind::Break | Kind::Stop | Kind::Conjunction | Kind::Dash)
}

/// One step further.
fn led_on(scene: &Scene<'_, '_, '_>, vg: usize, end: usize) -> Option<usize> {
    let parse = scene.parse;
    let kind = |at: usize| parse.chunks.get(at).map(|c| &c.kind);
    let last = end.checked_sub(1)?;
    let clause_of = |vg: usize| scene.clauses.iter().find(|c| c.vg == vg).map(|c| c.end.max(vg + 1));
    let gerund = |at: usize| matches!(kind(at), Some(Kind::Vg(v)) if v.form == VerbForm::Gerund);
    let next = parse.lower(end);
    match (kind(last)?, kind(end)?) {
        // "is in the process *of phasing out its supplier*", "barred the crowd *from reaching the consulate*"
        (Kind::Np(_), Kind::Preposition | Kind::Subordinator)
            if matches!(next, "of" | "from" | "into" | "against") && gerund(end + 1) =>
        {
            // "convicted of helping swindle investors": not "of helping".
            let open = |on: &usize| *on == end + 2 && matches!(kind(*on), Some(Kind::Vg(_) | Kind::That));
            clause_of(end + 1).filter(|on| !open(on))
        }
        // "between June *and December*"
        (Kind::Np(_) | Kind::Timex(_), Kind::Conjunction)
            if last > 0
                && next == "and"
                && parse.lower(last - 1) == "between"
                && matches!(kind(end + 1), Some(Kind::Np(_) | Kind::Timex(_))) =>
        {
            Some(end + 2)
        }
        // "after a week *of unrest*"
        (Kind::Timex(_), Kind::Preposition) if next == "of" && matches!(kind(end + 1), Some(Kind::Np(_))) => {
            Some(end + 2)
        }
        // "to solicit *and review bids*"
        (Kind::Vg(_), Kind::Conjunction) if last > vg && matches!(kind(end + 1), Some(Kind::Vg(_))) => {
            clause_of(end + 1)
        }
        // "to announce *a "major development"*"
        (Kind::Vg(v), Kind::Quote) if v.form == VerbForm::Infinitive => {
            let stop = (end + 1..parse.chunks.len())
                .find(|at| matches!(kind(*at), Some(Kind::Quote | Kind::Break | Kind::Stop)))?;
            Some(stop)
        }
        _ => None,
    }
}

/// "less than two weeks" of "less than two weeks after the president issued a warning": a length that the line cuts off
/// from what it counts from goes with it; the chunk that the line ends before.
pub(super) fn measured(scene: &Scene<'_, '_, '_>, vg: usize, end: usize) -> usize {
    let chunks = scene.parse.chunks;
    let counts = matches!(scene.parse.lower(end), "after" | "before" | "since");
    let unit = |at: usize| {
        let text = span_of(scene.parse.units, chunks[at].units.clone()).text(scene.text);
        let words = || text.split_whitespace();
        let pointed = words().any(|w| matches!(w, "last" | "next" | "past" | "this" | "these"));
        let last = words().last().unwrap_or("");
        !pointed
            && matches!(
                last.strip_suffix('s').unwrap_or(last),
                "minute" | "hour" | "day" | "week" | "month" | "year" | "decade"
            )
    };
    let length = end > vg + 1 && matches!(chunks[end - 1].kind, Kind::Timex(_)) && unit(end - 1);
    let fronted = end > vg + 2 && matches!(chunks[end - 2].kind, Kind::Preposition);
    if counts && length && !fronted { end - 1 } else { end }
}
