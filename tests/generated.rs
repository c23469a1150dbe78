//! A corpus made by rule, whose events are known: for the benchmark of merging, and for a test of what it merges.

use chrono::{Days, NaiveDate};
use dateline::chronology::{Article, Extraction};
use dateline::event::{Basis, Count, EventType, Mention, Participant, PlaceRef, Quote, Short, Status, When};
use dateline::gazetteer::{ActorKind, Gazetteer, PlaceKind};
use dateline::span::Span;
use dateline::time::{Edtf, EdtfPoint, Granularity, TimeValue};

/// Articles, and which event each mention tells of.
pub(crate) struct Corpus {
    pub(crate) extractions: Vec<Extraction>,
    /// The mention's id and the number of its event.
    #[allow(dead_code, reason = "the benchmark does not look")]
    pub(crate) truth: Vec<(String, usize)>,
}

/// Numbers that look random and are the same on every machine: xorshift.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % sides.max(1)
    }

    /// The first of a list far oftener than the last, as names are in the news.
    fn often<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        let most = 1 + self.roll(list.len());
        &list[self.roll(most)]
    }
}

/// What happens, in words of one kind.
const KINDS: [(EventType, &[&str], &str); 8] = [
    (EventType::Consult, &["met", "talks", "meeting"], "discussed trade and the border crossing"),
    (EventType::Assault, &["struck", "bombed", "airstrike"], "hit a depot outside the town"),
    (EventType::Agree, &["signed", "agreed", "deal"], "on grain and gas deliveries"),
    (EventType::Sanction, &["sanctions", "imposed"], "against banks and shipping firms"),
    (EventType::Protest, &["protested", "demonstrated", "rally"], "over prices and water"),
    (EventType::Coerce, &["captured", "seized"], "after two days of fighting"),
    (EventType::Aid, &["sent", "delivered"], "tents and flour for the displaced"),
    (EventType::Office, &["resigned", "appointed"], "amid a dispute in the cabinet"),
];

const FILLERS: [&str; 12] = [
    "officials confirmed",
    "a spokesman added",
    "state media reported",
    "witnesses recalled",
    "the ministry noted",
    "according to residents",
    "diplomats told us",
    "in a late statement",
    "two sources cautioned",
    "the agency wrote",
    "as neighbours looked on",
    "despite earlier denials",
];

/// About so many mentions, ten an article.
pub(crate) fn corpus(mentions: usize) -> Corpus {
    let gazetteer = Gazetteer::built_in();
    let actors = |of: ActorKind| -> Vec<_> {
        gazetteer.actors().filter(|(_, a)| a.kind == of).map(|(_, a)| a.code.clone()).collect()
    };
    let (states, persons) = (actors(ActorKind::State), actors(ActorKind::Person));
    let towns: Vec<_> =
        gazetteer.places().filter(|(_, p)| p.kind == PlaceKind::City).map(|(_, p)| p.name.clone()).collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let start = NaiveDate::from_ymd_opt(2010, 1, 1).expect("a day");
    // Mentions by their day of publication.
    let mut told: Vec<(NaiveDate, usize, Mention)> = Vec::with_capacity(mentions + 8);
    let mut event = 0;
    while told.len() < mentions {
        let day = start + Days::new(told.len() as u64 / 1000);
        let (kind, triggers, about) = *dice.often(&KINDS);
        let who = if dice.roll(3) == 0 { dice.often(&persons) } else { dice.often(&states) }.clone();
        let whom = if dice.roll(3) == 0 { dice.often(&persons) } else { dice.often(&states) }.clone();
        let town = dice.often(&towns).clone();
        let dead = (kind == EventType::Assault).then(|| u32::try_from(1 + dice.roll(40)).unwrap_or(1));
        for _ in 0..1 + dice.roll(3) + dice.roll(4) {
            let published = day + Days::new(1 + dice.roll(2) as u64);
            let trigger = triggers[dice.roll(triggers.len())];
            let filler = FILLERS[dice.roll(FILLERS.len())];
            let sentence = format!("{trigger} {about} in {town}, {filler} {}", dice.roll(1000));
            let party = |code: &str| Participant::typed(gazetteer, code, published, Span::default());
            let when = match dice.roll(6) {
                0 => None,
                1 => Some((Edtf::Interval(None, Some(EdtfPoint::Day(published).into())), Basis::Assumed)),
                _ => Some((Edtf::day(day), Basis::Stated)),
            };
            let when = when.map(|(edtf, basis)| When {
                value: TimeValue { edtf, granularity: Granularity::Day, modifier: None },
                basis,
                expression: None,
                rule: Short::default(),
            });
            let recipients = if matches!(kind, EventType::Protest | EventType::Office) {
                Vec::new()
            } else {
                vec![party(&whom)]
            };
            let mention = Mention {
                id: String::new(),
                document: String::new(),
                trigger: Quote { span: Span::of(0..trigger.len()), text: trigger.into() },
                summary: sentence.clone(),
                sentence: Quote { span: Span::of(0..sentence.len()), text: sentence.into() },
                event: kind,
                mode: None,
                contexts: Vec::new(),
                actors: vec![party(&who)],
                recipients,
                place: (dice.roll(5) > 0).then(|| PlaceRef::typed(gazetteer, &town, Span::default())),
                when,
                status: Status::Occurred,
                claimed_by: None,
                dead: dead.map(|n| Count { min: n, max: Some(n) }),
                injured: None,
                rules: Vec::new(),
            };
            told.push((published, event, mention));
        }
        event += 1;
    }
    assemble(told)
}

/// Ten mentions an article, no two of one event.
fn assemble(told: Vec<(NaiveDate, usize, Mention)>) -> Corpus {
    let count = told.len().div_ceil(10);
    let mut corpus = Corpus { extractions: Vec::with_capacity(count), truth: Vec::with_capacity(told.len()) };
    // Neighbours in the list may tell of one event: they go to different articles of about the same day.
    let mut open: Vec<Vec<(NaiveDate, usize, Mention)>> = Vec::new();
    for item in told {
        let fits = |a: &&mut Vec<(NaiveDate, usize, Mention)>| {
            a[0].0 == item.0 && a.iter().all(|(_, event, _)| *event != item.1)
        };
        match open.iter_mut().find(fits) {
            Some(article) => article.push(item),
            None => open.push(vec![item]),
        }
        if let Some(full) = open.iter().position(|a| a.len() == 10) {
            close(open.swap_remove(full), &mut corpus);
        }
        if open.len() > 32 {
            close(open.remove(0), &mut corpus);
        }
    }
    for article in open {
        close(article, &mut corpus);
    }
    corpus
}

fn close(told: Vec<(NaiveDate, usize, Mention)>, corpus: &mut Corpus) {
    let number = corpus.extractions.len();
    let (id, published) = (format!("a{number:07}"), told[0].0);
    let mut mentions = Vec::with_capacity(told.len());
    let mut at = 0;
    for (n, (_, event, mut mention)) in told.into_iter().enumerate() {
        mention.id = format!("{id}#{n}");
        mention.document.clone_from(&id);
        for quote in [&mut mention.sentence, &mut mention.trigger] {
            quote.span = Span::new(quote.span.start + at, quote.span.end + at);
        }
        at = mention.sentence.span.end + 200;
        corpus.truth.push((mention.id.clone(), event));
        mentions.push(mention);
    }
    let article = Article {
        source: format!("wire {}", number % 7),
        title: String::new(),
        url: None,
        published,
        dated_by: None,
        hash: String::new(),
        batch: 1,
        id,
    };
    corpus.extractions.push(Extraction { article, mentions });
}
