//! The query language as a table: what the help prints, the README shows, and the tests run.

use std::fmt::Write;

/// A form of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// How it is written: `actor:NAME`.
    pub form: &'static str,
    /// What it finds.
    pub finds: &'static str,
    /// Examples, each a whole query as one argument.
    pub examples: &'static [&'static str],
}

/// Every form, terms first, then what joins them.
pub const GRAMMAR: &[Form] = &[
    Form {
        form: "actor:NAME",
        finds: "who does it, under any name; a state by what its leaders, bodies and forces do",
        examples: &["actor:Russia", "actor:\"Ahmed al-Sharaa\""],
    },
    Form { form: "recipient:NAME", finds: "to or with whom it is done", examples: &["recipient:Syria"] },
    Form {
        form: "location:NAME",
        finds: "there, or in a place that lies there",
        examples: &["location:Syria", "location:Idlib"],
    },
    Form {
        form: "near:\"PLACE DISTANCE\"",
        finds: "in a town or site so near: km, m or mi; PLACE may be latitude and longitude",
        examples: &["near:\"Damascus 60km\"", "near:\"33.5 36.3 40mi\""],
    },
    Form {
        form: "type:TYPE",
        finds: "of a PLOVER type: assault, consult, sanction …; or of our own: office, legal, disaster …",
        examples: &["type:assault"],
    },
    Form { form: "mode:MODE", finds: "of a PLOVER mode", examples: &["mode:visit"] },
    Form {
        form: "status:STATUS",
        finds: "occurred, ongoing, planned, hypothetical, negated; or claimed",
        examples: &["status:planned", "status:claimed"],
    },
    Form {
        form: "date:PERIOD",
        finds: "in it, both ends included: EDTF, quarters and halves, ranges, words counted from --today",
        examples: &[
            "date:2024-12-08",
            "date:2024-12..2025-03",
            "date:2025-Q4",
            "date:2025-H1..",
            "date:2024-12-01/2024-12-08",
            "date:last month",
            "date:\"last 90 days\"",
        ],
    },
    Form { form: "since:PERIOD", finds: "from its first day on", examples: &["since:2025"] },
    Form { form: "until:PERIOD", finds: "up to and with its last day", examples: &["until:2025-06"] },
    Form {
        form: "text:WORDS",
        finds: "with these words side by side in the summary or a quote; bare words are the same",
        examples: &["text:ceasefire", "military support"],
    },
    Form { form: "source:NAME", finds: "told by this publisher", examples: &["source:\"Levant Wire\""] },
    Form {
        form: "sources:NUMBER",
        finds: "told by so many independent sources: 2, >2, >=2, <2, <=2",
        examples: &["sources:>1"],
    },
    Form {
        form: "conflict:FIELD",
        finds: "whose sources cannot all be right on when, place, dead, injured, status; or on any",
        examples: &["conflict:any"],
    },
    Form {
        form: "A B",
        finds: "both hold; `and` may stand between",
        examples: &["actor:Russia location:Syria"],
    },
    Form {
        form: "A or B",
        finds: "one of them holds; binds looser than `A B`",
        examples: &["actor:Russia or actor:Turkey"],
    },
    Form {
        form: "(A or B) C",
        finds: "parentheses hold together",
        examples: &["(actor:Russia or actor:Turkey) location:Syria"],
    },
    Form {
        form: "not:A",
        finds: "it does not hold; A may be a group",
        examples: &["type:consult not:actor:Russia", "not:(type:statement or type:accuse)"],
    },
];

/// The keys of terms, for suggestions; `not` is one to a person who types it.
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    GRAMMAR.iter().filter_map(|f| f.form.split_once(':')).map(|(key, _)| key)
}

/// The table as the help prints it.
pub fn help() -> String {
    let width = GRAMMAR.iter().map(|f| f.form.len()).max().unwrap_or(0);
    let mut text = String::from("Query language (a query may be one quoted argument or many):\n");
    for Form { form, finds, examples } in GRAMMAR {
        let _ = writeln!(text, "  {form:width$}  {finds}");
        for example in *examples {
            let _ = writeln!(text, "  {:width$}    e.g. {example}", "");
        }
    }
    text
}

/// The table as the README shows it.
pub fn markdown() -> String {
    let mut text = String::from("| term | finds events | for example |\n|---|---|---|\n");
    for Form { form, finds, examples } in GRAMMAR {
        let examples: Vec<_> = examples.iter().map(|e| format!("`{e}`")).collect();
        let _ = writeln!(text, "| `{form}` | {finds} | {} |", examples.join(", "));
    }
    text
}
