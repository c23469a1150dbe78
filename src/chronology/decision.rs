//! A person's word, which overrides every score.

use super::Reference;
use crate::event::{EventType, Status};
use crate::time::Edtf;

/// One line of `events/decisions.ron`.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// These mentions tell of one event.
    Same(Vec<Reference>),
    /// No two of these mentions tell of one event.
    Different(Vec<Reference>),
    /// This mention is no event.
    Reject(Reference),
    /// This mention is right but for these fields.
    Correct(Reference, Correction),
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
