//! Where sentences end, and which tokens are quoted.

use std::ops::Range;

use crate::span::Span;
use crate::text::readings::Class;
use crate::text::token::{Case, Token, TokenKind};

/// A run of tokens that ends at a full stop or at the end of its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens, as indices into the text's token vector.
    pub tokens: Range<u32>,
    /// Which paragraph it belongs to, from 0.
    pub paragraph: u32,
    /// It is written in capitals throughout; the cases of its tokens are those they would have otherwise.
    pub capitals: bool,
}

/// The width at which a text's lines are broken by hand, if they are.
///
/// A text whose longest line passes 120 characters was never wrapped: there every line break ends a paragraph.
pub(super) fn wrap_width(text: &str) -> Option<usize> {
    let widest = text.lines().map(|l| l.trim_end().chars().count()).max().unwrap_or(0);
    (widest <= 120).then_some(widest)
}

/// Whether the white space between two tokens ends a paragraph.
///
/// A blank line always does. A single break does unless the line was wrapped: the text has a wrap width, the
/// line before comes near it, and no sentence ended there; or the next line goes on in lower case.
pub(super) fn breaks(text: &str, before: &Token, after: &Token, wrap: Option<usize>) -> bool {
    let gap = text.get(before.span.end as usize..after.span.start as usize).unwrap_or("");
    // So are nearly all.
    if matches!(gap, "" | " ") {
        return false;
    }
    match gap.matches('\n').count() {
        0 => return false,
        1 => {}
        _ => return true,
    }
    let line_start = text[..before.span.end as usize].rfind('\n').map_or(0, |i| i + 1);
    let width = text[line_start..before.span.end as usize].chars().count();
    let lower = after.kind == TokenKind::Word && after.case == Case::Lower;
    let wrapped = wrap.is_some_and(|w| width * 10 >= w * 6);
    !(lower || wrapped)
}

/// Cuts the tokens of one paragraph into sentences.
pub(super) fn split(
    text: &str,
    tokens: &[Token],
    paragraph: Range<usize>,
    number: u32,
    out: &mut Vec<Sentence>,
) {
    let mut start = paragraph.start;
    let mut i = paragraph.start;
    while i < paragraph.end {
        if ends(text, &tokens[..paragraph.end], i) {
            // Closing quotation marks and brackets belong to the sentence they close.
            while i + 1 < paragraph.end && is_closing(&tokens[i + 1]) {
                i += 1;
            }
            out.push(sentence(tokens, start..i + 1, number));
            start = i + 1;
        }
        i += 1;
    }
    if start < paragraph.end {
        out.push(sentence(tokens, start..paragraph.end, number));
    }
}

fn sentence(tokens: &[Token], range: Range<usize>, paragraph: u32) -> Sentence {
    let span = tokens[range.start].span.cover(tokens[range.end - 1].span);
    let tokens = Span::of(range);
    Sentence { span, tokens: tokens.start..tokens.end, paragraph, capitals: false }
}

fn is_closing(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark('"' | '”' | '’' | '\'' | ')' | ']' | '»')) && token.glued
}

fn ends(text: &str, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let next = || tokens[i + 1..].iter().find(|t| !is_closing(t));
    match token.kind {
        TokenKind::Mark('?' | '!' | '…') => next().is_none_or(opens),
        TokenKind::Mark('.') => next().is_none_or(|n| !n.glued && opens(n)) && !is_initial(text, tokens, i),
        // The full stop of an abbreviation may be the sentence's too: "in the U.S. The vote".
        TokenKind::Word if token.span.text(text).ends_with('.') => next().is_some_and(|n| {
            let function =
                Class::DETERMINER.and(Class::PRONOUN).and(Class::PREPOSITION).and(Class::CONJUNCTION);
            !is_title(token.span.text(text)) && n.case == Case::Title && n.readings.is(function)
        }),
        _ => false,
    }
}

/// Whether the full stop at `i` is that of an initial, "George W. Bush": one capital before it, and after it a
/// capitalised word that only a name can be, or the next initial.
///
/// "Plan B. The vote failed" goes on with a closed-class word. "I" is more often a pronoun or a number: "World War I".
fn is_initial(text: &str, tokens: &[Token], i: usize) -> bool {
    let stop = |at: usize| tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark('.') && t.glued);
    let capital = |token: &Token| {
        let mut letters = token.span.text(text).chars();
        letters.next().is_some_and(|c| c.is_uppercase() && c != 'I') && letters.next().is_none()
    };
    let name = |t: &Token| t.kind == TokenKind::Word && t.case != Case::Lower && t.readings.is_open();
    let before = i.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(i + 1);
    stop(i) && before.is_some_and(capital) && after.is_some_and(|t| name(t) || (capital(t) && stop(i + 2)))
}

/// Abbreviations that stand before a name never end a sentence.
fn is_title(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "Adm.", "Brig.", "Capt.", "Col.", "Dr.", "Gen.", "Gov.", "Lt.", "Maj.", "Mr.", "Mrs.", "Ms.",
        "Prof.", "Rep.", "Rev.", "Sen.", "Sgt.", "St.",
    ];
    TITLES.contains(&word)
}

fn opens(token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.case != Case::Lower,
        TokenKind::Possessive => false,
        TokenKind::Mark(c) => !matches!(c, ',' | ';' | ':' | '-' | '–' | '—'),
        _ => true,
    }
}

/// Marks the tokens between quotation marks, paragraph by paragraph: an open quotation ends with its paragraph.
pub(super) fn mark_quoted(tokens: &mut [Token]) {
    let mut open = false;
    for token in tokens {
        match token.kind {
            TokenKind::Mark('"') => open = !open,
            TokenKind::Mark('“' | '«') => open = true,
            TokenKind::Mark('”' | '»') => open = false,
            _ => token.quoted = open,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::span::Span;
    use crate::text::Text;

    /// The sentences of a text, which is one paragraph.
    fn sentences(text: &str) -> Vec<&str> {
        let read = Text::read(text, &[Span::of(0..text.len())]);
        read.sentences.iter().map(|s| s.span.text(text)).collect()
    }

    #[test]
    fn an_initial_ends_no_sentence() {
        let whole = [
            "President George W. Bush met Samuel L. Jackson.",
            "Mr J. D. Vance and J. A. Smith spoke.",
            "Troops of S. Korea and N. Korea withdrew.",
            "The U.S. President left.",
            "He read a book (J. R. R. Tolkien wrote it).",
            "É. Borne resigned.",
        ];
        for text in whole {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn a_letter_may_end_a_sentence() {
        let parted = [
            ["They turned to Plan B.", "The vote failed."],
            ["It began after World War I.", "Russia left early."],
            ["They turned to Plan B.", "In March it failed."],
            ["Hepatitis spread from Camp B.", "However, it was stopped."],
            ["“We have a Plan B.”", "Russia agreed."],
            ["He got 3 of 5.", "Russia agreed."],
            ["He was given an MP.", "Russia agreed."],
            ["They won the cup.", "A. Smith scored."],
        ];
        for [first, second] in parted {
            assert_eq!(sentences(&format!("{first} {second}")), [first, second]);
        }
    }
}
