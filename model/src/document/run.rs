//! A run as a document: what `bathtub run --json` prints and what the page saves as JSON.
//!
//! `www/schema/run.json` describes it; a test keeps that file in step with the tables of
//! parameters, series and ducks.

use super::{ByKey, one_zero};
use crate::duck::{Channel, Duck};
use crate::ensemble::{Ensemble, QUANTILE_KEYS};
use crate::level::{LevelChannel, level_channels};
use crate::parameters::PARAMETERS;
use crate::run::{Run, WEEKS, simulate};
use crate::scenario::Scenario;
use crate::series::Series;
use crate::unit::Unit;
use crate::{DATA_DATE, Error, MODEL_VERSION, shapes};

/// Name and version of the shape of [`RunDocument`]: a change that a reader of the last version
/// could stumble over raises the number.
pub const RUN_SCHEMA: &str = "liquidity-bathtub/run/1";

/// Everything about one run.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct RunDocument {
    /// [`RUN_SCHEMA`].
    pub schema: &'static str,
    /// Version of the equations and coefficients.
    pub model_version: &'static str,
    /// Date of the newest balance sheet that the model has, ISO 8601.
    pub data_date: &'static str,
    /// Date of the balance sheet that the run begins from, ISO 8601.
    pub start: &'static str,
    /// For a start out of the weekly table, the curated start that lends what the table lacks:
    /// capital spending, cash flow, the tank, market values, GDP, stablecoins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest_start: Option<&'static str>,
    /// Week of `readouts`, `level_channels` and `ducks`, 0 to [`crate::WEEKS`].
    pub week: usize,
    /// Every parameter by key, in the unit of its row.
    pub settings: ByKey<f64>,
    /// Keys of the parameters that differ from the start.
    pub changed: Vec<&'static str>,
    /// Unit of each series.
    pub units: ByKey<Unit>,
    /// Every series by key, week 0 first.
    pub series: ByKey<Vec<f64>>,
    /// Headline numbers of the week.
    pub readouts: WeekReadouts,
    /// What moved the level against the untouched start, points, by [`LevelChannel`].
    pub level_channels: ByKey<f64>,
    /// Moves of the ducks up to the week.
    pub ducks: ByKey<DuckEntry>,
    /// Quantiles over draws of the coefficients, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bands: Option<Bands>,
}

/// Headline numbers of a week.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct WeekReadouts {
    /// Water level, 100 at the reference.
    pub level: f64,
    /// Duration-weighted price index, 100 at the start.
    pub index: f64,
    /// How far the shortage has gone, 0 to 3.
    pub stage: u8,
    /// The same as a word.
    pub stage_name: &'static str,
    /// Which measure sets the stage.
    pub stage_reason: &'static str,
    /// SOFR − IORB without period ends, bp.
    pub spread_bp: f64,
    /// Reserves over bank assets, %.
    pub reserve_ratio_pct: f64,
    /// Whether reserves are scarcer than experience covers.
    pub beyond_experience: bool,
    /// Premium for scarce capital, bp.
    pub scarcity_bp: f64,
    /// Ten-year yield against the start, bp.
    pub ten_year_change_bp: f64,
    /// Next week's forced loss for each unit of loss beyond the buffer, times.
    pub spiral_gain: f64,
}

/// A duck's move.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct DuckEntry {
    /// Price change in %; price, not total return.
    pub change_pct: f64,
    /// Parts of the move in logarithms × 100, by [`Channel`].
    pub channels: ByKey<f64>,
}

/// Quantiles of every series, week by week.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Bands {
    /// Draws behind them.
    pub draws: usize,
    /// By series, then by quantile (`p5` to `p95`), week 0 first; kept in single precision.
    pub series: ByKey<ByKey<Vec<f64>>>,
}

/// Numbers that are kept at a time for quantiles: 64 MB of them.
const MOST_KEPT: usize = 16_000_000;

impl Bands {
    /// Most draws: more would move no quantile by what is shown, and take minutes.
    pub const MOST_DRAWS: usize = 16_384;

    /// Draws the coefficients of a scenario `draws` times, rounded up to whole batches, and runs
    /// each draw; never more than [`Bands::MOST_DRAWS`]. Many draws are run several times over, so
    /// that memory does not grow with them.
    pub fn new(scenario: &Scenario, draws: usize) -> Self {
        let draws = draws.clamp(1, Bands::MOST_DRAWS);
        let mut bands = Bands::default();
        for some in Bands::at_once(&Series::ALL, draws) {
            let mut ensemble = Ensemble::new(scenario, some, draws);
            ensemble.finish();
            bands.add(&ensemble, some);
        }
        bands
    }

    /// The series in lists that are short enough for memory. A series has the same bits whatever else
    /// is kept.
    pub fn at_once(series: &[Series], draws: usize) -> std::slice::Chunks<'_, Series> {
        series.chunks((MOST_KEPT / ((WEEKS + 1) * draws.max(1))).max(1))
    }

    /// Adds series of an ensemble that keeps them.
    pub fn add(&mut self, ensemble: &Ensemble, series: &[Series]) {
        self.draws = ensemble.draws();
        self.series.extend(series.iter().map(|series| {
            let weeks = ensemble.band(*series).unwrap_or_default();
            let quantile = |i: usize| weeks.iter().map(|week| one_zero(week[i])).collect();
            let quantiles = QUANTILE_KEYS.into_iter().enumerate();
            (series.row().key, quantiles.map(|(i, key)| (key, quantile(i))).collect())
        }));
    }
}

impl RunDocument {
    /// The document of a run with the read-outs of a week; it takes another run, of the untouched
    /// start, to say what moved the level.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    ///
    /// ```
    /// use bathtub_model::document::RunDocument;
    /// use bathtub_model::{ParameterId, Scenario, simulate};
    /// let run = simulate(&Scenario::default().with(ParameterId::Tga, 300.0)?);
    /// let document = RunDocument::new(&run, 52)?;
    /// assert_eq!(document.changed, ["tga"]);
    /// assert_eq!(document.series.get("level").map(Vec::len), Some(105));
    /// # Ok::<(), bathtub_model::Error>(())
    /// ```
    pub fn new(run: &Run, week: usize) -> Result<Self, Error> {
        let scenario = run.scenario();
        let untouched = simulate(&Scenario::new(scenario.start()));
        let level = level_channels(run, &untouched, week)?.map(one_zero);
        let weeks = |series: Series| run.series(series).into_iter().map(one_zero).collect();
        let mut ducks = Vec::with_capacity(Duck::COUNT);
        for duck in Duck::ALL {
            let moved = run.duck(duck, week)?;
            let channels = moved.channels.map(one_zero);
            let channels = Channel::ALL.map(Channel::key).into_iter().zip(channels).collect();
            ducks.push((duck.key(), DuckEntry { change_pct: one_zero(moved.change_pct), channels }));
        }
        Ok(RunDocument {
            schema: RUN_SCHEMA,
            model_version: MODEL_VERSION,
            data_date: DATA_DATE,
            start: scenario.start().date,
            nearest_start: scenario.start().nearest,
            week,
            settings: PARAMETERS.iter().map(|row| (row.key, one_zero(scenario.get(row.id)))).collect(),
            changed: scenario.changed().map(|id| id.row().key).collect(),
            units: Series::ALL.iter().map(|series| (series.row().key, series.row().unit)).collect(),
            series: Series::ALL.iter().map(|series| (series.row().key, weeks(*series))).collect(),
            readouts: WeekReadouts::new(run, week)?,
            level_channels: LevelChannel::ALL.map(LevelChannel::key).into_iter().zip(level).collect(),
            ducks: ByKey(ducks),
            bands: None,
        })
    }
}

impl WeekReadouts {
    /// The headline numbers of a week.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    pub fn new(run: &Run, week: usize) -> Result<Self, Error> {
        let (readouts, row) = (run.readouts(week)?, run.at(week)?);
        Ok(WeekReadouts {
            level: one_zero(readouts.level),
            index: one_zero(readouts.index),
            stage: readouts.stage as u8,
            stage_name: readouts.stage.key(),
            stage_reason: readouts.reason.key(),
            spread_bp: one_zero(readouts.spread_bp),
            reserve_ratio_pct: one_zero(row[Series::ReserveRatio]),
            beyond_experience: row[Series::ReserveRatio] < shapes::BEYOND_EXPERIENCE,
            scarcity_bp: one_zero(row[Series::Scarcity]),
            ten_year_change_bp: one_zero(row[Series::TenYearChange]),
            spiral_gain: one_zero(row[Series::SpiralGain]),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ParameterId;
    use crate::ensemble::LANES;

    #[test]
    fn a_document_has_the_numbers_of_its_run() {
        let run = simulate(&Scenario::default().with(ParameterId::Capex, 900.0).unwrap());
        let document = RunDocument::new(&run, 26).unwrap();
        assert_eq!(document.settings.get("capex"), Some(&900.0));
        assert_eq!(document.series.get("level"), Some(&run.series(Series::Level)));
        assert_eq!(document.units.get("level"), Some(&Unit::Index));
        assert_eq!(document.readouts.level, run.rows()[26][Series::Level]);
        assert_eq!(document.series.get("no_such_series"), None);
        let keys: Vec<_> = document.ducks.iter().map(|row| row.0).collect();
        assert_eq!(keys, Duck::ALL.map(Duck::key));
    }

    /// A program that writes JSON may print −0 as `-0.0` or as `0`: a document has none.
    #[test]
    fn no_zero_has_a_sign() {
        let run = simulate(&Scenario::default().with(ParameterId::Tga, 300.0).unwrap());
        assert!(
            run.duck(Duck::Bitcoin, 52)
                .unwrap()
                .channels
                .iter()
                .any(|part| part.to_bits() == (-0.0_f64).to_bits())
        );
        let bands = Some(Bands::new(run.scenario(), 8));
        let document = RunDocument { bands, ..RunDocument::new(&run, 52).unwrap() };
        let text = serde_json::to_string(&document).unwrap();
        assert!(!text.contains("-0.0,") && !text.contains("-0.0}") && !text.contains("-0.0]"), "{text}");
    }

    #[test]
    fn a_week_beyond_the_run_is_an_error() {
        let run = simulate(&Scenario::default());
        assert_eq!(RunDocument::new(&run, WEEKS + 1), Err(Error::UnknownWeek { week: WEEKS + 1 }));
    }

    #[test]
    fn bands_of_many_draws_are_those_of_one_ensemble() {
        let scenario = Scenario::default();
        let draws = MOST_KEPT.div_ceil((WEEKS + 1) * Series::COUNT) + LANES;
        let bands = Bands::new(&scenario, draws);
        let ends = [Series::ALL[0], Series::ALL[Series::COUNT - 1]];
        let mut whole = Ensemble::new(&scenario, &ends, draws);
        whole.finish();
        assert_eq!(bands.draws, whole.draws());
        assert_eq!(
            bands.series.iter().map(|band| band.0).collect::<Vec<_>>(),
            Series::ALL.map(|s| s.row().key)
        );
        for series in ends {
            let low: Vec<f64> = whole.band(series).unwrap().iter().map(|week| one_zero(week[0])).collect();
            assert_eq!(bands.series.get(series.row().key).unwrap().get("p5"), Some(&low));
        }
    }

    #[test]
    fn bands_have_every_series_and_as_many_draws_as_a_batch() {
        let bands = Bands::new(&Scenario::default().with(ParameterId::Tga, 700.0).unwrap(), 5);
        assert_eq!((bands.draws, bands.series.iter().count()), (8, Series::COUNT));
        let level = bands.series.get("level").unwrap();
        assert!(level.get("p5").unwrap()[52] < level.get("p95").unwrap()[52]);
    }
}
