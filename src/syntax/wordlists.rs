//! The word lists of `data/lexicon` as their files have them, and every form of their words.
//!
//! `build.rs` includes this file: it reads the lists, inflects their words and packs what came of them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::gazetteer::tables::entry::Sector;
use crate::packed::bytes::{join, numbers};
use crate::packed::dictionary::lay_out;
use crate::syntax::inflect;
use crate::syntax::word::{Agent, AgentKind, Content, Effects, Outlook, Prefers, Tags, Word};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgentRow {
    kind: AgentKind,
    sector: Sector,
    nouns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "the lists have the names they have in the file")]
pub(crate) struct Verbs {
    verbs: Vec<String>,
    verbs_then_nouns: Vec<String>,
    verbs_or_nouns: Vec<String>,
    nouns_then_verbs: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "the lists have the names they have in the file")]
pub(crate) struct Adjectives {
    adjectives: Vec<String>,
    adjectives_or_nouns: Vec<String>,
    adverbs: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Meanings {
    reporting: Vec<String>,
    planning: Vec<String>,
    wishing: Vec<String>,
    doubting: Vec<String>,
    negating: Vec<String>,
    aspectual: Vec<String>,
    light: Vec<String>,
    happening: Vec<String>,
    planned: Vec<String>,
    supposed: Vec<String>,
    alleged: Vec<String>,
    dispatching: Vec<String>,
    giving: Vec<String>,
    causing: Vec<String>,
    averting: Vec<String>,
    directing: Vec<String>,
    transitive: Vec<String>,
    plans: Vec<String>,
    wishes: Vec<String>,
    failures: Vec<String>,
    sites: Vec<String>,
    elsewhere: Vec<String>,
}

/// Notes an effect of a verb.
type Mark = fn(&mut Effects);

/// The lists as they are read.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) verbs: Verbs,
    pub(crate) adjectives: Adjectives,
    pub(crate) nouns: Vec<String>,
    pub(crate) agents: Vec<AgentRow>,
    pub(crate) meanings: Meanings,
}

/// What is known of each written form, in lower case.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    pub(crate) words: BTreeMap<String, Word>,
    /// Agents of several words, by their words joined by single spaces.
    pub(crate) phrases: BTreeMap<String, Agent>,
}

impl Forms {
    /// Every form of every word listed.
    pub(crate) fn of(lists: &Lists) -> Self {
        let mut forms = Self::default();
        forms.parts_of_speech(&lists.verbs, &lists.adjectives, &lists.nouns);
        forms.meanings(&lists.meanings);
        forms.agents(&lists.agents);
        forms
    }

    /// The table that [`Lexicon`](super::lexicon) reads: forms, two numbers for each, phrases, a number for each.
    #[allow(dead_code, reason = "only build.rs packs")]
    pub(crate) fn pack(&self) -> Vec<u8> {
        join(&[
            lay_out(self.words.keys().map(String::as_str)),
            numbers(self.words.values().flat_map(|word| word.pack())),
            lay_out(self.phrases.keys().map(String::as_str)),
            numbers(self.phrases.values().map(|agent| agent.pack())),
        ])
    }

    fn parts_of_speech(&mut self, verbs: &Verbs, adjectives: &Adjectives, nouns: &[String]) {
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

    fn meanings(&mut self, lists: &Meanings) {
        let effects: [(&[String], Mark); 14] = [
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
            (&lists.directing, |e| e.directs = true),
            (&lists.transitive, |e| e.transitive = true),
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
        for noun in &lists.elsewhere {
            for (form, _) in inflect::noun_forms(noun) {
                self.word(&form).elsewhere = true;
            }
            self.noun(noun);
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
        self.words.entry(form.to_owned()).or_default()
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
}
