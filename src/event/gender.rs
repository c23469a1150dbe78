//! What a person's title or given name tells of their gender: whom "he" and "she" cannot mean.

use crate::event::classes;

/// Of whom a pronoun speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
}

impl Gender {
    /// What a pronoun tells.
    pub(super) fn of_pronoun(word: &str) -> Option<Self> {
        match word {
            "he" | "him" | "his" | "himself" => Some(Self::Male),
            "she" | "her" | "hers" | "herself" => Some(Self::Female),
            _ => None,
        }
    }

    /// What a title tells: a spokeswoman is a woman, a king a man.
    pub(super) fn of_title(title: &str) -> Option<Self> {
        let last = title.rsplit([' ', '-']).next().unwrap_or(title);
        if last.ends_with("woman") || matches!(last, "queen" | "princess" | "mrs" | "ms" | "lady") {
            return Some(Self::Female);
        }
        let man = last.ends_with("man")
            || matches!(
                last,
                "king"
                    | "prince"
                    | "emir"
                    | "sultan"
                    | "pope"
                    | "mr"
                    | "sheikh"
                    | "ayatollah"
                    | "imam"
                    | "archbishop"
                    | "cardinal"
                    | "rabbi"
            );
        man.then_some(Self::Male)
    }

    /// What a full name's first word tells, where it is a woman's and never a man's.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let first = name.split_once(' ')?.0.to_lowercase();
        classes::has("woman", &first).then_some(Self::Female)
    }
}

#[cfg(test)]
mod tests {
    use super::Gender;

    #[test]
    fn only_a_given_name_that_men_never_bear_tells() {
        for name in ["Angela Merkel", "Gloria Macapagal Arroyo", "Benazir Bhutto"] {
            assert_eq!(Gender::of_name(name), Some(Gender::Female), "{name}");
        }
        for name in ["Merkel", "Kim Campbell", "Jean Chrétien", "Robert Gates"] {
            assert_eq!(Gender::of_name(name), None, "{name}");
        }
    }
}
