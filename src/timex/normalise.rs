//! (Form, anchors, tense) to value; pure.

mod locate;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use crate::time::{
    DayPart, Edtf, EdtfDate, EdtfPoint, Granularity, Modifier, Period, Third, TimeValue, Unit, days_from,
    monday, nearest_weekday,
};
use crate::timex::TimexType;
use crate::timex::form::{
    self, Amount, Clock, Direction, Form, From, Name, Pick, Reference, Repeat, Slice, Which,
};
use crate::timex::named;
use crate::timex::normalise::locate::feast;
pub(super) use crate::timex::normalise::locate::locate;
use crate::timex::tense::Tense;

/// What a form is anchored to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene {
    /// The article's date and time.
    pub(super) dct: NaiveDateTime,
    /// The last date spoken of.
    pub(super) mention: Option<Period>,
    /// The last date spoken of that is no coarser than a month: "the previous month" is not counted from a year.
    pub(super) fine: Option<Period>,
    /// The last day spoken of.
    pub(super) day: Option<NaiveDate>,
    /// The same, if it was not too long ago for a time of day to be on it: "at 5 p.m.".
    pub(super) near_day: Option<NaiveDate>,
    /// The last quarter spoken of, in the same paragraph.
    pub(super) quarter: Option<Period>,
    /// The last date given with its year, in this sentence or the one before.
    pub(super) stated: Option<Period>,
    /// Whether somebody is quoted: in a history "now" is when he spoke.
    pub(super) quoted: bool,
    /// Which way the verb points.
    pub(super) tense: Tense,
    /// How many months ahead a month without a year may be and still be this year's, though the verb is in the past.
    pub(super) next_door: i32,
    /// Whether the reference time moves with the text.
    pub(super) narrative: bool,
    /// Whether the article writes the month before the day.
    pub(super) month_first: bool,
    /// The year of a name that has none, where the text at large has decided it.
    pub(super) year: Option<i32>,
}

/// What a value was counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// It stands by itself.
    Nothing,
    /// The article's date.
    Dct,
    /// What was spoken of last.
    Mention,
    /// What was spoken of last in months or finer.
    Fine,
    /// The day spoken of last.
    Day,
}

impl Source {
    /// Whether it was counted from what the text says.
    pub(super) const fn is_told(self) -> bool {
        matches!(self, Self::Mention | Self::Fine | Self::Day)
    }
}

/// A form's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) kind: TimexType,
    pub(super) value: String,
    pub(super) modifier: Option<Modifier>,
    pub(super) when: Option<TimeValue>,
    pub(super) period: Option<Period>,
    pub(super) source: Source,
}

type Located = Option<(Period, Source)>;

impl Scene {
    fn today(&self) -> NaiveDate {
        self.dct.date()
    }

    /// The day relative expressions count from: the article's, or in a narrative the one last told of.
    fn now(&self) -> (NaiveDate, Source) {
        match self.mention.and_then(Period::days) {
            Some((first, _)) if self.narrative => (first, Source::Mention),
            _ => (self.today(), Source::Dct),
        }
    }

    /// The day last spoken of, else the article's.
    fn that_day(&self) -> (NaiveDate, Source) {
        self.day.map_or((self.today(), Source::Dct), |d| (d, Source::Day))
    }

    /// What "that month" is, or what "the month before" comes before.
    fn that(&self, unit: Unit) -> (NaiveDate, Source) {
        if unit == Unit::Day {
            return self.that_day();
        }
        let fine = (unit <= Unit::Month && !self.narrative).then_some(self.fine).flatten();
        let first = |period: Period| period.days().map(|(first, _)| first);
        match (fine.and_then(first), self.mention.and_then(first)) {
            (Some(day), _) => (day, Source::Fine),
            (None, Some(day)) => (day, Source::Mention),
            (None, None) => (self.today(), Source::Dct),
        }
    }
}

/// The meaning of a form in its scene; `None` where the calendar does not reach so far.
pub(super) fn resolve(form: &Form, scene: &Scene) -> Option<Meaning> {
    match form {
        Form::Duration(amount) => Some(plain(TimexType::Duration, amount.to_string())),
        Form::Sum(first, second) => Some(plain(TimexType::Duration, form::sum(first, second))),
        Form::Shift(amount, direction, From::Event) => Some(hanging(amount, *direction, scene)),
        Form::Set(repeat) => Some(plain(TimexType::Set, repeated(repeat))),
        // "today" in a history is no day of it: the author's time, or a speaker's.
        Form::Day(0) if scene.narrative && scene.mention.is_some() => {
            Some(plain(TimexType::Date, reference(Reference::Present).to_owned()))
        }
        Form::That => Some(match scene.mention.filter(|_| scene.narrative) {
            Some(told) => of_period(told, Source::Mention),
            None => plain(TimexType::Date, reference(Reference::Past).to_owned()),
        }),
        Form::Reference(side) => Some(plain(TimexType::Date, reference(*side).to_owned())),
        Form::Span(amount, direction) => Some(Meaning {
            when: stretch(scene, amount, *direction),
            source: Source::Dct,
            ..plain(TimexType::Duration, amount.to_string())
        }),
        Form::Shift(Amount { count: None, .. }, direction, _) => Some(plain(
            TimexType::Date,
            reference(if *direction == Direction::Back { Reference::Past } else { Reference::Future })
                .to_owned(),
        )),
        Form::Bent(modifier, inner) => bent(*modifier, inner, scene),
        Form::Slice(slice, inner) => sliced(*slice, inner, scene),
        Form::Clock(at, _) => clock(*at, form, scene),
        Form::Part(part, day) => {
            let (period, source) = locate(form, scene)?;
            let date = period.days()?.0;
            let mut meaning = of_period(period, source);
            let overnight = matches!(day.as_deref(), Some(Form::Unit(Unit::Day, Which::This)));
            let around_now = *part == DayPart::Night
                && (overnight || matches!(day.as_deref(), Some(Form::Day(-1)) | None));
            // "last night", "overnight": the night runs into the next day.
            if around_now {
                // The newsroom's own night is over, whether or not the text has just named the day.
                let own = (overnight || day.is_none()) && (source == Source::Dct || date == scene.dct.date());
                let first = if own { date.pred_opt()? } else { date };
                let last = if own { date } else { date.succ_opt()? };
                meaning.when = Some(TimeValue {
                    edtf: Edtf::days(first, last),
                    granularity: Granularity::DayPart,
                    modifier: None,
                });
            }
            Some(meaning)
        }
        Form::Named(Name::Holiday(number), pick) => named_day(*number, pick, scene),
        Form::Pair(pair) => resolve(&pair.first.0, scene),
        // "over the past decade": ten years, up to now.
        Form::Unit(unit, Which::Past) => {
            let (period, source) = locate(form, scene)?;
            let one = Amount { count: Some(1), half: false, unit: *unit };
            Some(Meaning { when: stretch(scene, &one, Direction::Back), ..of_period(period, source) })
        }
        // "two weeks ago" is said of some day of that week: TIMEX3 writes the day in the midst of it.
        Form::Shift(Amount { unit: Unit::Week, .. }, _, From::Now) => {
            let (period, source) = locate(form, scene)?;
            let (day, _) = period.days()?;
            let half = TimeDelta::days(3);
            let edtf = Edtf::days(day.checked_sub_signed(half)?, day.checked_add_signed(half)?);
            let when = Some(TimeValue { edtf, granularity: Granularity::Week, modifier: None });
            Some(Meaning { when, ..of_period(period, source) })
        }
        Form::Fixed(_)
        | Form::Named(..)
        | Form::Unit(..)
        | Form::Day(_)
        | Form::Shift(..)
        | Form::Offset(..)
        | Form::Numeric(..)
        | Form::Again(_) => locate(form, scene).map(|(period, source)| of_period(period, source)),
    }
}

/// "two days after the vote": a length that waits for the vote, and in a narrative a date, counted from what was
/// told last, since that is most often the very event.
fn hanging(amount: &Amount, direction: Direction, scene: &Scene) -> Meaning {
    let told = (scene.narrative && scene.mention.is_some() && amount.unit >= Unit::Day)
        .then(|| locate(&Form::Shift(*amount, direction, From::Mention), scene))
        .flatten();
    told.map_or_else(
        || plain(TimexType::Duration, amount.to_string()),
        |(period, source)| of_period(period, source),
    )
}

/// A named day; one of several days has both ends for its value, as ISO 8601 writes an interval.
fn named_day(number: u8, pick: &Pick, scene: &Scene) -> Option<Meaning> {
    let (first, last, source) = feast(number, pick, scene)?;
    let approximate = named::is_approximate(number);
    let modifier = approximate.then_some(Modifier::Approx);
    let mut meaning = of_period(Period::Day(first), source);
    if first != last {
        meaning.value = format!("{}/{}", Period::Day(first), Period::Day(last));
    }
    let end = |day| EdtfDate { approximate, ..EdtfPoint::Day(day).into() };
    let edtf = if first == last {
        Edtf::Date(end(first))
    } else {
        Edtf::Interval(Some(end(first)), Some(end(last)))
    };
    let when = Some(TimeValue { edtf, granularity: Granularity::Day, modifier });
    Some(Meaning { modifier, when, ..meaning })
}

fn plain(kind: TimexType, value: String) -> Meaning {
    Meaning { kind, value, modifier: None, when: None, period: None, source: Source::Nothing }
}

fn of_period(period: Period, source: Source) -> Meaning {
    let kind = match period {
        Period::Part(..) | Period::Minute(_) => TimexType::Time,
        _ => TimexType::Date,
    };
    Meaning {
        kind,
        value: period.to_string(),
        modifier: None,
        when: period.value(),
        period: Some(period),
        source,
    }
}

const fn reference(side: Reference) -> &'static str {
    match side {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}

fn repeated(repeat: &Repeat) -> String {
    match repeat {
        Repeat::Each(amount) | Repeat::Often(_, amount) => amount.to_string(),
        Repeat::Every(Name::Weekday(n)) => format!("XXXX-WXX-{n}"),
        Repeat::Every(Name::Month(n)) => format!("XXXX-{n:02}"),
        Repeat::Every(Name::Season(s)) => format!("XXXX-{}", s.code()),
        Repeat::Every(Name::Weekend) => "XXXX-WXX-WE".to_owned(),
        Repeat::Every(Name::MonthDay(m, d)) => format!("XXXX-{m:02}-{d:02}"),
        Repeat::Every(_) => "P1Y".to_owned(),
        // TIMEX2's token for the days between weekends.
        Repeat::Weekdays => "XXXX-WXX-WD".to_owned(),
        Repeat::EveryPart(Some(day), part) => format!("XXXX-WXX-{day}T{}", part.code()),
        Repeat::EveryPart(None, part) => format!("XXXX-XX-XXT{}", part.code()),
    }
}

fn count(amount: &Amount, direction: Direction) -> Option<i64> {
    let n = i64::from(amount.count?);
    Some(if direction == Direction::Back { -n } else { n })
}

/// The days of a length of time that ends or begins now.
fn stretch(scene: &Scene, amount: &Amount, direction: Direction) -> Option<TimeValue> {
    let today = scene.today();
    let by = count(amount, direction)?;
    let Some(Period::Day(far)) = Period::Day(today).shift(by, amount.unit) else {
        // Hours and minutes do not leave the day by much; the day is what can be said.
        return Period::Day(today).value();
    };
    let edtf = Edtf::days(far.min(today), far.max(today));
    Some(TimeValue { edtf, granularity: granularity(amount.unit), modifier: None })
}

const fn granularity(unit: Unit) -> Granularity {
    match unit {
        Unit::Second | Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Day => Granularity::Day,
        Unit::Weekend => Granularity::Weekend,
        Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century | Unit::Millennium => Granularity::Century,
    }
}

fn bent(modifier: Modifier, inner: &Form, scene: &Scene) -> Option<Meaning> {
    let mut meaning = resolve(inner, scene)?;
    // "more than two years ago" lies before that point, and "less than" after it.
    let modifier = match (modifier, inner) {
        // Where it waits for its event it is a length.
        (other, Form::Shift(_, _, From::Event)) if meaning.kind == TimexType::Duration => other,
        (Modifier::MoreThan, Form::Shift(_, Direction::Back, _))
        | (Modifier::LessThan, Form::Shift(_, Direction::Forward, _)) => Modifier::Before,
        (Modifier::LessThan, Form::Shift(_, Direction::Back, _))
        | (Modifier::MoreThan, Form::Shift(_, Direction::Forward, _)) => Modifier::After,
        (other, _) => other,
    };
    meaning.modifier = Some(modifier);
    meaning.when = meaning.when.map(|when| TimeValue {
        edtf: match when.edtf {
            Edtf::Date(date) if modifier == Modifier::Approx => {
                Edtf::Date(crate::time::EdtfDate { approximate: true, ..date })
            }
            other => other,
        },
        modifier: Some(modifier),
        ..when
    });
    Some(meaning)
}

fn sliced(slice: Slice, inner: &Form, scene: &Scene) -> Option<Meaning> {
    let meaning = resolve(inner, scene)?;
    let period = meaning.period?;
    let (first, last) = period.days()?;
    let source = meaning.source;
    let put = |days: Option<(NaiveDate, NaiveDate)>, modifier| {
        let (a, b) = days?;
        let edtf = if (a, b) == (first, last) { meaning.when?.edtf } else { Edtf::days(a, b) };
        let when = Some(TimeValue { edtf, granularity: period.granularity(), modifier });
        Some(Meaning { modifier, when, ..meaning.clone() })
    };
    match slice {
        Slice::Third(third) => put(
            period.third(third),
            Some(match third {
                Third::First => Modifier::Start,
                Third::Middle => Modifier::Mid,
                Third::Last => Modifier::End,
            }),
        ),
        Slice::Earlier | Slice::Later => {
            let now = if source.is_told() { scene.that_day().0 } else { scene.today() };
            let inside = (first..=last).contains(&now);
            let days = match (inside, slice) {
                (false, _) => (first, last),
                (true, Slice::Earlier) => (first, now),
                (true, _) => (now, last),
            };
            put(Some(days), None)
        }
        Slice::Half(n) => {
            if let Period::Year(y) = period {
                return Some(of_period(Period::Half(y, n), source));
            }
            let middle = days_from(first, (last - first).num_days() / 2)?;
            let days = if n == 1 { (first, middle) } else { (middle.succ_opt()?, last) };
            put(Some(days), Some(if n == 1 { Modifier::Start } else { Modifier::End }))
        }
        Slice::Run(n, unit) => {
            let amount = Amount::whole(u32::from(n.unsigned_abs()), unit);
            let length = Period::Day(if n > 0 { first } else { last.succ_opt()? })
                .shift(i64::from(n), unit)?
                .days()?
                .0;
            let days = if n > 0 { (first, length.pred_opt()?) } else { (length, last) };
            let edtf = Edtf::days(days.0.max(first), days.1.min(last));
            let when = TimeValue { edtf, granularity: granularity(unit), modifier: None };
            Some(Meaning { when: Some(when), source, ..plain(TimexType::Duration, amount.to_string()) })
        }
        Slice::Ended(Unit::Quarter) => {
            // Half a quarter back from its last day is in the calendar's quarter that has most of it.
            Some(of_period(Period::of(days_from(last, -45)?, Unit::Quarter), source))
        }
        Slice::Ended(unit) => {
            let amount = Amount::whole(1, unit);
            let start = Period::Day(last.succ_opt()?).shift(-1, unit)?.days()?.0;
            let when =
                TimeValue { edtf: Edtf::days(start, last), granularity: granularity(unit), modifier: None };
            Some(Meaning { when: Some(when), source, ..plain(TimexType::Duration, amount.to_string()) })
        }
        Slice::Holding(unit) => Some(of_period(Period::of(first, unit), source)),
        Slice::NthWeekday(n, weekday) => {
            let start = nearest_weekday(if n < 0 { last } else { first }, weekday, n > 0)?;
            let day = days_from(start, 7 * (i64::from(n) - 1).max(0))?;
            (first <= day && day <= last).then(|| of_period(Period::Day(day), source))
        }
        Slice::Nth(n, unit) => {
            let part = nth(n, unit, first, last)?;
            let (a, b) = part.days()?;
            let mut found = of_period(part, source);
            // A week at the edge of a month is only meant as far as the month goes.
            if a < first || b > last {
                found.when = Some(TimeValue { edtf: Edtf::days(a.max(first), b.min(last)), ..found.when? });
            }
            Some(found)
        }
    }
}

fn nth(n: i8, unit: Unit, first: NaiveDate, last: NaiveDate) -> Option<Period> {
    let on = i64::from(n) - 1;
    let found = match unit {
        Unit::Day if n < 0 => Period::Day(last),
        Unit::Day => Period::Day(days_from(first, on)?),
        // The week that has most of the seven days meant.
        Unit::Week if n < 0 => Period::Week(monday(days_from(last, -3)?)),
        Unit::Week => Period::Week(monday(days_from(first, on * 7 + 3)?)),
        Unit::Weekend if n < 0 => Period::Weekend(monday(days_from(last, -1)?)),
        Unit::Weekend => Period::Weekend(monday(days_from(nearest_weekday(first, 6, true)?, on * 7)?)),
        Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century => {
            let start = if n < 0 { last } else { first };
            Period::of(start, unit).shift(on.max(0), unit)?
        }
        _ => return None,
    };
    let (a, b) = found.days()?;
    (a <= last && b >= first).then_some(found)
}

fn clock(at: Clock, form: &Form, scene: &Scene) -> Option<Meaning> {
    let (period, source) = locate(form, scene)?;
    let mut meaning = of_period(period, source);
    if let (24, Some((day, _))) = (at.hour, period.days()) {
        meaning.value = format!("{}T24:00", Period::Day(day));
        meaning.when = Period::Day(day).value();
    }
    if at.utc {
        meaning.value.push('Z');
    }
    Some(meaning)
}

/// The value of "two days after" something that happened at `event`.
pub(super) fn from_event(form: &Form, event: &TimeValue) -> Option<TimeValue> {
    let (amount, direction) = match form {
        Form::Bent(_, inner) => return from_event(inner, event),
        Form::Shift(amount, direction, From::Event) => (amount, *direction),
        _ => return None,
    };
    let by = count(amount, direction)?;
    let (first, last) = (event.first(), event.last());
    if let (Some(a), Some(b)) = (first, last)
        && a == b
    {
        let unit = if amount.unit == Unit::Decade { Unit::Year } else { amount.unit };
        let by = if amount.unit == Unit::Decade { by * 10 } else { by };
        let base = if unit >= Unit::Month { Period::of(a, unit) } else { Period::Day(a) };
        return base.shift(by, unit)?.value();
    }
    let moved = |day: Option<NaiveDate>| day.and_then(|d| Period::Day(d).shift(by, amount.unit)?.days());
    let edtf = match (moved(first), moved(last)) {
        (Some((a, _)), Some((_, b))) => Edtf::days(a, b),
        (a, b) => {
            Edtf::Interval(a.map(|d| EdtfPoint::Day(d.0).into()), b.map(|d| EdtfPoint::Day(d.1).into()))
        }
    };
    Some(TimeValue { edtf, granularity: event.granularity.max(granularity(amount.unit)), modifier: None })
}

fn small(n: u32) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}
