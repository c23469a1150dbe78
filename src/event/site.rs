//! Where an event took place that says nothing of it: along with what it happened with, or in the country of those
//! it happened to.

use chrono::NaiveDate;

use crate::event::cast::Casting;
use crate::event::{Basis, EventType, INTERNATIONAL, Mention, Participant, PlaceRef, Status, abroad, retold};
use crate::gazetteer::{ActorId, Gazetteer, NameKind, Sector, Sense};

/// Gives elections without voters those of their place, and the mentions without a place the one that their type and
/// parties suggest; it is marked as assumed.
pub(super) fn assume(mentions: &mut [Mention], gazetteer: &Gazetteer, casting: &Casting<'_, '_>) {
    let home = casting.home;
    for mention in mentions.iter_mut().filter(|m| m.event == EventType::Election && m.actors.is_empty()) {
        let own = mention.place.as_ref().and_then(|p| polity(p, gazetteer));
        let there = own.is_some();
        let land = || casting.land(home?).and_then(|id| named(&gazetteer.place(id).name, gazetteer));
        let silent = mention.place.is_none() && mention.recipients.is_empty();
        let whose = own.or_else(|| land().or(home).filter(|_| silent));
        let span = mention.trigger.span;
        let voters = whose.map(|id| Participant::of(gazetteer, id, casting.on, span));
        mention.actors.extend(voters.map(|v| if there { v.carried() } else { v.assumed() }));
    }
    travel(mentions);
    for mention in mentions.iter_mut() {
        settle(mention);
        protest(mention, gazetteer, casting.on);
    }
    let home = home.map(|id| gazetteer.actor(id).code.as_str());
    for mention in mentions.iter_mut() {
        govern(mention, gazetteer, casting.on, home);
    }
    invade(mentions, gazetteer, casting.on);
    for at in 0..mentions.len() {
        // What did not happen was not anywhere.
        if mentions[at].place.is_some() || mentions[at].status == Status::Negated {
            continue;
        }
        if is_away(mentions, at, home) {
            mentions[at].place = abroad::scene(mentions, at, home, gazetteer);
            continue;
        }
        let mention = &mut mentions[at];
        let Some(code) = likely(mention, home) else { continue };
        // In an article about Chechnya what happens in Russia happens there.
        let land = gazetteer.actor_by_code(code).and_then(|state| casting.land(state));
        let place = land.or_else(|| gazetteer.place_by_code(code)).map(|id| gazetteer.place(id));
        mention.place = place.map(|p| PlaceRef::of(p, mention.trigger.span).assumed());
        if is_policed(mention) {
            settle(mention);
        }
    }
}

/// Whether an act befell people away from home: by who they are, or because they died in a crash that was elsewhere.
fn is_away(mentions: &[Mention], at: usize, home: Option<&str>) -> bool {
    let here = &mentions[at];
    let together = |m: &&Mention| m.sentence.span == here.sentence.span && abroad::is_crash(m);
    let died = matches!(here.event, EventType::Death | EventType::Assault);
    let elsewhere =
        |m: &Mention| m.place.is_some() || here.recipients.iter().all(|r| r.country.as_deref() != home);
    abroad::is_abroad(here, home)
        || died
            && country(&here.recipients).is_some()
            && mentions.iter().find(together).is_some_and(elsewhere)
}

/// Whoever seizes the capital behind the border they crossed seizes it from the state that lies there.
fn invade(mentions: &mut [Mention], gazetteer: &Gazetteer, on: NaiveDate) {
    for at in 0..mentions.len() {
        let Some(land) = abroad::entered(mentions, at) else { continue };
        let span = mentions[at].trigger.span;
        let state = gazetteer.actor_by_code(&land).map(|id| Participant::of(gazetteer, id, on, span));
        mentions[at].recipients.extend(state.map(Participant::carried));
        let place = gazetteer.place_by_code(&land).map(|id| PlaceRef::of(gazetteer.place(id), span));
        mentions[at].place = place.map(PlaceRef::carried);
    }
}

/// What a state's police do, they do at home.
fn is_policed(mention: &Mention) -> bool {
    let police = |p: &Participant| p.sector == Some(Sector::Cop) && p.country.is_some();
    matches!(mention.event, EventType::Assault | EventType::Coerce) && mention.actors.iter().any(police)
}

/// "Olmert flew to Italy ... was to meet Prodi": whoever goes somewhere meets others there, until told otherwise.
fn travel(mentions: &mut [Mention]) {
    const REACH: usize = 6;
    for at in 0..mentions.len() {
        let (before, rest) = mentions.split_at_mut(at);
        let here = &mut rest[0];
        let supposed = matches!(here.status, Status::Hypothetical | Status::Negated);
        if here.event != EventType::Consult || here.place.is_some() || supposed {
            continue;
        }
        let one = |m: &&Mention| {
            m.event == EventType::Consult
                && m.place.as_ref().is_some_and(|p| p.basis != Basis::Assumed)
                && here.actors.iter().any(|a| a.is_named() && m.actors.iter().any(|b| a.name == b.name))
                && retold::meet(m, here)
        };
        let place = before.iter().rev().take(REACH).find(one).and_then(|m| m.place.clone());
        here.place = place.map(PlaceRef::carried);
    }
}

/// "Protesters gathered in Athens": those of no known side are of the place, and protest to its state.
fn settle(mention: &mut Mention) {
    let Some(country) = mention.place.as_ref().and_then(|p| p.country.as_deref()) else { return };
    for party in mention.actors.iter_mut().chain(&mut mention.recipients) {
        party.settle_in(country);
    }
}

/// A civil war is the country's own; and whom nobody is said to have charged or tried, the state they are in did, whose
/// courts and police alone can.
fn govern(mention: &mut Mention, gazetteer: &Gazetteer, on: NaiveDate, home: Option<&str>) {
    const POWERS: &[&str] =
        &["charge", "charge-noun", "try", "trial", "sentence", "convict", "testimony", "bundle", "arrest"];
    if !mention.actors.is_empty() {
        return;
    }
    let there = mention.place.as_ref().and_then(|p| p.country.as_deref()).or(home);
    let from = (mention.trigger.span.start - mention.sentence.span.start) as usize;
    let before = mention.sentence.text.get(..from);
    let civil = mention.event == EventType::Assault
        && mention.trigger.text.eq_ignore_ascii_case("war")
        && before.is_some_and(|b| b.to_lowercase().trim_end().ends_with("civil"));
    let frame = mention.rules.first().and_then(|r| r.rsplit_once('/')).map_or("", |(_, id)| id);
    let powers = matches!(mention.event, EventType::Legal | EventType::Coerce) && POWERS.contains(&frame);
    let Some(state) = there.filter(|_| civil || powers).and_then(|code| gazetteer.actor_by_code(code)) else {
        return;
    };
    let state = Participant::of(gazetteer, state, on, mention.trigger.span).assumed();
    if civil {
        mention.recipients.retain(|r| r.name != state.name);
    }
    if powers && (home != there || mention.recipients.iter().any(|r| r.name == state.name)) {
        return;
    }
    mention.actors.push(state);
}

/// A protest against nobody named is made to the protesters' own state, as PLOVER's coders have it.
fn protest(mention: &mut Mention, gazetteer: &Gazetteer, on: NaiveDate) {
    if mention.event != EventType::Protest || !mention.recipients.is_empty() {
        return;
    }
    let Some(state) = country(&mention.actors).and_then(|code| gazetteer.actor_by_code(code)) else { return };
    let state = Participant::of(gazetteer, state, on, mention.trigger.span);
    // "thousands of Kenyans": those who protest are its people, not the state.
    let adjective = state.code.as_deref().and_then(|code| gazetteer.actor_by_code(code));
    let adjective = adjective.and_then(|id| gazetteer.actor(id).adjectives.first());
    for actor in mention.actors.iter_mut().filter(|a| a.name == state.name) {
        let Some(adjective) = adjective else { return };
        let country = actor.country.take();
        *actor = Participant::unknown(&format!("{adjective} protesters"), actor.span);
        (actor.country, actor.sector) = (country, Some(Sector::Civ));
    }
    mention.recipients.push(state.assumed());
}

/// Who votes in a place: the country or region itself, else the country it lies in.
fn polity(place: &PlaceRef, gazetteer: &Gazetteer) -> Option<ActorId> {
    named(&place.name, gazetteer).or_else(|| gazetteer.actor_by_code(place.country.as_deref()?))
}

/// The actor of this very name.
pub(super) fn named(name: &str, gazetteer: &Gazetteer) -> Option<ActorId> {
    gazetteer.find(name).into_iter().find_map(|s| match s {
        Sense::Actor(id, NameKind::Name) => Some(id),
        _ => None,
    })
}

/// The country where an event of this type is likely to have been.
fn likely<'m>(mention: &'m Mention, home: Option<&'m str>) -> Option<&'m str> {
    let theirs = || country(&mention.recipients);
    let ours = || country(&mention.actors);
    let everyone = || mention.actors.iter().chain(&mention.recipients);
    let abroad = |p: &Participant| p.country.is_some() && p.country.as_deref() != home;
    match mention.event {
        // A people votes, protests and is policed at home.
        EventType::Election | EventType::Protest => ours().or_else(theirs).or(home),
        EventType::Coerce | EventType::Disaster | EventType::Death => theirs().or_else(ours).or(home),
        // Forces and aid go to, and leave, those they are sent to.
        EventType::Mobilize | EventType::Retreat => {
            theirs().or(home.filter(|home| ours().is_none_or(|own| own == *home)))
        }
        // Aid goes to a state; asylum is given at home.
        EventType::Aid => {
            let state = mention.recipients.iter().all(|r| r.code.is_some() && r.code == r.country);
            theirs().filter(|_| state)
        }
        // Visitors from no one state are received at home: "the president met UN investigators".
        EventType::Consult => {
            let ours = everyone().any(|p| p.country.as_deref() == home);
            let visits = |p| abroad(p) && p.country.as_deref() != Some(INTERNATIONAL);
            home.filter(|_| ours && !everyone().any(visits))
        }
        EventType::Other => home.filter(|_| !everyone().any(abroad)),
        // A war without parties from abroad is at home: the army's against rebels.
        EventType::Assault => {
            let stateless = |p: &Participant| p.country.is_none() && p.is_named();
            theirs()
                .or_else(|| ours().filter(|_| is_policed(mention)))
                .or_else(|| home.filter(|_| !everyone().any(|p| abroad(p) || stateless(p))))
        }
        _ => None,
    }
}

/// The one country that these parties are of; someone out of office may be anywhere.
fn country(parties: &[Participant]) -> Option<&str> {
    let bound = parties.iter().filter(|p| p.code.is_none() || p.acts_for.is_some() || p.sector.is_some());
    let mut codes = bound.filter_map(|p| p.country.as_deref()).filter(|c| *c != INTERNATIONAL);
    let first = codes.next()?;
    codes.all(|c| c == first).then_some(first)
}
