//! The world as the tables know it: facts that hold each other, names, offices and places on their days.

use dateline::gazetteer::{Fault, Gazetteer, NameKind, Sense, distance};
use dateline::span::Span;
use dateline::text::{Text, Tokens};

/// What the whole phrase stands for; nothing where a shorter or no name is found.
fn at_head(phrase: &str) -> Vec<Sense> {
    let read = Text::read(phrase, &[Span::of(0..phrase.len())]);
    let tokens = Tokens { text: phrase, tokens: &read.tokens };
    let found = Gazetteer::built_in().name_at(tokens);
    found.filter(|f| f.tokens == tokens.tokens.len()).map_or_else(Vec::new, |f| f.senses.to_vec())
}

#[test]
fn nothing_in_the_tables_clashes() {
    let faults = Gazetteer::built_in().faults();
    // Two at a time, in fact: rival governments, and presidents who would not go.
    let rivals = [
        ("akhmad-kadyrov", "aslan-maskhadov"),
        ("alu-alkhanov", "aslan-maskhadov"),
        ("adama-barrow", "yahya-jammeh"),
        ("marc-ravalomanana", "didier-ratsiraka"),
        ("michel-aoun", "salim-al-hoss"),
    ];
    let both = |f: &Fault, a: &str, b: &str| f.code == a && f.message.contains(b);
    // Far from every town of their countries.
    let far = ["thule", "mururoa", "bikini"];
    let known = |f: &&Fault| {
        !far.contains(&f.code.as_str()) && !rivals.iter().any(|(a, b)| both(f, a, b) || both(f, b, a))
    };
    let said: Vec<String> =
        faults.iter().filter(known).map(|f| format!("{}: {}", f.code, f.message)).collect();
    assert!(said.is_empty(), "{} faults:\n{}", said.len(), said.join("\n"));
}

/// A name, a day, who it is, and what that person was that day: written from knowledge of the world.
const PEOPLE: &[(&str, &str, &str, &str)] = &[
    ("Gorbachev", "1988-06-01", "mikhail-gorbachev", "leader of SUN"),
    ("Mikhail Gorbachev", "1991-03-01", "mikhail-gorbachev", "president of SUN"),
    ("Yeltsin", "1996-07-01", "boris-yeltsin", "president of RUS"),
    ("Vladimir Putin", "1998-09-01", "vladimir-putin", "director of FSB"),
    ("Vladimir Putin", "1999-10-01", "vladimir-putin", "prime minister of RUS"),
    ("Vladimir Putin", "2004-05-01", "vladimir-putin", "president of RUS"),
    ("Vladimir Putin", "2010-05-01", "vladimir-putin", "prime minister of RUS"),
    ("Vladimir Putin", "2024-05-01", "vladimir-putin", "president of RUS"),
    ("Medvedev", "2010-05-01", "dmitry-medvedev", "president of RUS"),
    ("Dmitry Medvedev", "2015-05-01", "dmitry-medvedev", "prime minister of RUS"),
    ("Yevgeny Primakov", "1997-01-01", "yevgeny-primakov", "foreign minister of RUS"),
    ("Yevgeny Primakov", "1999-01-01", "yevgeny-primakov", "prime minister of RUS"),
    ("Evgeny Primakov", "1999-01-01", "yevgeny-primakov", "prime minister of RUS"),
    ("Sergei Ivanov", "2003-01-01", "sergei-ivanov", "defence minister of RUS"),
    ("Igor Ivanov", "2003-01-01", "igor-ivanov", "foreign minister of RUS"),
    ("Sergey Lavrov", "2022-02-24", "sergei-lavrov", "foreign minister of RUS"),
    ("Sergey Shoigu", "2022-02-24", "sergei-shoigu", "defence minister of RUS"),
    ("Shoygu", "2022-02-24", "sergei-shoigu", "defence minister of RUS"),
    ("Eduard Shevardnadze", "1987-01-01", "eduard-shevardnadze", "foreign minister of SUN"),
    ("Eduard Shevardnadze", "2000-01-01", "eduard-shevardnadze", "president of GEO"),
    ("Shevardnadze", "2003-11-01", "eduard-shevardnadze", "president of GEO"),
    ("Saakashvili", "2008-08-08", "mikheil-saakashvili", "president of GEO"),
    ("Mikhail Saakashvili", "2008-08-08", "mikheil-saakashvili", "president of GEO"),
    ("Margaret Thatcher", "1982-04-02", "margaret-thatcher", "prime minister of GBR"),
    ("Douglas Hurd", "1987-01-01", "douglas-hurd", "home secretary of GBR"),
    ("Douglas Hurd", "1993-01-01", "douglas-hurd", "foreign secretary of GBR"),
    ("Jack Straw", "1999-01-01", "jack-straw", "home secretary of GBR"),
    ("Jack Straw", "2003-01-01", "jack-straw", "foreign minister of GBR"),
    ("Boris Johnson", "2017-01-01", "boris-johnson", "foreign minister of GBR"),
    ("Boris Johnson", "2021-01-01", "boris-johnson", "prime minister of GBR"),
    ("David Cameron", "2013-01-01", "david-cameron", "prime minister of GBR"),
    ("David Cameron", "2024-01-01", "david-cameron", "foreign minister of GBR"),
    ("Jacques Chirac", "1987-01-01", "jacques-chirac", "prime minister of FRA"),
    ("Jacques Chirac", "2003-02-01", "jacques-chirac", "president of FRA"),
    ("Alain Juppe", "1994-01-01", "alain-juppe", "foreign minister of FRA"),
    ("Alain Juppé", "1996-01-01", "alain-juppe", "prime minister of FRA"),
    ("Nicolas Sarkozy", "2003-01-01", "nicolas-sarkozy", "interior minister of FRA"),
    ("Sarkozy", "2008-08-12", "nicolas-sarkozy", "president of FRA"),
    ("Dominique de Villepin", "2003-02-14", "dominique-de-villepin", "foreign minister of FRA"),
    ("Dominique de Villepin", "2006-01-01", "dominique-de-villepin", "prime minister of FRA"),
    ("Helmut Kohl", "1990-10-03", "helmut-kohl", "chancellor of DEU"),
    ("Gerhard Schroeder", "2002-09-01", "gerhard-schroder", "chancellor of DEU"),
    ("Frank-Walter Steinmeier", "2008-01-01", "frank-walter-steinmeier", "foreign minister of DEU"),
    ("Frank-Walter Steinmeier", "2020-01-01", "frank-walter-steinmeier", "president of DEU"),
    ("Ursula von der Leyen", "2016-01-01", "ursula-von-der-leyen", "defence minister of DEU"),
    ("Ursula von der Leyen", "2022-01-01", "ursula-von-der-leyen", "president of EU-COMMISSION"),
    ("Jens Stoltenberg", "2008-01-01", "jens-stoltenberg", "prime minister of NOR"),
    ("Jens Stoltenberg", "2022-01-01", "jens-stoltenberg", "secretary general of NATO"),
    ("Mark Rutte", "2020-01-01", "mark-rutte", "prime minister of NLD"),
    ("Mark Rutte", "2025-01-01", "mark-rutte", "secretary general of NATO"),
    ("Donald Tusk", "2010-01-01", "donald-tusk", "prime minister of POL"),
    ("Donald Tusk", "2017-01-01", "donald-tusk", "president of EU-COUNCIL"),
    ("Javier Solana", "1994-01-01", "javier-solana", "foreign minister of ESP"),
    ("Javier Solana", "1998-01-01", "javier-solana", "secretary general of NATO"),
    ("Javier Solana", "2005-01-01", "javier-solana", "high representative of EU"),
    ("Lech Walesa", "1993-01-01", "lech-walesa", "president of POL"),
    ("Vaclav Havel", "1990-06-01", "vaclav-havel", "president of CSK"),
    ("Václav Havel", "1999-06-01", "vaclav-havel", "president of CZE"),
    ("Slobodan Milosevic", "1995-11-01", "slobodan-milosevic", "president of SRB"),
    ("Slobodan Milosevic", "1999-03-24", "slobodan-milosevic", "president of YUG"),
    ("Milo Djukanovic", "2006-06-01", "milo-djukanovic", "prime minister of MNE"),
    ("Milo Đukanović", "2020-06-01", "milo-djukanovic", "president of MNE"),
    ("Alija Izetbegović", "1993-06-01", "alija-izetbegovic", "president of BIH"),
    ("Viktor Yanukovich", "2013-11-01", "viktor-yanukovych", "president of UKR"),
    ("Viktor Yanukovych", "2007-01-01", "viktor-yanukovych", "prime minister of UKR"),
    ("Yulia Timoshenko", "2008-01-01", "yulia-tymoshenko", "prime minister of UKR"),
    ("Petro Poroshenko", "2009-12-01", "petro-poroshenko", "foreign minister of UKR"),
    ("Petro Poroshenko", "2015-02-01", "petro-poroshenko", "president of UKR"),
    ("Zelenskyy", "2022-03-01", "volodymyr-zelensky", "president of UKR"),
    ("Volodymyr Zelenskiy", "2022-03-01", "volodymyr-zelensky", "president of UKR"),
    ("Alexander Lukashenko", "2020-08-09", "alexander-lukashenko", "president of BLR"),
    ("George H. W. Bush", "1983-01-01", "george-hw-bush", "vice president of USA"),
    ("George H. W. Bush", "1990-08-02", "george-hw-bush", "president of USA"),
    ("Joe Biden", "2012-01-01", "joe-biden", "vice president of USA"),
    ("Joe Biden", "2022-01-01", "joe-biden", "president of USA"),
    ("Dick Cheney", "1991-01-01", "dick-cheney", "defence secretary of USA"),
    ("Dick Cheney", "2003-01-01", "dick-cheney", "vice president of USA"),
    ("Condoleezza Rice", "2002-01-01", "condoleezza-rice", "national security adviser of USA"),
    ("Condoleezza Rice", "2006-07-01", "condoleezza-rice", "secretary of state of USA"),
    ("Mike Pompeo", "2017-06-01", "mike-pompeo", "director of CIA"),
    ("Mike Pompeo", "2019-06-01", "mike-pompeo", "secretary of state of USA"),
    ("Madeleine Albright", "1995-01-01", "madeleine-albright", "ambassador to the united nations of USA"),
    ("Colin Powell", "1991-01-01", "colin-powell", "chairman of the joint chiefs of staff of USA"),
    ("Colin Powell", "2003-02-05", "colin-powell", "secretary of state of USA"),
    ("Robert Gates", "1992-01-01", "robert-gates", "director of CIA"),
    ("Robert Gates", "2010-01-01", "robert-gates", "defence secretary of USA"),
    ("Leon Panetta", "2010-01-01", "leon-panetta", "director of CIA"),
    ("Leon Panetta", "2012-01-01", "leon-panetta", "defence secretary of USA"),
    ("Daniel Ortega", "1987-01-01", "daniel-ortega", "president of NIC"),
    ("Daniel Ortega", "2018-01-01", "daniel-ortega", "president of NIC"),
    ("Oscar Arias", "1987-08-07", "oscar-arias", "president of CRI"),
    ("Hugo Chávez", "2002-04-01", "hugo-chavez", "president of VEN"),
    ("Nicolás Maduro", "2010-01-01", "nicolas-maduro", "foreign minister of VEN"),
    ("Nicolas Maduro", "2019-01-01", "nicolas-maduro", "president of VEN"),
    ("Juan Manuel Santos", "2008-03-01", "juan-manuel-santos", "defence minister of COL"),
    ("Juan Manuel Santos", "2016-09-26", "juan-manuel-santos", "president of COL"),
    ("Lula", "2005-01-01", "luiz-inacio-lula-da-silva", "president of BRA"),
    ("Alan Garcia", "1988-01-01", "alan-garcia", "president of PER"),
    ("Alberto Fujimori", "1997-04-22", "alberto-fujimori", "president of PER"),
    ("Michelle Bachelet", "2008-01-01", "michelle-bachelet", "president of CHL"),
    ("Michelle Bachelet", "2020-01-01", "michelle-bachelet", "high commissioner of OHCHR"),
    ("Shimon Peres", "1985-06-01", "shimon-peres", "prime minister of ISR"),
    ("Shimon Peres", "1993-09-13", "shimon-peres", "foreign minister of ISR"),
    ("Shimon Peres", "2010-01-01", "shimon-peres", "president of ISR"),
    ("Yitzhak Rabin", "1988-01-01", "yitzhak-rabin", "defence minister of ISR"),
    ("Ehud Barak", "2000-07-11", "ehud-barak", "prime minister of ISR"),
    ("Ehud Barak", "2010-01-01", "ehud-barak", "defence minister of ISR"),
    ("Ariel Sharon", "2002-03-29", "ariel-sharon", "prime minister of ISR"),
    ("Binyamin Ben-Eliezer", "2002-03-29", "benjamin-ben-eliezer", "defence minister of ISR"),
    ("Benny Gantz", "2014-07-08", "benny-gantz", "chief of staff of IDF"),
    ("Benny Gantz", "2021-05-10", "benny-gantz", "defence minister of ISR"),
    ("Yasir Arafat", "2001-01-01", "yasser-arafat", "president of PNA"),
    ("Mahmoud Abbas", "2010-01-01", "mahmoud-abbas", "president of PNA"),
    ("Ismail Haniyya", "2006-06-01", "ismail-haniyeh", "prime minister of PNA"),
    ("Ismail Haniyeh", "2020-06-01", "ismail-haniyeh", "leader of HAMAS"),
    ("Hasan Nasrallah", "2006-07-12", "hassan-nasrallah", "secretary general of HEZBOLLAH"),
    ("Ahmad Shara", "2025-06-01", "ahmed-al-sharaa", "president of SYR"),
    ("al-Golani", "2024-11-27", "ahmed-al-sharaa", "leader of HTS"),
    ("Hafiz al-Asad", "1982-02-02", "hafez-al-assad", "president of SYR"),
    ("Bashar al-Asad", "2013-08-21", "bashar-al-assad", "president of SYR"),
    ("Walid Muallem", "2012-01-01", "walid-al-moallem", "foreign minister of SYR"),
    ("Amr Musa", "1999-01-01", "amr-moussa", "foreign minister of EGY"),
    ("Amr Moussa", "2006-01-01", "amr-moussa", "secretary general of ARAB-LEAGUE"),
    ("Husni Mubarak", "2005-01-01", "hosni-mubarak", "president of EGY"),
    ("Mohamed Mursi", "2012-12-01", "mohamed-morsi", "president of EGY"),
    ("Abdel Fattah el-Sisi", "2013-07-03", "abdel-fattah-al-sisi", "defence minister of EGY"),
    ("Abdel Fattah el-Sisi", "2020-07-03", "abdel-fattah-al-sisi", "president of EGY"),
    ("Moammar Kadafi", "1986-04-15", "muammar-gaddafi", "leader of LBY"),
    ("Tareq Aziz", "1990-08-02", "tariq-aziz", "foreign minister of IRQ"),
    ("Saddam Husayn", "1990-08-02", "saddam-hussein", "president of IRQ"),
    ("Nuri al-Maliki", "2008-01-01", "nouri-al-maliki", "prime minister of IRQ"),
    ("Ibrahim Jaafari", "2005-08-01", "ibrahim-al-jaafari", "prime minister of IRQ"),
    ("Ibrahim al-Jaafari", "2016-01-01", "ibrahim-al-jaafari", "foreign minister of IRQ"),
    ("Ali Khamenei", "1985-01-01", "ali-khamenei", "president of IRN"),
    ("Ali Khamenei", "2009-06-01", "ali-khamenei", "supreme leader of IRN"),
    ("Hashemi Rafsanjani", "1994-01-01", "akbar-hashemi-rafsanjani", "president of IRN"),
    ("Mohammad Khatami", "2000-01-01", "mohammad-khatami", "president of IRN"),
    ("Hassan Ruhani", "2015-07-14", "hassan-rouhani", "president of IRN"),
    ("Javad Zarif", "2015-07-14", "mohammad-javad-zarif", "foreign minister of IRN"),
    ("Qassem Soleimani", "2019-12-01", "qassem-soleimani", "commander of QUDS-FORCE"),
    ("Abdullah Gul", "2002-12-01", "abdullah-gul", "prime minister of TUR"),
    ("Abdullah Gül", "2005-01-01", "abdullah-gul", "foreign minister of TUR"),
    ("Abdullah Gul", "2010-01-01", "abdullah-gul", "president of TUR"),
    ("Recep Tayyip Erdogan", "2010-01-01", "recep-tayyip-erdogan", "prime minister of TUR"),
    ("Recep Tayyip Erdoğan", "2020-01-01", "recep-tayyip-erdogan", "president of TUR"),
    ("Ali Abdallah Salih", "1994-05-01", "ali-abdullah-saleh", "president of YEM"),
    ("Mohammed bin Salman", "2016-01-01", "mohammed-bin-salman", "defence minister of SAU"),
    ("Mohammed bin Salman", "2018-10-02", "mohammed-bin-salman", "crown prince of SAU"),
    ("Saud al-Faysal", "1990-08-02", "saud-al-faisal", "foreign minister of SAU"),
    ("Benazir Bhutto", "1989-01-01", "benazir-bhutto", "prime minister of PAK"),
    ("Pervez Musharraf", "1999-07-01", "pervez-musharraf", "army chief of PAK"),
    ("Pervez Musharraf", "2003-01-01", "pervez-musharraf", "president of PAK"),
    ("Nawaz Sharif", "1998-05-28", "nawaz-sharif", "prime minister of PAK"),
    ("Pranab Mukherjee", "2005-01-01", "pranab-mukherjee", "defence minister of IND"),
    ("Pranab Mukherjee", "2013-01-01", "pranab-mukherjee", "president of IND"),
    ("Manmohan Singh", "2008-11-26", "manmohan-singh", "prime minister of IND"),
    ("Hamid Karzai", "2005-01-01", "hamid-karzai", "president of AFG"),
    ("Mahinda Rajapakse", "2009-05-18", "mahinda-rajapaksa", "president of LKA"),
    ("Ranil Wickremesinghe", "2002-06-01", "ranil-wickremesinghe", "prime minister of LKA"),
    ("Ranil Wickremesinghe", "2023-06-01", "ranil-wickremesinghe", "president of LKA"),
    ("Aung San Suu Kyi", "2018-01-01", "aung-san-suu-kyi", "state counsellor of MMR"),
    ("Suu Kyi", "2018-01-01", "aung-san-suu-kyi", "state counsellor of MMR"),
    ("Thaksin", "2004-01-01", "thaksin-shinawatra", "prime minister of THA"),
    ("Hun Sen", "2010-01-01", "hun-sen", "prime minister of KHM"),
    ("Mahathir", "1998-09-01", "mahathir-mohamad", "prime minister of MYS"),
    ("Prabowo Subianto", "2022-01-01", "prabowo-subianto", "defence minister of IDN"),
    ("Prabowo Subianto", "2025-01-01", "prabowo-subianto", "president of IDN"),
    ("Suharto", "1998-05-01", "suharto", "president of IDN"),
    ("Li Peng", "1989-06-04", "li-peng", "prime minister of CHN"),
    ("Jiang Zemin", "1997-07-01", "jiang-zemin", "president of CHN"),
    ("Wang Yi", "2024-01-01", "wang-yi", "foreign minister of CHN"),
    ("Junichiro Koizumi", "2002-09-17", "junichiro-koizumi", "prime minister of JPN"),
    ("Fumio Kishida", "2015-12-28", "fumio-kishida", "foreign minister of JPN"),
    ("Fumio Kishida", "2022-07-08", "fumio-kishida", "prime minister of JPN"),
    ("Taro Aso", "2006-07-01", "taro-aso", "foreign minister of JPN"),
    ("Taro Aso", "2009-01-01", "taro-aso", "prime minister of JPN"),
    ("Kim Dae-jung", "2000-06-15", "kim-dae-jung", "president of KOR"),
    ("Ban Ki Moon", "2006-07-01", "ban-ki-moon", "foreign minister of KOR"),
    ("Ban Ki-moon", "2010-07-01", "ban-ki-moon", "secretary general of UN"),
    ("Kim Jong Il", "2000-06-15", "kim-jong-il", "leader of PRK"),
    ("Kim Jong Un", "2018-06-12", "kim-jong-un", "leader of PRK"),
    ("Kevin Rudd", "2009-01-01", "kevin-rudd", "prime minister of AUS"),
    ("Kevin Rudd", "2011-01-01", "kevin-rudd", "foreign minister of AUS"),
    ("Nelson Mandela", "1995-06-24", "nelson-mandela", "president of ZAF"),
    ("Robert Mugabe", "1984-01-01", "robert-mugabe", "prime minister of ZWE"),
    ("Robert Mugabe", "2008-01-01", "robert-mugabe", "president of ZWE"),
    ("Mobutu", "1996-11-01", "mobutu-sese-seko", "president of COD"),
    ("Olusegun Obasanjo", "2003-01-01", "olusegun-obasanjo", "president of NGA"),
    ("Muhammadu Buhari", "1984-01-01", "muhammadu-buhari", "president of NGA"),
    ("Muhammadu Buhari", "2016-01-01", "muhammadu-buhari", "president of NGA"),
    ("Omar Hassan al-Bashir", "2004-07-01", "omar-al-bashir", "president of SDN"),
    ("Salva Kiir", "2008-01-01", "salva-kiir", "vice president of SDN"),
    ("Salva Kiir", "2013-12-15", "salva-kiir", "president of SSD"),
    ("Meles", "1999-01-01", "meles-zenawi", "prime minister of ETH"),
    ("Laurent Kabila", "1998-08-02", "laurent-kabila", "president of COD"),
    ("Alassane Ouattara", "1992-01-01", "alassane-ouattara", "prime minister of CIV"),
    ("Alassane Ouattara", "2015-01-01", "alassane-ouattara", "president of CIV"),
    ("Antonio Guterres", "1999-01-01", "antonio-guterres", "prime minister of PRT"),
    ("Antonio Guterres", "2010-01-01", "antonio-guterres", "high commissioner of UNHCR"),
    ("António Guterres", "2020-01-01", "antonio-guterres", "secretary general of UN"),
    ("Tedros Adhanom Ghebreyesus", "2014-01-01", "tedros-adhanom-ghebreyesus", "foreign minister of ETH"),
    ("Tedros Adhanom Ghebreyesus", "2020-03-11", "tedros-adhanom-ghebreyesus", "director general of WHO"),
    ("Christine Lagarde", "2015-01-01", "christine-lagarde", "managing director of IMF"),
    ("Christine Lagarde", "2022-01-01", "christine-lagarde", "president of ECB"),
    ("Kaja Kallas", "2022-01-01", "kaja-kallas", "prime minister of EST"),
    ("Kaja Kallas", "2025-01-01", "kaja-kallas", "high representative of EU"),
    ("John Bolton", "2006-01-01", "john-bolton", "ambassador to the united nations of USA"),
    ("John Bolton", "2019-01-01", "john-bolton", "national security adviser of USA"),
    ("Mohamed El Baradei", "2003-03-07", "mohamed-elbaradei", "director general of IAEA"),
    ("Pope John Paul II", "1989-12-01", "john-paul-ii", "pope of VAT"),
    ("Pope Francis", "2016-02-12", "pope-francis", "pope of VAT"),
];

#[test]
fn people_are_what_they_were_on_their_day() {
    let gazetteer = Gazetteer::built_in();
    let mut wrong = Vec::new();
    for (name, day, code, role) in PEOPLE {
        let day = day.parse().unwrap();
        let found = at_head(name).into_iter().find_map(|sense| match sense {
            Sense::Actor(id, _) => Some(id),
            Sense::Place(..) => None,
        });
        let Some(id) = found else {
            wrong.push(format!("{name}: nobody"));
            continue;
        };
        let held = gazetteer.role_on(id, day).filter(|r| r.held_on(day));
        let held = held.map_or("-".to_owned(), |r| format!("{} of {}", r.title, r.acts_for));
        let got = gazetteer.actor(id).code.as_str();
        if (got, held.as_str()) != (*code, *role) {
            wrong.push(format!("{name} on {day}: {got}, {held}; not {code}, {role}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), PEOPLE.len(), wrong.join("\n"));
}

/// Groups, bodies and places by the ways newsrooms write them; "@" is a place, "-" nothing sure.
const THINGS: &[(&str, &str)] = &[
    ("UNITED NATIONS", "UN"),
    ("Hizbollah", "HEZBOLLAH"),
    ("Hizballah", "HEZBOLLAH"),
    ("al-Qa'ida", "AL-QAEDA"),
    ("P.K.K.", "PKK"),
    ("F.A.R.C.", "FARC"),
    ("U.N.", "UN"),
    ("E.U.", "EU"),
    ("NATO", "NATO"),
    ("Irish Republican Army", "IRA"),
    ("IRA", "IRA"),
    ("ETA", "ETA"),
    ("Tamil Tigers", "LTTE"),
    ("LTTE", "LTTE"),
    ("Khmer Rouge", "KHMER-ROUGE"),
    ("Shining Path", "SHINING-PATH"),
    ("Sendero Luminoso", "SHINING-PATH"),
    ("Boko Haram", "BOKO-HARAM"),
    ("al-Shabab", "AL-SHABAAB"),
    ("Al Shabaab", "AL-SHABAAB"),
    ("Taleban", "TALIBAN"),
    ("Fatah", "FATAH"),
    ("Islamic Jihad", "PIJ"),
    ("Kosovo Liberation Army", "KLA"),
    ("Lord's Resistance Army", "LRA"),
    ("Janjaweed", "JANJAWEED"),
    ("Rapid Support Forces", "RSF"),
    ("Wagner Group", "WAGNER"),
    ("Free Syrian Army", "FSA"),
    ("Muslim Brotherhood", "MUSLIM-BROTHERHOOD"),
    ("African National Congress", "ANC"),
    ("Kremlin", "KREMLIN"),
    ("Foggy Bottom", "STATE-DEPARTMENT"),
    ("Downing Street", "DOWNING-STREET"),
    ("Bundestag", "BUNDESTAG"),
    ("Knesset", "KNESSET"),
    ("Politburo", "-"),
    ("European Commission", "EU-COMMISSION"),
    ("OPEC", "OPEC"),
    ("Opec", "OPEC"),
    ("IAEA", "IAEA"),
    ("I.A.E.A.", "IAEA"),
    ("World Bank", "WORLD-BANK"),
    ("International Monetary Fund", "IMF"),
    ("IMF", "IMF"),
    ("Red Crescent", "RED-CRESCENT"),
    ("Médecins sans Frontières", "MSF"),
    ("Amnesty", "AMNESTY"),
    ("Human Rights Watch", "HRW"),
    ("Organisation of American States", "OAS"),
    ("Gulf Cooperation Council", "GCC"),
    ("Soviet", "SUN adjective"),
    ("Soviets", "SUN people"),
    ("East German", "DDR adjective"),
    ("West Germany", "BRD"),
    ("Czechoslovak", "CSK adjective"),
    ("Zaire", "COD"),
    ("Burmese", "MMR adjective"),
    ("Ivorian", "CIV adjective"),
    ("Emirati", "ARE adjective"),
    ("Saudis", "SAU people"),
    ("Serb", "SRB adjective"),
    ("Kiev", "@kyiv"),
    ("Kyiv", "@kyiv"),
    ("Lvov", "@lviv"),
    ("Kharkov", "@kharkiv"),
    ("Peking", "@beijing"),
    ("Bombay", "@mumbai"),
    ("Madras", "@chennai"),
    ("Calcutta", "@kolkata"),
    ("Rangoon", "@yangon"),
    ("Saigon", "@ho-chi-minh-city"),
    ("Leningrad", "@st-petersburg"),
    ("Grozny", "@grozny"),
    ("Groznyy", "@grozny"),
    ("Sukhumi", "@sukhumi"),
    ("Tskhinvali", "@tskhinvali"),
    ("Srebrenica", "@srebrenica"),
    ("Pristina", "@pristina"),
    ("Prishtina", "@pristina"),
    ("Halabja", "@halabja"),
    ("Fallujah", "@fallujah"),
    ("Falluja", "@fallujah"),
    ("Mosul", "@mosul"),
    ("Nasiriyah", "@nasiriyah"),
    ("Nasiriya", "@nasiriyah"),
    ("Dayr az-Zawr", "@deir-ez-zor"),
    ("Ghouta", "@eastern-ghouta"),
    ("Abu Kamal", "@albu-kamal"),
    ("Khan Yunis", "@khan-younis"),
    ("Khan Younis", "@khan-younis"),
    ("Rafah", "@rafah"),
    ("Nablus", "@nablus"),
    ("Jenin", "@jenin"),
    ("Sidon", "@sidon"),
    ("Baalbek", "@baalbek"),
    ("Benghazi", "@benghazi"),
    ("Misrata", "@misrata"),
    ("Derna", "@derna"),
    ("Mogadishu", "@mogadishu"),
    ("Timbuktu", "@timbuktu"),
    ("Goma", "@goma"),
    ("Bukavu", "@bukavu"),
    ("Bakhmut", "@bakhmut"),
    ("Avdiivka", "@avdiivka"),
    ("Mariupol", "@mariupol"),
    ("Strait of Hormuz", "@strait-of-hormuz"),
    ("Bab el-Mandeb", "@bab-el-mandeb"),
    ("Suez Canal", "@suez-canal"),
    ("Golan Heights", "@golan-heights"),
    ("Donbass", "@donbas"),
    ("Nagorno-Karabakh", "@nagorno-karabakh"),
    ("Kashmir", "@kashmir"),
    ("Darfur", "@darfur"),
    ("Chechnya", "CHECHNYA"),
    ("Aceh", "@aceh"),
    ("Mindanao", "@mindanao"),
    ("Chiapas", "@chiapas"),
    ("Bagram", "@bagram"),
    ("Diego Garcia", "@diego-garcia"),
    ("Ramstein", "@ramstein"),
    ("Camp David", "@camp-david"),
    ("Guantanamo", "@guantanamo"),
];

#[test]
fn groups_bodies_and_places_by_their_names() {
    let gazetteer = Gazetteer::built_in();
    let mut wrong = Vec::new();
    for (name, expected) in THINGS {
        let first = at_head(name).first().map(|sense| match *sense {
            Sense::Actor(id, NameKind::Name | NameKind::Doubtful) => gazetteer.actor(id).code.clone(),
            Sense::Actor(id, kind) => {
                format!("{} {}", gazetteer.actor(id).code, format!("{kind:?}").to_lowercase())
            }
            Sense::Place(id, _) => format!("@{}", gazetteer.place(id).code),
        });
        let got = first.unwrap_or_else(|| "-".to_owned());
        if got != *expected {
            wrong.push(format!("{name}: {got}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), THINGS.len(), wrong.join("\n"));
}

/// Text, where a name in it begins, and the place it is there, if it is one: names that are words or people as well.
const IN_CONTEXT: &[(&str, &str, Option<&str>)] = &[
    ("Protesters marched in Reading on Monday.", "Reading", Some("reading")),
    ("Reading is taught at school.", "Reading", None),
    ("He works in the town of Reading today.", "Reading", Some("reading")),
    ("Hamilton said on Monday that he would resign.", "Hamilton", None),
    ("A bomb went off near Hamilton, Ontario, on Monday.", "Hamilton", Some("hamilton")),
    ("Nice weather is expected.", "Nice", None),
    ("A lorry drove into a crowd in Nice on Thursday.", "Nice", Some("nice")),
    ("Victoria told reporters that she was well.", "Victoria", None),
    ("Fires burned across Victoria on Monday.", "Victoria", Some("victoria")),
    ("Kennedy was shot on Friday.", "Kennedy", None),
    ("Supporters gathered at Clinton's party.", "Clinton", None),
    ("A storm hit Clinton, Iowa, on Monday.", "Clinton", Some("clinton-usa")),
    ("The talks with Obama went on.", "Obama", None),
    ("Troops entered Mosul on Monday.", "Mosul", Some("mosul")),
    ("Mosul fell on Tuesday.", "Mosul", Some("mosul")),
    ("Guerrillas attacked the state of Israel.", "Israel", Some("ISR")),
    ("A blast hit Tripoli, Lebanon, on Monday.", "Tripoli", Some("tripoli-lbn")),
    ("Split decisions are rare.", "Split", None),
    ("The ferry sailed from a pier in Split today.", "Split", Some("split")),
];

#[test]
fn doubtful_names_need_their_context() {
    let gazetteer = Gazetteer::built_in();
    let mut wrong = Vec::new();
    for (text, name, expected) in IN_CONTEXT {
        let read = Text::read(text, &[Span::of(0..text.len())]);
        let tokens = Tokens { text, tokens: &read.tokens };
        let at = tokens.tokens.iter().position(|t| tokens.text_of(t) == *name).unwrap();
        let senses = gazetteer.name_in(tokens, at).map_or_else(Vec::new, |f| f.senses.to_vec());
        let place = senses.iter().find_map(|sense| match sense {
            Sense::Place(id, _) => Some(gazetteer.place(*id).code.as_str()),
            Sense::Actor(..) => None,
        });
        if place != *expected {
            wrong.push(format!("{text}: {place:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn places_lie_in_others_and_apart_from_others() {
    let gazetteer = Gazetteer::built_in();
    let place = |code: &str| gazetteer.place_by_code(code).unwrap();
    let around = |code: &str| {
        let chain = gazetteer.around(place(code)).into_iter();
        chain.map(|id| gazetteer.place(id).code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(around("qamishli")[..2], ["hasakah-province", "SYR"]);
    assert_eq!(around("kafranbel")[..2], ["idlib-province", "SYR"]);
    assert_eq!(around("fallujah")[..2], ["anbar", "IRQ"]);
    let at = |code: &str| {
        let p = gazetteer.place(place(code));
        (p.lat, p.lon)
    };
    assert!((distance(at("damascus"), at("beirut")) - 86.0).abs() < 6.0);
}

#[test]
fn entries_tell_of_others() {
    let gazetteer = Gazetteer::built_in();
    let code = |id| gazetteer.actor(id).code.as_str();
    for (organisation, member, is) in [
        ("GCC", "QAT", true),
        ("NATO", "FIN", true),
        ("NATO", "AUT", false),
        ("AU", "NGA", true),
        ("EU", "GBR", false),
    ] {
        assert_eq!(
            gazetteer.members(organisation).any(|id| code(id) == member),
            is,
            "{member} in {organisation}"
        );
    }
    for (country, capital) in
        [("SYR", "damascus"), ("FRA", "paris"), ("UKR", "kyiv"), ("AUS", "canberra"), ("BRA", "brasilia")]
    {
        let found = gazetteer.capital(country).map(|id| gazetteer.place(id).code.as_str());
        assert_eq!(found, Some(capital), "{country}");
    }
    for (adjective, state) in [("Syrian", "SYR"), ("Dutch", "NLD"), ("Congolese", "COD"), ("Swiss", "CHE")] {
        assert_eq!(gazetteer.of_adjective(adjective).map(code), Some(state), "{adjective}");
    }
    for (state, day, then) in [
        ("RUS", "1988-01-01", "SUN"),
        ("SUN", "1988-01-01", "SUN"),
        ("SUN", "1995-01-01", "RUS"),
        ("CZE", "1991-01-01", "CSK"),
        ("DDR", "1991-01-01", "DEU"),
        ("FRA", "1991-01-01", "FRA"),
    ] {
        let found = gazetteer.state_on(state, day.parse().unwrap()).map(code);
        assert_eq!(found, Some(then), "{state} on {day}");
    }
}

/// What `build.rs` compiled is what the files say.
#[test]
fn the_compiled_table_is_that_of_the_files() {
    let gazetteer = Gazetteer::built_in();
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data");
    let mut folders = vec![data.join("places"), data.join("actors")];
    let (mut places, mut actors) = (0, 0);
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let (origin, text) = (path.display().to_string(), std::fs::read_to_string(&path).unwrap());
            if path.starts_with(data.join("places")) {
                for place in Gazetteer::parse_places(&origin, &text).unwrap() {
                    let id = gazetteer.place_by_code(&place.code).expect(&place.code);
                    assert_eq!(*gazetteer.place(id), place);
                    places += 1;
                }
            } else {
                for actor in Gazetteer::parse_actors(&origin, &text).unwrap() {
                    let found = gazetteer.actor(gazetteer.actor_by_code(&actor.code).expect(&actor.code));
                    // Offices add roles and spellings behind an entry's own.
                    assert!(
                        found.roles.starts_with(&actor.roles) && found.aliases.starts_with(&actor.aliases)
                    );
                    assert_eq!((&found.name, &found.members), (&actor.name, &actor.members));
                    actors += 1;
                }
            }
        }
    }
    assert!(places > 3000 && actors > 2000, "{places} places, {actors} actors");
}
