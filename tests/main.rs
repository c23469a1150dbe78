//! Integration tests: one binary, its modules below.

mod chronology;
mod gazetteer;
mod layering;
mod support;
