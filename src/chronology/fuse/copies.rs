//! How many of an event's sources are independent: copies of one wire story count as one.
//!
//! Who takes a story over takes its sentences, perhaps cut or with a word changed. The store keeps no text but the
//! sentences that tell of events; two publishers whose sentences on this event share most of their runs of three words
//! have one story between them. Short sentences say the same by chance and prove nothing.

use super::Witness;
use crate::chronology::words::{fold_into, hash};

/// Words in a row that are compared.
const RUN: usize = 3;
/// A sentence of fewer runs is no proof.
const LEAST_RUNS: usize = 6;
/// In hundredths, of the shorter sentence's runs.
const SHARED: usize = 80;

/// The number of independent sources.
pub(super) fn independent(witnesses: &[Witness<'_>]) -> usize {
    let mut stories: Vec<Story<'_>> = Vec::new();
    for witness in witnesses {
        let runs = runs(&witness.mention.sentence.text);
        let is_of = |s: &Story<'_>| {
            s.sources.contains(&witness.source) || s.sentences.iter().any(|r| copied(r, &runs))
        };
        // It may be the link between two stories that were thought apart.
        let (mut own, others): (Vec<_>, Vec<_>) = stories.into_iter().partition(is_of);
        stories = others;
        let mut story = Story { sources: vec![witness.source], sentences: vec![runs] };
        for part in &mut own {
            story.sources.append(&mut part.sources);
            story.sentences.append(&mut part.sentences);
        }
        story.sources.sort_unstable();
        story.sources.dedup();
        story.sentences.sort_unstable();
        story.sentences.dedup();
        story.sentences.truncate(MOST_SENTENCES);
        stories.push(story);
    }
    stories.len()
}

/// A story taken over a hundred times is known by some of its sentences.
const MOST_SENTENCES: usize = 16;

/// What one source tells, or several that copy each other.
struct Story<'a> {
    sources: Vec<&'a str>,
    /// The runs of each sentence, hashed and sorted.
    sentences: Vec<Vec<u64>>,
}

/// Every run of words of a sentence, hashed, sorted, each once.
fn runs(sentence: &str) -> Vec<u64> {
    let mut folded = String::new();
    fold_into(sentence, &mut folded);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let mut runs: Vec<u64> = words.windows(RUN).map(|run| hash(&run.join(" "))).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

fn copied(a: &[u64], b: &[u64]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|run| long.binary_search(run).is_ok()).count();
    short.len() >= LEAST_RUNS && shared * 100 >= short.len() * SHARED
}
