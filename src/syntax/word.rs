//! What the grammar knows of a word, and how that is laid out in two numbers.
//!
//! `build.rs` includes this file: it writes what the program reads.

use serde::Deserialize;

use crate::gazetteer::tables::entry::Sector;
use crate::syntax::inflect::Inflection;

/// What the lexicon says of one written form, in lower case.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Word {
    /// What it may be.
    pub(crate) tags: Tags,
    /// Which of verb and noun is likelier, where it may be both.
    pub(crate) prefers: Prefers,
    /// What the verb does to its complement.
    pub(crate) effect: Effects,
    /// Before an event noun: what it says of the event's being real.
    pub(crate) outlook: Option<Outlook>,
    /// Before an infinitive or a preposition: what the noun says of the event that completes it.
    pub(crate) content: Option<Content>,
    /// It names a spot on the map: "airport".
    pub(crate) site: bool,
    /// It is of sport, science, kitchen or stage: "wicket", "protein".
    pub(crate) elsewhere: bool,
    /// The agent it names.
    pub(crate) agent: Option<Agent>,
}

/// A set of parts of speech, inflections apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tags(u16);

/// Which of verb and noun a form is more often.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Prefers {
    #[default]
    Neither,
    Verb,
    Noun,
}

impl Tags {
    pub(crate) const NOUN: Self = Self(1);
    pub(crate) const PLURAL: Self = Self(1 << 1);
    pub(crate) const BASE: Self = Self(1 << 2);
    pub(crate) const THIRD: Self = Self(1 << 3);
    pub(crate) const PAST: Self = Self(1 << 4);
    pub(crate) const PARTICIPLE: Self = Self(1 << 5);
    pub(crate) const GERUND: Self = Self(1 << 6);
    pub(crate) const ADJECTIVE: Self = Self(1 << 7);
    pub(crate) const ADVERB: Self = Self(1 << 8);

    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[allow(dead_code, reason = "only build.rs makes lists")]
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// It may be a noun.
    pub(crate) const fn noun(self) -> bool {
        self.any(Self::NOUN.and(Self::PLURAL))
    }

    /// It may be a verb.
    pub(crate) const fn verb(self) -> bool {
        self.any(Self::BASE.and(Self::THIRD).and(Self::PAST).and(Self::PARTICIPLE).and(Self::GERUND))
    }

    #[allow(dead_code, reason = "only build.rs makes lists")]
    pub(super) const fn of(inflection: Inflection) -> Self {
        match inflection {
            Inflection::Base => Self::BASE,
            Inflection::ThirdPerson => Self::THIRD,
            Inflection::Past => Self::PAST,
            Inflection::Participle => Self::PARTICIPLE,
            Inflection::Gerund => Self::GERUND,
            Inflection::Singular => Self::NOUN,
            Inflection::Plural => Self::PLURAL,
        }
    }
}

/// What a verb does to what it governs; a verb may do several things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "independent memberships of word lists, not a state")]
pub(crate) struct Effects {
    pub(crate) reports: bool,
    pub(crate) plans: bool,
    pub(crate) wishes: bool,
    pub(crate) doubts: bool,
    pub(crate) negates: bool,
    pub(crate) aspectual: bool,
    pub(crate) light: bool,
    pub(crate) happens: bool,
    pub(crate) dispatches: bool,
    pub(crate) gives: bool,
    pub(crate) causes: bool,
    pub(crate) averts: bool,
    pub(crate) directs: bool,
    /// Never without an object: "two soldiers killed" is a passive that lost its auxiliary.
    pub(crate) transitive: bool,
}

/// What a word before an event noun says of the event's being real.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outlook {
    Planned,
    Supposed,
    Alleged,
}

/// What a noun says of the event that completes it: "the *plan* to withdraw", "*calls* for a truce".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Planned,
    /// Called for, feared, tried: it may or may not come.
    Wished,
    Failed,
}

/// A noun for someone who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Agent {
    pub(crate) kind: AgentKind,
    pub(crate) sector: Sector,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum AgentKind {
    Title,
    Person,
    Group,
}

/// Bits of a number, filled from the lowest and read in the same order.
#[derive(Debug, Default)]
struct Bits {
    all: u32,
    at: u32,
}

impl Bits {
    fn put(&mut self, value: u32, width: u32) {
        self.all |= value << self.at;
        self.at += width;
    }

    const fn take(&mut self, width: u32) -> u32 {
        let value = self.all >> self.at & ((1 << width) - 1);
        self.at += width;
        value
    }
}

/// The place of a value in a list, counted from one; nought for none.
fn place<T: PartialEq>(all: &[T], value: Option<&T>) -> u32 {
    let at = value.and_then(|value| all.iter().position(|one| one == value));
    at.map_or(0, |at| u32::try_from(at + 1).unwrap_or(0))
}

/// The value at such a place.
fn placed<T: Copy>(all: &[T], place: u32) -> Option<T> {
    all.get((place as usize).checked_sub(1)?).copied()
}

impl Agent {
    fn put(agent: Option<Self>, bits: &mut Bits) {
        bits.put(place(&AgentKind::ALL, agent.map(|a| a.kind).as_ref()), 2);
        bits.put(place(&Sector::ALL, agent.map(|a| a.sector).as_ref()), 5);
    }

    fn take(bits: &mut Bits) -> Option<Self> {
        let (kind, sector) = (bits.take(2), bits.take(5));
        Some(Self { kind: placed(&AgentKind::ALL, kind)?, sector: placed(&Sector::ALL, sector)? })
    }

    /// As a number.
    #[allow(dead_code, reason = "only build.rs packs")]
    pub(crate) fn pack(self) -> u32 {
        let mut bits = Bits::default();
        Self::put(Some(self), &mut bits);
        bits.all
    }

    /// From a number.
    pub(crate) fn unpack(number: u32) -> Option<Self> {
        Self::take(&mut Bits { all: number, at: 0 })
    }
}

impl AgentKind {
    const ALL: [Self; 3] = [Self::Title, Self::Person, Self::Group];
}

impl Prefers {
    const ALL: [Self; 3] = [Self::Neither, Self::Verb, Self::Noun];
}

impl Outlook {
    const ALL: [Self; 3] = [Self::Planned, Self::Supposed, Self::Alleged];
}

impl Content {
    const ALL: [Self; 3] = [Self::Planned, Self::Wished, Self::Failed];
}

impl Effects {
    /// Every effect, in the order of its bit.
    fn all(&mut self) -> [&mut bool; 14] {
        [
            &mut self.reports,
            &mut self.plans,
            &mut self.wishes,
            &mut self.doubts,
            &mut self.negates,
            &mut self.aspectual,
            &mut self.light,
            &mut self.happens,
            &mut self.dispatches,
            &mut self.gives,
            &mut self.causes,
            &mut self.averts,
            &mut self.directs,
            &mut self.transitive,
        ]
    }
}

impl Word {
    /// As two numbers: what it may be and does, and what it says of others.
    #[allow(dead_code, reason = "only build.rs packs")]
    pub(crate) fn pack(self) -> [u32; 2] {
        let (mut grammar, mut sense, mut effect) = (Bits::default(), Bits::default(), self.effect);
        grammar.put(u32::from(self.tags.0), 16);
        for effect in effect.all() {
            grammar.put(u32::from(*effect), 1);
        }
        grammar.put(place(&Prefers::ALL, Some(&self.prefers)), 2);
        sense.put(place(&Outlook::ALL, self.outlook.as_ref()), 2);
        sense.put(place(&Content::ALL, self.content.as_ref()), 2);
        sense.put(u32::from(self.site), 1);
        sense.put(u32::from(self.elsewhere), 1);
        Agent::put(self.agent, &mut sense);
        [grammar.all, sense.all]
    }

    /// From two numbers.
    pub(crate) fn unpack([grammar, sense]: [u32; 2]) -> Self {
        let (mut grammar, mut sense) = (Bits { all: grammar, at: 0 }, Bits { all: sense, at: 0 });
        let mut word = Self { tags: Tags(u16::try_from(grammar.take(16)).unwrap_or(0)), ..Self::default() };
        for effect in word.effect.all() {
            *effect = grammar.take(1) == 1;
        }
        word.prefers = placed(&Prefers::ALL, grammar.take(2)).unwrap_or_default();
        word.outlook = placed(&Outlook::ALL, sense.take(2));
        word.content = placed(&Content::ALL, sense.take(2));
        word.site = sense.take(1) == 1;
        word.elsewhere = sense.take(1) == 1;
        word.agent = Agent::take(&mut sense);
        word
    }
}
