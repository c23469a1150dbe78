//! The grammar of phrases: noun phrases and verb groups, in nom over the units of a sentence.

use std::iter::Enumerate;
use std::ops::Range;
use std::slice::Iter;

use nom::combinator::{opt, peek, verify};
use nom::multi::{many0_count, many1_count};
use nom::{IResult, Input, Needed, Parser};

use crate::span::Span;
use crate::syntax::fronted;
use crate::syntax::interrupt;
use crate::syntax::lexicon::Tags;
use crate::syntax::unit::{Pos, Unit};
use crate::text::Class;

/// A phrase or a mark of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    pub(crate) kind: Kind,
    /// Its units, as indices into the sentence's.
    pub(crate) units: Range<usize>,
}

#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Np(Np),
    Vg(Vg),
    Preposition,
    Timex(usize),
    Comma,
    Conjunction,
    Relative,
    Subordinator,
    That,
    Adverb,
    Adjective,
    /// Semicolon, colon.
    Break,
    Dash,
    Open,
    Close,
    Quote,
    Stop,
}

/// "the Kremlin's first visit": an owner, and a body with a head.
#[derive(Debug, Clone)]
pub(crate) struct Np {
    /// The units before the last genitive mark.
    pub(crate) possessor: Option<Range<usize>>,
    /// The units after it.
    pub(crate) body: Range<usize>,
    /// The word that says what it is: the last noun or name.
    pub(crate) head: usize,
}

/// "has not been withdrawn": one verb with its auxiliaries.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "the independent features of an English verb group")]
pub(crate) struct Vg {
    /// The lexical verb, or the copula.
    pub(crate) head: usize,
    pub(crate) form: VerbForm,
    pub(crate) tense: Tense,
    pub(crate) perfect: bool,
    pub(crate) progressive: bool,
    pub(crate) passive: bool,
    pub(crate) negated: bool,
    pub(crate) modality: Option<Modality>,
    /// "is to visit".
    pub(crate) scheduled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Finite,
    Infinitive,
    Gerund,
    /// A bare participle: finite past or reduced relative clause; the clause decides.
    Participle,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
    Future,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Modality {
    /// will, shall
    Will,
    /// would
    Would,
    /// may, might, can, could
    May,
    /// must, should
    Must,
}

/// The units still to read, and where in the sentence they begin.
#[derive(Debug, Clone, Copy)]
struct Units<'u, 'a> {
    units: &'u [Unit<'a>],
    at: usize,
}

type Parsed<'u, 'a, T> = IResult<Units<'u, 'a>, T, ()>;

impl<'u, 'a> Input for Units<'u, 'a> {
    type Item = &'u Unit<'a>;
    type Iter = Iter<'u, Unit<'a>>;
    type IterIndices = Enumerate<Iter<'u, Unit<'a>>>;

    fn input_len(&self) -> usize {
        self.units.len()
    }

    fn take(&self, index: usize) -> Self {
        Self { units: &self.units[..index], at: self.at }
    }

    fn take_from(&self, index: usize) -> Self {
        Self { units: &self.units[index..], at: self.at + index }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.units.iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.units.iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.units.iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if self.units.len() < count { Err(Needed::new(count - self.units.len())) } else { Ok(count) }
    }
}

/// Cuts a sentence into phrases and marks; every unit belongs to one.
pub(crate) fn chunks(units: &[Unit<'_>]) -> Vec<Chunk> {
    let mut chunks = Vec::with_capacity(units.len());
    let mut rest = Units { units, at: 0 };
    while !rest.units.is_empty() {
        let (after, kind) = chunk(rest);
        chunks.push(Chunk { kind, units: rest.at..after.at });
        rest = after;
    }
    fronted::part(units, &mut chunks);
    interrupt::mend(units, &mut chunks);
    chunks
}

fn chunk<'u, 'a>(i: Units<'u, 'a>) -> (Units<'u, 'a>, Kind) {
    if let Ok((rest, vg)) = verb_group(i) {
        return (rest, Kind::Vg(vg));
    }
    if let Ok((rest, np)) = noun_phrase(i) {
        return (rest, Kind::Np(np));
    }
    let unit = &i.units[0];
    let kind = match unit.pos {
        Pos::Preposition | Pos::To => Kind::Preposition,
        Pos::Timex => unit.timex.map_or(Kind::Stop, Kind::Timex),
        Pos::Comma => Kind::Comma,
        Pos::Conjunction => Kind::Conjunction,
        Pos::Relative => Kind::Relative,
        Pos::Subordinator => Kind::Subordinator,
        Pos::That => Kind::That,
        Pos::Adverb | Pos::Negation | Pos::Modal => Kind::Adverb,
        Pos::Adjective | Pos::Number | Pos::Determiner | Pos::Possessive => Kind::Adjective,
        Pos::Break => Kind::Break,
        Pos::Dash => Kind::Dash,
        Pos::Open => Kind::Open,
        Pos::Close => Kind::Close,
        Pos::Quote => Kind::Quote,
        _ => Kind::Stop,
    };
    (i.take_from(1), kind)
}

/// One unit that passes, as its index.
fn unit<'u, 'a: 'u>(pass: impl Fn(&Unit<'a>) -> bool) -> impl Fn(Units<'u, 'a>) -> Parsed<'u, 'a, usize> {
    move |i| match i.units.first() {
        Some(u) if pass(u) => Ok((i.take_from(1), i.at)),
        _ => Err(nom::Err::Error(())),
    }
}

fn pos<'u, 'a: 'u>(wanted: Pos) -> impl Fn(Units<'u, 'a>) -> Parsed<'u, 'a, usize> {
    unit(move |u| u.pos == wanted)
}

/// Adverbs and negations inside a verb group; true when one negates.
#[allow(clippy::unnecessary_wraps, reason = "a parser among others")]
fn fillers<'u, 'a>(i: Units<'u, 'a>) -> Parsed<'u, 'a, bool> {
    let (mut rest, mut negated) = (i, false);
    while let Some(filler) = rest.units.first().filter(|u| matches!(u.pos, Pos::Adverb | Pos::Negation)) {
        negated |= filler.pos == Pos::Negation;
        rest = rest.take_from(1);
    }
    Ok((rest, negated))
}

/// Behind a quotation mark that a bare verb follows.
fn past_quote<'u, 'a>(i: Units<'u, 'a>) -> Units<'u, 'a> {
    match i.units {
        [mark, verb, ..] if mark.pos == Pos::Quote && verb.pos == Pos::Base => i.take_from(1),
        _ => i,
    }
}

/// auxiliaries, adverbs and negations, and the verb.
fn verb_group<'u, 'a>(i: Units<'u, 'a>) -> Parsed<'u, 'a, Vg> {
    let whole = i;
    let (i, no1) = fillers(i)?;
    let (i, to) = opt(pos(Pos::To)).parse(i)?;
    let (i, no2) = fillers(i)?;
    let (i, modal) = opt(pos(Pos::Modal)).parse(i)?;
    // 'will "meet him in Rome"': a quotation may begin within the group.
    let i = if to.or(modal).is_some() { past_quote(i) } else { i };
    let (i, support) = opt(pos(Pos::Do)).parse(i)?;
    let (i, no3) = fillers(i)?;
    let (i, have) = opt(pos(Pos::Have)).parse(i)?;
    let (i, no4) = fillers(i)?;
    let (i, be) = opt(pos(Pos::Be)).parse(i)?;
    let (i, no5) = fillers(i)?;
    let (i, being) = opt(pos(Pos::Be)).parse(i)?;
    let (i, _) = fillers(i)?;
    // "is to visit"
    let scheduled = |i| (pos(Pos::To), fillers, unit(|u| u.pos == Pos::Base)).map(|(_, _, v)| v).parse(i);
    let (i, due) = if be.is_some() && to.is_none() { opt(scheduled).parse(i)? } else { (i, None) };
    let (i, verb) = if due.is_some() { (i, due) } else { opt(unit(|u| u.pos.is_verb())).parse(i)? };
    let last = [modal, support, have, be, being].into_iter().flatten().max();
    let head = verb.or(last).ok_or(nom::Err::Error(()))?;
    let auxiliary = [modal, support, have, be].into_iter().flatten().min();
    let units = |n: usize| &whole.units[n - whole.at];
    let verb_pos = verb.map(|v| units(v).pos);
    // An adverb alone, or fillers before a bare noun, are no verb group.
    if verb.is_none() && be.is_none() && have.is_none() && support.is_none() {
        return Err(nom::Err::Error(()));
    }
    // The fillers behind a copula belong to what follows it.
    let end = if verb.is_none() { head + 1 - whole.at } else { i.at - whole.at };
    let participle = matches!(verb_pos, Some(Pos::Participle | Pos::Past));
    let negated = no1
        || no2
        || no3
        || no4
        || no5
        || [modal, support, have, be].into_iter().flatten().any(|a| units(a).class.any(Class::NEGATION));
    let form = match (to, auxiliary, verb_pos) {
        (Some(_), _, _) => VerbForm::Infinitive,
        (None, Some(a), _) if matches!(&*units(a).lower, "being" | "having") => VerbForm::Gerund,
        (None, Some(_), _) | (None, None, Some(Pos::Finite)) => VerbForm::Finite,
        (None, None, Some(Pos::Base)) => VerbForm::Infinitive,
        (None, None, Some(Pos::Gerund)) => VerbForm::Gerund,
        (None, None, _) => VerbForm::Participle,
    };
    let modality = modal.map(|m| modality(&units(m).lower));
    let vg = Vg {
        head,
        form,
        tense: tense(modality, auxiliary.map(units), verb.map(units), form),
        perfect: have.is_some() && (participle || be.is_some()),
        progressive: be.is_some() && verb_pos == Some(Pos::Gerund),
        passive: be.is_some() && participle,
        negated,
        modality,
        scheduled: due.is_some(),
    };
    Ok((whole.take_from(end), vg))
}

pub(super) fn modality(modal: &str) -> Modality {
    match modal.trim_end_matches("n't") {
        "will" | "shall" | "'ll" | "wo" | "’ll" => Modality::Will,
        "would" | "'d" | "’d" => Modality::Would,
        "must" | "should" => Modality::Must,
        _ => Modality::May,
    }
}

pub(super) fn tense(
    modality: Option<Modality>,
    auxiliary: Option<&Unit<'_>>,
    verb: Option<&Unit<'_>>,
    form: VerbForm,
) -> Tense {
    if modality == Some(Modality::Will) {
        return Tense::Future;
    }
    if matches!(form, VerbForm::Infinitive | VerbForm::Gerund) {
        return Tense::None;
    }
    match (auxiliary, verb) {
        (Some(a), _) if a.class.any(Class::PAST) => Tense::Past,
        (Some(_), _) => Tense::Present,
        (None, Some(v)) if matches!(v.pos, Pos::Past | Pos::Participle) => Tense::Past,
        // "cut", "put", "hit": base and past look alike, and news tells the past.
        (None, Some(v)) if v.word.tags.any(Tags::PAST) => Tense::Past,
        _ => Tense::Present,
    }
}

/// segments joined by genitive marks, the last of which is the body.
fn noun_phrase<'u, 'a>(i: Units<'u, 'a>) -> Parsed<'u, 'a, Np> {
    let whole = i;
    if let Ok((rest, head)) = pos(Pos::Pronoun)(i) {
        return Ok((rest, Np { possessor: None, body: head..head + 1, head }));
    }
    let (mut i, mut head) = match segment(i) {
        Ok(found) => found,
        Err(e) if i.units[0].pos == Pos::Possessive => return Err(e),
        Err(_) => {
            // A date can own: "Wednesday's meeting".
            let (rest, at) = pos(Pos::Timex)(i)?;
            peek(pos(Pos::Genitive)).parse(rest)?;
            (rest, at)
        }
    };
    let mut body = whole.at;
    while let Ok((after, _)) = pos(Pos::Genitive)(i) {
        let Ok((rest, next)) = segment(after) else { break };
        body = after.at;
        i = rest;
        head = next;
    }
    let possessor = (body > whole.at).then(|| whole.at..body - 1);
    Ok((i, Np { possessor, body: body..i.at, head }))
}

/// determiners, then modifiers, then nouns; the head is the last noun or name.
fn segment<'u, 'a>(i: Units<'u, 'a>) -> Parsed<'u, 'a, usize> {
    let start = i;
    let determiner = |u: &Unit<'_>| matches!(u.pos, Pos::Determiner | Pos::Possessive);
    let (i, _) = many0_count(unit(|u| u.pos == Pos::Number && u.class.any(Class::QUANTIFIER))).parse(i)?;
    let (i, before) = many0_count(unit(determiner)).parse(i)?;
    let mut i = i;
    let mut head = None;
    while let Some(u) = i.units.first() {
        let next = i.units.get(1);
        // "the Asia-Pacific Economic Cooperation (APEC) forum": the name goes on behind its abbreviation.
        if let [open, short, close, after, ..] = i.units
            && (open.pos, short.pos, close.pos) == (Pos::Open, Pos::Name, Pos::Close)
            && head.is_some()
            && matches!(after.pos, Pos::Noun | Pos::Name)
        {
            i = i.take_from(3);
            continue;
        }
        let takes = match u.pos {
            // "before the trip Mr Sharaa spoke": a thing is no title, the name begins a phrase of its own.
            Pos::Name => head.is_none_or(|h: usize| {
                let before = (h - start.at).checked_sub(1).map(|b| &start.units[b]);
                heads_name(&start.units[h - start.at], before)
            }),
            Pos::Noun => true,
            Pos::Number => head.is_none() || next.is_some_and(|n| n.pos == Pos::Noun),
            Pos::Adjective => leads_to_noun(i.units),
            // "civil and military institutions"
            Pos::Conjunction => {
                i.at > start.at
                    && start.units[i.at - start.at - 1].pos == Pos::Adjective
                    && next.is_some_and(|n| n.pos == Pos::Adjective)
                    && leads_to_noun(&i.units[1..])
            }
            Pos::Adverb => {
                head.is_none()
                    && next.is_some_and(|n| matches!(n.pos, Pos::Adjective | Pos::Number))
                    && leads_to_noun(&i.units[1..])
            }
            // "its 1998-1999 conflict"
            Pos::Dash => {
                let around = i.at.checked_sub(start.at + 1).map(|b| start.units[b].pos);
                around == Some(Pos::Timex)
                    && next.is_some_and(|n| n.pos == Pos::Timex)
                    && leads_to_noun(&i.units[1..])
            }
            // "the February blast", "a two-day visit"
            Pos::Timex => head.is_none() && (before > 0 || i.at > start.at) && leads_to_noun(i.units),
            // "the disputed presidential election": a participle that leads to a noun.
            Pos::Past | Pos::Participle | Pos::Gerund => {
                head.is_none()
                    && before > 0
                    && i.units.get(1).is_some_and(|n| matches!(n.pos, Pos::Noun | Pos::Name | Pos::Adjective))
                    && leads_to_noun(&i.units[1..])
            }
            _ => false,
        };
        if !takes {
            break;
        }
        if matches!(u.pos, Pos::Noun | Pos::Name | Pos::Number) {
            head = Some(i.at);
        }
        i = i.take_from(1);
    }
    // "some", "many of them": a quantifier can stand alone.
    match head {
        Some(head) => Ok((i, head)),
        None => verify(many1_count(unit(|u| u.pos == Pos::Number)), |n| *n > 0)
            .map(|n| start.at + n - 1)
            .parse(start),
    }
}

/// Whether a word may stand right before a name in one phrase: another name, a title, a group; any noun that a name
/// describes in its turn ("Airbus parent EADS").
fn heads_name(unit: &Unit<'_>, before: Option<&Unit<'_>>) -> bool {
    unit.pos != Pos::Noun || unit.word.agent.is_some() || before.is_some_and(|b| b.pos == Pos::Name)
}

/// Whether a run of adjectives, numbers, adverbs and dates ends in a noun or a name.
fn leads_to_noun(units: &[Unit<'_>]) -> bool {
    for (i, u) in units.iter().enumerate() {
        match u.pos {
            Pos::Noun | Pos::Name => return true,
            // "civil and military institutions"
            Pos::Conjunction if i > 0 && units[i - 1].pos == Pos::Adjective => {
                if units.get(i + 1).is_none_or(|n| n.pos != Pos::Adjective) {
                    return false;
                }
            }
            Pos::Dash if i > 0 && units[i - 1].pos == Pos::Timex => {}
            Pos::Adjective | Pos::Number | Pos::Timex | Pos::Adverb | Pos::Past | Pos::Participle => {}
            _ => return false,
        }
    }
    false
}

impl Chunk {
    pub(crate) fn np(&self) -> Option<&Np> {
        if let Kind::Np(np) = &self.kind { Some(np) } else { None }
    }

    pub(crate) fn vg(&self) -> Option<&Vg> {
        if let Kind::Vg(vg) = &self.kind { Some(vg) } else { None }
    }
}

/// The bytes of a run of units.
pub(crate) fn span_of(units: &[Unit<'_>], range: Range<usize>) -> Span {
    match (units.get(range.start), units.get(range.end.saturating_sub(1))) {
        (Some(a), Some(b)) => a.span.cover(b.span),
        _ => Span::default(),
    }
}
