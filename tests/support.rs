//! What the other tests share: running the binary, the settings of snapshots, a chronology made by hand.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use chrono::{NaiveDate, NaiveTime};
use dateline::document::{Dct, DctSource, Document, Header};
use dateline::event::Mention;
use dateline::event::extract::extract;
use dateline::span::Span;

/// The day on which every test runs.
pub(crate) const TODAY: &str = "2026-02-15";

/// Snapshots in `snapshots/FOLDER/`, named as the test names them.
pub(crate) fn settings(folder: &str) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("../snapshots/{folder}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// What is read in a text, an article of its own that was published on `day`.
pub(crate) fn mentions(text: &str, day: &str) -> Vec<Mention> {
    let at = day.parse::<NaiveDate>().unwrap().and_time(NaiveTime::MIN);
    let header = Header {
        title: String::new(),
        source: String::new(),
        url: None,
        dct: Dct { at, from: DctSource::Flag },
        dateline: None,
    };
    let prose = vec![Span::of(0..text.len())];
    extract(&Document { id: "text".into(), header, text: text.into(), prose }).mentions
}

/// What the binary did.
pub(crate) struct Run {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Run {
    /// Everything a person sees, for a snapshot.
    pub(crate) fn seen(&self) -> String {
        use std::fmt::Write;
        let mut seen = self.out.clone();
        if !self.err.is_empty() {
            seen.push_str("--- stderr\n");
            seen.push_str(&self.err);
        }
        if self.code != 0 {
            let _ = writeln!(seen, "--- exit {}", self.code);
        }
        seen
    }
}

/// The binary in the repository's folder, on a fixed day, without a terminal.
pub(crate) fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.env("DATELINE_TODAY", TODAY).env_remove("DATELINE_STORE").env_remove("NO_COLOR");
    command.stdin(Stdio::null());
    command
}

/// Runs it with nothing on standard input.
pub(crate) fn run(args: &[&str]) -> Run {
    finish(command(args).output().expect("the binary starts"))
}

/// Runs it with `input` on standard input.
pub(crate) fn run_with(args: &[&str], input: &str) -> Run {
    let mut child = command(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut stdin = child.stdin.take().expect("it has a standard input");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let run = finish(child.wait_with_output().expect("it ends"));
    let _ = writer.join();
    run
}

fn finish(output: Output) -> Run {
    Run {
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
        code: output.status.code().expect("no signal"),
    }
}

/// A folder of its own for a test, emptied first.
pub(crate) fn scratch(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// The words of a command line: blanks part them, quotation marks hold them together.
pub(crate) fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in line.chars() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}
