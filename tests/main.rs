//! Integration tests: one binary, its modules below.

mod documents;
mod store;
