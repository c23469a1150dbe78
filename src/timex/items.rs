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

/// Marks neighbours that bound a range, and lends the first the year of the second.
pub(super) fn ranges(tokens: Tokens<'_>, items: &mut [Item]) {
    for n in 1..items.len() {
        let (left, right) = items.split_at_mut(n);
        let (first, second) = (&mut left[n - 1], &right[0]);
        if second.start != first.end + 1 || first.opens_range {
            continue;
        }
        let joint = &tokens.tokens[first.end];
        let between = first.start.checked_sub(1).is_some_and(|i| tokens.tokens[i].word == lexeme!("between"));
        let dash = matches!(joint.kind, TokenKind::Mark('-' | '–' | '—'));
        let is_range = dash && dates(&first.form) && dates(&second.form)
            || joint.among(words!["to", "through", "until", "till"])
                && dates(&first.form)
                && dates(&second.form)
            || joint.word == lexeme!("and") && between;
        if !is_range {
            continue;
        }
        first.opens_range = true;
        let year = match (&first.form, &second.form) {
            (Form::Named(_, Pick::Bare), Form::Fixed(Period::Day(d))) => {
                Some(Period::Year(chrono::Datelike::year(d)))
            }
            (Form::Named(_, Pick::Bare), Form::Fixed(Period::Month(y, _))) => Some(Period::Year(*y)),
            _ => None,
        };
        if let (Some(year), Form::Named(name @ (Name::Month(_) | Name::MonthDay(..)), Pick::Bare)) =
            (year, &first.form)
        {
            first.form = Form::Named(*name, Pick::In(Box::new(Form::Fixed(year))));
        }
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
