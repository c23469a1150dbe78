//! The files that a person means by the names on the command line, and what their articles are called.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::document::plain::unreadable;
use crate::error::{Error, Result};

/// A file to read, or standard input.
pub(super) enum Source {
    Text(PathBuf),
    Lines(PathBuf),
    Stdin,
}

pub(super) fn expand<P: AsRef<Path>>(inputs: &[P]) -> Vec<Result<Source>> {
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

pub(super) fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned())
}

/// Ids of the text files: stems, with as many folders before them as tell them apart.
pub(super) fn text_ids(sources: &[Result<Source>]) -> BTreeMap<PathBuf, String> {
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
