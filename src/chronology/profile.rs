//! What of a mention is compared, worked out once.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::{Days, NaiveDate};

use super::trigger::{Kinship, Sense};
use super::words::{bag, fold, hash, split};
use crate::event::{Basis, EventType, Mention, Participant, PlaceRef, Status, When};
use crate::gazetteer::{ActorKind, Gazetteer};
use crate::time::Interval;

/// A mention as the comparison sees it.
#[derive(Debug, Clone)]
pub(super) struct Profile<'m> {
    pub(super) mention: &'m Mention,
    /// The article's place in [`super::Chronology::articles`].
    pub(super) article: usize,
    pub(super) published: NaiveDate,
    pub(super) sense: Sense,
    /// What its frame is about: "consult/visit" of "consult/visit-noun".
    pub(super) frame: Option<&'m str>,
    pub(super) time: Option<Time>,
    /// Who acts, and who it is done to: turned round where the trigger's subject undergoes it.
    pub(super) actors: Vec<Party<'m>>,
    pub(super) recipients: Vec<Party<'m>>,
    pub(super) place: Option<Spot<'m>>,
    /// The sentence's own words.
    pub(super) words: Vec<u64>,
    /// The sentence as a whole, to know a copied one.
    pub(super) sentence: u64,
    /// "the second round": 2.
    pub(super) ordinal: Option<u8>,
    /// "the meeting", "Wednesday's meeting": it points at something the reader knows.
    pub(super) definite: bool,
    /// It stands over its article, without a stop.
    pub(super) headline: bool,
    /// "announcement", "remarks": a noun for what somebody said.
    pub(super) said: bool,
}

/// Nouns for what somebody says.
const SAYINGS: &[&str] = &[
    "accusation",
    "accusations",
    "announcement",
    "comments",
    "condemnation",
    "criticism",
    "declaration",
    "denial",
    "proposal",
    "refusal",
    "rejection",
    "remarks",
    "request",
    "statement",
    "threat",
    "ultimatum",
    "warning",
];

/// How far into a text its headline may stand, in bytes: after a kicker, a name of the paper, a date.
const HEAD: u32 = 250;

/// When a mention has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time {
    /// To the minute, where the text goes so far.
    pub(super) exact: Interval,
    /// Whole days: clocks differ between newsrooms.
    pub(super) days: Interval,
    /// How many days it may be; `None` where a side is open.
    pub(super) width: Option<i64>,
    pub(super) basis: Basis,
}

/// A participant by what tells it from others.
#[derive(Debug, Clone)]
pub(super) struct Party<'m> {
    pub(super) given: &'m Participant,
    pub(super) name: String,
    /// Code, name and whom it acts for once more, hashed: most comparisons end at these.
    pub(super) keys: Keys,
    pub(super) person: bool,
    /// Neither in the gazetteer nor a name: "rebel forces".
    pub(super) generic: bool,
    /// A state or a territory with a code of its own.
    pub(super) state: bool,
}

/// Hashes of what identifies a participant; 0 where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Keys {
    pub(super) code: u64,
    pub(super) name: u64,
    pub(super) acts_for: u64,
    pub(super) country: u64,
}

/// A place by what tells it from others.
#[derive(Debug, Clone)]
pub(super) struct Spot<'m> {
    pub(super) given: &'m PlaceRef,
    pub(super) name: String,
    /// Its code, hashed; its name where it has none.
    pub(super) key: u64,
    country: u64,
}

impl<'m> Profile<'m> {
    pub(super) fn new(mention: &'m Mention, article: usize, published: NaiveDate) -> Self {
        let sense = Sense::of(&mention.trigger.text, mention.event);
        let parties = |list: &'m [Participant]| list.iter().map(Party::new).collect::<Vec<_>>();
        let (mut actors, mut recipients) = (parties(&mention.actors), parties(&mention.recipients));
        if sense.undergoes && recipients.is_empty() {
            std::mem::swap(&mut actors, &mut recipients);
        }
        let before = before_trigger(mention);
        Self {
            mention,
            article,
            published,
            sense,
            frame: frame(mention),
            time: mention.when.as_ref().map(|w| Time::of(w, mention.status)),
            actors,
            recipients,
            // A place that is only likely tells no two events apart and joins none.
            place: mention.place.as_ref().filter(|p| p.basis != Basis::Assumed).map(Spot::new),
            words: bag(&mention.sentence.text),
            sentence: hash(&fold(&mention.sentence.text)),
            ordinal: before.iter().rev().take(3).find_map(|w| ordinal(w)),
            definite: definite(&before, mention),
            headline: headline(mention),
            said: is_said(mention),
        }
    }

    /// How near the triggers are: by the words, or because one frame took both.
    pub(super) fn kinship(&self, other: &Self) -> Kinship {
        let kinship = self.sense.kinship(other.sense);
        let framed = self.frame.is_some() && self.frame == other.frame;
        if framed && kinship != Kinship::Word { Kinship::Group } else { kinship }
    }

    /// Whether it names nobody.
    pub(super) fn bare(&self) -> bool {
        self.actors.is_empty() && self.recipients.is_empty()
    }

    /// Whether both sides of such an event do the same thing, so that their order says nothing.
    pub(super) fn mutual(&self) -> bool {
        matches!(self.mention.event, EventType::Agree | EventType::Consult | EventType::Cooperate)
    }

    pub(super) fn status(&self) -> Status {
        self.mention.status
    }
}

/// How many days news may be older than its article.
const LAG: Days = Days::new(2);

impl Time {
    /// What is only taken for the news of its article's day may be some days older, for all another article says.
    fn of(when: &When, status: Status) -> Self {
        let exact = when.value.interval();
        let news = when.basis == Basis::Assumed && status == Status::Occurred;
        let start = exact.start.map(|s| if news { s.checked_sub_days(LAG).unwrap_or(s) } else { s });
        Self::new(Interval { start, ..exact }, when.basis)
    }

    fn new(exact: Interval, basis: Basis) -> Self {
        let (first, last) = (exact.first_day(), exact.last_day());
        let midnight = |d: NaiveDate| d.and_time(chrono::NaiveTime::MIN);
        let days = Interval {
            start: first.map(midnight),
            end: last.and_then(|d| d.checked_add_days(Days::new(1))).map(midnight),
        };
        let width = first.zip(last).map(|(a, b)| (b - a).num_days() + 1);
        Self { exact, days, width, basis }
    }

    /// Days between the two, 0 where they share one.
    pub(super) fn gap(&self, other: &Self) -> i64 {
        let between = |end: Option<chrono::NaiveDateTime>, start: Option<chrono::NaiveDateTime>| {
            end.zip(start).map_or(0, |(e, s)| (s - e).num_days() + 1)
        };
        between(self.days.end, other.days.start).max(between(other.days.end, self.days.start)).max(0)
    }
}

impl<'m> Party<'m> {
    fn new(given: &'m Participant) -> Self {
        let (name, acts_for) = (fold(&given.name), given.acts_for.as_deref().map(fold));
        let generic = given.code.is_none() && is_description(&given.name);
        let key = |text: Option<&str>| text.map_or(0, hash);
        let keys = Keys {
            code: key(given.code.as_deref()),
            name: hash(&name),
            acts_for: key(acts_for.as_deref()),
            country: key(given.country.as_deref()),
        };
        // Persons alone have lower-case codes; without one, a name of several words is taken for a person's.
        let person =
            given.code.as_ref().map_or(!generic && name.contains(' '), |c| c.chars().any(char::is_lowercase));
        let state =
            given.code.as_ref().is_some_and(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase()));
        Self { given, name, keys, person, generic, state }
    }

    pub(super) fn code(&self) -> Option<&'m str> {
        self.given.code.as_deref()
    }

    /// What it is found by: itself, its surname, and the country or cause it belongs to; 0 where there is none.
    ///
    /// A description may be anyone: "soldiers" are found by their country alone.
    pub(super) fn roots(&self) -> [u64; 3] {
        let Keys { code, name, acts_for, .. } = self.keys;
        // A state is found by its name, since that is what others act for.
        let own = if code == 0 || self.state { name } else { code };
        // "al-Sharaa" and "Ahmed al-Sharaa" meet under the surname.
        let surname =
            self.name.rsplit_once(' ').filter(|_| self.person || code == 0).map_or(0, |(_, s)| hash(s));
        let cause = if acts_for == 0 { self.given.country.as_deref().map_or(0, country) } else { acts_for };
        if self.generic { [0, 0, cause] } else { [own, surname, cause] }
    }
}

impl<'m> Spot<'m> {
    fn new(given: &'m PlaceRef) -> Self {
        let name = fold(&given.name);
        let key = given.code.as_deref().map_or_else(|| hash(&name), hash);
        Self { given, name, key, country: given.country.as_deref().map_or(0, country) }
    }

    /// What it is found by: itself and its country.
    pub(super) fn roots(&self) -> [u64; 2] {
        [self.key, self.country]
    }
}

/// A country's name, folded and hashed, by its code: what those who act for it are found by.
fn country(code: &str) -> u64 {
    static NAMES: OnceLock<HashMap<String, u64>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let states = Gazetteer::built_in().actors().filter(|(_, a)| a.kind == ActorKind::State);
        states.map(|(_, a)| (a.code.clone(), hash(&fold(&a.name)))).collect()
    });
    names.get(code).copied().unwrap_or_else(|| hash(code))
}

/// "rebel forces", "Assad's wife", unlike "al-Sharaa": the last word has no capital anywhere.
pub(super) fn is_description(name: &str) -> bool {
    name.split_whitespace().next_back().is_none_or(|word| !word.chars().any(char::is_uppercase))
}

/// Frames are named by type and subject ("retreat/withdraw-object"); other rules have other families.
fn frame(mention: &Mention) -> Option<&str> {
    mention.rules.iter().find_map(|rule| {
        let rule = rule.strip_prefix("frame:").unwrap_or(rule);
        let (family, subject) = rule.split_once('/')?;
        let end = family.len() + 1 + subject.find('-').unwrap_or(subject.len());
        family.eq_ignore_ascii_case(mention.event.name()).then(|| &rule[..end])
    })
}

/// The words of the sentence before the trigger, folded.
fn before_trigger(mention: &Mention) -> Vec<String> {
    let into = mention.trigger.span.start.saturating_sub(mention.sentence.span.start) as usize;
    let head = mention.sentence.text.get(..into).unwrap_or("");
    let near = head.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    split(&head[near..]).collect()
}

fn ordinal(word: &str) -> Option<u8> {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let spelt = WORDS.iter().position(|w| *w == word).and_then(|at| u8::try_from(at + 1).ok());
    spelt.or_else(|| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        let ending = &word[digits.len()..];
        matches!(ending, "st" | "nd" | "rd" | "th").then(|| digits.parse().ok()).flatten()
    })
}

/// Whether a noun names that somebody said something, and not what it was: "the announcement", "a speech".
pub(super) fn is_saying(mention: &Mention) -> bool {
    fold(&mention.trigger.text) == "speech" || is_said(mention)
}

/// Whether its noun is one for what somebody said.
fn is_said(mention: &Mention) -> bool {
    SAYINGS.contains(&fold(&mention.trigger.text).as_str())
}

/// Whether its sentence stands at the top of its text and ends as headlines do.
fn headline(mention: &Mention) -> bool {
    let text = mention.sentence.text.trim_end();
    mention.sentence.span.start < HEAD
        && !text.is_empty()
        && !text.ends_with(['.', '!', '?', '"', '”', '’', ':', '…'])
}

/// A noun with a determiner that points back, or with a weekday's genitive.
fn definite(before: &[String], mention: &Mention) -> bool {
    let pointing = ["the", "this", "that", "these", "those", "its", "their", "his", "her"];
    let dated = mention.when.as_ref().and_then(|w| w.expression.as_ref()).is_some_and(|e| {
        e.span.end <= mention.trigger.span.start && mention.trigger.span.start - e.span.end <= 5
    });
    dated || before.iter().rev().take(3).any(|w| pointing.contains(&w.as_str()))
}
