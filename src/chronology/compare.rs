//! Two chronologies held against each other: what came, what went, what changed, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::identity::{Finder, keys};
use super::{Article, Chronology, Decision, Event, Extraction, Reference};
use crate::event::{Count, Mention, Participant};
use crate::gazetteer::Gazetteer;

/// A chronology with the decisions it was made by.
#[derive(Debug, Clone, Copy)]
pub struct Side<'c> {
    /// The events and what they rest on.
    pub chronology: &'c Chronology,
    /// A person's word.
    pub decisions: &'c [Decision],
}

/// An event that is not the same on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its place before; none where it has come.
    pub before: Option<usize>,
    /// Its place after; none where it has gone.
    pub after: Option<usize>,
    /// What differs, where it is on both sides.
    pub fields: Vec<FieldChange>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A value that differs; empty where there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name.
    pub field: &'static str,
    /// The value before, as printed.
    pub before: String,
    /// The value after.
    pub after: String,
}

/// Why an event came, went or changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// An article that was not there tells it; its id.
    NewReport(String),
    /// An article that told it is gone.
    ReportGone(String),
    /// An article is read differently, or its text has changed.
    Reread(String),
    /// What another event was told by is now this one's; the other's id before.
    From(String),
    /// What this event was told by is now another's; the other's id after.
    Into(String),
    /// A person has decided on one of its mentions, or has taken back a decision; the mention's id.
    Decided(String),
}

impl Chronology {
    /// What differs between two chronologies, in the order of time.
    ///
    /// Events are the same where they share mentions; what then is left is the same where the merger would make one
    /// event of it, since two collections may tell of one event in articles of their own.
    pub fn compare(before: Side<'_>, after: Side<'_>, gazetteer: &Gazetteer) -> Vec<Change> {
        let (x, y) = (before.chronology, after.chronology);
        let told = Told::new(x, y);
        let mut pairs = told.pairs();
        pairs.extend(alike(x, y, &pairs, gazetteer));
        let ruled = ruled(before, after);
        let cause = Cause { x, y, told: &told, ruled: &ruled };
        let mut changes = Vec::new();
        for (a, b) in &pairs {
            let fields = fields(&x.events[*a], &y.events[*b]);
            let reasons = cause.reasons(Some(*a), Some(*b));
            if !fields.is_empty() {
                changes.push(Change { before: Some(*a), after: Some(*b), fields, reasons });
            }
        }
        let (known, met): (BTreeSet<usize>, BTreeSet<usize>) = pairs.iter().map(|(a, b)| (*a, *b)).unzip();
        for a in (0..x.events.len()).filter(|a| !known.contains(a)) {
            let reasons = cause.reasons(Some(a), None);
            changes.push(Change { before: Some(a), after: None, fields: Vec::new(), reasons });
        }
        for b in (0..y.events.len()).filter(|b| !met.contains(b)) {
            let reasons = cause.reasons(None, Some(b));
            changes.push(Change { before: None, after: Some(b), fields: Vec::new(), reasons });
        }
        let time = |c: &Change| {
            let event = c.after.map(|b| &y.events[b]).or(c.before.map(|a| &x.events[a]));
            let start = event.and_then(|e| e.when).map(|w| (w.first().or(w.last()), w.last()));
            (start.is_none(), start, c.after.is_none(), c.after, c.before)
        };
        changes.sort_by_key(time);
        changes
    }
}

/// Which mentions are the same, and which events tell them.
struct Told {
    /// Each mention's key on either side.
    keys: (Vec<String>, Vec<String>),
    /// The place of each key among the mentions before.
    places: BTreeMap<String, usize>,
    /// The event of each key, where it has one.
    events: (BTreeMap<String, usize>, BTreeMap<String, usize>),
}

impl Told {
    fn new(x: &Chronology, y: &Chronology) -> Self {
        let keys = (keys(&x.mentions), keys(&y.mentions));
        let events = |c: &Chronology, keys: &[String]| {
            let told = c.events.iter().enumerate();
            told.flat_map(|(at, e)| e.mentions.iter().map(move |m| (keys[*m].clone(), at))).collect()
        };
        let places = keys.0.iter().cloned().zip(0..).collect();
        Self { events: (events(x, &keys.0), events(y, &keys.1)), places, keys }
    }

    /// Events that share mentions, each with the one it shares most with.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (key, a) in &self.events.0 {
            if let Some(b) = self.events.1.get(key) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
        let mut ranked: Vec<_> = shared.into_iter().collect();
        ranked.sort_by_key(|((a, b), n)| (std::cmp::Reverse(*n), *a, *b));
        let (mut used_a, mut used_b, mut pairs) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for ((a, b), _) in ranked {
            if !used_a.contains(&a) && !used_b.contains(&b) {
                used_a.insert(a);
                used_b.insert(b);
                pairs.push((a, b));
            }
        }
        pairs
    }
}

/// What is left on both sides and would be one event.
fn alike(
    x: &Chronology,
    y: &Chronology,
    pairs: &[(usize, usize)],
    gazetteer: &Gazetteer,
) -> Vec<(usize, usize)> {
    let left =
        |c: &Chronology, used: BTreeSet<usize>, mark: &str| -> (Vec<Extraction>, BTreeMap<String, usize>) {
            let mut by_article: BTreeMap<String, Vec<Mention>> = BTreeMap::new();
            let mut event_of = BTreeMap::new();
            for (at, event) in c.events.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
                for m in event.mentions.iter().filter_map(|m| c.mentions.get(*m)) {
                    let mut m = m.clone();
                    m.id = format!("{mark}{}", m.id);
                    event_of.insert(m.id.clone(), at);
                    by_article.entry(m.document.clone()).or_default().push(m);
                }
            }
            let extraction = |(id, mentions): (String, Vec<Mention>)| {
                let at = c.articles.binary_search_by(|a| a.id.cmp(&id)).ok()?;
                // The two sides may hold articles of one name that are not one article.
                let article = Article { id: format!("{mark}{id}"), ..c.articles[at].clone() };
                Some(Extraction { article, mentions })
            };
            (by_article.into_iter().filter_map(extraction).collect(), event_of)
        };
    let (mut all, of_x) = left(x, pairs.iter().map(|(a, _)| *a).collect(), "0/");
    let (more, of_y) = left(y, pairs.iter().map(|(_, b)| *b).collect(), "1/");
    if all.is_empty() || more.is_empty() {
        return Vec::new();
    }
    all.extend(more);
    let joint = Chronology::build_with(all, &[], gazetteer);
    let (mut used_a, mut used_b, mut found) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for event in &joint.events {
        let ids = || event.mentions.iter().map(|m| joint.mentions[*m].id.as_str());
        let a = ids().find_map(|id| of_x.get(id)).copied();
        let b = ids().find_map(|id| of_y.get(id)).copied();
        if let (Some(a), Some(b)) = (a, b)
            && !used_a.contains(&a)
            && !used_b.contains(&b)
        {
            used_a.insert(a);
            used_b.insert(b);
            found.push((a, b));
        }
    }
    found
}

/// The mentions that only one side's decisions speak of, by their keys.
fn ruled(before: Side<'_>, after: Side<'_>) -> BTreeSet<String> {
    let named = |decision: &Decision| -> Vec<Reference> {
        match decision {
            Decision::Same(list) | Decision::Different(list) => list.clone(),
            Decision::Reject(one) | Decision::Correct(one, _) => vec![one.clone()],
        }
    };
    let mut ids = BTreeSet::new();
    for (own, other) in [(before, after), (after, before)] {
        let finder = Finder::new(&own.chronology.mentions);
        for decision in own.decisions.iter().filter(|d| !other.decisions.contains(d)) {
            let found = named(decision).into_iter().flat_map(|r| finder.find(&r));
            ids.extend(found.map(|m| own.chronology.mentions[m].id.clone()));
        }
    }
    ids
}

/// What is needed to say why.
struct Cause<'c> {
    x: &'c Chronology,
    y: &'c Chronology,
    told: &'c Told,
    /// Mentions that decisions of one side speak of.
    ruled: &'c BTreeSet<String>,
}

impl Cause<'_> {
    fn reasons(&self, before: Option<usize>, after: Option<usize>) -> Vec<Reason> {
        let mut reasons = BTreeSet::new();
        let told = (&self.told.events.0, &self.told.events.1);
        if let Some(b) = after {
            for m in &self.y.events[b].mentions {
                let (mention, key) = (&self.y.mentions[*m], &self.told.keys.1[*m]);
                match told.0.get(key) {
                    Some(a) if before == Some(*a) => reasons.extend(self.reread(mention, key)),
                    Some(a) => {
                        reasons.insert(Reason::From(self.x.events[*a].id.clone()));
                    }
                    None => {
                        reasons.insert(self.appeared(mention));
                    }
                }
                reasons.extend(self.decided(mention));
            }
        }
        if let Some(a) = before {
            for m in &self.x.events[a].mentions {
                let (mention, key) = (&self.x.mentions[*m], &self.told.keys.0[*m]);
                match told.1.get(key) {
                    Some(b) if after == Some(*b) => {}
                    Some(b) => {
                        reasons.insert(Reason::Into(self.y.events[*b].id.clone()));
                    }
                    None => {
                        reasons.insert(self.vanished(mention));
                    }
                }
                reasons.extend(self.decided(mention));
            }
        }
        reasons.into_iter().collect()
    }

    fn decided(&self, mention: &Mention) -> Option<Reason> {
        self.ruled.contains(&mention.id).then(|| Reason::Decided(mention.id.clone()))
    }

    /// A mention on both sides, of the same event, that says something else.
    fn reread(&self, mention: &Mention, key: &str) -> Option<Reason> {
        let at = *self.told.places.get(key)?;
        let old = &self.x.mentions[at];
        let corrected = |m: &Mention| m.rules.iter().any(|r| r == "decision/correct");
        if old == mention {
            return None;
        }
        Some(if corrected(old) == corrected(mention) {
            Reason::Reread(mention.document.clone())
        } else {
            Reason::Decided(mention.id.clone())
        })
    }

    fn appeared(&self, mention: &Mention) -> Reason {
        let known = self.x.articles.binary_search_by(|a| a.id.as_str().cmp(&mention.document)).is_ok();
        if !known {
            return Reason::NewReport(mention.document.clone());
        }
        // Rejected before, or not read.
        let there = self.x.mentions.iter().any(|m| m.id == mention.id);
        if there { Reason::Decided(mention.id.clone()) } else { Reason::Reread(mention.document.clone()) }
    }

    fn vanished(&self, mention: &Mention) -> Reason {
        let known = self.y.articles.binary_search_by(|a| a.id.as_str().cmp(&mention.document)).is_ok();
        if !known {
            return Reason::ReportGone(mention.document.clone());
        }
        let there = self.y.mentions.iter().any(|m| m.id == mention.id);
        if there { Reason::Decided(mention.id.clone()) } else { Reason::Reread(mention.document.clone()) }
    }
}

/// How a field is printed.
type Show<'s> = &'s dyn Fn(&Event) -> String;

/// The fields in which two events differ.
fn fields(a: &Event, b: &Event) -> Vec<FieldChange> {
    let names = |list: &[Participant]| list.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ");
    let when = |e: &Event| {
        let basis = e.basis.map(|b| format!(" ({})", b.name())).unwrap_or_default();
        e.when.map(|w| format!("{}{basis}", w.edtf)).unwrap_or_default()
    };
    let count = |c: Option<Count>| match c {
        None => String::new(),
        Some(Count { min, max: Some(max) }) if min == max => min.to_string(),
        Some(Count { min, max: Some(max) }) => format!("{min}-{max}"),
        Some(Count { min, max: None }) => format!("at least {min}"),
    };
    let conflicts = |e: &Event| e.conflicts.iter().map(|c| c.field.name()).collect::<Vec<_>>().join(", ");
    let place = |e: &Event| e.place.as_ref().map(|p| p.name.to_string()).unwrap_or_default();
    let show: [(&'static str, Show<'_>); 13] = [
        ("when", &when),
        ("type", &|e| e.event.name().to_owned()),
        ("mode", &|e| e.mode.as_ref().map(|m| m.0.to_string()).unwrap_or_default()),
        ("status", &|e| e.status.name().to_owned()),
        ("claimed_by", &|e| e.claimed_by.as_deref().unwrap_or_default().to_owned()),
        ("actors", &|e| names(&e.actors)),
        ("recipients", &|e| names(&e.recipients)),
        ("place", &place),
        ("dead", &|e| count(e.dead)),
        ("injured", &|e| count(e.injured)),
        ("summary", &|e| e.summary.clone()),
        ("sources", &|e| e.sources.join(", ")),
        ("conflicts", &conflicts),
    ];
    let mut fields: Vec<FieldChange> = show
        .iter()
        .map(|(field, of)| FieldChange { field, before: of(a), after: of(b) })
        .filter(|c| c.before != c.after)
        .collect();
    if a.mentions.len() != b.mentions.len() {
        let (before, after) = (a.mentions.len().to_string(), b.mentions.len().to_string());
        fields.push(FieldChange { field: "mentions", before, after });
    }
    fields
}
