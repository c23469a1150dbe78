//! Words as they are compared: folded, cut to their stems, hashed.

use crate::gazetteer::tables::fold::{is_apostrophe, plain};

/// Lower case, without accents, hyphens and apostrophes: "Aḥmad al-Sharaʿa" and "ahmad al sharaa" are near.
pub(super) fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    fold_into(name, &mut out);
    out.split_off(usize::from(!out.is_empty()))
}

/// The words of a text, folded, each with a blank before it; empty where there is none.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    fold_into(text, &mut out);
    out
}

/// The words of a text, folded; a possessive ending is no word.
pub(super) fn split(text: &str) -> impl Iterator<Item = String> {
    folded(text).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>().into_iter()
}

/// Appends the words of a text, folded, each with a blank before it.
///
/// Hyphens and other marks part words. Apostrophes and the points of abbreviations do not: "Sana'a" is one word,
/// and "U.S." is "us". A possessive ending goes.
pub(super) fn fold_into(text: &str, out: &mut String) {
    let mut start = out.len();
    let mut inside = false;
    let mut marked = None;
    let end_word = |out: &mut String, start: usize, marked: Option<usize>| {
        // "Russia's" has its mark before the last letter.
        if marked.is_some_and(|at| at > start + 1 && &out[at..] == "s") {
            out.truncate(out.len() - 1);
        }
        if out.len() == start + 1 {
            out.truncate(start);
        }
    };
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() {
            if !inside {
                inside = true;
                marked = None;
                start = out.len();
                out.push(' ');
            }
            push_plain(c, out);
        } else if is_accent(c) {
            // Goes without a trace.
        } else if is_mark(c) || (c == '.' && chars.peek().is_some_and(|n| n.is_alphanumeric())) {
            marked = is_mark(c).then_some(out.len()).or(marked);
        } else if inside {
            inside = false;
            end_word(out, start, marked);
        }
    }
    if inside {
        end_word(out, start, marked);
    }
}

/// An apostrophe, or the half rings of scholars' Arabic.
const fn is_mark(c: char) -> bool {
    is_apostrophe(c) || matches!(c, 'ʿ' | 'ʾ')
}

const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Appends the letter in lower case without its accent, as the gazetteer writes it.
fn push_plain(c: char, out: &mut String) {
    match plain(c) {
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        Some(letters) => out.push_str(letters),
        None => out.extend(c.to_lowercase().filter(|c| !is_accent(*c))),
    }
}

/// A word without its inflection. Coarse on purpose: it only has to give "toppling" and "toppled" one stem.
pub(super) fn stem(word: &str) -> String {
    let long = |s: &&str| s.chars().count() >= 3;
    let cut = |suffix: &str| word.strip_suffix(suffix).filter(long);
    let bare = if let Some(rest) = cut("ies").or_else(|| cut("ied")) {
        format!("{rest}y")
    } else if let Some(rest) = cut("ing").or_else(|| cut("ed")) {
        undouble(rest).to_owned()
    } else if let Some(rest) = cut("sses") {
        format!("{rest}ss")
    } else if word.ends_with("ss") {
        word.to_owned()
    } else if let Some(rest) =
        cut("es").filter(|r| ["sh", "ch", "x", "z"].iter().any(|e| r.ends_with(e))).or_else(|| cut("s"))
    {
        rest.to_owned()
    } else {
        word.to_owned()
    };
    bare.strip_suffix('e').filter(|r| r.len() >= 2).map_or_else(|| bare.clone(), str::to_owned)
}

/// "stopp" is "stop", but "kill" stays: l, s and z are doubled in the word itself.
fn undouble(word: &str) -> &str {
    let mut ends = word.chars().rev();
    match (ends.next(), ends.next()) {
        (Some(a), Some(b)) if a == b && !matches!(a, 'l' | 's' | 'z' | 'e' | 'o') => {
            &word[..word.len() - a.len_utf8()]
        }
        _ => word,
    }
}

/// FNV-1a, 64 bits: the same on every machine, which the standard library's hasher does not promise.
pub(super) fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Words that say nothing about which event a sentence tells.
const EMPTY: [&str; 62] = [
    "the", "a", "an", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as",
    "into", "over", "after", "before", "since", "until", "during", "its", "his", "her", "their", "our", "my",
    "your", "it", "he", "she", "they", "we", "who", "which", "that", "this", "these", "those", "is", "are",
    "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "could", "may", "might",
    "not", "no", "also", "said", "than", "then",
];

/// The words of a sentence that tell it from others: stems, hashed, sorted, each once.
pub(super) fn bag(sentence: &str) -> Vec<u64> {
    let mut bag: Vec<u64> =
        split(sentence).filter(|w| !EMPTY.contains(&w.as_str())).map(|w| hash(&stem(&w))).collect();
    bag.sort_unstable();
    bag.dedup();
    bag
}

/// How much two bags share, in hundredths (Dice's coefficient).
pub(super) fn overlap(a: &[u64], b: &[u64]) -> i32 {
    let (mut i, mut j, mut shared) = (0, 0, 0usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    (200 * shared).checked_div(a.len() + b.len()).and_then(|share| i32::try_from(share).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        assert_eq!(fold("Ahmed al-Sharaa"), "ahmed al sharaa");
        assert_eq!(fold("Erdoğan’s"), "erdogan");
        assert_eq!(fold("Şanlıurfa"), "sanliurfa");
        assert_eq!(fold("Sana’a, the U.S. and İzmir"), "sanaa the us and izmir");
        assert_eq!(fold("Nicolás"), fold("nicola\u{301}s"));
        assert_eq!(fold("its members’ vote; s's"), "its members vote s");
        assert_eq!(fold("’s — …"), "s");
        assert_eq!(fold(""), "");
    }

    #[test]
    fn shared_words() {
        let bag = |s| super::bag(s);
        assert_eq!(overlap(&bag("Rebels took Hama."), &bag("The rebels took Hama")), 100);
        assert_eq!(overlap(&bag("Rebels took Hama."), &bag("Oil rose.")), 0);
        assert_eq!(overlap(&bag(""), &bag("")), 0);
    }
}
