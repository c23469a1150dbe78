//! What questions ask of a store, kept beside its files so that it is read at once.
//!
//! One file, `.cache/chronology`, and one for each of the last days that were asked about (`--as-of`): the stamps of
//! the files it was made from, the digest of the chronology, the words of its events, and a JSON row for every mention
//! and article, to be read by those who want a few of them. It is written beside its place and renamed into it, it
//! counts only for the build that made it, and everything in it but the rows is hashed: a cache that is stale, torn or
//! foreign is no cache. Nothing is ever in it alone.

mod cached;
mod codec;
mod columns;
mod stamp;

pub use cached::Cached;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::chronology::{Chronology, Digest, Wording};
use crate::error::Error;
use crate::gazetteer::Gazetteer;
use crate::parallel;
use crate::store::cache::cached::RowAt;
use crate::store::cache::codec::{Reader, Writer};
use crate::store::cache::stamp::Stamp;
use crate::store::write::TEMPORARY;
use crate::store::{Store, convert, read_article, read_manual};

const FOLDER: &str = ".cache";
const NAME: &str = "chronology";
/// So many caches of days are kept.
const DAYS: usize = 2;
const MAGIC: &[u8; 16] = b"dateline cache 1";

/// Sections before the rows: stamps, index, words.
const SECTIONS: usize = 3;
const HASH: usize = 32;
const HEADER: usize = MAGIC.len() + HASH + SECTIONS * (8 + HASH);

/// A part of the file that is hashed.
#[derive(Debug, Clone, Copy)]
struct Section {
    at: u64,
    length: u64,
    hash: [u8; HASH],
}

/// The files as they were before they were read, to write a cache with.
#[derive(Debug)]
pub struct Before {
    as_of: Option<NaiveDate>,
    temporary: PathBuf,
    file: File,
    stamps: Vec<Stamp>,
    /// The file system's own time, by a file just made.
    taken: i64,
}

impl Store {
    /// The cache of what was known on a day, or is now, where there is one and it holds for the files as they are.
    pub fn cached(&self, as_of: Option<NaiveDate>, gazetteer: &Gazetteer) -> Option<Cached> {
        let mut file = File::open(self.dir().join(FOLDER).join(name(as_of))).ok()?;
        let [stamps, index, words] = sections(&mut file, self.build(as_of))?;
        let bytes = load(&mut file, stamps)?;
        let mut reader = Reader(&bytes);
        let (written, unread) = (stamp::read(&mut reader)?, fresh(&mut reader)?);
        if stamp::all(self).ok()? != written || !unread.iter().all(|(path, hash)| self.reads(path, *hash)) {
            return None;
        }
        let broken = reader.list(|r| r.text().map(str::to_owned))?;
        let errors = broken.iter().map(|name| self.error_of(name, gazetteer)).collect::<Option<Vec<_>>>()?;
        Cached::open(file, index, words, self.decisions().ok()?, errors)
    }

    /// Notes the files as they are, to be called before they are read for a chronology of what was known on a day, or
    /// is now; `None` where no cache can be written.
    pub fn before(&self, as_of: Option<NaiveDate>) -> Option<Before> {
        let folder = self.dir().join(FOLDER);
        if !folder.is_dir() {
            // Not with the folders above it: a store that is not there is not made by a question.
            fs::create_dir(&folder).ok()?;
        }
        // Nobody commits a cache.
        let ignore = folder.join(".gitignore");
        // A full disk may have left it empty.
        if !fs::metadata(&ignore).is_ok_and(|m| m.len() > 0) {
            fs::write(&ignore, "*\n").ok()?;
        }
        let temporary = folder.join(format!(".{}.{}{TEMPORARY}", name(as_of), std::process::id()));
        let file = File::create(&temporary).ok()?;
        let taken = stamp::modified(&file.metadata().ok()?);
        let stamps = stamp::all(self).ok()?;
        Some(Before { as_of, temporary, file, stamps, taken })
    }

    /// Keeps a chronology that was built from the files as they were `before`. Where that cannot be, nothing is kept.
    pub fn keep(&self, before: Before, errors: &[Error], chronology: &Chronology) {
        let Before { as_of, temporary, mut file, stamps, taken } = before;
        let folder = self.dir().join(FOLDER);
        let written = self
            .encode(&stamps, taken, errors, chronology)
            .and_then(|[sections, rows]| {
                let parts = [MAGIC.as_slice(), &self.build(as_of), &sections, &rows];
                parts.iter().try_for_each(|part| file.write_all(part)).and_then(|()| file.flush()).ok()
            })
            .and_then(|()| fs::rename(&temporary, folder.join(name(as_of))).ok());
        if written.is_none() {
            let _ = fs::remove_file(&temporary);
        }
        sweep(&folder, taken);
    }

    fn encode(
        &self,
        stamps: &[Stamp],
        taken: i64,
        errors: &[Error],
        chronology: &Chronology,
    ) -> Option<[Vec<u8>; 2]> {
        let mut head = Writer::default();
        stamp::write(stamps, &mut head);
        let unsure: Vec<&Stamp> = stamps.iter().filter(|s| s.is_fresh(taken)).collect();
        let hashes: Option<Vec<_>> = unsure.iter().map(|s| Some((s, self.hash_of(&s.path)?))).collect();
        head.list(&hashes?, |w, (stamp, hash)| {
            w.bytes(stamp.path.as_bytes());
            w.bytes(hash);
        });
        let broken: Option<Vec<_>> = errors.iter().map(|e| self.name_of(e)).collect();
        head.list(&broken?, |w, name| w.bytes(name.as_bytes()));

        let mut rows = Vec::new();
        let mut row = |bytes: Vec<u8>| -> Option<RowAt> {
            let at = RowAt { at: rows.len() as u64, length: u32::try_from(bytes.len()).ok()? };
            rows.extend(bytes);
            Some(at)
        };
        let mut index = Writer::default();
        columns::write(&Digest::of(chronology), &mut index)?;
        let number: BTreeMap<&str, usize> =
            chronology.events.iter().enumerate().map(|(at, e)| (e.id.as_str(), at)).collect();
        index.list(&chronology.events, |w, e| {
            w.bytes(e.id.as_bytes());
            w.list(&e.mentions, |w, m| w.count(*m));
            w.list(&e.relations, |w, r| {
                w.byte(r.is as u8);
                w.count(number.get(r.to.as_str()).copied().unwrap_or(usize::MAX));
                w.count(r.mention);
                w.bytes(r.signal.as_bytes());
            });
        });
        let written = parallel::each(chronology.mentions.len(), |m| {
            let mention = &chronology.mentions[m];
            let article =
                chronology.articles.binary_search_by(|a| a.id.as_str().cmp(&mention.document)).ok()?;
            Some((article, serde_json::to_vec(&convert::mention_row(mention)).ok()?))
        });
        let mut mentions = Vec::with_capacity(written.len());
        for mention in written {
            let (article, bytes) = mention?;
            mentions.push((article, row(bytes)?));
        }
        let place = |w: &mut Writer, row: &RowAt| {
            w.number(row.at);
            w.number(row.length.into());
        };
        index.list(&mentions, |w, (article, row)| {
            w.count(*article);
            place(w, row);
        });
        let articles: Option<Vec<_>> = chronology
            .articles
            .iter()
            .map(|a| row(serde_json::to_vec(&convert::article_row(a)).ok()?))
            .collect();
        index.list(&articles?, place);

        let wording = Wording::of(chronology);
        let mut words = Writer::default();
        words.list(&wording.ends, |w, end| w.number((*end).into()));
        words.bytes(wording.text.as_bytes());

        let sections = [head.0, index.0, words.0];
        let mut bytes =
            Vec::with_capacity(SECTIONS * (8 + HASH) + sections.iter().map(Vec::len).sum::<usize>());
        for section in &sections {
            bytes.extend_from_slice(&(section.len() as u64).to_le_bytes());
            bytes.extend_from_slice(blake3::hash(section).as_bytes());
        }
        for section in &sections {
            bytes.extend_from_slice(section);
        }
        Some([bytes, rows])
    }

    /// What a cache of this build and day begins with.
    fn build(&self, as_of: Option<NaiveDate>) -> [u8; HASH] {
        let (version, program) = (env!("CARGO_PKG_VERSION"), &self.program);
        *blake3::hash(format!("{version} {program} {}", name(as_of)).as_bytes()).as_bytes()
    }

    fn hash_of(&self, name: &str) -> Option<[u8; HASH]> {
        Some(*blake3::hash(&fs::read(self.dir().join(name)).ok()?).as_bytes())
    }

    fn reads(&self, name: &str, hash: [u8; HASH]) -> bool {
        self.hash_of(name) == Some(hash)
    }

    /// The file in the store that an error is about; `None` where it is about none, and then no cache is kept.
    fn name_of(&self, error: &Error) -> Option<String> {
        let path = match error {
            Error::Io { path, .. } => path.as_path(),
            Error::At { origin, .. } | Error::Unreadable { origin, .. } | Error::NoDate { origin } => {
                Path::new(origin)
            }
        };
        Some(path.strip_prefix(self.dir()).ok()?.to_string_lossy().into_owned())
    }

    /// The error that reading a file gives; `None` where it gives none after all.
    fn error_of(&self, name: &str, gazetteer: &Gazetteer) -> Option<Error> {
        let path = self.dir().join(name);
        if name == "decisions.ron" {
            return self.decisions().err();
        }
        if name.starts_with("manual") {
            read_manual(&path, gazetteer).err()
        } else {
            read_article(&path).err()
        }
    }
}

/// The sections' places and hashes, where the file is a cache of this build.
fn sections(file: &mut File, made_by: [u8; HASH]) -> Option<[Section; SECTIONS]> {
    let mut header = [0; HEADER];
    file.read_exact(&mut header).ok()?;
    let (magic, rest) = header.split_at(MAGIC.len());
    let (build, mut rest) = rest.split_at(HASH);
    if magic != MAGIC || build != made_by {
        return None;
    }
    let mut at = HEADER as u64;
    let mut sections = [Section { at: 0, length: 0, hash: [0; HASH] }; SECTIONS];
    for section in &mut sections {
        let (length, hash) = (rest.get(..8)?, rest.get(8..8 + HASH)?);
        let length = u64::from_le_bytes(length.try_into().ok()?);
        *section = Section { at, length, hash: hash.try_into().ok()? };
        at = at.checked_add(length)?;
        rest = &rest[8 + HASH..];
    }
    (at <= file.metadata().ok()?.len()).then_some(sections)
}

/// A section's bytes, where they are those that were written.
fn load(file: &mut File, section: Section) -> Option<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(section.length).ok()?];
    file.seek(SeekFrom::Start(section.at)).ok()?;
    file.read_exact(&mut bytes).ok()?;
    (*blake3::hash(&bytes).as_bytes() == section.hash).then_some(bytes)
}

/// Files too fresh to be known by their stamps, with the hashes of what was read.
fn fresh(r: &mut Reader<'_>) -> Option<Vec<(String, [u8; HASH])>> {
    r.list(|r| Some((r.text()?.to_owned(), r.bytes()?.try_into().ok()?)))
}

/// The cache of a day, or of now.
fn name(as_of: Option<NaiveDate>) -> String {
    as_of.map_or_else(|| NAME.to_owned(), |day| format!("{NAME}-{day}"))
}

/// Removes what processes that are gone were writing, by its age, since others may be at it now; and caches of days but
/// the last ones: two are held against each other, and more would fill the disk of who asks about each day of a war.
fn sweep(folder: &Path, now: i64) {
    const OLD: i64 = 3_600_000_000_000;
    let mut days = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let changed = entry.metadata().map_or(now, |m| stamp::modified(&m));
        if name.ends_with(TEMPORARY) && changed < now - OLD {
            let _ = fs::remove_file(entry.path());
        } else if name.strip_prefix(NAME).is_some_and(|rest| rest.starts_with('-')) {
            days.push((changed, entry.path()));
        }
    }
    days.sort();
    days.iter().rev().skip(DAYS).for_each(|(_, path)| drop(fs::remove_file(path)));
}
