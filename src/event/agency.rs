//! Who did, and who underwent, what a noun tells: said by the predicate that the noun stands in, and not by its own
//! frame. "Rebels were *behind* the attack", "the inquiry *led by* Mehlis", "protect Kurds *from* attack".

use crate::event::famous;
use crate::event::frame::Role;
use crate::event::place;
use crate::event::roles::{Filling, Roles};
use crate::event::scene::Scene;
use crate::event::sense::{Held, holds, measured};
use crate::event::{EventType, Participant};
use crate::gazetteer::Sense;
use crate::syntax::chunk::Kind;
use crate::syntax::clause::{Clause, Link};
use crate::syntax::unit::has_stem;
use crate::text::Class;

/// Beginnings of the verbs whose agent does what their object tells.
const LED: &[&str] = &[
    "led",
    "lead",
    "head",
    "conduct",
    "direct",
    "command",
    "organi",
    "orchestrat",
    "master",
    "perpetrat",
    "launch",
    "mount",
    "stag",
    "wag",
    "carri",
    "plann",
    "commit",
];

/// Beginnings of the verbs and adjectives by which someone has a part in something.
const INVOLVED: &[&str] =
    &["involv", "implicat", "engag", "particip", "complicit", "responsib", "guilty", "culpab"];

/// Beginnings of the verbs and adjectives by which someone means to do something: "sworn to its destruction".
const SWORN: &[&str] = &["sworn", "swore", "commit", "pledg", "dedicat", "devot"];

/// Beginnings of the verbs that say that someone did something.
const CHARGED: &[&str] = &["accus", "suspect", "charg", "convict", "indict", "blam"];

/// Beginnings of the verbs of whoever others do something for: "oversaw the murder of thousands".
pub(super) const OVERSEES: &[&str] =
    &["oversaw", "oversee", "supervis", "mastermind", "orchestrat", "spearhead", "perpetrat", "instigat"];

impl Filling<'_, '_, '_, '_> {
    /// Whoever the predicate says did it.
    pub(super) fn of_agency(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(np) = self.draft.np else { return };
        let whole = measured(parse, np);
        for clause in clauses {
            let Some(verb) = parse.verb(clause) else { continue };
            let passive = parse.is_passive(clause);
            let is = verb.class.any(Class::BE);
            // "the raid, which was led by the general"
            if passive && clause.subject == [whole] && verb.has_stem(LED) {
                roles.put_all(Role::Actor, parse.behind(clause, "by").flat_map(|np| cast.of(*np)));
            }
            // "the attack was the work of rebels"
            if is && clause.subject == [whole] {
                let work = |n: &&usize| matches!(self.head(**n), "work" | "doing" | "handiwork");
                let of = clause.object.iter().find(work).filter(|n| parse.lower(*n + 1) == "of");
                let doers = of.map(|n| place::joined(parse, n + 2, false)).unwrap_or_default();
                roles.put_all(Role::Actor, cast.all(&doers));
            }
            let Some(Held::Phrase(p)) =
                holds(parse, clause, whole).filter(|_| whole < clause.end.max(whole + 1))
            else {
                continue;
            };
            // "facing charges for a mutiny", "arrested on charges of murder"
            let charges = p.checked_sub(1).is_some_and(|b| self.head(b) == "charges");
            if charges && matches!(parse.lower(p), "for" | "of" | "over") && !self.event().is_said() {
                let held = |n: &usize| *n + 1 == p;
                let faces = verb.has_stem(&["fac", "den", "reject"]);
                let who = if clause.object.iter().any(held) {
                    faces.then_some(&clause.subject)
                } else {
                    Some(if passive { &clause.subject } else { &clause.object })
                };
                roles.put_all(Role::Actor, who.into_iter().flat_map(|who| cast.all(who)));
            }
            let before = p.checked_sub(1).filter(|b| *b > clause.vg).map_or("", |b| parse.lower(b));
            let part = p.checked_sub(1).is_some_and(|b| matches!(self.head(b), "part" | "participation"));
            let takes = part && (verb.word.effect.light || verb.lower.starts_with('t'));
            let who = match parse.lower(p) {
                "behind" if is => &clause.subject,
                "in" if verb.has_stem(INVOLVED) || takes => &clause.subject,
                "for" | "of" | "in" if is && has_stem(before, INVOLVED) => &clause.subject,
                "for" if !passive && has_stem(before, INVOLVED) => &clause.object,
                "to" if verb.has_stem(SWORN) => &clause.subject,
                "of" | "with" | "for" if verb.has_stem(CHARGED) && !self.event().is_said() => {
                    if passive {
                        &clause.subject
                    } else {
                        &clause.object
                    }
                }
                _ => continue,
            };
            roles.put_all(Role::Actor, cast.all(who).filter(|p| p.is_named() || p.acts_for.is_some()));
        }
        self.of_involvement(np, roles);
        self.of_position(np, roles);
    }

    /// "Hamas's position on recognition of Israel", "Turkey's offer of talks": whose stance or aim it is.
    fn of_position(&self, np: usize, roles: &mut Roles) {
        const STANCES: &[&str] = &[
            "position",
            "policy",
            "stance",
            "mission",
            "goal",
            "aim",
            "plan",
            "plans",
            "offer",
            "bid",
            "effort",
            "efforts",
            "attempt",
            "attempts",
            "right",
            "pledge",
            "promise",
            "threat",
            "threats",
            "campaign",
            "readiness",
            "willingness",
            "opposition",
            "objection",
            "commitment",
        ];
        let parse = self.scene.parse;
        let stance = np.checked_sub(2).filter(|s| {
            matches!(parse.lower(np - 1), "on" | "of" | "for" | "to" | "towards" | "at")
                && STANCES.contains(&self.head(*s))
        });
        if let Some(stance) = stance.filter(|_| roles.actors.is_empty()) {
            let other = |p: &&Participant| p.is_named() && roles.recipients.iter().all(|r| r.name != p.name);
            let owners: Vec<&Participant> = self.scene.owners_of(stance).iter().filter(other).collect();
            roles.put_all(Role::Actor, owners);
        }
    }

    /// "accused Eritrea of involvement in the raid": whose part in it is spoken of.
    fn of_involvement(&self, np: usize, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(part) = np.checked_sub(2).filter(|_| matches!(parse.lower(np - 1), "in" | "for")) else {
            return;
        };
        let noun = self.head(part);
        if !matches!(
            noun,
            "involvement" | "role" | "complicity" | "participation" | "hand" | "responsibility"
        ) {
            return;
        }
        let of = |c: &&Clause| parse.behind(c, "of").any(|np| *np == part);
        let charge = |c: &&Clause| parse.verb(c).is_some_and(|v| v.has_stem(CHARGED));
        let charges = clauses.iter().filter(of).find(charge);
        if let Some(clause) = charges.filter(|_| roles.actors.is_empty()) {
            let who = if parse.is_passive(clause) { &clause.subject } else { &clause.object };
            roles.put_all(Role::Actor, cast.all(who));
        }
    }

    /// Whoever the predicate, or the noun's own compound, says it was done to.
    pub(super) fn of_undergoing(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(np) = self.draft.np else { return };
        self.of_anti(np, roles);
        for clause in clauses {
            let Some(verb) = parse.verb(clause) else { continue };
            // "protect the Kurds from attack by Baghdad"
            let protects = verb.has_stem(&["protect", "defend", "shield", "shelter", "guard", "safeguard"]);
            let from = |(p, nps): &(usize, Vec<usize>)| {
                matches!(parse.lower(*p), "from" | "against") && nps.contains(&np)
            };
            if protects && clause.phrases.iter().any(from) {
                let whom = if parse.is_passive(clause) { &clause.subject } else { &clause.object };
                roles.put_all(Role::Recipient, cast.all(whom));
            }
            // "has been a target of criticism"
            let of = np.checked_sub(2).filter(|_| parse.lower(np - 1) == "of");
            let aim = of.filter(|n| {
                matches!(
                    self.head(*n),
                    "target" | "subject" | "object" | "victim" | "focus" | "scene" | "site"
                )
            });
            if verb.class.any(Class::BE) && aim.is_some_and(|n| clause.object.contains(&n)) {
                roles.put_all(Role::Recipient, cast.all(&clause.subject));
            }
        }
        // "allegations that he cheated", "calls for him to resign": it is aimed at whoever is to, or did.
        if !matches!(self.event(), EventType::Accuse | EventType::Request) {
            return;
        }
        for clause in clauses.iter().filter(|c| c.vg > np) {
            let told = clause.of_noun == Some(np)
                || (clause.link == Link::Relative && clause.start == np + 1 && clause.object == [np]);
            // "calls from all sides *for Olmert to resign*"
            let asked = clause.subject.first().is_some_and(|s| {
                parse.lower(s - s.min(&1)) == "for"
                    && *s > np
                    && parse.chunks[np..*s].iter().all(|c| c.vg().is_none())
            });
            let governing = clause.governor.map(|g| clauses[g].subject.as_slice()).unwrap_or_default();
            if (told || asked) && clause.subject != governing {
                roles.put_all(Role::Recipient, cast.all(&clause.subject));
                return;
            }
        }
    }

    /// "anti-Russian sanctions", "anti-Maduro protests": whom they are against.
    fn of_anti(&self, np: usize, roles: &mut Roles) {
        let Scene { parse, text, on, .. } = *self.scene;
        let Some(phrase) = parse.chunks[np].np() else { return };
        for unit in &parse.units[phrase.body.start..phrase.head] {
            let written = unit.span.text(text);
            let Some(whom) = written.get(5..).filter(|_| unit.lower.starts_with("anti-")) else { continue };
            let actor = self.gazetteer.find(whom).into_iter().find_map(Sense::actor);
            if let Some((id, _)) = actor {
                let whom = Participant::of(self.gazetteer, id, on, unit.span);
                roles.put_all(Role::Recipient, [&whom]);
            }
        }
    }

    /// "Egypt, together with Qatar, imposed a blockade": whoever acts along with the subject.
    pub(super) fn of_company(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(clause) = self.draft.verb_clause().map(|c| &clauses[c]) else { return };
        if roles.actors.is_empty() || parse.is_passive(clause) {
            return;
        }
        for at in clause.start..clause.end {
            let with = matches!(parse.chunks[at].kind, Kind::Preposition | Kind::Adverb)
                && parse.lower(at + 1) == "with"
                && matches!(parse.lower(at), "together" | "along" | "jointly");
            if with {
                roles.put_all(Role::Actor, cast.all(&place::joined(parse, at + 2, false)));
            }
        }
    }

    /// "Hamas claimed responsibility for the attack", "blamed the attack on Hamas": who says, or is said, to have done
    /// it.
    pub(super) fn of_claim(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let (Some(np), EventType::Assault | EventType::Coerce) = (self.draft.np, self.event()) else {
            return;
        };
        for clause in clauses {
            let Some(verb) = parse.verb(clause) else { continue };
            let passive = parse.is_passive(clause);
            let held = np.checked_sub(2).filter(|_| parse.lower(np - 1) == "for").is_some_and(|n| {
                self.head(n) == "responsibility"
                    && (clause.object.contains(&n) || (passive && clause.subject.contains(&n)))
            });
            let claims =
                matches!(&*verb.lower, "claimed" | "claim" | "claims" | "took" | "accepted" | "claiming");
            let blames = matches!(&*verb.lower, "blamed" | "blame" | "blames" | "blaming");
            if held && claims && passive {
                roles.put_all(Role::Actor, parse.behind(clause, "by").flat_map(|np| cast.of(*np)));
            } else if held && claims {
                roles.put_all(Role::Actor, cast.all(&clause.subject));
            } else if blames && clause.object.contains(&np) {
                roles.put_all(Role::Actor, parse.behind(clause, "on").flat_map(|np| cast.of(*np)));
            } else if blames && parse.behind(clause, "for").any(|n| *n == np) {
                let whom = if passive { &clause.subject } else { &clause.object };
                roles.put_all(Role::Actor, cast.all(whom));
            }
        }
    }

    /// "fighting broke out, pitting the army against rebels": both sides.
    pub(super) fn of_adversaries(&self, roles: &mut Roles) {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(own) = self.draft.clause.filter(|_| roles.actors.is_empty()) else { return };
        let pits = |c: &&Clause| {
            c.governor == Some(own) && parse.verb(c).is_some_and(|v| v.lower.starts_with("pit"))
        };
        for clause in clauses.iter().filter(pits) {
            roles.put_all(Role::Actor, cast.all(&clause.object));
            roles.put_all(Role::Recipient, parse.behind(clause, "against").flat_map(|np| cast.of(*np)));
        }
    }

    /// "Iran faces sanctions", "she survived a vote", "he came under pressure": the subject undergoes the noun.
    pub(super) fn of_undergoer(&self, roles: &mut Roles) {
        const UNDERGO: &[&str] = &[
            "fac", "surviv", "suffer", "endur", "undergo", "underw", "escap", "await", "draw", "drew",
            "provok", "attract", "incur", "evad", "dodg",
        ];
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let (Some(np), Some(clause)) = (self.draft.np, self.draft.clause.map(|c| &clauses[c])) else {
            return;
        };
        let Some(verb) = parse.verb(clause).filter(|_| !parse.is_passive(clause)) else { return };
        let undergoes = match holds(parse, clause, measured(parse, np)) {
            Some(Held::Object) => verb.has_stem(UNDERGO),
            Some(Held::Phrase(p)) => parse.lower(p) == "under",
            _ => false,
        };
        if undergoes {
            roles.put_all(Role::Recipient, cast.all(&clause.subject));
        }
    }

    /// "the truce *between* Israel and Hamas took effect", "broke a truce *between* them": both sides of what only two
    /// can have, said behind its verb; and whoever breaks it does so to the other.
    pub(super) fn of_between(&self, roles: &mut Roles) {
        use EventType::{Agree, Assault, Consult, Cooperate, Reject, Retreat};
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let Some(clause) = self.draft.clause.map(|c| &clauses[c]).filter(|_| roles.recipients.is_empty())
        else {
            return;
        };
        if !matches!(self.event(), Agree | Assault | Consult | Cooperate | Reject | Retreat) {
            return;
        }
        let held = |np: usize| matches!(holds(parse, clause, np), Some(Held::Subject | Held::Object));
        let whole = self.draft.np.map(|np| measured(parse, np));
        if whole.is_some_and(|np| !held(np)) {
            return;
        }
        let between = clause.phrases.iter().find(|(p, _)| *p > clause.vg && parse.lower(*p) == "between");
        let Some((_, sides)) = between else { return };
        let own = |p: &&Participant| roles.actors.iter().any(|a| a.country == p.country || a.name == p.name);
        if self.draft.np.is_some() && roles.actors.is_empty() {
            roles.put_all(Role::Both, cast.all(sides));
        } else if self.draft.np.is_none() && self.event() == Reject && !roles.actors.is_empty() {
            let others: Vec<&Participant> = cast.all(sides).filter(|p| !own(p)).collect();
            roles.put_all(Role::Recipient, others);
        }
    }

    /// "the Iraq war": who went to war, and against whom, as everybody knows.
    pub(super) fn of_fame(&self, roles: &mut Roles) {
        let Scene { parse, text, on, .. } = *self.scene;
        let Some(np) = self.draft.np.filter(|_| self.event() == EventType::Assault) else { return };
        let named = famous::spans(parse, np).find_map(|s| Some((famous::parties(s.text(text), on)?, s)));
        let Some((codes, span)) = named else { return };
        for (role, code) in [Role::Actor, Role::Recipient].into_iter().zip(codes) {
            let party = self.gazetteer.actor_by_code(code);
            let party = party.map(|id| Participant::of(self.gazetteer, id, on, span));
            let free =
                if role == Role::Actor { roles.actors.is_empty() } else { roles.recipients.is_empty() };
            roles.put_all(role, party.as_ref().filter(|_| free));
        }
    }

    /// The head word of a noun phrase.
    pub(super) fn head(&self, np: usize) -> &str {
        self.scene.parse.head(np).map_or("", |u| &*u.lower)
    }
}

/// "accused Eritrea of the *raid*", "charged with *murder*"
pub(super) fn is_charge(scene: &Scene<'_, '_, '_>, np: usize) -> bool {
    let Scene { parse, clauses, .. } = *scene;
    let whole = measured(parse, np);
    clauses.iter().any(|c| {
        let charges = parse.verb(c).is_some_and(|v| v.has_stem(CHARGED));
        let of = |(p, nps): &(usize, Vec<usize>)| {
            matches!(parse.lower(*p), "of" | "with" | "for" | "in") && nps.contains(&whole)
        };
        charges && c.phrases.iter().any(of)
    })
}
