//! A dated draft, put together as a mention: roles, place, counts, claimant.

use compact_str::format_compact;

use crate::event::draft::Draft;
use crate::event::extract::mention_id;
use crate::event::frame::Role;
use crate::event::magnitude::{self, Toll};
use crate::event::roles::{self, Roles};
use crate::event::scene::Scene;
use crate::event::status::Standing;
use crate::event::{Count, Mention, PlaceRef, Quote, Short, place, summary};
use crate::gazetteer::Gazetteer;
use crate::span::Span;
use crate::syntax::chunk::span_of;

/// The mention a draft comes to; `again` counts the mentions of the same words and type before it in its sentence.
pub(super) fn assemble(
    scene: &Scene<'_, '_, '_>,
    draft: Draft<'_>,
    gazetteer: &Gazetteer,
    document: &str,
    sentence: Span,
    again: usize,
) -> Mention {
    let text = scene.text;
    let frame = draft.found.frame;
    let trigger = scene.parse.units[draft.trigger].span;
    let Roles { mut actors, mut recipients } = roles::of(scene, &draft, gazetteer);
    let on = draft.when.as_ref().and_then(|w| w.value.first().or(w.value.last()));
    for party in actors.iter_mut().chain(&mut recipients) {
        party.serve_on(gazetteer, on.unwrap_or(scene.on));
    }
    let place = place_of(scene, &draft, gazetteer);
    let toll = magnitude::toll(&scene.parse.units[draft.trigger].lower);
    let counted = toll.and_then(|_| counted(scene, &draft));
    let time = draft.when.as_ref().map(|w| format_compact!("time:{}", w.rule));
    let rules = std::iter::once(format_compact!("frame:{}", frame.id)).chain(time).collect();
    Mention {
        id: mention_id(document, text, sentence, trigger, frame.event.name(), again),
        document: document.to_owned(),
        sentence: Quote::new(text, sentence),
        trigger: Quote::new(text, trigger),
        event: frame.event,
        mode: frame.mode.clone(),
        contexts: Vec::new(),
        actors,
        recipients,
        place,
        status: draft.standing.status,
        claimed_by: claimant(scene, draft.standing),
        dead: counted.filter(|_| toll == Some(Toll::Dead)),
        injured: counted.filter(|_| toll == Some(Toll::Injured)),
        summary: summary::of(scene, &draft),
        when: draft.when,
        rules,
    }
}

/// Who says so, where the article does not say it itself.
fn claimant(scene: &Scene<'_, '_, '_>, standing: Standing) -> Option<Short> {
    let Some(clause) = standing.claimed_by.map(|c| &scene.clauses[c]) else {
        return standing.hearsay.then(|| "unnamed".into());
    };
    // "were reported killed": not by those who were.
    if scene.parse.is_passive(clause) {
        return Some("unnamed".into());
    }
    let first = *clause.subject.first()?;
    let words = || span_of(scene.parse.units, scene.parse.chunks[first].units.clone()).text(scene.text);
    Some(scene.cast.of(first).first().map_or_else(|| words().into(), |p| p.name.clone()))
}

/// The finest place the frame asks for, or that a prepositional phrase names.
fn place_of(scene: &Scene<'_, '_, '_>, draft: &Draft<'_>, gazetteer: &Gazetteer) -> Option<PlaceRef> {
    let Scene { text, parse, clauses, .. } = *scene;
    let mut phrases = match draft.np {
        Some(np) => place::trailing(parse, np),
        None => Vec::new(),
    };
    if let Some(clause) = draft.clause.filter(|_| draft.tells_clause()) {
        let clause = &clauses[clause];
        phrases.extend(place::own(parse, &clause.phrases, clause.vg).cloned());
        // "explosions shook Kharkiv"
        let felt = draft.np.is_some_and(|np| clause.subject.contains(&np)) && !parse.is_passive(clause);
        phrases.extend(clause.object.first().filter(|_| felt).map(|o| (clause.vg, vec![*o])));
    } else if let (Some(np), Some(clause)) = (draft.np, draft.clause.map(|c| &clauses[c])) {
        // "In Germany, he won *backing* for the plan": what opens the sentence is where all of it was.
        let first = |(p, _): &&(usize, Vec<usize>)| *p < clause.start && clause.object.contains(&np);
        phrases.extend(clause.phrases.iter().filter(first).cloned());
    }
    let filled = draft.found.roles.iter().filter(|(r, _)| *r == Role::Place).flat_map(|(_, nps)| nps);
    let here = |n: &&usize| n.checked_sub(1).is_none_or(|p| !place::is_of_origin(parse, p, draft.np));
    let said = filled
        .filter(here)
        .find_map(|n| place::named(text, parse.units, parse.chunks[*n].units.clone(), gazetteer));
    let event = draft.found.frame.event;
    let around = place::of_phrases(text, parse, &phrases, (event, draft.np), gazetteer);
    match (said, around) {
        (Some(a), Some(b)) => {
            let finer = b
                .code
                .as_deref()
                .zip(a.code.as_deref())
                .is_some_and(|(b, a)| b != a && gazetteer.lies_in(b, a));
            Some(if finer { b } else { a })
        }
        (a, b) => a.or(b).or_else(|| {
            let clause = draft.clause.filter(|_| draft.tells_clause()).map(|c| &clauses[c])?;
            place::of_doers(text, parse, &clause.subject, event, gazetteer)
        }),
    }
}

/// The count in the phrase that names the victims.
fn counted(scene: &Scene<'_, '_, '_>, draft: &Draft<'_>) -> Option<Count> {
    let Scene { parse, clauses, .. } = *scene;
    let victims = draft
        .found
        .roles
        .iter()
        .filter(|(r, _)| *r == Role::Recipient)
        .flat_map(|(_, nps)| nps.iter().copied());
    let around = draft.clause.map(|c| clauses[c].object.clone()).unwrap_or_default();
    victims.chain(around).chain(draft.np).find_map(|n| magnitude::people(parse.units, &parse.chunks[n]))
}
