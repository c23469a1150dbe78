//! The words of a sentence as the clause grammar sees them: names, time expressions and compounds in one piece,
//! each with its part of speech.

use std::borrow::Cow;

use crate::gazetteer::{Gazetteer, Sector, Sense};
use crate::span::Span;
use crate::syntax::lexicon::{Agent, AgentKind, Lexicon, Tags, Word};
use crate::syntax::{name, tagger};
use crate::text::{Case, Class, Token, TokenKind, Tokens, lexeme, words};
use crate::timex::{Timex, TimexType};

/// One word, name, number or time expression.
#[derive(Debug, Clone)]
pub(crate) struct Unit<'a> {
    pub(crate) span: Span,
    pub(crate) pos: Pos,
    /// As written, in lower case; empty for a name or a time expression.
    pub(crate) lower: Cow<'a, str>,
    pub(crate) case: Case,
    /// What the lexicon says of it.
    pub(crate) word: Word,
    pub(crate) class: Class,
    /// What a name may stand for; empty for an unknown one.
    pub(crate) senses: &'a [Sense],
    /// An unknown name that says of itself that it is a company's or a model's: "Acme Motors", "the A380".
    pub(crate) firm: bool,
    /// The time expression it is, as an index into the article's list.
    pub(crate) timex: Option<usize>,
    /// The number written here, if it is one.
    pub(crate) number: Option<u32>,
}

/// Parts of speech, as coarse as the grammar needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pos {
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
    /// A semicolon or a colon.
    Break,
    /// A dash: it sets off as a comma does.
    Dash,
    Open,
    Close,
    Quote,
    Stop,
}

impl Pos {
    pub(crate) const fn is_verb(self) -> bool {
        matches!(self, Self::Finite | Self::Base | Self::Past | Self::Participle | Self::Gerund)
    }

    pub(crate) const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Number | Self::Pronoun)
    }
}

/// What words and names are looked up in.
#[derive(Clone, Copy)]
pub(crate) struct Dictionary<'a> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) lexicon: &'a Lexicon,
}

/// Cuts a sentence into units and gives each its part of speech.
///
/// `timexes` are those of the article that lie in this sentence, with their indices; `known` tells whether a
/// capitalised word is seen as a name elsewhere in the article, which decides at the start of a sentence.
pub(crate) fn units<'a>(
    sentence: Tokens<'a>,
    timexes: &[(usize, &Timex)],
    with: Dictionary<'a>,
    known: &dyn Fn(&str) -> bool,
) -> Vec<Unit<'a>> {
    let mut units = Vec::with_capacity(sentence.tokens.len());
    let mut at = 0;
    let mut pending = timexes.iter().peekable();
    while let Some(token) = sentence.tokens.get(at) {
        while pending.next_if(|(_, t)| t.span.end <= token.span.start).is_some() {}
        let (unit, length) = match pending.peek() {
            Some((index, timex)) if timex.span.start <= token.span.start => {
                timex_unit(sentence, at, *index, timex, with.lexicon)
            }
            _ => word_unit(sentence, at, &units, with, known),
        };
        units.push(unit);
        at += length;
    }
    tagger::settle(&mut units);
    units
}

/// "10 days *of* war games" are no date but a measure, and read as one: the noun "days" with its number.
fn timex_unit<'a>(
    sentence: Tokens<'a>,
    at: usize,
    index: usize,
    timex: &Timex,
    lexicon: &Lexicon,
) -> (Unit<'a>, usize) {
    let inside = sentence.tokens[at..].iter().take_while(|t| t.span.start < timex.span.end);
    let length = inside.count().max(1);
    let span = sentence.tokens[at].span.cover(sentence.tokens[at + length - 1].span);
    let of = sentence.tokens.get(at + length).is_some_and(|t| sentence.text_of(t) == "of");
    if of && timex.kind == TimexType::Duration && timex.when.is_none() && length > 1 {
        let mut unit = Unit::word(sentence, at + length - 1, 1, lexicon);
        unit.span = span;
        return (unit, length);
    }
    let mut unit = Unit::new(span, Pos::Timex);
    unit.timex = Some(index);
    (unit, length)
}

impl<'a> Unit<'a> {
    pub(crate) fn new(span: Span, pos: Pos) -> Self {
        Self {
            span,
            pos,
            lower: Cow::Borrowed(""),
            case: Case::Lower,
            word: Word::default(),
            class: Class::NONE,
            senses: &[],
            firm: false,
            timex: None,
            number: None,
        }
    }

    /// Whether it begins as one of these words do in all their forms: "accus", "gav".
    pub(crate) fn has_stem(&self, stems: &[&str]) -> bool {
        has_stem(&self.lower, stems)
    }

    /// A word of `length` tokens, as the lexicon knows it.
    fn word(sentence: Tokens<'a>, at: usize, length: usize, lexicon: &Lexicon) -> Self {
        let token = &sentence.tokens[at];
        let span = token.span.cover(sentence.tokens[at + length - 1].span);
        let mut unit = Self::new(span, Pos::Noun);
        unit.lower = lower(span.text(sentence.text));
        unit.case = token.case;
        unit.word = lexicon.look_up(&unit.lower);
        if length == 1 {
            unit.class = token.readings.class;
            unit.number = token.readings.number();
        } else {
            unit.word.agent = unit
                .word
                .agent
                .or_else(|| lexicon.phrase(&unit.lower.replace('-', " ")))
                .or_else(|| partner(&unit.lower, lexicon));
            if unit.word.tags == Tags::default() {
                unit.word.tags = compounded(&unit.lower, lexicon);
            }
        }
        unit
    }
}

/// Whether a word begins as one of others do in all their forms.
pub(crate) fn has_stem(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// "co-premier", "ex-general": one who acts, whatever stands before.
fn partner(lower: &str, lexicon: &Lexicon) -> Option<Agent> {
    if is_aged(lower) {
        return Some(Agent { kind: AgentKind::Person, sector: Sector::Civ });
    }
    let (first, last) = lower.split_once('-')?;
    matches!(first, "co" | "ex" | "vice" | "deputy" | "arch" | "then").then(|| lexicon.look_up(last).agent)?
}

/// "an 18-year-old", "the 18-year-olds"
fn is_aged(lower: &str) -> bool {
    lower.ends_with("-year-old") || lower.ends_with("-year-olds")
}

/// What a compound may be by its last part: "re-opened" is a verb, "peace-keepers" a noun, "rebel-held" neither.
fn compounded(lower: &str, lexicon: &Lexicon) -> Tags {
    let Some((first, last)) = lower.rsplit_once('-') else { return Tags::default() };
    if is_aged(lower) {
        return Tags::NOUN.and(Tags::ADJECTIVE);
    }
    let tags = lexicon.look_up(last).tags;
    if matches!(first, "re" | "co" | "ex" | "vice" | "pre" | "over" | "out" | "mis" | "counter" | "de") {
        return tags;
    }
    // "a call-up", "the handover": a verb and its particle are a noun.
    let particle = matches!(last, "up" | "out" | "off" | "down" | "back" | "over" | "away" | "in" | "on");
    if particle && lexicon.look_up(first).tags.any(Tags::BASE) {
        return Tags::NOUN;
    }
    let many = tags.any(Tags::PLURAL) && !tags.any(Tags::ADJECTIVE);
    if many { Tags::PLURAL } else { Tags::default() }
}

/// In lower case; most words are.
pub(crate) fn lower(written: &str) -> Cow<'_, str> {
    if written.is_ascii() {
        return if written.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(written.to_ascii_lowercase())
        } else {
            Cow::Borrowed(written)
        };
    }
    if written.chars().any(char::is_uppercase) {
        Cow::Owned(written.to_lowercase())
    } else {
        Cow::Borrowed(written)
    }
}

/// Two numbers that a hyphen joins, behind a verb of voting.
fn is_result(sentence: Tokens<'_>, at: usize, before: &[Unit<'_>]) -> bool {
    let votes = before.last().is_some_and(|u| u.lower.starts_with("vot") || u.lower.starts_with("split"));
    votes
        && matches!(&sentence.tokens[at + 1..], [hyphen, number, ..]
            if matches!(hyphen.kind, TokenKind::Mark('-' | '–')) && number.kind == TokenKind::Number)
}

fn word_unit<'a>(
    sentence: Tokens<'a>,
    at: usize,
    before: &[Unit<'_>],
    with: Dictionary<'a>,
    known: &dyn Fn(&str) -> bool,
) -> (Unit<'a>, usize) {
    let token = &sentence.tokens[at];
    let mut unit = Unit::new(token.span, Pos::Stop);
    match token.kind {
        // "he's", "they're gone": an auxiliary; behind any other word the mark of a genitive.
        TokenKind::Possessive => {
            unit.pos = if before.last().is_some_and(|u| u.class.any(Class::PRONOUN)) {
                Pos::Be
            } else {
                Pos::Genitive
            };
        }
        // "a 15-year-old boy", "a 40-member panel"
        TokenKind::Number if compound(sentence, at) > 1 && describes(sentence, at) => {
            let length = compound(sentence, at);
            unit.span = token.span.cover(sentence.tokens[at + length - 1].span);
            unit.lower = lower(unit.span.text(sentence.text));
            unit.pos = Pos::Adjective;
            return (unit, length);
        }
        // "voted 300-90": a result.
        TokenKind::Number if is_result(sentence, at, before) => {
            unit.span = token.span.cover(sentence.tokens[at + 2].span);
            unit.lower = lower(unit.span.text(sentence.text));
            unit.pos = Pos::Number;
            return (unit, 3);
        }
        TokenKind::Number | TokenKind::Ordinal | TokenKind::Years => {
            unit.pos = if token.kind == TokenKind::Ordinal { Pos::Adjective } else { Pos::Number };
            unit.number = token.readings.number();
            unit.lower = lower(sentence.text_of(token));
        }
        TokenKind::Mark(mark) => unit.pos = mark_pos(mark, before, sentence.tokens.get(at + 1)),
        TokenKind::Word => {
            if let Some(named) = name::unit(sentence, at, before, with, known) {
                return named;
            }
            let bound = bound(sentence, at).or_else(|| rounded(sentence, at, before));
            let adverbial = bound.map(|n| (n, Pos::Adverb)).or_else(|| phrasal(sentence, at));
            if let Some((length, pos)) = adverbial {
                unit.span = token.span.cover(sentence.tokens[at + length - 1].span);
                unit.lower = lower(unit.span.text(sentence.text));
                unit.pos = pos;
                return (unit, length);
            }
            let length = titled(sentence, at, with).unwrap_or_else(|| compound(sentence, at));
            let mut unit = Unit::word(sentence, at, length, with.lexicon);
            unit.pos = tagger::first_guess(&unit, length > 1);
            return (unit, length);
        }
    }
    (unit, 1)
}

fn mark_pos(mark: char, before: &[Unit<'_>], next: Option<&Token>) -> Pos {
    match mark {
        ',' => Pos::Comma,
        ';' | ':' | '…' => Pos::Break,
        '–' | '—' | '-' => Pos::Dash,
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
    if !rest[0].among(words!["more", "less", "fewer", "at", "up", "as"]) {
        return None;
    }
    let says = |words: &&&[&str]| {
        let counted = rest
            .get(words.len())
            .is_some_and(|t| t.readings.number().is_some() || t.readings.is(Class::QUANTIFIER));
        counted && words.iter().zip(rest).all(|(word, t)| sentence.text_of(t).eq_ignore_ascii_case(word))
    };
    BOUNDS.iter().find(says).map(|words| words.len())
}

/// A preposition that only rounds the number after it: "captured *about* 20 soldiers", "*over* 300 people died".
///
/// "spoke about 20 prisoners" asks for the preposition, and so does "a dispute over 20 islands".
fn rounded(sentence: Tokens<'_>, at: usize, before: &[Unit<'_>]) -> Option<usize> {
    const GOVERNORS: &[&str] = &[
        "talk", "spe", "spo", "think", "thought", "complain", "worr", "warn", "ask", "inform", "question",
        "concern", "doubt", "debat", "argu", "tell", "told", "know", "knew", "learn", "hear", "wr", "story",
        "book", "come", "bring", "brought", "revolv", "turn", "gather", "wrap",
    ];
    let [word, number, ..] = &sentence.tokens[at..] else { return None };
    let dozens = |t: &Token| t.among(words!["dozen", "hundred", "thousand", "million"]);
    let article = number.word == lexeme!("a") && sentence.tokens.get(at + 2).is_some_and(dozens);
    let counts = article || number.readings.number().is_some() && !number.readings.is(Class::QUANTIFIER);
    let previous = before.last();
    let open = previous.is_none_or(|u| {
        (u.lower.is_empty() && u.pos != Pos::Name) || u.class.any(Class::BE.and(Class::CONJUNCTION))
    });
    let rounds = if word.among(words!["about", "around"]) {
        open || previous.is_some_and(|u| !u.has_stem(GOVERNORS))
    } else {
        // "complained over two raids": so few are counted, not rounded.
        let many = article || number.readings.number().is_some_and(|n| n > 12);
        word.among(words!["over"]) && open && many
    };
    (counts && rounds).then_some(1)
}

/// Several words that are one adverb: "no longer", "as well".
fn phrasal(sentence: Tokens<'_>, at: usize) -> Option<(usize, Pos)> {
    const PHRASES: &[(&[&str], Pos)] = &[
        (&["no", "longer"], Pos::Negation),
        (&["not", "only"], Pos::Adverb),
        (&["as", "well"], Pos::Adverb),
        (&["of", "course"], Pos::Adverb),
        (&["so", "far"], Pos::Adverb),
        (&["at", "all"], Pos::Adverb),
        (&["at", "once"], Pos::Adverb),
        (&["in", "turn"], Pos::Adverb),
        (&["in", "part"], Pos::Adverb),
        (&["once", "again"], Pos::Adverb),
        (&["once", "more"], Pos::Adverb),
    ];
    let rest = &sentence.tokens[at..];
    if !rest[0].among(words!["no", "not", "as", "of", "so", "at", "in", "once"]) {
        return None;
    }
    let says = |words: &[&str]| {
        words.len() <= rest.len()
            && words.iter().zip(rest).all(|(word, t)| sentence.text_of(t).eq_ignore_ascii_case(word))
    };
    // "as well as" joins.
    let joins = |words: &[&str]| words[0] == "as" && rest.get(2).is_some_and(|t| sentence.text_of(t) == "as");
    PHRASES.iter().find(|(words, _)| says(words) && !joins(words)).map(|(words, pos)| (words.len(), *pos))
}

/// A title with "of" inside, which would otherwise fall apart: "secretary of state", "chief of staff".
fn titled(sentence: Tokens<'_>, at: usize, with: Dictionary<'_>) -> Option<usize> {
    let run = sentence.tokens.get(at..at + 3)?;
    let [title, of, what] = run else { return None };
    if of.word != lexeme!("of") {
        return None;
    }
    let words = format!("{} of {}", sentence.text_of(title), sentence.text_of(what));
    with.lexicon.phrase(&lower(&words)).map(|_| 3)
}

/// Whether a word, not another number, is hyphenated to the number.
fn describes(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.tokens.get(at + 2).is_some_and(|t| t.kind == TokenKind::Word)
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
