//! The families of rules, in order of precedence.
