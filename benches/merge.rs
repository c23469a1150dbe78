//! How merging grows: `cargo bench --bench merge`, from 1,000 to 1,000,000 mentions of a generated corpus.
//!
//! A thousand mentions a day: every event is told by one article to six, at different precisions, by names and by
//! whom they act for, some of them in copies of one wire story. Items are mentions, so that a line that grows with
//! their number shows the same throughput at every size.

#![allow(missing_docs, reason = "a benchmark has no users")]

use dateline::chronology::Chronology;
use divan::Bencher;
use divan::counter::ItemsCount;

#[path = "../tests/generated.rs"]
mod generated;

fn main() {
    divan::main();
}

/// A million takes minutes to time ten times; `DIVAN_SAMPLE_COUNT` overrides.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn build(bencher: Bencher<'_, '_>, mentions: usize) {
    let corpus = generated::corpus(mentions);
    bencher
        .counter(ItemsCount::new(mentions))
        .with_inputs(|| corpus.extractions.clone())
        .bench_values(|extractions| Chronology::build(extractions, &[]));
}
