//! How fast articles become events: `cargo bench --bench extract`, on one core. The whole of `extract` beside plain
//! tokenising, so that the ratio holds on any machine; by sentences a second and by bytes.

#![allow(missing_docs, reason = "a benchmark has no users")]

use std::fmt::Write;

use dateline::document::{Document, Options, load};
use dateline::event::Knowledge;
use dateline::event::extract::extract_with;
use dateline::text::Text;
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// What one benchmark reads, in bytes at least.
const SIZE: usize = 4 << 20;

const LEADERS: [&str; 6] = [
    "Syrian President Ahmed al-Sharaa",
    "Russian Foreign Minister Sergei Lavrov",
    "French President Emmanuel Macron",
    "Turkish President Recep Tayyip Erdogan",
    "Iranian Foreign Minister Abbas Araghchi",
    "Polish Prime Minister Donald Tusk",
];

const TOWNS: [&str; 8] =
    ["Aleppo", "Qamishli", "Kharkiv", "Khartoum", "Gaza City", "Goma", "Mosul", "Port-au-Prince"];

/// Newswire of our own: one article in JSON a line, of some twenty sentences of the kinds that news is made of, with
/// names, towns and numbers that change; about one event and one date in two sentences.
fn newswire() -> String {
    let mut lines = String::with_capacity(SIZE + 4096);
    let mut n = 0;
    while lines.len() < SIZE {
        n += 1;
        let (day, dead, families) = (n % 28 + 1, n % 37 + 2, n % 991 + 12);
        let (one, other) = (LEADERS[n % LEADERS.len()], LEADERS[(n / 6 + n + 1) % LEADERS.len()]);
        let (town, next) = (TOWNS[n % TOWNS.len()], TOWNS[(n / 8 + n + 3) % TOWNS.len()]);
        write!(
            lines,
            r#"{{"id": "wire-{n}", "published": "2026-01-{day:02}", "title": "Talks follow raid", "text": ""#
        )
        .expect("a string takes everything");
        write!(
            lines,
            "{one} met {other} in {town} on Monday for the first time since the truce collapsed last October. The two \
             discussed the withdrawal of foreign troops and agreed to reopen the border crossing next month, officials \
             said. Earlier, gunmen attacked a police station outside {next}, killing at least {dead} people and wounding \
             dozens more. No group claimed responsibility for the raid, which came two days after the arrest of a senior \
             commander. The defence ministry said its forces had shelled rebel positions near the river overnight. \
             Residents described hours of gunfire and a thick column of smoke over the market.\\n\\nThe United States and \
             the European Union condemned the attack and called on all sides to show restraint. More than {families} \
             families have fled the province since the weekend, according to aid agencies, and many sleep in schools. \
             The price of bread doubled in the bazaars, where traders complained of empty shelves. Prosecutors charged \
             three former officials with treason on {day} January, and a court in the capital is expected to hear the \
             case in March. The opposition, which boycotted the election in 2024, accused the government of jailing its \
             members. Thousands of students marched through the centre of {town} on Friday, and police fired tear gas to \
             disperse them.\\n\\nHe denied that the army had used cluster bombs. If the talks fail, a diplomat warned, the \
             alliance could impose new sanctions on banks and shipping firms. The delegation will travel to {next} on \
             Thursday, and a deal on prisoners may be signed there before the end of the month. The minister, who was \
             appointed in 2023, resigned after the vote. Rain is forecast for most of the week, and the museum by the old \
             harbour has closed for repairs. The ceasefire of {day} March 2025 was broken by both armies within weeks. \
             Parliament approved the budget by a narrow margin, and the currency gained two per cent. It was the third \
             such strike this year."
        )
        .expect("a string takes everything");
        lines.push_str("\"}\n");
    }
    lines
}

/// The articles, how many bytes of text they have and how many sentences.
fn articles() -> (Vec<Document>, BytesCount, ItemsCount) {
    let lines = newswire();
    let loaded = load(&["-"], lines.as_bytes(), &Options::default());
    let documents: Vec<Document> = loaded.map(|l| l.expect("the lines are well-formed").document).collect();
    let sentences: usize = documents.iter().map(|d| Text::read(&d.text, &d.prose).sentences.len()).sum();
    let bytes: usize = documents.iter().map(|d| d.text.len()).sum();
    (documents, BytesCount::new(bytes), ItemsCount::new(sentences))
}

#[divan::bench(sample_count = 10)]
fn tokens(bencher: Bencher<'_, '_>) {
    let (documents, bytes, sentences) = articles();
    bencher.counter(bytes).counter(sentences).bench_local(|| {
        documents.iter().map(|d| Text::read(black_box(&d.text), &d.prose).tokens.len()).sum::<usize>()
    });
}

#[divan::bench(sample_count = 10)]
fn extract(bencher: Bencher<'_, '_>) {
    let (documents, bytes, sentences) = articles();
    let knowledge = Knowledge::built_in();
    bencher.counter(bytes).counter(sentences).bench_local(|| {
        documents.iter().map(|d| extract_with(black_box(d), &knowledge).mentions.len()).sum::<usize>()
    });
}

/// The same with the reading of its lines: all that the command does but writing.
#[divan::bench(sample_count = 10)]
fn read_and_extract(bencher: Bencher<'_, '_>) {
    let (_, bytes, sentences) = articles();
    let lines = newswire();
    let knowledge = Knowledge::built_in();
    bencher.counter(bytes).counter(sentences).bench_local(|| {
        let loaded = load(&["-"], black_box(&lines).as_bytes(), &Options::default());
        let documents = loaded.map(|l| l.expect("the lines are well-formed").document);
        documents.map(|d| extract_with(&d, &knowledge).mentions.len()).sum::<usize>()
    });
}
