//! What sentences are read with.

use crate::event::frame::Frames;
use crate::gazetteer::Gazetteer;
use crate::syntax::lexicon::Lexicon;
use crate::syntax::unit::Dictionary;

/// The tables behind an extraction.
pub(super) struct Knowledge<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) frames: &'a Frames,
    pub(super) lexicon: &'a Lexicon,
}

impl<'a> Knowledge<'a> {
    /// What words and names are looked up in.
    pub(super) fn dictionary(&self) -> Dictionary<'a> {
        Dictionary { gazetteer: self.gazetteer, lexicon: self.lexicon }
    }
}
