//! Sentences as newspapers write them, with every expression of time in them and its value: the tables in
//! `tests/expressions/`. A sentence without brackets has none.

use std::path::Path;

use chrono::NaiveDate;
use dateline::span::Span;
use dateline::text::Text;
use dateline::timex::{self, TagOptions, Timex, TimexType};

/// What brackets say: the text without them, and where they stood.
fn bracketed(text: &str) -> (String, Vec<Span>) {
    let (mut plain, mut spans, mut open) = (String::new(), Vec::new(), None);
    for c in text.chars() {
        match c {
            '[' => open = Some(plain.len()),
            ']' => spans.push(Span::of(open.take().expect("opened")..plain.len())),
            c => plain.push(c),
        }
    }
    (plain, spans)
}

/// Type, value and mod in one; the type only where the value does not say it.
fn written(timex: &Timex) -> String {
    let value = timex.value.as_str();
    let expected = if value.starts_with('P') && !value.ends_with("_REF") {
        TimexType::Duration
    } else if value.starts_with("XXXX") {
        TimexType::Set
    } else if value.contains('T') && !value.ends_with("_REF") {
        TimexType::Time
    } else {
        TimexType::Date
    };
    let kind = if timex.kind == expected { String::new() } else { format!("{} ", timex.kind.name()) };
    let modifier = timex.modifier.map_or(String::new(), |m| format!(" {}", m.name()));
    format!("{kind}{value}{modifier}")
}

/// A sentence with its expressions in brackets, and what each is.
type Example = (String, Vec<String>);

/// The tables of a folder, by name.
fn tables(folder: &str) -> Vec<(String, Vec<Example>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(path).unwrap();
            (name.clone(), ron::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}")))
        })
        .collect()
}

fn check(folder: &str, narrative: bool) -> usize {
    let dct = NaiveDate::from_ymd_opt(2024, 3, 15).unwrap().into();
    let (mut count, mut faults) = (0, Vec::new());
    for (name, examples) in tables(folder) {
        for (text, values) in examples {
            count += 1;
            let (plain, spans) = bracketed(&text);
            let read = Text::read(&plain, &[Span::of(0..plain.len())]);
            let found = timex::tag(&plain, &read, TagOptions { dct, narrative });
            let seen: Vec<_> = found.iter().map(|t| (t.span, written(t))).collect();
            let wanted: Vec<_> = spans.into_iter().zip(values.iter().cloned()).collect();
            if seen != wanted {
                let seen: Vec<_> =
                    found.iter().map(|t| format!("[{}] {}", t.span.text(&plain), written(t))).collect();
                faults.push(format!("{name}: {text}\n    wants {values:?}\n    has   {seen:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} of {count} sentences differ:\n{}", faults.len(), faults.join("\n"));
    count
}

/// Every complaint that users of such tools make is a sentence of these tables; how many there are in all, with those
/// in the rules themselves and in the table of named days, is part of what is promised.
#[test]
fn there_are_examples_enough() {
    let sentences: usize = tables("expressions").iter().map(|(_, examples)| examples.len()).sum();
    let in_rules: usize = timex::rules().map(|rule| rule.hits.len() + rule.misses.len()).sum();
    let of_days: usize = timex::named_days().iter().map(|day| day.hits.len() + day.misses.len()).sum();
    let all = sentences + in_rules + of_days;
    assert!(all >= 1500, "{all}: {sentences} sentences, {in_rules} in rules, {of_days} of named days");
}

#[test]
fn sentences_of_news() {
    assert!(check("expressions", false) > 0);
}
