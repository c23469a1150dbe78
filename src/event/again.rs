//! The same event told again in one article: what is dated once need not be dated each time.

use chrono::{NaiveDate, TimeDelta as Days};

use crate::event::retold::apart;
use crate::event::{Basis, EventType, Mention, Participant, Status, When, link};
use crate::time::Granularity;

/// Dates mentions that have only the article's day from a dated mention of the same event, before or after them.
///
/// The same type, the same word or, for a vote, any word for it, and a participant in common; where the dated ones
/// disagree, nothing is carried: telling recurring events apart is the chronology's work.
pub(super) fn carry(mentions: &mut [Mention], on: NaiveDate) {
    for at in 0..mentions.len() {
        let mention = &mentions[at];
        let undated = mention.when.as_ref().is_some_and(|w| w.basis == Basis::Assumed);
        if !undated || !matches!(mention.status, Status::Occurred | Status::Ongoing) {
            continue;
        }
        let known = |m: &Mention, w: &When| {
            let day = w.value.first().is_some() && w.value.last().is_some();
            w.basis == Basis::Stated || (w.basis == Basis::Carried && day && dies_once(m, mention))
        };
        let mut dated = mentions
            .iter()
            .filter(|m| is_same(m, mention, on))
            .filter_map(|m| m.when.as_ref().filter(|w| known(m, w)));
        let Some(first) = dated.next() else { continue };
        if dated.all(|w| w.value == first.value) {
            let carried = link::carried(first, "link/told-again");
            mentions[at].when = Some(carried);
        }
    }
}

/// "the 2007 elections ... elections are due in July": a year's vote is that of which the text tells the month.
pub(super) fn narrow_votes(mentions: &mut [Mention]) {
    let vote = |m: &Mention| m.event == EventType::Election;
    for at in 0..mentions.len() {
        let year = mentions[at].when.as_ref().filter(|w| w.value.granularity == Granularity::Year);
        let Some(year) = year.filter(|_| vote(&mentions[at])).map(|w| w.value.interval()) else { continue };
        let within = |w: &&When| {
            w.basis != Basis::Assumed
                && w.value.granularity < Granularity::Year
                && w.value.interval().intersect(&year).is_some_and(|both| both == w.value.interval())
        };
        let mut finer = mentions.iter().filter(|m| vote(m)).filter_map(|m| m.when.as_ref()).filter(within);
        let Some(first) = finer.next() else { continue };
        if finer.all(|w| w.value == first.value) {
            let carried = link::carried(first, "link/told-again");
            mentions[at].when = Some(carried);
        }
    }
}

/// Whether a time is that of the article's own news: of its last seven days.
pub(super) fn is_news(when: &When, on: NaiveDate) -> bool {
    when.value.first().is_some_and(|first| first <= on && on - first <= Days::days(7))
}

fn is_same(dated: &Mention, other: &Mention, on: NaiveDate) -> bool {
    if dated.event != other.event || !matches!(dated.status, Status::Occurred | Status::Ongoing) {
        return false;
    }
    // A vote, a death, an appointment of one person: once, whatever it is called.
    let once = match dated.event {
        EventType::Election | EventType::Death => true,
        EventType::Office => dated.mode.is_some() && dated.mode == other.mode,
        _ => false,
    };
    let words = || once || same_stem(&dated.trigger.text, &other.trigger.text) || dies_once(dated, other);
    // An accident or a vote in the news is told of as a whole, its victims or voters named or not.
    let nameless = || {
        (dated.event == EventType::Election || (dated.event.harms() && dated.mode == other.mode))
            && dated.when.as_ref().is_some_and(|w| is_news(w, on))
            && (party(other).next().is_none() || party(dated).next().is_none())
    };
    let shared = || party(other).any(|p| party(dated).any(|q| p == q));
    words() && !apart(dated, other) && (nameless() || shared())
}

/// Whom it befell.
fn dead(mention: &Mention) -> &[Participant] {
    if mention.recipients.is_empty() { &mention.actors } else { &mention.recipients }
}

/// "the murder of Hariri", "Hariri's killing": nobody dies twice.
fn dies_once(one: &Mention, other: &Mention) -> bool {
    let kills = |m: &Mention| {
        m.event == EventType::Death
            || m.mode.as_ref().is_some_and(|mode| matches!(&*mode.0, "killing" | "assassination" | "execute"))
    };
    kills(one)
        && kills(other)
        && dead(one)
            .iter()
            .any(|p| is_person(p) && dead(other).iter().any(|q| q.code == p.code && q.name == p.name))
}

/// Without an entry, a name of several words is taken for a person's.
fn is_person(p: &Participant) -> bool {
    p.is_named() && p.is_listed_person().unwrap_or_else(|| p.name.contains(' '))
}

/// What tells those apart who are in it.
fn party(mention: &Mention) -> impl Iterator<Item = &str> {
    let named = mention.actors.iter().chain(&mention.recipients).filter(|p| p.is_named());
    named.map(|p| p.code.as_deref().unwrap_or(&p.name))
}

/// "elections" and "election", "toppled" and "toppling": the first four letters agree, or all of a shorter word; and
/// "flew" is of "flight".
pub(super) fn same_stem(a: &str, b: &str) -> bool {
    const ODD: &[(&str, &str)] = &[
        ("flew", "flight"),
        ("flies", "flight"),
        ("flown", "flight"),
        ("fly", "flight"),
        ("flying", "flight"),
        ("sell", "sale"),
        ("sold", "sale"),
        ("selling", "sale"),
        ("slain", "slaying"),
        ("slew", "slaying"),
        ("fought", "fight"),
    ];
    let regular =
        |word: &str| ODD.iter().find(|(odd, _)| odd.eq_ignore_ascii_case(word)).map(|(_, noun)| *noun);
    let [a, b] =
        [a, b].map(|word| regular(word).unwrap_or(word).chars().flat_map(char::to_lowercase).take(4));
    a.eq(b)
}
