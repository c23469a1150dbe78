//! The lines of a text: which of them are prose, and what the others say about its publication.

use crate::document::dateline::{self, Dateline};
use crate::document::furniture;
use crate::document::published::{self, Candidate, DateLine};
use crate::document::{DctSource, day};
use crate::span::Span;

/// What a look at every line gives.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Paragraphs of prose, headings among them, in order.
    pub(super) prose: Vec<Span>,
    /// What the page says about its publication, most telling first.
    pub(super) dates: Vec<Candidate>,
    /// The first dateline.
    pub(super) dateline: Option<Dateline>,
    /// The publisher, where a line says it.
    pub(super) publisher: Option<String>,
    /// The headline, where the first paragraph is one.
    pub(super) headline: Option<Span>,
}

/// A dateline opens the report; a page puts no more than this before it.
const DATELINE_WITHIN: usize = 6;

/// Looks at every line of `text` from byte `from` on.
pub(super) fn read(text: &str, from: usize) -> Page {
    let mut page = Page::default();
    let mut paragraphs = Paragraphs::new(text);
    let mut bare: Vec<(Span, Candidate)> = Vec::new();
    let mut bodies = 0;
    let mut label = None;
    let mut headings_dated = false;
    let mut seen = 0;
    for line in lines(text, from) {
        let words = line.text(text);
        if words.is_empty() {
            paragraphs.close();
            continue;
        }
        let waiting = label.take();
        if paragraphs.breaks_off_before(line) {
            // In the middle of a sentence nothing is furniture: "… taken\nBy Anti-Narcotics Police".
            paragraphs.line(line);
            continue;
        }
        match published::date_line(words) {
            Some(DateLine::Labelled(at)) => {
                page.dates.push(candidate(at, words.to_owned()));
                paragraphs.close();
                continue;
            }
            Some(DateLine::Bare(at)) => {
                if let Some(label) = waiting {
                    page.dates.push(candidate(at, format!("{label} {words}")));
                    paragraphs.close();
                    continue;
                }
                // A day alone among the paragraphs heads what happened on it: then those above are headings too.
                headings_dated |= bodies > 1;
                bare.push((line, candidate(at, words.to_owned())));
                paragraphs.alone(line);
                continue;
            }
            Some(DateLine::Label) if next_is_date(text, line) => {
                label = Some(words);
                paragraphs.close();
                continue;
            }
            _ => {}
        }
        if let Some(kind) = furniture::kind(words) {
            if kind.id == furniture::SOURCES && page.publisher.is_none() {
                page.publisher = furniture::publisher(words).map(str::to_owned);
            }
            paragraphs.close();
            continue;
        }
        seen += 1;
        let mut prose = line;
        let may_open = page.dateline.is_none() && seen <= DATELINE_WITHIN;
        if let Some(found) = dateline::read(words, line.range().start).filter(|_| may_open) {
            prose.start = found.span.end;
            page.dateline = Some(found);
            paragraphs.close();
        }
        bodies += usize::from(is_body(prose.text(text)));
        paragraphs.line(prose);
    }
    page.prose = paragraphs.done();
    if !headings_dated {
        page.prose.retain(|s| !bare.iter().any(|(b, _)| b == s));
        page.dates.extend(bare.into_iter().map(|(_, c)| c));
    }
    page.headline = headline(text, &page.prose);
    page
}

fn candidate(at: chrono::NaiveDateTime, words: String) -> Candidate {
    Candidate { at, from: DctSource::Header, words }
}

/// Every line, trimmed; an empty one gives an empty span.
fn lines(text: &str, from: usize) -> impl Iterator<Item = Span> {
    let mut at = from;
    text.get(from..).unwrap_or("").split_inclusive('\n').map(move |line| {
        let start = at + line.len() - line.trim_start().len();
        let trimmed = line.trim();
        at += line.len();
        if trimmed.is_empty() { Span::of(at..at) } else { Span::of(start..start + trimmed.len()) }
    })
}

/// A label alone, "Updated", is one only if a date follows it.
fn next_is_date(text: &str, line: Span) -> bool {
    let rest = text.get(line.range().end..).unwrap_or("");
    let next = rest.lines().map(str::trim).find(|l| !l.is_empty());
    next.is_some_and(|l| l.len() < 80 && day::whole(l).is_some())
}

/// Whether a line is a sentence of the article and not a headline.
fn is_body(line: &str) -> bool {
    ends_sentence(line) && line.split_whitespace().take(8).count() == 8
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…', ':', ';'])
}

fn headline(text: &str, prose: &[Span]) -> Option<Span> {
    let first = *prose.first().filter(|_| prose.len() > 1)?;
    let words = first.text(text);
    let fits = words.len() <= 200 && !words.contains('\n') && words.split_whitespace().nth(2).is_some();
    (fits && !ends_sentence(words)).then_some(first)
}

/// Gathers lines into paragraphs. A wrapped text's lines go together; a heading stays by itself.
struct Paragraphs<'a> {
    text: &'a str,
    /// The width at which lines are broken by hand; none where every line is a paragraph.
    wrap: Option<usize>,
    open: Option<Span>,
    done: Vec<Span>,
}

impl<'a> Paragraphs<'a> {
    fn new(text: &'a str) -> Self {
        let widest = text.lines().map(|l| l.trim_end().chars().count()).max().unwrap_or(0);
        // The same measure as the sentence splitter's.
        Self { text, wrap: (widest <= 120).then_some(widest), open: None, done: Vec::new() }
    }

    fn close(&mut self) {
        self.done.extend(self.open.take());
    }

    fn alone(&mut self, line: Span) {
        self.close();
        self.done.push(line);
    }

    fn line(&mut self, line: Span) {
        if line.is_empty() {
            return;
        }
        let joins = self.open.is_some_and(|open| self.continues(open, line));
        if let (Some(open), true) = (&mut self.open, joins) {
            *open = open.cover(line);
        } else {
            self.close();
            self.open = Some(line);
        }
    }

    /// Whether `line` goes on where the paragraph before it broke off: in lower case, or after a line that comes
    /// near the width of the wrap.
    fn continues(&self, open: Span, line: Span) -> bool {
        let before = open.text(self.text);
        let last = before.rsplit('\n').next().unwrap_or(before).trim();
        let lower = line.text(self.text).starts_with(char::is_lowercase) && !ends_sentence(last);
        lower || self.wrap.is_some_and(|w| last.chars().count() * 10 >= w * 6)
    }

    /// Whether a sentence that the line before left open goes on in `line`.
    fn breaks_off_before(&self, line: Span) -> bool {
        let Some(open) = self.open else { return false };
        let last = open.text(self.text).rsplit('\n').next().unwrap_or("");
        !ends_sentence(last.trim()) && self.continues(open, line)
    }

    fn done(mut self) -> Vec<Span> {
        self.close();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(text: &str) -> Vec<&str> {
        read(text, 0).prose.iter().map(|s| s.text(text)).collect()
    }

    #[test]
    fn a_heading_is_a_paragraph_of_its_own() {
        let long = "x".repeat(130);
        let text = format!("First sentence {long}.\nPragmatic approach\nSecond sentence.\r\n");
        assert_eq!(prose(&text)[1..], ["Pragmatic approach", "Second sentence."]);
    }

    #[test]
    fn wrapped_lines_go_together() {
        let text = "The army said on Tuesday that it had\nentered Hama.\n\nA heading\n\nThe rebels denied it and said that\nHoms was next.\n";
        let want = [
            "The army said on Tuesday that it had\nentered Hama.",
            "A heading",
            "The rebels denied it and said that\nHoms was next.",
        ];
        assert_eq!(prose(text), want);
    }

    #[test]
    fn days_that_head_paragraphs_stay_prose() {
        let text = "27 November 2024\nRebels launch an offensive in the west of Aleppo.\n30 November 2024\nThe army says that it has withdrawn from Aleppo.\n8 December 2024\nAssad flees.\n";
        let page = read(text, 0);
        assert!(page.dates.is_empty());
        assert_eq!(page.prose.len(), 6);
    }

    #[test]
    fn a_day_above_the_report_is_its_date() {
        let text = "Syria's leader in Moscow\nJanuary 28, 2026 10:15 AM\nBy Jane Doe\nMOSCOW (AP) — The two met on Wednesday in the Kremlin.\n";
        let page = read(text, 0);
        assert_eq!(page.dates[0].at.to_string(), "2026-01-28 10:15:00");
        assert_eq!(page.headline.unwrap().text(text), "Syria's leader in Moscow");
        assert_eq!(page.dateline.unwrap().place, "MOSCOW");
        assert_eq!(prose(text).last(), Some(&"The two met on Wednesday in the Kremlin."));
    }

    #[test]
    fn a_label_waits_for_its_date() {
        let page = read("Published On\n28 Jan 2026\nThe two met.\n", 0);
        assert_eq!(page.dates[0].words, "Published On 28 Jan 2026");
        assert_eq!(prose("Updated\nThe two met.\n"), ["Updated", "The two met."]);
    }
}
