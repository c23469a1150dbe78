//! Whoever the article has named so far, and what later words point back to: pronouns, surnames, "the latter",
//! "the two presidents", "the group", "the country".

use crate::event::Participant;
use crate::event::gender::Gender;
use crate::event::proper::is_model_name;
use crate::gazetteer::{Actor, ActorKind, Gazetteer, Sector, Sense};
use crate::span::Span;

/// The article's cast, in the order of their last mention.
pub(super) struct Discourse<'g> {
    gazetteer: &'g Gazetteer,
    seen: Vec<Referent>,
    /// How many mentions there were so far.
    clock: usize,
    /// Who speaks: whom "we" and "our" mean.
    speaker: Option<Participant>,
    /// Whose official spoke without a name, and when.
    nameless: Option<(Participant, usize)>,
    /// When people of no known side were named last, as far as a subject's mention reaches: "voters ... they".
    crowd: usize,
    /// The last document of each kind, and who wrote it: "resolution", the Security Council.
    documents: Vec<(String, Vec<Participant>)>,
}

/// How many later mentions a subject outlasts as the target of a pronoun.
const SUBJECT: usize = 3;

/// How many mentions back a pronoun or "the two sides" still reaches.
const REACH: usize = 24;

/// The same for those named together.
const PAIR: usize = 8;

/// Someone a later word can point back to.
#[derive(Debug, Clone)]
pub(super) struct Referent {
    /// One, or several named in one phrase: "the ministers of Greece and Cyprus".
    pub(super) who: Vec<Participant>,
    pub(super) kind: ReferentKind,
    /// The role the article gave them: "foreign minister", "rebels".
    pub(super) role: Option<String>,
    /// What their title or their name tells; found out once they are remembered.
    gender: Option<Gender>,
    /// The place in the order of mentions; subjects of sentences count later than they stand.
    salience: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReferentKind {
    Person,
    /// A state, body or group: "it", "its".
    Collective,
    /// Several people: "they", "their".
    Plural,
}

impl Referent {
    pub(super) fn one(who: Participant, kind: ReferentKind) -> Self {
        Self::many(vec![who], kind)
    }

    pub(super) fn many(who: Vec<Participant>, kind: ReferentKind) -> Self {
        Self { who, kind, role: None, gender: None, salience: 0 }
    }

    pub(super) fn with_role(mut self, role: Option<String>) -> Self {
        self.role = role;
        self
    }

    /// Finds out what their title or their name tells.
    fn tell(&mut self) {
        let named = || match self.who.as_slice() {
            [one] => Gender::of_name(&one.name),
            _ => None,
        };
        self.gender = self.role.as_deref().and_then(Gender::of_title).or_else(named);
    }

    /// The same, named by other words.
    fn at(&self, span: Span) -> Self {
        let mut again = self.clone();
        for who in &mut again.who {
            who.span = span;
        }
        again
    }
}

impl<'g> Discourse<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer) -> Self {
        Self {
            gazetteer,
            seen: Vec::new(),
            clock: 0,
            speaker: None,
            nameless: None,
            crowd: 0,
            documents: Vec::new(),
        }
    }

    /// Keeps them for what points back; "a man", "residents" are nobody a later pronoun should be taken for.
    pub(super) fn remember(&mut self, referent: &Referent) {
        let passing = |p: &Participant| !p.is_named() && matches!(p.sector, Some(Sector::Civ) | None);
        if referent.who.iter().all(passing) {
            if referent.kind == ReferentKind::Plural {
                self.crowd = self.clock + SUBJECT;
            }
            return;
        }
        self.clock += 1;
        // "a Palestinian official" is a "he", the Palestinian Authority an "it".
        let Some(seen) =
            self.seen.iter_mut().find(|r| r.kind == referent.kind && same(&r.who, &referent.who))
        else {
            let mut new = Referent { salience: self.clock, ..referent.clone() };
            new.tell();
            self.seen.push(new);
            return;
        };
        seen.salience = seen.salience.max(self.clock);
        if seen.role.is_none() && referent.role.is_some() {
            seen.role.clone_from(&referent.role);
            seen.tell();
        }
    }

    /// Keeps what a later phrase said of someone: whom they act for.
    pub(super) fn update(&mut self, who: &[Participant]) {
        if let Some(seen) = self.seen.iter_mut().find(|r| same(&r.who, who)) {
            seen.who = who.to_vec();
            seen.tell();
        }
    }

    /// Makes a sentence's subject the likeliest target of the next pronoun.
    pub(super) fn promote(&mut self, who: &[Participant]) {
        let top = self.clock + SUBJECT;
        let named = self.seen.iter_mut().filter(|r| same(&r.who, who));
        if let Some(seen) = named.max_by_key(|r| r.salience) {
            seen.salience = top;
        }
    }

    /// Who speaks from here on.
    pub(super) fn gives_the_floor(&mut self, speaker: &Participant) {
        self.speaker = Some(speaker.clone());
    }

    /// Whose nameless official spoke last.
    pub(super) fn keep_nameless(&mut self, side: Option<Participant>) {
        self.nameless = side.map(|side| (side, self.clock));
    }

    /// The same, where it was not long ago.
    pub(super) fn nameless(&self) -> Option<Participant> {
        let (side, when) = self.nameless.as_ref()?;
        (when + REACH > self.clock).then(|| side.clone())
    }

    /// Keeps who wrote a document of this kind last.
    pub(super) fn write(&mut self, noun: &str, authors: Vec<Participant>) {
        self.documents.retain(|(kept, _)| kept != noun);
        self.documents.push((noun.to_owned(), authors));
    }

    /// Who wrote the last document of this kind.
    pub(super) fn authors(&self, noun: &str) -> &[Participant] {
        self.documents.iter().find(|(kept, _)| kept == noun).map_or(&[], |(_, who)| who)
    }

    /// Whom a pronoun in lower case means.
    pub(super) fn pronoun(&self, word: &str, span: Span) -> Option<Referent> {
        self.pronoun_but(word, span, &[])
    }

    /// Whom a pronoun means that cannot mean these: in "threatened Eritrea and vowed to destroy *it*" not who vowed.
    pub(super) fn pronoun_but(&self, word: &str, span: Span, but: &[Participant]) -> Option<Referent> {
        let wanted: &[ReferentKind] = match word {
            "he" | "him" | "his" | "himself" | "she" | "her" | "herself" => &[ReferentKind::Person],
            "it" | "its" | "itself" => &[ReferentKind::Collective],
            "they" | "them" | "their" | "themselves" => &[ReferentKind::Plural, ReferentKind::Collective],
            "we" | "our" | "us" | "i" | "my" | "me" => {
                let speaker = self.speaker.clone()?;
                return Some(Referent::one(speaker, ReferentKind::Person).at(span));
            }
            _ => return None,
        };
        // A newspaper reports; "they" are others. A spokeswoman is no "he".
        let reports = |r: &Referent| {
            r.kind == ReferentKind::Collective && r.who.iter().all(|p| p.sector == Some(Sector::Med))
        };
        let gender = Gender::of_pronoun(word);
        let agrees = |r: &Referent| gender.is_none() || r.gender.is_none() || r.gender == gender;
        // "we will not interfere with *their* efforts": nor the body for which the subject speaks.
        let ours = |b: &Participant, p: &Participant| b.acts_for.is_some() && b.acts_for == p.acts_for;
        let other = |r: &Referent| {
            let body = r.kind != ReferentKind::Person;
            !r.who.iter().any(|p| but.iter().any(|b| b.is_or_serves(p) || (body && ours(b, p))))
        };
        let fits = |r: &Referent| wanted.contains(&r.kind) && !reports(r) && agrees(r) && other(r);
        // "she" is the woman named, before anyone whose name does not tell.
        let told = |r: &Referent| gender.is_some() && r.gender == gender;
        let woman = || self.latest(|r| fits(r) && told(r)).filter(|_| gender == Some(Gender::Female));
        let plural = wanted.contains(&ReferentKind::Plural);
        // "the parties turned down *their* candidates": the crowd is the subject, and they are others.
        let apart = !but.is_empty() && but.iter().all(|p| !p.is_named());
        let crowd = |r: &&Referent| plural && !apart && r.who.len() > 1 && self.crowd > r.salience;
        // "Macron and Merz met. Poland rejected *their* plan": those named together, before a state that "its" would do for.
        let several = || self.latest(|r| fits(r) && r.who.len() > 1).filter(|_| plural);
        woman().or_else(several).or_else(|| self.latest(fits)).filter(|r| !crowd(r)).map(|r| r.at(span))
    }

    /// "the latter": the last one named; "the former" would need the pair, and stays silent.
    pub(super) fn latter(&self, span: Span) -> Option<Referent> {
        self.latest(|_| true).map(|r| r.at(span))
    }

    /// "the two presidents", "both sides": the last two of their kind.
    pub(super) fn pair(&self, people: bool, span: Span) -> Option<Referent> {
        let fits = |r: &&Referent| {
            let states = || r.who.iter().all(|p| self.entry(p).is_some_and(|e| e.kind != ActorKind::Person));
            r.salience + REACH > self.clock
                && if people {
                    r.kind == ReferentKind::Person
                } else {
                    r.kind != ReferentKind::Person && r.who.len() == 1 && states()
                }
        };
        let mut found: Vec<&Referent> = self.seen.iter().filter(fits).collect();
        found.sort_by_key(|r| std::cmp::Reverse(r.salience));
        let [first, second, ..] = found.as_slice() else { return None };
        let who = [*second, *first].into_iter().flat_map(|r| r.who.clone()).collect();
        Some(Referent::many(who, ReferentKind::Plural).at(span))
    }

    /// A group by what it is: "the movement", "the alliance", "the company".
    pub(super) fn group(&self, noun: &str, span: Span) -> Option<Referent> {
        // An unknown name may be of any kind of body, but not of "the public".
        let unknown = |p: &Participant| {
            p.name.starts_with(char::is_uppercase) && BODIES.iter().any(|kind| is_called(*kind, noun))
        };
        let fits = |p: &Participant| {
            (p.name.starts_with(char::is_uppercase) && ends_in(&p.name, noun))
                || self.entry(p).map_or_else(|| unknown(p), |entry| is_called(entry.kind, noun))
        };
        let named = self.latest(|r| r.kind == ReferentKind::Collective && r.who.iter().all(fits));
        named.map(|r| r.at(span)).or_else(|| self.behind(noun, span))
    }

    /// "Hamas spokesman Fawzi Barhoom said ... the movement": whom the last one named acts for.
    fn behind(&self, noun: &str, span: Span) -> Option<Referent> {
        // "the market", "the government" are none of these.
        if !BODIES.iter().any(|kind| is_called(*kind, noun)) {
            return None;
        }
        let body = |r: &Referent| {
            let [one] = r.who.as_slice() else { return None };
            let found = self.gazetteer.find(one.acts_for.as_deref()?).into_iter().find_map(Sense::actor);
            let entry = self.gazetteer.actor(found?.0);
            is_called(entry.kind, noun).then_some(entry)
        };
        let speaker = self.latest(|r| r.kind == ReferentKind::Person && body(r).is_some())?;
        let (entry, one) = (body(speaker)?, speaker.who.first()?);
        let who = Participant {
            code: Some(entry.code.as_str().into()),
            country: one.country.clone(),
            sector: entry.sector,
            ..Participant::unknown(&entry.name, span)
        };
        Some(Referent::one(who, ReferentKind::Collective))
    }

    /// "the aircraft": the last one that bears a model's name.
    pub(super) fn model(&self, span: Span) -> Option<Referent> {
        let fits = |r: &Referent| r.who.iter().all(|p| p.code.is_none() && is_model_name(&p.name));
        self.latest(fits).map(|r| r.at(span))
    }

    /// "the country", "the kingdom": the last state named.
    pub(super) fn country(&self, noun: &str, span: Span) -> Option<Referent> {
        let fits = |p: &Participant| {
            self.entry(p).is_some_and(|e| {
                let formal = |word: &str| e.aliases.iter().any(|a| a.contains(word));
                e.kind == ActorKind::State
                    && match noun {
                        "kingdom" => formal("Kingdom"),
                        "republic" => formal("Republic"),
                        _ => true,
                    }
            })
        };
        self.latest(|r| r.who.len() == 1 && r.who.iter().all(fits)).map(|r| r.at(span))
    }

    /// Whoever bears, or bore, this title: by what is known of them, or by what the article called them.
    pub(super) fn titled(&self, title: &str, span: Span) -> Option<Referent> {
        let bore = |r: &Referent| r.role.as_deref() == Some(title) || self.held(r, |held| held == title);
        self.last(|r| r.kind == ReferentKind::Person && bore(r)).map(|r| r.at(span))
    }

    /// Whether each of them has, or had, an office with such a title.
    fn held(&self, referent: &Referent, fits: impl Fn(&str) -> bool) -> bool {
        let mut entries = referent.who.iter().map(|p| self.entry(p));
        entries.all(|entry| entry.is_some_and(|e| e.roles.iter().any(|role| fits(&role.title))))
    }

    /// "the Israeli leader", "the French president": who was named with this title, or speaks for that state.
    pub(super) fn serving(&self, title: &str, owner: &Participant, span: Span) -> Option<Referent> {
        let leads = matches!(
            title,
            "leader" | "president" | "prime minister" | "premier" | "chancellor" | "head" | "ruler"
        );
        if !leads {
            return None;
        }
        // "the leader" may be called president or minister elsewhere.
        let leader = title == "leader";
        let serves =
            |p: &Participant| p.acts_for.as_ref() == Some(&owner.name) && p.sector == Some(Sector::Gov);
        let called =
            |role: &str| role == title || leader && (role.contains("president") || role.contains("minister"));
        let office = |held: &str| held == title || leader && matches!(held, "president" | "prime minister");
        let fits = |r: &Referent| {
            r.who.iter().all(serves) && (r.role.as_deref().is_some_and(called) || self.held(r, office))
        };
        self.last(|r| r.kind == ReferentKind::Person && fits(r)).map(|r| r.at(span))
    }

    /// "the rebels" after "Syrian rebels": the last ones described so, with an owner.
    pub(super) fn described(&self, noun: &str, span: Span) -> Option<Referent> {
        let owned = |p: &Participant| p.acts_for.is_some() && p.code.is_none();
        self.last(|r| r.role.as_deref() == Some(noun) && r.who.iter().all(owned)).map(|r| r.at(span))
    }

    /// Someone named in full before, by the last words of the name, or by its initials ("GM").
    pub(super) fn named(&self, written: &str, span: Span) -> Option<Referent> {
        let folded = fold(written);
        let matches = |p: &Participant| ends_in(&p.name, &folded) || is_acronym(written, &p.name);
        self.seen.iter().rev().find(|r| r.who.len() == 1 && r.who.iter().all(matches)).map(|r| r.at(span))
    }

    /// Whether an entry was named before.
    pub(super) fn knows(&self, code: &str) -> bool {
        self.seen.iter().any(|r| r.who.iter().any(|p| p.code.as_deref() == Some(code)))
    }

    /// Whether anyone of a country was named before.
    pub(super) fn names_of(&self, country: &str) -> bool {
        self.seen.iter().any(|r| r.who.iter().any(|p| p.country.as_deref() == Some(country)))
    }

    /// The gazetteer's entry of someone named.
    pub(super) fn entry(&self, participant: &Participant) -> Option<&'g Actor> {
        let id = self.gazetteer.actor_by_code(participant.code.as_deref()?)?;
        Some(self.gazetteer.actor(id))
    }

    /// The last one named, however far back.
    fn last(&self, fits: impl Fn(&Referent) -> bool) -> Option<&Referent> {
        self.seen.iter().filter(|r| fits(r)).max_by_key(|r| r.salience)
    }

    /// The last one named within a pronoun's reach; several who did something together are soon apart again.
    fn latest(&self, fits: impl Fn(&Referent) -> bool) -> Option<&Referent> {
        let reach = |r: &Referent| if r.who.len() > 1 { PAIR } else { REACH };
        self.last(|r| r.salience + reach(r) > self.clock && fits(r))
    }
}

/// The kinds of bodies that a noun tells of.
const BODIES: [ActorKind; 4] =
    [ActorKind::ArmedGroup, ActorKind::Party, ActorKind::Organisation, ActorKind::Company];

/// Whether a body of this kind may be told of by this noun.
fn is_called(kind: ActorKind, noun: &str) -> bool {
    let nouns: &[&str] = match kind {
        ActorKind::ArmedGroup => {
            &["group", "movement", "militia", "organisation", "organization", "faction", "militants"]
        }
        ActorKind::Party => &["party", "movement", "group", "faction", "coalition"],
        ActorKind::Organisation => &[
            "organisation",
            "organization",
            "alliance",
            "bloc",
            "union",
            "agency",
            "body",
            "group",
            "council",
        ],
        ActorKind::Company => &[
            "company",
            "firm",
            "airline",
            "carmaker",
            "automaker",
            "car maker",
            "plane maker",
            "planemaker",
            "airframer",
            "corporation",
            "retailer",
            "insurer",
            "lender",
            "manufacturer",
            "carrier",
            "group",
            "maker",
            "giant",
            "bank",
        ],
        _ => &[],
    };
    nouns.contains(&noun)
}

fn same(a: &[Participant], b: &[Participant]) -> bool {
    let one = |x: &Participant, y: &Participant| match (&x.code, &y.code) {
        (Some(p), Some(q)) if p == q => x.name == y.name,
        (None, None) => x.name == y.name,
        _ => false,
    };
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| one(x, y))
}

fn fold(name: &str) -> String {
    name.to_lowercase().replace(['-', '’', '\''], " ")
}

/// Whether a folded name is the last words of a full one; plain letters are compared where they stand.
fn ends_in(full: &str, folded: &str) -> bool {
    if !full.is_ascii() {
        return is_tail(&fold(full), folded);
    }
    let plain = |b: u8| if matches!(b, b'-' | b'\'') { b' ' } else { b.to_ascii_lowercase() };
    let Some(start) = full.len().checked_sub(folded.len()) else { return false };
    let (head, tail) = full.as_bytes().split_at(start);
    tail.iter().map(|b| plain(*b)).eq(folded.bytes()) && head.last().is_none_or(|b| plain(*b) == b' ')
}

/// Whether `part` is the last words of `full`.
fn is_tail(full: &str, part: &str) -> bool {
    full.strip_suffix(part).is_some_and(|head| head.is_empty() || head.ends_with(' '))
}

/// Whether capitals are the initials of a name: "GM" of "General Motors".
fn is_acronym(short: &str, full: &str) -> bool {
    let initials = full.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase());
    short.len() > 1 && short.chars().all(char::is_uppercase) && initials.eq(short.chars())
}
