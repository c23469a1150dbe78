//! Names in sentences that are written in capitals throughout: what the gazetteer knows, and words that no list knows.

use crate::gazetteer::{ActorKind, Gazetteer, NameMatch, Sense};
use crate::syntax::lexicon::{Tags, Word};
use crate::syntax::unit::Dictionary;
use crate::text::capitals::is_upper;
use crate::text::{Case, Text, Token, TokenKind, Tokens, lexeme};

/// Gives names back their capitals; every other word of such a sentence is as if in small letters. `told` knows words in
/// lower case that are no names though the lexicon does not list them.
pub(crate) fn settle(text: &str, read: &mut Text, with: Dictionary<'_>, told: &dyn Fn(&str) -> bool) {
    for sentence in read.sentences.iter().filter(|s| s.capitals) {
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let tokens = &mut read.tokens[range];
        let given: Vec<Token> = tokens.to_vec();
        // As it stands in the text, for names to be looked up in.
        for token in tokens.iter_mut().filter(|t| t.kind == TokenKind::Word && is_upper(text, t.span)) {
            token.case = Case::Upper;
        }
        let mut at = 0;
        while at < tokens.len() {
            let name = names(Tokens { text, tokens: &*tokens }, &given, at, with, told);
            if name == 0 {
                tokens[at].case = given[at].case;
            }
            at += name.max(1);
        }
    }
}

/// How many tokens of a name begin here; none where the word is no name.
fn names(
    sentence: Tokens<'_>,
    given: &[Token],
    at: usize,
    with: Dictionary<'_>,
    told: &dyn Fn(&str) -> bool,
) -> usize {
    let token = &sentence.tokens[at];
    if token.kind != TokenKind::Word || token.case != Case::Upper {
        return 0;
    }
    let closed = |at: usize| !given[at].readings.is_open() || given[at].word.is_listed();
    let word = |at: usize| with.lexicon.look_up_written(sentence.text_of(&sentence.tokens[at]));
    let found = with.gazetteer.name_in(sentence, at).filter(|found| {
        // "US" is mostly a country behind "the", and a pronoun elsewhere.
        let article = || at > 0 && given[at - 1].word == lexeme!("the");
        let names_itself = !closed(at) || (found.tokens == 1 && article() && token.span.len() == 2);
        // "FRONT", "NICE", "POLICE": a common word is one, unless a state has the name.
        if found.tokens > 1 {
            !(at..at + found.tokens).all(closed)
        } else {
            names_itself && (is_open_name(&word(at)) || is_state(found, with.gazetteer))
        }
    });
    if let Some(found) = found {
        return found.tokens;
    }
    let written = sentence.text_of(token);
    let unknown = !closed(at) && is_open_name(&word(at)) && !is_common(written);
    usize::from(unknown && !told(&written.to_lowercase()))
}

/// Whether no list has the word.
fn is_open_name(word: &Word) -> bool {
    word.tags == Tags::default() && word.agent.is_none()
}

fn is_state(found: &NameMatch<'_>, gazetteer: &Gazetteer) -> bool {
    matches!(found.senses.first(), Some(Sense::Actor(id, _)) if gazetteer.actor(*id).kind == ActorKind::State)
}

/// Whether a word nobody listed is a common one all the same: a word of the grammar, or one that ends as only common
/// words do: "DESTABILIZATION", "RELENTLESSLY".
fn is_common(written: &str) -> bool {
    const GRAMMAR: &[&str] = &["SUCH", "OTHERS", "ME", "ELSE", "WHOMEVER", "PERSONS"];
    const ENDINGS: &[&str] = &[
        "TION", "TIONS", "MENT", "MENTS", "NESS", "LY", "ING", "IZED", "ISED", "ATED", "ABLE", "IBLE",
        "IOUS", "LESS", "ISM", "IST", "ISTS", "ITY", "ITIES", "ANCE", "ENCE", "SHIP", "HOOD", "ICAL", "FUL",
    ];
    GRAMMAR.contains(&written)
        || ENDINGS.iter().any(|end| written.len() > end.len() + 3 && written.ends_with(end))
}
