//! What a name may stand for.

/// An actor of the loaded tables; never leaves the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub(crate) u32);

/// A place of the loaded tables; never leaves the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub(crate) u32);

/// What a name in the text may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// An actor, named in this way.
    Actor(ActorId, NameKind),
    /// A place.
    Place(PlaceId, NameKind),
}

/// In which way a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// The canonical name or an alias that stands for it by itself.
    Name,
    /// A capital or a seat that speaks for its state: "Moscow", "the Kremlin".
    Metonym,
    /// "Syrian": of that state or people.
    Adjective,
    /// "Syrians", "a Syrian": people of that state.
    People,
    /// A surname alone: only where the full name stands in the article, or the name has one bearer.
    Surname,
    /// A name that is more often something else, a word or a person: "Reading", "Victoria", "Total". Only where the
    /// words around it say what it is; see [`Gazetteer::name_in`](crate::gazetteer::Gazetteer::name_in).
    Doubtful,
}

const KINDS: [NameKind; 6] = [
    NameKind::Name,
    NameKind::Metonym,
    NameKind::Adjective,
    NameKind::People,
    NameKind::Surname,
    NameKind::Doubtful,
];

impl Sense {
    /// In which way it is named.
    pub const fn kind(self) -> NameKind {
        match self {
            Self::Actor(_, kind) | Self::Place(_, kind) => kind,
        }
    }

    /// The actor it names, and in which way.
    pub const fn actor(self) -> Option<(ActorId, NameKind)> {
        match self {
            Self::Actor(id, kind) => Some((id, kind)),
            Self::Place(..) => None,
        }
    }

    /// The place it names.
    pub const fn place(self) -> Option<PlaceId> {
        match self {
            Self::Place(id, _) => Some(id),
            Self::Actor(..) => None,
        }
    }

    /// As a number: a bit for actor or place, three for the kind, the rest for the entry.
    pub(crate) const fn to_number(self) -> u32 {
        match self {
            Self::Actor(id, kind) => id.0 << 4 | (kind as u32) << 1,
            Self::Place(id, kind) => id.0 << 4 | (kind as u32) << 1 | 1,
        }
    }

    /// The sense of a number, in a table whose entries are counted from these on.
    pub(crate) fn from_number(number: u32, actors: u32, places: u32) -> Self {
        let kind = KINDS.get((number >> 1 & 7) as usize).copied().unwrap_or(NameKind::Doubtful);
        match number & 1 {
            0 => Self::Actor(ActorId(actors + (number >> 4)), kind),
            _ => Self::Place(PlaceId(places + (number >> 4)), kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_both_ways() {
        for kind in KINDS {
            for sense in [Sense::Actor(ActorId(70_000), kind), Sense::Place(PlaceId(3), kind)] {
                assert_eq!(Sense::from_number(sense.to_number(), 0, 0), sense);
            }
        }
        let own = Sense::from_number(Sense::Place(PlaceId(3), NameKind::Name).to_number(), 10, 20);
        assert_eq!(own, Sense::Place(PlaceId(23), NameKind::Name));
    }
}
