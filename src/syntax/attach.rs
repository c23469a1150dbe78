//! Where noun phrases, prepositional phrases and dates go.

use crate::gazetteer::{NameKind, Sense};
use crate::syntax::chunk::{Kind, VerbForm};
use crate::syntax::clause::Link;
use crate::syntax::lexicon::{AgentKind, Tags};
use crate::syntax::parse::{Walk, is_predicate, may_open_clause};
use crate::syntax::unit::{Pos, Unit};

impl Walk<'_, '_, '_> {
    /// Coordinated noun phrases that begin at `first` ("France, Germany and the UK"), and the chunk after them.
    pub(super) fn group(&self, first: usize) -> (Vec<usize>, usize) {
        let mut group = vec![first];
        let mut at = first + 1;
        loop {
            at = self.past_brackets(at);
            match (self.kind(at), self.kind(at + 1)) {
                (Some(Kind::Conjunction), Some(Kind::Np(_))) if self.parse.lower(at) != "but" => {
                    group.push(at + 1);
                    return (group, self.past_brackets(at + 2));
                }
                (Some(Kind::Comma), Some(Kind::Conjunction)) if group.len() > 1 && self.is_np(at + 2) => {
                    group.push(at + 2);
                    return (group, self.past_brackets(at + 3));
                }
                (Some(Kind::Comma), Some(Kind::Np(_))) if self.continues(&group, at + 1) => {
                    // "Sudan's army chief, General Burhan, and his rival": one man.
                    if !self.is_title_of(at - 1, at + 1) {
                        group.push(at + 1);
                    }
                    at += 2;
                }
                _ => return (group, at),
            }
        }
    }

    /// The chunk after the noun phrases that begin at `first`.
    pub(super) fn past_group(&self, first: usize) -> usize {
        match self.kind(first + 1) {
            Some(Kind::Conjunction | Kind::Comma | Kind::Open) => self.group(first).1,
            _ => first + 1,
        }
    }

    /// Whether a list goes on with the noun phrase behind a comma.
    fn continues(&self, group: &[usize], next: usize) -> bool {
        let states = group.len() > 1 && group.iter().chain([&next]).all(|np| self.is_state(*np));
        states || self.ends_in_and(next)
    }

    /// Whether a description of one person stands before their name: "the army chief, General Burhan".
    fn is_title_of(&self, description: usize, name: usize) -> bool {
        let head = |np: usize| self.parse.head(np);
        let described = head(description).is_some_and(|u| {
            u.word.agent.is_some_and(|a| a.kind != AgentKind::Group) && !u.word.tags.any(Tags::PLURAL)
        });
        described && head(name).is_some_and(|u| u.pos == Pos::Name)
    }

    /// Behind an abbreviation in brackets: "the Palestinian National Authority (PNA)".
    fn past_brackets(&self, at: usize) -> usize {
        match (self.kind(at), self.kind(at + 1), self.kind(at + 2)) {
            (Some(Kind::Open), Some(Kind::Np(_)), Some(Kind::Close)) => at + 3,
            _ => at,
        }
    }

    /// Whether a list of noun phrases from here on comes to an "and" and its last member; states need none ("Iran,
    /// Libya, Sudan, and with exemptions, Cuba").
    fn ends_in_and(&self, first: usize) -> bool {
        let mut at = first;
        let mut phrases = 0;
        let mut states = first >= 2 && self.is_state(first - 2);
        loop {
            if !self.is_np(at) || phrases > 8 {
                return false;
            }
            phrases += 1;
            states &= self.is_state(at);
            let listed = states && phrases > 1;
            at = self.past_brackets(at + 1);
            match self.kind(at) {
                Some(Kind::Conjunction) => return self.is_np(at + 1),
                Some(Kind::Comma) if matches!(self.kind(at + 1), Some(Kind::Conjunction)) => {
                    return listed || self.is_np(at + 2);
                }
                Some(Kind::Comma) => at += 1,
                _ => return listed,
            }
        }
    }

    /// Whether a noun phrase is a state's name.
    fn is_state(&self, np: usize) -> bool {
        let head = self.parse.head(np);
        head.is_some_and(|u| {
            u.pos == Pos::Name && u.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::Name)))
        })
    }

    /// The finite verb that noun phrases ending before `at` are the subject of: adverbs, dates, prepositional
    /// phrases and what stands between two commas aside.
    pub(super) fn predicate(&self, at: usize) -> Option<usize> {
        self.verb_after(at, true)
    }

    fn verb_after(&self, mut at: usize, over_commas: bool) -> Option<usize> {
        for _ in 0..24 {
            match self.kind(at)? {
                // "lawmakers loyal to Maduro elected"
                Kind::Adverb | Kind::Quote | Kind::Timex(_) | Kind::Adjective => at += 1,
                Kind::Vg(_) if is_predicate(&self.parse.chunks[at]) => return Some(at),
                Kind::Preposition => match self.kind(at + 1)? {
                    Kind::Timex(_) => at += 2,
                    Kind::Np(_) => at = self.past_group(at + 1),
                    _ => return None,
                },
                Kind::Open => {
                    at = (at..self.stop).find(|j| matches!(self.kind(*j), Some(Kind::Close)))? + 1;
                }
                Kind::Comma if over_commas => at = self.past_commas(at)?,
                _ => return None,
            }
        }
        None
    }

    /// Behind the second of two commas, if a finite verb follows it.
    fn past_commas(&self, open: usize) -> Option<usize> {
        let close = (open + 1..open + 24)
            .take_while(|j| self.kind(*j).is_some_and(|k| !matches!(k, Kind::Break | Kind::Stop)))
            .find(|j| matches!(self.kind(*j), Some(Kind::Comma)))?;
        let mut after = close + 1;
        while matches!(self.kind(after), Some(Kind::Adverb | Kind::Timex(_) | Kind::Quote)) {
            after += 1;
        }
        let parenthetic = matches!(
            self.kind(open + 1),
            Some(
                Kind::Np(_)
                    | Kind::Relative
                    | Kind::Vg(_)
                    | Kind::Preposition
                    | Kind::Adverb
                    | Kind::Adjective
            )
        );
        (parenthetic && self.kind(after).is_some() && is_predicate(&self.parse.chunks[after]))
            .then_some(close + 1)
    }

    /// Whether a verb's form leaves no doubt that it is finite: "attacks", "was", "has attacked"; "attacked" may be
    /// a participle.
    fn is_plainly_finite(&self, at: usize) -> bool {
        self.parse.chunks[at].vg().is_some_and(|v| v.form == VerbForm::Finite)
    }

    /// A noun phrase that no preposition governs.
    pub(super) fn noun(&mut self, at: usize) -> usize {
        let (mut group, mut next) = self.group(at);
        let awaits = self.drafts[self.top()].vg.is_none();
        // "met Putin and Lavrov said": the second is the subject of what follows; but "said US and British forces must".
        let top = self.top();
        let both = !awaits && self.speaks_only(top) && self.drafts[top].object.is_empty();
        if group.len() == 2
            && !awaits
            && !both
            && self.verb_after(next, false).is_some_and(|v| self.is_plainly_finite(v) || v == next)
        {
            group.truncate(1);
            next = at + 1;
        }
        // "Obasanjo, who chairs the union, Mbeki and Tandja met": the list is the outer clause's.
        if group.len() > 1 && self.is_set_off() && self.is_predicate_at(next) {
            group.truncate(1);
            next = at + 1;
        }
        if awaits { self.subject(at, group, next) } else { self.behind_verb(at, group, next) }
    }

    /// Whether the innermost clause is a relative one that a comma opened, so that one closes it before the verb that
    /// the outer clause waits for.
    pub(super) fn is_set_off(&self) -> bool {
        let inner = &self.drafts[self.top()];
        let outer = self.stack.len().checked_sub(2).map(|i| &self.drafts[self.stack[i]]);
        inner.set_off
            && inner.link == Link::Relative
            && inner.vg.is_some()
            && outer.is_some_and(|o| o.vg.is_none())
    }

    pub(super) fn is_predicate_at(&self, at: usize) -> bool {
        self.kind(at).is_some() && is_predicate(&self.parse.chunks[at])
    }

    /// A noun phrase in a clause that waits for its verb.
    fn subject(&mut self, at: usize, group: Vec<usize>, next: usize) -> usize {
        let left = self.left_of(at).map(|l| &self.parse.chunks[l].kind);
        let after_comma = matches!(left, Some(Kind::Comma | Kind::Dash));
        let after_and = matches!(left, Some(Kind::Conjunction));
        let leads_on = self.predicate(next).is_some();
        let innermost = self.innermost();
        let Some(last) = innermost.subject.last().copied() else {
            innermost.subject = group;
            innermost.start = at;
            return next;
        };
        let closes = matches!(self.kind(next), Some(Kind::Comma | Kind::Dash));
        let verb_next = matches!(self.kind(next), Some(Kind::Vg(_)));
        let innermost = self.innermost();
        if after_and || (after_comma && leads_on && !closes && group.len() > 1) {
            // "the head of the army and his deputy met"
            innermost.subject.extend(group);
        } else if after_comma && verb_next {
            // "A former colony, Ivory Coast has been divided": no comma closes it, so the name is the subject.
            let innermost = self.innermost();
            innermost.subject = group;
            innermost.start = at;
            self.appositions.push((at, last));
        } else if after_comma || !leads_on {
            self.appositions.push((last, at));
        } else if innermost.link == Link::Relative {
            // "the deal that on Monday Iran ...": the relative word was the object after all.
            innermost.gap = std::mem::replace(&mut innermost.subject, group);
        } else {
            // "the deal the two sides signed": a relative clause without its word.
            let governor = Some(self.top());
            let clause = self.open(Link::Relative, governor, at);
            self.drafts[clause].subject = group;
            self.drafts[clause].gap = vec![last];
        }
        next
    }

    /// A noun phrase in a clause that has its verb.
    fn behind_verb(&mut self, at: usize, group: Vec<usize>, next: usize) -> usize {
        let left = self.left_of(at);
        let left_kind = left.map(|l| &self.parse.chunks[l].kind);
        let verb = self.predicate(next);
        let top = self.top();
        match left_kind {
            Some(Kind::Conjunction) => {
                if verb.is_some() {
                    self.coordinate(at, group);
                } else if self.drafts[top].object.is_empty() || !self.drafts[top].phrases.is_empty() {
                    // "visits to Moscow and a summit in Kyiv": what it is joined to decides the nominal reading.
                    let innermost = self.innermost();
                    match innermost.phrases.last_mut() {
                        Some((_, nps)) if !nps.is_empty() => nps.extend(group),
                        _ => innermost.object.extend(group),
                    }
                } else {
                    self.innermost().object.extend(group);
                }
                return next;
            }
            Some(Kind::Comma | Kind::Dash) => {
                if verb.is_some() {
                    self.after_comma(at, group);
                } else if let Some(last) = left.and_then(|l| l.checked_sub(1)).filter(|l| self.is_np(*l)) {
                    self.appositions.push((last, at));
                }
                return next;
            }
            _ => {}
        }
        let bare = |v: usize| self.is_plainly_finite(v) && v == next && !self.is_waiting();
        // "the prisoners it wished to see", "said he had left": a pronoun in this case is a subject.
        let nominative = self.parse.head(at).is_some_and(|u| is_nominative(&u.lower));
        if nominative && group.len() == 1 && self.is_predicate_at(next) {
            let relative = left.filter(|l| self.is_np(*l) && !self.takes_clause(top));
            let link = if relative.is_some() { Link::Relative } else { Link::Complement };
            let clause = self.open(link, Some(top), at);
            self.drafts[clause].subject = group;
            self.drafts[clause].gap = relative.into_iter().collect();
            return next;
        }
        // "threatened action in a speech *beamed* by satellite": what is far off and passive is no predicate of it.
        // "demanded his removal at talks *aimed* at peace": only what is said or thought may be in the past.
        let said = self.drafts[top].vg.and_then(|v| self.parse.chunks[v].vg()).is_some_and(|v| {
            let effect = self.parse.units[v.head].word.effect;
            effect.reports || effect.doubts || effect.negates
        });
        let far = |v: usize| !self.is_plainly_finite(v) && (!said || (v > next && self.is_reduced_here(v)));
        let opens = verb.is_some_and(|v| (self.takes_clause(top) && !far(v)) || bare(v));
        if opens {
            let clause = self.open(Link::Complement, Some(top), at);
            self.drafts[clause].subject = group;
            return next;
        }
        let innermost = self.innermost();
        if innermost.object.is_empty() {
            innermost.object = group;
        } else if innermost.second.is_empty() {
            innermost.second = group;
        }
        if innermost.end == at {
            innermost.end = next;
        }
        next
    }

    /// Whether a clause's verb takes a clause and no noun: "said", but not "declared".
    fn speaks_only(&self, clause: usize) -> bool {
        const VERBS: &[&str] = &[
            "say", "says", "said", "saying", "think", "thinks", "thought", "believe", "believes", "believed",
            "hope",
        ];
        let verb = self.drafts[clause].vg.and_then(|vg| self.parse.chunks[vg].vg());
        verb.is_some_and(|v| VERBS.contains(&&*self.parse.units[v.head].lower))
    }

    /// Whether a clause's verb may be followed by another clause without "that": "said rebels had attacked".
    fn takes_clause(&self, clause: usize) -> bool {
        let draft = &self.drafts[clause];
        let Some(verb) = draft.vg.and_then(|vg| self.parse.chunks[vg].vg()) else { return false };
        let effect = self.parse.units[verb.head].word.effect;
        (effect.reports || effect.wishes || effect.doubts || effect.negates || effect.plans)
            && !verb.passive
            && self.waits_for_clause(clause)
    }

    fn waits_for_clause(&self, clause: usize) -> bool {
        !self.drafts.iter().any(|d| d.governor == Some(clause) && d.link == Link::Complement)
    }

    /// A clause with a subject of its own behind a conjunction.
    fn coordinate(&mut self, at: usize, group: Vec<usize>) {
        let top = self.top();
        let inner = |link: Link| matches!(link, Link::Relative | Link::Participial);
        let partner = if self.drafts[top].link == Link::Complement {
            top
        } else {
            self.stack.iter().rev().copied().find(|c| !inner(self.drafts[*c].link)).unwrap_or(top)
        };
        self.close_above(partner);
        // "said that A had resigned and B had been named": the same governor as its neighbour.
        let (link, governor) = match self.drafts[partner].link {
            Link::Complement => (Link::Complement, self.drafts[partner].governor),
            _ => (Link::Coordinated, Some(partner)),
        };
        self.stack.pop();
        let clause = self.open(link, governor, at);
        self.drafts[clause].subject = group;
    }

    /// A clause with a subject of its own behind a comma: an attribution, what somebody says, or the next clause.
    fn after_comma(&mut self, at: usize, group: Vec<usize>) {
        let speaker = self.stack.iter().rev().copied().find(|c| self.waits_for_speech(*c));
        let quoted = at.checked_sub(1).is_some_and(|l| matches!(self.parse.chunks[l].kind, Kind::Quote));
        self.stack.truncate(1);
        let (link, governor) = match speaker.filter(|_| quoted) {
            Some(speaker) => (Link::Complement, Some(speaker)),
            None => (Link::Main, None),
        };
        self.stack.pop();
        let clause = self.open(link, governor, at);
        self.drafts[clause].subject = group;
    }

    /// Closes every clause above `partner` on the stack.
    pub(super) fn close_above(&mut self, partner: usize) {
        while self.stack.len() > 1 && self.top() != partner {
            self.stack.pop();
        }
    }

    /// "and *in Herat* gunmen killed two": a phrase of place behind a conjunction that opens a clause with a subject.
    fn opens_second(&mut self, at: usize) {
        let joined =
            at.checked_sub(1).is_some_and(|l| matches!(self.parse.chunks[l].kind, Kind::Conjunction));
        if !joined || self.drafts[self.top()].vg.is_none() || self.is_waiting() {
            return;
        }
        let mut next = self.past_group(at + 1);
        if matches!(self.kind(next), Some(Kind::Comma)) {
            next += 1;
        }
        if self.is_np(next) && self.predicate(self.past_group(next)).is_some() {
            self.coordinate(at, Vec::new());
        }
    }

    /// A prepositional phrase, a preposition that opens a clause, or a particle.
    pub(super) fn preposition(&mut self, at: usize) -> usize {
        match self.kind(at + 1) {
            Some(Kind::Timex(timex)) => {
                let timex = *timex;
                self.reach(at);
                if let Some(perfect) = self.perfect_above(at) {
                    self.drafts[perfect].dates.push(timex);
                    self.reach(at + 1);
                } else if self.is_of_noun(at) {
                    self.reach(at + 1);
                } else {
                    self.date(timex, at + 1);
                }
                at + 2
            }
            Some(Kind::Np(_)) => {
                self.opens_second(at);
                let (mut group, mut next) = self.group(at + 1);
                if may_open_clause(self.parse.lower(at))
                    && self.predicate(next).is_some_and(|v| self.opens(at, next, v))
                {
                    self.adverbial(at);
                    let innermost = self.innermost();
                    innermost.subject = group;
                    innermost.start = at + 1;
                    return next;
                }
                let awaits = self.drafts[self.top()].vg.is_none();
                // "a visit to Moscow and Putin said": the second is the subject of what follows; but "a treaty signed
                // with Poland and Estonia was torn up" has its subject already.
                if group.len() == 2
                    && !awaits
                    && !self.is_waiting()
                    && self.verb_after(next, false).is_some_and(|v| v == next || self.is_plainly_finite(v))
                {
                    group.truncate(1);
                    next = at + 2;
                }
                self.phrase(at, group, next);
                next
            }
            // "after signing", "in which": what follows looks back here.
            Some(Kind::Vg(_) | Kind::Relative) => at + 1,
            _ => {
                self.phrase(at, Vec::new(), at + 1);
                at + 1
            }
        }
    }

    /// Whether a preposition governs the clause whose verb is at `verb`, not the noun phrase alone: "since his forces
    /// toppled Assad"; but "after the attack launched by Israel".
    fn opens(&self, _preposition: usize, next: usize, verb: usize) -> bool {
        // "after a tram, believed to be too fast, crashed": behind what stands between two commas.
        let resumed =
            verb > next + 1 && [next, verb - 1].iter().all(|c| matches!(self.kind(*c), Some(Kind::Comma)));
        if self.is_plainly_finite(verb) || resumed {
            // "After the talks the minister left": the verb may be the main clause's own.
            return verb == next
                || !self.drafts[self.top()].subject.is_empty()
                || self.drafts[self.top()].vg.is_some()
                || self.comma_behind(verb);
        }
        if verb == next {
            // "after protesters *led by students* burst into parliament": the clause's own verb is still to come.
            let later = || self.verb_after(verb + 1, false).filter(|_| !self.is_waiting());
            return !self.is_reduced_here(verb) || later().is_some();
        }
        // "as thousands of protesters stormed it", "after bombs on four trains killed 200 people": it acts, if the verb
        // has an object of its own.
        let phrases = matches!(self.kind(next), Some(Kind::Preposition)) && self.is_np(next + 1);
        phrases && self.is_np(verb + 1) && !self.is_reduced_here(verb)
    }

    /// Whether a comma and another clause follow: "After rebels took Homs, Assad fled".
    fn comma_behind(&self, verb: usize) -> bool {
        let comma = (verb + 1..self.stop).find(|j| matches!(self.kind(*j), Some(Kind::Comma)));
        comma.is_some_and(|c| (c + 1..self.stop).any(|j| is_predicate(&self.parse.chunks[j])))
    }

    /// Whether a bare participle has what a passive needs, an agent or a date, rather than an object.
    fn is_reduced_here(&self, verb: usize) -> bool {
        let by = matches!(self.kind(verb + 1), Some(Kind::Preposition)) && self.parse.lower(verb + 1) == "by";
        let head = self.parse.chunks[verb].vg().map(|v| self.parse.units[v.head].pos);
        by || head == Some(Pos::Participle)
    }

    pub(super) fn phrase(&mut self, preposition: usize, group: Vec<usize>, next: usize) {
        let verb = self.drafts[self.top()].vg.filter(|vg| vg + 1 == preposition);
        let verb = verb.and_then(|vg| self.parse.chunks[vg].vg()).filter(|vg| !vg.passive);
        let parted =
            verb.is_some_and(|v| is_parted(&self.parse.units[v.head], self.parse.lower(preposition)));
        let innermost = self.innermost();
        if innermost.vg.is_some() {
            if innermost.end == preposition {
                innermost.end = next;
            }
            innermost.phrases.push((preposition, group.clone()));
            if parted && innermost.object.is_empty() {
                innermost.object = group;
            }
        } else if innermost.subject.is_empty() {
            innermost.fronted.push((preposition, group));
        }
    }
}

fn is_nominative(pronoun: &str) -> bool {
    matches!(pronoun, "he" | "she" | "it" | "they" | "we" | "i")
}

/// "called *off* the visit", "blew *up* two bridges": not so much a preposition as a part of the
/// verb, whose object follows.
fn is_parted(verb: &Unit<'_>, particle: &str) -> bool {
    let stems: &[&str] = match particle {
        "off" => {
            &["call", "put", "break", "broke", "fend", "stav", "shrug", "ward", "fight", "fought", "cut"]
        }
        "out" => &["carr", "wip", "driv", "drove", "hand", "knock", "rul"],
        "over" => &["tak", "took", "hand"],
        "up" => &["blow", "blew", "round", "set", "break", "broke", "step", "beef", "shor"],
        "down" => {
            &["shoot", "shot", "shut", "bring", "brought", "gun", "hunt", "track", "turn", "tear", "tore"]
        }
        _ => &[],
    };
    verb.has_stem(stems)
}
