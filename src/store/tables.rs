//! A person's own actors, places and frames, beside the store: `actors.ron`, `places.ron`, `frames.ron`.

use std::path::Path;

use crate::error::Result;
use crate::event::Knowledge;
use crate::event::frame::{Frame, Frames};
use crate::gazetteer::Gazetteer;
use crate::store::{Store, read_text};

/// The tables to read with: the built-in ones, with those beside the store where there are any.
#[derive(Debug, Default)]
pub struct Tables {
    gazetteer: Option<Gazetteer>,
    frames: Option<Frames>,
    /// Ids of a person's own frames.
    own_frames: Vec<String>,
}

impl Tables {
    /// Names of actors and places.
    pub fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer.as_ref().unwrap_or_else(|| Gazetteer::built_in())
    }

    /// Which words are events.
    pub fn frames(&self) -> &Frames {
        self.frames.as_ref().unwrap_or_else(|| Frames::built_in())
    }

    /// Both, as extraction takes them.
    pub fn knowledge(&self) -> Knowledge<'_> {
        Knowledge::new(self.gazetteer(), self.frames())
    }

    /// What does not fit in a person's own frames: words that another frame takes already. The id, and what is wrong;
    /// nothing where there are none.
    pub fn faults_of_own_frames(&self) -> Vec<(&str, String)> {
        let mut faults = Vec::new();
        let is_own = |frame: &&Frame| self.own_frames.contains(&frame.id);
        for (at, frame) in self.frames.iter().flat_map(Frames::all).enumerate().filter(|(_, f)| is_own(f)) {
            let others = self.frames().all().enumerate().filter(|(_, other)| is_alike(frame, other));
            // Of two own ones the second is at fault.
            for (_, other) in others.filter(|(i, other)| at > *i || !is_own(other)).filter(|(i, _)| *i != at)
            {
                let event = other.event.name();
                faults.push((
                    frame.id.as_str(),
                    format!("`{}` has this pattern already, as {event}", other.id),
                ));
            }
        }
        faults
    }
}

impl Store {
    /// The built-in tables with this store's own: an entry adds to them, or replaces the one of its code or id.
    ///
    /// A store that does not exist has none.
    ///
    /// # Errors
    /// Where a table cannot be read, with the place of its first fault.
    pub fn tables(&self) -> Result<Tables> {
        let text = |name: &str| own(&self.dir().join(name));
        let (actors, places) = (text("actors.ron")?, text("places.ron")?);
        let gazetteer = if actors.is_none() && places.is_none() {
            None
        } else {
            let actors = actors.map(|(origin, text)| Gazetteer::parse_actors(&origin, &text)).transpose()?;
            let places = places.map(|(origin, text)| Gazetteer::parse_places(&origin, &text)).transpose()?;
            Some(Gazetteer::with(&actors.unwrap_or_default(), &places.unwrap_or_default()))
        };
        let frames = text("frames.ron")?.map(|(origin, text)| Frames::parse(&origin, &text)).transpose()?;
        let own_frames = frames.iter().flat_map(Frames::all).map(|frame| frame.id.clone()).collect();
        Ok(Tables { gazetteer, frames: frames.as_ref().map(Frames::with), own_frames })
    }
}

/// Whether two frames are called up by the same words with the same beside them, so that no sentence tells them apart.
fn is_alike(one: &Frame, other: &Frame) -> bool {
    one.trigger == other.trigger
        && one.subject == other.subject
        && one.possessor == other.possessor
        && one.elements == other.elements
}

/// The path and the text of a file that need not be there.
fn own(path: &Path) -> Result<Option<(String, String)>> {
    if !path.exists() {
        return Ok(None);
    }
    Ok(Some((path.display().to_string(), read_text(path)?)))
}
