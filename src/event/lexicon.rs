//! Words the clause grammar must know besides the triggers: agents, reporting verbs, adjectives.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::event::frame::Inflection;
use crate::event::inflect;
use crate::gazetteer::Sector;

/// What the lexicon says of one written form, in lower case.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Word {
    /// The verb forms it may be.
    pub(super) verb: Forms,
    /// What the verb does to its complement.
    pub(super) effect: Effects,
    /// It may be an adjective.
    pub(super) adjective: bool,
    /// Before an event noun: what it says of the event's being real.
    pub(super) outlook: Option<Outlook>,
    /// It names a spot on the map: "airport".
    pub(super) site: bool,
    /// The agent it names.
    pub(super) agent: Option<Agent>,
}

/// A set of inflections.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Forms(u8);

impl Forms {
    pub(super) fn add(&mut self, inflection: Inflection) {
        self.0 |= 1 << inflection as u8;
    }

    pub(super) fn has(self, inflection: Inflection) -> bool {
        self.0 & (1 << inflection as u8) != 0
    }

    /// It may be a noun.
    pub(super) fn noun(self) -> bool {
        self.has(Inflection::Singular) || self.has(Inflection::Plural)
    }

    /// It may be a verb.
    pub(super) fn verb(self) -> bool {
        use Inflection::{Base, Gerund, Participle, Past, ThirdPerson};
        [Base, ThirdPerson, Past, Participle, Gerund].into_iter().any(|i| self.has(i))
    }
}

/// What a verb does to what it governs; a verb may do several things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "independent memberships of word lists, not a state")]
pub(super) struct Effects {
    pub(super) reports: bool,
    pub(super) plans: bool,
    pub(super) wishes: bool,
    pub(super) doubts: bool,
    pub(super) negates: bool,
    pub(super) aspectual: bool,
    pub(super) light: bool,
    pub(super) happens: bool,
    pub(super) dispatches: bool,
}

/// What a word before an event noun says of the event's being real.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outlook {
    Planned,
    Supposed,
    Alleged,
}

/// A noun for someone who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Agent {
    pub(super) kind: AgentKind,
    pub(super) sector: Sector,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum AgentKind {
    Title,
    Person,
    Group,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgentRow {
    kind: AgentKind,
    sector: Sector,
    nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordLists {
    reporting: Vec<String>,
    planning: Vec<String>,
    wishing: Vec<String>,
    doubting: Vec<String>,
    negating: Vec<String>,
    aspectual: Vec<String>,
    light: Vec<String>,
    happening: Vec<String>,
    verbs: Vec<String>,
    adjectives: Vec<String>,
    planned: Vec<String>,
    supposed: Vec<String>,
    alleged: Vec<String>,
    dispatching: Vec<String>,
    sites: Vec<String>,
}

/// The lists, indexed by written form.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: HashMap<String, Word>,
    /// Agents of several words, by their words in lower case, joined by single spaces.
    phrases: HashMap<String, Agent>,
}

impl Lexicon {
    /// The lists that ship inside the binary, read once.
    pub(super) fn built_in() -> &'static Self {
        static LISTS: OnceLock<Lexicon> = OnceLock::new();
        LISTS.get_or_init(|| {
            let agents: Vec<AgentRow> = ron::from_str(include_str!("../data/agents.ron"))
                .expect("data/agents.ron is checked by a test");
            let lists: WordLists = ron::from_str(include_str!("../data/words.ron"))
                .expect("data/words.ron is checked by a test");
            Self::index(&agents, &lists)
        })
    }

    fn index(agents: &[AgentRow], lists: &WordLists) -> Self {
        let mut lexicon = Self::default();
        lexicon.verbs(&lists.reporting, |e| e.reports = true);
        lexicon.verbs(&lists.planning, |e| e.plans = true);
        lexicon.verbs(&lists.wishing, |e| e.wishes = true);
        lexicon.verbs(&lists.doubting, |e| e.doubts = true);
        lexicon.verbs(&lists.negating, |e| e.negates = true);
        lexicon.verbs(&lists.aspectual, |e| e.aspectual = true);
        lexicon.verbs(&lists.light, |e| e.light = true);
        lexicon.verbs(&lists.dispatching, |e| e.dispatches = true);
        lexicon.verbs(&lists.happening, |e| e.happens = true);
        lexicon.verbs(&lists.verbs, |_| {});
        for adjective in &lists.adjectives {
            lexicon.word(adjective).adjective = true;
        }
        let outlooks = [
            (Outlook::Planned, &lists.planned),
            (Outlook::Supposed, &lists.supposed),
            (Outlook::Alleged, &lists.alleged),
        ];
        for (outlook, words) in outlooks {
            for word in words {
                let word = lexicon.word(word);
                word.adjective = true;
                word.outlook = Some(outlook);
            }
        }
        for site in &lists.sites {
            for (form, _) in inflect::noun_forms(site) {
                lexicon.word(&form).site = true;
            }
        }
        for row in agents {
            let agent = Agent { kind: row.kind, sector: row.sector };
            for noun in &row.nouns {
                for (form, _) in inflect::noun_forms(noun) {
                    if form.contains([' ', '-']) {
                        // "secretary-general" is three tokens; phrases are looked up without their hyphens.
                        lexicon.phrases.entry(form.replace('-', " ")).or_insert(agent);
                    } else {
                        // The first sense listed wins: "secretary-general" is of an organisation before a party.
                        lexicon.word(&form).agent.get_or_insert(agent);
                    }
                }
            }
        }
        lexicon
    }

    fn word(&mut self, form: &str) -> &mut Word {
        self.words.entry(form.to_owned()).or_default()
    }

    fn verbs(&mut self, lemmas: &[String], set: impl Fn(&mut Effects)) {
        for lemma in lemmas {
            for (form, inflection) in inflect::verb_forms(lemma) {
                let word = self.word(&form);
                word.verb.add(inflection);
                set(&mut word.effect);
            }
        }
    }

    /// What is known of a form in lower case; nothing for most nouns.
    pub(super) fn look_up(&self, lower: &str) -> Word {
        self.words.get(lower).copied().unwrap_or_default()
    }

    /// The agent a phrase of several lower-case words names: "foreign minister".
    pub(super) fn phrase(&self, lower: &str) -> Option<Agent> {
        self.phrases.get(lower).copied()
    }
}
