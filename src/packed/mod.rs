//! Data that `build.rs` lays out and the program reads where it lies: numbers, strings, a dictionary.
//!
//! `build.rs` includes this room, so it uses nothing of the crate. To read another table without parsing it at
//! start-up: give its entries a `pack` with [`bytes::Writer`] and an `unpack` with [`bytes::Reader`] in a file that
//! `build.rs` can include too, and read what it writes with `include_bytes!`.

pub(crate) mod bytes;
pub(crate) mod dictionary;
