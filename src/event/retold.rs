//! The same event told again in one article: what one mention says, the others need not.
//!
//! "Gunmen killed five people in Netanya on Monday. ... The attack was condemned by Israel": the attack has the day,
//! the place and the parties of the killing.

use chrono::NaiveDate;

use crate::event::again::{is_news, same_stem};
use crate::event::{Basis, EventType, Mention, Participant, PlaceRef, Status, link};

/// What the reader remembers of a mention besides what the mention itself says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "the independent features of a mention")]
pub(super) struct Trace {
    /// Its trigger is a noun.
    pub(super) nominal: bool,
    /// "the attack", "his visit": the text takes for granted that there is one.
    pub(super) definite: bool,
    /// A state of affairs that goes on.
    pub(super) lasts: bool,
    /// "the *other* sanctions", "a *new* attack": told apart from what was told before.
    pub(super) other: bool,
    /// Somebody is accused of it, which does not say that they did it.
    pub(super) alleged: bool,
    /// The first mention of what is taken for the same event.
    pub(super) chain: usize,
}

/// How many mentions back a noun still points.
const REACH: usize = 40;

/// Lets the last mention take what an earlier one of the same event says, and lend it what it says itself.
pub(super) fn join(mentions: &mut [Mention], traces: &mut [Trace], on: NaiveDate) {
    let Some(last) = mentions.len().checked_sub(1) else { return };
    traces[last].chain = last;
    let (earlier, new) = mentions.split_at_mut(last);
    let new = &mut new[0];
    let from = last.saturating_sub(REACH);
    let candidates = (from..last).filter(|i| is_same(&earlier[*i], new, traces[last]));
    // The one whose time is stated, of the news before what is looked back on ("struck on Thursday, two weeks after bombs
    // destroyed the embassy": "the attack"), else one that has parties to lend, else the nearest.
    let fresh = |m: &Mention| m.when.as_ref().is_some_and(|w| is_news(w, on));
    let lends = |m: &Mention| bare(new) && !bare(m);
    let best =
        candidates.max_by_key(|i| (says_when(&earlier[*i]), fresh(&earlier[*i]), lends(&earlier[*i]), *i));
    let Some(at) = best else { return };
    traces[last].chain = traces[at].chain;
    let old = &mut earlier[at];
    if says_when(old) && !says_when(new) {
        let carried = old.when.as_ref().map(|w| link::carried(w, "link/told-again"));
        // "fighting broke out in 2002 ... the conflict": it goes on since.
        let goes_on = traces[last].lasts && new.status == Status::Ongoing;
        new.when = if goes_on { carried.map(link::since) } else { carried };
        new.rules.push("time:link/told-again".into());
    } else if is_of_a_day(old) && !says_when(new) && new.status == Status::Occurred {
        new.when.clone_from(&old.when);
    }
    if new.place.is_none() {
        new.place = old.place.clone().map(PlaceRef::carried);
    }
    if old.place.is_none() {
        old.place = new.place.clone().map(PlaceRef::carried);
    }
}

/// Lets all mentions of one event say who took part, where one of them does.
///
/// Later ones take it from the first before them, earlier ones from the first after them that names someone known.
pub(super) fn share_parties(mentions: &mut [Mention], traces: &[Trace]) {
    let chain_of = |at: &usize| traces[*at].chain;
    let mut order: Vec<usize> = (0..traces.len()).collect();
    order.sort_by_key(chain_of);
    let chains = order.chunk_by(|a, b| chain_of(a) == chain_of(b)).filter(|chain| chain.len() > 1);
    let members = chains.flat_map(|chain| chain.iter().enumerate().map(move |(n, at)| (chain, n, *at)));
    for (chain, n, at) in members {
        let (before, after) = (chain[..n].iter().rev().copied(), chain[n + 1..].iter().copied());
        let known = |people: &[Participant]| {
            !people.is_empty() && people.iter().all(|p| p.code.is_some() || p.acts_for.is_some())
        };
        for side in [Side::Actors, Side::Recipients] {
            let (own, other) = (side.of(&mentions[at]), side.opposite().of(&mentions[at]));
            if !own.is_empty() {
                continue;
            }
            let fits = |i: &usize| {
                let theirs = side.of(&mentions[*i]);
                let said = matches!(side, Side::Recipients) || !traces[*i].alleged;
                said && !theirs.is_empty() && !shares(theirs, other)
            };
            let told = before.clone().find(fits);
            let told = told.or_else(|| after.clone().filter(|i| known(side.of(&mentions[*i]))).find(fits));
            if let Some(from) = told {
                let people = side.of(&mentions[from]).iter().cloned().map(Participant::carried).collect();
                *side.of_mut(&mut mentions[at]) = people;
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Side {
    Actors,
    Recipients,
}

impl Side {
    const fn opposite(self) -> Self {
        match self {
            Self::Actors => Self::Recipients,
            Self::Recipients => Self::Actors,
        }
    }

    fn of(self, mention: &Mention) -> &[Participant] {
        match self {
            Self::Actors => &mention.actors,
            Self::Recipients => &mention.recipients,
        }
    }

    const fn of_mut(self, mention: &mut Mention) -> &mut Vec<Participant> {
        match self {
            Self::Actors => &mut mention.actors,
            Self::Recipients => &mut mention.recipients,
        }
    }
}

/// It names nobody.
fn bare(mention: &Mention) -> bool {
    mention.actors.is_empty() && mention.recipients.is_empty()
}

/// It happened, on some day or after it: that of the article's news, where nobody says it.
fn is_of_a_day(mention: &Mention) -> bool {
    let first = mention.when.as_ref().and_then(|w| w.value.first());
    mention.status == Status::Occurred && first.is_some()
}

fn says_when(mention: &Mention) -> bool {
    mention.when.as_ref().is_some_and(|w| w.basis != Basis::Assumed)
}

/// Whether `new` tells of the event that `old` told of.
fn is_same(old: &Mention, new: &Mention, trace: Trace) -> bool {
    if trace.other || old.event != new.event || old.sentence.span.start > new.sentence.span.start {
        return false;
    }
    let real = |m: &Mention| matches!(m.status, Status::Occurred | Status::Ongoing);
    if old.status != new.status && !(real(old) && real(new)) {
        return false;
    }
    if (says_when(old) && says_when(new) && !meet(old, new)) || apart(old, new) {
        return false;
    }
    let parties = (&old.actors, &old.recipients, &new.actors, &new.recipients);
    let agree = |a: &[Participant], b: &[Participant]| a.is_empty() || b.is_empty() || shares(a, b);
    if !agree(parties.0, parties.2) || !agree(parties.1, parties.3) {
        return false;
    }
    let shared = shares(parties.0, parties.2) || shares(parties.1, parties.3);
    let stem = same_stem(&old.trigger.text, &new.trigger.text) || new.event == EventType::Election;
    // "the killing" points back to who was killed; "the attack" to any assault.
    let foreign = !parties.3.is_empty() && parties.1.is_empty();
    let general = trace.definite && is_general(&new.trigger.text) && !foreign;
    // Two who met in this story met once, unless told of another day.
    let mutual = matches!(new.event, EventType::Consult | EventType::Agree)
        && old.mode == new.mode
        && new.actors.len() + new.recipients.len() > 1
        && everyone(new).all(|x| everyone(old).any(|y| is_same_party(x, y)));
    (trace.nominal && trace.definite && (stem || general || shared)) || (stem && shared) || mutual
}

fn everyone(mention: &Mention) -> impl Iterator<Item = &Participant> {
    mention.actors.iter().chain(&mention.recipients)
}

/// Whether the text puts the two in different places: two towns, not a town and a country.
pub(super) fn apart(a: &Mention, b: &Mention) -> bool {
    let (Some(x), Some(y)) = (&a.place, &b.place) else { return false };
    let stated = |p: &PlaceRef| p.basis == Basis::Stated && p.code != p.country;
    stated(x) && stated(y) && x.name != y.name
}

/// Whether their times, so far as they are told, can be one.
pub(super) fn meet(a: &Mention, b: &Mention) -> bool {
    let (Some(x), Some(y)) = (&a.when, &b.when) else { return true };
    x.value.interval().intersect(&y.value.interval()).is_some()
}

/// Whether one is named in both.
fn shares(a: &[Participant], b: &[Participant]) -> bool {
    a.iter().any(|x| b.iter().any(|y| is_same_party(x, y)))
}

/// By name or by whom they act for; "people" here need not be "people" there.
fn is_same_party(x: &Participant, y: &Participant) -> bool {
    (x.name == y.name && x.is_named())
        || x.acts_for.as_ref() == Some(&y.name)
        || y.acts_for.as_ref() == Some(&x.name)
        || (x.acts_for.is_some() && x.acts_for == y.acts_for)
}

/// Nouns that stand for any event of their type.
fn is_general(noun: &str) -> bool {
    const GENERAL: &[&str] = &[
        "accord",
        "agreement",
        "assault",
        "attack",
        "attacks",
        "bombing",
        "deal",
        "decision",
        "election",
        "elections",
        "incident",
        "inquiry",
        "enquiry",
        "investigation",
        "meeting",
        "move",
        "negotiations",
        "operation",
        "poll",
        "probe",
        "protest",
        "protests",
        "sanctions",
        "strike",
        "strikes",
        "summit",
        "talks",
        "trial",
        "trip",
        "unrest",
        "violence",
        "visit",
        "vote",
        "war",
        "conflict",
        "crisis",
        "clashes",
        "fighting",
        "raid",
        "raids",
        "blast",
        "explosion",
        "killing",
        "killings",
        "murder",
        "assassination",
        "truce",
        "ceasefire",
        "embargo",
        "appointment",
    ];
    GENERAL.iter().any(|general| general.eq_ignore_ascii_case(noun))
}
