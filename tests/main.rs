//! Integration tests: one binary, its modules below.

mod chronology;
mod gazetteer;
mod layering;
mod properties;
mod rules;
mod support;
