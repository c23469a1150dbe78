//! What is known of a name: entries with their names, roles by date, and where they lie.

use std::fmt::{self, Write};

use crate::gazetteer::{Actor, ActorId, Arm, Gazetteer, NameKind, Place, PlaceId, Role, Sense};

/// Every entry a name may stand for, likeliest first, one block each.
pub fn entries(gazetteer: &Gazetteer, senses: &[Sense], out: &mut dyn Write) -> fmt::Result {
    let mut shown: Vec<(bool, u32)> = Vec::new();
    for sense in senses {
        let key = match sense {
            Sense::Actor(id, _) => (true, id.0),
            Sense::Place(id, _) => (false, id.0),
        };
        if shown.contains(&key) {
            continue;
        }
        if !shown.is_empty() {
            out.write_char('\n')?;
        }
        shown.push(key);
        match *sense {
            Sense::Actor(id, kind) => actor(gazetteer, id, kind, out)?,
            Sense::Place(id, _) => place(gazetteer, id, out)?,
        }
    }
    Ok(())
}

/// An arm of a state, which has no entry of its own: whose it is, its forces and bodies that have one, and the state.
pub fn arm(gazetteer: &Gazetteer, typed: &str, arm: Arm, out: &mut dyn Write) -> fmt::Result {
    let state = gazetteer.actor(arm.state);
    let sector = format!("{:?}", arm.sector).to_uppercase();
    writeln!(out, "{typed}: {sector} of {} ({})\n", state.name, state.code)?;
    // A ministry is none of the others.
    let of_sector = gazetteer.arms_of(arm).filter(|_| !arm.ministry).chain([arm.state]);
    let senses: Vec<Sense> = of_sector.map(|id| Sense::Actor(id, NameKind::Name)).collect();
    entries(gazetteer, &senses, out)
}

fn actor(gazetteer: &Gazetteer, id: ActorId, kind: NameKind, out: &mut dyn Write) -> fmt::Result {
    let actor = gazetteer.actor(id);
    let by = match kind {
        NameKind::Name => "",
        NameKind::Metonym => ", by a seat that speaks for it",
        NameKind::Adjective | NameKind::People => ", by its people",
        NameKind::Surname => ", by surname",
        NameKind::Doubtful => ", where the context says so",
    };
    writeln!(out, "{} ({}), {}{by}", actor.name, actor.code, words(&format!("{:?}", actor.kind)))?;
    line(out, "also", &actor.aliases)?;
    line(out, "adjective", &actor.adjectives)?;
    line(out, "people", &actor.people)?;
    line(out, "speaks as", &actor.metonyms)?;
    let named = |code: &String| name_of(gazetteer, code.as_str());
    line(out, "part of", &actor.part_of.iter().map(named).collect::<Vec<_>>())?;
    line(
        out,
        "country",
        &gazetteer.country_of(actor).map(str::to_owned).iter().map(named).collect::<Vec<_>>(),
    )?;
    if actor.since.is_some() || actor.until.is_some() {
        field(out, "existed", &span(actor.since.as_deref(), actor.until.as_deref()))?;
    }
    line(out, "then", &actor.successors.iter().map(named).collect::<Vec<_>>())?;
    line(out, "members", &actor.members.iter().map(named).collect::<Vec<_>>())?;
    let mut roles: Vec<&Role> = actor.roles.iter().collect();
    roles.sort_by_key(|r| (r.first_day(), r.last_day()));
    for role in roles {
        let when = span(role.since.as_deref(), role.until.as_deref());
        field(out, "role", &format!("{when}  {} of {}", role.title, name_of(gazetteer, &role.acts_for)))?;
    }
    where_is(gazetteer, actor, out)
}

/// The map's side of an actor that is a place as well.
fn where_is(gazetteer: &Gazetteer, actor: &Actor, out: &mut dyn Write) -> fmt::Result {
    match gazetteer.place_by_code(&actor.code) {
        Some(id) => located(gazetteer, id, out),
        None => Ok(()),
    }
}

fn place(gazetteer: &Gazetteer, id: PlaceId, out: &mut dyn Write) -> fmt::Result {
    let place: &Place = gazetteer.place(id);
    writeln!(out, "{} ({}), {}", place.name, place.code, words(&format!("{:?}", place.kind)))?;
    line(out, "also", &place.aliases)?;
    located(gazetteer, id, out)
}

fn located(gazetteer: &Gazetteer, id: PlaceId, out: &mut dyn Write) -> fmt::Result {
    let place = gazetteer.place(id);
    let around = gazetteer.around(id);
    line(out, "lies in", &around.iter().map(|id| gazetteer.place(*id).name.clone()).collect::<Vec<_>>())?;
    let capital = place.capital.iter().filter_map(|code| gazetteer.place_by_code(code));
    line(out, "capital", &capital.map(|id| gazetteer.place(id).name.clone()).collect::<Vec<_>>())?;
    if place.population > 0 {
        field(out, "people", &place.population.to_string())?;
    }
    let (ns, ew) = (if place.lat < 0.0 { 'S' } else { 'N' }, if place.lon < 0.0 { 'W' } else { 'E' });
    field(out, "at", &format!("{:.2} {ns}, {:.2} {ew}", place.lat.abs(), place.lon.abs()))
}

fn line(out: &mut dyn Write, label: &str, words: &[String]) -> fmt::Result {
    if words.is_empty() { Ok(()) } else { field(out, label, &words.join(", ")) }
}

fn field(out: &mut dyn Write, label: &str, value: &str) -> fmt::Result {
    writeln!(out, "  {label:<10} {value}")
}

fn name_of(gazetteer: &Gazetteer, code: &str) -> String {
    let actor = gazetteer.actor_by_code(code).map(|id| gazetteer.actor(id).name.clone());
    actor.unwrap_or_else(|| code.to_owned())
}

/// An interval with its open ends as EDTF writes them.
fn span(since: Option<&str>, until: Option<&str>) -> String {
    format!("{}/{}", since.unwrap_or(".."), until.unwrap_or(".."))
}

/// "`ArmedGroup`" as words.
fn words(kind: &str) -> String {
    let mut words = String::new();
    for c in kind.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}
