//! dateline reads news articles, finds the events in them, works out when each happened, who did it and where,
//! and merges what several articles tell into one chronology.
//!
//! Rules, not a model: the same articles give the same chronology to the byte, and every value names the words it
//! was read from and the rule that read them.
//!
//! ```
//! use dateline::chronology::Chronology;
//! use dateline::document::{Options, load};
//! use dateline::gazetteer::Gazetteer;
//! use dateline::pipeline::extract_all;
//! use dateline::query::Query;
//!
//! // An article is text with a date; relative dates count from it.
//! let text = "Published: 2026-01-28\n\nRussia withdrew its forces from Qamishli on Monday.\n";
//! let documents: Vec<_> = load(&["-"], text.as_bytes(), &Options::default())
//!     .map(|loaded| loaded.map(|l| l.document))
//!     .collect::<Result<_, _>>()?;
//!
//! // Mentions are merged into events, and the events are asked.
//! let chronology = Chronology::build(extract_all(&documents), &[]);
//! let gazetteer = Gazetteer::built_in();
//! let query = Query::from_terms(&["actor:Russia", "location:Syria"], gazetteer, None).expect("two terms");
//! let events = query.select(&chronology, gazetteer);
//!
//! let when = events[0].when.expect("stated");
//! assert_eq!(when.edtf.to_string(), "2026-01-26");
//! assert_eq!(events[0].summary, "Russia withdrew its forces from Qamishli on Monday");
//! # Ok::<(), dateline::error::Error>(())
//! ```
//!
//! # The rooms, in the order of the data
//!
//! | room | what happens there |
//! |---|---|
//! | [`document`] | a file becomes a text with a date; what of it is prose is marked, nothing is rewritten |
//! | [`text`] | sentences over one vector of tokens, each with what its word may mean |
//! | [`timex`] | time expressions: a rule reads a form, the form becomes a value |
//! | [`gazetteer`] | names of actors and places, and what they stand for on which day |
//! | [`event`] | units, phrases, clauses, frames: who did what to whom, where, when, and whether it happened |
//! | [`pipeline`] | documents to extractions, in parallel, in order; a store and a question to an answer |
//! | [`chronology`] | mentions of the same event become one event; disagreements stay as conflicts |
//! | [`store`] | one RON file an article, a person's decisions, and a cache of what questions ask |
//! | [`query`] | the language questions are asked in, and the order and groups of their answers |
//! | [`render`] | tables, details, JSON lines, CSV, Markdown, RON, `TimeML` |
//!
//! Beside them [`time`] knows calendars and no words, [`span`] places in a text, [`diagnostic`] what a person typed
//! wrong, and [`error`] what files can do.
//!
//! # What always holds
//!
//! 1. The library never prints, exits, or reads the clock, the environment or the current directory.
//! 2. Extracting a document is a pure function of the document and the data.
//! 3. Every span of every mention is a range of the article's text exactly as it was given.
//! 4. Every value names its rule, every event its mentions, every disagreement who says what.
//! 5. An assumed date, place or participant is never shown as a stated one.
//! 6. What the store wrote reads back as the same value, and so does EDTF.
//! 7. The order of files and the number of threads do not change a byte of output.

pub mod chronology;
pub mod diagnostic;
pub mod document;
pub mod error;
pub mod event;
pub mod gazetteer;
mod packed;
mod parallel;
pub mod pipeline;
pub mod query;
pub mod render;
pub mod span;
pub mod store;
pub mod syntax;
pub mod text;
pub mod time;
pub mod timex;
