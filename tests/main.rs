//! Integration tests: one binary, its modules below.

mod chronology;
mod cli;
mod documents;
mod errors;
mod gazetteer;
mod layering;
mod properties;
mod query;
mod readme;
mod render;
mod rules;
mod sample;
mod store;
mod support;
