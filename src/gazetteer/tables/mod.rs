//! From entries that people write to one compact table, and back.
//!
//! `build.rs` compiles the RON files of `src/data` into a table inside the binary, and the library compiles a
//! person's own tables the same way; so everything below is shared by both, and uses nothing of the crate around it.
//! A table is read where it lies: entries are decoded when somebody asks for one, names are looked up in hash tables
//! that were laid out at build time. Nothing is sorted, parsed or copied at start-up.

pub(crate) mod alike;
pub(crate) mod dates;
pub(crate) mod entry;
pub(crate) mod fold;
#[allow(dead_code, reason = "build.rs seats the holders; the program finds them seated")]
pub(crate) mod office;
pub(crate) mod pack;
pub(crate) mod record;
#[allow(dead_code, reason = "build.rs reads the rows; the program finds places")]
pub(crate) mod rows;
pub(crate) mod sense;
pub(crate) mod spelling;
pub(crate) mod surnames;
pub(crate) mod titles;
pub(crate) mod trie;
