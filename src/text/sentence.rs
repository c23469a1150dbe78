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
    Sentence { span, tokens: tokens.start..tokens.end, paragraph }
}

fn is_closing(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark('"' | '”' | '’' | '\'' | ')' | ']' | '»')) && token.glued
}

fn ends(text: &str, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let next = tokens[i + 1..].iter().find(|t| !is_closing(t));
    match token.kind {
        TokenKind::Mark('?' | '!' | '…') => next.is_none_or(opens),
        TokenKind::Mark('.') => next.is_none_or(|n| !n.glued && opens(n)),
        // The full stop of an abbreviation may be the sentence's too: "in the U.S. The vote".
        TokenKind::Word if token.span.text(text).ends_with('.') => next.is_some_and(|n| {
            let function =
                Class::DETERMINER.and(Class::PRONOUN).and(Class::PREPOSITION).and(Class::CONJUNCTION);
            !is_title(token.span.text(text)) && n.case == Case::Title && n.readings.is(function)
        }),
        _ => false,
    }
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
