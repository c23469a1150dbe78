//! What a word may be: parts of speech, and what the grammar must know of its meaning.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::gazetteer::Sector;
use crate::syntax::inflect::{self, Inflection};

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

    fn add(&mut self, other: Self) {
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

    const fn of(inflection: Inflection) -> Self {
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgentRow {
    kind: AgentKind,
    sector: Sector,
    nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "the lists have the names they have in the file")]
struct Verbs<'a> {
    #[serde(borrow)]
    verbs: Vec<&'a str>,
    verbs_then_nouns: Vec<&'a str>,
    verbs_or_nouns: Vec<&'a str>,
    nouns_then_verbs: Vec<&'a str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "the lists have the names they have in the file")]
struct Adjectives<'a> {
    #[serde(borrow)]
    adjectives: Vec<&'a str>,
    adjectives_or_nouns: Vec<&'a str>,
    adverbs: Vec<&'a str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meanings<'a> {
    #[serde(borrow)]
    reporting: Vec<&'a str>,
    planning: Vec<&'a str>,
    wishing: Vec<&'a str>,
    doubting: Vec<&'a str>,
    negating: Vec<&'a str>,
    aspectual: Vec<&'a str>,
    light: Vec<&'a str>,
    happening: Vec<&'a str>,
    planned: Vec<&'a str>,
    supposed: Vec<&'a str>,
    alleged: Vec<&'a str>,
    dispatching: Vec<&'a str>,
    giving: Vec<&'a str>,
    causing: Vec<&'a str>,
    averting: Vec<&'a str>,
    plans: Vec<&'a str>,
    wishes: Vec<&'a str>,
    failures: Vec<&'a str>,
    sites: Vec<&'a str>,
}

/// Notes an effect of a verb.
type Mark = fn(&mut Effects);

/// The lists, indexed by written form.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: HashMap<String, Word>,
    /// Agents of several words, by their words in lower case, joined by single spaces.
    phrases: HashMap<String, Agent>,
}

impl Lexicon {
    /// The lists that ship inside the binary, read once.
    pub(crate) fn built_in() -> &'static Self {
        static LISTS: OnceLock<Lexicon> = OnceLock::new();
        LISTS.get_or_init(|| {
            let mut lexicon = Self::default();
            let verbs: Verbs<'_> = parsed(include_str!("../data/lexicon/verbs.ron"));
            let adjectives: Adjectives<'_> = parsed(include_str!("../data/lexicon/adjectives.ron"));
            let nouns: Vec<&str> = parsed(include_str!("../data/lexicon/nouns.ron"));
            let agents: Vec<AgentRow> = parsed(include_str!("../data/lexicon/agents.ron"));
            let meanings: Meanings<'_> = parsed(include_str!("../data/lexicon/meanings.ron"));
            lexicon.parts_of_speech(&verbs, &adjectives, &nouns);
            lexicon.meanings(&meanings);
            lexicon.agents(&agents);
            lexicon
        })
    }

    fn parts_of_speech(&mut self, verbs: &Verbs<'_>, adjectives: &Adjectives<'_>, nouns: &[&str]) {
        let both = [
            (&verbs.verbs_then_nouns, Prefers::Verb),
            (&verbs.verbs_or_nouns, Prefers::Neither),
            (&verbs.nouns_then_verbs, Prefers::Noun),
        ];
        for lemma in &verbs.verbs {
            self.verb(lemma, Prefers::Verb, |_| {});
        }
        for (lemmas, prefers) in both {
            for lemma in lemmas {
                self.verb(lemma, prefers, |_| {});
                self.noun(lemma);
            }
        }
        for lemma in nouns.iter().chain(&adjectives.adjectives_or_nouns) {
            self.noun(lemma);
        }
        for word in adjectives.adjectives.iter().chain(&adjectives.adjectives_or_nouns) {
            self.word(word).tags.add(Tags::ADJECTIVE);
        }
        for word in &adjectives.adverbs {
            self.word(word).tags.add(Tags::ADVERB);
        }
    }

    fn meanings(&mut self, lists: &Meanings<'_>) {
        let effects: [(&[&str], Mark); 12] = [
            (&lists.reporting, |e| e.reports = true),
            (&lists.planning, |e| e.plans = true),
            (&lists.wishing, |e| e.wishes = true),
            (&lists.doubting, |e| e.doubts = true),
            (&lists.negating, |e| e.negates = true),
            (&lists.aspectual, |e| e.aspectual = true),
            (&lists.light, |e| e.light = true),
            (&lists.happening, |e| e.happens = true),
            (&lists.dispatching, |e| e.dispatches = true),
            (&lists.giving, |e| e.gives = true),
            (&lists.causing, |e| e.causes = true),
            (&lists.averting, |e| e.averts = true),
        ];
        for (lemmas, set) in effects {
            for lemma in lemmas {
                self.verb(lemma, Prefers::Neither, set);
            }
        }
        let outlooks = [
            (Outlook::Planned, &lists.planned),
            (Outlook::Supposed, &lists.supposed),
            (Outlook::Alleged, &lists.alleged),
        ];
        for (outlook, words) in outlooks {
            for word in words {
                let word = self.word(word);
                word.tags.add(Tags::ADJECTIVE);
                word.outlook = Some(outlook);
            }
        }
        let contents = [
            (Content::Planned, &lists.plans),
            (Content::Wished, &lists.wishes),
            (Content::Failed, &lists.failures),
        ];
        for (content, nouns) in contents {
            for noun in nouns {
                for (form, _) in inflect::noun_forms(noun) {
                    self.word(&form).content = Some(content);
                }
                self.noun(noun);
            }
        }
        for site in &lists.sites {
            for (form, _) in inflect::noun_forms(site) {
                self.word(&form).site = true;
            }
            self.noun(site);
        }
    }

    fn agents(&mut self, rows: &[AgentRow]) {
        for row in rows {
            let agent = Agent { kind: row.kind, sector: row.sector };
            for noun in &row.nouns {
                for (form, inflection) in inflect::noun_forms(noun) {
                    if form.contains([' ', '-']) {
                        // "secretary-general" is three tokens; phrases are looked up without their hyphens.
                        self.phrases.entry(form.replace('-', " ")).or_insert(agent);
                    } else {
                        // The first sense listed wins: "secretary-general" is of an organisation before a party.
                        let word = self.word(&form);
                        word.agent.get_or_insert(agent);
                        word.tags.add(Tags::of(inflection));
                    }
                }
            }
        }
    }

    fn word(&mut self, form: &str) -> &mut Word {
        if !self.words.contains_key(form) {
            self.words.insert(form.to_owned(), Word::default());
        }
        self.words.get_mut(form).expect("it was put there just now")
    }

    fn verb(&mut self, lemma: &str, prefers: Prefers, set: impl Fn(&mut Effects)) {
        for (form, inflection) in inflect::verb_forms(lemma) {
            let word = self.word(&form);
            word.tags.add(Tags::of(inflection));
            if prefers != Prefers::Neither {
                word.prefers = prefers;
            }
            set(&mut word.effect);
        }
    }

    fn noun(&mut self, lemma: &str) {
        for (form, inflection) in inflect::noun_forms(lemma) {
            self.word(&form).tags.add(Tags::of(inflection));
        }
    }

    /// What is known of a form in lower case.
    pub(crate) fn look_up(&self, lower: &str) -> Word {
        self.words.get(lower).copied().unwrap_or_default()
    }

    /// The agent a phrase of several lower-case words names: "foreign minister".
    pub(crate) fn phrase(&self, lower: &str) -> Option<Agent> {
        self.phrases.get(lower).copied()
    }
}

fn parsed<'a, T: Deserialize<'a>>(text: &'a str) -> T {
    ron::from_str(text).expect("a test reads every list")
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Tags};

    #[test]
    fn words_are_what_they_are() {
        let lexicon = Lexicon::built_in();
        let table = [
            ("attacked", Tags::PAST.and(Tags::PARTICIPLE)),
            ("attack", Tags::BASE.and(Tags::NOUN)),
            ("attacks", Tags::THIRD.and(Tags::PLURAL)),
            ("withdrawn", Tags::PARTICIPLE),
            ("army", Tags::NOUN),
            ("wounded", Tags::PAST.and(Tags::PARTICIPLE).and(Tags::ADJECTIVE)),
        ];
        for (form, tags) in table {
            let found = lexicon.look_up(form).tags;
            assert_eq!(found.and(tags), found, "{form}: {found:?}");
        }
    }
}
