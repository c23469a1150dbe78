//! Names and words as people type them: any case, with or without accents, hyphens and apostrophes.

/// The words of a text in lower case without accents; hyphens and other marks part words, apostrophes do not.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in text.chars() {
        if matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '.') {
            continue; // Sana'a is one word, U.S. is "us"
        }
        let Some(last) = words.last_mut() else { break };
        if c.is_alphanumeric() {
            plain(c, last);
        } else if !is_accent(c) && !last.is_empty() {
            words.push(String::new());
        }
    }
    words.retain(|w| !w.is_empty());
    words
}

/// Whether `wanted` stands in `words` as a run of words, the last of them perhaps only begun.
pub(super) fn has_phrase(words: &[String], wanted: &[String]) -> bool {
    let Some((last, before)) = wanted.split_last() else { return false };
    words.windows(wanted.len()).any(|run| {
        run.split_last().is_some_and(|(end, start)| start == before && end.starts_with(last.as_str()))
    })
}

/// Whether `wanted` stands in `words` as a run of whole words.
pub(super) fn has_words(words: &[String], wanted: &[String]) -> bool {
    !wanted.is_empty() && words.windows(wanted.len()).any(|run| run == wanted)
}

const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Lower case without its accent: the Latin letters with marks that names in the news are spelt with.
fn plain(c: char, into: &mut String) {
    for c in c.to_lowercase() {
        let base = match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
            'ď' | 'đ' => 'd',
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => 'e',
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
            'ĥ' | 'ħ' | 'ḥ' => 'h',
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
            'ĵ' => 'j',
            'ķ' => 'k',
            'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
            'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
            'ŕ' | 'ŗ' | 'ř' => 'r',
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => 's',
            'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => 't',
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
            'ŵ' => 'w',
            'ý' | 'ÿ' | 'ŷ' => 'y',
            'ź' | 'ż' | 'ž' | 'ẓ' => 'z',
            'ß' => {
                into.push_str("ss");
                continue;
            }
            'æ' => {
                into.push_str("ae");
                continue;
            }
            'œ' => {
                into.push_str("oe");
                continue;
            }
            other if is_accent(other) => continue,
            other => other,
        };
        into.push(base);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        assert_eq!(words("Recep Tayyip Erdoğan"), ["recep", "tayyip", "erdogan"]);
        assert_eq!(words("Ahmed al-Sharaa"), ["ahmed", "al", "sharaa"]);
        assert_eq!(words("Sana’a, U.S."), ["sanaa", "us"]);
        assert_eq!(words("Nicolás Maduro"), words("nicola\u{301}s maduro"));
    }

    #[test]
    fn phrases() {
        let text = words("The EU lifted its sanctions");
        assert!(has_phrase(&text, &words("lifted its sanction")));
        assert!(!has_phrase(&text, &words("lift its sanctions")));
        assert!(!has_words(&text, &words("sanction")));
        assert!(!has_phrase(&text, &[]));
    }
}
