//! Properties over the whole parameter box and its corners.

use bathtub_model::{Duck, PARAMETERS, ParameterId, STARTS, Scenario, Series, WEEKS, shapes, simulate};
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
        for stock in [Series::OnRrp, Series::DryPowder, Series::FedRepo, Series::DeepCash, Series::SpiralLoss]
        {
            assert!(row[stock] >= 0.0, "{} is {} in week {t}", stock.row().key, row[stock]);
        }
        assert!(row[Series::Tga] >= 25.0 - 1e-9);
        assert!((0.0..=3.0).contains(&row[Series::Stage]));
        let policy = scenario.start().iorb + row[Series::PolicyChange] / 100.0;
        assert!(policy >= -1e-9, "policy rate {policy}");
    }
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
        let other = scenario(start, &positions, levers_only);
        for (id, series, sign) in [
            (ParameterId::Tga, Series::Spread, 1.0),
            (ParameterId::Runoff, Series::Spread, 1.0),
            (ParameterId::Tga, Series::Level, -1.0),
            (ParameterId::Runoff, Series::Level, -1.0),
            (ParameterId::Dry, Series::Level, 1.0),
            (ParameterId::Rate, Series::Level, -1.0),
        ] {
            let row = id.row();
            let at = |position: f64| {
                simulate(&other.with_clamped(id, row.min + (row.max - row.min) * position)).series(series)
            };
            let (less, more) = (at(f64::min(low, high)), at(f64::max(low, high)));
            for t in 0..less.len() {
                prop_assert!(sign * (more[t] - less[t]) >= -1e-9, "{} of {} in week {t}: {} then {}",
                    series.row().key, row.key, less[t], more[t]);
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
        let other = scenario(start, &positions, true).with_clamped(ParameterId::Shock, 0.0);
        let runs = [0.0, 20.0, 40.0].map(|more| simulate(&other.with_clamped(ParameterId::Runoff, runoff + more)));
        for t in 0..=WEEKS {
            let week = |series: Series| [0, 1, 2].map(|i: usize| runs[i].rows()[t][series]);
            let spread = week(Series::Spread);
            let held = STARTS[start].standing_repo && spread[2] > shapes::REPO_RATE;
            let first_buffer = week(Series::OnRrp).into_iter().any(|left| left > 1.0);
            let pressed = [Series::SpiralLoss, Series::BillStress, Series::FedRepo]
                .into_iter()
                .any(|series| week(series).into_iter().any(|amount| amount > 0.0));
            if held || first_buffer || pressed {
                continue;
            }
            let (less, more) = (spread[1] - spread[0], spread[2] - spread[1]);
            prop_assert!(more >= less - 0.01, "week {t}: {less} bp, then {more}");
        }
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
