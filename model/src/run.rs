//! One run: 104 weeks from a dated balance sheet.

use crate::Error;
use crate::drivers::from_levers;
use crate::duck::{Channel, Duck};
use crate::math;
use crate::scenario::Scenario;
use crate::series::{Row, Series};
use crate::shapes;
use crate::spiral::waterfall;
use crate::stage::{self, Reason, Stage};
use crate::start::Opening;
use crate::state::opening;
use crate::steady::Model;
use crate::week::{channels, week};

/// Weeks after the start that a run covers; it records week 0 too.
pub const WEEKS: usize = 104;

/// Week to which read-outs refer unless another is asked for.
pub const DEFAULT_WEEK: usize = 52;

/// Two years, week by week.
#[derive(Clone, Debug)]
pub struct Run {
    scenario: Scenario,
    model: Model<f64>,
    rows: Vec<Row<f64>>,
}

/// The headline numbers of one week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readouts {
    /// Water level, 100 at the reference.
    pub level: f64,
    /// Duration-weighted price index, 100 at the start.
    pub index: f64,
    /// How far the shortage has gone.
    pub stage: Stage,
    /// Which measure sets the stage.
    pub reason: Reason,
    /// SOFR − IORB without period ends, bp.
    pub spread_bp: f64,
}

/// One duck's move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DuckMove {
    /// Price change in per cent; price, not total return.
    pub change_pct: f64,
    /// Parts of the move in logarithms × 100, in the order of [`Channel::ALL`].
    /// Their sum is `100 · ln(1 + change_pct / 100)`.
    pub channels: [f64; Channel::COUNT],
}

impl DuckMove {
    /// Parts of the move in points of per cent, in the order of [`Channel::ALL`]: they add up to
    /// the price change.
    pub fn points(&self) -> [f64; Channel::COUNT] {
        let points = math::log_mean(100.0 + self.change_pct, 100.0) / 100.0;
        self.channels.map(|part| part * points)
    }
}

/// What had to be sold up to a week, $bn since the start.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sales {
    /// Bitcoin, to meet commitments.
    pub bitcoin: f64,
    /// Software stocks, to meet commitments.
    pub software: f64,
    /// Other stocks, to meet commitments.
    pub broad: f64,
    /// Momentum stocks, for redemptions.
    pub momentum: f64,
    /// Assets of levered holders, for margin calls.
    pub margin: f64,
}

/// Readies a model for a scenario.
pub fn model(scenario: &Scenario) -> Model<f64> {
    let opening = Opening::new(&scenario.balance_sheet(), |_, value| value);
    Model::new(*scenario.values(), opening, |_, value| value)
}

/// Runs a scenario.
///
/// ```
/// use bathtub_model::{ParameterId, Scenario, Series, simulate};
/// let calm = simulate(&Scenario::default());
/// assert_eq!(calm.series(Series::Level)[0], 100.0);
///
/// let hawk = simulate(&Scenario::default().with(ParameterId::Runoff, 60.0)?);
/// assert!(hawk.series(Series::Level)[52] < calm.series(Series::Level)[52]);
/// # Ok::<(), bathtub_model::Error>(())
/// ```
pub fn simulate(scenario: &Scenario) -> Run {
    let model = model(scenario);
    let mut rows = vec![Row([0.0; Series::COUNT]); WEEKS + 1];
    let mut state = opening(&model);
    for (t, row) in rows.iter_mut().enumerate() {
        let t = t as f64;
        let drivers = from_levers(&model, t, &state);
        state = week(&model, &drivers, t, &state, row);
    }
    Run { scenario: *scenario, model, rows }
}

impl Run {
    /// A run of `model`, week 0 first.
    pub(crate) fn of(scenario: Scenario, model: Model<f64>, rows: Vec<Row<f64>>) -> Self {
        Run { scenario, model, rows }
    }

    /// The scenario that was run; of a run in rounds that of the first.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The model as it was readied for the scenario.
    pub fn model(&self) -> &Model<f64> {
        &self.model
    }

    /// Every week of one series, week 0 first.
    pub fn series(&self, series: Series) -> Vec<f64> {
        self.rows.iter().map(|row| row[series]).collect()
    }

    /// Every series of every week.
    pub fn rows(&self) -> &[Row<f64>] {
        &self.rows
    }

    /// Every series of one week.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    pub fn at(&self, week: usize) -> Result<&Row<f64>, Error> {
        self.rows.get(week).ok_or(Error::UnknownWeek { week })
    }

    /// The headline numbers of a week.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    pub fn readouts(&self, week: usize) -> Result<Readouts, Error> {
        let row = self.at(week)?;
        let (spread_bp, ratio) = (row[Series::Spread], row[Series::ReserveRatio]);
        Ok(Readouts {
            level: row[Series::Level],
            index: row[Series::Index],
            stage: Stage::from_number(row[Series::Stage]),
            reason: stage::reason(spread_bp, ratio, row[Series::SpiralLoss]),
            spread_bp,
        })
    }

    /// Parts of the price index's move up to a week in logarithms × 100, in the order of
    /// [`Channel::ALL`]. Their sum is `100 · ln(index / 100)`.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    pub fn index_channels(&self, week: usize) -> Result<[f64; Channel::COUNT], Error> {
        let (mut parts, mut weights) = ([0.0; Channel::COUNT], 0.0);
        for duck in Duck::ALL {
            let weight = self.model.exposures[duck as usize].duration * duck.traits().market_value;
            let moved = self.duck(duck, week)?;
            weights += weight;
            for (part, of_duck) in parts.iter_mut().zip(moved.channels) {
                *part += weight * of_duck;
            }
        }
        Ok(parts.map(|part| part / weights))
    }

    /// What sold what up to a week.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    pub fn sales(&self, week: usize) -> Result<Sales, Error> {
        self.at(week)?;
        let mut sum = Sales::default();
        for row in &self.rows[..week] {
            let sold = waterfall(&self.model.p, row[Series::CommitmentSales]);
            sum.bitcoin += sold.bitcoin / shapes::YEAR;
            sum.software += sold.software / shapes::YEAR;
            sum.broad += sold.broad / shapes::YEAR;
            sum.momentum += sold.momentum / shapes::YEAR;
            sum.margin += row[Series::MarginCalls];
        }
        Ok(sum)
    }

    /// A duck's move up to a week, with its channels.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    pub fn duck(&self, duck: Duck, week: usize) -> Result<DuckMove, Error> {
        let row = self.at(week)?;
        Ok(DuckMove {
            change_pct: row[duck.series()],
            channels: channels(&self.model, week as f64, duck, row).map(|part| part * 100.0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ParameterId as P;

    #[test]
    fn parts_of_the_index_add_up_to_it() {
        for (id, value) in [(P::Capex, 1000.0), (P::Rate, 100.0), (P::Shock, 30.0), (P::DurationSaas, 25.0)] {
            let run = simulate(&Scenario::default().with(id, value).unwrap());
            for week in [0, 13, WEEKS] {
                let sum: f64 = run.index_channels(week).unwrap().iter().sum();
                let index = 100.0 * math::ln(run.rows()[week][Series::Index] / 100.0);
                assert!((sum - index).abs() < 1e-9, "{id:?}, week {week}: {sum} for {index}");
            }
        }
        let rate = simulate(&Scenario::default().with(P::Rate, 100.0).unwrap());
        let parts = rate.index_channels(52).unwrap();
        assert!(parts[Channel::Discount as usize] < -1.0, "{parts:?}");
        assert!(rate.index_channels(WEEKS + 1).is_err());
    }
}
