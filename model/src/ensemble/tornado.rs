//! Which coefficient matters most: each alone, from end to end of its range.

use super::{LANES, each};
use crate::parameters::ParameterId;
use crate::run::WEEKS;
use crate::scenario::Scenario;
use crate::series::Series;

/// How far one coefficient alone moves a number, from end to end of its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// The coefficient.
    pub id: ParameterId,
    /// The number with the coefficient at the low end of its range.
    pub low: f64,
    /// The number with the coefficient at the high end.
    pub high: f64,
}

impl Swing {
    /// Distance between the two ends.
    pub fn width(&self) -> f64 {
        (self.high - self.low).abs()
    }
}

/// Works the swings of every coefficient out in slices.
#[derive(Clone, Debug)]
pub struct TornadoJob {
    scenario: Scenario,
    series: Series,
    week: usize,
    /// Coefficients still to be moved.
    ids: Vec<ParameterId>,
    swings: Vec<Swing>,
}

impl TornadoJob {
    /// A job that has not begun; a week beyond the run is taken as its last.
    pub fn new(scenario: &Scenario, series: Series, week: usize) -> Self {
        let ids: Vec<ParameterId> = ParameterId::ALL.into_iter().filter(|id| !id.is_lever()).collect();
        let swings = Vec::with_capacity(ids.len());
        TornadoJob { scenario: *scenario, series, week: week.min(WEEKS), ids, swings }
    }

    /// Moves a few coefficients more; `false` when the result stands.
    pub fn advance(&mut self) -> bool {
        let pair: Vec<ParameterId> = self.ids.split_off(self.ids.len().saturating_sub(LANES / 2));
        if pair.is_empty() {
            return false;
        }
        let ends: Vec<Scenario> = pair
            .iter()
            .flat_map(|id| [id.row().min, id.row().max].map(|end| self.scenario.with_clamped(*id, end)))
            .collect();
        let values = each(&ends, &[self.series], self.week);
        for (id, ends) in pair.iter().zip(values.chunks(2)) {
            self.swings.push(Swing { id: *id, low: ends[0][0], high: ends[1][0] });
        }
        true
    }

    /// The swings so far, the widest first.
    pub fn result(&self) -> Vec<Swing> {
        let mut swings = self.swings.clone();
        swings.sort_by(|a, b| b.width().total_cmp(&a.width()));
        swings
    }
}

/// The coefficients that matter to a series in a week, the widest swing first.
///
/// ```
/// use bathtub_model::{ParameterId, Scenario, Series, ensemble};
/// let scenario = Scenario::default().with(ParameterId::Tga, 700.0)?;
/// let swings = ensemble::tornado(&scenario, Series::Level, 52);
/// assert!(swings[0].width() >= swings[1].width());
/// # Ok::<(), bathtub_model::Error>(())
/// ```
pub fn tornado(scenario: &Scenario, series: Series, week: usize) -> Vec<Swing> {
    let mut job = TornadoJob::new(scenario, series, week);
    while job.advance() {}
    job.result()
}
