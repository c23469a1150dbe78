//! Which expression dates which event: by structure first, then through governors and other events, and last by
//! the tense and the article's date.

use chrono::{Datelike, NaiveDate};

use crate::event::{Basis, Quote, Status, When};
use crate::span::Span;
use crate::syntax::chunk::{Chunk, Kind};
use crate::time::{Edtf, Granularity, Interval, Period, TimeValue, Unit, edtf};
use crate::timex::{Signal, Timex};

/// The dates that follow a noun phrase and its prepositional phrases: "visit to the Kremlin *in October*".
pub(super) fn trailing(chunks: &[Chunk], np: usize) -> Vec<usize> {
    let mut dates = Vec::new();
    let mut at = np + 1;
    loop {
        match (chunks.get(at).map(|c| &c.kind), chunks.get(at + 1).map(|c| &c.kind)) {
            (Some(Kind::Timex(timex)), _) => {
                dates.push(*timex);
                at += 1;
            }
            (Some(Kind::Preposition), Some(Kind::Timex(timex))) => {
                dates.push(*timex);
                at += 2;
            }
            (Some(Kind::Preposition), Some(Kind::Np(_))) => at += 2,
            // "in July and August"
            (Some(Kind::Conjunction), Some(Kind::Timex(_))) if !dates.is_empty() => at += 1,
            (Some(Kind::Conjunction), Some(Kind::Np(_))) if !dates.is_empty() || at > np + 1 => at += 2,
            // "two elections and one referendum in 2003"
            (Some(Kind::Conjunction), Some(Kind::Np(_)))
                if matches!(chunks.get(at + 2).map(|c| &c.kind), Some(Kind::Preposition))
                    && matches!(chunks.get(at + 3).map(|c| &c.kind), Some(Kind::Timex(_))) =>
            {
                at += 2;
            }
            _ => return dates,
        }
    }
}

/// The first of these expressions that names a time by itself.
pub(super) fn stated(text: &str, timexes: &[Timex], candidates: &[usize]) -> Option<When> {
    candidates.iter().find_map(|index| {
        // "until 1 March" says when it ends, not when it happens.
        let timex = timexes.get(*index).filter(|t| t.signal != Some(Signal::Until))?;
        let value = timex.when?;
        let joined = timexes
            .get(*index + 1)
            .filter(|next| candidates.contains(&(index + 1)) && is_joined(text, timex, next));
        let both = joined
            .and_then(|next| hull(value, next.when?))
            .map(|value| (value, timex.phrase.cover(timexes[index + 1].span)));
        let (value, phrase) = both.unwrap_or((value, timex.phrase));
        Some(When {
            value,
            basis: Basis::Stated,
            expression: Some(Quote::new(text, phrase)),
            rule: timex.rule.into(),
        })
    })
}

/// "in July and August": two expressions for one stretch.
fn is_joined(text: &str, first: &Timex, second: &Timex) -> bool {
    let between = Span::new(first.span.end, second.span.start);
    between.start < between.end && matches!(between.text(text).trim(), "and" | "or")
}

/// From the start of one to the end of the other.
fn hull(first: TimeValue, second: TimeValue) -> Option<TimeValue> {
    let (a, b) = (first.interval(), second.interval());
    let interval = Interval { start: a.start, end: b.end };
    let forward = a.start.zip(b.end).is_some_and(|(start, end)| start < end);
    (forward && first.granularity == second.granularity)
        .then(|| TimeValue { edtf: Edtf::from_interval(&interval), ..first })
}

/// The time an expression names, without the preposition before it: what "when" refers to in "since 8 December, when".
pub(super) fn named(text: &str, timex: &Timex) -> Option<When> {
    let when = timex.when?;
    let bare = edtf::parse(&timex.value).ok().filter(|_| timex.signal.is_some());
    let value = bare.map_or(when, |edtf| TimeValue { edtf, ..when });
    let expression = Some(Quote::new(text, timex.span));
    Some(When { value, basis: Basis::Stated, expression, rule: timex.rule.into() })
}

/// How an event stands to the one it is dated by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    After,
    Before,
    /// "during", "when", "while", "at", "in".
    During,
}

impl Relation {
    /// The relation a word states between two events.
    pub(super) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "after" | "following" | "since" | "once" => Self::After,
            "before" | "until" | "till" => Self::Before,
            "during" | "amid" | "amidst" | "when" | "while" | "whilst" | "at" | "in" | "as" => Self::During,
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::After => "link/after-event",
            Self::Before => "link/before-event",
            Self::During => "link/during-event",
        }
    }
}

/// A date taken from another event; `on` is the article's day, which nothing that has happened can pass.
pub(super) fn through(anchor: &When, relation: Relation, happened: bool, on: NaiveDate) -> Option<When> {
    let hull = anchor.value.interval();
    let bound = Interval::days(on, on);
    let value = match relation {
        Relation::During => anchor.value,
        // Open ended: how long after, the text does not say.
        Relation::After => {
            let end = if happened { bound.end } else { None };
            narrowed(Interval { start: hull.start, end }, anchor.value.granularity)?
        }
        Relation::Before => narrowed(Interval { start: None, end: hull.end }, anchor.value.granularity)?,
    };
    Some(When {
        value,
        basis: anchor.basis.max(Basis::Carried),
        expression: anchor.expression.clone(),
        rule: relation.name().into(),
    })
}

fn narrowed(interval: Interval, granularity: Granularity) -> Option<TimeValue> {
    if interval.start.zip(interval.end).is_some_and(|(s, e)| s >= e) {
        return None;
    }
    Some(TimeValue { edtf: Edtf::from_interval(&interval), granularity, modifier: None })
}

/// The same date, carried over from a neighbour.
pub(super) fn carried(from: &When, rule: &str) -> When {
    When { basis: from.basis.max(Basis::Carried), rule: rule.into(), ..from.clone() }
}

/// A month without its year, of what has happened: the last one, not the next.
pub(super) fn last_year(when: When, on: NaiveDate) -> When {
    let month = when.rule == "calendar/month" && lies_ahead(&when, on);
    let first = when.value.first().filter(|_| month).and_then(|f| f.with_year(f.year() - 1));
    let value = first.and_then(|first| Period::of(first, Unit::Month).value());
    When { value: value.unwrap_or(when.value), ..when }
}

/// From that time on, without an end.
pub(super) fn since(when: When) -> When {
    let interval = Interval { start: when.value.interval().start, end: None };
    let value = TimeValue { edtf: Edtf::from_interval(&interval), ..when.value };
    When { value, ..when }
}

/// What tense alone allows: nothing that has happened is later than the article.
pub(super) fn assumed(status: Status, on: NaiveDate) -> Option<When> {
    let day = Interval::days(on, on);
    let (value, rule) = match status {
        // What goes on without a word of when began some time before.
        Status::Ongoing | Status::Occurred => {
            (narrowed(Interval { start: None, end: day.end }, Granularity::Day)?, "assume/past")
        }
        // What may happen has not yet.
        Status::Planned | Status::Hypothetical => {
            (narrowed(Interval { start: day.start, end: None }, Granularity::Day)?, "assume/future")
        }
        // What did not happen had not by then.
        Status::Negated => {
            (narrowed(Interval { start: None, end: day.end }, Granularity::Day)?, "assume/past")
        }
    };
    Some(When { value, basis: Basis::Assumed, expression: None, rule: rule.into() })
}

/// Cuts off the days an event of this status cannot have been on: what has happened is not later than the article,
/// what is planned not earlier. A date that lies wholly on the other side is left as it was said.
pub(super) fn clip(when: When, status: Status, on: NaiveDate) -> When {
    let day = Interval::days(on, on);
    let open = when.value.last().is_none();
    let allowed = match status {
        // "has demanded it since 1967": what goes on has no end yet.
        Status::Ongoing if open => return when,
        Status::Occurred | Status::Ongoing => Interval { start: None, end: day.end },
        Status::Planned => Interval { start: day.start, end: None },
        Status::Hypothetical | Status::Negated => return when,
    };
    let hull = when.value.interval();
    match hull.intersect(&allowed) {
        Some(both) if both != hull => {
            let value = TimeValue { edtf: Edtf::from_interval(&both), ..when.value };
            When { value, ..when }
        }
        _ => when,
    }
}

/// Told as done, but dated after the article: "Putin visits Damascus on Monday".
pub(super) fn lies_ahead(when: &When, on: NaiveDate) -> bool {
    when.value.first().is_some_and(|first| first > on)
}
