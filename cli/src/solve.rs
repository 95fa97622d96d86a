//! `bathtub solve`.

use bathtub_model::solve::{Solution, solve};
use bathtub_model::{MODEL_VERSION, ParameterId, Series, simulate};
use serde_json::json;

use crate::Failure;
use crate::args::{Asked, asked};

pub fn command(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    use lexopt::ValueExt;
    let (mut lever, mut series, mut target) = (None, None, None);
    let Asked { scenario, week, json } = asked(parser, |option, parser| {
        match option {
            "lever" => lever = Some(ParameterId::from_key(&parser.value()?.string()?)?),
            "series" => series = Some(series_of(&parser.value()?.string()?)?),
            "target" => target = Some(number(&parser.value()?.string()?)?),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let (Some(lever), Some(series), Some(target)) = (lever, series, target) else {
        return Err(Failure::Request("solve: --lever KEY, --series KEY and --target N are needed".into()));
    };
    let (in_reach, value, reached) = match solve(&scenario, lever, series, target, week)? {
        Solution::At(value) => {
            (true, value, simulate(&scenario.with_clamped(lever, value)).at(week)?[series])
        }
        Solution::OutOfReach { nearest, reached } => (false, nearest, reached),
    };
    if json {
        let found = json!({
            "model_version": MODEL_VERSION,
            "start": scenario.start().date,
            "week": week,
            "lever": lever.row().key,
            "series": series.row().key,
            "target": target,
            "in_reach": in_reach,
            "value": value,
            "reached": reached,
        });
        return Ok(format!("{found:#}\n"));
    }
    let (lever, series) = (lever.row(), series.row());
    let sought = format!("{} of {target} {} in week {week}", series.key, series.unit);
    let at = format!("{} {} {}", lever.key, rounded(value), lever.unit);
    Ok(if in_reach {
        format!("{sought}: {at}\n")
    } else {
        format!("{sought}: out of reach; nearest is {at}, with {}\n", rounded(reached))
    })
}

fn series_of(key: &str) -> Result<Series, Failure> {
    Series::from_key(key)
        .ok_or_else(|| Failure::Request(format!("{key}: no such series; `bathtub series` lists them")))
}

fn number(text: &str) -> Result<f64, Failure> {
    text.parse()
        .ok()
        .filter(|value: &f64| value.is_finite())
        .ok_or_else(|| Failure::Request(format!("target: '{text}' is not a number")))
}

/// Four decimals at most: levers in shares need them, and none needs more.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4 + 0.0
}
