//! What moved a setting, as a document: `bathtub attribute --json`.

use serde::Serialize;

use super::ByKey;
use crate::analysis::Analysis;
use crate::attribution::Player;
use crate::ensemble::QUANTILE_KEYS;
use crate::level::{LevelChannel, level_channels};
use crate::run::simulate;
use crate::scenario::Scenario;
use crate::{Error, MODEL_VERSION};

/// What moved level and index, what else would have moved as much, the next $100bn of AI capex, and
/// the assumptions that matter most.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AttributionDocument {
    /// Version of the equations and coefficients.
    pub model_version: &'static str,
    /// Date of the balance sheet that the run begins from, ISO 8601.
    pub start: &'static str,
    /// The week that is asked about.
    pub week: usize,
    /// Who moved how much; together, the total.
    pub shares: Vec<ShareEntry>,
    /// Points of the level and per cent of the index in all.
    pub total: Option<Pair>,
    /// The level's move by channel, points.
    pub level_channels: ByKey<f64>,
    /// What moves the index as much.
    pub equivalents: Option<EquivalentsEntry>,
    /// What the next $100bn of AI capex does.
    pub next_100bn: Option<MarginalEntry>,
    /// By assumption, the most important first.
    pub swings: Vec<SwingEntry>,
    /// The level's band with the tank drawn too.
    pub level_with_tank_drawn: TankBand,
}

/// A number for the level, points, and one for the index, per cent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// Level, points.
    pub level: f64,
    /// Index, per cent.
    pub index: f64,
}

/// What one parameter or group moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareEntry {
    /// Key of a parameter, name of a group, or `assumptions`.
    pub key: &'static str,
    /// `parameter`, `group` or `assumptions`.
    pub kind: &'static str,
    /// Points of the level.
    pub level: f64,
    /// Per cent of the index.
    pub index: f64,
}

/// What else would have moved the index as much.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EquivalentsEntry {
    /// The move of the index, per cent.
    pub index_pct: f64,
    /// Coupon runoff in all, $bn; none in range.
    pub runoff_bn: Option<f64>,
    /// Hikes of 25 basis points; none in range.
    pub hikes: Option<f64>,
    /// The same by the S&P 500.
    pub hikes_sp500: Option<f64>,
}

/// What the next $100bn a year of AI capex does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarginalEntry {
    /// To the level after 52 weeks, points.
    pub level_52: f64,
    /// To the level after 104 weeks, points.
    pub level_104: f64,
    /// The tank at which the effect changes its sign, $bn; none where it keeps it.
    pub sign_change_dry: Option<f64>,
}

/// What the level does when an assumption goes from one end of its range to the other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SwingEntry {
    /// Key of the assumption.
    pub key: &'static str,
    /// Level at the lower end, against the setting, points.
    pub low: f64,
    /// The same at the upper end.
    pub high: f64,
}

/// A band of the level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TankBand {
    /// Draws behind it.
    pub draws: usize,
    /// By quantile, week 0 first.
    pub quantiles: ByKey<Vec<f64>>,
}

/// The key of who moved, and of what kind it is.
fn named(player: &Player) -> (&'static str, &'static str) {
    match player {
        Player::Parameter(id) => (id.row().key, "parameter"),
        Player::Group(group) => (group.name(), "group"),
        Player::Assumptions => ("assumptions", "assumptions"),
    }
}

impl AttributionDocument {
    /// Works everything out, in thousands of runs.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    pub fn new(scenario: &Scenario, week: usize) -> Result<Self, Error> {
        let untouched = Scenario::new(scenario.start());
        let channels = level_channels(&simulate(scenario), &simulate(&untouched), week)?;
        let mut analysis = Analysis::new(scenario, week)?;
        while analysis.advance() {}
        let found = analysis.findings();
        // Parts and totals are in the order of `analysis::TARGETS`.
        let pair = |parts: &[f64]| Pair { level: parts[0], index: parts[1] };
        let shares = found.attribution.iter().flat_map(|found| &found.shares).map(|share| {
            let (key, kind) = named(&share.player);
            let Pair { level, index } = pair(&share.parts);
            ShareEntry { key, kind, level, index }
        });
        let swings = found.tornado.iter().flatten();
        let weeks = |i: usize| found.tank_band.iter().map(|week| week[i]).collect();
        Ok(AttributionDocument {
            model_version: MODEL_VERSION,
            start: scenario.start().date,
            week,
            shares: shares.collect(),
            total: found.attribution.as_ref().map(|found| pair(&found.total)),
            level_channels: LevelChannel::ALL.map(LevelChannel::key).into_iter().zip(channels).collect(),
            equivalents: found.equivalents.map(|found| EquivalentsEntry {
                index_pct: found.index_pct,
                runoff_bn: found.runoff_bn,
                hikes: found.hikes,
                hikes_sp500: found.hikes_sp500,
            }),
            next_100bn: found.marginal.map(|found| MarginalEntry {
                level_52: found.level_52,
                level_104: found.level_104,
                sign_change_dry: found.sign_change_dry,
            }),
            swings: swings
                .map(|swing| SwingEntry { key: swing.id.row().key, low: swing.low, high: swing.high })
                .collect(),
            level_with_tank_drawn: TankBand {
                draws: found.draws,
                quantiles: QUANTILE_KEYS.into_iter().enumerate().map(|(i, key)| (key, weeks(i))).collect(),
            },
        })
    }
}
