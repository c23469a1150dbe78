//! From the phrases of a sentence to drafts of its events: who is named, what each trigger means, and how it stands.

use crate::document::Document;
use crate::event::bond::{self, Bond};
use crate::event::cast::{Cast, Casting};
use crate::event::dating::{self, Dating};
use crate::event::discourse::Discourse;
use crate::event::knowledge::Knowledge;
use crate::event::retold::{self, Trace};
use crate::event::scene::Scene;
use crate::event::sense::{Held, Match, Phrase, Senses, holder};
use crate::event::status::{Standing, Standings};
use crate::event::story::Story;
use crate::event::whose::{self, Owners, Whose};
use crate::event::{
    EventType, Mention, Participant, PlaceRef, When, again, agency, counterpart, genre, late, mention, site,
};
use crate::span::Span;
use crate::syntax::chunk::Kind;
use crate::syntax::clause::{Clause, Parse, Tree};
use crate::syntax::unit::Pos;
use crate::timex::Timex;

/// Reads sentences in order, and keeps what later ones point back to.
pub(super) struct Sentences<'d, 'k, 'a> {
    document: &'d Document,
    with: &'k Knowledge<'a>,
    casting: Casting<'k, 'a>,
    discourse: Discourse<'a>,
    timexes: &'d [Timex],
    mentions: Vec<Mention>,
    /// What is remembered of each mention besides.
    traces: Vec<Trace>,
    /// Who did something on a stated day, and that day.
    story: Story,
    /// Mentions that tell of one incident.
    incidents: Vec<(usize, usize)>,
    /// What mentions owe to others.
    bonds: Vec<Bond>,
}

/// A trigger of one sentence on its way to a mention.
pub(super) struct Draft<'f> {
    pub(super) found: Match<'f>,
    pub(super) trigger: usize,
    /// The clause whose verb it is, or which holds its noun phrase.
    pub(super) clause: Option<usize>,
    /// Its noun phrase, where it is a noun.
    pub(super) np: Option<usize>,
    /// The prepositional phrases behind its noun, and behind a participle that only says that it took place: "an
    /// agreement *reached* between ...".
    pub(super) phrases: Vec<Phrase>,
    /// Its noun is the object of a verb that only says that it takes place: the clause's date and subject are its own.
    pub(super) light: bool,
    pub(super) standing: Standing,
    /// Whom the noun belongs to: "Putin's visit", "Russian and Syrian airstrikes".
    pub(super) owners: Vec<Participant>,
    /// The time expressions that are its own; [`Dating::date`] finds them first of all.
    pub(super) dates: Vec<usize>,
    pub(super) when: Option<When>,
}

impl Draft<'_> {
    /// The clause whose verb is the trigger.
    pub(super) fn verb_clause(&self) -> Option<usize> {
        self.clause.filter(|_| self.np.is_none())
    }

    /// Whether its clause tells of this event: by its verb, or by a verb that only lets the noun take place.
    pub(super) const fn tells_clause(&self) -> bool {
        self.np.is_none() || self.light
    }
}

impl<'d, 'k, 'a> Sentences<'d, 'k, 'a> {
    pub(super) fn new(document: &'d Document, casting: Casting<'k, 'a>, timexes: &'d [Timex]) -> Self {
        let discourse = Discourse::new(casting.with.gazetteer);
        let with = casting.with;
        Self {
            document,
            with,
            casting,
            discourse,
            timexes,
            mentions: Vec::new(),
            traces: Vec::new(),
            story: Story::default(),
            incidents: Vec::new(),
            bonds: Vec::new(),
        }
    }

    /// All mentions, in text order.
    pub(super) fn finish(mut self) -> Vec<Mention> {
        retold::share_parties(&mut self.mentions, &self.traces);
        for (a, b) in self.incidents {
            share(&mut self.mentions, a, b);
        }
        for bond in self.bonds {
            bond::settle(&mut self.mentions, bond);
        }
        counterpart::fill(&mut self.mentions, &self.traces, self.with.gazetteer, self.casting.on);
        self.mentions.sort_by_key(|m| (m.trigger.span, m.event));
        late::settle(&mut self.mentions, self.casting.on);
        again::carry(&mut self.mentions, self.casting.on);
        again::narrow_votes(&mut self.mentions);
        site::assume(&mut self.mentions, self.with.gazetteer, &self.casting);
        self.mentions
    }

    /// Adds the mentions of one sentence.
    pub(super) fn read(&mut self, span: Span, parse: &Parse<'_, 'a>, tree: &Tree) {
        let clauses = &tree.clauses;
        let mut cast = self.casting.read(parse, tree, &mut self.discourse);
        let senses = Senses { parse, frames: self.with.frames, gazetteer: self.with.gazetteer };
        let verbs: Vec<Option<Match<'a>>> = clauses.iter().map(|c| senses.of_verb(c)).collect();
        self.lend(parse, clauses, &verbs, &mut cast);
        whose::disown(parse, clauses, &verbs, &mut cast);
        let standings = Standings { parse, clauses, senses: &verbs };
        let phrases = self.casting.phrases(parse, &self.discourse);
        let text = &self.document.text;
        let whose =
            Whose { parse, text, clauses, verbs: &verbs, cast: &cast, phrases, mentions: &self.mentions };
        let mut drafts = drafts(&whose, &senses, &standings);
        genre::leave_out(&mut drafts, parse, &cast);
        genre::leave_out_names(&mut drafts, text, parse, clauses);
        let owners = Owners::new(whose);
        let on = self.casting.on;
        let scene = Scene { text, parse, clauses, cast: &cast, owners: &owners, on };
        let (timexes, told, story) = (self.timexes, self.mentions.as_slice(), &self.story);
        let lasts = |d: &Draft<'_>| d.found.frame.lasts;
        let nouns: Vec<(usize, bool)> = drafts.iter().filter_map(|d| Some((d.np?, lasts(d)))).collect();
        Dating { scene: &scene, timexes, told, story, nouns: &nouns, on }.date(&mut drafts);
        self.story.tell(&scene, timexes, &drafts);
        let pairs = incidents(&scene, &drafts);
        let first = self.mentions.len();
        self.bonds.extend(bond::bonds(&scene, &drafts).into_iter().map(|b| b.shifted(first)));
        let mut read: Vec<(Mention, Trace)> = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let trace = trace(&scene, &draft);
            let trigger = parse.units[draft.trigger].span.text(scene.text);
            let same = |m: &Mention| m.event == draft.found.frame.event && m.trigger.text == trigger;
            let again = read.iter().filter(|(m, _)| same(m)).count();
            let gazetteer = self.with.gazetteer;
            read.push((mention::assemble(&scene, draft, gazetteer, &self.document.id, span, again), trace));
        }
        for (mention, trace) in read {
            self.mentions.push(mention);
            self.traces.push(trace);
            retold::join(&mut self.mentions, &mut self.traces, on);
        }
        for (a, b) in pairs {
            share(&mut self.mentions[first..], a, b);
            self.incidents.push((first + a, first + b));
        }
    }

    /// The nameless object of a verb that moves forces belongs to its subject.
    fn lend(&self, parse: &Parse<'_, 'a>, clauses: &[Clause], verbs: &[Option<Match<'a>>], cast: &mut Cast) {
        let phrases = self.casting.phrases(parse, &self.discourse);
        for (clause, found) in clauses.iter().zip(verbs) {
            let moves = found
                .as_ref()
                .is_some_and(|m| matches!(m.frame.event, EventType::Mobilize | EventType::Retreat));
            let owner = clause.subject.first().and_then(|s| cast.of(*s).first().cloned());
            let (Some(owner), true) = (owner, moves) else { continue };
            for object in &clause.object {
                for forces in cast.of_mut(*object) {
                    if forces.code.is_none() && forces.acts_for.is_none() {
                        phrases.lend(forces, &owner);
                    }
                }
            }
        }
    }
}

/// What the nouns and the verbs of a sentence tell, in text order.
fn drafts<'a>(
    whose: &Whose<'_, '_, 'a>,
    senses: &Senses<'_, '_, 'a>,
    standings: &Standings<'_, '_, 'a>,
) -> Vec<Draft<'a>> {
    let Whose { parse, clauses, verbs, .. } = *whose;
    let mut drafts = Vec::new();
    let mut dropped = Vec::new();
    for (at, chunk) in parse.chunks.iter().enumerate() {
        let Some(np) = chunk.np().filter(|np| senses.may_tell(np)) else { continue };
        let through = |i: usize| verbs[i].as_ref().is_some_and(|m| m.through_object);
        // "a summit held at the weekend": the participle only says that it took place.
        let tells = |c: &Clause| c.subject == [at] && c.start == c.vg && parse.is_passive(c);
        let told = (0..clauses.len()).find(|i| tells(&clauses[*i]) && through(*i));
        let held = holder(parse, clauses, at);
        // "the accord brokered by Qatar *was struck* in May"
        let verb = held.filter(|(i, h)| *h == Held::Subject && parse.is_passive(&clauses[*i]) && through(*i));
        // "fighting *broke out* on Sunday between Armenia and Azerbaijan"
        let goes_on = held.filter(|(i, h)| *h == Held::Subject && parse.takes_place(&clauses[*i]));
        let tellers = told.into_iter().chain(verb.or(goes_on).map(|(i, _)| i));
        let phrases = senses.behind_noun(at, tellers.map(|i| &clauses[i]));
        let Some(found) = senses.of_noun(at, &phrases) else { continue };
        dropped.extend(told.filter(|i| verb.is_some_and(|(v, _)| v != *i)));
        let holder = verb.or(told.map(|i| (i, Held::Subject))).or(held);
        let mut light = false;
        if let Some((i, Held::Object)) = holder {
            let verb = parse.verb(&clauses[i]);
            light = verb.is_some_and(|u| u.word.effect.light);
            // "opened *fire* on miners": of two readings of one event the verb's knows more.
            // "signed a *declaration*" is an agreement.
            let told_apart = verbs[i].as_ref().is_some_and(|m| match found.frame.event {
                EventType::Disaster => m.frame.event != EventType::Disaster,
                EventType::Statement => m.frame.event == EventType::Agree,
                _ => false,
            });
            if light && through(i) && !told_apart {
                dropped.push(i);
            } else if through(i) && (clauses[i].second.is_empty() || !clauses[i].object.contains(&at)) {
                // "called the *deal* a mistake" tells of two things; "signed an agreement": the verb already tells it.
                continue;
            }
        }
        // "beat him to *death*", "put under house *arrest*": the verb already tells it; "died in *an attack*": two.
        let bare = !matches!(parse.units[np.body.start].pos, Pos::Determiner | Pos::Possessive);
        // "resigned *in protest*", "freed them *in return* for money": a circumstance.
        // "went to *the polls*": an election is asked for under its own name.
        let vote = found.frame.event == EventType::Election;
        if let Some((i, Held::Phrase(preposition))) = holder
            && (verbs[i].as_ref().is_some_and(|m| {
                (bare || vote && m.frame.event == found.frame.event)
                    && senses.asks_for(m.frame, preposition, at)
            }) || bare && is_circumstance(parse, preposition, np.head, verbs[i].is_some()))
        {
            continue;
        }
        if let Some((i, Held::Subject)) = holder {
            // "talks were held", "an attack was launched"
            let vg = parse.vg(&clauses[i]);
            // "the offensive began on Wednesday"
            // "clashes were reported in Homs"
            let heard = vg.is_some_and(|v| {
                let (effect, lower) = (parse.units[v.head].word.effect, &parse.units[v.head].lower);
                v.passive && verbs[i].is_none() && (effect.reports || *lower == "heard")
            });
            light = heard || parse.takes_place(&clauses[i]);
            // "his request *was turned down*": the verb tells an event of its own.
            let answered = found.frame.event.is_said()
                && verbs[i].as_ref().is_some_and(|m| m.frame.event == EventType::Reject);
            if parse.is_passive(&clauses[i]) && through(i) && !answered {
                light = true;
                dropped.push(i);
            }
        }
        let owners = whose.of_deed(at, np);
        let standing = standings.of_noun(at, found.frame);
        drafts.push(Draft {
            found,
            trigger: np.head,
            clause: holder.map(|h| h.0),
            np: Some(at),
            phrases,
            light,
            standing,
            owners,
            dates: Vec::new(),
            when: None,
        });
    }
    for (i, found) in verbs.iter().enumerate() {
        let Some(vg) = parse.vg(&clauses[i]) else { continue };
        if let Some(found) = found.clone().filter(|_| !dropped.contains(&i)) {
            let standing = standings.of_clause(i);
            let trigger = found.word.unwrap_or(vg.head);
            drafts.push(Draft {
                found,
                trigger,
                clause: Some(i),
                np: None,
                phrases: Vec::new(),
                light: false,
                standing,
                owners: Vec::new(),
                dates: Vec::new(),
                when: None,
            });
        }
    }
    drafts.sort_by_key(|d| d.trigger);
    drafts
}

/// "in return", "in response"; "in protest" beside a verb that tells an event.
fn is_circumstance(parse: &Parse<'_, '_>, preposition: usize, head: usize, told: bool) -> bool {
    let word = &*parse.units[head].lower;
    let bare = matches!(word, "return" | "exchange" | "response" | "reply" | "answer" | "turn");
    parse.lower(preposition) == "in" && (bare || (told && word == "protest"))
}

fn trace(scene: &Scene<'_, '_, '_>, draft: &Draft<'_>) -> Trace {
    let parse = scene.parse;
    let phrase = draft.np.and_then(|np| parse.chunks[np].np());
    // "*the overnight* arrests"
    let dated = || {
        let before = draft.np.and_then(|np| parse.chunks.get(np.checked_sub(1)?));
        let timex = before.filter(|c| matches!(c.kind, Kind::Timex(_)));
        timex.is_some_and(|c| {
            parse.units[c.units.start].span.text(scene.text).to_lowercase().starts_with("the ")
        })
    };
    Trace {
        nominal: phrase.is_some(),
        definite: phrase.is_some_and(|np| parse.is_definite(np)) || dated(),
        lasts: draft.found.frame.lasts,
        other: phrase.is_some_and(|np| parse.units[np.body.clone()].iter().any(|u| is_other(&u.lower))),
        alleged: draft.np.is_some_and(|np| agency::is_charge(scene, np)),
        chain: 0,
    }
}

/// Words that tell a thing apart from those of its kind before it.
fn is_other(word: &str) -> bool {
    matches!(word, "other" | "another" | "new" | "fresh" | "further" | "additional" | "separate" | "similar")
}

/// The drafts of a sentence that tell of one incident, by their places.
fn incidents(scene: &Scene<'_, '_, '_>, drafts: &[Draft<'_>]) -> Vec<(usize, usize)> {
    let pairs = (0..drafts.len()).flat_map(|i| (i + 1..drafts.len()).map(move |j| (i, j)));
    pairs.filter(|(i, j)| dating::incident(scene, &drafts[*i], &drafts[*j])).collect()
}

/// What happened as one happened in one place, by and to the same.
fn share(mentions: &mut [Mention], a: usize, b: usize) {
    for (from, to) in [(a, b), (b, a)] {
        let Ok([from, to]) = mentions.get_disjoint_mut([from, to]) else { continue };
        if to.place.is_none() {
            to.place = from.place.clone().map(PlaceRef::carried);
        }
        let apart = |these: &[Participant], those: &[Participant]| {
            these.iter().all(|a| those.iter().all(|b| a.name != b.name))
        };
        // "a bombing killed five soldiers": it was aimed at them.
        let carried = |people: &[Participant]| people.iter().cloned().map(Participant::carried).collect();
        if to.recipients.is_empty() && apart(&to.actors, &from.recipients) {
            to.recipients = carried(&from.recipients);
        }
        if to.actors.is_empty() && apart(&to.recipients, &from.actors) {
            to.actors = carried(&from.actors);
        }
    }
}
