//! From a file to a text with a date.

use chrono::NaiveDateTime;

use crate::span::Span;

/// An article: its text as given, what of it is prose, and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Stable name: the `id` of a JSON line, or the file's stem.
    pub id: String,
    /// What is known about it.
    pub header: Header,
    /// The text as given; every span of every result points into it.
    pub text: String,
    /// The parts of the text that are prose, in order: no header lines, no page furniture.
    pub prose: Vec<Span>,
}

/// What is known about an article besides its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The headline; empty when there is none.
    pub title: String,
    /// Who published it: a name, or a host; empty when unknown.
    pub source: String,
    /// Where it was found.
    pub url: Option<String>,
    /// When it was written.
    pub dct: Dct,
    /// The place in its dateline: "KYIV".
    pub dateline: Option<String>,
}

/// Document creation time, and where we have it from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dct {
    /// Civil time where it was published; midnight when only a day is known.
    pub at: NaiveDateTime,
    /// Where we have it from.
    pub from: DctSource,
}

/// Sources of a publication date, most trusted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DctSource {
    /// `--published`.
    Flag,
    /// The `published` field of a JSON line.
    Metadata,
    /// A `Published:` header line, or "Published On 28 Jan 2026" on the page.
    Header,
    /// "KYIV, March 3 (Reuters)".
    Dateline,
    /// The file's name.
    FileName,
}

/// A document that was read, with what is worth saying about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The file's path, and the line in it for JSON lines.
    pub origin: String,
    /// The article.
    pub document: Document,
    /// Where candidates for its date disagree.
    pub notes: Vec<String>,
}

/// How articles are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// `--published`.
    pub published: Option<NaiveDateTime>,
}

/// Reads every article of `inputs`.
pub fn load<'a, P: AsRef<std::path::Path>>(
    inputs: &[P],
    stdin: impl std::io::BufRead + 'a,
    options: &Options,
) -> impl Iterator<Item = crate::error::Result<Loaded>> + 'a {
    drop(stdin);
    let options = *options;
    let read = move |path: &std::path::PathBuf| -> crate::error::Result<Loaded> {
        let text = std::fs::read_to_string(path).map_err(crate::error::Error::io(path))?;
        let origin = path.display().to_string();
        let at = options.published.ok_or(crate::error::Error::NoDate { origin: origin.clone() })?;
        let header = Header {
            title: String::new(),
            source: String::new(),
            url: None,
            dct: Dct { at, from: DctSource::Flag },
            dateline: None,
        };
        let id = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let prose = vec![Span::of(0..text.len())];
        Ok(Loaded { origin, document: Document { id, header, text, prose }, notes: Vec::new() })
    };
    let paths: Vec<_> = inputs.iter().map(|p| p.as_ref().to_owned()).collect();
    paths.into_iter().map(move |p| read(&p))
}

/// Reads a publication date as a person types it.
pub fn parse_published(text: &str) -> Result<NaiveDateTime, crate::diagnostic::Diagnostic> {
    text.parse::<chrono::NaiveDate>().map(|d| d.and_time(chrono::NaiveTime::MIN)).map_err(|_| {
        crate::diagnostic::Diagnostic::new("bad-date", "this is no date", Span::of(0..text.len()))
    })
}
