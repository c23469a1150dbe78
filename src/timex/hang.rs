//! What "two days after" hangs on: a date that follows, or the words of an event.

use crate::span::Span;
use crate::text::{Class, TokenKind, Tokens, words};
use crate::timex::form::{Form, From};
use crate::timex::items::{Item, dates};
use crate::timex::{Anchor, Timex, normalise};

/// Hangs "two days after" on what follows: a date, or the words of an event.
pub(super) fn hang(tokens: Tokens<'_>, items: &[Item], placed: &[Option<usize>], out: &mut [Timex]) {
    for (n, item) in items.iter().enumerate() {
        let Some(at) = placed[n] else { continue };
        if !waits(&item.form) {
            continue;
        }
        let mut from = item.end + 1;
        // "ahead of", "prior to" are two words.
        if tokens.tokens.get(item.end).is_some_and(|t| t.among(words!["ahead", "prior"])) {
            from += 1;
        }
        if let Some(next) = items.get(n + 1)
            && next.start == from
            && dates(&next.form)
        {
            if let Some(target) = placed[n + 1] {
                out[at].when = out[target].when.and_then(|when| normalise::from_event(&item.form, &when));
                out[at].anchor = Some(Anchor::Timex(target));
                out[at].phrase = out[at].span.cover(out[target].span);
            }
            continue;
        }
        let stop = items.get(n + 1).map_or(tokens.tokens.len(), |next| next.start);
        if let Some(words) = event_words(tokens, from, stop) {
            out[at].anchor = Some(Anchor::Event(words));
            out[at].phrase = out[at].phrase.cover(words);
        }
    }
}

fn waits(form: &Form) -> bool {
    match form {
        Form::Bent(_, inner) => waits(inner),
        Form::Shift(_, _, From::Event) => true,
        _ => false,
    }
}

/// The words of the event that a preposition governs: up to a mark, a conjunction or the next preposition but "of".
fn event_words(tokens: Tokens<'_>, from: usize, stop: usize) -> Option<Span> {
    let words = tokens.tokens.get(from..stop)?;
    let length = words
        .iter()
        .position(|t| {
            let joins = t.readings.is(Class::CONJUNCTION.and(Class::SUBORDINATOR).and(Class::RELATIVE));
            let governs = t.readings.is(Class::PREPOSITION) && !t.among(words!["of", "against", "on"]);
            matches!(t.kind, TokenKind::Mark(c) if !matches!(c, '-' | '’' | '\'')) || joins || governs
        })
        .unwrap_or(words.len());
    let words = &words[..length];
    Some(words.first()?.span.cover(words.last()?.span))
}
