//! dateline reads news articles, finds the events in them, dates them, and merges them into one chronology.

pub mod chronology;
pub mod diagnostic;
pub mod document;
pub mod error;
pub mod event;
pub mod gazetteer;
pub mod pipeline;
pub mod query;
pub mod render;
pub mod span;
pub mod store;
pub mod text;
pub mod time;
pub mod timex;
