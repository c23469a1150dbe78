//! Who did it and to whom: what the frame asks for, then what the sentence offers where the frame is silent.

use crate::event::agency::OVERSEES;
use crate::event::aim::gathers;
use crate::event::draft::Draft;
use crate::event::frame::Role;
use crate::event::nouns::is_machine;
use crate::event::scene::Scene;
use crate::event::sense::{Held, holds, measured};
use crate::event::{EventType, Participant, place};
use crate::gazetteer::{Gazetteer, Sector, Sense};
use crate::syntax::chunk::Np;
use crate::syntax::unit::{Pos, Unit};

/// Actors and recipients, each named once.
#[derive(Debug, Clone, Default)]
pub(super) struct Roles {
    pub(super) actors: Vec<Participant>,
    pub(super) recipients: Vec<Participant>,
}

impl Roles {
    pub(super) fn put(&mut self, role: Role, person: &Participant) {
        if [&self.actors, &self.recipients].into_iter().flatten().any(|p| p.name == person.name) {
            return;
        }
        match role {
            Role::Actor => self.actors.push(person.clone()),
            Role::Recipient => self.recipients.push(person.clone()),
            Role::Both if self.actors.is_empty() => self.actors.push(person.clone()),
            Role::Both => self.recipients.push(person.clone()),
            Role::Place | Role::Topic => {}
        }
    }

    pub(super) fn put_all<'p>(&mut self, role: Role, people: impl IntoIterator<Item = &'p Participant>) {
        for person in people {
            self.put(role, person);
        }
    }
}

/// The roles of an event.
pub(super) fn of(scene: &Scene<'_, '_, '_>, draft: &Draft<'_>, gazetteer: &Gazetteer) -> Roles {
    let filling = Filling { scene, draft, gazetteer };
    let mut roles = Roles::default();
    filling.of_frame(&mut roles);
    filling.of_fame(&mut roles);
    filling.of_clause(&mut roles);
    filling.of_forces(&mut roles);
    filling.of_adversaries(&mut roles);
    filling.of_between(&mut roles);
    if roles.recipients.is_empty() {
        filling.of_undergoer(&mut roles);
    }
    if roles.actors.is_empty() {
        filling.of_claim(&mut roles);
    }
    if roles.actors.is_empty() {
        filling.of_agency(&mut roles);
    }
    filling.of_company(&mut roles);
    if roles.recipients.is_empty() {
        filling.of_undergoing(&mut roles);
    }
    if roles.recipients.is_empty() {
        filling.of_object(&mut roles);
    }
    // What is asked for, or turned down, is somebody's: "demanded the withdrawal of Serbian forces from Bosnia".
    let asked = matches!(filling.event(), EventType::Request | EventType::Reject | EventType::Concede);
    if roles.recipients.is_empty() && asked {
        filling.of_things(&mut roles);
    }
    if roles.recipients.is_empty() {
        filling.of_addressee(&mut roles);
    }
    if roles.recipients.is_empty() {
        filling.behind_prepositions(&mut roles);
    }
    if roles.recipients.is_empty() && !asked {
        filling.of_things(&mut roles);
    }
    if roles.recipients.is_empty() {
        filling.of_complement(&mut roles);
    }
    if roles.recipients.is_empty() {
        filling.of_site(&mut roles);
    }
    if roles.actors.is_empty() {
        filling.of_partner(&mut roles);
    }
    if roles.actors.is_empty() {
        filling.of_means(&mut roles);
    }
    if roles.actors.is_empty() {
        filling.of_unnamed(Role::Actor, &mut roles);
    }
    if roles.recipients.is_empty() {
        filling.of_unnamed(Role::Recipient, &mut roles);
    }
    // "sent rescuers to Kobe": they bring the help, and do not get it.
    if draft.found.frame.event == EventType::Aid {
        roles.recipients.retain(|p| p.is_named() || p.sector != Some(Sector::Ngo));
    }
    // "shot down a jet", "fled by helicopter": things that nobody owns.
    roles.recipients.retain(|p| p.is_named() || !is_machine(&p.name));
    // "elected 58 deputies": nobody is named.
    if draft.found.frame.event == EventType::Election {
        roles.recipients.retain(Participant::is_named);
    }
    roles
}

pub(super) struct Filling<'s, 'u, 'a, 'd> {
    pub(super) scene: &'s Scene<'s, 'u, 'a>,
    pub(super) draft: &'s Draft<'d>,
    pub(super) gazetteer: &'s Gazetteer,
}

impl Filling<'_, '_, '_, '_> {
    pub(super) const fn event(&self) -> EventType {
        self.draft.found.frame.event
    }

    /// The chunk of the trigger.
    fn at(&self) -> Option<usize> {
        self.draft.np.or_else(|| self.draft.clause.map(|c| self.scene.clauses[c].vg))
    }

    /// What the frame's slots and the noun's owner say.
    fn of_frame(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let draft = self.draft;
        // "a European tour" goes there; it is not Europe's.
        let destination = draft.np.is_some_and(|np| self.is_tour(np));
        // "the Iraq war" is fought there, the "Israeli war" by Israel.
        let there = self.event() == EventType::Assault && draft.np.is_some_and(|np| self.is_placed(np));
        if let Some(role) = draft.found.owner.filter(|_| !destination) {
            // "Hariri's killing" befell him; "Israel's killing of Hariri" was Israel's.
            let befell = draft.np.is_some_and(|np| is_suffered(self.head(np)))
                && draft.found.roles.iter().all(|(r, _)| *r != Role::Recipient)
                && draft.owners.iter().all(|o| o.is_human(self.gazetteer));
            let role = if there || befell { Role::Recipient } else { role };
            roles.put_all(role, draft.owners.iter().filter(|p| self.may_act(p)));
        }
        if let (true, Some(clause)) = (draft.light, draft.clause.map(|c| &clauses[c])) {
            // "was signed by Armenia and Azerbaijan"
            let by = || parse.behind(clause, "by").copied().collect();
            let who = if parse.is_passive(clause) { by() } else { clause.subject.clone() };
            // "Moscow's planes carried out airstrikes"
            roles.put_all(Role::Actor, who.iter().flat_map(|np| self.parties(*np)));
        }
        for (role, nps) in &draft.found.roles {
            for np in nps {
                // "Iraqi helicopters flew home": what becomes of a state's machines, the state does.
                let sent = |p: &&Participant| matches!(p.sector, Some(Sector::Gov | Sector::Mil));
                let does = self.event() == EventType::Other && cast.of(*np).iter().all(|p| sent(&p));
                roles.put_all(
                    if does && *role == Role::Recipient { Role::Actor } else { *role },
                    cast.of(*np),
                );
            }
            // "complained about Israeli raids": what it is aimed at is somebody's.
            let things = nps.iter().filter(|np| Some(**np) > self.at() && cast.of(**np).is_empty());
            if *role == Role::Recipient {
                for thing in things {
                    roles.put_all(*role, self.whose(*thing, &["of", "by"]));
                }
            }
        }
        // A visit to the Kremlin is paid to the Kremlin: the place named receives where nobody else does.
        if roles.recipients.is_empty() && self.event() == EventType::Consult {
            // "a summit in Bamako" is not held with Mali.
            let paid = |np: &&usize| {
                !np.checked_sub(1).is_some_and(|p| matches!(parse.lower(p), "in" | "at" | "on" | "near"))
            };
            let places = draft.found.roles.iter().filter(|(r, _)| *r == Role::Place);
            roles.put_all(
                Role::Recipient,
                places.flat_map(|(_, nps)| nps.iter().filter(paid)).flat_map(|np| cast.of(*np)),
            );
        }
    }

    /// "a student protest" is theirs; "the prisoner release" is done to them, and "people involved in violence" are
    /// anybody.
    fn may_act(&self, party: &Participant) -> bool {
        party.is_named() || party.sector != Some(Sector::Civ) || self.event() == EventType::Protest
    }

    /// "a European tour", "his Asian trip", but "Putin's tour".
    fn is_tour(&self, np: usize) -> bool {
        let parse = self.scene.parse;
        let Some(phrase) = parse.chunks[np].np() else { return false };
        // "a European visit"
        let continent = || {
            parse.units[phrase.body.clone()].iter().any(|u| {
                matches!(&*u.lower, "european" | "asian" | "african")
                    || u.lower.ends_with("-european")
                    || u.lower.ends_with("-asian")
                    || u.lower.ends_with("-african")
            })
        };
        let tour = match &*parse.units[phrase.head].lower {
            "tour" | "trip" | "tours" | "trips" => true,
            "visit" | "visits" | "swing" => continent(),
            _ => false,
        };
        let owned = |u: &Unit<'_>| u.pos == Pos::Possessive;
        tour && phrase.possessor.is_none() && !parse.units[phrase.body.clone()].iter().any(owned)
    }

    /// "the Iraq war", "the Netanya bombing": a place's name right before the noun.
    fn is_placed(&self, np: usize) -> bool {
        let parse = self.scene.parse;
        let Some(phrase) = parse.chunks[np].np().filter(|p| p.possessor.is_none()) else { return false };
        let before = &parse.units[phrase.body.start..phrase.head];
        before
            .iter()
            .rev()
            .find(|u| !u.senses.is_empty())
            .is_some_and(|u| u.pos == Pos::Name && u.senses.iter().any(|s| matches!(s, Sense::Place(..))))
    }

    /// Forces go into, and attacks strike, the state of the place where they do: "the UN deployed in Sierra Leone",
    /// "a bombing in Netanya"; unless that is the actor's own.
    fn of_site(&self, roles: &mut Roles) {
        let Scene { parse, .. } = *self.scene;
        let fits = matches!(
            self.event(),
            EventType::Mobilize
                | EventType::Retreat
                | EventType::Assault
                | EventType::Aid
                | EventType::Coerce
                | EventType::Sanction
                | EventType::Concede
        );
        if !fits {
            return;
        }
        let Some(at) = self.at() else { return };
        let site = |p: usize| {
            matches!(
                parse.lower(p),
                "in" | "into" | "to" | "from" | "at" | "near" | "outside" | "on" | "across"
            )
        };
        let sites = place::own(parse, self.scene.phrases(self.draft), at);
        let sites = sites.filter(|(p, _)| site(*p)).flat_map(|(_, nps)| nps);
        // "Damascus fell", "entered the town"
        let places = self.draft.found.roles.iter().filter(|(role, _)| *role == Role::Place);
        let mut sites = sites.chain(places.flat_map(|(_, nps)| nps));
        let Some(state) = sites.find_map(|np| self.state_of(*np)) else { return };
        // A state's own measures at home are taken against its people.
        let home = self.strikes() || self.event() == EventType::Concede;
        let own = !home && roles.actors.iter().any(|a| a.country == state.country);
        let shared = !matches!(self.event(), EventType::Assault) && roles.actors.is_empty();
        if !own && !shared {
            roles.put(Role::Recipient, &state);
        }
    }

    /// "favours dialogue with Damascus", "opposed to talks with Syria": the subject is the other side.
    fn of_partner(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let mutual = matches!(self.event(), EventType::Consult | EventType::Agree | EventType::Cooperate);
        let Some(np) = self.draft.np.filter(|_| mutual && roles.recipients.len() == 1) else { return };
        if parse.lower(np + 1) != "with" {
            return;
        }
        let Some(clause) = self.draft.clause.map(|c| &clauses[c]) else { return };
        let other = roles.recipients[0].clone();
        let theirs = |p: &&Participant| p.name != other.name && p.acts_for.as_ref() != Some(&other.name);
        // "was given an audience with the pope"
        let given = parse.verb(clause).is_some_and(|v| matches!(&*v.lower, "given" | "granted" | "offered"));
        if !clause.subject.contains(&np) && (given || !parse.is_passive(clause)) {
            let subject: Vec<&Participant> = cast.all(&clause.subject).filter(theirs).collect();
            roles.put_all(Role::Actor, subject);
        }
    }

    /// "The UN troops were withdrawn": whose they are, who moves them.
    fn of_forces(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let moves = matches!(self.event(), EventType::Mobilize | EventType::Retreat);
        let Some(clause) = self.draft.clause.map(|c| &clauses[c]).filter(|c| parse.is_passive(c)) else {
            return;
        };
        if moves && self.draft.np.is_none() && roles.actors.is_empty() {
            roles.put_all(Role::Actor, cast.all(&clause.subject));
        }
    }

    /// Whether an event of this type is done to whoever stands as its object.
    pub(super) const fn strikes(&self) -> bool {
        matches!(self.event(), EventType::Assault | EventType::Coerce | EventType::Sanction)
    }

    /// A noun without a doer takes the subject of the clause it stands in: "offered *help*", "met during *talks* in
    /// Abidjan"; not what the subject only speaks of, as in "condemned the *attack*".
    fn of_clause(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let (Some(np), Some(clause)) = (self.draft.np, self.draft.clause.map(|c| &clauses[c])) else {
            return;
        };
        if !roles.actors.is_empty() || self.draft.found.owner != Some(Role::Actor) {
            return;
        }
        let Some(verb) = parse.verb(clause) else { return };
        let passive = parse.is_passive(clause);
        let effect = verb.word.effect;
        let taken_up = match holds(parse, clause, measured(parse, np)) {
            Some(Held::Object) => {
                effect.light || effect.plans || effect.aspectual || effect.gives || verb.has_stem(OVERSEES)
            }
            Some(Held::Phrase(p)) if gathers(verb, parse.lower(p)) => true,
            // "in defiance of Washington"
            Some(Held::Phrase(p)) if self.event().is_said() || self.event() == EventType::Protest => {
                parse.lower(p) == "in" && np == p + 1
            }
            Some(Held::Phrase(p)) => {
                self.event() == EventType::Consult
                    && matches!(
                        parse.lower(p),
                        "in" | "at" | "during" | "after" | "before" | "for" | "following" | "on"
                    )
            }
            Some(Held::Subject) | None => false,
        };
        // "helicopters were sent in defiance of Washington"
        let defied = matches!(self.event(), EventType::Reject | EventType::Protest);
        if taken_up && (!passive || defied) {
            roles.put_all(Role::Actor, cast.all(&clause.subject).filter(|p| self.may_act(p)));
        }
    }

    /// "the UN report accused Syria", "a resolution by the council condemns": whose words or means they are.
    fn of_means(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(clause) = self.draft.verb_clause().map(|c| &clauses[c]) else { return };
        if matches!(self.event(), EventType::Death | EventType::Disaster) {
            return;
        }
        // "were killed by members of the guard"
        let by: Vec<usize> = parse.behind(clause, "by").copied().collect();
        let means = if parse.is_passive(clause) { &by } else { &clause.subject };
        for thing in means.iter().filter(|n| cast.of(**n).is_empty()) {
            let owners = self.scene.owners_of(*thing);
            let behind = matches!(parse.lower(thing + 1), "of" | "by" | "from").then_some(thing + 2);
            match behind.filter(|_| owners.is_empty()) {
                Some(whose) => {
                    roles.put_all(Role::Actor, cast.all(&place::joined(parse, whose, false)));
                }
                None => roles.put_all(Role::Actor, owners),
            }
        }
    }

    /// The state whose place a noun phrase names; a border is no one's: "on the Thai border".
    pub(super) fn state_of(&self, np: usize) -> Option<Participant> {
        let Scene { parse, text, .. } = *self.scene;
        let phrase: &Np = parse.chunks.get(np)?.np()?;
        if self.is_border(np) {
            return None;
        }
        let place = place::named(text, parse.units, phrase.body.clone(), self.gazetteer)?;
        let state = self.gazetteer.actor_by_code(place.country.as_deref()?)?;
        // Before there was such a state, there was its people: "withdrew from Gaza" in 2005.
        let entry = self.gazetteer.actor(state);
        let people = self.gazetteer.people_of(entry).filter(|_| !entry.existed_on(self.scene.on));
        let state = people.unwrap_or(state);
        Some(Participant::of(self.gazetteer, state, self.scene.on, place.span))
    }
}

/// What befalls the person whose it is said to be.
pub(super) fn is_suffered(noun: &str) -> bool {
    matches!(
        noun,
        "killing"
            | "murder"
            | "assassination"
            | "slaying"
            | "beheading"
            | "lynching"
            | "abduction"
            | "kidnapping"
            | "arrest"
            | "detention"
            | "imprisonment"
            | "capture"
            | "torture"
            | "execution"
            | "poisoning"
            | "shooting"
            | "deportation"
            | "extradition"
            | "expulsion"
    )
}
