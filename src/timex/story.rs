//! The thread of a narrative: which dates carry the story on, which are asides, and the year of a date that names
//! none.
//!
//! "In 1964 … documents released in 2005 show … on 4 August …": August is of 1964, since the story did not move to
//! 2005. No word says so; what does is that everything told before and after lies in 1964. So the whole text is read
//! at once: of all the ways to follow some dates and to pass over others, the one is taken in which the story moves
//! least. This is a shortest path, found by dynamic programming over the few best ways to read the text so far.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::text::{TokenKind, Tokens};
use crate::time::Period;
use crate::timex::form::{Direction, Form, From, Name, Pick, Slice, Which};
use crate::timex::items::Item;
use crate::timex::normalise::{self, Scene, Source};
use crate::timex::tense::{self, Tense};

/// An expression of a narrative, and what its place in the text says of it.
pub(super) struct Placed<'i> {
    pub(super) sentence: u32,
    pub(super) form: &'i Form,
    /// It names something and tells nothing: see [`is_incidental`].
    pub(super) incidental: bool,
}

/// What an expression is read against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Step {
    /// What was spoken of before it, and which expression did.
    pub(super) mention: Option<(Period, usize)>,
    /// The day spoken of before it, and which expression did.
    pub(super) day: Option<(NaiveDate, usize)>,
    /// The year of a name that has none.
    pub(super) year: Option<i32>,
}

/// One way to read the text so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Way {
    cost: i64,
    /// Where the story stands.
    story: Option<Told>,
    /// What was spoken of last, story or aside.
    last: Option<Told>,
    day: Option<(NaiveDate, usize)>,
    /// How it read the expression before, as an index into the trail.
    trail: Option<usize>,
}

/// A stretch of time that was spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Told {
    period: Period,
    first: NaiveDate,
    last: NaiveDate,
    item: usize,
    sentence: u32,
}

/// How many ways are kept; more change nothing on sixteen histories.
const WAYS: usize = 12;

// The costs are in sixteenths of a doubling of the months that the story moves by. They were set on those histories,
// and the choice is not sharp: any one of them may be changed by a quarter for less than half a point.

/// What it costs to pass over a date: as much as moving on by five months.
const ASIDE: i64 = 40;

/// What it costs to pass over one that only tells something apart.
const INCIDENTAL: i64 = 12;

/// What it costs to take up the story after an aside without naming the year again.
const RETURN: i64 = 20;

/// What a step back weighs against a step on, in hundredths: a story goes on more often than it goes back.
const BACK: i64 = 115;

/// What a step to a date with its year weighs against one without, in hundredths.
const LEAP: i64 = 75;

/// What each expression of a text is read against.
pub(super) fn follow(text: &[Placed<'_>], dct: NaiveDateTime) -> Vec<Step> {
    let mut ways = vec![Way { cost: 0, story: None, last: None, day: None, trail: None }];
    // Each step with the step before it.
    let mut trail: Vec<(Step, Option<usize>)> = Vec::new();
    for (number, placed) in text.iter().enumerate() {
        let mut next: Vec<(Way, Step)> = Vec::new();
        for way in &ways {
            let before = next.len();
            go_on(*way, number, placed, dct, &mut next);
            if next.len() == before {
                // "29 February" of no year near: it will have no value either.
                next.push((*way, Step::default()));
            }
        }
        prune(&mut next);
        ways = next
            .into_iter()
            .map(|(way, step)| {
                trail.push((step, way.trail));
                Way { trail: Some(trail.len() - 1), ..way }
            })
            .collect();
    }
    let mut steps = Vec::with_capacity(text.len());
    let mut at = ways.first().and_then(|way| way.trail);
    while let Some(index) = at {
        let (step, before) = trail[index];
        steps.push(step);
        at = before;
    }
    steps.reverse();
    steps
}

/// Keeps the best ways, and of those that stand at the same point the first.
fn prune(ways: &mut Vec<(Way, Step)>) {
    ways.sort_by_key(|(way, _)| way.cost);
    let mut kept: Vec<(Way, Step)> = Vec::with_capacity(WAYS);
    for (way, step) in ways.drain(..) {
        let point = |w: &Way| (w.story.map(|t| (t.first, t.last)), w.last.map(|t| (t.first, t.last)));
        if kept.len() < WAYS && !kept.iter().any(|(k, _)| point(k) == point(&way)) {
            kept.push((way, step));
        }
    }
    *ways = kept;
}

/// Every way to read one more expression.
fn go_on(way: Way, number: usize, placed: &Placed<'_>, dct: NaiveDateTime, out: &mut Vec<(Way, Step)>) {
    let form = placed.form;
    let fresh = way.last.filter(|told| told.sentence + 1 >= placed.sentence && points_back(form));
    let against = fresh.or(way.story);
    let step = Step { mention: against.map(|t| (t.period, t.item)), day: way.day, year: None };
    let scene = |year| Scene {
        dct,
        mention: step.mention.map(|(period, _)| period),
        fine: None,
        day: step.day.map(|(day, _)| day),
        near_day: step.day.map(|(day, _)| day),
        quarter: None,
        stated: None,
        quoted: false,
        tense: Tense::Unknown,
        next_door: 0,
        narrative: true,
        month_first: false,
        year,
    };
    let told = |period: Period| {
        let (first, last) = extent(form, period)?;
        Some(Told { period, first, last, item: number, sentence: placed.sentence })
    };
    if let (true, Some(story)) = (names_no_year(form), way.story) {
        let about = [story.first.year(), story.last.year()];
        let mut years = vec![about[0] - 1, about[0], about[1], about[1] + 1];
        years.dedup();
        for year in years {
            let found = normalise::locate(form, &scene(Some(year))).and_then(|(period, _)| told(period));
            let Some(told) = found else { continue };
            let step = Step { year: Some(year), ..step };
            let back = if way.last == way.story { 0 } else { RETURN };
            let cost = way.cost + back + distance(&story, &told);
            out.push((Way { cost, ..way }.to(told, true), step));
            if placed.incidental {
                out.push((Way { cost: cost + INCIDENTAL, ..way }.to(told, false), step));
            }
        }
        return;
    }
    let found =
        normalise::locate(form, &scene(None)).and_then(|(period, source)| Some((told(period)?, source)));
    let Some((told, source)) = found else {
        out.push((way, step));
        return;
    };
    match (source, way.story) {
        // "today", "this year": the author's time is not the story's.
        (Source::Dct, Some(_)) => out.push((way, step)),
        (Source::Nothing, Some(story)) => {
            let aside = if placed.incidental { INCIDENTAL } else { ASIDE };
            out.push((Way { cost: way.cost + leap(&story, &told), ..way }.to(told, true), step));
            out.push((Way { cost: way.cost + aside, ..way }.to(told, false), step));
        }
        // "two years earlier", "the previous winter": a look back, from which the story goes on as it was.
        _ => out.push((way.to(told, !looks_back(form)), step)),
    }
}

impl Way {
    /// After a date was spoken of, as part of the story or beside it.
    fn to(self, told: Told, follows: bool) -> Self {
        let day = match told.period {
            Period::Day(day) | Period::Part(day, _) => Some((day, told.item)),
            Period::Minute(at) => Some((at.date(), told.item)),
            _ => self.day,
        };
        // "in the 1940s" in a story of June 1941 takes nothing from what is known.
        let vague = |story: Told| {
            told.first <= story.first && story.last <= told.last && (told.last - told.first).num_days() > 366
        };
        let story = if follows && !self.story.is_some_and(vague) { Some(told) } else { self.story };
        Self { story, last: Some(told), day, ..self }
    }
}

/// The days of an expression: of a part of a period, those of the part.
fn extent(form: &Form, period: Period) -> Option<(NaiveDate, NaiveDate)> {
    match form {
        Form::Slice(Slice::Third(third), _) => period.third(*third),
        Form::Bent(_, inner) => extent(inner, period),
        _ => period.days(),
    }
}

/// How far the story moves to a date that names no year: the way on, or the way back and a little more.
fn distance(story: &Told, told: &Told) -> i64 {
    match apart(story, told) {
        back if back < 0 => logarithm(-back) * BACK / 100,
        on => logarithm(on),
    }
}

/// How far it moves to a date with its year, which a writer gives in order to move.
fn leap(story: &Told, told: &Told) -> i64 {
    logarithm(apart(story, told).abs()) * LEAP / 100
}

/// How many days on, or back, from the middle of what was told to the nearest day of what is told now; nothing
/// where the two overlap. From the middle: after "in 1938", January of 1938 is nearer than January of 1939.
fn apart(story: &Told, told: &Told) -> i64 {
    let half = (story.last - story.first).num_days() / 2;
    let (on, back) = ((told.first - story.last).num_days(), (story.first - told.last).num_days());
    if on > 0 {
        on + half
    } else if back > 0 {
        -back - half
    } else {
        0
    }
}

/// Sixteen times the binary logarithm of the months in a number of days, one month more than that.
fn logarithm(days: i64) -> i64 {
    let months = 16 + days * 16 / 30;
    let whole = i64::from(months.ilog2());
    // Between two powers of two it goes up in a straight line.
    (whole - 4) * 16 + ((months * 16) >> whole) - 16
}

/// A month, a day and month, or a season by itself, whole or in part.
fn names_no_year(form: &Form) -> bool {
    match form {
        Form::Named(name, Pick::Bare | Pick::On(_)) => matches!(
            name,
            Name::Month(_) | Name::MonthDay(..) | Name::Season(_) | Name::Quarter(_) | Name::Half(_)
        ),
        Form::Bent(_, inner) | Form::Slice(_, inner) => names_no_year(inner),
        Form::Clock(_, Some(day)) | Form::Part(_, Some(day)) => names_no_year(day),
        _ => false,
    }
}

/// Whether an expression tells what was before.
fn looks_back(form: &Form) -> bool {
    match form {
        Form::Shift(_, direction, _) => *direction == Direction::Back,
        Form::Unit(_, which) | Form::Named(_, Pick::Which(which)) => {
            matches!(which, Which::Previous | Which::Last | Which::Past)
        }
        Form::Named(_, Pick::In(inner)) | Form::Bent(_, inner) | Form::Slice(_, inner) => looks_back(inner),
        _ => false,
    }
}

/// Whether an expression is read against the last one, story or aside: "two years later", "that month".
fn points_back(form: &Form) -> bool {
    match form {
        Form::Shift(_, _, From::Mention | From::Event) => true,
        Form::Unit(_, which) | Form::Named(_, Pick::Which(which)) => {
            matches!(which, Which::Same | Which::Previous | Which::Following)
        }
        Form::Named(_, Pick::In(inner)) | Form::Bent(_, inner) | Form::Slice(_, inner) => points_back(inner),
        Form::Clock(_, day) | Form::Part(_, day) => day.as_deref().is_none_or(points_back),
        _ => false,
    }
}

/// Whether an expression only tells something apart: it stands in brackets, is a year or a season before the noun it
/// belongs to, or dates what was to come ("aid would end in 1976").
pub(super) fn is_incidental(tokens: Tokens<'_>, item: &Item) -> bool {
    if tense::around(tokens, item.start, item.end) == Tense::Future {
        return true;
    }
    let opened = tokens.tokens[..item.start].iter().rev().take(BRACKET_REACH).find_map(|t| match t.kind {
        TokenKind::Mark('(' | '[') => Some(true),
        TokenKind::Mark(')' | ']') => Some(false),
        _ => None,
    });
    let noun = tokens.tokens.get(item.end).is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_open());
    opened == Some(true)
        || noun && matches!(item.form, Form::Fixed(Period::Year(_)) | Form::Named(Name::Season(_), _))
}

/// How many tokens back a bracket is looked for: a sentence without end must not make this quadratic.
const BRACKET_REACH: usize = 24;
