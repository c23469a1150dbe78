//! Events that a person writes without an article: `events/manual/*.ron`.
//!
//! A file holds a list. `when` (EDTF), `type` and `summary` must be there, everything else may be:
//!
//! ```ron
//! // events/manual/background.ron
//! [
//!     (
//!         when: "2024-12-08",                 // "2024-12", "2024-12-08/2024-12-10", "2024-12-08/..", "2024~"
//!         type: Office,
//!         summary: "Bashar al-Assad leaves Damascus for Moscow",
//!         status: Occurred,                   // Occurred where nothing is said
//!         actors: ["Bashar al-Assad"],
//!         recipients: ["Russia"],
//!         place: "Damascus",
//!         dead: (min: 3),                     // at least three; (min: 3, max: 3) is three
//!         source: "Kremlin press office",
//!         url: "https://example.org/statement",
//!         reason: "no article in the collection tells it",
//!         id: "assad-flight",                 // a name for decisions.ron; else it is made from the content
//!     ),
//! ]
//! ```
//!
//! Names of actors and places are looked up like those in articles. Each event counts as an article of its own,
//! `manual/FILE#ID`, published on the last day it may have happened, since nothing is known of it before.

use chrono::NaiveDate;

use crate::chronology::{Article, Extraction};
use crate::event::{Basis, Mention, Mode, Participant, PlaceRef, Quote, Status, When};
use crate::gazetteer::Gazetteer;
use crate::span::Span;
use crate::store::convert::count;
use crate::store::schema::ManualRow;
use crate::time::TimeValue;

/// The publisher of an event whose entry names none.
const SOURCE: &str = "manual";

/// The events of one file, whose stem is `file`; or what is wrong with one of them.
pub(super) fn extractions(
    file: &str,
    rows: Vec<ManualRow>,
    gazetteer: &Gazetteer,
) -> Result<Vec<Extraction>, String> {
    rows.into_iter().enumerate().map(|(i, row)| extraction(file, i + 1, row, gazetteer)).collect()
}

fn extraction(
    file: &str,
    number: usize,
    row: ManualRow,
    gazetteer: &Gazetteer,
) -> Result<Extraction, String> {
    let edtf = row.when.0;
    let value = TimeValue { edtf, granularity: edtf.granularity(), modifier: None };
    let published: NaiveDate = value
        .last()
        .or_else(|| value.first())
        .ok_or_else(|| format!("event {number}: `{edtf}` says nothing about when it was"))?;
    let id = row.id.unwrap_or_else(|| {
        let content = format!("{edtf}\n{}\n{}", row.event.name(), row.summary);
        blake3::hash(content.as_bytes()).to_hex()[..8].to_owned()
    });
    let id = format!("manual/{file}#{id}");
    let article = Article {
        id: id.clone(),
        title: row.summary.clone(),
        source: row.source.unwrap_or_else(|| SOURCE.to_owned()),
        url: row.url,
        published,
        dated_by: None,
        hash: String::new(),
        batch: 1,
    };
    let words = |text: &str| Quote { span: Span::default(), text: text.into() };
    let said = if row.reason.is_empty() { &row.summary } else { &row.reason };
    let party = |name: &String| Participant::typed(gazetteer, name, published, Span::default());
    let mention = Mention {
        id: id.clone(),
        document: id,
        sentence: words(said),
        trigger: words(""),
        event: row.event,
        mode: row.mode.map(|mode| Mode(mode.into())),
        contexts: Vec::new(),
        actors: row.actors.iter().map(party).collect(),
        recipients: row.recipients.iter().map(party).collect(),
        place: row.place.as_deref().map(|name| PlaceRef::typed(gazetteer, name, Span::default())),
        when: Some(When { value, basis: Basis::Stated, expression: None, rule: SOURCE.into() }),
        status: row.status.unwrap_or(Status::Occurred),
        claimed_by: None,
        dead: row.dead.map(count),
        injured: row.injured.map(count),
        summary: row.summary,
        rules: vec![SOURCE.into()],
    };
    Ok(Extraction { article, mentions: vec![mention] })
}
