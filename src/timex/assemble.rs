//! From the matches of a text to its expressions: prepositions, ranges, anchors and the running reference.

use chrono::NaiveDate;

use crate::span::Span;
use crate::text::{Class, Text, TokenKind, Tokens, Words, lexeme, words};
use crate::time::{Edtf, Interval, Period, TimeValue};
use crate::timex::form::{Form, From, Name, Pick};
use crate::timex::normalise::{self, Meaning, Scene, Source};
use crate::timex::scan::{self, Match};
use crate::timex::tense::{self, Tense};
use crate::timex::{self, Anchor, Signal, TagOptions, Timex};

/// One expression of a sentence before it has a value.
struct Item {
    start: usize,
    end: usize,
    form: Form,
    rule: &'static str,
    /// Bounds a range with the item after it.
    opens_range: bool,
}

/// What the text has spoken of so far.
#[derive(Default)]
struct Memory {
    mention: Option<(Period, usize)>,
    day: Option<(NaiveDate, usize)>,
    /// The last quarter, and its sentence.
    quarter: Option<(Period, u32)>,
    /// The last date given with its year, and its sentence.
    stated: Option<(Period, u32)>,
}

/// How many sentences on a quarter is still the one compared with.
const QUARTER_REACH: u32 = 6;

/// Every expression of a text, in order.
pub(super) fn tag(text: &str, read: &Text, options: TagOptions) -> Vec<Timex> {
    let mut out = Vec::new();
    let mut memory = Memory::default();
    for (number, sentence) in read.sentences.iter().enumerate() {
        let tokens = read.tokens(text, sentence);
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        one(tokens, number, options, &mut memory, &mut out);
    }
    out
}

fn one(tokens: Tokens<'_>, number: u32, options: TagOptions, memory: &mut Memory, out: &mut Vec<Timex>) {
    let mut items = items(scan::scan(tokens));
    items.retain(|item| options.narrative || !timex::is_narrative_only(item.rule));
    ranges(tokens, &mut items);
    // Which item of this sentence became which expression.
    let mut placed: Vec<Option<usize>> = Vec::with_capacity(items.len());
    for (n, item) in items.iter().enumerate() {
        let scene = Scene {
            dct: options.dct,
            mention: memory.mention.map(|(period, _)| period),
            day: memory.day.map(|(day, _)| day),
            quarter: memory
                .quarter
                .filter(|(_, sentence)| sentence + QUARTER_REACH >= number)
                .map(|(period, _)| period),
            stated: memory.stated.filter(|(_, sentence)| *sentence == number).map(|(period, _)| period),
            tense: tense::around(tokens, item.start, item.end),
            narrative: options.narrative,
        };
        let signal = signal(tokens, item, &items, n);
        let scene = match signal {
            // "until Friday", "by May": what is not over yet.
            Some((Signal::Until | Signal::By, _)) if scene.tense != Tense::Past || in_week(&item.form) => {
                Scene { tense: Tense::Future, ..scene }
            }
            Some((Signal::Since, _)) => Scene { tense: Tense::Past, ..scene },
            _ => scene,
        };
        let Some(meaning) = normalise::resolve(&item.form, &scene) else {
            placed.push(None);
            continue;
        };
        placed.push(Some(out.len()));
        remember(memory, &meaning, number, out.len());
        if let (Some(period), true) = (meaning.period, matches!(meaning.source, Source::Nothing)) {
            memory.stated = matches!(period, Period::Month(..) | Period::Day(_)).then_some((period, number));
        } else if let (Some((_, sentence)), Source::Mention) = (memory.stated.as_mut(), meaning.source) {
            // What took its year from there hands it on.
            *sentence = number;
        }
        out.push(timex(tokens, number, item, meaning, signal, memory));
    }
    join_ranges(&items, &placed, out);
    hang(tokens, &items, &placed, out);
}

fn items(matches: Vec<Match>) -> Vec<Item> {
    let mut items = Vec::with_capacity(matches.len());
    for m in matches {
        let Match { start, end, form, rule } = m;
        match form {
            Form::Pair(pair) => {
                let middle = start + pair.first.1;
                items.push(Item { start, end: middle, form: pair.first.0, rule, opens_range: pair.range });
                items.push(Item {
                    start: middle + pair.gap,
                    end,
                    form: pair.second.0,
                    rule,
                    opens_range: false,
                });
            }
            form => items.push(Item { start, end, form, rule, opens_range: false }),
        }
    }
    items
}

/// Marks neighbours that bound a range, and lends the first the year of the second.
fn ranges(tokens: Tokens<'_>, items: &mut [Item]) {
    for n in 1..items.len() {
        let (left, right) = items.split_at_mut(n);
        let (first, second) = (&mut left[n - 1], &right[0]);
        if second.start != first.end + 1 || first.opens_range {
            continue;
        }
        let joint = &tokens.tokens[first.end];
        let between = first.start.checked_sub(1).is_some_and(|i| tokens.tokens[i].word == lexeme!("between"));
        let dash = matches!(joint.kind, TokenKind::Mark('-' | '–' | '—'));
        let is_range = dash && dates(&first.form) && dates(&second.form)
            || joint.among(words!["to", "through", "until", "till"])
                && dates(&first.form)
                && dates(&second.form)
            || joint.word == lexeme!("and") && between;
        if !is_range {
            continue;
        }
        first.opens_range = true;
        let year = match (&first.form, &second.form) {
            (Form::Named(_, Pick::Bare), Form::Fixed(Period::Day(d))) => {
                Some(Period::Year(chrono::Datelike::year(d)))
            }
            (Form::Named(_, Pick::Bare), Form::Fixed(Period::Month(y, _))) => Some(Period::Year(*y)),
            _ => None,
        };
        if let (Some(year), Form::Named(name @ (Name::Month(_) | Name::MonthDay(..)), Pick::Bare)) =
            (year, &first.form)
        {
            first.form = Form::Named(*name, Pick::In(Box::new(Form::Fixed(year))));
        }
    }
}

fn dates(form: &Form) -> bool {
    match form {
        Form::Bent(_, inner) => dates(inner),
        Form::Duration(_)
        | Form::Set(_)
        | Form::Reference(_)
        | Form::Span(..)
        | Form::Shift(_, _, From::Event) => false,
        _ => true,
    }
}

/// Whether a form is a weekday or a time on one: "until Friday" is a term, even after a past tense.
fn in_week(form: &Form) -> bool {
    match form {
        Form::Clock(_, Some(day)) | Form::Part(_, Some(day)) => in_week(day),
        Form::Slice(_, inner) => in_week(inner),
        Form::Named(Name::Weekday(_), Pick::Bare) => true,
        _ => false,
    }
}

/// The preposition before an expression, and its token.
fn signal(tokens: Tokens<'_>, item: &Item, items: &[Item], n: usize) -> Option<(Signal, usize)> {
    let at = |back: usize| item.start.checked_sub(back).map(|i| (i, &tokens.tokens[i]));
    let (i, word) = at(1)?;
    let dated = dates(&item.form);
    let fits = |words: &Words| word.among(words);
    let previous_range = n > 0 && items[n - 1].opens_range;
    if previous_range {
        return None;
    }
    let found = if dated && fits(words!["since"]) {
        Signal::Since
    } else if dated && fits(words!["until", "till", "through"]) {
        Signal::Until
    } else if dated && fits(words!["by"]) {
        Signal::By
    } else if dated && fits(words!["before"]) {
        Signal::Before
    } else if dated && fits(words!["after"]) {
        Signal::After
    } else if item.opens_range && fits(words!["from", "between"]) {
        Signal::Range
    } else if dated && fits(words!["from"]) && !matches!(item.form, Form::Shift(..)) {
        Signal::Since
    } else if !dated && fits(words!["for", "during", "over", "throughout"]) {
        Signal::For
    } else if !dated && fits(words!["within", "in"]) {
        Signal::Within
    } else {
        return None;
    };
    // "ahead of", "up to", "on or before" keep to the plain words above.
    Some((found, i))
}

fn remember(memory: &mut Memory, meaning: &Meaning, sentence: u32, index: usize) {
    let Some(period) = meaning.period else { return };
    if let Period::Day(day) | Period::Part(day, _) = period {
        memory.day = Some((day, index));
    }
    if let Period::Minute(at) = period {
        memory.day = Some((at.date(), index));
    }
    if matches!(period, Period::Quarter(..)) {
        // A comparison ("a year earlier") leaves the quarter compared in place.
        let kept =
            memory.quarter.filter(|_| meaning.source == Source::Mention).map_or(period, |(kept, _)| kept);
        memory.quarter = Some((kept, sentence));
    }
    memory.mention = Some((period, index));
}

fn timex(
    tokens: Tokens<'_>,
    sentence: u32,
    item: &Item,
    meaning: Meaning,
    signal: Option<(Signal, usize)>,
    memory: &Memory,
) -> Timex {
    let span = tokens.tokens[item.start].span.cover(tokens.tokens[item.end - 1].span);
    let phrase = signal.map_or(span, |(_, i)| tokens.tokens[i].span.cover(span));
    let when = meaning.when.map(|when| signal.map_or(when, |(s, _)| governed(s, when)));
    let anchor = match meaning.source {
        Source::Dct => Some(Anchor::Dct),
        Source::Mention => memory.mention.map(|(_, index)| Anchor::Timex(index)),
        Source::Nothing => None,
    };
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

/// The days of something that a preposition puts on one side of `when`.
fn governed(signal: Signal, when: TimeValue) -> TimeValue {
    let interval = when.interval();
    let (start, end) = match signal {
        Signal::Since => (interval.start, None),
        Signal::Until | Signal::By => (None, interval.end),
        Signal::Before => (None, interval.start),
        Signal::After => (interval.end, None),
        Signal::Range | Signal::For | Signal::Within => return when,
    };
    // An end of the calendar word's own precision reads better than its days: `2014/..`, not `2014-01-01/..`.
    let edtf = match (signal, when.edtf) {
        (Signal::Since, Edtf::Date(date)) => Edtf::Interval(Some(date), None),
        (Signal::Until | Signal::By, Edtf::Date(date)) => Edtf::Interval(None, Some(date)),
        _ => Edtf::from_interval(&Interval { start, end }),
    };
    TimeValue { edtf, ..when }
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

/// Hangs "two days after" on what follows: a date, or the words of an event.
fn hang(tokens: Tokens<'_>, items: &[Item], placed: &[Option<usize>], out: &mut [Timex]) {
    for (n, item) in items.iter().enumerate() {
        let Some(at) = placed[n] else { continue };
        if !waits(&item.form) {
            continue;
        }
        let mut from = item.end + 1;
        // "ahead of", "prior to" are two words.
        if tokens.tokens.get(item.end).is_some_and(|t| t.among(words!["ahead", "prior"])) {
            from += 1;
        }
        if let Some(next) = items.get(n + 1)
            && next.start == from
            && dates(&next.form)
        {
            if let Some(target) = placed[n + 1] {
                out[at].when = out[target].when.and_then(|when| normalise::from_event(&item.form, &when));
                out[at].anchor = Some(Anchor::Timex(target));
                out[at].phrase = out[at].span.cover(out[target].span);
            }
            continue;
        }
        let stop = items.get(n + 1).map_or(tokens.tokens.len(), |next| next.start);
        if let Some(words) = event_words(tokens, from, stop) {
            out[at].anchor = Some(Anchor::Event(words));
            out[at].phrase = out[at].phrase.cover(words);
        }
    }
}

fn waits(form: &Form) -> bool {
    match form {
        Form::Bent(_, inner) => waits(inner),
        Form::Shift(_, _, From::Event) => true,
        _ => false,
    }
}

/// The words of the event that a preposition governs: up to a mark, a conjunction or the next preposition but "of".
fn event_words(tokens: Tokens<'_>, from: usize, stop: usize) -> Option<Span> {
    let words = tokens.tokens.get(from..stop)?;
    let length = words
        .iter()
        .position(|t| {
            let joins = t.readings.is(Class::CONJUNCTION.and(Class::SUBORDINATOR).and(Class::RELATIVE));
            let governs = t.readings.is(Class::PREPOSITION) && !t.among(words!["of", "against", "on"]);
            matches!(t.kind, TokenKind::Mark(c) if !matches!(c, '-' | '’' | '\'')) || joins || governs
        })
        .unwrap_or(words.len());
    let words = &words[..length];
    Some(words.first()?.span.cover(words.last()?.span))
}
