//! Where results and messages go: results to standard output, everything else to standard error.

use std::io::{self, Write};

use dateline::error::Error;
use dateline::render::steers;

/// An error line on standard error; one that already has its excerpt is left as it is.
pub(super) fn error(message: &str) {
    let message = safe(message);
    say(&if message.starts_with("error") { message } else { format!("error: {message}") });
}

/// A doubt that stops nothing.
pub(super) fn warning(message: &str) {
    let message = safe(message);
    // A diagnostic renders itself as an error; here it only makes us doubt.
    say(&match message.strip_prefix("error") {
        Some(rest) if rest.starts_with(['[', ':']) => format!("warning{rest}"),
        _ => format!("warning: {message}"),
    });
}

/// Something worth knowing.
pub(super) fn note(message: &str) {
    say(&format!("note: {}", safe(message)));
}

/// A failure of one input; the rest goes on.
pub(super) fn failure(error: &Error) {
    self::error(&error.to_string());
}

/// Standard error may be closed too, and then nobody wants to know.
fn say(message: &str) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}

/// Lines stay, so that carets stand where they should; nothing in a line may steer the terminal.
pub(super) fn safe(message: &str) -> String {
    let line = |l: &str| {
        let indent = l.len() - l.trim_start_matches(' ').len();
        let kept = l[indent..].chars().filter(|c| !steers(*c));
        std::iter::repeat_n(' ', indent).chain(kept).collect::<String>()
    };
    message.lines().map(line).collect::<Vec<_>>().join("\n")
}
