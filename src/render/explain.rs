//! How a text is read, step by step: tokens, time expressions, events.

use std::fmt;

use crate::event::Mention;
use crate::event::extract::Reading;
use crate::render::clean::clean;
use crate::render::{Options, dates, listing};
use crate::span::Span;
use crate::text::{Class, Readings, Token, TokenKind};
use crate::timex::{Anchor, Timex};

/// Writes the trace of a text that was read, tagged and extracted.
pub fn explain(text: &str, reading: &Reading, options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    let Reading { text: read, timexes, outlines, extraction } = reading;
    let mentions = &extraction.mentions;
    for (number, sentence) in read.sentences.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        heading(&format!("Sentence {}", number + 1), options, out)?;
        writeln!(out, "  {}", clean(sentence.span.text(text)))?;
        heading("Tokens", options, out)?;
        let outline = outlines.get(number);
        for token in read.tokens(text, sentence).tokens {
            let part = outline.and_then(|o| o.words.iter().find(|(span, _)| span.contains(token.span)));
            token_line(text, token, part.map_or("", |(_, name)| name), out)?;
        }
        heading("Clauses", options, out)?;
        let clauses = outline.map(|o| o.clauses.as_slice()).unwrap_or_default();
        for clause in clauses {
            writeln!(out, "  {}", clean(clause))?;
        }
        if clauses.is_empty() {
            writeln!(out, "  none")?;
        }
        heading("Time expressions", options, out)?;
        let inside = |span: Span| sentence.span.contains(span);
        let mut none = true;
        for timex in timexes.iter().filter(|t| inside(t.span)) {
            timex_lines(text, timex, timexes, out)?;
            none = false;
        }
        if none {
            writeln!(out, "  none")?;
        }
        heading("Events", options, out)?;
        none = true;
        for mention in mentions.iter().filter(|m| inside(m.trigger.span)) {
            mention_lines(mention, out)?;
            none = false;
        }
        if none {
            writeln!(out, "  none")?;
        }
    }
    Ok(())
}

fn heading(title: &str, options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    if options.colour { writeln!(out, "\u{1b}[1m{title}\u{1b}[0m") } else { writeln!(out, "{title}") }
}

fn token_line(text: &str, token: &Token, part: &str, out: &mut dyn fmt::Write) -> fmt::Result {
    let kind = match token.kind {
        TokenKind::Word => "word",
        TokenKind::Number => "number",
        TokenKind::Ordinal => "ordinal",
        TokenKind::Years => "years",
        TokenKind::Possessive => "possessive",
        TokenKind::Mark(_) => "mark",
    };
    let mut readings = readings(&token.readings);
    if token.quoted {
        readings.push("quoted".to_owned());
    }
    let word = clean(token.span.text(text));
    let kind = if part.is_empty() || part == "mark" { kind } else { part };
    let line = format!("  {word:<16} {kind:<16} {}", readings.join(", "));
    writeln!(out, "{}", line.trim_end())
}

fn readings(r: &Readings) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |name: &str, value: Option<String>| all.extend(value.map(|v| format!("{name} {v}")));
    let lower = |debug: String| debug.to_lowercase();
    add("month", r.month.map(|n| n.to_string()));
    add("weekday", r.weekday.map(|n| n.to_string()));
    add("unit", r.unit.map(|u| lower(format!("{u:?}"))));
    add("part of day", r.part.map(|p| lower(format!("{p:?}"))));
    add("season", r.season.map(|s| lower(format!("{s:?}"))));
    add("number", r.number().map(|n| n.to_string()));
    add("ordinal", r.ordinal().map(|n| n.to_string()));
    all.extend(CLASSES.iter().filter(|(class, _)| r.is(*class)).map(|(_, name)| (*name).to_owned()));
    all
}

const CLASSES: [(Class, &str); 17] = [
    (Class::DETERMINER, "determiner"),
    (Class::PREPOSITION, "preposition"),
    (Class::CONJUNCTION, "conjunction"),
    (Class::SUBORDINATOR, "subordinator"),
    (Class::RELATIVE, "relative"),
    (Class::PRONOUN, "pronoun"),
    (Class::POSSESSIVE, "possessive"),
    (Class::MODAL, "modal"),
    (Class::BE, "be"),
    (Class::HAVE, "have"),
    (Class::DO, "do"),
    (Class::NEGATION, "negation"),
    (Class::TO, "to"),
    (Class::QUANTIFIER, "quantifier"),
    (Class::ADVERB, "adverb"),
    (Class::PAST, "past"),
    (Class::PRESENT, "present"),
];

fn timex_lines(text: &str, t: &Timex, among: &[Timex], out: &mut dyn fmt::Write) -> fmt::Result {
    writeln!(out, "  “{}”", clean(t.span.text(text)))?;
    if t.phrase != t.span {
        writeln!(out, "    phrase   “{}”", clean(t.phrase.text(text)))?;
    }
    writeln!(out, "    rule     {}", t.rule)?;
    writeln!(out, "    form     {}", clean(&format!("{:?}", t.form)))?;
    let modifier = t.modifier.map(|m| format!(" {}", m.name())).unwrap_or_default();
    writeln!(out, "    value    {} {}{modifier}", t.kind.name(), t.value)?;
    if let Some(when) = &t.when {
        writeln!(out, "    days     {} [{}]", dates::phrase(when), when.edtf)?;
    }
    if let Some(signal) = t.signal {
        writeln!(out, "    signal   {}", format!("{signal:?}").to_lowercase())?;
    }
    match t.anchor {
        None => Ok(()),
        Some(Anchor::Dct) => writeln!(out, "    counted from the article's date"),
        Some(Anchor::Timex(at)) => {
            let words = among.get(at).map_or("", |a| a.span.text(text));
            writeln!(out, "    counted from “{}”", clean(words))
        }
        Some(Anchor::Event(span)) => writeln!(out, "    counted from the event “{}”", clean(span.text(text))),
    }
}

fn mention_lines(m: &Mention, out: &mut dyn fmt::Write) -> fmt::Result {
    let mode = m.mode.as_ref().map(|mode| format!(" ({})", clean(&mode.0))).unwrap_or_default();
    writeln!(out, "  “{}”", clean(&m.trigger.text))?;
    writeln!(out, "    type     {}{mode}, {}", m.event.name(), m.status.name())?;
    if let Some(who) = &m.claimed_by {
        writeln!(out, "    claimed  {}", clean(who))?;
    }
    writeln!(out, "    summary  {}", clean(&m.summary))?;
    let parties = listing::parties(&m.actors, &m.recipients);
    if !parties.is_empty() {
        writeln!(out, "    parties  {parties}")?;
    }
    if let Some(place) = &m.place {
        writeln!(out, "    place    {}", clean(&place.name))?;
    }
    match &m.when {
        None => writeln!(out, "    when     undated")?,
        Some(w) => {
            let words =
                w.expression.as_ref().map(|e| format!(" by “{}”", clean(&e.text))).unwrap_or_default();
            let (days, basis) = (dates::phrase(&w.value), listing::basis(w.basis));
            writeln!(out, "    when     {days} [{}], {basis}{words}; {}", w.value.edtf, clean(&w.rule))?;
        }
    }
    writeln!(out, "    rules    {}", clean(&m.rules.join(", ")))
}
