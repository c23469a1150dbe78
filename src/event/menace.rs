//! Threats that are no "threaten": "vowed to retaliate", "warned it would close the strait unless".

use crate::syntax::chunk::{Kind, Modality, VerbForm};
use crate::syntax::clause::Parse;
use crate::syntax::inflect::singular;

/// Violence, or what answers it, whoever it is done to.
const VIOLENT: &[&str] = &[
    "annihilate",
    "assassinate",
    "attack",
    "avenge",
    "blow",
    "bomb",
    "bombard",
    "crush",
    "destroy",
    "exterminate",
    "hit",
    "invade",
    "kill",
    "obliterate",
    "retaliate",
    "shell",
    "shoot",
    "slaughter",
    "smash",
    "strike",
    "wipe",
];

/// What hurts without blood, if whoever says so does it.
const HURTFUL: &[&str] = &[
    "arrest",
    "ban",
    "blacklist",
    "block",
    "blockade",
    "boycott",
    "break",
    "cancel",
    "close",
    "cut",
    "deploy",
    "detain",
    "dismiss",
    "expel",
    "freeze",
    "halt",
    "impose",
    "intervene",
    "leave",
    "march",
    "prosecute",
    "pull",
    "quit",
    "resist",
    "respond",
    "resume",
    "sanction",
    "seize",
    "sever",
    "shut",
    "slap",
    "stop",
    "sue",
    "suspend",
    "topple",
    "veto",
    "walk",
    "withdraw",
    "withhold",
];

/// Whether what follows from the chunk `from` on is harm that the speaker himself is to do: an infinitive, or a clause
/// whose subject is a pronoun and whose verb lies ahead; if `wide`, any harm, or anything that he will do unless or if.
pub(super) fn follows(parse: &Parse<'_, '_>, from: usize, wide: bool) -> bool {
    let harms = |lower: &str| VIOLENT.contains(&lower) || (wide && HURTFUL.contains(&lower));
    let mut own = false;
    for (at, chunk) in parse.chunks.iter().enumerate().skip(from) {
        match &chunk.kind {
            Kind::Vg(vg) => {
                let verb = &*parse.units[vg.head].lower;
                let ahead = matches!(vg.modality, Some(Modality::Will | Modality::Would));
                return match vg.form {
                    _ if vg.negated || vg.passive => false,
                    VerbForm::Infinitive => harms(verb) || is_carried_on(parse, at),
                    VerbForm::Finite => {
                        own && ahead
                            && (harms(verb) || is_carried_on(parse, at) || is_conditional(parse, at, wide))
                    }
                    VerbForm::Gerund | VerbForm::Participle => false,
                };
            }
            Kind::Np(np) if !own => {
                let lower = &*parse.units[np.head].lower;
                own = matches!(lower, "it" | "they" | "he" | "she" | "we" | "i");
                // "told reporters it would", "warned Syria it would": whom it is said to stands before.
                let spoken = own || at == from;
                if !spoken {
                    return false;
                }
            }
            Kind::That | Kind::Timex(_) | Kind::Adverb | Kind::Preposition | Kind::Np(_) | Kind::Quote => {}
            _ => return false,
        }
    }
    false
}

/// "to *continue its attacks*", "to step up the war": violence that is to go on.
fn is_carried_on(parse: &Parse<'_, '_>, verb: usize) -> bool {
    const VERBS: &[&str] = &[
        "continue",
        "resume",
        "intensify",
        "escalate",
        "step",
        "carry",
        "launch",
        "wage",
        "mount",
        "stage",
        "keep",
    ];
    let Some(vg) = parse.chunks[verb].vg() else { return false };
    let behind = (verb + 1..parse.chunks.len().min(verb + 4)).find_map(|at| parse.chunks[at].np());
    let harm = |word: &str| {
        matches!(
            &*singular(word),
            "attack"
                | "strike"
                | "war"
                | "raid"
                | "jihad"
                | "bombing"
                | "offensive"
                | "fight"
                | "struggle"
                | "operation"
        )
    };
    VERBS.contains(&&*parse.units[vg.head].lower)
        && behind.is_some_and(|np| harm(&parse.units[np.head].lower))
}

/// Whether a condition follows the verb: "unless"; if `wide`, "if" as well.
fn is_conditional(parse: &Parse<'_, '_>, verb: usize, wide: bool) -> bool {
    (verb + 1..parse.chunks.len()).any(|at| {
        let word = parse.lower(at);
        matches!(parse.chunks[at].kind, Kind::Subordinator) && (word == "unless" || (wide && word == "if"))
    })
}
