//! The grammar of a sentence: what its words are, and which phrases and clauses they make.
//!
//! Knows English and names, but nothing of events: `event` reads those out of the clauses.

mod amend;
mod attach;
pub(crate) mod capitals;
pub(crate) mod chunk;
pub(crate) mod clause;
mod dates;
mod follow;
mod fronted;
mod govern;
pub(crate) mod inflect;
pub(crate) mod interrupt;
pub(crate) mod lexicon;
mod name;
mod openers;
mod outline;
mod parse;
mod tagger;
pub(crate) mod unit;
mod verbs;
pub(crate) mod word;
#[cfg(test)]
mod wordlists;

pub use inflect::{Inflection, singular};
pub use outline::Outline;
