//! Which files a store has, and whether they are those that a cache was made from.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::error::Result;
use crate::store::Store;
use crate::store::cache::codec::{Reader, Writer};

/// A file as the system tells it apart from what it was: not by reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Its path within the store.
    pub(super) path: String,
    size: u64,
    /// Nanoseconds since 1970.
    modified: i64,
    /// Node and time of its last change of any kind, where the system knows them: renaming a file over another gives
    /// it another node.
    node: (u64, i64),
}

/// A clock of a file system may stand still for as long: a file changed twice in that time may look unchanged.
const TICK: i64 = 2_000_000_000;

impl Stamp {
    fn of(path: String, metadata: &Metadata) -> Self {
        Self { path, size: metadata.len(), modified: modified(metadata), node: node(metadata) }
    }

    /// Whether it was changed so shortly before `taken` that only its content can tell it from an older one.
    pub(super) const fn is_fresh(&self, taken: i64) -> bool {
        self.modified > taken - TICK
    }
}

/// When a file was last changed, in nanoseconds since 1970.
pub(super) fn modified(metadata: &Metadata) -> i64 {
    let since = metadata.modified().ok().and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    since.and_then(|d| i64::try_from(d.as_nanos()).ok()).unwrap_or(0)
}

#[cfg(unix)]
fn node(metadata: &Metadata) -> (u64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ino(), metadata.ctime().wrapping_mul(1_000_000_000).wrapping_add(metadata.ctime_nsec()))
}

#[cfg(not(unix))]
fn node(_: &Metadata) -> (u64, i64) {
    (0, 0)
}

/// Every file that the chronology is made from, in the order of their paths.
pub(super) fn all(store: &Store) -> Result<Vec<Stamp>> {
    let mut paths = store.article_files()?;
    paths.extend(store.manual_files()?);
    paths.extend(["decisions.ron", "actors.ron", "places.ron"].map(|name| store.dir().join(name)));
    let stamp = |path: &Path| {
        let metadata = fs::metadata(path).ok()?;
        let name = path.strip_prefix(store.dir()).unwrap_or(path);
        Some(Stamp::of(name.to_string_lossy().into_owned(), &metadata))
    };
    Ok(paths.iter().filter_map(|p| stamp(p)).collect())
}

pub(super) fn write(stamps: &[Stamp], w: &mut Writer) {
    w.list(stamps, |w, s| {
        w.bytes(s.path.as_bytes());
        w.number(s.size);
        w.signed(s.modified);
        w.number(s.node.0);
        w.signed(s.node.1);
    });
}

pub(super) fn read(r: &mut Reader<'_>) -> Option<Vec<Stamp>> {
    r.list(|r| {
        let path = r.text()?.to_owned();
        let (size, modified) = (r.number()?, r.signed()?);
        Some(Stamp { path, size, modified, node: (r.number()?, r.signed()?) })
    })
}
