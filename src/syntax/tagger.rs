//! Parts of speech: the reading of a sentence in which every word goes best with its neighbours.
//!
//! Each word brings what it may be (from the closed classes, the lexicon, or its ending), each with a cost for being
//! the rarer reading; [`follow`] prices every pair of neighbours. The cheapest path through the sentence is taken.

use crate::gazetteer::{NameKind, Sense};
use crate::syntax::amend;
use crate::syntax::follow::{self, Kind};
use crate::syntax::lexicon::{Prefers, Tags};
use crate::syntax::unit::{Pos, Unit};
use crate::text::{Case, Class};

/// One thing a word may be, and how unlikely that is without its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reading {
    pos: Pos,
    cost: u32,
}

/// What a word may be: a handful at most.
#[derive(Debug, Clone, Copy)]
struct Readings {
    all: [Reading; 6],
    count: usize,
}

/// A place on a path: what it cost so far, where it came from, and whether a finite verb has been met.
#[derive(Debug, Clone, Copy)]
struct Step {
    cost: u32,
    from: u8,
}

/// More than any path costs.
const NEVER: u32 = u32::MAX / 4;

/// What a sentence pays for having no finite verb.
const VERBLESS: u32 = 5;

/// Settles what each unit is.
pub(super) fn settle(units: &mut [Unit<'_>]) {
    let path: Vec<usize> = (0..units.len()).filter(|i| !is_transparent(units, *i)).collect();
    let readings: Vec<Readings> = path.iter().map(|i| readings(&units[*i])).collect();
    let chosen = cheapest(&path, &readings, units);
    for (n, reading) in chosen.into_iter().enumerate() {
        units[path[n]].pos = readings[n].all[reading].pos;
    }
    amend::amend(units, path);
}

/// Units whose neighbours do not see them: adverbs and negations, dates with their prepositions, quotation marks.
fn is_transparent(units: &[Unit<'_>], i: usize) -> bool {
    let unit = &units[i];
    match unit.pos {
        Pos::Negation | Pos::Timex | Pos::Quote => true,
        Pos::Adverb => readings(unit).count == 1,
        Pos::Preposition => units.get(i + 1).is_some_and(|next| next.pos == Pos::Timex),
        _ => false,
    }
}

/// Viterbi's path over the readings, twice as wide: with and without a finite verb so far.
fn cheapest(path: &[usize], readings: &[Readings], units: &[Unit<'_>]) -> Vec<usize> {
    let Some(first) = readings.first() else { return Vec::new() };
    let none = Step { cost: NEVER, from: 0 };
    let mut steps: Vec<[Step; 12]> = Vec::with_capacity(readings.len());
    let mut row = [none; 12];
    for (r, reading) in first.all.iter().enumerate().take(first.count) {
        let cost = reading.cost + follow::cost(Kind::Mark, kind(reading.pos));
        row[slot(r, is_finite(reading.pos))] = Step { cost, from: 0 };
    }
    steps.push(row);
    // "demanded that Israel *end* its raids": no agreement is due there.
    let mut subjunctive = false;
    for n in 1..readings.len() {
        let unit = &units[path[n]];
        subjunctive = match unit.pos {
            Pos::That => units[path[n - 1]].word.effect.wishes,
            Pos::Break | Pos::Stop => false,
            _ => subjunctive,
        };
        let (before, here) = (&readings[n - 1], &readings[n]);
        let last = steps[n - 1];
        let mut row = [none; 12];
        for (r, reading) in here.all.iter().enumerate().take(here.count) {
            let alone = reading.cost + follow::dates_back(&units[path[n]..], reading.pos);
            for (p, previous) in before.all.iter().enumerate().take(before.count) {
                let mut pair = follow::cost(kind(previous.pos), kind(reading.pos));
                // "said that *federal troops*": what is said may begin with a bare noun phrase.
                if previous.pos == Pos::That && matches!(reading.pos, Pos::Noun | Pos::Adjective) {
                    pair = 0;
                }
                if matches!(reading.pos, Pos::Noun | Pos::Adjective) && previous.pos == Pos::Preposition {
                    pair += follow::phrasal(units, path[n - 1]);
                }
                // "demanded that Washington *hand* over the cleric"
                if subjunctive && reading.pos == Pos::Noun {
                    pair += follow::parted(units, path[n]);
                }
                if !subjunctive {
                    pair += follow::disagreement(&units[path[n - 1]], previous.pos, unit, reading.pos);
                }
                for seen in [false, true] {
                    let from = slot(p, seen);
                    let cost = last[from].cost + pair + alone;
                    // What is demanded is a clause, and has a verb of its own: "that the government *stop* harassing".
                    let seen = seen && !(subjunctive && unit.pos == Pos::That);
                    let to = &mut row[slot(r, seen || is_finite(reading.pos))];
                    if cost < to.cost {
                        *to = Step { cost, from: u8::try_from(from).unwrap_or(0) };
                    }
                }
            }
        }
        steps.push(row);
    }
    let total = |slot: usize| {
        let verbless = if slot.is_multiple_of(2) { VERBLESS } else { 0 };
        steps[steps.len() - 1][slot].cost + verbless
    };
    let mut at = (0..12).min_by_key(|s| total(*s)).unwrap_or(0);
    let mut chosen = vec![0; readings.len()];
    for n in (0..readings.len()).rev() {
        chosen[n] = at / 2;
        at = usize::from(steps[n][at].from);
    }
    chosen
}

const fn slot(reading: usize, finite: bool) -> usize {
    reading * 2 + finite as usize
}

const fn is_finite(pos: Pos) -> bool {
    matches!(pos, Pos::Finite | Pos::Past | Pos::Be | Pos::Have | Pos::Modal | Pos::Do)
}

const fn kind(pos: Pos) -> Kind {
    match pos {
        Pos::Determiner | Pos::Possessive => Kind::Det,
        Pos::Noun => Kind::Noun,
        Pos::Name => Kind::Name,
        Pos::Pronoun => Kind::Pron,
        Pos::Number => Kind::Num,
        Pos::Adjective => Kind::Adj,
        Pos::Adverb | Pos::Negation | Pos::Timex => Kind::Adv,
        Pos::Preposition => Kind::Prep,
        Pos::To => Kind::To,
        Pos::That | Pos::Subordinator => Kind::Sub,
        Pos::Relative => Kind::Rel,
        Pos::Conjunction => Kind::Conj,
        Pos::Genitive => Kind::Gen,
        Pos::Modal | Pos::Do => Kind::Modal,
        Pos::Be => Kind::Be,
        Pos::Have => Kind::Have,
        Pos::Finite => Kind::Fin,
        Pos::Past => Kind::Past,
        Pos::Base => Kind::Base,
        Pos::Participle => Kind::Part,
        Pos::Gerund => Kind::Ger,
        Pos::Comma | Pos::Break | Pos::Dash | Pos::Open | Pos::Close | Pos::Quote | Pos::Stop => Kind::Mark,
    }
}

impl Readings {
    const fn one(pos: Pos) -> Self {
        Self { all: [Reading { pos, cost: 0 }; 6], count: 1 }
    }

    const fn none() -> Self {
        Self { all: [Reading { pos: Pos::Noun, cost: 0 }; 6], count: 0 }
    }

    fn add(&mut self, pos: Pos, cost: u32) {
        if self.count < self.all.len() && !self.all[..self.count].iter().any(|r| r.pos == pos) {
            self.all[self.count] = Reading { pos, cost };
            self.count += 1;
        }
    }
}

/// What a unit may be.
fn readings(unit: &Unit<'_>) -> Readings {
    let mut may = Readings::none();
    match unit.pos {
        // "Syrian troops", "a Syrian was killed", "the Russian said".
        Pos::Adjective if !unit.senses.is_empty() => {
            let named =
                unit.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::Name) | Sense::Place(..)));
            may.add(Pos::Adjective, 0);
            may.add(Pos::Name, u32::from(!named));
            return may;
        }
        Pos::Name
        | Pos::Timex
        | Pos::Genitive
        | Pos::Comma
        | Pos::Break
        | Pos::Dash
        | Pos::Open
        | Pos::Close
        | Pos::Quote
        | Pos::Stop
        | Pos::Negation => return Readings::one(unit.pos),
        _ if unit.lower.is_empty() => return Readings::one(unit.pos),
        _ => {}
    }
    if closed(unit, &mut may) {
        return may;
    }
    if unit.word.tags.any(ALL) {
        open(unit, &mut may);
    } else {
        unlisted(unit, &mut may);
    }
    may
}

/// Readings of the closed classes; whether there are no others.
fn closed(unit: &Unit<'_>, may: &mut Readings) -> bool {
    let is = |c: Class| unit.class.any(c);
    match &*unit.lower {
        "to" => {
            may.add(Pos::To, 0);
            may.add(Pos::Preposition, 1);
            return true;
        }
        "that" => {
            may.add(Pos::That, 0);
            may.add(Pos::Determiner, 2);
            return true;
        }
        "this" | "these" | "those" => {
            may.add(Pos::Determiner, 0);
            may.add(Pos::Pronoun, 2);
            return true;
        }
        "her" => {
            may.add(Pos::Possessive, 0);
            may.add(Pos::Pronoun, 1);
            return true;
        }
        "including" | "according" | "regarding" | "concerning" => {
            may.add(Pos::Preposition, 0);
            return true;
        }
        "other" => {
            may.add(Pos::Adjective, 0);
            may.add(Pos::Noun, 3);
            return true;
        }
        // "from neighbouring Lebanon"
        "neighbouring" | "neighboring" => {
            may.add(Pos::Adjective, 0);
            return true;
        }
        // "suspected rebels attacked": before a noun they say that it is not sure.
        "suspected" | "alleged" | "purported" => {
            may.add(Pos::Adjective, 0);
            may.add(Pos::Participle, 1);
            may.add(Pos::Past, 2);
            return true;
        }
        "following" => {
            may.add(Pos::Preposition, 1);
            may.add(Pos::Adjective, 1);
            may.add(Pos::Gerund, 2);
            return true;
        }
        "like" => {
            may.add(Pos::Preposition, 0);
            may.add(Pos::Base, 3);
            may.add(Pos::Finite, 4);
            return true;
        }
        // "carried out", "blew up", "pulled back": behind a verb, particles.
        "out" | "up" | "down" | "off" | "back" | "away" | "forward" | "together" | "apart" | "aside" => {
            let preposition = if is(Class::PREPOSITION) { 1 } else { 9 };
            may.add(Pos::Adverb, 0);
            may.add(Pos::Preposition, preposition);
            if unit.lower == "back" {
                may.add(Pos::Base, 3);
                may.add(Pos::Finite, 3);
                may.add(Pos::Noun, 4);
            }
            return true;
        }
        _ => {}
    }
    // A closed class decides, whatever else a dictionary allows: "may" is a modal, "in" no noun.
    let fixed = Class::MODAL
        .and(Class::BE)
        .and(Class::HAVE)
        .and(Class::DO)
        .and(Class::POSSESSIVE)
        .and(Class::DETERMINER)
        .and(Class::PREPOSITION)
        .and(Class::CONJUNCTION)
        .and(Class::SUBORDINATOR)
        .and(Class::RELATIVE)
        .and(Class::PRONOUN)
        .and(Class::QUANTIFIER);
    if is(fixed) {
        may.add(unit.pos, 0);
        // "more", "most", "less", "all": before an adjective or a verb.
        if unit.pos == Pos::Number
            && matches!(&*unit.lower, "more" | "most" | "less" | "least" | "all" | "much")
        {
            may.add(Pos::Adverb, 1);
        }
        return true;
    }
    false
}

/// Every open class.
const ALL: Tags = Tags::NOUN
    .and(Tags::PLURAL)
    .and(Tags::BASE)
    .and(Tags::THIRD)
    .and(Tags::PAST)
    .and(Tags::PARTICIPLE)
    .and(Tags::GERUND)
    .and(Tags::ADJECTIVE)
    .and(Tags::ADVERB);

/// Readings of an open-class word, from the lexicon.
fn open(unit: &Unit<'_>, may: &mut Readings) {
    let tags = unit.word.tags;
    let (as_verb, as_noun) = match unit.word.prefers {
        Prefers::Verb => (0, 1),
        Prefers::Neither => (0, 0),
        Prefers::Noun => (3, 0),
    };
    // Who acts is named far more often than done: "rebels", "guards".
    let as_verb = if unit.word.agent.is_some() { 4 } else { as_verb };
    // A capital inside a sentence is no verb's: "the Strike Group".
    let capital = u32::from(unit.case != Case::Lower);
    if unit.number.is_some() {
        may.add(Pos::Number, 0);
    }
    // An adverb of the closed classes is little else: "here", "still".
    if unit.class.any(Class::ADVERB) {
        may.add(Pos::Adverb, 0);
        if tags.any(Tags::ADJECTIVE) {
            may.add(Pos::Adjective, 0);
        }
        return;
    }
    if tags.any(Tags::GERUND) {
        may.add(Pos::Gerund, 0);
        may.add(Pos::Noun, if tags.noun() { 0 } else { 2 });
        may.add(Pos::Adjective, if tags.any(Tags::ADJECTIVE) { 1 } else { 3 });
        return;
    }
    if tags.any(Tags::PAST) {
        may.add(Pos::Past, 0);
    } else if tags.any(Tags::PARTICIPLE) {
        may.add(Pos::Participle, 0);
    }
    // "open", "free": what describes more often than it is done.
    let describes = u32::from(tags.any(Tags::ADJECTIVE));
    if describes > 0 && !tags.any(Tags::PAST) && unit.number.is_none() {
        may.add(Pos::Adjective, 0);
    }
    if tags.any(Tags::BASE) {
        let past = tags.any(Tags::PAST);
        may.add(Pos::Base, if past { 0 } else { as_verb + describes });
        may.add(Pos::Finite, if past { 2 } else { as_verb + capital + describes });
    } else if tags.any(Tags::THIRD) {
        may.add(Pos::Finite, as_verb + capital);
    }
    if tags.noun() {
        may.add(Pos::Noun, if tags.verb() { as_noun } else { 0 });
    }
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| unit.lower.ends_with(end));
    if unit.number.is_some() && !ordinal {
        // "killing six and wounding others": "six" stands for six people.
    } else if tags.any(Tags::ADJECTIVE) {
        may.add(Pos::Adjective, if tags.any(Tags::PAST) { 2 } else { 0 });
    } else if tags.any(Tags::PAST.and(Tags::PARTICIPLE)) && unit.lower.ends_with("ed") {
        // "the attacked towns"
        may.add(Pos::Adjective, 3);
    }
    if tags.any(Tags::ADVERB) && !unit.class.any(Class::ADVERB) {
        may.add(Pos::Adverb, u32::from(may.count > 0));
    }
}

/// Readings of a word nobody listed, by what its ending suggests.
fn unlisted(unit: &Unit<'_>, may: &mut Readings) {
    may.add(unit.pos, 0);
    match unit.pos {
        Pos::Gerund => {
            may.add(Pos::Noun, 2);
            may.add(Pos::Adjective, 3);
        }
        Pos::Past => may.add(Pos::Adjective, 3),
        Pos::Adjective => may.add(Pos::Noun, 2),
        _ => {}
    }
}

/// What a word is by itself: its closed class, else the likeliest of what the lexicon or its ending says.
pub(super) fn first_guess(unit: &Unit<'_>, hyphenated: bool) -> Pos {
    let class = unit.class;
    let is = |c: Class| class.any(c);
    if is(Class::NEGATION)
        && !is(Class::DETERMINER.and(Class::MODAL).and(Class::BE).and(Class::HAVE).and(Class::DO))
    {
        return Pos::Negation;
    }
    if unit.lower == "that" {
        return Pos::That;
    }
    // "first" and "only" are adverbs too, but stand before nouns far more often.
    if is(Class::ADVERB) && unit.word.tags.any(Tags::ADJECTIVE) {
        return Pos::Adjective;
    }
    let closed: &[(Class, Pos)] = &[
        (Class::MODAL, Pos::Modal),
        (Class::BE, Pos::Be),
        (Class::HAVE, Pos::Have),
        (Class::DO, Pos::Do),
        (Class::TO, Pos::To),
        (Class::POSSESSIVE, Pos::Possessive),
        (Class::RELATIVE, Pos::Relative),
        (Class::DETERMINER, Pos::Determiner),
        (Class::PREPOSITION, Pos::Preposition),
        (Class::CONJUNCTION, Pos::Conjunction),
        (Class::SUBORDINATOR, Pos::Subordinator),
        (Class::PRONOUN, Pos::Pronoun),
        (Class::QUANTIFIER, Pos::Number),
        (Class::ADVERB, Pos::Adverb),
    ];
    if let Some((_, pos)) = closed.iter().find(|(c, _)| is(*c)) {
        return *pos;
    }
    if unit.number.is_some() {
        return Pos::Number;
    }
    if unit.word.tags.any(ALL) {
        return Pos::Noun;
    }
    by_ending(&unit.lower, hyphenated)
}

/// Words nobody listed, by their endings.
fn by_ending(lower: &str, hyphenated: bool) -> Pos {
    let ends = |endings: &[&str]| endings.iter().any(|e| lower.len() > e.len() + 2 && lower.ends_with(e));
    if hyphenated {
        return Pos::Adjective;
    }
    if is_honorific(lower) {
        return Pos::Adjective;
    }
    if ends(&["ly"]) {
        return Pos::Adverb;
    }
    if ends(&["ing"]) {
        return Pos::Gerund;
    }
    if ends(&["ed"]) {
        return Pos::Past;
    }
    if ends(&["ous", "ful", "ive", "able", "ible", "ical", "ial", "ish", "less", "ary", "ual", "onal", "ic"])
    {
        return Pos::Adjective;
    }
    Pos::Noun
}

/// Words before a name that are no part of it.
pub(super) fn is_honorific(word: &str) -> bool {
    const HONORIFICS: &[&str] = &["mr", "mrs", "ms", "dr", "sir", "lord", "lady", "prof", "messrs"];
    let word = word.trim_end_matches('.');
    HONORIFICS.iter().any(|h| h.eq_ignore_ascii_case(word))
}
