//! Cuts text into tokens, with nom over characters. Lossless: every character that is not white space
//! belongs to exactly one token.

use nom::branch::alt;
use nom::bytes::complete::{take_while, take_while1};
use nom::character::complete::{anychar, one_of, satisfy};
use nom::combinator::{cond, not, opt, peek, recognize, verify};
use nom::multi::many1_count;
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};

use crate::span::Span;
use crate::text::lexicon::{self, Word};
use crate::text::readings::{Numeral, Readings};
use crate::text::token::{Case, Token, TokenKind};

type Cut<'a> = IResult<&'a str, TokenKind, ()>;

/// Appends the tokens of `text[within]`.
pub(super) fn tokenize(text: &str, within: Span, out: &mut Vec<Token>) {
    let whole = within.text(text);
    let mut rest = whole.trim_start();
    let mut end = usize::MAX;
    while !rest.is_empty() {
        let start = whole.len() - rest.len();
        // `mark` takes any character, so a token is always found.
        let Ok((after, kind)) = token(rest) else { break };
        let written = &rest[..rest.len() - after.len()];
        let base = within.range().start;
        let (word, readings) = readings(written, kind);
        out.push(Token {
            span: Span::of(base + start..base + start + written.len()),
            kind,
            case: case(written, kind),
            glued: start == end,
            quoted: false,
            word,
            readings,
        });
        end = start + written.len();
        rest = after.trim_start();
    }
}

/// The first character tells which rules can hold, so that a word is not tried as a number first.
fn token(i: &str) -> Cut<'_> {
    match i.chars().next() {
        Some(c) if is_letter(c) => lettered(i),
        Some(c) if c.is_ascii_digit() => alt((years, ordinal, number)).parse(i),
        Some(c) if is_apostrophe(c) => alt((possessive, clitic, mark)).parse(i),
        _ => mark(i),
    }
}

/// A word, which takes a full stop with it only where one follows its letters.
fn lettered(i: &str) -> Cut<'_> {
    let (rest, _) = letters(i)?;
    if rest.starts_with('.') { alt((points, abbreviation, word)).parse(i) } else { word(i) }
}

fn is_letter(c: char) -> bool {
    // Combining marks belong to the letter before.
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Letters without a break. Most are ASCII, which is told by its bytes.
fn letters(i: &str) -> IResult<&str, &str, ()> {
    let plain = i.bytes().position(|b| !b.is_ascii_alphabetic()).unwrap_or(i.len());
    let more = i[plain..].find(|c| !is_letter(c)).unwrap_or(i.len() - plain);
    let (run, rest) = i.split_at(plain + more);
    if run.is_empty() { Err(nom::Err::Error(())) } else { Ok((rest, run)) }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`')
}

fn digits(i: &str) -> IResult<&str, &str, ()> {
    take_while1(|c: char| c.is_ascii_digit()).parse(i)
}

/// Nothing that would go on with the same word.
fn boundary(i: &str) -> IResult<&str, (), ()> {
    not(satisfy(|c| is_letter(c) || c.is_ascii_digit())).parse(i)
}

/// "1990s", "90s".
fn years(i: &str) -> Cut<'_> {
    let run = verify(digits, |d: &str| (2..=4).contains(&d.len()));
    terminated(run, (one_of("sS"), boundary)).map(|_| TokenKind::Years).parse(i)
}

/// "3rd".
fn ordinal(i: &str) -> Cut<'_> {
    let suffix =
        verify(letters, |s: &str| ["st", "nd", "rd", "th"].iter().any(|e| s.eq_ignore_ascii_case(e)));
    (digits, suffix).map(|_| TokenKind::Ordinal).parse(i)
}

/// "1,200", "3.5", "2024".
fn number(i: &str) -> Cut<'_> {
    let group = (one_of(","), verify(digits, |d: &str| d.len() == 3));
    let decimals = (one_of("."), digits);
    (digits, opt(many1_count(group)), opt(decimals)).map(|_| TokenKind::Number).parse(i)
}

/// "'s", "’s".
fn possessive(i: &str) -> Cut<'_> {
    (satisfy(is_apostrophe), one_of("sS"), boundary).map(|_| TokenKind::Possessive).parse(i)
}

/// "'re", "'ve", "'ll", "'d".
fn clitic(i: &str) -> Cut<'_> {
    let tail =
        verify(letters, |s: &str| ["re", "ve", "ll", "d", "m"].iter().any(|e| s.eq_ignore_ascii_case(e)));
    (satisfy(is_apostrophe), tail).map(|_| TokenKind::Word).parse(i)
}

/// "U.S.", "a.m.": single letters with points, two or more.
fn points(i: &str) -> Cut<'_> {
    let letter = (satisfy(is_letter), one_of("."));
    let last = opt(terminated(satisfy(is_letter), boundary));
    verify((many1_count(letter), last), |(n, last)| *n + usize::from(last.is_some()) > 1)
        .map(|_| TokenKind::Word)
        .parse(i)
}

/// A known abbreviation takes its full stop with it; "No." only before a number.
fn abbreviation(i: &str) -> Cut<'_> {
    let (rest, written) = letters(i)?;
    let number_next = written.eq_ignore_ascii_case("no");
    let (rest, _) = verify(one_of("."), |_| number_next || is_abbreviation(written)).parse(rest)?;
    let (rest, _) = cond(number_next, peek(preceded(take_while(|c| c == ' '), digits))).parse(rest)?;
    Ok((rest, TokenKind::Word))
}

fn is_abbreviation(letters: &str) -> bool {
    const KNOWN: &[&str] = &[
        "adm", "apr", "aug", "ave", "brig", "bros", "capt", "cmdr", "co", "col", "corp", "cpl", "dec",
        "dept", "dr", "feb", "fri", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt", "ltd",
        "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "nov", "oct", "ph", "pres", "prof", "pvt", "rep",
        "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "supt", "thu", "thur", "thurs",
        "tue", "tues", "vs", "wed",
    ];
    let mut buffer = [0; 8];
    // "Sun." is a day, "the sun." ends a sentence.
    let capital = letters.starts_with(|c: char| c.is_ascii_uppercase());
    let day = capital && matches!(letters, "Mon" | "Sat" | "Sun");
    day || fold(letters, &mut buffer).is_some_and(|w| KNOWN.binary_search(&w).is_ok())
}

/// Letters, with apostrophes between them ("Sana'a", "don't"); a final "'s" is left to [`possessive`].
fn word(i: &str) -> Cut<'_> {
    let inner = (satisfy(is_apostrophe), letters);
    let joined = verify(recognize(inner), |s: &str| {
        let tail = s.trim_start_matches(is_apostrophe);
        !["s", "re", "ve", "ll", "d", "m"].iter().any(|e| tail.eq_ignore_ascii_case(e))
    });
    pair(letters, opt(many1_count(joined))).map(|_| TokenKind::Word).parse(i)
}

fn mark(i: &str) -> Cut<'_> {
    anychar.map(TokenKind::Mark).parse(i)
}

fn case(written: &str, kind: TokenKind) -> Case {
    if kind != TokenKind::Word {
        return Case::Lower;
    }
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    match (letters.next().is_some_and(char::is_uppercase), letters.next()) {
        (false, _) => Case::Lower,
        (true, Some(second)) if second.is_uppercase() && letters.all(char::is_uppercase) => Case::Upper,
        (true, _) => Case::Title,
    }
}

/// What the lexicon says of a word, and digits of their number.
fn readings(written: &str, kind: TokenKind) -> (Word, Readings) {
    let numeral = |digits: &str, as_numeral: fn(u32) -> Numeral| {
        (Word::NONE, Readings { numeral: whole(digits).map(as_numeral), ..Readings::NONE })
    };
    match kind {
        TokenKind::Number => numeral(written, Numeral::Cardinal),
        TokenKind::Years => numeral(&written[..written.len() - 1], Numeral::Cardinal),
        TokenKind::Ordinal => numeral(&written[..written.len() - 2], Numeral::Ordinal),
        TokenKind::Word => lexicon::look_up(written),
        TokenKind::Possessive | TokenKind::Mark(_) => (Word::NONE, Readings::NONE),
    }
}

fn whole(digits: &str) -> Option<u32> {
    if digits.contains(',') { digits.replace(',', "").parse().ok() } else { digits.parse().ok() }
}

/// Lower case with plain apostrophes, in a buffer that is long enough for every closed-class word.
fn fold<'b>(word: &str, buffer: &'b mut [u8]) -> Option<&'b str> {
    let mut n = 0;
    for c in word.chars() {
        let c = if is_apostrophe(c) { '\'' } else { c.to_ascii_lowercase() };
        if !c.is_ascii() || n == buffer.len() {
            return None;
        }
        buffer[n] = c as u8;
        n += 1;
    }
    std::str::from_utf8(&buffer[..n]).ok()
}
