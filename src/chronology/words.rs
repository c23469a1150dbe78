//! Words as they are compared: folded, cut to their stems, hashed.

/// Lower case, without accents, hyphens and apostrophes: "Aḥmad al-Sharaʿa" and "ahmad al sharaa" are near.
pub(super) fn fold(name: &str) -> String {
    split(name).collect::<Vec<_>>().join(" ")
}

/// The words of a text, folded; a possessive ending is no word.
pub(super) fn split(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !(c.is_alphanumeric() || is_apostrophe(c)))
        .map(|w| {
            let w = w.trim_matches(is_apostrophe);
            let w = w.strip_suffix("'s").or_else(|| w.strip_suffix("’s")).unwrap_or(w);
            w.chars().filter(|c| !is_apostrophe(*c)).flat_map(char::to_lowercase).map(plain).collect()
        })
        .filter(|w: &String| !w.is_empty())
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʿ' | 'ʾ' | '`')
}

/// The letter without its accent, for the Latin letters of names in the press.
const fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' | 'į' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ź' | 'ž' | 'ż' => 'z',
        'ý' | 'ÿ' => 'y',
        'ğ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        'ť' | 'ţ' | 'ț' => 't',
        'đ' | 'ḍ' => 'd',
        'ḥ' => 'h',
        other => other,
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
    }

    #[test]
    fn shared_words() {
        let bag = |s| super::bag(s);
        assert_eq!(overlap(&bag("Rebels took Hama."), &bag("The rebels took Hama")), 100);
        assert_eq!(overlap(&bag("Rebels took Hama."), &bag("Oil rose.")), 0);
        assert_eq!(overlap(&bag(""), &bag("")), 0);
    }
}
