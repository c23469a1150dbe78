//! Who, whom and where: one line an event, as `trigger TYPE [actors > recipients] @ place (basis)`; behind a slash,
//! whom somebody acts for, and "(assumed)" behind those that nobody names.
//!
//! Every text is an article of its own, published on Wednesday 4 June 2025. A line lists what must be among the
//! mentions.

use dateline::event::{Basis, Mention, Participant};

use crate::support;

const TABLE: &[(&str, &[&str])] = &[
    (
        "An agreement reached on Monday between Greece and Turkey took effect. The treaty was signed with Poland on Friday.",
        &["agreement AGREE [Greece > Turkey]", "treaty AGREE [> Poland]"],
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
    ("Student protests shook Tehran on Monday.", &["protests PROTEST [students > Iran (assumed)] @ Tehran"]),
    (
        "Thousands of Kenyans gathered in Nairobi for a rally against corruption.",
        &["rally PROTEST [Kenyan protesters > Kenya (assumed)] @ Kenya (assumed)"],
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
    (
        "Parliament elected Joseph Aoun president on Thursday.",
        &["elected OFFICE [parliament > Joseph Aoun/Lebanon]"],
    ),
    (
        "Rebels of the Sudan Liberation Army took Nyala. Its commander, Vladimir Putin, praised the whole Islamic nation.",
        &["praised SUPPORT [Vladimir Putin/Russia >]"],
    ),
    (
        "Hayat Tahrir al-Sham entered Aleppo and seized most of it on Saturday.",
        &["seized ASSAULT [Hayat Tahrir al-Sham >] @ Syria (assumed)"],
    ),
    (
        "Macron met Merz in Berlin. Congress repealed the Caesar Act. The two presidents met in May.",
        &["met CONSULT [Friedrich Merz/Germany > Emmanuel Macron/France]"],
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
            "talks CONSULT [Friedrich Merz/Germany, Emmanuel Macron/France >] @ Berlin (carried)",
        ],
    ),
    (
        "Hezbollah vowed to destroy Israel.",
        &["vowed THREATEN [Hezbollah > Israel]", "destroy ASSAULT [Hezbollah > Israel] @ Israel (assumed)"],
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
        &["accused ACCUSE [Hans Keller/United Nations > Syria]", "torture ASSAULT [Syria >]"],
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
            "probe LEGAL [United Nations > Syria (assumed)]",
            "refused REJECT [Syria > United Nations (assumed)]",
            "cooperate COOPERATE [Syria > United Nations]",
            "probe LEGAL [United Nations > Syria (assumed)]",
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
    (
        "Residents of Aden staged a sit-in on Monday.",
        &["sit-in PROTEST [residents > Yemen (assumed)] @ Aden"],
    ),
    (
        "Armed men set fire to houses in Bukombo village (Rutshuru, North Kivu).",
        &["set COERCE [men >] @ Rutshuru"],
    ),
    ("Explosions shook Kharkiv on Monday.", &["Explosions ASSAULT [>] @ Kharkiv"]),
    (
        "Israeli warplanes bombed the runways of Beirut airport on Thursday.",
        &["bombed ASSAULT [Israel >] @ Beirut International Airport"],
    ),
    (
        "Two ministers died in the raid, which was led by Colonel Samir Haddad.",
        &["died ASSAULT [Samir Haddad > ministers]", "raid ASSAULT [Samir Haddad > ministers]"],
    ),
    (
        "The M23 was behind the bombing in Goma.",
        &["bombing ASSAULT [M23 > Democratic Republic of the Congo] @ Goma"],
    ),
    (
        "The attack on the barracks was the work of Al-Shabaab, Kenya said.",
        &["attack ASSAULT [al-Shabaab/al-Qaeda >]"],
    ),
    ("Eritrea was involved in the attack on Tigray.", &["attack ASSAULT [Eritrea > Ethiopia] @ Tigray"]),
    (
        "Ethiopia accused Eritrea of involvement in the raid on Badme.",
        &["accused ACCUSE [Ethiopia > Eritrea]", "raid ASSAULT [Eritrea > Badme]"],
    ),
    (
        "The mission was to protect Kosovo Albanians against attacks by Serbia.",
        &["attacks ASSAULT [Serbia > Kosovo Albanians] @ Kosovo (assumed)"],
    ),
    (
        "Egypt, together with Qatar, imposed a blockade on Bahrain.",
        &["imposed SANCTION [Egypt, Qatar > Bahrain] @ Bahrain"],
    ),
    (
        "The opposition made accusations that President William Ruto rigged the vote.",
        &[
            "accusations ACCUSE [opposition > William Ruto/Kenya]",
            "rigged ELECTION [William Ruto/Kenya >] @ Kenya (assumed)",
        ],
    ),
    (
        "The ruling drew calls for Israel to withdraw from Hebron.",
        &["calls REQUEST [> Israel]", "withdraw RETREAT [Israel > Palestine] @ Hebron"],
    ),
    (
        "Uganda condemned the refusal by Ethiopia to recognise Somaliland.",
        &[
            "condemned ACCUSE [Uganda > Ethiopia]",
            "refusal REJECT [Ethiopia >]",
            "recognise SUPPORT [Ethiopia > Somaliland]",
        ],
    ),
    (
        "Greece criticised Turkey's refusal to recognise Cyprus.",
        &[
            "criticised ACCUSE [Greece > Turkey]",
            "refusal REJECT [Turkey >]",
            "recognise SUPPORT [Turkey > Cyprus]",
        ],
    ),
    (
        "A treaty signed with Poland and Estonia was torn up by Belarus.",
        &["treaty AGREE [> Poland, Estonia]"],
    ),
    (
        "Jordan supported moves by Egypt and Qatar to stop Israel.",
        &["supported SUPPORT [Jordan > Egypt, Qatar]"],
    ),
    (
        "The accord was signed with Egypt, Qatar and Jordan in Doha.",
        &["accord AGREE [> Egypt, Qatar, Jordan] @ Doha"],
    ),
    (
        "Hundreds joined anti-Maduro protests in Caracas on Sunday.",
        &["protests PROTEST [> Nicolas Maduro/Venezuela] @ Caracas"],
    ),
    ("Merz won backing for anti-Russian sanctions.", &["sanctions SANCTION [> Russia]"]),
    (
        "Ethiopia threatened Eritrea and vowed to destroy it.",
        &[
            "threatened THREATEN [Ethiopia > Eritrea]",
            "vowed THREATEN [Ethiopia > Eritrea]",
            "destroy ASSAULT [Ethiopia > Eritrea] @ Eritrea (assumed)",
        ],
    ),
    (
        "India remained opposed to talks with Pakistan.",
        &["opposed REJECT [India > Pakistan]", "talks CONSULT [India > Pakistan]"],
    ),
    (
        "Italy, which for its part favours dialogue with Iran, sent an envoy.",
        &["dialogue CONSULT [Italy > Iran]"],
    ),
    (
        "Nawaf Salam, whose government has condemned Syria, met Emmanuel Macron.",
        &["condemned ACCUSE [Lebanon > Syria]", "met CONSULT [Nawaf Salam/Lebanon > Emmanuel Macron/France]"],
    ),
    (
        "The agreement was signed by Armenia and Azerbaijan on Friday.",
        &["agreement AGREE [Armenia, Azerbaijan >]"],
    ),
    (
        "Leaders of the rival Fatah and Hamas movements held talks in Cairo.",
        &["talks CONSULT [Fatah, Hamas >] @ Cairo"],
    ),
    (
        "Zelensky met the Vatican head of government, Secretary of State Pietro Parolin.",
        &["met CONSULT [Volodymyr Zelensky/Ukraine > Pietro Parolin/Vatican]"],
    ),
    (
        "The UN Security Council adopted a resolution on Monday, demanding Sudan free the hostages.",
        &[
            "adopted AGREE [United Nations Security Council/United Nations > Sudan]",
            "demanding REQUEST [United Nations Security Council/United Nations > Sudan]",
            "free CONCEDE [Sudan > hostages]",
        ],
    ),
    (
        "Macron has been a target of criticism by Poland.",
        &["criticism ACCUSE [Poland > Emmanuel Macron/France]"],
    ),
    (
        "Kenya was the scene of attacks by Al-Shabaab.",
        &["attacks ASSAULT [al-Shabaab/al-Qaeda > Kenya] @ Kenya (assumed)"],
    ),
    (
        "Lula met with Milei on Sunday to discuss the pact.",
        &[
            "met CONSULT [Luiz Inácio Lula da Silva/Brazil > Javier Milei/Argentina]",
            "discuss CONSULT [Luiz Inácio Lula da Silva/Brazil > Javier Milei/Argentina]",
        ],
    ),
    (
        "Iraq's flight to Jordan was a violation of the embargo.",
        &["flight OTHER [Iraq >] @ Jordan", "violation REJECT [Iraq >]"],
    ),
    (
        "Rafik Hariri's assassination shocked Lebanon. Israel's assassination of Hassan Nasrallah shocked Lebanon.",
        &[
            "assassination ASSAULT [> Rafik Hariri] @ Lebanon (assumed)",
            "assassination ASSAULT [Israel > Hassan Nasrallah]",
        ],
    ),
    (
        "The UN Security Council met on Friday. The 15-member council condemned Mali.",
        &[
            "met CONSULT [United Nations Security Council/United Nations >]",
            "condemned ACCUSE [United Nations Security Council/United Nations > Mali]",
        ],
    ),
    (
        "Macron and Merz met in Berlin. Poland rejected their plan.",
        &[
            "met CONSULT [Emmanuel Macron/France > Friedrich Merz/Germany] @ Berlin",
            "rejected REJECT [Poland > Emmanuel Macron/France, Friedrich Merz/Germany]",
        ],
    ),
    (
        "Mette Frederiksen met Emmanuel Macron. She condemned Russia.",
        &[
            "met CONSULT [Mette Frederiksen/Denmark > Emmanuel Macron/France]",
            "condemned ACCUSE [Mette Frederiksen/Denmark > Russia]",
        ],
    ),
    (
        "Veterans of the Iraq war met in London. Kuwait marked the anniversary of the Gulf War.",
        &["war ASSAULT [United States > Iraq] @ Iraq (assumed)", "met CONSULT [veterans >] @ London"],
    ),
    (
        "A bomb killed five people in Netanya on Monday. Egypt condemned the attack. Islamic Jihad claimed responsibility for the attack.",
        &[
            "killed ASSAULT [Palestinian Islamic Jihad > people] @ Netanya",
            "condemned ACCUSE [Egypt > Palestinian Islamic Jihad]",
            "attack ASSAULT [Palestinian Islamic Jihad > people] @ Netanya (carried)",
            "claimed STATEMENT [Palestinian Islamic Jihad >]",
            "attack ASSAULT [Palestinian Islamic Jihad > people] @ Netanya (carried)",
        ],
    ),
    (
        "The truce between Israel and Lebanon took effect in November. Russia broke a truce between Ukraine and Russia.",
        &["truce RETREAT [Israel > Lebanon] @ Lebanon (assumed)", "broke REJECT [Russia > Ukraine]"],
    ),
    (
        "The Security Council extended the mandate of the UN mission in Mali.",
        &["extended AGREE [United Nations Security Council/United Nations > Mali] @ Mali"],
    ),
    ("Britain threatened further action against Iran.", &["threatened THREATEN [United Kingdom > Iran]"]),
    (
        "A senior Hamas official said talks had stalled. Osama Haddad told reporters that Israel was to blame. Haddad accused Israel of lying.",
        &["accused ACCUSE [Osama Haddad/Hamas > Israel]"],
    ),
    (
        "The UN opened an inquiry into the murder in Lebanon. The inquiry questioned Syrian officers. The report accused Syria of the murder. Syria rejected the findings.",
        &[
            "inquiry LEGAL [United Nations > Syria (assumed)] @ Lebanon",
            "murder ASSAULT [> Lebanon] @ Lebanon",
            "inquiry LEGAL [United Nations > Syria (assumed)] @ Lebanon (carried)",
            "questioned LEGAL [United Nations > Syrian officers/Syria]",
            "accused ACCUSE [United Nations > Syria]",
            "murder ASSAULT [Syria > Lebanon] @ Lebanon (carried)",
            "rejected REJECT [Syria > United Nations]",
        ],
    ),
    (
        "Sierra Leone held elections. Sierra Leone endured a brutal civil war.",
        &[
            "elections ELECTION [Sierra Leone >] @ Sierra Leone (assumed)",
            "war ASSAULT [Sierra Leone (assumed) >] @ Sierra Leone (assumed)",
        ],
    ),
    (
        "The Philippines held elections in Manila. Captain Nicanor Santos faced charges in the Philippines.",
        &["elections ELECTION [Philippines >] @ Manila"],
    ),
    (
        "Ethiopia attacked Eritrea in May. Eritrea attacked Ethiopia in June. The truce has held since.",
        &[
            "attacked ASSAULT [Ethiopia > Eritrea] @ Eritrea (assumed)",
            "attacked ASSAULT [Eritrea > Ethiopia] @ Ethiopia (assumed)",
            "truce RETREAT [Eritrea (assumed) > Ethiopia (assumed)] @ Ethiopia (assumed)",
        ],
    ),
    (
        "Syria condemned the UN probe. Syria cooperated with the United Nations. The probe ended in March.",
        &[
            "condemned ACCUSE [Syria > United Nations]",
            "probe LEGAL [United Nations > Syria (assumed)]",
            "cooperated COOPERATE [Syria > United Nations]",
            "probe LEGAL [United Nations > Syria (assumed)]",
        ],
    ),
    (
        "Greece threatened Turkey. Turkey threatened Greece. Turkey rejected the principle.",
        &[
            "threatened THREATEN [Greece > Turkey]",
            "threatened THREATEN [Turkey > Greece]",
            "rejected REJECT [Turkey > Greece (assumed)]",
        ],
    ),
    (
        "Trump praised Putin. Poland criticised Trump. Trump rejected the idea.",
        &[
            "praised SUPPORT [Donald Trump/United States > Vladimir Putin/Russia]",
            "criticised ACCUSE [Poland > Donald Trump/United States]",
            "rejected REJECT [Donald Trump/United States >]",
        ],
    ),
    (
        "The Israeli army arrested 15 Palestinians in the West Bank overnight. The overnight arrests angered Egypt.",
        &["arrests COERCE [Israeli army/Israel > Palestinians] @ West Bank (carried)"],
    ),
    (
        "A bombing in Netanya killed five people. Egypt condemned the bombing. The Islamic Jihad claimed responsibility for the attack.",
        &[
            "killed ASSAULT [Palestinian Islamic Jihad > people] @ Netanya",
            "condemned ACCUSE [Egypt > Palestinian Islamic Jihad]",
            "attack ASSAULT [Palestinian Islamic Jihad > people] @ Netanya (carried)",
        ],
    ),
    (
        "Hamas spokesman Fawzi Haddad said on Tuesday that the movement's position on recognition of Israel remained unchanged.",
        &["recognition SUPPORT [Hamas > Israel]"],
    ),
    (
        "Hezbollah is sworn to Israel's destruction.",
        &["destruction ASSAULT [Hezbollah > Israel] @ Israel (assumed)"],
    ),
    (
        "A senior Palestinian official spoke in Gaza. Salim Haddad visited Cairo. He accused Egypt of negligence.",
        &["accused ACCUSE [Salim Haddad > Egypt]"],
    ),
    // Those counted among a number that is not named.
    (
        "Several countries, including Chad and Niger, condemned the coup.",
        &["condemned ACCUSE [Chad, Niger >]"],
    ),
    (
        "Observers from bodies including the African Union and the Arab League visited Sudan.",
        &["visited CONSULT [observers, African Union, Arab League > Sudan] @ Sudan"],
    ),
    // Whose a document is.
    (
        "The Security Council adopted a resolution on Sudan. The resolution extends the mission. It calls on Chad to close the border.",
        &[
            "extends AGREE [United Nations Security Council/United Nations >]",
            "calls REQUEST [United Nations Security Council/United Nations > Chad]",
        ],
    ),
    (
        "The African Union issued a statement on Monday. The statement condemned the Burkinabe army.",
        &["condemned ACCUSE [African Union > Burkinabe army/Burkina Faso]"],
    ),
    // Whoever has others do it.
    (
        "Saddam Hussein oversaw the killing of thousands of Kurds in Halabja.",
        &["killing ASSAULT [Saddam Hussein > Kurds] @ Halabja"],
    ),
    (
        "Captain Juan Reyes, facing charges for a mutiny against Daniel Noboa, escaped on Monday. A spokesman said his escape was planned.",
        &[
            "mutiny ASSAULT [Juan Reyes > Daniel Noboa/Ecuador] @ Ecuador (assumed)",
            "escape OTHER [Juan Reyes >]",
        ],
    ),
    ("Colonel Omar Diallo was arrested on charges of murder.", &["murder ASSAULT [Omar Diallo >]"]),
    // Nobody does such a thing to his own.
    (
        "Ruto, Museveni and Kagame proposed two names, but the rebels rejected their candidates.",
        &["rejected REJECT [rebels > William Ruto/Kenya, Yoweri Museveni/Uganda, Paul Kagame/Rwanda]"],
    ),
    (
        "Chad said on Sunday that pilgrims had left. US envoy John Baker said: \"We will not interfere with their journey.\"",
        &["interfere COERCE [John Baker/United States > Chad]"],
    ),
    // Peoples, sides and bodies.
    (
        "Germany held talks with Kosovo Albanian leaders.",
        &["talks CONSULT [Germany > Kosovo Albanians' leaders/Kosovo Albanians]"],
    ),
    ("The Israeli-Palestinian conflict went on.", &["conflict ASSAULT [Israel, Palestinians >]"]),
    ("An EU-Africa summit will be held in Lisbon.", &["summit CONSULT [European Union, Africa >] @ Lisbon"]),
    (
        "Russia's parliament met in Moscow. The Interior Ministry deployed 24,000 police in Russia.",
        &["deployed MOBILIZE [Russian Interior Ministry/Russia >] @ Russia"],
    ),
    (
        "Hamas and Fatah are holding talks on a prisoner swap. The two movements held a dialogue in May.",
        &["swap COOPERATE [Hamas, Fatah >]", "dialogue CONSULT [Fatah, Hamas >] @ Palestine (assumed)"],
    ),
    (
        "The agreement, hailed by Turkey as a step forward, can lead to talks between Egypt and Sudan.",
        &["hailed SUPPORT [Turkey > Egypt, Sudan]"],
    ),
    (
        "Macron announced on Monday that Defence Minister Sebastien Lecornu was stepping down.",
        &["announced STATEMENT [Emmanuel Macron/France > Sébastien Lecornu/France]"],
    ),
    // A trade's name behind a given one.
    ("General John Hunter was arrested.", &["arrested COERCE [> John Hunter]"]),
    (
        "US envoy John Baker met Vladimir Putin.",
        &["met CONSULT [John Baker/United States > Vladimir Putin/Russia]"],
    ),
    ("Justice Minister Mary Carpenter resigned.", &["resigned OFFICE [Mary Carpenter >]"]),
    ("Moscow's planes carried out a few airstrikes.", &["airstrikes ASSAULT [Russia >]"]),
    // Who is asked, and whose death is told.
    ("British police arrested Omar Haddad. Chile demanded his release.", &["demanded REQUEST [Chile >]"]),
    (
        "Muammar Gaddafi was killed in Sirte. Mahmoud Jibril confirmed his death.",
        &["death DEATH [> Muammar Gaddafi]"],
    ),
    (
        "The leaders of North and South Korea met in Pyongyang.",
        &["met CONSULT [North Korea > South Korea] @ Pyongyang"],
    ),
    (
        "Peruvian President Dina Boluarte spoke in Lima. Peru's Congress was divided. Congress dismissed a minister.",
        &["dismissed OFFICE [Peruvian Congress/Peru >]"],
    ),
    (
        "The presidents of Egypt and Turkey initialled an accord.",
        &["initialled AGREE [Abdel Fattah al-Sisi/Egypt, Recep Tayyip Erdogan/Turkey >]"],
    ),
    // Verbs in two pieces.
    ("Pakistan will carry out a nuclear test.", &["test MOBILIZE [Pakistan >]"]),
    (
        "Iran has for years rejected the offer of the United Nations.",
        &["rejected REJECT [Iran > United Nations]"],
    ),
    // Whoever acts and bears no name.
    (
        "An emergency committee removed the prime minister of Samoa on Monday.",
        &["removed OFFICE [emergency committee > Fiame Naomi Mata'afa/Samoa]"],
    ),
    (
        "World leaders condemned the attack on Goma.",
        &["condemned ACCUSE [World leaders > Democratic Republic of the Congo]"],
    ),
    (
        "A five-man junta seized power in Bissau on Monday.",
        &["seized OFFICE [junta > Guinea-Bissau] @ Bissau"],
    ),
    (
        "A transitional council appointed Samuel Diallo as prime minister.",
        &["appointed OFFICE [transitional council > Samuel Diallo]"],
    ),
    ("Several delegations walked out of the talks.", &["walked REJECT [delegations >]"]),
    ("The commission rejected the results.", &["rejected REJECT [commission >]"]),
    ("A new council would appoint a prime minister.", &["appoint OFFICE [>]"]),
    (
        "Opposition politicians were killed by members of the presidential guard in Bangui.",
        &["killed ASSAULT [presidential guard > politicians] @ Bangui"],
    ),
    // Hostages, and who leads whom.
    (
        "Gunmen held 40 tourists captive in Jolo. The gunmen took a nun hostage.",
        &["held ASSAULT [gunmen > tourists] @ Jolo", "took ASSAULT [gunmen > nun]"],
    ),
    ("Guerrillas took hundreds of guests hostage in Lima.", &["took ASSAULT [guerrillas > guests] @ Lima"]),
    (
        "Paratroopers led by two retired generals attacked the palace in Bamako.",
        &["attacked ASSAULT [paratroopers > Mali] @ Bamako"],
    ),
    // A body that bears the name of another state's.
    (
        "Brazil's Senate removed Dilma Rousseff from office.",
        &["removed OFFICE [Brazilian Senate/Brazil > Dilma Rousseff]"],
    ),
    ("The Nigerian Senate rejected the bill on Monday.", &["rejected REJECT [Nigerian Senate/Nigeria >]"]),
    // Who is blamed, and what is only talked about.
    ("India blamed Pakistan for the raid on an army base.", &["blamed ACCUSE [India > Pakistan]"]),
    (
        "John Kerry met Vladimir Putin in Moscow for talks on Syria.",
        &["met CONSULT [John Kerry > Vladimir Putin/Russia] @ Moscow"],
    ),
    // People away from home.
    (
        "Six Uruguayan peacekeepers were ambushed near Goma on Monday. Two Uruguayan peacekeepers were killed.",
        &["killed ASSAULT [> Uruguayan peacekeepers/Uruguay] @ Goma (assumed)"],
    ),
    (
        "Pirates seized a freighter off Somalia on Monday. Three Filipino sailors were shot.",
        &["shot ASSAULT [> Philippine sailors/Philippines] @ Somalia (assumed)"],
    ),
    (
        "A British diplomat was kidnapped in Montevideo. Two German tourists were abducted on Monday.",
        &["abducted ASSAULT [> German tourists/Germany] @ Montevideo (assumed)"],
    ),
    (
        "Iran's president was killed when his helicopter crashed near Baku in Azerbaijan.",
        &["killed ASSAULT [> Masoud Pezeshkian/Iran] @ Baku (assumed)"],
    ),
    ("Four gunmen hijacked an Italian liner.", &["hijacked ASSAULT [gunmen > Italy]"]),
    (
        "Ethiopian tanks crossed into Eritrea on Monday and soldiers seized the capital.",
        &["seized ASSAULT [soldiers > Eritrea] @ Eritrea (carried)"],
    ),
    (
        "A blast near the border with Mali killed two soldiers in Burkina Faso.",
        &["blast ASSAULT [> soldiers] @ Burkina Faso (carried)"],
    ),
    // Whoever storms an embassy does more than protest.
    (
        "Iranian students stormed the American embassy in Tehran and took 60 Americans hostage.",
        &["stormed ASSAULT [Iranian students/Iran > United States] @ Tehran"],
    ),
    ("Peru sent rescuers to Arequipa.", &["sent AID [Peru >] @ Arequipa"]),
];

fn line(m: &Mention) -> String {
    let one = |p: &Participant| {
        let cause = p.acts_for.as_ref().map(|cause| format!("/{cause}")).unwrap_or_default();
        let basis = if p.basis == Basis::Assumed { " (assumed)" } else { "" };
        format!("{}{cause}{basis}", p.name)
    };
    let list = |of: &[Participant]| of.iter().map(one).collect::<Vec<_>>().join(", ");
    let place = m.place.as_ref().map(|p| match p.basis {
        Basis::Stated => format!(" @ {}", p.name),
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
