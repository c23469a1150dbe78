//! Who did it and to whom: what the frame asks for, then what the sentence offers where the frame is silent.

use crate::event::aimed::takes_part;
use crate::event::draft::Draft;
use crate::event::frame::Role;
use crate::event::scene::Scene;
use crate::event::sense::{Held, holds, measured};
use crate::event::{EventType, Participant, place};
use crate::gazetteer::{Gazetteer, Sector, Sense};
use crate::syntax::chunk::{Np, VerbForm};
use crate::syntax::clause::{Clause, Link};
use crate::syntax::unit::{Pos, Unit};

/// Actors and recipients, each named once.
#[derive(Debug, Clone, Default)]
pub(super) struct Roles {
    pub(super) actors: Vec<Participant>,
    pub(super) recipients: Vec<Participant>,
}

impl Roles {
    fn put(&mut self, role: Role, person: &Participant) {
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
    filling.of_clause(&mut roles);
    filling.of_forces(&mut roles);
    filling.of_adversaries(&mut roles);
    if roles.recipients.is_empty() {
        filling.of_undergoer(&mut roles);
    }
    if roles.actors.is_empty() {
        filling.of_claim(&mut roles);
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
    if roles.recipients.is_empty() {
        filling.of_addressee(&mut roles);
    }
    if roles.actors.is_empty() {
        filling.of_partner(&mut roles);
    }
    if roles.actors.is_empty() {
        filling.of_means(&mut roles);
    }
    // "elected 58 deputies": nobody is named.
    if draft.found.frame.event == EventType::Election {
        roles.recipients.retain(Participant::is_named);
    }
    roles
}

pub(super) struct Filling<'s, 'u, 'a, 'd> {
    pub(super) scene: &'s Scene<'s, 'u, 'a>,
    pub(super) draft: &'s Draft<'d>,
    gazetteer: &'s Gazetteer,
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
            let role = if there { Role::Recipient } else { role };
            roles.put_all(role, draft.owners.iter().filter(|p| self.may_act(p)));
        }
        if let (true, Some(clause)) = (draft.light, draft.clause.map(|c| &clauses[c]))
            && !parse.is_passive(clause)
        {
            roles.put_all(Role::Actor, cast.all(&clause.subject));
        }
        for (role, nps) in &draft.found.roles {
            roles.put_all(*role, cast.all(nps));
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
        let tour = matches!(&*parse.units[phrase.head].lower, "tour" | "trip" | "tours" | "trips");
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

    /// "Hamas claimed responsibility for the attack", "blamed the attack on Hamas": who says, or is said, to have done
    /// it.
    fn of_claim(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let (Some(np), EventType::Assault | EventType::Coerce) = (self.draft.np, self.event()) else {
            return;
        };
        let lower = |n: &usize| parse.chunks[*n].np().map(|p| &*parse.units[p.head].lower);
        let answers = |nps: &[usize]| nps.iter().filter_map(lower).any(|w| w == "responsibility");
        for clause in clauses {
            let Some(verb) = parse.verb(clause) else { continue };
            let passive = parse.is_passive(clause);
            let held = np.checked_sub(2).filter(|_| parse.lower(np - 1) == "for").is_some_and(|n| {
                answers(&[n]) && (clause.object.contains(&n) || (passive && clause.subject.contains(&n)))
            });
            let claims =
                matches!(&*verb.lower, "claimed" | "claim" | "claims" | "took" | "accepted" | "claiming");
            let blames = matches!(&*verb.lower, "blamed" | "blame" | "blames" | "blaming");
            let behind =
                |word: &'static str| clause.phrases.iter().filter(move |(p, _)| parse.lower(*p) == word);
            if held && claims && passive {
                roles.put_all(Role::Actor, behind("by").flat_map(|(_, nps)| cast.all(nps)));
            } else if held && claims {
                roles.put_all(Role::Actor, cast.all(&clause.subject));
            } else if blames && clause.object.contains(&np) {
                roles.put_all(Role::Actor, behind("on").flat_map(|(_, nps)| cast.all(nps)));
            } else if blames && behind("for").any(|(_, nps)| nps.contains(&np)) {
                let whom = if passive { &clause.subject } else { &clause.object };
                roles.put_all(Role::Actor, cast.all(whom));
            }
        }
    }

    /// "fighting broke out, pitting the army against rebels": both sides.
    fn of_adversaries(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(own) = self.draft.clause.filter(|_| roles.actors.is_empty()) else { return };
        let pits = |c: &&Clause| {
            c.governor == Some(own) && parse.verb(c).is_some_and(|v| v.lower.starts_with("pit"))
        };
        for clause in clauses.iter().filter(pits) {
            roles.put_all(Role::Actor, cast.all(&clause.object));
            let against = clause.phrases.iter().filter(|(p, _)| parse.lower(*p) == "against");
            roles.put_all(Role::Recipient, against.flat_map(|(_, nps)| cast.all(nps)));
        }
    }

    /// "Iran faces sanctions", "she survived a vote", "he came under pressure": the subject undergoes the noun.
    fn of_undergoer(&self, roles: &mut Roles) {
        const UNDERGO: &[&str] = &[
            "fac", "surviv", "suffer", "endur", "undergo", "underw", "escap", "await", "draw", "drew",
            "provok", "attract", "incur", "evad", "dodg",
        ];
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let (Some(np), Some(clause)) = (self.draft.np, self.draft.clause.map(|c| &clauses[c])) else {
            return;
        };
        let Some(verb) = parse.verb(clause).filter(|_| !parse.is_passive(clause)) else { return };
        let undergoes = match holds(clause, measured(parse, np)) {
            Some(Held::Object) => UNDERGO.iter().any(|stem| verb.lower.starts_with(stem)),
            Some(Held::Phrase(p)) => parse.lower(p) == "under",
            _ => false,
        };
        if undergoes {
            roles.put_all(Role::Recipient, cast.all(&clause.subject));
        }
    }

    /// Who stands as the verb's object, though the frame asks for a thing there or for nothing.
    fn of_object(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        // Forces that are sent are no recipients, nor are those who are met.
        let own = matches!(
            self.event(),
            EventType::Consult | EventType::Mobilize | EventType::Retreat | EventType::Other
        );
        if self.draft.np.is_some() || own {
            return;
        }
        let Some(clause) = self.draft.clause.map(|c| &clauses[c]) else { return };
        let object = if parse.is_passive(clause) { &clause.subject } else { &clause.object };
        // "destroy the bridge" does something to a thing; "destroy Israel", to whom it names.
        let topic = !self.strikes()
            && self.draft.found.roles.iter().any(|(r, nps)| *r != Role::Recipient && nps == object);
        if !topic {
            roles.put_all(Role::Recipient, cast.all(object));
        }
    }

    /// Whether an event of this type is done to whoever stands as its object.
    const fn strikes(&self) -> bool {
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
        let taken_up = match holds(clause, measured(parse, np)) {
            Some(Held::Object) => effect.light || effect.plans || effect.aspectual || effect.gives,
            // "engaged in peace talks", "turned out for a rally"
            Some(Held::Phrase(p)) if takes_part(&verb.lower, parse.lower(p)) => true,
            // "in defiance of Washington"
            Some(Held::Phrase(p)) if self.event().is_said() || self.event() == EventType::Protest => {
                parse.lower(p) == "in" && np == p + 1
            }
            Some(Held::Phrase(p)) => {
                self.event() == EventType::Consult
                    && matches!(
                        parse.lower(p),
                        "in" | "at" | "during" | "after" | "before" | "for" | "following"
                    )
            }
            Some(Held::Subject) | None => false,
        };
        // "helicopters were sent in defiance of Washington", "were engaged in a siege"
        let defied = matches!(self.event(), EventType::Reject | EventType::Protest);
        let engaged = matches!(&*verb.lower, "engaged" | "involved" | "locked" | "embroiled");
        if taken_up && (!passive || defied || engaged) {
            roles.put_all(Role::Actor, cast.all(&clause.subject).filter(|p| self.may_act(p)));
        }
    }

    /// "the UN report accused Syria", "a resolution by the council condemns": whose words or means they are.
    fn of_means(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(clause) = self.draft.verb_clause().map(|c| &clauses[c]) else { return };
        if parse.is_passive(clause) || matches!(self.event(), EventType::Death | EventType::Disaster) {
            return;
        }
        for thing in clause.subject.iter().filter(|n| cast.of(**n).is_empty()) {
            let owners = self.scene.owners_of(*thing);
            let behind = matches!(parse.lower(thing + 1), "of" | "by" | "from").then_some(thing + 2);
            match behind.filter(|_| owners.is_empty()) {
                Some(whose) => roles.put_all(Role::Actor, cast.of(whose)),
                None => roles.put_all(Role::Actor, owners),
            }
        }
    }

    /// Prepositional phrases that say to whom, of which the frame does not speak.
    fn behind_prepositions(&self, roles: &mut Roles) {
        let parse = self.scene.parse;
        for (preposition, nps) in self.scene.phrases(self.draft) {
            // "airstrikes since the fall of Assad": "of" belongs to the noun before it.
            let next = self.draft.np.is_none_or(|np| np + 1 == *preposition);
            if parse.lower(*preposition) == "of" && !next {
                continue;
            }
            if self.is_aimed(parse.lower(*preposition)) {
                for np in nps.iter().filter(|np| !self.is_border(**np)) {
                    let named = self.scene.cast.of(*np);
                    let whose = || self.whose(*np, &["of", "by"]);
                    match if named.is_empty() { whose() } else { named } {
                        [] => roles.put_all(Role::Recipient, self.state_of(*np).as_ref()),
                        people => roles.put_all(Role::Recipient, people),
                    }
                }
                if !roles.recipients.is_empty() {
                    return;
                }
            }
        }
    }

    /// Whether a preposition says to or with whom an event of this type is.
    fn is_aimed(&self, preposition: &str) -> bool {
        use EventType::{
            Accuse, Agree, Aid, Assault, Coerce, Concede, Consult, Cooperate, Mobilize, Protest, Reject,
            Request, Retreat, Sanction, Support, Threaten,
        };
        let event = self.event();
        match preposition {
            "against" => true,
            "with" => matches!(event, Agree | Consult | Cooperate | Assault),
            "to" => matches!(event, Accuse | Aid | Concede | Support | Agree | Threaten | Consult),
            "on" | "upon" => matches!(event, Sanction | Request | Assault | Coerce | Accuse),
            "for" => matches!(event, Aid | Support),
            "from" => matches!(event, Retreat | Request | Coerce),
            "of" => {
                self.draft.np.is_some()
                    && matches!(event, Assault | Coerce | Accuse | Support | Reject | Sanction)
            }
            "into" => matches!(event, Assault | Mobilize),
            "at" => matches!(event, Assault | Threaten | Protest),
            _ => false,
        }
    }

    /// Whose the things are that something is done to: "shelled Ukrainian positions", "bombed Kharkiv", "backed
    /// Turkey's bid".
    fn of_things(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        if self.draft.np.is_some() {
            return;
        }
        let Some(clause) = self.draft.clause.map(|c| &clauses[c]) else { return };
        let passive = parse.is_passive(clause);
        let things = if passive { &clause.subject } else { &clause.object };
        // "set fire to the *offices* of the administration"
        let idiom = self.draft.found.roles.iter().filter(|(r, _)| *r == Role::Topic && self.strikes());
        let things = things.iter().chain(idiom.flat_map(|(_, nps)| nps));
        for thing in things.filter(|n| cast.of(**n).is_empty()) {
            // "rejected an offer from Kabul", "a camp for refugees", "a truce with the army"
            let whose = self.whose(*thing, &["of", "from", "by", "for", "with"]);
            roles.put_all(Role::Recipient, whose);
            if !whose.is_empty() {
                continue;
            }
            // "bombed positions in Idlib", but of their own country; "called off a visit to Haiti"
            let home = matches!(self.event(), EventType::Coerce | EventType::Sanction | EventType::Concede);
            let own = |state: &Participant| !home && roles.actors.iter().any(|a| a.country == state.country);
            let aimed = match parse.lower(thing + 1) {
                "in" => !matches!(self.event(), EventType::Accuse | EventType::Support),
                "to" => self.event() == EventType::Reject,
                _ => false,
            };
            let there = self
                .state_of(thing + 2)
                .filter(|_| aimed)
                .or_else(|| self.reached(*thing))
                .filter(|s| !own(s));
            roles.put_all(Role::Recipient, there.or_else(|| self.state_of(*thing)).as_ref());
        }
    }

    /// Whom the clause is about that a verb of saying or intending governs: "demanded that *Hamas* disarm",
    /// "threatened to attack *Israel*", "promised to send aid to *Mozambique*".
    fn of_complement(&self, roles: &mut Roles) {
        use EventType::{Accuse, Agree, Reject, Request, Statement, Support, Threaten};
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(own) = self.draft.verb_clause() else { return };
        if !matches!(self.event(), Accuse | Agree | Reject | Request | Statement | Support | Threaten) {
            return;
        }
        // What is said, and what that says is to be done: "is willing to send aid to help defend *Turkey*".
        let mut chain = vec![own];
        let governed = clauses.iter().enumerate().filter(|(at, c)| {
            let bound = c.link == Link::Complement && c.governor.is_some_and(|g| chain.contains(&g));
            if bound && parse.vg(c).is_some_and(|v| v.form == VerbForm::Infinitive) {
                chain.push(*at);
            }
            bound
        });
        for (_, clause) in governed {
            // Who is told to do something, else those it is done to.
            let told = matches!(self.event(), Request | Accuse) && clause.subject != clauses[own].subject;
            if told {
                roles.put_all(Role::Recipient, cast.all(&clause.subject));
            }
            if roles.recipients.is_empty() && self.event() != Statement {
                // "agreed to withdraw its troops": its own are nobody it deals with.
                let actors = roles.actors.clone();
                let own = |p: &&Participant| {
                    actors.iter().any(|a| a.name == p.name || p.acts_for.as_ref() == Some(&a.name))
                };
                let done_to = clause.object.iter().flat_map(|np| self.parties(*np));
                roles.put_all(Role::Recipient, done_to.filter(|p| !own(p)));
                if !roles.recipients.is_empty() {
                    continue;
                }
                let aimed = clause.phrases.iter().filter(|(p, _)| {
                    matches!(parse.lower(*p), "to" | "against" | "with" | "for" | "from" | "on")
                });
                for (_, nps) in aimed {
                    roles.put_all(Role::Recipient, nps.iter().flat_map(|np| self.parties(*np)));
                }
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
