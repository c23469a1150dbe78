//! Whether what stands beside a trigger is what a slot of its frame asks for.

use crate::event::classes;
use crate::event::frame::{Form, Kind, What};
use crate::event::menace;
use crate::gazetteer::{ActorKind, Gazetteer, NameKind, PlaceKind, Sector, Sense};
use crate::syntax::chunk::{Chunk, Kind as ChunkKind, Modality, Np, VerbForm};
use crate::syntax::clause::{Clause, Parse};
use crate::syntax::inflect::singular;
use crate::syntax::lexicon::{AgentKind, Tags};
use crate::syntax::unit::{Pos, Unit};

/// Judges phrases with these.
pub(super) struct Slots<'p, 'u, 'a> {
    pub(super) parse: &'p Parse<'u, 'a>,
    pub(super) gazetteer: &'a Gazetteer,
}

/// What stands beside a trigger. Indices are of chunks.
pub(super) struct Beside<'s> {
    /// The clause whose verb it is.
    pub(super) clause: Option<&'s Clause>,
    pub(super) object: &'s [usize],
    /// "gave Israel *an ultimatum*"
    pub(super) second: &'s [usize],
    /// The chunk after the trigger and its objects.
    pub(super) behind: usize,
    pub(super) phrases: &'s [(usize, Vec<usize>)],
}

impl<'u> Slots<'_, 'u, '_> {
    /// How well phrases fill a slot; none when they do not. Of phrases joined by "and" one is enough ("photographs and
    /// *intelligence*").
    pub(super) fn filled(&self, what: &What, nps: &[usize]) -> Option<i32> {
        let first = *nps.first()?;
        match what {
            What::Kind(Kind::Any) => Some(1),
            What::Kind(kind) => {
                let holds = |at: usize| self.is_kind(at, *kind);
                // "thousands of *buildings*": what is counted, not the number.
                let number = self.parse.head(first).map(|u| u.pos);
                let counted = self.counted(first);
                if number == Some(Pos::Number) && counted.is_some() {
                    return counted.is_some_and(holds).then_some(2);
                }
                // "US and *British forces*": of two that share a head the first lacks it.
                let held = |at: &usize| holds(*at) && (*at == first || *kind != Kind::Place);
                (nps.iter().any(held) || counted.is_some_and(holds)).then_some(2)
            }
            What::Heads(heads) => {
                let holds =
                    |at: usize| self.parse.chunks[at].np().is_some_and(|np| self.is_headed(np, heads));
                let fills = |at: usize| holds(at) || self.counted(at).is_some_and(holds);
                let filling = nps.iter().find(|at| fills(**at))?;
                // "fired *tear gas*" is told better by that than by "gas".
                Some(if self.is_compound(*filling, heads) { 4 } else { 3 })
            }
        }
    }

    /// "the Knesset", "the UN Security Council": whether a body's name ends in one of these words.
    pub(super) fn is_body(&self, what: &What, nps: &[usize]) -> bool {
        let What::Heads(heads) = what else { return false };
        let head = nps.first().and_then(|at| self.parse.head(*at));
        let senses = head.filter(|u| u.pos == Pos::Name).map_or(&[][..], |u| u.senses);
        let bodies = senses.iter().copied().filter_map(Sense::actor).map(|(id, _)| self.gazetteer.actor(id));
        bodies.filter(|a| a.kind == ActorKind::Body).any(|a| {
            let last = a.name.rsplit(' ').next().unwrap_or(&a.name).to_lowercase();
            let last = singular(&last);
            heads.iter().any(|head| *head == last)
        })
    }

    /// "a series of *bombs*", "dozens of *hostages*": the phrase that a phrase of number or measure counts.
    fn counted(&self, at: usize) -> Option<usize> {
        let np = self.parse.chunks.get(at)?.np()?;
        let head = &self.parse.units[np.head];
        let measures = || classes::has("partitive", &singular(&head.lower));
        let of = self.parse.lower(at + 1) == "of"
            && self.parse.chunks.get(at + 2).is_some_and(|c| c.np().is_some());
        (of && (head.pos == Pos::Number || measures())).then_some(at + 2)
    }

    /// Whether a phrase has one of these heads: "law", or "martial-law" with "martial" before it.
    fn is_headed(&self, np: &Np, heads: &[String]) -> bool {
        let unit = &self.parse.units[np.head];
        // "the Rafah crossing", "the Kerch Bridge": a site's name says at its end what it is.
        let site = unit.senses.iter().copied().find_map(Sense::place).map(|id| self.gazetteer.place(id));
        let site = site.filter(|p| unit.pos == Pos::Name && p.kind == PlaceKind::Site);
        let kind = site.and_then(|p| p.name.rsplit_once(' ')).map(|(_, kind)| kind.to_lowercase());
        // "Foreign Minister Igor Ivanov" is a minister.
        let title = np.head.checked_sub(1).filter(|t| *t >= np.body.start && unit.pos == Pos::Name);
        let title = title.map(|t| &self.parse.units[t]);
        let title =
            title.filter(|u| u.pos == Pos::Noun && u.word.agent.is_some_and(|a| a.kind == AgentKind::Title));
        let kind = kind.or_else(|| title.map(|u| u.lower.rsplit(' ').next().unwrap_or(&u.lower).to_owned()));
        let head = singular(kind.as_deref().unwrap_or(&unit.lower));
        let last = head.as_bytes().last();
        heads.iter().filter(|wanted| wanted.as_bytes().last() == last).any(|wanted| {
            let Some(before) = wanted.strip_suffix(&*head) else { return false };
            before.is_empty()
                || before.strip_suffix('-').is_some_and(|before| {
                    let compound = !head.contains('-') && np.head > np.body.start;
                    compound && is_word(&self.parse.units[np.head - 1], before)
                })
        })
    }

    /// Whether it is a head with a word before it that a phrase has of these.
    fn is_compound(&self, at: usize, heads: &[String]) -> bool {
        let Some(np) = self.parse.chunks[at].np() else { return false };
        let head = singular(&self.parse.units[np.head].lower);
        !heads.iter().any(|h| *h == *head)
            && heads.iter().any(|h| h.contains('-'))
            && self.is_headed(np, heads)
    }

    /// One of these words stands before the noun in its phrase.
    pub(super) fn has_modifier(&self, words: &[String], beside: &Beside<'_>) -> bool {
        let Some(np) = beside.behind.checked_sub(1).and_then(|at| self.parse.chunks[at].np()) else {
            return false;
        };
        let before = &self.parse.units[np.body.start..np.head];
        // "missile-strike" is one word.
        let joined = self.parse.units[np.head].lower.rsplit_once('-').map(|(first, _)| first);
        words.iter().any(|w| joined == Some(w) || before.iter().any(|u| is_word(u, w)))
    }

    /// Whether a chunk is one of these words.
    pub(super) fn is_one_of(&self, chunk: usize, words: &[String]) -> bool {
        let word = self.parse.lower(chunk);
        words.iter().any(|w| w == word)
    }

    /// The particle stands right after the verb, or right after its object.
    pub(super) fn has_particle(&self, words: &[String], beside: &Beside<'_>, object: &[usize]) -> bool {
        let Some(clause) = beside.clause else { return false };
        // "took hundreds of guests *hostage*"
        let counted = object.last().and_then(|o| self.counted(*o)).map(|o| o + 1);
        let places = [Some(clause.vg + 1), object.last().map(|o| o + 1), counted];
        places.into_iter().flatten().any(|at| {
            self.parse.chunks.get(at).is_some_and(|c| c.np().is_none() || c.units.len() == 1)
                && self.is_one_of(at, words)
        })
    }

    /// Whether a that-clause from here on says what someone named in it must do.
    fn obliges(&self, from: usize) -> bool {
        let mut rest = self.parse.chunks[from..].iter();
        let subject = rest.find_map(|c| c.np()).map(|np| &self.parse.units[np.head]);
        let other = subject.is_some_and(|u| u.pos != Pos::Pronoun);
        // "insisted that Iran *stop*": no agreement is due there.
        let name = subject.is_some_and(|u| u.pos == Pos::Name);
        let bare = |c: &Chunk| {
            let verb = &self.parse.units[c.units.start];
            verb.pos == Pos::Base || (name && verb.pos == Pos::Finite && !verb.word.tags.any(Tags::THIRD))
        };
        let must = |c: &Chunk| c.vg().map(|v| v.modality == Some(Modality::Must) || bare(c));
        other && rest.find_map(must).unwrap_or_default()
    }

    /// A verb stands behind a noun phrase, or behind the one that is joined to it: "*it* would", "*Iran and Iraq* must".
    fn acts(&self, at: usize) -> bool {
        let joined = match &self.parse.chunks[at + 1..] {
            [and, other, ..] if matches!(and.kind, ChunkKind::Conjunction) && other.np().is_some() => at + 2,
            _ => at,
        };
        self.parse.chunks.get(joined + 1).is_some_and(|c| c.vg().is_some())
    }

    /// A clause of one of these forms follows, with no more than phrases, dates and adverbs between.
    pub(super) fn has_clause(&self, forms: &[Form], beside: &Beside<'_>) -> bool {
        if let [form @ (Form::Harm | Form::Menace)] = forms {
            return menace::follows(self.parse, beside.behind, *form == Form::Menace);
        }
        // "said *US and British forces* must leave": what reads like an object is the subject of what was said.
        let finite = |c: &Chunk| c.vg().is_some_and(|vg| vg.form == VerbForm::Finite);
        let told = self.parse.chunks.get(beside.behind).is_some_and(finite);
        let subject =
            beside.object.first().filter(|_| told && beside.object.last() == Some(&(beside.behind - 1)));
        let mut at = subject.copied().unwrap_or(beside.behind);
        while let Some(chunk) = self.parse.chunks.get(at) {
            let form = match &chunk.kind {
                ChunkKind::Vg(vg) => match vg.form {
                    VerbForm::Infinitive => Some(Form::Infinitive),
                    VerbForm::Gerund => Some(Form::Gerund),
                    VerbForm::Finite | VerbForm::Participle => return false,
                },
                ChunkKind::That => Some(Form::That),
                // "said *it would* leave"
                ChunkKind::Np(_) if self.acts(at) => Some(Form::That),
                ChunkKind::Np(_) | ChunkKind::Preposition | ChunkKind::Timex(_) | ChunkKind::Adverb => None,
                _ => return false,
            };
            if let Some(form) = form {
                let must = form == Form::That && forms.contains(&Form::Must) && self.obliges(at);
                return must || forms.contains(&form);
            }
            at += 1;
        }
        false
    }

    /// Whether a phrase names something of this kind.
    fn is_kind(&self, at: usize, kind: Kind) -> bool {
        let Some(np) = self.parse.chunks.get(at).and_then(Chunk::np) else { return kind == Kind::Any };
        let head: &Unit<'u> = &self.parse.units[np.head];
        let agent = head.word.agent;
        let actor = head.senses.iter().copied().find_map(Sense::actor);
        let actor = actor.map(|(id, _)| self.gazetteer.actor(id).kind);
        let unknown = head.pos == Pos::Name && head.senses.is_empty();
        // "killing six and wounding others": a bare number of people.
        let pronoun = matches!(head.pos, Pos::Pronoun | Pos::Number) || head.number.is_some();
        match kind {
            Kind::Any => true,
            Kind::Person => {
                agent.is_some_and(|a| a.kind != AgentKind::Group)
                    || actor == Some(ActorKind::Person)
                    || unknown
                    || pronoun
            }
            Kind::Actor => agent.is_some() || actor.is_some() || unknown || pronoun,
            Kind::Group => {
                agent.is_some_and(|a| a.kind == AgentKind::Group)
                    || actor.is_some_and(|a| a != ActorKind::Person)
                    || unknown
                    || matches!(&*head.lower, "it" | "they" | "them" | "we" | "which")
            }
            // "Georgians protested": a people is no state.
            Kind::State if head.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::People))) => {
                false
            }
            Kind::State => {
                agent.is_some_and(|a| a.kind == AgentKind::Group && a.sector == Sector::Gov)
                    || matches!(actor, Some(ActorKind::State | ActorKind::Body))
            }
            Kind::Place => {
                let of_place = |u: &Unit<'_>| u.senses.iter().any(|s| matches!(s, Sense::Place(..)));
                let inside = &self.parse.units[self.parse.chunks[at].units.clone()];
                of_place(head) || inside.iter().any(|u| u.pos == Pos::Name && of_place(u)) || head.word.site
            }
            Kind::Force => {
                agent.is_some_and(|a| {
                    matches!(a.sector, Sector::Mil | Sector::Reb | Sector::Cop | Sector::Uns)
                }) || matches!(actor, Some(ActorKind::Force | ActorKind::ArmedGroup))
            }
            Kind::Firm => {
                let mut actors = head.senses.iter().copied().filter_map(Sense::actor);
                agent.is_some_and(|a| a.sector == Sector::Bus && a.kind == AgentKind::Group)
                    || actors.any(|(id, _)| self.gazetteer.actor(id).kind == ActorKind::Company)
                    || head.firm
            }
            Kind::Thing => agent.is_none() && actor.is_none() && head.pos == Pos::Noun,
        }
    }
}

/// A word as the patterns write it, whether singular or plural.
fn is_word(unit: &Unit<'_>, word: &str) -> bool {
    *unit.lower == *word || (unit.pos == Pos::Noun && singular(&unit.lower) == word)
}
