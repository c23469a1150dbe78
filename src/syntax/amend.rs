//! What neighbours settle once every word has its likeliest reading: rules of more than two words.

use crate::syntax::lexicon::Tags;
use crate::syntax::tagger::is_honorific;
use crate::syntax::unit::{Pos, Unit};

/// Amends the parts of speech that pairs of neighbours get wrong; `path` are the units that the others see.
pub(super) fn amend(units: &mut [Unit<'_>], path: Vec<usize>) {
    // "urged the military and the public": what may act, joined to another noun phrase, is a noun.
    for at in 0..units.len() {
        let opens = |u: &Unit<'_>| matches!(u.pos, Pos::Determiner | Pos::Possessive);
        let joined =
            matches!(&units[at + 1..], [and, next, ..] if and.pos == Pos::Conjunction && opens(next));
        let unit = &mut units[at];
        if joined && unit.pos == Pos::Adjective && unit.word.agent.is_some() {
            unit.pos = Pos::Noun;
        }
        // "Lady Ashton", "Lord Carrington": one name, not two phrases.
        let named = units.get(at + 1).is_some_and(|next| next.pos == Pos::Name);
        let unit = &mut units[at];
        if named && unit.pos == Pos::Noun && is_honorific(&unit.lower) {
            unit.pos = Pos::Adjective;
        }
        // "militants *storm* the consulate": a headline's verb between who acts and a determiner.
        let acts =
            |u: &Unit<'_>| u.pos == Pos::Noun && u.word.agent.is_some() && u.word.tags.any(Tags::PLURAL);
        let verbal = units[at].pos == Pos::Noun && units[at].word.tags.any(Tags::BASE);
        if verbal && at > 0 && acts(&units[at - 1]) && units.get(at + 1).is_some_and(opens) {
            units[at].pos = Pos::Finite;
        }
        if let Some(pos) = by_word(units, at) {
            units[at].pos = pos;
        }
        // "Los Angeles based Northrop won": it describes, where the sentence has another verb.
        let verb = |u: &Unit<'_>| matches!(u.pos, Pos::Past | Pos::Finite | Pos::Be | Pos::Have | Pos::Modal);
        let other = || units[..at].iter().chain(&units[at + 1..]).any(verb);
        let between = |a: Option<&Unit<'_>>, b: Option<&Unit<'_>>| {
            a.is_some_and(|u| u.pos == Pos::Name) && b.is_some_and(|u| matches!(u.pos, Pos::Name | Pos::Noun))
        };
        let describes = units[at].lower == "based"
            && between(at.checked_sub(1).and_then(|i| units.get(i)), units.get(at + 1))
            && other();
        if describes {
            units[at].pos = Pos::Adjective;
        }
        let set_off = at > 0 && units[at - 1].pos == Pos::Comma;
        let next = units.get(at + 1).map(|next| next.pos);
        let unit = &mut units[at];
        if set_off && unit.pos == Pos::Noun && unit.word.tags.any(Tags::GERUND) && next == Some(Pos::That) {
            // ", *warning* that sanctions would follow"
            unit.pos = Pos::Gerund;
        } else if set_off && unit.lower == "however" && next != Some(Pos::Comma) {
            // ", however a deal went through": as "but".
            unit.pos = Pos::Conjunction;
        }
        // "shot dead a guard": what came of it goes with the verb.
        // "left three people dead": nor is it their head.
        if at > 0 && units[at].lower == "dead" {
            match units[at - 1].pos {
                _ if units[at - 1].lower == "shot" => units[at].pos = Pos::Adverb,
                Pos::Noun => units[at].pos = Pos::Adjective,
                _ => {}
            }
        }
        // "because of fighting between rebels and troops": nothing is done between two sides, it goes on there.
        // "fire on *striking* miners": of these the noun behind a preposition is the doer.
        let behind = at > 0 && units[at - 1].pos == Pos::Preposition;
        let doers = units.get(at + 1).is_some_and(|n| n.pos == Pos::Noun && n.word.agent.is_some());
        if behind && doers && units[at].pos == Pos::Gerund && goes_alone(&units[at].lower) {
            units[at].pos = Pos::Adjective;
        }
        let sides = units.get(at + 1).is_some_and(|next| next.lower == "between");
        let unit = &mut units[at];
        if sides && unit.pos == Pos::Gerund && unit.word.tags.noun() {
            unit.pos = Pos::Noun;
        }
    }
    let mut previous = None;
    let mut copular = false;
    let mut verb = None;
    for n in path {
        let unit = &mut units[n];
        // "to restore their dignity and *establish* a state": joined to an infinitive it is one.
        // "plans to close stores and *cut* jobs": the same where past and infinitive are one.
        let bare = match unit.pos {
            Pos::Finite => !unit.word.tags.any(Tags::THIRD),
            Pos::Past => unit.word.tags.any(Tags::BASE),
            _ => false,
        };
        if bare && (previous, verb) == (Some(Pos::Conjunction), Some(Pos::Base)) {
            unit.pos = Pos::Base;
        }
        if unit.pos.is_verb() {
            verb = Some(unit.pos);
        } else if matches!(unit.pos, Pos::Break | Pos::That | Pos::Relative | Pos::Subordinator | Pos::Modal)
        {
            verb = None;
        }
        // "has attacked", "was attacked": no past tense stands behind an auxiliary.
        if unit.pos == Pos::Past && matches!(previous, Some(Pos::Be | Pos::Have)) {
            unit.pos = Pos::Participle;
        }
        // "remained opposed": these link a subject to what it is.
        if unit.pos == Pos::Past && copular {
            unit.pos = Pos::Adjective;
        }
        copular = unit.pos.is_verb() && is_copular(&unit.lower);
        previous = Some(unit.pos);
    }
}

/// Beginnings of the verbs that make somebody a hostage.
const TAKES: &[&str] = &["take", "taking", "took", "held", "hold", "seiz", "keep", "kept"];

/// What single words are beside certain others.
fn by_word(units: &[Unit<'_>], at: usize) -> Option<Pos> {
    let unit = &units[at];
    let left = at.checked_sub(1).map(|left| units[left].pos);
    let (right, next) = units.get(at + 1).map_or(("", None), |u| (&*u.lower, Some(u.pos)));
    let behind_verb = left.is_some_and(Pos::is_verb);
    match &*unit.lower {
        // "entered the town *hours* before they left": how long before, not what they entered.
        "minutes" | "hours" | "days" | "weeks" | "months" | "years"
            if matches!(right, "before" | "after" | "earlier" | "later")
                && matches!(left, Some(Pos::Noun | Pos::Name | Pos::Timex | Pos::Comma)) =>
        {
            Some(Pos::Adverb)
        }
        // "a day of *national* mourning": it describes; "three foreign nationals" are people.
        "national" if next == Some(Pos::Noun) => Some(Pos::Adjective),
        // "a takeover *bid*": bidding is told with "to" or "for".
        "bid" if unit.pos.is_verb() && matches!(left, Some(Pos::Noun | Pos::Adjective)) => Some(Pos::Noun),
        // "as *acting* prime minister", "driven back by *warning* shots"
        "acting" if matches!(next, Some(Pos::Noun | Pos::Adjective | Pos::Name)) && left != Some(Pos::Be) => {
            Some(Pos::Adjective)
        }
        "warning" if matches!(right, "shot" | "shots") => Some(Pos::Adjective),
        // "wounding *over* 1,700": more than so many; but "handed *over* two suspects".
        "over" | "under" | "around" | "about"
            if next == Some(Pos::Number) && behind_verb && units[at - 1].word.effect.transitive =>
        {
            Some(Pos::Adverb)
        }
        // "took hundreds of guests *hostage*": what they are made, behind the verb's object.
        "hostage" | "captive" | "prisoner"
            if matches!(left, Some(Pos::Noun | Pos::Name | Pos::Pronoun | Pos::Number))
                && !matches!(next, Some(Pos::Noun | Pos::Name))
                && units[..at].iter().any(|u| u.pos.is_verb() && u.has_stem(TAKES)) =>
        {
            Some(Pos::Adverb)
        }
        // "led by four *retired* generals": between a number and those whom it counts it describes.
        _ if unit.pos == Pos::Past
            && at > 0
            && units[at - 1].number.is_some()
            && units.get(at + 1).is_some_and(|u| u.pos == Pos::Noun && u.word.agent.is_some()) =>
        {
            Some(Pos::Adjective)
        }
        // "sent *home* 13 diplomats"
        "home" if behind_verb && !matches!(next, Some(Pos::Noun | Pos::Adjective)) => Some(Pos::Preposition),
        // "voted *300-90* to ratify": how, not what.
        score if unit.pos == Pos::Number && is_score(score) && behind_verb => Some(Pos::Adverb),
        // "The company *plans* to close a mine": where the sentence has no other verb.
        _ if right == "to" && is_resolve(units, at) => Some(Pos::Finite),
        _ => is_subject(units, at).then_some(Pos::Noun),
    }
}

/// "striking miners", "fleeing civilians": what these do has no object.
fn goes_alone(gerund: &str) -> bool {
    matches!(
        gerund,
        "striking"
            | "protesting"
            | "fleeing"
            | "advancing"
            | "retreating"
            | "marching"
            | "rioting"
            | "demonstrating"
            | "warring"
            | "feuding"
            | "returning"
            | "rampaging"
            | "competing"
            | "starving"
            | "withdrawing"
            | "departing"
            | "arriving"
            | "visiting"
            | "mutinying"
            | "celebrating"
    )
}

fn is_copular(lower: &str) -> bool {
    let forms = ["remain", "seem", "appear", "become", "became", "stay", "feel", "felt"];
    forms.iter().any(|f| lower.strip_prefix(f).is_some_and(|rest| matches!(rest, "" | "s" | "ed" | "ing")))
}

/// A word for what somebody means or wants to do, behind who does and before an infinitive, that is the only verb there
/// can be.
fn is_resolve(units: &[Unit<'_>], at: usize) -> bool {
    const RESOLVES: &[&str] =
        &["plans", "hopes", "vows", "pledges", "promises", "aims", "threatens", "offers", "wants", "needs"];
    let resolves = units[at].pos == Pos::Noun && RESOLVES.contains(&&*units[at].lower);
    let who = at > 0 && units[at - 1].pos == Pos::Noun && units[at - 1].word.agent.is_some();
    let infinitive = units.get(at + 2).is_some_and(|u| u.pos == Pos::Base);
    // "to close a mine and *cut* jobs" has none either.
    let finite = |u: &Unit<'_>| match u.pos {
        Pos::Past => !u.word.tags.any(Tags::BASE),
        pos => matches!(pos, Pos::Finite | Pos::Be | Pos::Have | Pos::Modal | Pos::Do),
    };
    resolves && who && infinitive && !units.iter().any(finite)
}

/// "In Paris *talks* resumed", "In Iraq *attacks* on police killed 12": between the place that opens a sentence and its
/// verb stands its subject, whatever else that word may be.
fn is_subject(units: &[Unit<'_>], at: usize) -> bool {
    let noun = units[at].pos == Pos::Finite && units[at].word.tags.any(Tags::PLURAL);
    let opens = |u: &Unit<'_>| matches!(u.pos, Pos::Preposition | Pos::Timex | Pos::Comma | Pos::Adverb);
    let place = at >= 2 && units[at - 1].pos == Pos::Name && units[at - 2].pos == Pos::Preposition;
    let finite =
        |u: &Unit<'_>| matches!(u.pos, Pos::Past | Pos::Finite | Pos::Be | Pos::Have | Pos::Modal | Pos::Do);
    let here = |u: &&Unit<'_>| {
        !matches!(u.pos, Pos::Comma | Pos::That | Pos::Relative | Pos::Subordinator | Pos::Break)
    };
    noun && place && units[..at - 1].iter().all(opens) && units[at + 1..].iter().take_while(here).any(finite)
}

/// "300-90": votes for and against.
fn is_score(lower: &str) -> bool {
    let count = |side: &str| !side.is_empty() && side.bytes().all(|b| b.is_ascii_digit());
    lower.split_once(['-', '–']).is_some_and(|(yes, no)| count(yes) && count(no))
}
