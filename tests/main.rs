//! Integration tests: one binary, its modules below.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should panic")]

mod articles;
mod chronology;
mod cli;
mod documents;
mod errors;
mod gazetteer;
mod layering;
mod query;
mod readme;
mod render;
mod sample;
mod store;
mod support;
