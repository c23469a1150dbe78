//! From mentions to events: what several articles tell of the same happening, once, in order.

mod bite;
mod block;
mod cluster;
mod compare;
mod decision;
mod digest;
mod fuse;
mod identity;
mod judge;
mod order;
mod profile;
mod relate;
mod score;
mod signal;
mod ties;
mod trigger;
mod words;

pub use bite::Idle;
pub use compare::{Change, FieldChange, Reason, Side};
pub use decision::{Correction, Decision};
pub use digest::{Digest, Line, Wording};
pub use identity::{Found, Reference};
pub use relate::Neighbours;
pub use signal::{Relation, Sequence};
pub use words::folded;

pub use crate::event::{Article, Extraction};

use chrono::NaiveDate;
use judge::Judge;
use profile::Profile;

use crate::event::{Basis, Count, EventType, Mention, Mode, Participant, PlaceRef, Short, Status};
use crate::gazetteer::Gazetteer;
use crate::parallel;
use crate::time::TimeValue;

/// Events in time order, with everything they rest on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chronology {
    /// Events, oldest first.
    pub events: Vec<Event>,
    /// Every mention, sorted by article and place in it.
    pub mentions: Vec<Mention>,
    /// Every article, sorted by id.
    pub articles: Vec<Article>,
}

/// One happening, fused from its mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// A short hash that a person can type; made from its first report. See [`Chronology::resolve`].
    pub id: String,
    /// PLOVER type.
    pub event: EventType,
    /// PLOVER mode.
    pub mode: Option<Mode>,
    /// Whether it happened, by the best-informed mention.
    pub status: Status,
    /// Who claims it, where no mention states it plainly.
    pub claimed_by: Option<Short>,
    /// When, as narrow as its mentions together allow.
    pub when: Option<TimeValue>,
    /// The strongest basis among the mentions that date it.
    pub basis: Option<Basis>,
    /// Who does it.
    pub actors: Vec<Participant>,
    /// To or with whom.
    pub recipients: Vec<Participant>,
    /// The finest place named.
    pub place: Option<PlaceRef>,
    /// The dead, over all sources.
    pub dead: Option<Count>,
    /// The injured, over all sources.
    pub injured: Option<Count>,
    /// The best line of its mentions.
    pub summary: String,
    /// Its mentions, as indices into [`Chronology::mentions`], ascending.
    pub mentions: Vec<usize>,
    /// Distinct publishers, sorted.
    pub sources: Vec<String>,
    /// How many of them are independent: copies of one wire story count once.
    pub independent: usize,
    /// The days of the first and the last report.
    pub reported: Option<(NaiveDate, NaiveDate)>,
    /// What its sources disagree on.
    pub conflicts: Vec<Conflict>,
    /// What articles say of its place among the others, sorted.
    pub relations: Vec<Relation>,
}

/// An event by its mentions alone, from which the rest follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The event's id.
    pub id: String,
    /// Its mentions.
    pub members: Vec<usize>,
    /// What articles say of its place.
    pub relations: Vec<Relation>,
}

/// Values that cannot all be right, and who gives each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What they disagree on.
    pub field: Field,
    /// Each value as printed, with the mentions that give it as indices into [`Chronology::mentions`].
    pub values: Vec<(String, Vec<usize>)>,
}

/// Fields sources can disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Field {
    When,
    Place,
    Dead,
    Injured,
    Status,
}

impl Field {
    /// Every field, in the order of the names.
    pub const ALL: [Self; 5] = [Self::When, Self::Place, Self::Dead, Self::Injured, Self::Status];

    /// Lower case, as printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Place => "place",
            Self::Dead => "dead",
            Self::Injured => "injured",
            Self::Status => "status",
        }
    }
}

/// Articles by id, mentions by article and offset, and the article of each mention.
fn collect(mut extractions: Vec<Extraction>) -> (Vec<Article>, Vec<Mention>, Vec<usize>) {
    extractions.sort_by(|x, y| {
        let (a, b) = (&x.article, &y.article);
        (&a.id, b.published, &b.hash, &b.title, &b.url).cmp(&(&b.id, a.published, &a.hash, &a.title, &a.url))
    });
    extractions.dedup_by(|later, kept| later.article.id == kept.article.id);
    let (mut articles, mut mentions, mut article_of) = (Vec::new(), Vec::new(), Vec::new());
    for (at, Extraction { article, mentions: mut own }) in extractions.into_iter().enumerate() {
        own.sort_by(|a, b| (a.trigger.span, a.event, &a.id).cmp(&(b.trigger.span, b.event, &b.id)));
        article_of.resize(article_of.len() + own.len(), at);
        mentions.extend(own.into_iter().map(|m| Mention { document: article.id.clone(), ..m }));
        articles.push(article);
    }
    (articles, mentions, article_of)
}

impl Chronology {
    /// Merges mentions of the same event and puts the events in order; a person's decisions override scores.
    ///
    /// The order of the extractions does not matter. Of two with the same article id the one published later
    /// counts, since an article is often put out again under its name.
    pub fn build(extractions: Vec<Extraction>, decisions: &[Decision]) -> Self {
        Self::build_with(extractions, decisions, Gazetteer::built_in())
    }

    /// The same, with these names of actors and places.
    pub fn build_with(extractions: Vec<Extraction>, decisions: &[Decision], gazetteer: &Gazetteer) -> Self {
        let (articles, mut mentions, article_of) = collect(extractions);
        let mut rejected = vec![false; mentions.len()];
        let judge = Judge::new(decisions, &mentions, &mut rejected);
        for (at, correction) in &judge.corrected {
            correction.apply(&mut mentions[*at], gazetteer);
        }
        let profiles: Vec<Profile<'_>> = parallel::each(mentions.len(), |m| {
            let at = article_of[m];
            Profile::new(&mentions[m], at, articles[at].published)
        });
        let clusters = cluster::clusters(&profiles, &judge, &rejected, gazetteer);
        let fuse = |c: usize| fuse::fuse(&clusters[c], &mentions, &articles, &article_of, &judge, gazetteer);
        let mut events: Vec<Event> = parallel::each(clusters.len(), fuse);
        order::sort(&mut events);
        order::name(&mut events, &identity::keys(&mentions), &articles, &article_of);
        let mut made = Self { events, mentions, articles };
        let mut stated = signal::relations(&made);
        order::by_relation(&mut made, &mut stated);
        signal::attach(&mut made, &stated);
        made
    }

    /// Fuses clusters that are known: each with its event's id and its mentions' places in `mentions`, which are as
    /// [`Chronology::mentions`] has them, corrections included.
    pub fn from_clusters(
        articles: Vec<Article>,
        mentions: Vec<Mention>,
        clusters: Vec<Cluster>,
        decisions: &[Decision],
        gazetteer: &Gazetteer,
    ) -> Self {
        let judge = Judge::new(decisions, &mentions, &mut vec![false; mentions.len()]);
        let at = |m: &Mention| articles.binary_search_by(|a| a.id.as_str().cmp(&m.document)).unwrap_or(0);
        let article_of: Vec<usize> = mentions.iter().map(at).collect();
        let event = |Cluster { id, members, relations }: Cluster| Event {
            id,
            relations,
            ..fuse::fuse(&members, &mentions, &articles, &article_of, &judge, gazetteer)
        };
        let events = parallel::map(clusters, event);
        Self { events, mentions, articles }
    }

    /// The article a mention stands in.
    pub fn article_of(&self, mention: &Mention) -> Option<&Article> {
        let at = self.articles.binary_search_by(|a| a.id.as_str().cmp(&mention.document)).ok()?;
        self.articles.get(at)
    }
}
