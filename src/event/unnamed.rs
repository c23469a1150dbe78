//! Whoever acts and bears no name: "an emergency committee removed him", "World leaders condemned the attack".

use crate::event::frame::Role;
use crate::event::roles::{Filling, Roles};
use crate::event::{EventType, Participant, Status};
use crate::span::Span;
use crate::syntax::lexicon::{AgentKind, Tags};
use crate::syntax::unit::{Pos, Unit};

impl Filling<'_, '_, '_, '_> {
    /// Whom the frame has act, or lets it be done to, under their own words, where nothing tells whose they are.
    pub(super) fn of_unnamed(&self, role: Role, roles: &mut Roles) {
        // "a new premier who would hold elections": of a supposition, nobody in particular.
        let supposed = matches!(self.draft.standing.status, Status::Hypothetical | Status::Negated);
        // What a noun is of, or with, need not be anybody who acts: "a meeting of a working group".
        let told = self.draft.verb_clause().is_some();
        if supposed || !told || matches!(self.event(), EventType::Disaster | EventType::Other) {
            return;
        }
        let cast = self.scene.cast;
        let filled = self.draft.found.roles.iter().filter(|(of, _)| *of == role || *of == Role::Both);
        let silent = filled.flat_map(|(_, nps)| nps).filter(|np| cast.of(**np).is_empty());
        let unnamed: Vec<Participant> = silent.filter_map(|np| self.unnamed(*np)).collect();
        roles.put_all(role, &unnamed);
    }

    /// The words of a noun phrase whose head is a body or people who act, without what only counts or points.
    fn unnamed(&self, np: usize) -> Option<Participant> {
        let parse = self.scene.parse;
        let phrase = parse.chunks[np].np()?;
        let head = &parse.units[phrase.head];
        let agent = head.word.agent.filter(|_| head.pos == Pos::Noun)?;
        // "the capital", "the country": a place, and a state that was named.
        if matches!(&*head.lower, "capital" | "country" | "nation" | "kingdom" | "republic") {
            return None;
        }
        let before = &parse.units[phrase.body.start..phrase.head];
        let is = |word: &str| before.iter().any(|u| u.lower == word);
        let points =
            |u: &Unit<'_>| matches!(&*u.lower, "no" | "any" | "every" | "each") || u.pos == Pos::Possessive;
        if phrase.possessor.is_some() || before.iter().any(points) {
            return None;
        }
        // "a former defence secretary", "the investigators": the article names them elsewhere; a body, or "World
        // leaders", it need not.
        let plural = head.word.tags.any(Tags::PLURAL);
        if agent.kind != AgentKind::Group && (!plural || is("the")) {
            return None;
        }
        let counts = |u: &Unit<'_>| {
            matches!(u.pos, Pos::Determiner | Pos::Number | Pos::Adverb)
                || u.number.is_some()
                || u.lower.ends_with("-man")
                || u.lower.ends_with("-member")
                || matches!(&*u.lower, "other" | "several" | "many" | "some" | "few" | "most")
        };
        let from = phrase.body.start + before.iter().take_while(|u| counts(u)).count();
        let words = &parse.units[from..=phrase.head];
        let span = Span { start: words[0].span.start, end: head.span.end };
        let mut who = Participant::unknown(span.text(self.scene.text), span);
        who.sector = Some(agent.sector);
        Some(who)
    }
}
