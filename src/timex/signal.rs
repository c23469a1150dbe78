//! Prepositions that put an event before, after or within an expression.

use crate::text::{Tokens, Words, words};
use crate::time::{Edtf, Interval, Modifier, TimeValue};
use crate::timex::Signal;
use crate::timex::form::{Form, Name, Pick};
use crate::timex::items::{Item, dates};

/// The preposition before an expression, and its token.
pub(super) fn signal(tokens: Tokens<'_>, item: &Item, items: &[Item], n: usize) -> Option<(Signal, usize)> {
    let at = |back: usize| item.start.checked_sub(back).map(|i| (i, &tokens.tokens[i]));
    let (i, word) = at(1)?;
    let dated = dates(&item.form);
    let fits = |words: &Words| word.among(words);
    let previous_range = n > 0 && items[n - 1].opens_range;
    if previous_range {
        return None;
    }
    // "before dawn", "shortly after noon on Friday": still on that day.
    let within_day = matches!(&item.form, Form::Clock(..) | Form::Part(..));
    if within_day && fits(words!["before", "after"]) {
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

/// Whether a form is a weekday or a time on one: "until Friday" is a term, even after a past tense.
pub(super) fn in_week(form: &Form) -> bool {
    match form {
        Form::Clock(_, Some(day)) | Form::Part(_, Some(day)) => in_week(day),
        Form::Slice(_, inner) => in_week(inner),
        Form::Named(Name::Weekday(_), Pick::Bare) => true,
        _ => false,
    }
}

/// The days of something that a preposition puts on one side of `when`.
pub(super) fn governed(signal: Signal, when: TimeValue) -> TimeValue {
    let interval = when.interval();
    let (start, end) = match signal {
        Signal::Since => (interval.start, None),
        Signal::Until | Signal::By => (None, interval.end),
        // "before the end of the year" is any time in it, not before its last months.
        Signal::Before if when.modifier == Some(Modifier::End) => (None, interval.end),
        Signal::After if when.modifier == Some(Modifier::Start) => (interval.start, None),
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
