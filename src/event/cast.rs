//! Who every noun phrase of a sentence names.

use std::ops::Range;

use chrono::NaiveDate;

use crate::event::discourse::{Discourse, Referent, ReferentKind};
use crate::event::phrase::{Phrase, Phrases};
use crate::event::{Knowledge, Participant, author, place};
use crate::gazetteer::{ActorId, ActorKind, NameKind, PlaceId, Sector, Sense};
use crate::syntax::chunk::{Kind, Np};
use crate::syntax::clause::{Clause, Link, Parse, Tree};
use crate::syntax::lexicon::{AgentKind, Tags};
use crate::syntax::unit::{Pos, Unit};
use crate::text::Class;

/// The participants that each chunk of a sentence names; most name nobody, some several.
#[derive(Debug, Clone, Default)]
pub(super) struct Cast(Vec<Vec<Participant>>);

impl Cast {
    /// Those of one chunk.
    pub(super) fn of(&self, chunk: usize) -> &[Participant] {
        self.0.get(chunk).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_mut(&mut self, chunk: usize) -> &mut [Participant] {
        self.0.get_mut(chunk).map_or(&mut [], Vec::as_mut_slice)
    }

    /// Forgets whom a chunk was thought to name.
    pub(super) fn clear(&mut self, chunk: usize) {
        if let Some(named) = self.0.get_mut(chunk) {
            named.clear();
        }
    }

    /// Those of several, in their order.
    pub(super) fn all<'c>(&'c self, chunks: &'c [usize]) -> impl Iterator<Item = &'c Participant> {
        chunks.iter().flat_map(|c| self.of(*c))
    }
}

/// What the names of an article are read with.
#[derive(Clone, Copy)]
pub(super) struct Casting<'d, 'k> {
    pub(super) text: &'d str,
    pub(super) with: &'d Knowledge<'k>,
    /// The article's day.
    pub(super) on: NaiveDate,
    /// The state the article is about, if it is about one.
    pub(super) home: Option<ActorId>,
    /// The parts of states that the article is about, one of a state.
    pub(super) lands: &'d [PlaceId],
    /// That part of its state as an actor of its own: Chechnya, Catalonia.
    pub(super) region: Option<ActorId>,
}

impl<'d, 'k> Casting<'d, 'k> {
    /// The grammar of noun phrases over one sentence, as the discourse stands.
    pub(super) fn phrases<'p, 'u>(
        &self,
        parse: &Parse<'p, 'u>,
        discourse: &'p Discourse<'k>,
    ) -> Phrases<'p, 'u, 'k>
    where
        'd: 'p,
    {
        Phrases {
            text: self.text,
            units: parse.units,
            gazetteer: self.with.gazetteer,
            lexicon: self.with.lexicon,
            discourse,
            on: self.on,
            home: self.home,
            region: self.region,
        }
    }

    /// The part of a state that the article is about.
    pub(super) fn land(&self, state: ActorId) -> Option<PlaceId> {
        let gazetteer = self.with.gazetteer;
        let code = gazetteer.country_of(gazetteer.actor(state))?;
        self.lands.iter().copied().find(|id| gazetteer.place(*id).country.as_deref() == Some(code))
    }

    /// Names everyone in a sentence, in text order, and leaves in `discourse` whom later words point back to.
    pub(super) fn read(&self, parse: &Parse<'_, '_>, tree: &Tree, discourse: &mut Discourse<'k>) -> Cast {
        let mut cast = Cast(vec![Vec::new(); parse.chunks.len()]);
        let mut late = Vec::new();
        for at in 0..parse.chunks.len() {
            let Some(phrase) = self.phrase(parse, at).filter(|_| !is_part(parse, at)) else { continue };
            // "its *mission* to destroy it" is an aim, and nobody.
            let aim = |c: &Clause| c.of_noun == Some(at) && c.link == Link::Complement;
            if parse.units[phrase.body.end - 1].lower == "mission" && tree.clauses.iter().any(aim) {
                continue;
            }
            if is_first_person(parse, &phrase) {
                late.push((at, phrase));
                continue;
            }
            // "al-Assad and his wife": he is the one named first.
            if parse.units[phrase.body.start].pos == Pos::Possessive
                && let Some(first) =
                    at.checked_sub(2).filter(|_| matches!(parse.chunks[at - 1].kind, Kind::Conjunction))
            {
                discourse.promote(cast.of(first));
            }
            let found = match pronoun(parse, &phrase) {
                // "attacked it": not what the subject is.
                Some(word) => {
                    let subject = subject_over(tree, at).map(|c| c.subject.as_slice()).unwrap_or_default();
                    let but: Vec<Participant> = cast.all(subject).cloned().collect();
                    discourse.pronoun_but(&word.lower, word.span, &but)
                }
                None => self.phrases(parse, discourse).read(&phrase),
            };
            let Some(mut found) = found else { continue };
            self.settle(parse, at, &mut found.who);
            // "doctors from two French charities": theirs.
            if let Some(sender) = at.checked_sub(2).filter(|_| parse.lower(at - 1) == "from") {
                let owner =
                    found.who.first().filter(|o| o.country.is_some() && !is_located(parse, at)).cloned();
                for party in cast.of_mut(sender) {
                    if let Some(owner) = owner.as_ref().filter(|_| party.is_sideless()) {
                        self.phrases(parse, discourse).serve(party, owner, party.sector);
                    }
                }
            }
            if !is_located(parse, at) {
                discourse.remember(&found);
            }
            cast.0[at] = found.who;
            // The subject of a clause is who its pronouns mean: "said Arroyo met them on *her* return".
            let subject = |c: &Clause| c.subject.first() == Some(&at) && c.start <= at && at < c.vg;
            // "Mandela, whom Botha kept in prison despite pressure to free *him*": what the sentence opens with.
            let opens = parse.chunks[..at].iter().all(|c| c.np().is_none() && c.vg().is_none());
            if opens || tree.clauses.iter().any(subject) {
                discourse.promote(cast.of(at));
            }
            // "Mbeki and Obasanjo ... rejected *their* candidates": the two of them.
            let all = |c: &&Clause| c.subject.len() > 1 && c.subject.last() == Some(&at) && at < c.vg;
            if let Some(clause) = tree.clauses.iter().find(all) {
                let who: Vec<Participant> = cast.all(&clause.subject).cloned().collect();
                if who.len() > 1 {
                    discourse.remember(&Referent::many(who.clone(), ReferentKind::Plural));
                    discourse.promote(&who);
                }
            }
        }
        // "Shalom is the first Israeli minister to visit Tunisia": he is that minister.
        let identities: Vec<(usize, usize)> =
            tree.clauses.iter().filter_map(|c| identity(parse, c)).collect();
        let pairs = tree.appositions.iter().chain(&identities).copied();
        appositions(parse, pairs, discourse, &mut cast);
        for (name, description) in identities {
            if let [one] = cast.of(name) {
                cast.0[description] = vec![one.clone()];
            }
        }
        for clause in &tree.clauses {
            let speaks = parse.verb(clause).is_some_and(|u| u.word.effect.reports);
            if let Some(speaker) = clause.subject.first().and_then(|s| cast.of(*s).first()).filter(|_| speaks)
            {
                discourse.gives_the_floor(speaker);
            }
        }
        attribute(parse, tree, discourse, &mut cast);
        include(parse, &mut cast);
        for (at, phrase) in late {
            if let Some(found) = self.phrases(parse, discourse).read(&phrase) {
                cast.0[at] = found.who;
            }
        }
        for clause in tree.clauses.iter().filter(|c| c.link == Link::Main) {
            for subject in &clause.subject {
                discourse.promote(cast.of(*subject));
            }
        }
        author::note(parse, tree, &cast, discourse);
        cast
    }

    /// "rebels in the Ivory Coast", "the Albanians of southern Serbia": of no known side, they are of the place that
    /// follows.
    fn settle(&self, parse: &Parse<'_, '_>, at: usize, who: &mut [Participant]) {
        if !matches!(parse.lower(at + 1), "in" | "of" | "from") {
            return;
        }
        let Some(np) = parse.chunks.get(at + 2).and_then(|c| c.np()) else { return };
        let place = place::named(self.text, parse.units, np.body.clone(), self.with.gazetteer);
        let Some(country) = place.and_then(|p| p.country) else { return };
        // "the Hungarians of Serbia" are not their kin's state.
        let Some(unit) = parse.head(at) else { return };
        let people = unit.senses.iter().any(|s| matches!(s, Sense::Actor(_, NameKind::People)));
        for party in who {
            if people && parse.lower(at + 1) == "of" && party.country.as_ref() != Some(&country) {
                *party = Participant::unknown(unit.span.text(self.text), party.span);
                party.sector = Some(Sector::Civ);
            }
            party.settle_in(&country);
        }
    }

    /// A noun phrase with what follows it behind "of".
    fn phrase(&self, parse: &Parse<'_, '_>, at: usize) -> Option<Phrase> {
        let np = parse.chunks[at].np()?;
        let preposition = parse.lower(at + 1);
        // "the spokesman for the ministry"
        let speaks = preposition == "for" && parse.units[np.head].lower.starts_with("spokes");
        let of = if preposition == "of" || speaks { self.owners_behind(parse, at + 2) } else { Vec::new() };
        Some(Phrase { possessor: parse.possessor(at), body: np.body.clone(), of })
    }

    /// The noun phrases behind "of": the first, and those joined to it that are states or bodies like it ("of Greece
    /// and Cyprus", but not "of Egypt and Erdogan").
    fn owners_behind(&self, parse: &Parse<'_, '_>, first: usize) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = first;
        while let Some(chunk) = parse.chunks.get(at).filter(|c| c.np().is_some()) {
            if at > first && !self.is_collective(parse, at) {
                break;
            }
            found.push(chunk.units.clone());
            let joined = parse.chunks.get(at + 1).map(|c| &c.kind);
            if !(self.is_collective(parse, at) && matches!(joined, Some(Kind::Conjunction | Kind::Comma))) {
                break;
            }
            at += 2;
        }
        found
    }

    fn is_collective(&self, parse: &Parse<'_, '_>, at: usize) -> bool {
        let Some(np) = parse.chunks[at].np() else { return false };
        // "the leaders of the Fatah and *Hamas movements*"
        let group = parse.units[np.head].word.agent.is_some_and(|a| a.kind == AgentKind::Group);
        let named = np.head.checked_sub(1).filter(|n| group && *n >= np.body.start);
        let named = named.filter(|n| parse.units[*n].pos == Pos::Name).unwrap_or(np.head);
        parse.units[named].senses.iter().any(|s| match s {
            Sense::Actor(id, _) => self.with.gazetteer.actor(*id).kind != ActorKind::Person,
            Sense::Place(..) => false,
        })
    }
}

/// "Peskov, the Kremlin spokesman", "the army chief, General Burhan": one is what the other says.
fn appositions(
    parse: &Parse<'_, '_>,
    pairs: impl Iterator<Item = (usize, usize)>,
    discourse: &mut Discourse<'_>,
    cast: &mut Cast,
) {
    // Whom those who belong to somebody act for.
    let cause = |p: &Participant| p.acts_for.clone().or_else(|| p.code.is_some().then(|| p.name.clone()));
    for (name, description) in pairs {
        // "the Vatican head of government, Parolin": he is the head.
        let over = name.checked_sub(2).filter(|n| parse.lower(n + 1) == "of" && cast.of(name).is_empty());
        let name = over.filter(|n| is_office(parse, *n) && !cast.of(*n).is_empty()).unwrap_or(name);
        let (a, b) = (cast.of(name), cast.of(description));
        let said = match (a, b) {
            // "Its commander, Ahmed al-Sharaa,": whoever we thought that was, the article names him.
            ([_], [other])
                if other.code.is_some() && is_described(parse, name) && !is_described(parse, description) =>
            {
                vec![other.clone()]
            }
            ([], [_, ..]) => b.to_vec(),
            ([one], [other]) if one.code.is_none() && other.code.is_some() && is_described(parse, name) => {
                vec![other.clone()]
            }
            // The same where what is described speaks for a body: "the Vatican head of government, Parolin".
            ([one], [other])
                if over.is_some()
                    && one.code.is_some()
                    && one.code != other.code
                    && is_office(parse, name) =>
            {
                vec![Participant { acts_for: other.acts_for.clone().or_else(|| cause(one)), ..other.clone() }]
            }
            // "The Hamas spokesman, Fawzi Barhoom": he, who acts for them.
            ([one], [other])
                if other.code.is_none()
                    && other.acts_for.is_none()
                    && is_described(parse, name)
                    && !is_described(parse, description) =>
            {
                let (acts_for, country) = (cause(one), one.country.clone());
                vec![Participant { acts_for, country, sector: one.sector, ..other.clone() }]
            }
            ([one], [other]) if one.acts_for.is_none() && one.code.is_none() => match cause(other) {
                Some(owner) => {
                    let (country, sector) = (other.country.clone(), one.sector.or(other.sector));
                    vec![Participant { acts_for: Some(owner), country, sector, ..one.clone() }]
                }
                None => vec![one.clone()],
            },
            _ => continue,
        };
        cast.0[name] = said;
        discourse.update(cast.of(name));
    }
}

/// The subject of "is" or "was" and the description of a person behind it.
fn identity(parse: &Parse<'_, '_>, clause: &Clause) -> Option<(usize, usize)> {
    let vg = parse.vg(clause).filter(|v| !v.negated && v.modality.is_none())?;
    let (&[subject], &[predicate]) = (clause.subject.as_slice(), clause.object.as_slice()) else {
        return None;
    };
    let person = parse.head(predicate)?.word.agent.is_some_and(|a| a.kind != AgentKind::Group);
    let named = parse.head(subject)?.pos == Pos::Name;
    (parse.units[vg.head].class.any(Class::BE) && person && named).then_some((subject, predicate))
}

/// "seized most of *it*": of a thing or a place, not of anybody.
fn is_part(parse: &Parse<'_, '_>, at: usize) -> bool {
    let quantity = || {
        let head = at.checked_sub(2).and_then(|q| parse.head(q));
        head.is_some_and(|u| u.pos == Pos::Number || matches!(&*u.lower, "part" | "parts" | "half" | "rest"))
    };
    parse.lower(at) == "it" && at > 0 && parse.lower(at - 1) == "of" && quantity()
}

/// "we", "our": whoever speaks, which the end of the sentence may tell.
fn is_first_person(parse: &Parse<'_, '_>, phrase: &Phrase) -> bool {
    let word = &parse.units[phrase.body.start].lower;
    matches!(&**word, "we" | "our" | "us" | "i" | "my" | "me")
}

/// A phrase that is a pronoun of the third person, and as an object means another than the subject.
fn pronoun<'p, 'u>(parse: &Parse<'p, 'u>, phrase: &Phrase) -> Option<&'p Unit<'u>> {
    let word = &parse.units[phrase.body.start];
    let alone = phrase.body.len() == 1 && phrase.possessor.is_none();
    (alone && matches!(&*word.lower, "him" | "it" | "them" | "her")).then_some(word)
}

/// The clause that has a phrase as its object, or behind a preposition that says to whom.
fn subject_over(tree: &Tree, at: usize) -> Option<&Clause> {
    tree.clauses.iter().find(|c| {
        let behind = || c.phrases.iter().any(|(_, nps)| nps.contains(&at));
        c.vg < at && (c.object.contains(&at) || c.second.contains(&at) || behind())
    })
}

/// A place behind a preposition that says where: "in Moscow" names nobody.
fn is_located(parse: &Parse<'_, '_>, at: usize) -> bool {
    let behind = at.checked_sub(1).is_some_and(|p| {
        matches!(parse.chunks[p].kind, Kind::Preposition)
            && matches!(
                parse.lower(p),
                "in" | "at"
                    | "near"
                    | "outside"
                    | "inside"
                    | "across"
                    | "around"
                    | "within"
                    | "throughout"
                    | "from"
                    | "to"
            )
    });
    let place = |np: &Np| parse.units[np.head].senses.iter().any(|s| matches!(s, Sense::Place(..)));
    behind && parse.chunks[at].np().is_some_and(place)
}

/// "A senior Hamas official said ... Osama Haddad told reporters": a report's opening keeps back the name of whoever
/// speaks, and the next to speak, of whom nothing else is said, is he.
fn attribute(parse: &Parse<'_, '_>, tree: &Tree, discourse: &mut Discourse<'_>, cast: &mut Cast) {
    let mut kept = None;
    for clause in &tree.clauses {
        let speaks = parse.verb(clause).is_some_and(|u| u.word.effect.reports) && !parse.is_passive(clause);
        let &[subject] = clause.subject.as_slice() else { continue };
        let [one] = cast.of(subject) else { continue };
        if !speaks {
            continue;
        }
        let full = one.name.split(' ').count() > 1 && one.name.starts_with(char::is_uppercase);
        if one.code.is_none() && one.acts_for.is_none() && full {
            if let Some(side) = discourse.nameless() {
                let (acts_for, country) = (side.acts_for.or(Some(side.name)), side.country);
                let sector = one.sector.or(side.sector);
                cast.0[subject] = vec![Participant { acts_for, country, sector, ..one.clone() }];
                discourse.update(cast.of(subject));
            }
        } else if is_office(parse, subject)
            && is_indefinite(parse, subject)
            && discourse.entry(one).is_none_or(|e| e.kind != ActorKind::Person)
        {
            kept = Some(one.clone()).filter(|p| p.code.is_some() || p.acts_for.is_some());
        } else {
            // Someone else has the floor now.
            discourse.keep_nameless(None);
        }
    }
    if kept.is_some() {
        discourse.keep_nameless(kept);
    }
}

/// "several states, including Chad and Niger", "observers from groups including the OSCE": of a number that is not
/// named, those who are.
fn include(parse: &Parse<'_, '_>, cast: &mut Cast) {
    for at in 1..parse.chunks.len() {
        if parse.lower(at) != "including" {
            continue;
        }
        let comma = matches!(parse.chunks[at - 1].kind, Kind::Comma);
        let Some(whole) = at.checked_sub(if comma { 2 } else { 1 }) else { continue };
        let members: Vec<Participant> = place::joined(parse, at + 1, true)
            .into_iter()
            .flat_map(|np| cast.of(np).to_vec())
            .filter(Participant::is_named)
            .collect();
        let from = whole.checked_sub(2).filter(|_| parse.lower(whole - 1) == "from");
        for np in from.into_iter().chain([whole]) {
            let plural = parse.head(np).is_some_and(|u| u.word.tags.any(Tags::PLURAL));
            if plural && cast.of(np).iter().all(Participant::is_sideless) {
                cast.0[np].extend(members.iter().cloned());
            }
        }
    }
}

/// "a senior official", "one diplomat"
fn is_indefinite(parse: &Parse<'_, '_>, at: usize) -> bool {
    let np = parse.chunks[at].np();
    np.is_some_and(|p| {
        p.possessor.is_none() && matches!(&*parse.units[p.body.start].lower, "a" | "an" | "one")
    })
}

/// Whether a noun phrase is headed by the title of an office.
fn is_office(parse: &Parse<'_, '_>, at: usize) -> bool {
    parse.head(at).and_then(|u| u.word.agent).is_some_and(|a| a.kind != AgentKind::Group)
}

/// Whether a noun phrase describes and does not name.
fn is_described(parse: &Parse<'_, '_>, at: usize) -> bool {
    parse.head(at).is_some_and(|u| u.pos != Pos::Name)
}
