//! Errors of reading and writing files. Nothing here is about reading prose, which never fails.

mod in_ron;

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;

pub(crate) use in_ron::from_ron;

/// What can go wrong between the disk and a document, or between the disk and the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system refused a file.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A text a person wrote for us is at fault at a known place.
    #[error("{}", diagnostic.render(origin, text))]
    At {
        /// The file's path, or the name of the argument.
        origin: String,
        /// The whole text.
        text: String,
        /// The fault.
        diagnostic: Diagnostic,
    },
    /// An article has no publication date anywhere.
    #[error(
        "{origin}: no publication date: not in a header, on the page, in a dateline or in the file's name; \
         give it with --published YYYY-MM-DD or write `Published: YYYY-MM-DD` as the first line"
    )]
    NoDate {
        /// The file's path, and the line in it for JSON lines.
        origin: String,
    },
    /// An input is not something we read.
    #[error("{origin}: {why}")]
    Unreadable {
        /// The file's path, and the line in it for JSON lines.
        origin: String,
        /// What stands in the way.
        why: String,
    },
}

/// The result of everything that touches files.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Binds an I/O error to its path: `fs::read(p).map_err(Error::io(p))`.
    pub fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }

    /// A diagnostic with the text it is about.
    pub fn at(origin: impl Into<String>, text: impl Into<String>, diagnostic: Diagnostic) -> Self {
        Self::At { origin: origin.into(), text: text.into(), diagnostic }
    }
}
