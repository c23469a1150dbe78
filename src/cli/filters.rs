//! Questions as options.

use chrono::NaiveDate;
use dateline::error::Error;
use dateline::gazetteer::Gazetteer;
use dateline::query::Query;

use crate::cli::args::{day, today};

/// Filters as options; each says the same as the query term of its name.
#[derive(clap::Args)]
#[command(next_help_heading = "Filters")]
pub(super) struct Filters {
    /// A whole query, which must hold like the others
    #[arg(long, value_name = "QUERY")]
    query: Vec<String>,
    /// Same as actor:NAME
    #[arg(long, value_name = "NAME")]
    actor: Vec<String>,
    /// Same as recipient:NAME
    #[arg(long, value_name = "NAME")]
    recipient: Vec<String>,
    /// Same as location:NAME
    #[arg(long, value_name = "NAME")]
    location: Vec<String>,
    /// Same as near:"PLACE DISTANCE"
    #[arg(long, value_name = "PLACE DISTANCE")]
    near: Vec<String>,
    /// Same as type:TYPE
    #[arg(long = "type", value_name = "TYPE")]
    kind: Vec<String>,
    /// Same as mode:MODE
    #[arg(long, value_name = "MODE")]
    mode: Vec<String>,
    /// Same as status:STATUS
    #[arg(long, value_name = "STATUS")]
    status: Vec<String>,
    /// Same as date:PERIOD
    #[arg(long, value_name = "PERIOD")]
    date: Vec<String>,
    /// Same as since:PERIOD, from its first day on
    #[arg(long, value_name = "PERIOD")]
    since: Option<String>,
    /// Same as until:PERIOD, its last day included
    #[arg(long, value_name = "PERIOD")]
    until: Option<String>,
    /// Same as text:WORDS
    #[arg(long, value_name = "WORDS")]
    text: Vec<String>,
    /// Same as source:NAME
    #[arg(long, value_name = "NAME")]
    source: Vec<String>,
    /// Same as sources:>=N
    #[arg(long, value_name = "N")]
    min_sources: Option<u32>,
    /// Same as not:(QUERY)
    #[arg(long, value_name = "QUERY")]
    not: Vec<String>,
    /// Only events whose sources disagree; same as conflict:any
    #[arg(long)]
    conflicts: bool,
    /// The day that `last month` and the like are counted from; today where it is not given
    #[arg(long, value_name = "DATE", env = "DATELINE_TODAY", value_parser = day)]
    today: Option<NaiveDate>,
}

impl Filters {
    /// The query of these arguments and these options together.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub(super) fn query(&self, arguments: &[String], gazetteer: &Gazetteer) -> Result<Query, Error> {
        let read = |terms: &[String]| {
            Query::from_terms(terms, gazetteer, self.today())
                .map_err(|d| Error::at("query", Query::joined(terms), d))
        };
        let typed = read(arguments)?;
        let options = self.terms();
        if options.is_empty() {
            return Ok(typed);
        }
        // Options hold for the whole of what was typed, not for its last alternative.
        let mut terms = arguments.to_vec();
        if typed.is_choice() {
            terms.insert(0, "(".to_owned());
            terms.push(")".to_owned());
        }
        terms.extend(options);
        read(&terms)
    }

    /// As query terms.
    fn terms(&self) -> Vec<String> {
        let lists = [
            ("actor", &self.actor),
            ("recipient", &self.recipient),
            ("location", &self.location),
            ("near", &self.near),
            ("type", &self.kind),
            ("mode", &self.mode),
            ("text", &self.text),
            ("status", &self.status),
            ("date", &self.date),
            ("source", &self.source),
        ];
        let term = |key: &str, value: &String| {
            // A value given by itself is one, whatever it looks like.
            let plain = !value.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"'));
            if plain { format!("{key}:{value}") } else { format!("{key}:\"{}\"", value.replace('"', "")) }
        };
        let mut terms: Vec<_> = lists
            .into_iter()
            .flat_map(|(key, values)| values.iter().map(move |value| term(key, value)))
            .collect();
        terms.extend(self.since.iter().map(|period| term("since", period)));
        terms.extend(self.until.iter().map(|period| term("until", period)));
        terms.extend(self.min_sources.iter().map(|n| format!("sources:>={n}")));
        terms.extend(self.conflicts.then(|| "conflict:any".to_owned()));
        terms.extend(self.query.iter().map(|query| format!("({query})")));
        terms.extend(self.not.iter().map(|query| format!("not:({query})")));
        terms
    }

    /// The day that relative periods are counted from.
    pub(super) fn today(&self) -> Option<NaiveDate> {
        self.today.or_else(today)
    }
}
