//! Reading articles: what becomes of a file, and what is said where it cannot be read.

use std::path::PathBuf;

use dateline::document::{DctSource, Ids, Loaded, Options, load, parse_published};
use dateline::error::{Error, Result};
use proptest::prelude::*;

use crate::store::Folder;
use crate::support;

fn read(inputs: &[PathBuf], stdin: &str) -> Vec<Result<Loaded>> {
    load(inputs, stdin.as_bytes(), &Options::default()).collect()
}

fn ids(loaded: &[Result<Loaded>]) -> Vec<&str> {
    loaded.iter().flatten().map(|l| l.document.id.as_str()).collect()
}

fn prose(loaded: &Loaded) -> Vec<&str> {
    loaded.document.prose.iter().map(|s| s.text(&loaded.document.text)).collect()
}

/// Holds `text` against `snapshots/documents/NAME.snap`.
fn snapshot(name: &str, text: &str) {
    support::settings("documents").bind(|| insta::assert_snapshot!(name, text));
}

const DATED: &str = "Published: 2026-01-28\n\nThe two met.\n";

#[test]
fn the_sample_as_copied_from_the_site() {
    let path = PathBuf::from("tests/articles/2026-01-28-al-sharaa-putin-moscow.txt");
    let loaded = read(&[path], "").remove(0).unwrap();
    let header = &loaded.document.header;
    assert_eq!(header.dct.at.to_string(), "2026-01-28 00:00:00");
    assert_eq!(header.dct.from, DctSource::Header);
    assert_eq!(loaded.notes, [""; 0]);
    let froms: Vec<DctSource> = loaded.candidates.iter().map(|c| c.from).collect();
    assert_eq!(froms, [DctSource::Header, DctSource::FileName]);
    let prose = prose(&loaded);
    assert_eq!(prose.len(), 12);
    assert!(prose[0].starts_with("Kremlin has not indicated"));
    assert!(prose.contains(&"Pragmatic approach"));
    for left_out in ["BREAKING", "Published On", "Recommended", "list of 3"] {
        assert!(!prose.iter().any(|p| p.contains(left_out)), "{left_out}");
    }
}

#[test]
fn folders_are_read_in_order_and_stems_are_told_apart() {
    let folder = Folder::new("folders");
    for name in ["b/talks.txt", "a/talks.txt", "c/a/talks.txt", "a/other.txt", "a/page.html", "a/.hidden.txt"]
    {
        folder.write(name, format!("{DATED}{name}"));
    }
    folder.write("z.jsonl", "{\"id\": \"line\", \"published\": \"2026-01-28\", \"text\": \"They met.\"}\n");
    let root = folder.path().to_owned();
    let loaded = read(&[root.clone(), root.join("a/other.txt")], "");
    assert_eq!(
        ids(&loaded),
        ["other", "x/a/talks", "b/talks", "c/a/talks", "line"].map(|id| {
            // The folder's own name is part of the path that tells the two `a/talks` apart.
            if id == "x/a/talks" { loaded[1].as_ref().unwrap().document.id.as_str() } else { id }
        })
    );
    assert!(ids(&loaded)[1].ends_with("/a/talks"));
}

#[test]
fn standard_input_is_lines_or_one_article() {
    let dash = [PathBuf::from("-")];
    assert_eq!(ids(&read(&dash, DATED)), ["stdin"]);
    let lines = "{\"published\": \"2026-01-28\", \"text\": \"They met.\"}\n{\"published\": \"2026-01-28\", \"text\": \"They parted.\"}\n";
    assert_eq!(ids(&read(&dash, lines)), ["stdin-1", "stdin-2"]);
    // Named twice, it is empty the second time.
    assert_eq!(read(&["-".into(), "-".into()], DATED).len(), 1);
}

#[test]
fn one_id_is_one_article() {
    let folder = Folder::new("one-id");
    let line =
        |text: &str| format!("{{\"id\": \"a\", \"published\": \"2026-01-28\", \"text\": \"{text}\"}}\n");
    let path =
        folder.write("in.jsonl", [line("They met."), line("They met."), line("They parted.")].concat());
    let loaded = read(std::slice::from_ref(&path), "");
    assert_eq!(ids(&loaded), ["a"]);
    let error = loaded[1].as_ref().unwrap_err().to_string();
    assert_eq!(
        folder.plain(&error),
        "FOLDER/in.jsonl:3: the id `a` belongs to the article at FOLDER/in.jsonl:1; give this one its own"
    );

    // Where rows are all that is wanted, both are read.
    let options = Options { ids: Ids::MayRepeat, ..Options::default() };
    let loaded: Vec<Loaded> = load(&[path], "".as_bytes(), &options).map(Result::unwrap).collect();
    let texts: Vec<&str> = loaded.iter().map(|l| l.document.text.as_str()).collect();
    assert_eq!(texts, ["They met.", "They parted."]);
    assert_eq!(loaded[0].notes, [""; 0]);
    assert_eq!(
        folder.plain(&loaded[1].notes.join("\n")),
        "the id `a` is also that of the article at FOLDER/in.jsonl:1, with another text"
    );
}

#[test]
fn every_error_as_it_is_seen() {
    let folder = Folder::new("errors");
    let cases: &[(&str, &[u8])] = &[
        ("no-date.txt", b"The two met in Moscow.\n"),
        ("today-banner.txt", b"Today is Friday, January 30, 2026\nThe two met in Moscow.\n"),
        ("empty.txt", b""),
        ("blank.txt", b"\xEF\xBB\xBF \r\n\r\n"),
        ("header-only.txt", b"Title: The visit\nPublished: 2026-01-28\n\n"),
        ("latin-1.txt", b"Published: 2026-01-28\n\nThe caf\xE9 was shut.\n"),
        ("utf-16.txt", b"\xFF\xFET\0h\0e\0"),
        ("binary.txt", b"PK\x03\x04\0\0"),
        ("misspelt.txt", b"Title: The visit\nPublishd: 2026-01-28\n\nThe two met.\n"),
        ("misspelt-first.txt", b"Publised: 2026-01-28\n\nThe two met.\n"),
        ("unknown.txt", b"Title: The visit\nAuthor: Jane Doe\n\nThe two met.\n"),
        ("twice.txt", b"Title: The visit\nTitle: The visit\n\nThe two met.\n"),
        ("bad-date.txt", b"\xEF\xBB\xBFTitle: The visit\r\nPublished:  28/01/26\r\n\r\nThe two met.\r\n"),
        ("page.html", b"<html></html>"),
        ("paper.pdf", b"%PDF"),
        ("lines.json", b"[]"),
        ("lines.jsonl", b"{\"text\": \"They met.\"}\n[1]\n{\"text\": \"\", \"published\": \"2026-01-28\"}\n"),
    ];
    let mut inputs: Vec<PathBuf> = cases.iter().map(|(name, text)| folder.write(name, text)).collect();
    inputs.push(folder.path().join("absent.txt"));
    std::fs::create_dir(folder.path().join("nothing")).unwrap();
    inputs.push(folder.path().join("nothing"));
    let said: Vec<String> = read(&inputs, "").into_iter().map(|r| r.unwrap_err().to_string()).collect();
    snapshot("errors", &folder.plain(&said.join("\n\n")));
}

#[test]
fn dates_that_disagree_are_told() {
    let folder = Folder::new("notes");
    let text = "Title: The visit\nURL: https://example.org/2026/01/29/visit\n\nPublished On 27 Jan 2026\n\
                DAMASCUS, Jan. 26 (Reuters) - The two met.\nLast updated: 30 January 2026\n";
    let path = folder.write("2026-01-27-visit.txt", text);
    let loaded = read(&[path], "").remove(0).unwrap();
    assert_eq!(loaded.document.header.dct.from, DctSource::Header);
    assert_eq!(loaded.document.header.dateline.as_deref(), Some("DAMASCUS"));
    snapshot("notes", &folder.plain(&loaded.notes.join("\n")));
}

#[test]
fn dates_typed_by_a_person() {
    assert_eq!(parse_published("2026-01-28T10:15:00Z").unwrap().to_string(), "2026-01-28 10:15:00");
    let fault = parse_published("  05/03/2026 ").unwrap_err();
    assert_eq!((fault.code, fault.span.range()), ("unreadable-date", 2..12));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the text, reading it never panics, and its prose is made of whole characters in order.
    #[test]
    fn any_text_is_read(text in "(Title: |Published On |DAMASCUS, March 3 \\(AP\\) - |By Jane Doe|[\\PC\n\r]{0,30}|28 Jan 2026|\n){0,12}") {
        let options = Options { published: Some(parse_published("2026-01-28").unwrap()), ..Options::default() };
        for loaded in load(&["-"], text.as_bytes(), &options) {
            let Ok(loaded) = loaded else { continue };
            prop_assert_eq!(&loaded.document.text, &text);
            let mut last = 0;
            for span in &loaded.document.prose {
                prop_assert!(span.start >= last && !span.is_empty());
                prop_assert!(text.get(span.range()).is_some());
                last = span.end;
            }
        }
    }

    /// Whatever the bytes, an error names its input.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        for loaded in load(&["-"], &bytes[..], &Options::default()) {
            if let Err(e) = loaded {
                prop_assert!(!matches!(e, Error::Io { .. }), "{}", e);
                prop_assert!(e.to_string().contains("standard input"));
            }
        }
    }
}
