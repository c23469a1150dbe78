//! What is wrong in a store that can be read: the facts that do not fit each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use chrono::Datelike;

use crate::chronology::Extraction;
use crate::document::Document;
use crate::event::{Basis, Count, Mention, Quote};
use crate::gazetteer::Gazetteer;
use crate::span::Span;
use crate::store::schema::DecisionRow;
use crate::store::{Store, read_manual};

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file it is in.
    pub path: PathBuf,
    /// What is wrong; the mention's id first, where it is about one.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.message)
    }
}

impl Store {
    /// Looks for everything that does not fit, sorted by file. `documents` are the articles at hand: where one has
    /// the id of a file of the store, its text is held against what the file quotes.
    pub fn check(&self, documents: &[Document]) -> Vec<Finding> {
        let mut report = Report::default();
        let (files, errors) = self.read_files();
        for error in errors {
            report.error(self.dir(), &error);
        }
        let texts: BTreeMap<&str, &Document> = documents.iter().map(|d| (d.id.as_str(), d)).collect();
        let mut mentions = BTreeMap::new();
        let mut articles = BTreeMap::new();
        for (path, extraction) in &files {
            let mut say = |message: String| report.say(path, message);
            let article = &extraction.article;
            if let Some(first) = articles.insert(article.id.as_str(), path) {
                say(format!("the article `{}` is also in {}", article.id, first.display()));
            }
            if self.path_of(&article.id, article.published.year()) != *path {
                let right = self.path_of(&article.id, article.published.year());
                say(format!(
                    "the article `{}` of {} belongs in {}",
                    article.id,
                    article.published,
                    right.display()
                ));
            }
            let text = texts.get(article.id.as_str()).map(|d| d.text.as_str());
            let changed = texts.get(article.id.as_str()).is_some_and(|d| d.hash() != article.hash);
            if changed {
                say("the text of the article has changed since; add it again".to_owned());
            }
            check_mentions(extraction, text.filter(|_| !changed), &mut say);
            for mention in &extraction.mentions {
                if let Some(first) = mentions.insert(mention.id.clone(), path.clone()) {
                    say(format!("{}: this id is also in {}", mention.id, first.display()));
                }
            }
        }
        match self.manual_files() {
            Ok(paths) => {
                for path in paths {
                    match read_manual(&path) {
                        Ok(found) => {
                            for mention in found.into_iter().flat_map(|e| e.mentions) {
                                check_values(&mention, &mut |m| report.say(&path, m));
                                if mentions.insert(mention.id.clone(), path.clone()).is_some() {
                                    report.say(&path, format!("{}: this id is given twice", mention.id));
                                }
                            }
                        }
                        Err(e) => report.error(&path, &e),
                    }
                }
            }
            Err(e) => report.error(self.dir(), &e),
        }
        if let Err(e) = self.sources() {
            report.error(&self.dir().join("sources.ron"), &e);
        }
        let decisions = self.dir().join("decisions.ron");
        match self.decision_rows() {
            Ok(rows) => {
                check_decisions(&rows, &|id| mentions.contains_key(id), &mut |m| report.say(&decisions, m));
            }
            Err(e) => report.error(&decisions, &e),
        }
        report.sorted()
    }
}

#[derive(Default)]
struct Report(Vec<Finding>);

impl Report {
    fn say(&mut self, path: &Path, message: String) {
        self.0.push(Finding { path: path.to_owned(), message });
    }

    /// An error names its file itself.
    fn error(&mut self, path: &Path, error: &crate::error::Error) {
        use crate::error::Error;
        match error {
            Error::Io { path, source } => self.say(path, source.to_string()),
            Error::Unreadable { origin, why } => self.say(Path::new(origin), why.clone()),
            Error::At { origin, text, diagnostic } => {
                self.say(Path::new(origin), diagnostic.render(origin, text));
            }
            Error::NoDate { .. } => self.say(path, error.to_string()),
        }
    }

    fn sorted(mut self) -> Vec<Finding> {
        self.0.sort();
        self.0
    }
}

fn check_mentions(extraction: &Extraction, text: Option<&str>, say: &mut impl FnMut(String)) {
    for mention in &extraction.mentions {
        check_values(mention, say);
        check_spans(mention, text, say);
        check_codes(mention, say);
    }
}

/// Values that cannot be.
fn check_values(mention: &Mention, say: &mut impl FnMut(String)) {
    let id = &mention.id;
    for (name, count) in [("dead", mention.dead), ("injured", mention.injured)] {
        if let Some(Count { min, max: Some(max) }) = count.filter(|c| c.max.is_some_and(|m| m < c.min)) {
            say(format!("{id}: {name} is at least {min} and at most {max}"));
        }
    }
    let on_map = |(lat, lon): &(f32, f32)| (-90.0..=90.0).contains(lat) && (-180.0..=180.0).contains(lon);
    if let Some((lat, lon)) = mention.place.as_ref().and_then(|p| p.at).filter(|at| !on_map(at)) {
        say(format!("{id}: the place is at {lat}, {lon}, which is not on the map"));
    }
    let Some(when) = &mention.when else { return };
    let interval = when.value.interval();
    if interval.start.zip(interval.end).is_some_and(|(start, end)| start >= end) {
        say(format!("{id}: `{}` ends before it begins", when.value.edtf));
    }
    match (when.basis, &when.expression) {
        (Basis::Assumed, Some(_)) => say(format!("{id}: an assumed date has no expression")),
        (Basis::Stated, None) if when.rule != "manual" => {
            say(format!("{id}: a stated date needs the expression that states it"));
        }
        _ => {}
    }
}

/// Spans that do not quote the text; without the text, that do not fit the words they come with.
fn check_spans(mention: &Mention, text: Option<&str>, say: &mut impl FnMut(String)) {
    let id = &mention.id;
    let quotes = [("sentence", Some(&mention.sentence)), ("trigger", Some(&mention.trigger))];
    let expression = mention.when.as_ref().and_then(|w| w.expression.as_ref());
    for (name, quote) in quotes.into_iter().chain([("expression", expression)]) {
        let Some(Quote { span, text: words }) = quote else { continue };
        if span.range().len() != words.len() {
            say(format!("{id}: the {name} \"{words}\" is not as long as {}", show(*span)));
        } else if text.is_some_and(|t| span.text(t) != words) {
            say(format!("{id}: {} of the article does not read \"{words}\"", show(*span)));
        }
    }
    if !mention.sentence.span.contains(mention.trigger.span) {
        say(format!("{id}: the trigger is not in its sentence"));
    }
    let people = mention.actors.iter().chain(&mention.recipients).map(|p| (&p.name, p.span));
    let named = people.chain(mention.place.as_ref().map(|p| (&p.name, p.span)));
    for (name, span) in named {
        if span.start > span.end || text.is_some_and(|t| t.get(span.range()).is_none()) {
            say(format!("{id}: `{name}` is at {}, which is not in the article", show(span)));
        }
    }
}

fn show(span: Span) -> String {
    format!("({}, {})", span.start, span.end)
}

/// Codes that no entry of the gazetteer has.
fn check_codes(mention: &Mention, say: &mut impl FnMut(String)) {
    let gazetteer = Gazetteer::built_in();
    let codes = mention.actors.iter().chain(&mention.recipients).filter_map(|p| p.code.as_ref());
    for code in codes {
        if gazetteer.actor_by_code(code).is_none() {
            say(format!("{}: no actor has the code `{code}`", mention.id));
        }
    }
    let place = mention.place.as_ref().and_then(|p| p.code.as_ref());
    if let Some(code) = place.filter(|code| gazetteer.place_by_code(code).is_none()) {
        say(format!("{}: no place has the code `{code}`", mention.id));
    }
}

fn check_decisions(rows: &[DecisionRow], known: &impl Fn(&str) -> bool, say: &mut impl FnMut(String)) {
    let mut same = Groups::default();
    for row in rows {
        if let DecisionRow::Same { mentions, .. } = row {
            same.join(mentions);
        }
    }
    let mut rejected = BTreeSet::new();
    for (i, row) in rows.iter().enumerate() {
        let number = i + 1;
        let (kind, ids, reason) = parts(row);
        for id in ids {
            if !known(id) {
                say(format!("decision {number} ({kind}) names `{id}`, and there is no such mention"));
            }
        }
        if reason.trim().is_empty() {
            say(format!("decision {number} ({kind}) gives no reason"));
        }
        match row {
            DecisionRow::Same { mentions, .. } | DecisionRow::Different { mentions, .. }
                if mentions.len() < 2 =>
            {
                say(format!("decision {number} ({kind}) needs two mentions or more"));
            }
            DecisionRow::Different { mentions, .. } => {
                for (j, a) in mentions.iter().enumerate() {
                    for b in &mentions[j + 1..] {
                        if a == b || same.together(a, b) {
                            say(format!(
                                "decision {number} (Different) parts `{a}` and `{b}`, which another one joins"
                            ));
                        }
                    }
                }
            }
            DecisionRow::Reject { mention, .. } => {
                rejected.insert(mention.as_str());
            }
            _ => {}
        }
    }
    for (i, row) in rows.iter().enumerate() {
        let (kind, ids, _) = parts(row);
        for id in ids.iter().filter(|id| kind != "Reject" && rejected.contains(id.as_str())) {
            say(format!("decision {} ({kind}) speaks of `{id}`, which another one rejects", i + 1));
        }
    }
}

fn parts(row: &DecisionRow) -> (&'static str, &[String], &str) {
    match row {
        DecisionRow::Same { mentions, reason, .. } => ("Same", mentions, reason),
        DecisionRow::Different { mentions, reason, .. } => ("Different", mentions, reason),
        DecisionRow::Reject { mention, reason, .. } => ("Reject", std::slice::from_ref(mention), reason),
        DecisionRow::Correct { mention, reason, .. } => ("Correct", std::slice::from_ref(mention), reason),
    }
}

/// Mentions that decisions join, also by way of others.
#[derive(Default)]
struct Groups(Vec<BTreeSet<String>>);

impl Groups {
    fn join(&mut self, ids: &[String]) {
        let mut group: BTreeSet<String> = ids.iter().cloned().collect();
        self.0.retain(|other| {
            let apart = other.is_disjoint(&group);
            if !apart {
                group.extend(other.iter().cloned());
            }
            apart
        });
        self.0.push(group);
    }

    fn together(&self, a: &str, b: &str) -> bool {
        self.0.iter().any(|g| g.contains(a) && g.contains(b))
    }
}
