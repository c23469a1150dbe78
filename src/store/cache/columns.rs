//! A digest as bytes, and back.

use chrono::{DateTime, NaiveDate, NaiveDateTime};

use crate::chronology::{Digest, Line};
use crate::event::{Basis, EventType, Status};
use crate::store::cache::codec::{Reader, Writer};
use crate::store::convert;
use crate::store::schema::{ParticipantRow, PlaceRow};
use crate::time::Interval;

const BASES: [Basis; 3] = [Basis::Stated, Basis::Carried, Basis::Assumed];

/// Appends a digest; `None` where a name cannot be written, which no name does.
pub(super) fn write(digest: &Digest, w: &mut Writer) -> Option<()> {
    let parties: Vec<_> = digest.parties.iter().map(convert::participant_row).collect();
    let places: Vec<_> = digest.places.iter().map(convert::place_row).collect();
    w.bytes(&serde_json::to_vec(&(parties, places, &digest.words)).ok()?);
    w.list(&digest.lines, line);
    Some(())
}

pub(super) fn read(r: &mut Reader<'_>) -> Option<Digest> {
    type Names = (Vec<ParticipantRow>, Vec<PlaceRow>, Vec<String>);
    let (parties, places, words): Names = serde_json::from_slice(r.bytes()?).ok()?;
    Some(Digest {
        parties: parties.into_iter().map(convert::participant).collect(),
        places: places.into_iter().map(convert::place).collect(),
        words,
        lines: r.list(read_line)?,
    })
}

/// Where a name stands among its like.
fn position<T: PartialEq + Copy>(all: &[T], one: T) -> u8 {
    all.iter().position(|x| *x == one).and_then(|at| u8::try_from(at).ok()).unwrap_or(0)
}

fn line(w: &mut Writer, l: &Line) {
    w.byte(l.event as u8);
    w.byte(position(&Status::ALL, l.status));
    w.byte(u8::from(l.claimed) | u8::from(l.is_date) << 1);
    w.byte(l.conflicts);
    let number = |w: &mut Writer, n: u32| w.number(n.into());
    w.option(l.mode, number);
    w.option(l.when, |w, when| {
        w.option(when.start, instant);
        w.option(when.end, instant);
    });
    w.option(l.basis, |w, basis| w.byte(position(&BASES, basis)));
    for list in [&l.actors, &l.recipients, &l.sources] {
        w.list(list, |w, n| w.number((*n).into()));
    }
    w.option(l.place, number);
    w.number(l.independent.into());
    w.option(l.reported, |w, (first, last)| {
        day(w, first);
        day(w, last);
    });
}

fn read_line(r: &mut Reader<'_>) -> Option<Line> {
    let event = *EventType::ALL.get(usize::from(r.byte()?))?;
    let status = *Status::ALL.get(usize::from(r.byte()?))?;
    let (flags, conflicts) = (r.byte()?, r.byte()?);
    let mode = r.option(Reader::small)?;
    let when =
        r.option(|r| Some(Interval { start: r.option(read_instant)?, end: r.option(read_instant)? }))?;
    let basis = r.option(|r| BASES.get(usize::from(r.byte()?)).copied())?;
    let mut list = || r.list(Reader::small);
    let (actors, recipients, sources) = (list()?, list()?, list()?);
    Some(Line {
        event,
        mode,
        status,
        claimed: flags & 1 != 0,
        when,
        is_date: flags & 2 != 0,
        basis,
        actors,
        recipients,
        place: r.option(Reader::small)?,
        sources,
        independent: r.small()?,
        reported: r.option(|r| Some((read_day(r)?, read_day(r)?)))?,
        conflicts,
    })
}

/// To the second: no text is finer.
fn instant(w: &mut Writer, at: NaiveDateTime) {
    w.signed(at.and_utc().timestamp());
}

fn read_instant(r: &mut Reader<'_>) -> Option<NaiveDateTime> {
    Some(DateTime::from_timestamp(r.signed()?, 0)?.naive_utc())
}

fn day(w: &mut Writer, day: NaiveDate) {
    instant(w, day.and_time(chrono::NaiveTime::MIN));
}

fn read_day(r: &mut Reader<'_>) -> Option<NaiveDate> {
    Some(read_instant(r)?.date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_numbered_by_their_place() {
        for (at, event) in EventType::ALL.into_iter().enumerate() {
            assert_eq!(event as usize, at);
        }
    }
}
