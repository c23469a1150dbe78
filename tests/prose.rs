//! Prose of other kinds: sport, science, kitchens and stages attack, defend, strike and kill without a political event.

use dateline::event::EventType;

use crate::support;

/// One article each.
const QUIET: &[&str] = &[
    "Arsenal beat Chelsea 2-1 on Saturday thanks to a late strike by Saka in the league.",
    "He was sent off for a second booking after protesting to the referee.",
    "Bulls attacked resistance at 1.10 before the dollar fought back.",
    "Retailers are bracing for a price war in the run-up to Christmas.",
    "Kill the heat, stir in the butter and serve at once.",
    "Beat the eggs with the sugar and fold in the flour.",
    "The drug attacks the wall of the cell and kills the bacterium.",
    "The virus invades the liver, where it hijacks the machinery of the host.",
    "Researchers found that the protein blocks the release of the hormone.",
    "Astronomers were stunned by an explosion in a galaxy 3 billion light years away.",
    "Critics attacked the play as shallow when it opened in 1998.",
    "The actor, who fought a long battle with cancer, won two Oscars.",
    "A blast of cold air will sweep across the north on Tuesday.",
    "The orchestra will tour Japan in the spring with a new conductor.",
    "The novel follows three sisters who flee a convent and open an inn.",
    "Copper came under selling pressure in London.",
];

/// The same words where they are meant.
const LOUD: &[(&str, EventType)] = &[
    ("Police shot two cyclists in Aleppo on Monday.", EventType::Assault),
    ("Gunmen attacked the stadium during a league match in Kano.", EventType::Assault),
    ("Rebels killed six and wounded two.", EventType::Assault),
    ("The minister will tour Japan in the spring.", EventType::Consult),
    ("The novelist was arrested by Turkish police on Friday.", EventType::Coerce),
    ("Chad fought a war with Libya.", EventType::Assault),
];

/// What happens to nobody and is said by nobody: fees, prizes and closures may be told there as well.
const fn is_business(event: EventType) -> bool {
    matches!(event, EventType::Other | EventType::Agree | EventType::Statement)
}

#[test]
fn no_event_in_prose_of_other_kinds() {
    for text in QUIET {
        let found: Vec<String> = support::mentions(text, "2025-06-04")
            .iter()
            .filter(|m| !is_business(m.event))
            .map(|m| format!("{} {}", m.trigger.text, m.event.name()))
            .collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn the_same_words_of_politics() {
    for (text, event) in LOUD {
        assert!(support::mentions(text, "2025-06-04").iter().any(|m| m.event == *event), "{text}");
    }
}
