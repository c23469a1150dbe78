//! How alike two mentions are, in whole points, so that sums do not depend on order.

mod party;

use self::party::Patient;
use super::profile::{Profile, Spot};
use super::ties::Ties;
use super::trigger::{Kinship, Once};
use super::words::overlap;
use crate::event::{Basis, Count, EventType, Status};
use crate::gazetteer::PlaceKind;
use crate::time::Interval;
use chrono::Days;

/// From this many points on, two mentions are of one event.
pub(super) const SAME: i32 = 60;
/// Two mentions in one event must on the average be this alike, so that a chain of near ones does not pull in a
/// far one.
pub(super) const FITTING: i32 = 25;
/// Times wider than this say too little to tell one round of a recurring event from the next.
const NARROW_DAYS: i64 = 62;

/// How old an undated event of the news may be.
const NEWS_DAYS: u64 = 9;

/// The outcome of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// They cannot be of one event, and why.
    Never(&'static str),
    /// The more, the likelier.
    Points(i32),
}

/// How the times of two mentions stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Timing {
    Points(i32),
    /// No day in common, and neither date is a guess.
    Apart(i64),
}

pub(super) fn compare(a: &Profile<'_>, b: &Profile<'_>, ties: &Ties<'_>) -> Likeness {
    let kinship = a.kinship(b);
    if a.mention.event != b.mention.event && !matches!(kinship, Kinship::Word | Kinship::Group) {
        return Likeness::Never("different kinds of events");
    }
    // A rest of all kinds is no kind, and a sentence that tells one thing twice uses a word for it that says so.
    let related = matches!(kinship, Kinship::Word | Kinship::Group | Kinship::Near);
    let together = a.article == b.article && a.mention.sentence.span == b.mention.sentence.span;
    let unlike =
        a.mention.event == EventType::Other || together && a.mention.trigger.span != b.mention.trigger.span;
    if !related && unlike {
        return Likeness::Never("different kinds of events");
    }
    if let (Some(x), Some(y)) = (a.ordinal, b.ordinal)
        && x != y
    {
        return Likeness::Never("different rounds");
    }
    let timing = timing(a, b);
    if let Timing::Apart(days) = timing
        && !may_disagree(a, b, days, a.sense.once(b.sense))
    {
        return Likeness::Never("different times");
    }
    let Some(status) = status(a, b) else { return Likeness::Never("one happened, the other did not") };
    let ground = place(a.place.as_ref(), b.place.as_ref(), ties);
    if ground == Ground::Apart && a.sense.once(b.sense).is_none() {
        return Likeness::Never("different places");
    }
    let cast = party::compare(a, b, ties);
    let once = once(a, b, cast.patient, ground);
    if cast.clash && once.is_none() {
        return Likeness::Never("different participants");
    }
    let timing = match timing {
        Timing::Points(points) => points,
        Timing::Apart(days) if !cast.clash && may_disagree(a, b, days, once) => 0,
        Timing::Apart(_) => return Likeness::Never("different times"),
    };
    if ground == Ground::Apart && once.is_none() {
        return Likeness::Never("different places");
    }
    let wording = overlap(&a.words, &b.words);
    let copied = a.sentence == b.sentence && a.mention.trigger.text == b.mention.trigger.text;
    let mut points = cast.points + timing + status + ground.points() + trigger(kinship) + mode(a, b);
    points += if a.mention.event == b.mention.event { 10 } else { 0 };
    points += toll(a.mention.dead, b.mention.dead) + toll(a.mention.injured, b.mention.injured);
    // It cannot have befallen the same one twice.
    points += if once.is_some() { 15 } else { 0 };
    points += if copied { 60 } else { wording / 5 };
    let retold = retold(a, b, kinship, cast.points > 0);
    if speech(a.mention.event) && wording < 35 && !copied && !retold {
        points -= 60;
    }
    points += if retold { 15 } else { 0 };
    let alike = ground == Ground::Same && !speech(a.mention.event) || wording >= 50;
    let loose = guessed_far(a, b) || recurs(a.mention.event) && (vague(a, b) || untold(a, b));
    if once.is_none() && loose && !alike {
        points = points.min(SAME - 10);
    }
    if a.article == b.article {
        points += neighbours(a, b);
    } else if cast.points <= 0 && ground != Ground::Same && wording < 50 {
        points -= 40;
    }
    Likeness::Points(points)
}

/// Points for two statuses; `None` where they exclude each other.
fn status(a: &Profile<'_>, b: &Profile<'_>) -> Option<i32> {
    let (x, y) = (a.status(), b.status());
    match (x, y) {
        _ if x == y => Some(0),
        (Status::Negated, _) | (_, Status::Negated) => None,
        (Status::Hypothetical, Status::Planned) | (Status::Planned, Status::Hypothetical) => Some(-5),
        (Status::Hypothetical, _) | (_, Status::Hypothetical) => Some(-30),
        (Status::Planned, _) => fulfilled(a, b),
        (_, Status::Planned) => fulfilled(b, a),
        _ => Some(0),
    }
}

/// Whether one is the headline of the article that tells the other.
fn headed(a: &Profile<'_>, b: &Profile<'_>) -> bool {
    a.article == b.article && a.headline != b.headline
}

/// Whether one article says the same thing again: in its headline, or by a noun that points back to what was said
/// ("announced ... the announcement").
fn retold(a: &Profile<'_>, b: &Profile<'_>, kinship: Kinship, shared: bool) -> bool {
    if a.article != b.article || !matches!(kinship, Kinship::Word | Kinship::Group) {
        return false;
    }
    let later = later(a, b);
    let points_back = later.definite && later.said && speech(a.mention.event);
    points_back
        || shared
            && headed(a, b)
            && a.status() == b.status()
            && a.mention.event == b.mention.event
            && kinship == Kinship::Word
}

/// A plan is the event that an article of the same day or later tells of, not one that lies behind it.
fn fulfilled(plan: &Profile<'_>, event: &Profile<'_>) -> Option<i32> {
    if event.published < plan.published {
        return None;
    }
    let dated = plan.time.is_some_and(|t| t.width.is_some());
    Some(if dated { 0 } else { -25 })
}

fn trigger(kinship: Kinship) -> i32 {
    match kinship {
        Kinship::Word => 20,
        Kinship::Group => 15,
        Kinship::Near => 5,
        Kinship::Unknown => -10,
        Kinship::None => -35,
    }
}

fn mode(a: &Profile<'_>, b: &Profile<'_>) -> i32 {
    match (&a.mention.mode, &b.mention.mode) {
        (Some(x), Some(y)) if x == y => 5,
        (Some(_), Some(_)) => -10,
        _ => 0,
    }
}

/// Points for how narrow a time the two share; the wider one decides, since it is the one that could mean others.
fn timing(a: &Profile<'_>, b: &Profile<'_>) -> Timing {
    let (Some(x), Some(y)) = (a.time, b.time) else { return Timing::Points(-5) };
    let guessed = x.basis == Basis::Assumed || y.basis == Basis::Assumed;
    let gap = x.gap(&y);
    if a.article == b.article && !x.exact.overlaps(&y.exact) {
        return Timing::Apart(gap);
    }
    if !x.days.overlaps(&y.days) {
        // An article is often written the day after: its own date, assumed, is no contradiction to a stated one.
        return if guessed && gap <= 2 { Timing::Points(5) } else { Timing::Apart(gap) };
    }
    let points = match wider(a, b) {
        Some(1) => 30,
        Some(2..=10) => 20,
        Some(11..=NARROW_DAYS) => 12,
        Some(63..=800) => 4,
        _ => 0,
    };
    Timing::Points(if guessed { points * 2 / 3 } else { points })
}

/// How many days the wider of the two may be; `None` where it is open.
fn wider(a: &Profile<'_>, b: &Profile<'_>) -> Option<i64> {
    let (x, y) = (width_beside(a, b), width_beside(b, a));
    x.zip(y).map(|(x, y)| x.max(y))
}

/// The width of a mention's time, in days, for a comparison with another.
///
/// News without a date is of the last days: where the other lies in them, a guess with an open past is that narrow.
fn width_beside(a: &Profile<'_>, other: &Profile<'_>) -> Option<i64> {
    let time = a.time?;
    let recent = || {
        let first = a.published.checked_sub_days(Days::new(NEWS_DAYS))?;
        let meets = other.time?.days.overlaps(&Interval::days(first, a.published));
        meets.then_some(10)
    };
    let guess = time.basis == Basis::Assumed && time.days.start.is_none();
    time.width.or_else(|| if guess { recent() } else { None })
}

/// Whether a time says too little to tell one round from the next.
fn vague(a: &Profile<'_>, b: &Profile<'_>) -> bool {
    // "since 2003" is no year of its own: without an end it is neither wide nor narrow.
    let wide = |width: Option<i64>| width.map(|w| w > NARROW_DAYS);
    match (a.time, b.time) {
        (Some(_), Some(_)) => wide(width_beside(a, b)) != wide(width_beside(b, a)),
        (None, None) => false,
        _ => true,
    }
}

/// Whether one article tells of both without a day, by other words, and the later does not point back: "bombed the
/// towns ... carried out a few airstrikes".
fn untold(a: &Profile<'_>, b: &Profile<'_>) -> bool {
    let open = |p: &Profile<'_>| p.time.is_some_and(|t| t.basis == Basis::Assumed && t.width.is_none());
    let other = !matches!(a.kinship(b), Kinship::Word);
    a.article == b.article && other && open(a) && open(b) && !later(a, b).definite
}

/// Of two mentions of one article the one that stands behind the other.
fn later<'p, 'm>(a: &'p Profile<'m>, b: &'p Profile<'m>) -> &'p Profile<'m> {
    if a.mention.trigger.span.start > b.mention.trigger.span.start { a } else { b }
}

/// Whether one of them has no date but its article's, and the other's is not of those days.
fn guessed_far(a: &Profile<'_>, b: &Profile<'_>) -> bool {
    let guess = |p: &Profile<'_>| p.time.is_some_and(|t| t.basis == Basis::Assumed);
    let far = |p, q| guess(p) && width_beside(p, q).is_none();
    a.article != b.article && (far(a, b) || far(b, a))
}

/// Whether it is something that befalls the same one only once, and the same one it is.
///
/// Where no patient is named, the place is what is taken, shaken or agreed in.
fn once(a: &Profile<'_>, b: &Profile<'_>, patient: Patient, ground: Ground) -> Option<Once> {
    match (a.sense.once(b.sense)?, patient) {
        (Once::Ever, Patient::Person) => Some(Once::Ever),
        (_, Patient::Person) => Some(Once::Rarely),
        // A state can lose two towns a day.
        (_, Patient::Same) if ground != Ground::Apart => Some(Once::Rarely),
        (_, Patient::Unnamed) if ground == Ground::Same => Some(Once::Rarely),
        _ => None,
    }
}

/// Whether two stated dates may be a disagreement about one event rather than two events.
///
/// Strict: two articles, the same kind of event, which cannot come again to the same one so soon.
fn may_disagree(a: &Profile<'_>, b: &Profile<'_>, days: i64, once: Option<Once>) -> bool {
    let far = match once {
        Some(Once::Ever) => 31,
        Some(Once::Rarely) => 2,
        None => return false,
    };
    a.article != b.article && a.mention.event == b.mention.event && days <= far
}

/// How two places stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// The same town or site.
    Same,
    /// One lies in the other, or both name only the country.
    Inside,
    Unknown,
    /// Two unlike names that nobody knows.
    Unlike,
    Apart,
}

impl Ground {
    const fn points(self) -> i32 {
        match self {
            Self::Same => 20,
            Self::Inside => 8,
            Self::Unknown => 0,
            Self::Unlike => -15,
            Self::Apart => -35,
        }
    }
}

fn place(a: Option<&Spot<'_>>, b: Option<&Spot<'_>>, ties: &Ties<'_>) -> Ground {
    let (Some(a), Some(b)) = (a, b) else { return Ground::Unknown };
    let codes = (a.given.code.as_deref(), b.given.code.as_deref());
    let countries = (a.given.country.as_deref(), b.given.country.as_deref());
    let is_country = |s: &Spot<'_>| s.given.code.is_some() && s.given.code == s.given.country;
    if a.name == b.name || codes.0.is_some() && codes.0 == codes.1 {
        return if is_country(a) { Ground::Inside } else { Ground::Same };
    }
    let within_country = (is_country(a) || is_country(b)) && countries.0 == countries.1;
    let (Some(x), Some(y)) = codes else {
        return match countries {
            _ if within_country => Ground::Inside,
            (Some(c), Some(d)) if c != d => Ground::Apart,
            _ => Ground::Unlike,
        };
    };
    let (inner, outer) = ((a.key, x), (b.key, y));
    if within_country || ties.lies_in(inner, outer) || ties.lies_in(outer, inner) {
        return Ground::Inside;
    }
    // A region or a sea has no sharp border: "the Mediterranean coast" may be Latakia.
    let loose = |code: &str| {
        let kind = ties.gazetteer.place_by_code(code).map(|id| ties.gazetteer.place(id).kind);
        matches!(kind, Some(PlaceKind::Continent | PlaceKind::Region | PlaceKind::Water))
    };
    if loose(x) || loose(y) { Ground::Unlike } else { Ground::Apart }
}

/// Points for two counts. A toll rises over the days, so a different one is but a weak sign.
fn toll(a: Option<Count>, b: Option<Count>) -> i32 {
    let (Some(a), Some(b)) = (a, b) else { return 0 };
    if a == b {
        return 15;
    }
    let meet = a.max.is_none_or(|m| b.min <= m) && b.max.is_none_or(|m| a.min <= m);
    if meet {
        return 5;
    }
    let (low, high) = (a.min.min(b.min).max(1), a.min.max(b.min));
    if high / low >= 3 { -25 } else { -5 }
}

/// Types whose events are told by their words: two statements of a day are two unless they say the same.
const fn speech(event: EventType) -> bool {
    matches!(
        event,
        EventType::Statement
            | EventType::Accuse
            | EventType::Request
            | EventType::Threaten
            | EventType::Reject
            | EventType::Support
    )
}

/// Types whose events come again and again between the same parties.
const fn recurs(event: EventType) -> bool {
    speech(event)
        || matches!(
            event,
            EventType::Assault
                | EventType::Consult
                | EventType::Protest
                | EventType::Mobilize
                | EventType::Aid
                | EventType::Cooperate
                | EventType::Other
        )
}

/// Points for standing in one article: a bare mention that points back ("Wednesday's meeting") leans on what was
/// named before, and more so close by.
fn neighbours(a: &Profile<'_>, b: &Profile<'_>) -> i32 {
    let apart = a.mention.trigger.span.start.abs_diff(b.mention.trigger.span.start);
    let bare = if a.mention.trigger.span.start > b.mention.trigger.span.start { a } else { b };
    let leaning = bare.bare() && matches!(a.kinship(b), Kinship::Word | Kinship::Group);
    match (leaning, bare.definite) {
        (true, true) => 20 + i32::from(apart < 1200) * 5,
        (true, false) => 10,
        (false, _) => 0,
    }
}
