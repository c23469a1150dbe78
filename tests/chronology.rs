//! Merging, with mentions made by hand: what becomes one event, what stays two, and what is kept as a conflict.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use chrono::NaiveDate;
use compact_str::format_compact;
use dateline::chronology::{
    Article, Chronology, Correction, Decision, Event, Extraction, Field, Found, Idle, Reference,
};
use dateline::event::{Basis, Count, EventType, Mention, Participant, PlaceRef, Quote, Short, Status, When};
use dateline::gazetteer::Gazetteer;
use dateline::span::Span;
use dateline::time::{Edtf, EdtfPoint, Granularity, TimeValue};
use proptest::prelude::*;

/// A time as a test writes it: "2024", "2024-12", "2024-12-08", "2024-12-08/2024-12-10", open sides as "..".
fn time(text: &str) -> TimeValue {
    fn point(text: &str) -> Option<(EdtfPoint, Granularity)> {
        let mut parts = text.split('-').map(|p| p.parse::<u32>().unwrap());
        let year = i32::try_from(parts.next()?).unwrap();
        Some(match (parts.next(), parts.next()) {
            (None, _) => (EdtfPoint::Year(year), Granularity::Year),
            (Some(m), None) => (EdtfPoint::Month(year, u8::try_from(m).unwrap()), Granularity::Month),
            (Some(m), Some(d)) => {
                (EdtfPoint::Day(NaiveDate::from_ymd_opt(year, m, d).unwrap()), Granularity::Day)
            }
        })
    }
    let side = |t: &str| if t == ".." { None } else { point(t) };
    match text.split_once('/') {
        None => {
            let (point, granularity) = side(text).unwrap();
            TimeValue { edtf: Edtf::Date(point.into()), granularity, modifier: None }
        }
        Some((a, b)) => {
            let (a, b) = (side(a), side(b));
            let granularity = a.or(b).unwrap().1;
            let edtf = Edtf::Interval(a.map(|p| p.0.into()), b.map(|p| p.0.into()));
            TimeValue { edtf, granularity, modifier: None }
        }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// "ahmed-al-sharaa=Ahmed al-Sharaa@Syria": code, name and whom it acts for; code and state may be left out.
fn party(text: &str) -> Participant {
    let (head, acts_for) = text.split_once('@').map_or((text, None), |(h, s)| (h, Some(s.into())));
    let (code, name) = head.split_once('=').map_or((None, head), |(c, n)| (Some(c.into()), n));
    let country = code.clone().filter(|c: &Short| c.len() == 3);
    Participant { code, acts_for, country, ..Participant::unknown(name, Span::default()) }
}

const ASSAD: &str = "bashar-al-assad=Bashar al-Assad@Syria";
const SHARAA: &str = "ahmed-al-sharaa=Ahmed al-Sharaa@Syria";
const PUTIN: &str = "vladimir-putin=Vladimir Putin@Russia";
const MACRON: &str = "emmanuel-macron=Emmanuel Macron@France";
const RUSSIA: &str = "RUS=Russia";
const SYRIA: &str = "SYR=Syria";
const ISRAEL: &str = "ISR=Israel";

/// "damascus=Damascus,SYR".
fn spot(text: &str) -> PlaceRef {
    let (head, country) = text.split_once(',').map_or((text, None), |(h, c)| (h, Some(c.into())));
    let (code, name) = head.split_once('=').map_or((None, head), |(c, n)| (Some(c.into()), n));
    PlaceRef { span: Span::default(), name: name.into(), code, country, at: None, basis: Basis::Stated }
}

/// A mention in the making. Its sentence is the trigger with a few words of its own that no other has, unless given.
#[derive(Debug, Clone)]
struct M(Mention);

fn m(event: EventType, trigger: &str) -> M {
    let quote = |text: &str| Quote { span: Span::default(), text: text.into() };
    M(Mention {
        id: String::new(),
        document: String::new(),
        sentence: quote(""),
        trigger: quote(trigger),
        event,
        mode: None,
        contexts: Vec::new(),
        actors: Vec::new(),
        recipients: Vec::new(),
        place: None,
        when: None,
        status: Status::Occurred,
        claimed_by: None,
        dead: None,
        injured: None,
        summary: trigger.to_owned(),
        rules: Vec::new(),
    })
}

impl M {
    fn by(mut self, who: &str) -> Self {
        self.0.actors.push(party(who));
        self
    }
    fn to(mut self, who: &str) -> Self {
        self.0.recipients.push(party(who));
        self
    }
    fn at(mut self, place: &str) -> Self {
        self.0.place = Some(spot(place));
        self
    }
    fn dated(mut self, basis: Basis, text: &str) -> Self {
        self.0.when = Some(When { value: time(text), basis, expression: None, rule: Short::default() });
        self
    }
    fn on(self, text: &str) -> Self {
        self.dated(Basis::Stated, text)
    }
    fn assumed(self, text: &str) -> Self {
        self.dated(Basis::Assumed, text)
    }
    fn status(mut self, status: Status) -> Self {
        self.0.status = status;
        self
    }
    fn claimed(mut self, by: &str) -> Self {
        self.0.claimed_by = Some(by.into());
        self
    }
    fn dead(mut self, min: u32, max: Option<u32>) -> Self {
        self.0.dead = Some(Count { min, max });
        self
    }
    fn says(mut self, sentence: &str) -> Self {
        self.0.sentence.text = sentence.into();
        self
    }
    fn summary(mut self, text: &str) -> Self {
        text.clone_into(&mut self.0.summary);
        self
    }
}

/// An article of these mentions, 300 bytes apart; a mention's id is the article's and its number: "a/0".
fn article(id: &str, published: &str, mentions: Vec<M>) -> Extraction {
    let mentions = mentions.into_iter().enumerate().map(|(at, M(mut mention))| {
        mention.id = format!("{id}/{at}");
        id.clone_into(&mut mention.document);
        if mention.sentence.text.is_empty() {
            mention.sentence.text =
                format_compact!("{} {id}one{at} {id}two{at} {id}three{at}", mention.trigger.text);
        }
        let start = 300 * u32::try_from(at).unwrap();
        let len = u32::try_from(mention.sentence.text.len()).unwrap();
        mention.sentence.span = Span::new(start, start + len);
        let into = u32::try_from(mention.sentence.text.find(mention.trigger.text.as_str()).unwrap()).unwrap();
        let len = u32::try_from(mention.trigger.text.len()).unwrap();
        mention.trigger.span = Span::new(start + into, start + into + len);
        mention
    });
    Extraction {
        article: Article {
            id: id.to_owned(),
            title: String::new(),
            source: format!("{id} news"),
            url: None,
            published: day(published),
            dated_by: None,
            hash: String::new(),
            batch: 1,
        },
        mentions: mentions.collect(),
    }
}

fn build(articles: Vec<Extraction>) -> Chronology {
    Chronology::build(articles, &[])
}

/// The events, each as the ids of its mentions.
fn clusters(chronology: &Chronology) -> Vec<Vec<&str>> {
    let ids = |e: &Event| e.mentions.iter().map(|i| chronology.mentions[*i].id.as_str()).collect();
    chronology.events.iter().map(ids).collect()
}

/// Whether these two mentions, of two articles of late January 2026, become one event.
fn merge(a: M, b: M) -> bool {
    let built = build(vec![article("a", "2026-01-28", vec![a]), article("b", "2026-01-29", vec![b])]);
    built.events.len() == 1
}

/// The same for two mentions of one article.
fn merge_within(a: M, b: M) -> bool {
    build(vec![article("a", "2026-01-28", vec![a, b])]).events.len() == 1
}

use EventType::{Agree, Assault, Consult, Death, Office, Retreat, Statement};

#[test]
fn a_coarse_and_a_fine_telling_in_one_article_are_one_event() {
    let built = build(vec![article(
        "a",
        "2026-01-28",
        vec![
            m(Office, "toppling").to(ASSAD).on("2024"),
            m(Office, "toppled").by("rebel forces").to(ASSAD).on("2024-12"),
        ],
    )]);
    assert_eq!(clusters(&built), [["a/0", "a/1"]]);
    let event = &built.events[0];
    assert_eq!(event.when.unwrap().edtf.to_string(), "2024-12");
    assert_eq!(event.basis, Some(Basis::Stated));
    assert_eq!(event.actors.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["rebel forces"]);
    assert!(event.conflicts.is_empty());
}

#[test]
fn a_bare_mention_leans_on_the_one_before_it_but_not_on_another_day() {
    let built = build(vec![article(
        "a",
        "2026-01-28",
        vec![
            m(Consult, "meeting")
                .by(SHARAA)
                .to(PUTIN)
                .at("moscow=Moscow,RUS")
                .assumed("2026-01-28")
                .status(Status::Ongoing)
                .says("al-Sharaa is meeting Putin in Moscow"),
            m(Consult, "meeting").on("2026-01-28").says("ahead of Wednesday’s meeting"),
            m(Consult, "visit").by(SHARAA).to(RUSSIA).on("2025-10").says("during his first visit in October"),
        ],
    )]);
    assert_eq!(clusters(&built), [vec!["a/2"], vec!["a/0", "a/1"]]);
    assert_eq!(built.events[1].when.unwrap().edtf.to_string(), "2026-01-28");
}

#[test]
fn a_bare_mention_of_another_article_leans_on_nothing() {
    assert!(!merge(
        m(Consult, "meeting").by(SHARAA).to(PUTIN).on("2026-01-28"),
        m(Consult, "meeting").on("2026-01-28").says("after the meeting on Wednesday"),
    ));
}

#[test]
fn granularities_of_one_event_meet() {
    let day = || m(Office, "toppled").to(ASSAD).on("2024-12-08");
    assert!(merge(m(Office, "ousted").to(ASSAD).on("2024"), day()));
    assert!(merge(m(Office, "fall").by(ASSAD).on("2024-12"), day()));
    assert!(!merge(m(Office, "toppled").to(ASSAD).on("2011"), day()));
    assert!(!merge(m(Office, "toppled").to("nicolas-maduro=Nicolas Maduro").on("2024-12-08"), day()));
}

#[test]
fn officials_stand_for_their_state_but_not_for_each_other() {
    let met = |a: &str, b: &str| m(Consult, "met").by(a).to(b).on("2025-10-15");
    assert!(merge(met(SHARAA, PUTIN), met(SYRIA, RUSSIA)));
    assert!(merge(met(SHARAA, PUTIN), met(PUTIN, SHARAA)), "in a meeting the roles may be swapped");
    assert!(!merge(met(SHARAA, PUTIN), met(SHARAA, MACRON)));
    assert!(!merge(met(SHARAA, PUTIN), met(SHARAA, "sergey-lavrov=Sergey Lavrov@Russia")));
    assert!(merge(met(SHARAA, PUTIN), m(Consult, "talks").by("al-Sharaa").to(PUTIN).on("2025-10-15")));
}

#[test]
fn attacks_stay_apart_by_place_day_and_side() {
    let struck = |day: &str| m(Assault, "struck").by(ISRAEL).to(SYRIA).on(day);
    let in_damascus = || struck("2025-04-03").at("damascus=Damascus,SYR");
    assert!(merge(in_damascus(), m(Assault, "airstrike").by(ISRAEL).to(SYRIA).on("2025-04-03")));
    assert!(merge(in_damascus(), struck("2025-04-03").at("SYR=Syria,SYR")));
    assert!(!merge(in_damascus(), struck("2025-04-03").at("beirut=Beirut,LBN")));
    assert!(!merge(in_damascus(), struck("2025-04-02").at("damascus=Damascus,SYR")));
    assert!(!merge(struck("2025-04-03"), m(Assault, "struck").by(SYRIA).to(ISRAEL).on("2025-04-03")));
    assert!(!merge_within(struck("2025-04-03"), struck("2025-04-04")));
}

#[test]
fn a_wide_time_does_not_swallow_one_round_of_many() {
    let strike = m(Assault, "struck").by(ISRAEL).to(SYRIA).on("2025-04-03");
    assert!(!merge(m(Assault, "struck").by(ISRAEL).to(SYRIA).on("2024/.."), strike));
    let third = m(Consult, "talks").by(SYRIA).to(RUSSIA).on("2025-04").says("a third round of talks");
    let second = m(Consult, "talks").by(SYRIA).to(RUSSIA).on("2025-04").says("the second round of talks");
    assert!(!merge(third, second));
}

#[test]
fn a_vague_mention_does_not_chain_two_days() {
    let built = build(vec![
        article("a", "2025-05-01", vec![m(Assault, "struck").by(ISRAEL).to(SYRIA).on("2025-04-02")]),
        article("b", "2025-05-01", vec![m(Assault, "struck").by(ISRAEL).to(SYRIA).on("2025-04")]),
        article("c", "2025-05-01", vec![m(Assault, "struck").by(ISRAEL).to(SYRIA).on("2025-04-09")]),
    ]);
    assert_eq!(built.events.len(), 2);
    for event in &built.events {
        assert!(event.mentions != [0, 2] && event.mentions.len() < 3);
    }
}

#[test]
fn articles_that_disagree_on_the_day_make_a_conflict() {
    let on = |day: &str| m(Office, "toppled").by("HTS=Hayat Tahrir al-Sham").to(ASSAD).on(day);
    let built = build(vec![
        article("a", "2024-12-10", vec![on("2024-12-08")]),
        article("b", "2024-12-11", vec![on("2024-12-07")]),
        article("c", "2024-12-12", vec![on("2024-12-08")]),
        article("d", "2025-01-12", vec![on("2024-12")]),
    ]);
    assert_eq!(built.events.len(), 1);
    let event = &built.events[0];
    assert_eq!(event.when.unwrap().edtf.to_string(), "2024-12-08");
    let [conflict] = event.conflicts.as_slice() else { panic!("{:?}", event.conflicts) };
    assert_eq!(conflict.field, Field::When);
    let values = vec![("2024-12-08".to_owned(), vec![0, 2]), ("2024-12-07".to_owned(), vec![1])];
    assert_eq!(conflict.values, values);
    assert!(!merge_within(on("2024-12-08"), on("2024-12-07")), "one article does not contradict itself");
    let died = |day: &str| m(Death, "died").by(ASSAD).on(day);
    assert!(merge(died("2025-03-01"), died("2025-03-04")));
    assert!(!merge(died("2025-03-01"), died("2025-05-04")));
}

#[test]
fn an_assumed_day_may_lag_by_two() {
    let fled = || m(Retreat, "fled").by(ASSAD).at("moscow=Moscow,RUS");
    let built = build(vec![
        article("a", "2024-12-09", vec![fled().on("2024-12-08")]),
        article("b", "2024-12-09", vec![fled().assumed("2024-12-09")]),
    ]);
    assert_eq!(built.events.len(), 1);
    assert_eq!(built.events[0].when.unwrap().edtf.to_string(), "2024-12-08");
    assert!(built.events[0].conflicts.is_empty());
    assert!(!merge(
        m(Assault, "struck").by(ISRAEL).to(SYRIA).assumed("2026-01-28"),
        m(Assault, "struck").by(ISRAEL).to(SYRIA).on("2026-01-20"),
    ));
}

/// "fled in December 2024" and the news of 9 December: the day is a guess, and said to be one; a year has many news days.
#[test]
fn the_news_of_a_day_narrows_a_month() {
    let fled = || m(Retreat, "fled").by(ASSAD).at("moscow=Moscow,RUS");
    let dated = |known: &str| {
        let chronology = build(vec![
            article("a", "2024-12-09", vec![fled().assumed("2024-12-09")]),
            article("b", "2026-01-28", vec![fled().on(known)]),
        ]);
        let event = &chronology.events[0];
        (chronology.events.len(), event.when.map(|w| w.edtf.to_string()), event.basis)
    };
    let day = |text: &str, basis| (1, Some(text.to_owned()), Some(basis));
    assert_eq!(dated("2024-12"), day("2024-12-09", Basis::Assumed));
    assert_eq!(dated("2024"), day("2024", Basis::Stated));
    assert_eq!(dated("2024-12-08"), day("2024-12-08", Basis::Stated));
}

#[test]
fn a_denial_is_not_the_event_and_a_plan_comes_true() {
    let met = |status| m(Consult, "meet").by(SHARAA).to(PUTIN).on("2026-01-28").status(status);
    assert!(!merge(met(Status::Negated), met(Status::Occurred)));
    let built = build(vec![
        article("a", "2026-01-26", vec![met(Status::Planned)]),
        article("b", "2026-01-29", vec![met(Status::Occurred)]),
    ]);
    assert_eq!(built.events.len(), 1);
    assert_eq!(built.events[0].status, Status::Occurred);
    let built = build(vec![
        article("a", "2026-01-26", vec![met(Status::Occurred)]),
        article("b", "2026-01-29", vec![met(Status::Planned)]),
    ]);
    assert_eq!(built.events.len(), 2, "a plan made later is another meeting");
}

#[test]
fn news_without_a_date_is_of_the_last_days() {
    let met = || m(Consult, "met").by(SHARAA).to(PUTIN);
    assert!(merge(met().assumed("../2026-01-28"), met().on("2026-01-28")));
    assert!(merge(met().assumed("../2026-01-28"), met().assumed("../2026-01-29")));
    assert!(!merge(met().assumed("../2026-01-28"), met().on("2025-03-15")));
    let agreed = |when: &str| m(Agree, "agreed").by(SYRIA).assumed(when);
    let built = build(vec![
        article("a", "2025-07-23", vec![agreed("../2025-07-23")]),
        article("b", "2025-11-11", vec![agreed("../2025-11-11")]),
    ]);
    assert_eq!(built.events.len(), 2, "months apart, with nothing but the articles' own dates");
    let built = build(vec![
        article("a", "2026-01-28", vec![met().assumed("2026-01-28")]),
        article("b", "2026-01-29", vec![met().assumed("2026-01-29")]),
    ]);
    assert_eq!(
        built.events[0].when.unwrap().edtf.to_string(),
        "2026-01-28",
        "the earlier report is the nearer"
    );
}

#[test]
fn taking_a_town_and_fleeing_come_once() {
    let took = |who: &str, town: &str, day: &str| m(Assault, "captured").by(who).at(town).on(day);
    let (hama, homs) = ("hama=Hama,SYR", "homs=Homs,SYR");
    assert!(!merge(took("HTS=HTS", hama, "2024-12-05"), took("HTS=HTS", homs, "2024-12-07")));
    assert!(!merge(took("HTS=HTS", hama, "2024-12-05"), took("HTS=HTS", homs, "2024-12-05")));
    assert!(merge(took("HTS=HTS", hama, "2024-12-05"), took("rebels", hama, "2024-12-06")));
    let fled = |who: &str| m(Retreat, "fled").by(who).on("2024-12-08");
    assert!(merge(fled(ASSAD), m(EventType::Other, "flight").by(ASSAD).on("2024-12")));
    assert!(!merge(fled(ASSAD), fled("asma-al-assad=Asma al-Assad")));
}

#[test]
fn one_person_may_have_several_events_of_a_type_on_a_day() {
    let office = |what: &str| m(Office, what).to(SHARAA).on("2025-01-29");
    assert!(!merge(office("appointed"), office("resigned")));
    assert!(merge(office("appointed"), office("named")));
    let kill = |who: &str| m(Assault, "killed").by(ISRAEL).to(who).on("2025-04-03");
    assert!(!merge(
        kill("three soldiers").at("homs=Homs,SYR"),
        kill("two soldiers").at("damascus=Damascus,SYR")
    ));
}

#[test]
fn statements_of_a_day_are_told_apart_by_their_words() {
    let said = |text: &str| m(Statement, "said").by(PUTIN).on("2026-01-28").says(text);
    let bases = "Putin said the bases at Hmeimim and Tartus would stay open";
    assert!(!merge(said(bases), said("Putin said grain exports had doubled over a decade")));
    assert!(merge(said(bases), said("Putin said that Hmeimim and Tartus bases would stay open")));
}

#[test]
fn tolls_are_ranges_and_kept_as_a_conflict_where_they_cannot_agree() {
    let blast = || m(Assault, "bombing").at("homs=Homs,SYR").on("2025-12-26");
    let built = build(vec![
        article("a", "2025-12-26", vec![blast().dead(8, Some(8))]),
        article("b", "2025-12-27", vec![blast().dead(5, None)]),
    ]);
    assert_eq!(built.events[0].dead, Some(Count { min: 8, max: Some(8) }));
    assert!(built.events[0].conflicts.is_empty());
    let built = build(vec![
        article("a", "2025-12-26", vec![blast().dead(8, Some(8))]),
        article("b", "2025-12-27", vec![blast().dead(6, Some(6))]),
    ]);
    assert_eq!(built.events[0].dead, Some(Count { min: 6, max: Some(8) }));
    let [conflict] = built.events[0].conflicts.as_slice() else { panic!() };
    assert_eq!((conflict.field, conflict.values.len()), (Field::Dead, 2));
}

#[test]
fn a_claim_is_one_only_while_nobody_states_it() {
    let left = || m(Retreat, "withdrew").by(RUSSIA).at("qamishli=Qamishli,SYR").on("2026-01-27");
    let two =
        |a: M, b: M| build(vec![article("a", "2026-01-28", vec![a]), article("b", "2026-01-28", vec![b])]);
    let built = two(left().claimed("unnamed"), left().claimed("Peskov"));
    assert_eq!(built.events[0].claimed_by.as_deref(), Some("unnamed"));
    let built = two(left().claimed("unnamed"), left());
    assert_eq!(built.events[0].claimed_by, None);
    assert_eq!(built.events[0].sources, ["a news", "b news"]);
}

#[test]
fn everyone_is_named_once_and_the_best_line_told() {
    let built = build(vec![
        article(
            "a",
            "2025-10-16",
            vec![m(Consult, "met").by(SYRIA).to(RUSSIA).on("2025-10").summary("Syria and Russia met")],
        ),
        article(
            "b",
            "2025-10-16",
            vec![
                m(Consult, "met")
                    .by(PUTIN)
                    .to(SHARAA)
                    .at("moscow=Moscow,RUS")
                    .on("2025-10-15")
                    .summary("Putin met al-Sharaa in Moscow"),
            ],
        ),
    ]);
    let event = &built.events[0];
    let names = |list: &[Participant]| list.iter().map(|p| p.name.clone()).collect::<Vec<_>>();
    assert_eq!(
        (names(&event.actors), names(&event.recipients)),
        (vec!["Vladimir Putin".into()], vec!["Ahmed al-Sharaa".into()],)
    );
    assert_eq!(event.summary, "Putin met al-Sharaa in Moscow");
    assert_eq!(event.place.as_ref().unwrap().name, "Moscow");
}

#[test]
fn a_persons_word_outranks_scores() {
    let two = || {
        vec![
            article("a", "2024-12-10", vec![m(Office, "toppled").to(ASSAD).on("2024-12-08")]),
            article("b", "2024-12-10", vec![m(Office, "toppled").to(ASSAD).on("2024-12-08")]),
            article("c", "2024-12-10", vec![m(Consult, "met").by(PUTIN).to(MACRON).on("2020")]),
        ]
    };
    let ids = |list: &[&str]| list.iter().map(|s| Reference::from(*s)).collect::<Vec<_>>();
    assert_eq!(clusters(&build(two())), [vec!["c/0"], vec!["a/0", "b/0"]]);

    let apart = Decision::Different(ids(&["a/0", "b/0"]));
    assert_eq!(clusters(&Chronology::build(two(), std::slice::from_ref(&apart))).len(), 3);

    let one = Decision::Same(ids(&["a/0", "c/0"]));
    let built = Chronology::build(two(), std::slice::from_ref(&one));
    assert!(clusters(&built).iter().any(|c| c.contains(&"a/0") && c.contains(&"c/0")));

    let never = Decision::Different(ids(&["a/0", "c/0"]));
    let built = Chronology::build(two(), &[one, never]);
    assert!(
        !clusters(&built).iter().any(|c| c.contains(&"a/0") && c.contains(&"c/0")),
        "the later word counts"
    );

    let built = Chronology::build(two(), &[Decision::Reject("c/0".into())]);
    assert_eq!((built.events.len(), built.mentions.len()), (1, 3), "the evidence stays");

    let correction = Correction {
        when: Some(time("2024-12-07").edtf),
        event: Some(Assault),
        status: Some(Status::Hypothetical),
        place: Some("Nowhere".to_owned()),
        summary: Some("Put right".to_owned()),
    };
    let built = Chronology::build(two(), &[Decision::Correct("a/0".into(), correction)]);
    let event = built.events.iter().find(|e| e.mentions.contains(&0)).unwrap();
    assert_eq!(event.when.unwrap().edtf.to_string(), "2024-12-07");
    assert_eq!((event.event, event.status), (Assault, Status::Hypothetical));
    assert_eq!(
        (event.place.as_ref().unwrap().name.as_str(), event.summary.as_str()),
        ("Nowhere", "Put right")
    );
}

#[test]
fn order_is_by_start_then_end_and_undated_last() {
    let built = build(vec![article(
        "a",
        "2026-01-28",
        vec![
            m(Statement, "undated"),
            m(Retreat, "fled").by(ASSAD).on("2024-12/2026-01-28"),
            m(Office, "toppled").to(ASSAD).on("2024-12"),
            m(Agree, "signed").by(SYRIA).on("../2025-03-10"),
            m(Consult, "visited").by(MACRON).on("2025-02/.."),
        ],
    )]);
    let order: Vec<&str> = built.events.iter().map(|e| e.summary.as_str()).collect();
    assert_eq!(order, ["toppled", "fled", "visited", "signed", "undated"]);
}

#[test]
fn ids_stay_when_an_unrelated_article_comes() {
    let mut articles = corpus();
    let before = build(articles.clone());
    articles.push(article(
        "0",
        "2020-01-01",
        vec![m(Agree, "signed").by("USA=US").to("TWN=Taiwan").on("2020-01")],
    ));
    let after = build(articles);
    for event in &before.events {
        assert!(after.events.iter().any(|e| e.id == event.id && e.summary == event.summary));
    }
    let mut ids: Vec<_> = after.events.iter().map(|e| e.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), after.events.len());
    assert!(ids.iter().all(|id| id.len() >= 8));
}

/// An older article that comes later, in a batch of its own, gives no event another id; without batches the id of its
/// mention is the event's, and the old id still finds it.
#[test]
fn ids_survive_older_articles_and_rules() {
    let before = build(corpus());
    let fall = before.events.iter().find(|e| e.event == Office).unwrap();
    let older = |batch: u32| {
        let toppled = m(Office, "toppled").by("HTS=HTS").to(ASSAD).on("2024-12-08");
        let mut older = article("0-older", "2024-12-08", vec![toppled]);
        older.article.batch = batch;
        let mut articles = corpus();
        articles.push(older);
        build(articles)
    };
    let later = older(2);
    let same = later.events.iter().find(|e| e.event == Office).unwrap();
    assert_eq!((same.id.as_str(), same.mentions.len()), (fall.id.as_str(), fall.mentions.len() + 1));

    let at_once = older(1);
    let Found::Event(found) = at_once.resolve(&fall.id) else { panic!("{:?}", at_once.resolve(&fall.id)) };
    assert_eq!(at_once.events[found].event, Office);
    assert_ne!(at_once.events[found].id, fall.id);

    // Rules that see another type give its mention another id, but the event keeps its own.
    let mut articles = corpus();
    for mention in articles.iter_mut().flat_map(|a| &mut a.mentions).filter(|m| m.event == Office) {
        mention.event = Assault;
        mention.id.push_str("-new");
    }
    let reread = build(articles);
    assert!(reread.events.iter().any(|e| e.id == fall.id && e.event == Assault));
}

#[test]
fn ids_stand_for_events_and_mentions() {
    let built = build(corpus());
    let fall = built.events.iter().position(|e| e.event == Office).unwrap();
    let id = &built.events[fall].id;
    assert_eq!(built.resolve(id), Found::Event(fall));
    assert_eq!(built.resolve(&id[..6]), Found::Event(fall));
    let mention = built.mentions.iter().position(|m| m.id == "c/0").unwrap();
    assert_eq!(built.resolve("c/0"), Found::Mention(mention, Some(fall)));
    assert_eq!(built.resolve("nothing"), Found::Nothing);
    assert_eq!(built.resolve(""), Found::Nothing);
    assert_eq!(built.head(&built.events[fall]), built.events[fall].mentions.first().copied());
}

/// A decision finds its mention again by its words where its id is gone, and only then.
#[test]
fn decisions_keep_pointing_at_what_was_meant() {
    let said = "Rebels toppled President Bashar al-Assad on Sunday";
    let two = |id: &str| {
        let mut first =
            article("a", "2024-12-10", vec![m(Office, "toppled").to(ASSAD).on("2024-12-08").says(said)]);
        first.mentions[0].id = id.to_owned();
        vec![first, article("b", "2024-12-10", vec![m(Office, "toppled").to(ASSAD).on("2024-12-08")])]
    };
    let before = build(two("a#1"));
    let meant = before.reference(0).unwrap();
    assert_eq!(meant.words, Some(("toppled".to_owned(), said.to_owned())));
    let decision = [Decision::Different(vec![meant, "b/0".into()])];
    assert_eq!(Chronology::build(two("a#1"), &decision).events.len(), 2);
    assert_eq!(Chronology::build(two("a#2"), &decision).events.len(), 2, "another id, the same words");
    let plain = [Decision::Different(vec!["a#1".into(), "b/0".into()])];
    assert_eq!(Chronology::build(two("a#2"), &plain).events.len(), 1, "an id alone is gone");
    assert_eq!(Chronology::idle(&two("a#2"), &decision, Gazetteer::built_in()), []);
    assert_eq!(
        Chronology::idle(&two("a#2"), &plain, Gazetteer::built_in()),
        [(0, Idle::Gone(vec!["a#1".to_owned()]))]
    );
}

#[test]
fn decisions_that_change_nothing_are_known() {
    let two = || {
        vec![
            article("a", "2024-12-10", vec![m(Office, "toppled").to(ASSAD).on("2024-12-08")]),
            article("b", "2024-12-10", vec![m(Office, "toppled").to(ASSAD).on("2024-12-08")]),
            article("c", "2024-12-10", vec![m(Consult, "met").by(PUTIN).to(MACRON).on("2020")]),
        ]
    };
    let idle = |decisions: &[Decision]| Chronology::idle(&two(), decisions, Gazetteer::built_in());
    let refs = |list: &[&str]| list.iter().map(|s| Reference::from(*s)).collect::<Vec<_>>();
    let needless = |at: usize| (at, Idle::Needless);
    assert_eq!(idle(&[Decision::Same(refs(&["a/0", "b/0"]))]), [needless(0)]);
    assert_eq!(idle(&[Decision::Same(refs(&["a/0", "c/0"]))]), []);
    assert_eq!(idle(&[Decision::Different(refs(&["a/0", "c/0"]))]), [needless(0)]);
    assert_eq!(idle(&[Decision::Different(refs(&["a/0", "b/0"]))]), []);
    assert_eq!(idle(&[Decision::Reject("c/0".into())]), []);
    let correct = |when: &str| {
        Decision::Correct("a/0".into(), Correction { when: Some(time(when).edtf), ..Correction::default() })
    };
    assert_eq!(idle(&[correct("2024-12-07")]), []);
    // Joined by one decision and kept by scores alone without it; parted from what another would join.
    let both = [Decision::Same(refs(&["a/0", "c/0"])), Decision::Different(refs(&["a/0", "c/0"]))];
    assert_eq!(idle(&both), [], "the second overrides the first");
}

/// Two mentions of one sentence.
fn sentence(text: &str, first: M, second: M) -> Extraction {
    let mut told = article("a", "2026-01-28", vec![first, second]);
    let mut from = 0;
    for mention in &mut told.mentions {
        let at = from + text[from..].find(mention.trigger.text.as_str()).unwrap();
        from = at + mention.trigger.text.len();
        mention.sentence = Quote { span: Span::of(0..text.len()), text: text.into() };
        mention.trigger.span = Span::of(at..from);
    }
    told
}

#[test]
fn texts_say_what_came_first() {
    let cases = [
        ("Putin met Sharaa after the vote in Damascus", Some("after")),
        ("Putin met Sharaa ahead of a tense vote", Some("before")),
        ("Putin met Sharaa during the vote", Some("during")),
        ("Putin met Sharaa, and later there was a vote", None),
    ];
    let said = |text: &str, first: M, second: M| -> Option<String> {
        let built = build(vec![sentence(text, first, second)]);
        assert_eq!(built.events.len(), 2, "{text}");
        let of = |trigger: &str| {
            let at = |e: &&Event| built.mentions[e.mentions[0]].trigger.text == trigger;
            built.events.iter().find(at).unwrap()
        };
        let (met, vote) = (of("met"), of("vote"));
        let relation = met.relations.first()?;
        assert_eq!(relation.to, vote.id);
        let back = vote.relations.first().expect("both know of it");
        assert_eq!((&back.to, back.is), (&met.id, relation.is.inverse()));
        Some(relation.is.name().to_owned())
    };
    let (met, vote) =
        (|| m(Consult, "met").by(PUTIN).to(SHARAA), || m(EventType::Election, "vote").by(SYRIA));
    for (text, expected) in cases {
        assert_eq!(said(text, met(), vote()).as_deref(), expected, "{text}");
    }
    assert_eq!(said("After the vote in Damascus, Putin met Sharaa", vote(), met()).as_deref(), Some("after"));
    assert_eq!(said("Ahead of the vote, Putin met Sharaa", vote(), met()).as_deref(), Some("before"));
    assert_eq!(
        said("After the vote Putin met Sharaa", vote(), met()),
        None,
        "without a comma it may be a list"
    );
}

/// What no words date stands where its article puts it.
#[test]
fn undated_events_stand_by_what_they_follow() {
    let mut articles = vec![sentence(
        "Putin met Sharaa after the vote in Damascus",
        m(Consult, "met").by(PUTIN).to(SHARAA),
        m(EventType::Election, "vote").by(SYRIA).on("2025-10-05"),
    )];
    articles.push(article(
        "b",
        "2026-01-28",
        vec![
            m(Agree, "signed").by(SYRIA).on("2025-03-10"),
            m(Retreat, "withdrew").by(RUSSIA).on("2026-01-27"),
            m(Statement, "undated"),
        ],
    ));
    let built = build(articles);
    let order: Vec<&str> = built.events.iter().map(|e| e.summary.as_str()).collect();
    assert_eq!(order, ["signed", "vote", "met", "withdrew", "undated"]);
}

/// Copies of one wire story are one source, though each publisher has a name; another's own words are another.
#[test]
fn copies_count_once() {
    let blast = |text: &str| m(Assault, "bombing").at("homs=Homs,SYR").on("2025-12-26").says(text);
    let wire =
        "a bombing at a mosque in the Syrian city of Homs killed eight people on Friday, officials said";
    let cut = "a bombing at a mosque in the Syrian city of Homs killed eight people on Friday";
    let own = "rescuers counted eight bodies after the bombing tore through the crowded hall in Homs";
    let count = |texts: &[&str]| {
        let articles =
            texts.iter().enumerate().map(|(n, t)| article(&format!("a{n}"), "2025-12-26", vec![blast(t)]));
        let built = build(articles.collect());
        assert_eq!(built.events.len(), 1, "{texts:?}");
        let event = &built.events[0];
        assert_eq!(event.reported, Some((day("2025-12-26"), day("2025-12-26"))));
        (event.sources.len(), event.independent)
    };
    assert_eq!(count(&[wire, wire, cut]), (3, 1));
    assert_eq!(count(&[wire, own]), (2, 2));
    assert_eq!(count(&[wire, own, cut]), (3, 2));
    assert_eq!(
        count(&["a bombing in Homs", "a bombing in Homs"]),
        (2, 2),
        "so short a sentence proves nothing"
    );
}

/// On a corpus whose events are known: what is merged belongs together, and nearly all that does is merged.
#[test]
fn a_generated_corpus_is_merged_as_it_was_made() {
    let corpus = crate::generated::corpus(3000);
    let truth: std::collections::BTreeMap<String, usize> = corpus.truth.into_iter().collect();
    let built = build(corpus.extractions);
    let (mut right, mut wrong) = (0, 0);
    for event in &built.events {
        let told: Vec<usize> = event.mentions.iter().map(|m| truth[&built.mentions[*m].id]).collect();
        for (at, a) in told.iter().enumerate() {
            let same = told[at + 1..].iter().filter(|b| *b == a).count();
            right += same;
            wrong += told.len() - at - 1 - same;
        }
    }
    let mut sizes = std::collections::BTreeMap::new();
    for event in truth.values() {
        *sizes.entry(*event).or_insert(0usize) += 1;
    }
    let all: usize = sizes.values().map(|n| n * (n - 1) / 2).sum();
    assert!(wrong * 100 <= right, "{wrong} pairs wrong, {right} right");
    assert!(right * 100 >= all * 97, "{right} of {all} pairs found");
}

#[test]
fn two_territories_of_one_crown_are_two() {
    let of = |name: &str, to: &str| m(Consult, "met").by(name).to(to).on("2025-10-15");
    assert!(!merge(
        of("JEY=Jersey@United Kingdom", "LSO=Lesotho"),
        of("GGY=Guernsey@United Kingdom", "AIA=Anguilla@United Kingdom")
    ));
}

#[test]
fn neighbours_are_of_the_same_story() {
    let built = build(vec![article(
        "a",
        "2026-01-28",
        vec![
            m(Office, "toppled").to(ASSAD).on("2024-12-08"),
            m(Consult, "met").by(SHARAA).to(PUTIN).on("2025-10-15"),
            m(Consult, "met").by(MACRON).to("friedrich-merz=Friedrich Merz@Germany").on("2025-11-15"),
            m(Agree, "signed").by(SHARAA).on("2025"),
            m(Consult, "met").by(SHARAA).to(PUTIN).on("2026-01-28"),
            m(Statement, "said").by(PUTIN),
        ],
    )]);
    let at =
        built.events.iter().position(|e| e.when.is_some_and(|w| w.edtf.to_string() == "2025-10-15")).unwrap();
    let found = built.neighbours(at, 3);
    let told = |list: &[usize]| list.iter().map(|i| built.events[*i].summary.as_str()).collect::<Vec<_>>();
    assert!(found.before.is_empty());
    assert_eq!(told(&found.around), ["signed", "said"]);
    assert_eq!(told(&found.after), ["met"]);
    let notable = built.events.iter().filter(|e| e.is_notable()).count();
    assert_eq!(notable, built.events.len() - 1);
    assert!(built.events[0].relations(&built.events[4]).single() == Some(dateline::time::Allen::Before));
}

/// A rest of all kinds is no kind: what is neither the same word nor a word for the same is two things.
#[test]
fn other_happenings_need_a_word_in_common() {
    let told = |trigger: &str| m(EventType::Other, trigger).by("AIRBUS=Airbus").on("2026-01-27");
    assert!(!merge_within(told("unveiled"), told("received")));
    assert!(!merge(told("unveiled"), told("received")));
    assert!(merge_within(told("sold"), told("sale")));
    assert!(merge(told("sold"), told("sells")));
}

#[test]
fn a_sentence_tells_two_things_by_two_words() {
    let both = "Boeing revived the deal and promised help to Aeroflot";
    let told = |trigger: &str| {
        m(Agree, trigger).by("BOEING=Boeing").to("AEROFLOT=Aeroflot").on("2026-01-27").says(both)
    };
    let mut one = article("a", "2026-01-28", vec![told("deal"), told("promised")]);
    one.mentions[1].sentence.span = one.mentions[0].sentence.span;
    assert_eq!(build(vec![one]).events.len(), 2);
}

#[test]
fn what_was_said_is_pointed_back_to() {
    let said = |words: &str, trigger: &str| m(Statement, trigger).by(PUTIN).on("2026-01-27").says(words);
    let first = || said("On Tuesday he announced a withdrawal from Syria by spring.", "announced");
    assert!(merge_within(first(), said("The announcement caught Paris unprepared.", "announcement")));
    assert!(!merge_within(first(), said("Fuel prices were frozen, he announced in Minsk.", "announced")));
    let other = said("The announcement caught Paris unprepared.", "announcement");
    assert!(!merge(first(), other), "another article points to what it told itself");
}

#[test]
fn a_headline_tells_what_its_article_does() {
    let head =
        || m(Statement, "announces").by(PUTIN).on("2026-01-27").says("Putin announces deep cuts in reply");
    let lead = m(Statement, "announced").by(PUTIN).on("2026-01-27");
    assert!(merge_within(
        head(),
        lead.clone().says("The president has announced that spending would shrink by a fifth.")
    ));
    let other = m(Statement, "announced").by(MACRON).on("2026-01-27");
    assert!(!merge_within(head(), other.says("In Paris Macron announced that he would stand again.")));
}

/// Some articles that share events.
fn corpus() -> Vec<Extraction> {
    let toppled = |day: &str| m(Office, "toppled").by("HTS=HTS").to(ASSAD).on(day);
    let struck = |day: &str| m(Assault, "struck").by(ISRAEL).to(SYRIA).on(day);
    let met = |day: &str| m(Consult, "met").by(SHARAA).to(PUTIN).on(day);
    vec![
        article("a", "2024-12-09", vec![toppled("2024-12-08"), struck("2024-12-08"), struck("2024-12")]),
        article("b", "2024-12-10", vec![toppled("2024-12-07"), struck("2024-12-09")]),
        article("c", "2025-12-10", vec![toppled("2024"), met("2025-10-15"), met("2025")]),
        article(
            "d",
            "2025-12-11",
            vec![met("2025-10"), toppled("2024-12-08").claimed("x"), struck("2024-12-09")],
        ),
        article(
            "e",
            "2026-01-28",
            vec![met("2026-01-28"), met("2025-10"), m(Consult, "meeting").on("2026-01-28")],
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_articles_does_not_matter(order in Just((0..5).collect::<Vec<usize>>()).prop_shuffle()) {
        let corpus = corpus();
        let shuffled = order.iter().map(|i| corpus[*i].clone()).collect();
        prop_assert_eq!(build(shuffled), build(corpus));
    }
}
