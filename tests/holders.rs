//! Whom a title, a nationality or a body means on the day of the article, and how PLOVER files them.
//!
//! Each phrase is the subject of a sentence; then stand the code of the entry that is met, country and
//! sector; of heads of organisations the entry alone.

use crate::support;

/// Written from knowledge of the world.
const PHRASES: &[(&str, &str, &str)] = &[
    // Whoever holds the office that day
    ("The Iranian president", "2005-11-01", "mahmoud-ahmadinejad IRN GOV"),
    ("The Iranian president", "2003-11-01", "mohammad-khatami IRN GOV"),
    ("The Iranian president", "2024-09-01", "masoud-pezeshkian IRN GOV"),
    ("The French president", "1994-03-01", "francois-mitterrand FRA GOV"),
    ("The French president", "2003-03-01", "jacques-chirac FRA GOV"),
    ("The French president", "2023-03-01", "emmanuel-macron FRA GOV"),
    ("The US president", "1998-12-01", "bill-clinton USA GOV"),
    ("The US president", "2011-05-01", "barack-obama USA GOV"),
    ("The US president", "2022-05-01", "joe-biden USA GOV"),
    ("The US president", "2025-05-01", "donald-trump USA GOV"),
    ("The Russian president", "1996-05-01", "boris-yeltsin RUS GOV"),
    ("The Russian president", "2010-05-01", "dmitry-medvedev RUS GOV"),
    ("The Russian president", "2014-05-01", "vladimir-putin RUS GOV"),
    ("The Ukrainian president", "2005-05-01", "viktor-yushchenko UKR GOV"),
    ("The Ukrainian president", "2012-05-01", "viktor-yanukovych UKR GOV"),
    ("The Ukrainian president", "2016-05-01", "petro-poroshenko UKR GOV"),
    ("The Ukrainian president", "2022-05-01", "volodymyr-zelensky UKR GOV"),
    ("The Egyptian president", "2009-05-01", "hosni-mubarak EGY GOV"),
    ("The Egyptian president", "2012-11-01", "mohamed-morsi EGY GOV"),
    ("The Egyptian president", "2016-11-01", "abdel-fattah-al-sisi EGY GOV"),
    ("The Syrian president", "1999-05-01", "hafez-al-assad SYR GOV"),
    ("The Syrian president", "2013-08-30", "bashar-al-assad SYR GOV"),
    ("The Syrian president", "2025-05-14", "ahmed-al-sharaa SYR GOV"),
    ("The British prime minister", "1992-05-01", "john-major GBR GOV"),
    ("The British prime minister", "2003-05-01", "tony-blair GBR GOV"),
    ("The British prime minister", "2018-05-01", "theresa-may GBR GOV"),
    ("The British prime minister", "2025-05-01", "keir-starmer GBR GOV"),
    ("The Israeli prime minister", "1994-10-01", "yitzhak-rabin ISR GOV"),
    ("The Israeli prime minister", "2003-10-01", "ariel-sharon ISR GOV"),
    ("The Israeli prime minister", "2007-10-01", "ehud-olmert ISR GOV"),
    ("The Israeli prime minister", "2023-11-01", "benjamin-netanyahu ISR GOV"),
    ("The Indian prime minister", "2000-05-01", "atal-bihari-vajpayee IND GOV"),
    ("The Indian prime minister", "2010-05-01", "manmohan-singh IND GOV"),
    ("The Indian prime minister", "2019-05-01", "narendra-modi IND GOV"),
    ("The German chancellor", "1996-05-01", "helmut-kohl DEU GOV"),
    ("The German chancellor", "2003-05-01", "gerhard-schroder DEU GOV"),
    ("The German chancellor", "2015-05-01", "angela-merkel DEU GOV"),
    ("The German chancellor", "2023-05-01", "olaf-scholz DEU GOV"),
    ("The German chancellor", "2025-06-01", "friedrich-merz DEU GOV"),
    ("The Polish foreign minister", "2024-05-01", "radoslaw-sikorski POL GOV"),
    ("The Kenyan foreign minister", "2009-05-01", "moses-wetangula KEN GOV"),
    ("The Kenyan foreign minister", "2021-05-01", "raychelle-omamo KEN GOV"),
    ("The Congolese foreign minister", "2025-02-01", "therese-kayikwamba-wagner COD GOV"),
    ("The Rwandan foreign minister", "2015-02-01", "louise-mushikiwabo RWA GOV"),
    ("The Rwandan foreign minister", "2025-02-01", "olivier-nduhungirehe RWA GOV"),
    ("The Romanian foreign minister", "2022-02-01", "bogdan-aurescu ROU GOV"),
    ("The Slovenian foreign minister", "2024-02-01", "tanja-fajon SVN GOV"),
    ("The Thai foreign minister", "2020-02-01", "don-pramudwinai THA GOV"),
    ("The Vietnamese foreign minister", "2014-05-20", "pham-binh-minh VNM GOV"),
    ("The Ghanaian foreign minister", "2020-02-01", "shirley-ayorkor-botchway GHA GOV"),
    ("The Brazilian foreign minister", "2010-05-20", "celso-amorim BRA GOV"),
    ("The Chilean foreign minister", "2016-05-20", "heraldo-munoz CHL GOV"),
    ("The Canadian defence minister", "2010-02-01", "peter-mackay CAN GOV"),
    ("The Canadian defence minister", "2022-06-01", "anita-anand CAN GOV"),
    ("The Polish defence minister", "2020-02-01", "mariusz-blaszczak POL GOV"),
    ("The Ukrainian defence minister", "2000-02-01", "oleksandr-kuzmuk UKR GOV"),
    ("The Ukrainian defence minister", "2023-02-01", "oleksii-reznikov UKR GOV"),
    ("The Dutch defence minister", "2014-07-20", "jeanine-hennis-plasschaert NLD GOV"),
    ("The Mexican defence minister", "2014-07-20", "salvador-cienfuegos MEX GOV"),
    ("The Armenian defence minister", "2020-10-01", "davit-tonoyan ARM GOV"),
    ("The Azerbaijani defence minister", "2020-10-01", "zakir-hasanov AZE GOV"),
    ("The Czech defence minister", "2023-10-01", "jana-cernochova CZE GOV"),
    ("The Lithuanian defence minister", "2022-10-01", "arvydas-anusauskas LTU GOV"),
    ("The UN secretary-general", "1995-05-01", "boutros-boutros-ghali"),
    ("The UN secretary-general", "2003-05-01", "kofi-annan"),
    ("The UN secretary-general", "2012-05-01", "ban-ki-moon"),
    ("The NATO secretary-general", "2012-05-01", "anders-fogh-rasmussen"),
    ("The NATO secretary-general", "2022-05-01", "jens-stoltenberg"),
    ("The NATO secretary-general", "2025-05-01", "mark-rutte"),
    // Title, nationality and name
    ("Russian Foreign Minister Sergei Lavrov", "2022-03-01", "sergei-lavrov RUS GOV"),
    ("US Secretary of State Condoleezza Rice", "2006-03-01", "condoleezza-rice USA GOV"),
    ("Secretary of State Colin Powell", "2003-02-05", "colin-powell USA GOV"),
    ("Secretary of State James Baker", "1991-10-30", "james-baker USA GOV"),
    ("Turkish Defence Minister Hulusi Akar", "2020-03-01", "hulusi-akar TUR GOV"),
    ("Former President Jimmy Carter", "1994-06-15", "jimmy-carter USA"),
    // Arms and bodies of states
    ("The Israeli army", "2014-07-20", "ISR MIL"),
    ("The Russian foreign ministry", "2014-07-20", "RUS GOV"),
    ("The Kremlin", "2022-02-24", "KREMLIN RUS GOV"),
    ("The Pentagon", "2022-02-24", "PENTAGON USA MIL"),
    ("Israeli troops", "2014-07-20", "ISR MIL"),
    ("Philippine soldiers", "2017-06-01", "PHL MIL"),
    ("Kenyan police", "2008-01-10", "KEN COP"),
    ("A senior Hamas official", "2014-07-20", "HAMAS PSE REB"),
    ("Hezbollah fighters", "2006-07-12", "LBN REB"),
];

/// Who visits in "... visited Oslo on Monday."
fn visitor(phrase: &str, day: &str) -> String {
    let text = format!("{phrase} visited Oslo on Monday.");
    let found = support::mentions(&text, day);
    let Some(actor) = found.iter().find_map(|m| m.actors.first()) else {
        return "nobody".to_owned();
    };
    let sector = actor.sector.map(|s| format!("{s:?}").to_uppercase().into());
    let known = actor.code.clone().filter(|code| Some(code) != actor.country.as_ref());
    [known, actor.country.clone(), sector].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[test]
fn phrases_mean_whom_they_meant_on_their_day() {
    let wrong: Vec<String> = PHRASES
        .iter()
        .map(|(phrase, day, who)| (phrase, day, who, visitor(phrase, day)))
        .filter(|(.., who, got)| got != *who && !got.starts_with(&format!("{who} ")))
        .map(|(phrase, day, who, got)| format!("{phrase} on {day}: {got}, not {who}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), PHRASES.len(), wrong.join("\n"));
}
