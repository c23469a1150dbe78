//! From base forms to the forms a newspaper prints, and from plurals back.
//!
//! The data files name base forms only ("withdraw", "sanction"). Regular endings are rules; the rest is one table.
//! Where British and American spelling part ("cancelled", "canceled") both are made.

use std::borrow::Cow;

/// What an inflected form may be; a form can be several: "set" is base, past and participle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Inflection {
    /// "withdraw"
    Base,
    /// "withdraws"
    ThirdPerson,
    /// "withdrew"
    Past,
    /// "withdrawn"
    Participle,
    /// "withdrawing"
    Gerund,
    /// "withdrawal"
    Singular,
    /// "withdrawals"
    Plural,
}

impl Inflection {
    /// Every form.
    pub(crate) const ALL: [Self; 7] = [
        Self::Base,
        Self::ThirdPerson,
        Self::Past,
        Self::Participle,
        Self::Gerund,
        Self::Singular,
        Self::Plural,
    ];
}

/// Base, past, participle; a slash parts variants.
const IRREGULAR_VERBS: &[(&str, &str, &str)] = &[
    ("arise", "arose", "arisen"),
    ("bear", "bore", "borne"),
    ("beat", "beat", "beaten"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("bend", "bent", "bent"),
    ("beset", "beset", "beset"),
    ("bid", "bid", "bid"),
    ("bind", "bound", "bound"),
    ("bleed", "bled", "bled"),
    ("blow", "blew", "blown"),
    ("break", "broke", "broken"),
    ("breed", "bred", "bred"),
    ("bring", "brought", "brought"),
    ("broadcast", "broadcast", "broadcast"),
    ("build", "built", "built"),
    ("burn", "burned/burnt", "burned/burnt"),
    ("burst", "burst", "burst"),
    ("buy", "bought", "bought"),
    ("cast", "cast", "cast"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("cling", "clung", "clung"),
    ("come", "came", "come"),
    ("cost", "cost", "cost"),
    ("creep", "crept", "crept"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("dig", "dug", "dug"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("dream", "dreamed", "dreamed"),
    ("drink", "drank", "drunk"),
    ("drive", "drove", "driven"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feed", "fed", "fed"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("flee", "fled", "fled"),
    ("fly", "flew", "flown"),
    ("forbid", "forbade/forbad", "forbidden"),
    ("foresee", "foresaw", "foreseen"),
    ("foreswear", "foreswore", "foresworn"),
    ("forget", "forgot", "forgotten"),
    ("forgive", "forgave", "forgiven"),
    ("forgo", "forwent", "forgone"),
    ("forsake", "forsook", "forsaken"),
    ("freeze", "froze", "frozen"),
    ("get", "got", "got/gotten"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("hang", "hanged/hung", "hanged/hung"),
    ("hear", "heard", "heard"),
    ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("hurt", "hurt", "hurt"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("lend", "lent", "lent"),
    ("let", "let", "let"),
    ("lie", "lay", "lain"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("mislead", "misled", "misled"),
    ("mistake", "mistook", "mistaken"),
    ("misunderstand", "misunderstood", "misunderstood"),
    ("offset", "offset", "offset"),
    ("outbid", "outbid", "outbid"),
    ("outdo", "outdid", "outdone"),
    ("overcome", "overcame", "overcome"),
    ("override", "overrode", "overridden"),
    ("overrun", "overran", "overrun"),
    ("oversee", "oversaw", "overseen"),
    ("outbid", "outbid", "outbid"),
    ("outsell", "outsold", "outsold"),
    ("overtake", "overtook", "overtaken"),
    ("overthrow", "overthrew", "overthrown"),
    ("partake", "partook", "partaken"),
    ("pay", "paid", "paid"),
    ("plead", "pleaded/pled", "pleaded/pled"),
    ("prove", "proved", "proven"),
    ("put", "put", "put"),
    ("quit", "quit/quitted", "quit/quitted"),
    ("read", "read", "read"),
    ("rebuild", "rebuilt", "rebuilt"),
    ("repay", "repaid", "repaid"),
    ("retake", "retook", "retaken"),
    ("retell", "retold", "retold"),
    ("rewrite", "rewrote", "rewritten"),
    ("ride", "rode", "ridden"),
    ("ring", "rang", "rung"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shake", "shook", "shaken"),
    ("shed", "shed", "shed"),
    ("shine", "shone", "shone"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("shut", "shut", "shut"),
    ("sing", "sang", "sung"),
    ("sink", "sank/sunk", "sunk"),
    ("sit", "sat", "sat"),
    ("slay", "slew/slayed", "slain"),
    ("sleep", "slept", "slept"),
    ("slide", "slid", "slid"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("spin", "spun", "spun"),
    ("split", "split", "split"),
    ("spread", "spread", "spread"),
    ("spring", "sprang", "sprung"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("stick", "stuck", "stuck"),
    ("stride", "strode", "stridden"),
    ("strike", "struck", "struck/stricken"),
    ("sue", "sued", "sued"),
    ("swear", "swore", "sworn"),
    ("sweep", "swept", "swept"),
    ("swing", "swung", "swung"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tear", "tore", "torn"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("thrust", "thrust", "thrust"),
    ("undergo", "underwent", "undergone"),
    ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"),
    ("undo", "undid", "undone"),
    ("uphold", "upheld", "upheld"),
    ("upset", "upset", "upset"),
    ("wake", "woke", "woken"),
    ("wear", "wore", "worn"),
    ("weave", "wove", "woven"),
    ("weep", "wept", "wept"),
    ("win", "won", "won"),
    ("wind", "wound", "wound"),
    ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"),
    ("withstand", "withstood", "withstood"),
    ("write", "wrote", "written"),
];

/// Verbs of more than one syllable that double their last consonant because the stress is on the last one.
const DOUBLING: &[&str] = &[
    "abet", "abhor", "abut", "acquit", "admit", "allot", "annul", "commit", "compel", "concur", "confer",
    "control", "defer", "deter", "dispel", "emit", "enrol", "equip", "excel", "expel", "impel", "incur",
    "infer", "occur", "omit", "patrol", "permit", "prefer", "propel", "rebel", "recur", "refer", "regret",
    "repel", "resubmit", "submit", "transfer", "transmit", "unzip",
];

/// Unstressed endings that writers double or not: "kidnapped", "kidnaped"; "focussed", "focused".
const EITHER: &[&str] = &["kidnap", "initial", "total", "worship", "focus", "bias", "program", "handicap"];

/// Singular and plural, where no rule gives it; the same word twice where there is one form for both.
const IRREGULAR_NOUNS: &[(&str, &str)] = &[
    ("aircraft", "aircraft"),
    ("analysis", "analyses"),
    ("calorie", "calories"),
    ("child", "children"),
    ("coup d'etat", "coups d'etat"),
    ("crisis", "crises"),
    ("headquarters", "headquarters"),
    ("hypothesis", "hypotheses"),
    ("knife", "knives"),
    ("leaf", "leaves"),
    ("life", "lives"),
    ("man", "men"),
    ("means", "means"),
    ("movie", "movies"),
    ("news", "news"),
    ("oasis", "oases"),
    ("person", "people"),
    ("prairie", "prairies"),
    ("series", "series"),
    ("sortie", "sorties"),
    ("species", "species"),
    ("thief", "thieves"),
    ("wife", "wives"),
    ("woman", "women"),
    ("zombie", "zombies"),
];

/// Every form of a verb. A hyphenated or spaced lemma inflects its last word.
pub(crate) fn verb_forms(lemma: &str) -> Vec<(String, Inflection)> {
    let (prefix, verb) = match lemma.rfind('-') {
        Some(at) => lemma.split_at(at + 1),
        None => ("", lemma),
    };
    let mut forms = vec![(verb.to_owned(), Inflection::Base), (third_person(verb), Inflection::ThirdPerson)];
    let irregular = IRREGULAR_VERBS.iter().find(|(base, ..)| *base == verb);
    let (pasts, participles) = irregular.map_or_else(
        || (with_ending(verb, "ed"), with_ending(verb, "ed")),
        |(_, past, participle)| (variants(past), variants(participle)),
    );
    forms.extend(pasts.into_iter().map(|f| (f, Inflection::Past)));
    forms.extend(participles.into_iter().map(|f| (f, Inflection::Participle)));
    forms.extend(with_ending(verb, "ing").into_iter().map(|f| (f, Inflection::Gerund)));
    for (form, _) in &mut forms {
        form.insert_str(0, prefix);
    }
    forms
}

/// Singular and plural of a noun. A lemma that is already a plural ("talks", "hostilities") is left as it is.
pub(crate) fn noun_forms(lemma: &str) -> Vec<(String, Inflection)> {
    if singular(lemma) != lemma {
        return vec![(lemma.to_owned(), Inflection::Plural)];
    }
    vec![(lemma.to_owned(), Inflection::Singular), (plural(lemma), Inflection::Plural)]
}

fn variants(forms: &str) -> Vec<String> {
    forms.split('/').map(str::to_owned).collect()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Whether a final y turns into i: after a consonant.
fn turns_y(word: &str) -> bool {
    word.strip_suffix('y').and_then(|stem| stem.chars().last()).is_some_and(|c| !is_vowel(c))
}

fn hisses(word: &str) -> bool {
    ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end))
}

fn third_person(verb: &str) -> String {
    if turns_y(verb) {
        return format!("{}ies", &verb[..verb.len() - 1]);
    }
    if hisses(verb) || verb.ends_with('o') { format!("{verb}es") } else { format!("{verb}s") }
}

fn plural(noun: &str) -> String {
    if let Some((_, plural)) = IRREGULAR_NOUNS.iter().find(|(one, _)| *one == noun) {
        return (*plural).to_owned();
    }
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    if turns_y(noun) {
        return format!("{}ies", &noun[..noun.len() - 1]);
    }
    // "vetoes", but "commandos", "photos", "gringos".
    let o =
        ["echo", "hero", "potato", "tomato", "veto", "torpedo", "embargo", "mosquito", "tornado", "volcano"]
            .iter()
            .any(|end| noun.ends_with(end));
    if hisses(noun) || o { format!("{noun}es") } else { format!("{noun}s") }
}

/// A verb with "ed" or "ing", in every spelling in use.
fn with_ending(verb: &str, ending: &str) -> Vec<String> {
    if let (Some(stem), "ing") = (verb.strip_suffix("ie"), ending) {
        return vec![format!("{stem}ying")];
    }
    // "agree", "flee", "dye" keep their e before "ing".
    let keeps = ["ee", "oe", "ye"].iter().any(|end| verb.ends_with(end));
    if let Some(stem) = verb.strip_suffix('e') {
        return vec![if keeps && ending == "ing" {
            format!("{verb}{ending}")
        } else {
            format!("{stem}{ending}")
        }];
    }
    if turns_y(verb) && ending == "ed" {
        return vec![format!("{}ied", &verb[..verb.len() - 1])];
    }
    let plain = format!("{verb}{ending}");
    if verb.ends_with('c') {
        return vec![format!("{verb}k{ending}")];
    }
    match (doubles(verb), verb.chars().last()) {
        (Doubling::Always, Some(last)) => vec![format!("{verb}{last}{ending}")],
        (Doubling::Either, Some(last)) => vec![plain, format!("{verb}{last}{ending}")],
        _ => vec![plain],
    }
}

enum Doubling {
    Never,
    Either,
    Always,
}

fn doubles(verb: &str) -> Doubling {
    if EITHER.contains(&verb) {
        return Doubling::Either;
    }
    let mut back = verb.chars().rev();
    let (Some(last), Some(vowel), before) = (back.next(), back.next(), back.next()) else {
        return Doubling::Never;
    };
    // One vowel, one consonant; the u of "qu" is no vowel here: "quit".
    let single = before.is_none_or(|c| !is_vowel(c) || verb.ends_with("quit") || verb.ends_with("quip"));
    if is_vowel(last) || matches!(last, 'w' | 'x' | 'y') || !is_vowel(vowel) || !single {
        return Doubling::Never;
    }
    if syllables(verb) == 1 || DOUBLING.contains(&verb) {
        return Doubling::Always;
    }
    // British "travelled", "signalled"; American "traveled".
    if last == 'l' { Doubling::Either } else { Doubling::Never }
}

/// Groups of vowels, which is near enough for "one or more".
fn syllables(word: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for c in word.chars() {
        let vowel = is_vowel(c) || c == 'y';
        count += usize::from(vowel && !inside);
        inside = vowel;
    }
    count
}

/// The singular of a noun in lower case; the noun itself where it is none or not a plural.
///
/// ```
/// assert_eq!(dateline::event::singular("embargoes"), "embargo");
/// assert_eq!(dateline::event::singular("crisis"), "crisis");
/// ```
pub fn singular(noun: &str) -> Cow<'_, str> {
    // No other plural is in the table.
    if !["s", "en", "people", "d'etat"].iter().any(|end| noun.ends_with(end)) {
        return Cow::Borrowed(noun);
    }
    if let Some((one, _)) = IRREGULAR_NOUNS.iter().find(|(one, many)| *many == noun || *one == noun) {
        return Cow::Borrowed(one);
    }
    if let Some(stem) =
        noun.strip_suffix("men").filter(|s| s.len() > 2 && !s.ends_with("speci") && !s.ends_with("regi"))
    {
        return Cow::Owned(format!("{stem}man"));
    }
    let Some(stem) = noun.strip_suffix('s').filter(|s| s.len() > 2) else { return Cow::Borrowed(noun) };
    if ["s", "u", "i"].iter().any(|end| stem.ends_with(end)) {
        return Cow::Borrowed(noun);
    }
    if let Some(stem) = noun.strip_suffix("ies").filter(|s| s.len() > 1) {
        return Cow::Owned(format!("{stem}y"));
    }
    let es = ["sses", "shes", "ches", "xes", "zzes", "oes"];
    Cow::Borrowed(if es.iter().any(|end| noun.ends_with(end)) { &noun[..noun.len() - 2] } else { stem })
}

#[cfg(test)]
mod tests {
    use super::{Inflection, noun_forms, singular, verb_forms};

    fn forms(lemma: &str, inflection: Inflection) -> String {
        let of: Vec<String> =
            verb_forms(lemma).into_iter().filter(|(_, i)| *i == inflection).map(|(f, _)| f).collect();
        of.join("/")
    }

    #[test]
    fn verbs() {
        let cases = [
            // base, third person, past, participle, gerund
            ("attack", "attacks", "attacked", "attacked", "attacking"),
            ("seize", "seizes", "seized", "seized", "seizing"),
            ("flee", "flees", "fled", "fled", "fleeing"),
            ("agree", "agrees", "agreed", "agreed", "agreeing"),
            ("overthrow", "overthrows", "overthrew", "overthrown", "overthrowing"),
            ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"),
            ("die", "dies", "died", "died", "dying"),
            ("deny", "denies", "denied", "denied", "denying"),
            ("destroy", "destroys", "destroyed", "destroyed", "destroying"),
            ("quit", "quits", "quit/quitted", "quit/quitted", "quitting"),
            ("ban", "bans", "banned", "banned", "banning"),
            ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
            ("clash", "clashes", "clashed", "clashed", "clashing"),
            ("expel", "expels", "expelled", "expelled", "expelling"),
            ("rebel", "rebels", "rebelled", "rebelled", "rebelling"),
            ("cancel", "cancels", "canceled/cancelled", "canceled/cancelled", "canceling/cancelling"),
            ("kidnap", "kidnaps", "kidnaped/kidnapped", "kidnaped/kidnapped", "kidnaping/kidnapping"),
            ("visit", "visits", "visited", "visited", "visiting"),
            ("shell", "shells", "shelled", "shelled", "shelling"),
            ("bomb", "bombs", "bombed", "bombed", "bombing"),
            ("raid", "raids", "raided", "raided", "raiding"),
            ("free", "frees", "freed", "freed", "freeing"),
            ("panic", "panics", "panicked", "panicked", "panicking"),
            ("shoot", "shoots", "shot", "shot", "shooting"),
            ("sink", "sinks", "sank/sunk", "sunk", "sinking"),
            ("torpedo", "torpedoes", "torpedoed", "torpedoed", "torpedoing"),
            ("air-drop", "air-drops", "air-dropped", "air-dropped", "air-dropping"),
            ("acquit", "acquits", "acquitted", "acquitted", "acquitting"),
            ("open", "opens", "opened", "opened", "opening"),
            ("sue", "sues", "sued", "sued", "suing"),
        ];
        for (base, third, past, participle, gerund) in cases {
            assert_eq!(forms(base, Inflection::Base), base);
            assert_eq!(forms(base, Inflection::ThirdPerson), third);
            assert_eq!(forms(base, Inflection::Past), past);
            assert_eq!(forms(base, Inflection::Participle), participle);
            assert_eq!(forms(base, Inflection::Gerund), gerund);
        }
    }

    #[test]
    fn nouns() {
        let cases = [
            ("sanction", "sanctions"),
            ("embargo", "embargoes"),
            ("army", "armies"),
            ("visit", "visits"),
            ("clash", "clashes"),
            ("crisis", "crises"),
            ("policeman", "policemen"),
            ("aircraft", "aircraft"),
            ("blockade", "blockades"),
            ("truce", "truces"),
            ("exercise", "exercises"),
            ("boss", "bosses"),
            ("convoy", "convoys"),
        ];
        for (one, many) in cases {
            assert_eq!(noun_forms(one)[1], (many.to_owned(), Inflection::Plural), "{one}");
            assert_eq!(singular(many), one);
            assert_eq!(singular(one), one);
        }
        assert_eq!(noun_forms("talks"), [("talks".to_owned(), Inflection::Plural)]);
        assert_eq!(noun_forms("crisis")[0], ("crisis".to_owned(), Inflection::Singular));
    }

    #[test]
    fn no_plurals() {
        for word in
            ["status", "chaos-like", "siege", "congress", "crisis", "gas", "bus", "specimen", "regimen"]
        {
            assert_eq!(singular(word), word);
        }
    }
}
