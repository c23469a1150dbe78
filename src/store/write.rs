//! Articles into files: whole or not at all, one writer at a time.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use chrono::Datelike;

use crate::chronology::Extraction;
use crate::error::{Error, Result};
use crate::store::lock::Lock;
use crate::store::{Store, convert, read_article, ron_file};

/// The first line of every file we write.
const COMMENT: &str =
    "// Written by `dateline add`. Corrections go to decisions.ron: this file is replaced.\n";

/// What adding an article did, and to which file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// It was not there before.
    Written(PathBuf),
    /// Its file said something else.
    Replaced(PathBuf),
    /// Its file says the same already; no byte changed.
    Unchanged(PathBuf),
}

/// A file that is written and not yet in its place.
struct Pending {
    temporary: PathBuf,
    file: File,
    path: PathBuf,
    /// Files of the same article in the folders of other years, which go once this one stands.
    elsewhere: Vec<PathBuf>,
    replaces: bool,
    /// Whether it is on disk and not only in the system's memory.
    flushed: std::io::Result<()>,
}

/// What a file needs done to it.
enum Step {
    Pending(Pending),
    Unchanged(PathBuf),
}

impl Store {
    /// Writes the file of an article, whole or not at all.
    ///
    /// An article that is now dated to another year leaves its old folder.
    pub fn add(&self, extraction: &Extraction) -> Result<Added> {
        let batch = self.next_batch()?;
        self.add_all(std::slice::from_ref(extraction), batch).remove(0)
    }

    /// Writes the files of many articles, each whole or not at all; a failure of one stops no other.
    ///
    /// `batch` is what [`Store::next_batch`] gave at the beginning of this round of adding; an article that is there
    /// already keeps its own.
    pub fn add_all(&self, extractions: &[Extraction], batch: u32) -> Vec<Result<Added>> {
        let lock = match Lock::wait(self.dir()) {
            Ok(lock) => lock,
            Err(e) => {
                let why = e.to_string();
                let again =
                    || Error::Unreadable { origin: self.dir().display().to_string(), why: why.clone() };
                let mut failures: Vec<_> = extractions.iter().map(|_| Err(again())).collect();
                if let Some(first) = failures.first_mut() {
                    *first = Err(e);
                }
                return failures;
            }
        };
        let mut steps: Vec<Result<Step>> = extractions.iter().map(|e| self.prepare(e, batch)).collect();
        flush(&mut steps);
        let mut folders = BTreeSet::new();
        let added = steps
            .into_iter()
            .map(|step| match step? {
                Step::Unchanged(path) => Ok(Added::Unchanged(path)),
                Step::Pending(pending) => {
                    folders.extend(pending.path.parent().map(Path::to_owned));
                    pending.settle()
                }
            })
            .collect();
        for folder in folders {
            // The new names last only once their folder is on disk too; not every system opens folders.
            let _ = File::open(folder).and_then(|f| f.sync_all());
        }
        drop(lock);
        added
    }

    /// The number of the next round of adding: one more than that of any article there, 1 in an empty store.
    ///
    /// Removes what a killed writer may have left, since who adds is about to write anyway.
    pub fn next_batch(&self) -> Result<u32> {
        if !self.dir().is_dir() {
            return Ok(1);
        }
        if let Some(_lock) = Lock::attempt(self.dir()) {
            self.sweep();
        }
        let mut last = 0;
        for path in self.article_files()? {
            // The number stands near the top; what cannot be read has none.
            let mut head = Vec::with_capacity(HEAD);
            let read = File::open(&path).and_then(|f| f.take(HEAD as u64).read_to_end(&mut head));
            last = last.max(read.map_or(0, |_| batch_in(&String::from_utf8_lossy(&head))));
        }
        Ok(last + 1)
    }

    /// Writes an article beside its place.
    fn prepare(&self, extraction: &Extraction, batch: u32) -> Result<Step> {
        let article = &extraction.article;
        let path = self.path_of(&article.id, article.published.year());
        let elsewhere = self.other_years(&path)?;
        let before = match fs::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(e) if e.kind() == ErrorKind::NotFound => None,
            Err(e) => return Err(Error::io(path)(e)),
        };
        let old = before.clone().or_else(|| elsewhere.first().and_then(|p| fs::read(p).ok()));
        let mut file = convert::to_file(extraction);
        file.article.batch = old.map_or(batch, |bytes| batch_in(&String::from_utf8_lossy(&bytes)).max(1));
        let text = ron_file::write(COMMENT, &file).map_err(|e| Error::Unreadable {
            origin: path.display().to_string(),
            why: format!("it cannot be written as RON: {e}"),
        })?;
        let same = before.as_deref() == Some(text.as_bytes());
        if same && elsewhere.is_empty() {
            return Ok(Step::Unchanged(path));
        }
        if !same {
            not_anothers(&path, &article.id)?;
        }
        let (temporary, file) = write_beside(&path, text.as_bytes())?;
        let replaces = before.is_some() || !elsewhere.is_empty();
        Ok(Step::Pending(Pending { temporary, file, path, elsewhere, replaces, flushed: Ok(()) }))
    }

    /// Files of the same name in the folders of other years.
    fn other_years(&self, path: &Path) -> Result<Vec<PathBuf>> {
        if !self.dir().is_dir() {
            return Ok(Vec::new());
        }
        let name = path.file_name().unwrap_or_default();
        let years = self.year_folders()?;
        Ok(years.iter().map(|y| y.join(name)).filter(|p| p != path && p.is_file()).collect())
    }

    /// Removes files that were being written by a process that is gone: who holds the lock is the only writer.
    fn sweep(&self) {
        let folders = self.year_folders().unwrap_or_default();
        for folder in folders.iter().map(PathBuf::as_path).chain([self.dir()]) {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let name = entry.file_name();
                let name = name.to_string_lossy();
                if name.starts_with('.') && name.ends_with(TEMPORARY) {
                    let _ = fs::remove_file(entry.path());
                }
            }
        }
    }
}

/// What ends the name of a file that is being written.
pub(super) const TEMPORARY: &str = ".dateline-tmp";
/// How far into a file its batch may stand.
const HEAD: usize = 4096;

/// The batch that a file of ours states near its top; 1 where it is one without.
fn batch_in(text: &str) -> u32 {
    let head = text.split("mentions: [").next().unwrap_or("");
    let number = head.rsplit_once("\n        batch: ").and_then(|(_, rest)| rest.split_once(','));
    number.and_then(|(number, _)| number.parse().ok()).unwrap_or(1)
}

impl Pending {
    /// Puts it into its place, once it is on disk: a name that lasts before its content would be an empty file.
    fn settle(self) -> Result<Added> {
        let Self { temporary, path, elsewhere, replaces, flushed, .. } = self;
        let settled = flushed.and_then(|()| fs::rename(&temporary, &path));
        if let Err(e) = settled {
            let _ = fs::remove_file(&temporary);
            return Err(Error::io(path)(e));
        }
        for old in &elsewhere {
            fs::remove_file(old).map_err(Error::io(old))?;
        }
        Ok(if replaces { Added::Replaced(path) } else { Added::Written(path) })
    }
}

/// How many files wait for the disk at once: it takes what waits together in one go, some milliseconds each time.
const WAITING: usize = 32;

/// Puts all files on disk.
fn flush(steps: &mut [Result<Step>]) {
    let mut pending: Vec<&mut Pending> = steps
        .iter_mut()
        .filter_map(|step| match step {
            Ok(Step::Pending(pending)) => Some(pending),
            _ => None,
        })
        .collect();
    let share = pending.len().div_ceil(WAITING).max(1);
    std::thread::scope(|scope| {
        for chunk in pending.chunks_mut(share) {
            scope.spawn(move || chunk.iter_mut().for_each(|p| p.flushed = p.file.sync_all()));
        }
    });
}

/// Writes a file beside its place, under a name that readers pass over.
fn write_beside(path: &Path, bytes: &[u8]) -> Result<(PathBuf, File)> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(Error::io(folder))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}{TEMPORARY}", std::process::id()));
    let written = File::create(&temporary).and_then(|mut file| file.write_all(bytes).map(|()| file));
    match written {
        Ok(file) => Ok((temporary, file)),
        Err(e) => {
            let _ = fs::remove_file(&temporary);
            Err(Error::io(path)(e))
        }
    }
}

/// Writes beside the target and renames: a reader, or a power cut, sees the old file or the new one.
pub(super) fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let (temporary, file) = write_beside(path, bytes)?;
    let path = path.to_owned();
    let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
    let flushed = file.sync_all();
    Pending { temporary, file, path, elsewhere: Vec::new(), replaces: true, flushed }.settle()?;
    let _ = File::open(folder).and_then(|f| f.sync_all());
    Ok(())
}

/// Refuses to write over another article: on a system that takes "A" and "a" for one name, two ids share a file.
/// A file that cannot be read is nobody's.
fn not_anothers(path: &Path, id: &str) -> Result<()> {
    match read_article(path) {
        Ok(there) if there.article.id != id => Err(Error::Unreadable {
            origin: path.display().to_string(),
            why: format!("it holds the article `{}`, and `{id}` would take its place", there.article.id),
        }),
        _ => Ok(()),
    }
}
