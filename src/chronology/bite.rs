//! Which of a person's decisions still change something.

use std::collections::BTreeSet;

use super::identity::Finder;
use super::{Chronology, Decision, Extraction, Reference, collect};
use crate::gazetteer::Gazetteer;

/// Why a decision changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idle {
    /// There are no such mentions; these are the ids.
    Gone(Vec<String>),
    /// The chronology would be the same without it.
    Needless,
}

impl Chronology {
    /// The decisions that no longer bite, by their place in the list, and why.
    pub fn idle(
        extractions: &[Extraction],
        decisions: &[Decision],
        gazetteer: &Gazetteer,
    ) -> Vec<(usize, Idle)> {
        if decisions.is_empty() {
            return Vec::new();
        }
        let (_, mentions, _) = collect(extractions.to_vec());
        let finder = Finder::new(&mentions);
        let with = Self::build_with(extractions.to_vec(), decisions, gazetteer);
        let plain = Self::build_with(extractions.to_vec(), &[], gazetteer);
        let mut idle = Vec::new();
        for (at, decision) in decisions.iter().enumerate() {
            let gone: Vec<String> =
                named(decision).iter().filter(|r| finder.find(r).is_empty()).map(|r| r.id.clone()).collect();
            if !gone.is_empty() {
                idle.push((at, Idle::Gone(gone)));
                continue;
            }
            let suspect = match decision {
                Decision::Reject(_) => false,
                Decision::Correct(mention, correction) => {
                    let found = finder.find(mention);
                    found.iter().all(|m| correction.is_met_by(&mentions[*m]))
                }
                Decision::Same(list) => {
                    let all = list.iter().flat_map(|r| finder.find(r));
                    all.map(|m| plain.event_of(m)).collect::<BTreeSet<_>>().len() == 1
                }
                Decision::Different(list) => {
                    let events: Vec<_> =
                        list.iter().flat_map(|r| finder.find(r)).map(|m| plain.event_of(m)).collect();
                    events.iter().collect::<BTreeSet<_>>().len() == events.len()
                }
            };
            // Decisions lean on each other: only the whole chronology without this one tells.
            if suspect {
                let mut others = decisions.to_vec();
                others.remove(at);
                let without = Self::build_with(extractions.to_vec(), &others, gazetteer);
                if without.events == with.events {
                    idle.push((at, Idle::Needless));
                }
            }
        }
        idle
    }
}

fn named(decision: &Decision) -> &[Reference] {
    match decision {
        Decision::Same(list) | Decision::Different(list) => list,
        Decision::Reject(one) | Decision::Correct(one, _) => std::slice::from_ref(one),
    }
}
