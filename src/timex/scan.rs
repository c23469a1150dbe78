//! Leftmost-longest scan.
