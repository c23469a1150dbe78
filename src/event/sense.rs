//! Which frame a trigger calls up: the one whose slots the sentence fills best.

use crate::event::frame::{Element, Filler, Frame, Frames, Inflection, Kind, Part, Role, What, WordClass};
use crate::event::place;
use crate::event::slot::{Beside, Slots};
use crate::gazetteer::Gazetteer;
use crate::syntax::clause::{Clause, Parse};
use crate::text::Class;

/// A frame, and the phrases that fill its slots.
#[derive(Debug, Clone)]
pub(super) struct Match<'f> {
    pub(super) frame: &'f Frame,
    /// The unit that is the trigger, where it is not the verb: "is *ready* to withdraw".
    pub(super) word: Option<usize>,
    /// Roles and the noun-phrase chunks that fill them, the subject's first.
    pub(super) roles: Vec<(Role, Vec<usize>)>,
    /// Roles filled by the owner of a nominal trigger: its possessor or its nationality.
    pub(super) owner: Option<Role>,
    /// The object is one of the frame's own words: "hold *talks*".
    pub(super) through_object: bool,
    score: i32,
}

impl<'f> Match<'f> {
    const fn of(frame: &'f Frame) -> Self {
        Self { frame, word: None, roles: Vec::new(), owner: None, through_object: false, score: 0 }
    }
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
        let verbs = self
            .frames
            .senses_of_verb(&unit.lower)
            .iter()
            .filter(|(_, inflection)| !matches!(inflection, Inflection::Singular | Inflection::Plural))
            .map(|(index, _)| self.frames.frame(*index as usize))
            .filter(|frame| frame.trigger.class == WordClass::Verb)
            .filter_map(|frame| self.verb_frame(frame, clause, passive));
        let adjective = self.predicate(clause);
        let adjectives = adjective.into_iter().flat_map(|(at, word)| {
            let senses = self.frames.senses(&self.parse.units[word].lower).iter();
            let frames = senses.map(|(index, _)| self.frames.frame(*index as usize));
            let frames = frames.filter(|frame| frame.trigger.class == WordClass::Adjective);
            frames.filter_map(move |frame| self.adjective_frame(frame, clause, at, word))
        });
        best(verbs.chain(adjectives))
    }

    /// The adjective behind a copula, and its chunk.
    fn predicate(&self, clause: &Clause) -> Option<(usize, usize)> {
        let verb = self.parse.verb(clause)?;
        let copula = verb.class.any(Class::BE)
            || matches!(&*verb.lower, "become" | "became" | "becomes" | "remain" | "remains" | "remained");
        let chunks = self.parse.chunks.iter().enumerate().skip(clause.vg + 1);
        let mut behind = chunks
            .skip_while(|(_, c)| matches!(c.kind, crate::syntax::chunk::Kind::Adverb))
            .filter(|(_, c)| copula && c.units.len() == 1);
        behind.next().map(|(at, c)| (at, c.units.start))
    }

    fn adjective_frame(
        &self,
        frame: &'a Frame,
        clause: &Clause,
        at: usize,
        word: usize,
    ) -> Option<Match<'a>> {
        let mut found = Match { word: Some(word), ..Match::of(frame) };
        self.subject(frame, &mut found, clause.subject.clone(), false)?;
        let beside = Beside {
            clause: Some(clause),
            object: &[],
            second: &[],
            behind: at + 1,
            phrases: &clause.phrases,
        };
        self.fill(frame, &mut found, &beside)?;
        Some(found)
    }

    fn verb_frame(&self, frame: &'a Frame, clause: &Clause, passive: bool) -> Option<Match<'a>> {
        let by = || {
            let by = clause.phrases.iter().find(|(p, _)| self.parse.lower(*p) == "by");
            by.map(|(_, nps)| nps.clone()).unwrap_or_default()
        };
        // "was given an ultimatum": what stands behind a passive is its second object.
        let (subject, object, second) = if passive {
            (by(), clause.subject.as_slice(), clause.object.as_slice())
        } else {
            (clause.subject.clone(), clause.object.as_slice(), clause.second.as_slice())
        };
        let mut found = Match::of(frame);
        self.subject(frame, &mut found, subject, passive)?;
        let behind =
            object.iter().chain(second).filter(|n| **n > clause.vg).max().map_or(clause.vg, |n| *n) + 1;
        let beside = Beside { clause: Some(clause), object, second, behind, phrases: &clause.phrases };
        self.fill(frame, &mut found, &beside)?;
        Some(found)
    }

    /// The subject is what the frame asks for; a passive may leave out who did it.
    fn subject(
        &self,
        frame: &'a Frame,
        found: &mut Match<'a>,
        subject: Vec<usize>,
        passive: bool,
    ) -> Option<()> {
        let (role, what) = &frame.subject;
        let open = *what == What::Kind(Kind::Any);
        if subject.is_empty() {
            // "was shaken": nothing says that a quake did it.
            let left_out = passive && matches!(what, What::Kind(_));
            return (open || left_out).then_some(());
        }
        let points = self.slots().filled(what, &subject)?;
        found.score += if open { 0 } else { points - 1 };
        found.roles.push((*role, subject));
        Some(())
    }

    /// The best frame for a noun phrase's head.
    pub(super) fn of_noun(&self, at: usize) -> Option<Match<'a>> {
        let np = self.parse.chunks[at].np()?;
        let unit = &self.parse.units[np.head];
        if unit.lower.is_empty() {
            return None;
        }
        let phrases = place::trailing(self.parse, at);
        let senses = self.frames.senses_of_noun(&unit.lower).iter();
        best(senses.filter_map(|(index, inflection)| {
            self.noun_frame(self.frames.frame(*index as usize), *inflection, at, &phrases)
        }))
    }

    fn noun_frame(
        &self,
        frame: &'a Frame,
        inflection: Inflection,
        at: usize,
        phrases: &[(usize, Vec<usize>)],
    ) -> Option<Match<'a>> {
        let mut found = Match { owner: Some(frame.possessor), ..Match::of(frame) };
        let mut beside = Beside { clause: None, object: &[], second: &[], behind: at + 1, phrases };
        if frame.trigger.class == WordClass::Noun {
            self.fill(frame, &mut found, &beside)?;
            return Some(found);
        }
        // "the toppling of Assad by rebels": a verb's gerund as a noun takes its object behind "of".
        if inflection != Inflection::Gerund {
            return None;
        }
        let behind = |word: &str| phrases.iter().find(|(p, _)| self.parse.lower(*p) == word).map(|(_, n)| n);
        beside.object = behind("of")?;
        found.owner = Some(frame.subject.0);
        if let Some(subject) = behind("by") {
            found.roles.push((frame.subject.0, subject.clone()));
        }
        self.fill(frame, &mut found, &beside)?;
        Some(found)
    }

    const fn slots(&self) -> Slots<'_, '_, 'a> {
        Slots { parse: self.parse, gazetteer: self.gazetteer }
    }

    /// Fills the frame's slots; none when one that must be filled is not.
    fn fill(&self, frame: &Frame, found: &mut Match<'a>, beside: &Beside<'_>) -> Option<()> {
        let slots = self.slots();
        // "shot down a jet": the particle reads like a preposition, and its phrase is the verb's object.
        let particle = |words: &[String]| {
            let phrase = beside.phrases.iter().find(|(p, _)| slots.is_one_of(*p, words));
            phrase.map(|(_, nps)| nps.as_slice())
        };
        let behind = frame.elements.iter().find_map(|e| match &e.part {
            Part::Particle(words) => particle(words),
            _ => None,
        });
        let object = if beside.object.is_empty() { behind.unwrap_or_default() } else { beside.object };
        // "gave Israel an ultimatum": whom the thing goes to stands before it.
        let mut dative = None;
        // "named *Brown* *envoy*": what filled one slot does not fill another.
        let mut taken = false;
        for Element { part, optional } in &frame.elements {
            let points = match part {
                Part::Particle(words) => slots.has_particle(words, beside, object).then_some(2),
                Part::Modifier(words) => slots.has_modifier(words, beside).then_some(3),
                Part::Clause(forms) => slots.has_clause(forms, beside).then_some(1),
                Part::Object(Filler { role, what }) => {
                    let second = || {
                        let filled =
                            matches!(what, What::Heads(_)).then(|| slots.filled(what, beside.second));
                        filled.flatten().inspect(|_| dative = Some(object))
                    };
                    let first = slots.filled(what, object).filter(|_| !taken);
                    taken |= first.is_some();
                    let at = if first.is_some() { object } else { beside.second };
                    let points = first.or_else(second);
                    if points.is_some() {
                        found.through_object |= matches!(what, What::Heads(_)) && role.is_none();
                        found.roles.extend(role.map(|role| (role, at.to_vec())));
                    }
                    points
                }
                Part::Preposition(words, Filler { role, what }) => {
                    let nobody = *role == Some(Role::Topic) && *what == What::Kind(Kind::Any);
                    let phrase = beside.phrases.iter().filter(|(p, _)| slots.is_one_of(*p, words)).find_map(
                        |(_, nps)| {
                            // "described them as illegal": what is nobody may be an adjective.
                            let points =
                                if nobody && nps.is_empty() { Some(1) } else { slots.filled(what, nps) };
                            points.map(|points| (points, nps.as_slice()))
                        },
                    );
                    let given = || {
                        let nps = dative.filter(|_| words.iter().any(|w| w == "to" || w == "for"))?;
                        slots.filled(what, nps).map(|points| (points, nps))
                    };
                    phrase.or_else(given).map(|(points, nps)| {
                        found.roles.extend(role.map(|role| (role, nps.to_vec())));
                        points
                    })
                }
            };
            match points {
                Some(points) => found.score += if *optional { points.min(1) } else { points + 1 },
                None if *optional => {}
                None => return None,
            }
        }
        Some(())
    }
}

/// The match with the best score; of equals the one whose frame comes first by name. Nothing where the best sense is
/// no event.
fn best<'a>(matches: impl Iterator<Item = Match<'a>>) -> Option<Match<'a>> {
    matches
        .max_by(|a, b| a.score.cmp(&b.score).then_with(|| b.frame.id.cmp(&a.frame.id)))
        .filter(|best| !best.frame.idle)
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
