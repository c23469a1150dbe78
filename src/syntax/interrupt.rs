//! Verb groups that a date interrupts: "Iraq *has* for years *rejected* the zones", "Putin *will* next week *visit* Delhi".

use crate::syntax::chunk::{Chunk, Kind, VerbForm, modality, tense};
use crate::syntax::unit::{Pos, Unit};
use crate::text::Class;

/// Gives the verb behind a date the auxiliary before it, which is a word between from then on.
pub(super) fn mend(units: &[Unit<'_>], chunks: &mut [Chunk]) {
    for at in 0..chunks.len() {
        let Some(auxiliary) = auxiliary(units, &chunks[at]) else { continue };
        let Some(verb) = behind_date(chunks, at + 1) else { continue };
        let (word, negated) = (&units[auxiliary], units[chunks[at].units.clone()].iter().any(is_negation));
        let modal = (word.pos == Pos::Modal).then(|| modality(&word.lower));
        let Kind::Vg(vg) = &mut chunks[verb].kind else { continue };
        let pos = units[vg.head].pos;
        let bare = vg.head == chunks[verb].units.start;
        let agrees = match word.pos {
            Pos::Modal => vg.form == VerbForm::Infinitive && pos == Pos::Base && bare,
            // "has for years been rejected"
            _ => {
                pos == Pos::Participle
                    && (bare || (vg.passive && &*units[chunks[verb].units.start].lower == "been"))
            }
        };
        if !agrees {
            continue;
        }
        vg.form = VerbForm::Finite;
        vg.tense = tense(modal, Some(word), None, VerbForm::Finite);
        vg.perfect |= word.pos == Pos::Have;
        vg.modality = modal;
        vg.negated |= negated;
        chunks[at].kind = Kind::Adverb;
    }
}

/// Where a verb group begins: at the auxiliary before the date that interrupts it, else at its own chunk.
pub(crate) fn start(units: &[Unit<'_>], chunks: &[Chunk], verb: usize) -> usize {
    let dated =
        |at: usize| matches!(chunks[at].kind, Kind::Adverb) && behind_date(chunks, at + 1) == Some(verb);
    let holds =
        |at: usize| units[chunks[at].units.clone()].iter().any(|u| matches!(u.pos, Pos::Have | Pos::Modal));
    (verb.saturating_sub(3)..verb).find(|at| dated(*at) && holds(*at)).unwrap_or(verb)
}

/// The auxiliary of a chunk that has no verb.
fn auxiliary(units: &[Unit<'_>], chunk: &Chunk) -> Option<usize> {
    let last = chunk.units.end.checked_sub(1)?;
    match &chunk.kind {
        Kind::Vg(vg) if vg.form == VerbForm::Finite && units[vg.head].pos == Pos::Have => Some(vg.head),
        Kind::Adverb if units[last].pos == Pos::Modal => Some(last),
        _ => None,
    }
}

/// The verb right behind a date: "for years", "next week".
fn behind_date(chunks: &[Chunk], at: usize) -> Option<usize> {
    let kind = |at: usize| chunks.get(at).map(|c| &c.kind);
    let date = if matches!(kind(at), Some(Kind::Preposition)) { at + 1 } else { at };
    let dated = matches!(kind(date), Some(Kind::Timex(_)));
    (dated && matches!(kind(date + 1), Some(Kind::Vg(_)))).then_some(date + 1)
}

fn is_negation(unit: &Unit<'_>) -> bool {
    unit.pos == Pos::Negation || unit.class.any(Class::NEGATION)
}
