//! A person's word, appended to `decisions.ron`.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::chronology::{Correction, Decision, Reference};
use crate::error::{Error, Result};
use crate::store::append::append;
use crate::store::lock::Lock;
use crate::store::schema::DecisionRow;
use crate::store::write::write_atomically;
use crate::store::{Store, convert, decisions, read_text, ron_file};

/// What stands at the top of a file of decisions that we begin.
const HEAD: &str = "// A person's word on single mentions; it overrides every score.\n[\n]\n";

/// A decision as it is written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// What is decided.
    pub decision: Decision,
    /// Why, for the next reader.
    pub reason: String,
    /// Who decides.
    pub by: Option<String>,
    /// When.
    pub on: Option<NaiveDate>,
}

/// What writing decisions down did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The file.
    pub path: PathBuf,
    /// The entries written, as they stand in it; decisions that stood there already are left out.
    pub entries: Vec<String>,
    /// What the new decisions contradict.
    pub doubts: Vec<String>,
}

impl Store {
    /// Appends decisions to `decisions.ron`, which is made where it does not exist. Comments, order and layout of
    /// what stands there are untouched.
    ///
    /// # Errors
    /// Where the file cannot be read, has a fault, or cannot be written; then nothing is changed.
    pub fn decide(&self, verdicts: &[Verdict]) -> Result<Decided> {
        let _lock = Lock::wait(self.dir())?;
        let named = self.dir().join("decisions.ron");
        // A link stays one: what it leads to is written.
        let path = fs::canonicalize(&named).unwrap_or_else(|_| named.clone());
        let origin = named.display().to_string();
        let mut text = if path.exists() { read_text(&path)? } else { HEAD.to_owned() };
        let before: Vec<DecisionRow> = ron_file::read(&origin, &text)?;
        let mut known: Vec<Decision> = before.iter().cloned().map(convert::decision).map(bare).collect();
        let mut entries = Vec::new();
        for verdict in verdicts {
            let decision = bare(verdict.decision.clone());
            if known.contains(&decision) {
                continue;
            }
            known.push(decision);
            let entry = show(verdict);
            text = append(&text, &entry).ok_or_else(|| Error::Unreadable {
                origin: origin.clone(),
                why: "there is no list to append to".to_owned(),
            })?;
            entries.push(entry);
        }
        let after: Vec<DecisionRow> = ron_file::read(&origin, &text)?;
        if after[..before.len().min(after.len())] != before[..] || after.len() != before.len() + entries.len()
        {
            let why =
                "nothing was written: the decision cannot be appended without changing another".to_owned();
            return Err(Error::Unreadable { origin, why });
        }
        if !entries.is_empty() {
            write_atomically(&path, text.as_bytes())?;
        }
        let old = decisions::faults(&before);
        let doubts = decisions::faults(&after).into_iter().filter(|f| !old.contains(f)).collect();
        Ok(Decided { path: named, entries, doubts })
    }
}

/// The decision by its ids alone, to know it again.
fn bare(decision: Decision) -> Decision {
    let one = |r: Reference| Reference { words: None, ..r };
    let all = |list: Vec<Reference>| list.into_iter().map(one).collect();
    match decision {
        Decision::Same(list) => Decision::Same(all(list)),
        Decision::Different(list) => Decision::Different(all(list)),
        Decision::Reject(mention) => Decision::Reject(one(mention)),
        Decision::Correct(mention, correction) => Decision::Correct(one(mention), correction),
    }
}

/// An entry of the file, indented as the others are.
fn show(verdict: &Verdict) -> String {
    let mut fields = String::new();
    let mut field = |name: &str, value: &str| {
        let _ = writeln!(fields, "        {name}: {value},");
    };
    let list = |mentions: &[Reference]| {
        let rows: Vec<String> = mentions.iter().map(|m| format!("            {},\n", reference(m))).collect();
        format!("[\n{}        ]", rows.concat())
    };
    let kind = match &verdict.decision {
        Decision::Same(mentions) => {
            field("mentions", &list(mentions));
            "Same"
        }
        Decision::Different(mentions) => {
            field("mentions", &list(mentions));
            "Different"
        }
        Decision::Reject(mention) => {
            field("mention", &reference(mention));
            "Reject"
        }
        Decision::Correct(mention, correction) => {
            field("mention", &reference(mention));
            let Correction { when, event, status, place, summary } = correction;
            let given = [
                ("when", when.map(|w| quoted(&w.to_string()))),
                ("type", event.map(|e| format!("{e:?}"))),
                ("status", status.map(|s| format!("{s:?}"))),
                ("place", place.as_deref().map(quoted)),
                ("summary", summary.as_deref().map(quoted)),
            ];
            for (name, value) in given {
                if let Some(value) = value {
                    field(name, &value);
                }
            }
            "Correct"
        }
    };
    field("reason", &quoted(&verdict.reason));
    if let Some(by) = &verdict.by {
        field("by", &quoted(by));
    }
    if let Some(on) = verdict.on {
        field("on", &quoted(&on.to_string()));
    }
    format!("    {kind}(\n{fields}    ),")
}

fn reference(mention: &Reference) -> String {
    match &mention.words {
        None => quoted(&mention.id),
        Some((word, quote)) => {
            format!("(id: {}, word: {}, quote: {})", quoted(&mention.id), quoted(word), quoted(quote))
        }
    }
}

/// A string as RON writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{{{:x}}}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
