//! A small chronology made by hand, so that queries and tables are tested apart from extraction.

use chrono::NaiveDate;
use dateline::chronology::{Article, Chronology, Conflict, Event, Field};
use dateline::document::DctSource;
use dateline::event::{Basis, Count, EventType, Mention, Mode, Participant, PlaceRef, Quote, Status, When};
use dateline::gazetteer::Sector;
use dateline::span::Span;
use dateline::time::{Edtf, EdtfPoint, Granularity, Modifier, TimeValue};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn month(y: i32, m: u8) -> TimeValue {
    TimeValue {
        edtf: Edtf::Date(EdtfPoint::Month(y, m).into()),
        granularity: Granularity::Month,
        modifier: None,
    }
}

fn days(first: NaiveDate, last: NaiveDate) -> TimeValue {
    TimeValue { edtf: Edtf::days(first, last), granularity: Granularity::Day, modifier: None }
}

fn party(name: &str, code: &str, acts_for: &str, country: &str, sector: Sector) -> Participant {
    let some = |s: &str| (!s.is_empty()).then(|| s.into());
    Participant {
        span: Span::new(0, 0),
        name: name.into(),
        code: some(code),
        acts_for: some(acts_for),
        country: some(country),
        sector: Some(sector),
        basis: Basis::Stated,
    }
}

fn place(name: &str, code: &str, country: &str, at: (f32, f32)) -> PlaceRef {
    PlaceRef {
        span: Span::new(0, 0),
        name: name.into(),
        code: Some(code.into()),
        country: Some(country.into()),
        at: Some(at),
        basis: Basis::Stated,
    }
}

fn putin() -> Participant {
    party("Vladimir Putin", "vladimir-putin", "Russia", "RUS", Sector::Gov)
}

fn sharaa() -> Participant {
    party("Ahmed al-Sharaa", "ahmed-al-sharaa", "Syria", "SYR", Sector::Gov)
}

struct Told<'a> {
    article: &'a str,
    sentence: &'a str,
    trigger: &'a str,
    expression: &'a str,
}

/// The mention of an event; offsets count from 1000, as if the sentence stood far into its article.
fn mention(e: &Event, told: &Told<'_>) -> Mention {
    let quote = |words: &str| {
        let at = told.sentence.find(words).unwrap();
        Quote { span: Span::of(1000 + at..1000 + at + words.len()), text: words.into() }
    };
    Mention {
        id: format!("{}#{}", told.article, told.trigger),
        document: told.article.into(),
        sentence: quote(told.sentence),
        trigger: quote(told.trigger),
        event: e.event,
        mode: e.mode.clone(),
        contexts: Vec::new(),
        actors: e.actors.clone(),
        recipients: e.recipients.clone(),
        place: e.place.clone(),
        when: e.when.map(|value| When {
            value,
            basis: e.basis.unwrap_or(Basis::Assumed),
            expression: (!told.expression.is_empty()).then(|| quote(told.expression)),
            rule: "calendar/month-year".into(),
        }),
        status: e.status,
        claimed_by: e.claimed_by.clone(),
        dead: e.dead,
        injured: e.injured,
        summary: e.summary.clone(),
        rules: vec!["office/topple".into()],
    }
}

fn event(id: &str, kind: EventType, when: Option<TimeValue>, basis: Option<Basis>, summary: &str) -> Event {
    Event {
        id: id.into(),
        event: kind,
        mode: None,
        status: Status::Occurred,
        claimed_by: None,
        when,
        basis,
        actors: Vec::new(),
        recipients: Vec::new(),
        place: None,
        dead: None,
        injured: None,
        summary: summary.into(),
        mentions: Vec::new(),
        sources: vec!["Al Jazeera".into()],
        independent: 1,
        reported: None,
        conflicts: Vec::new(),
        relations: Vec::new(),
    }
}

fn article(id: &str, source: &str, title: &str, published: NaiveDate, dated_by: DctSource) -> Article {
    Article {
        id: id.into(),
        title: title.into(),
        source: source.into(),
        url: None,
        published,
        dated_by: Some(dated_by),
        hash: String::new(),
        batch: 1,
    }
}

/// Seven events of the Syrian story, as uncertain as such a story is.
#[allow(clippy::too_many_lines, reason = "a list of seven entries")]
fn events() -> Vec<Event> {
    let rebels = party("al-Sharaa’s rebel forces", "", "Hayat Tahrir al-Sham", "SYR", Sector::Reb);
    let assad = party("Bashar al-Assad", "bashar-al-assad", "Syria", "SYR", Sector::Gov);
    let kremlin = party("Kremlin", "KREMLIN", "Russia", "RUS", Sector::Gov);
    let moscow = place("Moscow", "moscow", "RUS", (55.76, 37.62));

    let fall = Event {
        actors: vec![rebels],
        recipients: vec![assad.clone()],
        sources: vec!["Al Jazeera".into(), "Levant Wire".into()],
        independent: 2,
        conflicts: vec![Conflict {
            field: Field::When,
            values: vec![("2024-12".into(), vec![0]), ("2024-11".into(), vec![1])],
        }],
        mode: Some(Mode("overthrow".into())),
        ..event(
            "5c1e07",
            EventType::Office,
            Some(month(2024, 12)),
            Some(Basis::Stated),
            "rebel forces toppled longtime ruler al-Assad",
        )
    };
    let flight = Event {
        actors: vec![assad.clone()],
        place: Some(moscow.clone()),
        ..event(
            "a90b3d",
            EventType::Retreat,
            Some(TimeValue { modifier: None, ..days(day(2024, 12, 1), day(2026, 1, 28)) }),
            Some(Basis::Carried),
            "al-Assad and his wife fled to Moscow",
        )
    };
    let maduro = Event {
        actors: vec![party("United States", "USA", "", "USA", Sector::Gov)],
        recipients: vec![party("Nicolás Maduro", "nicolas-maduro", "Venezuela", "VEN", Sector::Gov)],
        place: None,
        ..event(
            "77d2e4",
            EventType::Coerce,
            Some(days(day(2026, 1, 1), day(2026, 1, 28))),
            Some(Basis::Stated),
            "special forces abducted Nicolas Maduro",
        )
    };
    let withdrawal = Event {
        claimed_by: Some("unnamed".into()),
        actors: vec![kremlin],
        place: Some(place("Qamishli", "qamishli", "SYR", (37.05, 41.23))),
        ..event(
            "e3f841",
            EventType::Retreat,
            Some(days(day(2026, 1, 26), day(2026, 1, 28))),
            Some(Basis::Stated),
            "the Kremlin withdrew its forces from the Qamishli airport",
        )
    };
    let meeting = Event {
        status: Status::Ongoing,
        actors: vec![sharaa()],
        recipients: vec![putin()],
        place: Some(moscow),
        ..event(
            "0b6a55",
            EventType::Consult,
            Some(TimeValue::day(day(2026, 1, 28))),
            Some(Basis::Assumed),
            "al-Sharaa is meeting Putin\u{1b}[2J in Moscow\u{202e}",
        )
    };
    let strike = Event {
        dead: Some(Count { min: 12, max: None }),
        injured: Some(Count { min: 24, max: Some(99) }),
        place: Some(place("Damascus", "damascus", "SYR", (33.51, 36.29))),
        mode: Some(Mode("airstrike".into())),
        ..event(
            "c4408f",
            EventType::Assault,
            Some(TimeValue {
                edtf: Edtf::Interval(Some(EdtfPoint::Day(day(2026, 1, 30)).into()), None),
                granularity: Granularity::Day,
                modifier: Some(Modifier::After),
            }),
            Some(Basis::Stated),
            "=air strikes on the capital",
        )
    };
    let vote = Event {
        status: Status::Planned,
        sources: Vec::new(),
        independent: 0,
        ..event("19aa60", EventType::Election, None, None, "a vote | is planned")
    };

    vec![fall, flight, maduro, withdrawal, meeting, strike, vote]
}

/// What the articles say of them; the number is the event's place in [`events`].
fn told() -> Vec<(usize, Told<'static>)> {
    vec![
        (
            0,
            Told {
                article: "a1-moscow",
                sentence: "Moscow has been working to build relations since his rebel forces toppled longtime ruler al-Assad in December 2024, aiming to keep its bases.",
                trigger: "toppled",
                expression: "December 2024",
            },
        ),
        (
            0,
            Told {
                article: "b2-levant",
                sentence: "Assad was ousted in November 2024.",
                trigger: "ousted",
                expression: "November 2024",
            },
        ),
        (
            1,
            Told {
                article: "a1-moscow",
                sentence: "Al-Assad and his wife fled to Moscow after the rebel uprising.",
                trigger: "fled",
                expression: "",
            },
        ),
        (
            2,
            Told {
                article: "a1-moscow",
                sentence: "He lost another ally this month, when the United States sent special forces to abduct Nicolas Maduro.",
                trigger: "abduct",
                expression: "this month",
            },
        ),
        (
            3,
            Told {
                article: "a1-moscow",
                sentence: "Earlier this week, the Kremlin reportedly withdrew its forces from the Qamishli airport.",
                trigger: "withdrew",
                expression: "Earlier this week",
            },
        ),
        (
            4,
            Told {
                article: "a1-moscow",
                sentence: "Syrian President Ahmed al-Sharaa is meeting Vladimir Putin in Moscow.",
                trigger: "meeting",
                expression: "",
            },
        ),
        (
            5,
            Told {
                article: "a1-moscow",
                sentence: "Air strikes hit the capital after 29 January 2026.",
                trigger: "hit",
                expression: "29 January 2026",
            },
        ),
        (6, Told { article: "c3-nameless", sentence: "A vote is planned.", trigger: "vote", expression: "" }),
    ]
}

/// The events with their mentions and articles.
pub(crate) fn chronology() -> Chronology {
    let mut events = events();
    let mut mentions = Vec::new();
    for (number, (of, told)) in told().iter().enumerate() {
        mentions.push(mention(&events[*of], told));
        events[*of].mentions.push(number);
    }
    let articles = vec![
        article("a1-moscow", "Al Jazeera", "Al-Sharaa meets Putin", day(2026, 1, 28), DctSource::Header),
        article("b2-levant", "Levant Wire", "A year on", day(2025, 12, 1), DctSource::FileName),
        article("c3-nameless", "", "", day(2026, 2, 1), DctSource::Flag),
    ];
    Chronology { events, mentions, articles }
}
