//! One line for an event, cut from the article's own words.

use std::ops::Range;

use crate::event::Participant;
use crate::event::draft::Draft;
use crate::event::place;
use crate::event::scene::Scene;
use crate::syntax::chunk::{Chunk, Kind, VerbForm, span_of};
use crate::syntax::clause::{Clause, Link};
use crate::syntax::inflect::singular;
use crate::syntax::interrupt;
use crate::syntax::unit::{Pos, Unit};
use crate::text::Class;

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
    let form = |c: &Clause| scene.parse.vg(c).map(|v| v.form);
    let mut end = clauses[at].end;
    // "demanded that Israel withdraw": what is only told, or only asked, says nothing without its clause.
    let bare = clauses[at].object.is_empty() && clauses[at].phrases.is_empty();
    if let Some(told) = clauses.iter().find(|c| bare && c.governor == Some(at) && c.link == Link::Complement)
    {
        end = end.max(told.end);
    }
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
    let end = whole(scene, first.vg, end.max(first.vg + 1));
    // "there is no reason": the subject that grammar lends is not its own.
    let there = scene.parse.lower(first.vg) == "there";
    let subject = if there { String::new() } else { subject(scene, &first.subject, first.vg) };
    // "*captured* and killed *Gaddafi*": the object that stands behind the next verb.
    let lent = first.object.first().filter(|o| **o > end && first.end == first.vg + 1);
    if let (Some(object), Some(Kind::Conjunction)) =
        (lent, scene.parse.chunks.get(first.vg + 1).map(|c| &c.kind))
    {
        let head = [subject.as_str(), &words(scene, first.vg), &words(scene, *object)].join(" ");
        return line(scene, head.trim_start(), object + 1..object + 1);
    }
    if let Some(gap) = gap(scene, first) {
        // "turned it *down*"
        let adverb = |at: &usize| matches!(scene.parse.chunks.get(*at).map(|c| &c.kind), Some(Kind::Adverb));
        let behind = (first.vg + 1..end).find(|at| !adverb(at)).unwrap_or(end);
        let (from, to) = (scene.parse.chunks[first.vg].units.start, scene.parse.chunks[behind - 1].units.end);
        let verb = span_of(scene.parse.units, from..to).text(scene.text);
        let head = [subject.as_str(), verb, &gap].join(" ");
        return line(scene, head.trim_start(), behind..end);
    }
    line(scene, &subject, interrupt::start(scene.parse.units, scene.parse.chunks, first.vg)..end)
}

/// "the truce *that Egypt brokered*": the object that stands before its verb.
fn gap(scene: &Scene<'_, '_, '_>, clause: &Clause) -> Option<String> {
    let object = *clause.object.first().filter(|o| **o < clause.vg && clause.link == Link::Relative)?;
    // "seized the town, *which* Baku denied": not the town.
    let said = scene.parse.verb(clause).is_some_and(|v| v.word.effect.reports || v.word.effect.negates);
    let passive = said || scene.parse.is_passive(clause);
    // "eased step by step, *which* Damascus had demanded": nor a bare word.
    let whole = scene.parse.chunks[object].np().is_some_and(|np| {
        let (first, head) = (&scene.parse.units[np.body.start], &scene.parse.units[np.head]);
        matches!(first.pos, Pos::Determiner | Pos::Possessive | Pos::Number) || head.pos == Pos::Name
    });
    (whole && !passive && !clause.subject.contains(&object)).then(|| words(scene, object))
}

fn words(scene: &Scene<'_, '_, '_>, chunk: usize) -> String {
    span_of(scene.parse.units, scene.parse.chunks[chunk].units.clone()).text(scene.text).to_owned()
}

/// The end of a line that would stop short: behind "was", "had been" and "those who" more must come.
fn whole(scene: &Scene<'_, '_, '_>, vg: usize, mut end: usize) -> usize {
    let chunks = scene.parse.chunks;
    let be = |at: usize| chunks[at].vg().is_some_and(|v| scene.parse.units[v.head].class.any(Class::BE));
    let those = |at: usize| chunks[at].units.len() == 1 && scene.parse.lower(at) == "those";
    let closes =
        |k: &Kind| matches!(k, Kind::Comma | Kind::Break | Kind::Stop | Kind::Conjunction | Kind::Dash);
    if end == vg + 1 && be(vg) || those(end - 1) {
        while chunks.get(end).is_some_and(|c| !closes(&c.kind)) {
            end += 1;
        }
    }
    end
}

/// The words of a subject, with the phrases that lead on to its verb ("ministers *of Syria and Russia*"); a pronoun at
/// its head is replaced by the name it stands for.
fn subject(scene: &Scene<'_, '_, '_>, subject: &[usize], vg: usize) -> String {
    let chunks = scene.parse.chunks;
    let units = scene.parse.units;
    let words = |n: usize| span_of(units, chunks[n].units.clone()).text(scene.text).to_owned();
    let named = subject.iter().enumerate().map(|(i, n)| match scene.cast.of(*n).first() {
        // Only the first: "al-Assad and his wife" explains itself.
        Some(p) if i == 0 && needs_name(units, &chunks[*n]) => with_article(p),
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
    } else if let Some(last) = subject.last().filter(|_| tail.start <= tail.end) {
        // "Hundreds *of thousands of demonstrators*" are who set it on fire.
        let end = counted(scene, *last);
        if end > last + 1 {
            line.push(' ');
            line.push_str(
                span_of(units, chunks[last + 1].units.start..chunks[end - 1].units.end).text(scene.text),
            );
        }
    }
    line
}

/// The chunk after the phrases that "of" hangs on one.
fn counted(scene: &Scene<'_, '_, '_>, np: usize) -> usize {
    let chunks = scene.parse.chunks;
    let mut end = np + 1;
    while scene.parse.lower(end) == "of" && chunks.get(end + 1).is_some_and(|c| c.np().is_some()) {
        end += 2;
        // "the presidents of Bosnia, *Croatia and Serbia*"
        let kind = |at: usize| chunks.get(at).map(|c| &c.kind);
        let np = |at: usize| matches!(kind(at), Some(Kind::Np(_)));
        let mut list = end;
        while matches!(kind(list), Some(Kind::Comma)) && np(list + 1) {
            list += 2;
        }
        let closes = matches!(kind(list), Some(Kind::Conjunction)) && np(list + 1);
        if closes && matches!(kind(list + 2), Some(Kind::Vg(_))) {
            end = list + 2;
        }
    }
    end
}

/// A party's name with its article, if it has one: "the union", "the United States".
fn with_article(party: &Participant) -> String {
    let last = party.name.rsplit(' ').next().unwrap_or(&party.name);
    let common = party.code.is_none() && party.name.starts_with(char::is_lowercase);
    let one =
        singular(last) == last && !matches!(last, "police" | "people" | "troops" | "personnel" | "staff");
    let titled = matches!(
        last,
        "Army"
            | "Authority"
            | "Bank"
            | "Commission"
            | "Congress"
            | "Council"
            | "Court"
            | "Emirates"
            | "Forces"
            | "Front"
            | "Fund"
            | "Group"
            | "House"
            | "Kingdom"
            | "Kremlin"
            | "League"
            | "Movement"
            | "Nations"
            | "Netherlands"
            | "Organization"
            | "Party"
            | "Pentagon"
            | "Philippines"
            | "Senate"
            | "States"
            | "Taliban"
            | "Tigers"
            | "Union"
    );
    if (common && one) || titled { format!("the {}", party.name) } else { party.name.to_string() }
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
    let (mut line, mut words) = (String::with_capacity(2 * LONGEST), String::with_capacity(LONGEST));
    tidy(head, &mut line);
    let mut length = line.chars().count();
    let mut at = rest.start;
    while at < rest.end {
        let closes = |c: &Chunk| matches!(c.kind, Kind::Np(_) | Kind::Timex(_) | Kind::Vg(_));
        let end = (at..rest.end).find(|i| closes(&chunks[*i])).map_or(rest.end, |i| i + 1);
        let span = span_of(scene.parse.units, chunks[at].units.start..chunks[end - 1].units.end);
        words.clear();
        tidy(span.text(scene.text), &mut words);
        // As the article spaces them: a bracket and a quotation mark stand close on one side.
        let start = scene.parse.units[chunks[at].units.start].span.range().start;
        let close = at > rest.start && !scene.text[..start].ends_with(char::is_whitespace);
        let glue =
            if line.is_empty() || close || words.starts_with([',', '\'', '’', '.']) { "" } else { " " };
        let longer = length + glue.len() + words.chars().count();
        if at > rest.start && longer > LONGEST {
            break;
        }
        line.push_str(glue);
        line.push_str(&words);
        length = longer;
        at = end;
    }
    let dangling = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '“' | '"');
    let mut line = line.trim_end_matches(dangling);
    while let Some(shorter) = line.rsplit_once(' ').filter(|(_, last)| leads_on(last)) {
        line = shorter.0.trim_end_matches(dangling);
    }
    let mut line = closed(line);
    if line.chars().count() > LONGEST {
        line = cut(&line);
    }
    capitalise(line)
}

/// Words that no line ends with.
fn leads_on(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "of"
            | "to"
            | "and"
            | "or"
            | "with"
            | "by"
            | "for"
            | "from"
            | "about"
            | "into"
            | "should"
    )
}

/// Closes the quotation marks and brackets that stay open; a mark that closes what began before the line goes.
fn closed(line: &str) -> String {
    let mut closed = line.to_owned();
    if !line.contains(['"', '(', ')', '“', '”']) {
        return closed;
    }
    let count = |mark: char| line.matches(mark).count();
    if !count('"').is_multiple_of(2)
        && let Some(at) = line.rfind('"')
    {
        if line[..at].ends_with(' ') || at == 0 {
            closed.push('"');
        } else {
            closed.remove(at);
        }
    }
    let open = [(count('(') > count(')'), ')'), (count('“') > count('”'), '”')];
    closed.extend(open.into_iter().filter(|(open, _)| *open).map(|(_, mark)| mark));
    closed
}

/// White space as single spaces: an article's line breaks are not a summary's.
fn tidy(words: &str, out: &mut String) {
    let single = |pair: &[u8]| pair != b"  ";
    if words.bytes().all(|b| b.is_ascii_graphic() || b == b' ') && words.as_bytes().windows(2).all(single) {
        out.push_str(words.trim_matches(' '));
        return;
    }
    for (n, word) in words.split_whitespace().enumerate() {
        if n > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// The whole words that fit, with an ellipsis.
fn cut(line: &str) -> String {
    let head: String = line.chars().take(LONGEST - 1).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches([',', ' ']))
}

fn capitalise(mut line: String) -> String {
    if let Some(first) = line.chars().next().filter(|c| !c.is_uppercase()) {
        line.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    line
}

/// Whether a noun phrase cannot stand alone without the name it points back to.
fn needs_name(units: &[Unit<'_>], chunk: &Chunk) -> bool {
    chunk.np().is_some_and(|np| {
        units[np.head].pos == Pos::Pronoun
            || units[np.body.clone()].iter().any(|u| u.pos == Pos::Possessive || u.lower == "latter")
    })
}
