//! Every frame keeps what its examples promise, read as an article is read: see [`promise_of`].

use chrono::NaiveDate;
use dateline::document::{Dct, DctSource, Document, Header};
use dateline::event::extract::extract;
use dateline::event::frame::{Element, Frame, Frames, Part, What};
use dateline::event::{Mention, singular};
use dateline::span::Span;

/// An article of one sentence, of Wednesday 2025-06-04.
fn article(sentence: &str) -> Document {
    let at = NaiveDate::from_ymd_opt(2025, 6, 4).unwrap().into();
    Document {
        id: "example".to_owned(),
        header: Header {
            title: String::new(),
            source: String::new(),
            url: None,
            dct: Dct { at, from: DctSource::Flag },
            dateline: None,
        },
        text: sentence.to_owned(),
        prose: vec![Span::of(0..sentence.len())],
    }
}

fn names(mention: &Mention, frame: &Frame) -> bool {
    mention.rules.iter().any(|rule| rule.strip_prefix("frame:") == Some(&frame.id))
}

/// "signed a *deal*": a noun the pattern asks for beside its verb tells the same event in the verb's place.
fn told_by_its_noun(mention: &Mention, frame: &Frame) -> bool {
    let slots = frame.elements.iter().filter(|e| !e.optional).filter_map(|Element { part, .. }| match part {
        Part::Object(filler) | Part::Preposition(_, filler) => Some(&filler.what),
        _ => None,
    });
    let trigger = mention.trigger.text.to_lowercase();
    let noun = singular(&trigger);
    let named = |what: &What| match what {
        What::Heads(heads) => heads.iter().any(|h| *h == noun || h.rsplit('-').next() == Some(&*noun)),
        What::Kind(_) => false,
    };
    mention.event == frame.event && slots.into_iter().any(named)
}

/// What an example that breaks its promise gave instead.
fn instead(mentions: &[Mention]) -> String {
    let said = |m: &Mention| format!("{} by {} ({})", m.event.name(), m.trigger.text, m.rules[0]);
    if mentions.is_empty() {
        "nothing".to_owned()
    } else {
        mentions.iter().map(said).collect::<Vec<_>>().join(", ")
    }
}

/// The promise broken by each example of this frame that breaks one.
///
/// A hit is found by this frame itself, not merely as an event of its type by whichever frame comes first. The one
/// exception is a noun that this frame's own pattern asks for: where that noun is a trigger of the same type, it and
/// not the verb is the event ("signed a deal"), and the two are one event, not two. A miss has no event of the
/// frame's type, whichever frame of that type might have found it.
///
/// An idle frame promises the reverse: its hits have no event of its type, and its misses have one.
fn promise_of(frame: &Frame) -> Vec<String> {
    let mut broken = Vec::new();
    let (hits, none) = if frame.idle { (&frame.misses, &frame.hits) } else { (&frame.hits, &frame.misses) };
    for hit in hits {
        let mentions = extract(&article(hit)).mentions;
        let kept = |m: &Mention| {
            if frame.idle { m.event == frame.event } else { names(m, frame) || told_by_its_noun(m, frame) }
        };
        if !mentions.iter().any(kept) {
            broken.push(format!("{} misses “{hit}”: {}", frame.id, instead(&mentions)));
        }
    }
    for miss in none {
        let mentions = extract(&article(miss)).mentions;
        if mentions.iter().any(|m| m.event == frame.event) {
            broken.push(format!("{} takes “{miss}”: {}", frame.id, instead(&mentions)));
        }
    }
    broken
}

fn files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn every_frame_keeps_its_promises() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data/frames");
    let mut all = Vec::new();
    files(&folder, &mut all);
    let mut broken = Vec::new();
    for file in all {
        let text = std::fs::read_to_string(&file).unwrap();
        let frames = Frames::parse(&file.display().to_string(), &text).unwrap();
        broken.extend(frames.all().flat_map(promise_of));
    }
    assert!(broken.is_empty(), "{} examples:\n{}", broken.len(), broken.join("\n"));
}
