//! Document to extraction: the only function that runs the stages in order.

use crate::document::Document;
use crate::event::actor::Discourse;
use crate::event::chunk;
use crate::event::clause::Parse;
use crate::event::draft::Sentences;
use crate::event::unit;
use crate::event::{Article, Extraction, Knowledge, Mention};
use crate::span::Span;
use crate::text::{Case, Text, TokenKind};
use crate::timex::{self, TagOptions, Timex};

/// What reading a document gave, stage by stage: what `explain` prints.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Tokens and sentences.
    pub text: Text,
    /// Time expressions.
    pub timexes: Vec<Timex>,
    /// Mentions, and the article they stand in.
    pub extraction: Extraction,
}

/// The article's events, with the built-in gazetteer and frames.
pub fn extract(document: &Document) -> Extraction {
    extract_with(document, &Knowledge::built_in())
}

/// The article's events, with these names and frames.
pub fn extract_with(document: &Document, knowledge: &Knowledge<'_>) -> Extraction {
    read_with(document, knowledge).extraction
}

/// The same with everything the stages gave.
pub fn read_with(document: &Document, knowledge: &Knowledge<'_>) -> Reading {
    let read = Text::read(&document.text, &document.prose);
    let options = TagOptions { dct: document.header.dct.at, narrative: false };
    let timexes = timex::tag(&document.text, &read, options);
    let mentions = mentions(document, &read, &timexes, knowledge);
    let extraction = Extraction { article: article(document), mentions };
    Reading { text: read, timexes, extraction }
}

fn article(document: &Document) -> Article {
    Article {
        id: document.id.clone(),
        title: document.header.title.clone(),
        source: document.header.source.clone(),
        url: document.header.url.clone(),
        published: document.header.dct.at.date(),
        dated_by: Some(document.header.dct.from),
        hash: blake3::hash(document.text.as_bytes()).to_hex().to_string(),
        batch: 1,
    }
}

fn mentions(document: &Document, read: &Text, timexes: &[Timex], knowledge: &Knowledge<'_>) -> Vec<Mention> {
    let text = document.text.as_str();
    let on = document.header.dct.at.date();
    let capitals = capitalised_inside(text, read);
    let known = |word: &str| capitals.binary_search(&word).is_ok();
    let discourse = Discourse::new(knowledge.gazetteer, knowledge.lexicon, on);
    let mut sentences = Sentences::new(document, knowledge, discourse, timexes);
    let mut next = 0;
    for sentence in &read.sentences {
        let from = next;
        while timexes.get(next).is_some_and(|t| t.span.start < sentence.span.end) {
            next += 1;
        }
        let here: Vec<(usize, &Timex)> = timexes.iter().enumerate().take(next).skip(from).collect();
        let units = unit::units(read.tokens(text, sentence), &here, knowledge, &known);
        let chunks = chunk::chunks(&units);
        sentences.read(sentence.span, &Parse { units: &units, chunks: &chunks });
    }
    sentences.finish()
}

/// Words written with a capital inside a sentence somewhere in the article, sorted: names, not sentence openings.
fn capitalised_inside<'t>(text: &'t str, read: &Text) -> Vec<&'t str> {
    let mut words: Vec<&str> = read
        .sentences
        .iter()
        .flat_map(|s| read.tokens[s.tokens.start as usize..s.tokens.end as usize].iter().skip(1))
        .filter(|t| t.kind == TokenKind::Word && t.case != Case::Lower)
        .map(|t| t.span.text(text))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Stable name of a mention: the document, and a hash of where and what. `again` tells repetitions apart.
pub(super) fn mention_id(
    document: &str,
    text: &str,
    sentence: Span,
    trigger: Span,
    event: &str,
    again: usize,
) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [sentence.text(text), trigger.text(text), event] {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    if again > 0 {
        hasher.update(&again.to_le_bytes());
    }
    let hash = hasher.finalize().to_hex();
    format!("{document}#{}", &hash[..8])
}
