//! Temporal expressions in text: TIMEX3 extents, types and values.
//!
//! Two steps that never mix: a rule reads tokens into a [`Form`], which knows no date;
//! `normalise` turns the form into a value, given the article's date and the text before.

mod assemble;
mod chronicle;
pub mod form;
mod hang;
mod items;
mod named;
mod normalise;
pub mod rule;
mod rules;
mod scan;
mod signal;
mod story;
mod tense;

pub use form::Form;
pub use named::{NamedDay, named_days};
pub use rule::Rule;

use chrono::NaiveDateTime;

use crate::span::Span;
use crate::text::Text;
use crate::time::{Edtf, Modifier, TimeValue};
use form::Direction;

/// One temporal expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timex {
    /// TIMEX3 extent: the article ("the third week of May") is in, the preposition is not.
    pub span: Span,
    /// The extent with the preposition or the other half of the range that bends it: "since 2014".
    pub phrase: Span,
    /// The sentence it stands in, as an index into [`Text::sentences`].
    pub sentence: u32,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// What it means before it is anchored.
    pub form: Form,
    /// TIMEX3 value: `2024-12`, `2026-W05`, `P3D`, `XXXX-WXX-5`, `PAST_REF`.
    pub value: String,
    /// TIMEX3 mod.
    pub modifier: Option<Modifier>,
    /// When a thing dated by the whole phrase is: "since 2014" is `2014/..`, "from 3 to 7 May" is
    /// `2014-05-03/2014-05-07` on both of its halves. None for a bare duration, for a set, and for an expression
    /// that hangs on an event ("two days after the vote").
    pub when: Option<TimeValue>,
    /// The preposition that bends it, if one does.
    pub signal: Option<Signal>,
    /// What the value was computed from; none for a full date.
    pub anchor: Option<Anchor>,
    /// The rule that read it.
    pub rule: &'static str,
}

/// TIMEX3 types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are TIMEX3's")]
pub enum TimexType {
    Date,
    Time,
    Duration,
    Set,
}

/// Words that put an event before, after or within an expression (a subset of `TimeML`'s SIGNAL).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Signal {
    /// "since 2014", "from March": from then on.
    Since,
    /// "until May", "through Friday": up to and including.
    Until,
    /// "by the end of May": at some time up to and including; by then.
    By,
    /// "before October".
    Before,
    /// "after October".
    After,
    /// "between March and June", "from 3 to 7 May", "May to June".
    Range,
    /// "for six weeks", "during six weeks".
    For,
    /// "within days", "in three weeks".
    Within,
}

/// What a relative value was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The article's date (document creation time).
    Dct,
    /// An earlier expression, by its place in the list.
    Timex(usize),
    /// An event in the same sentence, by the span of its words: "two days after *the vote*".
    /// The value waits for that event: see [`anchored`].
    Event(Span),
}

/// How to read a text's dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TagOptions {
    /// The article's date and time.
    pub dct: NaiveDateTime,
    /// Keep a running reference date instead of going back to the article's each time. Chronologies and histories
    /// are read so even where it is not set: texts most of whose dates lie years from their publication.
    pub narrative: bool,
}

impl Timex {
    /// The days meant, as EDTF.
    pub fn edtf(&self) -> Option<Edtf> {
        self.when.map(|w| w.edtf)
    }
}

impl TimexType {
    /// TIMEX3's spelling.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// Finds and values every temporal expression, in text order.
pub fn tag(text: &str, read: &Text, options: TagOptions) -> Vec<Timex> {
    assemble::tag(text, read, options)
}

/// The value of an expression that hangs on an event, once that event has a date.
pub fn anchored(form: &Form, event: &TimeValue) -> Option<TimeValue> {
    normalise::from_event(form, event)
}

/// When a stretch of this length began that ended at this time: the first year of a "decade-long" war that ended in 2002.
pub fn began(length: &Form, end: &TimeValue) -> Option<TimeValue> {
    let Form::Duration(amount) = length else { return None };
    normalise::from_event(&Form::Shift(*amount, Direction::Back, form::From::Event), end)
}

/// The date of the event that an expression is counted from, given the date of what it dates: the day of the vote from
/// "two days after the vote".
pub fn counted_back(form: &Form, dated: &TimeValue) -> Option<TimeValue> {
    let turned = match form {
        Form::Shift(amount, Direction::Forward, from) => Form::Shift(*amount, Direction::Back, *from),
        Form::Shift(amount, Direction::Back, from) => Form::Shift(*amount, Direction::Forward, *from),
        _ => return None,
    };
    normalise::from_event(&turned, dated)
}

/// Whether a rule reads only in narrative mode.
pub fn is_narrative_only(rule: &str) -> bool {
    rules::NARRATIVE_ONLY.contains(&rule)
}

/// Every rule, in order of precedence.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::ALL.iter().copied().flatten()
}
