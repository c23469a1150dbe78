//! What an article is read with: names, frames, word lists.

use crate::event::frame::Frames;
use crate::gazetteer::Gazetteer;
use crate::syntax::lexicon::Lexicon;
use crate::syntax::unit::Dictionary;

/// The tables that reading needs, in one hand.
#[derive(Debug, Clone, Copy)]
pub struct Knowledge<'k> {
    /// Names of actors and places.
    pub gazetteer: &'k Gazetteer,
    /// Which words are events.
    pub frames: &'k Frames,
    /// Words of the clause grammar; nobody changes those without changing the grammar.
    pub(super) lexicon: &'k Lexicon,
}

impl Knowledge<'static> {
    /// What comes with the program.
    pub fn built_in() -> Self {
        Self::new(Gazetteer::built_in(), Frames::built_in())
    }
}

impl<'k> Knowledge<'k> {
    /// These names and frames, and the program's own word lists.
    pub fn new(gazetteer: &'k Gazetteer, frames: &'k Frames) -> Self {
        Self { gazetteer, frames, lexicon: Lexicon::built_in() }
    }

    /// What words and names are looked up in.
    pub(super) fn dictionary(&self) -> Dictionary<'k> {
        Dictionary { gazetteer: self.gazetteer, lexicon: self.lexicon }
    }
}
