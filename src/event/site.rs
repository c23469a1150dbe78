//! Where an event took place that says nothing of it: along with what it happened with, or in the country of those
//! it happened to.

use chrono::NaiveDate;

use crate::event::{EventType, INTERNATIONAL, Mention, Participant, PlaceRef, Status};
use crate::gazetteer::{ActorId, Gazetteer, NameKind, Sense};

/// Gives elections without voters those of their place, and the mentions without a place the one that their type and parties suggest; it is marked as assumed.
pub(super) fn assume(mentions: &mut [Mention], gazetteer: &Gazetteer, home: Option<ActorId>, on: NaiveDate) {
    for mention in mentions.iter_mut().filter(|m| m.event == EventType::Election && m.actors.is_empty()) {
        let own = mention.place.as_ref().and_then(|p| polity(p, gazetteer));
        let whose = own.or(home.filter(|_| mention.place.is_none() && mention.recipients.is_empty()));
        mention.actors.extend(whose.map(|id| Participant::of(gazetteer, id, on, mention.trigger.span)));
    }
    let home = home.map(|id| gazetteer.actor(id).code.as_str());
    for mention in mentions.iter_mut().filter(|m| m.place.is_none()) {
        if matches!(mention.status, Status::Negated) {
            continue;
        }
        let code = likely(mention, home);
        let place = code.and_then(|code| gazetteer.place_by_code(code)).map(|id| gazetteer.place(id));
        mention.place = place.map(|p| PlaceRef::of(p, mention.trigger.span).assumed());
    }
}

/// Who votes in a place: the country or region itself, else the country it lies in.
fn polity(place: &PlaceRef, gazetteer: &Gazetteer) -> Option<ActorId> {
    let actor = |name: &str| {
        gazetteer.find(name).into_iter().find_map(|s| match s {
            Sense::Actor(id, NameKind::Name) => Some(id),
            _ => None,
        })
    };
    actor(&place.name).or_else(|| gazetteer.actor_by_code(place.country.as_deref()?))
}

/// The country where an event of this type is likely to have been.
fn likely<'m>(mention: &'m Mention, home: Option<&'m str>) -> Option<&'m str> {
    let theirs = || country(&mention.recipients);
    let ours = || country(&mention.actors);
    match mention.event {
        // A people votes, protests and is policed at home.
        EventType::Election | EventType::Protest => ours().or_else(theirs).or(home),
        EventType::Coerce | EventType::Disaster | EventType::Death => theirs().or_else(ours).or(home),
        // Forces and aid go to, and leave, those they are sent to.
        EventType::Mobilize | EventType::Retreat | EventType::Aid => theirs().or_else(ours),
        EventType::Assault => theirs(),
        _ => None,
    }
}

/// The one country that these parties are of.
fn country(parties: &[Participant]) -> Option<&str> {
    let mut codes = parties.iter().filter_map(|p| p.country.as_deref()).filter(|c| *c != INTERNATIONAL);
    let first = codes.next()?;
    codes.all(|c| c == first).then_some(first)
}
