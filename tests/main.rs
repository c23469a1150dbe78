//! Integration tests: one binary, its modules below.

mod layering;
mod support;
