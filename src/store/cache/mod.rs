//! What questions ask of a store, kept beside its files so that it is read at once.
//!
//! One file, `.cache/chronology`: the stamps of the files it was made from, the digest of the chronology, the words of
//! its events, and a JSON row for every mention and article, to be read by those who want a few of them. It is
//! written beside its place and renamed into it, it counts only for the build that made it, and everything in it but
//! the rows is hashed: a cache that is stale, torn or foreign is no cache. Nothing is ever in it alone.

mod codec;
mod columns;
mod stamp;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::chronology::{Article, Chronology, Cluster, Decision, Digest, Relation, Sequence, Wording};
use crate::error::Error;
use crate::event::Mention;
use crate::gazetteer::Gazetteer;
use crate::store::cache::codec::{Reader, Writer};
use crate::store::cache::stamp::Stamp;
use crate::store::schema::{ArticleRow, MentionRow};
use crate::store::write::TEMPORARY;
use crate::store::{Store, convert, read_article, read_manual};

const FOLDER: &str = ".cache";
const NAME: &str = "chronology";
const MAGIC: &[u8; 16] = b"dateline cache 1";

/// Sections before the rows: stamps, index, words.
const SECTIONS: usize = 3;
const HASH: usize = 32;
const HEADER: usize = MAGIC.len() + HASH + SECTIONS * (8 + HASH);
/// Rows so near to each other are read in one go.
const GAP: u64 = 64 * 1024;

/// A cache that holds for the files as they are.
#[derive(Debug)]
pub struct Cached {
    file: RefCell<File>,
    digest: Digest,
    events: Vec<EventAt>,
    mentions: Vec<MentionAt>,
    articles: Vec<RowAt>,
    /// Where the rows begin in the file.
    rows: u64,
    words: Section,
    decisions: Vec<Decision>,
    errors: Vec<Error>,
}

#[derive(Debug)]
struct EventAt {
    id: String,
    mentions: Vec<u32>,
    relations: Vec<RelationAt>,
}

/// A relation by numbers: of the other event and of its own mention.
#[derive(Debug)]
struct RelationAt {
    is: Sequence,
    to: u32,
    mention: u32,
    signal: String,
}

#[derive(Debug, Clone, Copy)]
struct MentionAt {
    article: u32,
    row: RowAt,
}

/// A row in the file, counted from where the rows begin.
#[derive(Debug, Clone, Copy)]
struct RowAt {
    at: u64,
    length: u32,
}

#[derive(Debug, Clone, Copy)]
struct Section {
    at: u64,
    length: u64,
    hash: [u8; HASH],
}

/// The files as they were before they were read, to write a cache with.
#[derive(Debug)]
pub struct Before {
    temporary: PathBuf,
    file: File,
    stamps: Vec<Stamp>,
    /// The file system's own time, by a file just made.
    taken: i64,
}

impl Store {
    /// The cache, where there is one and it holds for the files as they are.
    pub fn cached(&self, gazetteer: &Gazetteer) -> Option<Cached> {
        let mut file = File::open(self.dir().join(FOLDER).join(NAME)).ok()?;
        let [stamps, index, words] = sections(&mut file, self.build())?;
        let bytes = load(&mut file, stamps)?;
        let mut reader = Reader(&bytes);
        let (written, unread) = (stamp::read(&mut reader)?, fresh(&mut reader)?);
        if stamp::all(self).ok()? != written || !unread.iter().all(|(path, hash)| self.reads(path, *hash)) {
            return None;
        }
        let broken = reader.list(|r| r.text().map(str::to_owned))?;
        let errors = broken.iter().map(|name| self.error_of(name, gazetteer)).collect::<Option<Vec<_>>>()?;
        let bytes = load(&mut file, index)?;
        let mut reader = Reader(&bytes);
        let digest = columns::read(&mut reader)?;
        let events = reader.list(|r| {
            let (id, mentions) = (r.text()?.to_owned(), r.list(Reader::small)?);
            Some(EventAt { id, mentions, relations: r.list(read_relation)? })
        })?;
        let row = |r: &mut Reader<'_>| Some(RowAt { at: r.number()?, length: r.small()? });
        let mentions = reader.list(|r| Some(MentionAt { article: r.small()?, row: row(r)? }))?;
        let articles = reader.list(row)?;
        (digest.lines.len() == events.len()).then_some(())?;
        let decisions = self.decisions().ok()?;
        let rows = words.at + words.length;
        Some(Cached {
            file: RefCell::new(file),
            digest,
            events,
            mentions,
            articles,
            rows,
            words,
            decisions,
            errors,
        })
    }

    /// Notes the files as they are, to be called before they are read; `None` where no cache can be written.
    pub fn before(&self) -> Option<Before> {
        let folder = self.dir().join(FOLDER);
        if !folder.is_dir() {
            // Not with the folders above it: a store that is not there is not made by a question.
            fs::create_dir(&folder).ok()?;
        }
        // Nobody commits a cache.
        let ignore = folder.join(".gitignore");
        if !ignore.exists() {
            fs::write(&ignore, "*\n").ok()?;
        }
        let temporary = folder.join(format!(".{NAME}.{}{TEMPORARY}", std::process::id()));
        let file = File::create(&temporary).ok()?;
        let taken = stamp::modified(&file.metadata().ok()?);
        let stamps = stamp::all(self).ok()?;
        Some(Before { temporary, file, stamps, taken })
    }

    /// Keeps a chronology that was built from the files as they were `before`. Where that cannot be, nothing is kept.
    pub fn keep(&self, before: Before, errors: &[Error], chronology: &Chronology) {
        let Before { temporary, mut file, stamps, taken } = before;
        let written = self
            .encode(&stamps, taken, errors, chronology)
            .and_then(|bytes| file.write_all(&bytes).and_then(|()| file.flush()).ok())
            .and_then(|()| fs::rename(&temporary, self.dir().join(FOLDER).join(NAME)).ok());
        if written.is_none() {
            let _ = fs::remove_file(&temporary);
        }
        sweep(&self.dir().join(FOLDER), taken);
    }

    fn encode(
        &self,
        stamps: &[Stamp],
        taken: i64,
        errors: &[Error],
        chronology: &Chronology,
    ) -> Option<Vec<u8>> {
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
        let mut mentions = Vec::with_capacity(chronology.mentions.len());
        for mention in &chronology.mentions {
            let article =
                chronology.articles.binary_search_by(|a| a.id.as_str().cmp(&mention.document)).ok()?;
            let bytes = serde_json::to_vec(&convert::mention_row(mention)).ok()?;
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
            Vec::with_capacity(HEADER + sections.iter().map(Vec::len).sum::<usize>() + rows.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&self.build());
        for section in &sections {
            bytes.extend_from_slice(&(section.len() as u64).to_le_bytes());
            bytes.extend_from_slice(blake3::hash(section).as_bytes());
        }
        for section in &sections {
            bytes.extend_from_slice(section);
        }
        bytes.extend_from_slice(&rows);
        Some(bytes)
    }

    /// What a cache of this build begins with.
    fn build(&self) -> [u8; HASH] {
        *blake3::hash(format!("{} {}", env!("CARGO_PKG_VERSION"), self.program).as_bytes()).as_bytes()
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

impl Cached {
    /// What questions ask.
    pub fn digest(&self) -> &Digest {
        &self.digest
    }

    /// The words of every event; `None` where the cache is damaged.
    pub fn wording(&self) -> Option<Wording> {
        let bytes = load(&mut self.file.borrow_mut(), self.words)?;
        let mut reader = Reader(&bytes);
        let ends = reader.list(Reader::small)?;
        Some(Wording { ends, text: reader.text()?.to_owned() })
    }

    /// How many articles the store has.
    pub fn articles(&self) -> usize {
        self.articles.len()
    }

    /// What is wrong with files of the store.
    pub fn into_errors(self) -> Vec<Error> {
        self.errors
    }

    /// A chronology of these events alone, given in their order; `None` where the cache is damaged.
    pub fn chronology(&self, events: &[usize], gazetteer: &Gazetteer) -> Option<Chronology> {
        let events: Vec<&EventAt> = events.iter().map(|at| self.events.get(*at)).collect::<Option<_>>()?;
        let mut wanted: Vec<u32> = events.iter().flat_map(|e| e.mentions.iter().copied()).collect();
        wanted.sort_unstable();
        let spots: Vec<MentionAt> =
            wanted.iter().map(|m| self.mentions.get(*m as usize).copied()).collect::<Option<_>>()?;
        let mut of: Vec<u32> = spots.iter().map(|s| s.article).collect();
        of.sort_unstable();
        of.dedup();
        let article_rows: Vec<RowAt> =
            of.iter().map(|a| self.articles.get(*a as usize).copied()).collect::<Option<_>>()?;
        let articles: Vec<Article> = self.rows(&article_rows, |bytes| {
            Some(convert::article(serde_json::from_slice::<ArticleRow>(bytes).ok()?))
        })?;
        let rows: Vec<RowAt> = spots.iter().map(|s| s.row).collect();
        let mut at = 0;
        let mentions: Vec<Mention> = self.rows(&rows, |bytes| {
            let article = of.binary_search(&spots[at].article).ok()?;
            at += 1;
            Some(convert::mention(serde_json::from_slice::<MentionRow>(bytes).ok()?, &articles[article].id))
        })?;
        let place = |m: &u32| wanted.binary_search(m).ok();
        let relation = |r: &RelationAt| {
            let to = self.events.get(r.to as usize)?.id.clone();
            Some(Relation { is: r.is, to, mention: place(&r.mention)?, signal: r.signal.clone() })
        };
        let cluster = |e: &&EventAt| {
            Some(Cluster {
                id: e.id.clone(),
                members: e.mentions.iter().map(place).collect::<Option<Vec<_>>>()?,
                relations: e.relations.iter().map(relation).collect::<Option<Vec<_>>>()?,
            })
        };
        let clusters: Option<Vec<Cluster>> = events.iter().map(cluster).collect();
        Some(Chronology::from_clusters(articles, mentions, clusters?, &self.decisions, gazetteer))
    }

    /// Reads rows, which stand in the order of the file.
    fn rows<T>(&self, rows: &[RowAt], mut read: impl FnMut(&[u8]) -> Option<T>) -> Option<Vec<T>> {
        let mut file = self.file.borrow_mut();
        let mut found = Vec::with_capacity(rows.len());
        let mut rest = rows;
        let mut buffer = Vec::new();
        while let Some(first) = rest.first() {
            let end = |r: &RowAt| r.at + u64::from(r.length);
            // As many as lie close together.
            let near = 1 + rest.windows(2).take_while(|pair| pair[1].at <= end(&pair[0]) + GAP).count();
            let (run, after) = rest.split_at(near);
            let last = run.last().map_or(first.at, end);
            buffer.resize(usize::try_from(last.checked_sub(first.at)?).ok()?, 0);
            file.seek(SeekFrom::Start(self.rows + first.at)).ok()?;
            file.read_exact(&mut buffer).ok()?;
            for row in run {
                let from = usize::try_from(row.at.checked_sub(first.at)?).ok()?;
                found.push(read(buffer.get(from..from + row.length as usize)?)?);
            }
            rest = after;
        }
        Some(found)
    }
}

fn read_relation(r: &mut Reader<'_>) -> Option<RelationAt> {
    const ALL: [Sequence; 3] = [Sequence::Before, Sequence::During, Sequence::After];
    let is = *ALL.get(usize::from(r.byte()?))?;
    Some(RelationAt { is, to: r.small()?, mention: r.small()?, signal: r.text()?.to_owned() })
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

/// Removes what processes that are gone were writing: by their age, since others may be at it now.
fn sweep(folder: &Path, now: i64) {
    const OLD: i64 = 3_600_000_000_000;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours = name.to_string_lossy().ends_with(TEMPORARY);
        let old = entry.metadata().is_ok_and(|m| stamp::modified(&m) < now - OLD);
        if is_ours && old {
            let _ = fs::remove_file(entry.path());
        }
    }
}
