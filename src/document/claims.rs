//! Which article an id belongs to.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::plain::unreadable;
use crate::document::{Document, Ids, Loaded};
use crate::error::Result;

/// The ids given so far, as hashes: a stream of articles may be long, and memory stays flat but for some sixty bytes
/// each.
#[derive(Debug, Default)]
pub struct Claims {
    ids: Ids,
    known: BTreeMap<Short, (Place, Short)>,
    /// Further texts of an id, which are rare.
    more: BTreeSet<(Short, Short)>,
    /// The origins that places count from.
    origins: Vec<String>,
}

/// Half of a BLAKE3 hash, which is enough to tell articles apart.
type Short = [u8; 16];

fn short(bytes: &[u8]) -> Short {
    let hash = blake3::hash(bytes);
    std::array::from_fn(|n| hash.as_bytes()[n])
}

/// An origin by its number, and the line in it; 0 where it has none.
type Place = (u32, u32);

impl Claims {
    /// No id is taken; what becomes of one that a second article claims is told by `ids`.
    pub fn new(ids: Ids) -> Self {
        Self { ids, ..Self::default() }
    }

    /// The article, with a note or as an error where another one has its id; nothing where it was already given.
    ///
    /// Articles are to be shown in the order of the inputs: the first of an id keeps it.
    pub fn claim(&mut self, mut loaded: Loaded) -> Option<Result<Loaded>> {
        let Document { id, text, .. } = &loaded.document;
        let (named, hash) = (short(id.as_bytes()), short(text.as_bytes()));
        let Some((first, same)) = self.known.get(&named) else {
            let place = self.place(&loaded.origin);
            self.known.insert(named, (place, hash));
            return Some(Ok(loaded));
        };
        if *same == hash || self.more.contains(&(named, hash)) {
            return None;
        }
        let first = self.origin(*first);
        match self.ids {
            Ids::MustDiffer => {
                let why = format!("the id `{id}` belongs to the article at {first}; give this one its own");
                Some(Err(unreadable(&loaded.origin, why)))
            }
            Ids::MayRepeat => {
                self.more.insert((named, hash));
                let note = format!("the id `{id}` is also that of the article at {first}, with another text");
                loaded.notes.push(note);
                Some(Ok(loaded))
            }
        }
    }

    /// "articles.jsonl:12" by the number of its file, which is mostly the last one met, and its line.
    fn place(&mut self, origin: &str) -> Place {
        let line = origin.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse().ok()?)));
        let (file, line) = line.unwrap_or((origin, 0));
        if self.origins.last().is_none_or(|last| last != file) {
            self.origins.push(file.to_owned());
        }
        (u32::try_from(self.origins.len() - 1).unwrap_or(u32::MAX), line)
    }

    fn origin(&self, (file, line): Place) -> String {
        let file = self.origins.get(file as usize).map_or("", String::as_str);
        if line == 0 { file.to_owned() } else { format!("{file}:{line}") }
    }
}
