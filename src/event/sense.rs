//! Which frame a trigger calls up: the one whose slots the sentence fills best.

use crate::event::frame::{
    Element, Filler, Form, Frame, Frames, Inflection, Kind, Part, Role, What, WordClass,
};
use crate::event::place;
use crate::event::slot::{Beside, Slots};
use crate::gazetteer::Gazetteer;
use crate::syntax::chunk::Np;
use crate::syntax::clause::{Clause, Link, Parse};
use crate::syntax::unit::Pos;
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
    /// Whether phrases are kept: those of a frame that another beats are not.
    keeps: bool,
}

impl<'f> Match<'f> {
    const fn of(frame: &'f Frame, keeps: bool) -> Self {
        Self { frame, word: None, roles: Vec::new(), owner: None, through_object: false, score: 0, keeps }
    }

    fn keep(&mut self, role: Role, phrases: &[usize]) {
        if self.keeps {
            self.roles.push((role, phrases.to_vec()));
        }
    }
}

/// A preposition and the noun phrases behind it, by their chunks.
pub(super) type Phrase = (usize, Vec<usize>);

/// Reads senses with these.
pub(super) struct Senses<'p, 'u, 'a> {
    pub(super) parse: &'p Parse<'u, 'a>,
    pub(super) frames: &'a Frames,
    pub(super) gazetteer: &'a Gazetteer,
}

impl<'a> Senses<'_, '_, 'a> {
    /// The best frame for a clause's verb.
    pub(super) fn of_verb(&self, clause: &Clause) -> Option<Match<'a>> {
        let vg = self.parse.vg(clause)?;
        let unit = &self.parse.units[vg.head];
        let sides = Sides::of(self.parse, clause);
        let adjective = self.predicate(clause);
        let frame = |index: u32| self.frames.frame(index as usize);
        let verbs = self
            .frames
            .senses_of_verb(&unit.lower)
            .iter()
            .filter(|(_, inflection)| !matches!(inflection, Inflection::Singular | Inflection::Plural))
            .map(|(index, _)| (frame(*index), WordClass::Verb));
        let adjectives = adjective.into_iter().flat_map(|(_, word)| {
            let senses = self.frames.senses(&self.parse.units[word].lower).iter();
            senses.map(|(index, _)| (frame(*index), WordClass::Adjective))
        });
        let frames = verbs.chain(adjectives).filter(|(frame, class)| frame.trigger.class == *class);
        best(frames, |(frame, class), keeps| match (class, adjective) {
            (WordClass::Adjective, Some((at, word))) => {
                self.adjective_frame(Match { word: Some(word), ..Match::of(frame, keeps) }, clause, at)
            }
            _ => self.verb_frame(Match::of(frame, keeps), clause, &sides),
        })
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

    fn adjective_frame(&self, mut found: Match<'a>, clause: &Clause, at: usize) -> Option<Match<'a>> {
        self.subject(&mut found, &clause.subject, false)?;
        let beside = Beside {
            clause: Some(clause),
            object: &[],
            second: &[],
            behind: at + 1,
            phrases: &clause.phrases,
        };
        self.fill(&mut found, &beside)?;
        Some(found)
    }

    fn verb_frame(&self, mut found: Match<'a>, clause: &Clause, sides: &Sides<'_>) -> Option<Match<'a>> {
        self.subject(&mut found, sides.subject, sides.passive)?;
        let Sides { object, second, behind, .. } = *sides;
        let beside = Beside { clause: Some(clause), object, second, behind, phrases: &clause.phrases };
        self.fill(&mut found, &beside)?;
        Some(found)
    }

    /// The subject is what the frame asks for; a passive may leave out who did it.
    fn subject(&self, found: &mut Match<'a>, subject: &[usize], passive: bool) -> Option<()> {
        let (role, what) = &found.frame.subject;
        let open = *what == What::Kind(Kind::Any);
        if subject.is_empty() {
            // "was shaken": nothing says that a quake did it; "was raised": nor that a company did.
            // And what has no object has no passive: "about a dozen marched" leaves nobody out.
            let objects = |e: &Element| matches!(e.part, Part::Object(_) | Part::Particle(_));
            let transitive = found.frame.elements.iter().any(objects);
            let left_out = passive && transitive && matches!(what, What::Kind(kind) if *kind != Kind::Firm);
            return (open || left_out).then_some(());
        }
        let body = || self.slots().is_body(what, subject).then_some(3);
        let points = self.slots().filled(what, subject).or_else(body)?;
        found.score += if open { 0 } else { points - 1 };
        found.keep(*role, subject);
        Some(())
    }

    /// Whether a frame asks for this noun behind this preposition.
    pub(super) fn asks_for(&self, frame: &Frame, preposition: usize, np: usize) -> bool {
        let slots = self.slots();
        frame.elements.iter().any(|element| match &element.part {
            Part::Preposition(words, Filler { role: None, what }) => {
                matches!(what, What::Heads(_))
                    && slots.is_one_of(preposition, words)
                    && slots.filled(what, &[np]).is_some()
            }
            _ => false,
        })
    }

    /// Whether some frame has the head of a noun phrase as its trigger.
    pub(super) fn may_tell(&self, np: &Np) -> bool {
        let noun = &*self.parse.units[np.head].lower;
        // "by *14 votes* to none": ballots counted are no vote.
        let counted =
            noun == "votes" && self.parse.units[np.body.clone()].iter().any(|u| u.pos == Pos::Number);
        // "a *press release*" is a paper.
        let before = np.head.checked_sub(1).filter(|b| *b >= np.body.start);
        let paper = noun == "release"
            && before.is_some_and(|b| matches!(&*self.parse.units[b].lower, "press" | "news" | "media"));
        // "60 percent *of the vote*" is a share.
        let left = |n: usize| np.body.start.checked_sub(n).map_or("", |at| &*self.parse.units[at].lower);
        let share = matches!(noun, "vote" | "votes" | "ballot")
            && left(1) == "of"
            && matches!(left(2), "percent" | "cent" | "pct" | "share" | "proportion" | "percentage");
        !counted && !paper && !share && !self.frames.senses_of_noun(noun).is_empty()
    }

    /// The prepositional phrases of a noun that may tell of an event: "charges for a mutiny against Arroyo" has the
    /// first, since the second goes with the mutiny.
    ///
    /// `tellers` are clauses that only say that it took place ("an agreement *reached* between ...", "was *signed*
    /// with ..."): what stands behind their verbs, stands behind the noun.
    pub(super) fn behind_noun<'c>(
        &self,
        at: usize,
        tellers: impl Iterator<Item = &'c Clause>,
    ) -> Vec<Phrase> {
        let tells = |np: &usize| self.parse.chunks[*np].np().is_some_and(|np| self.may_tell(np));
        let mut phrases = place::trailing(self.parse, at);
        if let Some(inner) = phrases.iter().position(|(_, nps)| nps.iter().any(tells)) {
            let beyond = phrases.split_off(inner + 1);
            phrases.extend(beyond.into_iter().filter(|(p, _)| place::is_locative(self.parse.lower(*p))));
        }
        for (preposition, nps) in tellers.flat_map(|c| &c.phrases) {
            if phrases.iter().all(|(p, _)| p != preposition) {
                phrases.push((*preposition, nps.clone()));
            }
        }
        phrases
    }

    /// The best frame for a noun phrase's head, with the phrases behind it.
    pub(super) fn of_noun(&self, at: usize, phrases: &[Phrase]) -> Option<Match<'a>> {
        let np = self.parse.chunks[at].np()?;
        let senses = self.frames.senses_of_noun(&self.parse.units[np.head].lower);
        best(senses.iter(), |(index, inflection), keeps| {
            let found = Match::of(self.frames.frame(*index as usize), keeps);
            self.noun_frame(found, *inflection, at, phrases)
        })
    }

    fn noun_frame(
        &self,
        mut found: Match<'a>,
        inflection: Inflection,
        at: usize,
        phrases: &[(usize, Vec<usize>)],
    ) -> Option<Match<'a>> {
        let frame = found.frame;
        found.owner = Some(frame.possessor);
        let mut beside = Beside { clause: None, object: &[], second: &[], behind: at + 1, phrases };
        if frame.trigger.class == WordClass::Noun {
            self.fill(&mut found, &beside)?;
            return Some(found);
        }
        // "the toppling of Assad by rebels": a verb's gerund as a noun takes its object behind "of".
        if inflection != Inflection::Gerund {
            return None;
        }
        let behind = |word: &str| phrases.iter().find(|(p, _)| self.parse.lower(*p) == word).map(|(_, n)| n);
        beside.object = behind("of")?;
        found.owner = Some(frame.subject.0);
        // It is a passive in all but form: "by" may be left out, and what has no object has none.
        self.subject(&mut found, behind("by").map_or(&[], Vec::as_slice), true)?;
        self.fill(&mut found, &beside)?;
        Some(found)
    }

    const fn slots(&self) -> Slots<'_, '_, 'a> {
        Slots { parse: self.parse, gazetteer: self.gazetteer }
    }

    /// Fills the frame's slots; none when one that must be filled is not.
    fn fill(&self, found: &mut Match<'a>, beside: &Beside<'_>) -> Option<()> {
        let (frame, slots) = (found.frame, self.slots());
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
                Part::Clause(forms) => {
                    let narrow = matches!(forms[..], [Form::Harm | Form::Menace]);
                    slots.has_clause(forms, beside).then_some(if narrow { 2 } else { 1 })
                }
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
                        if let Some(role) = role {
                            found.keep(*role, at);
                        }
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
                        if let Some(role) = role {
                            found.keep(*role, nps);
                        }
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
/// no event. All are tried, and only the best is tried again to keep its phrases.
fn best<'a, S: Copy>(
    senses: impl Iterator<Item = S>,
    matched: impl Fn(S, bool) -> Option<Match<'a>>,
) -> Option<Match<'a>> {
    let tried = senses.filter_map(|sense| Some((sense, matched(sense, false)?)));
    let (sense, best) =
        tried.max_by(|(_, a), (_, b)| a.score.cmp(&b.score).then_with(|| b.frame.id.cmp(&a.frame.id)))?;
    if best.frame.idle { None } else { matched(sense, true) }
}

/// Who stands on which side of a clause's verb.
struct Sides<'c> {
    passive: bool,
    subject: &'c [usize],
    object: &'c [usize],
    second: &'c [usize],
    /// The chunk after the verb and its objects.
    behind: usize,
}

impl<'c> Sides<'c> {
    /// "was given an ultimatum": who did it stands behind "by", and what stands behind a passive is its second object.
    fn of(parse: &Parse<'_, '_>, clause: &'c Clause) -> Self {
        let passive = parse.is_passive(clause);
        let (subject, object, second) = if passive {
            let by = clause.phrases.iter().find(|(p, _)| parse.lower(*p) == "by");
            let by = by.map_or(&[][..], |(_, nps)| nps.as_slice());
            (by, clause.subject.as_slice(), clause.object.as_slice())
        } else {
            (clause.subject.as_slice(), clause.object.as_slice(), clause.second.as_slice())
        };
        let last = object.iter().chain(second).filter(|n| **n > clause.vg).max();
        Self { passive, subject, object, second, behind: last.map_or(clause.vg, |n| *n) + 1 }
    }
}

/// "tons of *aid*", "a series of *attacks*", "a second round of *talks*": the phrase that stands for the event in its
/// clause.
pub(super) fn measured(parse: &Parse<'_, '_>, np: usize) -> usize {
    const MEASURES: &[&str] = &[
        "ton", "tons", "tonnes", "series", "wave", "round", "rounds", "string", "spate", "package",
        "campaign", "flurry", "number", "day", "days", "week", "weeks", "month", "months", "year", "years",
        "hours", "night", "nights", "session", "sessions", "decades", "bout", "bouts", "couple", "million",
        "billion", "dollars", "act", "acts", "kind", "form", "dozens", "leg", "stage", "stop",
    ];
    let outer = np.checked_sub(2).filter(|_| matches!(parse.lower(np - 1), "of" | "in"));
    let head = |n: usize| parse.head(n).map(|u| &*u.lower);
    outer.filter(|o| head(*o).is_some_and(|h| MEASURES.contains(&h))).unwrap_or(np)
}

/// The noun phrases that stand as subject or object or behind a preposition of a clause.
///
/// "carried *out an attack*", "called *off* the talks": behind a particle stands the verb's object.
pub(super) fn holds(parse: &Parse<'_, '_>, clause: &Clause, np: usize) -> Option<Held> {
    if clause.subject.contains(&np) {
        return Some(Held::Subject);
    }
    if clause.object.contains(&np) {
        return Some(Held::Object);
    }
    let behind = clause.phrases.iter().find(|(_, nps)| nps.contains(&np)).map(|(p, _)| *p)?;
    let particle = behind == clause.vg + 1 && matches!(parse.lower(behind), "out" | "up" | "down" | "off");
    Some(if particle { Held::Object } else { Held::Phrase(behind) })
}

/// The clause a noun phrase, or what measures it, stands in, and as what.
pub(super) fn holder(parse: &Parse<'_, '_>, clauses: &[Clause], np: usize) -> Option<(usize, Held)> {
    holder_of(parse, clauses, measured(parse, np)).or_else(|| holder_of(parse, clauses, np))
}

/// A clause that borrows a phrase as its subject does not hold it.
fn holder_of(parse: &Parse<'_, '_>, clauses: &[Clause], np: usize) -> Option<(usize, Held)> {
    let held = || clauses.iter().enumerate().filter_map(|(i, c)| holds(parse, c, np).map(|h| (i, h)));
    let own = |(i, held): &(usize, Held)| match held {
        Held::Subject => clauses[*i].start <= np && np < clauses[*i].vg,
        Held::Object => np > clauses[*i].vg,
        // "condemned a bombing in which five were killed": the relative clause only takes it up.
        Held::Phrase(_) => clauses[*i].link != Link::Relative || np >= clauses[*i].start,
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
