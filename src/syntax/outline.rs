//! What the grammar made of a sentence, as lines for people.

use crate::span::Span;
use crate::syntax::chunk::span_of;
use crate::syntax::clause::{Clause, Link, Parse, Tree};
use crate::syntax::unit::Pos;

/// A sentence's words with their parts of speech, and its clauses.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The span of each word, name or time expression, and what it was taken for.
    pub words: Vec<(Span, &'static str)>,
    /// One line a clause: its verb, how it hangs on which other one, and what belongs to it.
    pub clauses: Vec<String>,
}

impl Outline {
    /// The outline of a parsed sentence of `text`.
    pub(crate) fn new(text: &str, parse: &Parse<'_, '_>, tree: &Tree) -> Self {
        let words = parse.units.iter().map(|u| (u.span, name(u.pos))).collect();
        let clauses = tree.clauses.iter().map(|c| line(text, parse, tree, c)).collect();
        Self { words, clauses }
    }
}

fn line(text: &str, parse: &Parse<'_, '_>, tree: &Tree, clause: &Clause) -> String {
    let words = |n: usize| span_of(parse.units, parse.chunks[n].units.clone()).text(text).to_owned();
    let list = |nps: &[usize]| nps.iter().map(|n| words(*n)).collect::<Vec<_>>().join(" + ");
    let mut line = format!("{}: {}", words(clause.vg), link(parse, clause));
    if let Some(governor) = clause.governor.and_then(|g| tree.clauses.get(g)) {
        line = line + " of “" + &words(governor.vg) + "”";
    }
    let mut add = |role: &str, words: String| {
        if !words.is_empty() {
            line.extend(["; ", role, " “", &words, "”"]);
        }
    };
    add("completes", clause.of_noun.map(words).unwrap_or_default());
    add("subject", list(&clause.subject));
    add("object", list(&clause.object));
    add("second object", list(&clause.second));
    for (preposition, nps) in &clause.phrases {
        add(&words(*preposition), list(nps));
    }
    for date in &clause.dates {
        let unit = parse.units.iter().find(|u| u.timex == Some(*date));
        add("date", unit.map(|u| u.span.text(text).to_owned()).unwrap_or_default());
    }
    line
}

fn link(parse: &Parse<'_, '_>, clause: &Clause) -> String {
    match clause.link {
        Link::Main => "main".to_owned(),
        Link::Coordinated => "coordinated".to_owned(),
        Link::Relative => "relative".to_owned(),
        Link::Complement => "complement".to_owned(),
        Link::Participial => "participial".to_owned(),
        Link::Adverbial(opener) => format!("adverbial ({})", parse.lower(opener)),
    }
}

const fn name(pos: Pos) -> &'static str {
    match pos {
        Pos::Determiner => "determiner",
        Pos::Possessive => "possessive",
        Pos::Preposition => "preposition",
        Pos::To => "to",
        Pos::Conjunction => "conjunction",
        Pos::Subordinator => "subordinator",
        Pos::That => "that",
        Pos::Relative => "relative",
        Pos::Pronoun => "pronoun",
        Pos::Modal | Pos::Be | Pos::Have | Pos::Do => "auxiliary",
        Pos::Negation => "negation",
        Pos::Adverb => "adverb",
        Pos::Adjective => "adjective",
        Pos::Noun => "noun",
        Pos::Name => "name",
        Pos::Number => "number",
        Pos::Timex => "time",
        Pos::Genitive => "genitive",
        Pos::Finite => "verb, present",
        Pos::Base => "verb, base",
        Pos::Past => "verb, past",
        Pos::Participle => "verb, participle",
        Pos::Gerund => "verb, -ing",
        Pos::Comma | Pos::Break | Pos::Dash | Pos::Open | Pos::Close | Pos::Quote | Pos::Stop => "mark",
    }
}
