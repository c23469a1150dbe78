//! The word lists that the grammar looks words up in, read where `build.rs` put them.

use std::sync::OnceLock;

use crate::packed::bytes::{number, section};
use crate::packed::dictionary::Dictionary;

pub(crate) use crate::syntax::word::{Agent, AgentKind, Content, Outlook, Prefers, Tags, Word};

/// Every form of the words in `data/lexicon`, which [`wordlists`](super::wordlists) laid out.
static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// Bytes of a word that are put into lower case without allocating; a longer word is rare.
const LONGEST: usize = 32;

/// The lists, indexed by written form.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: Dictionary<'static>,
    /// Two numbers for each word.
    meanings: &'static [u8],
    /// Agents of several words, by their words in lower case, joined by single spaces.
    phrases: Dictionary<'static>,
    agents: &'static [u8],
}

impl Lexicon {
    /// The lists that ship inside the binary.
    pub(crate) fn built_in() -> &'static Self {
        static LISTS: OnceLock<Lexicon> = OnceLock::new();
        LISTS.get_or_init(|| {
            let part = |n| &BUILT_IN[section(BUILT_IN, n, 4)];
            Self {
                words: Dictionary(part(0)),
                meanings: part(1),
                phrases: Dictionary(part(2)),
                agents: part(3),
            }
        })
    }

    /// What is known of a form in lower case.
    pub(crate) fn look_up(&self, lower: &str) -> Word {
        let Some(at) = self.words.find(lower) else { return Word::default() };
        let at = 2 * at as usize;
        Word::unpack([number(self.meanings, at), number(self.meanings, at + 1)])
    }

    /// What is known of a word as it is written, in any case.
    pub(crate) fn look_up_written(&self, written: &str) -> Word {
        let mut buffer = [0; LONGEST];
        match buffer.get_mut(..written.len()) {
            Some(lower) if written.is_ascii() => {
                lower.copy_from_slice(written.as_bytes());
                lower.make_ascii_lowercase();
                self.look_up(std::str::from_utf8(lower).unwrap_or_default())
            }
            _ => self.look_up(&written.to_lowercase()),
        }
    }

    /// The agent a phrase of several lower-case words names: "foreign minister".
    pub(crate) fn phrase(&self, lower: &str) -> Option<Agent> {
        Agent::unpack(number(self.agents, self.phrases.find(lower)? as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Tags};
    use crate::syntax::wordlists::{Forms, Lists};

    fn read<T: serde::de::DeserializeOwned>(list: &str) -> T {
        let file = format!("{}/src/data/lexicon/{list}.ron", env!("CARGO_MANIFEST_DIR"));
        ron::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
    }

    /// What was compiled is what the files say.
    #[test]
    fn the_built_in_words_are_those_of_the_lists() {
        let forms = Forms::of(&Lists {
            verbs: read("verbs"),
            adjectives: read("adjectives"),
            nouns: read("nouns"),
            agents: read("agents"),
            meanings: read("meanings"),
        });
        let lexicon = Lexicon::built_in();
        assert_eq!(lexicon.words.len(), forms.words.len());
        for (form, word) in &forms.words {
            assert_eq!(lexicon.look_up(form), *word, "{form}");
        }
        for (phrase, agent) in &forms.phrases {
            assert_eq!(lexicon.phrase(phrase), Some(*agent), "{phrase}");
        }
        assert_eq!(lexicon.phrase("foreign minster"), None);
    }

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
