//! Names, and what they are found to stand for.

use dateline::gazetteer::{Gazetteer, NameKind, NameMatch, Sense};
use dateline::span::Span;
use dateline::text::Text;

/// The senses of the name at the head of `phrase` as "CODE kind", and how many tokens it takes.
fn at_head(phrase: &str) -> Option<(usize, Vec<String>)> {
    let read = Text::read(phrase, &[Span::of(0..phrase.len())]);
    let tokens = read.tokens(phrase, read.sentences.first()?);
    let NameMatch { tokens, senses } = Gazetteer::built_in().name_at(tokens)?;
    Some((tokens, senses.iter().map(|s| describe(*s)).collect()))
}

fn describe(sense: Sense) -> String {
    let gazetteer = Gazetteer::built_in();
    match sense {
        Sense::Actor(id, NameKind::Name) => gazetteer.actor(id).code.clone(),
        Sense::Actor(id, kind) => format!("{} {kind:?}", gazetteer.actor(id).code).to_lowercase(),
        Sense::Place(id, _) => format!("@{}", gazetteer.place(id).code),
    }
}

#[test]
fn seed() {
    for p in [
        "Syria",
        "Syrian President",
        "Qamishli airport",
        "the Kremlin",
        "Kremlin",
        "Moscow",
        "al-Sharaa’s",
        "Ahmed al-Sharaa",
        "Assad",
        "Syrian Democratic Forces",
        "us",
        "US",
        "PRESIDENT",
        "PUTIN",
    ] {
        eprintln!("{p}: {:?}", at_head(p));
    }
}
