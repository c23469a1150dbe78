//! The query language.
//!
//! [`GRAMMAR`] is the whole of it as a table. Terms side by side must all hold; `or`, parentheses and `not:` join
//! them. A query is one argument or many: `actor:Russia location:Syria` means the same in one pair of quotation
//! marks as in none. In the library a [`Query`] is read from text, and queries are joined with [`Query::and`],
//! [`Query::or`] and [`Query::negated`].
//!
//! A state that is asked for by name is asked for what it does: `actor:Russia` finds events in which someone who
//! acts for Russia is an actor, or takes part in what is done together (AGREE, CONSULT, COOPERATE). Anyone else is
//! asked for everything they take part in: `actor:Maduro` finds his abduction.
//!
//! An event of uncertain date counts where it may have been in the period. Where its date is only bounded by its
//! neighbours (not stated), and by more than a month, it counts where at least half of its possible days are in
//! the period; and "by 30 January 2025" counts where that day is, not in every year before.

mod answer;
mod arrange;
mod grammar;
mod names;
mod near;
mod parse;
mod period;
mod term;
mod token;
mod tree;

pub use arrange::{Group, Grouping, Order, group, sort};
pub use grammar::{Form, GRAMMAR, help as grammar_help, markdown as grammar_table};
pub use period::{TODAY_HELP, period};

use chrono::NaiveDate;

use crate::chronology::{Chronology, Digest, Event, Wording};
use crate::diagnostic::Diagnostic;
use crate::gazetteer::Gazetteer;
use crate::query::tree::{Test, Tree};
use crate::span::{Span, Spanned};
use crate::time::Interval;

/// What is asked of a chronology; of everything by default.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// As it would be typed.
    text: String,
    tree: Tree,
}

impl Default for Query {
    fn default() -> Self {
        Self { text: String::new(), tree: Tree::ALL }
    }
}

impl Query {
    /// Reads a whole query. `today` is what "last month" is counted from.
    ///
    /// # Errors
    /// A diagnostic whose span points into `text`.
    ///
    /// ```
    /// use dateline::{gazetteer::Gazetteer, query::Query};
    /// let gazetteer = Gazetteer::built_in();
    /// let query = Query::parse("(actor:Russia or actor:Iran) not:type:statement", gazetteer, None).unwrap();
    /// assert!(!query.is_empty());
    /// let fault = Query::parse("type:assualt", gazetteer, None).unwrap_err();
    /// assert_eq!(fault.help.as_deref(), Some("did you mean `assault`?"));
    /// ```
    pub fn parse(text: &str, gazetteer: &Gazetteer, today: Option<NaiveDate>) -> Result<Self, Diagnostic> {
        Self::from_terms(&[text], gazetteer, today)
    }

    /// Reads a query that a shell has cut into arguments. A value ends with its argument at the latest.
    ///
    /// # Errors
    /// A diagnostic whose span points into [`Query::joined`].
    pub fn from_terms<S: AsRef<str>>(
        terms: &[S],
        gazetteer: &Gazetteer,
        today: Option<NaiveDate>,
    ) -> Result<Self, Diagnostic> {
        let mut tokens = Vec::new();
        let mut base = 0;
        for term in terms {
            token::cut(term.as_ref(), base, &mut tokens)?;
            base += term.as_ref().len() + 1;
        }
        let tree = parse::query(&tokens, gazetteer, today)?;
        Self { text: Self::joined(terms), tree }.checked()
    }

    /// Whether an argument begins with a key of the query language, known or not: `actor:Russia`, `actr:Russia`.
    pub fn is_term(argument: &str) -> bool {
        token::has_key(argument)
    }

    /// Arguments as the one text that diagnostics point into.
    pub fn joined<S: AsRef<str>>(terms: &[S]) -> String {
        let terms: Vec<_> = terms.iter().map(AsRef::as_ref).collect();
        terms.join(" ")
    }

    /// As it would be typed; diagnostics of [`Query::doubts`] point into it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Both.
    ///
    /// # Errors
    /// Where they ask for periods that exclude each other.
    pub fn and(self, other: Self) -> Result<Self, Diagnostic> {
        if self.is_empty() || other.is_empty() {
            return Ok(if self.is_empty() { other } else { self });
        }
        let (mut left, mut right) = (self.held_together(), other.held_together());
        right.tree.shift(Span::of(0..left.text.len() + 1).end);
        left.text = format!("{} {}", left.text, right.text);
        left.tree = Tree::All(vec![left.tree, right.tree]);
        left.checked()
    }

    /// One or the other.
    #[must_use]
    pub fn or(self, mut other: Self) -> Self {
        const BETWEEN: &str = " or ";
        other.tree.shift(Span::of(0..self.text.len() + BETWEEN.len()).end);
        Self { text: self.text + BETWEEN + &other.text, tree: Tree::Any(vec![self.tree, other.tree]) }
    }

    /// Everything else.
    #[must_use]
    pub fn negated(mut self) -> Self {
        self.tree.shift(5);
        Self { text: format!("not:({})", self.text), tree: Tree::Not(Box::new(self.tree)) }
    }

    /// Whether it is `A or B` and would part if a term stood beside it.
    pub fn is_choice(&self) -> bool {
        matches!(self.tree, Tree::Any(_))
    }

    /// In parentheses where its sides would part.
    fn held_together(mut self) -> Self {
        if self.is_choice() {
            self.tree.shift(1);
            self.text = format!("({})", self.text);
        }
        self
    }

    /// Whether it asks for words, which a digest does not hold.
    pub fn needs_wording(&self) -> bool {
        let mut needs = false;
        self.tree.visit(&mut |t| needs |= matches!(t.value, Test::Text(_)));
        needs
    }

    /// Whether it asks for a status, so that nothing is left out for having the wrong one.
    pub fn names_status(&self) -> bool {
        let mut names = false;
        self.tree.visit(&mut |t| names |= matches!(t.value, Test::Status(_) | Test::Claimed));
        names
    }

    /// The events found, in their order.
    pub fn select<'c>(&self, chronology: &'c Chronology, gazetteer: &Gazetteer) -> Vec<&'c Event> {
        if self.is_empty() {
            return chronology.events.iter().collect();
        }
        let wording = self.needs_wording().then(|| Wording::of(chronology));
        let found = self.select_from(&Digest::of(chronology), wording.as_ref(), gazetteer);
        found.into_iter().filter_map(|at| chronology.events.get(at)).collect()
    }

    /// The numbers of the lines found, in their order. Where the query asks for words, `wording` must be there.
    pub fn select_from(
        &self,
        digest: &Digest,
        wording: Option<&Wording>,
        gazetteer: &Gazetteer,
    ) -> Vec<usize> {
        answer::select(&self.tree, digest, wording, gazetteer)
    }

    /// Whether the query asks for nothing in particular.
    pub fn is_empty(&self) -> bool {
        self.tree == Tree::ALL
    }

    /// Names that nobody has heard of, neither the gazetteer nor this chronology, with the nearest that is known.
    ///
    /// These are doubts, not errors: a name may simply be absent, and then the right answer is an empty one.
    pub fn doubts(&self, digest: &Digest, gazetteer: &Gazetteer) -> Vec<Diagnostic> {
        let mut doubts = Vec::new();
        self.tree.visit(&mut |t| doubts.extend(doubt(&t.value, digest, gazetteer)));
        doubts
    }

    /// No event can be in two periods that share no day: better said than answered with nothing.
    fn checked(self) -> Result<Self, Diagnostic> {
        let mut all = Interval::ALWAYS;
        let mut fault = None;
        self.tree.required(&mut |Spanned { span, value }| {
            let Test::During(period) = value else { return };
            // Two separate periods may both be touched by one long event; an open end against another may not.
            if period.start.is_some() && period.end.is_some() {
                return;
            }
            match all.intersect(period) {
                Some(shared) => all = shared,
                None => fault = fault.or(Some(*span)),
            }
        });
        match fault {
            None => Ok(self),
            Some(span) => {
                Err(Diagnostic::new("impossible-period", "this period ends before it begins", span)
                    .help("nothing is both before and after"))
            }
        }
    }
}

fn doubt(test: &Test, digest: &Digest, gazetteer: &Gazetteer) -> Option<Diagnostic> {
    let named = |of: &dyn Fn(&crate::chronology::Line) -> Vec<u32>| -> Vec<&str> {
        let numbers = digest.lines.iter().flat_map(of);
        let mut numbers: Vec<u32> = numbers.collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().filter_map(|at| digest.words.get(at as usize)).map(String::as_str).collect()
    };
    match test {
        Test::Actor(name) | Test::Recipient(name) => name.doubt_actor(digest, gazetteer),
        Test::Location(name) => name.doubt_place(digest, gazetteer),
        Test::Source(name) => name.doubt_among("unknown-source", "source", &named(&|l| l.sources.clone())),
        Test::Mode(name) => {
            name.doubt_among("unknown-mode", "mode", &named(&|l| l.mode.into_iter().collect()))
        }
        _ => None,
    }
}
