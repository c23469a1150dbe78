//! From the shapes of the files to the types of the engine, and back.

use crate::chronology::{Article, Correction, Decision, Extraction};
use crate::event::{Context, Count, Mention, Mode, Participant, PlaceRef, Quote, When};
use crate::span::Span;
use crate::store::schema::{
    ArticleFile, ArticleRow, CountRow, DatedBy, Day, DecisionRow, EdtfText, GranularityRow, MentionRef,
    MentionRow, ModifierRow, ParticipantRow, PlaceRow, QuoteRow, VERSION, WhenRow,
};
use crate::time::TimeValue;

/// How a file shows an extraction.
pub(super) fn to_file(extraction: &Extraction) -> ArticleFile {
    ArticleFile {
        version: VERSION,
        article: article_row(&extraction.article),
        mentions: extraction.mentions.iter().map(mention_row).collect(),
    }
}

/// How a file shows an article.
pub(super) fn article_row(article: &Article) -> ArticleRow {
    ArticleRow {
        id: article.id.clone(),
        title: article.title.clone(),
        source: article.source.clone(),
        url: article.url.clone(),
        published: Day(article.published),
        dated_by: article.dated_by.map(DatedBy),
        hash: article.hash.clone(),
        batch: article.batch,
    }
}

/// What a file says.
pub(super) fn from_file(file: ArticleFile) -> Extraction {
    let article = article(file.article);
    let mentions = file.mentions.into_iter().map(|m| mention(m, &article.id)).collect();
    Extraction { article, mentions }
}

/// What a row says of an article.
pub(super) fn article(row: ArticleRow) -> Article {
    Article {
        id: row.id,
        title: row.title,
        source: row.source,
        url: row.url,
        published: row.published.0,
        dated_by: row.dated_by.map(|d| d.0),
        hash: row.hash,
        batch: row.batch,
    }
}

/// How a file shows a mention.
pub(super) fn mention_row(m: &Mention) -> MentionRow {
    MentionRow {
        id: m.id.clone(),
        summary: m.summary.clone(),
        event: m.event,
        mode: m.mode.as_ref().map(|m| m.0.clone()),
        contexts: m.contexts.iter().map(|c| c.0.clone()).collect(),
        status: m.status,
        claimed_by: m.claimed_by.clone(),
        when: m.when.as_ref().map(when_row),
        actors: m.actors.iter().map(participant_row).collect(),
        recipients: m.recipients.iter().map(participant_row).collect(),
        place: m.place.as_ref().map(place_row),
        dead: m.dead.map(count_row),
        injured: m.injured.map(count_row),
        trigger: quote_row(&m.trigger),
        sentence: quote_row(&m.sentence),
        rules: m.rules.clone(),
    }
}

/// What a row says of a mention of this article.
pub(super) fn mention(row: MentionRow, document: &str) -> Mention {
    Mention {
        id: row.id,
        document: document.to_owned(),
        sentence: quote(row.sentence),
        trigger: quote(row.trigger),
        event: row.event,
        mode: row.mode.map(Mode),
        contexts: row.contexts.into_iter().map(Context).collect(),
        actors: row.actors.into_iter().map(participant).collect(),
        recipients: row.recipients.into_iter().map(participant).collect(),
        place: row.place.map(place),
        when: row.when.map(when),
        status: row.status,
        claimed_by: row.claimed_by,
        dead: row.dead.map(count),
        injured: row.injured.map(count),
        summary: row.summary,
        rules: row.rules,
    }
}

fn when_row(w: &When) -> WhenRow {
    let granularity = Some(w.value.granularity).filter(|g| *g != w.value.edtf.granularity());
    WhenRow {
        edtf: EdtfText(w.value.edtf),
        granularity: granularity.map(GranularityRow),
        modifier: w.value.modifier.map(ModifierRow),
        basis: w.basis,
        expression: w.expression.as_ref().map(quote_row),
        rule: w.rule.clone(),
    }
}

fn when(row: WhenRow) -> When {
    let edtf = row.edtf.0;
    When {
        value: TimeValue {
            edtf,
            granularity: row.granularity.map_or_else(|| edtf.granularity(), |g| g.0),
            modifier: row.modifier.map(|m| m.0),
        },
        basis: row.basis,
        expression: row.expression.map(quote),
        rule: row.rule,
    }
}

pub(super) fn participant_row(p: &Participant) -> ParticipantRow {
    ParticipantRow {
        name: p.name.clone(),
        at: (p.span.start, p.span.end),
        code: p.code.clone(),
        acts_for: p.acts_for.clone(),
        country: p.country.clone(),
        sector: p.sector,
        basis: p.basis,
    }
}

pub(super) fn participant(row: ParticipantRow) -> Participant {
    Participant {
        span: Span::new(row.at.0, row.at.1),
        name: row.name,
        code: row.code,
        acts_for: row.acts_for,
        country: row.country,
        sector: row.sector,
        basis: row.basis,
    }
}

pub(super) fn place_row(p: &PlaceRef) -> PlaceRow {
    PlaceRow {
        name: p.name.clone(),
        at: (p.span.start, p.span.end),
        code: p.code.clone(),
        country: p.country.clone(),
        map: p.at,
        basis: p.basis,
    }
}

pub(super) fn place(row: PlaceRow) -> PlaceRef {
    PlaceRef {
        span: Span::new(row.at.0, row.at.1),
        name: row.name,
        code: row.code,
        country: row.country,
        at: row.map,
        basis: row.basis,
    }
}

fn count_row(count: Count) -> CountRow {
    CountRow { min: count.min, max: count.max }
}

/// A number of people.
pub(super) fn count(row: CountRow) -> Count {
    Count { min: row.min, max: row.max }
}

fn quote_row(quote: &Quote) -> QuoteRow {
    QuoteRow { text: quote.text.clone(), at: (quote.span.start, quote.span.end) }
}

fn quote(row: QuoteRow) -> Quote {
    Quote { span: Span::new(row.at.0, row.at.1), text: row.text }
}

/// A person's decision, without its reason, which is for people.
pub(super) fn decision(row: DecisionRow) -> Decision {
    let all = |mentions: Vec<MentionRef>| mentions.into_iter().map(|m| m.0).collect();
    match row {
        DecisionRow::Same { mentions, .. } => Decision::Same(all(mentions)),
        DecisionRow::Different { mentions, .. } => Decision::Different(all(mentions)),
        DecisionRow::Reject { mention, .. } => Decision::Reject(mention.0),
        DecisionRow::Correct { mention, when, event, status, place, summary, .. } => {
            let when = when.map(|w| w.0);
            Decision::Correct(mention.0, Correction { when, event, status, place, summary })
        }
    }
}
