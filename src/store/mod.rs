//! The plain-text store.

use std::path::{Path, PathBuf};

use crate::chronology::{Decision, Extraction};
use crate::error::{Error, Result};

/// A folder of extracted articles.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
}

/// Everything in the store.
#[derive(Debug, Default)]
pub struct Contents {
    /// Articles with their mentions, and events a person wrote.
    pub extractions: Vec<Extraction>,
    /// A person's word.
    pub decisions: Vec<Decision>,
    /// Files that could not be read.
    pub errors: Vec<Error>,
}

/// What adding an article did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// A file was written or replaced.
    Written(PathBuf),
    /// The file already said this.
    Unchanged(PathBuf),
}

impl Store {
    /// Opens the folder.
    pub fn open(folder: &Path) -> Result<Self> {
        Ok(Self { folder: folder.to_owned() })
    }

    /// Writes one article.
    pub fn add(&self, extraction: &Extraction) -> Result<Added> {
        Ok(Added::Unchanged(self.folder.join(&extraction.article.id)))
    }

    /// Reads everything.
    pub fn load(&self) -> Result<Contents> {
        let why = || "there is no store here; fill one with `dateline add`".to_owned();
        if self.folder.is_dir() {
            Ok(Contents::default())
        } else {
            Err(Error::Unreadable { origin: self.folder.display().to_string(), why: why() })
        }
    }

    /// What is wrong with the store.
    pub fn check(&self) -> Result<Vec<String>> {
        self.load().map(|_| Vec::new())
    }
}
