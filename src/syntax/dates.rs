//! Which clause a date goes to.

use crate::syntax::chunk::{Kind, VerbForm};
use crate::syntax::clause::Link;
use crate::syntax::parse::Walk;

impl Walk<'_, '_, '_> {
    /// A date goes to the innermost clause: before its subject, before its verb, or after it.
    pub(super) fn date(&mut self, timex: usize, at: usize) {
        self.reach(at);
        if self.leads(at) {
            self.leading.push(timex);
            return;
        }
        if let Some(told) = self.afterthought(at) {
            self.drafts[told].dates.push(timex);
            return;
        }
        let innermost = self.innermost();
        match (innermost.vg, innermost.subject.is_empty()) {
            (Some(_), _) => innermost.dates.push(timex),
            (None, true) => innermost.fronted_dates.push(timex),
            (None, false) => innermost.inner_dates.push(timex),
        }
    }

    /// "Diallo, who led the coup, *in March 1994*, was arrested": a date between two commas behind a clause that a comma
    /// opened is that clause's, and not that of the verb to come.
    fn afterthought(&self, at: usize) -> Option<usize> {
        let waiting = &self.drafts[self.top()];
        if waiting.vg.is_some() || waiting.subject.is_empty() {
            return None;
        }
        let preposition = matches!(self.kind(at.checked_sub(1)?), Some(Kind::Preposition));
        let comma = at.checked_sub(1 + usize::from(preposition))?;
        let between = matches!((self.kind(comma), self.kind(at + 1)), (Some(Kind::Comma), Some(Kind::Comma)));
        if !between || !self.is_predicate_at(at + 2) {
            return None;
        }
        let set_off = |mut clause: usize| loop {
            let draft = &self.drafts[clause];
            match (draft.set_off, draft.governor) {
                (true, _) => return true,
                (false, Some(governor)) if draft.link == Link::Complement => clause = governor,
                (false, _) => return false,
            }
        };
        let ends_here =
            |clause: &usize| self.drafts[*clause].vg.is_some() && self.drafts[*clause].end == comma;
        (0..self.drafts.len()).rev().find(ends_here).filter(|clause| set_off(*clause))
    }

    /// "and *on Monday* the army attacked", "and *later* met Putin": whether a date behind a conjunction dates what
    /// follows.
    fn leads(&self, at: usize) -> bool {
        let preposition =
            at.checked_sub(1).filter(|p| matches!(self.parse.chunks[*p].kind, Kind::Preposition));
        let left = self.left_of(preposition.unwrap_or(at));
        let joined = left.is_some_and(|l| matches!(self.parse.chunks[l].kind, Kind::Conjunction));
        let follows = match self.kind(at + 1) {
            Some(Kind::Np(_)) => self.predicate(self.past_group(at + 1)).is_some(),
            Some(Kind::Vg(v)) => v.form == VerbForm::Finite || v.form == VerbForm::Participle,
            _ => false,
        };
        joined && follows && self.drafts[self.top()].vg.is_some()
    }

    /// "has been trying to take over the firm *since December*": the clause in the perfect that an infinitive behind it
    /// parts from its date.
    pub(super) fn perfect_above(&self, preposition: usize) -> Option<usize> {
        let verb = |c: usize| self.drafts[c].vg.and_then(|v| self.parse.chunks[v].vg());
        let infinitive = |c: usize| verb(c).is_some_and(|v| v.form == VerbForm::Infinitive);
        let since = self.parse.lower(preposition) == "since" && infinitive(self.top());
        let above = self.stack.iter().rev().copied().find(|c| !infinitive(*c)).filter(|_| since)?;
        verb(above).is_some_and(|v| v.perfect).then_some(above)
    }

    /// "described the events *of today*": a date behind "of" is that of the noun before it, unless the noun is itself a
    /// part of that time: "for much of the past decade".
    pub(super) fn is_of_noun(&self, preposition: usize) -> bool {
        let noun = preposition.checked_sub(1).and_then(|at| self.parse.chunks[at].np());
        let part = |word: &str| {
            matches!(
                word,
                "much"
                    | "most"
                    | "all"
                    | "part"
                    | "half"
                    | "some"
                    | "rest"
                    | "remainder"
                    | "bulk"
                    | "course"
                    | "start"
                    | "beginning"
                    | "middle"
                    | "end"
                    | "days"
                    | "weeks"
                    | "months"
                    | "hours"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "night"
            )
        };
        self.parse.lower(preposition) == "of"
            && noun.is_some_and(|np| !part(&self.parse.units[np.head].lower))
    }
}
