//! Which time expressions are an event's own: those in its phrase or clause that tell when it was, and not when, since
//! when or compared with when something else was.

use crate::event::EventType;
use crate::event::again::is_news;
use crate::event::dating::Dating;
use crate::event::draft::Draft;
use crate::event::link;
use crate::event::scene::Scene;
use crate::event::sense::{Held, holds};
use crate::syntax::chunk::{Kind, VerbForm, span_of};
use crate::syntax::clause::{Clause, Link};
use crate::syntax::unit::Pos;
use crate::text::Class;
use crate::time::Granularity;
use crate::timex::Signal;

impl Dating<'_, '_, '_> {
    /// The expressions that stand in the trigger's own phrase or clause.
    pub(super) fn own_dates(&self, draft: &Draft<'_>) -> Vec<usize> {
        let Scene { parse, clauses, .. } = *self.scene;
        let mut dates = Vec::new();
        if let Some(np) = draft.np {
            dates.extend(parse.units[parse.chunks[np].units.clone()].iter().filter_map(|u| u.timex));
            dates.extend(self.fronting(np));
            dates.extend(
                link::trailing(parse.chunks, np)
                    .into_iter()
                    .filter(|t| !self.is_verbs_own(draft, *t) && !self.is_of_topic(draft, np, *t)),
            );
        }
        // "an agreement reached on Tuesday"
        // "a deal begun last year" need not be of last year.
        let begins = |c: &Clause| parse.verb(c).is_some_and(|u| u.word.effect.aspectual);
        let about = |c: &&Clause| {
            draft.np.is_some_and(|np| c.link == Link::Participial && c.subject == [np]) && !begins(c)
        };
        // "the crash, which happened on Wednesday"
        let happens = |c: &Clause| parse.takes_place(c);
        // "the first flight was in 1994"
        let stands = |c: &Clause| {
            let is = parse.verb(c).is_some_and(|u| u.class.any(Class::BE));
            let at = parse.chunks.get(c.vg + 1).map(|chunk| &chunk.kind);
            is && c.object.is_empty() && matches!(at, Some(Kind::Preposition | Kind::Timex(_)))
        };
        let about = |c: &&Clause| {
            about(c)
                || draft.np.is_some_and(|np| {
                    c.subject == [np] && (c.link == Link::Relative && happens(c) || stands(c))
                })
        };
        dates.extend(clauses.iter().filter(about).flat_map(|c| &c.dates));
        // "a resolution in October calling on Syria to ..."
        if let Some(clause) = draft.verb_clause().map(|c| &clauses[c])
            && let ([np], Link::Participial) = (clause.subject.as_slice(), clause.link)
            && *np < clause.vg
        {
            let before = |t: &usize| self.timexes[*t].span.end <= parse.units[draft.trigger].span.start;
            dates.extend(link::trailing(parse.chunks, *np).into_iter().filter(before));
        }
        if let Some(clause) = draft.clause.filter(|_| draft.tells_clause()) {
            dates.extend(self.clause_dates(draft, clause));
            if clauses[clause].dates.is_empty() {
                dates.extend(self.arranged(clause));
            }
            // "On Tuesday, X met Y and signed Z": the fronted date is of both.
            if clauses[clause].dates.is_empty()
                && clauses[clause].link == Link::Coordinated
                && let Some(governor) = clauses[clause].governor.map(|g| &clauses[g])
            {
                let before = |t: &&usize| {
                    self.timexes[**t].span.end
                        <= span_of(parse.units, parse.chunks[governor.vg].units.clone()).start
                };
                dates.extend(governor.dates.iter().filter(before));
            }
            // "Speaking in Berlin on Monday, Merkel said ..."
            let fronted = |c: &&Clause| {
                c.governor == Some(clause)
                    && c.link == Link::Participial
                    && c.vg < clauses[clause].start
                    && parse.vg(c).is_some_and(|v| v.form == VerbForm::Gerund && !v.perfect)
            };
            if clauses[clause].dates.is_empty() {
                dates.extend(clauses.iter().filter(fronted).flat_map(|c| &c.dates));
            }
        }
        dates.retain(|t| !self.is_aside(*t, draft));
        if draft.np.is_none() {
            let of_noun = |t: usize| self.chunk_of(t).is_some_and(|at| self.fronting(at + 1) == Some(t));
            dates.retain(|t| !self.is_of_earlier_thing(*t) && !self.is_of_another(*t, draft) && !of_noun(*t));
        }
        dates
    }

    /// "signed a truce *brokered by Russia* on Monday": a day of the news, behind who brought about what the verb's object
    /// is, is the verb's.
    fn arranged(&self, clause: usize) -> Vec<usize> {
        const ARRANGES: &[&str] = &[
            "arranged",
            "backed",
            "brokered",
            "called",
            "convened",
            "drafted",
            "hosted",
            "led",
            "mediated",
            "negotiated",
            "organised",
            "organized",
            "proposed",
            "sponsored",
            "supported",
        ];
        let Scene { parse, clauses, .. } = *self.scene;
        let held = |c: &&Clause| {
            c.link == Link::Participial
                && c.governor == Some(clause)
                && matches!(c.subject.as_slice(), [np] if clauses[clause].object.contains(np))
                && parse.verb(c).is_some_and(|u| ARRANGES.contains(&&*u.lower))
                && parse.behind(c, "by").next().is_some()
        };
        let news = |t: &usize| {
            let when = link::stated(self.scene.text, self.timexes, &[*t]);
            when.is_some_and(|w| w.value.granularity <= Granularity::Day && is_news(&w, self.on))
        };
        clauses.iter().filter(held).flat_map(|c| &c.dates).copied().filter(news).collect()
    }

    /// "*the overnight* arrests": an expression that took the article from the noun behind it.
    fn fronting(&self, np: usize) -> Option<usize> {
        self.scene.parse.chunks.get(np)?.np()?;
        let Kind::Timex(timex) = self.scene.parse.chunks.get(np.checked_sub(1)?)?.kind else { return None };
        let units = &self.scene.parse.units[self.scene.parse.chunks[np].units.clone()];
        let bare = units.first().is_some_and(|u| !matches!(u.pos, Pos::Determiner | Pos::Possessive));
        let article = self.timexes[timex].span.text(self.scene.text).starts_with("the ");
        (article && bare && self.timexes[timex].rule == "part/of-day").then_some(timex)
    }

    /// The chunk of a time expression.
    fn chunk_of(&self, timex: usize) -> Option<usize> {
        self.scene.parse.chunks.iter().position(|c| matches!(c.kind, Kind::Timex(t) if t == timex))
    }

    /// "Monday", "today": a day counted from the article's own.
    fn is_counted_day(&self, timex: usize) -> bool {
        let rule = self.timexes.get(timex).map_or("", |t| t.rule);
        rule.starts_with("weekday/") || rule.starts_with("deictic/")
    }

    /// "Aleppo was captured in the first days and *Hama on 5 December*": the second half goes without its verb.
    fn is_of_another(&self, timex: usize, draft: &Draft<'_>) -> bool {
        let Scene { parse, clauses, .. } = *self.scene;
        let Some(clause) = draft.clause.map(|c| &clauses[c]).filter(|c| parse.is_passive(c)) else {
            return false;
        };
        let kind = |at: Option<usize>| at.and_then(|at| parse.chunks.get(at)).map(|c| &c.kind);
        let Some(mut at) = self.chunk_of(timex) else { return false };
        if matches!(kind(at.checked_sub(1)), Some(Kind::Preposition)) {
            at -= 1;
        }
        let name = match kind(at.checked_sub(1)) {
            Some(Kind::Np(np)) => parse.units[np.head].pos == Pos::Name,
            _ => false,
        };
        let joined = matches!(kind(at.checked_sub(2)), Some(Kind::Conjunction | Kind::Comma));
        name && joined && at > clause.vg + 3
    }

    /// "was beefed up after the war in July": a date behind what an event came after is of that.
    fn is_of_earlier_thing(&self, timex: usize) -> bool {
        let Scene { parse, .. } = *self.scene;
        let Some(mut at) = self.chunk_of(timex) else { return false };
        while let Some(before) = at.checked_sub(1) {
            match &parse.chunks[before].kind {
                Kind::Timex(_) | Kind::Conjunction => at = before,
                Kind::Preposition if at > 1 => match parse.lower(before) {
                    "after" | "since" | "following" | "before" => return self.is_noun_between(before, timex),
                    _ => at = before,
                },
                Kind::Np(_) => at = before,
                _ => return false,
            }
        }
        false
    }

    /// Whether a noun stands between a preposition and a date: "after *debacles* in the 1990s", not "after Monday".
    fn is_noun_between(&self, preposition: usize, timex: usize) -> bool {
        let after = self.scene.parse.chunks.get(preposition + 1).map(|c| &c.kind);
        let of_day = self.timexes.get(timex).is_some_and(|t| t.rule.starts_with("clock/"));
        // "after a loss last year"
        let long = self.timexes[timex].when.is_some_and(|w| w.granularity > Granularity::Week);
        matches!(after, Some(Kind::Np(_))) && !of_day && (long || !self.is_counted_day(timex))
    }

    /// Whether an expression tells when something else was that the event is measured by.
    pub(super) fn is_aside(&self, timex: usize, draft: &Draft<'_>) -> bool {
        // "the fourth vote since 2003": the others were since then, this one is the latest.
        let since = self.timexes.get(timex).is_some_and(|t| t.signal == Some(Signal::Since));
        (since && self.is_counted(draft)) || self.is_yardstick(timex) || self.is_of_sum(timex, draft)
    }

    /// "fell by a third from *a year earlier*", "up on *the month before*": what something is compared with.
    fn is_yardstick(&self, timex: usize) -> bool {
        let counted =
            self.timexes.get(timex).is_some_and(|t| matches!(t.rule, "offset/later" | "offset/ago"));
        let before = self.chunk_of(timex).and_then(|at| at.checked_sub(1));
        counted
            && before.is_some_and(|p| matches!(self.scene.parse.lower(p), "from" | "than" | "on" | "over"))
    }

    /// "posted a profit *for the last year*": the time of what was earned, not of the posting.
    fn is_of_sum(&self, timex: usize, draft: &Draft<'_>) -> bool {
        let Scene { parse, clauses, .. } = *self.scene;
        let (Some(clause), Some(at)) = (draft.verb_clause(), self.chunk_of(timex)) else { return false };
        let long = self.timexes[timex].when.is_some_and(|w| w.granularity > Granularity::Day);
        let told = parse.verb(&clauses[clause]).is_some_and(|u| !u.word.effect.plans);
        let object = at.checked_sub(2).is_some_and(|np| clauses[clause].object.contains(&np));
        long && told && object && parse.lower(at - 1) == "for"
    }

    /// "the fourth vote", "the first visit", "the highest-level contact": one of a row.
    fn is_counted(&self, draft: &Draft<'_>) -> bool {
        const RANKED: &[&str] = &[
            "first", "second", "third", "fourth", "fifth", "latest", "last", "only", "worst", "best", "most",
        ];
        let Scene { parse, clauses, .. } = *self.scene;
        let ranked = |np: usize| {
            let words = parse.chunks.get(np).and_then(|c| c.np()).map(|p| &parse.units[p.body.clone()]);
            words.is_some_and(|w| {
                w.iter().any(|u| {
                    RANKED.contains(&&*u.lower)
                        || (u.pos == Pos::Adjective && u.lower.len() > 4 && u.lower.ends_with("est"))
                })
            })
        };
        let completed = draft.verb_clause().and_then(|c| clauses[c].of_noun);
        // "posted its first annual loss since 1992"
        let object = draft.verb_clause().and_then(|c| clauses[c].object.first().copied());
        draft.np.or(completed).or(object).is_some_and(ranked)
    }

    /// "charges for *a mutiny in 2003*", "a probe into *the murder in May*", "imposed sanctions over *the invasion in
    /// 1990*": a date behind an event that another comes from is that one's.
    fn is_of_topic(&self, draft: &Draft<'_>, from: usize, timex: usize) -> bool {
        use EventType::{Accuse, Coerce, Legal, Protest, Sanction};
        let parse = self.scene.parse;
        let Some(at) = self.chunk_of(timex) else { return false };
        let answers = matches!(draft.found.frame.event, Accuse | Coerce | Legal | Protest | Sanction);
        let about = |p: usize| match parse.lower(p) {
            "into" | "over" | "following" => true,
            // "filed for bankruptcy in May", "calls for a vote in May": what is wanted is of the same time.
            "for" | "on" | "about" | "against" | "after" => answers && draft.np.is_some(),
            _ => false,
        };
        // "talks on a truce on Monday": what lasts has no day.
        let long = self.timexes[timex].when.is_some_and(|w| w.granularity > Granularity::Day);
        let apart = |n: &(usize, bool)| n.0 > from + 1 && n.0 < at && draft.np != Some(n.0) && (long || !n.1);
        // Whatever it is about, "of" and "in" lead on to: "for a role in the coup in 1994".
        self.nouns.iter().any(|n| apart(n) && (from + 1..n.0).any(about))
    }

    /// The dates of a draft's clause that are not those of what the clause is about.
    pub(super) fn clause_dates(&self, draft: &Draft<'_>, clause: usize) -> Vec<usize> {
        let clause = &self.scene.clauses[clause];
        let from = draft.np.unwrap_or(clause.vg);
        // "condemned the raid on Monday": a day counted from the article's own is the verb's.
        let theirs = |t: &usize| !self.is_counted_day(*t) && self.is_of_topic(draft, from, *t);
        clause.dates.iter().copied().filter(|t| !theirs(t)).collect()
    }

    /// "marked the anniversary of the vote on Monday": a day counted from the article's own, at the end of a clause,
    /// tells when its verb happened; what the verb is about has its own time.
    fn is_verbs_own(&self, draft: &Draft<'_>, timex: usize) -> bool {
        let clause = draft.clause.map(|c| &self.scene.clauses[c]);
        let (Some(np), Some(clause)) = (draft.np, clause) else { return false };
        let held = holds(self.scene.parse, clause, np);
        let about = match held {
            Some(Held::Object) => true,
            Some(Held::Phrase(p)) => self.scene.parse.lower(p) == "of",
            Some(Held::Subject) | None => false,
        };
        // "present a report on the probe on 15 December": what lasts has no day.
        let day = self.timexes[timex].when.is_some_and(|w| w.granularity <= Granularity::Day);
        let lasts = draft.found.frame.lasts && day && held.is_some_and(|h| h != Held::Subject);
        // "the election of 5 October" names its own day.
        !draft.light && clause.dates.contains(&timex) && (lasts || about && self.is_counted_day(timex))
    }
}
