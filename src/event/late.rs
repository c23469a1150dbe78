//! The day of the news where a report names it only behind its opening.
//!
//! "Boeing has won an order from Qatar. ... The company announced the order on Thursday": a newsroom of Friday tells
//! what happened the day before, and says so once.

use chrono::{NaiveDate, TimeDelta as Days};

use crate::event::story::is_speech;
use crate::event::{Basis, Mention, Participant, Status, When, news};
use crate::time::{Granularity, TimeValue};

/// Sentences with events in which a report still tells its news.
const OPENING: usize = 5;

/// How many days before the article its news may be.
const FRESH: i64 = 2;

/// Gives the news that opens a report the day on which the same ones are said, further on, to have announced it.
pub(super) fn settle(mentions: &mut [Mention], on: NaiveDate) {
    let mut sentences: Vec<_> = mentions.iter().map(|m| m.sentence.span).collect();
    sentences.dedup();
    let Some(end) = sentences.get(OPENING.min(sentences.len()).wrapping_sub(1)).map(|s| s.end) else {
        return;
    };
    let opening = mentions.iter().take_while(|m| m.sentence.span.end <= end).count();
    let Some((at, day)) = (0..opening).find_map(|at| Some((at, announced(&mentions[at], on)?))) else {
        return;
    };
    let same_day =
        |m: &Mention| m.when.as_ref().is_some_and(|w| w.basis != Basis::Assumed && days(w) == Some(on));
    if mentions[..opening].iter().any(same_day) {
        return;
    }
    let (before, rest) = mentions.split_at_mut(at);
    let lead = before.first().map(|m| m.sentence.span);
    // "The decision was announced on Wednesday": that of the lead.
    let told_of = |m: &Mention| rest[0].actors.is_empty() && Some(m.sentence.span) == lead;
    for mention in before.iter_mut().filter(|m| shares(m, &rest[0]) || told_of(m)) {
        let Some(when) = mention.when.as_mut().filter(|w| w.rule == news::RULE && days(w) == Some(on)) else {
            continue;
        };
        when.value = TimeValue::day(day);
    }
}

/// The day, shortly before the article's, on which somebody said something.
fn announced(mention: &Mention, on: NaiveDate) -> Option<NaiveDate> {
    let said = mention.status == Status::Occurred && is_speech(mention.event);
    let when = mention.when.as_ref().filter(|w| said && w.basis == Basis::Stated)?;
    // "On Saturday, Boeing announced 35 orders": a day in front opens another story.
    let from = mention.actors.iter().map(|a| a.span.start).min().unwrap_or(mention.trigger.span.start);
    if when.expression.as_ref()?.span.start < from {
        return None;
    }
    days(when).filter(|day| *day < on && on - *day <= Days::days(FRESH))
}

/// The day, of what is dated to one.
fn days(when: &When) -> Option<NaiveDate> {
    let one = when.value.granularity <= Granularity::Day;
    when.value.first().filter(|first| one && when.value.last() == Some(*first))
}

/// Whether the same ones take part, by name or by whom they act for.
fn shares(a: &Mention, b: &Mention) -> bool {
    let same = |p: &Participant, q: &Participant| {
        p.is_named()
            && (p.name == q.name
                || p.acts_for.as_ref() == Some(&q.name)
                || q.acts_for.as_ref() == Some(&p.name))
    };
    a.actors.iter().any(|p| b.actors.iter().any(|q| same(p, q)))
}
