//! A question as a tree of tests.

use crate::event::{EventType, Status};
use crate::query::names::Name;
use crate::query::near::Circle;
use crate::span::Spanned;
use crate::time::Interval;

/// What must hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tree {
    /// Every one of these; all events where there is none.
    All(Vec<Tree>),
    /// One of these at least.
    Any(Vec<Tree>),
    /// Not this.
    Not(Box<Tree>),
    /// One term.
    Test(Spanned<Test>),
}

/// One term.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Test {
    Actor(Name),
    Recipient(Name),
    Location(Name),
    Near(Circle),
    Type(EventType),
    Mode(Name),
    Status(Status),
    Claimed,
    During(Interval),
    /// The words, folded, with a blank before each.
    Text(String),
    Source(Name),
    Sources(Compare, usize),
    /// The field's name; any for none.
    Conflict(Option<&'static str>),
}

/// What may stand before a number; a bare number means exactly so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compare {
    More,
    AtLeast,
    Less,
    AtMost,
    Exactly,
}

impl Tree {
    pub(super) const ALL: Self = Self::All(Vec::new());

    /// Every one of these, without a level for a single one.
    pub(super) fn all(mut terms: Vec<Self>) -> Self {
        if terms.len() == 1 { terms.remove(0) } else { Self::All(terms) }
    }

    /// One of these, without a level for a single one.
    pub(super) fn any(mut sides: Vec<Self>) -> Self {
        if sides.len() == 1 { sides.remove(0) } else { Self::Any(sides) }
    }

    /// Every term, in the order of the text.
    pub(super) fn visit<'t>(&'t self, see: &mut impl FnMut(&'t Spanned<Test>)) {
        match self {
            Self::All(list) | Self::Any(list) => list.iter().for_each(|t| t.visit(see)),
            Self::Not(inner) => inner.visit(see),
            Self::Test(test) => see(test),
        }
    }

    /// The terms that hold of every event found.
    pub(super) fn required<'t>(&'t self, see: &mut impl FnMut(&'t Spanned<Test>)) {
        match self {
            Self::All(list) => list.iter().for_each(|t| t.required(see)),
            Self::Test(test) => see(test),
            Self::Any(_) | Self::Not(_) => {}
        }
    }

    /// The same tree in a text that holds this one `by` bytes further on.
    pub(super) fn shift(&mut self, by: u32) {
        match self {
            Self::All(list) | Self::Any(list) => list.iter_mut().for_each(|t| t.shift(by)),
            Self::Not(inner) => inner.shift(by),
            Self::Test(test) => {
                test.span.start += by;
                test.span.end += by;
                if let Test::Actor(n)
                | Test::Recipient(n)
                | Test::Location(n)
                | Test::Mode(n)
                | Test::Source(n) = &mut test.value
                {
                    n.span.start += by;
                    n.span.end += by;
                }
            }
        }
    }
}

impl Compare {
    pub(super) fn holds(self, found: usize, wanted: usize) -> bool {
        match self {
            Self::More => found > wanted,
            Self::AtLeast => found >= wanted,
            Self::Less => found < wanted,
            Self::AtMost => found <= wanted,
            Self::Exactly => found == wanted,
        }
    }
}
