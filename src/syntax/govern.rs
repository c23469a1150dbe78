//! What is settled once all clauses stand: who acts in an infinitive, and who said what.

use crate::gazetteer::Sense;
use crate::syntax::chunk::{Kind, VerbForm};
use crate::syntax::clause::{Clause, Link, Parse};
use crate::syntax::inflect::singular;
use crate::syntax::unit::{Pos, Unit};

/// Settles subjects and governors among the clauses of a sentence.
pub(super) fn settle(parse: &Parse<'_, '_>, clauses: &mut [Clause]) {
    lend_subjects(clauses);
    lend_objects(parse, clauses);
    object_control(parse, clauses);
    attributions(parse, clauses);
}

/// "Speaking in Moscow, Putin said": a clause that came before its governor's subject takes it now.
fn lend_subjects(clauses: &mut [Clause]) {
    for i in 0..clauses.len() {
        let Some(governor) = clauses[i].governor else { continue };
        let shares = matches!(clauses[i].link, Link::Participial | Link::Adverbial(_) | Link::Complement);
        if clauses[i].subject.is_empty() && shares && governor != i {
            let subject = clauses[governor].subject.clone();
            clauses[i].subject = subject;
        }
    }
}

/// Verbs that never do without an object, beside those that are so marked.
const TAKING: &[&str] = &[
    "ambush",
    "approv",
    "assault",
    "attack",
    "beat",
    "besieg",
    "bomb",
    "burn",
    "captur",
    "condemn",
    "convict",
    "criticis",
    "criticiz",
    "denounc",
    "destroy",
    "disarm",
    "hijack",
    "intercept",
    "liberat",
    "loot",
    "occup",
    "overthr",
    "raid",
    "ransack",
    "ratif",
    "rob",
    "search",
    "seiz",
    "sign",
    "stab",
    "storm",
    "surround",
    "target",
    "threaten",
    "toppl",
    "tortur",
    "welcom",
];

/// "captured and killed *Gaddafi* near Sirte": two verbs side by side have one object, one place and one date.
fn lend_objects(parse: &Parse<'_, '_>, clauses: &mut [Clause]) {
    for i in (1..clauses.len()).rev() {
        let (Link::Coordinated, Some(governor)) = (clauses[i].link, clauses[i].governor) else { continue };
        let first = &clauses[governor];
        let beside =
            first.vg + 2 == clauses[i].vg && matches!(parse.chunks[first.vg + 1].kind, Kind::Conjunction);
        let transitive = parse.verb(first).is_some_and(|v| v.word.effect.transitive || v.has_stem(TAKING));
        let active = |c: &Clause| parse.vg(c).is_some_and(|v| !v.passive);
        let bare = first.object.is_empty() && first.phrases.is_empty();
        if beside
            && bare
            && transitive
            && active(first)
            && active(&clauses[i])
            && !clauses[i].object.is_empty()
        {
            let Clause { object, phrases, dates, .. } = clauses[i].clone();
            let first = &mut clauses[governor];
            first.object = object;
            first.phrases = phrases;
            first.dates.extend(dates);
        }
    }
}

/// "urged Syria to withdraw", "sent special forces to abduct", "accused Syria of violating": the object acts.
fn object_control(parse: &Parse<'_, '_>, clauses: &mut [Clause]) {
    for i in 0..clauses.len() {
        let Some(governor) = clauses[i].governor else { continue };
        let form = parse.vg(&clauses[i]).map(|v| v.form);
        let controlled = form == Some(VerbForm::Infinitive)
            || (form == Some(VerbForm::Gerund) && clauses[i].link == Link::Complement);
        if controlled && clauses[i].link == Link::Complement {
            let subject = holder(parse, &clauses[governor], &clauses[i])
                .or_else(|| directed(parse, &clauses[governor], &clauses[i]))
                .unwrap_or_else(|| clauses[governor].subject.clone());
            clauses[i].subject = subject;
        }
    }
}

/// Who does what completes a noun: "Sweden's decision to deport them", "a bid by rebels to seize the town".
fn holder(parse: &Parse<'_, '_>, governor: &Clause, clause: &Clause) -> Option<Vec<usize>> {
    let noun = clause.of_noun.filter(|n| !acts_at(parse, *n))?;
    let np = parse.chunks[noun].np()?;
    // "Abat's call to overthrow her" is to others.
    let asks =
        ["call", "appeal", "demand", "request", "order", "invitation", "permission", "pressure", "mandate"];
    if asks.contains(&&*singular(&parse.units[np.head].lower)) {
        return None;
    }
    let behind = noun + 2;
    if matches!(parse.lower(noun + 1), "of" | "by" | "from") && behind < clause.vg && acts_at(parse, behind) {
        // "moves by Egypt and Qatar to stop it"
        let listed = governor.phrases.iter().map(|(_, nps)| nps).find(|nps| nps.contains(&behind));
        return Some(listed.cloned().unwrap_or_else(|| vec![behind]));
    }
    let own = |u: &Unit<'_>| u.pos != Pos::Name && u.senses.iter().any(|s| matches!(s, Sense::Actor(..)));
    let owned = np.possessor.is_some() || parse.units[np.body.start..np.head].iter().any(own);
    (owned && parse.units[np.head].word.content.is_some()).then(|| vec![noun])
}

/// Whom a verb makes, lets or asks do what its infinitive says: its object, or "called on *Syria* to withdraw".
fn directed(parse: &Parse<'_, '_>, governor: &Clause, clause: &Clause) -> Option<Vec<usize>> {
    let acts = |np: &usize| acts_at(parse, *np);
    let verb = parse.verb(governor)?;
    // "joined Obasanjo in a bid to end": what completes a thing is done by whoever has it.
    let thing = clause.of_noun.is_some_and(|n| !acts(&n));
    let passive = parse.vg(governor).is_some_and(|v| v.passive);
    let object = governor.object.first().filter(|o| acts(o) && **o > governor.vg && **o < clause.vg);
    // "Britain joined France in condemning it": both do.
    let joins = !thing && parse.vg(clause).is_some_and(|v| v.form == VerbForm::Gerund);
    if joins && verb.lower.starts_with("join") {
        return Some(governor.subject.iter().chain(&governor.object).copied().collect());
    }
    let given = object.is_some_and(|o| grants(parse, verb, governor, *o, clause.vg));
    let told = !thing && verb.word.effect.directs && !is_voiced(parse, verb, clause);
    if object.is_some() && !passive && (given || told) {
        return Some(governor.object.clone());
    }
    let addressed = governor.phrases.iter().rev().find(|(p, nps)| {
        let asked = match parse.lower(*p) {
            "on" | "upon" | "for" => true,
            "to" | "with" => pleads(parse, governor),
            _ => false,
        };
        *p < clause.vg && !nps.is_empty() && asked
    });
    addressed.map(|(_, nps)| nps.clone()).filter(|nps| !thing && nps.first().is_some_and(acts))
}

/// "gave Iran *a month* to answer", "offered the rebels *a chance* to surrender".
fn grants(
    parse: &Parse<'_, '_>,
    verb: &Unit<'_>,
    governor: &Clause,
    object: usize,
    infinitive: usize,
) -> bool {
    const STEMS: &[&str] = &["giv", "gave", "grant", "offer", "allow"];
    let time = object + 2 == infinitive && matches!(parse.chunks[object + 1].kind, Kind::Timex(_));
    verb.has_stem(STEMS) && (time || governor.second == [infinitive - 1])
}

/// "summoned the ambassador to protest": whoever summons speaks.
fn is_voiced(parse: &Parse<'_, '_>, verb: &Unit<'_>, clause: &Clause) -> bool {
    const VOICES: &[&str] =
        &["protest", "complain", "express", "convey", "voice", "condemn", "demand", "lodge"];
    verb.lower.starts_with("summon") && parse.verb(clause).is_some_and(|v| VOICES.contains(&&*v.lower))
}

fn acts_at(parse: &Parse<'_, '_>, np: usize) -> bool {
    parse.chunks[np].np().is_some_and(|np| acts(parse, np.head))
}

/// "appealed *to* the West to intervene", "pleaded *with* them to stay"
fn pleads(parse: &Parse<'_, '_>, clause: &Clause) -> bool {
    parse.verb(clause).is_some_and(|v| v.lower.starts_with("appeal") || v.lower.starts_with("plead"))
}

fn acts(parse: &Parse<'_, '_>, head: usize) -> bool {
    let unit = &parse.units[head];
    unit.word.agent.is_some() || matches!(unit.pos, Pos::Name | Pos::Pronoun)
}

fn reports(parse: &Parse<'_, '_>, clause: &Clause) -> bool {
    parse.verb(clause).is_some_and(|u| u.word.effect.reports)
}

/// "..., the ministry said.": what stands before is its complement.
fn attributions(parse: &Parse<'_, '_>, clauses: &mut [Clause]) {
    for i in 1..clauses.len() {
        let first = clauses[i].start.min(clauses[i].vg);
        let trailing = clauses[i].link == Link::Main
            && reports(parse, &clauses[i])
            && clauses[i].object.is_empty()
            && !clauses.iter().any(|c| c.governor == Some(i) && c.link == Link::Complement)
            && first
                .checked_sub(1)
                .is_some_and(|j| matches!(parse.chunks[j].kind, Kind::Comma | Kind::Quote));
        if !trailing {
            continue;
        }
        let unattached = |c: &&mut Clause| c.link == Link::Main && c.governor.is_none();
        for clause in clauses[..i].iter_mut().filter(unattached) {
            clause.governor = Some(i);
            clause.link = Link::Complement;
        }
    }
}
