//! Dates of what a text only points back to: "the signing", "the takeover", "at the scene".

use crate::event::again::{is_news, same_stem};
use crate::event::dating::Dating;
use crate::event::draft::Draft;
use crate::event::link;
use crate::event::{Basis, Mention, Status, When};
use crate::syntax::chunk::Kind;

/// Nouns for a seizure of power, whatever verb told it.
const SEIZURES: &[&str] = &["takeover", "coup", "putsch", "seizure", "overthrow", "ouster"];

impl Dating<'_, '_, '_> {
    /// "the signing", "the crash": a noun that tells no event of ours, of one that a sentence before told by a verb.
    pub(super) fn pointed(&self, np: usize) -> Option<When> {
        let parse = self.scene.parse;
        let phrase = parse.chunks.get(np)?.np().filter(|p| parse.is_definite(p) && p.possessor.is_none())?;
        let head = &*parse.units[phrase.head].lower;
        let seizes = |m: &Mention| {
            let mode = m.mode.as_ref().map_or("", |mode| &*mode.0);
            SEIZURES.contains(&head) && matches!(mode, "seize" | "overthrow")
        };
        // "the fire" is not of "fired", nor "the state" of "stated".
        let names = |m: &Mention| head.len() > 4 && same_stem(&m.trigger.text, head);
        self.last_told(|m| seizes(m) || names(m))
    }

    /// "the takeover" of whoever seized something.
    pub(super) fn seizure(&self, np: usize) -> Option<When> {
        let seizes = self.scene.parse.head(np).is_some_and(|u| SEIZURES.contains(&&*u.lower));
        seizes.then(|| self.pointed(np))?
    }

    /// "was arrested *at the scene*": on the day of what happened there.
    pub(super) fn on_the_spot(&self, draft: &Draft<'_>) -> Option<When> {
        let parse = self.scene.parse;
        let spot = |np: &usize| {
            let body = parse.chunks[*np].np().map(|p| &parse.units[p.body.clone()]);
            body.is_some_and(|words| {
                matches!(words, [the, noun] if the.lower == "the" && matches!(&*noun.lower, "scene" | "spot"))
            })
        };
        let phrases = self.scene.phrases(draft);
        phrases
            .iter()
            .any(|(p, nps)| matches!(parse.lower(*p), "at" | "on") && nps.iter().any(spot))
            .then_some(())?;
        self.last_told(|m| m.event.harms())
    }

    /// "within hours of the signing": on its day.
    pub(super) fn within_hours(&self, preposition: usize) -> bool {
        let parse = self.scene.parse;
        let short = |at: usize| {
            matches!(parse.chunks[at].kind, Kind::Timex(_))
                && matches!(&*parse.units[parse.chunks[at].units.end - 1].lower, "hours" | "minutes")
        };
        parse.lower(preposition) == "of"
            && preposition > 1
            && short(preposition - 1)
            && parse.lower(preposition - 2) == "within"
    }

    /// The date of the last that was told so, of the news if one is.
    fn last_told(&self, fits: impl Fn(&Mention) -> bool) -> Option<When> {
        let dated = |m: &&Mention| {
            let known =
                m.when.as_ref().is_some_and(|w| w.basis != Basis::Assumed && w.value.first().is_some());
            known && m.status == Status::Occurred && fits(m)
        };
        let mut told = self.told.iter().rev().filter(dated);
        let last = told.next()?;
        let news = |m: &&Mention| m.when.as_ref().is_some_and(|w| is_news(w, self.on));
        let found = std::iter::once(last).chain(told).find(news).unwrap_or(last);
        found.when.as_ref().map(|w| link::carried(w, "link/told-before"))
    }
}
