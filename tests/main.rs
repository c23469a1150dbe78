//! Integration tests: one binary, its modules below.

mod store;
