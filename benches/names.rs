//! How fast names are found: `cargo bench --bench names`. Start-up and look-up of the whole gazetteer.

#![allow(missing_docs, reason = "a benchmark has no users")]

use dateline::gazetteer::Gazetteer;
use dateline::span::Span;
use dateline::text::{Text, Tokens};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The built-in table made ready, and an empty one of a person's own over it.
#[divan::bench]
fn load() -> Gazetteer {
    Gazetteer::with(&[], &[])
}

/// Every token of a text of our own as the beginning of a name.
#[divan::bench]
fn look_up(bencher: Bencher<'_, '_>) {
    let text = "Russian Foreign Minister Sergei Lavrov met the Turkish president in Ankara on Monday, and said that \
                troops near Qamishli, in the Hasakah province of Syria, would be withdrawn before the talks between \
                the Syrian Democratic Forces and the government in Damascus began. The U.S. State Department declined \
                to comment on reports from Reading, Pennsylvania, and the city of Nice."
        .repeat(50);
    let read = Text::read(&text, &[Span::of(0..text.len())]);
    let tokens = Tokens { text: &text, tokens: &read.tokens };
    let gazetteer = Gazetteer::built_in();
    bencher.counter(ItemsCount::new(read.tokens.len())).bench_local(|| {
        (0..tokens.tokens.len()).filter(|at| gazetteer.name_in(black_box(tokens), *at).is_some()).count()
    });
}
