//! What a rule is.

/// A grammar rule with its examples.
#[derive(Debug)]
pub struct Rule {}
