//! The query language: terms that must all hold.
//!
//! | term | finds events |
//! |---|---|
//! | `actor:Russia` | that it, its leaders, bodies or forces take part in; see below |
//! | `recipient:Syria` | that are done to or with it |
//! | `location:Syria` | in it, or in a place that lies in it |
//! | `type:assault`, `mode:airstrike` | of that PLOVER type or mode |
//! | `status:planned` | occurred, ongoing, planned, hypothetical, negated; or claimed |
//! | `date:2022-02..2022-04` | in that period, both ends included |
//! | `since:2025`, `until:lastmonth` | from the first day of that period on; up to and with its last |
//! | `text:ceasefire` | in whose summary or quotes a word begins so; a bare word is the same |
//! | `source:tass` | told by that publisher |
//! | `sources:>2` | told by so many publishers |
//! | `not:TERM` | of which the term does not hold |
//!
//! A state that is asked for by name is asked for what it does: `actor:Russia` finds events in which someone who
//! acts for Russia is an actor, or takes part in what is done together (AGREE, CONSULT, COOPERATE). Anyone else is
//! asked for everything they take part in: `actor:Maduro` finds his abduction.
//!
//! An event of uncertain date counts where it may have been in the period. Where its date is only bounded by its
//! neighbours (not stated), and by more than a month, it counts where at least half of its possible days are in
//! the period; and "by 30 January 2025" counts where that day is, not in every year before.

mod fold;
mod names;
mod parse;
mod period;

pub use period::{TODAY_HELP, period};

use chrono::NaiveDate;

use crate::chronology::{Chronology, Event};
use crate::diagnostic::Diagnostic;
use crate::event::{Basis, EventType, Status};
use crate::gazetteer::Gazetteer;
use crate::query::names::Name;
use crate::span::{Span, Spanned};
use crate::time::{Edtf, Interval};

/// Terms that must all hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    terms: Vec<Spanned<Term>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Term {
    /// Under `not:`.
    negated: bool,
    test: Test,
}

#[derive(Debug, Clone, PartialEq)]
enum Test {
    Actor(Name),
    Recipient(Name),
    Location(Name),
    Type(EventType),
    Mode(Name),
    Status(Status),
    Claimed,
    During(Interval),
    Text(Vec<String>),
    Source(Name),
    Sources(Compare, usize),
}

/// What may stand before a number; a bare number means exactly so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compare {
    More,
    AtLeast,
    Less,
    AtMost,
    Exactly,
}

impl Query {
    /// Reads terms, one an argument. `today` is what "last month" is counted from.
    ///
    /// # Errors
    /// A diagnostic whose span points into [`Query::text`].
    pub fn from_terms<S: AsRef<str>>(
        terms: &[S],
        gazetteer: &Gazetteer,
        today: Option<NaiveDate>,
    ) -> Result<Self, Diagnostic> {
        let mut query = Self::default();
        let mut offset = 0;
        for term in terms {
            let term = term.as_ref();
            let at = Span::of(offset..offset + term.len());
            let value = parse::term(term, gazetteer, today).map_err(|d| d.shifted(at.start))?;
            query.terms.push(Spanned { span: at, value });
            offset += term.len() + 1;
        }
        query.check_periods()?;
        Ok(query)
    }

    /// Whether an argument begins with a key of the query language, known or not: `actor:Russia`, `actr:Russia`.
    pub fn is_term(argument: &str) -> bool {
        parse::has_key(argument)
    }

    /// The terms as one text, to show a diagnostic in.
    pub fn text<S: AsRef<str>>(terms: &[S]) -> String {
        let terms: Vec<_> = terms.iter().map(AsRef::as_ref).collect();
        terms.join(" ")
    }

    /// Whether every term holds.
    pub fn matches(&self, event: &Event, chronology: &Chronology, gazetteer: &Gazetteer) -> bool {
        self.terms.iter().all(|t| t.value.test.holds(event, chronology, gazetteer) != t.value.negated)
    }

    /// The events of which every term holds, in their order.
    pub fn select<'c>(&self, chronology: &'c Chronology, gazetteer: &Gazetteer) -> Vec<&'c Event> {
        chronology.events.iter().filter(|e| self.matches(e, chronology, gazetteer)).collect()
    }

    /// Whether the query asks for nothing in particular.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Names that nobody has heard of, neither the gazetteer nor this chronology, with the nearest that is known.
    ///
    /// These are doubts, not errors: a name may simply be absent, and then the right answer is an empty one.
    pub fn doubts(&self, chronology: &Chronology, gazetteer: &Gazetteer) -> Vec<Diagnostic> {
        self.terms.iter().filter_map(|t| t.value.test.doubt(t.span, chronology, gazetteer)).collect()
    }

    /// No event can be in two periods that share no day: better said than answered with nothing.
    fn check_periods(&self) -> Result<(), Diagnostic> {
        let mut all = Interval::ALWAYS;
        for term in &self.terms {
            let Term { negated: false, test: Test::During(period) } = &term.value else { continue };
            // Two separate periods may both be touched by one long event; an open end against another may not.
            if period.start.is_some() && period.end.is_some() {
                continue;
            }
            all = all.intersect(period).ok_or_else(|| {
                Diagnostic::new("impossible-period", "this period ends before it begins", term.span)
                    .help("nothing is both before and after")
            })?;
        }
        Ok(())
    }
}

impl Test {
    fn holds(&self, e: &Event, chronology: &Chronology, gazetteer: &Gazetteer) -> bool {
        match self {
            Self::Actor(name) => {
                let together =
                    matches!(e.event, EventType::Agree | EventType::Consult | EventType::Cooperate);
                let is = |p| name.is_participant(p, gazetteer);
                e.actors.iter().any(is)
                    || ((together || !name.is_state(gazetteer)) && e.recipients.iter().any(is))
            }
            Self::Recipient(name) => e.recipients.iter().any(|p| name.is_participant(p, gazetteer)),
            Self::Location(name) => e.place.as_ref().is_some_and(|p| name.holds_place(p, gazetteer)),
            Self::Type(wanted) => e.event == *wanted,
            Self::Mode(name) => e.mode.as_ref().is_some_and(|m| name.is_word_of(&m.0)),
            Self::Status(wanted) => e.status == *wanted,
            Self::Claimed => e.claimed_by.is_some(),
            Self::During(period) => during(e, period),
            Self::Text(wanted) => {
                let quotes = e.mentions.iter().filter_map(|i| chronology.mentions.get(*i));
                let quotes = quotes.map(|m| m.sentence.text.as_str());
                std::iter::once(e.summary.as_str())
                    .chain(quotes)
                    .any(|text| fold::has_phrase(&fold::words(text), wanted))
            }
            Self::Source(name) => e.sources.iter().any(|s| name.is_word_of(s)),
            Self::Sources(compare, n) => compare.holds(e.sources.len(), *n),
        }
    }

    fn doubt(&self, span: Span, chronology: &Chronology, gazetteer: &Gazetteer) -> Option<Diagnostic> {
        let span = |name: &Name| Span::new(span.start + name.span.start, span.start + name.span.end);
        match self {
            Self::Actor(name) | Self::Recipient(name) => name.doubt_actor(chronology, gazetteer, span(name)),
            Self::Location(name) => name.doubt_place(chronology, gazetteer, span(name)),
            Self::Source(name) => {
                let sources: Vec<_> = chronology.articles.iter().map(|a| a.source.as_str()).collect();
                name.doubt_among("unknown-source", "source", &sources, span(name))
            }
            Self::Mode(name) => {
                let modes: Vec<_> =
                    chronology.events.iter().filter_map(|e| e.mode.as_ref()).map(|m| m.0.as_str()).collect();
                name.doubt_among("unknown-mode", "mode", &modes, span(name))
            }
            _ => None,
        }
    }
}

impl Compare {
    fn holds(self, found: usize, wanted: usize) -> bool {
        match self {
            Self::More => found > wanted,
            Self::AtLeast => found >= wanted,
            Self::Less => found < wanted,
            Self::AtMost => found <= wanted,
            Self::Exactly => found == wanted,
        }
    }
}

/// Whether the event counts as one of the period; the rule stands in the module's documentation.
fn during(e: &Event, period: &Interval) -> bool {
    let Some(when) = &e.when else { return false };
    let possible = when.interval();
    let Some(shared) = possible.intersect(period) else { return false };
    let stated = e.basis == Some(Basis::Stated);
    match (possible.start, possible.end) {
        (Some(_), Some(_)) if stated || matches!(when.edtf, Edtf::Date(_)) => true,
        (Some(start), Some(end)) => {
            let all = end - start;
            let inside = shared.end.unwrap_or(end) - shared.start.unwrap_or(start);
            all.num_days() <= 31 || inside * 2 >= all
        }
        // "since 2014", as its article says, goes on.
        (Some(start), None) => {
            stated || period.end.is_none() || period.start.is_none_or(|from| from <= start)
        }
        (None, Some(end)) => period.end.is_none_or(|until| end <= until),
        (None, None) => true,
    }
}
