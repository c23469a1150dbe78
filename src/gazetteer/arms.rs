//! Forces, ministries and other arms of a state by rule, as people type them: "Philippine army", "Russian Interior
//! Ministry", "Ministry of Defence of Chad". Every state has them; few have entries.

use super::tables::fold;
use super::{ActorId, ActorKind, Gazetteer, NameKind, Sector, Sense};

/// What arms are called, in folded words, with the sector they act in.
const NOUNS: &[(Sector, &[&str])] = &[
    (
        Sector::Mil,
        &[
            "army",
            "military",
            "armed forces",
            "general staff",
            "defence forces",
            "defense forces",
            "ground forces",
            "forces",
            "troops",
            "soldiers",
            "navy",
            "air force",
            "marines",
            "marine corps",
            "special forces",
            "security forces",
            "national guard",
            "coast guard",
            "coastguard",
        ],
    ),
    (
        Sector::Cop,
        &[
            "police",
            "national police",
            "federal police",
            "riot police",
            "police force",
            "gendarmerie",
            "border police",
        ],
    ),
    (
        Sector::Spy,
        &[
            "intelligence",
            "intelligence service",
            "intelligence services",
            "intelligence agency",
            "military intelligence",
            "secret service",
            "secret police",
        ],
    ),
    (
        Sector::Gov,
        &["government", "administration", "cabinet", "authorities", "leadership", "regime", "junta"],
    ),
    (Sector::Leg, &["parliament", "senate", "congress", "legislature", "national assembly", "lawmakers"]),
    (Sector::Jud, &["court", "courts", "supreme court", "constitutional court", "high court", "judiciary"]),
];

/// What a state acts through where its ministries have no words of their own.
const OFFICES: &[&str] = &["foreign office", "home office", "embassy", "consulate", "treasury"];

/// A part of a state that acts in one sector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arm {
    /// Whose it is.
    pub state: ActorId,
    /// PLOVER sector it acts in.
    pub sector: Sector,
    /// It is one ministry or embassy, whose doings are filed under the state, and not those of all who govern.
    pub ministry: bool,
}

impl Gazetteer {
    /// The arm of a state that a typed name is of: its adjective, name or genitive before the noun, or its name
    /// behind it, with or without "of"; any case.
    pub fn arm(&self, typed: &str) -> Option<Arm> {
        let words = fold::words(typed);
        // "Ministry of Interior (Egypt)"
        let words: Vec<&str> =
            words.iter().map(|w| w.text.as_str()).filter(|w| w.contains(char::is_alphanumeric)).collect();
        (1..words.len()).find_map(|at| {
            let (left, right) = words.split_at(at);
            let owned = || Some((self.owner(left)?, right));
            let of = || {
                let state = match right {
                    ["of" | "in", state @ ..] => state,
                    state => state,
                };
                Some((self.owner(state)?, left))
            };
            [owned(), of()].into_iter().flatten().find_map(|(state, noun)| arm_of(state, noun))
        })
    }

    /// Entries of the forces and bodies that a state has in a sector, in the order of the tables.
    pub fn arms_of(&self, arm: Arm) -> impl Iterator<Item = ActorId> + '_ {
        let code = self.actor(arm.state).code.as_str();
        let is_arm = move |id: &ActorId| {
            let actor = self.actor(*id);
            let kind = matches!(actor.kind, ActorKind::Force | ActorKind::Body);
            kind && actor.sector == Some(arm.sector) && self.acts_for(&actor.code, code)
        };
        self.actors().map(|(id, _)| id).filter(is_arm)
    }

    /// The state that these words name, "the" and an "'s" aside.
    fn owner(&self, words: &[&str]) -> Option<ActorId> {
        let words = words.strip_suffix(&["'s"]).unwrap_or(words);
        let state = |sense: Sense| match sense {
            Sense::Actor(id, NameKind::Name | NameKind::Adjective) => Some(id),
            _ => None,
        };
        self.find(&words.join(" ")).into_iter().filter(|s| self.is_state(*s)).find_map(state)
    }
}

fn arm_of(state: ActorId, noun: &[&str]) -> Option<Arm> {
    let name = noun.join(" ");
    if let Some((sector, _)) = NOUNS.iter().find(|(_, names)| names.contains(&name.as_str())) {
        return Some(Arm { state, sector: *sector, ministry: false });
    }
    let ministry =
        matches!(noun, [.., "ministry" | "department"] | ["ministry" | "department", "of" | "for", _, ..])
            || OFFICES.contains(&name.as_str());
    ministry.then_some(Arm { state, sector: Sector::Gov, ministry })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arms_of_any_state_by_rule() {
        let gazetteer = Gazetteer::built_in();
        let hits = [
            ("Israeli army", "ISR", Sector::Mil, false),
            ("philippine military", "PHL", Sector::Mil, false),
            ("the French navy", "FRA", Sector::Mil, false),
            ("Armed Forces of the Philippines", "PHL", Sector::Mil, false),
            ("U.S. Air Force", "USA", Sector::Mil, false),
            ("Ukraine's General Staff", "UKR", Sector::Mil, false),
            ("Kenya's police", "KEN", Sector::Cop, false),
            ("South Korean National Police", "KOR", Sector::Cop, false),
            ("Egyptian intelligence", "EGY", Sector::Spy, false),
            ("German government", "DEU", Sector::Gov, false),
            ("Polish parliament", "POL", Sector::Leg, false),
            ("Supreme Court of Kenya", "KEN", Sector::Jud, false),
            ("Russian Interior Ministry", "RUS", Sector::Gov, true),
            ("Syrian Ministry of Defense", "SYR", Sector::Gov, true),
            ("Ministry of Defense of Russia", "RUS", Sector::Gov, true),
            ("Ministry of Foreign Affairs of the Republic of Chad", "TCD", Sector::Gov, true),
            ("Ministry of Interior (Egypt)", "EGY", Sector::Gov, true),
            ("Iranian embassy", "IRN", Sector::Gov, true),
        ];
        for (typed, code, sector, ministry) in hits {
            let arm = gazetteer.arm(typed).unwrap_or_else(|| panic!("{typed}: none"));
            let found = (gazetteer.actor(arm.state).code.as_str(), arm.sector, arm.ministry);
            assert_eq!(found, (code, sector, ministry), "{typed}");
        }
        for typed in [
            "",
            "army",
            "Russia",
            "Ruritanian army",
            "Salvation Army",
            "Russian roulette",
            "Kurdish forces",
            "Syrian opposition",
        ] {
            assert_eq!(gazetteer.arm(typed), None, "{typed}");
        }
    }

    #[test]
    fn entries_of_an_arm() {
        let gazetteer = Gazetteer::built_in();
        let arm = gazetteer.arm("Israeli military").unwrap();
        assert!(gazetteer.arms_of(arm).any(|id| gazetteer.actor(id).code == "IDF"));
        assert!(gazetteer.arms_of(arm).all(|id| gazetteer.actor(id).code != "ISR"));
    }
}
