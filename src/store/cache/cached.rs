//! A cache as it is read: the digest and the places of all rows at once, the rows when they are asked for.

use std::cell::RefCell;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use crate::chronology::{Article, Chronology, Cluster, Decision, Digest, Relation, Sequence, Wording};
use crate::error::Error;
use crate::event::Mention;
use crate::gazetteer::Gazetteer;
use crate::parallel;
use crate::store::cache::codec::Reader;
use crate::store::cache::{Section, columns, load};
use crate::store::convert;
use crate::store::schema::{ArticleRow, MentionRow};

/// Rows so near to each other are read in one go.
const GAP: u64 = 64 * 1024;
/// But not more bytes than these.
const RUN: u64 = 16 << 20;

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
pub(super) struct RowAt {
    pub(super) at: u64,
    pub(super) length: u32,
}

impl Cached {
    /// Reads the index of a cache that holds.
    pub(super) fn open(
        mut file: File,
        index: Section,
        words: Section,
        decisions: Vec<Decision>,
        errors: Vec<Error>,
    ) -> Option<Self> {
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
        let rows = words.at + words.length;
        Some(Self {
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

    /// The whole chronology; `None` where the cache is damaged.
    pub fn whole(&self, gazetteer: &Gazetteer) -> Option<Chronology> {
        let events: Vec<&EventAt> = self.events.iter().collect();
        let all = |count: usize| Some((0..u32::try_from(count).ok()?).collect::<Vec<_>>());
        self.read(&events, &all(self.mentions.len())?, &all(self.articles.len())?, gazetteer)
    }

    /// A chronology of these events alone, given in their order; `None` where the cache is damaged.
    pub fn chronology(&self, events: &[usize], gazetteer: &Gazetteer) -> Option<Chronology> {
        let events: Vec<&EventAt> = events.iter().map(|at| self.events.get(*at)).collect::<Option<_>>()?;
        let mut wanted: Vec<u32> = events.iter().flat_map(|e| e.mentions.iter().copied()).collect();
        wanted.sort_unstable();
        let article = |m: &u32| Some(self.mentions.get(*m as usize)?.article);
        let mut of: Vec<u32> = wanted.iter().map(article).collect::<Option<_>>()?;
        of.sort_unstable();
        of.dedup();
        self.read(&events, &wanted, &of, gazetteer)
    }

    /// These events of these mentions of these articles, the two latter ascending.
    fn read(
        &self,
        events: &[&EventAt],
        wanted: &[u32],
        of: &[u32],
        gazetteer: &Gazetteer,
    ) -> Option<Chronology> {
        let spots: Vec<MentionAt> =
            wanted.iter().map(|m| self.mentions.get(*m as usize).copied()).collect::<Option<_>>()?;
        let article_rows: Vec<RowAt> =
            of.iter().map(|a| self.articles.get(*a as usize).copied()).collect::<Option<_>>()?;
        let articles: Vec<Article> = self.rows(&article_rows, |_, bytes| {
            Some(convert::article(serde_json::from_slice::<ArticleRow>(bytes).ok()?))
        })?;
        let rows: Vec<RowAt> = spots.iter().map(|s| s.row).collect();
        let mentions: Vec<Mention> = self.rows(&rows, |at, bytes| {
            let article = of.binary_search(&spots[at].article).ok()?;
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

    /// Reads rows, which stand in the order of the file, each by its place among them.
    fn rows<T: Send>(
        &self,
        rows: &[RowAt],
        read: impl Fn(usize, &[u8]) -> Option<T> + Sync + Send,
    ) -> Option<Vec<T>> {
        let mut file = self.file.borrow_mut();
        let mut found = Vec::with_capacity(rows.len());
        let mut rest = rows;
        let mut buffer = Vec::new();
        while let Some(first) = rest.first() {
            let end = |r: &RowAt| r.at + u64::from(r.length);
            // As many as lie close together.
            let is_near =
                |pair: &&[RowAt]| pair[1].at <= end(&pair[0]) + GAP && end(&pair[1]) <= first.at + RUN;
            let near = 1 + rest.windows(2).take_while(is_near).count();
            let (run, after) = rest.split_at(near);
            let last = run.last().map_or(first.at, end);
            buffer.resize(usize::try_from(last.checked_sub(first.at)?).ok()?, 0);
            file.seek(SeekFrom::Start(self.rows + first.at)).ok()?;
            file.read_exact(&mut buffer).ok()?;
            let before = found.len();
            let read = |at: usize| {
                let from = usize::try_from(run[at].at.checked_sub(first.at)?).ok()?;
                read(before + at, buffer.get(from..from + run[at].length as usize)?)
            };
            for row in parallel::each(run.len(), read) {
                found.push(row?);
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
