//! Which period of the calendar a form picks in its scene.

use chrono::{Datelike, NaiveDate};

use crate::time::{
    Period, Season, Unit, days_from, iso_weekday, monday, months_from, nearest_weekday, season_of, weekday_of,
};
use crate::timex::form::{Amount, Direction, Form, From, Name, Pick, Which};
use crate::timex::named;
use crate::timex::normalise::{Located, Scene, Source, count, small};
use crate::timex::tense::Tense;

pub(in crate::timex) fn locate(form: &Form, scene: &Scene) -> Located {
    match form {
        Form::Fixed(period) => Some((*period, Source::Nothing)),
        Form::Day(by) => Some((Period::Day(days_from(scene.today(), i64::from(*by))?), Source::Dct)),
        Form::Unit(unit, which) => pointed(*unit, *which, scene),
        Form::Shift(amount, direction, from) => shifted(amount, *direction, *from, scene),
        Form::Offset(amount, direction, from) => {
            // "a week from Tuesday": the one to come.
            let coming = matches!(**from, Form::Named(Name::Weekday(_), Pick::Bare))
                && *direction == Direction::Forward
                && scene.tense != Tense::Past;
            let tense = if coming { Tense::Future } else { scene.tense };
            let (base, source) = locate(from, &Scene { tense, ..*scene })?;
            Some((shift(base, amount, *direction)?, source))
        }
        Form::Numeric(a, b, year) => Some((Period::Day(numeric(*a, *b, *year, scene)?), Source::Nothing)),
        Form::Again(year) => again(year, scene),
        Form::Named(Name::Holiday(number), pick) => {
            let (first, _, source) = feast(*number, pick, scene)?;
            Some((Period::Day(first), source))
        }
        Form::Named(name, Pick::Bare) => bare(*name, scene),
        Form::Named(name, Pick::On(weekday)) => on_weekday(*name, *weekday, scene),
        Form::Named(name, Pick::Which(which)) => directed(*name, *which, scene),
        Form::Named(name, Pick::In(whole)) => {
            let (whole, source) = locate(whole, scene)?;
            Some((inside(*name, whole)?, source))
        }
        Form::Bent(_, inner) | Form::Slice(_, inner) => locate(inner, scene),
        Form::Part(part, day) => {
            day_of(day.as_deref(), scene).map(|(date, source)| (Period::Part(date, *part), source))
        }
        Form::Clock(at, day) => {
            let (date, source) = day_of(day.as_deref(), scene)?;
            let hour = if at.hour == 24 { 0 } else { at.hour };
            Some((
                Period::Minute(date.and_hms_opt(
                    u32::from(hour),
                    u32::from(at.minute),
                    u32::from(at.second),
                )?),
                source,
            ))
        }
        _ => None,
    }
}

/// The day a time of day belongs to: the one named, else the one last spoken of.
fn day_of(day: Option<&Form>, scene: &Scene) -> Option<(NaiveDate, Source)> {
    let Some(form) = day else {
        return Some(scene.near_day.map_or((scene.today(), Source::Dct), |day| (day, Source::Day)));
    };
    match locate(form, scene)? {
        (Period::Day(date), source) => Some((date, source)),
        (other, source) => Some((other.days()?.0, source)),
    }
}

/// "last week", "that year", "the quarter".
fn pointed(unit: Unit, which: Which, scene: &Scene) -> Located {
    let (now, source) = scene.now();
    let (that, mention) = scene.that(unit);
    let step = |day, by, source| Some((Period::of(day, unit).shift(by, unit)?, source));
    match which {
        Which::This => step(now, 0, source),
        Which::Last | Which::Past => step(now, -1, source),
        Which::Next => step(now, 1, source),
        Which::Same => step(that, 0, mention),
        Which::Previous => step(that, -1, mention),
        Which::Following => step(that, 1, mention),
        Which::The => match unit {
            // Accounts are told of a quarter that is over.
            Unit::Quarter => match scene.quarter {
                Some(quarter) => Some((quarter, Source::Mention)),
                None => step(now, -1, source),
            },
            // On a Monday the week that was is told of.
            Unit::Week if scene.tense != Tense::Future && iso_weekday(now) == 1 => step(now, -1, source),
            // "over the weekend" is the one just past, unless the verb looks ahead.
            Unit::Weekend if scene.tense != Tense::Future && iso_weekday(now) < 6 => step(now, -1, source),
            _ => step(now, 0, source),
        },
    }
}

/// "28/1/2026": as the article's other dates are written; where they do not say, day first, as all the world writes
/// but the United States; the other way round where only that makes a date.
fn numeric(a: u8, b: u8, year: i32, scene: &Scene) -> Option<NaiveDate> {
    let at = |day: u8, month: u8| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day));
    if scene.month_first { at(b, a).or_else(|| at(a, b)) } else { at(a, b).or_else(|| at(b, a)) }
}

/// The quarter or month just spoken of, in another year; the year itself where nothing was.
fn again(year: &Form, scene: &Scene) -> Located {
    let (year, source) = locate(year, scene)?;
    let whole = year.days()?.0.year();
    let found = match scene.quarter.or(scene.mention) {
        None | Some(Period::Year(_)) => return Some((year, source)),
        Some(Period::Quarter(_, q)) => Period::Quarter(whole, q),
        Some(Period::Half(_, h)) => Period::Half(whole, h),
        Some(Period::Season(_, s)) => Period::Season(whole, s),
        Some(Period::Month(_, m)) => Period::Month(whole, m),
        Some(told) => Period::of(told.days()?.0.with_year(whole)?, Unit::Quarter),
    };
    Some((found, Source::Mention))
}

fn shifted(amount: &Amount, direction: Direction, from: From, scene: &Scene) -> Located {
    if let (Unit::Year | Unit::Decade, Some(quarter), false) = (amount.unit, scene.quarter, amount.half) {
        let by = count(amount, direction)? * if amount.unit == Unit::Decade { 10 } else { 1 };
        return Some((quarter.shift(by, Unit::Year)?, Source::Mention));
    }
    let (base, source) = match (from, scene.mention) {
        (From::Mention | From::Event, Some(period)) => (period, Source::Mention),
        (From::Now, Some(period)) if scene.narrative && scene.quoted => (period, Source::Mention),
        _ if amount.unit < Unit::Day => (Period::Minute(scene.dct), Source::Dct),
        _ => (Period::Day(scene.today()), Source::Dct),
    };
    Some((shift(base, amount, direction)?, source))
}

/// So much from a base, in the unit the writer chose: a month from a day is a month.
fn shift(base: Period, amount: &Amount, direction: Direction) -> Option<Period> {
    let by = count(amount, direction)?;
    // Decades and centuries back from a year give a year.
    let years = match amount.unit {
        Unit::Decade => Some(10),
        Unit::Century => Some(100),
        Unit::Millennium => Some(1000),
        _ => None,
    };
    let half = years.filter(|_| amount.half).map_or(0, |years| years / 2);
    let half = if direction == Direction::Back { -half } else { half };
    let (by, unit) = years.map_or((by, amount.unit), |years| (by * years + half, Unit::Year));
    if amount.half && years.is_none() {
        return half_shift(base, by, unit, direction);
    }
    let base = match (unit, base) {
        (Unit::Day | Unit::Week | Unit::Fortnight | Unit::Weekend, base) => Period::Day(base.days()?.0),
        (Unit::Hour | Unit::Minute | Unit::Second, base) => base,
        _ => Period::of(base.days()?.0, unit),
    };
    base.shift(by, unit)
}

/// "half a year", "a year and a half", "two and a half weeks": in the unit below.
fn half_shift(base: Period, by: i64, unit: Unit, direction: Direction) -> Option<Period> {
    let (per, below) = match unit {
        Unit::Year => (12, Unit::Month),
        Unit::Month => (30, Unit::Day),
        Unit::Week => (7, Unit::Day),
        Unit::Day => (24, Unit::Hour),
        Unit::Hour => (60, Unit::Minute),
        Unit::Minute => (60, Unit::Second),
        _ => return None,
    };
    let half = if direction == Direction::Back { -per / 2 } else { per / 2 };
    let first = base.days()?.0;
    let base = match below {
        Unit::Hour | Unit::Minute | Unit::Second => base,
        Unit::Day => Period::Day(first),
        _ => Period::of(first, below),
    };
    base.shift(by * per + half, below)
}

/// A name without a year or direction: the tense decides, and without evidence news looks back.
fn bare(name: Name, scene: &Scene) -> Located {
    if let Some(year) = scene.year {
        return Some((inside(name, Period::Year(year))?, Source::Mention));
    }
    let (now, source) = scene.now();
    let future = scene.tense == Tense::Future;
    let year = now.year();
    let period = match name {
        Name::Weekday(n) if scene.narrative && source == Source::Mention => {
            Period::Day(nearest_weekday(now, n, true)?)
        }
        Name::Weekday(n) => {
            // With nothing to go by, tomorrow is likelier than six days ago: of 300 bare weekdays of a newswire
            // (TimeBank), 133 are the day itself, 134 one of the five before, ten tomorrow and two six days ago.
            let tomorrow = scene.tense == Tense::Unknown && iso_weekday(now.succ_opt()?) == n;
            Period::Day(nearest_weekday(now, n, future || tomorrow)?)
        }
        Name::Month(m) if scene.narrative && source == Source::Mention => {
            Period::Month(nearest_year(year, |y| Period::Month(y, m).days(), scene)?, m)
        }
        Name::Month(m) if near_stated(scene, |y| Period::Month(y, m).days()).is_some() => {
            let year = near_stated(scene, |y| Period::Month(y, m).days())?;
            return Some((Period::Month(year, m), Source::Mention));
        }
        Name::Month(m) => {
            let this = small(now.month());
            // Without evidence the nearest, and of a month six away on either side the one that was.
            let ahead = i32::from(m) - i32::from(this);
            let year = match scene.tense {
                Tense::Future if ahead < 0 => year + 1,
                Tense::Past if ahead > scene.next_door => year - 1,
                Tense::Unknown if ahead >= 6 => year - 1,
                Tense::Unknown if ahead < -6 => year + 1,
                _ => year,
            };
            Period::Month(year, m)
        }
        Name::MonthDay(m, d) => Period::Day(month_day(m, d, now, scene)?),
        Name::DayOfMonth(d) => {
            let this = NaiveDate::from_ymd_opt(year, now.month(), u32::from(d));
            let by = match this {
                Some(day) if day > now && !future && !scene.narrative => -1,
                Some(day) if day < now && future => 1,
                Some(_) => 0,
                None => -1,
            };
            let month = months_from(NaiveDate::from_ymd_opt(year, now.month(), 1)?, by)?;
            Period::Day(month.with_day(u32::from(d))?)
        }
        Name::Season(s) => {
            let begun = Period::Season(year, s).days()?.0 <= now || scene.narrative;
            let winter = s == Season::Winter && season_of(now) == (year - 1, Season::Winter);
            Period::Season(
                if future && !winter && !began_after(s, now) {
                    year + 1
                } else if begun || future && !winter {
                    year
                } else {
                    year - 1
                },
                s,
            )
        }
        Name::Quarter(q) => {
            let begun = Period::Quarter(year, q).days()?.0 <= now;
            Period::Quarter(if begun || future { year } else { year - 1 }, q)
        }
        Name::Half(h) => Period::Half(year, h),
        Name::Weekend => Period::Weekend(monday(now)),
        Name::Decade(n) => {
            let n = i32::from(n);
            let century = year.div_euclid(100) * 100;
            Period::Decade(if century + n > year { century - 100 + n } else { century + n })
        }
        Name::ShortYear(n) => {
            let n = i32::from(n);
            let century = year.div_euclid(100) * 100;
            Period::Year(if century + n > year + 10 { century - 100 + n } else { century + n })
        }
        Name::Holiday(_) => return None,
    };
    Some((period, source))
}

/// "Sunday, Dec. 8": the year before, this one or the next in which it is a Sunday; whatever it is without the
/// weekday where it is so in none of them.
fn on_weekday(name: Name, weekday: u8, scene: &Scene) -> Located {
    let (plain, source) = bare(name, scene)?;
    let fits = |period: &Period| matches!(period, Period::Day(day) if iso_weekday(*day) == weekday);
    let year = plain.days()?.0.year();
    let found = [year, year - 1, year + 1]
        .into_iter()
        .filter_map(|year| inside(name, Period::Year(year)))
        .find(fits)
        .unwrap_or(plain);
    Some((found, source))
}

/// The year of a name in a narrative: that of the date last told of, or the one before or after where that date
/// is a month or a day and lies across New Year from it.
fn nearest_year(
    year: i32,
    days: impl Fn(i32) -> Option<(NaiveDate, NaiveDate)>,
    scene: &Scene,
) -> Option<i32> {
    let (from, _) = scene.mention?.days()?;
    if !matches!(scene.mention?, Period::Month(..) | Period::Day(_) | Period::Part(..) | Period::Minute(_)) {
        return Some(year);
    }
    let distance = |y: &i32| {
        days(*y).map_or(i64::MAX, |(first, _)| {
            let days = (first - from).num_days();
            // A story goes on more often than it goes back.
            if days < 0 { -days * NARRATIVE_BACK / 100 } else { days }
        })
    };
    [year, year + 1, year - 1].into_iter().min_by_key(distance)
}

/// The year in which a name lies next to a date just given with its year, in a past that is not the article's:
/// "rebels attacked on 27 November 2024; on December 8 they took the city".
fn near_stated(scene: &Scene, days: impl Fn(i32) -> Option<(NaiveDate, NaiveDate)>) -> Option<i32> {
    let (from, last) = scene.stated?.days()?;
    if scene.tense == Tense::Future || (scene.today() - last).num_days() < 180 {
        return None;
    }
    [from.year(), from.year() + 1].into_iter().find(|year| {
        days(*year).is_some_and(|(first, _)| first > last && (first - last).num_days() < STATED_REACH)
    })
}

/// How many days on a date given with its year lends it to those that follow.
const STATED_REACH: i64 = 60;

/// What a day backwards weighs against a day forwards, in hundredths, when a narrative names no year.
const NARRATIVE_BACK: i64 = 120;

/// Whether this year's season is still to come or under way.
fn began_after(season: Season, now: NaiveDate) -> bool {
    Period::Season(now.year(), season).days().is_some_and(|(_, last)| last >= now)
}

/// A day and month without a year: the nearest one, unless the verb says which side.
fn month_day(month: u8, day: u8, now: NaiveDate, scene: &Scene) -> Option<NaiveDate> {
    let at = |year| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day));
    let year = now.year();
    if scene.narrative && scene.mention.is_some() {
        return at(nearest_year(year, |y| at(y).map(|d| (d, d)), scene)?);
    }
    if let Some(year) = near_stated(scene, |y| at(y).map(|d| (d, d))) {
        return at(year);
    }
    let candidates = [year - 1, year, year + 1].into_iter().filter_map(at);
    candidates.min_by_key(|d| (verb_distance((*d - now).num_days(), scene), *d))
}

/// How far off a day is, so many days on from now: what the verb rules out may still be meant when it is near
/// and the other is most of a year away. What is announced is past more rarely than what is reported is to come.
fn verb_distance(days: i64, scene: &Scene) -> i64 {
    let wrong = match scene.tense {
        Tense::Past | Tense::Unknown if days > 0 => 180,
        Tense::Future if days < 0 => 300,
        _ => 0,
    };
    days.abs() + wrong
}

/// "last October", "next Friday", "this summer".
fn directed(name: Name, which: Which, scene: &Scene) -> Located {
    let (now, source) = match which {
        Which::Same | Which::Previous | Which::Following => scene
            .mention
            .and_then(Period::days)
            .map_or((scene.today(), Source::Dct), |(d, _)| (d, Source::Mention)),
        _ => scene.now(),
    };
    let year = now.year();
    let back = matches!(which, Which::Last | Which::Past | Which::Previous);
    let on = matches!(which, Which::Next | Which::Following);
    let period = match name {
        Name::Weekday(n) => {
            let start = if back {
                now.pred_opt()?
            } else if on {
                now.succ_opt()?
            } else {
                now
            };
            if back || on {
                Period::Day(nearest_weekday(start, n, on)?)
            } else {
                Period::Day(weekday_of(monday(now), n)?)
            }
        }
        Name::Month(m) if near_stated(scene, |y| Period::Month(y, m).days()).is_some() => {
            let year = near_stated(scene, |y| Period::Month(y, m).days())?;
            return Some((Period::Month(year, m), Source::Mention));
        }
        Name::Month(m) => {
            let this = small(now.month());
            Period::Month(
                match (back, on) {
                    (true, _) if m >= this => year - 1,
                    (_, true) if m <= this => year + 1,
                    _ => year,
                },
                m,
            )
        }
        Name::MonthDay(m, d) => {
            let at = |year| NaiveDate::from_ymd_opt(year, u32::from(m), u32::from(d));
            let this = at(year);
            Period::Day(match (back, on) {
                (true, _) => this.filter(|day| *day < now).or_else(|| at(year - 1))?,
                (_, true) => this.filter(|day| *day > now).or_else(|| at(year + 1))?,
                _ => this?,
            })
        }
        Name::Season(s) => {
            let days = |y: i32| Period::Season(y, s).days();
            let mut years = [year + 1, year, year - 1, year - 2].into_iter();
            let found = if back {
                years.find(|y| days(*y).is_some_and(|(_, last)| last < now))
            } else if on {
                years.rfind(|y| days(*y).is_some_and(|(first, _)| first > now))
            } else {
                // "this winter", said in its second year, or of what it brought soon after.
                let begun = s == Season::Winter
                    && (now.month() < 3 || now.month() < 7 && scene.tense != Tense::Future);
                Some(if begun { year - 1 } else { year })
            };
            Period::Season(found?, s)
        }
        Name::Quarter(q) => Period::Quarter(
            if back {
                year - 1
            } else if on {
                year + 1
            } else {
                year
            },
            q,
        ),
        _ => return bare(name, scene),
    };
    Some((period, source))
}

/// First and last day of a named day, and what it was counted from.
pub(super) fn feast(number: u8, pick: &Pick, scene: &Scene) -> Option<(NaiveDate, NaiveDate, Source)> {
    if let Pick::In(whole) = pick {
        let (whole, source) = locate(whole, scene)?;
        let (first, last) = named::in_year(number, whole.days()?.0.year()).first().copied()?;
        return Some((first, last, source));
    }
    if let Some(day) = named::once(number) {
        // Before it happened the name was another day's.
        return (day <= scene.today()).then_some((day, day, Source::Nothing));
    }
    let (now, source) = scene.now();
    let years = now.year().checked_sub(1)?..=now.year().checked_add(1)?;
    let days: Vec<_> = years.flat_map(|year| named::in_year(number, year)).collect();
    let found = match pick {
        Pick::Which(Which::Last | Which::Past | Which::Previous) => {
            days.iter().rfind(|(_, last)| *last < now)
        }
        Pick::Which(Which::Next | Which::Following) => days.iter().find(|(first, _)| *first > now),
        Pick::Which(Which::This | Which::Same) => days.iter().find(|(first, _)| first.year() == now.year()),
        // A feast under way is the one meant; else as a day and month is.
        _ => days.iter().find(|(first, last)| (*first..=*last).contains(&now)).or_else(|| {
            days.iter().min_by_key(|(first, _)| (verb_distance((*first - now).num_days(), scene), *first))
        }),
    };
    found.map(|(first, last)| (*first, *last, source))
}

/// The one inside a longer stretch.
fn inside(name: Name, whole: Period) -> Option<Period> {
    let first = whole.days()?.0;
    let year = first.year();
    Some(match name {
        Name::Weekday(n) => Period::Day(weekday_of(monday(first), n)?),
        Name::Month(m) => Period::Month(year, m),
        Name::MonthDay(m, d) => Period::Day(NaiveDate::from_ymd_opt(year, u32::from(m), u32::from(d))?),
        Name::DayOfMonth(d) => Period::Day(NaiveDate::from_ymd_opt(year, first.month(), u32::from(d))?),
        Name::Season(s) => Period::Season(year, s),
        Name::Quarter(q) => Period::Quarter(year, q),
        Name::Half(h) => Period::Half(year, h),
        Name::Weekend => Period::Weekend(monday(first)),
        Name::Decade(_) | Name::ShortYear(_) | Name::Holiday(_) => return None,
    })
}
