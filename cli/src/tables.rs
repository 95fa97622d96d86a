//! `bathtub parameters`, `bathtub starts` and `bathtub series`.

use bathtub_model::{PARAMETERS, SERIES, STARTS};
use serde_json::{Value, json};

use crate::output::{self, Answer};

#[derive(clap::Args)]
pub struct Options {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn parameters(options: &Options) -> Answer {
    if options.json {
        let rows: Vec<Value> = PARAMETERS
            .iter()
            .map(|row| {
                json!({
                    "key": row.key,
                    "label": row.label,
                    "unit": row.unit.name(),
                    "min": row.min,
                    "max": row.max,
                    "step": row.step,
                    "default": row.default,
                    "tag": row.tag.name(),
                    "source": row.id.text().source,
                    "group": row.group.name(),
                    "help": row.id.text().help,
                })
            })
            .collect();
        return output::json(rows);
    }
    output::text(
        PARAMETERS
            .iter()
            .map(|row| {
                format!(
                    "{:<24} {:>9} [{}, {}] {} ({}) — {}\n",
                    row.key,
                    row.default,
                    row.min,
                    row.max,
                    row.unit,
                    row.tag.name(),
                    row.label,
                )
            })
            .collect(),
    )
}

pub fn starts(options: &Options) -> Answer {
    if options.json {
        let rows: Vec<Value> = STARTS
            .iter()
            .map(|start| {
                json!({
                    "date": start.date,
                    "fed_assets_bn": start.fed_assets,
                    "reserves_bn": start.reserves,
                    "on_rrp_bn": start.on_rrp,
                    "tga_bn": start.tga,
                    "currency_bn": start.currency,
                    "bank_assets_bn": start.bank_assets,
                    "iorb_pct": start.iorb,
                    "ten_year_pct": start.ten_year,
                    "spread_bp": start.spread,
                    "capex_bn": start.capex,
                    "dry_powder_bn": start.dry,
                })
            })
            .collect();
        return output::json(rows);
    }
    output::text(
        STARTS
            .iter()
            .map(|s| {
                format!(
                    "{}  Fed {:.0}  reserves {:.0}  TGA {:.0}  ON RRP {:.0}  SOFR − IORB {:+.0} bp\n",
                    s.date, s.fed_assets, s.reserves, s.tga, s.on_rrp, s.spread
                )
            })
            .collect(),
    )
}

pub fn series(options: &Options) -> Answer {
    if options.json {
        let rows: Vec<Value> = SERIES
            .iter()
            .map(|row| json!({"key": row.key, "unit": row.unit.name(), "meaning": row.meaning}))
            .collect();
        return output::json(rows);
    }
    output::text(
        SERIES.iter().map(|row| format!("{:<24} {:<12} {}\n", row.key, row.unit, row.meaning)).collect(),
    )
}
