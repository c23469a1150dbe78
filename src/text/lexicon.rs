//! The words that the grammars know, lower case, with a plain apostrophe: what each may be, and a number for each.
//!
//! A word has its number from the tokeniser on, so a rule that asks for "ago" compares two numbers, and a rule
//! that asks for one of forty words looks up a bit. The numbers are fixed when the library is compiled:
//! [`lexeme!`] of a word that is not listed here does not compile.
//!
//! The table is our own and not a perfect hash of the `phf` crate because the list spans several files and its
//! numbers must be known to the compiler.

mod calendar;
mod context;
mod grammar;

use crate::text::readings::Readings;

const R: Readings = Readings::NONE;

/// A word of the lexicon by its number; [`Word::NONE`] is every other word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Word(u16);

/// A set of words, made when the library is compiled.
#[derive(Debug, Clone, Copy)]
pub struct Words([u64; LIMIT / 64]);

/// Room for this many words; a set has a bit for each.
const LIMIT: usize = 1536;

/// The longest word listed.
const LONGEST: usize = 16;

const LISTS: [&[(&str, Readings)]; 3] = [calendar::WORDS, grammar::WORDS, context::WORDS];

const COUNT: usize = LISTS[0].len() + LISTS[1].len() + LISTS[2].len();

/// Every word at its number; 0 is none.
static ENTRIES: [(&str, Readings); COUNT + 1] = entries();

#[allow(clippy::large_stack_arrays, reason = "only the compiler runs it")]
const fn entries() -> [(&'static str, Readings); COUNT + 1] {
    let mut all = [("", R); COUNT + 1];
    let (mut list, mut n) = (0, 1);
    while list < LISTS.len() {
        let mut i = 0;
        while i < LISTS[list].len() {
            assert!(LISTS[list][i].0.len() <= LONGEST, "raise LONGEST");
            all[n] = LISTS[list][i];
            n += 1;
            i += 1;
        }
        list += 1;
    }
    assert!(n <= LIMIT, "raise LIMIT");
    all
}

/// Slots of the hash table: a power of two, twice as many as words at least.
const SLOTS: usize = 4096;

/// Word numbers by hash, with linear probing; 0 is an empty slot.
static TABLE: [u16; SLOTS] = table();

#[allow(clippy::cast_possible_truncation, clippy::large_stack_arrays, reason = "only the compiler runs it")]
const fn table() -> [u16; SLOTS] {
    let all = entries();
    let mut table = [0; SLOTS];
    let mut n = 1;
    while n < all.len() {
        let bytes = all[n].0.as_bytes();
        let (mut hash, mut i) = (BASIS, 0);
        while i < bytes.len() {
            hash = mix(hash, bytes[i]);
            i += 1;
        }
        let mut slot = hash as usize % SLOTS;
        while table[slot] != 0 {
            assert!(!same(all[table[slot] as usize].0, all[n].0), "a word is listed twice");
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = n as u16;
        n += 1;
    }
    table
}

// FNV-1a: two instructions a byte, and words are short.
const BASIS: u32 = 0x811c_9dc5;

const fn mix(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// A word as it is written, with its number and readings; none for a word that is not listed.
pub(super) fn look_up(written: &str) -> (Word, Readings) {
    let mut buffer = [0; LONGEST];
    let (mut length, mut hash, mut at) = (0, BASIS, 0);
    let bytes = written.as_bytes();
    while at < bytes.len() {
        // Every kind of apostrophe is the plain one.
        let (byte, taken) = match bytes[at] {
            b'`' => (b'\'', 1),
            b if b.is_ascii() => (b.to_ascii_lowercase(), 1),
            0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x98 | 0x99])) => (b'\'', 3),
            0xca if bytes.get(at + 1) == Some(&0xbc) => (b'\'', 2),
            _ => return (Word::NONE, R),
        };
        if length == LONGEST {
            return (Word::NONE, R);
        }
        buffer[length] = byte;
        hash = mix(hash, byte);
        length += 1;
        at += taken;
    }
    let mut slot = hash as usize % SLOTS;
    while TABLE[slot] != 0 {
        let (word, readings) = ENTRIES[usize::from(TABLE[slot])];
        if word.as_bytes() == &buffer[..length] {
            return (Word(TABLE[slot]), readings);
        }
        slot = (slot + 1) % SLOTS;
    }
    (Word::NONE, R)
}

impl Word {
    /// A word that is not listed, or no word at all.
    pub const NONE: Self = Self(0);

    /// The number of a listed word, for use at compile time.
    ///
    /// # Panics
    /// When the word is not listed: then the library does not compile.
    #[allow(clippy::cast_possible_truncation, reason = "there are fewer words than LIMIT")]
    pub const fn listed(word: &str) -> Self {
        let mut n = COUNT;
        while n > 0 {
            if same(ENTRIES[n].0, word) {
                return Self(n as u16);
            }
            n -= 1;
        }
        panic!("this word is not in the lexicon")
    }

    /// Whether the lexicon lists it.
    pub const fn is_listed(self) -> bool {
        self.0 != 0
    }

    /// The word in lower case; empty for a word that is not listed.
    pub fn name(self) -> &'static str {
        ENTRIES[usize::from(self.0)].0
    }
}

impl Words {
    /// The set of some listed words, for use at compile time.
    ///
    /// # Panics
    /// When one of them is not listed: then the library does not compile.
    pub const fn listed(words: &[&str]) -> Self {
        let mut bits = [0; LIMIT / 64];
        let mut i = 0;
        while i < words.len() {
            let n = Word::listed(words[i]).0 as usize;
            bits[n / 64] |= 1 << (n % 64);
            i += 1;
        }
        Self(bits)
    }

    /// Whether it holds a word; never for a word that is not listed.
    pub const fn has(&self, word: Word) -> bool {
        let n = word.0 as usize;
        self.0[n / 64] & (1 << (n % 64)) != 0
    }
}

/// The number of a word of the lexicon: `lexeme!("ago")`.
macro_rules! lexeme {
    ($word:literal) => {
        const { $crate::text::Word::listed($word) }
    };
}

/// A set of words of the lexicon: `words!["last", "past"]`.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {
        const { &$crate::text::Words::listed(&[$($word),+]) }
    };
}

pub(crate) use {lexeme, words};

#[cfg(test)]
mod tests {
    use super::{ENTRIES, Word, look_up};

    #[test]
    fn every_word_is_found_again_in_any_case() {
        for (n, (word, readings)) in ENTRIES.iter().enumerate().skip(1) {
            let number = Word(u16::try_from(n).unwrap());
            assert_eq!(look_up(word), (number, *readings), "{word}");
            assert_eq!(look_up(&word.to_uppercase()), (number, *readings), "{word}");
            assert_eq!(look_up(&word.replace('\'', "’")), (number, *readings), "{word}");
        }
    }

    #[test]
    fn other_words_have_no_number() {
        for word in ["", "zebra", "février", "a-very-long-word-indeed", "ma’y"] {
            assert_eq!(look_up(word).0, Word::NONE, "{word}");
        }
    }
}
