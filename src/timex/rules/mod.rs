//! The families of rules, in order of precedence.

mod amount;
mod calendar;
mod clock;
mod deictic;
mod duration;
mod edge;
mod era;
mod fiscal;
mod named;
mod offset;
mod part;
mod range;
mod reference;
mod repeat;
mod weekday;
mod year;

use nom::Input;

use crate::text::Tokens;
use crate::timex::Form;
use crate::timex::rule::{Parsed, Rule};

/// Rules that only read texts in narrative mode: what history's annotators mark and those of news do not.
pub(super) const NARRATIVE_ONLY: &[&str] =
    &[reference::ADJECTIVE, reference::COINCIDING, era::SEASONAL, duration::AGE];

/// Every family; on a tie of length the earlier one wins.
pub(super) const ALL: &[&[Rule]] = &[
    range::RULES,
    calendar::RULES,
    year::RULES,
    named::RULES,
    edge::RULES,
    clock::RULES,
    part::RULES,
    weekday::RULES,
    fiscal::RULES,
    era::RULES,
    deictic::RULES,
    reference::RULES,
    offset::RULES,
    repeat::RULES,
    duration::RULES,
];

/// The longest phrase that names a day.
pub(super) fn day(i: Tokens<'_>) -> Parsed<'_, Form> {
    longest(i, &[calendar::date, weekday::named, deictic::day_word, deictic::that_day, named::one_day])
}

/// The longest phrase that names a day or anything coarser.
pub(super) fn dated(i: Tokens<'_>) -> Parsed<'_, Form> {
    longest(
        i,
        &[
            calendar::date,
            calendar::month_year,
            year::year_number,
            calendar::month_alone,
            era::decade,
            era::century,
            era::season_named,
            fiscal::quarter,
            fiscal::half,
            weekday::named,
            weekday::month_named,
            deictic::day_word,
            deictic::which_unit,
            deictic::the_unit,
            deictic::that_day,
            named::day,
        ],
    )
}

type Reader = for<'t> fn(Tokens<'t>) -> Parsed<'t, Form>;

/// The longest of several readings; the first of equals.
pub(super) fn longest<'a>(i: Tokens<'a>, parsers: &[Reader]) -> Parsed<'a, Form> {
    let mut best: Parsed<'a, Form> = Err(nom::Err::Error(()));
    let mut left = usize::MAX;
    for parse in parsers {
        if let Ok((rest, form)) = parse(i)
            && rest.input_len() < left
        {
            left = rest.input_len();
            best = Ok((rest, form));
        }
    }
    best
}
