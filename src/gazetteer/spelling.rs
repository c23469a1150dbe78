//! Words of names that newsrooms transliterate in several ways, and the one spelling they are compared in.

/// The spelling that stands for this one; both are folded.
pub(super) fn usual(folded: &str) -> Option<&'static str> {
    VARIANTS.get(folded).copied()
}

/// Given names and the commonest parts of Arabic, Persian and Turkic names. Only words that are nothing but
/// spellings of each other: two different names must never become one. A final h after a is gone by then.
static VARIANTS: phf::Map<&'static str, &'static str> = phf::phf_map! {
    "abdul" => "abd", "abdel" => "abd", "abdal" => "abd", "abdol" => "abd",
    "abdalla" => "abdulla", "abdolla" => "abdulla",
    "abdelaziz" => "abdulaziz", "abdalaziz" => "abdulaziz",
    "abdurrahman" => "abdulrahman", "abdelrahman" => "abdulrahman", "abdirahman" => "abdulrahman",
    "ahmad" => "ahmed", "ahmet" => "ahmed", "achmad" => "ahmed",
    "asad" => "assad", "esad" => "assad",
    "daud" => "dawood", "dawud" => "dawood", "daoud" => "dawood",
    "ebrahim" => "ibrahim", "ibraheem" => "ibrahim",
    "faysal" => "faisal", "feisal" => "faisal",
    "gadhafi" => "gaddafi", "gadaffi" => "gaddafi", "qaddafi" => "gaddafi", "qadhafi" => "gaddafi",
    "kadafi" => "gaddafi", "kadhafi" => "gaddafi", "khadafy" => "gaddafi", "qadhdhafi" => "gaddafi",
    "moammar" => "muammar", "muamar" => "muammar", "moamer" => "muammar", "moamar" => "muammar",
    "hasan" => "hassan",
    "hizbolla" => "hezbolla", "hizbulla" => "hezbolla", "hezballa" => "hezbolla", "hizballa" => "hezbolla",
    "hussain" => "hussein", "husain" => "hussein", "husayn" => "hussein", "hossein" => "hussein",
    "hosein" => "hussein", "husein" => "hussein", "hussien" => "hussein",
    "huthi" => "houthi", "huthis" => "houthis",
    "ismael" => "ismail", "ismaeel" => "ismail", "esmail" => "ismail",
    "jafar" => "jaafar", "jaffar" => "jaafar",
    "khalid" => "khaled",
    "mahmud" => "mahmoud",
    "mohammad" => "mohammed", "mohamed" => "mohammed", "mohamad" => "mohammed", "muhammad" => "mohammed",
    "muhammed" => "mohammed", "muhamad" => "mohammed", "muhamed" => "mohammed",
    "mostafa" => "mustafa", "moustafa" => "mustafa", "mustapha" => "mustafa", "moustapha" => "mustafa",
    "usama" => "osama", "ousama" => "osama", "oussama" => "osama",
    "umar" => "omar",
    "qaida" => "qaeda", "kaida" => "qaeda", "kaeda" => "qaeda",
    "rashed" => "rashid", "rasheed" => "rashid",
    "salih" => "saleh",
    "shabab" => "shabaab",
    "soleiman" => "suleiman", "sulayman" => "suleiman", "sulaiman" => "suleiman",
    "tarek" => "tariq", "tareq" => "tariq",
    "walid" => "waleed",
    "yusuf" => "yousef", "yusef" => "yousef", "youssef" => "yousef", "yousuf" => "yousef",
    "zayid" => "zayed",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_usual_spelling_has_another() {
        for (variant, usual) in VARIANTS.entries() {
            assert!(variant == usual || !VARIANTS.contains_key(*usual), "{variant}");
        }
    }
}
