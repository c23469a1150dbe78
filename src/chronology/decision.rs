//! A person's word, which overrides every score.

use crate::event::{EventType, Status};
use crate::time::Edtf;

/// One line of `events/decisions.ron`. Mentions are named by their ids.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// These mentions tell of one event.
    Same(Vec<String>),
    /// No two of these mentions tell of one event.
    Different(Vec<String>),
    /// This mention is no event.
    Reject(String),
    /// This mention is right but for these fields.
    Correct(String, Correction),
}

/// The fields a person may put right; what is absent stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Correction {
    /// When it was.
    pub when: Option<Edtf>,
    /// Its type.
    pub event: Option<EventType>,
    /// Its status.
    pub status: Option<Status>,
    /// The canonical name of its place.
    pub place: Option<String>,
    /// Its one line.
    pub summary: Option<String>,
}
