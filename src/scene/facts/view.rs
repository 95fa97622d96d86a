//! The numbers that the picture shows, taken from a run; nothing here knows where they are drawn.

use bathtub_model::{Duck, ParameterId, Reason, Run, Series, Stage, WEEKS};

/// Fall of the market through forced selling from which it is drawn and said, %.
pub const SELLING: f64 = 0.5;

const MONTHS: f64 = 12.0;
const WEEKS_A_YEAR: f64 = 52.0;
/// Weeks over which a change of market value arrives, as in the model.
const WIDENING_WEEKS: f64 = 4.0;

/// What flows, in $bn a month: the mean from the start to the week shown, so that a flow times
/// the months is what has moved. In week 0 it is that week's flow.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flows {
    /// Securities and repo that the Fed takes on.
    pub purchases: f64,
    /// Securities that the Fed lets go.
    pub runoff: f64,
    /// Water that cheaper credit adds.
    pub credit: f64,
    /// Water that dearer credit takes.
    pub less_credit: f64,
    /// What the Treasury pays out of its account, and its spending beyond the start's.
    pub treasury_pays: f64,
    /// What the Treasury takes into its account, and its borrowing beyond the start's.
    pub treasury_takes: f64,
    /// AI funding out of dry powder.
    pub from_tank: f64,
    /// AI funding out of the tub.
    pub from_tub: f64,
    /// Income that comes back as saving.
    pub recycled: f64,
}

/// One week of a run beside the same week of the untouched start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneView {
    /// The week.
    pub week: usize,
    /// Water level, 100 at the reference.
    pub level: f64,
    /// The level that it is compared with: of the untouched start, or of what was pinned.
    pub untouched: f64,
    /// Whether that was pinned.
    pub pinned: bool,
    /// Within how many points of the level the draws lie; zero before they were made.
    pub uncertainty: f64,
    /// The level at which the stages tight, depleted and crisis began, where they have.
    pub began: [Option<f64>; 3],
    /// How far the shortage has gone, and which measure says so.
    pub stage: Stage,
    /// Which measure sets the stage.
    pub reason: Reason,
    /// SOFR − IORB, bp.
    pub spread_bp: f64,
    /// Dry powder, $bn.
    pub dry_bn: f64,
    /// Overnight reverse repo, $bn.
    pub on_rrp_bn: f64,
    /// The Treasury's account, $bn.
    pub tga_bn: f64,
    /// Reserves of banks, $bn.
    pub reserves_bn: f64,
    /// Flows, $bn a month.
    pub flows: Flows,
    /// Part of the AI funding so far that the tub paid, %; zero where there was none.
    pub tub_share_pct: f64,
    /// Part of the next dollar of AI funding that the tub pays, %.
    pub next_from_tub_pct: f64,
    /// AI funding of the week, $bn a year.
    pub funding_bn: f64,
    /// AI capital spending of the week, $bn a year.
    pub capex_bn: f64,
    /// The part of it that is connected to power, %.
    pub powered_pct: f64,
    /// Market value to be held up against the start, %.
    pub market_value_pct: f64,
    /// Fall of the market through forced selling, %.
    pub forced_fall_pct: f64,
    /// Policy rate against the start, bp.
    pub policy_bp: f64,
    /// Price changes in the order of [`Duck::ALL`], %.
    pub ducks: [f64; Duck::COUNT],
}

impl SceneView {
    /// Looks at a week; one beyond the run is its last.
    pub fn new(run: &Run, baseline: &Run, week: usize) -> Self {
        let week = week.min(WEEKS);
        let row = &run.rows()[week];
        // A run has every week; `expect` would bring the formats of all errors into the program.
        let Ok(readouts) = run.readouts(week) else { unreachable!() };
        let flows = flows(run, week);
        let funding = flows.from_tank + flows.from_tub;
        let capex = row[Series::Capex];
        let widened = (week as f64 / WIDENING_WEEKS).min(1.0);
        SceneView {
            week,
            level: readouts.level,
            untouched: baseline.rows()[week][Series::Level],
            pinned: false,
            uncertainty: 0.0,
            began: [1.0, 2.0, 3.0].map(|stage| {
                let mut weeks = run.rows()[..=week].iter();
                weeks.find(|row| row[Series::Stage] >= stage).map(|row| row[Series::Level])
            }),
            stage: readouts.stage,
            reason: readouts.reason,
            spread_bp: readouts.spread_bp,
            dry_bn: row[Series::DryPowder],
            on_rrp_bn: row[Series::OnRrp],
            tga_bn: row[Series::Tga],
            reserves_bn: row[Series::Reserves],
            flows,
            tub_share_pct: share(flows.from_tub, funding),
            next_from_tub_pct: 100.0 - row[Series::DryShare] * 100.0,
            funding_bn: row[Series::FromTank] + row[Series::CrowdedOut],
            capex_bn: capex,
            powered_pct: if capex > 0.0 { share(row[Series::Built], capex) } else { 100.0 },
            market_value_pct: run.scenario().get(ParameterId::MarketValue) * widened,
            forced_fall_pct: 100.0 - bathtub_model::math::exp(-row[Series::SpiralLoss]) * 100.0,
            policy_bp: row[Series::PolicyChange],
            ducks: Duck::ALL.map(|duck| row[duck.series()]),
        }
    }

    /// The level against the untouched start, %.
    pub fn level_change_pct(&self) -> f64 {
        (self.level / self.untouched - 1.0) * 100.0
    }
}

/// A part of a whole in per cent; zero of nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 1e-9 { part / whole * 100.0 } else { 0.0 }
}

fn flows(run: &Run, week: usize) -> Flows {
    let mut sum = Flows::default();
    let weeks = week.max(1);
    let model = run.model();
    // What a point of policy rate does to the water in a week, as in the model's step 6.
    let by_point = model.p[ParameterId::RateToWater] / 100.0 * model.water / WEEKS_A_YEAR;
    let start = run.scenario().start();
    let usual = start.default_value(ParameterId::Deficit) / WEEKS_A_YEAR;
    for row in &run.rows()[..weeks] {
        let bills = row[Series::BillsByRrp] + row[Series::BillsByDeposits];
        let coupons = row[Series::CouponsByRrp] + row[Series::CouponsByDeposits];
        let repo = row[Series::Repo];
        sum.purchases += bills.max(0.0) + (-coupons).max(0.0) + repo.max(0.0);
        sum.runoff += (-bills).max(0.0) + coupons.max(0.0) + (-repo).max(0.0);
        let tga = row[Series::TgaByRrp] + row[Series::TgaByDeposits];
        let deficit = (row[Series::DeficitBills] + row[Series::DeficitCoupons] - usual).max(0.0);
        sum.treasury_pays += (-tga).max(0.0) + deficit;
        sum.treasury_takes += tga.max(0.0) + deficit;
        let credit = -row[Series::PolicyChange] / 100.0 * by_point;
        sum.credit += credit.max(0.0);
        sum.less_credit += (-credit).max(0.0);
        sum.from_tank += row[Series::FromTank] / WEEKS_A_YEAR;
        sum.from_tub += row[Series::CrowdedOut] / WEEKS_A_YEAR;
        sum.recycled += row[Series::Recycled] / WEEKS_A_YEAR;
    }
    let monthly = |weekly: f64| {
        let flow = weekly / weeks as f64 * (WEEKS_A_YEAR / MONTHS);
        // What rounding leaves of nothing is nothing.
        if flow < 1e-6 { 0.0 } else { flow }
    };
    Flows {
        purchases: monthly(sum.purchases),
        runoff: monthly(sum.runoff),
        credit: monthly(sum.credit),
        less_credit: monthly(sum.less_credit),
        treasury_pays: monthly(sum.treasury_pays),
        treasury_takes: monthly(sum.treasury_takes),
        from_tank: monthly(sum.from_tank),
        from_tub: monthly(sum.from_tub),
        recycled: monthly(sum.recycled),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bathtub_model::{Scenario, simulate};

    fn seen(levers: &[(ParameterId, f64)], week: usize) -> SceneView {
        let scenario = levers.iter().fold(Scenario::default(), |s, (id, value)| s.with_clamped(*id, *value));
        SceneView::new(&simulate(&scenario), &simulate(&Scenario::default()), week)
    }

    #[test]
    fn a_flow_times_the_months_is_what_has_moved() {
        let view = seen(&[(ParameterId::Tga, 700.0)], 52);
        assert!((view.flows.treasury_takes * 12.0 - 700.0).abs() < 1e-6, "{:?}", view.flows);
        assert!((view.tga_bn - 1636.406).abs() < 1e-6);
        let view = seen(&[(ParameterId::Runoff, -40.0)], 26);
        assert!((view.flows.purchases - 40.0).abs() < 1e-6, "{:?}", view.flows);
        assert_eq!(view.flows.runoff, 0.0);
    }

    #[test]
    fn an_empty_tank_moves_the_flow_to_the_tub() {
        let full = seen(&[(ParameterId::Capex, 1000.0), (ParameterId::Dry, 3000.0)], 52);
        let empty = seen(&[(ParameterId::Capex, 1000.0), (ParameterId::Dry, 0.0)], 52);
        assert!(full.flows.from_tank > 10.0 * full.flows.from_tub);
        assert!(empty.flows.from_tub > 10.0 * empty.flows.from_tank);
        assert!(empty.next_from_tub_pct > 95.0 && full.next_from_tub_pct < 5.0);
    }

    #[test]
    fn without_capex_nothing_is_shared() {
        let view = seen(&[(ParameterId::Capex, 0.0)], 104);
        assert_eq!((view.funding_bn, view.powered_pct), (0.0, 100.0));
    }

    #[test]
    fn a_week_beyond_the_run_is_its_last() {
        assert_eq!(seen(&[], 999), seen(&[], WEEKS));
    }
}
