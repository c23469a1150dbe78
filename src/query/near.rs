//! `near:"Qamishli 50km"`: a circle on the map.

use crate::diagnostic::{Diagnostic, nearest};
use crate::event::PlaceRef;
use crate::gazetteer::{Gazetteer, PlaceKind, Sense};
use crate::span::Span;

/// Mean radius of the earth, in kilometres (IUGG).
const EARTH_KM: f64 = 6371.0088;

/// A centre and a distance.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Circle {
    /// Degrees north and east.
    centre: (f64, f64),
    km: f64,
    /// Code of the place at the centre, if it is one: what lies in it is near it.
    place: Option<String>,
}

impl Circle {
    /// Reads `PLACE DISTANCE`, or `LATITUDE LONGITUDE DISTANCE`; the distance in km, m or mi.
    ///
    /// # Errors
    /// Without a distance, or where nobody knows the place; with spans that count from `at`.
    pub(super) fn read(value: &str, at: Span, gazetteer: &Gazetteer) -> Result<Self, Diagnostic> {
        const HELP: &str = "write a place and a distance: near:\"Qamishli 50km\"";
        let (name, km) = split(value).ok_or_else(|| {
            Diagnostic::new("no-distance", format!("`{value}` names no distance"), at).help(HELP)
        })?;
        let at = Span::new(at.start, at.start + Span::of(0..name.len()).end);
        if name.is_empty() {
            return Err(Diagnostic::new("empty-term", "`near:` needs a place", at).help(HELP));
        }
        if let Some(centre) = coordinates(name) {
            return Ok(Self { centre, km, place: None });
        }
        let place = gazetteer.find(name).into_iter().find_map(Sense::place).map(|id| gazetteer.place(id));
        let Some(place) = place else {
            let known = gazetteer.places().flat_map(|(_, p)| std::iter::once(&p.name).chain(&p.aliases));
            let doubt =
                Diagnostic::new("unknown-location", format!("no place is known by the name `{name}`"), at);
            return Err(match nearest(name, known.map(String::as_str)) {
                Some(near) => doubt.help(format!("did you mean `{near}`?")),
                None => doubt.help("give its latitude and longitude: near:\"37.05 41.22 50km\""),
            });
        };
        let centre = (f64::from(place.lat), f64::from(place.lon));
        Ok(Self { centre, km, place: Some(place.code.clone()) })
    }

    /// Whether a place lies in the circle.
    ///
    /// A country or a province is nowhere in particular: its middle on the map says nothing about the event.
    pub(super) fn holds(&self, place: &PlaceRef, gazetteer: &Gazetteer) -> bool {
        let code = place.code.as_deref();
        if let (Some(inner), Some(outer)) = (code, &self.place)
            && gazetteer.lies_in(inner, outer)
        {
            return true;
        }
        let kind = code.and_then(|c| gazetteer.place_by_code(c)).map(|id| gazetteer.place(id).kind);
        if !matches!(kind, None | Some(PlaceKind::City | PlaceKind::Site)) {
            return false;
        }
        place.at.is_some_and(|(lat, lon)| distance(self.centre, (lat.into(), lon.into())) <= self.km)
    }
}

/// What stands before the distance, and the distance in kilometres.
fn split(value: &str) -> Option<(&str, f64)> {
    let text = value.trim_end();
    let unit_at = text.rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| i + 1);
    let (number, unit) = (text[..unit_at].trim_end(), &text[unit_at..]);
    let km = match unit.to_ascii_lowercase().as_str() {
        "km" | "kilometres" | "kilometers" => 1.0,
        "m" | "metres" | "meters" => 0.001,
        "mi" | "miles" | "mile" => 1.609_344,
        _ => return None,
    };
    let from = number.rfind(|c: char| !(c.is_ascii_digit() || c == '.')).map_or(0, |i| i + 1);
    let distance: f64 = number.get(from..)?.parse().ok().filter(|d| *d >= 0.0)?;
    Some((number[..from].trim_matches([' ', ',']), distance * km))
}

/// `37.05 41.22` or `37.05,41.22`, in degrees.
fn coordinates(name: &str) -> Option<(f64, f64)> {
    let mut numbers = name.split([' ', ',']).filter(|n| !n.is_empty()).map(str::parse::<f64>);
    let (lat, lon) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    (numbers.next().is_none() && lat.abs() <= 90.0 && lon.abs() <= 180.0).then_some((lat, lon))
}

/// Great-circle distance in kilometres, by the haversine formula.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat1, lat2) = (a.0.to_radians(), b.0.to_radians());
    let (dlat, dlon) = (lat2 - lat1, (b.1 - a.1).to_radians());
    let h = (dlat / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * (dlon / 2.0).sin().powi(2);
    2.0 * EARTH_KM * h.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_has_a_number_and_a_unit() {
        assert_eq!(split("Qamishli 50km"), Some(("Qamishli", 50.0)));
        assert_eq!(split("Qamishli, 50 km"), Some(("Qamishli", 50.0)));
        assert_eq!(split("Deir ez-Zor 2.5 km"), Some(("Deir ez-Zor", 2.5)));
        assert_eq!(split("Qamishli 500m"), Some(("Qamishli", 0.5)));
        assert_eq!(split("37.05 41.22 10mi"), Some(("37.05 41.22", 16.09344)));
        assert_eq!(split("50km"), Some(("", 50.0)));
        for none in ["Qamishli", "Qamishli 50", "Qamishli km", "Qamishli 5.5.5km"] {
            assert_eq!(split(none), None, "{none}");
        }
    }

    #[test]
    fn damascus_to_aleppo() {
        let km = distance((33.51, 36.29), (36.20, 37.16));
        assert!((305.0..312.0).contains(&km), "{km}");
        assert!(distance((0.0, 179.9), (0.0, -179.9)) < 25.0, "across the date line");
    }
}
