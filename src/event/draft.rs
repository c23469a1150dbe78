//! From the phrases of a sentence to drafts of its events: who is named, what each trigger means, and how it stands.

use crate::document::Document;
use crate::event::actor::Discourse;
use crate::event::chunk::Kind;
use crate::event::clause::{Clause, Link, Parse};
use crate::event::dating::{Dating, Story};
use crate::event::knowledge::Knowledge;
use crate::event::scene::Scene;
use crate::event::sense::{Held, Match, Senses, holds};
use crate::event::status::{Standing, Standings};
use crate::event::unit::Pos;
use crate::event::{EventType, Mention, Participant, When, again, mention};
use crate::span::Span;
use crate::timex::Timex;

/// Reads sentences in order, and keeps what later ones point back to.
pub(super) struct Sentences<'d, 'k, 'a> {
    document: &'d Document,
    with: &'k Knowledge<'a>,
    discourse: Discourse<'a>,
    timexes: &'d [Timex],
    mentions: Vec<Mention>,
    /// Who did something on a stated day in the sentence before, and that day.
    story: Option<Story>,
}

/// A trigger of one sentence on its way to a mention.
pub(super) struct Draft<'f> {
    pub(super) found: Match<'f>,
    pub(super) trigger: usize,
    /// The clause whose verb it is, or which holds its noun phrase.
    pub(super) clause: Option<usize>,
    /// Its noun phrase, where it is a noun.
    pub(super) np: Option<usize>,
    /// Its noun is the object of a verb that only says that it takes place: the clause's date and subject are its own.
    pub(super) light: bool,
    pub(super) standing: Standing,
    pub(super) owner: Option<Participant>,
    pub(super) when: Option<When>,
}

impl Draft<'_> {
    /// Whether its clause tells of this event: by its verb, or by a verb that only lets the noun take place.
    pub(super) const fn tells_clause(&self) -> bool {
        self.np.is_none() || self.light
    }
}

impl<'d, 'k, 'a> Sentences<'d, 'k, 'a> {
    pub(super) fn new(
        document: &'d Document,
        with: &'k Knowledge<'a>,
        discourse: Discourse<'a>,
        timexes: &'d [Timex],
    ) -> Self {
        Self { document, with, discourse, timexes, mentions: Vec::new(), story: None }
    }

    /// All mentions, in text order.
    pub(super) fn finish(mut self) -> Vec<Mention> {
        self.mentions.sort_by_key(|m| (m.trigger.span, m.event));
        again::carry(&mut self.mentions);
        self.mentions
    }

    /// Adds the mentions of one sentence.
    pub(super) fn read(&mut self, span: Span, parse: &Parse<'_, 'a>) {
        let clauses = parse.clauses();
        let mut people = self.people(parse, &clauses);
        let senses = Senses { parse, frames: self.with.frames, gazetteer: self.with.gazetteer };
        let verbs: Vec<Option<Match<'a>>> = clauses.iter().map(|c| senses.of_verb(c)).collect();
        self.lend(&clauses, &verbs, &mut people);
        let standings = Standings { parse, clauses: &clauses, senses: &verbs };
        let mut drafts = self.drafts(parse, &clauses, &senses, &standings, &verbs);
        let scene = Scene { text: &self.document.text, parse, clauses: &clauses, people: &people };
        let on = self.document.header.dct.at.date();
        let (timexes, told, story) = (self.timexes, self.mentions.as_slice(), self.story.as_ref());
        Dating { scene: &scene, timexes, told, story, on }.date(&mut drafts);
        self.story = Story::of(&scene, &drafts);
        for draft in drafts {
            let trigger = parse.units[draft.trigger].span.text(scene.text);
            let same = |m: &&Mention| {
                m.sentence.span == span && m.event == draft.found.frame.event && m.trigger.text == trigger
            };
            let again =
                self.mentions.iter().rev().take_while(|m| m.sentence.span == span).filter(same).count();
            let gazetteer = self.with.gazetteer;
            self.mentions.push(mention::assemble(&scene, draft, gazetteer, &self.document.id, span, again));
        }
    }

    /// Who each noun phrase of the sentence names, in text order.
    fn people(&mut self, parse: &Parse<'_, '_>, clauses: &[Clause]) -> Vec<Option<Participant>> {
        let text = self.document.text.as_str();
        let mut people = vec![None; parse.chunks.len()];
        for (at, chunk) in parse.chunks.iter().enumerate() {
            let Some(np) = chunk.np() else { continue };
            // "al-Assad and his wife": he is the one named first.
            if parse.units[np.body.start].pos == Pos::Possessive {
                let pair =
                    at.checked_sub(2).filter(|_| matches!(parse.chunks[at - 1].kind, Kind::Conjunction));
                if let Some(first) = pair.and_then(|p| people[p].as_ref()) {
                    self.discourse.promote(first);
                }
            }
            let of = match (parse.chunks.get(at + 1).map(|c| &c.kind), parse.chunks.get(at + 2)) {
                (Some(Kind::Preposition), Some(next))
                    if parse.units[parse.chunks[at + 1].units.start].lower == "of" =>
                {
                    next.np().map(|_| next.units.clone())
                }
                _ => None,
            };
            people[at] = self.discourse.resolve(text, parse.units, np.possessor.clone(), np.body.clone(), of);
            // The subject of the clause that goes on is who its pronouns mean.
            let main = |c: &Clause| {
                matches!(c.link, Link::Main | Link::Coordinated) && c.subject.first() == Some(&at)
            };
            if let Some(subject) = people[at].as_ref().filter(|_| clauses.iter().any(main)) {
                self.discourse.promote(subject);
            }
        }
        for clause in clauses.iter().filter(|c| c.link == Link::Main) {
            for subject in clause.subject.iter().filter_map(|s| people[*s].as_ref()) {
                self.discourse.promote(subject);
            }
        }
        people
    }

    /// The nameless object of a verb that moves forces belongs to its subject.
    fn lend(&self, clauses: &[Clause], verbs: &[Option<Match<'a>>], people: &mut [Option<Participant>]) {
        for (clause, found) in clauses.iter().zip(verbs) {
            let moves = found
                .as_ref()
                .is_some_and(|m| matches!(m.frame.event, EventType::Mobilize | EventType::Retreat));
            let owner = clause.subject.first().and_then(|s| people[*s].clone());
            let (Some(owner), true) = (owner, moves) else { continue };
            for object in &clause.object {
                let Some(forces) = people[*object].as_mut() else { continue };
                if forces.code.is_none() && forces.acts_for.is_none() {
                    self.discourse.lend(forces, &owner);
                }
            }
        }
    }

    fn drafts(
        &mut self,
        parse: &Parse<'_, 'a>,
        clauses: &[Clause],
        senses: &Senses<'_, '_, 'a>,
        standings: &Standings<'_, '_, 'a>,
        verbs: &[Option<Match<'a>>],
    ) -> Vec<Draft<'a>> {
        let mut drafts = Vec::new();
        let mut dropped = Vec::new();
        for (at, chunk) in parse.chunks.iter().enumerate() {
            let Some(np) = chunk.np() else { continue };
            let Some(found) = senses.of_noun(at) else { continue };
            let holder = clauses.iter().enumerate().rev().find_map(|(i, c)| holds(c, at).map(|h| (i, h)));
            let mut light = false;
            if let Some((i, Held::Object)) = holder {
                let verb = parse.chunks[clauses[i].vg].vg().map(|v| &parse.units[v.head]);
                let through = verbs[i].as_ref().is_some_and(|m| m.through_object);
                light = verb.is_some_and(|u| u.word.effect.light);
                if light && through {
                    dropped.push(i);
                } else if through {
                    // "signed an agreement": the verb already tells it.
                    continue;
                }
            }
            if let Some((i, Held::Subject)) = holder {
                // "talks were held", "an attack was launched"
                let vg = parse.chunks[clauses[i].vg].vg();
                // "the offensive began on Wednesday"
                light = vg.is_some_and(|v| parse.units[v.head].word.effect.happens);
                if vg.is_some_and(|v| v.passive) && verbs[i].as_ref().is_some_and(|m| m.through_object) {
                    light = true;
                    dropped.push(i);
                }
            }
            let owner = self.discourse.owner_of(&self.document.text, parse.units, np);
            let standing = standings.of_noun(at);
            drafts.push(Draft {
                found,
                trigger: np.head,
                clause: holder.map(|h| h.0),
                np: Some(at),
                light,
                standing,
                owner,
                when: None,
            });
        }
        for (i, found) in verbs.iter().enumerate() {
            let Some(vg) = parse.chunks[clauses[i].vg].vg() else { continue };
            if let Some(found) = found.clone().filter(|_| !dropped.contains(&i)) {
                let standing = standings.of_clause(i);
                drafts.push(Draft {
                    found,
                    trigger: vg.head,
                    clause: Some(i),
                    np: None,
                    light: false,
                    standing,
                    owner: None,
                    when: None,
                });
            }
        }
        drafts.sort_by_key(|d| d.trigger);
        drafts
    }
}
