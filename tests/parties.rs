//! Who, whom and where: one line an event, as `trigger TYPE [actors > recipients] @ place (basis)`; behind a slash,
//! whom somebody acts for.
//!
//! Every text is an article of its own, published on Wednesday 4 June 2025. A line lists what must be among the
//! mentions.

use dateline::event::{Mention, Participant, PlaceBasis};

use crate::support;

const TABLE: &[(&str, &[&str])] = &[
    (
        "An agreement reached on Monday between Greece and Turkey took effect. The treaty was signed with Poland on Friday.",
        &["agreement AGREE [Greece >]", "treaty AGREE [> Poland]"],
    ),
    ("The accord brokered by Qatar was struck with Chad in May.", &["accord AGREE [> Chad]"]),
    (
        "The decades-long Armenian-Azerbaijani conflict killed thousands of people.",
        &["conflict ASSAULT [Armenia, Azerbaijan > people]", "killed ASSAULT [Armenia, Azerbaijan > people]"],
    ),
    (
        "Qatar's sheltering of Ahmad Sallum and his wife, who fled to Doha after the coup, angered Egypt.",
        &["fled OTHER [Ahmad Sallum, Ahmad Sallum's wife/Ahmad Sallum >] @ Doha"],
    ),
    (
        "Syria mourned former Lebanese prime minister Rafik Hariri, who was killed in 2005.",
        &["killed ASSAULT [> Rafik Hariri]"],
    ),
    (
        "A rebel attack on Goma killed five soldiers.",
        &["attack ASSAULT [rebels > Democratic Republic of the Congo] @ Goma"],
    ),
    (
        "Burmese troops captured part of a Karen rebel stronghold on the Thai border.",
        &["captured ASSAULT [Burmese troops/Myanmar > rebels]"],
    ),
    (
        "Britain promised military aid to Mozambique.",
        &["promised AID [United Kingdom > Mozambique] @ Mozambique"],
    ),
    ("Student protests shook Tehran on Monday.", &["protests PROTEST [students >]"]),
    (
        "Thousands of Kenyans gathered in Nairobi for a rally against corruption.",
        &["rally PROTEST [Kenyan protesters > Kenya] @ Kenya (assumed)"],
    ),
    (
        "Doctors from two French charities delivered medicine to a hospital in Mosul.",
        &["delivered AID [doctors/French charities > Iraq] @ Mosul"],
    ),
    ("The Hungarians of Serbia demanded autonomy.", &["demanded REQUEST [Hungarians >]"]),
    (
        "Some 800,000 Iraqi Kurds sought refuge in Germany.",
        &["sought REQUEST [Iraqi Kurds > Germany] @ Germany"],
    ),
    (
        "The government of Sindh province ordered patrols by police.",
        &["ordered MOBILIZE [Sindh province government >]"],
    ),
    ("Rebels set fire to the offices of the Kurdish administration.", &["set COERCE [rebels > Kurds]"]),
    ("Egypt closed the Rafah crossing on Monday.", &["closed SANCTION [Egypt > Palestine]"]),
    ("The Karameh crossing was closed on Monday.", &["closed SANCTION [>]"]),
    (
        "The United States imposed sanctions on Iran, Libya, Sudan, and with exemptions, Cuba.",
        &["imposed SANCTION [United States > Iran, Libya, Sudan] @ Iran"],
    ),
    ("Kosovo demanded a truce with Serbian forces.", &["demanded REQUEST [Kosovo > Serbian forces/Serbia]"]),
    (
        "Lebanon complained to the United Nations on Monday over two Israeli raids.",
        &["complained ACCUSE [Lebanon > Israel]"],
    ),
    ("The United States sent special forces to abduct Maduro.", &["sent MOBILIZE [United States >]"]),
    ("US-Russia talks opened in Geneva on Monday.", &["talks CONSULT [United States, Russia >]"]),
    (
        "The Turkish-brokered talks between Ukraine and Russia collapsed on Friday.",
        &["talks CONSULT [Turkey > Ukraine, Russia]", "collapsed REJECT [Turkey >]"],
    ),
    (
        "Macron met Merz in Berlin on Monday. The two held talks on Ukraine.",
        &[
            "met CONSULT [Emmanuel Macron/France > Friedrich Merz/Germany] @ Berlin",
            "talks CONSULT [Friedrich Merz/Germany, Emmanuel Macron/France >] @ Ukraine",
        ],
    ),
    (
        "Hezbollah vowed to destroy Israel.",
        &["vowed STATEMENT [Hezbollah >]", "destroy ASSAULT [Hezbollah > Israel] @ Israel (assumed)"],
    ),
    (
        "The UN report accused Rwanda of arming rebels.",
        &["accused ACCUSE [United Nations > Rwanda]", "arming AID [Rwanda > rebels]"],
    ),
    (
        "A resolution by the Security Council condemned North Korea.",
        &["condemned ACCUSE [United Nations Security Council/United Nations > North Korea]"],
    ),
    (
        "Emmanuel Macron will \"visit Kyiv in July,\" an aide said.",
        &["visit CONSULT [Emmanuel Macron/France > Ukraine] @ Kyiv"],
    ),
    ("The Hamas spokesman, Fawzi Haddad, denied the report.", &["denied STATEMENT [Fawzi Haddad/Hamas >]"]),
    (
        "Hans Keller, the UN investigator, accused Syria of torture.",
        &["accused ACCUSE [Hans Keller/United Nations > Syria]", "torture ASSAULT [>]"],
    ),
    (
        "Omar Sabri is the leader of Hamas. Sabri rejected the plan.",
        &["rejected REJECT [Omar Sabri/Hamas >]"],
    ),
    ("Abdullah is the first Jordanian king to visit Tuvalu.", &["visit CONSULT [Jordan > Tuvalu] @ Tuvalu"]),
    (
        "Minister of Defence Omar Haddad met Vladimir Putin in Sochi.",
        &["met CONSULT [Omar Haddad > Vladimir Putin/Russia] @ Sochi"],
    ),
    ("Iranian warships left Syria on Monday.", &["left RETREAT [Iran > Syria] @ Syria"]),
    ("Gbagbo's government rejected the offer.", &["rejected REJECT [Ivory Coast >]"]),
    (
        "Erdogan reiterated his country's support for Qatar.",
        &["reiterated SUPPORT [Recep Tayyip Erdogan/Turkey > Qatar]"],
    ),
    (
        "Israeli settlers attacked Palestinian farmers near Nablus.",
        &["attacked ASSAULT [Israeli settlers > Palestinian farmers/Palestinians] @ Nablus"],
    ),
    (
        "Macron reiterated support for the Palestinian people.",
        &["reiterated SUPPORT [Emmanuel Macron/France > Palestinians]"],
    ),
    ("Iran faces new sanctions from the European Union.", &["sanctions SANCTION [> Iran]"]),
    (
        "Imran Khan survived a vote of no confidence in March.",
        &["vote ELECTION [> Imran Khan/Pakistan Tehreek-e-Insaf] @ Pakistan (assumed)"],
    ),
    (
        "Viktor Orban came under pressure from the European Union.",
        &["came OTHER [Viktor Orbán/Hungary >]", "pressure REQUEST [European Union > Viktor Orbán/Hungary]"],
    ),
    (
        "Fighting broke out in April, pitting the Sudanese army against the Rapid Support Forces.",
        &["Fighting ASSAULT [Sudanese army/Sudan > Rapid Support Forces] @ Sudan (assumed)"],
    ),
    (
        "The minister faces charges for a mutiny against Lula.",
        &["charges LEGAL [>]", "mutiny ASSAULT [> Luiz Inácio Lula da Silva/Brazil] @ Brazil (assumed)"],
    ),
    (
        "Lebanon complained to the United Nations over two Israeli air raids.",
        &["complained ACCUSE [Lebanon > Israel]", "raids ASSAULT [Israel >]"],
    ),
    (
        "Syria cooperated with the UN probe. Damascus later refused to cooperate with the probe.",
        &[
            "cooperated COOPERATE [Syria > United Nations]",
            "probe LEGAL [United Nations >]",
            "refused REJECT [Syria >]",
            "cooperate COOPERATE [Syria > United Nations]",
            "probe LEGAL [United Nations >]",
        ],
    ),
    (
        "Ghana condemned a bombing by Boko Haram.",
        &["condemned ACCUSE [Ghana > Boko Haram]", "bombing ASSAULT [Boko Haram >]"],
    ),
    (
        "North Korea fired a missile in defiance of the United States.",
        &["fired ASSAULT [North Korea >]", "defiance REJECT [North Korea > United States]"],
    ),
    (
        "Amnesty International demanded that Sudan end its raids.",
        &["demanded REQUEST [Amnesty International > Sudan]", "raids ASSAULT [Sudan >]"],
    ),
    (
        "Serbian forces left Bosnia in 1995.",
        &["left RETREAT [Serbian forces/Serbia > Bosnia and Herzegovina] @ Bosnia and Herzegovina"],
    ),
    (
        "Macron met Putin to discuss Ukraine.",
        &[
            "met CONSULT [Emmanuel Macron/France > Vladimir Putin/Russia]",
            "discuss CONSULT [Emmanuel Macron/France > Vladimir Putin/Russia]",
        ],
    ),
    (
        "Macron flew to Cairo on Monday. He then met al-Sisi.",
        &[
            "flew CONSULT [Emmanuel Macron/France > Egypt] @ Cairo",
            "met CONSULT [Emmanuel Macron/France > Abdel Fattah al-Sisi/Egypt] @ Cairo (carried)",
        ],
    ),
    (
        "The dissident was freed by Belarus. Lukashenko met UN investigators. Belarus jailed ten activists. Belarusian police arrested Smith in Minsk.",
        &[
            "freed CONCEDE [Belarus > dissident]",
            "met CONSULT [Alexander Lukashenko/Belarus > United Nations] @ Belarus (assumed)",
            "jailed COERCE [Belarus > activists] @ Belarus (assumed)",
            "arrested COERCE [Belarusian police/Belarus > Smith] @ Minsk",
        ],
    ),
    ("Germany drew condemnation from Egypt.", &["condemnation ACCUSE [Egypt > Germany]"]),
    (
        "P.W. Botha ruled until 1989. P.W. Botha's regime killed ten activists in 1985.",
        &["killed ASSAULT [South Africa > activists]"],
    ),
    (
        "The opposition accused Lukashenko of fraud in Belarus. Belarus held an election in Minsk.",
        &[
            "accused ACCUSE [Belarusian opposition/Belarus > Alexander Lukashenko/Belarus] @ Belarus",
            "election ELECTION [Belarus >] @ Minsk",
        ],
    ),
    (
        "Rebels captured Goma on Monday. Goma fell to the rebels, who killed ten soldiers.",
        &[
            "captured ASSAULT [rebels > Democratic Republic of the Congo] @ Goma",
            "fell ASSAULT [rebels > Democratic Republic of the Congo] @ Goma",
            "killed ASSAULT [rebels > soldiers] @ Democratic Republic of the Congo (assumed)",
        ],
    ),
    ("The summit of the African Union was held in Accra.", &["summit CONSULT [African Union >] @ Accra"]),
    ("Israel withdrew from Gaza in 2005.", &["withdrew RETREAT [Israel > Palestine] @ Gaza Strip"]),
    (
        "Gunmen in Simferopol shot a Ukrainian officer on Tuesday.",
        &["shot ASSAULT [gunmen > Ukrainian officer/Ukraine] @ Simferopol"],
    ),
    ("Residents of Aden staged a sit-in on Monday.", &["sit-in PROTEST [residents > Yemen] @ Aden"]),
    (
        "Armed men set fire to houses in Bukombo village (Rutshuru, North Kivu).",
        &["set COERCE [men >] @ Rutshuru"],
    ),
    ("Explosions shook Kharkiv on Monday.", &["Explosions ASSAULT [>] @ Kharkiv"]),
    (
        "Israeli warplanes bombed the runways of Beirut airport on Thursday.",
        &["bombed ASSAULT [Israel >] @ Beirut International Airport"],
    ),
];

fn line(m: &Mention) -> String {
    let one = |p: &Participant| match &p.acts_for {
        Some(cause) => format!("{}/{cause}", p.name),
        None => p.name.clone(),
    };
    let list = |of: &[Participant]| of.iter().map(one).collect::<Vec<_>>().join(", ");
    let place = m.place.as_ref().map(|p| match p.basis {
        PlaceBasis::Stated => format!(" @ {}", p.name),
        basis => format!(" @ {} ({})", p.name, basis.name()),
    });
    let parties = format!("{} > {}", list(&m.actors), list(&m.recipients));
    format!("{} {} [{}]{}", m.trigger.text, m.event.name(), parties.trim(), place.unwrap_or_default())
}

#[test]
fn parties_and_places_are_read() {
    let mut wrong = Vec::new();
    for (text, expected) in TABLE {
        let found: Vec<String> = support::mentions(text, "2025-06-04").iter().map(line).collect();
        for want in expected.iter().filter(|want| !found.iter().any(|f| f == *want)) {
            wrong.push(format!("{text}\n  wanted {want}\n  found  {}", found.join("\n         ")));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
