//! One line for an event, cut from the article's own words.

use std::ops::Range;

use crate::event::Participant;
use crate::event::draft::Draft;
use crate::event::place;
use crate::event::scene::Scene;
use crate::syntax::chunk::{Chunk, Kind, VerbForm, span_of};
use crate::syntax::clause::{Clause, Link};
use crate::syntax::unit::{Pos, Unit};

/// Longest summary, in characters.
const LONGEST: usize = 140;

/// The line of a draft: its clause, or its noun phrase.
pub(super) fn of(scene: &Scene<'_, '_, '_>, draft: &Draft<'_>) -> String {
    match (draft.np.filter(|_| !draft.light), draft.clause) {
        (Some(np), _) => noun_line(scene, np, draft.owners.first()),
        (None, Some(at)) => verb_line(scene, at),
        (None, None) => String::new(),
    }
}

/// Subject, verb, arguments, and an infinitive that follows at once: "Peskov declined to indicate whether ...".
fn verb_line(scene: &Scene<'_, '_, '_>, at: usize) -> String {
    let clauses = scene.clauses;
    let form = |c: &Clause| scene.parse.chunks[c.vg].vg().map(|v| v.form);
    let mut end = clauses[at].end;
    for next in &clauses[at + 1..] {
        if next.vg == end && next.link == Link::Complement && form(next) == Some(VerbForm::Infinitive) {
            end = next.end;
        }
    }
    // "sent special forces to abduct Maduro": the line begins with what governs it.
    let mut first = &clauses[at];
    for _ in 0..3 {
        let bound = form(first) == Some(VerbForm::Infinitive)
            || (form(first) == Some(VerbForm::Gerund) && first.link == Link::Complement);
        match first.governor.filter(|_| bound) {
            Some(governor) => first = &clauses[governor],
            None => break,
        }
    }
    line(scene, &subject(scene, &first.subject, first.vg), first.vg..end.max(first.vg + 1))
}

/// The words of a subject, with the phrases that lead on to its verb ("ministers *of Syria and Russia*"); a pronoun at
/// its head is replaced by the name it stands for.
fn subject(scene: &Scene<'_, '_, '_>, subject: &[usize], vg: usize) -> String {
    let chunks = scene.parse.chunks;
    let units = scene.parse.units;
    let words = |n: usize| span_of(units, chunks[n].units.clone()).text(scene.text).to_owned();
    let named = subject.iter().enumerate().map(|(i, n)| match scene.cast.of(*n).first() {
        // Only the first: "al-Assad and his wife" explains itself.
        Some(p) if i == 0 && needs_name(units, &chunks[*n]) => p.name.clone(),
        _ => words(*n),
    });
    let named: Vec<String> = named.collect();
    let mut line = match named.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => named.concat(),
    };
    let tail = subject.last().map_or(vg..vg, |last| last + 1..vg);
    let leads_on =
        |c: &Chunk| matches!(c.kind, Kind::Preposition | Kind::Np(_) | Kind::Conjunction | Kind::Adjective);
    if !tail.is_empty() && chunks.get(tail.clone()).is_some_and(|between| between.iter().all(leads_on)) {
        line.push(' ');
        line.push_str(
            span_of(units, chunks[tail.start].units.start..chunks[tail.end - 1].units.end).text(scene.text),
        );
    }
    line
}

/// "al-Sharaa's first visit to the Kremlin in October".
fn noun_line(scene: &Scene<'_, '_, '_>, np: usize, owner: Option<&Participant>) -> String {
    let units = scene.parse.units;
    let range = scene.parse.chunks[np].units.clone();
    let first = &units[range.start];
    let rest = || span_of(units, range.start + 1..range.end).text(scene.text);
    let head = match owner.filter(|_| first.pos == Pos::Possessive) {
        Some(owner) => format!("{}'s {}", owner.name, rest()),
        None if first.lower == "the" => rest().to_owned(),
        None => span_of(units, range.clone()).text(scene.text).to_owned(),
    };
    line(scene, &head, np + 1..place::phrase_end(scene.parse, np))
}

/// The head of the line, then whole phrases while they fit; a preposition never stays behind without its phrase.
fn line(scene: &Scene<'_, '_, '_>, head: &str, rest: Range<usize>) -> String {
    let chunks = scene.parse.chunks;
    let mut line = tidy(head);
    let mut at = rest.start;
    while at < rest.end {
        let closes = |c: &Chunk| matches!(c.kind, Kind::Np(_) | Kind::Timex(_) | Kind::Vg(_));
        let end = (at..rest.end).find(|i| closes(&chunks[*i])).map_or(rest.end, |i| i + 1);
        let words = tidy(
            span_of(scene.parse.units, chunks[at].units.start..chunks[end - 1].units.end).text(scene.text),
        );
        let glue = if line.is_empty() || words.starts_with([',', '\'', '’', '.']) { "" } else { " " };
        if at > rest.start && line.chars().count() + glue.len() + words.chars().count() > LONGEST {
            break;
        }
        line = line + glue + &words;
        at = end;
    }
    let dangling = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '“' | '"');
    let line = line.trim_end_matches(dangling);
    capitalise(&if line.chars().count() > LONGEST { cut(line) } else { line.to_owned() })
}

/// White space as single spaces: an article's line breaks are not a summary's.
fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The whole words that fit, with an ellipsis.
fn cut(line: &str) -> String {
    let head: String = line.chars().take(LONGEST - 1).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches([',', ' ']))
}

fn capitalise(line: &str) -> String {
    let mut chars = line.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether a noun phrase cannot stand alone without the name it points back to.
fn needs_name(units: &[Unit<'_>], chunk: &Chunk) -> bool {
    chunk.np().is_some_and(|np| {
        units[np.head].pos == Pos::Pronoun
            || units[np.body.clone()].iter().any(|u| u.pos == Pos::Possessive || u.lower == "latter")
    })
}
