//! Everyone who takes part, once.

use super::Witness;
use crate::chronology::profile::is_description;
use crate::chronology::words::fold;
use crate::event::{Basis, Participant};
use crate::gazetteer::Gazetteer;

/// Actors and recipients over all mentions.
///
/// The best-informed mention gives the roles; another adds only whom nobody named so far. A state beside the
/// person who acts for it, or "rebel forces" beside a group with a name, is the same one told more loosely. Those who
/// are only likely stand on a side where no mention names anybody.
pub(super) fn fuse(witnesses: &[Witness<'_>], gazetteer: &Gazetteer) -> (Vec<Participant>, Vec<Participant>) {
    let mut order: Vec<&Witness<'_>> = witnesses.iter().collect();
    // A person or body that acts for a state tells more than the state.
    let known = |list: &[Participant]| -> usize {
        list.iter().map(|p| usize::from(p.code.is_some()) + usize::from(p.acts_for.is_some())).sum()
    };
    order.sort_by_key(|w| {
        let m = w.mention;
        let stated = m.when.as_ref().is_some_and(|t| t.basis == Basis::Stated);
        let sides = usize::from(!m.actors.is_empty()) + usize::from(!m.recipients.is_empty());
        let score = sides * 4 + (known(&m.actors) + known(&m.recipients)).min(4) + usize::from(stated);
        (std::cmp::Reverse(score), w.article.published, w.index)
    });
    let mut cast: Vec<(Side, Participant)> = Vec::new();
    for (witness, sure) in [true, false].into_iter().flat_map(|sure| order.iter().map(move |w| (w, sure))) {
        let before = cast.clone();
        let told = |p: &Participant| before.iter().any(|(_, q)| covers(q, p, gazetteer));
        let both = [(Side::Acting, &witness.mention.actors), (Side::Undergoing, &witness.mention.recipients)];
        let open = |side: Side| sure || before.iter().all(|(s, _)| *s != side);
        let asked = |(s, p): &(Side, &Participant)| (p.basis != Basis::Assumed) == sure && open(*s);
        let all = both.into_iter().flat_map(|(s, list)| list.iter().map(move |p| (s, p)));
        for (side, participant) in all.filter(asked) {
            if told(participant) || cast.iter().any(|(s, q)| *s == side && same(q, participant)) {
                continue;
            }
            // A fuller name takes the place of a looser one that another mention gave.
            let looser =
                |q: &Participant| before.iter().any(|(_, b)| same(b, q)) && covers(participant, q, gazetteer);
            if sure {
                cast.retain(|(_, q)| !looser(q));
            }
            cast.push((side, participant.clone()));
        }
    }
    let (actors, recipients): (Vec<_>, Vec<_>) =
        cast.into_iter().partition(|(side, _)| *side == Side::Acting);
    let names = |list: Vec<(Side, Participant)>| list.into_iter().map(|(_, p)| p).collect();
    (names(actors), names(recipients))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Acting,
    Undergoing,
}

fn same(p: &Participant, q: &Participant) -> bool {
    match (&p.code, &q.code) {
        (Some(x), Some(y)) => x == y,
        _ => fold(&p.name) == fold(&q.name),
    }
}

/// Whether `fine` already tells who `loose` is.
fn covers(fine: &Participant, loose: &Participant, gazetteer: &Gazetteer) -> bool {
    if same(fine, loose) || fine.acts_for.as_deref() == Some(&loose.name) {
        return true;
    }
    match (&fine.code, &loose.code) {
        (Some(f), Some(l)) => gazetteer.acts_for(f, l),
        (Some(_), None) => {
            let (fine, loose_name) = (fold(&fine.name), fold(&loose.name));
            is_description(&loose.name) || fine.ends_with(&format!(" {loose_name}"))
        }
        _ => false,
    }
}
