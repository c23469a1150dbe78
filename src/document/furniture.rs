//! Which lines of a page are not prose: banners, share buttons, lists of other stories, credits.
//!
//! One entry a kind, each with lines it takes and lines it must leave. A line is judged by itself and whole; when
//! in doubt it is prose, because a stray button costs one empty sentence and a lost sentence costs an event.

use crate::document::day;
use crate::document::published::{is_today_banner, is_vague, twice};

/// A kind of line that is not prose.
#[derive(Debug)]
pub(super) struct Furniture {
    /// What it is called.
    pub(super) id: &'static str,
    is: fn(&Line<'_>) -> bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs them"))]
    hits: &'static [&'static str],
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs them"))]
    misses: &'static [&'static str],
}

/// A line as the entries look at it.
struct Line<'a> {
    /// Trimmed, and halved where it says the same thing twice.
    raw: &'a str,
    /// The same in lower case, without the marks around it.
    low: String,
}

/// Phrases in lower case, which strokes divide.
#[derive(Clone, Copy)]
struct Phrases {
    list: &'static str,
    /// The bytes they begin with, a bit each, and one bit for all that are not ASCII: most lists are passed over by it.
    begin: u128,
}

impl Phrases {
    const fn of(list: &'static str) -> Self {
        let bytes = list.as_bytes();
        let (mut begin, mut at, mut opens) = (0, 0, true);
        while at < bytes.len() {
            if opens {
                begin |= bit(bytes[at]);
            }
            opens = bytes[at] == b'|';
            at += 1;
        }
        Self { list, begin }
    }
}

const fn bit(byte: u8) -> u128 {
    if byte < 127 { 1 << byte } else { 1 << 127 }
}

macro_rules! phrases {
    ($list:expr) => {
        const { Phrases::of($list) }
    };
}

impl Line<'_> {
    /// Whether it is one of these phrases.
    fn is(&self, phrases: Phrases) -> bool {
        debug_assert!(phrases.list.split('|').all(|p| p.len() <= PHRASE), "raise PHRASE");
        self.low.len() <= PHRASE && self.may_open(phrases) && phrases.list.split('|').any(|p| self.low == p)
    }

    fn opens(&self, phrases: Phrases) -> bool {
        self.may_open(phrases) && phrases.list.split('|').any(|p| self.low.starts_with(p))
    }

    fn may_open(&self, phrases: Phrases) -> bool {
        self.low.bytes().next().is_some_and(|first| phrases.begin & bit(first) != 0)
    }

    fn holds(&self, phrases: &str) -> bool {
        phrases.split('|').any(|p| self.low.contains(p))
    }

    /// Whether it has no more words than these.
    fn is_within(&self, words: usize) -> bool {
        self.low.split_whitespace().nth(words).is_none()
    }
}

/// The publisher that a line like "Source: Al Jazeera and news agencies" names.
pub(super) fn publisher(line: &str) -> Option<&str> {
    let (label, names) = line.split_once(':')?;
    let first = names.split([',', ';', '/']).next()?.split(" and ").next()?.trim();
    let one = label.trim().eq_ignore_ascii_case("source") || label.trim().eq_ignore_ascii_case("sources");
    (one && first.starts_with(char::is_uppercase)).then_some(first)
}

/// The kind that names a publisher.
pub(super) const SOURCES: &str = "sources";

/// No line that is furniture whole is longer, in bytes: lines of prose need not be held against every phrase.
const PHRASE: usize = 56;

/// Longer lines are prose: no button, credit or blurb reaches it, and no time is lost on them.
const LONGEST: usize = 400;

/// The kind of furniture a line is, if it is any.
pub(super) fn kind(line: &str) -> Option<&'static Furniture> {
    let trimmed = line.trim();
    if trimmed.is_empty() || trimmed.len() > LONGEST {
        return None;
    }
    let bare = trimmed.trim_end_matches([',', ':', '…', '.', '!', '>', '»']).trim_end();
    let raw = if bare.len() < trimmed.len() {
        twice(bare).unwrap_or(trimmed)
    } else {
        twice(trimmed).unwrap_or(trimmed)
    };
    let marks = |c: char| !c.is_alphanumeric() && !matches!(c, '©' | '(' | ')' | '[' | ']' | '"' | '“');
    let low = raw.trim_matches(marks).to_lowercase();
    let line = Line { raw, low };
    FURNITURE.iter().find(|f| (f.is)(&line))
}

const FURNITURE: &[Furniture] = &[
    Furniture {
        id: "banner",
        is: |l| {
            l.is(phrases!(
                "breaking|breaking news|live|exclusive|developing|developing story|just in|news alert"
            ))
        },
        hits: &["BREAKINGBREAKING,", "BREAKING", "Breaking news", "EXCLUSIVE:"],
        misses: &["Breaking the siege", "Live fire was used.", "BREAKING: Assad has fled Damascus"],
    },
    Furniture {
        id: "today",
        is: |l| is_today_banner(l.raw),
        hits: &["Today is Friday, January 30, 2026"],
        misses: &["Today is a day of joy for all Syrians."],
    },
    Furniture {
        id: "vague-stamp",
        is: |l| is_vague(l.raw),
        hits: &["Updated at 10:15 GMT", "Published 2 hours ago", "2 hours ago", "Updated 3 mins ago"],
        misses: &["2 days ago the bridge fell", "Updated lists 2026", "10:15 GMT"],
    },
    Furniture {
        id: "list",
        is: |l| {
            let mut words = l.low.split_whitespace();
            let numbered = words.next() == Some("list")
                && words.next().is_some_and(|w| w == "of" || w.parse::<u32>().is_ok())
                && words.next().is_some_and(|w| w == "of" || w.parse::<u32>().is_ok());
            numbered || l.is(phrases!("end of list"))
        },
        hits: &[
            "list of 3 itemsend of list",
            "list of 4 items",
            "- list 1 of 3Syria’s army enters Raqqa",
            "end of list",
        ],
        misses: &["List of demands grows", "The list of 3 items was read out."],
    },
    Furniture {
        id: "other-stories",
        is: |l| {
            l.is(phrases!(
                "recommended stories|recommended|related|related stories|related articles|\
                 related news|related topics|more on this story|more stories|more news|read more|\
                 keep reading|read next|read also|also read|see also|most read|most popular|trending|\
                 trending now|top stories|latest news|latest stories|you may also like|\
                 you might also like|what to read next|editor's picks|editors' picks|editor’s picks|\
                 in this story|on this page|topics|tags"
            ))
        },
        hits: &["Recommended Stories", "Related articles:", "READ MORE", "Most Read"],
        misses: &[
            "Related to the president by marriage",
            "Most read the move as a threat.",
            "Trending towards war",
        ],
    },
    Furniture {
        id: "pointer",
        is: |l| {
            l.opens(phrases!(
                "read more:|read also:|also read:|read:|related:|see also:|watch:|listen:|more:|\
                 read next:|watch live:|read more about|read more on |read more from |click here to |\
                 read the full "
            )) && !l.raw.ends_with(['”', '"'])
        },
        hits: &[
            "Read more: Who is Ahmed al-Sharaa?",
            "WATCH: Rebels enter Hama",
            "Read more about the war in Syria",
            "Click here to read the report",
        ],
        misses: &[
            "Read more than a dozen names aloud",
            "Watch towers line the border.",
            "More: the word of the day”",
        ],
    },
    Furniture {
        id: "share",
        is: |l| {
            const BUTTONS: &[&str] = &[
                "share",
                "sharesave",
                "save",
                "tweet",
                "post",
                "facebook",
                "twitter",
                "x",
                "whatsapp",
                "telegram",
                "linkedin",
                "reddit",
                "pinterest",
                "email",
                "e-mail",
                "mail",
                "print",
                "messenger",
                "bluesky",
                "threads",
                "copy",
                "link",
                "flipboard",
                "copied",
                "share:",
                "this",
                "article",
                "on",
                "via",
                "to",
                "by",
                "clipboard",
                "icon",
                "button",
                "page",
                "story",
                "|",
                "/",
                "·",
                "&",
                "and",
                "with",
                "friends",
            ];
            const SURE: &[&str] = &[
                "share",
                "sharesave",
                "tweet",
                "facebook",
                "twitter",
                "whatsapp",
                "telegram",
                "linkedin",
                "reddit",
                "pinterest",
                "flipboard",
                "bluesky",
                "print",
                "share:",
                "copy",
                "email",
            ];
            let words = || l.low.split_whitespace().map(|w| w.trim_matches([',', '.', '(', ')', '|']));
            let all = words().all(|w| w.is_empty() || BUTTONS.contains(&w)) && words().count() <= 12;
            (all && words().any(|w| SURE.contains(&w)))
                || l.opens(phrases!(
                    "click to share on |click to email |click to print |share on facebook|share this with"
                ))
                || (l.opens(phrases!("add ")) && l.raw.ends_with(" on Google"))
        },
        hits: &[
            "Share",
            "Share this article",
            "Facebook Twitter WhatsApp Email",
            "Click to share on WhatsApp (Opens in new window)",
            "Add Al Jazeera on Google",
            "ShareSave",
            "Copy link",
        ],
        misses: &[
            "Share prices fell",
            "Facebook was blocked on Friday.",
            "Post offices stayed shut",
            "On this page",
        ],
    },
    Furniture {
        id: "advertisement",
        is: |l| {
            l.is(phrases!(
                "advertisement|advertising|ad|ads|sponsored|sponsored content|skip ad|promoted|\
                 paid content|remove ads|continue reading|skip advertisement"
            )) || (l.is_within(8)
                && l.opens(phrases!(
                    "story continues below|article continues below|article continues after|\
                 story continues after|advertisement -|advertisement ·"
                )))
        },
        hits: &["Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Skip Ad"],
        misses: &["Advertising revenue fell by half.", "The story continues below the surface."],
    },
    Furniture { id: "byline", is: is_byline, hits: BYLINES, misses: NO_BYLINES },
    Furniture {
        id: "desk",
        is: |l| {
            l.opens(phrases!(
                "reporting by |additional reporting by |writing by |edited by |editing by |\
                 (reporting by |(additional reporting by |(writing by |compiled by |[reporting by "
            )) && !l.low.contains(" was ")
        },
        hits: &[
            "Reporting by Jane Doe in Damascus; editing by John Smith",
            "(Additional reporting by Ali Hassan)",
        ],
        misses: &["Reporting by state media was limited.", "Editing the law took weeks."],
    },
    Furniture {
        id: "credit",
        is: is_credit,
        hits: &[
            "Photo: Omar Sanadiki/AP",
            "[File: Omar Sanadiki/AP]",
            "(Photo by Louai Beshara/AFP via Getty Images)",
            "Getty Images",
            "Image source, Reuters",
            "AFP/Getty Images",
            "FILE PHOTO",
            "Image credit: Reuters",
        ],
        misses: &[
            "Photo opportunities were few.",
            "Reuters reported the strike.",
            "AP",
            "(The agency gave no figure.)",
            "Photographs show the base.",
        ],
    },
    Furniture {
        id: SOURCES,
        is: |l| {
            l.is_within(8)
                && l.opens(phrases!("source:|sources:"))
                && !l.raw.ends_with(['.', '?', '”'])
                && (l.holds(
                    "agenc|reuters|afp|al jazeera|bbc|associated press|staff|wire|xinhua|tass|anadolu",
                ) || l.raw.ends_with(" AP"))
        },
        hits: &["Source: Al Jazeera and news agencies", "Source: Reuters", "Source: AP"],
        misses: &["Sources: Israel to strike within days", "Source: Reuters said so."],
    },
    Furniture {
        id: "newsletter",
        is: |l| {
            let asks = l.opens(phrases!(
                "sign up|subscribe|join our|join us on|get |enter your email|follow us|follow our|\
                 download our|download the|stay up to date|want more|register for|listen to our"
            ));
            let what = || {
                l.holds(
                    "newsletter|inbox|your email|email alerts|news alerts|whatsapp channel|\
                 telegram channel|our app|on facebook|on twitter|on instagram|\
                 on telegram|on google news|our podcast|subscribe to ",
                )
            };
            (asks && what())
                || l.is(phrases!(
                    "sign up|subscribe|subscribe now|invalid email|thank you for subscribing|\
                 could not subscribe, try again later|sign up here|newsletter|newsletters"
                ))
                || l.opens(phrases!(
                    "thank you for subscribing|by signing up, you agree|by signing up you agree|\
                 invalid email "
                ))
        },
        hits: &[
            "Sign up for our newsletter",
            "Get daily updates directly to your inbox",
            "Follow us on Facebook",
            "Subscribe to our daily newsletter.",
            "Join our Telegram channel",
        ],
        misses: &[
            "Sign up fighters or lose support, he told them.",
            "Get out, protesters told the governor.",
            "Follow our leader, the crowd sang.",
        ],
    },
    Furniture {
        id: "cookies",
        is: |l| {
            l.opens(phrases!(
                "we use cookies|this site uses cookies|this website uses cookies|\
                 by continuing to use this site|by clicking “accept|by clicking \"accept|\
                 we and our partners"
            )) || l.is(phrases!(
                "accept all|accept all cookies|accept cookies|reject all|manage cookies|\
                 cookie settings|cookie preferences|cookie policy|privacy policy|privacy notice|\
                 terms of use|terms of service|terms and conditions|manage preferences|\
                 your privacy choices|do not sell my personal information"
            ))
        },
        hits: &["We use cookies to improve your experience.", "Accept all cookies", "Privacy Policy"],
        misses: &["Accept all terms, the envoy urged.", "Cookies were handed to soldiers."],
    },
    Furniture {
        id: "copyright",
        is: |l| {
            l.opens(phrases!("©|(c) 20|copyright ©|copyright 19|copyright 20|copyright (c)"))
                || l.is(phrases!("all rights reserved"))
                || l.opens(phrases!("this material may not be published"))
        },
        hits: &[
            "© 2026 Example Media",
            "Copyright 2016 The Associated Press. All rights reserved.",
            "All rights reserved.",
        ],
        misses: &["Copyright law was amended in 2024.", "Copyright 40 years on"],
    },
    Furniture {
        id: "reading-time",
        is: |l| {
            let rest = l.low.trim_start_matches(|c: char| c.is_ascii_digit());
            let counted = rest.len() < l.low.len()
                && "min|mins|min read|mins read|minute read|minutes read|-minute read|-min read|comments|\
                    comment|shares"
                    .split('|')
                    .any(|unit| unit == rest.trim_start());
            counted
                || l.is(phrases!(
                    "listen to this article|listen to article|comments|leave a comment|view comments|\
                 show comments|post a comment|join the conversation|play video|play|watch video|\
                 listen|text size"
                ))
        },
        hits: &["3 min read", "5-minute read", "12 comments", "Listen to this article"],
        misses: &["3 minutes later he was dead.", "Comments were removed."],
    },
    Furniture {
        id: "navigation",
        is: |l| {
            l.is(phrases!(
                "skip to content|skip to main content|skip links|menu|search|sign in|log in|login|\
                 home|back to top|close|open menu|navigation menu|show more|load more|more|next|\
                 previous|skip to footer"
            )) || (l.raw.matches(" > ").count() >= 1 && l.is_within(10) && l.opens(phrases!("home >|news >")))
        },
        hits: &["Skip to content", "Sign in", "Home > News > Middle East", "Menu"],
        misses: &["Home to two million people, the city fell.", "Search and rescue", "More troops"],
    },
    Furniture {
        id: "more-follows",
        is: |l| {
            l.is(phrases!("more to follow|more follows"))
                || (l.is_within(14)
                    && l.opens(phrases!(
                        "this is a breaking news story|this is a developing story|\
                         this story has been updated|read or share this story"
                    )))
        },
        hits: &[
            "This is a breaking news story, more follows...",
            "More to follow",
            "Read or Share this story: http://example.org/x",
        ],
        misses: &["More to follow the rebels south, officials said."],
    },
];

const BYLINES: &[&str] = &[
    "By Jane Doe",
    "By Jane Doe and John Smith",
    "By Al Jazeera and News Agencies",
    "By Reuters",
    "By Jane Doe, Middle East Correspondent",
    "BY JANE DOE",
    "By Jane Doe in Damascus",
];

const NO_BYLINES: &[&str] = &[
    "By Tuesday, the rebels had reached Homs.",
    "By Friday Night",
    "By sea and by land",
    "By Nightfall",
    "By January the front had moved",
    "By Train to Kabul",
    "BY REACHING THE AGREEMENT, BRITAIN AND ARGENTINA HAVE TAKEN A",
];

/// "By" and names, nothing that a sentence has.
fn is_byline(line: &Line<'_>) -> bool {
    let mut words = line.raw.split_whitespace();
    if !words.next().is_some_and(|w| w.eq_ignore_ascii_case("by")) || line.raw.ends_with(['.', '?', '!', ':'])
    {
        return false;
    }
    let words: Vec<&str> =
        words.map(|w| w.trim_matches([',', ';', '|', '.'])).filter(|w| !w.is_empty()).collect();
    let joins = |w: &str| {
        matches!(w, "and" | "in" | "for" | "of" | "de" | "la" | "al" | "el" | "van" | "von" | "bin")
    };
    let named = |w: &&str| {
        w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c))
    };
    let calendar = |w: &&str| day::is_weekday(w) || day::is_month(w);
    let count = words.iter().filter(|w| named(w)).count();
    let agency = words.len() == 1
        && matches!(words[0], "Reuters" | "AFP" | "AP" | "TASS" | "Xinhua" | "Staff" | "Agencies");
    (2..=10).contains(&words.len().max(if agency { 2 } else { 0 }))
        && words.iter().all(|w| joins(w) || named(w))
        && !words.iter().any(calendar)
        && (count >= 2 || agency)
        && words.first().is_some_and(named)
        // In a text all in capitals every line is made of names; a byline there is no longer than two of them.
        && (words.len() <= 4 || line.raw.chars().any(char::is_lowercase))
}

fn is_credit(line: &Line<'_>) -> bool {
    const LABELS: &str = "photo:|photo by |(photo by |photograph:|picture:|image:|image credit:|photo credit:|\
        image source,|image source:|credit:|(photo:|[photo:|[file:|(file:|picture credit:|\
        video:|graphic:|illustration:";
    const HOUSES: &str = "getty images|afp|ap photo|reuters|epa|anadolu|sputnik|/ap|tass";
    if line.is(phrases!("file photo|file image|getty images|ap photo|afp via getty images")) {
        return true;
    }
    let sentence = || line.raw.ends_with('.') && !line.is_within(12);
    if line.opens(phrases!(LABELS)) {
        return line.is_within(14) && !sentence();
    }
    // "AFP/Getty Images", "[Omar Sanadiki/AP]": names, strokes and nothing else.
    let enclosed = line.raw.starts_with(['[', '(']) && line.raw.ends_with([']', ')']);
    (enclosed || (line.raw.contains('/') && !line.raw.contains([' '])) || line.raw.ends_with("/Getty Images"))
        && line.is_within(6)
        && line.holds(HOUSES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_keeps_its_hits_and_misses() {
        for entry in FURNITURE {
            assert!(!entry.hits.is_empty() && !entry.misses.is_empty(), "{}", entry.id);
            for hit in entry.hits {
                assert_eq!(kind(hit).map(|f| f.id), Some(entry.id), "{hit}");
            }
            for miss in entry.misses {
                assert_ne!(kind(miss).map(|f| f.id), Some(entry.id), "{}: {miss}", entry.id);
            }
        }
    }

    #[test]
    fn prose_stays() {
        let lines = [
            "Pragmatic approach",
            "A fragile ceasefire is now in place and has been largely holding.",
            "Syrian President Ahmed al-Sharaa meets Putin in Moscow [Sputnik/Kremlin via Reuters]",
            "Moscow",
            "Bashar al-Assad flees",
            "“Read: no deal,” he said.",
        ];
        for line in lines {
            assert_eq!(kind(line).map(|f| f.id), None, "{line}");
        }
    }
}
