//! Which frame a trigger calls up: the one whose slots the sentence fills best.

use crate::event::frame::{Element, Filler, Frame, Frames, Inflection, Kind, Part, Role};
use crate::event::place;
use crate::gazetteer::{ActorKind, Gazetteer, Sector, Sense};
use crate::syntax::chunk::Chunk;
use crate::syntax::clause::{Clause, Parse};
use crate::syntax::inflect::singular;
use crate::syntax::unit::Pos;

/// A frame, and the phrases that fill its slots.
#[derive(Debug, Clone)]
pub(super) struct Match<'f> {
    pub(super) frame: &'f Frame,
    /// Roles and the noun-phrase chunks that fill them, the subject's first.
    pub(super) roles: Vec<(Role, Vec<usize>)>,
    /// Roles filled by the owner of a nominal trigger: its possessor or its nationality.
    pub(super) owner: Option<Role>,
    /// The object is one of the frame's own words: "hold *talks*".
    pub(super) through_object: bool,
    score: i32,
}

/// Reads senses with these.
pub(super) struct Senses<'p, 'u, 'a> {
    pub(super) parse: &'p Parse<'u, 'a>,
    pub(super) frames: &'a Frames,
    pub(super) gazetteer: &'a Gazetteer,
}

impl<'a> Senses<'_, '_, 'a> {
    /// The best frame for a clause's verb.
    pub(super) fn of_verb(&self, clause: &Clause) -> Option<Match<'a>> {
        let vg = self.parse.chunks[clause.vg].vg()?;
        let unit = &self.parse.units[vg.head];
        let passive = self.parse.is_passive(clause);
        self.frames
            .senses(&unit.lower)
            .iter()
            .filter(|(_, inflection)| !matches!(inflection, Inflection::Singular | Inflection::Plural))
            .filter_map(|(index, _)| self.verb_frame(&self.frames.all()[*index], clause, passive))
            .max_by(|a, b| a.score.cmp(&b.score).then_with(|| b.frame.id.cmp(&a.frame.id)))
    }

    fn verb_frame(&self, frame: &'a Frame, clause: &Clause, passive: bool) -> Option<Match<'a>> {
        if frame.trigger.noun {
            return None;
        }
        let by = || {
            clause
                .phrases
                .iter()
                .find(|(p, _)| self.parse.lower(*p) == "by")
                .map(|(_, nps)| nps.clone())
                .unwrap_or_default()
        };
        let (subject, object) = if passive {
            (by(), clause.subject.clone())
        } else {
            (clause.subject.clone(), clause.object.clone())
        };
        let mut found = Match { frame, roles: Vec::new(), owner: None, through_object: false, score: 0 };
        if !subject.is_empty() {
            if !self.is_kind(&subject, frame.subject_kind) {
                return None;
            }
            found.roles.push((frame.subject, subject));
        } else if frame.subject_kind != Kind::Any && !passive {
            return None;
        }
        self.fill(frame, &mut found, &object, &clause.phrases, Some(clause))?;
        Some(found)
    }

    /// The best frame for a noun phrase's head.
    pub(super) fn of_noun(&self, at: usize) -> Option<Match<'a>> {
        let np = self.parse.chunks[at].np()?;
        let unit = &self.parse.units[np.head];
        if unit.lower.is_empty() {
            return None;
        }
        let phrases = place::trailing(self.parse, at);
        let noun = |frame: &'a Frame, inflection: Inflection| {
            let mut found = Match {
                frame,
                roles: Vec::new(),
                owner: Some(frame.possessor),
                through_object: false,
                score: 0,
            };
            let object: Vec<usize> = Vec::new();
            if frame.trigger.noun {
                self.fill(frame, &mut found, &object, &phrases, None)?;
                return Some(found);
            }
            // "the toppling of Assad by rebels": a verb's gerund as a noun takes its object behind "of".
            if inflection != Inflection::Gerund {
                return None;
            }
            let behind = |word: &str| {
                phrases.iter().find(|(p, _)| self.parse.lower(*p) == word).map(|(_, n)| n.clone())
            };
            let object = behind("of")?;
            found.owner = Some(frame.subject);
            if let Some(subject) = behind("by") {
                found.roles.push((frame.subject, subject));
            }
            self.fill(frame, &mut found, &object, &phrases, None)?;
            Some(found)
        };
        self.frames
            .senses(&unit.lower)
            .iter()
            .filter_map(|(index, inflection)| noun(&self.frames.all()[*index], *inflection))
            .max_by(|a, b| a.score.cmp(&b.score).then_with(|| b.frame.id.cmp(&a.frame.id)))
    }

    /// Fills the frame's slots; none when one that must be filled is not.
    fn fill(
        &self,
        frame: &Frame,
        found: &mut Match<'a>,
        object: &[usize],
        phrases: &[(usize, Vec<usize>)],
        clause: Option<&Clause>,
    ) -> Option<()> {
        // "shot down a jet": the particle reads like a preposition, and its phrase is the verb's object.
        let behind: Option<&[usize]> = frame.elements.iter().find_map(|e| match &e.part {
            Part::Particle(words) => phrases
                .iter()
                .find(|(p, _)| words.iter().any(|w| w == self.parse.lower(*p)))
                .map(|(_, nps)| nps.as_slice()),
            _ => None,
        });
        let object = if object.is_empty() { behind.unwrap_or(object) } else { object };
        for Element { part, optional } in &frame.elements {
            let points = match part {
                Part::Particle(words) => self.has_particle(words, clause, object).then_some(2),
                Part::Object(filler) => {
                    let points = self.filled(filler, object);
                    if points.is_some() {
                        match filler {
                            Filler::Role(role, _) => found.roles.push((*role, object.to_vec())),
                            Filler::Heads(_) => found.through_object = true,
                        }
                    }
                    points
                }
                Part::Preposition(words, filler) => phrases.iter().find_map(|(preposition, nps)| {
                    let word = self.parse.lower(*preposition);
                    if !words.iter().any(|w| w == word) {
                        return None;
                    }
                    // "described them as illegal": what is nobody may be an adjective.
                    let topic = matches!(filler, Filler::Role(Role::Topic, Kind::Any)) && nps.is_empty();
                    let points = if topic { 1 } else { self.filled(filler, nps)? };
                    if let Filler::Role(role, _) = filler {
                        found.roles.push((*role, nps.clone()));
                    }
                    Some(points)
                }),
            };
            match points {
                Some(points) => found.score += if *optional { points.min(1) } else { points + 1 },
                None if *optional => {}
                None => return None,
            }
        }
        Some(())
    }

    /// How well a slot is filled; none when it is not.
    fn filled(&self, filler: &Filler, nps: &[usize]) -> Option<i32> {
        let first = *nps.first()?;
        match filler {
            Filler::Role(_, Kind::Any) => Some(1),
            Filler::Role(_, kind) => self.is_kind(nps, *kind).then_some(2),
            Filler::Heads(heads) => {
                let np = self.parse.chunks[first].np()?;
                let head = &*self.parse.units[np.head].lower;
                let head = singular(head);
                heads.iter().any(|h| *h == head).then_some(3)
            }
        }
    }

    /// The particle stands right after the verb, or right after its object.
    fn has_particle(&self, words: &[String], clause: Option<&Clause>, object: &[usize]) -> bool {
        let Some(clause) = clause else { return false };
        let places = [Some(clause.vg + 1), object.last().map(|o| o + 1)];
        places.into_iter().flatten().any(|at| {
            self.parse.chunks.get(at).is_some_and(|c| c.np().is_none())
                && words.iter().any(|w| w == self.parse.lower(at))
        })
    }

    /// Whether the first of the phrases names something of this kind.
    fn is_kind(&self, nps: &[usize], kind: Kind) -> bool {
        let Some(np) = nps.first().and_then(|n| self.parse.chunks.get(*n)).and_then(Chunk::np) else {
            return kind == Kind::Any;
        };
        let head = &self.parse.units[np.head];
        let agent = head.word.agent;
        let actor = head.senses.iter().find_map(|s| match s {
            Sense::Actor(id, _) => Some(self.gazetteer.actor(*id).kind),
            Sense::Place(..) => None,
        });
        let place = head.senses.iter().any(|s| matches!(s, Sense::Place(..)));
        let unknown = head.pos == Pos::Name && head.senses.is_empty();
        match kind {
            Kind::Any => true,
            Kind::Person => {
                agent.is_some_and(|a| a.kind != crate::syntax::lexicon::AgentKind::Group)
                    || actor == Some(ActorKind::Person)
                    || unknown
                    || head.pos == Pos::Pronoun
            }
            Kind::Actor => agent.is_some() || actor.is_some() || unknown || head.pos == Pos::Pronoun,
            Kind::Place => {
                place
                    || place::named(
                        "",
                        self.parse.units,
                        self.parse.chunks[nps[0]].units.clone(),
                        self.gazetteer,
                    )
                    .is_some()
                    || head.word.site
            }
            Kind::Force => {
                agent.is_some_and(|a| {
                    matches!(a.sector, Sector::Mil | Sector::Reb | Sector::Cop | Sector::Uns)
                }) || matches!(actor, Some(ActorKind::Force | ActorKind::ArmedGroup))
            }
            Kind::Thing => agent.is_none() && actor.is_none() && head.pos == Pos::Noun,
        }
    }
}

/// "tons of *aid*", "a series of *attacks*", "a second round of *talks*": the phrase that stands for the event in its
/// clause.
pub(super) fn measured(parse: &Parse<'_, '_>, np: usize) -> usize {
    const MEASURES: &[&str] = &[
        "ton", "tons", "tonnes", "series", "wave", "round", "rounds", "string", "spate", "package",
        "campaign", "flurry", "number", "days", "weeks", "months", "million", "billion", "dollars", "act",
        "acts", "kind", "form", "dozens",
    ];
    let outer = np.checked_sub(2).filter(|_| matches!(parse.lower(np - 1), "of" | "in"));
    let head = |n: usize| parse.chunks[n].np().map(|p| &*parse.units[p.head].lower);
    outer.filter(|o| head(*o).is_some_and(|h| MEASURES.contains(&h))).unwrap_or(np)
}

/// The noun phrases that stand as subject or object or behind a preposition of a clause.
pub(super) fn holds(clause: &Clause, np: usize) -> Option<Held> {
    if clause.subject.contains(&np) {
        return Some(Held::Subject);
    }
    if clause.object.contains(&np) {
        return Some(Held::Object);
    }
    clause.phrases.iter().find(|(_, nps)| nps.contains(&np)).map(|(p, _)| Held::Phrase(*p))
}

/// The clause a noun phrase stands in, and as what; a clause that borrows it as its subject does not hold it.
pub(super) fn holder(clauses: &[Clause], np: usize) -> Option<(usize, Held)> {
    let held = || clauses.iter().enumerate().filter_map(|(i, c)| holds(c, np).map(|h| (i, h)));
    let own = |(i, held): &(usize, Held)| match held {
        Held::Subject => clauses[*i].start <= np && np < clauses[*i].vg,
        Held::Object => np > clauses[*i].vg,
        Held::Phrase(_) => true,
    };
    held().rfind(own).or_else(|| held().next_back())
}

/// In which way a clause holds a noun phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    Subject,
    Object,
    /// Behind this preposition.
    Phrase(usize),
}
