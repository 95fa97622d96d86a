//! `bathtub backtest`.

use bathtub_model::backtest::{Backtest, BankAssets, Pair, PublishedWeeks, Rmse, backtest};
use bathtub_model::{Date, Duck, MODEL_VERSION, Scenario};
use serde_json::{Map, Value, json};

use crate::Failure;

const WEEKLY: &str = include_str!("../../data/liquidity_weekly_2015_2025.csv");
const BANKS: &str = include_str!("../../data/commercial_banks_weekly_2015_2025.csv");

pub fn command(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    use lexopt::prelude::*;
    let (mut start, mut end, mut data, mut as_json) = (None, None, None, false);
    let mut scenario = Scenario::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => as_json = true,
            Long("start") => start = Some(date("start", &parser.value()?.string()?)?),
            Long("end") => end = Some(date("end", &parser.value()?.string()?)?),
            Long("data") => data = Some(parser.value()?),
            Long("set") => {
                let text = parser.value()?.string()?;
                let (key, value) = text
                    .split_once('=')
                    .ok_or_else(|| Failure::Request(format!("--set {text}: write KEY=VALUE")))?;
                scenario = scenario.with_text(key, value)?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let text = match &data {
        None => WEEKLY.to_owned(),
        Some(path) => std::fs::read_to_string(path)
            .map_err(|e| Failure::System(format!("{}: {e}", path.to_string_lossy())))?,
    };
    let published = PublishedWeeks::from_csv(&text)?;
    let rows = published.rows();
    let (first, last) = (rows[0].date, rows[rows.len() - 1].date);
    let (start, end) = (start.unwrap_or(first), end.unwrap_or(last));
    for (name, day) in [("start", start), ("end", end)] {
        if day < first || day > last {
            return Err(Failure::Request(format!("{name}: {day} is outside the data, {first} to {last}")));
        }
    }
    let found = backtest(&published, &BankAssets::from_csv(BANKS)?, &scenario, start, end)?;
    if as_json { Ok(format!("{:#}\n", to_json(&found))) } else { Ok(to_text(&found)) }
}

fn date(name: &str, text: &str) -> Result<Date, Failure> {
    Date::parse(text)
        .ok_or_else(|| Failure::Request(format!("{name}: '{text}' is not a date like 2025-07-30")))
}

fn to_json(found: &Backtest) -> Value {
    let pair = |pair: &Pair| json!({"model": pair.model, "actual": pair.actual});
    let errors =
        |e: &Rmse| json!({"reserves_bn": e.reserves_bn, "on_rrp_bn": e.on_rrp_bn, "spread_bp": e.spread_bp});
    let weeks: Vec<Value> = found
        .weeks
        .iter()
        .map(|week| {
            let ducks: Map<String, Value> =
                Duck::ALL.iter().zip(week.ducks).map(|(d, change)| (d.key().into(), json!(change))).collect();
            json!({
                "date": week.date.to_string(),
                "reserves_bn": pair(&week.reserves_bn),
                "on_rrp_bn": pair(&week.on_rrp_bn),
                "spread_bp": pair(&week.spread_bp),
                "level": week.level,
                "ducks": ducks,
            })
        })
        .collect();
    json!({
        "model_version": MODEL_VERSION,
        "weeks": weeks,
        "rmse": errors(&found.rmse),
        "rmse_no_change": errors(&found.rmse_no_change),
        "rmse_zero_spread": {"spread_bp": found.rmse_zero_spread},
    })
}

fn to_text(found: &Backtest) -> String {
    let show = |value: Option<f64>| value.map_or("—".into(), |v| format!("{v:.1}"));
    let mut text = format!(
        "{} to {}, {} weeks\nroot-mean-square error     model  no change  zero\n",
        found.weeks[0].date,
        found.weeks[found.weeks.len() - 1].date,
        found.weeks.len() - 1,
    );
    let (model, none) = (&found.rmse, &found.rmse_no_change);
    for (name, model, none, zero) in [
        ("reserves, $bn", model.reserves_bn, none.reserves_bn, None),
        ("reverse repo, $bn", model.on_rrp_bn, none.on_rrp_bn, None),
        ("SOFR − IORB, bp", model.spread_bp, none.spread_bp, found.rmse_zero_spread),
    ] {
        text += &format!("{name:<24}{:>8}{:>11}{:>6}\n", show(model), show(none), show(zero));
    }
    text
}
