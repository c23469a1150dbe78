//! From results to text; no I/O, everything writes into [`std::fmt::Write`].

pub mod timeml;
