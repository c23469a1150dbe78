//! Where: the most specific place that governs an event.

use crate::event::sense::Phrase;
use crate::event::{EventType, PlaceRef};
use crate::gazetteer::{Gazetteer, PlaceKind, Sense};
use crate::syntax::chunk::Kind;
use crate::syntax::clause::{Parse, is_predicate};
use crate::syntax::unit::{Pos, Unit};

/// Prepositions that put an event at a place.
const LOCATIVE: &[&str] = &[
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "on",
    "to",
    "into",
    "from",
    "across",
    "around",
    "over",
    "off",
    "within",
    "throughout",
    "toward",
    "towards",
    "through",
    "along",
    "north",
    "south",
    "east",
    "west",
];

/// Whether a preposition may put an event at a place.
pub(super) fn is_locative(preposition: &str) -> bool {
    LOCATIVE.contains(&preposition)
}

/// The place a noun phrase names, if it names one; the finest of several ("Baabda, Lebanon").
pub(super) fn named(
    text: &str,
    units: &[Unit<'_>],
    range: std::ops::Range<usize>,
    gazetteer: &Gazetteer,
) -> Option<PlaceRef> {
    let inside = &units[range];
    let mut best: Option<(PlaceKind, PlaceRef)> = None;
    for (i, unit) in inside.iter().enumerate() {
        let sense = unit.senses.iter().copied().find_map(Sense::place);
        let Some(id) = sense.filter(|_| unit.pos == Pos::Name) else { continue };
        let place = gazetteer.place(id);
        let mut found = PlaceRef::of(place, unit.span);
        let mut kind = place.kind;
        // "Qamishli airport": a site of that town, at the town's place on the map.
        if let Some(site) = inside.get(i + 1).filter(|u| u.word.site) {
            found.span = unit.span.cover(site.span);
            found.name = found.span.text(text).into();
            kind = PlaceKind::Site;
        }
        if best.as_ref().is_none_or(|(k, _)| kind > *k) {
            best = Some((kind, found));
        }
    }
    best.map(|(_, place)| place)
}

/// The finest place among prepositional phrases: those given, and those that follow on from them
/// ("from the Qamishli airport in northeast Syria").
///
/// `event` may be words only, which go nowhere: "condemnation from Egypt" was not there.
pub(super) fn of_phrases(
    text: &str,
    parse: &Parse<'_, '_>,
    phrases: &[Phrase],
    (event, own): (EventType, Option<usize>),
    gazetteer: &Gazetteer,
) -> Option<PlaceRef> {
    let mut best: Option<(PlaceKind, PlaceRef)> = None;
    for (preposition, nps) in phrases {
        let word = parse.lower(*preposition);
        let site = word == "of" && preposition.checked_sub(1).is_some_and(|n| is_site(parse, n));
        let directed = matches!(word, "from" | "to" | "toward" | "towards" | "into" | "on" | "over");
        // "talks with Putin on Syria", "a vote over Scotland": what it is about.
        let about = matches!(word, "on" | "over")
            && matches!(
                event,
                EventType::Consult | EventType::Agree | EventType::Legal | EventType::Election
            );
        if directed && event.is_said() || about {
            continue;
        }
        // "shook Kharkiv": the verb itself puts it there.
        let verb = matches!(parse.chunks[*preposition].kind, Kind::Vg(_));
        if !(is_locative(word) || site || verb) || is_of_origin(parse, *preposition, own) {
            continue;
        }
        for np in nps {
            let place = named(text, parse.units, parse.chunks[*np].units.clone(), gazetteer);
            let Some(place) = place.or_else(|| around(text, parse, *np, gazetteer)) else { continue };
            let kind = kind_of(&place, gazetteer);
            // "at UN headquarters in Vienna": the one that goes on with where it is, is not the one we know.
            let elsewhere = best.as_ref().is_some_and(|(_, b)| {
                word == "in" && kind >= PlaceKind::City && b.country.is_some() && b.country != place.country
            });
            // "in X" beats "from X" and "to X" of the same grain, since it stands first more often than not.
            if elsewhere || best.as_ref().is_none_or(|(k, _)| kind > *k) {
                best = Some((kind, place));
            }
        }
    }
    best.map(|(_, place)| place)
}

/// "in Bukombo (Rutshuru, North Kivu)", "in Saraf Omra, North Darfur": where a place that nobody listed lies.
fn around(text: &str, parse: &Parse<'_, '_>, np: usize, gazetteer: &Gazetteer) -> Option<PlaceRef> {
    let chunk = |at: usize| parse.chunks.get(at);
    let is_np = |at: usize| chunk(at).is_some_and(|c| c.np().is_some());
    let at = |at: usize| named(text, parse.units, parse.chunks[at].units.clone(), gazetteer);
    let unknown = parse.chunks[np].np().is_some_and(|p| {
        parse.units[p.body.clone()].iter().any(|u| u.pos == Pos::Name && u.senses.is_empty())
    });
    if !unknown {
        return None;
    }
    let mut next = np + 1;
    if matches!(chunk(next)?.kind, Kind::Open) {
        let close = (next..parse.chunks.len()).find(|j| matches!(parse.chunks[*j].kind, Kind::Close))?;
        return (next + 1..close).filter(|j| is_np(*j)).find_map(at);
    }
    while matches!(chunk(next)?.kind, Kind::Comma) && is_np(next + 1) {
        // "in Mavivi, Uganda said": that is who speaks.
        if matches!(chunk(next + 2)?.kind, Kind::Vg(_) | Kind::Adverb) {
            return None;
        }
        if let Some(place) = at(next + 1) {
            return Some(place);
        }
        next += 2;
    }
    None
}

/// "Gunmen *in Simferopol* shot an officer", "residents *of Taizz* marched": where they are who do it.
pub(super) fn of_doers(
    text: &str,
    parse: &Parse<'_, '_>,
    doers: &[usize],
    event: EventType,
    gazetteer: &Gazetteer,
) -> Option<PlaceRef> {
    // "the rulers in Damascus allowed": a government acts from its capital, wherever that tells.
    use EventType::{Assault, Coerce, Death, Disaster, Mobilize, Protest};
    if !matches!(event, Assault | Coerce | Death | Disaster | Mobilize | Protest) {
        return None;
    }
    let last = *doers.last()?;
    let residents = parse.chunks[last].np().is_some_and(|np| {
        matches!(
            &*parse.units[np.head].lower,
            "residents" | "people" | "inhabitants" | "villagers" | "citizens"
        )
    });
    let at = |word: &str| matches!(word, "in" | "at" | "near" | "outside") || (residents && word == "of");
    let (_, nps) = trailing(parse, last).into_iter().next().filter(|(p, _)| at(parse.lower(*p)))?;
    let here = |np: &usize| named(text, parse.units, parse.chunks[*np].units.clone(), gazetteer);
    nps.iter().find_map(here)
}

/// "the coastal town of Netanya": a common noun for a place.
fn is_site(parse: &Parse<'_, '_>, np: usize) -> bool {
    parse.chunks[np].np().is_some_and(|p| {
        let head = &parse.units[p.head];
        head.word.site
            || matches!(
                &*head.lower,
                "country"
                    | "republic"
                    | "state"
                    | "kingdom"
                    | "nation"
                    | "peninsula"
                    | "valley"
                    | "sector"
                    | "quarter"
                    | "neighbourhood"
                    | "neighborhood"
                    | "part"
                    | "outskirts"
                    | "centre"
                    | "center"
                    | "streets"
                    | "enclave"
                    | "runway"
                    | "runways"
                    | "heart"
                    | "coast"
                    | "edge"
                    | "north"
                    | "south"
                    | "east"
                    | "west"
                    | "parts"
                    | "stronghold"
                    | "areas"
                    | "locality"
            )
    })
}

/// "met on her return from a summit in Malaysia": the place of what somebody came from.
///
/// `own` is the noun asked about: a summit in Malaysia was there, wherever somebody comes from.
pub(super) fn is_of_origin(parse: &Parse<'_, '_>, preposition: usize, own: Option<usize>) -> bool {
    own != preposition.checked_sub(1)
        && preposition.checked_sub(2).is_some_and(|from| {
            let thing = parse.chunks[preposition - 1]
                .np()
                .is_some_and(|p| parse.units[p.head].senses.is_empty() && !parse.units[p.head].word.site);
            thing && parse.lower(from) == "from" && matches!(parse.chunks[from].kind, Kind::Preposition)
        })
}

fn kind_of(place: &PlaceRef, gazetteer: &Gazetteer) -> PlaceKind {
    let entry = place.code.as_deref().and_then(|c| gazetteer.place_by_code(c)).map(|id| gazetteer.place(id));
    match entry {
        Some(e) if e.name == place.name => e.kind,
        _ => PlaceKind::Site,
    }
}

/// The phrases that are of an event itself: not those behind what it came after, "lifted them after a meeting *in
/// Riyadh*". `at` is the chunk of its verb.
pub(super) fn own<'p>(
    parse: &Parse<'_, '_>,
    phrases: &'p [Phrase],
    at: usize,
) -> impl Iterator<Item = &'p Phrase> {
    let temporal = |p: usize| matches!(parse.lower(p), "after" | "before" | "since" | "following" | "during");
    let named = |nps: &[usize]| nps.iter().any(|n| parse.chunks[*n].np().is_some());
    let cut = phrases.iter().find(|(p, nps)| *p > at && temporal(*p) && named(nps)).map(|(p, _)| *p);
    phrases.iter().filter(move |(p, _)| *p < at || cut.is_none_or(|c| *p < c))
}

/// The prepositional phrases that follow a noun phrase without anything but dates between.
pub(super) fn trailing(parse: &Parse<'_, '_>, np: usize) -> Vec<Phrase> {
    follow(parse, np).0
}

/// The chunk after the last of those phrases and dates.
pub(super) fn phrase_end(parse: &Parse<'_, '_>, np: usize) -> usize {
    follow(parse, np).1
}

/// The noun phrases joined to one behind a preposition: "with Egypt, Qatar and Jordan".
///
/// In "a visit to Moscow and Putin said" the second is the subject of what follows, unless the two are a `pair`.
pub(super) fn joined(parse: &Parse<'_, '_>, first: usize, pair: bool) -> Vec<usize> {
    let kind = |at: usize| parse.chunks.get(at).map(|c| &c.kind);
    let np = |at: usize| matches!(kind(at), Some(Kind::Np(_)));
    let finite = |at: usize| parse.chunks.get(at).is_some_and(is_predicate);
    let mut group = vec![first];
    let mut at = first + 1;
    loop {
        match kind(at) {
            Some(Kind::Conjunction) if np(at + 1) && (pair || !finite(at + 2)) => {
                group.push(at + 1);
                return group;
            }
            // "Egypt, Qatar and ...": a list comes to an "and".
            Some(Kind::Comma) if np(at + 1) && is_list(parse, at + 1) => {
                group.push(at + 1);
                at += 2;
            }
            _ => return group,
        }
    }
}

/// Whether names from here on are joined by commas up to an "and", which no finite verb follows.
fn is_list(parse: &Parse<'_, '_>, mut at: usize) -> bool {
    let kind = |at: usize| parse.chunks.get(at).map(|c| &c.kind);
    let name = |at: usize| parse.head(at).is_some_and(|u| u.pos == Pos::Name);
    while name(at) {
        match kind(at + 1) {
            Some(Kind::Conjunction) => {
                return name(at + 2) && !parse.chunks.get(at + 3).is_some_and(is_predicate);
            }
            Some(Kind::Comma) => at += 2,
            _ => return false,
        }
    }
    false
}

fn follow(parse: &Parse<'_, '_>, np: usize) -> (Vec<Phrase>, usize) {
    let kind = |at: usize| parse.chunks.get(at).map(|c| &c.kind);
    let mut phrases = Vec::new();
    let mut at = np + 1;
    loop {
        match (kind(at), kind(at + 1)) {
            (Some(Kind::Timex(_)), _) => at += 1,
            (Some(Kind::Preposition), Some(Kind::Timex(_))) => at += 2,
            // "since he took power": a clause, not a phrase.
            (Some(Kind::Preposition), Some(Kind::Np(_)))
                if matches!(parse.lower(at), "after" | "before" | "since" | "until" | "as" | "than")
                    && matches!(kind(at + 2), Some(Kind::Vg(_))) =>
            {
                return (phrases, at);
            }
            (Some(Kind::Preposition), Some(Kind::Np(_))) => {
                let preposition = at;
                let group = joined(parse, at + 1, matches!(parse.lower(preposition), "between" | "among"));
                at = group[group.len() - 1] + 1;
                phrases.push((preposition, group));
            }
            _ => return (phrases, at),
        }
    }
}
