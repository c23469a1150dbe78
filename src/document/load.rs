//! What a person names on the command line, turned into documents: files, folders and standard input.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::document::inputs::{self, Source};
use crate::document::jsonl::{self, Lines};
use crate::document::{Claims, Loaded, Options, plain};
use crate::error::{Error, Result};

/// What standard input is called in errors.
const STDIN: &str = "standard input";

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
    let mut claims = Claims::new(options.ids);
    unread(inputs, stdin, options).filter_map(move |article| match article.read() {
        Ok(loaded) => claims.claim(loaded),
        Err(e) => Some(Err(e)),
    })
}

/// The same articles before they are parsed, for those who parse many at once and hold them against [`Claims`]
/// themselves.
pub fn unread<'a, P: AsRef<Path>>(
    inputs: &[P],
    stdin: impl BufRead + 'a,
    options: &Options,
) -> impl Iterator<Item = Unread> + 'a {
    let sources = inputs::expand(inputs);
    let ids = inputs::text_ids(&sources);
    let options = *options;
    let mut stdin = Some(stdin);
    let parts = sources.into_iter().flat_map(move |source| -> Parts<'a> {
        match source {
            Ok(Source::Text(path)) => {
                let id = ids.get(&path).cloned().unwrap_or_else(|| inputs::stem(&path));
                Box::new(std::iter::once(Part::File { path, id }))
            }
            Ok(Source::Lines(path)) => lines_file(&path),
            Ok(Source::Stdin) => {
                stdin.take().map_or_else(|| Box::new(std::iter::empty()) as Parts<'a>, from_stdin)
            }
            Err(e) => Box::new(std::iter::once(Part::Fault(e))),
        }
    });
    parts.map(move |part| Unread { part, options })
}

/// An article as it stands in its file, not yet parsed.
#[derive(Debug)]
pub struct Unread {
    part: Part,
    options: Options,
}

#[derive(Debug)]
enum Part {
    /// A text file, not yet opened.
    File { path: PathBuf, id: String },
    /// Standard input, where it is one article.
    Whole(Vec<u8>),
    /// A line of a file, which has a name and a stem.
    Line { of: Arc<(String, String)>, number: usize, bytes: Vec<u8> },
    /// What hinders there from being one.
    Fault(Error),
}

type Parts<'a> = Box<dyn Iterator<Item = Part> + 'a>;

impl Unread {
    /// About how many bytes it has.
    pub fn size(&self) -> usize {
        match &self.part {
            Part::File { path, .. } => {
                fs::metadata(path).map_or(0, |m| usize::try_from(m.len()).unwrap_or(usize::MAX))
            }
            Part::Whole(bytes) | Part::Line { bytes, .. } => bytes.len(),
            Part::Fault(_) => 0,
        }
    }

    /// Parses it.
    pub fn read(self) -> Result<Loaded> {
        let Self { part, options } = self;
        match part {
            Part::File { path, id } => {
                let bytes = fs::read(&path).map_err(Error::io(&path))?;
                plain::read(&path.display().to_string(), &id, &inputs::stem(&path), bytes, &options)
            }
            Part::Whole(bytes) => plain::read(STDIN, "stdin", "", bytes, &options),
            Part::Line { of, number, bytes } => {
                let (origin, stem) = &*of;
                jsonl::read(origin, stem, number, &bytes, &options)
            }
            Part::Fault(e) => Err(e),
        }
    }
}

fn lines_file<'a>(path: &Path) -> Parts<'a> {
    match File::open(path) {
        Ok(file) => lines(BufReader::new(file), path.display().to_string(), inputs::stem(path)),
        Err(e) => Box::new(std::iter::once(Part::Fault(Error::io(path)(e)))),
    }
}

fn lines<'a>(input: impl BufRead + 'a, origin: String, stem: String) -> Parts<'a> {
    let of = Arc::new((origin, stem));
    Box::new(Lines::new(input).map(move |line| match line {
        Ok((number, bytes)) => Part::Line { of: Arc::clone(&of), number, bytes },
        Err(e) => Part::Fault(Error::io(&of.0)(e)),
    }))
}

fn from_stdin<'a>(mut input: impl BufRead + 'a) -> Parts<'a> {
    let once = |part| Box::new(std::iter::once(part)) as Parts<'a>;
    // Only the first bytes are looked at, so that lines can be read as they come.
    let are_lines = match input.fill_buf() {
        Ok(head) => {
            let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head);
            head.trim_ascii_start().starts_with(b"{")
        }
        Err(e) => return once(Part::Fault(Error::io(STDIN)(e))),
    };
    if are_lines {
        return lines(input, STDIN.to_owned(), "stdin".to_owned());
    }
    let mut bytes = Vec::new();
    match input.read_to_end(&mut bytes) {
        Ok(_) => once(Part::Whole(bytes)),
        Err(e) => once(Part::Fault(Error::io(STDIN)(e))),
    }
}
