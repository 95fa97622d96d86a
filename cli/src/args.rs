//! Options that several commands share, and what they say.

use bathtub_model::backtest::built_in_start;
use bathtub_model::{DEFAULT_START, DEFAULT_WEEK, Scenario, WEEKS};
use clap::Args;

use crate::Failure;

/// A text from the command line as a sentence names it.
pub fn named(text: &str) -> String {
    if text.trim().is_empty() { format!("'{text}'") } else { text.into() }
}

/// `KEY=VALUE` in two.
///
/// # Errors
/// No sign of equality, or the key of one of those before.
pub fn pairs<'a>(option: &str, texts: &'a [String], form: &str) -> Result<Vec<(&'a str, &'a str)>, Failure> {
    let mut pairs: Vec<(&str, &str)> = Vec::with_capacity(texts.len());
    for text in texts {
        let (key, value) = text
            .split_once('=')
            .ok_or_else(|| Failure::Request(format!("{option} {}: write {form}", named(text))))?;
        if pairs.iter().any(|pair| pair.0 == key) {
            return Err(Failure::Request(format!("{option} {key}: stands twice; leave one of the two")));
        }
        pairs.push((key, value));
    }
    Ok(pairs)
}

/// A scenario.
#[derive(Args)]
pub struct ScenarioOptions {
    /// Balance sheet to begin from: one of `bathtub starts`, or any Wednesday of the weekly table since
    /// 2015 but for March 18 to July 15, 2020
    #[arg(long, value_name = "DATE", default_value = DEFAULT_START.date)]
    start: String,
    /// Value of a lever or coefficient, in its unit and range; once for each
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
}

impl ScenarioOptions {
    /// The scenario they describe.
    ///
    /// # Errors
    /// Why there is none.
    pub fn scenario(&self) -> Result<Scenario, Failure> {
        let set = pairs("--set", &self.set, "KEY=VALUE")?;
        let start = match DEFAULT_START {
            start if start.date == self.start => start,
            _ => built_in_start(&self.start)?,
        };
        let with = |scenario: Scenario, (key, value): &(&str, &str)| scenario.with_text(key, value);
        let scenario = set.iter().try_fold(Scenario::new(start), with)?;
        Ok(scenario.check_balance_sheet().map(|()| scenario)?)
    }
}

/// A question about a week of a scenario.
#[derive(Args)]
pub struct Question {
    #[command(flatten)]
    scenario: ScenarioOptions,
    #[arg(long, value_name = "N", help = format!("Week that is asked about, 0 to {WEEKS}"), default_value_t = DEFAULT_WEEK.to_string(), allow_hyphen_values = true)]
    week: String,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

impl Question {
    /// Week and scenario.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn read(&self) -> Result<(Scenario, usize), Failure> {
        let week = self.week.parse().ok().filter(|week| *week <= WEEKS);
        let week = week.ok_or_else(|| {
            Failure::Request(format!("week: {} is no week from 0 to {WEEKS}", named(&self.week)))
        })?;
        Ok((self.scenario.scenario()?, week))
    }
}
