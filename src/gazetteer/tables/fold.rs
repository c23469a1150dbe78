//! Names as they are compared: case, accents, points, apostrophes, hyphens and the Arabic article aside.

use super::spelling;

/// What a word of an entry asks of the word in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// "of", "bin", "26": any case.
    Any,
    /// "Turkey": a capital, so that "turkey" is none.
    Capital,
    /// "US", "WHO": capitals throughout, so that "us" and "Who" are none.
    Upper,
}

impl Need {
    pub(crate) fn of(written: &str) -> Self {
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        match (letters.next().is_some_and(char::is_uppercase), letters.next()) {
            (false, _) => Self::Any,
            (true, Some(c)) if c.is_uppercase() && letters.all(char::is_uppercase) => Self::Upper,
            (true, _) => Self::Capital,
        }
    }
}

/// One word of a name, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// As it is compared.
    pub(crate) text: String,
    /// What it asks of the word in a text.
    pub(crate) need: Need,
    /// It may be the Arabic article, and then it may be missing.
    pub(crate) article: bool,
    /// A hyphen joins it to the next word.
    pub(crate) hyphen: bool,
}

/// The forms of the Arabic article before sun letters, and the Egyptian "el"; only before a hyphen.
const ARTICLES: &[&str] =
    &["ad", "al", "an", "ar", "as", "ash", "at", "az", "ed", "el", "er", "es", "esh", "et", "ez"];

pub(crate) fn is_article(folded: &str, hyphen: bool) -> bool {
    // Without a hyphen only the plain forms: "as", "at" and "an" are English.
    if hyphen { ARTICLES.binary_search(&folded).is_ok() } else { matches!(folded, "al" | "el") }
}

pub(crate) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`')
}

/// Appends `word` without case, accents, points and apostrophes, in its one spelling.
pub(crate) fn fold(word: &str, out: &mut String) {
    let from = out.len();
    for c in word.chars() {
        match c {
            '.' => {}
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            c if is_apostrophe(c) || ('\u{300}'..='\u{36f}').contains(&c) => {}
            c => match plain(c) {
                Some(letters) => out.push_str(letters),
                None => out.extend(c.to_lowercase()),
            },
        }
    }
    // The feminine ending is written with and without its h: "Raqqah", "Raqqa".
    if out.len() - from > 4 && out.ends_with("ah") {
        out.pop();
    }
    if let Some(usual) = spelling::usual(&out[from..]) {
        out.truncate(from);
        out.push_str(usual);
    }
}

/// The plain Latin letters for one with a mark; only those that names in the news are written with.
pub(crate) const fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' | 'ə' | 'Ə' | 'ạ' | 'ả' | 'ấ' | 'ầ' => {
            "a"
        }
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' | 'ċ' | 'Ċ' => "c",
        'ď' | 'Ď' | 'đ' | 'Đ' | 'ð' | 'Ð' | 'ḑ' | 'Ḑ' | 'ḍ' | 'Ḍ' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ė' | 'Ė' | 'ę' | 'Ę' | 'ě' | 'Ě' | 'ế' | 'ề' | 'ệ' => {
            "e"
        }
        'ğ' | 'Ğ' | 'ģ' | 'Ģ' | 'ġ' | 'Ġ' => "g",
        'ḩ' | 'Ḩ' | 'ḥ' | 'Ḥ' | 'ħ' | 'Ħ' | 'ḫ' | 'Ḫ' => "h",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'į' | 'Į' | 'ı' | 'İ' | 'ĩ' | 'ị' => "i",
        'ķ' | 'Ķ' | 'ḵ' => "k",
        'ł' | 'Ł' | 'ļ' | 'Ļ' | 'ľ' | 'Ľ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ņ' | 'Ņ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' | 'ơ' | 'ồ' | 'ố' | 'ộ' => {
            "o"
        }
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' | 'ṣ' | 'Ṣ' | 'ŝ' => "s",
        'ß' => "ss",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' | 'ṭ' | 'Ṭ' => "t",
        'þ' | 'Þ' => "th",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' | 'ų' | 'Ų' | 'ư' | 'ŭ' => {
            "u"
        }
        'ý' | 'Ý' | 'ÿ' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' | 'ẓ' | 'Ẓ' => "z",
        _ => return None,
    })
}

/// The words of a name as an entry or a person writes it; cut where the tokens of a text are cut.
pub(crate) fn words(name: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = name.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = word_length(rest);
        if length == 0 {
            // "&" and "+" are words by themselves; hyphens, points and quotation marks are none.
            let mark = &rest[..first.len_utf8()];
            if !(is_hyphen(first) || is_apostrophe(first) || first == '.') {
                words.push(word(mark, false));
            }
            rest = rest[first.len_utf8()..].trim_start();
            continue;
        }
        let (written, after) = rest.split_at(length);
        words.push(word(written, after.starts_with(is_hyphen)));
        rest = after;
        if let Some(tail) = possessive(rest) {
            words.push(word("'s", false));
            rest = tail;
        }
        rest = rest.trim_start();
    }
    words
}

/// The words a name is found by: the Arabic article is left out.
pub(crate) fn kept(words: &[Word]) -> impl Iterator<Item = &Word> {
    words.iter().enumerate().filter(|(i, w)| !dropped(words, *i, w)).map(|(_, word)| word)
}

/// A name as it is compared: the words it is found by, with blanks between.
pub(crate) fn joined(name: &str) -> String {
    kept(&words(name)).map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// A free-standing capital "El" or "Al" is part of a name ("El Salvador", "Al Gore"), and so is the last word.
fn dropped(words: &[Word], at: usize, word: &Word) -> bool {
    let free = matches!(word.text.as_str(), "al" | "el") && word.need != Need::Any && !word.hyphen;
    word.article && !free && at + 1 < words.len()
}

/// What follows an "'s" that ends its word.
fn possessive(rest: &str) -> Option<&str> {
    let mut letters = rest.chars();
    let tail = letters.next().filter(|c| is_apostrophe(*c)).and_then(|_| letters.next());
    let ends = !letters.clone().next().is_some_and(char::is_alphanumeric);
    (matches!(tail, Some('s' | 'S')) && ends).then_some(letters.as_str())
}

/// Bytes of the word at the head: letters with apostrophes and points among them, or digits and what is
/// glued to them ("3rd").
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let digits = rest.starts_with(|c: char| c.is_ascii_digit());
    for (at, c) in rest.char_indices() {
        let next = rest[at + c.len_utf8()..].chars().next();
        let inside = match c {
            c if c.is_ascii_digit() => digits,
            c if c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c) => true,
            '.' => end > 0 && !digits,
            c if is_apostrophe(c) => {
                end > 0 && next.is_some_and(char::is_alphabetic) && possessive(&rest[at..]).is_none()
            }
            _ => false,
        };
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

fn word(written: &str, hyphen: bool) -> Word {
    let mut text = String::with_capacity(written.len());
    if written.chars().any(char::is_alphanumeric) && written != "'s" {
        fold(written, &mut text);
    } else {
        text.push_str(written);
    }
    let article = is_article(&text, hyphen);
    Word { text, need: Need::of(written), article, hyphen }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(name: &str) -> String {
        words(name).iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_fold_to_what_tokens_give() {
        let table = [
            ("U.S.", "us"),
            ("Côte d’Ivoire", "cote divoire"),
            ("Sana'a", "sanaa"),
            ("People's Republic of China", "people 's republic of china"),
            ("M23", "m 23"),
            ("P5+1", "p 5 + 1"),
            ("St. Petersburg", "st petersburg"),
            ("Workers' Party", "workers party"),
            ("17th", "17th"),
            ("Türkiye", "turkiye"),
        ];
        for (name, expected) in table {
            assert_eq!(folded(name), expected, "{name}");
        }
    }

    #[test]
    fn the_article_is_known_by_its_hyphen() {
        assert!(words("ash-Sharaa")[0].article);
        assert!(words("El Salvador")[0].article);
        assert!(!words("As Salt")[0].article);
    }

    #[test]
    fn the_articles_are_sorted() {
        assert!(ARTICLES.is_sorted());
    }
}
