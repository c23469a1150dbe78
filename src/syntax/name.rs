//! Names in the text: what the gazetteer knows, and runs of capitalised words that no list knows.

use crate::gazetteer::{NameKind, PlaceKind, Sense};
use crate::syntax::lexicon::Tags;
use crate::syntax::tagger::is_honorific;
use crate::syntax::unit::{Dictionary, Pos, Unit, lower};
use crate::text::{Case, TokenKind, Tokens};

/// A name from the gazetteer, or a run of capitalised words that none of the word lists knows.
pub(super) fn unit<'a>(
    sentence: Tokens<'a>,
    at: usize,
    before: &[Unit<'_>],
    with: Dictionary<'a>,
    known: &dyn Fn(&str) -> bool,
) -> Option<(Unit<'a>, usize)> {
    let rest = Tokens { text: sentence.text, tokens: &sentence.tokens[at..] };
    let token = &sentence.tokens[at];
    if token.case == Case::Title && is_honorific(sentence.text_of(token)) {
        return None;
    }
    let initial = before.iter().all(|u| matches!(u.pos, Pos::Quote | Pos::Open | Pos::Break | Pos::Dash));
    let run = if is_office(rest, before, with) { 0 } else { capitals(rest, with, initial) };
    // "Iraqi Kurds", "Kosovo Albanians"
    let people = |n: usize| {
        let next = with.gazetteer.name_in(sentence, at + n);
        next.is_some_and(|f| f.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::People))))
    };
    // "Paris Hilton" is not Paris, but "Iraq War" is of Iraq.
    // "In Cairo Mubarak met": a place behind a preposition, and somebody known.
    let apart = |n: usize| {
        n >= run.min(2) || is_common(rest, n, with) || people(n) || is_where(before, with, sentence, at, n)
    };
    // "Western Cambodia" is no Western Province.
    let compass = |n: usize| n == 1 && is_compass(sentence.text_of(token));
    if let Some(unit) = shared(rest, with) {
        return Some((unit, 1));
    }
    let found = with
        .gazetteer
        .name_in(sentence, at)
        .filter(|f| !is_glued_on(rest, f.tokens) && apart(f.tokens) && !compass(f.tokens));
    if let Some(found) = found {
        let mut unit = Unit::new(rest.tokens[0].span.cover(rest.tokens[found.tokens - 1].span), Pos::Name);
        unit.senses = found.senses;
        // "Syrian" is an adjective until nothing follows that it could describe: see `tagger::settle`.
        if found.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::Adjective))) {
            unit.pos = Pos::Adjective;
        }
        return Some((unit, found.tokens));
    }
    if run == 0 || is_glued_on(rest, run) {
        return None;
    }
    if run == 1 && token.case != Case::Upper && !known_as_name(rest, before, initial, with, known) {
        return None;
    }
    let last = &rest.tokens[run - 1];
    let mut unit = Unit::new(rest.tokens[0].span.cover(last.span), Pos::Name);
    unit.firm = run > 1 && (last.kind == TokenKind::Number || FIRMS.contains(&rest.text_of(last)));
    Some((unit, run))
}

/// "In *Cairo* Mubarak met Arafat": behind the preposition that opens a sentence a place, and then somebody known.
fn is_where(
    before: &[Unit<'_>],
    with: Dictionary<'_>,
    sentence: Tokens<'_>,
    at: usize,
    length: usize,
) -> bool {
    let opens = matches!(before, [first] if first.lower == "in");
    let found = |at: usize| with.gazetteer.name_in(sentence, at).filter(|_| opens);
    let place = found(at).is_some_and(|f| f.senses.iter().any(|s| matches!(s, Sense::Place(..))));
    let known = || found(at + length).is_some_and(|f| f.senses.iter().any(|s| matches!(s, Sense::Actor(..))));
    place && known()
}

/// "the Minister of *Defence* Omar Haddad", "Minister of *Foreign Affairs* Lee": the office, not the name.
fn is_office(rest: Tokens<'_>, before: &[Unit<'_>], with: Dictionary<'_>) -> bool {
    let small = |u: &&Unit<'_>| u.pos != Pos::Name && u.lower != "of";
    let within = before.len() - before.iter().rev().take(2).take_while(small).count();
    let minister = matches!(&before[..within], [.., title, of]
        if of.lower == "of" && matches!(&*title.lower, "minister" | "secretary" | "ministers"));
    minister && (is_common(rest, 0, with) || rest.text_of(&rest.tokens[0]) == "Foreign")
}

/// How companies' names end.
const FIRMS: &[&str] = &[
    "Airline",
    "Airlines",
    "Airways",
    "Bank",
    "Co",
    "Company",
    "Corp",
    "Corporation",
    "Holdings",
    "Inc",
    "Industries",
    "Ltd",
    "Motors",
    "Systems",
    "Technologies",
];

fn is_compass(word: &str) -> bool {
    matches!(
        word,
        "Western" | "Eastern" | "Northern" | "Southern" | "Central" | "North" | "South" | "East" | "West"
    )
}

/// "*North* and South Korea": the first of two that share a name.
fn shared<'a>(rest: Tokens<'a>, with: Dictionary<'a>) -> Option<Unit<'a>> {
    let [first, and, second, name, ..] = rest.tokens else { return None };
    let side = |t| matches!(rest.text_of(t), "North" | "South" | "East" | "West");
    if !side(first) || rest.text_of(and) != "and" || !side(second) || name.case != Case::Title {
        return None;
    }
    let whole = [*first, *name];
    let found =
        with.gazetteer.name_in(Tokens { text: rest.text, tokens: &whole }, 0).filter(|f| f.tokens == 2)?;
    let adjective = found.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::Adjective)));
    let mut unit = Unit::new(first.span, if adjective { Pos::Adjective } else { Pos::Name });
    unit.senses = found.senses;
    Some(unit)
}

/// Whether a single capitalised word is a name: at the head of a sentence one that is a name elsewhere; behind a
/// determiner or another name no common noun ("the Summit", "Gulf War").
fn known_as_name(
    rest: Tokens<'_>,
    before: &[Unit<'_>],
    initial: bool,
    with: Dictionary<'_>,
    known: &dyn Fn(&str) -> bool,
) -> bool {
    if initial {
        return known(rest.text_of(&rest.tokens[0])) || is_told_of(rest, with);
    }
    let described =
        before.last().is_some_and(|u| matches!(u.pos, Pos::Determiner | Pos::Name | Pos::Adjective));
    !(described && is_common(rest, 0, with))
}

/// "*Lonmin*, which owns the mine": a word of no list that a sentence begins with and goes on to tell of.
fn is_told_of(rest: Tokens<'_>, with: Dictionary<'_>) -> bool {
    let [first, comma, relative, ..] = rest.tokens else { return false };
    let word = rest.text_of(first);
    let listed = with.lexicon.look_up_written(word);
    let plural = word.ends_with('s');
    comma.kind == TokenKind::Mark(',')
        && matches!(rest.text_of(relative), "which" | "whose")
        && !plural
        && listed.tags == Tags::default()
        && listed.agent.is_none()
}

/// "Kurdish-held" is one adjective, though a name begins it.
fn is_glued_on(rest: Tokens<'_>, length: usize) -> bool {
    matches!(&rest.tokens[length..], [hyphen, next, ..]
        if hyphen.glued && next.glued && hyphen.kind == TokenKind::Mark('-')
            && next.kind == TokenKind::Word && next.case == Case::Lower)
}

/// Whether the token is a common noun of the lexicon, whatever its case.
fn is_common(rest: Tokens<'_>, at: usize, with: Dictionary<'_>) -> bool {
    let noun = |t| with.lexicon.look_up_written(rest.text_of(t)).tags.any(Tags::NOUN.and(Tags::PLURAL));
    rest.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title && noun(t))
}

/// How many tokens a run of name-like words takes: capitalised, joined by hyphens or by particles such as "al" and
/// "bin", and no title, month or function word.
fn capitals(rest: Tokens<'_>, with: Dictionary<'_>, initial: bool) -> usize {
    const PARTICLES: &[&str] =
        &["al", "el", "ul", "bin", "ibn", "de", "da", "di", "del", "der", "van", "von", "la", "of"];
    let word = |i: usize| {
        let token = rest.tokens.get(i).filter(|t| t.kind == TokenKind::Word)?;
        Some(with.lexicon.look_up_written(rest.text_of(token)))
    };
    let mut length = 0;
    let mut i = 0;
    while let Some(token) = rest.tokens.get(i) {
        // "Boeing-Airbus", "al-Muzini"
        let particle = i > 0 && PARTICLES.contains(&rest.text_of(&rest.tokens[i - 1]));
        if token.kind == TokenKind::Mark('-') && token.glued && i > 0 && (length == i || particle) {
            i += 1;
            continue;
        }
        // "A380", "Su-57", "Boeing 777": a model's number is part of its name.
        if token.kind == TokenKind::Number && i > 0 && (token.glued || is_model(rest, i)) {
            i += 1;
            length = i;
            continue;
        }
        let written = rest.text_of(token);
        if PARTICLES.contains(&written) && (written != "of" || is_body(rest, length)) {
            i += 1;
            continue;
        }
        // Most words end here, and nothing is looked up for them.
        if token.case == Case::Lower {
            break;
        }
        let Some(known) = word(i) else { break };
        let model = rest.tokens.get(i + 1).is_some_and(|t| t.glued && t.kind == TokenKind::Number);
        let closed = !model && !token.readings.is_open() && (token.case != Case::Upper || written.len() < 2);
        // "Former President", "the Foreign Ministry", "Defence Secretary"; but "the Red Crescent".
        let title = word(i + 1).is_some_and(|next| next.agent.is_some());
        // "Recognizing Israel is a condition"
        let gerund = initial && length == 0 && known.tags.any(Tags::GERUND) && !known.tags.any(Tags::NOUN);
        // "the Minister of Prisoners' Affairs Sufian Abu Zayda", "Archbishop Emeritus Desmond Tutu"
        let office = length == 0 && matches!(written, "Affairs" | "Emeritus");
        let describes = gerund
            || office
            || (length == 0 && known.tags.any(Tags::ADJECTIVE) && (initial || title))
            || (title
                && with
                    .lexicon
                    .phrase(&lower(&format!("{written} {}", rest.text_of(&rest.tokens[i + 1]))))
                    .is_some());
        let agent = known.agent.is_some() && !is_surname(rest, i, length, with);
        if closed || agent || describes {
            break;
        }
        i += 1;
        length = i;
    }
    length
}

/// Words for people that are surnames too.
const SURNAMES: &[&str] = &[
    "Baker",
    "Bowman",
    "Butcher",
    "Carpenter",
    "Cook",
    "Farmer",
    "Fisher",
    "Foreman",
    "Freeman",
    "Gardner",
    "Green",
    "Hunter",
    "Mason",
    "Miller",
    "Miner",
    "Monk",
    "Porter",
    "Potter",
    "Shepherd",
    "Singer",
    "Walker",
    "Weaver",
];

/// "David *Green*", "Mary *Carpenter*": behind a given name; not "a Texas *Farmer*".
fn is_surname(rest: Tokens<'_>, at: usize, length: usize, with: Dictionary<'_>) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| length == at) else { return false };
    let given = rest.tokens[before].case == Case::Title && rest.tokens[before].kind == TokenKind::Word;
    let land = |s: &Sense| match s {
        Sense::Actor(_, kind) => *kind != NameKind::Surname,
        Sense::Place(id, _) => with.gazetteer.place(*id).kind != PlaceKind::City,
    };
    let known = with.gazetteer.name_in(rest, before).is_some_and(|f| f.senses.iter().any(land));
    given && !known && SURNAMES.contains(&rest.text_of(&rest.tokens[at]))
}

/// Whether a number of three digits right behind a name is a model's: "the Boeing 777 was", not "Hamas 25" or "killed
/// 250 people".
fn is_model(rest: Tokens<'_>, at: usize) -> bool {
    let token = &rest.tokens[at];
    let next = rest.tokens.get(at + 1).is_none_or(|t| {
        let word = rest.text_of(t);
        t.kind != TokenKind::Word || t.case != Case::Lower || !t.readings.is_open() || word.ends_with("ed")
    });
    token.span.len() == 3 && next && rest.text_of(token).bytes().all(|b| b.is_ascii_digit())
}

/// Whether the words so far name a body that goes on with "of": "University of", "Bank of".
fn is_body(rest: Tokens<'_>, length: usize) -> bool {
    const BODIES: &[&str] = &[
        "University",
        "Bank",
        "Republic",
        "Organisation",
        "Organization",
        "Movement",
        "Front",
        "League",
        "Party",
        "House",
    ];
    length.checked_sub(1).is_some_and(|last| BODIES.contains(&rest.text_of(&rest.tokens[last])))
}
