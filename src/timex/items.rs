//! From the matches of a sentence to its expressions before they have values; neighbours that bound a range.

use crate::text::{Case, Text, TokenKind, Tokens, Words, lexeme, words};
use crate::time::Period;
use crate::timex::form::{Form, From, Name, Pick};
use crate::timex::scan::Match;

/// One expression of a sentence before it has a value.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its first token.
    pub(super) start: usize,
    /// The token after its last.
    pub(super) end: usize,
    pub(super) form: Form,
    pub(super) rule: &'static str,
    /// Bounds a range with the item after it.
    pub(super) opens_range: bool,
}

/// The items of a sentence, in order; of two or more dates in one match, each.
pub(super) fn items(matches: Vec<Match>) -> Vec<Item> {
    let mut items = Vec::with_capacity(matches.len());
    for m in matches {
        let Match { start, end, form, rule } = m;
        spread(Item { start, end, form, rule, opens_range: false }, &mut items);
    }
    items
}

fn spread(item: Item, out: &mut Vec<Item>) {
    let Form::Pair(pair) = item.form else {
        out.push(item);
        return;
    };
    let middle = item.start + pair.first.1;
    out.push(Item { end: middle, form: pair.first.0, opens_range: pair.range, ..item });
    let (start, rule) = (middle + pair.gap, item.rule);
    spread(Item { start, end: item.end, form: pair.second.0, rule, opens_range: false }, out);
}

/// Whether an article writes the month before the day: what its other dates show, those in words and those in
/// numbers that can only be read one way.
pub(super) fn month_first<'t, I: Iterator<Item = (Tokens<'t>, &'t Vec<Item>)>>(
    sentences: &impl Fn() -> I,
) -> bool {
    let asks = |item: &Item| matches!(item.form, Form::Numeric(..));
    if !sentences().any(|(_, items)| items.iter().any(asks)) {
        return false;
    }
    let mut votes = 0_i32;
    for (tokens, items) in sentences() {
        for item in items {
            let words = &tokens.tokens[item.start..item.end];
            let month = words.iter().position(|t| t.readings.month.is_some());
            let day = words.iter().position(|t| {
                t.readings.number().or(t.readings.ordinal()).is_some_and(|n| (1..=31).contains(&n))
            });
            votes += match (&item.form, month, day) {
                (Form::Numeric(13.., ..), ..) => -1,
                (Form::Numeric(_, 13.., _), ..) => 1,
                (_, Some(month), Some(day)) => {
                    if month < day {
                        1
                    } else {
                        -1
                    }
                }
                _ => 0,
            };
        }
    }
    votes > 0
}

/// Drops months that are somebody's name in this article: where Theresa May has been named, "May's office" is hers,
/// and only "in May", "last May" and the like is the month.
pub(super) fn drop_surnames(text: &Text, items: &mut [Vec<Item>]) {
    let bare = |item: &Item| match item.form {
        Form::Named(Name::Month(month), Pick::Bare) => Some(month),
        _ => None,
    };
    if !items.iter().flatten().any(|item| bare(item).is_some()) {
        return;
    }
    let mut named = [false; 13];
    for three in text.tokens.windows(3) {
        let [first, name, next] = three else { continue };
        let open = first.kind == TokenKind::Word && first.case == Case::Title && first.readings.is_open();
        let capital = open && name.case == Case::Title && next.kind != TokenKind::Number;
        if let Some(month) = name.readings.month.filter(|_| capital) {
            named[usize::from(month)] = true;
        }
    }
    for (sentence, items) in text.sentences.iter().zip(items) {
        let tokens = &text.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        items.retain(|item| {
            let led = item.start.checked_sub(1).is_some_and(|i| tokens[i].among(MONTH_LEADS));
            led || !bare(item).is_some_and(|month| named[usize::from(month)])
        });
    }
}

/// Words after which a name is a month's.
#[rustfmt::skip]
const MONTH_LEADS: &Words = words![
    "in", "since", "last", "next", "this", "until", "till", "early", "late", "mid", "during", "through", "each", "every",
];

/// Marks neighbours that bound a range, and lends the first of two the year of the second: "the spring and early
/// summer of 1943".
pub(super) fn ranges(tokens: Tokens<'_>, items: &mut [Item]) {
    // From the last: in "May, June and July 1941" July lends to June, and June to May.
    for n in (1..items.len()).rev() {
        let (left, right) = items.split_at_mut(n);
        let (first, second) = (&mut left[n - 1], &right[0]);
        if second.start != first.end + 1 || first.opens_range {
            continue;
        }
        let joint = &tokens.tokens[first.end];
        let between = first.start.checked_sub(1).is_some_and(|i| tokens.tokens[i].word == lexeme!("between"));
        let both = dates(&first.form) && dates(&second.form);
        let dash = matches!(joint.kind, TokenKind::Mark('-' | '–' | '—'));
        let listed = joint.among(words!["and", "or"]) || joint.kind == TokenKind::Mark(',');
        first.opens_range = both && (dash || joint.among(words!["to", "through", "until", "till"]))
            || joint.word == lexeme!("and") && between;
        if first.opens_range || both && listed {
            lend(&second.form, &mut first.form);
        }
    }
}

/// Gives a name without a year that of the date behind it.
fn lend(from: &Form, to: &mut Form) {
    let Some(year) = year_of(from) else { return };
    match to {
        Form::Bent(_, inner) | Form::Slice(_, inner) => lend(from, inner),
        Form::Named(
            Name::Month(_) | Name::MonthDay(..) | Name::Season(_),
            pick @ (Pick::Bare | Pick::On(_)),
        ) => {
            *pick = Pick::In(Box::new(year));
        }
        _ => {}
    }
}

/// The year a form names, as a form.
fn year_of(form: &Form) -> Option<Form> {
    match form {
        Form::Fixed(Period::Day(day)) => Some(Form::Fixed(Period::Year(chrono::Datelike::year(day)))),
        Form::Fixed(Period::Month(year, _)) => Some(Form::Fixed(Period::Year(*year))),
        Form::Named(_, Pick::In(year)) if matches!(**year, Form::Fixed(Period::Year(_))) => {
            Some((**year).clone())
        }
        Form::Bent(_, inner) | Form::Slice(_, inner) => year_of(inner),
        _ => None,
    }
}

/// Whether a form is a point or stretch of the calendar, not a length, a set or a side of now.
pub(super) fn dates(form: &Form) -> bool {
    match form {
        Form::Bent(_, inner) => dates(inner),
        Form::Duration(_)
        | Form::Set(_)
        | Form::Reference(_)
        | Form::That
        | Form::Span(..)
        | Form::Shift(_, _, From::Event) => false,
        _ => true,
    }
}
