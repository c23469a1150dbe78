//! One entry as a run of bytes.

use super::entry::{Actor, ActorKind, Place, PlaceKind, Role, Sector};
use crate::packed::bytes::{Reader, Writer};

const ACTOR_KINDS: [ActorKind; 10] = [
    ActorKind::State,
    ActorKind::Body,
    ActorKind::Organisation,
    ActorKind::Force,
    ActorKind::ArmedGroup,
    ActorKind::Party,
    ActorKind::Company,
    ActorKind::Agency,
    ActorKind::People,
    ActorKind::Person,
];

const PLACE_KINDS: [PlaceKind; 7] = [
    PlaceKind::Continent,
    PlaceKind::Region,
    PlaceKind::Country,
    PlaceKind::Water,
    PlaceKind::Province,
    PlaceKind::City,
    PlaceKind::Site,
];

/// What a person is called by at second mention is worked out from the name, or said, perhaps to be nothing.
const SURNAMES_SAID: u8 = 1;

pub(crate) fn write_actor(actor: &Actor) -> Vec<u8> {
    let mut w = Writer::default();
    w.string(&actor.code);
    w.bytes.push(actor.kind as u8);
    w.string(&actor.name);
    w.strings(&actor.aliases);
    w.strings(&actor.adjectives);
    w.strings(&actor.people);
    w.strings(&actor.metonyms);
    w.optional(actor.part_of.as_deref());
    w.optional(actor.country.as_deref());
    w.bytes.push(actor.sector.map_or(0, |s| s as u8 + 1));
    w.count(actor.roles.len());
    for role in &actor.roles {
        w.string(&role.title);
        w.string(&role.acts_for);
        w.bytes.push(role.sector as u8);
        w.optional(role.since.as_deref());
        w.optional(role.until.as_deref());
    }
    w.strings(&actor.members);
    w.bytes.push(if actor.surnames.is_some() { SURNAMES_SAID } else { 0 });
    w.strings(actor.surnames.as_deref().unwrap_or_default());
    w.optional(actor.since.as_deref());
    w.optional(actor.until.as_deref());
    w.strings(&actor.successors);
    w.bytes.push(u8::from(actor.common));
    w.bytes
}

pub(crate) fn read_actor(bytes: &[u8]) -> Actor {
    let mut r = Reader(bytes);
    Actor {
        code: r.string().to_owned(),
        kind: ACTOR_KINDS.get(usize::from(r.byte())).copied().unwrap_or(ActorKind::Body),
        name: r.string().to_owned(),
        aliases: r.strings(),
        adjectives: r.strings(),
        people: r.strings(),
        metonyms: r.strings(),
        part_of: r.optional(),
        country: r.optional(),
        sector: usize::from(r.byte()).checked_sub(1).and_then(|s| Sector::ALL.get(s).copied()),
        roles: (0..r.count()).map(|_| role(&mut r)).collect(),
        members: r.strings(),
        surnames: {
            let said = r.byte() == SURNAMES_SAID;
            Some(r.strings()).filter(|_| said)
        },
        since: r.optional(),
        until: r.optional(),
        successors: r.strings(),
        common: r.byte() != 0,
    }
}

fn role(r: &mut Reader<'_>) -> Role {
    Role {
        title: r.string().to_owned(),
        acts_for: r.string().to_owned(),
        sector: Sector::ALL.get(usize::from(r.byte())).copied().unwrap_or(Sector::Gov),
        since: r.optional(),
        until: r.optional(),
    }
}

pub(crate) fn write_place(place: &Place) -> Vec<u8> {
    let mut w = Writer::default();
    w.string(&place.code);
    w.bytes.push(place.kind as u8);
    w.string(&place.name);
    w.strings(&place.aliases);
    w.optional(place.within.as_deref());
    w.optional(place.country.as_deref());
    w.degrees(place.lat);
    w.degrees(place.lon);
    w.count(place.population as usize);
    w.optional(place.capital.as_deref());
    w.bytes.push(u8::from(place.common));
    w.bytes
}

pub(crate) fn read_place(bytes: &[u8]) -> Place {
    let mut r = Reader(bytes);
    Place {
        code: r.string().to_owned(),
        kind: PLACE_KINDS.get(usize::from(r.byte())).copied().unwrap_or(PlaceKind::Site),
        name: r.string().to_owned(),
        aliases: r.strings(),
        within: r.optional(),
        country: r.optional(),
        lat: r.degrees(),
        lon: r.degrees(),
        population: u32::try_from(r.count()).unwrap_or(u32::MAX),
        capital: r.optional(),
        common: r.byte() != 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_stand_at_their_numbers() {
        assert!(ACTOR_KINDS.iter().enumerate().all(|(n, k)| *k as usize == n));
        assert!(PLACE_KINDS.iter().enumerate().all(|(n, k)| *k as usize == n));
        assert!(Sector::ALL.iter().enumerate().all(|(n, s)| *s as usize == n));
    }

    #[test]
    fn entries_go_both_ways() {
        let actor: Actor = ron::from_str(
            r#"(code: "x", kind: Person, name: "Xé", aliases: ["a", "b"], adjectives: ["Xish"], people: ["Xer"],
            metonyms: ["Xton"], part_of: Some("y"), country: Some("SYR"), sector: Some(JUD),
            roles: [(title: "t", acts_for: "SYR", sector: GOV, since: Some("2001"), until: Some("2002-03"))],
            members: ["m"], surnames: Some([]), since: Some("1990"), successors: ["z"], common: true)"#,
        )
        .unwrap();
        assert_eq!(read_actor(&write_actor(&actor)), actor);
        let place: Place = ron::from_str(
            r#"(code: "p", kind: Water, name: "P", aliases: ["q"], within: Some("r"), country: Some("SYR"),
            lat: -1.5, lon: 179.25, population: 123456789, capital: Some("c"))"#,
        )
        .unwrap();
        assert_eq!(read_place(&write_place(&place)), place);
    }
}
