//! What the command line says, and what it answers. Uses the library's public API only.

mod add;
mod args;
mod check;
mod decide;
mod diff;
mod engine;
mod explain;
mod extract;
mod filters;
mod layout;
mod output;
mod show;
mod stats;
mod tag;
mod timeline;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Reads news articles, dates the events in them, and merges them into one chronology
///
/// With articles named, commands work on those; with none, on the store `events/`.
///
/// Exit codes: 0 done, 1 a check found something or a diff a difference, 2 wrong usage or nothing could be read,
/// 3 some inputs failed and the rest was done.
#[derive(Parser)]
#[command(name = "dateline", version, verbatim_doc_comment)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Timeline(timeline::Args),
    Add(add::Args),
    Extract(extract::Args),
    Tag(tag::Args),
    Show(show::Args),
    Explain(explain::Args),
    Diff(diff::Args),
    Decide(decide::Args),
    Check(check::Args),
    Stats(stats::Args),
}

/// How a command ended, when nothing stopped it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All was done.
    Done,
    /// A check found something.
    Found,
    /// Nothing could be read.
    Nothing,
    /// Some inputs failed and the rest was done.
    Partly,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Found => 1,
            Outcome::Nothing => 2,
            Outcome::Partly => 3,
        })
    }
}

/// Parses the arguments, runs the command, and turns its result into an exit code.
pub(crate) fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(e) => {
            let code = u8::try_from(e.exit_code()).unwrap_or(2);
            // Help into a closed pipe is fine too.
            let _ = e.print();
            return ExitCode::from(code);
        }
    };
    let stdout = io::stdout().lock();
    let mut out = io::BufWriter::new(stdout);
    let result = cli.command.run(&mut out).and_then(|outcome| {
        out.flush()?;
        Ok(outcome)
    });
    match result {
        Ok(outcome) => outcome.into(),
        Err(e) if is_closed_pipe(&e) => ExitCode::SUCCESS,
        Err(e) => {
            output::error(&format!("{e:#}"));
            ExitCode::from(2)
        }
    }
}

impl Command {
    fn run(&self, out: &mut impl Write) -> anyhow::Result<Outcome> {
        match self {
            Self::Timeline(args) => timeline::run(args, out),
            Self::Add(args) => add::run(args, out),
            Self::Extract(args) => extract::run(args, out),
            Self::Tag(args) => tag::run(args, out),
            Self::Show(args) => show::run(args, out),
            Self::Explain(args) => explain::run(args, out),
            Self::Diff(args) => diff::run(args, out),
            Self::Decide(args) => decide::run(args, out),
            Self::Check(args) => check::run(args, out),
            Self::Stats(args) => stats::run(args, out),
        }
    }
}

/// `dateline timeline | head` has had what it wanted.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|e| e.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe))
}
