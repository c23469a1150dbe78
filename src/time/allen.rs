//! Allen's interval algebra: thirteen relations, their inverses and composition, and sets of them for
//! intervals whose bounds are not known.
//!
//! Source: J. F. Allen, "Maintaining knowledge about temporal intervals", CACM 26(11), 1983. The composition
//! table is not typed in but derived: small intervals realise every combination there is.

use std::fmt;
use std::sync::LazyLock;

use crate::time::Interval;

/// How one interval lies to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Allen {
    /// Ends before the other begins.
    Before,
    /// Ends where the other begins.
    Meets,
    /// Begins first and ends inside.
    Overlaps,
    /// Both begin together; ends first.
    Starts,
    /// Wholly inside, touching neither end.
    During,
    /// Both end together; begins later.
    Finishes,
    /// The same.
    Equals,
    /// Inverse of `Finishes`.
    FinishedBy,
    /// Inverse of `During`.
    Contains,
    /// Inverse of `Starts`.
    StartedBy,
    /// Inverse of `Overlaps`.
    OverlappedBy,
    /// Inverse of `Meets`.
    MetBy,
    /// Inverse of `Before`.
    After,
}

impl Allen {
    /// All thirteen, in the order of their bits.
    pub const ALL: [Self; 13] = [
        Self::Before,
        Self::Meets,
        Self::Overlaps,
        Self::Starts,
        Self::During,
        Self::Finishes,
        Self::Equals,
        Self::FinishedBy,
        Self::Contains,
        Self::StartedBy,
        Self::OverlappedBy,
        Self::MetBy,
        Self::After,
    ];

    /// The relation of the second to the first.
    #[must_use]
    pub const fn inverse(self) -> Self {
        // The order of `ALL` is symmetric about `Equals`.
        Self::ALL[12 - self as usize]
    }

    /// What may hold between a and c when this holds between a and b, and `other` between b and c.
    pub fn compose(self, other: Self) -> AllenSet {
        TABLE[self as usize][other as usize]
    }

    /// The relation of two intervals of known ends, each with its start before its end.
    pub fn of<T: Ord + Copy>(a: (T, T), b: (T, T)) -> Self {
        use std::cmp::Ordering::{Equal, Greater, Less};
        match (a.0.cmp(&b.0), a.1.cmp(&b.1), a.1.cmp(&b.0), a.0.cmp(&b.1)) {
            (_, _, Less, _) => Self::Before,
            (_, _, Equal, _) => Self::Meets,
            (_, _, _, Greater) => Self::After,
            (_, _, _, Equal) => Self::MetBy,
            (Equal, Equal, ..) => Self::Equals,
            (Equal, Less, ..) => Self::Starts,
            (Equal, Greater, ..) => Self::StartedBy,
            (Greater, Equal, ..) => Self::Finishes,
            (Less, Equal, ..) => Self::FinishedBy,
            (Less, Less, ..) => Self::Overlaps,
            (Less, Greater, ..) => Self::Contains,
            (Greater, Less, ..) => Self::During,
            (Greater, Greater, ..) => Self::OverlappedBy,
        }
    }
}

/// Relations of which one holds, and we do not know which.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct AllenSet(u16);

impl AllenSet {
    /// None: a contradiction.
    pub const NONE: Self = Self(0);
    /// Any: nothing known.
    pub const ANY: Self = Self((1 << 13) - 1);

    /// Just this one.
    pub const fn only(relation: Allen) -> Self {
        Self(1 << relation as u16)
    }

    /// What either allows.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both allow.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether this one is possible.
    pub const fn contains(self, relation: Allen) -> bool {
        self.0 & (1 << relation as u16) != 0
    }

    /// Whether nothing is possible.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The one relation, where only one is left.
    pub fn single(self) -> Option<Allen> {
        self.0.is_power_of_two().then(|| self.iter().next()).flatten()
    }

    /// The relations in it.
    pub fn iter(self) -> impl Iterator<Item = Allen> {
        Allen::ALL.into_iter().filter(move |r| self.contains(*r))
    }

    /// The set for the two the other way round.
    #[must_use]
    pub fn inverse(self) -> Self {
        self.iter().fold(Self::NONE, |set, r| set.union(Self::only(r.inverse())))
    }

    /// What may hold between a and c when one of these holds between a and b, and one of `other` between b and c.
    #[must_use]
    pub fn compose(self, other: Self) -> Self {
        self.iter().fold(Self::NONE, |set, a| other.iter().fold(set, |set, b| set.union(a.compose(b))))
    }
}

impl fmt::Debug for AllenSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// Every composition, found by laying out three intervals with ends 0 to 5 in all ways: six ends can differ
/// at most, so nothing is left out.
static TABLE: LazyLock<[[AllenSet; 13]; 13]> = LazyLock::new(|| {
    let intervals: Vec<(u8, u8)> = (0..6).flat_map(|s| (s + 1..6).map(move |e| (s, e))).collect();
    let mut table = [[AllenSet::NONE; 13]; 13];
    for a in &intervals {
        for b in &intervals {
            for c in &intervals {
                let cell = &mut table[Allen::of(*a, *b) as usize][Allen::of(*b, *c) as usize];
                *cell = cell.union(AllenSet::only(Allen::of(*a, *c)));
            }
        }
    }
    table
});

/// What may hold between two events, each of which lies somewhere in its interval.
///
/// An event of known day may have filled any part of it, so two events of one day may stand in any relation;
/// what is certain is only which of the possible times lie apart. An open side allows everything on that side.
pub fn relations(a: &Interval, b: &Interval) -> AllenSet {
    let mut set = AllenSet::ANY;
    // a must be over before b can begin, or the other way round.
    if a.end.zip(b.start).is_some_and(|(end, start)| end < start) {
        set = AllenSet::only(Allen::Before);
    } else if b.end.zip(a.start).is_some_and(|(end, start)| end < start) {
        set = AllenSet::only(Allen::After);
    } else if a.end.zip(b.start).is_some_and(|(end, start)| end == start) {
        set = AllenSet::only(Allen::Before).union(AllenSet::only(Allen::Meets));
    } else if b.end.zip(a.start).is_some_and(|(end, start)| end == start) {
        set = AllenSet::only(Allen::After).union(AllenSet::only(Allen::MetBy));
    }
    set
}
