//! Shapes of `data/actors.ron` and `data/places.ron`.

use serde::{Deserialize, Deserializer, Serialize};

use super::dates;

/// Someone or something that acts in politics.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// ISO 3166-1 alpha-3 for a state; a short code for a body or group ("UN", "SDF", "HTS"); the name in lower
    /// case with hyphens for a person ("ahmed-al-sharaa").
    pub code: String,
    /// What kind of actor.
    pub kind: ActorKind,
    /// Canonical name, as it is printed.
    pub name: String,
    /// Other names and spellings that stand for it by themselves.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// "Syrian": as an adjective, and as a noun for its people (with plural -s where English has it).
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// Nouns for its people where they differ from the adjective: "Briton", "Turk", "Kurds".
    #[serde(default)]
    pub people: Vec<String>,
    /// Seats that speak for it: "Moscow", "Downing Street".
    #[serde(default)]
    pub metonyms: Vec<String>,
    /// Code of the actor it is part of or belongs to: the Kremlin is part of RUS.
    #[serde(default)]
    pub part_of: Option<String>,
    /// ISO 3166-1 alpha-3 of its country; a state has its own code here without saying so.
    #[serde(default)]
    pub country: Option<String>,
    /// PLOVER sector, where its kind does not say it.
    #[serde(default)]
    pub sector: Option<Sector>,
    /// What a person was, for whom and when; what a group was part of.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Codes of members, for an alliance or organisation.
    #[serde(default)]
    pub members: Vec<String>,
    /// What a person is called by at second mention, where that is not the last word of a name:
    /// "Xi", "bin Salman"; empty where a surname alone would mean something else ("May").
    #[serde(default)]
    pub surnames: Option<Vec<String>>,
    /// EDTF date since which a state or group has existed; open where absent.
    #[serde(default, deserialize_with = "date")]
    pub since: Option<String>,
    /// EDTF date of its end; open where absent.
    #[serde(default, deserialize_with = "date")]
    pub until: Option<String>,
    /// Codes of what followed a former state: the one that took its seat first.
    #[serde(default)]
    pub successors: Vec<String>,
    /// Its names of one word mean something else more often: "Orange", "Total"; see [`NameKind::Doubtful`](super::sense::NameKind::Doubtful).
    #[serde(default)]
    pub common: bool,
}

impl Actor {
    /// ISO 3166-1 alpha-3 of its country: what is said, or its own code for a state.
    pub fn country(&self) -> Option<&str> {
        let own = (self.kind == ActorKind::State).then_some(self.code.as_str());
        self.country.as_deref().or(own)
    }
}

/// A dated role: "president" of SYR since 2025-01-29.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// "president", "foreign minister", "leader": lower case.
    pub title: String,
    /// Code of the state, body or group acted for.
    pub acts_for: String,
    /// PLOVER sector in this role.
    pub sector: Sector,
    /// EDTF date from which it held; open where absent.
    #[serde(default, deserialize_with = "date")]
    pub since: Option<String>,
    /// EDTF date until which it held, that day included; open where absent.
    #[serde(default, deserialize_with = "date")]
    pub until: Option<String>,
}

/// Kinds of actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum ActorKind {
    State,
    /// Kremlin, Pentagon, a ministry, a parliament, a court.
    Body,
    /// UN, EU, IAEA, and alliances.
    Organisation,
    /// A state's armed or police force.
    Force,
    ArmedGroup,
    Party,
    Company,
    Agency,
    /// Kurds, Alawites, Druze.
    People,
    Person,
}

/// PLOVER sectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are PLOVER's")]
pub enum Sector {
    Gov,
    Mil,
    Reb,
    Opp,
    Pty,
    Cop,
    Jud,
    Spy,
    Leg,
    Igo,
    Ngo,
    Med,
    Edu,
    Bus,
    Crm,
    Civ,
    Uns,
}

impl Sector {
    /// Every sector.
    pub const ALL: [Self; 17] = [
        Self::Gov,
        Self::Mil,
        Self::Reb,
        Self::Opp,
        Self::Pty,
        Self::Cop,
        Self::Jud,
        Self::Spy,
        Self::Leg,
        Self::Igo,
        Self::Ngo,
        Self::Med,
        Self::Edu,
        Self::Bus,
        Self::Crm,
        Self::Civ,
        Self::Uns,
    ];
}

/// A place on the map.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// ISO alpha-3 for a country; else the name in lower case with hyphens, with the country where it is shared.
    pub code: String,
    /// What kind of place.
    pub kind: PlaceKind,
    /// Canonical name.
    pub name: String,
    /// Other names and spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Code of the place it lies in.
    #[serde(default)]
    pub within: Option<String>,
    /// ISO 3166-1 alpha-3.
    #[serde(default)]
    pub country: Option<String>,
    /// Latitude, degrees north.
    pub lat: f32,
    /// Longitude, degrees east.
    pub lon: f32,
    /// People who live there, roughly, for a country or city; the larger of two namesakes is the likelier.
    #[serde(default)]
    pub population: u32,
    /// Code of a country's capital.
    #[serde(default)]
    pub capital: Option<String>,
    /// Its names of one word mean something else more often: "Reading", "Nice"; see [`NameKind::Doubtful`](super::sense::NameKind::Doubtful).
    #[serde(default)]
    pub common: bool,
}

impl Place {
    /// Its canonical name, then the others.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }

    /// ISO 3166-1 alpha-3 of the country it lies in, or is.
    pub fn land(&self) -> Option<&str> {
        let own = (self.kind == PlaceKind::Country).then_some(&self.code);
        self.country.as_ref().or(own).map(String::as_str)
    }
}

/// Kinds of places, coarse first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum PlaceKind {
    Continent,
    Region,
    Country,
    Water,
    Province,
    City,
    /// A base, an airport, a port, a camp, a crossing, a palace.
    Site,
}

/// Reads an optional date and refuses what is none, so that the fault has its place in the file.
fn date<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    let written = Option::<String>::deserialize(input)?;
    match written {
        Some(date) if dates::parts(&date).is_none() => {
            Err(serde::de::Error::custom(format!("`{date}` is no date; write 2025, 2025-01 or 2025-01-29")))
        }
        written => Ok(written),
    }
}
