//! What a person names on the command line, turned into documents: files, folders and standard input.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Component, Path, PathBuf};

use crate::document::jsonl::JsonLines;
use crate::document::plain::{self, unreadable};
use crate::document::{Document, Ids, Loaded, Options};
use crate::error::{Error, Result};

/// What standard input is called in errors.
const STDIN: &str = "standard input";

type Articles<'a> = Box<dyn Iterator<Item = Result<Loaded>> + 'a>;

/// Reads every article of `inputs`, one at a time and in order.
///
/// An input is a `.txt` file, a `.jsonl` file, a folder (its `.txt` and `.jsonl` files at any depth, sorted by
/// path), or `-` for `stdin`: JSON lines if it opens with `{`, else one article, called "stdin". A file named
/// twice is read once. What cannot be read is an error in its place, and the rest goes on.
///
/// A text's id is its file's stem. Where two stems are the same, the folders that tell them apart go before them
/// ("may/talks", "june/talks"). An id that a second, different article claims is an error, or a note where
/// [`Options::ids`] lets it; the same text under the same id again is passed over.
///
/// ```
/// use dateline::document::{Options, load};
///
/// let article = "Published: 2026-01-28\n\nSyria's president met his Russian counterpart in Moscow.\n";
/// let loaded = load(&["-"], article.as_bytes(), &Options::default()).next().expect("one article")?;
/// assert_eq!(loaded.document.header.dct.at.to_string(), "2026-01-28 00:00:00");
/// assert_eq!(loaded.document.prose.len(), 1);
/// # Ok::<(), dateline::error::Error>(())
/// ```
pub fn load<'a, P: AsRef<Path>>(
    inputs: &[P],
    stdin: impl BufRead + 'a,
    options: &Options,
) -> impl Iterator<Item = Result<Loaded>> + 'a {
    let sources = expand(inputs);
    let ids = text_ids(&sources);
    let options = *options;
    let mut stdin = Some(stdin);
    let articles = sources.into_iter().flat_map(move |source| -> Articles<'a> {
        match source {
            Ok(Source::Text(path)) => {
                let id = ids.get(&path).cloned().unwrap_or_else(|| stem(&path));
                Box::new(std::iter::once(text_file(&path, &id, &options)))
            }
            Ok(Source::Lines(path)) => lines_file(&path, options),
            Ok(Source::Stdin) => stdin.take().map_or_else(
                || Box::new(std::iter::empty()) as Articles<'a>,
                |input| from_stdin(input, options),
            ),
            Err(e) => Box::new(std::iter::once(Err(e))),
        }
    });
    let mut taken = Taken { ids: options.ids, ..Taken::default() };
    articles.filter_map(move |loaded| match loaded {
        Ok(loaded) => taken.claim(loaded),
        Err(e) => Some(Err(e)),
    })
}

/// Ids given so far, as hashes: a stream of articles may be long, and memory stays flat but for some fifty bytes each.
#[derive(Default)]
struct Taken {
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

/// An origin by its number, and the line in it where it has lines.
type Place = (usize, Option<usize>);

impl Taken {
    /// The article, with a note or as an error where another one has its id; nothing where it was already given.
    fn claim(&mut self, mut loaded: Loaded) -> Option<Result<Loaded>> {
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
}

impl Taken {
    /// "articles.jsonl:12" by the number of its file, which is mostly the last one met, and its line.
    fn place(&mut self, origin: &str) -> Place {
        let line = origin.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse().ok()?)));
        let (file, line) = line.map_or((origin, None), |(file, line)| (file, Some(line)));
        if self.origins.last().is_none_or(|last| last != file) {
            self.origins.push(file.to_owned());
        }
        (self.origins.len() - 1, line)
    }

    fn origin(&self, (file, line): Place) -> String {
        let file = self.origins[file].as_str();
        line.map_or_else(|| file.to_owned(), |line| format!("{file}:{line}"))
    }
}

/// A file to read, or standard input.
enum Source {
    Text(PathBuf),
    Lines(PathBuf),
    Stdin,
}

fn expand<P: AsRef<Path>>(inputs: &[P]) -> Vec<Result<Source>> {
    let mut sources = Vec::new();
    let mut seen = BTreeSet::new();
    let mut push = |sources: &mut Vec<Result<Source>>, path: &Path| {
        // "./a.txt" and "a.txt" are one file; one that is not there is told as it was typed.
        if seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())) {
            sources.push(source(path));
        }
    };
    for input in inputs {
        let input = input.as_ref();
        if input == Path::new("-") {
            sources.push(Ok(Source::Stdin));
        } else if input.is_dir() {
            let mut found = Vec::new();
            let mut errors = Vec::new();
            walk(input, &mut found, &mut errors);
            found.sort();
            if found.is_empty() && errors.is_empty() {
                let origin = input.display().to_string();
                sources.push(Err(unreadable(&origin, "there is no .txt or .jsonl file in this folder")));
            }
            for path in &found {
                push(&mut sources, path);
            }
            sources.extend(errors.into_iter().map(Err));
        } else {
            push(&mut sources, input);
        }
    }
    sources
}

/// Every article file below `folder`. Hidden ones and folders behind links are left alone: the first are nobody's
/// articles, the second may lead in a circle.
fn walk(folder: &Path, found: &mut Vec<PathBuf>, errors: &mut Vec<Error>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) => return errors.push(Error::io(folder)(e)),
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(e) => {
                errors.push(Error::io(folder)(e));
                continue;
            }
        };
        let path = entry.path();
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if entry.file_type().is_ok_and(|t| t.is_dir()) {
            walk(&path, found, errors);
        } else if matches!(extension(&path).as_str(), "txt" | "jsonl") && path.is_file() {
            found.push(path);
        }
    }
}

fn extension(path: &Path) -> String {
    path.extension().and_then(OsStr::to_str).unwrap_or("").to_ascii_lowercase()
}

fn source(path: &Path) -> Result<Source> {
    let refuse = |why: &str| Err(unreadable(&path.display().to_string(), why));
    match extension(path).as_str() {
        "jsonl" | "ndjson" => Ok(Source::Lines(path.to_owned())),
        "html" | "htm" | "xhtml" | "mhtml" => {
            refuse("saved pages are not read; open it, copy its text and save that as .txt")
        }
        "pdf" | "doc" | "docx" | "odt" | "rtf" => refuse("only text is read; save it as .txt"),
        "json" => refuse("JSON is read one article a line, from a file that ends in .jsonl"),
        _ => Ok(Source::Text(path.to_owned())),
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned())
}

/// Ids of the text files: stems, with as many folders before them as tell them apart.
fn text_ids(sources: &[Result<Source>]) -> BTreeMap<PathBuf, String> {
    let texts = sources.iter().filter_map(|s| match s {
        Ok(Source::Text(path)) => Some(path.clone()),
        _ => None,
    });
    let mut ids: BTreeMap<PathBuf, String> = texts.map(|path| (path.clone(), stem(&path))).collect();
    let deepest = ids.keys().map(|p| p.components().count()).max().unwrap_or(0);
    for folders in 1..deepest {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for id in ids.values() {
            *count.entry(id).or_default() += 1;
        }
        let clashing: Vec<PathBuf> =
            ids.iter().filter(|(_, id)| count[id.as_str()] > 1).map(|(path, _)| path.clone()).collect();
        if clashing.is_empty() {
            break;
        }
        for path in clashing {
            let id = with_folders(&path, folders);
            ids.insert(path, id);
        }
    }
    ids
}

fn with_folders(path: &Path, folders: usize) -> String {
    let named = |c: Component<'_>| match c {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    };
    let above: Vec<String> =
        path.parent().map(|p| p.components().filter_map(named).collect()).unwrap_or_default();
    let mut parts = above[above.len().saturating_sub(folders)..].to_vec();
    parts.push(stem(path));
    parts.join("/")
}

fn text_file(path: &Path, id: &str, options: &Options) -> Result<Loaded> {
    let bytes = fs::read(path).map_err(Error::io(path))?;
    plain::read(&path.display().to_string(), id, &stem(path), bytes, options)
}

fn lines_file<'a>(path: &Path, options: Options) -> Articles<'a> {
    match File::open(path) {
        Ok(file) => {
            let origin = path.display().to_string();
            Box::new(JsonLines::new(BufReader::new(file), &origin, &stem(path), options))
        }
        Err(e) => Box::new(std::iter::once(Err(Error::io(path)(e)))),
    }
}

fn from_stdin<'a>(mut input: impl BufRead + 'a, options: Options) -> Articles<'a> {
    let fail = |e| Box::new(std::iter::once(Err(Error::io(STDIN)(e)))) as Articles<'a>;
    // Only the first bytes are looked at, so that lines can be read as they come.
    let lines = match input.fill_buf() {
        Ok(head) => {
            let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head);
            head.trim_ascii_start().starts_with(b"{")
        }
        Err(e) => return fail(e),
    };
    if lines {
        return Box::new(JsonLines::new(input, STDIN, "stdin", options));
    }
    let mut bytes = Vec::new();
    match input.read_to_end(&mut bytes) {
        Ok(_) => Box::new(std::iter::once(plain::read(STDIN, "stdin", "", bytes, &options))),
        Err(e) => fail(e),
    }
}
