//! One writer at a time.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use crate::error::{Error, Result};

/// The right to write, held until it is dropped. The system takes it back from a process that dies.
#[derive(Debug)]
pub(super) struct Lock {
    /// Closing the file gives the lock back.
    _file: Option<File>,
}

impl Lock {
    /// Waits until nobody else writes in this folder, which is made where it does not exist.
    ///
    /// A file system without locks gives the right to everyone: each file is still written whole.
    pub(super) fn wait(folder: &Path) -> Result<Self> {
        let file = open(folder)?;
        match file.lock() {
            Ok(()) => Ok(Self { _file: Some(file) }),
            Err(e) if e.kind() == std::io::ErrorKind::Unsupported => Ok(Self { _file: None }),
            Err(e) => Err(Error::io(folder.join(NAME))(e)),
        }
    }

    /// The right, if nobody has it now.
    pub(super) fn attempt(folder: &Path) -> Option<Self> {
        let file = open(folder).ok()?;
        match file.try_lock() {
            Ok(()) => Some(Self { _file: Some(file) }),
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => None,
        }
    }
}

const NAME: &str = ".lock";

fn open(folder: &Path) -> Result<File> {
    fs::create_dir_all(folder).map_err(Error::io(folder))?;
    let path = folder.join(NAME);
    File::options().write(true).create(true).truncate(false).open(&path).map_err(Error::io(path))
}
