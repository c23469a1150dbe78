//! The store: what is written, what comes back, and what is said of files that a person or an accident changed.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use dateline::chronology::{Article, Correction, Decision, Extraction};
use dateline::document::{DctSource, Document};
use dateline::event::{
    Basis, Context, Count, EventType, Mention, Mode, Participant, PlaceRef, Quote, Short, Status, When,
};
use dateline::gazetteer::Sector;
use dateline::span::Span;
use dateline::store::{Added, Contents, Store};
use dateline::time::{Edtf, EdtfPoint, Granularity, Modifier, TimeValue};

use crate::support;

/// A folder that is gone when the test is over.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// A message without the folder's own path, which differs from run to run.
    pub(crate) fn plain(&self, message: &str) -> String {
        message.replace(&*self.0.to_string_lossy(), "FOLDER")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Holds `text` against `snapshots/store/NAME.snap`.
fn snapshot(name: &str, text: &str) {
    support::settings("store").bind(|| insta::assert_snapshot!(name, text));
}

const TEXT: &str = "MOSCOW - At least 12 people died in Qamishli on 26 January 2026, Moscow said.\n";

fn quote(words: &str) -> Quote {
    let at = TEXT.find(words).unwrap();
    Quote::new(TEXT, Span::of(at..at + words.len()))
}

fn mention(id: &str) -> Mention {
    Mention {
        id: id.into(),
        document: "2026-01-28-qamishli".into(),
        sentence: quote("At least 12 people died in Qamishli on 26 January 2026, Moscow said."),
        trigger: quote("died"),
        event: EventType::Assault,
        mode: Some(Mode("airstrike".into())),
        contexts: vec![Context("military".into())],
        actors: vec![Participant {
            span: quote("Moscow").span,
            name: "Moscow".into(),
            code: None,
            acts_for: Some("Russia".into()),
            country: Some("RUS".into()),
            sector: Some(Sector::Gov),
            basis: Basis::Stated,
        }],
        recipients: Vec::new(),
        place: Some(PlaceRef {
            span: quote("Qamishli").span,
            name: "Qamishli".into(),
            code: None,
            country: Some("SYR".into()),
            at: Some((37.05, 41.22)),
            basis: Basis::Stated,
        }),
        when: Some(When {
            value: TimeValue::day(NaiveDate::from_ymd_opt(2026, 1, 26).unwrap()),
            basis: Basis::Stated,
            expression: Some(quote("26 January 2026")),
            rule: "calendar/day-month-year".into(),
        }),
        status: Status::Occurred,
        claimed_by: Some("Moscow".into()),
        dead: Some(Count { min: 12, max: None }),
        injured: None,
        summary: "At least 12 people died in Qamishli".into(),
        rules: vec!["assault/die".into()],
    }
}

fn extraction() -> Extraction {
    let document = document();
    Extraction {
        article: Article {
            id: "2026-01-28-qamishli".into(),
            title: "Deaths in \"Qamishli\"".into(),
            source: "Example News".into(),
            url: Some("https://example.org/1".into()),
            published: NaiveDate::from_ymd_opt(2026, 1, 28).unwrap(),
            dated_by: Some(DctSource::FileName),
            hash: document.hash(),
            batch: 1,
        },
        mentions: vec![mention("2026-01-28-qamishli#aaaa")],
    }
}

fn document() -> Document {
    let published = NaiveDate::from_ymd_opt(2026, 1, 28).unwrap();
    Document {
        id: "2026-01-28-qamishli".into(),
        header: dateline::document::Header {
            title: String::new(),
            source: String::new(),
            url: None,
            dct: dateline::document::Dct {
                at: published.and_hms_opt(0, 0, 0).unwrap(),
                from: DctSource::FileName,
            },
            dateline: None,
        },
        text: TEXT.into(),
        prose: Vec::new(),
    }
}

fn file() -> &'static str {
    "2026/2026-01-28-qamishli.ron"
}

#[test]
fn a_file_reads_well() {
    let folder = Folder::new("reads-well");
    let store = Store::open(folder.path()).unwrap();
    store.add(&extraction()).unwrap();
    let text = fs::read_to_string(folder.path().join(file())).unwrap();
    snapshot("file", &text);
}

#[test]
fn adding_twice_changes_no_byte() {
    let folder = Folder::new("twice");
    let store = Store::open(folder.path().join("events")).unwrap();
    let mut extraction = extraction();
    let path = store.dir().join(file());
    assert_eq!(store.add(&extraction).unwrap(), Added::Written(path.clone()));
    let before = fs::read(store.dir().join(file())).unwrap();
    assert_eq!(store.add(&extraction).unwrap(), Added::Unchanged(path.clone()));
    assert_eq!(fs::read(store.dir().join(file())).unwrap(), before);
    extraction.mentions.clear();
    assert_eq!(store.add(&extraction).unwrap(), Added::Replaced(path.clone()));
    // Another year of publication: the file moves.
    extraction.article.published = NaiveDate::from_ymd_opt(2025, 1, 28).unwrap();
    let moved = store.dir().join("2025/2026-01-28-qamishli.ron");
    assert_eq!(store.add(&extraction).unwrap(), Added::Replaced(moved));
    assert!(!store.dir().join(file()).exists());
    let names: Vec<_> =
        fs::read_dir(store.dir().join("2025")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["2026-01-28-qamishli.ron"]);
}

#[test]
fn ids_that_are_no_file_names_stay_inside_the_store() {
    let folder = Folder::new("ids");
    let store = Store::open(folder.path()).unwrap();
    let mut extraction = extraction();
    extraction.article.id = "../../etc/pass wd".into();
    extraction.mentions.clear();
    store.add(&extraction).unwrap();
    assert!(folder.path().join("2026/%2E.%2F..%2Fetc%2Fpass%20wd.ron").is_file());
    assert_eq!(store.load().unwrap().extractions, [extraction]);
}

#[test]
fn an_article_never_takes_anothers_place() {
    let folder = Folder::new("place");
    let store = Store::open(folder.path()).unwrap();
    let mut extraction = extraction();
    store.add(&extraction).unwrap();
    // As on a system that takes two spellings for one name.
    let theirs = fs::read(folder.path().join(file())).unwrap();
    let path = folder.write("2026/other.ron", &theirs);
    extraction.article.id = "other".into();
    let said = store.add(&extraction).unwrap_err().to_string();
    assert_eq!(
        folder.plain(&said),
        "FOLDER/2026/other.ron: it holds the article `2026-01-28-qamishli`, and `other` would take its place"
    );
    assert_eq!(fs::read(path).unwrap(), theirs);
}

#[test]
fn a_broken_file_of_ours_is_mended() {
    let folder = Folder::new("mended");
    let store = Store::open(folder.path()).unwrap();
    let path = folder.write(file(), "(version: 1, art");
    assert_eq!(store.add(&extraction()).unwrap(), Added::Replaced(path));
    assert_eq!(store.load().unwrap().extractions, [extraction()]);
}

#[test]
fn one_broken_file_hides_no_other() {
    let folder = Folder::new("broken");
    let store = Store::open(folder.path()).unwrap();
    store.add(&extraction()).unwrap();
    let good = fs::read_to_string(folder.path().join(file())).unwrap();
    let cases = [
        ("a-cut", good[..good.len() / 2].to_owned()),
        ("b-field", good.replace("summary:", "sumary:")),
        ("c-type", good.replace("event: Assault", "event: Asault")),
        ("d-date", good.replace("edtf: \"2026-01-26\"", "edtf: \"2026-01-32\"")),
        ("e-missing", good.replace("    status: Occurred,\n", "")),
        ("f-comma", good.replace("event: Assault,", "event: Assault")),
        ("g-newer", good.replace("version: 1,", "version: 2,\n    weather: \"fine\",")),
        ("h-number", good.replace("min: 12", "min: \"12\"")),
        ("i-day", good.replace("published: \"2026-01-28\"", "published: \"28 Jan\"")),
        ("j-bytes", String::new()),
    ];
    for (name, text) in cases {
        folder.write(&format!("2026/{name}.ron"), text);
    }
    folder.write("2026/j-bytes.ron", [0xFF, 0xFE]);
    let Contents { extractions: all, errors, .. } = store.load().unwrap();
    assert_eq!(all, [extraction()]);
    let errors: Vec<String> = errors.iter().map(|e| folder.plain(&e.to_string())).collect();
    snapshot("broken", &errors.join("\n\n"));
}

#[test]
fn a_missing_store_is_an_error_and_an_empty_one_is_not() {
    let folder = Folder::new("empty");
    let missing = Store::open(folder.path().join("events")).unwrap().load().unwrap_err().to_string();
    assert_eq!(folder.plain(&missing), "FOLDER/events: there is no store here; fill one with `dateline add`");
    let store = Store::open(folder.path()).unwrap();
    let Contents { extractions: all, errors, .. } = store.load().unwrap();
    assert!(all.is_empty() && errors.is_empty());
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn what_people_write_is_read() {
    let folder = Folder::new("people");
    let store = Store::open(folder.path()).unwrap();
    folder.write(
        "decisions.ron",
        "\u{feff}// Mine.\n[\n    Same(mentions: [\"a\", \"b\"], reason: \"one meeting\"),\n    \
         Different(mentions: [\"a\", \"c\"], reason: \"October and January\", by: \"vg\", on: \"2026-02-01\"),\n    \
         Reject(mention: \"d\", reason: \"a figure of speech\"),\n    \
         Correct(mention: \"e\", when: \"2024-12\", type: Office, status: Occurred, place: \"Damascus\", \
         summary: \"Assad falls\", reason: \"seen\"),\n]\n",
    );
    folder.write(
        "manual/background.ron",
        "[\n    (when: \"2024-12-08/..\", type: Office, summary: \"Assad leaves Damascus\", actors: [\"Nobody Known\"], \
         place: \"Nowhere\", dead: (min: 3), reason: \"not told elsewhere\"),\n    \
         (id: \"talks\", when: \"2025-03\", type: Consult, summary: \"Talks\", source: \"Office\", url: \"https://e.org\"),\n]\n",
    );
    let correction = Correction {
        when: Some(Edtf::Date(EdtfPoint::Month(2024, 12).into())),
        event: Some(EventType::Office),
        status: Some(Status::Occurred),
        place: Some("Damascus".into()),
        summary: Some("Assad falls".into()),
    };
    let want = [
        Decision::Same(vec!["a".into(), "b".into()]),
        Decision::Different(vec!["a".into(), "c".into()]),
        Decision::Reject("d".into()),
        Decision::Correct("e".into(), correction),
    ];
    assert_eq!(store.load().unwrap().decisions, want);
    let Contents { extractions: all, errors, .. } = store.load().unwrap();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(all.len(), 2);
    let talks = all.iter().find(|e| e.article.id == "manual/background#talks").unwrap();
    assert_eq!(talks.article.source, "Office");
    assert_eq!(talks.article.published.to_string(), "2025-03-31");
    let flight = all.iter().find(|e| e.article.id != talks.article.id).unwrap();
    assert_eq!(flight.article.source, "manual");
    assert_eq!(flight.article.dated_by, None);
    assert_eq!(flight.mentions[0].actors[0].name, "Nobody Known");
    assert_eq!(flight.mentions[0].sentence.text, "not told elsewhere");
    assert_eq!(flight.mentions[0].dead, Some(Count { min: 3, max: None }));
}

#[test]
fn mistakes_of_people_get_a_caret() {
    let folder = Folder::new("mistakes");
    let store = Store::open(folder.path()).unwrap();
    folder.write("decisions.ron", "[\n    Sane(mentions: [\"a\", \"b\"], reason: \"one meeting\"),\n]\n");
    folder
        .write("manual/a.ron", "[\n    (when: \"last week\", type: Office, summary: \"Assad leaves\"),\n]\n");
    folder.write("manual/b.ron", "[\n    (when: \"../..\", type: Office, summary: \"Assad leaves\"),\n]\n");
    folder.write(
        "manual/c.ron",
        "[\n    (when: \"2024\", type: Office, summary: \"Assad leaves\", plce: \"Damascus\"),\n]\n",
    );
    let said: Vec<String> = store.load().unwrap().errors.iter().map(ToString::to_string).collect();
    snapshot("mistakes", &folder.plain(&said.join("\n\n")));
}

#[test]
fn check_finds_what_does_not_fit() {
    let folder = Folder::new("check");
    let store = Store::open(folder.path()).unwrap();
    store.add(&extraction()).unwrap();
    assert_eq!(store.check_against(&[document()]).unwrap(), []);

    let mut wrong = extraction();
    wrong.article.id = "wrong".into();
    let bad = &mut wrong.mentions[0];
    bad.dead = Some(Count { min: 12, max: Some(3) });
    bad.trigger.span = Span::new(0, 2);
    bad.place.as_mut().unwrap().at = Some((137.0, 41.0));
    bad.place.as_mut().unwrap().code = Some("no-such-place".into());
    bad.actors[0].code = Some("no-such-actor".into());
    bad.actors[0].country = Some("XYZ".into());
    bad.when.as_mut().unwrap().basis = Basis::Assumed;
    store.add(&wrong).unwrap();
    folder.write("2024/lost.ron", fs::read(folder.path().join(file())).unwrap());
    folder.write("2026/broken.ron", "(version: 1");
    folder.write(
        "decisions.ron",
        "[\n    Same(mentions: [\"2026-01-28-qamishli#aaaa\", \"b\"], reason: \"one\"),\n    \
         Same(mentions: [\"b\", \"c\"], reason: \"one\"),\n    \
         Different(mentions: [\"2026-01-28-qamishli#aaaa\", \"c\"], reason: \"\"),\n    \
         Reject(mention: \"b\", reason: \"no event\"),\n]\n",
    );
    let mut changed = document();
    changed.text.push_str("One more line.\n");
    let found: Vec<String> =
        store.check_against(&[changed]).unwrap().iter().map(ToString::to_string).collect();
    snapshot("check", &folder.plain(&found.join("\n")));
}

#[test]
fn check_holds_quotes_against_the_text() {
    let folder = Folder::new("quotes");
    let store = Store::open(folder.path()).unwrap();
    let mut shifted = extraction();
    shifted.mentions[0].trigger.span = Span::new(10, 14);
    store.add(&shifted).unwrap();
    let found: Vec<String> =
        store.check_against(&[document()]).unwrap().iter().map(|f| f.message.clone()).collect();
    assert_eq!(found, ["2026-01-28-qamishli#aaaa: (10, 14) of the article does not read \"died\""]);
}

mod round_trip {
    use super::*;
    use proptest::prelude::*;

    fn span() -> impl Strategy<Value = Span> {
        (0u32..5000, 0u32..300).prop_map(|(a, n)| Span::new(a, a + n))
    }

    fn words() -> impl Strategy<Value = String> {
        "[\\PC\n\t\"\\\\]{0,20}"
    }

    fn short() -> impl Strategy<Value = Short> {
        words().prop_map(Short::from)
    }

    fn quotes() -> impl Strategy<Value = Quote> {
        (span(), short()).prop_map(|(span, text)| Quote { span, text })
    }

    fn point() -> impl Strategy<Value = EdtfPoint> {
        let day = (-9000i32..9000, 1u32..=12, 1u32..=28)
            .prop_map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap());
        prop_oneof![
            day.clone().prop_map(EdtfPoint::Day),
            (day, 0u32..24, 0u32..60)
                .prop_map(|(d, h, m)| EdtfPoint::Minute(d.and_hms_opt(h, m, 0).unwrap())),
            (1i32..9999, 1u8..=12).prop_map(|(y, m)| EdtfPoint::Month(y, m)),
            (-9999i32..9999).prop_map(EdtfPoint::Year),
            (1i32..9999, 1u8..=4).prop_map(|(y, q)| EdtfPoint::Quarter(y, q)),
            (1i32..9999, 1u8..=2).prop_map(|(y, h)| EdtfPoint::Half(y, h)),
            (1i32..999).prop_map(|y| EdtfPoint::Decade(y * 10)),
            (1i32..99).prop_map(|y| EdtfPoint::Century(y * 100)),
        ]
    }

    fn value() -> impl Strategy<Value = TimeValue> {
        let date = || {
            (point(), any::<bool>(), any::<bool>()).prop_map(|(point, uncertain, approximate)| {
                dateline::time::EdtfDate { point, uncertain, approximate }
            })
        };
        let edtf = prop_oneof![
            date().prop_map(Edtf::Date),
            (proptest::option::of(date()), proptest::option::of(date()))
                .prop_map(|(a, b)| Edtf::Interval(a, b))
                .prop_filter("an interval begins before it ends", |edtf| {
                    let interval = edtf.interval();
                    interval.start.zip(interval.end).is_none_or(|(start, end)| start < end)
                }),
        ];
        let granularity = prop_oneof![
            Just(Granularity::Day),
            Just(Granularity::DayPart),
            Just(Granularity::Week),
            Just(Granularity::Year),
            Just(Granularity::Century)
        ];
        let modifier = proptest::option::of(proptest::sample::select(Modifier::ALL.to_vec()));
        (edtf, granularity, modifier).prop_map(|(edtf, granularity, modifier)| TimeValue {
            edtf,
            granularity,
            modifier,
        })
    }

    fn mentions() -> impl Strategy<Value = Mention> {
        let text = || proptest::option::of(short());
        let when = (value(), proptest::option::of(quotes()), short())
            .prop_map(|(value, expression, rule)| When { value, basis: Basis::Carried, expression, rule });
        let place =
            (span(), short(), text(), text(), proptest::option::of((-90.0f32..90.0, -180.0f32..180.0)))
                .prop_map(|(span, name, code, country, at)| PlaceRef {
                    span,
                    name,
                    code,
                    country,
                    at,
                    basis: Basis::Stated,
                });
        let participant =
            (span(), short(), text(), text(), text()).prop_map(|(span, name, code, acts_for, country)| {
                Participant {
                    span,
                    name,
                    code,
                    acts_for,
                    country,
                    sector: Some(Sector::Igo),
                    basis: Basis::Carried,
                }
            });
        let count = proptest::option::of((any::<u32>(), proptest::option::of(any::<u32>())))
            .prop_map(|c| c.map(|(min, max)| Count { min, max }));
        let people = proptest::collection::vec(participant, 0..3);
        let kind = (
            proptest::sample::select(EventType::ALL.to_vec()),
            proptest::sample::select(Status::ALL.to_vec()),
        );
        (
            words(),
            quotes(),
            kind,
            people,
            proptest::option::of(place),
            proptest::option::of(when),
            count,
            text(),
        )
            .prop_map(|(id, quote, (event, status), people, place, when, count, claimed_by)| {
                Mention {
                    id,
                    document: "2026-01-28-qamishli".into(),
                    sentence: quote.clone(),
                    trigger: quote,
                    event,
                    mode: claimed_by.clone().map(Mode),
                    contexts: claimed_by.clone().map(Context).into_iter().collect(),
                    actors: people.clone(),
                    recipients: people,
                    place,
                    when,
                    status,
                    claimed_by,
                    dead: count,
                    injured: None,
                    summary: String::new(),
                    rules: Vec::new(),
                }
            })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_was_written_comes_back(mentions in proptest::collection::vec(mentions(), 0..4)) {
            let folder = Folder::new("round-trip");
            let store = Store::open(folder.path()).unwrap();
            let written = Extraction { mentions, ..extraction() };
            store.add(&written).unwrap();
            let Contents { extractions: read, errors, .. } = store.load().unwrap();
            prop_assert!(errors.is_empty(), "{}", errors[0]);
            prop_assert_eq!(&read[..], &[written][..]);
        }
    }
}
