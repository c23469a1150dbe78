//! Whether the same ones take part.

use crate::chronology::profile::{Party, Profile};
use crate::chronology::ties::Ties;
use crate::gazetteer::Sector;

/// How two participants stand, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    /// The same one.
    Same,
    /// One acts for the other: Putin and Russia.
    Speaks,
    /// Both act for a third: the Kremlin and the Russian army.
    Kin,
    /// A description that may mean anyone: "rebel forces".
    Vague,
    /// Two different ones.
    Other,
}

impl Bond {
    const fn points(self) -> i32 {
        match self {
            Self::Same => 40,
            Self::Speaks => 25,
            Self::Kin => 15,
            Self::Vague | Self::Other => 0,
        }
    }
}

/// Who it is done to, and whether both mentions agree on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Patient {
    /// The same person.
    Person,
    /// The same one, who is no person.
    Same,
    /// Neither says.
    Unnamed,
    /// Not known to be the same.
    Other,
}

/// How the participants of two mentions stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cast {
    pub(super) points: i32,
    /// Each names someone whom the other excludes.
    pub(super) clash: bool,
    pub(super) patient: Patient,
}

pub(super) fn compare(a: &Profile<'_>, b: &Profile<'_>, ties: &Ties<'_>) -> Cast {
    if a.mutual() || b.mutual() {
        let slot = slot(&everyone(a), &everyone(b), ties);
        let clash = slot.strangers && slot.bonds.len() < 2;
        let patient = match slot.bonds.as_slice() {
            [Bond::Same | Bond::Speaks, Bond::Same | Bond::Speaks, ..] => Patient::Same,
            _ => Patient::Other,
        };
        return Cast { points: slot.points(2) - i32::from(slot.strangers) * 10, clash, patient };
    }
    let side = |x: &[Party<'_>], y: &[Party<'_>]| {
        slot(&x.iter().collect::<Vec<_>>(), &y.iter().collect::<Vec<_>>(), ties)
    };
    let (acting, undergoing) = (side(&a.actors, &b.actors), side(&a.recipients, &b.recipients));
    let clash = |s: &Slot| s.strangers && s.bonds.is_empty();
    let patient = match (undergoing.bonds.first(), undergoing.person) {
        _ if a.recipients.is_empty() && b.recipients.is_empty() => Patient::Unnamed,
        (Some(Bond::Same), true) => Patient::Person,
        (Some(Bond::Same), false) => Patient::Same,
        _ => Patient::Other,
    };
    // Who did it is often claimed, denied or described anew; to whom it was done is not.
    let clash_points = i32::from(clash(&acting)) * 60;
    Cast {
        points: acting.points(1) + undergoing.points(1) - clash_points,
        clash: clash(&acting) || clash(&undergoing),
        patient: if clash(&undergoing) { Patient::Other } else { patient },
    }
}

fn everyone<'p, 'm>(profile: &'p Profile<'m>) -> Vec<&'p Party<'m>> {
    profile.actors.iter().chain(&profile.recipients).collect()
}

/// The pairing of two lists.
struct Slot {
    /// Bonds found, best first.
    bonds: Vec<Bond>,
    /// Each list has one whom nobody in the other answers.
    strangers: bool,
    /// Whether the best bond is between two mentions of a person.
    person: bool,
}

impl Slot {
    /// The best bonds in full, further ones as a small addition.
    fn points(&self, full: usize) -> i32 {
        let value = |(at, bond): (usize, &Bond)| if at < full { bond.points() } else { bond.points() / 8 };
        self.bonds.iter().enumerate().map(value).sum()
    }
}

fn slot(xs: &[&Party<'_>], ys: &[&Party<'_>], ties: &Ties<'_>) -> Slot {
    if let ([x], [y]) = (xs, ys) {
        let bond = bond(x, y, ties);
        let bonds = if matches!(bond, Bond::Vague | Bond::Other) { Vec::new() } else { vec![bond] };
        let person = bond != Bond::Other && x.person && y.person;
        return Slot { bonds, strangers: bond == Bond::Other, person };
    }
    let mut pairs: Vec<(Bond, usize, usize)> = Vec::with_capacity(xs.len() * ys.len());
    for (i, x) in xs.iter().enumerate() {
        pairs.extend(ys.iter().enumerate().map(|(j, y)| (bond(x, y, ties), i, j)));
    }
    pairs.sort_unstable();
    let (mut used_x, mut used_y) = (vec![false; xs.len()], vec![false; ys.len()]);
    let mut slot = Slot { bonds: Vec::new(), strangers: false, person: false };
    for &(bond, i, j) in &pairs {
        if bond == Bond::Other || used_x[i] || used_y[j] {
            continue;
        }
        (used_x[i], used_y[j]) = (true, true);
        slot.person |= slot.bonds.is_empty() && xs[i].person && ys[j].person;
        if bond != Bond::Vague {
            slot.bonds.push(bond);
        }
    }
    // "Russia and its president" is no stranger to "the Kremlin" just because one of the two was paired already.
    for &(bond, i, j) in &pairs {
        if bond != Bond::Other {
            (used_x[i], used_y[j]) = (true, true);
        }
    }
    slot.strangers = used_x.contains(&false) && used_y.contains(&false);
    slot
}

fn bond(p: &Party<'_>, q: &Party<'_>, ties: &Ties<'_>) -> Bond {
    if let (Some(x), Some(y)) = (p.code(), q.code()) {
        if p.keys.code == q.keys.code {
            return Bond::Same;
        }
        if speaks(p, q) || speaks(q, p) {
            return Bond::Speaks;
        }
        // Nobody acts for another country; those of no country may.
        let foreign = p.keys.country != q.keys.country && p.keys.country != 0 && q.keys.country != 0;
        let (x, y) = ((p.keys.code, x), (q.keys.code, y));
        if !foreign && (ties.acts_for(x, y) || ties.acts_for(y, x)) {
            return Bond::Speaks;
        }
        let two_persons = p.person && q.person;
        let one_cause = p.keys.acts_for != 0 && p.keys.acts_for == q.keys.acts_for;
        // Two territories of one crown are two.
        let two_states = p.state && q.state;
        return if one_cause && !two_persons && !two_states { Bond::Kin } else { Bond::Other };
    }
    if p.keys.name == q.keys.name {
        return if p.generic && q.generic { Bond::Kin } else { Bond::Same };
    }
    if !p.generic && !q.generic && short_form(&p.name, &q.name) {
        return Bond::Same;
    }
    if speaks(p, q) || speaks(q, p) {
        return Bond::Speaks;
    }
    if !p.generic && !q.generic {
        return Bond::Other;
    }
    let shared = p.name.split(' ').any(|w| q.name.split(' ').any(|v| v == w));
    if shared && p.generic && q.generic { Bond::Kin } else { Bond::Vague }
}

/// Whether `p` acts for `q` by what its article says.
fn speaks(p: &Party<'_>, q: &Party<'_>) -> bool {
    if p.keys.acts_for == q.keys.name {
        return true;
    }
    let official = matches!(
        p.given.sector,
        Some(Sector::Gov | Sector::Mil | Sector::Cop | Sector::Jud | Sector::Spy | Sector::Leg)
    );
    official && q.keys.code != 0 && p.keys.country == q.keys.code
}

/// Whether one name is the end of the other: "al-Sharaa", "Ahmed al-Sharaa".
fn short_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let short = short.strip_prefix("al ").unwrap_or(short);
    short.len() >= 3 && long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}
