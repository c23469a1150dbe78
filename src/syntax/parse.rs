//! From phrases to clauses: one walk from left to right, with the clauses that are still open on a stack.
//!
//! Every phrase goes to the innermost open clause that can take it. A noun phrase becomes a subject, an object or the
//! end of a prepositional phrase; a verb completes a clause that waits for one, or opens its own; conjunctions,
//! relative words and subordinators say how. Commas close what they opened.

use crate::syntax::chunk::{Chunk, Kind};
use crate::syntax::clause::{Clause, Link, Parse, Tree};
use crate::syntax::govern;

/// A clause on its way; it may still wait for its verb.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) vg: Option<usize>,
    pub(super) subject: Vec<usize>,
    pub(super) object: Vec<usize>,
    pub(super) second: Vec<usize>,
    pub(super) phrases: Vec<(usize, Vec<usize>)>,
    pub(super) fronted: Vec<(usize, Vec<usize>)>,
    /// Between subject and verb.
    pub(super) inner_dates: Vec<usize>,
    pub(super) dates: Vec<usize>,
    pub(super) fronted_dates: Vec<usize>,
    pub(super) named: Option<usize>,
    pub(super) governor: Option<usize>,
    pub(super) link: Link,
    pub(super) of_noun: Option<usize>,
    /// What a relative word stands for, where the clause has another subject: "the deal *that* Iran signed".
    pub(super) gap: Vec<usize>,
    /// A comma opened it, so a comma closes it.
    pub(super) set_off: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Draft {
    pub(super) fn new(link: Link, governor: Option<usize>, start: usize) -> Self {
        Self {
            vg: None,
            subject: Vec::new(),
            object: Vec::new(),
            second: Vec::new(),
            phrases: Vec::new(),
            fronted: Vec::new(),
            inner_dates: Vec::new(),
            dates: Vec::new(),
            fronted_dates: Vec::new(),
            named: None,
            governor,
            link,
            of_noun: None,
            gap: Vec::new(),
            set_off: false,
            start,
            end: start,
        }
    }
}

/// The walk.
pub(super) struct Walk<'p, 'u, 'a> {
    pub(super) parse: &'p Parse<'u, 'a>,
    pub(super) drafts: Vec<Draft>,
    /// Open clauses, the innermost last; never empty.
    pub(super) stack: Vec<usize>,
    pub(super) appositions: Vec<(usize, usize)>,
    /// Dates behind a conjunction that open the clause behind them: "and *on Monday* the army attacked".
    pub(super) leading: Vec<usize>,
    /// The chunk after the last one to read.
    pub(super) stop: usize,
}

impl Parse<'_, '_> {
    /// The clauses.
    pub(crate) fn tree(&self) -> Tree {
        let mut walk = Walk {
            parse: self,
            drafts: Vec::with_capacity(8),
            stack: Vec::with_capacity(8),
            appositions: Vec::new(),
            leading: Vec::new(),
            stop: self.chunks.len(),
        };
        walk.range(0, self.chunks.len());
        let mut tree = Tree { clauses: finished(walk.drafts), appositions: walk.appositions };
        govern::settle(self, &mut tree.clauses);
        tree
    }
}

impl Walk<'_, '_, '_> {
    /// Reads the chunks of a sentence, or of a parenthesis in it.
    fn range(&mut self, from: usize, to: usize) {
        let (outer, stop) = (std::mem::take(&mut self.stack), self.stop);
        self.stop = to;
        self.open(Link::Main, None, from);
        let mut at = from;
        while at < to {
            at = self.step(at).max(at + 1);
        }
        self.stack = outer;
        self.stop = stop;
    }

    /// Takes the chunk at `at`, and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        match self.parse.chunks[at].kind {
            Kind::Np(_) => self.noun(at),
            Kind::Vg(vg) => self.verb(at, vg),
            Kind::Timex(timex) => {
                self.date(timex, at);
                at + 1
            }
            Kind::Preposition => self.preposition(at),
            Kind::Comma | Kind::Dash => {
                self.comma(at);
                at + 1
            }
            Kind::Relative => self.relative(at),
            Kind::That => self.that(at),
            Kind::Subordinator => self.subordinator(at),
            Kind::Break | Kind::Stop => {
                self.part(at);
                at + 1
            }
            Kind::Open => self.parenthesis(at),
            Kind::Adverb | Kind::Adjective | Kind::Quote => {
                self.reach(at);
                at + 1
            }
            Kind::Conjunction | Kind::Close => at + 1,
        }
    }

    pub(super) fn kind(&self, at: usize) -> Option<&Kind> {
        self.parse.chunks.get(at).filter(|_| at < self.stop).map(|c| &c.kind)
    }

    pub(super) fn is_np(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Np(_)))
    }

    pub(super) fn top(&self) -> usize {
        self.stack[self.stack.len() - 1]
    }

    pub(super) fn innermost(&mut self) -> &mut Draft {
        let top = self.top();
        &mut self.drafts[top]
    }

    pub(super) fn open(&mut self, link: Link, governor: Option<usize>, start: usize) -> usize {
        let clause = self.drafts.len();
        self.drafts.push(Draft::new(link, governor, start));
        self.drafts[clause].fronted_dates.append(&mut self.leading);
        self.stack.push(clause);
        clause
    }

    /// The chunk to the left, adverbs, dates and quotation marks left out.
    pub(super) fn left_of(&self, at: usize) -> Option<usize> {
        let mut left = at.checked_sub(1)?;
        loop {
            match self.parse.chunks[left].kind {
                Kind::Adverb | Kind::Quote => left = left.checked_sub(1)?,
                Kind::Timex(_) => {
                    let dated = left
                        .checked_sub(1)
                        .filter(|p| matches!(self.parse.chunks[*p].kind, Kind::Preposition));
                    left = dated.unwrap_or(left).checked_sub(1)?;
                }
                _ => return Some(left),
            }
        }
    }

    /// The clause goes on to here, if it reached the chunk before.
    pub(super) fn reach(&mut self, at: usize) {
        let innermost = self.innermost();
        if innermost.vg.is_some() && innermost.end == at {
            innermost.end = at + 1;
        }
    }

    /// A semicolon, a colon or an odd mark: nothing reaches over it, but what a colon announces is said by whom.
    fn part(&mut self, at: usize) {
        let speaker = self.stack.iter().copied().find(|c| self.waits_for_speech(*c));
        // "10 March: al-Sharaa signs", as chronologies are written.
        let first = &self.drafts[self.stack[0]];
        let dated = first.vg.is_none() && first.subject.is_empty();
        if dated {
            return;
        }
        self.stack.clear();
        match speaker {
            Some(speaker) => self.open(Link::Complement, Some(speaker), at + 1),
            None => self.open(Link::Main, None, at + 1),
        };
    }

    /// Whether a clause reports and has not yet told what.
    pub(super) fn waits_for_speech(&self, clause: usize) -> bool {
        let draft = &self.drafts[clause];
        let reports = |vg: usize| {
            self.parse.chunks[vg].vg().is_some_and(|v| self.parse.units[v.head].word.effect.reports)
        };
        let told = |d: &Draft| d.governor == Some(clause) && d.link == Link::Complement;
        draft.vg.is_some_and(reports) && !self.drafts.iter().any(told)
    }

    /// Reads a parenthesis by itself; a name or an abbreviation in it is no clause.
    fn parenthesis(&mut self, at: usize) -> usize {
        let close = (at + 1..self.stop).find(|j| matches!(self.parse.chunks[*j].kind, Kind::Close));
        let Some(close) = close else { return at + 1 };
        if self.parse.chunks[at + 1..close].iter().any(|c| c.vg().is_some()) {
            self.range(at + 1, close);
        }
        // What the parenthesis interrupts goes on behind it.
        let innermost = self.innermost();
        if innermost.end == at {
            innermost.end = close + 1;
        }
        close + 1
    }

    /// Closes what a comma closes.
    fn comma(&mut self, at: usize) {
        if self.joins_list(at) {
            return;
        }
        // "the Pope, who hopes to visit the city, on Wednesday met": it closes all that the first comma opened.
        let waiting = self.stack.iter().rposition(|c| self.drafts[*c].vg.is_none());
        if let Some(waiting) = waiting
            && self.drafts[self.top()].vg.is_some()
            && self.stack[waiting + 1..].iter().any(|c| self.drafts[*c].set_off)
        {
            self.stack.truncate(waiting + 1);
            return;
        }
        if let Some(main) = self.behind_fronted(at) {
            self.stack.truncate(main + 1);
            return;
        }
        while self.stack.len() > 1 {
            let inner = &self.drafts[self.top()];
            let outer = &self.drafts[self.stack[self.stack.len() - 2]];
            let waits = outer.vg.is_none();
            let closes = match inner.link {
                Link::Relative | Link::Participial | Link::Adverbial(_) => inner.set_off || waits,
                Link::Complement => waits,
                Link::Main | Link::Coordinated => false,
            };
            if inner.vg.is_none() || !closes {
                break;
            }
            self.stack.pop();
        }
    }

    /// "When the army ordered them to leave, rebels attacked": where the clause is that a comma takes up again behind all
    /// that a fronted clause has opened.
    fn behind_fronted(&self, comma: usize) -> Option<usize> {
        let draft = |at: usize| self.stack.get(at).map(|c| &self.drafts[*c]);
        let told = self.drafts[self.top()].vg.is_some() && self.is_np(comma + 1);
        let follows = told && self.predicate(self.past_group(comma + 1)).is_some();
        (0..self.stack.len()).filter(|_| follows).find(|at| {
            let waits = draft(*at).is_some_and(|d| d.vg.is_none() && d.subject.is_empty());
            let fronted = |d: &Draft| matches!(d.link, Link::Adverbial(_)) && d.vg.is_some();
            waits && draft(at + 1).is_some_and(fronted)
        })
    }

    /// Whether the comma stands in a list that goes on: "France, Germany and Poland".
    ///
    /// Behind "Obasanjo, who chairs the union, Mbeki and Tandja met" the list is the outer clause's: a relative clause
    /// that a comma opened would be closed by one before the verb.
    fn joins_list(&self, at: usize) -> bool {
        if !(at > 0 && self.is_np(at - 1) && self.is_np(at + 1)) {
            return false;
        }
        let after = self.past_group(at - 1);
        after > at && !(self.is_set_off() && self.is_predicate_at(after))
    }
}

/// Drops what never found a verb, and lays out the rest.
fn finished(mut drafts: Vec<Draft>) -> Vec<Clause> {
    let mut order: Vec<usize> = (0..drafts.len()).filter(|i| drafts[*i].vg.is_some()).collect();
    order.sort_by_key(|i| drafts[*i].vg);
    let place = |clause: usize| order.iter().position(|i| *i == clause);
    // The governor that has a verb: a fragment passes on what it hangs on.
    let governor = |drafts: &[Draft], mut clause: Option<usize>| {
        for _ in 0..drafts.len() {
            let at = clause?;
            if let Some(found) = place(at) {
                return Some(found);
            }
            clause = drafts[at].governor;
        }
        None
    };
    let mut lay_out = |at: usize| {
        let governor = governor(&drafts, drafts[at].governor);
        let draft = &mut drafts[at];
        let vg = draft.vg?;
        let take = |list: &mut Vec<usize>| std::mem::take(list);
        let object = take(if draft.object.is_empty() { &mut draft.gap } else { &mut draft.object });
        let (mut phrases, mut dates) = (std::mem::take(&mut draft.phrases), take(&mut draft.inner_dates));
        phrases.append(&mut draft.fronted);
        dates.append(&mut draft.dates);
        dates.append(&mut draft.fronted_dates);
        Some(Clause {
            vg,
            subject: take(&mut draft.subject),
            object,
            second: take(&mut draft.second),
            phrases,
            dates,
            named: draft.named,
            governor,
            link: draft.link,
            of_noun: draft.of_noun,
            start: draft.start.min(vg),
            end: draft.end.max(vg + 1),
        })
    };
    order.iter().filter_map(|at| lay_out(*at)).collect()
}

/// The prepositions that may open a clause instead of governing a phrase.
pub(super) fn may_open_clause(word: &str) -> bool {
    matches!(word, "after" | "before" | "since" | "until" | "till" | "as" | "than" | "because" | "once")
}

/// Whether a chunk is a verb that can be a clause's finite one.
pub(crate) fn is_predicate(chunk: &Chunk) -> bool {
    use crate::syntax::chunk::VerbForm::{Finite, Participle};
    chunk.vg().is_some_and(|v| matches!(v.form, Finite | Participle))
}
