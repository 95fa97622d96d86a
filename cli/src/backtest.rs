//! `bathtub backtest`.

use bathtub_model::backtest::{
    Amounts, Backtest, BacktestWeek, Changes, Pair, Published, PublishedWeeks, Rmse, TableFile, backtest,
};
use bathtub_model::{Date, Duck, Error, MODEL_VERSION, ParameterId, Scenario};
use serde_json::{Map, Value, json};

use crate::Failure;
use crate::published::TABLES;

pub fn command(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    use lexopt::prelude::*;
    let (mut start, mut end, mut data, mut as_json) = (None, None, Vec::new(), false);
    let mut scenario = Scenario::default();
    let mut changes = Changes::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => as_json = true,
            Long("start") => start = Some(date("start", &parser.value()?.string()?)?),
            Long("end") => end = Some(date("end", &parser.value()?.string()?)?),
            Long("data") => data.push(read(&parser.value()?)?),
            Long("set") => {
                let text = parser.value()?.string()?;
                let (key, value) = text
                    .split_once('=')
                    .ok_or_else(|| Failure::Request(format!("--set {text}: write KEY=VALUE")))?;
                let id = ParameterId::from_key(key)?;
                if id.is_lever() {
                    return Err(Failure::Request(format!(
                        "--set {key}: a backtest takes coefficients; published data stand for the levers"
                    )));
                }
                scenario = scenario.with_text(key, value)?;
            }
            Long("change") => {
                let text = parser.value()?.string()?;
                let (key, value) = text
                    .split_once('=')
                    .ok_or_else(|| Failure::Request(format!("--change {text}: write tga=… or runoff=…")))?;
                changes = match changes.with_text(key, value) {
                    Err(Error::UnknownParameter { key }) => {
                        return Err(Failure::Request(format!("--change {key}: write tga=… or runoff=…")));
                    }
                    other => other?,
                };
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let [weekly, banks, bills] = TABLES;
    let published = match &data[..] {
        [] => PublishedWeeks::from_csv(weekly)?,
        files => PublishedWeeks::from_files(files)?,
    };
    let rows = published.rows();
    let (first, last) = (rows[0].date, rows[rows.len() - 1].date);
    let (start, end) = (start.unwrap_or(first), end.unwrap_or(last));
    for (name, day) in [("start", start), ("end", end)] {
        if day < first || day > last {
            return Err(Failure::Request(format!("{name}: {day} is outside the data, {first} to {last}")));
        }
    }
    let (banks, bills) = (Amounts::bank_assets(banks)?, Amounts::bills(bills)?);
    let published = Published { weeks: &published, banks: &banks, bills: &bills };
    let as_published = backtest(&published, &scenario, &Changes::default(), start, end)?;
    let changed = (changes != Changes::default())
        .then(|| backtest(&published, &scenario, &changes, start, end))
        .transpose()?;
    Ok(match (as_json, &changed) {
        (true, _) => format!("{:#}\n", to_json(&as_published, changed.as_ref())),
        (false, None) => to_text(&as_published),
        (false, Some(changed)) => changed_to_text(&as_published, changed),
    })
}

/// A table of one's own.
fn read(path: &std::ffi::OsStr) -> Result<TableFile, Failure> {
    let name = path.to_string_lossy().into_owned();
    let bytes = std::fs::read(path).map_err(|e| Failure::System(format!("{name}: {e}")))?;
    Ok(TableFile { name, text: String::from_utf8_lossy(&bytes).into_owned() })
}

fn date(name: &str, text: &str) -> Result<Date, Failure> {
    Date::parse(text)
        .ok_or_else(|| Failure::Request(format!("{name}: '{text}' is not a date like 2025-07-30")))
}

fn to_json(found: &Backtest, changed: Option<&Backtest>) -> Value {
    let pair = |pair: &Pair| json!({"model": pair.model, "actual": pair.actual});
    let errors =
        |e: &Rmse| json!({"reserves_bn": e.reserves_bn, "on_rrp_bn": e.on_rrp_bn, "spread_bp": e.spread_bp});
    let weeks = |of: &Backtest| -> Vec<Value> {
        let week = |week: &BacktestWeek| {
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
        };
        of.weeks.iter().map(week).collect()
    };
    json!({
        "model_version": MODEL_VERSION,
        "weeks": weeks(found),
        "changed_weeks": changed.map(weeks),
        "rmse": errors(&found.rmse),
        "rmse_no_change": errors(&found.rmse_no_change),
        "rmse_rrp_first": {
            "reserves_bn": found.rmse_rrp_first.reserves_bn,
            "on_rrp_bn": found.rmse_rrp_first.on_rrp_bn,
        },
        "rmse_zero_spread": {"spread_bp": found.rmse_zero_spread},
    })
}

fn heading(found: &Backtest) -> String {
    let (first, last) = (&found.weeks[0], &found.weeks[found.weeks.len() - 1]);
    let weeks = found.weeks.len() - 1;
    format!("{} to {}, {weeks} {}\n", first.date, last.date, if weeks == 1 { "week" } else { "weeks" })
}

fn to_text(found: &Backtest) -> String {
    let show = |value: Option<f64>| value.map_or("—".into(), |v| format!("{v:.1}"));
    let mut text = heading(found);
    text += "root-mean-square error     model  no change  reverse repo first  zero\n";
    let (model, none, first) = (&found.rmse, &found.rmse_no_change, &found.rmse_rrp_first);
    for (name, model, none, first, zero) in [
        ("reserves, $bn", model.reserves_bn, none.reserves_bn, first.reserves_bn, None),
        ("reverse repo, $bn", model.on_rrp_bn, none.on_rrp_bn, first.on_rrp_bn, None),
        ("SOFR − IORB, bp", model.spread_bp, none.spread_bp, None, found.rmse_zero_spread),
    ] {
        let (model, none, first, zero) = (show(model), show(none), show(first), show(zero));
        text += &format!("{name:<24}{model:>8}{none:>11}{first:>20}{zero:>6}\n");
    }
    text
}

/// What the model says would have happened, at the end and where the spread was furthest apart.
fn changed_to_text(as_published: &Backtest, changed: &Backtest) -> String {
    let pairs = || as_published.weeks.iter().zip(&changed.weeks);
    let apart = |(a, b): &(&BacktestWeek, &BacktestWeek)| (b.spread_bp.model - a.spread_bp.model).abs();
    let widest = pairs().max_by(|a, b| apart(a).total_cmp(&apart(b)));
    let mut text = heading(changed);
    text += "all other paths as published     with the change  as published\n";
    for (when, pair) in [("at most", widest), ("at the end", pairs().next_back())] {
        let Some((a, b)) = pair else { continue };
        text += &format!("{} ({when})\n", a.date);
        let mut row = |name: &str, b: f64, a: f64| text += &format!("  {name:<31}{b:>15.2}{a:>14.2}\n");
        row("SOFR − IORB, bp", b.spread_bp.model, a.spread_bp.model);
        row("reserves, $bn", b.reserves_bn.model, a.reserves_bn.model);
        row("level", b.level, a.level);
        for duck in Duck::ALL {
            row(&format!("{}, %", duck.key()), b.ducks[duck as usize], a.ducks[duck as usize]);
        }
    }
    text
}
