//! The ways an actor may be named, spelt out from its entry: plurals of peoples, surnames of persons.

use std::borrow::Cow;

use super::entry::{Actor, ActorKind};
use super::sense::NameKind;

/// Words that belong to the surname after them.
const PARTICLES: &[&str] = &[
    "abu", "ben", "bin", "da", "de", "del", "della", "di", "dos", "du", "ibn", "la", "le", "ould", "van",
    "von", "der",
];

/// Every name of the actor with the way it names.
pub(crate) fn names_of(actor: &Actor) -> Vec<(Cow<'_, str>, NameKind)> {
    let mut names = Vec::new();
    for name in std::iter::once(&actor.name).chain(&actor.aliases) {
        let kind = if actor.common && !name.contains(' ') { NameKind::Doubtful } else { NameKind::Name };
        names.push((Cow::Borrowed(name.as_str()), kind));
    }
    for name in &actor.metonyms {
        names.push((Cow::Borrowed(name.as_str()), NameKind::Metonym));
    }
    for word in &actor.adjectives {
        names.push((Cow::Borrowed(word.as_str()), NameKind::Adjective));
        // "a Syrian", "the French"; but "US" and "NATO" name no people.
        if !word.chars().all(char::is_uppercase) && actor.kind != ActorKind::Organisation {
            names.push((Cow::Borrowed(word.as_str()), NameKind::People));
            names.extend(plural(word).map(|p| (Cow::Owned(p), NameKind::People)));
        }
    }
    for word in &actor.people {
        names.push((Cow::Borrowed(word.as_str()), NameKind::People));
        names.extend(plural(word).map(|p| (Cow::Owned(p), NameKind::People)));
    }
    if actor.kind == ActorKind::Person {
        if let Some(given) = &actor.surnames {
            names.extend(given.iter().map(|s| (Cow::Borrowed(s.as_str()), NameKind::Surname)));
        } else {
            let all = std::iter::once(&actor.name).chain(&actor.aliases);
            names.extend(all.filter_map(|n| surname(n)).map(|s| (Cow::Borrowed(s), NameKind::Surname)));
        }
    }
    names
}

/// The plural of a noun for people; none for those in -ese, -sh, -ch and -s, which stand for the people as
/// they are: "the Chinese", "the British", "the French", "the Swiss".
fn plural(noun: &str) -> Option<String> {
    if let Some(stem) = noun.strip_suffix("man") {
        // "Frenchman", but "German" and "Roman" are no men.
        let compound = stem.ends_with(['h', 'x']);
        return Some(if compound { format!("{stem}men") } else { format!("{noun}s") });
    }
    let same = ["ese", "sh", "ch", "s", "x"].iter().any(|e| noun.ends_with(e));
    (!same).then(|| format!("{noun}s"))
}

/// The surname in a name of two words or more: the last word with the particles before it; an ordinal of
/// kings and popes is none.
fn surname(name: &str) -> Option<&str> {
    let (mut head, last) = name.rsplit_once(' ')?;
    if last.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) || last.ends_with('.') {
        return None;
    }
    let mut start = name.len() - last.len();
    loop {
        let before = head.rsplit_once(' ').map_or(head, |(_, w)| w);
        let particle = PARTICLES.contains(&before.to_lowercase().as_str());
        if !particle || before.len() == head.len() {
            return Some(&name[start..]);
        }
        start = head.len() - before.len();
        head = head[..start].trim_end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_keep_their_particles() {
        let table = [
            ("Bashar al-Assad", Some("al-Assad")),
            ("Mohammed bin Salman", Some("bin Salman")),
            ("Ursula von der Leyen", Some("von der Leyen")),
            ("Luiz Inácio Lula da Silva", Some("da Silva")),
            ("Dominique de Villepin", Some("de Villepin")),
            ("Abdullah II", None),
            ("Jolani", None),
        ];
        for (name, expected) in table {
            assert_eq!(surname(name), expected, "{name}");
        }
    }

    #[test]
    fn plurals_of_peoples() {
        let table = [
            ("Syrian", Some("Syrians")),
            ("Frenchman", Some("Frenchmen")),
            ("German", Some("Germans")),
            ("Turk", Some("Turks")),
            ("Chinese", None),
            ("British", None),
            ("Swiss", None),
        ];
        for (noun, expected) in table {
            assert_eq!(plural(noun).as_deref(), expected, "{noun}");
        }
    }
}
