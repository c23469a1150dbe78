//! Clauses: each verb group with its subject, object and prepositional phrases, and what governs it.

use crate::event::chunk::{Chunk, Kind, Modality, Np, Tense, VerbForm, Vg};
use crate::event::unit::{Pos, Unit};

/// One verb group and what belongs to it. Indices are into the sentence's chunks.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub(super) vg: usize,
    pub(super) subject: Vec<usize>,
    pub(super) object: Vec<usize>,
    /// Prepositional phrases after the verb, then the fronted ones: the preposition's chunk and its noun phrases.
    pub(super) phrases: Vec<(usize, Vec<usize>)>,
    /// Time expressions in reach: those after the verb, nearest first, then the fronted ones.
    pub(super) dates: Vec<usize>,
    /// The time expression that "when" refers to: "this month, *when* the United States sent forces".
    pub(super) named: Option<usize>,
    pub(super) governor: Option<usize>,
    pub(super) link: Link,
    /// First chunk of the clause proper (its subject or the verb), and the chunk after its last.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// How a clause hangs on its governor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    Main,
    /// Shares its subject with the clause before: "met Lavrov and signed a treaty".
    Coordinated,
    Relative,
    /// What is said, planned, tried or refused.
    Complement,
    /// "after", "if", "while": the subordinating chunk.
    Adverbial(usize),
    /// "..., leaving it with two bases", "forces backed by Russia".
    Participial,
}

/// A sentence, cut and parsed.
pub(super) struct Parse<'u, 'a> {
    pub(super) units: &'u [Unit<'a>],
    pub(super) chunks: &'u [Chunk],
}

impl Parse<'_, '_> {
    /// The clauses, in the order of their verbs.
    pub(super) fn clauses(&self) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
        for at in 0..self.chunks.len() {
            if let Some(vg) = self.chunks[at].vg() {
                let clause = self.with_subject(at, vg, &clauses);
                clauses.push(clause);
            }
        }
        let subjects: Vec<usize> = clauses
            .iter()
            .filter(|c| c.start < c.vg && c.link != Link::Relative)
            .flat_map(|c| c.subject.iter().copied().filter(|s| *s < c.vg && *s >= c.start))
            .collect();
        for clause in &mut clauses {
            self.arguments(clause, &subjects);
            self.fronted(clause);
            self.dated_relative(clause);
        }
        self.object_control(&mut clauses);
        self.attributions(&mut clauses);
        clauses
    }

    /// The first word of a chunk, in lower case: a preposition, a subordinator.
    pub(super) fn lower(&self, chunk: usize) -> &str {
        self.chunks.get(chunk).and_then(|c| self.units.get(c.units.start)).map_or("", |u| u.lower.as_str())
    }

    /// "the killings", "Putin's visit": a phrase that takes for granted that there is such a thing.
    pub(super) fn is_definite(&self, np: &Np) -> bool {
        let pointed = |u: &Unit<'_>| matches!(u.lower.as_str(), "the" | "this" | "that" | "these" | "those");
        np.possessor.is_some() || self.units[np.body.clone()].iter().any(pointed)
    }

    fn with_subject(&self, at: usize, vg: &Vg, before: &[Clause]) -> Clause {
        let mut clause = Clause {
            vg: at,
            subject: Vec::new(),
            object: Vec::new(),
            phrases: Vec::new(),
            dates: Vec::new(),
            named: None,
            governor: None,
            link: Link::Main,
            start: at,
            end: at + 1,
        };
        match vg.form {
            VerbForm::Infinitive => {
                clause.governor = before.len().checked_sub(1);
                clause.link = Link::Complement;
                if at > 0 && matches!(self.chunks[at - 1].kind, Kind::Conjunction) {
                    // "to visit Moscow and meet Putin": what governs the first infinitive governs the second.
                    if let Some(last) = before.last().filter(|c| c.link == Link::Complement) {
                        clause.governor = last.governor;
                        clause.subject.clone_from(&last.subject);
                        return clause;
                    }
                }
                if let Some(last) = before.last() {
                    clause.subject.clone_from(&last.subject);
                }
            }
            VerbForm::Gerund => self.gerund(at, before, &mut clause),
            VerbForm::Finite | VerbForm::Participle => {
                let reduced = vg.form == VerbForm::Participle && self.is_reduced(at, vg);
                self.finite(at, before, &mut clause, reduced);
            }
        }
        clause
    }

    /// "after signing", ", leaving ...", "troops fighting in ...".
    fn gerund(&self, at: usize, before: &[Clause], clause: &mut Clause) {
        clause.governor = before.len().checked_sub(1);
        let previous = self.left_of(at);
        match previous.map(|p| &self.chunks[p].kind) {
            Some(Kind::Np(_)) => {
                clause.link = Link::Participial;
                clause.subject = previous.into_iter().collect();
            }
            Some(Kind::Preposition | Kind::Subordinator) => {
                let word = previous.map_or("", |p| self.lower(p));
                clause.link = match previous {
                    Some(p)
                        if matches!(
                            word,
                            "after" | "before" | "since" | "while" | "when" | "by" | "in" | "on"
                        ) =>
                    {
                        Link::Adverbial(p)
                    }
                    _ => Link::Complement,
                };
                if let Some(last) = before.last() {
                    clause.subject.clone_from(&last.subject);
                }
            }
            _ => {
                clause.link = Link::Participial;
                // A participial clause hangs on the last finite clause.
                let main = before.iter().rposition(|c| {
                    self.chunks[c.vg]
                        .vg()
                        .is_some_and(|v| matches!(v.form, VerbForm::Finite | VerbForm::Participle))
                });
                clause.governor = main.or(clause.governor);
                if let Some(last) = clause.governor.and_then(|g| before.get(g)) {
                    clause.subject.clone_from(&last.subject);
                }
            }
        }
    }

    /// The chunk to the left, adverbs and dates left out.
    fn left_of(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|j| !matches!(self.chunks[*j].kind, Kind::Adverb | Kind::Timex(_)))
    }

    /// A bare participle behind a noun phrase is a reduced relative clause when a finite verb follows that would
    /// otherwise have no subject: "the rebels backed by Turkey *seized* Aleppo".
    fn is_reduced(&self, at: usize, vg: &Vg) -> bool {
        if self.units[vg.head].pos == Pos::Participle {
            return true;
        }
        let mut after = at + 1;
        if !matches!(self.chunks.get(after).map(|c| &c.kind), Some(Kind::Preposition | Kind::Timex(_))) {
            return false;
        }
        while let Some(chunk) = self.chunks.get(after) {
            match &chunk.kind {
                Kind::Preposition | Kind::Timex(_) | Kind::Adverb => after += 1,
                // "fled after rebels captured": the phrase is the subject of a clause.
                Kind::Np(_)
                    if self.opens_clause(after - 1)
                        && self.chunks.get(after + 1).is_some_and(|c| c.vg().is_some()) =>
                {
                    return false;
                }
                Kind::Np(_) if matches!(self.chunks[after - 1].kind, Kind::Preposition) => after += 1,
                Kind::Vg(later) => return matches!(later.form, VerbForm::Finite | VerbForm::Participle),
                _ => return false,
            }
        }
        false
    }

    fn finite(&self, at: usize, before: &[Clause], clause: &mut Clause, reduced: bool) {
        let mut j = at;
        let mut comma = false;
        while let Some(left) = j.checked_sub(1) {
            j = left;
            match &self.chunks[j].kind {
                Kind::Adverb | Kind::Timex(_) | Kind::Quote | Kind::Adjective => {}
                // "the council on Friday agreed"
                Kind::Preposition if matches!(self.chunks[j + 1].kind, Kind::Timex(_)) => {}
                Kind::Np(_) => {
                    let group = self.group_left(j);
                    let first = group[0];
                    let preposition =
                        first.checked_sub(1).filter(|p| matches!(self.chunks[*p].kind, Kind::Preposition));
                    if let Some(p) = preposition {
                        // "since his forces toppled Assad": the preposition opens a clause.
                        let opens = self.opens_clause(p);
                        if opens && !reduced {
                            clause.link = Link::Adverbial(p);
                            clause.governor = before.len().checked_sub(1);
                            clause.start = first;
                            clause.subject = group;
                            return;
                        }
                        if reduced {
                            clause.link = Link::Participial;
                            clause.governor = before.len().checked_sub(1);
                            clause.subject = vec![j];
                            return;
                        }
                        j = p;
                        continue;
                    }
                    clause.subject = group;
                    if reduced {
                        clause.link = Link::Participial;
                        clause.governor = before.len().checked_sub(1);
                        return;
                    }
                    clause.start = first;
                    self.opening(first, before, clause);
                    return;
                }
                // "a delegation led by Bogdanov visited": past the reduced relative clause to its subject.
                Kind::Vg(v) if v.form == VerbForm::Participle && !reduced && j + 1 < at => {}
                Kind::Comma if !comma => {
                    // A parenthesis closes here: go on before it opened.
                    match (0..j).rev().find(|k| self.chunks[*k].is_comma()) {
                        Some(open) if !reduced => {
                            comma = true;
                            j = open;
                        }
                        _ => {
                            if reduced {
                                clause.link = Link::Participial;
                                clause.governor = before.len().checked_sub(1);
                                clause.subject = j
                                    .checked_sub(1)
                                    .filter(|k| self.chunks[*k].np().is_some())
                                    .into_iter()
                                    .collect();
                            }
                            return;
                        }
                    }
                }
                Kind::Conjunction => {
                    clause.link = Link::Coordinated;
                    // "condemned a bombing in which five were killed and called on ...": the relative clause is
                    // over, the main one goes on.
                    let partner = before.iter().rposition(|c| {
                        let finite = self.chunks[c.vg].vg().is_some_and(|v| v.form != VerbForm::Infinitive);
                        finite && !matches!(c.link, Link::Relative | Link::Participial)
                    });
                    clause.governor = partner.or(before.len().checked_sub(1));
                    if let Some(partner) = clause.governor.map(|g| &before[g]) {
                        clause.subject.clone_from(&partner.subject);
                    }
                    return;
                }
                Kind::Relative | Kind::That => {
                    let antecedent = self.antecedent(j);
                    if let Some(np) = antecedent {
                        clause.link = Link::Relative;
                        // "al-Assad and his wife, who fled": both of them.
                        clause.subject = self.group_left(np);
                    } else {
                        clause.link = Link::Complement;
                    }
                    clause.governor = before.len().checked_sub(1);
                    clause.start = j;
                    return;
                }
                Kind::Subordinator => {
                    clause.link = Link::Adverbial(j);
                    clause.governor = before.len().checked_sub(1);
                    clause.start = j + 1;
                    if let Some(last) = before.last() {
                        clause.subject.clone_from(&last.subject);
                    }
                    return;
                }
                _ => return,
            }
        }
    }

    /// Prepositions that may open a clause instead of governing a phrase.
    fn opens_clause(&self, chunk: usize) -> bool {
        matches!(
            self.lower(chunk),
            "after" | "before" | "since" | "until" | "till" | "as" | "than" | "because"
        )
    }

    /// The noun phrase a relative word refers to: just before it, a comma aside.
    fn antecedent(&self, relative: usize) -> Option<usize> {
        let mut j = relative.checked_sub(1)?;
        if self.chunks[j].is_comma() {
            j = j.checked_sub(1)?;
        }
        // "in which", "from where": the antecedent is not the subject.
        if matches!(self.chunks[j].kind, Kind::Preposition)
            || matches!(self.lower(relative), "where" | "whose" | "when")
        {
            return None;
        }
        self.chunks[j].np().map(|_| j)
    }

    /// What opens the clause whose first chunk is `first`.
    fn opening(&self, first: usize, before: &[Clause], clause: &mut Clause) {
        let Some(mut j) = first.checked_sub(1) else { return };
        while matches!(self.chunks[j].kind, Kind::Quote | Kind::Timex(_) | Kind::Adverb) && j > 0 {
            j -= 1;
        }
        let last = before.len().checked_sub(1);
        let reporting = |g: usize| {
            before[g].vg + 1 >= j.saturating_sub(1)
                || !(before[g].vg + 1..j).any(|k| self.chunks[k].np().is_some())
        };
        match &self.chunks[j].kind {
            Kind::Subordinator => {
                clause.link = Link::Adverbial(j);
                clause.governor = last;
            }
            Kind::Relative
                if matches!(self.lower(j), "where" | "when" | "which" | "whom" | "whose" | "who") =>
            {
                clause.link = Link::Relative;
                clause.governor = last;
            }
            Kind::That => {
                clause.link = Link::Complement;
                clause.governor = last;
            }
            Kind::Vg(_) => {
                clause.link = Link::Complement;
                clause.governor = before.iter().position(|c| c.vg == j);
            }
            Kind::Comma | Kind::Break if last.is_some_and(|g| self.reports(before, g) && reporting(g)) => {
                clause.link = Link::Complement;
                clause.governor = last;
            }
            Kind::Conjunction => match before.last() {
                // "said that A had resigned and B had been named": the same governor as its neighbour.
                Some(neighbour) if neighbour.link == Link::Complement => {
                    clause.link = Link::Complement;
                    clause.governor = neighbour.governor;
                }
                // "rebels captured Damascus on Sunday and Assad fled": told in one breath, of one time.
                Some(_) if self.lower(j) == "and" => {
                    clause.link = Link::Coordinated;
                    clause.governor = last;
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn reports(&self, clauses: &[Clause], at: usize) -> bool {
        self.chunks[clauses[at].vg].vg().is_some_and(|v| self.units[v.head].word.effect.reports)
    }

    /// Coordinated noun phrases that end at `last`: "France, Germany and the UK".
    pub(super) fn group_left(&self, last: usize) -> Vec<usize> {
        let mut group = vec![last];
        let mut first = last;
        let mut conjunction = false;
        while first >= 2 && self.chunks[first - 2].np().is_some() {
            let joined = match self.chunks[first - 1].kind {
                Kind::Conjunction => !conjunction,
                Kind::Comma => conjunction,
                _ => false,
            };
            if !joined {
                break;
            }
            conjunction = true;
            first -= 2;
            group.insert(0, first);
        }
        // "met Putin and Lavrov said": the first belongs to the verb before.
        if group.len() == 2 && first > 0 && self.chunks[first - 1].vg().is_some() {
            return vec![last];
        }
        group
    }

    /// "urged Syria to withdraw", "sent special forces to abduct", "accused Syria of violating": the object acts.
    fn object_control(&self, clauses: &mut [Clause]) {
        for i in 0..clauses.len() {
            let Some(governor) = clauses[i].governor else { continue };
            let form = self.chunks[clauses[i].vg].vg().map(|v| v.form);
            let controlled = form == Some(VerbForm::Infinitive)
                || (form == Some(VerbForm::Gerund) && clauses[i].link == Link::Complement);
            if !controlled {
                continue;
            }
            let object = clauses[governor].object.clone();
            let acts = object.first().and_then(|o| self.chunks[*o].np()).is_some_and(|np| self.acts(np.head));
            clauses[i].subject = if acts { object } else { clauses[governor].subject.clone() };
        }
    }

    fn acts(&self, head: usize) -> bool {
        let unit = &self.units[head];
        unit.word.agent.is_some() || matches!(unit.pos, Pos::Name | Pos::Pronoun)
    }

    /// "..., the ministry said.": what stands before is its complement.
    fn attributions(&self, clauses: &mut [Clause]) {
        for i in 1..clauses.len() {
            let trailing = clauses[i].link == Link::Main
                && self.reports(clauses, i)
                && clauses[i].object.is_empty()
                && !clauses.iter().any(|c| c.governor == Some(i) && c.link == Link::Complement)
                && clauses[i]
                    .start
                    .checked_sub(1)
                    .is_some_and(|j| matches!(self.chunks[j].kind, Kind::Comma | Kind::Quote));
            if !trailing {
                continue;
            }
            let unattached = |c: &&mut Clause| c.link == Link::Main && c.governor.is_none();
            for clause in clauses[..i].iter_mut().filter(unattached) {
                clause.governor = Some(i);
                clause.link = Link::Complement;
            }
        }
    }
}

impl Vg {
    /// Whether the verb, by its own form, is told as having happened.
    pub(super) fn is_past(&self) -> bool {
        self.tense == Tense::Past || (self.tense == Tense::Present && self.perfect)
    }

    /// Whether a modal leaves it open.
    pub(super) fn is_hypothetical(&self) -> bool {
        matches!(self.modality, Some(Modality::May | Modality::Would | Modality::Must))
    }
}
