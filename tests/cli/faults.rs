//! What must not happen to a store: articles lost or torn, whoever writes, whoever stops, whatever the disk says; and
//! answers that are not those of its files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support;

/// Articles of two sentences each, numbered from `first`.
fn articles(first: usize, count: usize) -> String {
    let towns = ["Homs", "Hama", "Aleppo", "Idlib", "Raqqa"];
    let article = |n: usize| {
        let (town, day) = (towns[n % towns.len()], 1 + n % 28);
        serde_json::json!({
            "id": format!("a{n:04}"),
            "published": "2025-03-30",
            "source": format!("Wire {}", n % 3),
            "text": format!("Rebels captured {town} on {day} March 2025. Ministers met in {town} on {day} March 2025."),
        })
    };
    (first..first + count).map(|n| article(n).to_string() + "\n").collect()
}

/// The articles of a store by their file names, with what is in them but the round in which they came.
fn files(store: &Path) -> Vec<(String, String)> {
    let mut found: Vec<_> = fs::read_dir(store.join("2025"))
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let lines = text.lines().filter(|l| !l.trim_start().starts_with("batch: "));
            (path.file_name().unwrap().to_str().unwrap().to_owned(), lines.collect::<Vec<_>>().join("\n"))
        })
        .collect();
    found.sort();
    found
}

/// A file of articles and an empty store.
fn setting(name: &str, count: usize) -> (PathBuf, PathBuf) {
    let folder = support::scratch(name);
    let input = folder.join("articles.jsonl");
    fs::write(&input, articles(0, count)).unwrap();
    (input, folder.join("events"))
}

fn add(store: &Path, input: &Path) -> support::Run {
    support::run(&["add", "--store", store.to_str().unwrap(), input.to_str().unwrap()])
}

fn is_sound(store: &Path) {
    let check = support::run(&["check", "--store", store.to_str().unwrap()]);
    assert_eq!((check.code, check.out.as_str()), (0, ""), "{}", check.err);
}

fn answer(store: &Path, query: &[&str]) -> support::Run {
    let mut args = vec!["timeline", "--store", store.to_str().unwrap(), "--format", "jsonl"];
    args.extend(query);
    support::run(&args)
}

/// A process killed at any moment leaves whole articles only, and the next one goes on from there.
#[test]
fn a_kill_at_any_moment() {
    let (input, store) = setting("killed", 240);
    let (_, clean) = setting("killed_clean", 0);
    assert_eq!(add(&clean, &input).code, 0);
    let whole = files(&clean);
    assert_eq!(whole.len(), 240);
    let mut interrupted = 0;
    for delay in (0..16).map(|n| n * n * 6) {
        let args = ["add", "--store", store.to_str().unwrap(), input.to_str().unwrap()];
        let mut child = support::command(&args).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(delay));
        child.kill().unwrap();
        child.wait().unwrap();
        let there: Vec<_> = files(&store).into_iter().filter(|(name, _)| !name.starts_with('.')).collect();
        interrupted += usize::from(there.len() < whole.len());
        for file in &there {
            assert!(whole.contains(file), "{} is torn", file.0);
        }
    }
    assert!(interrupted > 1, "no kill came in time");
    let end = add(&store, &input);
    assert_eq!(end.code, 0, "{}", end.err);
    assert_eq!(files(&store), whole, "nothing is missing and nothing left over");
    is_sound(&store);
}

#[test]
fn two_processes_at_once() {
    let (input, store) = setting("two_at_once", 300);
    let other = input.with_file_name("others.jsonl");
    fs::write(&other, articles(150, 300)).unwrap();
    let start = |input: &Path| {
        let args = ["add", "--store", store.to_str().unwrap(), input.to_str().unwrap()];
        support::command(&args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    for child in [start(&input), start(&other), start(&input)] {
        let done = child.wait_with_output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    assert_eq!(files(&store).len(), 450);
    is_sound(&store);
}

/// A shell's limit on the size of files stands for a disk that is full: writing fails in the middle of a file.
#[cfg(unix)]
#[test]
fn a_full_disk() {
    let (input, store) = setting("full_disk", 20);
    assert_eq!(add(&store, &input).code, 0);
    let before = files(&store);
    // The third article is now too long for the disk, and one that fits comes after it.
    let long = "Rebels captured Homs on 3 March 2025. ".repeat(200);
    let lines = format!(
        "{}\n{}",
        serde_json::json!({"id": "a0002", "published": "2025-03-30", "text": long}),
        serde_json::json!({"id": "b", "published": "2025-03-30", "text": "Rebels captured Homs on 3 March 2025."})
    );
    fs::write(&input, lines).unwrap();
    let script = "trap '' XFSZ; ulimit -f 16; exec \"$0\" add --store \"$1\" \"$2\"";
    let run = Command::new("sh")
        .args([
            "-c",
            script,
            env!("CARGO_BIN_EXE_dateline"),
            store.to_str().unwrap(),
            input.to_str().unwrap(),
        ])
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(3), "{err}");
    assert!(err.contains("a0002.ron: File too large"), "{err}");
    let after = files(&store);
    assert_eq!(after.len(), before.len() + 1, "the article that fits is there, and no part of the other");
    assert!(before.iter().all(|file| after.contains(file)), "the old version of the other stays");
    is_sound(&store);
    // A cache that does not fit is not kept, and the answer is the same.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" timeline --store \"$1\" --format jsonl";
    let run = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_dateline"), store.to_str().unwrap()])
        .env("DATELINE_TODAY", support::TODAY)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    assert!(!store.join(".cache/chronology").exists());
    let ignore = store.join(".cache/.gitignore");
    fs::write(&ignore, "").unwrap();
    assert_eq!(String::from_utf8(run.stdout).unwrap(), answer(&store, &[]).out);
    assert_eq!(fs::read_to_string(ignore).unwrap(), "*\n", "what the disk left of it is mended");
}

/// Who may only read can ask, and is told that nothing was added.
#[cfg(unix)]
#[test]
fn a_store_that_is_read_only() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let (input, store) = setting("read_only", 5);
    assert_eq!(add(&store, &input).code, 0);
    let before = files(&store);
    let expected = answer(&store, &[]).out;
    fs::remove_dir_all(store.join(".cache")).unwrap();
    let lock = |mode: u32| {
        for folder in [&store, &store.join("2025")] {
            fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    lock(0o555);
    fs::set_permissions(store.join(".lock"), fs::Permissions::from_mode(0o444)).unwrap();
    // Permissions do not bind root: then it is somebody else who asks.
    let root = fs::metadata("/proc/self").is_ok_and(|m| m.uid() == 0);
    let run = |args: &[&str]| {
        let mut command = support::command(args);
        if root {
            command.uid(65_534);
        }
        command.output().unwrap()
    };
    let store_name = store.to_str().unwrap();
    let asked = run(&["timeline", "--store", store_name, "--format", "jsonl"]);
    fs::write(&input, articles(3, 5)).unwrap();
    let added = run(&["add", "--store", store_name, input.to_str().unwrap()]);
    lock(0o755);
    assert_eq!(asked.status.code(), Some(0), "{}", String::from_utf8_lossy(&asked.stderr));
    assert_eq!(String::from_utf8(asked.stdout).unwrap(), expected);
    let err = String::from_utf8_lossy(&added.stderr);
    assert_eq!(added.status.code(), Some(2), "{err}");
    assert!(err.contains("Permission denied"), "{err}");
    assert_eq!(files(&store), before);
}

/// A file that another tool has half written is told of, each time, and hides no other; once whole, it counts.
#[test]
fn a_file_half_written_by_another_tool() {
    let (input, store) = setting("half_written", 6);
    assert_eq!(add(&store, &input).code, 0);
    let all = answer(&store, &[]);
    let path = store.join("2025/a0003.ron");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let (first, again) = (answer(&store, &[]), answer(&store, &[]));
    assert_eq!(first.code, 3, "{}", first.err);
    assert!(first.err.contains("a0003.ron"), "{}", first.err);
    assert!(!first.out.contains("a0003") && first.out.contains("a0004"));
    assert_eq!(
        (again.code, &again.out, &again.err),
        (first.code, &first.out, &first.err),
        "from the cache too"
    );
    fs::write(&path, &whole).unwrap();
    assert_eq!(answer(&store, &[]).out, all.out);
    // Adding the article mends the file.
    fs::write(&path, &whole[..whole.len() / 3]).unwrap();
    assert_eq!(add(&store, &input).code, 0);
    assert_eq!(answer(&store, &[]).out, all.out);
}

/// An answer is that of the files as they are: whatever is changed, however fast, and whatever becomes of the cache.
#[test]
fn a_cache_never_shows() {
    let (input, store) = setting("cache", 40);
    assert_eq!(add(&store, &input).code, 0);
    let cache = store.join(".cache/chronology");
    let queries: &[&[&str]] = &[
        &[],
        &["type:coerce"],
        &["location:Homs", "text:captured"],
        &["source:\"Wire 1\"", "--sort", "place"],
    ];
    let both = |what: &str| {
        for query in queries {
            let _ = fs::remove_dir_all(store.join(".cache"));
            let fresh = answer(&store, query);
            assert_eq!(fresh.code, 0, "{}", fresh.err);
            assert!(cache.is_file(), "{what}");
            let cached = answer(&store, query);
            assert_eq!((&cached.out, &cached.err), (&fresh.out, &fresh.err), "{what}: {query:?}");
        }
    };
    both("as added");
    let asked = answer(&store, &["Homs"]).out;
    assert!(!asked.is_empty());
    // The same length and, as far as a clock tells, the same time.
    let path = store.join("2025/a0000.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Homs", "Hims")).unwrap();
    assert_ne!(answer(&store, &["Homs"]).out, asked, "a file was changed");
    fs::write(&path, &text).unwrap();
    assert_eq!(answer(&store, &["Homs"]).out, asked, "and changed back");
    both("changed back");
    fs::remove_file(&path).unwrap();
    assert!(!answer(&store, &[]).out.contains("a0000"), "a file is gone");
    assert_eq!(add(&store, &input).code, 0);
    assert!(answer(&store, &[]).out.contains("a0000"), "a file has come");
    // Decisions and a person's own events are part of the answer.
    let all = answer(&store, &[]);
    let row: serde_json::Value = serde_json::from_str(all.out.lines().next().unwrap()).unwrap();
    let decisions = format!("[Reject(mention: {}, reason: \"no event\")]", row["mentions"][0]["id"]);
    fs::write(store.join("decisions.ron"), decisions).unwrap();
    assert_ne!(answer(&store, &[]).out, all.out);
    both("decided");
    fs::create_dir(store.join("manual")).unwrap();
    let own = "[(when: \"2025-01-01\", type: Consult, summary: \"Talks in Geneva\")]";
    fs::write(store.join("manual/own.ron"), own).unwrap();
    assert!(answer(&store, &[]).out.contains("Talks in Geneva"));
    both("written by hand");
    // Any damage is no cache.
    let good = fs::read(&cache).unwrap();
    let expected = answer(&store, &["text:captured"]).out;
    for (what, damaged) in [
        ("empty", Vec::new()),
        ("cut", good[..good.len() / 2].to_vec()),
        ("cut in its head", good[..60].to_vec()),
        (
            "foreign",
            b"something else altogether, and long enough to be read as a header, were it one: ".repeat(9),
        ),
        ("flipped", good.iter().enumerate().map(|(at, b)| if at == 400 { !b } else { *b }).collect()),
    ] {
        fs::write(&cache, damaged).unwrap();
        let asked = answer(&store, &["text:captured"]);
        assert_eq!(
            (asked.code, asked.out.as_str(), asked.err.as_str()),
            (0, expected.as_str(), ""),
            "{what}"
        );
    }
}

/// What was known on a day is kept too, for the last days that were asked about.
#[test]
fn a_day_has_a_cache_of_its_own() {
    let folder = support::scratch("cache_of_a_day");
    let (input, store) = (folder.join("articles.jsonl"), folder.join("events"));
    let later = articles(20, 20).replace("2025-03-30", "2025-04-20");
    fs::write(&input, articles(0, 20) + &later).unwrap();
    assert_eq!(add(&store, &input).code, 0);
    let now = answer(&store, &[]);
    let known = |day: &str| answer(&store, &["--as-of", day]);
    let early = known("2025-04-01");
    assert!(early.out.contains("a0000") && !early.out.contains("a0030"), "{}", early.out);
    assert!(now.out.contains("a0030"));
    let cache = |day: &str| store.join(format!(".cache/chronology-{day}"));
    assert!(cache("2025-04-01").is_file());
    assert_eq!(known("2025-04-01").out, early.out);
    assert_eq!((known("2025-01-01").out.as_str(), answer(&store, &[]).out), ("", now.out));
    // A cache under another day's name is none.
    fs::copy(cache("2025-04-01"), cache("2025-01-01")).unwrap();
    assert_eq!(known("2025-01-01").out, "");
    assert_eq!(known("2025-05-01").out, answer(&store, &[]).out);
    let kept = fs::read_dir(store.join(".cache")).unwrap().flatten();
    let days = kept.filter(|e| e.file_name().to_string_lossy().starts_with("chronology-"));
    assert_eq!(days.count(), 2);
    // A file that is gone is missed on every day.
    fs::remove_file(store.join("2025/a0000.ron")).unwrap();
    assert!(!known("2025-04-01").out.contains("a0000"));
}
