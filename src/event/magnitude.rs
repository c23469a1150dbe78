//! The dead and the injured, as ranges where the text leaves them open.

use crate::event::Count;
use crate::syntax::chunk::Chunk;
use crate::syntax::unit::{Pos, Unit};

/// What a count next to a trigger counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toll {
    Dead,
    Injured,
}

/// What the people in the recipient's place of this verb or noun suffer.
pub(super) fn toll(trigger: &str) -> Option<Toll> {
    const DEAD: &[&str] = &[
        "kill",
        "kills",
        "killed",
        "killing",
        "killings",
        "die",
        "dies",
        "died",
        "dead",
        "death",
        "deaths",
        "murder",
        "murdered",
        "massacre",
        "massacred",
        "slaughtered",
        "executed",
        "assassinated",
        "perished",
        "slain",
        "beheaded",
    ];
    const INJURED: &[&str] =
        &["wound", "wounds", "wounded", "wounding", "injure", "injured", "injuring", "hurt", "maimed"];
    if DEAD.contains(&trigger) {
        Some(Toll::Dead)
    } else if INJURED.contains(&trigger) {
        Some(Toll::Injured)
    } else {
        None
    }
}

/// What those suffer who are called so: "left three *dead* and five *wounded*".
pub(super) fn suffered(word: &str) -> Option<Toll> {
    match word {
        "dead" => Some(Toll::Dead),
        "wounded" | "injured" => Some(Toll::Injured),
        _ => None,
    }
}

/// How many people a noun phrase speaks of: "at least 12 people", "dozens of soldiers", "more than 1,300 civilians".
pub(super) fn people(units: &[Unit<'_>], chunk: &Chunk) -> Option<Count> {
    let from = chunk.units.start.saturating_sub(3);
    let range = from..chunk.units.end;
    let at = chunk.units.clone().find(|i| {
        units[*i].pos == Pos::Number && (units[*i].number.is_some() || vague(&units[*i].lower).is_some())
    })?;
    let head = chunk.np()?.head;
    // "two rounds", "12 villages": only people are counted.
    if head != at && units[head].word.agent.is_none() && !is_people(&units[head].lower) {
        return None;
    }
    if let Some(count) = vague(&units[at].lower) {
        return Some(count);
    }
    let mut value = units[at].number?;
    for unit in &units[at + 1..range.end] {
        match unit.number {
            Some(scale @ (100 | 1_000 | 1_000_000)) if unit.pos == Pos::Number => {
                value = value.saturating_mul(scale);
            }
            _ => break,
        }
    }
    // Years and days of the month stand in time expressions; a bare year here is a house number at best.
    let before: Vec<&str> = units[range.start..at].iter().flat_map(|u| u.lower.split(' ')).collect();
    let says = |words: &[&str]| words.iter().any(|w| before.contains(w));
    Some(if says(&["least", "over", "than"]) && !says(&["fewer", "less"]) {
        Count { min: value, max: None }
    } else if says(&["up", "most", "fewer", "less"]) {
        Count { min: 0, max: Some(value) }
    } else if says(&["about", "around", "some", "nearly", "almost", "roughly", "approximately"]) {
        Count { min: value - value / 10, max: Some(value + value / 10) }
    } else {
        Count { min: value, max: Some(value) }
    })
}

fn is_people(noun: &str) -> bool {
    matches!(
        noun,
        "people"
            | "persons"
            | "others"
            | "members"
            | "men"
            | "women"
            | "children"
            | "dead"
            | "deaths"
            | "wounded"
            | "injured"
            | "casualties"
            | "lives"
    )
}

/// Words for a number nobody counted, by the order of magnitude they promise.
fn vague(word: &str) -> Option<Count> {
    let (min, max) = match word {
        "dozens" | "scores" => (24, 99),
        "hundreds" => (200, 999),
        "thousands" => (2_000, 9_999),
        "several" => (3, 9),
        _ => return None,
    };
    Some(Count { min, max: Some(max) })
}
