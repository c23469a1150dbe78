//! Names as they are compared: case, accents, points, apostrophes, hyphens and the Arabic article aside.

use crate::text::{Case, Token, TokenKind, Tokens};

use super::spelling;

/// What a word of an entry asks of the word in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    /// "of", "bin", "26": any case.
    Any,
    /// "Turkey": a capital, so that "turkey" is none.
    Capital,
    /// "US", "WHO": capitals throughout, so that "us" and "Who" are none.
    Upper,
}

impl Need {
    fn of(written: &str) -> Self {
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        match (letters.next().is_some_and(char::is_uppercase), letters.next()) {
            (false, _) => Self::Any,
            (true, Some(c)) if c.is_uppercase() && letters.all(char::is_uppercase) => Self::Upper,
            (true, _) => Self::Capital,
        }
    }

    /// Whether a word written in this case will do.
    pub(super) const fn met_by(self, case: Case) -> bool {
        match self {
            Self::Any => true,
            Self::Capital => !matches!(case, Case::Lower),
            Self::Upper => matches!(case, Case::Upper),
        }
    }
}

/// One word of a name, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is compared.
    pub text: String,
    /// As an entry it asks for this case.
    pub need: Need,
    /// As a text it is written so.
    pub case: Case,
    /// It may be the Arabic article, and then it may be missing.
    pub article: bool,
    /// A hyphen joins it to the next word.
    pub hyphen: bool,
    /// How many tokens are used up with it.
    pub end: usize,
}

/// The forms of the Arabic article before sun letters, and the Egyptian "el"; only before a hyphen.
const ARTICLES: &[&str] =
    &["ad", "al", "an", "ar", "as", "ash", "at", "az", "ed", "el", "er", "es", "esh", "et", "ez"];

fn is_article(folded: &str, hyphen: bool) -> bool {
    // Without a hyphen only the plain forms: "as", "at" and "an" are English.
    if hyphen { ARTICLES.binary_search(&folded).is_ok() } else { matches!(folded, "al" | "el") }
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`')
}

/// Appends `word` without case, accents, points and apostrophes, in its one spelling.
fn fold(word: &str, out: &mut String) {
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
const fn plain(c: char) -> Option<&'static str> {
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
pub(super) fn words(name: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = name.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = word_length(rest);
        if length == 0 {
            // "&" and "+" are words by themselves; hyphens, points and quotation marks are none.
            let mark = &rest[..first.len_utf8()];
            if !(is_hyphen(first) || is_apostrophe(first) || first == '.') {
                words.push(word(mark, false, 0));
            }
            rest = rest[first.len_utf8()..].trim_start();
            continue;
        }
        let (written, after) = rest.split_at(length);
        words.push(word(written, after.starts_with(is_hyphen), 0));
        rest = after;
        if let Some(tail) = possessive(rest) {
            words.push(word("'s", false, 0));
            rest = tail;
        }
        rest = rest.trim_start();
    }
    words
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

fn word(written: &str, hyphen: bool, end: usize) -> Word {
    let mut text = String::with_capacity(written.len());
    if written.chars().any(char::is_alphanumeric) && written != "'s" {
        fold(written, &mut text);
    } else {
        text.push_str(written);
    }
    let article = is_article(&text, hyphen);
    Word { text, need: Need::of(written), case: Case::Lower, article, hyphen, end }
}

/// The word at the head of the tokens, or none where a mark stands that no name begins with.
pub(super) fn first_word(tokens: Tokens<'_>) -> Option<Word> {
    let first = tokens.first()?;
    matches!(first.kind, TokenKind::Word | TokenKind::Number | TokenKind::Ordinal)
        .then(|| word_at(tokens, 0))
        .flatten()
}

/// The word that begins with the token at `at`, and where the next one begins: hyphens, the point of an
/// initial and the apostrophe of a plural go with the word before them.
pub(super) fn word_at(tokens: Tokens<'_>, at: usize) -> Option<Word> {
    let token = tokens.tokens.get(at)?;
    let hyphen = joins(tokens.tokens, at + 1, is_hyphen);
    let mut found = match token.kind {
        TokenKind::Possessive => word("'s", false, at + 1),
        TokenKind::Mark(c) if c.is_whitespace() || ".;:?!".contains(c) => return None,
        _ => word(tokens.text_of(token), hyphen, at + 1),
    };
    found.case = token.case;
    Some(found)
}

/// Where the word after the one that ends at `at` begins.
pub(super) fn next_word(tokens: Tokens<'_>, at: usize) -> usize {
    let all = tokens.tokens;
    let glued = |kind: TokenKind| all.get(at).is_some_and(|t| t.glued && t.kind == kind);
    let initial = at.checked_sub(1).and_then(|i| all.get(i)).is_some_and(|t| t.span.len() == 1);
    if joins(all, at, is_hyphen) || (initial && glued(TokenKind::Mark('.'))) {
        return at + 1;
    }
    match all.get(at) {
        Some(Token { kind: TokenKind::Mark(c), glued: true, .. }) if is_apostrophe(*c) => at + 1,
        _ => at,
    }
}

/// Whether a mark stands at `at` with nothing between it and the words on both sides.
fn joins(tokens: &[Token], at: usize, mark: impl Fn(char) -> bool) -> bool {
    let is_mark = |t: &Token| t.glued && matches!(t.kind, TokenKind::Mark(c) if mark(c));
    tokens.get(at).is_some_and(is_mark) && tokens.get(at + 1).is_some_and(|t| t.glued)
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
