//! What a text itself says of the order of two happenings: "after the vote", "ahead of Wednesday's talks".

use super::Chronology;
use crate::event::Mention;
use crate::span::Span;

/// How one event stands to another, as an article says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sequence {
    /// It comes first.
    Before,
    /// It happens while the other does.
    During,
    /// It comes later.
    After,
}

impl Sequence {
    /// Lower case, as printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::During => "during",
            Self::After => "after",
        }
    }

    /// How the other stands to this one.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Before => Self::After,
            Self::During => Self::During,
            Self::After => Self::Before,
        }
    }
}

/// How an event stands to another, as an article says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// Where it stands to the other.
    pub is: Sequence,
    /// The id of the other event.
    pub to: String,
    /// The event's own mention in the sentence that says so, as an index into [`Chronology::mentions`].
    pub mention: usize,
    /// The words that say so: "after", "ahead of".
    pub signal: String,
}

/// A sequence of two events, by their places, each with its mention.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    pub(super) of: usize,
    pub(super) is: Sequence,
    pub(super) to: usize,
    mentions: (usize, usize),
    signal: String,
}

/// Tells each event what articles say of it.
pub(super) fn attach(chronology: &mut Chronology, stated: &[Stated]) {
    for s in stated {
        for (at, is, other, mention) in
            [(s.of, s.is, s.to, s.mentions.0), (s.to, s.is.inverse(), s.of, s.mentions.1)]
        {
            let to = chronology.events[other].id.clone();
            let list = &mut chronology.events[at].relations;
            if !list.iter().any(|r| r.is == is && r.to == to) {
                list.push(Relation { is, to, mention, signal: s.signal.clone() });
            }
        }
    }
    for event in &mut chronology.events {
        event.relations.sort();
    }
}

/// Words that set what stands before them against what follows: ISO-TimeML's signals, as far as newswire uses them
/// of events. "As", "when" and "once" are left out: they give reasons and conditions as often as times.
const SIGNALS: &[(&str, Sequence)] = &[
    ("in the aftermath of", Sequence::After),
    ("in the wake of", Sequence::After),
    ("in the run-up to", Sequence::Before),
    ("in the course of", Sequence::During),
    ("prior to", Sequence::Before),
    ("ahead of", Sequence::Before),
    ("following", Sequence::After),
    ("after", Sequence::After),
    ("before", Sequence::Before),
    ("during", Sequence::During),
    ("amid", Sequence::During),
    ("while", Sequence::During),
];

/// The farthest a signal may stand from the word it is about, in words: "after a tense and much delayed vote".
const REACH: usize = 7;

/// Every sequence that a sentence states of two events told in it, in the order of the mentions.
pub(super) fn relations(chronology: &Chronology) -> Vec<Stated> {
    let mut event_of = vec![None; chronology.mentions.len()];
    for (at, event) in chronology.events.iter().enumerate() {
        for mention in &event.mentions {
            event_of[*mention] = Some(at);
        }
    }
    let mut found = Vec::new();
    let mentions = &chronology.mentions;
    let same = |a: &Mention, b: &Mention| a.document == b.document && a.sentence.span == b.sentence.span;
    for at in 1..mentions.len() {
        let (first, second) = (at - 1, at);
        if !same(&mentions[first], &mentions[second]) {
            continue;
        }
        let (Some(of), Some(to)) = (event_of[first], event_of[second]) else { continue };
        let Some((is, signal)) = stated(&mentions[first], &mentions[second]) else { continue };
        // One event cannot follow itself: the merger took the two for one.
        if of != to {
            found.push(Stated { of, is, to, mentions: (first, second), signal: signal.to_owned() });
        }
    }
    found
}

/// How the first stands to the second, both told in one sentence in this order, and the words that say it.
fn stated<'m>(first: &'m Mention, second: &Mention) -> Option<(Sequence, &'m str)> {
    let text = &first.sentence.text;
    let from = first.sentence.span.start;
    let within = |span: Span| {
        let range = span.start.checked_sub(from)? as usize..span.end.checked_sub(from)? as usize;
        text.get(range.clone()).map(|_| range)
    };
    let (x, y) = (within(first.trigger.span)?, within(second.trigger.span)?);
    let between = text.get(x.end..y.start)?;
    // "They met after the vote."
    if let Some((is, signal, rest)) = last_signal(between)
        && governs(rest)
    {
        return Some((is, signal));
    }
    // "After the vote, they met."
    let (is, signal, rest) = last_signal(&text[..x.start])?;
    let lead = text[..x.start].len() - rest.len() - signal.len();
    let opens =
        text[..lead].trim_end().is_empty() || text[..lead].trim_end().ends_with([',', ';', '—', '“', '"']);
    (opens && governs(rest) && between.contains(',')).then(|| (is.inverse(), signal))
}

/// The signal nearest to the end of the text, and what stands behind it.
fn last_signal(text: &str) -> Option<(Sequence, &str, &str)> {
    let found = SIGNALS.iter().filter_map(|(words, is)| {
        let at = rfind_words(text, words)?;
        Some((at, *is, words.len()))
    });
    let (at, is, length) = found.max_by_key(|(at, _, length)| (*at, *length))?;
    let (before, rest) = (&text[..at], &text[at + length..]);
    let signal = &text[at..at + length];
    let last = before.split_whitespace().next_back().unwrap_or("").to_lowercase();
    // "The following day": there it is no preposition.
    let noun =
        signal.eq_ignore_ascii_case("following") && matches!(last.as_str(), "the" | "a" | "its" | "their");
    (!noun).then_some((is, signal, rest))
}

/// Where `words` stand last as whole words, any case.
fn rfind_words(text: &str, words: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    let mut end = lower.len();
    while let Some(at) = lower[..end].rfind(words) {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
        if edge(lower[..at].chars().next_back()) && edge(lower[at + words.len()..].chars().next()) {
            return Some(at);
        }
        end = at;
    }
    None
}

/// Whether what lies between a signal and a trigger leaves the trigger to the signal: no other clause, not far.
fn governs(between: &str) -> bool {
    let far = between.split_whitespace().count() > REACH;
    let parted = between.contains([',', ';', ':', '(', '—', '"', '“']);
    let joined = between.split_whitespace().any(|w| matches!(w, "but" | "which" | "who" | "that"));
    // "After he left and": a verb follows, of the clause before. "A tense and delayed vote" has none before its noun.
    let coordinated = between.trim_end().ends_with(" and");
    !far && !parted && !joined && !coordinated
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&'static str, &str)> {
        last_signal(text).filter(|(_, _, rest)| governs(rest)).map(|(is, signal, _)| (is.name(), signal))
    }

    #[test]
    fn signals_govern_what_is_near() {
        let cases = [
            (" in Moscow after the ", Some(("after", "after"))),
            (" two days after a tense and much delayed ", Some(("after", "after"))),
            (" ahead of Wednesday's ", Some(("before", "ahead of"))),
            (" In the wake of ", Some(("after", "In the wake of"))),
            (" amid ", Some(("during", "amid"))),
            (" following ", Some(("after", "following"))),
            (" the following ", None),
            (" after he left and ", None),
            (" after the dinner, then ", None),
            (" thereafter the ", None),
            (" the day before ", Some(("before", "before"))),
            (" after one two three four five six seven eight ", None),
            (" in Moscow the ", None),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
