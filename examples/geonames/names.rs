//! Names as newsrooms write them, and which of them are more often something else.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use dateline::gazetteer::Gazetteer;

/// Countries whose names GeoNames writes in a scholar's transliteration: marks over and under letters go.
const TRANSLITERATED: &[&str] = &[
    "AFG", "ARE", "ARM", "BGD", "BGR", "BHR", "BLR", "BTN", "CHN", "CYP", "DJI", "DZA", "EGY", "ERI", "ESH",
    "ETH", "GEO", "GRC", "IND", "IRN", "IRQ", "ISR", "JOR", "JPN", "KAZ", "KGZ", "KHM", "KOR", "KWT", "LAO",
    "LBN", "LBY", "LKA", "MAR", "MDV", "MKD", "MMR", "MNG", "MRT", "NPL", "OMN", "PAK", "PRK", "PSE", "QAT",
    "RUS", "SAU", "SDN", "SRB", "SYR", "THA", "TJK", "TKM", "TUN", "TWN", "UKR", "UZB", "YEM",
];

/// Divisions that the tables of `places/` write quite otherwise: the code of GeoNames, and the code there.
const SAME: &[(&str, &str)] = &[
    ("AF.09", "ghor"),
    ("AF.37", "khost-province"),
    ("CN.21", "ningxia"),
    ("ET.47", "benishangul-gumuz"),
    ("ET.51", "oromia"),
    ("ET.52", "somali-region"),
    ("IQ.01", "anbar"),
    ("IQ.03", "muthanna"),
    ("IQ.04", "al-qadisiyah"),
    ("IQ.17", "najaf-province"),
    ("IQ.18", "salahuddin"),
    ("KZ.04", "aqtoebe"),
    ("LB.04", "beirut-province"),
    ("LB.05", "mount-lebanon"),
    ("LB.06", "south-lebanon"),
    ("LB.07", "nabatieh-province"),
    ("LB.09", "north-lebanon"),
    ("LY.63", "jebel-akhdar"),
    ("LY.64", "jufra"),
    ("LY.65", "kufra"),
    ("LY.66", "marj"),
    ("LY.67", "nuqat-al-khams"),
    ("LY.68", "zawiya-province"),
    ("LY.69", "benghazi-province"),
    ("LY.70", "derna-province"),
    ("LY.76", "sirte-province"),
    ("LY.78", "wadi-al-shati"),
    ("LY.79", "butnan"),
    ("LY.81", "jafara"),
    ("LY.82", "murqub"),
    ("LY.83", "al-wahat"),
    ("LY.84", "wadi-al-hayaa"),
    ("PS.GZ", "gaza-strip"),
    ("PS.WE", "west-bank"),
    ("RU.01", "adygea"),
    ("RU.06", "arkhangelsk-province"),
    ("RU.11", "buryatia"),
    ("RU.19", "ingushetia"),
    ("RU.22", "kabardino-balkaria"),
    ("RU.24", "kalmykia"),
    ("RU.27", "karachay-cherkessia"),
    ("RU.31", "khakassia"),
    ("RU.32", "khanty-mansi"),
    ("RU.38", "krasnodar-province"),
    ("RU.42", "leningrad-region"),
    ("RU.45", "mari-el"),
    ("RU.46", "mordovia"),
    ("RU.48", "moscow-region"),
    ("RU.59", "primorye"),
    ("RU.67", "saratov-province"),
    ("RU.70", "stavropol-province"),
    ("RU.79", "tuva"),
    ("RU.80", "udmurtia"),
    ("RU.86", "voronezh-province"),
    ("RU.88", "yaroslavl-province"),
    ("RU.91", "krasnoyarsk-province"),
    ("RU.93", "zabaykalsky-krai"),
    ("SA.02", "al-bahah"),
    ("SA.06", "eastern-region"),
    ("SA.20", "al-jawf"),
    ("SD.36", "red-sea-state"),
    ("SD.38", "gezira"),
    ("SD.39", "gedaref-province"),
    ("SD.41", "white-nile-state"),
    ("SD.42", "blue-nile-state"),
    ("SD.43", "northern-state"),
    ("SD.47", "west-darfur"),
    ("SD.49", "south-darfur"),
    ("SD.50", "south-kordofan"),
    ("SD.53", "river-nile-state"),
    ("SD.55", "north-darfur"),
    ("SD.58", "sennar-province"),
    ("SD.60", "east-darfur"),
    ("SO.03", "bari-region"),
    ("SO.04", "bay-region"),
    ("SO.13", "middle-shabelle"),
    ("SO.14", "lower-shabelle"),
    ("SY.13", "damascus"),
    ("UA.09", "khmelnytskyi-province"),
    ("UA.12", "kyiv-province"),
    ("UA.16", "mykolaiv-province"),
    ("UA.20", "crimea"),
    ("UA.23", "vinnytsia-province"),
    ("UA.26", "zaporizhzhia-province"),
    ("YE.04", "hadramawt"),
    ("YE.08", "hodeidah-province"),
    ("YE.10", "mahwit"),
    ("YE.15", "saada-province"),
    ("YE.18", "dhale"),
    ("YE.19", "amran-province"),
    ("YE.20", "bayda-province"),
    ("YE.21", "jawf"),
    ("YE.25", "taiz-province"),
    ("YE.26", "sanaa-province"),
];

/// The code in `places/` of a division that is written quite otherwise there.
pub(super) fn by_hand(division: &str) -> Option<&'static str> {
    SAME.iter().find(|(key, _)| *key == division).map(|(_, code)| *code)
}

/// The name as it is printed.
pub(super) fn canonical(name: &str, country: &str) -> String {
    let name = name.trim().replace(['\u{2019}', '\u{2018}', '\u{2bc}', '\u{2bb}', '`'], "'");
    let name = name
        .trim_start_matches('\'')
        .replace(" - ", "-")
        .replace("St.", "St. ")
        .replace("Ste. ", "Sainte ")
        .replace("  ", " ");
    if TRANSLITERATED.binary_search(&country).is_err() {
        return name;
    }
    // The letters ayn and hamza, which nobody prints.
    let name = plain(&name).replace('\'', "");
    match name.split_once(' ') {
        Some((article, rest)) if ARTICLES.contains(&article) => format!("{}-{rest}", article.to_lowercase()),
        _ => name,
    }
}

/// The Arabic article before the letters of the sun and the moon.
const ARTICLES: &[&str] = &["Ad", "Adh", "Al", "An", "Ar", "As", "Ash", "At", "Az"];

/// Without marks, capitals and blanks as they are.
fn plain(name: &str) -> String {
    let folded = |c: char| {
        let key = Gazetteer::key(c.to_string());
        if c.is_uppercase() {
            let mut letters = key.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        } else {
            key
        }
    };
    name.chars().map(|c| if c.is_alphabetic() && !c.is_ascii() { folded(c) } else { c.to_string() }).collect()
}

/// A division without the word for its kind, and the name in full.
pub(super) fn division(name: &str) -> (String, String) {
    const BEFORE: &[&str] = &["Provincia de ", "Province of ", "Departamento de ", "Canton of ", "State of "];
    const BEHIND: &[&str] = &[
        " Governorate",
        " Province",
        " Region",
        " Oblast",
        " Voivodeship",
        " District",
        " County",
        " Department",
        " Prefecture",
        " State",
        " Division",
        " Canton",
        " Municipality",
        " Parish",
        " Krai",
        " Republic",
        " Emirate",
        " Oblasty",
        " oblast",
        " Sheng",
        " Zizhiqu",
        " Territory",
    ];
    let stem = BEFORE.iter().find_map(|b| name.strip_prefix(b)).unwrap_or(name);
    let stem = BEHIND.iter().find_map(|b| stem.strip_suffix(b)).unwrap_or(stem);
    (stem.to_owned(), name.to_owned())
}

/// Lower case with hyphens.
pub(super) fn slug(name: &str) -> String {
    let key = plain(name).to_lowercase().replace('\'', "");
    let parts = key.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// What English and the census know of words.
pub(super) struct Words {
    /// Words in lower case in a dictionary.
    dictionary: HashSet<String>,
    /// Names in a dictionary: "Ford", "Kodak".
    proper: HashSet<String>,
    people: HashSet<String>,
    frequency: HashMap<String, f32>,
}

impl Words {
    pub(super) fn new(words: &str, names: &str, english: &str) -> Self {
        let simple = |w: &&str| !w.contains('\'');
        let frequency = english.lines().filter_map(|line| {
            let (word, zipf) = line.split_once('\t')?;
            Some((word.to_owned(), zipf.parse().ok()?))
        });
        Self {
            dictionary: words
                .lines()
                .filter(simple)
                .filter(|w| *w == w.to_lowercase())
                .map(str::to_owned)
                .collect(),
            proper: words.lines().filter(|w| *w != w.to_lowercase()).map(str::to_lowercase).collect(),
            people: names.lines().map(str::to_owned).collect(),
            frequency: frequency.collect(),
        }
    }

    fn zipf(&self, word: &str) -> f32 {
        self.frequency.get(word).copied().unwrap_or(0.0)
    }

    /// Whether a name is never a place in a text, wherever it stands ("in March"), or no name of a city but of a
    /// quarter: "Paris 15 Vaugirard".
    pub(super) fn is_no_name(name: &str) -> bool {
        const NEVER: &[&str] = &[
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "Of",
            "In",
            "At",
            "On",
            "To",
            "By",
            "Most",
            "All",
            "God",
            "Police",
            "Parliament",
            "Congress",
            "Christmas",
        ];
        let odd = |c: char| !(c.is_alphabetic() || " -'".contains(c));
        let quarter = name.ends_with(" kerület") || [" '", " -", "- "].iter().any(|s| name.contains(s));
        NEVER.contains(&name) || quarter || name.replace("St.", "").contains(odd)
    }

    /// Whether a name of one word is more often a word, somebody's name, or too short to be sure.
    pub(super) fn is_doubtful(&self, name: &str) -> bool {
        let lower = plain(name).to_lowercase();
        if name.contains([' ', '-']) {
            return false;
        }
        lower.chars().count() < 4
            || self.dictionary.contains(&lower)
            || self.people.contains(&lower)
            || (self.proper.contains(&lower) && self.zipf(&lower) >= 3.0)
            || self.zipf(&lower) >= 4.0
    }

    /// Other names that English texts have: in Latin letters, known to the word list, and nobody else's.
    pub(super) fn aliases(
        &self,
        name: &str,
        full: &str,
        others: &[String],
        country: &str,
        larger: &HashSet<String>,
    ) -> Vec<String> {
        // Where the script is Latin, English has the name as it is, or has it in the tables made by hand.
        if TRANSLITERATED.binary_search(&country).is_err() {
            return Vec::new();
        }
        let ours = plain(name).to_lowercase();
        let mut seen = HashSet::from([Gazetteer::key(name)]);
        let mut found: Vec<(Reverse<u32>, String)> = Vec::new();
        for other in std::iter::once(full).chain(others.iter().map(String::as_str)) {
            let other = canonical(other, country);
            let lower = plain(&other).to_lowercase();
            let word = lower.as_str();
            let latin = other.chars().all(|c| c.is_alphabetic() && (c as u32) < 0x250 || "-' ".contains(c));
            let written = other.chars().next().is_some_and(char::is_uppercase)
                && other.chars().skip(1).any(char::is_lowercase)
                && other.chars().count() >= 4;
            let usual = self.zipf(word) >= 1.3 && strsim::jaro_winkler(&ours, word) >= 0.6;
            let known = !word.contains(' ') && (usual || self.zipf(word) >= 2.6) && !self.is_doubtful(&other);
            let key = Gazetteer::key(&other);
            if latin && written && known && !larger.contains(&key) && seen.insert(key) {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 9")]
                let often = (100.0 * self.zipf(word)) as u32;
                found.push((Reverse(often), other));
            }
        }
        found.sort();
        found.into_iter().take(4).map(|(_, other)| other).collect()
    }
}
