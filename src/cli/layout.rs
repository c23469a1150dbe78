//! The order and the grouping of an answer, as options.

use clap::ValueEnum;
use dateline::chronology::{Chronology, Event};
use dateline::query::{self, Grouping, Order};
use dateline::render;

use crate::cli::args::Output;

/// How the answer is laid out.
#[derive(clap::Args)]
#[command(next_help_heading = "Order")]
pub(super) struct Layout {
    /// What comes first; equal ones stay in the order of time
    #[arg(long, value_enum, default_value_t = Sort::Date, value_name = "BY")]
    sort: Sort,
    /// Turn the order round
    #[arg(long)]
    reverse: bool,
    /// At most so many events; with --group-by and --count, so many groups
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// A list for each of these; an event of two actors stands in two
    #[arg(long, value_enum, value_name = "BY")]
    group_by: Option<GroupBy>,
    /// Only how many there are, in all or in each group
    #[arg(long)]
    count: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// The oldest first
    Date,
    /// The most independent sources first
    Sources,
    /// The most dead first
    Dead,
    /// The first reported first
    Reported,
    /// The last reported first
    Updated,
    /// By who does it
    Actor,
    /// By where
    Place,
    /// By PLOVER type
    Type,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum GroupBy {
    /// Everyone who does it
    Actor,
    /// Everyone to or with whom it is done
    Recipient,
    /// The place
    Place,
    /// The country of the place
    Country,
    /// The month, or the year of what lies in no single month
    Month,
    /// The year
    Year,
    /// PLOVER type
    Type,
    /// Every publisher that tells it
    Source,
    /// Whether it happened
    Status,
}

impl Layout {
    /// Sorts and cuts the answer.
    pub(super) fn arrange(&self, events: &mut Vec<&Event>) {
        let order = match self.sort {
            Sort::Date => Order::Date,
            Sort::Sources => Order::Sources,
            Sort::Dead => Order::Dead,
            Sort::Reported => Order::Reported,
            Sort::Updated => Order::Updated,
            Sort::Actor => Order::Actor,
            Sort::Place => Order::Place,
            Sort::Type => Order::Type,
        };
        query::sort(events, order, self.reverse);
        if !self.count {
            events.truncate(self.limit.unwrap_or(usize::MAX));
        }
    }

    /// Whether only numbers are asked for.
    pub(super) const fn only_counts(&self) -> bool {
        self.count
    }

    /// Whether the one number of all events is asked for.
    pub(super) const fn only_total(&self) -> bool {
        self.count && self.group_by.is_none()
    }

    /// Writes that number.
    pub(super) fn write_total(
        &self,
        found: usize,
        output: &Output,
        out: &mut dyn std::fmt::Write,
    ) -> std::fmt::Result {
        let found = found.min(self.limit.unwrap_or(usize::MAX));
        render::counts(&[(None, found)], None, output.format.into(), out)
    }

    /// Writes the answer.
    pub(super) fn write(
        &self,
        chronology: &Chronology,
        events: &[&Event],
        output: &Output,
        out: &mut dyn std::fmt::Write,
    ) -> std::fmt::Result {
        let (format, options) = (output.format.into(), output.screen.options());
        let Some(by) = self.group_by.map(Grouping::from) else {
            return render::events(chronology, events, format, options, out);
        };
        let groups = query::group(events, by);
        if self.count {
            let rows = groups.iter().take(self.limit.unwrap_or(usize::MAX));
            let rows: Vec<_> = rows.map(|g| (g.name.as_deref(), g.events.len())).collect();
            return render::counts(&rows, Some(by.name()), format, out);
        }
        let sections: Vec<_> =
            groups.iter().map(|g| render::Section { name: g.name.as_deref(), events: &g.events }).collect();
        render::grouped(chronology, &sections, format, options, out)
    }
}

impl From<GroupBy> for Grouping {
    fn from(by: GroupBy) -> Self {
        match by {
            GroupBy::Actor => Self::Actor,
            GroupBy::Recipient => Self::Recipient,
            GroupBy::Place => Self::Place,
            GroupBy::Country => Self::Country,
            GroupBy::Month => Self::Month,
            GroupBy::Year => Self::Year,
            GroupBy::Type => Self::Type,
            GroupBy::Source => Self::Source,
            GroupBy::Status => Self::Status,
        }
    }
}
