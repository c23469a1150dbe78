//! The time of an event from the times of its mentions.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{Witness, conflict};
use crate::chronology::{Conflict, Field};
use crate::event::{Basis, When};
use crate::time::{Granularity, TimeValue};

/// The narrowest time that the mentions allow, with the strongest basis among them.
///
/// What is stated goes before what is carried. A guess counts where nothing better is known, and where it is a day of
/// the month that is: then the day is as good as the guess. Where stated
/// times of different articles exclude each other, the side of more publishers wins, then the finer, then the
/// one reported first, which stands nearest to the event; and all are kept as a conflict.
pub(super) fn fuse(
    witnesses: &[Witness<'_>],
    conflicts: &mut Vec<Conflict>,
) -> (Option<TimeValue>, Option<Basis>) {
    let of = |basis: Basis| -> Vec<(Witness<'_>, &When)> {
        let dated = witnesses.iter().filter_map(|w| w.mention.when.as_ref().map(|t| (*w, t)));
        dated.filter(|(_, t)| t.basis == basis).collect()
    };
    let [stated, carried, assumed] = [Basis::Stated, Basis::Carried, Basis::Assumed].map(of);
    for (times, basis) in [(&stated, Basis::Stated), (&carried, Basis::Carried), (&assumed, Basis::Assumed)] {
        if times.is_empty() {
            continue;
        }
        let sides = sides(times);
        // A guess is the better the nearer its article is to the event, and news comes after it.
        let best = if basis == Basis::Assumed {
            sides.iter().min_by_key(|s| s.earliest)
        } else {
            sides.iter().max_by_key(|s| s.rank())
        };
        let value = best.map(|s| s.value);
        if sides.len() > 1 && basis == Basis::Stated && disputed(&sides, times) {
            conflicts.push(conflict(Field::When, witnesses, |w| {
                let when = w.mention.when.as_ref().filter(|t| t.basis == Basis::Stated)?;
                let fits_all = sides.iter().all(|s| s.value.intersect(&when.value).is_some());
                (!fits_all).then(|| when.value.edtf.to_string())
            }));
        }
        let narrowed = (basis == Basis::Stated).then_some(&carried).into_iter().flatten();
        let value = narrowed.fold(value, |v, (_, t)| v.map(|v| v.intersect(&t.value).unwrap_or(v)));
        return match value.and_then(|v| guessed(&v, &assumed)) {
            Some(day) => (Some(day), Some(Basis::Assumed)),
            None => (value, Some(basis)),
        };
    }
    (None, None)
}

/// The day within a month of the first report that told the event as its news: "in April 2005", of what an article of
/// 27 April tells as new. Not within a year: what was done all through it was news more than once.
fn guessed(known: &TimeValue, assumed: &[(Witness<'_>, &When)]) -> Option<TimeValue> {
    let bounded = known.first().is_some() && known.last().is_some();
    let day = |t: &When| t.value.first().is_some() && t.value.first() == t.value.last();
    let within = |t: &When| known.intersect(&t.value).filter(|_| day(t));
    let coarse = bounded && known.granularity > Granularity::Day && known.granularity <= Granularity::Month;
    assumed.iter().filter(|_| coarse).find_map(|(_, t)| within(t))
}

/// Times that can all be right together.
struct Side<'a> {
    value: TimeValue,
    sources: Vec<&'a str>,
    earliest: (NaiveDate, usize),
}

impl Side<'_> {
    fn rank(&self) -> (usize, Reverse<Granularity>, Reverse<(NaiveDate, usize)>) {
        (self.sources.len(), Reverse(self.value.granularity), Reverse(self.earliest))
    }
}

/// Sorts times into sides, the finest first, each joining every side it can.
fn sides<'a>(times: &[(Witness<'a>, &'a When)]) -> Vec<Side<'a>> {
    let mut order: Vec<&(Witness<'a>, &'a When)> = times.iter().collect();
    let width = |t: &When| t.value.first().zip(t.value.last()).map_or(i64::MAX, |(a, b)| (b - a).num_days());
    order.sort_by_key(|(w, t)| (width(t), t.value.granularity, w.article.published, w.index));
    let mut sides: Vec<Side<'a>> = Vec::new();
    for (witness, when) in order {
        let at = (witness.article.published, witness.index);
        let mut joined = false;
        for side in &mut sides {
            let Some(both) = side.value.intersect(&when.value) else { continue };
            joined = true;
            side.value = both;
            if !side.sources.contains(&witness.source) {
                side.sources.push(witness.source);
            }
            side.earliest = side.earliest.min(at);
        }
        if !joined {
            sides.push(Side { value: when.value, sources: vec![witness.source], earliest: at });
        }
    }
    sides
}

/// Whether two articles stand on different sides, and not only two clock times of a day.
fn disputed(sides: &[Side<'_>], times: &[(Witness<'_>, &When)]) -> bool {
    let days = |v: &TimeValue| (v.first(), v.last());
    let apart = |a: &TimeValue, b: &TimeValue| a.intersect(b).is_none() && days(a) != days(b);
    let articles = |side: &Side<'_>| -> Vec<&str> {
        let with = times.iter().filter(|(_, t)| side.value.intersect(&t.value).is_some());
        with.map(|(w, _)| w.article.id.as_str()).collect()
    };
    sides.iter().enumerate().any(|(at, a)| {
        sides[at + 1..].iter().any(|b| {
            apart(&a.value, &b.value) && {
                let (x, y) = (articles(a), articles(b));
                x.iter().any(|x| y.iter().any(|y| x != y))
            }
        })
    })
}
