//! What is wrong with a person's decisions, seen together.

use std::collections::BTreeSet;

use crate::store::schema::{DecisionRow, MentionRef};

/// Decisions that contradict each other or give no reason.
pub(super) fn faults(rows: &[DecisionRow]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut say = |fault: String| faults.push(fault);
    let mut same = Groups::default();
    for row in rows {
        if let DecisionRow::Same { mentions, .. } = row {
            same.join(mentions);
        }
    }
    let mut rejected = BTreeSet::new();
    for (i, row) in rows.iter().enumerate() {
        let number = i + 1;
        let (kind, _, reason) = parts(row);
        if reason.trim().is_empty() {
            say(format!("decision {number} ({kind}) gives no reason"));
        }
        match row {
            DecisionRow::Same { mentions, .. } | DecisionRow::Different { mentions, .. }
                if mentions.len() < 2 =>
            {
                say(format!("decision {number} ({kind}) needs two mentions or more"));
            }
            DecisionRow::Different { mentions, .. } => {
                for (j, a) in mentions.iter().enumerate() {
                    for b in &mentions[j + 1..] {
                        let (a, b) = (&a.0.id, &b.0.id);
                        if a == b || same.together(a, b) {
                            say(format!(
                                "decision {number} (Different) parts `{a}` and `{b}`, which another one joins"
                            ));
                        }
                    }
                }
            }
            DecisionRow::Reject { mention, .. } => {
                rejected.insert(mention.0.id.as_str());
            }
            _ => {}
        }
    }
    for (i, row) in rows.iter().enumerate() {
        let (kind, ids, _) = parts(row);
        let ids = ids.iter().map(|m| m.0.id.as_str());
        for id in ids.filter(|id| kind != "Reject" && rejected.contains(id)) {
            say(format!("decision {} ({kind}) speaks of `{id}`, which another one rejects", i + 1));
        }
    }
    faults
}

/// The name of a decision, whom it is about, and its reason.
pub(super) fn parts(row: &DecisionRow) -> (&'static str, &[MentionRef], &str) {
    match row {
        DecisionRow::Same { mentions, reason, .. } => ("Same", mentions, reason),
        DecisionRow::Different { mentions, reason, .. } => ("Different", mentions, reason),
        DecisionRow::Reject { mention, reason, .. } => ("Reject", std::slice::from_ref(mention), reason),
        DecisionRow::Correct { mention, reason, .. } => ("Correct", std::slice::from_ref(mention), reason),
    }
}

/// Mentions that decisions join, also by way of others.
#[derive(Default)]
struct Groups(Vec<BTreeSet<String>>);

impl Groups {
    fn join(&mut self, mentions: &[MentionRef]) {
        let mut group: BTreeSet<String> = mentions.iter().map(|m| m.0.id.clone()).collect();
        self.0.retain(|other| {
            let apart = other.is_disjoint(&group);
            if !apart {
                group.extend(other.iter().cloned());
            }
            apart
        });
        self.0.push(group);
    }

    fn together(&self, a: &str, b: &str) -> bool {
        self.0.iter().any(|g| g.contains(a) && g.contains(b))
    }
}
