//! The console blocks of README.md print what they claim.
//!
//! In a ```` ```console ```` block a line that begins with `$ ` is a command and what follows is its output, with
//! standard error after standard output. A line `…` stands for any number of lines. Commands of dateline are run
//! (`dateline …` and `cargo run --release -- …`); others, such as `cargo test`, are left to the reader.
//! The table of the query language is the program's own. With `UPDATE_README=1` set all of these are rewritten: read
//! the diff.

use std::path::Path;

use crate::support;

/// The arguments of a command that is ours.
fn arguments(command: &str) -> Option<Vec<String>> {
    let rest =
        command.strip_prefix("dateline ").or_else(|| command.strip_prefix("cargo run --release -- "))?;
    Some(support::words(rest))
}

fn output(arguments: &[String]) -> Vec<String> {
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let run = support::run(&arguments);
    (run.out + &run.err).lines().map(str::to_owned).collect()
}

/// What the block should show: all of the output, or as much before and after the `…` as it shows now.
fn expected(claimed: &[&str], real: Vec<String>) -> Vec<String> {
    let Some(cut) = claimed.iter().position(|l| l.trim() == "…") else { return real };
    let (head, tail) = (cut, claimed.len() - cut - 1);
    if head + tail >= real.len() {
        return real;
    }
    let mut shown = real[..head].to_vec();
    shown.push("…".to_owned());
    shown.extend_from_slice(&real[real.len() - tail..]);
    shown
}

/// The README with every block as it should be.
fn corrected(readme: &str) -> String {
    let mut lines = readme.lines().peekable();
    let mut text = Vec::new();
    let mut in_console = false;
    let grammar = dateline::query::grammar_table();
    while let Some(line) = lines.next() {
        if Some(line) == grammar.lines().next() {
            text.extend(grammar.lines().map(str::to_owned));
            while lines.next_if(|l| l.starts_with('|')).is_some() {}
            continue;
        }
        text.push(line.to_owned());
        if line.starts_with("```") {
            in_console = line == "```console";
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| in_console) else { continue };
        let mut claimed = Vec::new();
        while let Some(shown) = lines.next_if(|l| !l.starts_with("$ ") && !l.starts_with("```")) {
            claimed.push(shown);
        }
        // A blank line before the next command is the block's own.
        let blank =
            claimed.last().is_some_and(|l| l.is_empty()) && lines.peek().is_some_and(|l| l.starts_with("$ "));
        if blank {
            claimed.pop();
        }
        match arguments(command) {
            Some(arguments) => text.extend(expected(&claimed, output(&arguments))),
            None => text.extend(claimed.iter().map(|l| (*l).to_owned())),
        }
        if blank {
            text.push(String::new());
        }
    }
    text.join("\n") + "\n"
}

#[test]
fn console_blocks_are_true() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let corrected = corrected(&readme);
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, &corrected).unwrap();
    } else if corrected != readme {
        let line = readme.lines().zip(corrected.lines()).position(|(a, b)| a != b);
        let at = line.unwrap_or_else(|| readme.lines().count().min(corrected.lines().count()));
        panic!(
            "README.md:{} shows\n  {}\nbut the program prints\n  {}\nrun with UPDATE_README=1 and read the diff",
            at + 1,
            readme.lines().nth(at).unwrap_or(""),
            corrected.lines().nth(at).unwrap_or(""),
        );
    }
}
