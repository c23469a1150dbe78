//! The words that open a clause: relatives, "that", subordinators.

use crate::syntax::chunk::Kind;
use crate::syntax::clause::Link;
use crate::syntax::inflect::singular;
use crate::syntax::parse::Walk;
use crate::syntax::unit::Pos;
use crate::text::Class;

/// Nouns whose content a that-clause tells.
const TELLING: &[&str] = &[
    "fact",
    "idea",
    "allegation",
    "accusation",
    "evidence",
    "proof",
    "possibility",
    "likelihood",
    "risk",
    "danger",
    "sign",
    "suggestion",
    "news",
    "rumour",
    "rumor",
    "condition",
    "conclusion",
    "speculation",
    "assurance",
    "ground",
    "indication",
    "view",
    "opinion",
    "belief",
    "impression",
    "charge",
    "argument",
    "assertion",
    "threat",
];

impl Walk<'_, '_, '_> {
    /// "who", "which", "where": a relative clause behind a noun, an indirect question behind a verb.
    pub(super) fn relative(&mut self, at: usize) -> usize {
        let left = at.checked_sub(1);
        let comma = left.is_some_and(|l| matches!(self.parse.chunks[l].kind, Kind::Comma | Kind::Dash));
        let before = if comma { left.and_then(|l| l.checked_sub(1)) } else { left };
        let word = self.parse.lower(at);
        if word == "when" {
            return self.subordinator(at);
        }
        if let Some(named) = self.named_thing(at).filter(|_| word == "what") {
            return self.thing(at, named);
        }
        let relative = matches!(word, "who" | "which" | "whom" | "whose" | "where" | "that");
        let governed = before.is_some_and(|b| matches!(self.parse.chunks[b].kind, Kind::Preposition));
        let antecedent = if governed {
            before.and_then(|b| b.checked_sub(1)).filter(|b| self.is_np(*b))
        } else {
            before.filter(|b| self.is_np(*b))
        };
        let top = self.top();
        let Some(antecedent) = antecedent.filter(|_| relative) else {
            let clause = self.open(Link::Complement, Some(top), at + 1);
            self.drafts[clause].set_off = comma;
            return at + 1;
        };
        let antecedent = if comma || governed { antecedent } else { self.restricted(antecedent) };
        let clause = self.open(Link::Relative, Some(top), at);
        self.drafts[clause].set_off = comma;
        if governed {
            let preposition = before.unwrap_or(at);
            self.drafts[clause].fronted.push((preposition, vec![antecedent]));
        } else if matches!(word, "who" | "which" | "whom") {
            self.stand_for(clause, antecedent, at);
        }
        at + 1
    }

    /// "condemned *what it called* a coup", "what was described as a massacre", "what appeared to be a bomb": the noun
    /// phrase that "what" stands for, where the words between only say who names it so.
    fn named_thing(&self, at: usize) -> Option<usize> {
        const NAMING: &[&str] = &[
            "call",
            "term",
            "describ",
            "label",
            "brand",
            "dub",
            "say",
            "said",
            "saw",
            "seen",
            "see",
            "regard",
            "consider",
            "deem",
            "believ",
            "think",
            "thought",
            "appear",
            "seem",
            "claim",
            "view",
            "characteris",
            "characteriz",
            "denounc",
            "condemn",
            "allege",
            "suspect",
            "fear",
            "perceiv",
        ];
        let mut next = at + 1;
        let mut named = false;
        loop {
            match self.kind(next)? {
                Kind::Vg(vg) => {
                    let verb = &self.parse.units[vg.head];
                    let is = verb.class.any(Class::BE);
                    let says = verb.has_stem(NAMING);
                    if !(says || (named && is)) {
                        return None;
                    }
                    named = true;
                    next += 1;
                }
                Kind::Np(_) if named => return Some(next),
                Kind::Np(_) => next = self.past_group(next),
                Kind::Preposition if named && self.parse.lower(next) == "as" => next += 1,
                // "what the ministry in Damascus called"
                Kind::Preposition if !named && next > at + 1 && self.is_np(next + 1) => next += 2,
                Kind::Adverb | Kind::Quote | Kind::Timex(_) => next += 1,
                _ => return None,
            }
        }
    }

    /// Takes the noun phrase at `named` in place of the "what" at `at`.
    fn thing(&mut self, at: usize, named: usize) -> usize {
        let before = at.checked_sub(1).filter(|b| matches!(self.parse.chunks[*b].kind, Kind::Preposition));
        self.reach(at);
        if self.innermost().end == at + 1 {
            self.innermost().end = named;
        }
        let Some(preposition) = before else { return self.noun(named) };
        let (group, next) = self.group(named);
        self.phrase(preposition, group, next);
        next
    }

    /// The antecedent is the subject where the verb follows at once, else what the clause misses.
    fn stand_for(&mut self, clause: usize, antecedent: usize, at: usize) {
        let mut next = at + 1;
        loop {
            match self.kind(next) {
                // "Rome, which for its part favours it"
                Some(Kind::Preposition) if self.is_np(next + 1) => next += 2,
                Some(Kind::Adverb | Kind::Quote | Kind::Timex(_) | Kind::Preposition) => next += 1,
                _ => break,
            }
        }
        let group = self.group_of(antecedent);
        if matches!(self.kind(next), Some(Kind::Vg(_))) {
            self.drafts[clause].subject = group;
        } else {
            self.drafts[clause].gap = group;
        }
    }

    /// The phrase that a clause without a comma narrows down: no name, so of "a truce in Idlib that Turkey backs" the
    /// truce.
    fn restricted(&self, np: usize) -> usize {
        let named = |n: usize| {
            self.parse.chunks[n]
                .np()
                .is_some_and(|p| self.parse.units[p.head].pos == Pos::Name && p.body.len() == 1)
        };
        let mut at = np;
        while named(at)
            && at >= 2
            && matches!(self.parse.chunks[at - 1].kind, Kind::Preposition)
            && self.is_np(at - 2)
        {
            at -= 2;
        }
        if named(at) { np } else { at }
    }

    /// The coordinated noun phrases that one of them belongs to, as the clauses have them.
    fn group_of(&self, np: usize) -> Vec<usize> {
        let lists = self.drafts.iter().flat_map(|d| {
            let phrases = d.phrases.iter().chain(&d.fronted).map(|(_, nps)| nps);
            [&d.subject, &d.object, &d.second].into_iter().chain(phrases)
        });
        // "al-Assad and his wife, who fled": both of them.
        lists.into_iter().find(|l| l.last() == Some(&np)).cloned().unwrap_or_else(|| self.pair_of(np))
    }

    /// A phrase and the one it is joined to, where it belongs to that: "the sheltering of al-Assad *and his wife*".
    fn pair_of(&self, np: usize) -> Vec<usize> {
        let owned = self.parse.units[self.parse.chunks[np].units.start].pos == Pos::Possessive;
        match np.checked_sub(2).filter(|first| owned && self.is_np(*first)) {
            Some(first) if matches!(self.kind(np - 1), Some(Kind::Conjunction)) => vec![first, np],
            _ => vec![np],
        }
    }

    /// "that": what is said, which one is meant, or a noun's content.
    pub(super) fn that(&mut self, at: usize) -> usize {
        let left = self.left_of(at);
        let top = self.top();
        let comma = left.is_some_and(|l| matches!(self.parse.chunks[l].kind, Kind::Comma));
        let before = if comma { left.and_then(|l| l.checked_sub(1)) } else { left };
        match before.map(|b| (b, &self.parse.chunks[b].kind)) {
            Some((np, Kind::Np(_))) if !self.is_content(np) || self.is_predicate_at(at + 1) => {
                let np = if comma { np } else { self.restricted(np) };
                let clause = self.open(Link::Relative, Some(top), at);
                self.stand_for(clause, np, at);
            }
            Some((np, Kind::Np(_))) => {
                let told = self.drafts[top].vg.is_some() && self.waits_for_speech(top);
                let clause = self.open(Link::Complement, Some(top), at + 1);
                self.drafts[clause].of_noun = (!told).then_some(np);
            }
            Some((_, Kind::Conjunction)) => {
                // "said that A and that B"
                let twin =
                    self.stack.iter().rev().copied().find(|c| self.drafts[*c].link == Link::Complement);
                let governor = twin.and_then(|t| self.drafts[t].governor).or(Some(top));
                if let Some(twin) = twin {
                    self.close_above(twin);
                    self.stack.pop();
                }
                self.open(Link::Complement, governor, at + 1);
            }
            _ => {
                self.open(Link::Complement, Some(top), at + 1);
            }
        }
        at + 1
    }

    /// Whether "that" behind a noun phrase tells what it says ("reports that ...", "told reporters that ...") rather
    /// than which one is meant.
    fn is_content(&self, np: usize) -> bool {
        let Some(phrase) = self.parse.chunks[np].np() else { return false };
        let head = &self.parse.units[phrase.head];
        let says = TELLING.contains(&&*singular(&head.lower));
        let verbal = head.word.effect.reports || head.word.effect.wishes || head.word.effect.doubts;
        says || verbal || self.waits_for_speech(self.top())
    }

    /// "because", "if", "while": a clause that says when, why or whether.
    pub(super) fn subordinator(&mut self, at: usize) -> usize {
        self.adverbial(at);
        at + 1
    }

    pub(super) fn adverbial(&mut self, opener: usize) {
        let comma = opener
            .checked_sub(1)
            .is_some_and(|l| matches!(self.parse.chunks[l].kind, Kind::Comma | Kind::Dash));
        let governor = self.top();
        let subject = self.drafts[governor].subject.clone();
        // "this month, when the United States sent forces"
        let before = opener.checked_sub(if comma { 2 } else { 1 }).map(|b| &self.parse.chunks[b].kind);
        let named = match before {
            Some(Kind::Timex(timex)) if self.parse.lower(opener) == "when" => Some(*timex),
            _ => None,
        };
        let clause = self.open(Link::Adverbial(opener), Some(governor), opener + 1);
        self.drafts[clause].set_off = comma;
        self.drafts[clause].named = named;
        // "while in Moscow", "if attacked": what governs it lends its subject.
        let own = self.is_np(opener + 1);
        if !own {
            self.drafts[clause].subject = subject;
        }
    }
}
