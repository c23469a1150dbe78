//! A person's decisions, applied to the mentions they name.

use std::collections::BTreeMap;

use super::identity::Finder;
use super::{Correction, Decision, Reference};
use crate::event::{Basis, Mention, PlaceRef, When};
use crate::gazetteer::Gazetteer;
use crate::time::TimeValue;

/// What was decided, by mention index.
#[derive(Debug, Default)]
pub(super) struct Judge {
    /// Pairs of one event, with the decision's number; the pairs of one decision hang together.
    pub(super) same: Vec<(usize, usize, usize)>,
    /// For each mention the decisions that set it apart: their number and the mention's place in their list.
    apart: BTreeMap<usize, Vec<(usize, usize)>>,
    /// What a person put right, later decisions over earlier ones.
    pub(super) corrected: BTreeMap<usize, Correction>,
}

impl Judge {
    /// Reads decisions; a decision on a mention that is not there says nothing.
    ///
    /// Rejected mentions are marked in `rejected`.
    pub(super) fn new(decisions: &[Decision], mentions: &[Mention], rejected: &mut [bool]) -> Self {
        let finder = Finder::new(mentions);
        let find = |wanted: &Reference| finder.find(wanted);
        let mut judge = Self::default();
        // Numbered from 1: 0 stands for the scores, which every decision outranks.
        for (number, decision) in (1..).zip(decisions) {
            match decision {
                Decision::Same(ids) => {
                    let all: Vec<usize> = ids.iter().flat_map(find).collect();
                    if let Some((&first, rest)) = all.split_first() {
                        judge.same.extend(rest.iter().map(|&m| (first, m, number)));
                    }
                }
                Decision::Different(ids) => {
                    for (place, id) in ids.iter().enumerate() {
                        for mention in find(id) {
                            judge.apart.entry(mention).or_default().push((number, place));
                        }
                    }
                }
                Decision::Reject(id) => find(id).into_iter().for_each(|m| rejected[m] = true),
                Decision::Correct(id, correction) => {
                    for mention in find(id) {
                        judge.corrected.entry(mention).or_default().put(correction);
                    }
                }
            }
        }
        judge
    }

    /// Whether a decision later than `number` sets some of `xs` apart from some of `ys`.
    pub(super) fn parts(&self, xs: &[usize], ys: &[usize], number: usize) -> bool {
        if self.apart.is_empty() {
            return false;
        }
        let words = |list: &[usize]| -> Vec<(usize, usize)> {
            list.iter().filter_map(|m| self.apart.get(m)).flatten().copied().collect()
        };
        let (xs, ys) = (words(xs), words(ys));
        xs.iter().any(|x| x.0 > number && ys.iter().any(|y| x.0 == y.0 && x.1 != y.1))
    }
}

impl Correction {
    fn put(&mut self, later: &Self) {
        let Self { when, event, status, place, summary } = later.clone();
        self.when = when.or(self.when);
        self.event = event.or(self.event);
        self.status = status.or(self.status);
        self.place = place.or_else(|| self.place.take());
        self.summary = summary.or_else(|| self.summary.take());
    }

    /// Whether the mention says all of this already.
    pub(super) fn is_met_by(&self, mention: &Mention) -> bool {
        self.when.is_none_or(|edtf| mention.when.as_ref().is_some_and(|w| w.value.edtf == edtf))
            && self.event.is_none_or(|event| mention.event == event)
            && self.status.is_none_or(|status| mention.status == status)
            && self
                .place
                .as_ref()
                .is_none_or(|place| mention.place.as_ref().is_some_and(|p| p.name == *place))
            && self.summary.as_ref().is_none_or(|summary| mention.summary == *summary)
    }

    /// The mention as a person put it right. Its quotes stay as the article has them.
    pub(super) fn apply(&self, mention: &mut Mention, gazetteer: &Gazetteer) {
        const RULE: &str = "decision/correct";
        if let Some(edtf) = self.when {
            let expression = mention.when.take().and_then(|w| w.expression);
            let value = TimeValue { edtf, granularity: edtf.granularity(), modifier: None };
            mention.when = Some(When { value, basis: Basis::Stated, expression, rule: RULE.into() });
        }
        if let Some(event) = self.event {
            if event != mention.event {
                mention.mode = None;
            }
            mention.event = event;
        }
        mention.status = self.status.unwrap_or(mention.status);
        if let Some(name) = &self.place {
            let span = mention.place.as_ref().map_or(mention.trigger.span, |p| p.span);
            mention.place = Some(PlaceRef::typed(gazetteer, name, span));
        }
        if let Some(summary) = &self.summary {
            mention.summary.clone_from(summary);
        }
        mention.rules.push(RULE.into());
    }
}
