//! How fast time is read: `cargo bench`. Tagging beside plain tokenising, so that the ratio holds on any machine.

#![allow(missing_docs, reason = "a benchmark has no users")]

use std::fmt::Write;

use chrono::NaiveDate;
use dateline::span::Span;
use dateline::text::Text;
use dateline::timex::{self, TagOptions};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// What one benchmark reads, in bytes at least.
const SIZE: usize = 4 << 20;

/// Newswire of our own: sentences in rotation, with numbers that change, about one expression in each.
fn newswire() -> String {
    let mut text = String::with_capacity(SIZE + 1024);
    let mut n = 0_u32;
    while text.len() < SIZE {
        n += 1;
        let (day, year, town) = (n % 28 + 1, 1990 + n % 36, n % 997);
        write!(
            text,
            "Rebels seized a checkpoint outside town number {town} on Friday, the defence ministry said. \
             The two governments signed the accord on {day} March {year} after talks that went on for six weeks. \
             Officials in the capital declined to comment on reports that the border crossing would reopen. \
             Aid groups say that more than {town} families have fled the province since last October. \
             A spokesman for the alliance said its forces had struck command posts and depots near the coast. \
             Parliament is expected to vote on the budget next week, two years after the previous one lapsed. \
             The minister, who was appointed by the president, may march with veterans at the ceremony.\n\n"
        )
        .expect("a string takes everything");
    }
    text
}

#[divan::bench(sample_count = 10)]
fn tokens(bencher: Bencher<'_, '_>) {
    let text = newswire();
    let prose = [Span::of(0..text.len())];
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| Text::read(black_box(&text), &prose));
}

#[divan::bench(sample_count = 10)]
fn tag(bencher: Bencher<'_, '_>) {
    let text = newswire();
    let prose = [Span::of(0..text.len())];
    let dct = NaiveDate::from_ymd_opt(2024, 3, 15).expect("a day").into();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let read = Text::read(black_box(&text), &prose);
        timex::tag(&text, &read, TagOptions { dct, narrative: false })
    });
}
