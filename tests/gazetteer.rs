//! Names, and what they are found to stand for.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dateline::gazetteer::{ActorKind, Gazetteer, NameKind, NameMatch, Sense};
use dateline::span::Span;
use dateline::text::{Text, Tokens};

/// The words of the name at the head of `phrase`, and its senses: a code for an actor by name, "code kind" for
/// one named otherwise, "@code" for a place.
fn at_head(phrase: &str) -> Option<(String, Vec<String>)> {
    found(phrase, |tokens| Gazetteer::built_in().name_in(tokens, 0))
}

/// The same with senses that only the words around would bear out.
fn in_tables(phrase: &str) -> Option<(String, Vec<String>)> {
    found(phrase, |tokens| Gazetteer::built_in().name_at(tokens))
}

fn found(
    phrase: &str,
    find: impl Fn(Tokens<'_>) -> Option<NameMatch<'static>>,
) -> Option<(String, Vec<String>)> {
    let read = Text::read(phrase, &[Span::of(0..phrase.len())]);
    let tokens = Tokens { text: phrase, tokens: &read.tokens };
    let found = find(tokens)?;
    let span = tokens.tokens[0].span.cover(tokens.tokens[found.tokens - 1].span);
    Some((span.text(phrase).to_owned(), found.senses.iter().map(|s| describe(*s)).collect()))
}

fn describe(sense: Sense) -> String {
    let gazetteer = Gazetteer::built_in();
    match sense {
        Sense::Actor(id, NameKind::Name | NameKind::Doubtful) => gazetteer.actor(id).code.clone(),
        Sense::Actor(id, kind) => {
            format!("{} {}", gazetteer.actor(id).code, format!("{kind:?}").to_lowercase())
        }
        Sense::Place(id, _) => format!("@{}", gazetteer.place(id).code),
    }
}

fn day(written: &str) -> NaiveDate {
    written.parse().unwrap()
}

/// The name at the head, its likeliest sense, and "-" where there is no name.
const PHRASES: &[(&str, &str, &str)] = &[
    // States, by every way of writing
    ("Syria and", "Syria", "SYR"),
    ("Syrian Arab Republic", "Syrian Arab Republic", "SYR"),
    ("Syrian President", "Syrian", "SYR adjective"),
    ("Syrians fled", "Syrians", "SYR people"),
    ("SYRIA", "SYRIA", "SYR"),
    ("Syria's president", "Syria", "SYR"),
    ("U.S. troops", "U.S.", "USA"),
    ("US troops", "US", "USA"),
    ("USA", "USA", "USA"),
    ("us all", "-", ""),
    ("Us all", "-", ""),
    ("United States of America", "United States of America", "USA"),
    ("Americans", "Americans", "USA people"),
    ("US-led coalition", "US", "USA"),
    ("UK", "UK", "GBR"),
    ("British", "British", "GBR adjective"),
    ("Britons", "Britons", "GBR people"),
    ("Frenchmen", "Frenchmen", "FRA people"),
    ("French", "French", "FRA adjective"),
    ("Turkey", "Turkey", "TUR"),
    ("turkey", "-", ""),
    ("Türkiye", "Türkiye", "TUR"),
    ("Turks", "Turks", "TUR people"),
    ("Jordan", "Jordan", "JOR"),
    ("chad", "-", ""),
    ("may", "-", ""),
    ("May", "-", ""),
    ("March", "-", ""),
    ("polish", "-", ""),
    ("Polish", "Polish", "POL adjective"),
    ("Côte d’Ivoire", "Côte d’Ivoire", "CIV"),
    ("Ivory Coast", "Ivory Coast", "CIV"),
    ("People's Republic of China", "People's Republic of China", "CHN"),
    ("Democratic Republic of Congo", "Democratic Republic of Congo", "COD"),
    ("Congolese", "Congolese", "COD adjective"),
    ("Bosnia-Herzegovina", "Bosnia-Herzegovina", "BIH"),
    ("Guinea-Bissau", "Guinea-Bissau", "GNB"),
    ("Equatorial Guinea", "Equatorial Guinea", "GNQ"),
    ("South Sudan", "South Sudan", "SSD"),
    ("Burma", "Burma", "MMR"),
    ("El Salvador", "El Salvador", "SLV"),
    ("Soviet Union", "Soviet Union", "SUN"),
    ("Czechoslovakia", "Czechoslovakia", "CSK"),
    ("Yugoslav", "Yugoslav", "YUG adjective"),
    ("Zaire", "Zaire", "COD"),
    ("Georgia", "Georgia", "GEO"),
    ("Dominican", "Dominican", "DOM adjective"),
    ("Palestinian", "Palestinian", "PSE adjective"),
    ("Palestinian Authority", "Palestinian Authority", "PNA"),
    ("North Korean", "North Korean", "PRK adjective"),
    ("Kosovo", "Kosovo", "XKX"),
    // Seats and bodies
    ("Kremlin spokesman", "Kremlin", "KREMLIN"),
    ("White House", "White House", "WHITE-HOUSE"),
    ("Pentagon", "Pentagon", "PENTAGON"),
    ("State Department", "State Department", "STATE-DEPARTMENT"),
    ("Downing Street", "Downing Street", "DOWNING-STREET"),
    ("Elysee Palace", "Elysee Palace", "ELYSEE"),
    ("Élysée", "Élysée", "ELYSEE"),
    ("Knesset", "Knesset", "KNESSET"),
    ("IDF", "IDF", "IDF"),
    ("IRGC", "IRGC", "IRGC"),
    ("Islamic Revolutionary Guard Corps", "Islamic Revolutionary Guard Corps", "IRGC"),
    ("CIA", "CIA", "CIA"),
    // Organisations
    ("UN", "UN", "UN"),
    ("U.N. Security Council", "U.N. Security Council", "UNSC"),
    ("Security Council", "Security Council", "UNSC"),
    ("EU", "EU", "EU"),
    ("European Union", "European Union", "EU"),
    ("Nato", "Nato", "NATO"),
    ("NATO", "NATO", "NATO"),
    ("IAEA", "IAEA", "IAEA"),
    ("Arab League", "Arab League", "ARAB-LEAGUE"),
    ("African Union", "African Union", "AU"),
    ("ASEAN", "ASEAN", "ASEAN"),
    ("Opec", "Opec", "OPEC"),
    ("OPEC+", "OPEC+", "OPEC"),
    ("G7", "G7", "G7"),
    ("G-20", "G-20", "G20"),
    ("International Criminal Court", "International Criminal Court", "ICC"),
    ("Red Cross", "Red Cross", "ICRC"),
    ("Médecins Sans Frontières", "Médecins Sans Frontières", "MSF"),
    ("WHO", "WHO", "WHO"),
    ("Who", "-", ""),
    ("who", "-", ""),
    ("Amnesty International", "Amnesty International", "AMNESTY"),
    ("Al Jazeera", "Al Jazeera", "AL-JAZEERA"),
    ("al-Jazeera", "al-Jazeera", "AL-JAZEERA"),
    // Armed groups and peoples
    ("Syrian Democratic Forces", "Syrian Democratic Forces", "SDF"),
    ("Kurdish-led", "Kurdish", "KURDS adjective"),
    ("Kurds", "Kurds", "KURDS"),
    ("PKK", "PKK", "PKK"),
    ("Kurdistan Workers' Party", "Kurdistan Workers' Party", "PKK"),
    ("Kurdistan Workers’ Party", "Kurdistan Workers’ Party", "PKK"),
    ("Hay'at Tahrir al-Sham", "Hay'at Tahrir al-Sham", "HTS"),
    ("Hayat Tahrir ash-Sham", "Hayat Tahrir ash-Sham", "HTS"),
    ("Hezbollah", "Hezbollah", "HEZBOLLAH"),
    ("Hizbullah", "Hizbullah", "HEZBOLLAH"),
    ("Hamas", "Hamas", "HAMAS"),
    ("ISIL", "ISIL", "ISIL"),
    ("Isis", "Isis", "ISIL"),
    ("Daesh", "Daesh", "ISIL"),
    ("Is", "-", ""),
    ("al-Qaeda", "al-Qaeda", "AL-QAEDA"),
    ("Al Qaeda", "Al Qaeda", "AL-QAEDA"),
    ("al-Qaida", "al-Qaida", "AL-QAEDA"),
    ("Qaeda", "Qaeda", "AL-QAEDA"),
    ("al-Qaeda in Iraq", "al-Qaeda in Iraq", "AQI"),
    ("Taliban", "Taliban", "TALIBAN"),
    ("Houthi", "Houthi", "HOUTHIS adjective"),
    ("Houthis", "Houthis", "HOUTHIS"),
    ("Wagner", "Wagner", "WAGNER"),
    ("M23", "M23", "M23"),
    ("Alawites", "Alawites", "ALAWITES"),
    ("Druze", "Druze", "DRUZE"),
    // Persons
    ("Ahmed al-Sharaa", "Ahmed al-Sharaa", "ahmed-al-sharaa"),
    ("Ahmad al-Sharaa", "Ahmad al-Sharaa", "ahmed-al-sharaa"),
    ("Ahmed al Sharaa", "Ahmed al Sharaa", "ahmed-al-sharaa"),
    ("al-Sharaa’s repeated requests", "al-Sharaa", "ahmed-al-sharaa surname"),
    ("Al-Sharaa struck", "Al-Sharaa", "ahmed-al-sharaa surname"),
    ("ash-Sharaa", "ash-Sharaa", "ahmed-al-sharaa surname"),
    ("Abu Mohammed al-Jolani", "Abu Mohammed al-Jolani", "ahmed-al-sharaa"),
    ("Abu Muhammad al-Golani", "Abu Muhammad al-Golani", "ahmed-al-sharaa"),
    ("al-Julani", "al-Julani", "ahmed-al-sharaa surname"),
    ("Bashar al-Assad", "Bashar al-Assad", "bashar-al-assad"),
    ("Bashar Assad", "Bashar Assad", "bashar-al-assad"),
    ("al-Assad’s demise", "al-Assad", "bashar-al-assad surname"),
    ("Assad", "Assad", "bashar-al-assad surname"),
    ("ASSAD", "ASSAD", "bashar-al-assad surname"),
    ("Hafez Assad", "Hafez Assad", "hafez-al-assad"),
    ("Asma al-Assad", "Asma al-Assad", "asma-al-assad"),
    ("Vladimir Putin", "Vladimir Putin", "vladimir-putin"),
    ("Putin’s backing", "Putin", "vladimir-putin surname"),
    ("Dmitry Peskov", "Dmitry Peskov", "dmitry-peskov"),
    ("Peskov", "Peskov", "dmitry-peskov surname"),
    ("Nicolás Maduro", "Nicolás Maduro", "nicolas-maduro"),
    ("Nicolas Maduro", "Nicolas Maduro", "nicolas-maduro"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
    ("Erdogan", "Erdogan", "recep-tayyip-erdogan surname"),
    ("Mohammed bin Salman", "Mohammed bin Salman", "mohammed-bin-salman"),
    ("bin Salman", "bin Salman", "mohammed-bin-salman surname"),
    ("Kim Jong-un", "Kim Jong-un", "kim-jong-un"),
    ("Xi", "Xi", "xi-jinping surname"),
    ("Saddam", "Saddam", "saddam-hussein surname"),
    ("Abd al-Fattah as-Sisi", "Abd al-Fattah as-Sisi", "abdel-fattah-al-sisi"),
    ("George W. Bush", "George W. Bush", "george-w-bush"),
    ("J. D. Vance", "J. D. Vance", "jd-vance"),
    ("Muammar Qaddafi", "Muammar Qaddafi", "muammar-gaddafi"),
    ("Moammar Gadhafi", "Moammar Gadhafi", "muammar-gaddafi"),
    ("Al Gore", "Al Gore", "al-gore"),
    ("Emile Lahoud", "Emile Lahoud", "emile-lahoud"),
    ("Rafiq al-Hariri", "Rafiq al-Hariri", "rafik-hariri"),
    ("Sheikh", "-", ""),
    ("Muslim", "Muslim", "MUSLIMS adjective"),
    ("Lula", "Lula", "luiz-inacio-lula-da-silva"),
    ("Slobodan Milošević", "Slobodan Milošević", "slobodan-milosevic"),
    ("Ban Ki-moon", "Ban Ki-moon", "ban-ki-moon"),
    // Places
    ("Qamishli airport in", "Qamishli airport", "@qamishli-airport"),
    ("Qamishli", "Qamishli", "@qamishli"),
    ("al-Hasakah", "al-Hasakah", "@hasakah"),
    ("Hasakah province", "Hasakah province", "@hasakah-province"),
    ("Idlib", "Idlib", "@idlib"),
    ("Idlib Province", "Idlib Province", "@idlib-province"),
    ("Raqqah", "Raqqah", "@raqqa"),
    ("Deir al-Zour", "Deir al-Zour", "@deir-ez-zor"),
    ("Deir ez-Zor", "Deir ez-Zor", "@deir-ez-zor"),
    ("Sana'a", "Sana'a", "@sanaa"),
    ("Kiev", "Kiev", "@kyiv"),
    ("Moscow", "Moscow", "@moscow"),
    ("Damascus", "Damascus", "@damascus"),
    ("Hmeimim airbase", "Hmeimim airbase", "@hmeimim"),
    ("Tartus naval base", "Tartus naval base", "@tartus-naval-base"),
    ("Middle East", "Middle East", "@middle-east"),
    ("Golan Heights", "Golan Heights", "@golan-heights"),
    ("Gaza Strip", "Gaza Strip", "@gaza-strip"),
    ("West Bank", "West Bank", "@west-bank"),
    ("Donbas", "Donbas", "@donbas"),
    ("Incirlik", "Incirlik", "@incirlik"),
    ("Al Udeid", "Al Udeid", "@al-udeid"),
    ("Zaporizhzhia nuclear power plant", "Zaporizhzhia nuclear power plant", "@zaporizhzhia-plant"),
    ("Strait of Hormuz", "Strait of Hormuz", "@strait-of-hormuz"),
    ("northeast Syria", "northeast Syria", "@rojava"),
    ("St. Petersburg", "St. Petersburg", "@st-petersburg"),
    ("Guantánamo Bay", "Guantánamo Bay", "@guantanamo"),
];

#[test]
fn phrases_are_found_and_mean_what_they_say() {
    let mut wrong = Vec::new();
    for (phrase, words, sense) in PHRASES {
        let found = at_head(phrase);
        let (got, senses) = found.map_or(("-".to_owned(), Vec::new()), |f| f);
        let first = senses.first().cloned().unwrap_or_default();
        if (got.as_str(), first.as_str()) != (*words, *sense) {
            wrong.push(format!("{phrase}: [{got}] {senses:?}, not [{words}] {sense}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_keeps_its_other_senses() {
    let table = [
        ("Syria", "@SYR"),
        ("Moscow", "RUS metonym"),
        ("Kremlin", "@kremlin"),
        ("Washington", "USA metonym"),
        ("Brussels", "EU metonym"),
        ("Tripoli", "LBY metonym"),
        ("Assad", "hafez-al-assad surname"),
        ("Syrian", "SYR people"),
        ("Congolese", "COG adjective"),
        ("Gaza", "@gaza-strip"),
    ];
    for (name, sense) in table {
        let (_, senses) = at_head(name).unwrap();
        assert!(senses.iter().any(|s| s == sense), "{name}: {senses:?}");
    }
}

#[test]
fn typed_names_are_found_in_any_case() {
    let gazetteer = Gazetteer::built_in();
    let table = [
        ("russia", "RUS"),
        ("RUS", "RUS"),
        ("the kremlin", "KREMLIN"),
        ("putin", "vladimir-putin surname"),
        ("al sharaa", "ahmed-al-sharaa surname"),
        ("AL-SHARAA", "ahmed-al-sharaa surname"),
        ("ahmed-al-sharaa", "ahmed-al-sharaa"),
        ("hts", "HTS"),
        ("us", "USA"),
        ("qamishli", "@qamishli"),
        ("cote d'ivoire", "CIV"),
        ("el salvador", "SLV"),
    ];
    for (typed, sense) in table {
        let found: Vec<_> = gazetteer.find(typed).into_iter().map(describe).collect();
        assert_eq!(found.first().map(String::as_str), Some(sense), "{typed}: {found:?}");
    }
    assert!(gazetteer.find("Qwertz").is_empty());
    assert!(gazetteer.find("").is_empty());
}

#[test]
fn offices_have_their_holders() {
    let gazetteer = Gazetteer::built_in();
    let table = [
        ("president", "SYR", "2026-01-28", Some("ahmed-al-sharaa")),
        ("president", "SYR", "2025-01-29", Some("ahmed-al-sharaa")),
        ("president", "SYR", "2024-11-30", Some("bashar-al-assad")),
        ("president", "SYR", "1999-01-01", Some("hafez-al-assad")),
        ("leader", "HTS", "2024-11-30", Some("ahmed-al-sharaa")),
        ("president", "USA", "2003-03-20", Some("george-w-bush")),
        ("president", "USA", "2026-01-28", Some("donald-trump")),
        ("secretary of state", "USA", "1999-06-01", Some("madeleine-albright")),
        ("Prime Minister", "GBR", "2003-03-20", Some("tony-blair")),
        ("premier", "CHN", "2005-11-20", Some("wen-jiabao")),
        ("foreign minister", "RUS", "2026-01-28", Some("sergei-lavrov")),
        ("spokesman", "KREMLIN", "2026-01-28", Some("dmitry-peskov")),
        ("president", "VEN", "2026-01-02", Some("nicolas-maduro")),
        ("president", "LBN", "2005-12-04", Some("emile-lahoud")),
        ("prime minister", "LBN", "2005-12-04", Some("fouad-siniora")),
        ("secretary-general", "UN", "2006-12-04", Some("kofi-annan")),
        ("foreign minister", "TUR", "2025-01-15", Some("hakan-fidan")),
        ("president", "IRN", "2005-11-01", Some("mahmoud-ahmadinejad")),
        ("emperor", "SYR", "2025-01-15", None),
    ];
    for (title, of, on, code) in table {
        let holder = gazetteer.holder(title, of, day(on)).map(|id| gazetteer.actor(id).code.as_str());
        assert_eq!(holder, code, "{title} of {of} on {on}");
    }
}

#[test]
fn roles_go_with_their_days() {
    let gazetteer = Gazetteer::built_in();
    let table = [
        ("ahmed-al-sharaa", "2024-11-30", "leader", "HTS", true),
        ("ahmed-al-sharaa", "2024-12-20", "de facto leader", "SYR", true),
        ("ahmed-al-sharaa", "2026-01-28", "president", "SYR", true),
        ("bashar-al-assad", "2026-01-28", "president", "SYR", false),
        ("vladimir-putin", "2010-01-01", "prime minister", "RUS", true),
        ("hillary-clinton", "2010-01-01", "secretary of state", "USA", true),
        ("hillary-clinton", "2024-01-01", "secretary of state", "USA", false),
    ];
    for (code, on, title, acts_for, held) in table {
        let actor = gazetteer.actor_by_code(code).unwrap();
        let role = gazetteer.role_on(actor, day(on)).unwrap();
        let found = (role.title.as_str(), role.acts_for.as_str(), role.held_on(day(on)));
        assert_eq!(found, (title, acts_for, held), "{code} on {on}");
    }
    let unborn = gazetteer.actor_by_code("joe-biden").unwrap();
    assert!(gazetteer.role_on(unborn, day("1990-01-01")).is_none());
}

#[test]
fn what_belongs_to_what() {
    let gazetteer = Gazetteer::built_in();
    for (inner, outer, expected) in [
        ("vladimir-putin", "RUS", true),
        ("dmitry-peskov", "RUS", true),
        ("KREMLIN", "RUS", true),
        ("RUS", "RUS", true),
        ("QUDS-FORCE", "IRN", true),
        ("UNHCR", "UN", true),
        ("YPG", "SDF", true),
        ("SDF", "SYR", false),
        ("HEZBOLLAH", "LBN", false),
        ("FRA", "EU", false),
        ("RUS", "KREMLIN", false),
    ] {
        assert_eq!(gazetteer.acts_for(inner, outer), expected, "{inner} for {outer}");
    }
    for (inner, outer, expected) in [
        ("qamishli-airport", "qamishli", true),
        ("qamishli-airport", "hasakah-province", true),
        ("qamishli", "SYR", true),
        ("damascus", "SYR", true),
        ("qamishli", "middle-east", true),
        ("SYR", "middle-east", true),
        ("golan-heights", "SYR", true),
        ("kremlin", "moscow", true),
        ("kremlin", "RUS", true),
        ("goma", "africa", true),
        ("SYR", "qamishli", false),
        ("moscow", "SYR", false),
    ] {
        assert_eq!(gazetteer.lies_in(inner, outer), expected, "{inner} in {outer}");
    }
}

/// Everything that the tables promise each other.
#[test]
fn the_tables_hold_together() {
    let gazetteer = Gazetteer::built_in();
    let mut faults = Vec::new();
    let mut codes = BTreeMap::new();
    for (id, actor) in gazetteer.actors() {
        if codes.insert(actor.code.as_str(), id).is_some() {
            faults.push(format!("actor {}: twice", actor.code));
        }
        let named = actor.part_of.iter().chain(&actor.members).chain(actor.roles.iter().map(|r| &r.acts_for));
        for code in named.filter(|c| gazetteer.actor_by_code(c).is_none()) {
            faults.push(format!("actor {}: {code} is no actor", actor.code));
        }
        if let Some(code) = actor.country.as_ref().filter(|c| gazetteer.place_by_code(c).is_none()) {
            faults.push(format!("actor {}: {code} is no country", actor.code));
        }
        for role in &actor.roles {
            if role.first_day().zip(role.last_day()).is_some_and(|(first, last)| last < first) {
                faults.push(format!("actor {}: {} ends before it begins", actor.code, role.title));
            }
        }
        for name in std::iter::once(&actor.name).chain(&actor.aliases) {
            let found = in_tables(name).is_some_and(|(w, s)| w == *name && s.contains(&actor.code));
            if !found {
                faults.push(format!("actor {}: `{name}` gives {:?}", actor.code, in_tables(name)));
            }
        }
    }
    let mut places = BTreeMap::new();
    for (id, place) in gazetteer.places() {
        if places.insert(place.code.as_str(), id).is_some() {
            faults.push(format!("place {}: twice", place.code));
        }
        for code in place.within.iter().chain(&place.country) {
            if gazetteer.place_by_code(code).is_none() {
                faults.push(format!("place {}: {code} is no place", place.code));
            }
        }
        if !(-90.0..=90.0).contains(&place.lat) || !(-180.0..=180.0).contains(&place.lon) {
            faults.push(format!("place {}: off the globe", place.code));
        }
        let code = format!("@{}", place.code);
        for name in std::iter::once(&place.name).chain(&place.aliases) {
            let found = in_tables(name).is_some_and(|(w, s)| w == *name && s.contains(&code));
            if !found {
                faults.push(format!("place {}: `{name}` gives {:?}", place.code, in_tables(name)));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_two_states_share_a_name() {
    let gazetteer = Gazetteer::built_in();
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for (_, state) in gazetteer.actors().filter(|(_, a)| a.kind == ActorKind::State) {
        for name in std::iter::once(&state.name).chain(&state.aliases) {
            let other = owners.insert(name.to_lowercase(), &state.code);
            assert!(other.is_none_or(|o| o == state.code), "{name}: {} and {other:?}", state.code);
        }
    }
    assert!(owners.len() > 300);
}

#[test]
fn a_persons_own_tables_extend_and_override() {
    let actors = Gazetteer::parse_actors(
        "actors.ron",
        r#"[(code: "RSCO", kind: Body, name: "Ruritanian Security Council", part_of: "SYR"),
            (code: "SYR", kind: State, name: "Ruritania", adjectives: ["Ruritanian"])]"#,
    );
    let own = Gazetteer::with(&actors.unwrap(), &[]);
    assert_eq!(own.actor(own.actor_by_code("SYR").unwrap()).name, "Ruritania");
    assert!(own.acts_for("RSCO", "SYR"));
    assert_eq!(own.find("Ruritania").len(), 1);
}

#[test]
fn a_bad_table_says_where() {
    let table = [
        ("[(code: \"X\", kind: State, name: \"X\", capitol: \"Y\")]", "no field `capitol`"),
        (
            "[\n  (code: \"p\", kind: Person, name: \"P\", roles: [\n    (title: \"president\", acts_for: \"SYR\", \
             sector: GOV, since: \"last year\"),\n  ]),\n]",
            "is no date",
        ),
    ];
    for (text, words) in table {
        let fault = Gazetteer::parse_actors("actors.ron", text).unwrap_err().to_string();
        assert!(fault.contains("actors.ron:"), "{fault}");
        assert!(fault.to_lowercase().contains(words), "{fault}");
    }
}
