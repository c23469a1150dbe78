//! The plain-text store: a folder of RON files that a person can read, correct and keep in git.
//!
//! ```text
//! events/
//!   2026/2026-01-28-al-sharaa-putin-moscow.ron   one article: written by `add`, never by hand
//!   manual/*.ron                                 events without an article: written by people
//!   decisions.ron                                a person's word on single mentions
//!   actors.ron  places.ron  frames.ron           a person's own tables, which extend or override the built-in ones
//! ```
//!
//! The program writes the files of articles, and appends to the decisions. Adding an article again replaces its file
//! where the result differs and leaves every byte where it does not; two articles with one id are one article in two
//! versions, of which the store keeps the last and git the others.
//!
//! Every file is written beside its place and renamed into it, so that a reader, a kill or a full disk finds the old
//! file or the new one and never a part; who writes holds `.lock`. `.cache/` holds what questions ask of the store, in
//! a form that is read at once: it is made anew when a file has changed, and may be deleted at any time.
//!
//! `decisions.ron` names mentions by their ids, as `show` prints them; with the words of a mention beside its id, as
//! `decide` writes it, a decision finds it again where new rules have given it another id:
//!
//! ```ron
//! [
//!     Same(mentions: ["aj-1#3f9c", "reuters-7#a0b1"], reason: "both tell of the meeting in Moscow"),
//!     Different(mentions: ["aj-1#3f9c", "ap-2#77de"], reason: "the visit of October, not that of January"),
//!     Reject(mention: "aj-1#b2c4", reason: "a figure of speech"),
//!     Correct(mention: "ap-2#77de", when: "2025-10-15", reason: "the article says October only", by: "vg", on: "2026-02-01"),
//!     Reject(mention: (id: "ap-2#9d01", word: "waged", quote: "The war that words waged"), reason: "a figure of speech"),
//! ]
//! ```

mod append;
mod cache;
mod check;
mod convert;
mod decide;
mod decisions;
mod file_name;
mod lock;
mod manual;
mod ron_file;
mod schema;
mod tables;
mod write;

pub use cache::{Before, Cached};
pub use check::Finding;
pub use decide::{Decided, Verdict};
pub use tables::Tables;
pub use write::Added;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::chronology::{Decision, Extraction};
use crate::error::{Error, Result};
use crate::gazetteer::Gazetteer;
use crate::parallel;
use crate::store::schema::{ArticleFile, DecisionRow, ManualRow};

/// An opened store.
#[derive(Debug, Clone)]
pub struct Store {
    dir: PathBuf,
    /// What tells one build of the program from another.
    program: String,
}

/// Everything in the store.
#[derive(Debug, Default)]
pub struct Contents {
    /// Articles with their mentions, and events a person wrote, sorted by id.
    pub extractions: Vec<Extraction>,
    /// A person's word, in the order of the file.
    pub decisions: Vec<Decision>,
    /// Files that could not be read; the others are not affected.
    pub errors: Vec<Error>,
}

impl Store {
    /// The store in this folder, which [`Store::add`] makes where it does not exist.
    pub fn open(dir: impl Into<PathBuf>) -> Result<Self> {
        let dir = dir.into();
        if dir.exists() && !dir.is_dir() {
            return Err(Error::Unreadable {
                origin: dir.display().to_string(),
                why: "a store is a folder, and this is a file".to_owned(),
            });
        }
        Ok(Self { dir, program: String::new() })
    }

    /// The same, asked by a program that tells its builds apart by `program`: what one build has worked out and kept
    /// in the cache is not taken over by another, whose rules or names may differ.
    #[must_use]
    pub fn asked_by(self, program: impl Into<String>) -> Self {
        Self { program: program.into(), ..self }
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Whether there is something in it that a store holds: articles, decisions, a person's own events.
    pub fn is_filled(&self) -> bool {
        self.dir.join("decisions.ron").is_file()
            || self.manual_files().is_ok_and(|files| !files.is_empty())
            || self.article_files().is_ok_and(|files| !files.is_empty())
    }

    /// The file of an article of this id, published in this year.
    pub fn path_of(&self, id: &str, year: i32) -> PathBuf {
        self.dir.join(format!("{year:04}")).join(format!("{}.ron", file_name::encode(id)))
    }

    /// Reads everything that can be read.
    ///
    /// # Errors
    /// Where the folder does not exist. A file at fault is one of [`Contents::errors`].
    pub fn load(&self) -> Result<Contents> {
        self.load_with(self.tables()?.gazetteer())
    }

    /// The same; names in events that a person wrote are looked up in this gazetteer.
    pub fn load_with(&self, gazetteer: &Gazetteer) -> Result<Contents> {
        self.must_exist()?;
        let (files, errors) = self.read_files();
        let extractions = files.into_iter().map(|(_, extraction)| extraction).collect();
        let mut contents = Contents { extractions, errors, ..Contents::default() };
        for path in contents.keep(self.manual_files()).unwrap_or_default() {
            let found = contents.keep(read_manual(&path, gazetteer)).unwrap_or_default();
            contents.extractions.extend(found);
        }
        contents.extractions.sort_by(|a, b| a.article.id.cmp(&b.article.id));
        contents.decisions = contents.keep(self.decisions()).unwrap_or_default();
        Ok(contents)
    }

    /// A person's decisions alone; none where the store has no such file.
    pub fn decisions(&self) -> Result<Vec<Decision>> {
        Ok(self.decision_rows()?.into_iter().map(convert::decision).collect())
    }

    fn must_exist(&self) -> Result<()> {
        if self.dir.is_dir() {
            return Ok(());
        }
        Err(Error::Unreadable {
            origin: self.dir.display().to_string(),
            why: "there is no store here; fill one with `dateline add`".to_owned(),
        })
    }

    /// The file of decisions, which need not be there.
    fn decision_rows(&self) -> Result<Vec<DecisionRow>> {
        let path = self.dir.join("decisions.ron");
        if !path.exists() {
            return Ok(Vec::new());
        }
        let text = read_text(&path)?;
        ron_file::read(&path.display().to_string(), &text)
    }

    /// The articles with their paths, and what could not be read; in the order of the paths.
    fn read_files(&self) -> (Vec<(PathBuf, Extraction)>, Vec<Error>) {
        let paths = match self.article_files() {
            Ok(paths) => paths,
            Err(e) => return (Vec::new(), vec![e]),
        };
        // Reading RON takes about a millisecond a file, and no file waits for another.
        let read = |path: PathBuf| read_article(&path).map(|extraction| (path, extraction));
        let (mut files, mut errors) = (Vec::new(), Vec::new());
        for found in parallel::map(paths, read) {
            match found {
                Ok(file) => files.push(file),
                Err(e) => errors.push(e),
            }
        }
        (files, errors)
    }

    /// Folders named after a year, sorted.
    fn year_folders(&self) -> Result<Vec<PathBuf>> {
        let is_year = |p: &PathBuf| {
            let name = p.file_name().and_then(OsStr::to_str).unwrap_or("");
            name.trim_start_matches('-').parse::<u32>().is_ok() && p.is_dir()
        };
        Ok(list(&self.dir)?.into_iter().filter(is_year).collect())
    }

    fn article_files(&self) -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for year in self.year_folders()? {
            files.extend(list(&year)?.into_iter().filter(|p| is_ron(p)));
        }
        Ok(files)
    }

    fn manual_files(&self) -> Result<Vec<PathBuf>> {
        let dir = self.dir.join("manual");
        if !dir.is_dir() {
            return Ok(Vec::new());
        }
        Ok(list(&dir)?.into_iter().filter(|p| is_ron(p)).collect())
    }
}

impl Contents {
    /// The value; or nothing, with the error kept.
    fn keep<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|e| self.errors.push(e)).ok()
    }
}

fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "ron")
}

/// What a folder holds, sorted; hidden files, such as one that was being written, are passed over.
fn list(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir).map_err(Error::io(dir))? {
        let entry = entry.map_err(Error::io(dir))?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(Error::io(path))
}

fn read_article(path: &Path) -> Result<Extraction> {
    let text = read_text(path)?;
    let version = |file: &ArticleFile| file.version;
    let file = ron_file::read_versioned(&path.display().to_string(), &text, version)?;
    Ok(convert::from_file(file))
}

/// The events of one file that a person wrote.
fn read_manual(path: &Path, gazetteer: &Gazetteer) -> Result<Vec<Extraction>> {
    let text = read_text(path)?;
    let origin = path.display().to_string();
    let rows: Vec<ManualRow> = ron_file::read(&origin, &text)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    manual::extractions(&stem, rows, gazetteer).map_err(|why| Error::Unreadable { origin, why })
}
