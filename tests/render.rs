//! What people and programs see of a chronology, format by format.

use dateline::render::{self, Format, Options, Stats};

use crate::{sample, support};

const PLAIN: Options = Options { width: 100, colour: false };

fn shown(format: Format, options: Options) -> String {
    let chronology = sample::chronology();
    let events: Vec<_> = chronology.events.iter().collect();
    let mut out = String::new();
    render::events(&chronology, &events, format, options, &mut out).unwrap();
    out
}

fn snapshot(name: &str, text: &str) {
    support::settings("render").bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn events_in_every_format() {
    snapshot("events_table", &shown(Format::Table, PLAIN));
    snapshot("events_table_narrow", &shown(Format::Table, Options { width: 70, colour: false }));
    snapshot("events_jsonl", &shown(Format::Jsonl, PLAIN));
    snapshot("events_csv", &shown(Format::Csv, PLAIN));
    snapshot("events_markdown", &shown(Format::Markdown, PLAIN));
    snapshot("events_ron", &shown(Format::Ron, PLAIN));
}

#[test]
fn mentions_in_every_format() {
    let chronology = sample::chronology();
    let mentions: Vec<_> = chronology.mentions.iter().collect();
    for (name, format) in [("table", Format::Table), ("jsonl", Format::Jsonl), ("csv", Format::Csv)] {
        let mut out = String::new();
        render::mentions(&mentions, format, PLAIN, &mut out).unwrap();
        snapshot(&format!("mentions_{name}"), &out);
    }
}

#[test]
fn one_event_with_its_evidence() {
    let chronology = sample::chronology();
    for event in &chronology.events[..5] {
        let mut out = String::new();
        render::detail(&chronology, event, PLAIN, &mut out).unwrap();
        snapshot(&format!("detail_{}", event.id), &out);
    }
}

#[test]
fn counts() {
    let mut out = String::new();
    render::stats(&Stats::of(&sample::chronology()), Format::Table, PLAIN, &mut out).unwrap();
    snapshot("stats", &out);
}

/// An article's escapes and overrides reach no format that a terminal shows.
#[test]
fn nothing_steers_the_terminal() {
    for format in [Format::Table, Format::Jsonl, Format::Csv, Format::Markdown, Format::Ron] {
        let out = shown(format, PLAIN);
        let bad = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!out.contains(bad), "{format:?}: {out:?}");
    }
}

#[test]
fn no_line_is_wider_than_asked() {
    for width in [40, 60, 80, 100, 160] {
        let out = shown(Format::Table, Options { width, colour: false });
        for line in out.lines() {
            assert!(line.chars().count() <= usize::from(width), "{width}: {line}");
        }
    }
}

#[test]
fn an_empty_list_is_empty() {
    let chronology = sample::chronology();
    let mut out = String::new();
    render::events(&chronology, &[], Format::Table, PLAIN, &mut out).unwrap();
    assert_eq!(out, "");
}
