//! Integration tests: one binary, its modules below.

mod gazetteer;
mod layering;
mod support;
