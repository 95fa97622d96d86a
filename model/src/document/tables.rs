//! The tables as documents: `bathtub parameters`, `starts`, `series` and `scenarios` with `--json`.

use serde::Serialize;

use super::ByKey;
use crate::parameters::{PARAMETERS, Parameter};
use crate::preset::{PRESETS, Preset};
use crate::series::{SERIES, SeriesRow};
use crate::start::{STARTS, Start};
use crate::unit::Unit;

/// A lever or coefficient.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParameterEntry {
    /// Key in settings, links and files.
    pub key: &'static str,
    /// Name in English.
    pub label: &'static str,
    /// Unit of the numbers of the row.
    pub unit: Unit,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// What a key press on its slider adds.
    pub step: f64,
    /// Value at the default start.
    pub default: f64,
    /// Whether it is data, an estimate or an assumption.
    pub tag: &'static str,
    /// Where the numbers are from.
    pub source: &'static str,
    /// The group of controls that it stands in.
    pub group: &'static str,
    /// What it means.
    pub help: &'static str,
}

impl From<&Parameter> for ParameterEntry {
    fn from(row: &Parameter) -> Self {
        let text = row.id.text();
        ParameterEntry {
            key: row.key,
            label: row.label,
            unit: row.unit,
            min: row.min,
            max: row.max,
            step: row.step,
            default: row.default,
            tag: row.tag.name(),
            source: text.source,
            group: row.group.name(),
            help: text.help,
        }
    }
}

/// Every lever and coefficient.
pub fn parameters() -> Vec<ParameterEntry> {
    PARAMETERS.iter().map(Into::into).collect()
}

/// A balance sheet that a run can begin from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StartEntry {
    /// Its day, ISO 8601.
    pub date: &'static str,
    /// Total assets of the Fed.
    pub fed_assets_bn: f64,
    /// Reserves of banks.
    pub reserves_bn: f64,
    /// Overnight reverse repo.
    pub on_rrp_bn: f64,
    /// The Treasury's account.
    pub tga_bn: f64,
    /// Currency.
    pub currency_bn: f64,
    /// Assets of commercial banks.
    pub bank_assets_bn: f64,
    /// Interest on reserves.
    pub iorb_pct: f64,
    /// Yield of ten-year Treasuries.
    pub ten_year_pct: f64,
    /// SOFR − IORB.
    pub spread_bp: f64,
    /// AI capex a year.
    pub capex_bn: f64,
    /// Dry powder in the tank.
    pub dry_powder_bn: f64,
}

impl From<&Start> for StartEntry {
    fn from(start: &Start) -> Self {
        StartEntry {
            date: start.date,
            fed_assets_bn: start.fed_assets,
            reserves_bn: start.reserves,
            on_rrp_bn: start.on_rrp,
            tga_bn: start.tga,
            currency_bn: start.currency,
            bank_assets_bn: start.bank_assets,
            iorb_pct: start.iorb,
            ten_year_pct: start.ten_year,
            spread_bp: start.spread,
            capex_bn: start.capex,
            dry_powder_bn: start.dry,
        }
    }
}

/// The curated balance sheets.
pub fn starts() -> Vec<StartEntry> {
    STARTS.iter().map(Into::into).collect()
}

/// A series that a run records.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeriesEntry {
    /// Key in files and results.
    pub key: &'static str,
    /// Its unit.
    pub unit: Unit,
    /// What it is.
    pub meaning: &'static str,
}

impl From<&SeriesRow> for SeriesEntry {
    fn from(row: &SeriesRow) -> Self {
        SeriesEntry { key: row.key, unit: row.unit, meaning: row.meaning }
    }
}

/// Every series.
pub fn series() -> Vec<SeriesEntry> {
    SERIES.iter().map(Into::into).collect()
}

/// A prepared scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScenarioEntry {
    /// Key in settings and links.
    pub key: &'static str,
    /// Name in English.
    pub title: &'static str,
    /// Day of the balance sheet that it begins from, ISO 8601.
    pub start: &'static str,
    /// The week in which it happens.
    pub week: usize,
    /// What it sets, by key, in the unit of the parameter.
    pub settings: ByKey<f64>,
    /// What to look at.
    pub look: &'static str,
    /// Which numbers are data and which are assumed.
    pub data: &'static str,
    /// What to try next.
    pub next: &'static str,
}

impl From<&Preset> for ScenarioEntry {
    fn from(preset: &Preset) -> Self {
        let text = preset.text();
        ScenarioEntry {
            key: preset.key,
            title: preset.title,
            start: preset.start,
            week: preset.week,
            settings: preset.levers.iter().map(|(id, value)| (id.row().key, *value)).collect(),
            look: text.look,
            data: text.data,
            next: text.next,
        }
    }
}

/// Every prepared scenario, in the order of the argument.
pub fn scenarios() -> Vec<ScenarioEntry> {
    PRESETS.iter().map(Into::into).collect()
}
