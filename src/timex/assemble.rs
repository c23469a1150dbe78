//! From the items of a text to its expressions: anchors, the running reference and the ends of ranges.

use chrono::NaiveDate;

use crate::text::{Class, Text, Token, TokenKind, Tokens};
use crate::time::{Edtf, Interval, Period, TimeValue, Unit};
use crate::timex::form::{Direction, Form, From};
use crate::timex::hang::hang;
use crate::timex::items::{self, Item, items, ranges};
use crate::timex::normalise::{self, Meaning, Scene, Source};
use crate::timex::signal::{governed, in_week, signal};
use crate::timex::story::{self, Placed, Step};
use crate::timex::tense::{self, Tense};
use crate::timex::{Anchor, Signal, TagOptions, Timex, chronicle, scan};

/// What the text has spoken of so far.
#[derive(Default)]
struct Memory {
    mention: Option<(Period, usize)>,
    /// The last that is no coarser than a month.
    fine: Option<(Period, usize)>,
    /// The last day, and its sentence.
    day: Option<(NaiveDate, usize, u32)>,
    /// The day that a look back ("two days earlier") left behind.
    left: Option<(NaiveDate, usize)>,
    /// The last quarter, and its sentence.
    quarter: Option<(Period, u32)>,
    /// The last date given with its year, and its sentence.
    stated: Option<(Period, u32)>,
}

/// How many sentences on a quarter is still the one compared with.
const QUARTER_REACH: u32 = 6;

/// How many months ahead a month without a year is still this year's, whatever the tense of a verb near it: of last
/// year's a writer says "last". Only of what is over for certain it is last year's all the same.
const NEXT_DOOR: i32 = 2;

/// How many sentences on a time of day is still on the day spoken of; after that, on the article's.
const DAY_REACH: u32 = 3;

/// How many sentences a look back holds: the one that takes it, and the next, which may go on from there.
const BACK_REACH: u32 = 2;

/// How an expression stands to the story.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It moves it on.
    Story,
    /// "two days earlier", "had met on Monday": it looks back for a moment.
    Back,
    /// "Sunday's vote": it names something.
    Name,
}

/// A text being read.
struct Reader {
    options: TagOptions,
    month_first: bool,
    memory: Memory,
    out: Vec<Timex>,
}

/// Every expression of a text, in order.
pub(super) fn tag(text: &str, read: &Text, options: TagOptions) -> Vec<Timex> {
    let found = |narrative| -> Vec<Vec<Item>> {
        read.sentences.iter().map(|s| found(read.tokens(text, s), narrative)).collect()
    };
    let told = options.narrative || chronicle::is_chronicle(read);
    let mut items = found(told);
    let narrative = told || chronicle::is_history(items.iter().flatten(), options.dct.date());
    if narrative && !told {
        items = found(true);
    }
    let options = TagOptions { narrative, ..options };
    items::drop_surnames(read, &mut items);
    let sentences = || (0..).zip(read.sentences.iter().map(|s| read.tokens(text, s)).zip(&items));
    let month_first = items::month_first(&|| sentences().map(|(_, both)| both));
    let mut reader = Reader { options, month_first, memory: Memory::default(), out: Vec::new() };
    if narrative {
        reader.narrative(&sentences);
    } else {
        for (number, (tokens, items)) in sentences() {
            reader.sentence(tokens, number, items, None);
        }
    }
    reader.out
}

/// The items of a sentence.
fn found(tokens: Tokens<'_>, narrative: bool) -> Vec<Item> {
    let mut items = items(scan::scan(tokens, narrative));
    ranges(tokens, &mut items);
    items
}

/// How the items of a sentence are read in a narrative.
struct Thread<'s> {
    /// What each is read against, by its number in the text.
    steps: &'s [Step],
    /// Which expression each became, as far as the text is read.
    became: &'s [Option<usize>],
    /// The number of the sentence's first.
    from: usize,
}

impl Reader {
    /// Reads the text twice: once for the thread of its story, once for the values.
    fn narrative<'t, I>(&mut self, sentences: &impl Fn() -> I)
    where
        I: Iterator<Item = (u32, (Tokens<'t>, &'t Vec<Item>))>,
    {
        let mut placed = Vec::new();
        for (sentence, (tokens, items)) in sentences() {
            for item in items {
                let incidental = story::is_incidental(tokens, item);
                placed.push(Placed { sentence, form: &item.form, incidental });
            }
        }
        let steps = story::follow(&placed, self.options.dct);
        let mut became: Vec<Option<usize>> = Vec::with_capacity(steps.len());
        for (number, (tokens, items)) in sentences() {
            let thread = Thread { steps: &steps, became: &became, from: became.len() };
            let placed = self.sentence(tokens, number, items, Some(&thread));
            became.extend(placed);
        }
    }

    /// Values the items of a sentence; gives which expression each became.
    fn sentence(
        &mut self,
        tokens: Tokens<'_>,
        number: u32,
        items: &[Item],
        thread: Option<&Thread<'_>>,
    ) -> Vec<Option<usize>> {
        let mut placed: Vec<Option<usize>> = Vec::with_capacity(items.len());
        for (n, item) in items.iter().enumerate() {
            let mut year = None;
            if let Some(thread) = thread {
                let step = thread.steps[thread.from + n];
                let became = |item: usize| {
                    thread.became.get(item).or_else(|| placed.get(item - thread.from)).copied().flatten()
                };
                year = step.year;
                self.memory.mention = step.mention.and_then(|(period, item)| Some((period, became(item)?)));
                self.memory.day = step.day.and_then(|(day, item)| Some((day, became(item)?, number)));
            }
            let signal = signal(tokens, item, items, n);
            let scene = self.scene(tokens, number, item, signal.map(|(s, _)| s), year);
            let Some(meaning) = normalise::resolve(&item.form, &scene) else {
                placed.push(None);
                continue;
            };
            placed.push(Some(self.out.len()));
            let told = |index: Option<usize>| index.map(Anchor::Timex);
            let anchor = match meaning.source {
                Source::Nothing => None,
                Source::Dct => Some(Anchor::Dct),
                Source::Mention => told(self.memory.mention.map(|(_, index)| index)),
                Source::Fine => told(self.memory.fine.map(|(_, index)| index)),
                Source::Day => told(self.memory.day_at(number).map(|(_, index, _)| index)),
            };
            let part = if self.options.narrative { Part::Story } else { part(tokens, item) };
            self.memory.remember(&meaning, number, self.out.len(), part);
            self.out.push(timex(tokens, number, item, meaning, signal, anchor));
        }
        join_ranges(items, &placed, &mut self.out);
        hang(tokens, items, &placed, &mut self.out);
        placed
    }

    /// What an item is read against.
    fn scene(
        &self,
        tokens: Tokens<'_>,
        number: u32,
        item: &Item,
        signal: Option<Signal>,
        year: Option<i32>,
    ) -> Scene {
        let memory = &self.memory;
        let day = memory.day_at(number);
        let quarter = memory.quarter.filter(|(_, sentence)| sentence + QUARTER_REACH >= number);
        let tense = tense::around(tokens, item.start, item.end);
        let tense = match signal {
            // "until Friday", "by May": what is not over yet, unless all is told from after it ("had left by Friday").
            Some(Signal::Until | Signal::By)
                if tense != Tense::Past
                    || in_week(&item.form) && !tense::is_pluperfect(tokens, item.start, item.end) =>
            {
                Tense::Future
            }
            Some(Signal::Since) => Tense::Past,
            _ => tense,
        };
        let month = tokens.tokens[item.start..item.end].iter().any(|t| t.readings.month.is_some());
        let over = month && tense == Tense::Past && tense::is_over(tokens, item.start, item.end);
        Scene {
            dct: self.options.dct,
            mention: memory.mention.map(|(period, _)| period),
            fine: memory.fine.map(|(period, _)| period),
            day: day.map(|(day, ..)| day),
            near_day: day.filter(|(.., said)| said + DAY_REACH >= number).map(|(day, ..)| day),
            quarter: quarter.map(|(period, _)| period),
            stated: memory.stated.filter(|(_, sentence)| *sentence == number).map(|(period, _)| period),
            quoted: tokens.tokens[item.start].quoted,
            tense,
            next_door: if over { 0 } else { NEXT_DOOR },
            narrative: self.options.narrative,
            month_first: self.month_first,
            year,
        }
    }
}

impl Memory {
    /// The day that the story stands at in a sentence: a look back is over after a sentence or two.
    fn day_at(&self, sentence: u32) -> Option<(NaiveDate, usize, u32)> {
        let (_, _, said) = self.day?;
        self.left.filter(|_| !self.looks_back(sentence)).map(|(day, index)| (day, index, said)).or(self.day)
    }

    /// Whether the story still stands at the day that it looked back to.
    fn looks_back(&self, sentence: u32) -> bool {
        self.left.is_some() && self.day.is_some_and(|(.., said)| said + BACK_REACH > sentence)
    }

    fn speak_of(&mut self, day: NaiveDate, sentence: u32, index: usize, part: Part) {
        // "declared him the winner on Wednesday of Sunday's vote": the story stands at Wednesday.
        if part == Part::Name && self.day.is_some_and(|(.., said)| said == sentence) {
            return;
        }
        let stood = || self.day_at(sentence).map(|(day, index, _)| (day, index));
        let from = if self.looks_back(sentence) { self.left } else { stood() };
        self.left = from.filter(|_| part == Part::Back);
        self.day = Some((day, index, sentence));
    }

    fn remember(&mut self, meaning: &Meaning, sentence: u32, index: usize, part: Part) {
        let Some(period) = meaning.period else { return };
        match period {
            Period::Day(day) | Period::Part(day, _) => self.speak_of(day, sentence, index, part),
            Period::Minute(at) => self.speak_of(at.date(), sentence, index, part),
            Period::Quarter(..) => {
                // A comparison ("a year earlier") leaves the quarter compared in place.
                let kept = self.quarter.filter(|_| meaning.source.is_told());
                self.quarter = Some((kept.map_or(period, |(kept, _)| kept), sentence));
            }
            _ => {}
        }
        self.mention = Some((period, index));
        if period.unit() <= Unit::Month {
            self.fine = Some((period, index));
        }
        match (meaning.source, self.stated.as_mut()) {
            (Source::Nothing, _) => {
                self.stated =
                    matches!(period, Period::Month(..) | Period::Day(_)).then_some((period, sentence));
            }
            // What took its year from there hands it on.
            (told, Some(stated)) if told.is_told() => stated.1 = sentence,
            _ => {}
        }
    }
}

/// Whether an expression moves the story on, looks back for a moment, or only tells which thing is meant.
fn part(tokens: Tokens<'_>, item: &Item) -> Part {
    let next = tokens.tokens.get(item.end);
    let noun = |t: &Token| t.kind == TokenKind::Word && t.readings.is_open();
    let article = item.start.checked_sub(1).map(|i| &tokens.tokens[i]);
    let article = article.is_some_and(|t| t.readings.is(Class::DETERMINER));
    if next.is_some_and(|t| t.kind == TokenKind::Possessive || article && noun(t)) {
        return Part::Name;
    }
    let earlier = matches!(item.form, Form::Shift(_, Direction::Back, From::Mention));
    if earlier || tense::is_pluperfect(tokens, item.start, item.end) { Part::Back } else { Part::Story }
}

fn timex(
    tokens: Tokens<'_>,
    sentence: u32,
    item: &Item,
    meaning: Meaning,
    signal: Option<(Signal, usize)>,
    anchor: Option<Anchor>,
) -> Timex {
    let span = tokens.tokens[item.start].span.cover(tokens.tokens[item.end - 1].span);
    let phrase = signal.map_or(span, |(_, i)| tokens.tokens[i].span.cover(span));
    let when = meaning.when.map(|when| signal.map_or(when, |(s, _)| governed(s, when)));
    Timex {
        span,
        phrase,
        sentence,
        kind: meaning.kind,
        form: item.form.clone(),
        value: meaning.value,
        modifier: meaning.modifier,
        when,
        signal: signal.map(|(s, _)| s),
        anchor,
        rule: item.rule,
    }
}

/// Gives both ends of a range the days of the whole.
fn join_ranges(items: &[Item], placed: &[Option<usize>], out: &mut [Timex]) {
    for n in 1..items.len() {
        let (true, Some(a), Some(b)) = (items[n - 1].opens_range, placed[n - 1], placed[n]) else { continue };
        let (Some(from), Some(to)) = (out[a].when, out[b].when) else { continue };
        let (Some(start), Some(end)) = (from.interval().start, to.interval().end) else { continue };
        if start >= end {
            continue;
        }
        let edtf = match (from.edtf, to.edtf) {
            (Edtf::Date(x), Edtf::Date(y)) => Edtf::Interval(Some(x), Some(y)),
            _ => Edtf::from_interval(&Interval { start: Some(start), end: Some(end) }),
        };
        let when = TimeValue { edtf, granularity: from.granularity.min(to.granularity), modifier: None };
        let phrase = out[a].phrase.cover(out[b].span);
        for i in [a, b] {
            out[i].when = Some(when);
            out[i].signal = Some(Signal::Range);
            out[i].phrase = phrase;
        }
    }
}
