//! The threads a report follows: who said or did something on a stated day, and what its news is.

use chrono::NaiveDate;

use crate::event::again;
use crate::event::draft::Draft;
use crate::event::link;
use crate::event::scene::Scene;
use crate::event::{Basis, EventType, Short, When};
use crate::syntax::chunk::Vg;
use crate::syntax::clause::{Clause, Link};
use crate::time::Granularity;
use crate::timex::Timex;

/// The threads a newsroom follows: who said or did something on a stated day.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    threads: Vec<Thread>,
    /// What the article opens with: its day, and who is in it.
    lead: Option<(When, Vec<Short>)>,
    /// The last time that a main clause named, and the sentence it stands in.
    told: Option<(When, usize)>,
    sentence: usize,
    /// Sentences so far that are more than a headline.
    prose: usize,
}

#[derive(Debug, Clone)]
struct Thread {
    actors: Vec<Short>,
    when: When,
    /// They said something on that day.
    spoke: bool,
    /// The sentence it was last taken up in.
    sentence: usize,
}

impl Story {
    /// Takes in a sentence: the main clauses in the simple past whose day is stated, whatever their verb.
    pub(super) fn tell(&mut self, scene: &Scene<'_, '_, '_>, timexes: &[Timex], drafts: &[Draft<'_>]) {
        self.sentence += 1;
        self.prose += usize::from(!scene.parse.is_headline());
        for (at, clause) in scene.clauses.iter().enumerate() {
            let main = matches!(clause.link, Link::Main | Link::Coordinated);
            if !main {
                continue;
            }
            let stated = link::stated(scene.text, timexes, &clause.dates);
            if let Some(when) = &stated {
                self.told = Some((when.clone(), self.sentence));
            }
            let simple = scene.parse.vg(clause).is_some_and(Vg::is_simple_past);
            if !simple || scene.cast.all(&clause.subject).next().is_none() {
                continue;
            }
            let day = |w: &When| w.value.granularity <= Granularity::Day;
            let stated = stated.filter(day);
            let told = || {
                let draft = drafts.iter().find(|d| d.np.is_none() && d.clause == Some(at))?;
                draft.when.clone().filter(|w| w.basis != Basis::Assumed && day(w))
            };
            if let Some(when) = stated.or_else(told) {
                if self.prose <= LEAD && self.lead.is_none() {
                    self.lead = Some((when.clone(), sides(scene, clause)));
                }
                let actors: Vec<Short> = scene.cast.all(&clause.subject).map(|p| p.name.clone()).collect();
                self.threads.retain(|t| !t.actors.iter().any(|a| actors.contains(a)));
                let spoke = scene.parse.verb(clause).is_some_and(|u| u.word.effect.reports)
                    || drafts.iter().any(|d| d.clause == Some(at) && is_speech(d.found.frame.event));
                self.threads.push(Thread { actors, when, spoke, sentence: self.sentence });
            }
        }
    }

    /// Whether the next sentence is of those in which a report tells its news.
    pub(super) const fn is_opening(&self) -> bool {
        self.prose < LEAD
    }

    /// Whether the story has just gone back to a time before its news: "In 1995 the firm opened a plant in Ohio. It ...".
    pub(super) fn is_elsewhere(&self, on: NaiveDate) -> bool {
        let near = |sentence: usize| sentence + BACKGROUND > self.sentence;
        self.told.as_ref().is_some_and(|(when, sentence)| near(*sentence) && !again::is_news(when, on))
    }

    /// The day of the report's news, where its opening names one.
    pub(super) fn day_of_story(&self, on: NaiveDate) -> Option<NaiveDate> {
        let when = self.lead.as_ref().map(|(when, _)| when).filter(|w| again::is_news(w, on))?;
        when.value.first()
    }

    /// The day on which these go on: in the next sentence whatever they do, later on what they say.
    pub(super) fn day_of(&self, actors: &[&str], speech: bool) -> Option<&When> {
        let thread =
            self.threads.iter().rev().find(|t| t.actors.iter().any(|a| actors.contains(&a.as_str())))?;
        // "signed it on 15 June. It said ...": on the day of the news.
        let lead = self.lead.as_ref().is_some_and(|(when, _)| when.value == thread.when.value);
        let goes_on = if speech { thread.spoke || lead } else { thread.sentence == self.sentence };
        goes_on.then_some(&thread.when)
    }

    /// The day of the report's news, for whoever its opening names or whose side it names.
    pub(super) fn day_of_news(&self, who: &[&str]) -> Option<&When> {
        let (when, sides) = self.lead.as_ref()?;
        sides.iter().any(|s| who.contains(&s.as_str())).then_some(when)
    }
}

/// Sentences in which a report tells its news.
const LEAD: usize = 2;

/// Sentences that a look back lasts, where no other time is named.
const BACKGROUND: usize = 3;

/// Whoever has a part in a clause, and whom they act for.
fn sides(scene: &Scene<'_, '_, '_>, clause: &Clause) -> Vec<Short> {
    let phrases = clause.phrases.iter().flat_map(|(_, nps)| nps);
    let chunks = clause.subject.iter().chain(&clause.object).chain(phrases);
    let people = chunks.flat_map(|np| scene.cast.of(*np));
    people.flat_map(|p| [Some(p.name.clone()), p.acts_for.clone()]).flatten().collect()
}

/// What people do by saying it: a newsroom reports it on the day it was said.
pub(super) fn is_speech(event: EventType) -> bool {
    use EventType::{Accuse, Agree, Consult, Reject, Request, Statement, Support, Threaten};
    matches!(event, Accuse | Agree | Consult | Reject | Request | Statement | Support | Threaten)
}
