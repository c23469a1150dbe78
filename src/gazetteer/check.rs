//! What in the entries does not fit: codes that nobody has, offices with two holders, places off their country.

use std::collections::BTreeMap;

use super::roles;
use super::tables::{fold, titles};
use super::{Actor, Gazetteer, NameKind, Place, PlaceKind, Role, Sense};

/// Offices that one person holds at a time.
const SINGLE: &[&str] = &[
    "president",
    "prime minister",
    "king",
    "queen",
    "emir",
    "sultan",
    "emperor",
    "chancellor",
    "supreme leader",
    "foreign minister",
    "defence minister",
    "interior minister",
    "secretary of state",
    "secretary general",
];

/// How far from the other places of its country a place may lie, in degrees: islands and deserts.
const MARGIN: f32 = 5.0;

/// Something to look at in an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whether it is in a table of actors; else of places.
    pub actor: bool,
    /// The entry's code.
    pub code: String,
    /// What is wrong, with what it clashes with.
    pub message: String,
}

impl Gazetteer {
    /// What does not fit in a person's own tables: names that mean something else already, codes that nobody has,
    /// terms that overlap in one office, places off their country. Nothing where there are none.
    pub fn faults_of_own(&self) -> Vec<Fault> {
        let Some(own) = &self.own else { return Vec::new() };
        let mut faults = Vec::new();
        for id in own.actor_ids().map(super::ActorId) {
            let actor = self.actor(id);
            let mut say = |message| faults.push(Fault { actor: true, code: actor.code.clone(), message });
            for name in std::iter::once(&actor.name).chain(&actor.aliases) {
                self.known_as(name, &actor.code, true).into_iter().for_each(&mut say);
            }
            self.actor_faults(actor).into_iter().for_each(say);
        }
        let boxes = self.boxes();
        for id in own.place_ids().map(super::PlaceId) {
            let place = self.place(id);
            let mut say = |message| faults.push(Fault { actor: false, code: place.code.clone(), message });
            for name in place.names() {
                self.known_as(name, &place.code, false).into_iter().for_each(&mut say);
            }
            self.place_faults(place, &boxes).into_iter().for_each(say);
        }
        faults
    }

    /// The same for every entry of the tables, names aside, of which many have several meanings.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (_, actor) in self.actors() {
            let found = self.actor_faults(actor).into_iter();
            faults.extend(found.map(|message| Fault { actor: true, code: actor.code.clone(), message }));
        }
        let boxes = self.boxes();
        for (_, place) in self.places() {
            let found = self.place_faults(place, &boxes).into_iter();
            faults.extend(found.map(|message| Fault { actor: false, code: place.code.clone(), message }));
        }
        faults
    }

    /// What else of its kind a name of an own entry stands for.
    fn known_as(&self, name: &str, code: &str, actor: bool) -> Option<String> {
        let others = self.built_in.typed(&fold::words(name)).into_iter().filter_map(|sense| match sense {
            Sense::Actor(id, NameKind::Name) if actor => Some(self.built_in.actor(id).code.as_str()),
            Sense::Place(id, NameKind::Name) if !actor => Some(self.built_in.place(id).code.as_str()),
            _ => None,
        });
        let others: Vec<&str> = others.filter(|other| *other != code).take(3).collect();
        (!others.is_empty()).then(|| format!("`{name}` stands for {} already", others.join(", ")))
    }

    fn actor_faults(&self, actor: &Actor) -> Vec<String> {
        let mut faults = Vec::new();
        let roles = actor.roles.iter().map(|r| ("a role", r.acts_for.as_str()));
        let part_of = actor.part_of.iter().map(|code| ("part_of", code.as_str()));
        let members = actor.members.iter().map(|code| ("members", code.as_str()));
        let successors = actor.successors.iter().map(|code| ("successors", code.as_str()));
        for (field, code) in part_of.chain(roles).chain(members).chain(successors) {
            if self.actor_by_code(code).is_none() {
                faults.push(format!("no actor has the code `{code}`, which {field} names"));
            }
        }
        if let Some(code) = actor.country.as_deref().filter(|code| self.place_by_code(code).is_none()) {
            faults.push(format!("no country has the code `{code}`"));
        }
        for role in &actor.roles {
            if role.first_day().zip(role.last_day()).is_some_and(|(first, last)| last < first) {
                faults.push(format!("{} of {} ends before it begins", role.title, role.acts_for));
            }
            faults.extend(self.rival(actor, role));
        }
        faults
    }

    /// Somebody else in an office that one person holds at a time.
    fn rival(&self, actor: &Actor, role: &Role) -> Option<String> {
        if !SINGLE.contains(&titles::usual(&role.title).as_str()) {
            return None;
        }
        let terms = self.terms(&role.title, &role.acts_for).map(|(id, term)| (self.actor(id), term));
        let rival = terms.filter(|(other, _)| other.code != actor.code).find(|(_, term)| overlap(role, term));
        rival.map(|(other, term)| {
            let end = |date: &Option<String>| date.as_deref().unwrap_or("..").to_owned();
            format!(
                "{} of {}: {} held it {}/{}",
                role.title,
                role.acts_for,
                other.code,
                end(&term.since),
                end(&term.until)
            )
        })
    }

    fn place_faults(&self, place: &Place, boxes: &BTreeMap<&str, Area>) -> Vec<String> {
        let mut faults = Vec::new();
        let codes = place.within.iter().chain(&place.country).chain(&place.capital);
        for code in codes.filter(|code| self.place_by_code(code).is_none()) {
            faults.push(format!("no place has the code `{code}`"));
        }
        if !(-90.0..=90.0).contains(&place.lat) || !(-180.0..=180.0).contains(&place.lon) {
            faults.push(format!("{}, {} is not on the map", place.lat, place.lon));
        } else if let Some(country) = place.country.as_deref().filter(|c| *c != place.code)
            && boxes.get(country).is_some_and(|area| !area.holds(place))
        {
            faults.push(format!("{}, {} is not in {country}", place.lat, place.lon));
        }
        faults
    }

    /// Where the cities of each country lie.
    fn boxes(&self) -> BTreeMap<&str, Area> {
        let mut boxes: BTreeMap<&str, Area> = BTreeMap::new();
        let built_in = self.built_in.place_ids().map(|id| self.built_in.place(super::PlaceId(id)));
        for place in built_in.filter(|p| p.kind == PlaceKind::City) {
            if let Some(country) = place.country.as_deref() {
                boxes.entry(country).or_insert_with(|| Area::around(place)).take(place);
            }
        }
        boxes
    }
}

/// Whether two terms overlap for sure, by more than the day or month of a handover.
fn overlap(a: &Role, b: &Role) -> bool {
    let latest_start = |r: &Role| r.since.as_deref().and_then(roles::bounds).map(|(_, last)| last);
    let earliest_end = |r: &Role| r.until.as_deref().and_then(roles::bounds).map(|(first, _)| first);
    let before_end = |x: &Role, y: &Role| match (latest_start(x), earliest_end(y)) {
        (Some(start), Some(end)) => start < end,
        // Of a term whose beginning is not known nothing is sure.
        (None, _) => false,
        (Some(_), None) => true,
    };
    before_end(a, b) && before_end(b, a)
}

/// From south to north and from west to east.
#[derive(Debug, Clone, Copy)]
struct Area {
    south: f32,
    north: f32,
    west: f32,
    east: f32,
}

impl Area {
    const fn around(place: &Place) -> Self {
        Self { south: place.lat, north: place.lat, west: place.lon, east: place.lon }
    }

    fn take(&mut self, place: &Place) {
        self.south = self.south.min(place.lat);
        self.north = self.north.max(place.lat);
        self.west = self.west.min(place.lon);
        self.east = self.east.max(place.lon);
    }

    /// Whether a place lies there, or not far off. A country on both sides of the date line holds every longitude.
    fn holds(&self, place: &Place) -> bool {
        let within = |at: f32, from: f32, to: f32| from - MARGIN <= at && at <= to + MARGIN;
        within(place.lat, self.south, self.north)
            && (self.east - self.west > 180.0 || within(place.lon, self.west, self.east))
    }
}
