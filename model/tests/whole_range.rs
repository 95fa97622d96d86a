//! Properties over the whole parameter box and its corners.

use bathtub_model::{
    Duck, Group, PARAMETERS, ParameterId, Run, STARTS, Scenario, Series, WEEKS, shapes, simulate,
};
use proptest::prelude::*;

/// Where in its range each parameter stands: mostly inside, often at an end.
fn positions() -> impl Strategy<Value = Vec<f64>> {
    let one = prop_oneof![2 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)];
    proptest::collection::vec(one, ParameterId::COUNT)
}

fn scenario(start: usize, positions: &[f64], levers_only: bool) -> Scenario {
    PARAMETERS
        .iter()
        .zip(positions)
        .filter(|(row, _)| !levers_only || row.id.is_lever())
        .fold(Scenario::new(&STARTS[start]), |s, (row, position)| {
            s.with_clamped(row.id, row.min + (row.max - row.min) * position)
        })
}

fn check(scenario: &Scenario) {
    let run = simulate(scenario);
    for (t, row) in run.rows().iter().enumerate() {
        for series in Series::ALL {
            let value = row[series];
            assert!(value.is_finite(), "{} is {value} in week {t}", series.row().key);
        }
        for duck in Duck::ALL {
            assert!(row[duck.series()] > -100.0, "{} has no price in week {t}", duck.key());
        }
        for stock in
            [Series::Reserves, Series::Currency, Series::FedAssets, Series::BankAssets, Series::Water]
        {
            assert!(row[stock] > 0.0, "{} is {} in week {t}", stock.row().key, row[stock]);
        }
        for stock in [
            Series::OnRrp,
            Series::DryPowder,
            Series::FedRepo,
            Series::DeepCash,
            Series::SpiralLoss,
            Series::LeveredDebt,
            Series::VendorLent,
            Series::LossSpeed,
        ] {
            assert!(row[stock] >= 0.0, "{} is {} in week {t}", stock.row().key, row[stock]);
        }
        assert!(row[Series::Tga] >= 20.0 - 1e-9);
        assert!((0.0..=3.0).contains(&row[Series::Stage]));
        let policy = scenario.balance_sheet().iorb + row[Series::PolicyChange] / 100.0;
        assert!(policy >= -1e-9, "policy rate {policy}");
    }
}

/// The same scenario from the published balance sheet: with three trillion in reverse repo and few
/// reserves, say, what flows back within a week outweighs any drain.
fn published(scenario: Scenario) -> Scenario {
    let sheet = PARAMETERS.iter().filter(|row| row.group == Group::BalanceSheet);
    sheet.fold(scenario, |s, row| s.with_default(row.id))
}

/// The same scenario with nothing that leaves savers fewer claims to hold than at the start.
fn without_relief(scenario: &Scenario) -> Scenario {
    let (start, at) = (scenario.start(), |id| scenario.get(id));
    [
        (ParameterId::Capex, at(ParameterId::Capex).max(start.capex)),
        (ParameterId::Tga, at(ParameterId::Tga).max(0.0)),
        (ParameterId::Runoff, at(ParameterId::Runoff).max(start.runoff)),
        (ParameterId::RunoffWeeks, 104.0),
        (ParameterId::RunoffCouponShare, 1.0),
        (ParameterId::PurchaseCouponShare, start.purchase_coupon_share),
        (ParameterId::Deficit, at(ParameterId::Deficit).max(1900.0)),
        (ParameterId::BillShare, at(ParameterId::BillShare).min(0.2)),
        (ParameterId::FedAbsorption, 0.0),
        (ParameterId::Response, 0.0),
        (ParameterId::Circular, 0.0),
        (ParameterId::Spv, 0.0),
    ]
    .into_iter()
    .fold(*scenario, |s, (id, value)| s.with_clamped(id, value))
}

/// The same scenario with no bills repaid and no help: what flows back while the spread lies on its
/// floor goes to reverse repo, as the next test has it.
fn without_repayments(scenario: &Scenario) -> Scenario {
    let at = |id| scenario.get(id);
    [
        (ParameterId::Tga, at(ParameterId::Tga).max(0.0)),
        (ParameterId::Deficit, at(ParameterId::Deficit).max(1900.0)),
        (ParameterId::BillShare, at(ParameterId::BillShare).max(0.2)),
        (ParameterId::FedAbsorption, 0.0),
        (ParameterId::Response, 0.0),
    ]
    .into_iter()
    .fold(*scenario, |s, (id, value)| s.with_clamped(id, value))
}

/// The named exception to "the level falls and the spread rises with the Treasury's account": where the account has been
/// spent the spread lies on its floor, and what the Fed then buys flows over into reverse repo. Where
/// it has not, the same purchases reach deposits.
#[test]
fn purchases_on_the_floor_flow_over() {
    let rise = |tga: f64| {
        let scenario = Scenario::new(&STARTS[8])
            .with_clamped(ParameterId::Tga, tga)
            .with_clamped(ParameterId::Runoff, -120.0)
            .with_clamped(ParameterId::ShockWeek, 46.0)
            .with_clamped(ParameterId::Response, 3000.0)
            .with_clamped(ParameterId::ResponseDelay, 37.0);
        let run = simulate(&scenario);
        run.rows()[91][Series::Level] - run.rows()[83][Series::Level]
    };
    assert!(rise(300.0) > rise(-600.0) + 0.02, "{} and {}", rise(300.0), rise(-600.0));
}

/// The named exception to "the level rises in dry powder": what purchases of coupons free goes to the
/// tub where there is no tank, and to the tank where there is one.
#[test]
fn a_full_tank_takes_part_of_a_relief() {
    let level = |dry: f64| {
        let scenario = Scenario::new(&STARTS[0])
            .with_clamped(ParameterId::Dry, dry)
            .with_clamped(ParameterId::Capex, 0.0)
            .with_clamped(ParameterId::Runoff, -120.0)
            .with_clamped(ParameterId::PurchaseCouponShare, 1.0);
        simulate(&scenario).rows()[9][Series::Level]
    };
    assert!(level(3000.0) < level(0.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn levers_and_coefficients_anywhere(start in 0..STARTS.len(), positions in positions()) {
        check(&scenario(start, &positions, false));
    }

    #[test]
    fn signs_hold_with_everything_else_anywhere(
        start in 0..STARTS.len(),
        positions in positions(),
        levers_only in proptest::bool::ANY,
        low in 0.0..=1.0,
        high in 0.0..=1.0,
    ) {
        let other = published(scenario(start, &positions, levers_only));
        for (id, series, sign) in [
            (ParameterId::Tga, Series::Spread, 1.0),
            (ParameterId::Runoff, Series::Spread, 1.0),
            (ParameterId::Tga, Series::Level, -1.0),
            (ParameterId::Runoff, Series::Level, -1.0),
            (ParameterId::Dry, Series::Level, 1.0),
            (ParameterId::Rate, Series::Level, -1.0),
        ] {
            let row = id.row();
            // A full tank takes its part of a relief too: there the sign turns, see below.
            let other = match (id, series) {
                (ParameterId::Dry, _) => without_relief(&other),
                (ParameterId::Tga, _) => {
                    let runoff = other.get(ParameterId::Runoff).max(0.0);
                    without_repayments(&other).with_clamped(ParameterId::Runoff, runoff)
                }
                (ParameterId::Runoff, _) => without_repayments(&other),
                _ => other,
            };
            let at = |position: f64| {
                simulate(&other.with_clamped(id, row.min + (row.max - row.min) * position))
            };
            let (less, more) = (at(f64::min(low, high)), at(f64::max(low, high)));
            for t in 0..=WEEKS {
                // In a spiral and in a run on stablecoins the spread goes by the speed of the loss: one
                // that came earlier is over earlier, and the level's stress with it.
                let hurried = |run: &Run| {
                    run.rows()[t][Series::SpiralLoss] > 0.0 || run.rows()[t][Series::BillStress] > 0.0
                };
                if hurried(&less) || hurried(&more) {
                    break;
                }
                let (a, b) = (less.rows()[t][series], more.rows()[t][series]);
                // What reverse repo pays leaves the level to a thousandth, in either direction.
                let paid = id != ParameterId::Rate && id != ParameterId::Dry && series == Series::Level;
                let least = if paid { -1e-3 } else { -1e-9 };
                prop_assert!(sign * (b - a) >= least, "{} of {} in week {t}: {a} then {b}",
                    series.row().key, row.key);
            }
        }
    }

    /// Runoff into scarcer reserves works at least as fast, for each $20bn a month more, as long as
    /// the first buffer is gone, nothing else presses on the spread, and neither the standing repo
    /// facility nor the Fed's lending holds it.
    #[test]
    fn runoff_bites_no_less_as_reserves_grow_scarcer(
        start in 0..STARTS.len(),
        positions in positions(),
        runoff in -120.0..=80.0,
    ) {
        let other = published(scenario(start, &positions, true)).with_clamped(ParameterId::Shock, 0.0);
        let runs = [0.0, 20.0, 40.0].map(|more| simulate(&other.with_clamped(ParameterId::Runoff, runoff + more)));
        let mut first_buffer = false;
        for t in 0..=WEEKS {
            let week = |series: Series| [0, 1, 2].map(|i: usize| runs[i].rows()[t][series]);
            let spread = week(Series::Spread);
            let held = STARTS[start].standing_repo && spread[2] > shapes::REPO_RATE;
            // Bills that reverse repo once paid for are not in other hands later.
            first_buffer |= week(Series::OnRrp).into_iter().any(|left| left > 5.0);
            let pressed = [Series::SpiralLoss, Series::BillStress, Series::FedRepo]
                .into_iter()
                .any(|series| week(series).into_iter().any(|amount| amount > 0.0));
            if held || first_buffer || pressed {
                continue;
            }
            let (less, more) = (spread[1] - spread[0], spread[2] - spread[1]);
            // A billion left in reverse repo is worth 0.03 bp.
            prop_assert!(more >= less - 0.05, "week {t}: {less} bp, then {more}");
        }
    }

    /// Forced sales that rise and fall every other week are no market but a step too long.
    #[test]
    fn forced_sales_do_not_saw(
        start in 0..STARTS.len(), positions in positions(), strength in 1.0..4.0, shock in 10.0..40.0,
    ) {
        let scenario = scenario(start, &positions, false)
            .with_clamped(ParameterId::SpiralStrength, strength)
            .with_clamped(ParameterId::Shock, shock);
        let run = simulate(&scenario);
        let sold = run.series(Series::MarginCalls);
        let turns = |w: &[f64]| {
            let (before, after) = (w[1] - w[0], w[2] - w[1]);
            before * after < 0.0 && before.abs().min(after.abs()) > 0.5
        };
        let saws = sold.windows(8).any(|weeks| weeks.windows(3).all(turns));
        prop_assert!(!saws, "{sold:?}");
    }

    #[test]
    fn levers_anywhere(start in 0..STARTS.len(), positions in positions()) {
        check(&scenario(start, &positions, true));
    }
}

#[test]
fn all_levers_at_either_end() {
    for start in 0..STARTS.len() {
        for end in [0.0, 1.0] {
            check(&scenario(start, &[end; ParameterId::COUNT], true));
            check(&scenario(start, &[end; ParameterId::COUNT], false));
        }
    }
}

#[test]
fn each_parameter_alone_at_either_end_and_in_pairs_with_the_primary_levers() {
    let primary = &ParameterId::ALL[..5];
    for row in &PARAMETERS {
        for value in [row.min, row.max] {
            let one = Scenario::default().with_clamped(row.id, value);
            check(&one);
            for other in primary {
                for end in [other.row().min, other.row().max] {
                    check(&one.with_clamped(*other, end));
                }
            }
        }
    }
}
