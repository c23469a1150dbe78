//! Texts that are chronologies themselves: paragraph after paragraph opens with its date and a colon.

use crate::text::{Text, TokenKind};

/// How many such paragraphs make a chronology: two may be a coincidence of layout.
const ENOUGH: usize = 3;

/// Whether the dates of a text carry on from one another instead of counting from its publication.
///
/// "27 November 2024: …", "5 December: …", "10 December: …": the year of the first is the year of the second. Such a
/// text is read as a narrative, whatever its publication date.
pub(super) fn is_chronicle(read: &Text) -> bool {
    let mut paragraph = None;
    let openings = read.sentences.iter().filter(|s| paragraph.replace(s.paragraph) != Some(s.paragraph));
    let dated = openings.filter(|s| {
        let tokens = &read.tokens[s.tokens.start as usize..s.tokens.end as usize];
        // "On 6 and 7 March 2025:" is the longest opening worth knowing.
        let colon = tokens.iter().take(8).position(|t| t.kind == TokenKind::Mark(':'));
        colon.is_some_and(|end| tokens[..end].iter().any(|t| t.readings.month.is_some()))
    });
    dated.take(ENOUGH).count() == ENOUGH
}
