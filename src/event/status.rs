//! Whether it happened, and who says so: from the verb group up through everything that governs it.

use crate::event::frame::{Complement, Frame};
use crate::event::sense::{Held, Match, holder};
use crate::event::{EventType, Status, nouns};
use crate::syntax::chunk::{Chunk, Kind, Modality, Np, Tense, VerbForm, Vg};
use crate::syntax::clause::{Clause, Link, Parse};
use crate::syntax::lexicon::{Content, Outlook};
use crate::syntax::unit::{Unit, has_stem};
use crate::text::Class;

/// Status of a clause, and the clause that claims it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) status: Status,
    /// The reporting clause, if one governs it.
    pub(super) claimed_by: Option<usize>,
    /// "reportedly", "allegedly".
    pub(super) hearsay: bool,
}

/// Reads the standing of every clause; a governor stands before what it governs, or is a trailing attribution.
pub(super) struct Standings<'p, 'u, 'a> {
    pub(super) parse: &'p Parse<'u, 'a>,
    pub(super) clauses: &'p [Clause],
    pub(super) senses: &'p [Option<Match<'a>>],
}

impl Standings<'_, '_, '_> {
    /// The standing of a clause's verb.
    pub(super) fn of_clause(&self, at: usize) -> Standing {
        self.clause(at, 8)
    }

    fn vg(&self, at: usize) -> Option<&Vg> {
        self.parse.vg(&self.clauses[at])
    }

    fn verb(&self, at: usize) -> Option<&Unit<'_>> {
        self.vg(at).map(|vg| &self.parse.units[vg.head])
    }

    fn clause(&self, at: usize, depth: u8) -> Standing {
        let clause = &self.clauses[at];
        let none = Standing { status: Status::Occurred, claimed_by: None, hearsay: false };
        let (Some(vg), true) = (self.vg(at), depth > 0) else { return none };
        let governor = clause.governor.filter(|g| *g != at).map(|g| (g, self.clause(g, depth - 1)));
        let mut standing =
            Standing { status: self.own_status(at, vg), claimed_by: None, hearsay: self.hearsay(clause.vg) };
        if let Some((g, above)) = governor {
            self.govern(at, vg, g, above, &mut standing);
        }
        if self.is_conditional(at) {
            standing.status = Status::Hypothetical;
        }
        if vg.negated || self.nobody(clause) || self.nothing(clause) {
            standing.status = Status::Negated;
        }
        standing
    }

    /// "No one was injured", "neither side signed", "none of them fled": what nobody does is not done.
    fn nobody(&self, clause: &Clause) -> bool {
        let Some(phrase) = clause.subject.first().and_then(|n| self.parse.chunks[*n].np()) else {
            return false;
        };
        let words = &self.parse.units[phrase.body.clone()];
        let pronoun =
            matches!(&*self.parse.units[phrase.head].lower, "nobody" | "none" | "neither" | "nothing");
        (pronoun || nouns::is_none(self.parse.units, phrase.body.clone()))
            && !words.iter().any(|u| is_some(&u.lower))
    }

    /// "recognised *no* other president", "fired *no* shots": what is done to nothing is not done.
    fn nothing(&self, clause: &Clause) -> bool {
        let object = clause.object.first().filter(|o| **o == clause.vg + 1);
        let phrase = object.and_then(|n| self.parse.chunks[*n].np());
        let next = |np: &Np| self.parse.units.get(np.body.start + 1).is_some_and(|u| is_some(&u.lower));
        phrase.is_some_and(|np| &*self.parse.units[np.body.start].lower == "no" && !next(np))
    }

    /// What the governing clause makes of this one.
    fn govern(&self, at: usize, vg: &Vg, g: usize, above: Standing, standing: &mut Standing) {
        let clause = &self.clauses[at];
        let effect = self.verb(g).map(|u| u.word.effect).unwrap_or_default();
        let complement = self.senses[g].as_ref().and_then(|m| m.frame.complement);
        let dependent = matches!(vg.form, VerbForm::Infinitive | VerbForm::Gerund);
        match clause.link {
            Link::Complement if dependent => {
                standing.claimed_by = above.claimed_by;
                if let Some(status) = clause.of_noun.and_then(|n| self.completed(n, above.status)) {
                    standing.status = status;
                    return;
                }
                // "insists on releasing them", "the talks focused on forming a government"
                if self.is_topic(clause, g) {
                    standing.status = if effect.negates { Status::Negated } else { Status::Hypothetical };
                    return;
                }
                // "claims to have seized the town", "is believed to be hiding": told as done, or going on.
                if effect.reports && vg.form == VerbForm::Infinitive && (vg.perfect || vg.progressive) {
                    standing.status = if vg.perfect { Status::Occurred } else { Status::Ongoing };
                    standing.claimed_by = Some(g);
                    return;
                }
                standing.status = match complement {
                    // "met Putin to discuss": one meeting.
                    _ if self.is_consulted(at, g) || self.is_voted(at, g) => above.status,
                    Some(Complement::Planned) => planned(above.status),
                    Some(Complement::Negated) => Status::Negated,
                    Some(Complement::Hypothetical) => Status::Hypothetical,
                    Some(Complement::Claimed) => above.status,
                    None if self.is_undone(g, vg.form) => Status::Negated,
                    // "blocked a road to protest against the raid": what is shown by the deed is done by it.
                    None if vg.form == VerbForm::Infinitive && self.is_shown(at) => above.status,
                    None if effect.doubts || effect.wishes || effect.averts => Status::Hypothetical,
                    None if effect.causes => above.status,
                    // "has to be condemned"
                    None if self.is_obliged(g) => Status::Hypothetical,
                    None if effect.plans => planned(above.status),
                    None if effect.aspectual || vg.form == VerbForm::Gerund => above.status,
                    // "flew to Moscow to meet Putin", "sent forces to abduct": told as one with the journey.
                    None if above.status == Status::Occurred && effect.dispatches => Status::Occurred,
                    None => planned(above.status),
                };
            }
            Link::Complement => {
                if let Some(status) = clause.of_noun.and_then(|n| self.content(n, standing.status)) {
                    standing.status = status;
                }
                // "rumours have swirled that a coup is near"
                let told_by = self.clauses[g].subject.iter().find_map(|n| self.content(*n, standing.status));
                if told_by == Some(Status::Hypothetical) {
                    standing.status = Status::Hypothetical;
                }
                // "demands that Syria cooperate"; "provided Europe continues"
                let open =
                    effect.wishes && !effect.reports || matches!(self.lower(g), "provided" | "providing");
                if open && standing.status == Status::Occurred && !vg.is_past() {
                    standing.status = Status::Hypothetical;
                }
                let reports = effect.reports || complement == Some(Complement::Claimed);
                // "announced that he would be replaced"
                if reports && vg.is_future_then() {
                    standing.status = Status::Planned;
                }
                if reports {
                    standing.claimed_by = Some(g);
                }
                match complement {
                    Some(Complement::Negated) => standing.status = Status::Negated,
                    Some(Complement::Hypothetical) => standing.status = Status::Hypothetical,
                    // "demanded that Syria withdraw"
                    Some(Complement::Planned) if standing.status == Status::Occurred && !vg.is_past() => {
                        standing.status = Status::Planned;
                    }
                    _ => {}
                }
                // "should be glad that he came": he did.
                if above.status == Status::Hypothetical && !reports && !vg.is_past() {
                    standing.status = Status::Hypothetical;
                }
            }
            Link::Participial | Link::Coordinated | Link::Adverbial(_) if vg.form == VerbForm::Gerund => {
                // "a report implicating officials": it does, whatever else is planned.
                let of_noun = clause.link == Link::Participial
                    && clause.subject != self.clauses[g].subject
                    && !self.clauses[g].object.iter().any(|o| clause.subject.contains(o));
                standing.status = match above.status {
                    _ if self.is_topic(clause, g) => Status::Hypothetical,
                    _ if of_noun => standing.status,
                    above => above,
                };
                standing.claimed_by = above.claimed_by;
            }
            // "will be sent after the army withdraws"
            Link::Adverbial(_)
                if vg.tense == Tense::Present && !vg.perfect && above.status == Status::Planned =>
            {
                standing.status = Status::Planned;
                standing.claimed_by = above.claimed_by;
            }
            Link::Coordinated => {
                standing.claimed_by = above.claimed_by;
                // "announced that he was stepping down, and would be replaced"
                if above.claimed_by.is_some() && vg.is_future_then() {
                    standing.status = Status::Planned;
                }
                // "will meet Putin and sign": the modal governs both.
                if vg.tense == Tense::Present && !vg.perfect && above.status != Status::Occurred {
                    standing.status = above.status;
                }
            }
            Link::Relative | Link::Participial | Link::Adverbial(_) | Link::Main => {
                standing.claimed_by = above.claimed_by;
            }
        }
    }

    /// What a verb group says by itself.
    fn own_status(&self, at: usize, vg: &Vg) -> Status {
        if vg.is_hypothetical() {
            Status::Hypothetical
        } else if vg.tense == Tense::Future || vg.scheduled {
            Status::Planned
        } else if vg.tense == Tense::Present && (vg.progressive || (!vg.perfect && self.is_standing(at))) {
            Status::Ongoing
        } else {
            Status::Occurred
        }
    }

    /// "Hamas refuses to recognise Israel": in running prose the present tense of a stand that is taken; headlines
    /// and chronicles tell the past in it.
    fn is_standing(&self, at: usize) -> bool {
        use EventType::{Accuse, Reject, Request, Sanction, Support, Threaten};
        let stand = self.senses[at].as_ref().is_some_and(|m| {
            matches!(m.frame.event, Accuse | Reject | Request | Sanction | Support | Threaten)
        });
        !self.parse.is_headline() && stand && !self.is_said(&self.clauses[at])
    }

    /// "We call upon both sides", "the resolution urges": to say it is to do it.
    fn is_said(&self, clause: &Clause) -> bool {
        let head = |n: &usize| self.parse.head(*n).map(|u| &*u.lower);
        clause.subject.iter().filter_map(head).any(|word| {
            matches!(
                word,
                "i" | "we"
                    | "it"
                    | "resolution"
                    | "report"
                    | "statement"
                    | "letter"
                    | "declaration"
                    | "text"
                    | "draft"
                    | "communique"
            )
        })
    }

    /// What a noun makes of the event that completes it: "plans to attack", "the failure to agree".
    fn content(&self, np: usize, above: Status) -> Option<Status> {
        let head = self.parse.head(np)?;
        Some(match head.word.content? {
            Content::Planned => planned(above),
            Content::Wished => Status::Hypothetical,
            Content::Failed => Status::Negated,
        })
    }

    /// What the noun that an infinitive completes makes of it; "of" leads up to it: "the failure of the parties to
    /// agree", "the first minister to visit Damascus", "no reason to resign".
    fn completed(&self, np: usize, above: Status) -> Option<Status> {
        let words = |n: usize| self.parse.chunks[n].np().map(|p| &self.parse.units[p.body.clone()]);
        let mut at = np;
        loop {
            if let Some(status) = self.content(at, above) {
                let none = words(at).is_some_and(|u| u.first().is_some_and(|d| &*d.lower == "no"));
                return Some(if none { Status::Hypothetical } else { status });
            }
            let ranked =
                |u: &Unit<'_>| matches!(&*u.lower, "first" | "second" | "third" | "last" | "latest" | "only");
            if words(at).is_some_and(|w| w.iter().any(ranked)) && above == Status::Occurred {
                return Some(Status::Occurred);
            }
            match at.checked_sub(2) {
                Some(up) if matches!(self.parse.lower(at - 1), "of" | "by" | "for" | "among") => at = up,
                _ => return self.completed_far(at, above),
            }
        }
    }

    /// "drew *calls* from across the spectrum for Olmert to resign", "*pressure* from both sides to resign": past the
    /// phrases between.
    fn completed_far(&self, np: usize, above: Status) -> Option<Status> {
        let between = |c: &&Chunk| {
            matches!(
                c.kind,
                Kind::Np(_) | Kind::Preposition | Kind::Conjunction | Kind::Adverb | Kind::Adjective
            )
        };
        let nearby = self.parse.chunks[..np].iter().rev().take_while(between).take(10).count();
        (np - nearby..np).rev().find_map(|at| self.content(at, above)).filter(|s| *s == Status::Hypothetical)
    }

    /// Whether a gerund only names what its governor is about: its preposition is the verb's own.
    fn is_topic(&self, clause: &Clause, governor: usize) -> bool {
        let opener = clause.start.checked_sub(1).filter(|o| *o == self.clauses[governor].vg + 1);
        let Some(opener) = opener else { return false };
        let own = self.verb(governor).is_some_and(|u| !u.word.effect.aspectual && !u.word.effect.causes);
        own && matches!(self.parse.lower(opener), "on" | "about" | "at" | "towards" | "against")
    }

    /// "*rejected* calls for a truce", "demands for a recount were *refused*": the answer takes for granted that they were
    /// made.
    fn answers(&self, clause: usize, held: Held) -> bool {
        const STEMS: &[&str] = &[
            "reject", "refus", "dismiss", "rebuff", "spurn", "ignor", "turn", "defi", "defy", "brush",
            "resist", "shrug",
        ];
        let object =
            held == Held::Object || (held == Held::Subject && self.parse.is_passive(&self.clauses[clause]));
        object && has_stem(self.lower(clause), STEMS)
    }

    /// "refused to leave", "failed to agree": what these govern in the infinitive is not done; behind others, as in
    /// "stopped to talk" and "blocked a road to protest", it is a purpose.
    fn is_undone(&self, governor: usize, form: VerbForm) -> bool {
        const STEMS: &[&str] =
            &["refus", "fail", "declin", "neglect", "forb", "abstain", "prohibit", "omit", "avoid", "den"];
        let negates = self.verb(governor).is_some_and(|u| u.word.effect.negates);
        let fails = || has_stem(self.lower(governor), STEMS);
        negates && (form == VerbForm::Gerund || fails())
    }

    /// "marched *to demand* his release", "shut their shops *to mark* the day": shown by the deed itself.
    fn is_shown(&self, at: usize) -> bool {
        let verb = self.lower(at);
        matches!(
            verb,
            "protest" | "denounce" | "mark" | "commemorate" | "celebrate" | "mourn" | "express" | "show"
        )
    }

    /// "called off a visit": the particle says that there will be none.
    fn is_called_off(&self, clause: usize) -> bool {
        let off = self.parse.lower(self.clauses[clause].vg + 1) == "off";
        off && matches!(self.lower(clause), "call" | "calls" | "called" | "calling")
    }

    fn lower(&self, clause: usize) -> &str {
        self.verb(clause).map_or("", |u| &*u.lower)
    }

    /// "calls for a truce", "the risk of war", "before the release of all prisoners", "pending a settlement": what
    /// stands before a nominal event's preposition.
    fn behind(&self, np: usize, status: Status) -> Option<Status> {
        let preposition = np.checked_sub(1)?;
        if !matches!(self.parse.chunks[preposition].kind, Kind::Preposition) {
            return None;
        }
        let word = self.parse.lower(preposition);
        if matches!(word, "pending" | "barring") {
            return Some(Status::Hypothetical);
        }
        if word == "without" {
            return Some(Status::Negated);
        }
        let noun = preposition.checked_sub(1)?;
        let completes = matches!(word, "for" | "of" | "to" | "on" | "against");
        self.content(noun, status).filter(|_| completes && status != Status::Negated)
    }

    /// Whether an infinitive tells what a meeting was about: "met Gates to discuss the post".
    fn is_consulted(&self, at: usize, governor: usize) -> bool {
        let consult = |i: usize| self.senses[i].as_ref().is_some_and(|m| m.frame.event == EventType::Consult);
        consult(governor)
            && consult(at)
            && self.clauses[at].of_noun.is_none_or(|n| n > self.clauses[governor].vg)
    }

    /// "voted to elect a parliament": one vote.
    fn is_voted(&self, at: usize, governor: usize) -> bool {
        let event = |i: usize| self.senses[i].as_ref().map(|m| m.frame.event);
        let elects = self.vg(at).is_some_and(|v| &*self.parse.units[v.head].lower == "elect");
        // "the House voted to impeach him": its vote does it.
        (elects && event(governor) == Some(EventType::Election))
            || (event(governor) == Some(EventType::Legal) && self.lower(governor).starts_with("vot"))
    }

    /// "has to", "is to be", "need to": nobody says that it was done.
    fn is_obliged(&self, governor: usize) -> bool {
        self.vg(governor).is_some_and(|v| self.parse.units[v.head].class.any(Class::HAVE))
    }

    /// "if", "unless", "whether" before the clause.
    fn is_conditional(&self, at: usize) -> bool {
        let Link::Adverbial(opener) = self.clauses[at].link else { return false };
        let word = self.parse.lower(opener);
        matches!(word, "if" | "unless" | "whether" | "lest" | "provided" | "should" | "until" | "till")
            && !(matches!(word, "until" | "till") && self.vg(at).is_some_and(Vg::is_past))
    }

    fn hearsay(&self, vg: usize) -> bool {
        let near = self.parse.chunks[vg].units.clone();
        let from = near.start.saturating_sub(1);
        self.parse.units[from..near.end].iter().any(|u| {
            matches!(&*u.lower, "reportedly" | "allegedly" | "apparently" | "purportedly" | "supposedly")
        })
    }

    /// The standing of a nominal event, from what is said of it and from the clause that holds it.
    /// A state of affairs is there if the text takes it for granted: "opposed the war".
    /// An act of words is there to be answered: "rejected calls for a truce".
    pub(super) fn of_noun(&self, np: usize, frame: &Frame) -> Standing {
        let (lasts, said, agreed) = (frame.lasts, frame.event.is_said(), frame.event == EventType::Agree);
        let holder = holder(self.parse, self.clauses, np).map(|(i, held)| (i, held, self.of_clause(i)));
        let mut standing = Standing { status: Status::Occurred, claimed_by: None, hearsay: false };
        let Some(noun) = self.parse.chunks[np].np() else { return standing };
        if let Some((i, held, above)) = holder {
            let definite = self.parse.is_definite(noun);
            // "agreed to end a two-year war": there is one to end.
            let ended = lasts && held == Held::Object && ends(self.lower(i));
            if ended {
                standing.status = Status::Ongoing;
            } else if (said || agreed && definite)
                && above.status == Status::Occurred
                && self.answers(i, held)
            {
                // "rejected calls", "rejected *the* accord": there is one.
                standing.claimed_by = above.claimed_by;
            } else if !(definite && lasts) {
                standing = self.held(i, held, above, definite, standing);
            }
        }
        let above = holder.map(|(.., above)| above.status);
        let negated = holder.and_then(|(i, ..)| self.vg(i)).is_some_and(|v| v.negated);
        if let Some(status) = self.behind(np, standing.status) {
            standing.status = status;
        }
        // "will not sign before the release of all prisoners"
        let later =
            np.checked_sub(1).is_some_and(|p| matches!(self.parse.lower(p), "before" | "until" | "unless"));
        if later && above.is_some_and(|a| !matches!(a, Status::Occurred | Status::Ongoing)) {
            standing.status = Status::Hypothetical;
        }
        for outlook in self.parse.units[noun.body.clone()].iter().filter_map(|u| u.word.outlook) {
            match outlook {
                Outlook::Planned => standing.status = planned(standing.status),
                // "did not reach any agreement"
                Outlook::Supposed if above == Some(Status::Negated) || negated => {
                    standing.status = Status::Negated;
                }
                Outlook::Supposed => standing.status = Status::Hypothetical,
                Outlook::Alleged => standing.hearsay = true,
            }
        }
        // "no violation", "not a violation"
        let denied = np.checked_sub(1).is_some_and(|b| {
            let before = &self.parse.chunks[b];
            matches!(before.kind, Kind::Adverb)
                && self.parse.units[before.units.clone()].iter().any(|u| u.class.any(Class::NEGATION))
        });
        if denied || nouns::is_none(self.parse.units, noun.body.clone()) {
            standing.status = Status::Negated;
        }
        standing
    }

    /// `definite`: "the killings" have happened, whoever is to look into them.
    fn held(
        &self,
        i: usize,
        held: Held,
        above: Standing,
        definite: bool,
        mut standing: Standing,
    ) -> Standing {
        let Some(verb) = self.verb(i) else { return standing };
        let effect = verb.word.effect;
        let complement = self.senses[i].as_ref().and_then(|m| m.frame.complement);
        standing.claimed_by = above.claimed_by;
        let vg_passive = self.parse.is_passive(&self.clauses[i]);
        // "were aimed at preventing": the arrests are what aims, not what is aimed at.
        let aimed = verb.word.effect.plans
            && !effect.light
            && matches!(&*verb.lower, "aimed" | "designed" | "intended" | "meant");
        let as_object = held == Held::Object || (held == Held::Subject && vg_passive && !aimed);
        let preposition = match held {
            Held::Phrase(p) => self.parse.lower(p),
            _ => "",
        };
        let vg = self.vg(i);
        if held == Held::Subject
            && vg.is_some_and(|v| {
                v.modality == Some(Modality::Will)
                    || v.scheduled
                    || (v.modality == Some(Modality::Would) && !definite)
            })
        {
            // "the talks will focus on": they are still to come.
            standing.status = Status::Planned;
        } else if (as_object && (effect.light || effect.aspectual))
            || (held == Held::Subject && self.parse.takes_place(&self.clauses[i]))
        {
            standing.status = above.status;
        } else if held == Held::Subject
            && !definite
            && matches!(above.status, Status::Negated | Status::Hypothetical)
        {
            // "denied that a deal was close"
            standing.status = Status::Hypothetical;
        } else if as_object || matches!(preposition, "for" | "to") {
            let open = above.status != Status::Occurred && above.status != Status::Ongoing;
            // "called the raid an act of war": named, not called for.
            // "set off a blast" caused it: nothing is set for later.
            let sets_off = self.parse.lower(self.clauses[i].vg + 1) == "off";
            let named = as_object && !self.clauses[i].second.is_empty() && verb.lower.starts_with("call");
            if named {
            } else if as_object && effect.averts {
                standing.status = Status::Hypothetical;
            } else if as_object
                && (effect.negates || complement == Some(Complement::Negated) || self.is_called_off(i))
            {
                standing.status = Status::Negated;
            } else if preposition == "for" && verb.lower.starts_with("provid") {
                // "the accord provides for a withdrawal"
                standing.status = planned(above.status);
            } else if effect.doubts
                || (as_object && !definite && verb.lower.starts_with("discuss"))
                || (effect.wishes && (as_object || preposition == "for"))
                || complement == Some(Complement::Hypothetical)
            {
                standing.status = Status::Hypothetical;
            } else if definite && !effect.light {
                // "the enquiry is expected to be fair": there is one.
            } else if (effect.plans && ((as_object && !sets_off) || preposition == "for"))
                || complement == Some(Complement::Planned)
            {
                standing.status = planned(above.status);
            } else if (as_object || (effect.causes && preposition == "to")) && open && !definite {
                standing.status = above.status;
            }
        }
        standing
    }
}

/// "no *fewer* than five", "no *doubt*": behind "no" these do not deny.
fn is_some(word: &str) -> bool {
    matches!(word, "fewer" | "less" | "longer" | "doubt")
}

fn ends(verb: &str) -> bool {
    let stems = ["end", "halt", "stop", "ceas", "settl", "resolv"];
    let endings = ["", "e", "s", "es", "ed", "ing", "ped", "ping"];
    stems.iter().any(|stem| verb.strip_prefix(stem).is_some_and(|rest| endings.contains(&rest)))
}

/// Planned, unless what plans it is itself unreal.
fn planned(above: Status) -> Status {
    match above {
        Status::Negated => Status::Negated,
        Status::Hypothetical => Status::Hypothetical,
        Status::Occurred | Status::Ongoing | Status::Planned => Status::Planned,
    }
}
