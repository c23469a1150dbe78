//! The words of a sentence as the clause grammar sees them: names, time expressions and compounds in one piece,
//! each with its part of speech.

use crate::event::frame::{Frames, Inflection};
use crate::event::lexicon::{Forms, Lexicon, Word};
use crate::event::neighbours;
use crate::gazetteer::{Gazetteer, NameKind, Sense};
use crate::span::Span;
use crate::text::{Case, Class, Token, TokenKind, Tokens};
use crate::timex::Timex;

/// One word, name, number or time expression.
#[derive(Debug, Clone)]
pub(super) struct Unit<'a> {
    pub(super) span: Span,
    pub(super) pos: Pos,
    /// As written, in lower case; empty for a name or a time expression.
    pub(super) lower: String,
    /// The forms it may be, of triggers and of the lexicon's verbs.
    pub(super) forms: Forms,
    pub(super) word: Word,
    pub(super) class: Class,
    /// What a name may stand for; empty for an unknown one.
    pub(super) senses: &'a [Sense],
    /// The time expression it is, as an index into the article's list.
    pub(super) timex: Option<usize>,
    /// The number written here, if it is one.
    pub(super) number: Option<u32>,
}

/// Parts of speech, as coarse as the grammar needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pos {
    Determiner,
    Possessive,
    Preposition,
    To,
    Conjunction,
    Subordinator,
    /// "that": relative, subordinator or determiner; the clause decides.
    That,
    Relative,
    Pronoun,
    Modal,
    Be,
    Have,
    Do,
    Negation,
    Adverb,
    Adjective,
    Noun,
    Name,
    Number,
    Timex,
    Genitive,
    /// A verb in a finite form: past, third person, or base as present tense.
    Finite,
    /// A base form after a modal, "to" or "do".
    Base,
    /// An "-ed" form that may be past or participle.
    Past,
    /// A form that can only be a participle: "taken".
    Participle,
    Gerund,
    Comma,
    /// A dash, a semicolon or a colon.
    Break,
    Open,
    Close,
    Quote,
    Stop,
}

impl Pos {
    pub(super) const fn is_verb(self) -> bool {
        matches!(self, Self::Finite | Self::Base | Self::Past | Self::Participle | Self::Gerund)
    }

    pub(super) const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Number | Self::Pronoun)
    }
}

/// What the sentence is read with.
pub(super) struct Knowledge<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) frames: &'a Frames,
    pub(super) lexicon: &'a Lexicon,
}

/// Cuts a sentence into units and gives each its part of speech.
///
/// `timexes` are those of the article that lie in this sentence, with their indices; `known` tells whether a
/// capitalised word is seen as a name elsewhere in the article, which decides at the start of a sentence.
pub(super) fn units<'a>(
    sentence: Tokens<'_>,
    timexes: &[(usize, &Timex)],
    with: &Knowledge<'a>,
    known: &dyn Fn(&str) -> bool,
) -> Vec<Unit<'a>> {
    let mut units = Vec::with_capacity(sentence.tokens.len());
    let mut at = 0;
    let mut pending = timexes.iter().peekable();
    while let Some(token) = sentence.tokens.get(at) {
        while pending.next_if(|(_, t)| t.span.end <= token.span.start).is_some() {}
        let (unit, length) = match pending.peek() {
            Some((index, timex)) if timex.span.start <= token.span.start => {
                timex_unit(sentence, at, *index, timex)
            }
            _ => word_unit(sentence, at, &units, with, known),
        };
        units.push(unit);
        at += length;
    }
    neighbours::settle(&mut units);
    units
}

fn timex_unit<'a>(sentence: Tokens<'_>, at: usize, index: usize, timex: &Timex) -> (Unit<'a>, usize) {
    let inside = sentence.tokens[at..].iter().take_while(|t| t.span.start < timex.span.end);
    let length = inside.clone().count().max(1);
    let span = sentence.tokens[at].span.cover(sentence.tokens[at + length - 1].span);
    let mut unit = blank(span, Pos::Timex);
    unit.timex = Some(index);
    (unit, length)
}

fn blank<'a>(span: Span, pos: Pos) -> Unit<'a> {
    Unit {
        span,
        pos,
        lower: String::new(),
        forms: Forms::default(),
        word: Word::default(),
        class: Class::NONE,
        senses: &[],
        timex: None,
        number: None,
    }
}

fn word_unit<'a>(
    sentence: Tokens<'_>,
    at: usize,
    before: &[Unit<'_>],
    with: &Knowledge<'a>,
    known: &dyn Fn(&str) -> bool,
) -> (Unit<'a>, usize) {
    let token = &sentence.tokens[at];
    let mut unit = blank(token.span, Pos::Stop);
    match token.kind {
        TokenKind::Possessive => unit.pos = Pos::Genitive,
        TokenKind::Number | TokenKind::Ordinal | TokenKind::Years => {
            unit.pos = if token.kind == TokenKind::Ordinal { Pos::Adjective } else { Pos::Number };
            unit.number = token.readings.number();
            sentence.text_of(token).clone_into(&mut unit.lower);
        }
        TokenKind::Mark(mark) => unit.pos = mark_pos(mark, before, sentence.tokens.get(at + 1)),
        TokenKind::Word => {
            if let Some(named) = name_unit(sentence, at, before, with, known) {
                return named;
            }
            if let Some(length) = bound(sentence, at) {
                unit.span = token.span.cover(sentence.tokens[at + length - 1].span);
                unit.lower = unit.span.text(sentence.text).to_lowercase();
                unit.pos = Pos::Adverb;
                return (unit, length);
            }
            let length = titled(sentence, at, with).unwrap_or_else(|| compound(sentence, at));
            unit.span = token.span.cover(sentence.tokens[at + length - 1].span);
            unit.lower = unit.span.text(sentence.text).to_lowercase();
            read_word(&mut unit, token, length, with);
            return (unit, length);
        }
    }
    (unit, 1)
}

fn mark_pos(mark: char, before: &[Unit<'_>], next: Option<&Token>) -> Pos {
    match mark {
        ',' => Pos::Comma,
        ';' | ':' | '–' | '—' | '-' | '…' => Pos::Break,
        '(' | '[' => Pos::Open,
        ')' | ']' => Pos::Close,
        // An apostrophe glued to a plural is its genitive: "rebels' advance".
        '\'' | '’' if before.last().is_some_and(|u| u.pos.is_nominal()) && next.is_some_and(|t| !t.glued) => {
            Pos::Genitive
        }
        '\'' | '’' | '"' | '“' | '”' | '«' | '»' | '‘' => Pos::Quote,
        '$' | '€' | '£' | '%' | '#' => Pos::Adjective,
        _ => Pos::Stop,
    }
}

/// Words that bound the number after them, and are no clause or phrase of their own: "more than 1,300 people".
fn bound(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    const BOUNDS: &[&[&str]] = &[
        &["more", "than"],
        &["less", "than"],
        &["fewer", "than"],
        &["at", "least"],
        &["at", "most"],
        &["up", "to"],
        &["as", "many", "as"],
    ];
    let rest = &sentence.tokens[at..];
    let says = |words: &&&[&str]| {
        let counted = rest
            .get(words.len())
            .is_some_and(|t| t.readings.number().is_some() || t.readings.is(Class::QUANTIFIER));
        counted && words.iter().zip(rest).all(|(word, t)| sentence.text_of(t).eq_ignore_ascii_case(word))
    };
    BOUNDS.iter().find(says).map(|words| words.len())
}

/// A title with "of" inside, which would otherwise fall apart: "secretary of state", "chief of staff".
fn titled(sentence: Tokens<'_>, at: usize, with: &Knowledge<'_>) -> Option<usize> {
    let run = sentence.tokens.get(at..at + 3)?;
    let words: Vec<String> = run.iter().map(|t| sentence.text_of(t).to_lowercase()).collect();
    (words[1] == "of" && with.lexicon.phrase(&words.join(" ")).is_some()).then_some(3)
}

/// How many tokens a hyphenated compound takes: "Kurdish-held", "ever-warmer".
fn compound(sentence: Tokens<'_>, at: usize) -> usize {
    let mut length = 1;
    while let [hyphen, next, ..] = &sentence.tokens[at + length..] {
        let joined = hyphen.glued && next.glued && hyphen.kind == TokenKind::Mark('-');
        if !joined || !matches!(next.kind, TokenKind::Word | TokenKind::Number) {
            break;
        }
        length += 2;
    }
    length
}

/// A name from the gazetteer, or a run of capitalised words that none of the word lists knows.
fn name_unit<'a>(
    sentence: Tokens<'_>,
    at: usize,
    before: &[Unit<'_>],
    with: &Knowledge<'a>,
    known: &dyn Fn(&str) -> bool,
) -> Option<(Unit<'a>, usize)> {
    let rest = Tokens { text: sentence.text, tokens: &sentence.tokens[at..] };
    let token = &sentence.tokens[at];
    let found = with.gazetteer.name_at(rest);
    // "Kurdish-held" is one adjective, though a name begins it.
    let glued_on = |n: usize| {
        matches!(&rest.tokens[n..], [hyphen, next, ..]
            if hyphen.glued && next.glued && hyphen.kind == TokenKind::Mark('-')
                && next.kind == TokenKind::Word && next.case == Case::Lower)
    };
    if token.case == Case::Title && is_honorific(&sentence.text_of(token).to_lowercase()) {
        return None;
    }
    let run = capitals(rest, with);
    if let Some(found) = found.filter(|f| !glued_on(f.tokens) && f.tokens >= run.min(2)) {
        let mut unit = blank(rest.tokens[0].span.cover(rest.tokens[found.tokens - 1].span), Pos::Name);
        unit.senses = found.senses;
        // "Syrian" is an adjective until nothing follows that it could describe: see `neighbours::settle`.
        if found.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::Adjective))) {
            unit.pos = Pos::Adjective;
        }
        return Some((unit, found.tokens));
    }
    if run == 0 || glued_on(run) {
        return None;
    }
    let initial = before.iter().all(|u| matches!(u.pos, Pos::Quote | Pos::Open | Pos::Break));
    if initial && run == 1 && !known(sentence.text_of(token)) && token.case != Case::Upper {
        return None;
    }
    let unit = blank(rest.tokens[0].span.cover(rest.tokens[run - 1].span), Pos::Name);
    Some((unit, run))
}

/// Words before a name that are no part of it.
fn is_honorific(lower: &str) -> bool {
    matches!(
        lower.trim_end_matches('.'),
        "mr" | "mrs" | "ms" | "dr" | "sir" | "lord" | "lady" | "prof" | "messrs"
    )
}

/// How many tokens a run of name-like words takes: capitalised, joined by hyphens or by particles such as "al" and
/// "bin", and no title, month or function word.
fn capitals(rest: Tokens<'_>, with: &Knowledge<'_>) -> usize {
    const PARTICLES: &[&str] =
        &["al", "el", "ul", "bin", "ibn", "de", "da", "di", "del", "der", "van", "von", "la", "of"];
    let mut length = 0;
    let mut i = 0;
    while let Some(token) = rest.tokens.get(i) {
        if token.kind == TokenKind::Mark('-') && token.glued && length == i && i > 0 {
            i += 1;
            continue;
        }
        if token.kind != TokenKind::Word {
            break;
        }
        let written = rest.text_of(token);
        if PARTICLES.contains(&written) && (written != "of" || is_body(rest, length)) {
            i += 1;
            continue;
        }
        let lower = written.to_lowercase();
        let title = with.lexicon.look_up(&lower);
        let closed = !token.readings.is_open() && (token.case != Case::Upper || written.len() < 2);
        if token.case == Case::Lower || closed || title.agent.is_some() || (title.adjective && length == 0) {
            break;
        }
        i += 1;
        length = i;
    }
    length
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

fn read_word(unit: &mut Unit<'_>, token: &Token, length: usize, with: &Knowledge<'_>) {
    unit.class = if length == 1 { token.readings.class } else { Class::NONE };
    unit.number = if length == 1 { token.readings.number() } else { None };
    unit.word = with.lexicon.look_up(&unit.lower);
    if length > 1 {
        unit.word.agent = unit.word.agent.or_else(|| with.lexicon.phrase(&unit.lower.replace('-', " ")));
    }
    unit.forms = unit.word.verb;
    for (_, inflection) in with.frames.senses(&unit.lower) {
        unit.forms.add(*inflection);
    }
    unit.pos = if is_honorific(&unit.lower) { Pos::Adjective } else { first_guess(unit, length > 1) };
}

/// The part of speech without regard to the neighbours; [`neighbours::settle`] decides the rest.
fn first_guess(unit: &Unit<'_>, hyphenated: bool) -> Pos {
    let class = unit.class;
    let is = |c: Class| class.any(c);
    if is(Class::NEGATION)
        && !is(Class::DETERMINER.and(Class::MODAL).and(Class::BE).and(Class::HAVE).and(Class::DO))
    {
        return Pos::Negation;
    }
    let closed: &[(Class, Pos)] = &[
        (Class::MODAL, Pos::Modal),
        (Class::BE, Pos::Be),
        (Class::HAVE, Pos::Have),
        (Class::DO, Pos::Do),
        (Class::TO, Pos::To),
        (Class::POSSESSIVE, Pos::Possessive),
    ];
    if let Some((_, pos)) = closed.iter().find(|(c, _)| is(*c)) {
        return *pos;
    }
    if unit.lower == "that" {
        return Pos::That;
    }
    // "first" and "only" are adverbs too, but stand before nouns far more often.
    if is(Class::ADVERB) && unit.word.adjective {
        return Pos::Adjective;
    }
    if is(Class::RELATIVE) {
        return Pos::Relative;
    }
    let closed: &[(Class, Pos)] = &[
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
    if PARTICLES.contains(&unit.lower.as_str()) {
        return Pos::Adverb;
    }
    if unit.word.agent.is_some() {
        return Pos::Noun;
    }
    let forms = unit.forms;
    if forms.has(Inflection::Gerund) {
        return Pos::Gerund;
    }
    if unit.word.adjective {
        return Pos::Adjective;
    }
    if forms.has(Inflection::Past) {
        return Pos::Past;
    }
    if forms.has(Inflection::Participle) && !forms.has(Inflection::Base) {
        return Pos::Participle;
    }
    if forms.noun() {
        return Pos::Noun;
    }
    if forms.verb() {
        return Pos::Finite;
    }
    by_ending(&unit.lower, hyphenated)
}

/// Adverbs that go with a verb and that no closed class of the text lists: "passed away", "held together".
pub(super) const PARTICLES: &[&str] = &["away", "together", "apart", "aside", "forward"];

/// Words nobody listed, by their endings.
fn by_ending(lower: &str, hyphenated: bool) -> Pos {
    let ends = |endings: &[&str]| endings.iter().any(|e| lower.len() > e.len() + 2 && lower.ends_with(e));
    if hyphenated {
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
