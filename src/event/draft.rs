//! From the phrases of a sentence to mentions: roles, place, date, status, counts and summary of each trigger.

use crate::document::Document;
use crate::event::actor::Discourse;
use crate::event::chunk::{Kind, Tense, VerbForm, span_of};
use crate::event::clause::{Clause, Link, Parse};
use crate::event::extract::mention_id;
use crate::event::frame::Role;
use crate::event::link::{self, Relation};
use crate::event::magnitude::{self, Toll};
use crate::event::sense::{Held, Match, Senses, holds};
use crate::event::status::{Standing, Standings};
use crate::event::unit::Knowledge;
use crate::event::{Basis, EventType, Mention, Participant, PlaceRef, Quote, Status, When, place, summary};
use crate::span::Span;
use crate::time::Granularity;
use crate::timex::{self, Anchor, Timex};

/// Reads sentences in order, and keeps what later ones point back to.
pub(super) struct Sentences<'d, 'k, 'a> {
    document: &'d Document,
    with: &'k Knowledge<'a>,
    discourse: Discourse<'a>,
    timexes: &'d [Timex],
    mentions: Vec<Mention>,
    /// Who did something on a stated day in the sentence before, and that day.
    story: Option<Story>,
}

/// The thread a newsroom follows: the same actor, the same day, told on in the simple past.
struct Story {
    actors: Vec<String>,
    when: When,
}

/// A trigger of one sentence on its way to a mention.
struct Draft<'f> {
    found: Match<'f>,
    trigger: usize,
    /// The clause whose verb it is, or which holds its noun phrase.
    clause: Option<usize>,
    /// Its noun phrase, where it is a noun.
    np: Option<usize>,
    /// Its noun is the object of a verb that only says that it takes place: the clause's date and subject are its own.
    light: bool,
    standing: Standing,
    owner: Option<Participant>,
    when: Option<When>,
}

impl<'d, 'k, 'a> Sentences<'d, 'k, 'a> {
    pub(super) fn new(
        document: &'d Document,
        with: &'k Knowledge<'a>,
        discourse: Discourse<'a>,
        timexes: &'d [Timex],
    ) -> Self {
        Self { document, with, discourse, timexes, mentions: Vec::new(), story: None }
    }

    /// All mentions, in text order.
    pub(super) fn finish(mut self) -> Vec<Mention> {
        self.mentions.sort_by_key(|m| (m.trigger.span, m.event));
        self.mentions
    }

    /// Adds the mentions of one sentence.
    pub(super) fn read(&mut self, span: Span, parse: &Parse<'_, 'a>) {
        let clauses = parse.clauses();
        let mut people = self.people(parse, &clauses);
        let senses = Senses { parse, frames: self.with.frames, gazetteer: self.with.gazetteer };
        let verbs: Vec<Option<Match<'a>>> = clauses.iter().map(|c| senses.of_verb(c)).collect();
        self.lend(&clauses, &verbs, &mut people);
        let standings = Standings { parse, clauses: &clauses, senses: &verbs };
        let mut drafts = self.drafts(parse, &clauses, &senses, &standings, &verbs);
        self.date(parse, &clauses, &people, &mut drafts);
        self.story = story(parse, &clauses, &people, &drafts);
        for draft in drafts {
            let mention = self.mention(span, parse, &clauses, &people, draft);
            self.mentions.push(mention);
        }
    }

    /// Who each noun phrase of the sentence names, in text order.
    fn people(&mut self, parse: &Parse<'_, '_>, clauses: &[Clause]) -> Vec<Option<Participant>> {
        let text = self.document.text.as_str();
        let mut people = vec![None; parse.chunks.len()];
        for (at, chunk) in parse.chunks.iter().enumerate() {
            let Some(np) = chunk.np() else { continue };
            let of = match (parse.chunks.get(at + 1).map(|c| &c.kind), parse.chunks.get(at + 2)) {
                (Some(Kind::Preposition), Some(next))
                    if parse.units[parse.chunks[at + 1].units.start].lower == "of" =>
                {
                    next.np().map(|_| next.units.clone())
                }
                _ => None,
            };
            people[at] = self.discourse.resolve(text, parse.units, np.possessor.clone(), np.body.clone(), of);
        }
        for clause in clauses.iter().filter(|c| c.link == Link::Main) {
            for subject in clause.subject.iter().filter_map(|s| people[*s].as_ref()) {
                self.discourse.promote(subject);
            }
        }
        people
    }

    /// The nameless object of a verb that moves forces belongs to its subject.
    fn lend(&self, clauses: &[Clause], verbs: &[Option<Match<'a>>], people: &mut [Option<Participant>]) {
        for (clause, found) in clauses.iter().zip(verbs) {
            let moves = found
                .as_ref()
                .is_some_and(|m| matches!(m.frame.event, EventType::Mobilize | EventType::Retreat));
            let owner = clause.subject.first().and_then(|s| people[*s].clone());
            let (Some(owner), true) = (owner, moves) else { continue };
            for object in &clause.object {
                let Some(forces) = people[*object].as_mut() else { continue };
                if forces.code.is_none() && forces.acts_for.is_none() {
                    self.discourse.lend(forces, &owner);
                }
            }
        }
    }

    fn drafts(
        &mut self,
        parse: &Parse<'_, 'a>,
        clauses: &[Clause],
        senses: &Senses<'_, '_, 'a>,
        standings: &Standings<'_, '_, 'a>,
        verbs: &[Option<Match<'a>>],
    ) -> Vec<Draft<'a>> {
        let mut drafts = Vec::new();
        let mut dropped = Vec::new();
        for (at, chunk) in parse.chunks.iter().enumerate() {
            let Some(np) = chunk.np() else { continue };
            let Some(found) = senses.of_noun(at) else { continue };
            let holder = clauses.iter().enumerate().rev().find_map(|(i, c)| holds(c, at).map(|h| (i, h)));
            let mut light = false;
            if let Some((i, Held::Object)) = holder {
                let verb = parse.chunks[clauses[i].vg].vg().map(|v| &parse.units[v.head]);
                let through = verbs[i].as_ref().is_some_and(|m| m.through_object);
                light = verb.is_some_and(|u| u.word.effect.light);
                if light && through {
                    dropped.push(i);
                } else if through {
                    // "signed an agreement": the verb already tells it.
                    continue;
                }
            }
            if let Some((i, Held::Subject)) = holder {
                // "talks were held", "an attack was launched"
                let passive = parse.chunks[clauses[i].vg].vg().is_some_and(|v| v.passive);
                if passive && verbs[i].as_ref().is_some_and(|m| m.through_object) {
                    light = true;
                    dropped.push(i);
                }
            }
            let owner = self.discourse.owner_of(&self.document.text, parse.units, np);
            let standing = standings.of_noun(at);
            drafts.push(Draft {
                found,
                trigger: np.head,
                clause: holder.map(|h| h.0),
                np: Some(at),
                light,
                standing,
                owner,
                when: None,
            });
        }
        for (i, found) in verbs.iter().enumerate() {
            let Some(vg) = parse.chunks[clauses[i].vg].vg() else { continue };
            if let Some(found) = found.clone().filter(|_| !dropped.contains(&i)) {
                let standing = standings.of_clause(i);
                drafts.push(Draft {
                    found,
                    trigger: vg.head,
                    clause: Some(i),
                    np: None,
                    light: false,
                    standing,
                    owner: None,
                    when: None,
                });
            }
        }
        drafts.sort_by_key(|d| d.trigger);
        drafts
    }

    /// Dates the drafts of a sentence: what is stated first, then what hangs on another event, then the rest.
    fn date(
        &self,
        parse: &Parse<'_, '_>,
        clauses: &[Clause],
        people: &[Option<Participant>],
        drafts: &mut [Draft<'_>],
    ) {
        let text = self.document.text.as_str();
        let on = self.document.header.dct.at.date();
        for draft in drafts.iter_mut() {
            draft.when = link::stated(text, self.timexes, &self.own_dates(parse, clauses, draft));
        }
        for i in 0..drafts.len() {
            if drafts[i].when.is_none() {
                drafts[i].when = self.on_event(parse, clauses, drafts, i);
            }
        }
        for i in 0..drafts.len() {
            if drafts[i].when.is_none() {
                drafts[i].when =
                    self.antecedent(parse, &drafts[i]).or_else(|| from_governor(clauses, drafts, i));
            }
        }
        for draft in drafts.iter_mut().filter(|d| d.when.is_none()) {
            draft.when = self.told_on(parse, clauses, people, draft);
        }
        // Again: what hangs on an event that has its date only now.
        for i in 0..drafts.len() {
            if drafts[i].when.is_none() {
                drafts[i].when = self.on_event(parse, clauses, drafts, i);
            }
        }
        for draft in drafts.iter_mut() {
            let status = &mut draft.standing.status;
            if *status == Status::Occurred && draft.when.as_ref().is_some_and(|w| link::lies_ahead(w, on)) {
                *status = Status::Planned;
            }
            draft.when = match draft.when.take() {
                Some(when) => Some(link::clip(when, *status, on)),
                None => link::assumed(*status, on),
            };
        }
    }

    /// "Trump met al-Sharaa on Wednesday. He urged him to ...": the same actor goes on, on the same day.
    fn told_on(
        &self,
        parse: &Parse<'_, '_>,
        clauses: &[Clause],
        people: &[Option<Participant>],
        draft: &Draft<'_>,
    ) -> Option<When> {
        let story = self.story.as_ref()?;
        if !is_narrated(parse, clauses, draft) {
            return None;
        }
        let goes_on = subjects(clauses, people, draft).any(|p| story.actors.contains(&p.name));
        goes_on.then(|| link::carried(&story.when, "link/same-actor"))
    }

    /// The expressions that stand in the trigger's own phrase or clause.
    fn own_dates(&self, parse: &Parse<'_, '_>, clauses: &[Clause], draft: &Draft<'_>) -> Vec<usize> {
        let mut dates = Vec::new();
        if let Some(np) = draft.np {
            dates.extend(parse.units[parse.chunks[np].units.clone()].iter().filter_map(|u| u.timex));
            dates.extend(link::trailing(parse.chunks, np));
        }
        // "an agreement reached on Tuesday"
        let about = |c: &&Clause| draft.np.is_some_and(|np| c.link == Link::Participial && c.subject == [np]);
        dates.extend(clauses.iter().filter(about).flat_map(|c| &c.dates));
        if let Some(clause) = draft.clause.filter(|_| draft.np.is_none() || draft.light) {
            dates.extend(&clauses[clause].dates);
            // "On Tuesday, X met Y and signed Z": the fronted date is of both.
            if clauses[clause].dates.is_empty() && clauses[clause].link == Link::Coordinated {
                if let Some(governor) = clauses[clause].governor.map(|g| &clauses[g]) {
                    let before = |t: &&usize| {
                        self.timexes[**t].span.end
                            <= span_of(parse.units, parse.chunks[governor.vg].units.clone()).start
                    };
                    dates.extend(governor.dates.iter().filter(before));
                }
            }
        }
        dates
    }

    /// "after the uprising", "when rebels seized Damascus", "two days after the vote".
    fn on_event(
        &self,
        parse: &Parse<'_, '_>,
        clauses: &[Clause],
        drafts: &[Draft<'_>],
        at: usize,
    ) -> Option<When> {
        let draft = &drafts[at];
        let on = self.document.header.dct.at.date();
        let happened = matches!(draft.standing.status, Status::Occurred | Status::Ongoing);
        for index in self.own_dates(parse, clauses, draft) {
            let timex = &self.timexes[index];
            let Some(Anchor::Event(span)) = timex.anchor else { continue };
            let anchor = drafts
                .iter()
                .find(|d| span.overlaps(parse.units[d.trigger].span))
                .and_then(|d| d.when.as_ref())?;
            let value = timex::anchored(&timex.form, &anchor.value)?;
            let expression = Some(Quote::new(&self.document.text, timex.phrase));
            return Some(When { value, basis: Basis::Carried, expression, rule: timex.rule.to_owned() });
        }
        let dated = |np: usize| drafts.iter().find(|d| d.np == Some(np)).and_then(|d| d.when.as_ref());
        let phrases = match (draft.np, draft.clause) {
            (Some(np), _) => place::trailing(parse.chunks, np),
            (None, Some(clause)) => clauses[clause].phrases.clone(),
            (None, None) => Vec::new(),
        };
        for (preposition, nps) in &phrases {
            let word = parse.units[parse.chunks[*preposition].units.start].lower.as_str();
            let relation = Relation::of(word).filter(|_| !matches!(word, "at" | "in" | "as"));
            if let (Some(relation), Some(anchor)) = (relation, nps.iter().find_map(|n| dated(*n))) {
                return link::through(anchor, relation, happened, on);
            }
        }
        // A subordinate clause dates its governor; only its own verb's date counts.
        let clause = draft.clause.filter(|_| draft.np.is_none())?;
        clauses.iter().enumerate().filter(|(_, c)| c.governor == Some(clause)).find_map(|(i, c)| {
            let Link::Adverbial(opener) = c.link else { return None };
            let relation = Relation::of(&parse.units[parse.chunks[opener].units.start].lower)?;
            let anchor = drafts
                .iter()
                .find(|d| d.np.is_none() && d.clause == Some(i))
                .and_then(|d| d.when.as_ref())?;
            link::through(anchor, relation, happened, on)
        })
    }

    /// "the uprising", "the meeting": an event told before in this article, by its type and by a word they share.
    fn antecedent(&self, parse: &Parse<'_, '_>, draft: &Draft<'_>) -> Option<When> {
        let np = parse.chunks[draft.np?].np()?;
        let words = &parse.units[np.body.clone()];
        let definite = np.possessor.is_some()
            || words.iter().any(|u| matches!(u.lower.as_str(), "the" | "this" | "that"));
        if !definite {
            return None;
        }
        let event = draft.found.frame.event;
        let told = |m: &&Mention| m.when.as_ref().is_some_and(|w| w.basis != Basis::Assumed);
        let shares = |m: &Mention| {
            let names = m.actors.iter().chain(&m.recipients).map(|p| p.name.to_lowercase());
            names.into_iter().any(|name| {
                words.iter().any(|u| u.lower.len() > 3 && name.split([' ', '-']).any(|w| w == u.lower))
            })
        };
        let found = self.mentions.iter().rev().filter(told).find(|m| {
            let head = parse.units[np.head].lower.as_str();
            let same_words =
                m.event == event && (event == EventType::Election || same_stem(&m.trigger.text, head));
            same_words || (is_upheaval(m.event) && is_upheaval(event) && shares(m))
        })?;
        found.when.as_ref().map(|w| link::carried(w, "link/told-before"))
    }

    fn mention(
        &self,
        sentence: Span,
        parse: &Parse<'_, '_>,
        clauses: &[Clause],
        people: &[Option<Participant>],
        draft: Draft<'_>,
    ) -> Mention {
        let text = self.document.text.as_str();
        let frame = draft.found.frame;
        let trigger = parse.units[draft.trigger].span;
        let (actors, recipients) = roles(parse, clauses, people, &draft);
        let place = self.place(parse, clauses, &draft);
        let toll = magnitude::toll(&parse.units[draft.trigger].lower);
        let counted = toll.and_then(|_| counted(parse, clauses, &draft));
        let again = self
            .mentions
            .iter()
            .filter(|m| {
                m.sentence.span == sentence && m.event == frame.event && m.trigger.text == trigger.text(text)
            })
            .count();
        let claimed_by = self.claimant(parse, clauses, people, draft.standing);
        let summary = summarise(text, parse, clauses, people, &draft);
        let mut rules = vec![format!("frame:{}", frame.id)];
        rules.extend(draft.when.as_ref().map(|w| format!("time:{}", w.rule)));
        Mention {
            id: mention_id(&self.document.id, text, sentence, trigger, frame.event.name(), again),
            document: self.document.id.clone(),
            sentence: Quote::new(text, sentence),
            trigger: Quote::new(text, trigger),
            event: frame.event,
            mode: frame.mode.clone(),
            contexts: Vec::new(),
            actors,
            recipients,
            place,
            when: draft.when,
            status: draft.standing.status,
            claimed_by,
            dead: counted.filter(|_| toll == Some(Toll::Dead)),
            injured: counted.filter(|_| toll == Some(Toll::Injured)),
            summary,
            rules,
        }
    }

    fn claimant(
        &self,
        parse: &Parse<'_, '_>,
        clauses: &[Clause],
        people: &[Option<Participant>],
        standing: Standing,
    ) -> Option<String> {
        let unnamed = || "unnamed".to_owned();
        if let Some(clause) = standing.claimed_by.map(|c| &clauses[c]) {
            let first = clause.subject.first()?;
            let words = span_of(parse.units, parse.chunks[*first].units.clone()).text(&self.document.text);
            let name = people[*first].as_ref().map_or_else(|| words.to_owned(), |p| p.name.clone());
            return Some(name);
        }
        standing.hearsay.then(unnamed)
    }

    fn place(&self, parse: &Parse<'_, '_>, clauses: &[Clause], draft: &Draft<'_>) -> Option<PlaceRef> {
        let text = self.document.text.as_str();
        let gazetteer = self.with.gazetteer;
        let mut phrases = match draft.np {
            Some(np) => place::trailing(parse.chunks, np),
            None => Vec::new(),
        };
        if let Some(clause) = draft.clause.filter(|_| draft.np.is_none() || draft.light) {
            phrases.extend(clauses[clause].phrases.iter().cloned());
        }
        let filled = draft.found.roles.iter().filter(|(r, _)| *r == Role::Place).flat_map(|(_, nps)| nps);
        let said = filled
            .into_iter()
            .find_map(|n| place::named(text, parse.units, parse.chunks[*n].units.clone(), gazetteer));
        let around = place::of_phrases(text, parse, &phrases, gazetteer);
        match (said, around) {
            (Some(a), Some(b)) => {
                let finer = b
                    .code
                    .as_deref()
                    .zip(a.code.as_deref())
                    .is_some_and(|(b, a)| b != a && gazetteer.lies_in(b, a));
                Some(if finer { b } else { a })
            }
            (a, b) => a.or(b),
        }
    }
}

/// "elections" and "election", "talks" and "talk": the first five letters agree.
fn same_stem(a: &str, b: &str) -> bool {
    let stem = |word: &str| word.to_lowercase().chars().take(5).collect::<String>();
    stem(a) == stem(b)
}

/// Events that overthrow an order: an "uprising" may be told as a "toppling" or a "rebellion".
fn is_upheaval(event: EventType) -> bool {
    matches!(event, EventType::Office | EventType::Assault | EventType::Protest | EventType::Coerce)
}

/// A main clause in the simple past that tells what happened.
fn is_narrated(parse: &Parse<'_, '_>, clauses: &[Clause], draft: &Draft<'_>) -> bool {
    let Some(clause) = draft.clause.filter(|_| draft.np.is_none()).map(|c| &clauses[c]) else { return false };
    let simple = parse.chunks[clause.vg].vg().is_some_and(|v| v.tense == Tense::Past && !v.perfect);
    let main = matches!(clause.link, Link::Main | Link::Coordinated) && draft.standing.claimed_by.is_none();
    simple && main && draft.standing.status == Status::Occurred
}

fn subjects<'p>(
    clauses: &'p [Clause],
    people: &'p [Option<Participant>],
    draft: &Draft<'_>,
) -> impl Iterator<Item = &'p Participant> {
    let subject = draft.clause.map(|c| clauses[c].subject.as_slice()).unwrap_or_default();
    subject.iter().filter_map(|s| people[*s].as_ref())
}

/// The thread the next sentence may take up.
fn story(
    parse: &Parse<'_, '_>,
    clauses: &[Clause],
    people: &[Option<Participant>],
    drafts: &[Draft<'_>],
) -> Option<Story> {
    let dated = |d: &&Draft<'_>| {
        let day = |w: &When| w.basis == Basis::Stated && w.value.granularity <= Granularity::Day;
        is_narrated(parse, clauses, d) && d.when.as_ref().is_some_and(day)
    };
    let draft = drafts.iter().find(dated)?;
    let actors = subjects(clauses, people, draft).map(|p| p.name.clone()).collect();
    draft.when.clone().map(|when| Story { actors, when })
}

/// What is done along with another event is done at its time: "..., seizing the city", "flew to Moscow to meet Putin".
fn from_governor(clauses: &[Clause], drafts: &[Draft<'_>], at: usize) -> Option<When> {
    let draft = &drafts[at];
    let clause = &clauses[draft.clause.filter(|_| draft.np.is_none())?];
    let together = matches!(clause.link, Link::Participial | Link::Complement | Link::Coordinated)
        && draft.standing.status == Status::Occurred;
    let governor = clause.governor.filter(|_| together && draft.standing.claimed_by.is_none())?;
    let above = drafts.iter().find(|d| d.np.is_none() && d.clause == Some(governor))?;
    above
        .when
        .as_ref()
        .filter(|_| above.standing.status == Status::Occurred)
        .map(|w| link::carried(w, "link/governor"))
}

/// Actors and recipients, each named once.
fn roles(
    parse: &Parse<'_, '_>,
    clauses: &[Clause],
    people: &[Option<Participant>],
    draft: &Draft<'_>,
) -> (Vec<Participant>, Vec<Participant>) {
    let mut actors: Vec<Participant> = Vec::new();
    let mut recipients: Vec<Participant> = Vec::new();
    let mut put = |role: Role, person: Participant| {
        let named = |list: &[Participant]| list.iter().any(|p| p.name == person.name);
        if named(&actors) || named(&recipients) {
            return;
        }
        match role {
            Role::Actor => actors.push(person),
            Role::Recipient => recipients.push(person),
            Role::Both if actors.is_empty() => actors.push(person),
            Role::Both => recipients.push(person),
            Role::Place | Role::Topic => {}
        }
    };
    if let (Some(role), Some(owner)) = (draft.found.owner, draft.owner.clone()) {
        put(role, owner);
    }
    if let (true, Some(clause)) = (draft.light, draft.clause) {
        let passive = parse.chunks[clauses[clause].vg].vg().is_some_and(|v| v.passive);
        for subject in clauses[clause].subject.iter().filter(|_| !passive) {
            if let Some(person) = people[*subject].clone() {
                put(Role::Actor, person);
            }
        }
    }
    for (role, nps) in &draft.found.roles {
        for person in nps.iter().filter_map(|n| people[*n].clone()) {
            put(*role, person);
        }
    }
    (actors, recipients)
}

/// The count in the phrase that names the victims.
fn counted(parse: &Parse<'_, '_>, clauses: &[Clause], draft: &Draft<'_>) -> Option<crate::event::Count> {
    let victims = draft
        .found
        .roles
        .iter()
        .filter(|(r, _)| *r == Role::Recipient)
        .flat_map(|(_, nps)| nps.iter().copied());
    let around = draft.clause.map(|c| clauses[c].object.clone()).unwrap_or_default();
    victims.chain(around).chain(draft.np).find_map(|n| magnitude::people(parse.units, &parse.chunks[n]))
}

fn summarise(
    text: &str,
    parse: &Parse<'_, '_>,
    clauses: &[Clause],
    people: &[Option<Participant>],
    draft: &Draft<'_>,
) -> String {
    let names = |subject: &[usize]| {
        let all: Vec<String> = subject
            .iter()
            .map(|s| match &people[*s] {
                // Only the first: "al-Assad and his wife" explains itself.
                Some(p) if *s == subject[0] && summary::needs_name(parse.units, &parse.chunks[*s]) => {
                    p.name.clone()
                }
                _ => span_of(parse.units, parse.chunks[*s].units.clone()).text(text).to_owned(),
            })
            .collect();
        all.join(" and ")
    };
    match (draft.np.filter(|_| !draft.light), draft.clause) {
        (Some(np), _) => noun_line(text, parse, np, draft.owner.as_ref()),
        (None, Some(at)) => {
            let mut clause = &clauses[at];
            // "sent special forces to abduct Maduro": the line begins with what governs it.
            let end = clause.end;
            for _ in 0..3 {
                let bound = parse.chunks[clause.vg].vg().is_some_and(|v| {
                    v.form == VerbForm::Infinitive
                        || (v.form == VerbForm::Gerund && clause.link == Link::Complement)
                });
                match clause.governor.filter(|_| bound) {
                    Some(governor) => clause = &clauses[governor],
                    None => break,
                }
            }
            let subject = names(&clause.subject);
            let subject = (!subject.is_empty()).then_some(subject);
            summary::of_clause(
                text,
                parse.units,
                parse.chunks,
                subject.as_deref(),
                clause.vg..end.max(clause.vg + 1),
            )
        }
        (None, None) => String::new(),
    }
}

/// "al-Sharaa's first visit to the Kremlin in October".
fn noun_line(text: &str, parse: &Parse<'_, '_>, np: usize, owner: Option<&Participant>) -> String {
    let mut end = np + 1;
    while let Some(Kind::Preposition | Kind::Timex(_)) = parse.chunks.get(end).map(|c| &c.kind) {
        let governs = matches!(parse.chunks[end].kind, Kind::Preposition);
        if governs
            && !matches!(parse.chunks.get(end + 1).map(|c| &c.kind), Some(Kind::Np(_) | Kind::Timex(_)))
        {
            break;
        }
        end += if governs { 2 } else { 1 };
    }
    let units = parse.chunks[np].units.clone();
    let first = &parse.units[units.start];
    let pronoun = first.pos == crate::event::unit::Pos::Possessive;
    let head = match owner.filter(|_| pronoun) {
        Some(owner) => {
            format!("{}'s {}", owner.name, span_of(parse.units, units.start + 1..units.end).text(text))
        }
        None if first.lower == "the" => {
            span_of(parse.units, units.start + 1..units.end).text(text).to_owned()
        }
        None => span_of(parse.units, units).text(text).to_owned(),
    };
    summary::of_clause(text, parse.units, parse.chunks, Some(&head), np + 1..end)
}
