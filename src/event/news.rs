//! What a report tells as its news: an event without a date of its own that is of the day the report is about.
//!
//! A newsroom opens with what has just happened, and tells it in the perfect ("Airbus has won an order"), in the simple
//! past ("Airbus unveiled the jet"), or in a headline's present ("Airbus unveils jet"). The simple past goes on with the
//! story's day until another time is spoken of. The perfect further down ("has won three such orders"), the past perfect
//! and whatever a relative clause adds say only that something was before.

use chrono::NaiveDate;

use crate::event::draft::Draft;
use crate::event::link;
use crate::event::scene::Scene;
use crate::event::story::{Story, is_speech};
use crate::event::{Basis, Status, When};
use crate::syntax::chunk::{Tense, Vg};
use crate::syntax::clause::{Clause, Link};
use crate::time::{Granularity, TimeValue};
use crate::timex::{Timex, TimexType};

/// The rule's name.
pub(super) const RULE: &str = "assume/news";

/// Words that put a clause in the simple past at some other time than the story's.
const ELSEWHEN: &[&str] = &[
    "already",
    "always",
    "earlier",
    "eventually",
    "formerly",
    "frequently",
    "historically",
    "initially",
    "later",
    "long",
    "never",
    "often",
    "once",
    "originally",
    "previously",
    "recently",
    "repeatedly",
    "sometimes",
    "subsequently",
    "traditionally",
    "usually",
];

/// The day of the news, for an event that the sentence tells as news.
pub(super) fn day_of(
    scene: &Scene<'_, '_, '_>,
    timexes: &[Timex],
    story: &Story,
    draft: &Draft<'_>,
) -> Option<When> {
    let standing = draft.standing;
    // "was then to meet Prodi": later the same day.
    let verb = draft.clause.and_then(|c| scene.parse.chunks[scene.clauses[c].vg].vg());
    let due =
        standing.status == Status::Planned && verb.is_some_and(|v| v.scheduled && v.tense == Tense::Past);
    let real = standing.status == Status::Occurred || due;
    let told = draft.tells_clause() && real && !draft.found.frame.lasts;
    // "was relieved of his post, the military said": said behind it, and told as it is.
    let trailing = |c: &usize| {
        let simple = verb.is_some_and(|v| v.tense == Tense::Past && !v.perfect);
        standing.claimed_by.is_none_or(|by| by > *c && simple)
    };
    let at = draft.clause.filter(|c| told && trailing(c) && !standing.hearsay)?;
    // "The act imposed sanctions": laws and reports act at any time.
    let clause = &scene.clauses[at];
    let acts = scene.cast.all(&clause.subject).next().is_some() || scene.parse.is_passive(clause);
    if !acts && !draft.found.frame.event.harms() {
        return None;
    }
    day_of_clause(scene, timexes, story, at, is_speech(draft.found.frame.event))
}

/// The same for a clause, whatever its verb.
pub(super) fn day_of_clause(
    scene: &Scene<'_, '_, '_>,
    timexes: &[Timex],
    story: &Story,
    at: usize,
    speech: bool,
) -> Option<When> {
    let clause = &scene.clauses[at];
    let verb = scene.parse.chunks[clause.vg].vg()?;
    // "for two hours"; but "three weeks before the trip" is another time, though nobody knows which.
    let bare = |t: &usize| {
        let timex = &timexes[*t];
        timex.kind == TimexType::Duration && timex.when.is_none() && timex.anchor.is_none()
    };
    // "have been killed after a tram crashed on Wednesday": the news is not of today.
    let other = |w: &When| {
        w.value.granularity <= Granularity::Day && w.value.last().is_some_and(|last| last < scene.on)
    };
    let elsewhere = || scene.clauses.iter().filter_map(|c| link::stated(scene.text, timexes, &c.dates));
    let news = is_main(scene, at)
        && clause.dates.iter().all(bare)
        && !is_elsewhen(scene, clause)
        && is_news(scene, story, verb, speech)
        && !elsewhere().any(|w| other(&w));
    news.then(|| assumed(story.day_of_story(scene.on).unwrap_or(scene.on)))
}

/// A day that nobody names.
fn assumed(day: NaiveDate) -> When {
    When { value: TimeValue::day(day), basis: Basis::Assumed, expression: None, rule: RULE.to_owned() }
}

/// A main clause, or one joined to it.
fn is_main(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    let clause = &scene.clauses[at];
    match (clause.link, clause.governor) {
        (Link::Main, _) => true,
        (Link::Coordinated, Some(governor)) if governor < at => is_main(scene, governor),
        (Link::Complement, Some(governor)) => governor > at && scene.clauses[governor].link == Link::Main,
        _ => false,
    }
}

/// Whether a verb group tells news where it stands.
fn is_news(scene: &Scene<'_, '_, '_>, story: &Story, verb: &Vg, speech: bool) -> bool {
    match verb.tense {
        // What people say of it is news, wherever the story has been.
        Tense::Past => !verb.perfect && (speech || !story.is_elsewhere(scene.on)),
        Tense::Present if verb.perfect => story.is_opening(),
        // "Boeing says": to the newsroom.
        Tense::Present => scene.is_headline() || scene.parse.units[verb.head].word.effect.reports,
        _ => false,
    }
}

/// "once", "previously" within the clause.
fn is_elsewhen(scene: &Scene<'_, '_, '_>, clause: &Clause) -> bool {
    let chunks = scene.parse.chunks.get(clause.start..clause.end).unwrap_or_default();
    let mut words = chunks.iter().flat_map(|c| &scene.parse.units[c.units.clone()]);
    words.any(|u| ELSEWHEN.contains(&&*u.lower))
}
