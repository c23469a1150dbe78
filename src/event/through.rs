//! Dates that come from another event: "after the uprising", "one day after they won", "in which five died".

use crate::event::dating::Dating;
use crate::event::draft::Draft;
use crate::event::famous;
use crate::event::link::{self, Relation};
use crate::event::scene::Scene;
use crate::event::{Basis, EventType, Quote, Status, When};
use crate::span::Span;
use crate::syntax::chunk::{Kind, Tense, span_of};
use crate::syntax::clause::{Clause, Link, Parse};
use crate::syntax::unit::Unit;
use crate::text::Class;
use crate::time::{Edtf, Interval, TimeValue};
use crate::timex::{self, Anchor, Timex, TimexType};

impl Dating<'_, '_, '_> {
    /// "after the uprising", "when rebels seized Damascus", "two days after the vote".
    pub(super) fn on_event(&self, drafts: &[Draft<'_>], at: usize) -> Option<When> {
        let Scene { parse, clauses, .. } = *self.scene;
        let draft = &drafts[at];
        let on = self.on;
        let happened = matches!(draft.standing.status, Status::Occurred | Status::Ongoing);
        for index in &draft.dates {
            let timex = &self.timexes[*index];
            let Some(Anchor::Event(span)) = timex.anchor else { continue };
            let told = drafts.iter().find(|d| span.overlaps(parse.units[d.trigger].span));
            let anchor = match told {
                Some(told) => told.when.clone()?,
                None => self.pointed(self.noun_in(span)?)?,
            };
            let value = timex::anchored(&timex.form, &anchor.value)?;
            let expression = Some(Quote::new(self.scene.text, timex.phrase));
            return Some(When { value, basis: Basis::Carried, expression, rule: timex.rule.into() });
        }
        let dated = |np: usize| drafts.iter().find(|d| d.np == Some(np)).and_then(|d| d.when.as_ref());
        // "made a call minutes before the blast": a verb that only lets the noun take place lends it its phrases.
        let lent = draft.clause.filter(|_| draft.light).map_or(&[][..], |c| clauses[c].phrases.as_slice());
        for (preposition, nps) in self.scene.phrases(draft).iter().chain(lent) {
            let word = self.scene.parse.lower(*preposition);
            // "discussed it in talks two weeks ago", but not "in the war of 2006".
            let met = |n: &usize| {
                drafts.iter().any(|d| d.np == Some(*n) && d.found.frame.event == EventType::Consult)
            };
            let coincides = !matches!(word, "at" | "in" | "as") || nps.iter().any(met);
            // "on the sidelines of a summit held at the weekend"
            let beside = nps.iter().find(|n| is_sideline(parse, **n)).and_then(|n| dated(n + 2));
            if let Some(anchor) = beside {
                return link::through(anchor, Relation::During, happened, on);
            }
            let relation = Relation::of(word).filter(|_| coincides);
            let soon = self.is_soon(*preposition) || self.within_hours(*preposition);
            let relation = if soon { Some(Relation::During) } else { relation };
            // "set up shortly after the 1991 Gulf War": no event of ours, but a dated one.
            let within = || nps.iter().find_map(|n| self.dated_inside(*n));
            let anchor = relation.and_then(|r| {
                let dated = nps.iter().find_map(|n| dated(*n)).cloned();
                let known = || nps.iter().find_map(|n| self.known(*n, Some(r)));
                let pointed = || nps.iter().find_map(|n| self.pointed(*n));
                dated.or_else(within).or_else(known).or_else(pointed)
            });
            if let (Some(relation), Some(anchor)) = (relation, anchor) {
                return link::through(&anchor, relation, happened, on);
            }
        }
        // A subordinate clause dates its governor; only its own verb's date counts.
        let clause = draft.verb_clause().or_else(|| self.holder_since(drafts, draft))?;
        // "seven have been killed and fifty hurt after a tram left the rails": of both.
        let twin = |c: usize| clauses[c].governor == Some(clause) && clauses[c].link == Link::Coordinated;
        let governed = |c: &Clause| c.governor.is_some_and(|g| g == clause || twin(g));
        clauses.iter().enumerate().filter(|(_, c)| governed(c)).find_map(|(i, c)| {
            let Link::Adverbial(opener) = c.link else { return None };
            let mut relation = Relation::of(self.scene.parse.lower(opener))?;
            // Who is killed after a crash is killed in it.
            let crash = drafts.iter().find(|d| d.clause == Some(i));
            let crash = crash.is_some_and(|d| d.found.frame.event.harms());
            if relation == Relation::After && crash && draft.found.frame.event.harms() {
                relation = Relation::During;
            }
            let told = drafts.iter().find(|d| d.tells_clause() && d.clause == Some(i));
            // "were killed when a tram left the rails on Wednesday": no event of ours, but a dated one.
            let stated = || link::stated(self.scene.text, self.timexes, &c.dates).filter(|_| told.is_none());
            let anchor = told.and_then(|d| d.when.clone()).or_else(stated)?;
            link::through(&anchor, relation, happened, on)
        })
    }

    /// "The truce began in May. Rockets have been fired *since*": after what the text has dated last.
    pub(super) fn since_then(&self, draft: &Draft<'_>) -> Option<When> {
        let clause = draft.verb_clause()?;
        let perfect = self.verb_of_clause(clause).is_some_and(|v| v.perfect);
        let bare = |(p, nps): &(usize, Vec<usize>)| nps.is_empty() && self.scene.parse.lower(*p) == "since";
        if !perfect || !self.scene.clauses[clause].phrases.iter().any(bare) {
            return None;
        }
        let dated = |w: &&When| w.basis != Basis::Assumed && w.value.first().is_some();
        let last = self.told.iter().rev().filter_map(|m| m.when.as_ref()).find(dated)?;
        let happened = draft.standing.status == Status::Occurred;
        link::through(last, Relation::After, happened, self.on)
    }

    /// The date inside a noun phrase: "the *1991* Gulf War", "the *October* talks".
    fn dated_inside(&self, np: usize) -> Option<When> {
        let Scene { parse, text, .. } = *self.scene;
        let phrase = parse.chunks[np].np()?;
        let inside: Vec<usize> =
            parse.units[phrase.body.start..phrase.head].iter().filter_map(|u| u.timex).collect();
        link::stated(text, self.timexes, &inside)
    }

    /// The noun phrase whose head stands in these words.
    fn noun_in(&self, span: Span) -> Option<usize> {
        let parse = self.scene.parse;
        (0..parse.chunks.len()).find(|at| parse.head(*at).is_some_and(|u| span.overlaps(u.span)))
    }

    /// "has been behind all bombings *since* they signed a truce": the clause of a noun whose verb tells nothing.
    fn holder_since(&self, drafts: &[Draft<'_>], draft: &Draft<'_>) -> Option<usize> {
        let clauses = self.scene.clauses;
        let clause = draft.clause?;
        let told = drafts.iter().any(|d| d.verb_clause() == Some(clause));
        let since = |c: &Clause| match c.link {
            Link::Adverbial(opener) => {
                c.governor == Some(clause) && self.scene.parse.lower(opener) == "since"
            }
            _ => false,
        };
        (!told && clauses.iter().any(since)).then_some(clause)
    }

    /// An event that goes by a name, and when it was: "the Gulf War", "the invasion of Iraq". For what came after it,
    /// its last day, and for what came before it, its first.
    pub(super) fn known(&self, np: usize, relation: Option<Relation>) -> Option<When> {
        let Scene { parse, text, on, .. } = *self.scene;
        let (value, span) =
            famous::spans(parse, np).find_map(|span| Some((famous::when(span.text(text), on)?, span)))?;
        let edge = match relation {
            Some(Relation::After) => value.last(),
            Some(Relation::Before) => value.first(),
            Some(Relation::During) | None => None,
        };
        let value = edge.map_or(value, TimeValue::day);
        Some(When {
            value,
            basis: Basis::Carried,
            expression: Some(Quote::new(text, span)),
            rule: "named/event".into(),
        })
    }

    /// "made it one day after they won", "is healing 12 years after it held elections": counted back.
    pub(super) fn counted_from(&self, drafts: &[Draft<'_>], at: usize) -> Option<When> {
        let Scene { parse, clauses, text, on, .. } = *self.scene;
        let trigger = parse.units[drafts[at].trigger].span;
        let own = drafts[at].clause.filter(|c| matches!(clauses[*c].link, Link::Adverbial(_)));
        // "days before an inquiry": one that goes on by then has no day.
        if drafts[at].found.frame.lasts && !drafts[at].tells_clause() {
            return None;
        }
        let whole = own.and_then(|c| {
            let chunks = &parse.chunks[clauses[c].start..clauses[c].end];
            Some(span_of(parse.units, chunks.first()?.units.start..chunks.last()?.units.end))
        });
        let here = whole.unwrap_or(trigger);
        let counts = |t: &&Timex| matches!(t.anchor, Some(Anchor::Event(span)) if span.overlaps(here));
        let counting = |c: usize| clauses[c].dates.iter().map(|t| &self.timexes[*t]).find(counts);
        let (governor, counting) = (0..clauses.len()).find_map(|c| Some((c, counting(c)?)))?;
        let told = drafts.iter().find(|d| d.tells_clause() && d.clause == Some(governor));
        // A clause whose verb tells no event has its own date all the same.
        let stated = || link::stated(text, self.timexes, &clauses[governor].dates).map(|w| w.value);
        let now = || {
            let present =
                self.verb_of_clause(governor).is_some_and(|v| v.tense == Tense::Present && !v.perfect);
            (told.is_none() && present).then(|| TimeValue::day(on))
        };
        let known = told.and_then(|d| d.when.as_ref()).map(|w| w.value);
        let value = timex::counted_back(&counting.form, &known.or_else(stated).or_else(now)?)?;
        let expression = Some(Quote::new(text, counting.phrase));
        Some(When { value, basis: Basis::Carried, expression, rule: counting.rule.into() })
    }

    /// "the 1994 elections, from *which* Mandela became president": what a relative clause behind a preposition tells
    /// is of the time of what it speaks of.
    pub(super) fn of_antecedent(&self, drafts: &[Draft<'_>], at: usize) -> Option<When> {
        let Scene { parse, clauses, .. } = *self.scene;
        let draft = &drafts[at];
        let clause = &clauses[draft.verb_clause().filter(|_| draft.standing.status == Status::Occurred)?];
        let opener =
            clause.start.checked_sub(1).filter(|r| matches!(parse.chunks[*r].kind, Kind::Relative))?;
        let preposition = opener.checked_sub(1)?;
        if !matches!(parse.lower(preposition), "in" | "during" | "at" | "from") {
            return None;
        }
        let before = preposition.checked_sub(1)?;
        let noun =
            if matches!(parse.chunks[before].kind, Kind::Comma) { before.checked_sub(1)? } else { before };
        let told = drafts.iter().find(|d| d.np == Some(noun)).and_then(|d| d.when.clone());
        Some(link::carried(&told.or_else(|| self.dated_inside(noun))?, "link/antecedent"))
    }

    /// "was president from 1978 to 1989, and oversaw ...": what is joined to a term of office fell into it.
    pub(super) fn term(&self, clause: usize) -> Option<When> {
        let Scene { parse, clauses, text, .. } = *self.scene;
        let governor = clauses[clause].governor.filter(|_| clauses[clause].link == Link::Coordinated)?;
        let lasted = parse.verb(&clauses[governor]).is_some_and(|u| {
            u.class.any(Class::BE) || matches!(&*u.lower, "served" | "ruled" | "reigned" | "governed")
        });
        let range =
            |w: &When| w.value.first().zip(w.value.last()).is_some_and(|(a, b)| (b - a).num_days() > 366);
        link::stated(text, self.timexes, &clauses[governor].dates).filter(|w| lasted && range(w))
    }

    /// "the war which ended in 2002", "a decade-long war which was brought to an end in 2002": what lasted and ended
    /// then was over by then, and began as long before as it is said to have lasted.
    pub(super) fn ended(&self, draft: &Draft<'_>) -> Option<When> {
        let Scene { parse, clauses, text, .. } = *self.scene;
        let np = draft.np.filter(|_| draft.found.frame.lasts)?;
        let ends = |c: &Clause| {
            let brought = || {
                let end = |u: &Unit<'_>| matches!(&*u.lower, "end" | "close");
                parse.is_passive(c) && parse.behind(c, "to").filter_map(|np| parse.head(*np)).any(end)
            };
            parse.verb(c).is_some_and(|u| match &*u.lower {
                "ended" | "ends" | "ceased" | "concluded" | "finished" => true,
                "brought" => brought(),
                _ => false,
            })
        };
        let clause = clauses.iter().find(|c| c.subject == [np] && ends(c))?;
        let end = link::stated(text, self.timexes, &clause.dates)?;
        let phrase = parse.chunks[np].np()?;
        let inside = parse.units[phrase.body.clone()].iter().filter_map(|u| u.timex);
        let length = inside.map(|t| &self.timexes[t]).find(|t| t.kind == TimexType::Duration);
        let last = end.value.interval();
        let first = length.and_then(|t| timex::began(&t.form, &end.value)?.interval().start);
        let interval = Interval { start: first, end: last.end };
        let value = TimeValue { edtf: Edtf::from_interval(&interval), ..end.value };
        Some(When { value, rule: "link/ended".into(), ..end })
    }

    /// "to win *the May 2004 election*": who wins or loses a vote does so at its time.
    pub(super) fn won(&self, draft: &Draft<'_>) -> Option<When> {
        let clause = draft.verb_clause().filter(|_| draft.found.frame.event == EventType::Election)?;
        self.scene.clauses[clause].object.iter().find_map(|np| self.dated_inside(*np))
    }

    /// "shortly after", "minutes before": on the same day.
    pub(super) fn is_soon(&self, preposition: usize) -> bool {
        let Scene { parse, .. } = *self.scene;
        matches!(parse.lower(preposition), "after" | "before" | "following")
            && preposition.checked_sub(1).is_some_and(|b| {
                let last = &parse.units[parse.chunks[b].units.end - 1].lower;
                matches!(
                    &**last,
                    "shortly" | "immediately" | "soon" | "just" | "right" | "minutes" | "moments" | "hours"
                )
            })
    }
}

/// "on the sidelines of", "on the margins of"
pub(super) fn is_sideline(parse: &Parse<'_, '_>, np: usize) -> bool {
    let head = parse.head(np).map(|u| &*u.lower);
    head.is_some_and(|h| matches!(h, "sidelines" | "margins" | "fringes" | "sideline" | "margin"))
}
