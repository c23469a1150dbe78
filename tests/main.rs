//! Integration tests: one binary, its modules below.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, in its helpers too")]

mod articles;
mod chronology;
mod clauses;
mod cli;
mod days;
mod documents;
mod errors;
mod expressions;
mod frames;
mod gazetteer;
#[path = "generated.rs"]
mod generated;
mod holders;
mod layering;
mod lines;
mod parties;
mod properties;
mod prose;
mod query;
mod readme;
mod render;
mod rules;
mod sample;
mod store;
mod support;
mod timeml;
mod world;
