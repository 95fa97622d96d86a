//! `bathtub parameters`, `bathtub starts` and `bathtub series`.

use bathtub_model::{PARAMETERS, SERIES, STARTS};
use serde_json::{Value, json};

use crate::Failure;

fn as_json(parser: &mut lexopt::Parser) -> Result<bool, Failure> {
    use lexopt::prelude::*;
    let mut json = false;
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => json = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(json)
}

pub fn parameters(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    if as_json(parser)? {
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
        return Ok(format!("{:#}\n", Value::from(rows)));
    }
    Ok(PARAMETERS
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
        .collect())
}

pub fn starts(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    if as_json(parser)? {
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
        return Ok(format!("{:#}\n", Value::from(rows)));
    }
    Ok(STARTS
        .iter()
        .map(|s| {
            format!(
                "{}  Fed {:.0}  reserves {:.0}  TGA {:.0}  ON RRP {:.0}  SOFR − IORB {:+.0} bp\n",
                s.date, s.fed_assets, s.reserves, s.tga, s.on_rrp, s.spread
            )
        })
        .collect())
}

pub fn series(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    if as_json(parser)? {
        let rows: Vec<Value> = SERIES
            .iter()
            .map(|row| json!({"key": row.key, "unit": row.unit.name(), "meaning": row.meaning}))
            .collect();
        return Ok(format!("{:#}\n", Value::from(rows)));
    }
    Ok(SERIES.iter().map(|row| format!("{:<24} {:<12} {}\n", row.key, row.unit, row.meaning)).collect())
}
