//! The words of a text as names are looked up by them.

use std::borrow::Cow;

use crate::text::{Case, Token, TokenKind, Tokens};

use super::tables::fold::{Need, fold, is_apostrophe, is_article, is_hyphen};

/// One word of a text, folded.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    /// As it is compared.
    pub(super) text: Cow<'t, str>,
    /// How it is written.
    pub(super) case: Case,
    /// It may be the Arabic article, and then it may be missing.
    pub(super) article: bool,
    /// How many tokens are used up with it.
    pub(super) end: usize,
}

impl Need {
    /// Whether a word written in this case will do.
    pub(super) const fn met_by(self, case: Case) -> bool {
        match self {
            Self::Any => true,
            Self::Capital => !matches!(case, Case::Lower),
            Self::Upper => matches!(case, Case::Upper),
        }
    }
}

/// The word at the head of the tokens, or none where a mark stands that no name begins with.
pub(super) fn first_word(tokens: Tokens<'_>) -> Option<Word<'_>> {
    let first = tokens.first()?;
    matches!(first.kind, TokenKind::Word | TokenKind::Number | TokenKind::Ordinal)
        .then(|| word_at(tokens, 0))
        .flatten()
}

/// The word that begins with the token at `at`, and where the next one begins: hyphens, the point of an
/// initial and the apostrophe of a plural go with the word before them.
pub(super) fn word_at(tokens: Tokens<'_>, at: usize) -> Option<Word<'_>> {
    let token = tokens.tokens.get(at)?;
    let text = match token.kind {
        TokenKind::Possessive => Cow::Borrowed("'s"),
        TokenKind::Mark(c) if c.is_whitespace() || ".;:?!".contains(c) => return None,
        _ => folded(tokens.text_of(token)),
    };
    let article = is_article(&text, joins(tokens.tokens, at + 1, is_hyphen));
    Some(Word { text, case: token.case, article, end: at + 1 })
}

/// Folded; as it stands where that is plain small letters, which most words of a text are. A name in small letters
/// is not respelt, then: those that may be written so ("bin", "al") have one spelling.
fn folded(written: &str) -> Cow<'_, str> {
    if written.bytes().all(|b| b.is_ascii_lowercase()) {
        return Cow::Borrowed(written);
    }
    let mut text = String::with_capacity(written.len());
    if written.chars().any(char::is_alphanumeric) {
        fold(written, &mut text);
    } else {
        text.push_str(written);
    }
    Cow::Owned(text)
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
