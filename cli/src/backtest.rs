//! `bathtub backtest`.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;

use bathtub_model::backtest::{Backtest, BacktestWeek, Changes, TableFile, remarks};
use bathtub_model::document::{BacktestDocument, BacktestQuestion};
use bathtub_model::{Date, Duck, Error, ParameterId, Scenario};

use crate::Failure;
use crate::args::{named, pairs};
use crate::output::{self, Answer};

#[derive(clap::Args)]
pub struct Options {
    /// First day, like 2025-07-30; the first of the data without it
    #[arg(long, value_name = "DATE")]
    start: Option<String>,
    /// Last day; the last of the data without it
    #[arg(long, value_name = "DATE")]
    end: Option<String>,
    /// Table in place of the published one, CSV in UTF-8: FRED's series (WALCL, WDTGAL, RRPONTSYD,
    /// WRBWFRBL, WCURCIR, IORB, SOFR and others) in FRED's units, or the columns of
    /// data/liquidity_weekly_2015_2025.csv in billions of dollars and per cent; several are merged by
    /// date; 8 MB each at most; - reads standard input
    #[arg(long, value_name = "FILE")]
    data: Vec<OsString>,
    /// Value of a coefficient, in its unit and range; once for each
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    #[arg(long, value_name = "tga=N|runoff=N", help = change_help())]
    change: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

fn change_help() -> String {
    let [tga, runoff] = [ParameterId::Tga, ParameterId::Runoff].map(ParameterId::row);
    format!(
        "What would have been different: tga, the change of the Treasury's account over the first quarter, {} to \
         {} ($bn); runoff all along, {} to {} ({})",
        tga.min, tga.max, runoff.min, runoff.max, runoff.unit
    )
}

pub fn command(options: &Options) -> Result<Answer, Failure> {
    let start = options.start.as_deref().map(|text| date("start", text)).transpose()?;
    let end = options.end.as_deref().map(|text| date("end", text)).transpose()?;
    let mut scenario = Scenario::default();
    for (key, value) in pairs("--set", &options.set, "KEY=VALUE")? {
        if ParameterId::from_key(key)?.is_lever() {
            return Err(Failure::Request(format!(
                "--set {key}: a backtest takes coefficients; published data stand for the levers"
            )));
        }
        scenario = scenario.with_text(key, value)?;
    }
    let mut changes = Changes::default();
    for (key, value) in pairs("--change", &options.change, "tga=… or runoff=…")? {
        changes = match changes.with_text(key, value) {
            Err(Error::UnknownParameter { key }) => {
                return Err(Failure::Request(format!("--change {key}: write tga=… or runoff=…")));
            }
            other => other?,
        };
    }
    if options.data.iter().filter(|path| *path == "-").count() > 1 {
        return Err(Failure::Request("--data -: stands twice, and standard input is read once".into()));
    }
    let data = options.data.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let asked = BacktestQuestion { coefficients: scenario, changes, start, end, tables: data };
    let document = BacktestDocument::new(&asked)?;
    remarks(&asked.tables)?.iter().for_each(|remark| output::complain(&format!("note: {remark}")));
    if options.json {
        return Ok(output::json(document));
    }
    Ok(output::text(match &document.changed {
        None => to_text(&document.found),
        Some(changed) => changed_to_text(&document.found, changed),
    }))
}

/// A table of one's own; of one that is too large no more than shows it.
fn read(path: &OsString) -> Result<TableFile, Failure> {
    let (name, source) = match path.to_str() {
        Some("-") => ("standard input".into(), Ok(Box::new(std::io::stdin()) as Box<dyn Read>)),
        _ => (named(&path.to_string_lossy()), File::open(path).map(|file| Box::new(file) as Box<dyn Read>)),
    };
    let mut bytes = Vec::new();
    source
        .and_then(|source| source.take(TableFile::MOST_BYTES as u64 + 1).read_to_end(&mut bytes))
        .map_err(|e| Failure::System(format!("{name}: {e}")))?;
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|not_text| String::from_utf8_lossy(not_text.as_bytes()).into_owned());
    Ok(TableFile { name, text })
}

fn date(name: &str, text: &str) -> Result<Date, Failure> {
    Date::parse(text)
        .ok_or_else(|| Failure::Request(format!("{name}: '{text}' is not a date like 2025-07-30")))
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
