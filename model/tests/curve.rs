//! The reserve-demand curve against the published Wednesdays.

use bathtub_model::{Model, ParameterId as P, STARTS, Scenario, Series, model, reserve_demand_bp, simulate};
use bathtub_model::{shapes, stage};

mod fit;

fn central(id: P) -> f64 {
    id.row().default
}

fn least(points: &[fit::Point]) -> f64 {
    points.iter().map(|point| point.ratio).fold(f64::MAX, f64::min)
}

#[test]
fn width_and_knee_are_those_of_least_squares() {
    let points = fit::points();
    let found = fit::fit(&fit::of(&points, &fit::FITTED), central(P::CurveSlope));
    assert!((found.width - central(P::CurveWidth)).abs() < 0.051, "{found:?}");
    assert!((found.knee - shapes::CURVE_KNEE).abs() < 0.051, "{found:?}");
    assert!((3.0..3.6).contains(&found.rmse), "{found:?}");
    // The ranges hold what other years give.
    let (row, slope) = (P::CurveWidth.row(), central(P::CurveSlope));
    for years in [&["2025"] as &[&str], &["2024", "2025"]] {
        let other = fit::fit(&fit::of(&points, years), slope).width;
        assert!((row.min..=row.max).contains(&other), "{years:?}: {other}");
    }
}

#[test]
fn the_slope_is_that_of_the_years_with_scarce_reserves() {
    let points = fit::points();
    let slope = |year: &str| -fit::line(&fit::of(&points, &[year]));
    for year in ["2019", "2025"] {
        assert!((slope(year) - central(P::CurveSlope)).abs() < 1.0, "{year}: {}", slope(year));
    }
    let row = P::CurveSlope.row();
    for year in ["2018", "2024"] {
        assert!(slope(year) > 1.0 && slope(year) < row.min, "{year}, above its knee: {}", slope(year));
    }
}

/// Said in `docs/model.md`: the straight line is a cautious one.
#[test]
fn the_scarcest_weeks_are_steeper_than_the_line() {
    let points = fit::points();
    for (year, below) in [("2019", 9.0), ("2025", 12.5)] {
        let scarcest: Vec<fit::Point> =
            fit::of(&points, &[year]).into_iter().filter(|point| point.ratio < below).collect();
        assert!(fit::line(&scarcest) < -central(P::CurveSlope), "{year}: {}", fit::line(&scarcest));
        let knee = fit::knee(&fit::of(&points, &[year]), central(P::CurveSlope), central(P::CurveWidth)).knee;
        assert!(knee - least(&scarcest) < 2.5, "{year}: further below the knee nothing has been seen");
    }
}

#[test]
fn the_model_has_the_curve_that_is_fitted() {
    let model = model(&Scenario::default());
    for tenths in 40..200 {
        let x = f64::from(tenths) / 10.0;
        let floor = -15.0;
        let by_hand =
            fit::curve(central(P::CurveSlope), central(P::CurveWidth), shapes::CURVE_KNEE, x, floor);
        let ours = reserve_demand_bp(&model, x).max(floor);
        assert!((ours - by_hand).abs() < 1e-9, "{x} %: {ours} against {by_hand}");
    }
}

#[test]
fn the_curve_lies_where_the_start_says() {
    for start in &STARTS {
        for (slope, width) in [(7.0, 1.4), (3.0, 0.8), (3.0, 3.5), (10.0, 0.8), (10.0, 3.5)] {
            let scenario = Scenario::new(start)
                .with(P::CurveSlope, slope)
                .and_then(|scenario| scenario.with(P::CurveWidth, width))
                .unwrap();
            let ratio = 100.0 * start.reserves / start.bank_assets;
            let knee = fit::placed(slope, width, shapes::CURVE_KNEE, ratio, start.spread);
            let model: Model<f64> = model(&scenario);
            let moved = shapes::CURVE_KNEE + model.curve_shift;
            assert!((moved - knee).abs() < 1e-9, "{}: {moved} against {knee}", start.date);
            // It begins at the published spread where that tells where the curve bends.
            let begins = simulate(&scenario).at(0).unwrap()[Series::Spread];
            if start.spread >= shapes::CURVE_READ_FROM {
                assert!((begins - start.spread).abs() < 1e-9, "{}: {begins}", start.date);
            } else {
                // It never begins above, unless the curve would have to move too far.
                let limit = model.curve_shift == -shapes::CURVE_SHIFT_LIMIT;
                assert!(begins <= start.spread + 1e-9 || limit, "{}: {begins}", start.date);
                assert!(model.curve_shift <= 0.0, "{}: {moved}", start.date);
            }
        }
    }
}

/// Nineteen of twenty Wednesdays with abundant reserves lie below the spread from which a start is
/// read.
#[test]
fn a_start_is_read_only_above_what_abundance_brings() {
    let abundant = |point: &&fit::Point| point.ratio > 14.0 && point.date.as_str() >= "2021";
    let points = fit::points();
    let spreads: Vec<f64> = points.iter().filter(abundant).map(|point| point.spread).collect();
    let below = spreads.iter().filter(|spread| **spread < shapes::CURVE_READ_FROM).count();
    let share = below as f64 / spreads.len() as f64;
    assert!((0.95..0.96).contains(&share), "{share} of {}", spreads.len());
}

/// Convex: each point of reserves over bank assets costs at least as much as the one before it.
#[test]
fn scarcer_reserves_are_never_cheaper_at_the_margin() {
    let (slopes, widths) = (P::CurveSlope.row(), P::CurveWidth.row());
    for slope in [slopes.min, slopes.default, slopes.max] {
        for width in [widths.min, widths.default, widths.max] {
            let scenario = Scenario::default().with_clamped(P::CurveSlope, slope);
            let model = model(&scenario.with_clamped(P::CurveWidth, width));
            let cost = |x: f64| reserve_demand_bp(&model, x - 0.1) - reserve_demand_bp(&model, x);
            for tenths in 20..250 {
                let x = f64::from(tenths) / 10.0;
                assert!(cost(x) >= cost(x + 0.1) - 1e-9 && cost(x) > 0.0, "{slope}, {width} at {x} %");
                assert!(cost(x) <= slope * 0.1 + 1e-9, "no steeper than the line: {slope}, {width} at {x} %");
            }
        }
    }
}

/// In 2018–19, when the curve lay furthest to the left, the spread had come to a stage's threshold on
/// average where reserves had, and not yet a point above.
#[test]
fn stages_by_reserves_are_those_that_the_spread_had_in_2018_and_2019() {
    let early = fit::of(&fit::points(), &["2018", "2019"]);
    let mean = |middle: f64| {
        let near: Vec<f64> =
            early.iter().filter(|p| (p.ratio - middle).abs() <= 0.5).map(|p| p.spread).collect();
        near.iter().sum::<f64>() / near.len() as f64
    };
    for i in 0..2 {
        assert!(mean(stage::RESERVES[i]) >= stage::SPREAD[i], "{}", mean(stage::RESERVES[i]));
        assert!(mean(stage::RESERVES[i] + 1.0) < stage::SPREAD[i], "{}", mean(stage::RESERVES[i] + 1.0));
    }
    assert!(stage::RESERVES[2] < least(&fit::points()), "crisis: below anything seen");
}

/// Stated in `docs/model.md`: which years the curve tells better than the simplest forecasts, width
/// taken from other years and place from the weeks before.
#[test]
fn where_the_curve_wins_and_where_it_loses() {
    let points = fit::points();
    let year = |name: &str| fit::year(&points, name, central(P::CurveSlope), central(P::CurveWidth));
    for won in ["2021", "2025"] {
        let found = year(won);
        assert!(found.unseen < found.no_change && found.unseen < found.zero, "{won}: {found:?}");
    }
    for level in ["2019", "2024"] {
        let found = year(level);
        assert!((found.unseen - found.no_change).abs() < 0.3, "no better than no change, {level}: {found:?}");
        assert!(found.unseen < found.zero, "{level}: {found:?}");
    }
    for lost in ["2018", "2020", "2022", "2023"] {
        let found = year(lost);
        assert!(found.unseen > found.no_change, "{lost}: {found:?}");
    }
}

/// The curve has moved: the same spread needs more reserves than it did.
#[test]
fn the_curve_has_moved_right_since_2019() {
    let points = fit::points();
    let knee = |year: &str| {
        fit::knee(&fit::of(&points, &[year]), central(P::CurveSlope), central(P::CurveWidth)).knee
    };
    let moved = knee("2025") - knee("2019");
    assert!((2.0..3.5).contains(&moved), "{moved} points");
}
