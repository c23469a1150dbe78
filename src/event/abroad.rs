//! Where it happened to those who are away from home: peacekeepers, tourists, crews, envoys are of a country that says
//! nothing of the place. "Ten Belgian peacekeepers were murdered" in Kigali, if that is where the article is.

use crate::event::{Basis, EventType, Mention, Participant, PlaceRef, Short, classes};
use crate::gazetteer::{Gazetteer, Sector};
use crate::syntax::singular;
use crate::syntax::unit::has_stem;

/// How many mentions back the scene of an act is looked for.
const REACH: usize = 4;

/// People who are known for being elsewhere.
const TRAVELLERS: &[&str] = &[
    "peacekeeper",
    "tourist",
    "holidaymaker",
    "diplomat",
    "ambassador",
    "envoy",
    "consul",
    "embassy",
    "consulate",
    "delegation",
    "delegate",
    "passenger",
    "crew",
    "crewman",
    "sailor",
    "seaman",
    "mariner",
    "missionary",
    "expatriate",
    "backpacker",
    "trekker",
    "pilgrim",
    "mercenary",
    "legionnaire",
    "traveller",
    "observer",
    "inspector",
    "hostage",
    "marine",
    "paratrooper",
    "correspondent",
];

/// Whether those an act befell, or what they went in, are away from home, or are forces of another state than the one
/// the article is about.
pub(super) fn is_abroad(mention: &Mention, home: Option<&str>) -> bool {
    let sufferers = &mention.recipients;
    let suffered = matches!(
        mention.event,
        EventType::Assault | EventType::Coerce | EventType::Disaster | EventType::Death
    );
    let forces = |p: &Participant| {
        p.sector == Some(Sector::Mil) && home.is_some() && p.code.is_none() && p.country.as_deref() != home
    };
    let flies = is_crash(mention) && home.is_some();
    let away =
        |p: &Participant| travels(mention, p, home) || forces(p) || (flies && p.country.as_deref() != home);
    suffered && !sufferers.is_empty() && sufferers.iter().filter(|p| p.country.is_some()).any(away)
}

/// Whether something fell, sank or ran into something else on its way.
pub(super) fn is_crash(mention: &Mention) -> bool {
    const STEMS: &[&str] = &["crash", "sank", "sink", "capsiz", "collid", "collision", "derail"];
    mention.event == EventType::Disaster && has_stem(&mention.trigger.text.to_lowercase(), STEMS)
}

/// The words that name someone tell of a traveller, a vessel or an aircraft.
fn travels(mention: &Mention, who: &Participant, home: Option<&str>) -> bool {
    let from = mention.sentence.span.start;
    let (start, end) = (who.span.start.saturating_sub(from), who.span.end.saturating_sub(from));
    // "killed an American passenger, Leon Klinghoffer", "hijacked the Italian liner": what stands between the verb and
    // the name, and right behind an adjective.
    let verb = mention.trigger.span.end.saturating_sub(from);
    let start = if (start.saturating_sub(40)..=start).contains(&verb) { verb } else { start };
    let words = mention.sentence.text.get(start as usize..end as usize).unwrap_or_default();
    let behind = mention.sentence.text.get(end as usize..).unwrap_or_default();
    words.split([' ', '-']).chain(behind.split(' ').take(2)).any(|word| {
        let word = word.trim_matches([',', '.']);
        let lower = word.to_lowercase();
        let noun = singular(&lower);
        // A ship is at sea, an aircraft of the article's own state may be over it.
        let flies = || who.country.as_deref() != home && classes::has("aircraft", &noun);
        TRAVELLERS.contains(&&*noun) || classes::has("vessel", &noun) || flies()
    })
}

/// The place where such an act was told to be last, in a land that is not theirs; else the one the article is about.
pub(super) fn scene(
    mentions: &[Mention],
    at: usize,
    home: Option<&str>,
    gazetteer: &Gazetteer,
) -> Option<PlaceRef> {
    let here = &mentions[at];
    let own = |place: &PlaceRef| {
        place.country.is_none() || here.recipients.iter().any(|p| p.country == place.country)
    };
    let told = |m: &&Mention| {
        matches!(
            m.event,
            EventType::Assault
                | EventType::Disaster
                | EventType::Death
                | EventType::Mobilize
                | EventType::Coerce
                | EventType::Aid
        ) && m.place.as_ref().is_some_and(|p| p.basis != Basis::Assumed && !own(p))
    };
    let sentence = mentions.iter().filter(|m| m.sentence.span == here.sentence.span).find(told);
    let found = sentence.or_else(|| mentions[..at].iter().rev().take(REACH).find(told));
    let there = || {
        let home = home.filter(|home| here.recipients.iter().all(|p| p.country.as_deref() != Some(*home)))?;
        Some(PlaceRef::of(gazetteer.place(gazetteer.place_by_code(home)?), here.trigger.span))
    };
    found.and_then(|m| m.place.clone()).or_else(there).map(PlaceRef::assumed)
}

/// "Iraqi tanks crossed into Kuwait and troops seized *the capital*": that of the land they entered.
pub(super) fn entered(mentions: &[Mention], at: usize) -> Option<Short> {
    let here = &mentions[at];
    let behind = (here.trigger.span.end - here.sentence.span.start) as usize;
    let capital = here.sentence.text.get(behind..).is_some_and(|b| b.trim_start().starts_with("the capital"));
    if !capital || here.event != EventType::Assault || here.place.is_some() || !here.recipients.is_empty() {
        return None;
    }
    let enters = |m: &&Mention| {
        matches!(m.event, EventType::Mobilize | EventType::Assault)
            && m.recipients.iter().any(|r| r.country.is_some() && r.country == r.code)
    };
    let entry = mentions[..at].iter().rev().take(REACH).find(enters)?;
    entry.recipients.iter().find(|r| r.country.is_some() && r.country == r.code)?.code.clone()
}
