//! How clauses are read: one line a construction, as `trigger TYPE status [actors > recipients] when basis; claimant`.
//!
//! Every sentence is an article of its own, published on Wednesday 4 June 2025. A line lists what must be among the
//! mentions; `no TYPE` says that no mention of that type may be.

use dateline::event::{Mention, Participant};
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;

use crate::support;

const TABLE: &[(&str, &[&str])] = &[
    // Voice
    ("Russia shelled Kharkiv on Monday.", &["shelled ASSAULT occurred [Russia > Ukraine] 2025-06-02 stated"]),
    (
        "Aleppo was shelled by Russia on Monday.",
        &["shelled ASSAULT occurred [Russia > Syria] 2025-06-02 stated"],
    ),
    (
        "The rebels backed by Turkey seized Aleppo on Sunday.",
        &["seized ASSAULT occurred [rebels > Syria] 2025-06-01 stated"],
    ),
    // What is told between commas has a date of its own
    (
        "General Diallo, who led the coup, in March 1994, was arrested on Sunday.",
        &[
            "coup OFFICE occurred [Diallo >] 1994-03 stated",
            "arrested COERCE occurred [> Diallo] 2025-06-01 stated",
        ],
    ),
    (
        "The rebels, who signed the accord, in May, attacked a barracks on Monday.",
        &[
            "accord AGREE occurred [rebels >] 2025-05 stated",
            "attacked ASSAULT occurred [rebels >] 2025-06-02 stated",
        ],
    ),
    // What begins, and what is one under two words
    (
        "Negotiations got under way in Geneva on Tuesday.",
        &["Negotiations CONSULT occurred 2025-06-03 stated"],
    ),
    ("A truce came into force on Monday.", &["truce RETREAT occurred 2025-06-02 stated"]),
    ("Voters went to the polls on Sunday.", &["went ELECTION occurred [voters >] 2025-06-01 stated"]),
    // Coordination
    (
        "Vladimir Putin met Emmanuel Macron on Monday and signed a treaty.",
        &[
            "met CONSULT occurred [Vladimir Putin > Emmanuel Macron] 2025-06-02 stated",
            "treaty AGREE occurred [Vladimir Putin >] 2025-06-02 carried",
        ],
    ),
    (
        "France, Germany and Poland condemned Russia on Tuesday.",
        &["condemned ACCUSE occurred [France, Germany, Poland > Russia] 2025-06-03 stated"],
    ),
    (
        "Rebels captured Homs on Sunday and Iran evacuated its embassy.",
        &["captured ASSAULT occurred [rebels > Syria] 2025-06-01 stated"],
    ),
    // Who acts in an infinitive
    (
        "Japan summoned the Chinese ambassador to complain about the incursion.",
        &["complain ACCUSE planned [Japan > China]"],
    ),
    ("Kenya summoned the envoy to explain himself.", &["summoned ACCUSE occurred [Kenya >]"]),
    (
        "Jordan opened the King Hussein Bridge to allow the delivery of flour to Gaza.",
        &["allow RETREAT planned [Jordan > Palestine]"],
    ),
    (
        "Farmers protested against Sweden's decision to cut subsidies.",
        &["protested ACCUSE occurred [farmers > Sweden]", "cut SANCTION planned [Sweden >]"],
    ),
    (
        "The decision of the European Union to lift the sanctions was welcomed.",
        &["lift CONCEDE planned [European Union >]"],
    ),
    (
        "Hamas gave Israel two weeks to release the prisoners.",
        &["release CONCEDE planned [Israel > prisoners]"],
    ),
    (
        "Norway is willing to send tanks to help defend Finland.",
        &["willing AGREE occurred [Norway > Finland]"],
    ),
    ("Serbia refused to let NATO trucks pass.", &["refused REJECT occurred [Serbia > NATO]"]),
    (
        "Amnesty International demanded that the Chadian government stop harassing journalists.",
        &["demanded REQUEST occurred [Amnesty International > Chad]"],
    ),
    (
        "The Red Cross said American and British forces must leave.",
        &[
            "said REQUEST occurred [International Committee of the Red Cross > American forces, British forces]",
        ],
    ),
    (
        "Rwanda demanded the removal of Joseph Kabila at a round of talks aimed at ending the war.",
        &["demanded REQUEST occurred [Rwanda > Joseph Kabila]"],
    ),
    // Particles, and what is told along with it
    ("Rebels blew up two power lines leading into Bogota.", &["blew COERCE occurred [rebels > Colombia]"]),
    (
        "Iran turned down an offer from Germany on Monday.",
        &["turned REJECT occurred [Iran > Germany] 2025-06-02 stated"],
    ),
    (
        "Emmanuel Macron called off a visit to Haiti on Monday.",
        &["called REJECT occurred [Emmanuel Macron > Haiti] 2025-06-02 stated", "no CONSULT"],
    ),
    ("Farmers blocked roads in Lyon demanding subsidies.", &["demanding REQUEST occurred [farmers >]"]),
    (
        "Egyptian police opened fire to disperse demonstrators, killing two.",
        &[
            "opened ASSAULT occurred [Egyptian police > demonstrators]",
            "killing ASSAULT occurred [Egyptian police > demonstrators]",
        ],
    ),
    (
        "Turkish forces were engaged in operations against Kurdish rebels.",
        &["operations MOBILIZE ongoing [Turkish forces > Kurdish rebels]"],
    ),
    // Whoever speaks goes on speaking
    (
        "Turkey announced on Monday that Syria had shot down a jet, accusing Damascus of aggression.",
        &["accusing ACCUSE occurred [Turkey > Syria]"],
    ),
    (
        "Sergei Lavrov told reporters that Iran had rejected the offer, warning that sanctions would follow.",
        &["warning STATEMENT occurred [Sergei Lavrov >]"],
    ),
    (
        "Officials said Israeli jets bombed the camp, destroying three houses.",
        &["destroying ASSAULT occurred [Israel >]"],
    ),
    (
        "Chrysler filed for bankruptcy on Monday, however a deal with Fiat went through.",
        &["deal AGREE occurred [> Fiat] 2025-06-02 carried"],
    ),
    // Relative, participial and adverbial clauses
    (
        "Nicolas Maduro, who met Vladimir Putin in May, resigned on Monday.",
        &[
            "met CONSULT occurred [Nicolas Maduro > Vladimir Putin] 2025-05 stated",
            "resigned OFFICE occurred [Nicolas Maduro >] 2025-06-02 stated",
        ],
    ),
    (
        "Bashar al-Assad fled after rebels captured Damascus on 8 December 2024.",
        &[
            "captured ASSAULT occurred [rebels > Syria] 2024-12-08 stated",
            "fled OTHER occurred [Bashar al-Assad >] 2024-12-08/2025-06-04 carried",
        ],
    ),
    (
        "The crisis deepened last month, when Israel bombed Damascus.",
        &["bombed ASSAULT occurred [Israel > Syria] 2025-05 stated"],
    ),
    (
        "Russia sent troops to seize Kherson on Monday.",
        &["sent MOBILIZE occurred [Russia >] 2025-06-02 carried"],
    ),
    // Plans, wishes, possibilities
    (
        "Putin will visit Beijing on Friday.",
        &["visit CONSULT planned [Vladimir Putin > China] 2025-06-06 stated"],
    ),
    (
        "Putin is to visit Beijing on Friday.",
        &["visit CONSULT planned [Vladimir Putin > China] 2025-06-06 stated"],
    ),
    (
        "Turkey has recalled its ambassador to Syria.",
        &["recalled SANCTION occurred [Turkey > Syria] 2025-06-04 assumed"],
    ),
    ("The army had attacked the town before.", &["attacked ASSAULT occurred [army >] ../2025-06-04 assumed"]),
    (
        "Iraq released the prisoners after the Gulf War.",
        &["released CONCEDE occurred [Iraq > prisoners] 1991-02-28/2025-06-04 carried"],
    ),
    (
        "On Monday rebels attacked Juba one day after they signed a truce.",
        &[
            "attacked ASSAULT occurred [rebels > South Sudan] 2025-06-02 stated",
            "truce RETREAT occurred [rebels >] 2025-06-01 carried",
        ],
    ),
    (
        "Mali announced on Monday that it was withdrawing its troops from Kidal.",
        &[
            "announced STATEMENT occurred [Mali >] 2025-06-02 stated",
            "withdrawing RETREAT occurred [Mali >] 2025-06-02 carried; Mali",
        ],
    ),
    (
        "Pinochet was president from 1974 to 1990, and oversaw the murder of activists.",
        &["murder ASSAULT occurred [Augusto Pinochet > activists] 1974/1990 carried"],
    ),
    (
        "Speaking in Berlin on Monday, Merkel accused Russia of torture.",
        &["accused ACCUSE occurred [Angela Merkel > Russia] 2025-06-02 stated"],
    ),
    (
        "The crash, which happened on Monday, killed five people.",
        &[
            "crash DISASTER occurred [> people] 2025-06-02 stated",
            "killed DEATH occurred [> people] 2025-06-02 carried",
        ],
    ),
    (
        "The union condemned the overnight arrests.",
        &[
            "condemned ACCUSE occurred [union >] ../2025-06-04 assumed",
            "arrests COERCE occurred 2025-06-03/2025-06-04 stated",
        ],
    ),
    (
        "Five people died in the accident, the police said.",
        &["died DEATH occurred [> people] 2025-06-04 assumed; police"],
    ),
    (
        "Egypt held the 1994 talks, in which Israel signed a treaty.",
        &["treaty AGREE occurred [Israel >] 1994 carried"],
    ),
    (
        "Chad endured a decade-long war which was brought to an end in 2002 with the help of Mali.",
        &[
            "war ASSAULT occurred [> Chad] 1992-01-01/2002-12-31 stated",
            "brought RETREAT occurred 2002 stated",
            "help AID occurred [Mali >] 2002 carried",
        ],
    ),
    (
        "Turkey held elections in July 2024. The 2024 elections were fair.",
        &[
            "elections ELECTION occurred [Turkey >] 2024-07 stated",
            "elections ELECTION occurred [Turkey >] 2024-07 carried",
        ],
    ),
    (
        "Chechens voted on Sunday to elect a parliament.",
        &[
            "voted ELECTION occurred [Chechnya >] 2025-06-01 stated",
            "elect OFFICE occurred [Chechnya > parliament] 2025-06-01 carried",
        ],
    ),
    (
        "Putin cheated to win the May 2004 election.",
        &["win ELECTION planned [Vladimir Putin >] 2004-05 stated"],
    ),
    (
        "Abbas met Olmert in talks, on the sidelines of a summit held at the weekend.",
        &[
            "met CONSULT occurred [Mahmoud Abbas > Ehud Olmert] 2025-05-31/2025-06-01 carried",
            "talks CONSULT occurred [Mahmoud Abbas >] 2025-05-31/2025-06-01 carried",
            "summit CONSULT occurred 2025-05-31/2025-06-01 stated",
        ],
    ),
    (
        "Iran protested. Mali protested. Chad protested. Syria has denied the charges and dismissed the report.",
        &["dismissed REJECT occurred [Syria >] ../2025-06-04 assumed"],
    ),
    (
        "Iran attacked Israel two weeks ago.",
        &["attacked ASSAULT occurred [Iran > Israel] 2025-05-18/2025-05-24 stated"],
    ),
    (
        "Boeing reported losing a billion in May.",
        &[
            "reported OTHER occurred [Boeing >] 2025-06-04 assumed",
            "losing OTHER occurred [Boeing >] 2025-05 stated",
        ],
    ),
    (
        "Boeing has posted a profit for the last year.",
        &["posted OTHER occurred [Boeing >] 2025-06-04 assumed"],
    ),
    ("Boeing posted its first loss since 1992.", &["posted OTHER occurred [Boeing >] 2025-06-04 assumed"]),
    (
        "Toyota reported a drop from a year earlier.",
        &["reported OTHER occurred [Toyota >] 2025-06-04 assumed"],
    ),
    ("The first flight of the jet was in 1994.", &["flight OTHER occurred [jet >] 1994 stated"]),
    (
        "As troops withdrew from the town, rebels seized the bridge.",
        &[
            "withdrew RETREAT occurred [troops >] 2025-06-04 assumed",
            "seized ASSAULT occurred [rebels >] 2025-06-04 assumed",
        ],
    ),
    (
        "At the peak of the war which ended in 2002, the United Nations deployed troops in Mali.",
        &[
            "war ASSAULT occurred ../2002-12-31 stated",
            "deployed MOBILIZE occurred [United Nations > Mali] ../2025-06-04 assumed",
        ],
    ),
    (
        "Turkey will cut aid after a coup last year.",
        &["cut SANCTION planned [Turkey >] 2025-06-04/.. carried", "coup OFFICE occurred 2024 stated"],
    ),
    (
        "Botha was president from 1978 to 1989, and oversaw the murder and torture of activists.",
        &[
            "murder ASSAULT occurred [Botha >] 1978/1989 carried",
            "torture ASSAULT occurred [Botha > activists] 1978/1989 carried",
        ],
    ),
    (
        "Botha was president from 1978 to 1989, and oversaw the torture of activists, army crackdowns and raids.",
        &[
            "crackdowns COERCE occurred [army >] 1978/1989 carried",
            "raids ASSAULT occurred 1978/1989 carried",
        ],
    ),
    (
        "Lavrov was to meet Putin.",
        &["meet CONSULT planned [Sergei Lavrov > Vladimir Putin] 2025-06-04 assumed"],
    ),
    (
        "Israel agreed to withdraw its troops from Lebanon.",
        &[
            "agreed AGREE occurred [Israel > Lebanon] 2025-06-04 assumed",
            "withdraw RETREAT planned [Israel > Lebanon] 2025-06-04/.. assumed",
        ],
    ),
    (
        "The United States urged Israel to withdraw its troops.",
        &["urged REQUEST occurred [United States > Israel]", "withdraw RETREAT hypothetical [Israel >]"],
    ),
    ("Iran may attack Israel.", &["attack ASSAULT hypothetical [Iran > Israel]"]),
    ("If Iran attacks Israel, the truce is over.", &["attacks ASSAULT hypothetical [Iran > Israel]"]),
    ("Egypt called for the withdrawal of Israel from Gaza.", &["withdrawal RETREAT hypothetical"]),
    // Negation
    ("Turkey did not attack Syria.", &["attack ASSAULT negated [Turkey > Syria]"]),
    ("Israel refused to withdraw its troops.", &["withdraw RETREAT negated [Israel >]"]),
    ("No talks were held in Geneva.", &["talks CONSULT negated"]),
    ("Iran denied that it had attacked Israel.", &["attacked ASSAULT negated [Iran > Israel]"]),
    // Who says so
    (
        "Ukraine said on Tuesday that Russia had bombed Odesa last week.",
        &["bombed ASSAULT occurred [Russia > Ukraine] 2025-05-26/2025-06-01 stated; Ukraine"],
    ),
    (
        "Russia bombed Odesa last week, Ukraine said.",
        &["bombed ASSAULT occurred [Russia > Ukraine] 2025-05-26/2025-06-01 stated; Ukraine"],
    ),
    (
        "Russia reportedly bombed Odesa on Monday.",
        &["bombed ASSAULT occurred [Russia > Ukraine] 2025-06-02 stated; unnamed"],
    ),
    // Events that are nouns
    (
        "Putin held talks with Xi Jinping in Beijing on Monday.",
        &["talks CONSULT occurred [Vladimir Putin > Xi Jinping] 2025-06-02 stated"],
    ),
    ("The offensive began on Monday.", &["offensive ASSAULT occurred 2025-06-02 stated"]),
    (
        "The toppling of Bashar al-Assad in 2024 weakened Iran.",
        &["toppling OFFICE occurred [> Bashar al-Assad] 2024 stated"],
    ),
    (
        "Putin's visit to Beijing in May was short.",
        &["visit CONSULT occurred [Vladimir Putin > China] 2025-05 stated"],
    ),
    (
        "Talks between Israel and Syria took place in Paris on Monday.",
        &["Talks CONSULT occurred [Israel > Syria] 2025-06-02 stated"],
    ),
    ("An agreement reached on Tuesday ended the strike.", &["agreement AGREE occurred 2025-06-03 stated"]),
    // Whose date it is
    ("Iran on Monday condemned Israel.", &["condemned ACCUSE occurred [Iran > Israel] 2025-06-02 stated"]),
    (
        "Earlier this week, Iran condemned Israel.",
        &["condemned ACCUSE occurred [Iran > Israel] 2025-06-02/2025-06-04 stated"],
    ),
    (
        "Crowds marked the anniversary of the fall of Bashar al-Assad on Monday.",
        &["fall OFFICE occurred [> Bashar al-Assad] 2024-12-08 carried"],
    ),
    (
        "Donald Trump met Ahmed al-Sharaa on Monday. He praised him.",
        &["praised SUPPORT occurred [Donald Trump > Ahmed al-Sharaa] 2025-06-02 carried"],
    ),
    (
        "In a speech on 30 May, Putin described the attacks of today as a crime. He accused Ukraine of terrorism.",
        &[
            "described ACCUSE occurred [Vladimir Putin >] 2025-05-30 stated",
            "accused ACCUSE occurred [Vladimir Putin > Ukraine] 2025-05-30 carried",
        ],
    ),
    (
        "When Israel refused on Sunday to free the prisoners, Hamas attacked a convoy.",
        &["attacked ASSAULT occurred [Hamas > convoy] 2025-06-01 carried"],
    ),
    (
        "Five people were killed after a bus, believed to be overloaded, crashed near Lagos on Monday.",
        &["killed ASSAULT occurred [> people] 2025-06-02 carried"],
    ),
    (
        "The court opened an investigation into the murder of Hariri in February 2005.",
        &[
            "investigation LEGAL ongoing [court >] ../2025-06-04 assumed",
            "murder ASSAULT occurred [> Hariri] 2005-02 stated",
        ],
    ),
    (
        "The UN imposed sanctions over the invasion of Kuwait in August 1990.",
        &["imposed SANCTION occurred [United Nations >] ../2025-06-04 assumed"],
    ),
    ("Chrysler filed for bankruptcy in April 2009.", &["filed OTHER occurred [Chrysler >] 2009-04 stated"]),
    ("Talks on a truce in Cairo on Monday failed.", &["Talks CONSULT occurred 2025-06-02 stated"]),
    (
        "Mehlis will present a report on the investigation on 15 December.",
        &[
            "present STATEMENT planned [Detlev Mehlis >] 2025-12-15 stated",
            "investigation LEGAL ongoing ../2025-06-04 assumed",
        ],
    ),
    (
        "Israel has arrested 500 Palestinians since October 2023.",
        &["arrested COERCE occurred [Israel > Palestinians] 2023-10-01/2025-06-04 stated"],
    ),
    (
        "Cuba has demanded an end to the embargo since 1967.",
        &["demanded REQUEST ongoing [Cuba >] 1967/.. stated"],
    ),
    (
        "Israeli forces are besieging Gaza City.",
        &["besieging ASSAULT ongoing [Israeli forces > Palestine] ../2025-06-04 assumed"],
    ),
    ("There will be no talks with Hamas.", &["talks CONSULT negated [> Hamas] 2025-06-04/.. assumed"]),
    (
        "There cannot be any recognition of Kosovo.",
        &["recognition SUPPORT negated [> Kosovo] 2025-06-04/.. assumed"],
    ),
    ("We are not going to withdraw from Iraq.", &["withdraw RETREAT negated [> Iraq] 2025-06-04/.. assumed"]),
    (
        "On Monday Merkel said that she refused to send troops.",
        &["refused REJECT occurred [Angela Merkel >] 2025-06-02 carried; Angela Merkel"],
    ),
    (
        "Erdogan said on Monday that Russia bombed Idlib.",
        &["bombed ASSAULT occurred [Russia > Syria] ../2025-06-04 assumed; Recep Tayyip Erdogan"],
    ),
    (
        "The rebels signed a truce on 20 May. Shells have been fired since.",
        &["fired ASSAULT occurred 2025-05-20/2025-06-04 carried"],
    ),
    (
        "The rebels signed a truce on 25 May. The overnight attacks broke it.",
        &["attacks ASSAULT occurred 2025-06-03/2025-06-04 stated"],
    ),
    (
        "Police condemned the murder of Boris Nemtsov. Nemtsov was killed on 27 February 2015.",
        &["murder ASSAULT occurred [> Boris Nemtsov] 2015-02-27 carried"],
    ),
    (
        "Under the terms of the truce, the army withdrew from Homs.",
        &["withdrew RETREAT occurred [army > Syria] ../2025-06-04 assumed"],
    ),
    (
        "Boeing has won an order. Boeing announced the order on Tuesday.",
        &["won AGREE occurred [Boeing >] 2025-06-03 assumed"],
    ),
    (
        "Russia has bombed Odesa. On Tuesday, Russia said it would not talk.",
        &["bombed ASSAULT occurred [Russia > Ukraine] 2025-06-04 assumed"],
    ),
    (
        "Rice on Monday condemned a bombing in which five people were killed.",
        &[
            "bombing ASSAULT occurred [> people] 2025-06-02 carried",
            "killed ASSAULT occurred [> people] 2025-06-02 carried",
        ],
    ),
    (
        "Chechens voted on Sunday. Alkhanov pronounced the poll valid four hours into voting.",
        &["voting ELECTION occurred 2025-06-01 carried"],
    ),
    (
        "The UN urged Chad to ensure that the 2026 elections are fair. The elections are to be held in July 2026.",
        &["elections ELECTION planned 2026-07 carried", "elections ELECTION planned 2026-07 stated"],
    ),
    ("France imposed the embargo since 1992.", &["imposed SANCTION occurred [France >] 1992 stated"]),
    (
        "Ryanair has been attempting to seize Aer Lingus since December.",
        &["attempting OTHER ongoing [Ryanair >] 2024-12/.. stated"],
    ),
    (
        "Syria has appointed a president. The decision was announced on Tuesday.",
        &["appointed OFFICE occurred [Syria >] 2025-06-03 assumed"],
    ),
    (
        "Poland condemned London based BP on Monday.",
        &["condemned ACCUSE occurred [Poland > BP] 2025-06-02 stated"],
    ),
    (
        "Hamas rejected the plan on Monday in a speech.",
        &["speech STATEMENT occurred [Hamas >] 2025-06-02 carried"],
    ),
    (
        "Lady Ashton has visited Iran.",
        &["visited CONSULT occurred [Catherine Ashton > Iran] 2025-06-04 assumed"],
    ),
    (
        "Turkey is to be allowed to bid once more, the United States has announced.",
        &["announced STATEMENT occurred [United States >] 2025-06-04 assumed"],
    ),
    // Followed back
    (
        "Ahmed al-Sharaa visited Moscow in May. His forces had toppled Bashar al-Assad in December 2024.",
        &["toppled OFFICE occurred [Ahmed al-Sharaa's forces > Bashar al-Assad] 2024-12 stated"],
    ),
    (
        "Israel said it had bombed Damascus on Monday.",
        &["bombed ASSAULT occurred [Israel > Syria] 2025-06-02 stated; Israel"],
    ),
    (
        "Thousands of Nigerians protested in Lagos on Monday.",
        &["protested PROTEST occurred [Nigerian protesters > Nigeria] 2025-06-02 stated"],
    ),
    // Headlines
    ("Rebels capture Aleppo", &["capture ASSAULT occurred [rebels > Syria]"]),
    // Not news of this kind
    ("The striker fired the ball over the bar.", &["no ASSAULT", "no OFFICE"]),
    ("She struck a conciliatory tone.", &["no ASSAULT"]),
    ("Shares fell sharply in May.", &["no OFFICE", "no ASSAULT"]),
    // Ellipsis, and what is said of a subject
    (
        "Three herders killed, two policemen wounded.",
        &[
            "killed ASSAULT occurred [> herders] 2025-06-04 assumed",
            "wounded ASSAULT occurred [> policemen] 2025-06-04 assumed",
        ],
    ),
    ("Two soldiers killed in ambush near Gao", &["killed ASSAULT occurred [> soldiers] 2025-06-04 assumed"]),
    (
        "At least eight soldiers were reported killed in Borno.",
        &["killed ASSAULT occurred [> soldiers] ../2025-06-04 assumed; unnamed"],
    ),
    (
        "Hamas claims to have seized the crossing.",
        &["seized ASSAULT occurred [Hamas >] ../2025-06-04 assumed; Hamas"],
    ),
    (
        "No one was injured in the explosion in Oslo.",
        &["injured ASSAULT negated [> Norway] ../2025-06-04 assumed"],
    ),
    ("Neither side signed the treaty.", &["no AGREE occurred"]),
    // Whose verb it is
    (
        "Hasina resigned as thousands of protesters stormed her residence on Monday.",
        &[
            "resigned OFFICE occurred [> Sheikh Hasina] 2025-06-02 carried",
            "stormed ASSAULT occurred [protesters > Sheikh Hasina] 2025-06-02 stated",
        ],
    ),
    (
        "Suspected Boko Haram militants ambushed a convoy in Borno on Monday.",
        &["ambushed ASSAULT occurred [Boko Haram's militants > convoy] 2025-06-02 stated"],
    ),
    (
        "Lawmakers loyal to Maduro elected Luis Parra on Sunday.",
        &["elected OFFICE occurred [lawmakers > Luis Parra] 2025-06-01 stated"],
    ),
    (
        "Forces loyal to co-premier Hun Sen attacked Siem Reap on Sunday.",
        &["attacked ASSAULT occurred [forces > Cambodia] 2025-06-01 stated"],
    ),
    (
        "Taiwan tracked 22 Chinese aircraft that crossed the border on Monday.",
        &["crossed ASSAULT occurred [China >] 2025-06-02 stated"],
    ),
    (
        "Police fired on striking miners in Marikana on Monday.",
        &["fired ASSAULT occurred [police > miners] 2025-06-02 stated"],
    ),
    (
        "Heavy fighting broke out on Sunday between Armenia and Azerbaijan.",
        &["fighting ASSAULT occurred [Armenia > Azerbaijan] 2025-06-01 stated"],
    ),
    (
        "Ethiopia and Eritrea agreed on Monday to end a two-year war.",
        &["war ASSAULT ongoing [Ethiopia, Eritrea >] ../2025-06-04 assumed"],
    ),
    (
        "Moscow insisted that Kyiv withdraw from Donetsk.",
        &["insisted REQUEST occurred [Russia > Ukraine] 2025-06-04 assumed"],
    ),
    (
        "Moscow insisted that it had closed the border.",
        &["insisted STATEMENT occurred [Russia >] 2025-06-04 assumed"],
    ),
    (
        "On 3 June 2025 gunmen shot a councillor in Tillaberi. He died three days later.",
        &["died DEATH occurred 2025-06-06 stated"],
    ),
    // Where a fronted phrase ends, if no comma tells
    (
        "In Ingushetia villagers blocked a road on Monday.",
        &["blocked PROTEST occurred [villagers > Russia] 2025-06-02 stated"],
    ),
    ("In Kabul police arrested three men.", &["arrested COERCE occurred [police > men] 2025-06-04 assumed"]),
    (
        "In the southern city of Basra gunmen killed a British soldier on Tuesday.",
        &["killed ASSAULT occurred [gunmen > British soldier] 2025-06-03 stated"],
    ),
    (
        "In Paris talks between Serbia and Kosovo resumed on Monday.",
        &["talks CONSULT occurred [Serbia > Kosovo] 2025-06-02 stated"],
    ),
    (
        "Police in Athens fired tear gas, and in Thessaloniki demonstrators attacked a bank.",
        &["attacked ASSAULT occurred [demonstrators > bank] 2025-06-04 assumed"],
    ),
    (
        "Rebels attacked Homs on Sunday and on Monday the army bombed the town.",
        &[
            "attacked ASSAULT occurred [rebels > Syria] 2025-06-01 stated",
            "bombed ASSAULT occurred [army >] 2025-06-02 stated",
        ],
    ),
    ("In the front row sat Russian ministers and army officers.", &["no CONSULT"]),
    // What is measured in days is still the object
    (
        "Iran launched 10 days of war games in the Gulf on Sunday.",
        &["launched MOBILIZE occurred [Iran >] 2025-06-01 stated"],
    ),
    (
        "India and Pakistan held two days of talks in Lahore.",
        &["talks CONSULT occurred [India, Pakistan >] 2025-06-04 assumed"],
    ),
    (
        "Nigerian oil workers ended four days of strikes on Thursday.",
        &["ended PROTEST occurred [Nigerian oil workers > Nigeria] 2025-05-29 stated"],
    ),
    // "what it called" stands for the noun inside
    (
        "Venezuela condemned what it called a coup in Honduras.",
        &[
            "condemned ACCUSE occurred [Venezuela >] 2025-06-04 assumed",
            "coup OFFICE occurred 2025-06-04 assumed",
        ],
    ),
    (
        "Syria denounced what it described as aggression by the United States.",
        &["denounced ACCUSE occurred [Syria > United States] 2025-06-04 assumed"],
    ),
    // Threats that are no "threaten"
    (
        "Iran warned that it would close the Strait of Hormuz if its ships were boarded.",
        &["warned THREATEN occurred [Iran >] 2025-06-04 assumed"],
    ),
    ("Hezbollah vowed to retaliate.", &["vowed THREATEN occurred [Hezbollah >] 2025-06-04 assumed"]),
    ("Hamas vowed to continue its attacks.", &["vowed THREATEN occurred [Hamas >] 2025-06-04 assumed"]),
    (
        "Erdogan vowed to rebuild the city.",
        &["vowed STATEMENT occurred [Recep Tayyip Erdogan >] 2025-06-04 assumed"],
    ),
    (
        "Guterres warned that the crisis in Darfur was worsening.",
        &["warned STATEMENT occurred [António Guterres >] 2025-06-04 assumed"],
    ),
    // Votes of those who sit to vote
    (
        "The Knesset voted on Monday to ratify the treaty with Egypt.",
        &[
            "voted LEGAL occurred [Knesset >] 2025-06-02 stated",
            "ratify AGREE occurred [Knesset > Egypt] 2025-06-02 carried",
        ],
    ),
    ("Iraqis voted on Sunday.", &["voted ELECTION occurred [Iraq >] 2025-06-01 stated"]),
    ("He was elected chairman by 14 votes to none.", &["no ELECTION"]),
    // Circumstances, and what a purpose is
    (
        "The minister resigned in protest at the raid.",
        &["resigned OFFICE occurred ../2025-06-04 assumed", "no PROTEST"],
    ),
    (
        "Villagers in Chechnya blocked a road to protest against the abduction of a man.",
        &["protest PROTEST occurred [villagers > man] 2025-06-04 assumed"],
    ),
    ("The rebels freed the men in return for money.", &["no OTHER"]),
    // What is turned down was asked for
    (
        "Israel rejected an appeal from the United Nations for a ceasefire.",
        &[
            "rejected REJECT occurred [Israel > United Nations] 2025-06-04 assumed",
            "appeal REQUEST occurred [United Nations >] ../2025-06-04 assumed",
        ],
    ),
    (
        "A request by Pakistan for an extension was turned down by the court.",
        &["turned REJECT occurred [court > Pakistan] 2025-06-04 assumed"],
    ),
    ("Hamas rejected the accord.", &["accord AGREE occurred ../2025-06-04 assumed"]),
    (
        "Washington recognised no other president.",
        &["recognised SUPPORT negated [United States >] ../2025-06-04 assumed"],
    ),
    // Two verbs, one object
    (
        "Libyan fighters captured and killed Muammar Gaddafi near Sirte on Monday.",
        &[
            "captured ASSAULT occurred [Libyan fighters > Muammar Gaddafi] 2025-06-02 stated",
            "killed ASSAULT occurred [Libyan fighters > Muammar Gaddafi] 2025-06-02 stated",
        ],
    ),
    (
        "Troops attacked the camp before dawn on Sunday.",
        &["attacked ASSAULT occurred [troops >] 2025-06-01 stated"],
    ),
    // Words that are what their neighbours make of them
    (
        "Car bombs killed 80 people and wounded over 1,700 on Monday.",
        &["wounded ASSAULT occurred [> people] 2025-06-02 stated"],
    ),
    (
        "Peres took over as acting prime minister on Sunday.",
        &["took OFFICE occurred [Shimon Peres >] 2025-06-01 stated"],
    ),
    (
        "Demonstrators were driven back by warning shots on Monday.",
        &["driven COERCE occurred [> demonstrators] 2025-06-02 stated", "no STATEMENT"],
    ),
    (
        "Lonmin, which owns the mine, threatened to dismiss workers.",
        &["threatened THREATEN occurred [Lonmin > workers] 2025-06-04 assumed"],
    ),
    (
        "Lawmakers voted 190-0 on Tuesday to overturn the decree.",
        &["voted LEGAL occurred [lawmakers >] 2025-06-03 stated"],
    ),
    (
        "Netanyahu dissolved the Knesset on Sunday.",
        &["dissolved OFFICE occurred [Benjamin Netanyahu > Knesset] 2025-06-01 stated"],
    ),
    (
        "Shevardnadze resigned on Sunday, a day after protesters led by students burst into parliament.",
        &["burst ASSAULT occurred [protesters > parliament] 2025-05-31 carried"],
    ),
    (
        "The truce ended after a rocket fired by militants killed a farmer in Ashkelon on Monday.",
        &["killed ASSAULT occurred [militants > farmer] 2025-06-02 stated"],
    ),
    (
        "Syria protested on Monday after an attack launched by Israel.",
        &["protested ACCUSE occurred [Syria >] 2025-06-02 stated"],
    ),
    // Particles, and dates within a verb
    (
        "The army carried out an attack on Goma on Monday.",
        &["attack ASSAULT occurred [army > Democratic Republic of the Congo] 2025-06-02 stated"],
    ),
    ("France did not carry out a nuclear test.", &["test MOBILIZE negated [France >] ../2025-06-04 assumed"]),
    (
        "Rebels set off a bomb blast in Homs on Sunday.",
        &["blast ASSAULT occurred [rebels > Syria] 2025-06-01 carried"],
    ),
    ("Iraq has for years rejected these lines.", &["rejected REJECT occurred [Iraq >] 2025-06-04 assumed"]),
    (
        "Putin will next week visit Delhi.",
        &["visit CONSULT planned [Vladimir Putin > India] 2025-06-09/2025-06-15 stated"],
    ),
    (
        "Iran had since March detained three tourists.",
        &["detained COERCE occurred [Iran > tourists] 2025-03-01/2025-06-04 stated"],
    ),
    (
        "The bridge has since Monday been shelled by Russia.",
        &["shelled ASSAULT ongoing [Russia >] 2025-06-02/.. stated"],
    ),
    // What was tried, what is planned, what only names a body.
    (
        "Relatives tried to enter the naval base in Incheon.",
        &["enter PROTEST hypothetical [relatives > South Korea] ../2025-06-04 assumed"],
    ),
    (
        "An attempted coup in Benin was condemned by Nigeria.",
        &["coup OFFICE hypothetical ../2025-06-04 assumed"],
    ),
    ("The leaders decided to close the border and cut ties with Chad.", &["cut SANCTION planned [> Chad]"]),
    ("Soldiers commanded by two colonels attacked the palace.", &["no REQUEST"]),
    ("Troops arrested the Council of the Revolution.", &["no PROTEST"]),
    ("A communique was read on the radio.", &["no AGREE"]),
];

fn mentions(text: &str) -> Vec<Mention> {
    support::mentions(text, "2025-06-04")
}

fn names(parties: &[Participant]) -> String {
    parties.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// A mention as the table writes it.
fn line(m: &Mention) -> String {
    let parties = format!("[{} > {}]", names(&m.actors), names(&m.recipients));
    let parties = parties.replace("[ >", "[>").replace("> ]", ">]").replace("[>]", "");
    let when = m.when.as_ref().map_or(String::new(), |w| format!("{} {}", w.value.edtf, w.basis.name()));
    let claim = m.claimed_by.as_ref().map_or(String::new(), |c| format!("; {c}"));
    let all = [&m.trigger.text, m.event.name(), m.status.name(), &parties, &when];
    let words: Vec<&str> = all.into_iter().filter(|w| !w.is_empty()).collect();
    words.join(" ") + &claim
}

#[test]
fn every_construction_is_read() {
    let mut wrong = Vec::new();
    for (text, expected) in TABLE {
        let found = mentions(text);
        let lines: Vec<String> = found.iter().map(line).collect();
        for want in *expected {
            let right = match want.strip_prefix("no ") {
                Some(kind) => found.iter().all(|m| m.event.name() != kind),
                // A line may leave out its end: the date, or the date and the parties.
                None => lines
                    .iter()
                    .any(|l| l == want || l.strip_prefix(want).is_some_and(|r| r.starts_with(' '))),
            };
            if !right {
                wrong.push(format!("{text}\n  wanted {want}\n  found  {}", lines.join("\n         ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), TABLE.len(), wrong.join("\n"));
}

/// Sentences nobody wrote: the words clauses are made of, in any order, and anything else.
fn jumble() -> impl Strategy<Value = String> {
    let words = select(vec![
        "the",
        "Putin",
        "Syria",
        "rebels",
        "said",
        "that",
        "who",
        "and",
        "or",
        "met",
        "signed",
        "killed",
        "12",
        "was",
        "been",
        "to",
        "attack",
        "of",
        "by",
        "in",
        "Moscow",
        "on",
        "Monday",
        "after",
        "if",
        "not",
        "his",
        "their",
        "'s",
        ",",
        ".",
        "\u{201c}",
        "\u{201d}",
        "(",
        ")",
        "—",
        ";",
        "which",
        "talks",
        "with",
        "between",
        "for",
        "will",
        "being",
        "president",
        "former",
        "Kurdish-held",
        "it",
        "no",
        "the latter",
        "\n",
        "has",
        "toppling",
        "withdrew",
    ]);
    let sentence = proptest::collection::vec(words, 0..40).prop_map(|w| w.join(" "));
    prop_oneof![sentence, "\\PC{0,120}"]
}

/// Found by the test below: what stands behind "in" may be nothing at all.
#[test]
fn a_preposition_may_end_a_text() {
    mentions("attack Kurdish-held in");
}

proptest! {
    #[test]
    fn reading_never_fails_and_quotes_what_stands_there(text in jumble()) {
        let found = mentions(&text);
        for m in &found {
            prop_assert_eq!(m.trigger.span.text(&text), &m.trigger.text);
            prop_assert_eq!(m.sentence.span.text(&text), &m.sentence.text);
            prop_assert!(m.sentence.span.contains(m.trigger.span));
            prop_assert!(m.summary.chars().count() <= 140);
            for party in m.actors.iter().chain(&m.recipients) {
                prop_assert!(!party.span.text(&text).is_empty() && !party.name.is_empty());
            }
            if let Some(quote) = m.when.as_ref().and_then(|w| w.expression.as_ref()) {
                prop_assert_eq!(quote.span.text(&text), &quote.text);
            }
        }
        let mut ids: Vec<&str> = found.iter().map(|m| m.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), found.len());
    }
}
