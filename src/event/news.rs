//! What a report tells as its news: an event without a date of its own that is of the day the report is about.
//!
//! A newsroom opens with what has just happened, and tells it in the perfect ("Airbus has won an order"), in the simple
//! past ("Airbus unveiled the jet"), or in a headline's present ("Airbus unveils jet"). The simple past goes on with the
//! story's day until another time is spoken of. The perfect further down ("has won three such orders"), the past perfect
//! and whatever a relative clause adds say only that something was before.

use chrono::NaiveDate;

use crate::event::again;
use crate::event::draft::Draft;
use crate::event::link;
use crate::event::scene::Scene;
use crate::event::story::{Story, is_speech};
use crate::event::{Basis, Status, When};
use crate::syntax::chunk::{Tense, Vg};
use crate::syntax::clause::{Clause, Link};
use crate::syntax::unit::Pos;
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
    aside: &dyn Fn(usize) -> bool,
) -> Option<When> {
    let standing = draft.standing;
    // "was then to meet Prodi": later the same day.
    let verb = draft.clause.and_then(|c| scene.parse.vg(&scene.clauses[c]));
    let due =
        standing.status == Status::Planned && verb.is_some_and(|v| v.scheduled && v.tense == Tense::Past);
    let real = standing.status == Status::Occurred || due;
    let told = draft.tells_clause() && real && !draft.found.frame.lasts;
    // "was relieved of his post, the military said": said behind it, and told as it is.
    let trailing = |c: &usize| {
        let simple = verb.is_some_and(Vg::is_simple_past);
        standing.claimed_by.is_none_or(|by| by > *c && simple)
    };
    let at = draft.clause.filter(|c| told && trailing(c) && !standing.hearsay)?;
    // "The act imposed sanctions": laws and reports act at any time.
    let clause = &scene.clauses[at];
    let named = |np: &usize| scene.parse.head(*np).is_some_and(|u| u.pos == Pos::Name);
    let acts = scene.cast.all(&clause.subject).next().is_some()
        || clause.subject.iter().any(named)
        || scene.parse.is_passive(clause);
    if !acts && !draft.found.frame.event.harms() {
        return None;
    }
    day_of_clause(scene, timexes, story, at, is_speech(draft.found.frame.event), aside)
}

/// The same for a clause, whatever its verb. `aside`: the expressions that it is only measured by,
/// "its first loss *since 1992*".
pub(super) fn day_of_clause(
    scene: &Scene<'_, '_, '_>,
    timexes: &[Timex],
    story: &Story,
    at: usize,
    speech: bool,
    aside: &dyn Fn(usize) -> bool,
) -> Option<When> {
    let clause = &scene.clauses[at];
    // "for two hours"; but "three weeks before the trip" is another time, though nobody knows which.
    let bare = |t: &usize| {
        let timex = &timexes[*t];
        timex.kind == TimexType::Duration && timex.when.is_none() && timex.anchor.is_none()
    };
    // "have been killed after a tram crashed on Wednesday": the news is not of today.
    let other = |w: &When| {
        w.value.granularity <= Granularity::Day && w.value.last().is_some_and(|last| last < scene.on)
    };
    // What a relative clause adds, it adds of its own time.
    let beside = |c: &&Clause| c.link != Link::Relative;
    let elsewhere = || {
        let clauses = scene.clauses.iter().filter(beside);
        clauses.filter_map(|c| link::stated(scene.text, timexes, &c.dates))
    };
    // "At the peak of the war that ended in 2002, the UN deployed ...": the sentence opens at another time.
    let before = |c: &&Clause| c.vg < clause.vg && c.link == Link::Relative;
    let opens = || {
        let clauses =
            scene.clauses.iter().filter(before).filter(|c| !clause.subject.iter().any(|s| *s < c.vg));
        clauses
            .filter_map(|c| link::stated(scene.text, timexes, &c.dates))
            .any(|w| !again::is_news(&w, scene.on))
    };
    let news = is_main(scene, at)
        && clause.dates.iter().all(|t| bare(t) || aside(*t))
        && !is_elsewhen(scene, clause)
        && !is_under_terms(scene, clause)
        && is_news(scene, story, at, speech)
        && !elsewhere().any(|w| other(&w))
        && !opens();
    news.then(|| assumed(story.day_of_story(scene.on).unwrap_or(scene.on)))
}

/// A day that nobody names.
fn assumed(day: NaiveDate) -> When {
    When { value: TimeValue::day(day), basis: Basis::Assumed, expression: None, rule: RULE.into() }
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
fn is_news(scene: &Scene<'_, '_, '_>, story: &Story, at: usize, speech: bool) -> bool {
    let Some(verb) = scene.parse.vg(&scene.clauses[at]) else { return false };
    match verb.tense {
        Tense::Past if is_perfects(scene, at) => story.is_opening(),
        // What people say of it is news, wherever the story has been.
        Tense::Past => !verb.perfect && (speech || !story.is_elsewhere(scene.on)),
        // "The company has said": lately, wherever it stands.
        Tense::Present if verb.perfect => {
            let says = scene.parse.units[verb.head].word.effect.reports;
            story.is_opening() || (says && speech && !story.is_elsewhere(scene.on))
        }
        // "Boeing says": to the newsroom.
        Tense::Present => scene.parse.is_headline() || scene.parse.units[verb.head].word.effect.reports,
        _ => false,
    }
}

/// "has denied any part in it and *dismissed* the findings": a participle that shares the auxiliary before it.
fn is_perfects(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    let clause = &scene.clauses[at];
    let verb = |c: &Clause| scene.parse.vg(c);
    let shares = clause.link == Link::Coordinated && clause.start == clause.vg;
    let governor = clause.governor.filter(|_| shares).and_then(|g| verb(&scene.clauses[g]));
    let alone = verb(clause).is_some_and(|v| scene.parse.chunks[clause.vg].units.len() == 1 && !v.perfect);
    alone && governor.is_some_and(|v| v.perfect && v.tense == Tense::Present)
}

/// "Under the terms of the truce, forces withdrew": what an agreement or a policy had done need not be of today.
fn is_under_terms(scene: &Scene<'_, '_, '_>, clause: &Clause) -> bool {
    const TERMS: &[&str] = &[
        "accord",
        "agreement",
        "constitution",
        "deal",
        "law",
        "pact",
        "plan",
        "policy",
        "rule",
        "rules",
        "ceasefire",
        "settlement",
        "terms",
        "treaty",
        "truce",
    ];
    let parse = scene.parse;
    let head = |np: &usize| parse.head(*np).map(|u| &*u.lower);
    clause.phrases.iter().any(|(p, nps)| {
        parse.lower(*p) == "under"
            && *p < clause.vg
            && nps.iter().filter_map(head).any(|w| TERMS.contains(&w))
    })
}

/// "once", "previously" within the clause.
fn is_elsewhen(scene: &Scene<'_, '_, '_>, clause: &Clause) -> bool {
    let chunks = scene.parse.chunks.get(clause.start..clause.end).unwrap_or_default();
    let mut words = chunks.iter().flat_map(|c| &scene.parse.units[c.units.clone()]);
    words.any(|u| ELSEWHEN.contains(&&*u.lower))
}
