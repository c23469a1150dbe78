//! From the matches of a sentence to its expressions before they have values; neighbours that bound a range.

use crate::text::{TokenKind, Tokens, lexeme, words};
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

/// The items of a sentence, in order.
pub(super) fn items(matches: Vec<Match>) -> Vec<Item> {
    let mut items = Vec::with_capacity(matches.len());
    for m in matches {
        let Match { start, end, form, rule } = m;
        match form {
            Form::Pair(pair) => {
                let middle = start + pair.first.1;
                items.push(Item { start, end: middle, form: pair.first.0, rule, opens_range: pair.range });
                items.push(Item {
                    start: middle + pair.gap,
                    end,
                    form: pair.second.0,
                    rule,
                    opens_range: false,
                });
            }
            form => items.push(Item { start, end, form, rule, opens_range: false }),
        }
    }
    items
}

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
        | Form::Span(..)
        | Form::Shift(_, _, From::Event) => false,
        _ => true,
    }
}
