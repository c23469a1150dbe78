//! The shapes of the RON files. Nothing outside the store sees them.
//!
//! Version 1. A field may be added with a default; anything else is a new version.

use std::fmt;

use chrono::NaiveDate;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::chronology::Reference;
use crate::document::DctSource;
use crate::event::{Basis, EventType, Short, Status};
use crate::gazetteer::Sector;
use crate::time::{Edtf, Granularity, Modifier, edtf};

/// The version this program writes and the newest it reads.
pub(super) const VERSION: u32 = 1;

/// The version alone, read from a file whose other fields we may not know.
#[derive(Debug, Deserialize)]
pub(super) struct Versioned {
    pub(super) version: u32,
}

/// `events/2026/ID.ron`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ArticleFile {
    pub(super) version: u32,
    pub(super) article: ArticleRow,
    pub(super) mentions: Vec<MentionRow>,
}

/// What identifies and dates the article.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ArticleRow {
    pub(super) id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    pub(super) published: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) dated_by: Option<DatedBy>,
    /// BLAKE3 of the text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) hash: String,
    /// In which round of adding it came, counted from 1; files of the first round do not say it.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub(super) batch: u32,
}

const fn first() -> u32 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_first(batch: &u32) -> bool {
    *batch == 1
}

/// One mention: what a reader wants first stands first, the evidence last.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MentionRow {
    pub(super) id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) summary: String,
    pub(super) event: EventType,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) mode: Option<Short>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) contexts: Vec<Short>,
    pub(super) status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) claimed_by: Option<Short>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<WhenRow>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) actors: Vec<ParticipantRow>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) recipients: Vec<ParticipantRow>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<PlaceRow>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) dead: Option<CountRow>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) injured: Option<CountRow>,
    pub(super) trigger: QuoteRow,
    pub(super) sentence: QuoteRow,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) rules: Vec<Short>,
}

/// When it was: the granularity is left out where the EDTF says it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WhenRow {
    pub(super) edtf: EdtfText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) granularity: Option<GranularityRow>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) modifier: Option<ModifierRow>,
    pub(super) basis: Basis,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) expression: Option<QuoteRow>,
    #[serde(default, skip_serializing_if = "Short::is_empty")]
    pub(super) rule: Short,
}

/// An actor or recipient; `at` is where the words stand.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ParticipantRow {
    pub(super) name: Short,
    pub(super) at: (u32, u32),
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<Short>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) acts_for: Option<Short>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<Short>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sector: Option<Sector>,
    #[serde(default, skip_serializing_if = "is_stated")]
    pub(super) basis: Basis,
}

/// A place; `map` is latitude and longitude.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceRow {
    pub(super) name: Short,
    pub(super) at: (u32, u32),
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<Short>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<Short>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) map: Option<(f32, f32)>,
    #[serde(default, skip_serializing_if = "is_stated")]
    pub(super) basis: Basis,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_stated(basis: &Basis) -> bool {
    *basis == Basis::Stated
}

/// A number of people; without `max` it is "at least".
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountRow {
    pub(super) min: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) max: Option<u32>,
}

/// Words and the bytes they stand at, half-open.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuoteRow {
    pub(super) text: Short,
    pub(super) at: (u32, u32),
}

/// An event in `events/manual/*.ron`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ManualRow {
    #[serde(default)]
    pub(super) id: Option<String>,
    pub(super) when: EdtfText,
    #[serde(rename = "type")]
    pub(super) event: EventType,
    pub(super) summary: String,
    #[serde(default)]
    pub(super) status: Option<Status>,
    #[serde(default)]
    pub(super) mode: Option<String>,
    #[serde(default)]
    pub(super) actors: Vec<String>,
    #[serde(default)]
    pub(super) recipients: Vec<String>,
    #[serde(default)]
    pub(super) place: Option<String>,
    #[serde(default)]
    pub(super) dead: Option<CountRow>,
    #[serde(default)]
    pub(super) injured: Option<CountRow>,
    #[serde(default)]
    pub(super) source: Option<String>,
    #[serde(default)]
    pub(super) url: Option<String>,
    #[serde(default)]
    pub(super) reason: String,
}

/// A line of `events/decisions.ron`. The reason is for the next reader, and so is who decided and when.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum DecisionRow {
    Same {
        mentions: Vec<MentionRef>,
        reason: String,
        #[serde(default)]
        by: Option<String>,
        #[serde(default)]
        on: Option<Day>,
    },
    Different {
        mentions: Vec<MentionRef>,
        reason: String,
        #[serde(default)]
        by: Option<String>,
        #[serde(default)]
        on: Option<Day>,
    },
    Reject {
        mention: MentionRef,
        reason: String,
        #[serde(default)]
        by: Option<String>,
        #[serde(default)]
        on: Option<Day>,
    },
    Correct {
        mention: MentionRef,
        #[serde(default)]
        when: Option<EdtfText>,
        #[serde(default, rename = "type")]
        event: Option<EventType>,
        #[serde(default)]
        status: Option<Status>,
        #[serde(default)]
        place: Option<String>,
        #[serde(default)]
        summary: Option<String>,
        reason: String,
        #[serde(default)]
        by: Option<String>,
        #[serde(default)]
        on: Option<Day>,
    },
}

/// A mention in a decision: its id, or `(id: "…", word: "withdrew", quote: "The Kremlin withdrew …")`, whose words
/// find the mention again where new rules have given it another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MentionRef(pub(super) Reference);

impl<'de> Deserialize<'de> for MentionRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Words {
            id: String,
            word: String,
            quote: String,
        }
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = MentionRef;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mention's id, or (id: \"…\", word: \"…\", quote: \"…\")")
            }

            fn visit_str<E: de::Error>(self, id: &str) -> Result<MentionRef, E> {
                Ok(MentionRef(id.into()))
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<MentionRef, A::Error> {
                let Words { id, word, quote } =
                    Words::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(MentionRef(Reference { id, words: Some((word, quote)) }))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// A day as a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day(pub(super) NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|_| {
            de::Error::custom(format_args!("`{text}` is not a day\nwrite year, month and day: 2026-01-28"))
        })
    }
}

/// EDTF as a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct EdtfText(pub(super) Edtf);

impl Serialize for EdtfText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for EdtfText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = EdtfText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an EDTF date such as \"2024-12-08\"")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<EdtfText, E> {
                edtf::parse(text).map(EdtfText).map_err(|d| match d.help {
                    Some(help) => E::custom(format_args!("{}\n{help}", d.message)),
                    None => E::custom(d.message),
                })
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// A [`Granularity`] by its name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct GranularityRow(#[serde(with = "GranularityName")] pub(super) Granularity);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Granularity")]
enum GranularityName {
    Minute,
    Hour,
    DayPart,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// A [`Modifier`] by its name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct ModifierRow(#[serde(with = "ModifierName")] pub(super) Modifier);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Modifier")]
enum ModifierName {
    Start,
    Mid,
    End,
    Approx,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

/// A [`DctSource`] by its name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct DatedBy(#[serde(with = "DatedByName")] pub(super) DctSource);

#[derive(Serialize, Deserialize)]
#[serde(remote = "DctSource")]
enum DatedByName {
    Flag,
    Metadata,
    Header,
    Dateline,
    FileName,
    Text,
}
