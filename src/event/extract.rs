//! Document to extraction: the only function that runs the stages in order.

use crate::document::Document;
use crate::event::cast::Casting;
use crate::event::draft::Sentences;
use crate::event::focus::Focus;
use crate::event::{Article, Extraction, Knowledge, Mention, site};
use crate::span::Span;
use crate::syntax::clause::Parse;
use crate::syntax::{Outline, unit};
use crate::syntax::{capitals, chunk};
use crate::text::{Case, Text, TokenKind};
use crate::timex::{self, TagOptions, Timex};

/// What reading a document gave, stage by stage: what `explain` prints.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Tokens and sentences.
    pub text: Text,
    /// Time expressions.
    pub timexes: Vec<Timex>,
    /// What the grammar made of each sentence.
    pub outlines: Vec<Outline>,
    /// Mentions, and the article they stand in.
    pub extraction: Extraction,
}

/// The article's events, with the built-in gazetteer and frames.
pub fn extract(document: &Document) -> Extraction {
    extract_with(document, &Knowledge::built_in())
}

/// The article's events, with these names and frames.
pub fn extract_with(document: &Document, knowledge: &Knowledge<'_>) -> Extraction {
    reading(document, knowledge, false).extraction
}

/// The same with everything the stages gave.
pub fn read_with(document: &Document, knowledge: &Knowledge<'_>) -> Reading {
    reading(document, knowledge, true)
}

fn reading(document: &Document, knowledge: &Knowledge<'_>, outlined: bool) -> Reading {
    let mut read = Text::read(&document.text, &document.prose);
    let told = |lower: &str| !knowledge.frames.senses(lower).is_empty();
    capitals::settle(&document.text, &mut read, knowledge.dictionary(), &told);
    let options = TagOptions { dct: document.header.dct.at, narrative: false };
    let timexes = timex::tag(&document.text, &read, options);
    let mut trace = Vec::new();
    let mentions = mentions(document, knowledge, &read, &timexes, outlined.then_some(&mut trace));
    let extraction = Extraction { article: article(document), mentions };
    Reading { text: read, timexes, outlines: trace, extraction }
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

fn mentions(
    document: &Document,
    knowledge: &Knowledge<'_>,
    read: &Text,
    timexes: &[Timex],
    mut outlines: Option<&mut Vec<Outline>>,
) -> Vec<Mention> {
    let text = document.text.as_str();
    let on = document.header.dct.at.date();
    let capitals = capitalised_inside(text, read);
    let known = |word: &str| capitals.binary_search(&word).is_ok();
    let mut next = 0;
    let mut focus = Focus::default();
    let mut cut = Vec::with_capacity(read.sentences.len());
    for sentence in &read.sentences {
        let from = next;
        while timexes.get(next).is_some_and(|t| t.span.start < sentence.span.end) {
            next += 1;
        }
        let here: Vec<(usize, &Timex)> = timexes.iter().enumerate().take(next).skip(from).collect();
        let units = unit::units(read.tokens(text, sentence), &here, knowledge.dictionary(), &known);
        focus.count(text, &units, knowledge.gazetteer);
        let chunks = chunk::chunks(&units);
        cut.push((units, chunks));
    }
    let home = focus.home(knowledge.gazetteer);
    let gazetteer = knowledge.gazetteer;
    let lands = focus.lands(gazetteer);
    let mut casting = Casting { text, with: knowledge, on, home, lands: &lands, region: None };
    let land = home.and_then(|state| casting.land(state));
    casting.region = land.and_then(|id| site::named(&gazetteer.place(id).name, gazetteer));
    let mut sentences = Sentences::new(document, casting, timexes);
    for (sentence, (units, chunks)) in read.sentences.iter().zip(&cut) {
        let parse = Parse { units, chunks };
        let tree = parse.tree();
        if let Some(outlines) = &mut outlines {
            outlines.push(Outline::new(text, &parse, &tree));
        }
        sentences.read(sentence.span, &parse, &tree);
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
    [document, "#", &hash[..8]].concat()
}

#[cfg(test)]
mod tests {
    use crate::document::{Options, load};
    use crate::event::Mention;

    fn mentions(text: &str) -> Vec<Mention> {
        let article = format!("Published: 1990-01-10\n\n{text}\n");
        let document =
            load(&["-"], article.as_bytes(), &Options::default()).next().unwrap().unwrap().document;
        super::extract(&document).mentions
    }

    /// What happened to whom and when, names by their codes.
    fn told(text: &str) -> Vec<String> {
        let found = mentions(text).into_iter().map(|m| {
            let codes: Vec<_> = m.actors.iter().chain(&m.recipients).filter_map(|p| p.code.clone()).collect();
            let when = m.when.map(|w| w.value.edtf.to_string());
            format!("{:?} {:?} {when:?} {codes:?} {:?}", m.event, m.status, m.place.map(|p| p.name))
        });
        found.collect()
    }

    #[test]
    fn capitals_throughout_are_read_as_small_letters_are() {
        let sentences = [
            "Guerrillas attacked a police station in San Salvador on Monday.",
            "The United States condemned the murder of six priests.",
            "President George Bush met Soviet officials in Malta in December.",
            "The army may withdraw from Lebanon on 3 May, officials said.",
            "Turkey and Iraq signed an agreement last week.",
        ];
        for sentence in sentences {
            let small = told(sentence);
            assert!(!small.is_empty(), "{sentence}");
            assert_eq!(told(&sentence.to_uppercase()), small, "{sentence}");
        }
    }

    #[test]
    fn a_name_nobody_knows_is_one_in_capitals() {
        let found = mentions("GENERAL EMILIO PONCETA ARRESTED TWO GUNMEN NEAR THE AIRPORT YESTERDAY.");
        assert!(
            found.iter().any(|m| m.actors.iter().any(|p| p.name.contains("EMILIO PONCETA"))),
            "{found:?}"
        );
    }
}
