//! Where verbs go: into a clause that waits for one, or into a clause of their own.

use crate::gazetteer::Sense;
use crate::syntax::chunk::{Kind, VerbForm, Vg};
use crate::syntax::clause::Link;
use crate::syntax::lexicon::Tags;
use crate::syntax::parse::{Walk, is_predicate};
use crate::syntax::unit::Pos;

impl Walk<'_, '_, '_> {
    /// A verb group.
    pub(super) fn verb(&mut self, at: usize, vg: Vg) -> usize {
        match vg.form {
            VerbForm::Infinitive => self.infinitive(at),
            VerbForm::Gerund => self.gerund(at),
            VerbForm::Participle if self.is_reduced(at, &vg) => self.reduced(at),
            VerbForm::Finite | VerbForm::Participle => return self.finite(at),
        }
        at + 1
    }

    /// Gives the innermost clause its verb.
    fn complete(&mut self, at: usize) {
        let innermost = self.innermost();
        innermost.vg = Some(at);
        innermost.end = at + 1;
        if innermost.subject.is_empty() {
            innermost.start = at;
        }
    }

    /// A finite verb: the clause that waits for it, the second half of a coordination, or a clause whose subject was
    /// taken for an object.
    fn finite(&mut self, at: usize) -> usize {
        let left = self.left_of(at);
        let left_kind = left.map(|l| &self.parse.chunks[l].kind);
        if self.drafts[self.top()].vg.is_none() {
            // ", said Peskov": the subject follows.
            if self.drafts[self.top()].subject.is_empty()
                && let Some(next) = self.inverted(at)
            {
                return next;
            }
            self.complete(at);
            return at + 1;
        }
        if matches!(left_kind, Some(Kind::Conjunction)) {
            self.share_subject(at);
            return at + 1;
        }
        if self.is_reported(left, at) {
            let top = self.top();
            let subject = self.drafts[top].subject.clone();
            let clause = self.open(Link::Complement, Some(top), at);
            self.drafts[clause].subject = subject;
            self.complete(at);
            return at + 1;
        }
        if matches!(left_kind, Some(Kind::Comma | Kind::Dash))
            && matches!(self.parse.chunks[left.unwrap_or(0).saturating_sub(1)].kind, Kind::Conjunction)
        {
            self.share_subject(at);
            return at + 1;
        }
        // "The rebels who took the city *fled*": the main clause still waits.
        let waiting = self.stack.iter().rev().copied().find(|c| {
            let draft = &self.drafts[*c];
            draft.vg.is_none() && !draft.subject.is_empty()
        });
        if let Some(waiting) = waiting {
            self.close_above(waiting);
            self.complete(at);
            return at + 1;
        }
        if let Some(next) = self.inverted(at) {
            return next;
        }
        if let Some(subject) = self.last_noun(left) {
            let top = self.top();
            let clause = self.open(Link::Complement, Some(top), subject[0]);
            self.drafts[clause].subject = subject;
        } else {
            self.share_subject(at);
            return at + 1;
        }
        self.complete(at);
        at + 1
    }

    /// "were reported *killed*", "is feared *drowned*": what is said of the subject of a passive verb of saying.
    fn is_reported(&self, left: Option<usize>, at: usize) -> bool {
        let bare = self.parse.chunks[at].vg().is_some_and(|v| v.form == VerbForm::Participle);
        let said = left.and_then(|l| self.parse.chunks[l].vg()).is_some_and(|v| {
            let effect = self.parse.units[v.head].word.effect;
            v.passive && (effect.reports || effect.doubts)
        });
        bare && said && self.drafts[self.top()].vg == left
    }

    /// The noun phrases right before a verb, taken back from the clause that has them as object.
    fn last_noun(&mut self, left: Option<usize>) -> Option<Vec<usize>> {
        let left = left.filter(|l| self.is_np(*l))?;
        let innermost = self.innermost();
        if innermost.second.last() == Some(&left) {
            return Some(std::mem::take(&mut innermost.second));
        }
        if innermost.object.last() == Some(&left) {
            return Some(std::mem::take(&mut innermost.object));
        }
        None
    }

    /// A verb that shares the subject of the clause it is joined to.
    fn share_subject(&mut self, at: usize) {
        let top = self.top();
        let finite = |c: usize| {
            let draft = &self.drafts[c];
            draft.vg.is_some_and(|vg| is_predicate(&self.parse.chunks[vg]))
        };
        // What still waits for its verb cannot be passed: "those who attacked and *killed* five were arrested".
        let floor = self.stack.iter().rposition(|c| self.drafts[*c].vg.is_none()).map_or(0, |p| p + 1);
        let open = &self.stack[floor.min(self.stack.len() - 1)..];
        // "condemned a bombing in which five were killed and *called on*": like is joined to like, an active past to
        // an active past; where nothing is alike, the main clause goes on.
        let alike = |c: usize| {
            let verb = |at: usize| self.parse.chunks[at].vg().map(|v| (v.tense, v.passive));
            finite(c) && self.drafts[c].vg.and_then(verb) == verb(at)
        };
        let main = |c: usize| finite(c) && !matches!(self.drafts[c].link, Link::Relative | Link::Participial);
        let inner = || open.iter().rev().copied();
        let partner = inner()
            .find(|c| alike(*c))
            .or_else(|| inner().find(|c| main(*c)))
            .or_else(|| inner().find(|c| finite(*c)))
            .unwrap_or(top);
        self.close_above(partner);
        if self.stack.len() > 1 || self.drafts[partner].vg.is_some() {
            self.stack.pop();
        }
        let clause = self.open(Link::Coordinated, Some(partner), at);
        self.drafts[clause].subject = self.drafts[partner].subject.clone();
        self.drafts[clause].set_off = self.drafts[partner].set_off;
        self.complete(at);
    }

    /// "..., said Peskov": a reporting verb whose subject follows it.
    fn inverted(&mut self, at: usize) -> Option<usize> {
        let vg = self.parse.chunks[at].vg()?;
        let reports = self.parse.units[vg.head].word.effect.reports && !vg.passive;
        let before = at.checked_sub(1).map(|l| &self.parse.chunks[l].kind);
        let behind_speech = matches!(before, Some(Kind::Comma | Kind::Quote));
        if !(reports && behind_speech && self.is_np(at + 1)) {
            return None;
        }
        let (group, next) = self.group(at + 1);
        // "..., said the plan had failed": what follows is told, not who tells it.
        if self.kind(next).is_some() && is_predicate(&self.parse.chunks[next]) {
            return None;
        }
        self.stack.truncate(1);
        self.stack.pop();
        let clause = self.open(Link::Main, None, at);
        self.drafts[clause].subject = group;
        self.complete(at);
        self.innermost().end = next;
        Some(next)
    }

    /// A bare participle that describes a noun instead of telling what it did: "the rebels *backed* by Turkey".
    fn is_reduced(&self, at: usize, vg: &Vg) -> bool {
        let top = &self.drafts[self.top()];
        let unit = &self.parse.units[vg.head];
        let left = self.left_of(at).map(|l| &self.parse.chunks[l].kind);
        if matches!(left, Some(Kind::Conjunction)) {
            // "was captured and killed by": joined to a participle it is one too.
            let partner = top.vg.and_then(|v| self.parse.chunks[v].vg());
            return partner.is_some_and(|p| p.form == VerbForm::Participle && unit.pos == Pos::Participle)
                && top.link == Link::Participial;
        }
        if unit.pos == Pos::Participle {
            return true;
        }
        // "drove" and "took" are no participles.
        if !unit.word.tags.any(Tags::PARTICIPLE) && unit.word.tags.any(Tags::PAST) {
            return false;
        }
        // "who fled to Serbia", "the deal the two sides signed": their verb is never missing.
        let relative = top.vg.is_none() && (top.link == Link::Relative && !top.subject.is_empty());
        if relative || matches!(left, Some(Kind::Relative | Kind::That)) {
            return false;
        }
        let behind = self.kind(at + 1);
        let passive_tail = matches!(behind, Some(Kind::Preposition | Kind::Timex(_)));
        match (top.vg, left) {
            // The innermost clause waits for a verb: this is it, unless another follows that would have no subject.
            (None, _) if top.subject.is_empty() => passive_tail,
            // "a bus, *believed* to be overloaded, crashed"
            (None, Some(Kind::Comma | Kind::Dash)) => {
                let to = matches!(behind, Some(Kind::Vg(v)) if v.form == VerbForm::Infinitive);
                (passive_tail || to) && self.verb_follows(at)
            }
            (None, _) => passive_tail && self.verb_follows(at),
            // "captured towns *held* by rebels"; "said rebels *captured* towns" has opened its clause by now.
            (Some(_), Some(Kind::Np(_))) => {
                !self.is_waiting() || self.holds_comma() || (passive_tail && self.verb_follows(at))
            }
            (Some(_), Some(Kind::Comma | Kind::Dash)) => passive_tail && !self.is_waiting(),
            (Some(_), _) => false,
        }
    }

    /// Whether a comma must still come before the verb that an outer clause waits for.
    fn holds_comma(&self) -> bool {
        let waiting = self.stack.iter().rposition(|c| self.drafts[*c].vg.is_none());
        waiting.is_some_and(|w| self.stack[w + 1..].iter().any(|c| self.drafts[*c].set_off))
    }

    /// Whether an outer clause still has a subject and no verb.
    pub(super) fn is_waiting(&self) -> bool {
        self.stack.iter().any(|c| self.drafts[*c].vg.is_none() && !self.drafts[*c].subject.is_empty())
    }

    /// Whether a finite verb follows the phrases behind a participle, and none of them opens a clause of its own.
    fn verb_follows(&self, at: usize) -> bool {
        let set_off =
            self.left_of(at).is_some_and(|l| matches!(self.parse.chunks[l].kind, Kind::Comma | Kind::Dash));
        let mut after = at + 1;
        while let Some(kind) = self.kind(after) {
            match kind {
                Kind::Adverb | Kind::Timex(_) | Kind::Quote => after += 1,
                Kind::Preposition => match self.kind(after + 1) {
                    Some(Kind::Timex(_)) => after += 2,
                    Some(Kind::Np(_)) => {
                        let next = self.past_group(after + 1);
                        let clause = crate::syntax::parse::may_open_clause(self.parse.lower(after));
                        if clause && self.kind(next).is_some_and(|k| matches!(k, Kind::Vg(_))) {
                            return false;
                        }
                        after = next;
                    }
                    _ => after += 1,
                },
                Kind::Vg(later) if matches!(later.form, VerbForm::Infinitive) => after += 1,
                Kind::Vg(_) => return is_predicate(&self.parse.chunks[after]),
                // ", arrested on Monday": another participle; ", seized the palace": the next of a row of verbs.
                Kind::Comma
                    if matches!(self.kind(after + 1), Some(Kind::Vg(_)))
                        && (set_off || !self.is_np(after + 2)) =>
                {
                    after += 1;
                }
                _ => return false,
            }
        }
        false
    }

    fn reduced(&mut self, at: usize) {
        let left = self.left_of(at);
        let top = self.top();
        let described = left.filter(|l| self.is_np(*l)).or_else(|| {
            // "the general, *backed* by troops, ..."
            left.filter(|l| matches!(self.parse.chunks[*l].kind, Kind::Comma | Kind::Dash))
                .and_then(|l| l.checked_sub(1))
                .filter(|l| self.is_np(*l) && self.drafts[top].vg.is_none())
        });
        let set_off = matches!(left.map(|l| &self.parse.chunks[l].kind), Some(Kind::Comma | Kind::Dash));
        // "once based in Mali", "if attacked": the clause that its subordinator opened.
        if matches!(self.drafts[top].link, Link::Adverbial(opener) if left == Some(opener))
            && self.drafts[top].vg.is_none()
        {
            self.complete(at);
            self.innermost().start = at;
            return;
        }
        let clause = self.open(Link::Participial, Some(top), at);
        self.drafts[clause].subject = match described {
            Some(np) => vec![np],
            None => self.drafts[top].subject.clone(),
        };
        self.drafts[clause].set_off = set_off;
        self.complete(at);
        self.innermost().start = at;
    }

    /// Whether a noun phrase is a place's name that says where: "in Abidjan".
    fn is_where(&self, at: usize) -> bool {
        let named = self.parse.head(at);
        let place = named.is_some_and(|u| u.senses.iter().any(|s| matches!(s, Sense::Place(..))));
        place && at > 0 && matches!(self.parse.lower(at - 1), "in" | "at" | "near" | "outside" | "across")
    }

    /// "after signing", ", leaving ...", "troops fighting in ...", "began shelling".
    fn gerund(&mut self, at: usize) {
        let left = self.left_of(at);
        let top = self.top();
        let owner = self.drafts[top].subject.clone();
        match left.map(|l| &self.parse.chunks[l].kind) {
            Some(Kind::Np(_)) => {
                let clause = self.open(Link::Participial, Some(top), at);
                // "blocked roads in Abidjan demanding his return": a place demands nothing.
                let place = left.is_some_and(|l| self.is_where(l));
                self.drafts[clause].subject = if place { owner } else { left.into_iter().collect() };
            }
            Some(Kind::Preposition | Kind::Subordinator) => {
                let opener = left.unwrap_or(at);
                let timed = matches!(
                    self.parse.lower(opener),
                    "after"
                        | "before"
                        | "since"
                        | "while"
                        | "when"
                        | "by"
                        | "in"
                        | "on"
                        | "without"
                        | "despite"
                        | "following"
                );
                // "a plan of restoring", "accused Syria of violating": what it completes stands before the preposition.
                let noun = opener.checked_sub(1).filter(|n| self.is_np(*n));
                let link = if timed { Link::Adverbial(opener) } else { Link::Complement };
                if matches!(self.drafts[top].link, Link::Adverbial(o) if o == opener)
                    && self.drafts[top].vg.is_none()
                {
                    self.stack.pop();
                    self.drafts[top].governor = None;
                }
                let governor = self.top();
                let clause = self.open(link, Some(governor), at);
                self.drafts[clause].subject = owner;
                self.drafts[clause].of_noun = noun;
            }
            Some(Kind::Conjunction) => {
                // "shelling the town and killing five": as its neighbour.
                let (link, governor, subject) = {
                    let neighbour = &self.drafts[top];
                    let gerund = neighbour.vg.is_some_and(|v| {
                        self.parse.chunks[v].vg().is_some_and(|v| v.form == VerbForm::Gerund)
                    });
                    if gerund {
                        (neighbour.link, neighbour.governor, neighbour.subject.clone())
                    } else {
                        (Link::Participial, Some(top), owner)
                    }
                };
                let clause = self.open(link, governor, at);
                self.drafts[clause].subject = subject;
            }
            Some(Kind::Vg(_)) => {
                let clause = self.open(Link::Complement, Some(top), at);
                self.drafts[clause].subject = owner;
            }
            before => {
                let set_off = matches!(before, Some(Kind::Comma | Kind::Dash));
                // A participial clause hangs on the last finite clause.
                let main = self
                    .stack
                    .iter()
                    .rev()
                    .copied()
                    .find(|c| self.drafts[*c].vg.is_none_or(|v| is_predicate(&self.parse.chunks[v])));
                // "said that troops had left, *accusing* Damascus of lies": whoever speaks goes on speaking.
                let speaker = self
                    .stack
                    .iter()
                    .copied()
                    .find(|c| self.speaks(*c))
                    .filter(|_| set_off && self.is_said(at));
                let governor = speaker.or(main).unwrap_or(top);
                let clause = self.open(Link::Participial, Some(governor), at);
                let subject = self.drafts[governor].subject.clone();
                self.drafts[clause].subject = subject;
                self.drafts[clause].set_off = set_off;
            }
        }
        self.complete(at);
        self.innermost().start = at;
    }

    /// Whether the verb of a clause reports what its complement says.
    fn speaks(&self, clause: usize) -> bool {
        let verb = self.drafts[clause].vg.and_then(|v| self.parse.chunks[v].vg());
        let reports = verb.is_some_and(|v| self.parse.units[v.head].word.effect.reports);
        reports && self.drafts.iter().any(|d| d.governor == Some(clause) && d.link == Link::Complement)
    }

    /// Whether a verb group says something: "adding", "accusing", "vowing".
    fn is_said(&self, at: usize) -> bool {
        const STEMS: &[&str] =
            &["accus", "blam", "condemn", "denounc", "criticis", "criticiz", "prais", "express", "call"];
        let Some(verb) = self.parse.chunks[at].vg().map(|v| &self.parse.units[v.head]) else { return false };
        let effect = verb.word.effect;
        effect.reports || effect.wishes || verb.has_stem(STEMS)
    }

    /// "agreed to withdraw", "to visit Moscow and meet Putin", "the plan to withdraw".
    fn infinitive(&mut self, at: usize) {
        let left = self.left_of(at);
        let top = self.top();
        let is_infinitive = |c: usize| {
            let vg = self.drafts[c].vg.and_then(|v| self.parse.chunks[v].vg());
            vg.is_some_and(|v| v.form == VerbForm::Infinitive)
        };
        if matches!(left.map(|l| &self.parse.chunks[l].kind), Some(Kind::Conjunction))
            && let Some(neighbour) = self.stack.iter().rev().copied().find(|c| is_infinitive(*c))
        {
            let Self { drafts, .. } = self;
            let twin = &drafts[neighbour];
            let (link, governor, subject, of_noun) =
                (twin.link, twin.governor, twin.subject.clone(), twin.of_noun);
            self.close_above(neighbour);
            self.stack.pop();
            let clause = self.open(link, governor, at);
            self.drafts[clause].subject = subject;
            self.drafts[clause].of_noun = of_noun;
            self.complete(at);
            self.innermost().start = at;
            return;
        }
        let noun = left.filter(|l| self.is_np(*l));
        // "the failure of the parties to agree": they are who fails to.
        let owned = noun.filter(|n| {
            *n >= 2 && matches!(self.parse.lower(n - 1), "of" | "by" | "from") && self.has_content(n - 2)
        });
        let clause = self.open(Link::Complement, Some(top), at);
        self.drafts[clause].subject = owned.map_or_else(|| self.drafts[top].subject.clone(), |n| vec![n]);
        self.drafts[clause].of_noun = owned.map(|n| n - 2).or(noun);
        self.complete(at);
        self.innermost().start = at;
    }

    /// Whether a noun says what becomes of what completes it: "plan", "failure", "call".
    fn has_content(&self, np: usize) -> bool {
        let head = self.parse.head(np);
        head.is_some_and(|u| u.word.content.is_some())
    }
}
