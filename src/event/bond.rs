//! What one event of a sentence owes to another: whom it is aimed at, who did it, who took part.
//!
//! "condemned the *attack*": aimed at whoever attacked. "The *flight* violated the ban": by whoever flew. "met Gates to
//! *discuss* the post": with Gates. The parties are shared out at the end of the article, when later sentences have told
//! who the attackers were.

use crate::event::draft::Draft;
use crate::event::scene::Scene;
use crate::event::sense::measured;
use crate::event::{EventType, Mention, Participant};
use crate::syntax::chunk::VerbForm;
use crate::syntax::clause::{Clause, Link};
use crate::text::Class;

/// A debt of one mention to another, by their places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bond {
    pub(super) from: usize,
    pub(super) to: usize,
    tie: Tie,
}

/// What is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// It is aimed at whoever did the other, or with whom that is.
    Aimed,
    /// It is aimed at whom the other is aimed at.
    Through,
    /// It is about whoever takes or leaves the office that the other tells of.
    About,
    /// Whoever did the other, did it.
    Did,
    /// Both are of the same parties.
    Same,
    /// Its subject is a report: that of the last inquiry told.
    Reported,
    /// It answers a report: that of the last inquiry told.
    Answers,
}

impl Bond {
    /// The same, counted from the first mention of its sentence.
    pub(super) const fn shifted(self, by: usize) -> Self {
        Self { from: self.from + by, to: self.to + by, tie: self.tie }
    }
}

/// The bonds among the drafts of a sentence.
pub(super) fn bonds(scene: &Scene<'_, '_, '_>, drafts: &[Draft<'_>]) -> Vec<Bond> {
    let pairs = (0..drafts.len()).flat_map(|i| (0..drafts.len()).map(move |j| (i, j)));
    let tied = pairs.filter(|(i, j)| i != j).filter_map(|(from, to)| {
        let tie = tie(scene, &drafts[from], &drafts[to])?;
        Some(Bond { from, to, tie })
    });
    let reports =
        (0..drafts.len()).filter_map(|i| Some(Bond { from: i, to: i, tie: report(scene, &drafts[i])? }));
    tied.chain(reports).collect()
}

/// "The report accused Damascus", "dismissed the findings": whose, the sentence does not say.
fn report(scene: &Scene<'_, '_, '_>, draft: &Draft<'_>) -> Option<Tie> {
    let Scene { parse, clauses, cast, .. } = *scene;
    let clause = &clauses[draft.verb_clause()?];
    let is = |nps: &[usize]| {
        nps.iter().any(|n| {
            let head = parse.head(*n).map(|u| &*u.lower);
            let document = head.is_some_and(|h| matches!(h, "report" | "findings" | "conclusions"));
            document && cast.of(*n).is_empty() && scene.owners_of(*n).is_empty()
        })
    };
    let passive = parse.is_passive(clause);
    if is(&clause.subject) && !passive {
        return Some(Tie::Reported);
    }
    let answered = is(&clause.object) || (passive && is(&clause.subject));
    (answered && draft.found.frame.event.is_said()).then_some(Tie::Answers)
}

fn tie(scene: &Scene<'_, '_, '_>, draft: &Draft<'_>, other: &Draft<'_>) -> Option<Tie> {
    let Scene { parse, clauses, .. } = *scene;
    let (event, own) = (draft.found.frame.event, draft.verb_clause().map(|c| &clauses[c]));
    let aims = event.is_said() || event == EventType::Cooperate;
    if is_topic(scene, draft, other) {
        return Some(Tie::Same);
    }
    if let Some(np) = other.np {
        // "this kind of attack has to be condemned"
        let np = measured(parse, np);
        let passive = own.is_some_and(|c| parse.is_passive(c));
        let subject = own.is_some_and(|c| c.subject.contains(&np));
        // "condemned the attack", "the attack was condemned", "cooperated with the probe"
        let apart = |p: usize| {
            matches!(
                parse.lower(p),
                "in" | "during" | "after" | "before" | "since" | "until" | "by" | "following"
            )
        };
        let behind = scene.phrases(draft).iter().any(|(p, nps)| nps.contains(&np) && !apart(*p));
        let object = own.is_some_and(|c| c.object.contains(&np)) || (passive && subject);
        if aims && (object || behind) {
            return Some(Tie::Aimed);
        }
        // "the flight violated the ban"
        if subject && !passive && !matches!(event, EventType::Disaster | EventType::Death | EventType::Other)
        {
            return Some(Tie::Did);
        }
        // "the flight was a violation of the ban"
        let is = |c: &Clause| {
            c.subject.contains(&np)
                && draft.np.is_some_and(|own| c.object.contains(&own))
                && parse.verb(c).is_some_and(|v| v.class.any(Class::BE))
        };
        return clauses.iter().any(is).then_some(if event == other.found.frame.event {
            Tie::Same
        } else {
            Tie::Did
        });
    }
    let (own, clause) = (draft.verb_clause()?, &clauses[other.verb_clause()?]);
    let form = |c: &Clause| parse.vg(c).map(|v| v.form);
    // "met Gates to discuss the post"
    let both = event == EventType::Consult && other.found.frame.event == EventType::Consult;
    let aim = clauses[own].link == Link::Complement && form(&clauses[own]) == Some(VerbForm::Infinitive);
    if both && aim && clauses[own].governor == other.verb_clause() {
        return Some(Tie::Same);
    }
    // "announced that *Rumsfeld* was stepping down"
    if event == EventType::Statement
        && other.found.frame.event == EventType::Office
        && clause.link == Link::Complement
        && clause.governor == Some(own)
    {
        return Some(Tie::About);
    }
    // "adopted a resolution, demanding that Sudan free them"
    let adds = clause.link == Link::Participial
        && form(clause) == Some(VerbForm::Gerund)
        && clause.vg > clauses[own].vg;
    let words =
        matches!(event, EventType::Agree | EventType::Statement | EventType::Accuse | EventType::Request);
    let said = other.found.frame.event.is_said() && words;
    let thing = clauses[own].object.first().is_some_and(|o| clause.subject == [*o]);
    (said && adds && clause.governor == Some(own) && (thing || clause.subject == clauses[own].subject))
        .then_some(Tie::Through)
}

/// "talks *on a prisoner swap*", "discussed *the truce*": what two deal about is what they would do together.
fn is_topic(scene: &Scene<'_, '_, '_>, draft: &Draft<'_>, other: &Draft<'_>) -> bool {
    let joint = matches!(draft.found.frame.event, EventType::Agree | EventType::Cooperate);
    let Some(np) = draft.np.filter(|_| joint && other.found.frame.event == EventType::Consult) else {
        return false;
    };
    let parse = scene.parse;
    let about = |p: usize| matches!(parse.lower(p), "on" | "about" | "over");
    let np = measured(parse, np);
    let behind = scene.phrases(other).iter().any(|(p, nps)| about(*p) && nps.contains(&np));
    behind || other.verb_clause().is_some_and(|c| scene.clauses[c].object.contains(&np))
}

/// Gives a mention what it owes to another.
pub(super) fn settle(mentions: &mut [Mention], bond: Bond) {
    let lender = match bond.tie {
        Tie::Reported | Tie::Answers => {
            mentions.get(..bond.from).unwrap_or_default().iter().rev().find(|m| is_inquiry(m))
        }
        _ => mentions.get(bond.to),
    };
    let Some((did, undergone, event)) = lender.map(|m| (m.actors.clone(), m.recipients.clone(), m.event))
    else {
        return;
    };
    let Some(mention) = mentions.get_mut(bond.from) else { return };
    match bond.tie {
        Tie::Aimed | Tie::Answers => {
            let mutual = matches!(event, EventType::Consult | EventType::Agree | EventType::Cooperate);
            // "opposed to talks with Pakistan", "hailed the deal between Egypt and Sudan"
            let whom = did.into_iter().chain(undergone.into_iter().filter(|_| mutual));
            aim(mention, whom.collect());
        }
        Tie::Through => aim(mention, undergone),
        Tie::About => aim(mention, if undergone.is_empty() { did } else { undergone }),
        Tie::Did | Tie::Reported => act(mention, did),
        Tie::Same => {
            act(mention, did);
            aim(mention, undergone);
        }
    }
}

/// An inquiry of somebody, whose findings a report may tell.
fn is_inquiry(mention: &Mention) -> bool {
    let noun = mention.trigger.text.to_lowercase();
    let asks = ["inquiry", "enquiry", "probe", "investigation", "investigations", "commission"];
    mention.event == EventType::Legal && asks.contains(&noun.as_str()) && !mention.actors.is_empty()
}

fn act(mention: &mut Mention, who: Vec<Participant>) {
    if mention.actors.is_empty() {
        mention.actors = others(who, &mention.recipients);
    }
}

fn aim(mention: &mut Mention, whom: Vec<Participant>) {
    if mention.recipients.is_empty() {
        mention.recipients = others(whom, &mention.actors);
    }
}

/// Those who are not, and do not act for, one of these.
fn others(people: Vec<Participant>, but: &[Participant]) -> Vec<Participant> {
    let own = |p: &Participant| but.iter().any(|b| b.is_or_serves(p));
    people.into_iter().filter(|p| !own(p)).map(Participant::carried).collect()
}
