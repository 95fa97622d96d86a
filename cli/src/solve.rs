//! `bathtub solve`.

use bathtub_model::document::SolutionDocument;
use bathtub_model::{ParameterId, Series, number};

use crate::Failure;
use crate::args::Question;
use crate::output::{self, Answer};

#[derive(clap::Args)]
pub struct Options {
    /// Lever or coefficient that is sought, within its range
    #[arg(long, value_name = "KEY")]
    lever: String,
    /// Series that is to meet the target; `bathtub series` lists them with their units
    #[arg(long, value_name = "KEY")]
    series: String,
    /// Value of the series in the week, in its unit
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    target: String,
    #[command(flatten)]
    question: Question,
}

pub fn command(options: &Options) -> Result<Answer, Failure> {
    let lever = ParameterId::from_key(&options.lever)?;
    let series = series_of(&options.series)?;
    let target = number("target", &options.target)?;
    let (scenario, week) = options.question.read()?;
    let found = SolutionDocument::new(&scenario, lever, series, target, week)?;
    if options.question.json {
        return Ok(output::json(found));
    }
    let SolutionDocument { in_reach, value, reached, .. } = found;
    let (lever, series) = (lever.row(), series.row());
    let sought = format!("{} of {} {} in week {week}", series.key, options.target.trim(), series.unit);
    let at = format!("{} {} {}", lever.key, rounded(value), lever.unit);
    Ok(output::text(if in_reach {
        format!("{sought}: {at}\n")
    } else {
        format!("{sought}: out of reach; nearest is {at}, with {}\n", rounded(reached))
    }))
}

fn series_of(key: &str) -> Result<Series, Failure> {
    Series::from_key(key)
        .ok_or_else(|| Failure::Request(format!("{key}: no such series; `bathtub series` lists them")))
}

/// Four decimals at most: levers in shares need them, and none needs more.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4 + 0.0
}
