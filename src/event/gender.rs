//! What a person's title or given name tells of their gender: whom "he" and "she" cannot mean.

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
        let (first, _) = name.split_once(' ')?;
        FEMALE.binary_search(&first).is_ok().then_some(Self::Female)
    }
}

/// Given names of women in the news, in their order.
const FEMALE: &[&str] = &[
    "Agathe",
    "Aisha",
    "Alice",
    "Alicia",
    "Amina",
    "Amy",
    "Ana",
    "Angela",
    "Anita",
    "Ann",
    "Anna",
    "Annalena",
    "Anne",
    "Annegret",
    "Asma",
    "Ayesha",
    "Barbara",
    "Beata",
    "Beatriz",
    "Benazir",
    "Berta",
    "Betty",
    "Brigitte",
    "Carla",
    "Carmen",
    "Carol",
    "Caroline",
    "Catherine",
    "Cecilia",
    "Chandrika",
    "Charlotte",
    "Christine",
    "Cindy",
    "Claire",
    "Claudia",
    "Condoleezza",
    "Corazon",
    "Cristina",
    "Dalia",
    "Diana",
    "Dilma",
    "Dina",
    "Dora",
    "Dorothy",
    "Edith",
    "Elena",
    "Elisabeth",
    "Elizabeth",
    "Ellen",
    "Elsa",
    "Emily",
    "Emma",
    "Erna",
    "Eugenia",
    "Eva",
    "Evelyn",
    "Fatima",
    "Federica",
    "Fiona",
    "Florence",
    "Frances",
    "Gabriela",
    "Giorgia",
    "Gloria",
    "Golda",
    "Graça",
    "Hanan",
    "Hanna",
    "Hannah",
    "Harriet",
    "Heidi",
    "Helen",
    "Helena",
    "Helga",
    "Hillary",
    "Hina",
    "Ilse",
    "Imelda",
    "Indira",
    "Ingrid",
    "Irina",
    "Isabel",
    "Isabella",
    "Jacinda",
    "Jane",
    "Janet",
    "Jeanine",
    "Jennifer",
    "Jessica",
    "Joan",
    "Joyce",
    "Judith",
    "Julia",
    "Julie",
    "Kaja",
    "Kamala",
    "Karin",
    "Katerina",
    "Katherine",
    "Kathleen",
    "Khaleda",
    "Kolinda",
    "Laura",
    "Leila",
    "Leymah",
    "Linda",
    "Lisa",
    "Liz",
    "Louise",
    "Lucia",
    "Lydia",
    "Madeleine",
    "Magdalena",
    "Maia",
    "Malala",
    "Manuela",
    "Margaret",
    "Margot",
    "Margrethe",
    "Maria",
    "Marie",
    "Marina",
    "Marine",
    "Martha",
    "Mary",
    "María",
    "Megawati",
    "Melania",
    "Mette",
    "Mia",
    "Michelle",
    "Miri",
    "Mirjana",
    "Monica",
    "Nadia",
    "Najla",
    "Nancy",
    "Natalia",
    "Nawal",
    "Ngozi",
    "Nicola",
    "Nikki",
    "Nkosazana",
    "Olena",
    "Olga",
    "Patricia",
    "Phumzile",
    "Portia",
    "Priti",
    "Rachel",
    "Radmila",
    "Rosa",
    "Rosemary",
    "Ruth",
    "Salome",
    "Samantha",
    "Samia",
    "Sandra",
    "Sanna",
    "Sarah",
    "Sonia",
    "Sophie",
    "Susan",
    "Suzanne",
    "Svetlana",
    "Sviatlana",
    "Tansu",
    "Tarja",
    "Teresa",
    "Theresa",
    "Tzipi",
    "Ursula",
    "Valentina",
    "Vera",
    "Victoria",
    "Vigdís",
    "Vilma",
    "Viola",
    "Violeta",
    "Winnie",
    "Yekaterina",
    "Yingluck",
    "Yulia",
    "Yuliya",
    "Zeinab",
];

#[cfg(test)]
mod tests {
    use super::{FEMALE, Gender};

    #[test]
    fn names_are_in_order() {
        assert!(FEMALE.is_sorted(), "{:?}", FEMALE.windows(2).find(|w| w[0] > w[1]));
    }

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
