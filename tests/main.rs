//! Integration tests: one binary, its modules below.

mod chronology;
mod documents;
mod gazetteer;
mod layering;
mod store;
mod support;
