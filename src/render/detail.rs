//! One event with everything it rests on: every quote, its article, and how its date was found.

use std::fmt;

use crate::chronology::{Article, Chronology, Event};
use crate::document::DctSource;
use crate::event::{Basis, Mention, Participant, PlaceRef};
use crate::render::clean::clean;
use crate::render::quote::{self, Mark};
use crate::render::{Options, dates, listing};

/// Writes the event with its evidence.
pub fn event(chronology: &Chronology, e: &Event, options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    let mode = e.mode.as_ref().map(|m| format!(" ({})", clean(&m.0))).unwrap_or_default();
    writeln!(out, "{}  {}{mode}, {}", clean(&e.id), e.event.name(), e.status.name())?;
    writeln!(out, "{}", listing::said(&e.summary, e.status, e.claimed_by.as_deref()))?;
    writeln!(out)?;
    let when = e.when.as_ref().map_or_else(String::new, |w| format!(" [{}]", w.edtf));
    let basis = e.basis.map(|b| format!(", {}", listing::basis(b))).unwrap_or_default();
    row("When", &format!("{}{when}{basis}", dates::when(e.when.as_ref(), None)), out)?;
    row("Actors", &people(&e.actors), out)?;
    row("Recipients", &people(&e.recipients), out)?;
    row("Place", &e.place.as_ref().map(place).unwrap_or_default(), out)?;
    row("Dead", &listing::count(e.dead), out)?;
    row("Injured", &listing::count(e.injured), out)?;
    let copies = if e.independent < e.sources.len() {
        format!("; {} independent: the others copy", e.independent)
    } else {
        String::new()
    };
    row("Sources", &format!("{}{copies}", e.sources.join(", ")), out)?;
    if let Some((first, last)) = e.reported {
        let last = if last == first { String::new() } else { format!(", last {}", dates::day(last)) };
        row("Reported", &format!("first {}{last}", dates::day(first)), out)?;
    }
    let mentions: Vec<_> =
        e.mentions.iter().filter_map(|i| Some((*i, chronology.mentions.get(*i)?))).collect();
    for (number, (_, mention)) in mentions.iter().enumerate() {
        writeln!(out)?;
        let again = number > 0 && mentions[number - 1].1.document == mention.document;
        if again {
            writeln!(out, "[{}] the same article", number + 1)?;
        } else {
            article_lines(number + 1, mention, chronology.article_of(mention), out)?;
        }
        evidence(mention, options, out)?;
    }
    neighbours(chronology, e, options, out)?;
    for conflict in &e.conflicts {
        writeln!(out, "\nSources differ on {}:", conflict.field.name())?;
        for (value, by) in &conflict.values {
            let who: Vec<_> = by.iter().map(|i| says(chronology, &mentions, *i)).collect();
            writeln!(out, "  {}  says {}", clean(value), who.join(", "))?;
        }
    }
    Ok(())
}

/// How many events of the same story are shown on each side.
const NEIGHBOURS: usize = 3;

/// What the articles themselves set before, beside and after the event, then what the dates do.
fn neighbours(chronology: &Chronology, e: &Event, options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    let Some(at) = chronology.events.iter().position(|x| x.id == e.id) else { return Ok(()) };
    let line = |what: &str, other: usize, how: &str| -> Option<String> {
        let other = chronology.events.get(other)?;
        let head =
            format!("  {what:<7} {}  {}: ", clean(&other.id), dates::when(other.when.as_ref(), other.basis));
        let room = usize::from(options.width).saturating_sub(head.chars().count() + how.chars().count());
        Some(format!("{head}{}{how}", shortened(&clean(&other.summary), room.max(20))))
    };
    if !e.relations.is_empty() {
        writeln!(out, "\nAs its articles say, it comes")?;
    }
    for relation in &e.relations {
        let how = format!(" (“{}”)", clean(&relation.signal));
        let other = chronology.events.iter().position(|x| x.id == relation.to);
        if let Some(line) = other.and_then(|other| line(relation.is.name(), other, &how)) {
            writeln!(out, "{line}")?;
        }
    }
    let found = chronology.neighbours(at, NEIGHBOURS);
    let others = |side: &[usize]| -> Vec<usize> {
        let mut side: Vec<usize> = side
            .iter()
            .copied()
            .filter(|i| e.relations.iter().all(|r| r.to != chronology.events[*i].id))
            .collect();
        side.sort_unstable();
        side
    };
    let sides = [
        ("before", others(&found.before)),
        ("about", others(&found.around)),
        ("after", others(&found.after)),
    ];
    if sides.iter().any(|(_, side)| !side.is_empty()) {
        writeln!(out, "\nOf the same story")?;
    }
    for (what, side) in &sides {
        for line in side.iter().filter_map(|other| line(what, *other, "")) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// As much of a line as there is room for.
fn shortened(line: &str, room: usize) -> String {
    if line.chars().count() <= room {
        return line.to_owned();
    }
    let cut: String = line.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// "Reuters [2]": the publisher, or the article of one that is not known, and the number of the quote.
fn says(chronology: &Chronology, shown: &[(usize, &Mention)], at: usize) -> String {
    let number = shown.iter().position(|(i, _)| *i == at).map(|n| format!(" [{}]", n + 1));
    let Some(mention) = chronology.mentions.get(at) else { return String::new() };
    let source = chronology.article_of(mention).map_or("", |a| a.source.as_str());
    let who = if source.is_empty() { &mention.document } else { source };
    format!("{}{}", clean(who), number.unwrap_or_default())
}

fn row(name: &str, value: &str, out: &mut dyn fmt::Write) -> fmt::Result {
    if value.is_empty() { Ok(()) } else { writeln!(out, "{name:<11}{}", clean(value)) }
}

fn people(people: &[Participant]) -> String {
    let one = |p: &Participant| {
        let sector = p.sector.map(|s| format!("{s:?}").to_uppercase());
        let assumed = (p.basis == Basis::Assumed).then(|| p.basis.name());
        let known: Vec<_> = [p.acts_for.as_deref(), p.country.as_deref(), sector.as_deref(), assumed]
            .into_iter()
            .flatten()
            .collect();
        if known.is_empty() { p.name.to_string() } else { format!("{} ({})", p.name, known.join(", ")) }
    };
    people.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn place(p: &PlaceRef) -> String {
    let country = p.country.as_ref().map(|c| format!(" ({c})")).unwrap_or_default();
    let at = p.at.map(|(lat, lon)| format!(", {lat:.2} {lon:.2}")).unwrap_or_default();
    let basis = if p.basis == Basis::Assumed { ", assumed" } else { "" };
    format!("{}{country}{at}{basis}", p.name)
}

/// What identifies and dates the article of a quote.
fn article_lines(
    number: usize,
    m: &Mention,
    article: Option<&Article>,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let title = article.map_or("", |a| a.title.as_str());
    let source = article.map_or("", |a| a.source.as_str());
    let head: Vec<_> = [source, title].into_iter().filter(|t| !t.is_empty()).map(clean).collect();
    let head = if head.is_empty() { clean(&m.document) } else { head.join(": ") };
    writeln!(out, "[{number}] {head}")?;
    if let Some(article) = article {
        let from = article.dated_by.map(|d| format!(" ({})", evidence_dates(d))).unwrap_or_default();
        let id = clean(&m.document);
        let id = if id == head { String::new() } else { format!(", article {id}") };
        writeln!(out, "    published {}{from}{id}", dates::day(article.published))?;
        if let Some(url) = &article.url {
            writeln!(out, "    {}", clean(url))?;
        }
    }
    Ok(())
}

/// One quote, and what was made of it.
fn evidence(m: &Mention, options: Options, out: &mut dyn fmt::Write) -> fmt::Result {
    let expression = m.when.as_ref().and_then(|w| w.expression.as_ref());
    let mut marks = vec![Mark { span: m.trigger.span, with: '^' }];
    marks.extend(expression.map(|e| Mark { span: e.span, with: '~' }));
    quote::write(&m.sentence.text, m.sentence.span.start, &marks, 4, options, out)?;
    dated(m, out)?;
    writeln!(out, "    type {}, {}; rules {}", m.event.name(), m.status.name(), clean(&m.rules.join(", ")))?;
    writeln!(out, "    mention {}", clean(&m.id))
}

/// How this mention got its date.
fn dated(m: &Mention, out: &mut dyn fmt::Write) -> fmt::Result {
    let Some(when) = &m.when else { return writeln!(out, "    undated") };
    let by = match &when.expression {
        Some(e) if m.sentence.span.contains(e.span) => format!(" by “{}”", clean(&e.text)),
        Some(e) => format!(" by “{}” elsewhere in the article", clean(&e.text)),
        None => String::new(),
    };
    writeln!(
        out,
        "    {} [{}], {}{by}; rule {}",
        dates::phrase(&when.value),
        when.value.edtf,
        listing::basis(when.basis),
        clean(&when.rule)
    )
}

/// Where an article's publication date was found, in words.
pub fn evidence_dates(from: DctSource) -> &'static str {
    match from {
        DctSource::Flag => "date given with --published",
        DctSource::Metadata => "date from the record's `published` field",
        DctSource::Header => "date from the page or its header",
        DctSource::Dateline => "date from the dateline",
        DctSource::FileName => "date from the file's name",
        DctSource::Text => "no date was given; the article's text names no later day",
    }
}
