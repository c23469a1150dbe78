//! Who may use whom. The `use` lines are the architecture; this reads them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may use, as ARCHITECTURE's table has them.
const MAY_USE: &[(&str, &str)] = &[
    ("span", ""),
    ("diagnostic", "span"),
    ("error", "diagnostic span"),
    // What `build.rs` shares with the program may use nothing else.
    ("packed", ""),
    ("parallel", ""),
    ("time", "span diagnostic"),
    ("document", "time error diagnostic span"),
    ("text", "document time span"),
    ("gazetteer", "packed text time span diagnostic error"),
    ("timex", "text document time span"),
    ("syntax", "packed timex gazetteer text span"),
    ("event", "packed syntax timex gazetteer text document time error diagnostic span"),
    ("chronology", "parallel event gazetteer document time span"),
    ("query", "chronology event gazetteer time diagnostic span"),
    ("store", "parallel chronology event gazetteer document time error diagnostic span"),
    ("render", "chronology event gazetteer timex text document time span"),
    (
        "pipeline",
        "parallel query store chronology event gazetteer timex text document time error diagnostic span",
    ),
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Every `crate::room` in the code of a file, comments and its test module aside.
fn used(text: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or(text);
    let mut rooms = BTreeSet::new();
    for line in code.lines().map(str::trim_start).filter(|l| !l.starts_with("//")) {
        for after in line.split("crate::").skip(1) {
            let room: String = after.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            rooms.insert(room);
        }
    }
    rooms.remove("");
    rooms
}

#[test]
fn rooms_use_only_what_they_may() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut faults = Vec::new();
    for file in files {
        let path = file.strip_prefix(&src).unwrap();
        let room = path.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        let text = std::fs::read_to_string(&file).unwrap();
        let used = used(&text);
        if room == "lib" {
            continue;
        }
        // The binary sees the library from outside: within it `crate::` is only its own `cli`.
        let allowed = match room {
            "main" | "cli" => "cli",
            room => MAY_USE.iter().find(|(r, _)| *r == room).unwrap_or_else(|| panic!("{room} has no row")).1,
        };
        for other in used {
            if other != room && !allowed.split(' ').any(|a| a == other) {
                faults.push(format!("{} uses {other}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "not in the table:\n{}", faults.join("\n"));
}

#[test]
fn nobody_imports_everything() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for line in text.lines().filter(|l| l.trim_start().starts_with("use crate::")) {
            assert!(!line.trim_end().ends_with("::*;"), "{}: {line}", file.display());
        }
    }
}

/// The budget: no file over 600 lines, tests aside.
#[test]
fn files_stay_short() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut long = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let lines = text.split("#[cfg(test)]\nmod ").next().unwrap_or("").lines().count();
        if lines > 600 {
            long.push(format!("{} has {lines} lines", file.display()));
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}
