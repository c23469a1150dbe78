//! The compact way to write divisions and cities: one line each, by country.

use std::collections::HashSet;

use serde::Deserialize;

use super::entry::{Place, PlaceKind};
use super::fold;

/// From this many people on a city's name means the city, whoever bears it too.
const WELL_KNOWN: u32 = 1_000_000;

/// The divisions and cities of one country. Doubtful are those whose names are more often something else.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rows {
    /// ISO 3166-1 alpha-3.
    country: String,
    #[serde(default)]
    divisions: Vec<Division>,
    #[serde(default)]
    doubtful_divisions: Vec<Division>,
    #[serde(default)]
    cities: Vec<City>,
    #[serde(default)]
    doubtful: Vec<City>,
}

/// Code, name, degrees north and east, other names.
#[derive(Debug, Deserialize)]
struct Division(String, String, f32, f32, Vec<String>);

/// Code, name, code of the division it lies in, degrees north and east, people, other names.
#[derive(Debug, Deserialize)]
struct City(String, String, String, f32, f32, u32, Vec<String>);

impl Rows {
    /// As places, in the order of the file. A town that shares its name with somebody in the news, by the surnames
    /// that are `borne`, is seldom meant: "Clinton".
    pub(crate) fn places(self, borne: &HashSet<String>) -> Vec<Place> {
        let country = self.country;
        let division = |common: bool, row: Division| {
            let Division(code, name, lat, lon, aliases) = row;
            let (kind, within) = (PlaceKind::Province, country.clone());
            place(kind, code, name, aliases, within, &country, (lat, lon, 0), common)
        };
        let city = |common: bool, row: City| {
            let City(code, name, within, lat, lon, people, aliases) = row;
            let common = common || (people < WELL_KNOWN && borne.contains(&fold::joined(&name)));
            place(PlaceKind::City, code, name, aliases, within, &country, (lat, lon, people), common)
        };
        let divisions = self.divisions.into_iter().map(|d| division(false, d));
        let divisions = divisions.chain(self.doubtful_divisions.into_iter().map(|d| division(true, d)));
        let cities = self.cities.into_iter().map(|c| city(false, c));
        divisions.chain(cities).chain(self.doubtful.into_iter().map(|c| city(true, c))).collect()
    }
}

#[allow(clippy::too_many_arguments, reason = "the columns of a row")]
fn place(
    kind: PlaceKind,
    code: String,
    name: String,
    aliases: Vec<String>,
    within: String,
    country: &str,
    (lat, lon, population): (f32, f32, u32),
    common: bool,
) -> Place {
    let within = Some(within).filter(|w| !w.is_empty());
    let country = Some(country.to_owned());
    Place { code, kind, name, aliases, within, country, lat, lon, population, capital: None, common }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_place() {
        let text = r#"(country: "SYR", divisions: [("tartus-province", "Tartus", 34.9, 35.9, [])],
            doubtful: [("safe", "Safe", "tartus-province", 34.8, 36.1, 20000, ["Saafe"])],
            cities: [("assad", "Assad", "", 34.8, 36.1, 20000, [])])"#;
        let borne = HashSet::from(["assad".to_owned()]);
        let places = ron::from_str::<Rows>(text).unwrap().places(&borne);
        assert_eq!((places[0].kind, places[0].within.as_deref()), (PlaceKind::Province, Some("SYR")));
        assert_eq!(
            (places[1].name.as_str(), places[1].within.as_deref(), places[1].common),
            ("Assad", None, true)
        );
        assert_eq!((places[2].name.as_str(), places[2].common, places[2].population), ("Safe", true, 20000));
        assert_eq!(places[2].within.as_deref(), Some("tartus-province"));
    }
}
