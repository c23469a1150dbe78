//! Offices with their holders in order: the compact way to write who held what, when.

use std::collections::HashMap;

use serde::Deserialize;

use super::dates;
use super::entry::{Actor, ActorKind, Role, Sector};
use super::fold;
use super::titles;

/// One office of a state, organisation or group. A line a state and title, so that gaps and overlaps are seen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Office {
    /// Code of the state, body or group acted for.
    of: String,
    /// "president", "foreign minister": lower case.
    title: String,
    /// PLOVER sector in this office.
    #[serde(default = "government")]
    sector: Sector,
    /// Names with other spellings behind bars, and the EDTF interval of each term:
    /// ("Viktor Chernomyrdin|Viktor Tchernomyrdin", "1992-12-14/1998-03-23"). A surname that is not the last word
    /// stands between underscores: "_Suu Kyi_", "_Hun Sen_"; all of a name where others are meant by its last word
    /// alone: "_Jorge Alberto Uribe_".
    holders: Vec<(String, String)>,
}

const fn government() -> Sector {
    Sector::Gov
}

/// Where people are called by the first word of their names: family names in the East, given names elsewhere.
const FIRST_WORD: &[&str] = &["CHN", "ERI", "ETH", "HKG", "KOR", "MYS", "PRK", "THA", "TWN"];

/// Gives the offices to their holders: to those who have an entry of that name or alias, else to new ones.
///
/// An entry's own role in the same office goes before the one here, since it was written for that person.
///
/// # Errors
/// A term that is no EDTF interval, or a name that several people share.
pub(crate) fn seat(offices: Vec<Office>, actors: &mut Vec<Actor>) -> Result<(), String> {
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, actor) in actors.iter().enumerate().filter(|(_, a)| a.kind == ActorKind::Person) {
        // "hamad-bin-isa-al-khalifa", whose entry calls him King Hamad.
        known.entry(actor.code.clone()).or_default().push(at);
        for name in std::iter::once(&actor.name).chain(&actor.aliases) {
            let bearers = known.entry(fold::joined(name)).or_default();
            if !bearers.contains(&at) {
                bearers.push(at);
            }
        }
    }
    // How many roles each holder's own entry has.
    let mut own: HashMap<usize, usize> = HashMap::new();
    for office in offices {
        for (names, term) in &office.holders {
            let fault =
                |what: &str| format!("{} of {}: `{names}`, `{term}`: {what}", office.title, office.of);
            let (since, until) = interval(term).ok_or_else(|| fault("the term is no EDTF interval"))?;
            let role = Role {
                title: office.title.clone(),
                acts_for: office.of.clone(),
                sector: office.sector,
                since: since.map(str::to_owned),
                until: until.map(str::to_owned),
            };
            let plain = names.replace('_', "");
            let spellings: Vec<&str> = plain.split('|').collect();
            let bearers = spellings.iter().find_map(|name| known.get(&fold::joined(name)));
            let bearers = bearers.or_else(|| known.get(&code(spellings[0])));
            let at = match bearers.map(Vec::as_slice) {
                Some([only]) => *only,
                Some([_, _, ..]) => return Err(fault("several people have this name")),
                _ => {
                    actors.push(person(spellings[0], names, &office.of));
                    actors.len() - 1
                }
            };
            for spelling in &spellings {
                known.entry(fold::joined(spelling)).or_insert_with(|| vec![at]);
            }
            let holder = &mut actors[at];
            let spaced = spellings.iter().map(|s| (*s).to_owned());
            for spelling in spaced.chain(spellings.iter().filter_map(|s| glued(s))) {
                let mut names = std::iter::once(&holder.name).chain(&holder.aliases);
                if !names.any(|n| fold::joined(n) == fold::joined(&spelling)) {
                    holder.aliases.push(spelling);
                }
            }
            let own = *own.entry(at).or_insert(holder.roles.len());
            if !holder.roles[..own].iter().any(|r| is_same(r, &role)) {
                holder.roles.push(role);
            }
        }
    }
    Ok(())
}

/// Whether an entry tells of the same term already: that office, and years that touch.
fn is_same(written: &Role, role: &Role) -> bool {
    let year = |date: &Option<String>| date.as_deref().and_then(dates::parts).map(|(year, ..)| year);
    let starts = |r: &Role| year(&r.since).unwrap_or(i32::MIN);
    let ends = |r: &Role| year(&r.until).unwrap_or(i32::MAX);
    let one_office =
        written.acts_for == role.acts_for && titles::usual(&written.title) == titles::usual(&role.title);
    one_office && starts(written) <= ends(role) && starts(role) <= ends(written)
}

/// Somebody of whom nothing but offices is known.
fn person(name: &str, marked: &str, of: &str) -> Actor {
    let between = marked.split('|').next().and_then(|m| m.split('_').nth(1));
    let first = || name.split(' ').next().filter(|_| FIRST_WORD.contains(&of) && name.contains(' '));
    Actor {
        code: code(name),
        name: glued(name).unwrap_or_else(|| name.to_owned()),
        surnames: between.or_else(first).map(|s| vec![s.to_owned()]),
        ..nobody()
    }
}

/// "P. W. Botha" as news writes it: "P.W. Botha"; none where no initials stand apart.
fn glued(name: &str) -> Option<String> {
    let is_initial = |word: &str| word.len() == 2 && word.ends_with('.');
    let mut out = String::new();
    let mut before = "";
    for word in name.split(' ') {
        if !(out.is_empty() || is_initial(before) && is_initial(word)) {
            out.push(' ');
        }
        out.push_str(word);
        before = word;
    }
    (out != name).then_some(out)
}

/// A person of whom nothing is known.
const fn nobody() -> Actor {
    Actor {
        code: String::new(),
        kind: ActorKind::Person,
        name: String::new(),
        aliases: Vec::new(),
        adjectives: Vec::new(),
        people: Vec::new(),
        metonyms: Vec::new(),
        part_of: None,
        country: None,
        sector: None,
        roles: Vec::new(),
        members: Vec::new(),
        surnames: None,
        since: None,
        until: None,
        successors: Vec::new(),
        common: false,
    }
}

/// The two ends of an EDTF interval, "1981-05-21/1995-05-17"; "2017/.." goes on, "/1995" began nobody knows when.
fn interval(edtf: &str) -> Option<(Option<&str>, Option<&str>)> {
    let (from, to) = edtf.split_once('/')?;
    let end = |written: &'_ str| written.is_empty() || written == ".." || dates::parts(written).is_some();
    let said = |written| Some(written).filter(|w: &&str| dates::parts(w).is_some());
    (end(from) && end(to)).then(|| (said(from), said(to)))
}

/// The code of a person: the folded name with hyphens.
fn code(name: &str) -> String {
    let letters =
        |word: &fold::Word| word.text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    fold::words(name).iter().map(letters).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offices(text: &str) -> Vec<Office> {
        ron::from_str(text).unwrap()
    }

    #[test]
    fn holders_are_found_or_made() {
        let known = Actor {
            code: "ann-oakes".to_owned(),
            name: "Ann Oakes".to_owned(),
            aliases: vec!["Dame Ann Oakes".to_owned()],
            ..nobody()
        };
        let mut actors = vec![known];
        let text = r#"[(of: "GBR", title: "prime minister", holders: [("Dame Ann Oakes", "1990/1992-04"),
            ("Émile _Du Pré_|Emil Dupre", "1992-04/.."), ("Ann Oakes", "1999/..")])]"#;
        seat(offices(text), &mut actors).unwrap();
        assert_eq!(actors.len(), 2);
        assert_eq!(actors[0].roles.len(), 2);
        let new = &actors[1];
        assert_eq!((new.code.as_str(), new.name.as_str()), ("emile-du-pre", "Émile Du Pré"));
        assert_eq!(new.aliases, ["Emil Dupre"]);
        assert_eq!(new.surnames.as_deref(), Some(&["Du Pré".to_owned()][..]));
        assert_eq!((new.roles[0].since.as_deref(), new.roles[0].until.as_deref()), (Some("1992-04"), None));
    }

    #[test]
    fn initials_stand_apart_or_not() {
        assert_eq!(glued("P. W. Botha").as_deref(), Some("P.W. Botha"));
        assert_eq!(glued("George H. W. Bush").as_deref(), Some("George H.W. Bush"));
        assert_eq!(glued("J. Smith"), None);
        let mut actors = Vec::new();
        let text = r#"[(of: "ZAF", title: "president", holders: [("P. W. Botha", "1984-09/1989-08")])]"#;
        seat(offices(text), &mut actors).unwrap();
        assert_eq!((actors[0].name.as_str(), actors[0].code.as_str()), ("P.W. Botha", "p-w-botha"));
        assert_eq!(actors[0].aliases, ["P. W. Botha"]);
    }

    #[test]
    fn what_cannot_be_is_told() {
        let text = r#"[(of: "GBR", title: "king", holders: [("Ann Oakes", "1990")])]"#;
        assert!(seat(offices(text), &mut Vec::new()).unwrap_err().contains("no EDTF interval"));
    }

    #[test]
    fn intervals_may_be_open() {
        assert_eq!(interval("1981-05-21/1995"), Some((Some("1981-05-21"), Some("1995"))));
        assert_eq!(interval("2017/.."), Some((Some("2017"), None)));
        assert_eq!(interval("/1995-05"), Some((None, Some("1995-05"))));
        for bad in ["1981", "1981/now", "81/82", "1981/1982/1983"] {
            assert_eq!(interval(bad), None, "{bad}");
        }
    }
}
