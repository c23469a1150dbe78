//! Verbs and other words that say which way a date lies, and those that do not.

use crate::text::{Words, words};

/// They put what they govern in the future whatever their own tense.
#[rustfmt::skip]
pub(super) const AHEAD: &Words = words![
    "due", "plans", "planning", "upcoming", "expects", "expect", "intends", "intend", "hopes", "hope", "forthcoming",
    "wants", "plan", "expires", "begins", "starts", "opens", "soon", "meets", "visits", "travels", "arrives",
    "leaves", "resumes", "convenes", "hosts", "votes", "returns", "going",
];

/// Base forms that are hardly ever nouns: with no auxiliary they announce, "leaders meet on Monday".
pub(super) const ANNOUNCING: &Words = words!["meet", "begin", "resume", "arrive", "convene"];

/// What goes on, said of a day, is what is arranged for it: "is meeting Putin on Wednesday".
#[rustfmt::skip]
pub(super) const UNDER_WAY: &Words = words![
    "meeting", "visiting", "travelling", "traveling", "holding", "voting", "opening", "returning", "leaving",
    "arriving", "hosting", "heading", "going", "flying", "launching",
];

/// What is arranged lies ahead: "a meeting scheduled Friday", "planned a rally on Saturday".
#[rustfmt::skip]
pub(super) const ARRANGED: &Words = words![
    "scheduled", "expected", "slated", "planned", "rescheduled", "postponed", "adjourned", "anticipated",
];

/// These mean it only after a form of "be", or before the preposition of the date itself.
#[rustfmt::skip]
pub(super) const PERHAPS_ARRANGED: &Words = words![
    "set", "poised", "booked", "projected", "delayed", "extended", "moved",
];

/// Their infinitive is still to come: "agreed to meet Friday", "a deadline to comply by Monday".
#[rustfmt::skip]
pub(super) const INTENDING: &Words = words![
    "agreed", "vowed", "promised", "likely", "ready", "intended", "decided", "threatened", "urged", "asked",
    "ordered", "invited", "pledged", "prepared", "preparing", "want", "deadline", "requested",
    "instructed", "obliged", "required", "summoned", "decision", "wanted", "hoped", "set", "poised", "about",
    "intention", "offered", "proposed", "voted", "committed", "bound", 
];

/// They lead to a date ahead.
#[rustfmt::skip]
pub(super) const LEADING: &Words = words!["effective", "starting", "beginning", "come", "upcoming"];

/// What is held, and so announced: "Sunday's election will decide".
#[rustfmt::skip]
pub(super) const HELD: &Words = words![
    "election", "elections", "vote", "poll", "polls", "summit", "meeting", "talks", "conference", "ceremony",
    "deadline", "referendum", "session", "hearing", "visit", "inauguration", "runoff", "ballot", "launch", "debate",
    "funeral", "trial", "rally", "match", "game", "final", "speech", "gathering", "congress",
];

/// Past tenses that do not end in "-ed", as far as newswire uses them to report.
#[rustfmt::skip]
pub(super) const PAST: &Words = words![
    "said", "told", "met", "went", "took", "came", "left", "began", "broke", "brought", "built", "became", "fell",
    "fought", "found", "gave", "got", "held", "kept", "knew", "led", "lost", "made", "meant", "paid", "ran", "rose",
    "sold", "saw", "sent", "shot", "spoke", "spent", "stood", "struck", "thought", "won", "wrote", "grew", "drew",
    "flew", "fled", "blew", "bought", "chose", "drove", "laid", "sank", "stole", "swore", "threw", "withdrew",
    "wore", "arose", "slid", "sought", "did", "swept", "overthrew", "dealt", "felt", "heard", "hit", "overran",
    "shut", "quit", "sat", "lay", "bore", "caught", "taught", "burst", "tore", "woke", "hid", "sang", "rang", "sprang",
    "froze", "forbade", "undertook", "underwent", "withstood", "broadcast", "shook", "clung", "crept", "hung",
];

/// Their past tense says when it was said, and nothing of what.
#[rustfmt::skip]
pub(super) const REPORTING: &[&str] = &[
    "said", "told", "announced", "reported", "added", "warned", "predicted", "forecast", "estimated", "noted",
    "confirmed", "wrote", "was", "were", "had", "did", "has", "have",
];

/// They end in "-ed" and are no past tense.
#[rustfmt::skip]
pub(super) const NOT_PAST: &Words = words![
    "need", "seed", "feed", "speed", "breed", "indeed", "hundred", "succeed", "proceed", "exceed", "agreed-upon",
];
