//! `dateline tag --format timeml`: XML that keeps the text, whatever the text holds.

use std::collections::BTreeSet;

use crate::support;

/// Text with everything that XML spells otherwise, within expressions and between them.
const TEXT: &str = "AT&T's <b>board</b> met on March 3 & again \"two days later\", at 5 > 4 o'clock.\r\n\
                    R&D fell 3% in 2023; &amp; is no entity here, and <TIMEX3 tid=\"t1\"> no tag of ours.\n\
                    \tOn Friday, Brasília’s “accord” took effect, and every Monday since then talks go on.\n";

fn written(text: &str) -> String {
    let line = serde_json::json!({
        "id": "a<b>&\"c\"",
        "published": "2024-03-15T09:30",
        "title": "Profit & loss: <q1>",
        "text": text,
    });
    let run = support::run_with(&["tag", "--format", "timeml", "-"], &format!("{line}\n"));
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

/// The content of the one element of this name, tags and entities as written.
fn content<'a>(xml: &'a str, name: &str) -> &'a str {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    assert_eq!((xml.matches(&open).count(), xml.matches(&close).count()), (1, 1), "{name} in {xml}");
    let (start, end) = (xml.find(&open).unwrap() + open.len(), xml.find(&close).unwrap());
    &xml[start..end]
}

/// The character data of markup: tags out, entities read; every `&` must open one.
fn read_back(markup: &str) -> String {
    let (mut out, mut rest) = (String::new(), markup);
    while let Some(at) = rest.find(['<', '&', '>']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        assert!(!rest.starts_with('>'), "a bare > in {markup}");
        if rest.starts_with('<') {
            rest = &rest[rest.find('>').expect("a tag ends") + 1..];
            continue;
        }
        let end = rest.find(';').expect("an entity ends");
        out.push_str(match &rest[..=end] {
            "&amp;" => "&",
            "&lt;" => "<",
            "&gt;" => ">",
            "&quot;" => "\"",
            "&#13;" => "\r",
            other => panic!("{other} is no entity of XML"),
        });
        rest = &rest[end + 1..];
    }
    out + rest
}

/// The attributes of every opening TIMEX3 tag, in order.
fn elements(xml: &str) -> Vec<Vec<(String, String)>> {
    let tags = xml.split("<TIMEX3 ").skip(1).map(|t| &t[..t.find('>').unwrap()]);
    let pairs = |tag: &str| {
        let parts: Vec<_> = tag.split('"').collect();
        parts
            .chunks_exact(2)
            .map(|p| (p[0].trim().trim_end_matches('=').to_owned(), p[1].to_owned()))
            .collect()
    };
    tags.map(pairs).collect()
}

fn attribute<'a>(element: &'a [(String, String)], name: &str) -> Option<&'a str> {
    element.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
}

#[test]
fn the_text_survives_its_marks() {
    let xml = written(TEXT);
    assert_eq!(read_back(content(&xml, "TEXT")), TEXT);
    assert_eq!(read_back(content(&xml, "DOCID")), "a<b>&\"c\"");
    assert_eq!(read_back(content(&xml, "TITLE")), "Profit & loss: <q1>");
}

/// A parser refuses the whole document for one character that XML has no spelling for.
#[test]
fn what_xml_cannot_hold_is_replaced() {
    let xml = written("Rebels\u{c} struck\u{1} on Friday\u{ffff}.");
    assert_eq!(read_back(content(&xml, "TEXT")), "Rebels\u{fffd} struck\u{fffd} on Friday\u{fffd}.");
}

/// Texts that have broken taggers: what XML ends a section by, what looks like markup of ours or like entities,
/// characters beyond the first plane, marks that turn the direction of writing, joiners and soft hyphens, all of them
/// within expressions and at their edges.
#[test]
fn nasty_texts_survive_too() {
    const TEXTS: [&str; 12] = [
        "The memo of 3 March ended in ]]> and began with <![CDATA[ on Friday.",
        "<!-- They met --> on Monday <?php echo 1 ?> and </TEXT></TimeML> on Tuesday.",
        "&lt; &#60; &#x3c; &nbsp; && &; on Friday & on Saturday&Sunday",
        "Talks resumed 🕊️ on Friday 👩‍👩‍👧 and end 🇺🇦 in May.",
        "The vote \u{202b}on Friday\u{202c} was \u{200f}called off\u{200e} in March\u{2066} 2023\u{2069}.",
        "On Fri\u{ad}day, on\u{a0}3\u{a0}March\u{202f}2023, and on 4\u{2009}May\u{2028}they met\u{2029}again on Monday.",
        "اجتمعوا on Friday 3 March 2023 في موسكو و on Monday",
        "'on Friday' \"on Monday\" <on Tuesday> `on Wednesday`",
        "3 < March 2023 > 4 & 5 May",
        "\u{85}On Friday\u{9f}they\u{7f}met\u{85}in 2023\u{e000}\u{10ffff}.",
        "in Mаrch (with a Cyrillic a), in Ma\u{301}rch, on Friday\u{301}, on Monday and in 2023",
        "\ttoday\t\n\n\n<\n&\nyesterday\n",
    ];
    for text in TEXTS {
        let xml = written(text);
        assert_eq!(read_back(content(&xml, "TEXT")), text);
        assert!(!xml.contains("]]>"), "{xml}");
        let tags = xml.matches("<TIMEX3 ").count();
        assert!(tags == xml.matches("</TIMEX3>").count() && tags > 1, "{xml}");
    }
}

#[test]
fn every_element_has_an_id_of_its_own() {
    let xml = written(TEXT);
    let elements = elements(&xml);
    assert!(elements.len() > 6, "{xml}");
    let ids: Vec<_> = elements.iter().map(|e| attribute(e, "tid").unwrap()).collect();
    let distinct: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len(), "{ids:?}");
    for element in &elements {
        let anchor = attribute(element, "anchorTimeID");
        assert!(anchor.is_none_or(|a| distinct.contains(a) && attribute(element, "tid") != Some(a)));
        let kind = attribute(element, "type").unwrap();
        assert!(["DATE", "TIME", "DURATION", "SET"].contains(&kind), "{kind}");
        assert!(attribute(element, "value").is_some_and(|v| !v.is_empty()));
    }
}

#[test]
fn the_creation_time_is_the_date_of_publication() {
    let xml = written(TEXT);
    let elements = elements(&xml);
    let created: Vec<_> =
        elements.iter().filter(|e| attribute(e, "functionInDocument") == Some("CREATION_TIME")).collect();
    let [created] = created[..] else { panic!("{} creation times", created.len()) };
    assert_eq!(attribute(created, "tid"), Some("t0"));
    assert_eq!(attribute(created, "value"), Some("2024-03-15"));
    assert!(content(&xml, "DCT").starts_with("<TIMEX3 "));
    // "on Friday" counts from it.
    let friday = elements.iter().find(|e| attribute(e, "value") == Some("2024-03-15") && *e != created);
    assert_eq!(attribute(friday.unwrap(), "anchorTimeID"), Some("t0"));
}
