//! What a word may be. "may" is a month and a modal, "second" an ordinal and a unit;
//! both readings are kept, and the rule that finds the word decides.

use crate::time::{DayPart, Season, Unit};

/// The closed-class meanings of one token; all empty for an open-class word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Readings {
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 (Monday) to 7, as ISO 8601 counts.
    pub weekday: Option<u8>,
    /// "day", "weeks".
    pub unit: Option<Unit>,
    /// "morning", "noon".
    pub part: Option<DayPart>,
    /// "spring", "fall".
    pub season: Option<Season>,
    /// What it counts or ranks.
    pub numeral: Option<Numeral>,
    /// Grammatical classes.
    pub class: Class,
}

/// A number, or a place in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numeral {
    /// The whole number written in digits or as one word; "hundred" is 100.
    Cardinal(u32),
    /// "3rd", "third".
    Ordinal(u32),
}

/// A set of grammatical classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Class(pub(crate) u32);

impl Class {
    /// No class.
    pub const NONE: Self = Self(0);
    /// "the", "a", "this", "some", "no".
    pub const DETERMINER: Self = Self(1);
    /// "in", "of", "against".
    pub const PREPOSITION: Self = Self(1 << 1);
    /// "and", "or", "but".
    pub const CONJUNCTION: Self = Self(1 << 2);
    /// "that", "because", "after", "while": may open a subordinate clause.
    pub const SUBORDINATOR: Self = Self(1 << 3);
    /// "who", "which", "that", "where", "whose".
    pub const RELATIVE: Self = Self(1 << 4);
    /// "he", "it", "they", "him".
    pub const PRONOUN: Self = Self(1 << 5);
    /// "his", "its", "their".
    pub const POSSESSIVE: Self = Self(1 << 6);
    /// "will", "may", "could".
    pub const MODAL: Self = Self(1 << 7);
    /// A form of "be".
    pub const BE: Self = Self(1 << 8);
    /// A form of "have".
    pub const HAVE: Self = Self(1 << 9);
    /// A form of "do".
    pub const DO: Self = Self(1 << 10);
    /// "not", "never", "didn't".
    pub const NEGATION: Self = Self(1 << 11);
    /// "to".
    pub const TO: Self = Self(1 << 12);
    /// "several", "many", "some".
    pub const QUANTIFIER: Self = Self(1 << 13);
    /// Adverbs that may stand inside a verb group: "also", "reportedly", "again".
    pub const ADVERB: Self = Self(1 << 14);
    /// Past tense by itself: "was", "had", "did".
    pub const PAST: Self = Self(1 << 15);
    /// Present tense by itself: "is", "has", "does".
    pub const PRESENT: Self = Self(1 << 16);
    /// May open a time expression without being one of its units: "last", "early", "today", "about".
    pub const TEMPORAL: Self = Self(1 << 17);

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it holds a class of `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Readings {
    /// No reading.
    pub const NONE: Self = Self {
        month: None,
        weekday: None,
        unit: None,
        part: None,
        season: None,
        numeral: None,
        class: Class::NONE,
    };

    /// Whether one of the classes is among them.
    pub const fn is(&self, class: Class) -> bool {
        self.class.any(class)
    }

    /// Whether the closed word classes say anything at all.
    pub fn is_open(&self) -> bool {
        *self == Self::NONE
    }

    /// The whole number written in digits or as one word, if it is one.
    pub const fn number(&self) -> Option<u32> {
        match self.numeral {
            Some(Numeral::Cardinal(n)) => Some(n),
            _ => None,
        }
    }

    /// The place in an order, if it is one: "3rd", "third".
    pub const fn ordinal(&self) -> Option<u32> {
        match self.numeral {
            Some(Numeral::Ordinal(n)) => Some(n),
            _ => None,
        }
    }

    pub(super) const fn month(mut self, n: u8) -> Self {
        self.month = Some(n);
        self
    }

    pub(super) const fn weekday(mut self, n: u8) -> Self {
        self.weekday = Some(n);
        self
    }

    pub(super) const fn unit(mut self, unit: Unit) -> Self {
        self.unit = Some(unit);
        self
    }

    pub(super) const fn part(mut self, part: DayPart) -> Self {
        self.part = Some(part);
        self
    }

    pub(super) const fn season(mut self, season: Season) -> Self {
        self.season = Some(season);
        self
    }

    pub(super) const fn cardinal(mut self, n: u32) -> Self {
        self.numeral = Some(Numeral::Cardinal(n));
        self
    }

    pub(super) const fn rank(mut self, n: u32) -> Self {
        self.numeral = Some(Numeral::Ordinal(n));
        self
    }

    pub(super) const fn class(mut self, class: Class) -> Self {
        self.class = self.class.and(class);
        self
    }
}
