//! Laws that hold for every text and every date.

use chrono::{Datelike, Days, NaiveDate};
use dateline::span::Span;
use dateline::text::Text;
use dateline::time::{Allen, AllenSet, Edtf, EdtfDate, EdtfPoint, Interval, Period, Season, edtf, relations};
use dateline::timex::{self, TagOptions};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..80_000_u64).prop_map(|n| NaiveDate::from_ymd_opt(1890, 1, 1).expect("a day") + Days::new(n))
}

fn point() -> impl Strategy<Value = EdtfPoint> {
    let year = -999..3000_i32;
    let season = select(vec![Season::Spring, Season::Summer, Season::Autumn, Season::Winter]);
    prop_oneof![
        (1..30_i32).prop_map(|c| EdtfPoint::Century(c * 100)),
        (1..300_i32).prop_map(|d| EdtfPoint::Decade(d * 10)),
        year.clone().prop_map(EdtfPoint::Year),
        (year.clone(), 1..=2_u8).prop_map(|(y, h)| EdtfPoint::Half(y, h)),
        (year.clone(), 1..=4_u8).prop_map(|(y, q)| EdtfPoint::Quarter(y, q)),
        (year.clone(), season).prop_map(|(y, s)| EdtfPoint::Season(y, s)),
        (year, 1..=12_u8).prop_map(|(y, m)| EdtfPoint::Month(y, m)),
        day().prop_map(EdtfPoint::Day),
        (day(), 0..24_u32, 0..60_u32)
            .prop_map(|(d, h, m)| EdtfPoint::Minute(d.and_hms_opt(h, m, 0).expect("a time"))),
    ]
}

fn date() -> impl Strategy<Value = EdtfDate> {
    (point(), any::<bool>(), any::<bool>()).prop_map(|(point, uncertain, approximate)| EdtfDate {
        point,
        uncertain,
        approximate,
    })
}

fn value() -> impl Strategy<Value = Edtf> {
    let forward = (date(), date()).prop_filter_map("ends after it begins", |(a, b)| {
        let (start, end) = (Edtf::Date(a).interval().start?, Edtf::Date(b).interval().end?);
        (start < end).then_some(Edtf::Interval(Some(a), Some(b)))
    });
    let open = prop_oneof![
        date().prop_map(|d| Edtf::Interval(Some(d), None)),
        date().prop_map(|d| Edtf::Interval(None, Some(d))),
        Just(Edtf::Interval(None, None)),
    ];
    prop_oneof![date().prop_map(Edtf::Date), forward, open]
}

fn relation() -> impl Strategy<Value = Allen> {
    select(Allen::ALL.to_vec())
}

/// Text made of the words rules care about, in any order, and of anything else.
fn prose() -> impl Strategy<Value = String> {
    let words = select(vec![
        "the",
        "a",
        "last",
        "next",
        "May",
        "second",
        "31",
        "February",
        "2024",
        "1990s",
        "week",
        "ago",
        "of",
        "two",
        "half",
        "early",
        "mid",
        "-",
        "to",
        "from",
        "until",
        "Friday",
        "night",
        "BC",
        "quarter",
        "days",
        "after",
        "'",
        "06",
        "a.m.",
        "12:30",
        "99999999",
        "first",
        "nine",
        "million",
        "century",
        "every",
        "tomorrow",
        ",",
        "9999",
        "years",
        "decades",
        "before",
        "30",
        "twenty",
        "year",
        "10000",
        "months",
        "4294967295",
        "winter",
        "end",
    ]);
    let phrase = proptest::collection::vec(words, 0..24).prop_map(|w| w.join(" "));
    prop_oneof![phrase, "\\PC{0,80}", "[0-9 .,:/'–-]{0,60}"]
}

proptest! {
    #[test]
    fn tokens_lose_nothing(text in "\\PC{0,120}") {
        let read = Text::read(&text, &[Span::of(0..text.len())]);
        let kept: String = read.tokens.iter().map(|t| t.span.text(&text)).collect();
        let dense = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(dense(&kept), dense(&text));
        prop_assert!(read.tokens.windows(2).all(|w| w[0].span.end <= w[1].span.start));
    }

    #[test]
    fn every_token_is_in_one_sentence(text in "[A-Za-z0-9 .,!?\"'\n-]{0,200}") {
        let read = Text::read(&text, &[Span::of(0..text.len())]);
        let mut next = 0;
        for sentence in &read.sentences {
            prop_assert_eq!(sentence.tokens.start, next);
            next = sentence.tokens.end;
        }
        prop_assert_eq!(usize::try_from(next).expect("small"), read.tokens.len());
    }

    #[test]
    fn edtf_reads_back_what_it_prints(value in value()) {
        prop_assert_eq!(edtf::parse(&value.to_string()), Ok(value));
    }

    #[test]
    fn edtf_faults_stay_inside_the_text(text in "[0-9X/.~?T:-]{0,16}") {
        if let Err(fault) = edtf::parse(&text) {
            prop_assert!(fault.span.range().end <= text.len());
        }
    }

    #[test]
    fn tagging_never_fails(text in prose(), day in day(), narrative in any::<bool>()) {
        let read = Text::read(&text, &[Span::of(0..text.len())]);
        let found = timex::tag(&text, &read, TagOptions { dct: day.into(), narrative });
        for t in &found {
            prop_assert!(!t.span.text(&text).is_empty());
            prop_assert!(t.phrase.contains(t.span) || t.phrase.overlaps(t.span));
            if let Some((start, end)) = t.when.and_then(|w| w.interval().start.zip(w.interval().end)) {
                prop_assert!(start < end, "{}: {:?}", t.span.text(&text), t.when);
            }
        }
        prop_assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start));
    }

    #[test]
    fn iso_weeks_agree_with_the_calendar(day in day()) {
        let week = Period::of(day, dateline::time::Unit::Week);
        prop_assert_eq!(week.to_string(), day.format("%G-W%V").to_string());
        let (first, last) = week.days().expect("inside the calendar");
        prop_assert!(first <= day && day <= last && first.weekday() == chrono::Weekday::Mon);
    }

    #[test]
    fn deictic_words_lie_on_their_side(day in day()) {
        let only = |text: &str| {
            let read = Text::read(text, &[Span::of(0..text.len())]);
            timex::tag(text, &read, TagOptions { dct: day.into(), narrative: false })[0].when.expect("dated")
        };
        for past in ["yesterday", "last week", "last month", "last year", "last Friday", "last October", "two days ago"] {
            prop_assert!(only(past).last().expect("closed") < day, "{} on {}", past, day);
        }
        for future in ["tomorrow", "next week", "next month", "next year", "next Friday", "next October"] {
            prop_assert!(only(future).first().expect("closed") > day, "{} on {}", future, day);
        }
        for now in ["today", "this week", "this month", "this year"] {
            let value = only(now);
            prop_assert!(value.first() <= Some(day) && Some(day) <= value.last(), "{} on {}", now, day);
        }
    }

    #[test]
    fn allen_composition_agrees_with_its_inverse(a in relation(), b in relation()) {
        prop_assert_eq!(a.inverse().inverse(), a);
        prop_assert_eq!(a.compose(b).inverse(), b.inverse().compose(a.inverse()));
        prop_assert_eq!(Allen::Equals.compose(a), AllenSet::only(a));
        prop_assert!(a.compose(a.inverse()).contains(Allen::Equals));
    }

    #[test]
    fn relations_turn_round(a in day(), b in day(), c in day(), d in day()) {
        let x = Interval::days(a.min(b), a.max(b));
        let y = Interval::days(c.min(d), c.max(d));
        prop_assert_eq!(relations(&x, &y), relations(&y, &x).inverse());
    }
}

/// What one expression means in an article of `day`.
fn read_on(day: NaiveDate, text: &str) -> dateline::time::TimeValue {
    let read = Text::read(text, &[Span::of(0..text.len())]);
    let found = timex::tag(text, &read, TagOptions { dct: day.into(), narrative: false });
    found.first().and_then(|t| t.when).unwrap_or_else(|| panic!("`{text}` has no value on {day}"))
}

/// Every day of a leap year and a common one: the edges of months, years and ISO weeks are all among them.
#[test]
fn directions_hold_on_every_day() {
    const WEEKDAYS: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const PAST: &[&str] = &[
        "yesterday",
        "last week",
        "last month",
        "last quarter",
        "last year",
        "last weekend",
        "last decade",
        "last May",
        "last December",
        "last Christmas",
        "last Easter",
        "two days ago",
        "three weeks ago",
        "a month ago",
        "a year ago",
        "a decade ago",
        "the day before yesterday",
        "the previous year",
    ];
    const FUTURE: &[&str] = &[
        "tomorrow",
        "next week",
        "next month",
        "next quarter",
        "next year",
        "next decade",
        "next May",
        "next December",
        "next Christmas",
        "next Easter",
        "the day after tomorrow",
        "the coming week",
        "two days from now",
        "three weeks from now",
    ];
    const AROUND: &[&str] = &["today", "this week", "this month", "this quarter", "this year", "this decade"];
    let start = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a day");
    for day in start.iter_days().take(365 + 366) {
        for past in PAST {
            assert!(read_on(day, past).last().expect("closed") < day, "{past} on {day}");
        }
        for future in FUTURE {
            assert!(read_on(day, future).first().expect("closed") > day, "{future} on {day}");
        }
        for around in AROUND {
            let value = read_on(day, around);
            assert!(value.first() <= Some(day) && Some(day) <= value.last(), "{around} on {day}");
        }
        for (n, name) in WEEKDAYS.iter().enumerate() {
            let days = |text: String| (read_on(day, &text).first().expect("closed") - day).num_days();
            assert!((-7..0).contains(&days(format!("last {name}"))), "last {name} on {day}");
            assert!((1..=7).contains(&days(format!("next {name}"))), "next {name} on {day}");
            // With no verb to go by, tomorrow is likelier than six days ago.
            assert!((-5..=1).contains(&days((*name).to_owned())), "{name} on {day}");
            assert!((-6..=0).contains(&days(format!("They met on {name}"))), "met on {name} on {day}");
            assert!(
                (0..=6).contains(&days(format!("They will meet on {name}"))),
                "will meet on {name} on {day}"
            );
            let found = day + chrono::TimeDelta::days(days(format!("next {name}")));
            assert_eq!(found.weekday().num_days_from_monday() as usize, n);
        }
    }
}

#[test]
fn iso_weeks_agree_over_two_centuries() {
    let start = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day");
    for day in start.iter_days().take_while(|d| d.year() <= 2100) {
        let week = Period::of(day, dateline::time::Unit::Week);
        assert_eq!(week.to_string(), day.format("%G-W%V").to_string());
        let next = week.shift(1, dateline::time::Unit::Week).expect("inside the calendar");
        assert_eq!(next.to_string(), (day + Days::new(7)).format("%G-W%V").to_string());
    }
}
