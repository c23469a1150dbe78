//! Which date each event of a sentence gets: stated, through another event, told before, carried, or assumed.

use chrono::NaiveDate;

use crate::event::again::{is_news, same_stem};
use crate::event::draft::Draft;
use crate::event::link;
use crate::event::news;
use crate::event::scene::Scene;
use crate::event::sense::{Held, holds};
use crate::event::story::{Story, is_speech};
use crate::event::through::is_sideline;
use crate::event::{Basis, EventType, Mention, Status, When};
use crate::syntax::chunk::{Kind, Modality, Tense, VerbForm, Vg};
use crate::syntax::clause::{Clause, Link};
use crate::syntax::unit::Pos;
use crate::time::Granularity;
use crate::timex::{Anchor, Signal, Timex};

/// What a sentence's events are dated with.
pub(super) struct Dating<'s, 'u, 'a> {
    pub(super) scene: &'s Scene<'s, 'u, 'a>,
    pub(super) timexes: &'s [Timex],
    /// The article's mentions so far.
    pub(super) told: &'s [Mention],
    /// The thread of the sentence before.
    pub(super) story: &'s Story,
    /// The noun phrases of this sentence that tell an event, and whether it is one that lasts.
    pub(super) nouns: &'s [(usize, bool)],
    /// The article's day.
    pub(super) on: NaiveDate,
}

impl Dating<'_, '_, '_> {
    /// Dates the drafts of a sentence: what is stated first, then what hangs on another event, then the rest.
    pub(super) fn date(&self, drafts: &mut [Draft<'_>]) {
        let text = self.scene.text;
        for draft in drafts.iter_mut() {
            draft.dates = self.own_dates(draft);
            let named = || {
                let clause = draft.verb_clause().map(|c| &self.scene.clauses[c]);
                clause.and_then(|c| c.named).and_then(|t| link::named(text, &self.timexes[t]))
            };
            let stated = self.began(draft).or_else(|| link::stated(text, self.timexes, &draft.dates));
            let stated = stated.or_else(named);
            draft.when = self.ended(draft).or(stated).or_else(|| self.won(draft));
            // "Hariri's killing in a February bomb blast": nobody plans one, so it was the last February.
            if draft.np.is_some()
                && draft.found.frame.event.harms()
                && draft.standing.status == Status::Occurred
            {
                draft.when = draft.when.take().map(|w| link::last_year(w, self.on));
            }
        }
        fill(drafts, |drafts, i| self.on_event(drafts, i).or_else(|| self.since_then(&drafts[i])));
        fill(drafts, |drafts, i| self.counted_from(drafts, i));
        fill(drafts, |drafts, i| {
            let known = drafts[i].np.and_then(|np| self.known(np, None));
            known
                .or_else(|| self.of_clause(drafts, i))
                .or_else(|| self.antecedent(&drafts[i]))
                .or_else(|| self.seizure(drafts[i].np?))
                .or_else(|| self.through_governor(drafts, i))
        });
        self.incidents(drafts);
        fill(drafts, |drafts, i| self.on_the_spot(&drafts[i]).or_else(|| self.told_on(&drafts[i])));
        self.incidents(drafts);
        // Again: what hangs on an event that has its date only now.
        fill(drafts, |drafts, i| self.on_event(drafts, i));
        fill(drafts, |drafts, i| {
            let aside = |timex| self.is_aside(timex, &drafts[i]);
            news::day_of(self.scene, self.timexes, self.story, &drafts[i], &aside)
        });
        fill(drafts, |drafts, i| {
            self.through_governor(drafts, i)
                .or_else(|| self.of_news(drafts, i))
                .or_else(|| self.along_with_news(&drafts[i]))
        });
        self.incidents(drafts);
        fill(drafts, |drafts, i| self.counted_from(drafts, i).or_else(|| self.of_antecedent(drafts, i)));
        self.incidents(drafts);
        for draft in drafts.iter_mut() {
            self.close(draft);
        }
    }

    /// The last word on a draft: what its date says of its status, and what its status leaves of its date.
    fn close(&self, draft: &mut Draft<'_>) {
        let on = self.on;
        let draft_clause = draft.verb_clause();
        let perfect = draft_clause
            .is_some_and(|c| self.verb_of_clause(c).is_some_and(|v| v.perfect && v.tense == Tense::Present));
        let told_as_past = self.is_told_as_past(draft);
        let status = &mut draft.standing.status;
        // "the war in Iraq": what lasts goes on, unless its time is told and over.
        let over = draft.when.as_ref().is_some_and(|w| w.value.last().is_some_and(|last| last < on));
        // "the truce" of last Sunday goes on since.
        let told_before = draft.when.as_ref().is_some_and(|w| w.rule == "link/told-before");
        if draft.found.frame.lasts && *status == Status::Occurred && (told_before || !over) {
            *status = Status::Ongoing;
            draft.when = draft.when.take().map(|w| if told_before { link::since(w) } else { w });
        }
        // "has demanded it since 1967"
        let since = draft.when.as_ref().is_some_and(|w| w.basis == Basis::Stated && w.value.last().is_none());
        // "has received three billion since December": what is counted is done.
        if *status == Status::Occurred && since && perfect && !self.is_counted_object(draft_clause) {
            *status = Status::Ongoing;
        }
        if matches!(*status, Status::Occurred | Status::Ongoing)
            && !draft.found.frame.lasts
            && draft.when.as_ref().is_some_and(|w| link::lies_ahead(w, on))
            && !told_as_past
        {
            *status = Status::Planned;
        }
        let (status, ahead) = (*status, self.looks_ahead(draft));
        let behind = status == Status::Hypothetical && self.lies_behind(draft);
        draft.when = match draft.when.take() {
            Some(when) => Some(link::clip(when, status, on)),
            None if status == Status::Negated && ahead => link::assumed(Status::Planned, on),
            None if behind => link::assumed(Status::Occurred, on),
            None => link::assumed(status, on),
        };
    }

    /// "may have fled", "tried to enter the base", "an attempted coup": it may have come to nothing, but not in days to
    /// come.
    fn lies_behind(&self, draft: &Draft<'_>) -> bool {
        let Scene { parse, clauses, .. } = *self.scene;
        if draft.verb_clause().and_then(|c| self.verb_of_clause(c)).is_some_and(|v| v.perfect) {
            return true;
        }
        if let Some(noun) = draft.np.and_then(|np| parse.chunks[np].np()) {
            return parse.units[noun.body.clone()].iter().any(|u| u.lower == "attempted");
        }
        let governor = draft.clause.and_then(|c| clauses[c].governor).map(|g| &clauses[g]);
        governor.is_some_and(|g| parse.verb(g).is_some_and(|v| matches!(&*v.lower, "tried" | "attempted")))
    }

    /// "imposed the zone *since 1992*": what is done in a moment was done then.
    fn began(&self, draft: &Draft<'_>) -> Option<When> {
        let simple = draft.verb_clause().and_then(|c| self.verb_of_clause(c)).is_some_and(Vg::is_simple_past);
        let since = |t: &usize| self.timexes[*t].signal == Some(Signal::Since);
        let date = draft.dates.iter().find(|t| since(t)).filter(|_| simple && !draft.found.frame.lasts)?;
        link::named(self.scene.text, &self.timexes[*date])
    }

    /// "There will be no violence", "there cannot be any talks", "we are not going to interfere".
    fn looks_ahead(&self, draft: &Draft<'_>) -> bool {
        let clauses = self.scene.clauses;
        let Some(clause) = draft.clause else { return false };
        let verb = |c: usize| self.verb_of_clause(c);
        let going = |c: usize| verb(c).is_some_and(|v| self.scene.parse.units[v.head].lower == "going");
        let infinitive = verb(clause).is_some_and(|v| v.form == VerbForm::Infinitive);
        let possible = |v: &Vg| v.negated && v.modality == Some(Modality::May) && v.tense != Tense::Past;
        verb(clause).is_some_and(|v| v.tense == Tense::Future || possible(v))
            || (infinitive && clauses[clause].governor.is_some_and(going))
    }

    /// "has received three billion", "has killed forty people".
    fn is_counted_object(&self, clause: Option<usize>) -> bool {
        let Scene { parse, clauses, .. } = *self.scene;
        let number = |np: &usize| {
            let body = parse.chunks[*np].np().map(|np| &parse.units[np.body.clone()]);
            body.is_some_and(|units| units.iter().any(|u| u.pos == Pos::Number))
        };
        clause.is_some_and(|c| clauses[c].object.iter().any(number))
    }

    /// "He died the next day": an incident report is of the day of what it reports first.
    fn is_told_as_past(&self, draft: &Draft<'_>) -> bool {
        self.verb_of(draft).is_some_and(|v| v.is_simple_past() && v.modality.is_none() && !v.scheduled)
    }

    /// The verb group of a draft that is told by one.
    fn verb_of(&self, draft: &Draft<'_>) -> Option<&Vg> {
        draft.clause.filter(|_| draft.tells_clause()).and_then(|c| self.verb_of_clause(c))
    }

    pub(super) fn verb_of_clause(&self, clause: usize) -> Option<&Vg> {
        self.scene.parse.vg(&self.scene.clauses[clause])
    }

    /// "Trump met al-Sharaa on Wednesday. He urged him to ...": the same actor goes on, on the same day.
    fn told_on(&self, draft: &Draft<'_>) -> Option<When> {
        // "recovered a year after the appointment": of that day, though nobody knows it.
        let hangs = |t: &usize| matches!(self.timexes[*t].anchor, Some(Anchor::Event(_)));
        if !self.scene.is_narrated(draft) || draft.dates.iter().any(hangs) {
            return None;
        }
        let subjects: Vec<&str> = self.scene.subjects(draft).map(|p| p.name.as_str()).collect();
        let speech = is_speech(draft.found.frame.event);
        if let Some(when) = self.story.day_of(&subjects, speech) {
            return Some(link::carried(when, "link/same-actor"));
        }
        // "A Hamas leader said on Thursday ... Al-Muzini accused Israel": what the side in the news says besides.
        let sides = self.scene.subjects(draft).flat_map(|p| [Some(p.name.as_str()), p.acts_for.as_deref()]);
        let sides: Vec<&str> = sides.flatten().collect();
        // "at the peak of the war that ended in 2002, the UN deployed ...": the sentence tells of another time.
        let stated = |c: &Clause| link::stated(self.scene.text, self.timexes, &c.dates);
        if !speech && self.scene.clauses.iter().filter_map(stated).any(|w| !is_news(&w, self.on)) {
            return None;
        }
        let news = self.story.day_of_news(&sides)?;
        Some(link::carried(news, "link/news"))
    }

    /// "the uprising", "the meeting": an event told before in this article, by its type and by a word they share.
    fn antecedent(&self, draft: &Draft<'_>) -> Option<When> {
        let parse = self.scene.parse;
        let np = parse.chunks[draft.np?].np()?;
        let words = &parse.units[np.body.clone()];
        if !parse.is_definite(np) {
            return None;
        }
        let event = draft.found.frame.event;
        let told = |m: &&Mention| m.when.as_ref().is_some_and(|w| w.basis != Basis::Assumed);
        // A word of a party's name ("the *rebel* uprising" of "rebel forces"), or their kind ("the *military* takeover"
        // by "loyal troops").
        let shares = |m: &Mention| {
            m.actors.iter().chain(&m.recipients).any(|p| {
                let name = p.name.to_lowercase();
                words.iter().any(|u| {
                    let kind = u.word.agent.is_some_and(|a| Some(a.sector) == p.sector);
                    kind || (u.lower.len() > 3 && name.split([' ', '-']).any(|w| w == u.lower))
                })
            })
        };
        let mut alike = self.told.iter().rev().filter(told).filter(|m| {
            let head = &*parse.units[np.head].lower;
            let same_words =
                m.event == event && (event == EventType::Election || same_stem(&m.trigger.text, head));
            same_words || (is_upheaval(m.event) && is_upheaval(event) && shares(m))
        });
        // "the crash" is the one in the news, not the one of 2004 that it was compared with.
        let last = alike.next()?;
        let in_news = |m: &&&Mention| m.when.as_ref().is_some_and(|w| is_news(w, self.on));
        let found = std::iter::once(last).chain(alike).find(|m| in_news(&m)).unwrap_or(last);
        found.when.as_ref().map(|w| link::carried(w, "link/told-before"))
    }

    /// What a dated clause brings about, or meets in, is of its time: "held elections in 1994", "in talks on Friday".
    fn of_clause(&self, drafts: &[Draft<'_>], at: usize) -> Option<When> {
        let draft = &drafts[at];
        let clause = draft.clause?;
        // "discussed it in talks, on the sidelines of a summit held at the weekend"
        let told = || {
            let told = drafts.iter().find(|d| d.verb_clause() == Some(clause))?;
            told.when.clone().filter(|w| w.value.granularity <= Granularity::Weekend)
        };
        let when = link::stated(self.scene.text, self.timexes, &self.clause_dates(draft, clause))
            .or_else(told)
            .or_else(|| self.term(clause))?;
        self.is_in_clause(draft)?.then(|| link::carried(&when, "link/clause"))
    }

    /// "As the jet was being pushed back, its wing struck a wall": what went on while the news happened.
    fn along_with_news(&self, draft: &Draft<'_>) -> Option<When> {
        let clauses = self.scene.clauses;
        let at = draft.verb_clause().filter(|_| draft.standing.status == Status::Occurred)?;
        let Link::Adverbial(opener) = clauses[at].link else { return None };
        let governor = clauses[at].governor?;
        let simple = |c: usize| self.verb_of_clause(c).is_some_and(Vg::is_simple_past);
        let alike = matches!(self.scene.parse.lower(opener), "when" | "while" | "as") && simple(at);
        let bare = alike && clauses[at].dates.is_empty() && simple(governor);
        bare.then(|| news::day_of_clause(self.scene, self.timexes, self.story, governor, false, &|_| false))?
    }

    /// The same for a clause that tells the news of the day.
    fn of_news(&self, drafts: &[Draft<'_>], at: usize) -> Option<When> {
        let draft = &drafts[at];
        if draft.found.frame.lasts {
            return None;
        }
        let told = drafts.iter().find(|d| d.tells_clause() && d.clause == draft.clause);
        let when = match told {
            Some(told) => told.when.clone().filter(|w| w.rule == news::RULE),
            // "has analysed them during their meeting": which need not be of today.
            None if self.verb_of_clause(draft.clause?).is_some_and(|v| !v.perfect) => {
                news::day_of_clause(self.scene, self.timexes, self.story, draft.clause?, false, &|_| false)
            }
            None => None,
        };
        when.filter(|_| self.is_in_clause(draft) == Some(true))
    }

    /// Whether a nominal event is brought about by its clause's verb, or the occasion of it.
    fn is_in_clause(&self, draft: &Draft<'_>) -> Option<bool> {
        let Scene { parse, clauses, .. } = *self.scene;
        let (np, clause) = (draft.np?, draft.clause?);
        let phrase = parse.chunks[np].np()?;
        let verb = parse.vg(&clauses[clause])?;
        let effect = parse.units[verb.head].word.effect;
        // "set off a blast on Sunday" caused it.
        let plans = effect.plans && parse.lower(clauses[clause].vg + 1) != "off";
        let told = effect.reports || plans || effect.wishes || effect.doubts || effect.negates;
        let definite = parse.is_definite(phrase);
        let within = match holds(parse, &clauses[clause], np)? {
            // "the murder of activists" points back to nothing.
            Held::Object => (!definite || self.is_told_of(np)) && !told,
            Held::Phrase(p) => {
                let word = parse.lower(p);
                let consult = draft.found.frame.event == EventType::Consult;
                // "on the sidelines of a summit"
                let beside = word == "of" && p > 0 && is_sideline(parse, p - 1);
                // "met late on Wednesday on her return", "escaped shortly after a hearing"
                // A war has no day: "a report on the war".
                let lasts = draft.found.frame.lasts;
                let along = (word == "on" && phrase.possessor.is_none() && !lasts) || self.is_soon(p);
                // "ended in 2002 with the help of the UN"
                let helped = word == "with" && parse.lower(np + 1) == "of";
                let helped = helped && matches!(draft.found.frame.event, EventType::Aid | EventType::Support);
                // "challenged the award in a formal protest"
                let manner = word == "in" && matches!(parse.lower(np), "a" | "an");
                let amid = matches!(word, "amid" | "amidst") && !parse.is_definite(phrase);
                (consult && matches!(word, "in" | "at" | "during" | "after" | "before" | "following"))
                    || beside
                    || along
                    || helped
                    || amid
                    || manner
                    || self.is_listed(clause, np, p)
            }
            Held::Subject => false,
        };
        let real = draft.standing.status == Status::Occurred;
        Some(within && real)
    }

    /// "oversaw the murder of activists, *crackdowns* and *raids*": further members of a list behind the object, which
    /// are of the clause's time whichever noun they are joined to.
    fn is_listed(&self, clause: usize, np: usize, preposition: usize) -> bool {
        let Scene { parse, clauses, .. } = *self.scene;
        let behind = preposition.checked_sub(1).is_some_and(|o| {
            let mut object = o;
            while object > 1 && parse.lower(object - 1) == "of" {
                object -= 2;
            }
            clauses[clause].object.contains(&object)
        });
        let phrase = clauses[clause].phrases.iter().find(|(p, _)| *p == preposition);
        let bare = parse.chunks[np].np().is_some_and(|n| !parse.is_definite(n));
        behind
            && bare
            && parse.lower(preposition) == "of"
            && phrase.is_some_and(|(_, nps)| nps.first() != Some(&np))
    }

    /// "the murder of activists", "the murder and torture of activists": a noun that the text does not point back with.
    fn is_told_of(&self, np: usize) -> bool {
        let parse = self.scene.parse;
        let joined = |at: usize| parse.chunks.get(at).is_some_and(|c| matches!(c.kind, Kind::Conjunction));
        let mut last = np;
        while joined(last + 1) && parse.chunks.get(last + 2).is_some_and(|c| c.np().is_some()) {
            last += 2;
        }
        parse.lower(last + 1) == "of"
    }

    /// Two words for one thing that happened share their time: "the blast killed five on Monday", "a bombing in which
    /// five were killed", "killed in clashes".
    fn incidents(&self, drafts: &mut [Draft<'_>]) {
        for i in 0..drafts.len() {
            for j in 0..drafts.len() {
                if drafts[i].when.is_some()
                    || drafts[j].when.is_none()
                    || !incident(self.scene, &drafts[i], &drafts[j])
                {
                    continue;
                }
                let when = drafts[j].when.as_ref().map(|w| link::carried(w, "link/incident"));
                drafts[i].when = when;
            }
        }
    }

    /// What is done along with another event is done at its time: "..., seizing the city", "flew to Moscow to meet
    /// Putin", and the other way round: "sent troops to seize Kherson on Monday".
    fn through_governor(&self, drafts: &[Draft<'_>], at: usize) -> Option<When> {
        let draft = &drafts[at];
        let clauses = self.scene.clauses;
        let own = draft.clause.filter(|_| draft.tells_clause())?;
        let clause = &clauses[own];
        let standing = draft.standing;
        if !matches!(standing.status, Status::Occurred | Status::Planned) {
            return None;
        }
        let partner = |c: usize| {
            let told = drafts.iter().find(|d| d.tells_clause() && d.clause == Some(c))?;
            // "announced on Wednesday that he was stepping down", "said that he refused to go"
            let then = standing.claimed_by == Some(c) && self.is_backshifted(draft, own, c);
            let alike = told.standing.status == standing.status
                && (standing.claimed_by.is_none() || told.standing.claimed_by == standing.claimed_by || then);
            told.when.clone().filter(|_| alike)
        };
        // A clause whose verb is no event has a day all the same: "caused an uproar on Monday when he said ...".
        let stated = |c: usize| {
            // "rose by half in February, as it outsold its rivals": however long.
            let along = matches!(clause.link, Link::Adverbial(_));
            let day = |w: &When| w.value.granularity <= Granularity::Day || along;
            link::stated(self.scene.text, self.timexes, &clauses[c].dates)
                .filter(|w| day(w) && standing.status == Status::Occurred && standing.claimed_by != Some(c))
        };
        let together = match clause.link {
            Link::Participial | Link::Complement | Link::Coordinated => true,
            Link::Adverbial(opener) => self.goes_along(opener, clause, draft),
            Link::Main | Link::Relative => false,
        };
        let purpose = || {
            (own + 1..clauses.len())
                .find(|c| clauses[*c].governor == Some(own) && clauses[*c].link == Link::Complement)
                // "announced that it lost a billion in May", "reported losing it": the loss was in May.
                .filter(|c| self.verb_of_clause(*c).is_some_and(|v| v.form != VerbForm::Finite))
                .filter(|_| !self.scene.parse.verb(clause).is_some_and(|u| u.word.effect.reports))
        };
        let reported = clause.link == Link::Complement
            && self.scene.parse.vg(clause).is_some_and(|v| v.form != VerbForm::Infinitive);
        // "decided on Sunday to continue a policy, although Olmert warned": past the infinitive.
        let infinitive =
            |c: usize| self.scene.parse.vg(&clauses[c]).is_some_and(|v| v.form == VerbForm::Infinitive);
        let above = |c: usize| clauses[c].governor.filter(|_| infinitive(c));
        // "seven were killed and dozens injured when a tram derailed": one accident.
        let alongside = || {
            let joined = |c: usize| clauses[c].governor == Some(own) && clauses[c].link == Link::Coordinated;
            let other = drafts
                .iter()
                .find(|d| d.tells_clause() && d.clause.is_some_and(joined) && d.found.frame.event.harms());
            other.filter(|_| draft.found.frame.event.harms()).and_then(|d| d.when.clone())
        };
        // The saying need be no event: "said on Monday that she refused to go".
        let said = |c: usize| {
            let then = standing.claimed_by == Some(c) && self.is_backshifted(draft, own, c);
            let saying = || link::stated(self.scene.text, self.timexes, &clauses[c].dates);
            then.then(saying)?
        };
        let when = match clause.governor.filter(|_| together) {
            Some(governor) if reported => partner(governor).or_else(|| said(governor)),
            Some(governor) => partner(governor)
                .or_else(|| stated(governor))
                .or_else(|| self.thread_of(clause, governor))
                .or_else(|| above(governor).and_then(|g| partner(g).or_else(|| stated(g)))),
            None => purpose().and_then(partner),
        }
        .or_else(alongside)
        .or_else(|| self.term(own))?;
        // "The EU lifted its sanctions in May, and Trump signed an order": two subjects share a day, not a month.
        let own_subject = clause.link == Link::Coordinated && clause.start < clause.vg;
        (!own_subject || when.value.granularity <= Granularity::Day)
            .then(|| link::carried(&when, "link/governor"))
    }

    /// "They made the statements *after meeting* the leaders": what goes along with what its subjects did on the day that
    /// the story follows them on, though the sentence tells no event of it.
    fn thread_of(&self, clause: &Clause, governor: usize) -> Option<When> {
        let Scene { parse, clauses, cast, .. } = *self.scene;
        let above = &clauses[governor];
        let along = matches!(clause.link, Link::Adverbial(_) | Link::Participial) && clause.dates.is_empty();
        let main = matches!(above.link, Link::Main | Link::Coordinated) && above.dates.is_empty();
        if !along || !main || !parse.vg(above).is_some_and(Vg::is_simple_past) {
            return None;
        }
        let who: Vec<&str> = cast.all(&above.subject).map(|p| p.name.as_str()).collect();
        self.story.day_of(&who, true).cloned()
    }

    /// Whether what is said in the past of the saying was then so: "announced that he was stepping down", "said that she
    /// refused to go", whose own words were "I refuse".
    fn is_backshifted(&self, draft: &Draft<'_>, own: usize, saying: usize) -> bool {
        let Scene { clauses, cast, .. } = *self.scene;
        let Some(verb) = self.verb_of_clause(own) else { return false };
        let speaker = || {
            let mut subjects = cast.all(&clauses[own].subject);
            subjects.any(|p| cast.all(&clauses[saying].subject).any(|q| q.is_or_serves(p)))
        };
        let says = || is_speech(draft.found.frame.event) && speaker();
        verb.tense == Tense::Past && (verb.progressive || verb.is_simple_past() && says())
    }

    /// Whether a subordinate clause tells of what happened along with its governor: "when he made remarks", "although
    /// Olmert warned", "after meeting Abbas".
    fn goes_along(&self, opener: usize, clause: &Clause, draft: &Draft<'_>) -> bool {
        let gerund = self.scene.parse.vg(clause).is_some_and(|v| v.form == VerbForm::Gerund);
        match self.scene.parse.lower(opener) {
            "when" | "while" | "as" | "although" | "though" | "whereas" => true,
            "by" | "in" | "on" => gerund,
            "after" | "before" => gerund && draft.found.frame.event == EventType::Consult,
            _ => false,
        }
    }
}

/// Dates what has no date yet, one after the other: each may hang on one before it.
fn fill(drafts: &mut [Draft<'_>], dated: impl Fn(&[Draft<'_>], usize) -> Option<When>) {
    for at in 0..drafts.len() {
        if drafts[at].when.is_none() {
            drafts[at].when = dated(drafts, at);
        }
    }
}

/// Events that overthrow an order: an "uprising" may be told as a "toppling" or a "rebellion".
fn is_upheaval(event: EventType) -> bool {
    matches!(event, EventType::Office | EventType::Assault | EventType::Protest | EventType::Coerce)
}

/// Whether one of two drafts is a noun that the other's clause is about: its subject ("the blast killed five"), what
/// it was done in ("killed in clashes"), or what a relative clause describes ("a bombing in which five died").
pub(super) fn incident(scene: &Scene<'_, '_, '_>, a: &Draft<'_>, b: &Draft<'_>) -> bool {
    let violent = |event: EventType| event.harms() || event == EventType::Coerce;
    if !violent(a.found.frame.event) || !violent(b.found.frame.event) {
        return false;
    }
    let within = |p: usize| matches!(scene.parse.lower(p), "in" | "by" | "during");
    let (noun, verb) = match (a.np, b.np) {
        (Some(np), None) => (np, b),
        (None, Some(np)) => (np, a),
        // "his killing in a bomb blast"
        (Some(one), Some(two)) => return one.abs_diff(two) == 2 && within(one.min(two) + 1),
        // "opened fire to disperse them", ", killing two"
        (None, None) => {
            let follows = |one: &Draft<'_>, other: &Draft<'_>| {
                let Some(clause) = other.clause.map(|c| &scene.clauses[c]) else { return false };
                let told = matches!(clause.link, Link::Participial | Link::Complement);
                told && clause.governor == one.clause
                    && one.clause.is_some_and(|c| scene.clauses[c].subject == clause.subject)
            };
            return follows(a, b) || follows(b, a);
        }
    };
    let Some(clause) = verb.clause.map(|c| &scene.clauses[c]) else { return false };
    clause.subject == [noun] || clause.phrases.iter().any(|(p, nps)| within(*p) && nps.contains(&noun))
}
