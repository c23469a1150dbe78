//! The dead and the injured over all sources.

use super::{Witness, conflict};
use crate::chronology::{Conflict, Field};
use crate::event::{Count, Mention};

/// What all counts allow; where they exclude each other, the range they span, and a conflict if that is between
/// articles and not within one.
pub(super) fn fuse(
    witnesses: &[Witness<'_>],
    field: Field,
    of: impl Fn(&Mention) -> Option<Count>,
    conflicts: &mut Vec<Conflict>,
) -> Option<Count> {
    let given: Vec<(Witness<'_>, Count)> =
        witnesses.iter().filter_map(|w| of(w.mention).map(|c| (*w, c))).collect();
    let (first, rest) = given.split_first()?;
    let agreed = rest.iter().try_fold(first.1, |all, (_, c)| meet(all, *c));
    if let Some(agreed) = agreed {
        return Some(agreed);
    }
    let apart = given
        .iter()
        .any(|(w, c)| given.iter().any(|(v, d)| v.article.id != w.article.id && meet(*c, *d).is_none()));
    if apart {
        conflicts.push(conflict(field, witnesses, |w| of(w.mention).map(print)));
    }
    Some(rest.iter().fold(first.1, |all, (_, c)| Count {
        min: all.min.min(c.min),
        max: all.max.zip(c.max).map(|(a, b)| a.max(b)),
    }))
}

fn meet(a: Count, b: Count) -> Option<Count> {
    let max = match (a.max, b.max) {
        (Some(x), Some(y)) => Some(x.min(y)),
        (x, y) => x.or(y),
    };
    let min = a.min.max(b.min);
    max.is_none_or(|m| min <= m).then_some(Count { min, max })
}

fn print(count: Count) -> String {
    match count.max {
        Some(max) if max == count.min => max.to_string(),
        Some(max) => format!("{}-{max}", count.min),
        None => format!("at least {}", count.min),
    }
}
