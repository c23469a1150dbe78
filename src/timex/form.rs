//! What an expression means before it is anchored.

/// An unanchored meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {}
