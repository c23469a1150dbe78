//! What is wrong in a store that can be read: the facts that do not fit each other.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use chrono::Datelike;

use crate::chronology::{Chronology, Extraction, Idle};
use crate::document::Document;
use crate::error::{Error, Result};
use crate::event::{Basis, Count, INTERNATIONAL, Mention, Quote};
use crate::gazetteer::Gazetteer;
use crate::span::Span;
use crate::store::schema::DecisionRow;
use crate::store::{Store, Tables, convert, decisions, read_manual};

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
    /// Looks for everything in the store that does not fit, sorted by file.
    pub fn check(&self) -> Result<Vec<Finding>> {
        self.check_against(&[])
    }

    /// The same, with the articles at hand: where one has the id of a file of the store, its text is held against
    /// what the file quotes.
    pub fn check_against(&self, documents: &[Document]) -> Result<Vec<Finding>> {
        self.must_exist()?;
        let mut report = Report::default();
        let tables = self.tables().unwrap_or_else(|e| {
            report.error(&e);
            Tables::default()
        });
        let gazetteer = tables.gazetteer();
        for fault in gazetteer.faults_of_own() {
            let path = self.dir().join(if fault.actor { "actors.ron" } else { "places.ron" });
            report.say(&path, format!("{}: {}", fault.code, fault.message));
        }
        for (id, fault) in tables.faults_of_own_frames() {
            report.say(&self.dir().join("frames.ron"), format!("{id}: {fault}"));
        }
        let texts: BTreeMap<&str, &Document> = documents.iter().map(|d| (d.id.as_str(), d)).collect();
        self.check_articles(&texts, gazetteer, &mut report);
        self.check_manual(gazetteer, &mut report);
        match self.decision_rows() {
            Ok(rows) => self.check_decisions(rows, gazetteer, &mut report),
            Err(e) => report.error(&e),
        }
        report.findings.sort();
        Ok(report.findings)
    }

    /// Decisions that contradict each other, and those that no longer bite.
    fn check_decisions(&self, rows: Vec<DecisionRow>, gazetteer: &Gazetteer, report: &mut Report) {
        let path = self.dir().join("decisions.ron");
        for message in decisions::faults(&rows) {
            report.say(&path, message);
        }
        let kinds: Vec<_> = rows.iter().map(|row| decisions::parts(row).0).collect();
        let decisions: Vec<_> = rows.into_iter().map(convert::decision).collect();
        for (at, idle) in Chronology::idle(&report.extractions, &decisions, gazetteer) {
            let (number, kind) = (at + 1, kinds[at]);
            match idle {
                Idle::Gone(ids) => {
                    for id in ids {
                        let message =
                            format!("decision {number} ({kind}) names `{id}`, and there is no such mention");
                        report.say(&path, message);
                    }
                }
                Idle::Needless => report.say(
                    &path,
                    format!(
                        "decision {number} ({kind}) no longer bites: the chronology is the same without it"
                    ),
                ),
            }
        }
    }

    fn check_articles(&self, texts: &BTreeMap<&str, &Document>, gazetteer: &Gazetteer, report: &mut Report) {
        let (files, errors) = self.read_files();
        for error in &errors {
            report.error(error);
        }
        let mut articles = BTreeMap::new();
        for (path, extraction) in &files {
            let article = &extraction.article;
            let mut say = |message: String| report.say(path, message);
            if let Some(first) = articles.insert(article.id.as_str(), path) {
                say(format!("the article `{}` is also in {}", article.id, first.display()));
            }
            let right = self.path_of(&article.id, article.published.year());
            if right != *path {
                let (id, day) = (&article.id, article.published);
                say(format!("the article `{id}` of {day} belongs in {}", right.display()));
            }
            let document = texts.get(article.id.as_str());
            let changed = document.is_some_and(|d| d.hash() != article.hash);
            if changed {
                say("the text of the article has changed since; add it again".to_owned());
            }
            let text = document.filter(|_| !changed).map(|d| d.text.as_str());
            for mention in &extraction.mentions {
                check_values(mention, &mut say);
                check_spans(mention, text, &mut say);
                check_codes(mention, gazetteer, &mut say);
            }
            for mention in &extraction.mentions {
                report.claim(path, &mention.id);
            }
        }
        report.extractions.extend(files.into_iter().map(|(_, extraction)| extraction));
    }

    fn check_manual(&self, gazetteer: &Gazetteer, report: &mut Report) {
        let paths = self.manual_files().unwrap_or_else(|e| {
            report.error(&e);
            Vec::new()
        });
        for path in paths {
            match read_manual(&path, gazetteer) {
                Ok(found) => {
                    for mention in found.iter().flat_map(|e| &e.mentions) {
                        check_values(mention, &mut |m| report.say(&path, m));
                        report.claim(&path, &mention.id);
                    }
                    report.extractions.extend(found);
                }
                Err(e) => report.error(&e),
            }
        }
    }
}

/// What was found so far, and where each mention is.
#[derive(Default)]
struct Report {
    findings: Vec<Finding>,
    mentions: BTreeMap<String, PathBuf>,
    /// All that could be read, which decisions are about.
    extractions: Vec<Extraction>,
}

impl Report {
    fn say(&mut self, path: &Path, message: String) {
        self.findings.push(Finding { path: path.to_owned(), message });
    }

    /// An error names its file itself.
    fn error(&mut self, error: &Error) {
        match error {
            Error::Io { path, source } => self.say(path, source.to_string()),
            Error::Unreadable { origin, why } => self.say(Path::new(origin), why.clone()),
            Error::At { origin, text, diagnostic } => {
                self.say(Path::new(origin), diagnostic.render(origin, text));
            }
            Error::NoDate { origin } => self.say(Path::new(origin), error.to_string()),
        }
    }

    /// Notes where a mention is; two of the same id cannot be told apart by a decision.
    fn claim(&mut self, path: &Path, id: &str) {
        if let Some(first) = self.mentions.insert(id.to_owned(), path.to_owned()) {
            self.say(path, format!("{id}: this id is also in {}", first.display()));
        }
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
fn check_codes(mention: &Mention, gazetteer: &Gazetteer, say: &mut impl FnMut(String)) {
    let codes = mention.actors.iter().chain(&mention.recipients).filter_map(|p| p.code.as_ref());
    for code in codes {
        if gazetteer.actor_by_code(code).is_none() {
            say(format!("{}: no actor has the code `{code}`", mention.id));
        }
    }
    let people = mention.actors.iter().chain(&mention.recipients).filter_map(|p| p.country.as_ref());
    for country in people.chain(mention.place.as_ref().and_then(|p| p.country.as_ref())) {
        if country != INTERNATIONAL
            && gazetteer.actor_by_code(country).is_none()
            && gazetteer.place_by_code(country).is_none()
        {
            say(format!("{}: no country has the code `{country}`", mention.id));
        }
    }
    let place = mention.place.as_ref().and_then(|p| p.code.as_ref());
    if let Some(code) = place.filter(|code| gazetteer.place_by_code(code).is_none()) {
        say(format!("{}: no place has the code `{code}`", mention.id));
    }
}
