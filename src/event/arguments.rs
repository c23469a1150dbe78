//! What belongs to a clause besides its subject: object, prepositional phrases and dates, after the verb or fronted.

use crate::event::chunk::{Chunk, Kind};
use crate::event::clause::{Clause, Link, Parse};

impl Parse<'_, '_> {
    /// Coordinated noun phrases that begin at `first`, none of which is another clause's subject.
    fn group_right(&self, first: usize, subjects: &[usize]) -> Vec<usize> {
        let mut group = vec![first];
        let mut at = first;
        loop {
            let mut next = at + 1;
            if self.chunks.get(next).is_some_and(Chunk::is_comma)
                && matches!(self.chunks.get(next + 1).map(|c| &c.kind), Some(Kind::Conjunction))
            {
                next += 1;
            }
            let conjunction = matches!(self.chunks.get(next).map(|c| &c.kind), Some(Kind::Conjunction));
            let comma = self.chunks.get(next).is_some_and(Chunk::is_comma);
            let np = self.chunks.get(next + 1).is_some_and(|c| c.np().is_some())
                && !subjects.contains(&(next + 1));
            // A comma alone joins only when the list goes on to an "and".
            let goes_on = comma
                && matches!(
                    self.chunks.get(next + 2).map(|c| &c.kind),
                    Some(Kind::Conjunction | Kind::Comma)
                )
                && self.list_ends_in_and(next + 2);
            if !np || !(conjunction || goes_on) {
                return group;
            }
            group.push(next + 1);
            at = next + 1;
            if conjunction {
                return group;
            }
        }
    }

    fn list_ends_in_and(&self, mut at: usize) -> bool {
        while let Some(chunk) = self.chunks.get(at) {
            match chunk.kind {
                Kind::Conjunction => return self.chunks.get(at + 1).is_some_and(|c| c.np().is_some()),
                Kind::Comma | Kind::Np(_) => at += 1,
                _ => return false,
            }
        }
        false
    }

    /// Object, prepositional phrases and dates after the verb.
    pub(super) fn arguments(&self, clause: &mut Clause, subjects: &[usize]) {
        // "Rice on Monday condemned": a date between subject and verb is the verb's.
        for left in (0..clause.vg).rev() {
            match &self.chunks[left].kind {
                Kind::Timex(timex) => clause.dates.push(*timex),
                Kind::Preposition if matches!(self.chunks[left + 1].kind, Kind::Timex(_)) => {}
                Kind::Adverb => {}
                _ => break,
            }
        }
        let mut at = clause.vg + 1;
        while let Some(chunk) = self.chunks.get(at) {
            match &chunk.kind {
                Kind::Adverb | Kind::Adjective | Kind::Quote => at += 1,
                Kind::Timex(timex) => {
                    clause.dates.push(*timex);
                    at += 1;
                }
                Kind::Np(_) if subjects.contains(&at) => break,
                Kind::Np(_)
                    if clause.object.is_empty() && clause.phrases.iter().all(|(_, nps)| nps.is_empty()) =>
                {
                    clause.object = self.group_right(at, subjects);
                    at = clause.object.last().map_or(at, |l| *l) + 1;
                }
                Kind::Preposition => match self.chunks.get(at + 1).map(|c| &c.kind) {
                    Some(Kind::Np(_)) if !subjects.contains(&(at + 1)) => {
                        let group = self.group_right(at + 1, subjects);
                        let next = group.last().map_or(at + 1, |l| *l) + 1;
                        clause.phrases.push((at, group));
                        at = next;
                    }
                    Some(Kind::Timex(timex)) => {
                        clause.dates.push(*timex);
                        at += 2;
                    }
                    // A particle: "carried out", "pulled back".
                    Some(Kind::Preposition | Kind::Adverb) => {
                        clause.phrases.push((at, Vec::new()));
                        at += 1;
                    }
                    // "the towns in which"
                    Some(Kind::Np(_) | Kind::Vg(_) | Kind::Relative) => break,
                    _ => {
                        clause.phrases.push((at, Vec::new()));
                        at += 1;
                    }
                },
                // "between March 6 and March 10"
                Kind::Conjunction
                    if matches!(self.chunks.get(at + 1).map(|c| &c.kind), Some(Kind::Timex(_))) =>
                {
                    at += 1;
                }
                Kind::Comma => {
                    let next = self.chunks.get(at + 1).map(|c| &c.kind);
                    let after = self.chunks.get(at + 2).map(|c| &c.kind);
                    match (next, after) {
                        // ", hours after they had taken Homs": what follows the date governs it.
                        (Some(Kind::Timex(_)), Some(Kind::Preposition | Kind::Subordinator)) => break,
                        (Some(Kind::Timex(_)), _) | (Some(Kind::Preposition), Some(Kind::Timex(_))) => {
                            at += 1;
                        }
                        _ => break,
                    }
                }
                _ => break,
            }
        }
        clause.end = at;
    }

    /// "Earlier this week, ...", "In October, ...", "After the vote, ...".
    pub(super) fn fronted(&self, clause: &mut Clause) {
        let mut dates = Vec::new();
        let mut phrases = Vec::new();
        let mut at = clause.start;
        while let Some(left) = at.checked_sub(1) {
            match &self.chunks[left].kind {
                Kind::Comma | Kind::Adverb | Kind::Quote => at = left,
                Kind::Timex(timex) => {
                    dates.push(*timex);
                    at = left
                        .checked_sub(1)
                        .filter(|p| matches!(self.chunks[*p].kind, Kind::Preposition))
                        .unwrap_or(left);
                }
                Kind::Np(_) => {
                    let group = self.group_left(left);
                    let preposition =
                        group[0].checked_sub(1).filter(|p| matches!(self.chunks[*p].kind, Kind::Preposition));
                    let Some(preposition) = preposition else { return };
                    at = preposition;
                    phrases.push((preposition, group));
                }
                // "10 March: al-Sharaa signs an agreement", as chronologies are written.
                Kind::Break => {
                    if let Some(Kind::Timex(timex)) = left.checked_sub(1).map(|j| &self.chunks[j].kind) {
                        dates.push(*timex);
                    }
                    break;
                }
                Kind::Stop | Kind::Conjunction | Kind::That => break,
                _ => return,
            }
        }
        // A comma before the subject may close a parenthesis instead; only a run that opens the clause counts.
        clause.dates.extend(dates);
        clause.phrases.extend(phrases);
    }

    /// "this month, when the United States sent forces": the date before "when" is the date of what follows it.
    pub(super) fn dated_relative(&self, clause: &mut Clause) {
        let opener = match clause.link {
            Link::Adverbial(opener) if self.lower(opener) == "when" => opener,
            _ => return,
        };
        let before = (0..opener).rev().find(|j| !self.chunks[*j].is_comma());
        if let Some(Kind::Timex(timex)) = before.map(|j| &self.chunks[j].kind) {
            clause.named = Some(*timex);
        }
    }
}
