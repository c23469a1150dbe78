//! One line for an event, cut from the article's own words.

mod ends;

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
    let mut first = at;
    for _ in 0..3 {
        let clause = &clauses[first];
        let bound = form(clause) == Some(VerbForm::Infinitive)
            || (form(clause) == Some(VerbForm::Gerund) && clause.link == Link::Complement);
        match clause.governor.filter(|_| bound) {
            Some(governor) => first = governor,
            None => break,
        }
    }
    let end = ends::whole(scene, clauses[first].vg, end.max(clauses[first].vg + 1));
    along(scene, first, end).unwrap_or_else(|| from(scene, &clauses[first], end))
}

/// "retained a share *after selling its stake*", "blew themselves up, *wounding 82*": a gerund has no subject of its
/// own, so that the line begins with the verb it goes along with, whose further phrases are left out where all together
/// would be too long.
fn along(scene: &Scene<'_, '_, '_>, at: usize, end: usize) -> Option<String> {
    let Scene { parse, clauses, .. } = *scene;
    let clause = &clauses[at];
    let gerund = parse.vg(clause).is_some_and(|v| v.form == VerbForm::Gerund);
    let hangs = matches!(clause.link, Link::Participial | Link::Adverbial(_));
    let governor = clause.governor.filter(|_| gerund && hangs)?;
    let finite = |c: &&Clause| is_finite(scene, c) && !c.subject.is_empty();
    // "were talking when the bomb went off, killing two": what its own subject did.
    let same = |c: &&Clause| c.subject == clause.subject;
    let own = clauses[..at].iter().rev().filter(finite).find(same);
    let above = || {
        let mut up = Some(governor);
        (0..3).find_map(|_| {
            let c = &clauses[up?];
            up = c.governor;
            Some(c).filter(finite)
        })
    };
    let main = own.or_else(above)?;
    let opener = match clause.link {
        Link::Adverbial(opener) => opener,
        _ => clause.vg,
    };
    if main.vg > clause.vg {
        // "Turning its back on the past, the convention voted to ...": told as it stands.
        let range = parse.chunks[opener].units.start..parse.chunks[end.min(main.vg) - 1].units.end;
        let opens = span_of(parse.units, range).text(scene.text);
        let head = format!("{opens}, {}", subject(scene, &main.subject, main.vg));
        let short = opener == 0 && same(&main) && head.len() < LONGEST;
        return short.then(|| line(scene, &head, main.vg..main.end.max(main.vg + 1)));
    }
    let told = from(scene, main, end);
    let last = words(scene, end - 1);
    if told.ends_with(last.trim_end_matches(['"', '.'])) {
        return Some(told);
    }
    if !same(&main) {
        return None;
    }
    let lasts = |at: &usize| {
        !matches!(
            parse.chunks[*at].kind,
            Kind::Preposition | Kind::Timex(_) | Kind::Comma | Kind::Conjunction
        )
    };
    let core = (main.vg + 1..opener).take_while(lasts).last().map_or(main.vg + 1, |at| at + 1);
    let comma = if matches!(clause.link, Link::Participial) { "," } else { "" };
    let head = line(scene, &subject(scene, &main.subject, main.vg), main.vg..core);
    Some(line(scene, &format!("{head}{comma}"), opener..end))
}

/// "attacked", "has attacked": not "attacking", nor "attacked by rebels".
fn is_finite(scene: &Scene<'_, '_, '_>, clause: &Clause) -> bool {
    scene.parse.vg(clause).is_some_and(|v| match v.form {
        VerbForm::Finite => true,
        VerbForm::Participle => !matches!(clause.link, Link::Participial | Link::Adverbial(_)),
        VerbForm::Infinitive | VerbForm::Gerund => false,
    })
}

/// The line of a clause, up to a chunk.
fn from(scene: &Scene<'_, '_, '_>, first: &Clause, end: usize) -> String {
    let end = ends::measured(scene, first.vg, end);
    // "there is no reason": the subject that grammar lends is not its own.
    let there = scene.parse.lower(first.vg) == "there";
    // "killed a soldier and *wounded seven*": who did both stands before the first.
    let alone = first.subject.is_empty() && first.link == Link::Coordinated;
    let before = || scene.clauses.iter().rev().filter(|c| c.vg < first.vg && !c.subject.is_empty());
    let finite = |c: &&Clause| is_finite(scene, c);
    let shared = alone.then(|| before().find(finite).map(|c| &c.subject)).flatten();
    let subject =
        if there { String::new() } else { subject(scene, shared.unwrap_or(&first.subject), first.vg) };
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
        // "the government they rose up *against*"
        let chunks = scene.parse.chunks;
        let noun = |at: usize| chunks.get(at).is_some_and(|c| matches!(c.kind, Kind::Np(_) | Kind::Timex(_)));
        let stranded = |at: &usize| matches!(chunks[*at].kind, Kind::Preposition) && !noun(at + 1);
        let behind = (first.vg + 1..end).find(|at| !adverb(at) && !stranded(at)).unwrap_or(end);
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

/// The words of a subject, with the phrases that lead on to its verb ("ministers *of Syria and Russia*"); a pronoun at
/// its head is replaced by the name it stands for.
fn subject(scene: &Scene<'_, '_, '_>, subject: &[usize], vg: usize) -> String {
    let chunks = scene.parse.chunks;
    let units = scene.parse.units;
    let named = subject.iter().enumerate().map(|(i, n)| match scene.cast.of(*n).first() {
        // Only the first: "al-Assad and his wife" explains itself.
        Some(p) if i == 0 && needs_name(units, &chunks[*n]) && agrees(units, &chunks[*n], p) => {
            with_article(p)
        }
        _ => words(scene, *n),
    });
    let named: Vec<String> = named.collect();
    let mut line = match named.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => named.concat(),
    };
    let Some(tail) = subject.last().map(|last| last + 1).filter(|tail| *tail <= vg) else { return line };
    let leads_on =
        |c: &Chunk| matches!(c.kind, Kind::Preposition | Kind::Np(_) | Kind::Conjunction | Kind::Adjective);
    let joined = tail < vg && chunks[tail..vg].iter().all(leads_on);
    // "Hundreds *of thousands of demonstrators*" are who set it on fire.
    let end = if joined { vg } else { counted(scene, tail - 1) };
    if end > tail {
        line.push(' ');
        line.push_str(span_of(units, chunks[tail].units.start..chunks[end - 1].units.end).text(scene.text));
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

/// Whether a name can stand for a pronoun in the line: "they" is no one person's, and nobody's verb is "'ll".
fn agrees(units: &[Unit<'_>], chunk: &Chunk, party: &Participant) -> bool {
    let person = party.is_listed_person() == Some(true);
    let many = matches!(&*units[chunk.units.start].lower, "they" | "we");
    let next = units.get(chunk.units.end).map_or("", |u| &*u.lower);
    let last = party.name.rsplit(' ').next().unwrap_or(&party.name);
    let plural = many
        && singular(last) == last
        && matches!(next, "are" | "were" | "have" | "do" | "aren't" | "weren't" | "haven't" | "don't");
    let contracted = units.get(chunk.units.end).is_some_and(|u| u.lower.starts_with(['\'', '’']));
    !(many && person || plural || contracted && units[chunk.units.start].pos == Pos::Pronoun)
}

/// "al-Sharaa's first visit to the Kremlin in October".
fn noun_line(scene: &Scene<'_, '_, '_>, np: usize, owner: Option<&Participant>) -> String {
    let units = scene.parse.units;
    let range = scene.parse.chunks[np].units.clone();
    let first = &units[range.start];
    // "By a *6-*3 vote": no line begins within a word.
    let start = first.span.range().start;
    let glued = scene.text[..start].rsplit(char::is_whitespace).next().unwrap_or("");
    let glued = if glued.ends_with(['-', '/', '.']) { glued } else { "" };
    let rest = || span_of(units, range.start + 1..range.end).text(scene.text);
    let head = match owner.filter(|_| first.pos == Pos::Possessive) {
        Some(owner) => format!("{}'s {}", owner.name, rest()),
        None if first.lower == "the" => rest().to_owned(),
        None => format!("{glued}{}", span_of(units, range.clone()).text(scene.text)),
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
    // Where the line last ended with a noun or a date.
    let mut good = None;
    while at < rest.end {
        let closes = |c: &Chunk| matches!(c.kind, Kind::Np(_) | Kind::Timex(_) | Kind::Vg(_));
        let end = (at..rest.end).find(|i| closes(&chunks[*i])).map_or(rest.end, |i| i + 1);
        let span = span_of(scene.parse.units, chunks[at].units.start..chunks[end - 1].units.end);
        words.clear();
        tidy(span.text(scene.text), &mut words);
        // "*Rescued* on Tuesday, Elian has ...": no longer the first word.
        if at == rest.start && !line.is_empty() && matches!(chunks[at].kind, Kind::Vg(_)) {
            uncapitalise(&mut words);
        }
        // As the article spaces them: a bracket and a quotation mark stand close on one side.
        let start = scene.parse.units[chunks[at].units.start].span.range().start;
        let close = at > rest.start && !scene.text[..start].ends_with(char::is_whitespace);
        let glue =
            if line.is_empty() || close || words.starts_with([',', '\'', '’', '.']) { "" } else { " " };
        let longer = length + glue.len() + words.chars().count();
        if at > rest.start && longer > LONGEST {
            // "and hopes to win": what it hopes to win is cut off, and the hope with it.
            let verb =
                matches!(chunks[at - 1].kind, Kind::Vg(_)) && matches!(chunks[end - 1].kind, Kind::Np(_));
            if let Some(good) = good.filter(|_| verb) {
                line.truncate(good);
            }
            break;
        }
        line.push_str(glue);
        line.push_str(&words);
        length = longer;
        at = end;
        if matches!(chunks[end - 1].kind, Kind::Np(_) | Kind::Timex(_)) {
            good = Some(line.len());
        }
    }
    let dangling = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '“' | '"');
    let mut line = line.trim_end_matches(dangling);
    while let Some(shorter) = line.rsplit_once(' ').filter(|(_, last)| leads_on(last)) {
        line = shorter.0.trim_end_matches(dangling);
    }
    line = line.strip_suffix(" as soon").or_else(|| line.strip_suffix(" as long")).unwrap_or(line);
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
            | "than"
            | "that"
            | "because"
            | "between"
            | "whether"
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

fn uncapitalise(words: &mut str) {
    let capitals = words.chars().take(2).filter(|c| c.is_uppercase()).count();
    if let Some(first) = words.get_mut(..1).filter(|_| capitals == 1) {
        first.make_ascii_lowercase();
    }
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
