//! The argument, row by row: M1 to M31 of `docs/model.md` as executable sentences.
//!
//! Each test moves what the row says a visitor moves and checks what the visitor
//! is to see: the direction always, the size where a source gives one.

use bathtub_model::solve::{Solution, equivalents, marginal, solve};
use bathtub_model::{
    Channel, Duck, ParameterId as P, Run, STARTS, Scenario, Series, Stage, Start, attribution, shapes,
    simulate,
};

type Set<'a> = &'a [(P, f64)];

fn scenario(set: Set) -> Scenario {
    set.iter().try_fold(Scenario::default(), |s, (id, v)| s.with(*id, *v)).expect("in range")
}

fn run(set: Set) -> Run {
    simulate(&scenario(set))
}

fn run_from(date: &str, set: Set) -> Run {
    let start = Scenario::new(Start::from_date(date).unwrap());
    simulate(&set.iter().try_fold(start, |s, (id, v)| s.with(*id, *v)).expect("in range"))
}

fn at(run: &Run, series: Series, week: usize) -> f64 {
    run.at(week).unwrap()[series]
}

/// What a move changes against the same start without it.
fn effect(set: Set, series: Series, week: usize) -> f64 {
    at(&run(set), series, week) - at(&run(&[]), series, week)
}

#[test]
fn m01_a_deficit_first_absorbs_duration_then_lifts_everything() {
    let set = &[(P::Deficit, 2900.0)];
    assert!(effect(set, Series::Water, 3) < 0.0, "first a dip, of some weeks");
    assert!(effect(set, Series::Water, 104) > 0.0, "then a rise as income comes back");
    for duck in [Duck::Bitcoin, Duck::Momentum, Duck::Saas, Duck::Sp500, Duck::Megacap, Duck::Hy] {
        assert!(effect(set, duck.series(), 104) > 0.0, "the net effect is positive: {}", duck.key());
    }
    assert!(effect(set, Series::Treasuries, 104) < 0.0, "but not for who holds the bonds");
    assert!(effect(set, Series::TenYearChange, 52) > 0.0, "somebody had to take the duration");
}

#[test]
fn m02_capex_with_a_full_tank_lifts_the_level_and_the_ducks() {
    let (with, without) = (run(&[(P::Capex, 1000.0), (P::Dry, 3000.0)]), run(&[(P::Dry, 3000.0)]));
    assert!(at(&with, Series::Level, 52) > at(&without, Series::Level, 52));
    for duck in [Duck::Bitcoin, Duck::Momentum, Duck::Saas, Duck::Sp500, Duck::Memory, Duck::Gold] {
        assert!(at(&with, duck.series(), 52) > at(&without, duck.series(), 52), "{}", duck.key());
    }
}

#[test]
fn m03_the_same_move_with_an_empty_tank_lowers_it() {
    let (with, without) = (run(&[(P::Capex, 1000.0), (P::Dry, 0.0)]), run(&[(P::Dry, 0.0)]));
    assert!(at(&with, Series::Level, 52) < at(&without, Series::Level, 52) - 0.5);
    assert!(at(&with, Series::DryShare, 0) == 0.0 && at(&with, Series::CrowdedOut, 0) > 0.0);
    // As `docs/model.md` says.
    for (premium, near) in [(0.5, 950.0), (0.25, 590.0), (0.1, 160.0)] {
        let flip = marginal(&scenario(&[(P::AiPremium, premium)])).sign_change_dry.unwrap();
        assert!((flip - near).abs() < 20.0, "at a premium of {premium} the sign flips at a tank of {flip}");
    }
    assert_eq!(marginal(&scenario(&[(P::AiPremium, 0.0)])).sign_change_dry, None);
}

#[test]
fn m04_the_second_200bn_costs_more_than_the_first() {
    let cost = |capex: f64| at(&run(&[(P::Capex, capex)]), Series::Scarcity, 26);
    let (first, second) = (cost(1000.0) - cost(800.0), cost(1200.0) - cost(1000.0));
    assert!(second > first * 1.05, "{first} then {second} bp");
    assert!(effect(&[(P::Capex, 1000.0)], Series::TenYearChange, 26) > 0.0, "yields rise");
    assert!(effect(&[(P::Capex, 1000.0)], Series::IgSpreadChange, 26) > 0.0, "and credit spreads");
}

#[test]
fn m05_capex_funding_equals_so_much_quantitative_tightening() {
    let found = equivalents(&scenario(&[(P::Capex, 1200.0), (P::Dry, 0.0)]), 52).unwrap();
    let runoff = found.runoff_bn.expect("within the slider's range");
    assert!(runoff > 100.0, "equal to {runoff}bn of runoff");
}

/// What a dollar of AI debt takes of the water in a week against a dollar of runoff: found from flows,
/// with one measure of risk for both.
#[test]
fn m05_a_dollar_of_ai_debt_against_a_dollar_of_runoff() {
    let week = |set: Set, series: Series| {
        let empty: Vec<_> = set.iter().copied().chain([(P::Dry, 0.0)]).collect();
        at(&run(&empty), series, 1)
    };
    let against = |set: Set, without: Set, series| week(set, series) - week(without, series);
    let ai = |premium: f64| {
        let (set, without) = ([(P::Capex, 1000.0), (P::AiPremium, premium)], [(P::AiPremium, premium)]);
        let borrowed = against(&set, &without, Series::CrowdedOut) / shapes::YEAR;
        -against(&set, &without, Series::WaterAi) / borrowed
    };
    let let_go = 20.0 * shapes::MONTHS / shapes::YEAR;
    let runoff = -against(&[(P::Runoff, 20.0)], &[(P::Runoff, 0.0)], Series::WaterFed) / let_go;
    let deposits = P::DepositsToWater.row().default;
    // At no premium AI debt takes what a coupon of its risk takes, and deposits stay.
    let by_risk = (runoff - deposits) * shapes::AI_DEBT_RISK / shapes::COUPON_RISK;
    assert!((ai(0.0) - by_risk).abs() < 0.002, "{} and {by_risk}", ai(0.0));
    assert!(ai(0.0) < runoff, "less than a dollar of runoff");
    // The essay's claim, dollar for dollar, holds at a premium of 0.04; at one a dollar of AI debt is
    // more than seven of runoff.
    assert!((ai(0.04) / runoff - 1.0).abs() < 0.04, "{} of {runoff}", ai(0.04));
    assert!((7.0..8.0).contains(&(ai(1.0) / runoff)), "{} of {runoff}", ai(1.0));
    assert!((3.5..4.5).contains(&(ai(0.5) / runoff)), "{} of {runoff}", ai(0.5));
}

/// The deficit's effect has one sign: it lifts the level, and at no tank does that turn.
#[test]
fn a_deficit_lifts_and_a_smaller_one_lowers_at_every_tank() {
    for dry in [0.0, 300.0, 600.0, 1500.0, 3000.0] {
        let level = |deficit: f64| at(&run(&[(P::Deficit, deficit), (P::Dry, dry)]), Series::Level, 52);
        let levels: Vec<f64> = [500.0, 1200.0, 1900.0, 2600.0, 3300.0, 4000.0].map(level).to_vec();
        assert!(levels.windows(2).all(|pair| pair[0] < pair[1]), "tank {dry}: {levels:?}");
    }
}

#[test]
fn a_crisis_lowers_the_level() {
    let fall = &[(P::Shock, 15.0), (P::SpiralStrength, 2.0)];
    let least = |series: Series| run(fall).series(series).into_iter().fold(f64::MAX, f64::min);
    // As `docs/model.md` says.
    assert!((least(Series::Sp500) + 22.0).abs() < 1.0, "{}", least(Series::Sp500));
    assert!((least(Series::Level) - 96.0).abs() < 0.5, "{}", least(Series::Level));
    // The spread answers to the speed of the loss, and fades with the shock.
    let spreads = run(fall).series(Series::Spread);
    let highest = spreads.iter().copied().fold(f64::MIN, f64::max);
    let calm = run(&[]).series(Series::Spread);
    assert!(highest > spreads[8] + 3.0 && spreads[52] < calm[52] + 0.5, "{highest}");
    assert!(at(&run(fall), Series::Sp500, 104) > least(Series::Sp500) / 2.0, "a shock fades");
}

#[test]
fn m06_the_same_borrowing_is_lighter_when_the_fed_takes_it() {
    let borrowed = &[(P::Deficit, 2900.0)];
    let absorbed = &[(P::Deficit, 2900.0), (P::FedAbsorption, 1.0)];
    assert!(effect(absorbed, Series::TenYearChange, 52) < effect(borrowed, Series::TenYearChange, 52) - 2.0);
    assert!(effect(absorbed, Series::Level, 52) > effect(borrowed, Series::Level, 52));
}

#[test]
fn m07_the_ducks_fan_out_by_speculativeness_both_ways() {
    let order = [Duck::Bitcoin, Duck::Momentum, Duck::Saas, Duck::Sp500, Duck::Gold, Duck::Ig];
    let liquidity =
        |set: Set, duck: Duck| run(set).duck(duck, 52).unwrap().channels[Channel::Liquidity as usize];
    for pair in order.windows(2) {
        for (set, sign) in [(&[(P::Tga, 700.0)] as Set, -1.0), (&[(P::Dry, 3000.0)], 1.0)] {
            let (more, less) = (liquidity(set, pair[0]), liquidity(set, pair[1]));
            assert!(sign * more > sign * less, "{} against {}", pair[0].key(), pair[1].key());
        }
    }
    // Symmetric: the same multiple of the level's move in glut and in scarcity.
    let multiple = |set: Set| liquidity(set, Duck::Bitcoin) / (at(&run(set), Series::LnLevel, 52) * 100.0);
    assert!((multiple(&[(P::Tga, 700.0)]) - multiple(&[(P::Dry, 3000.0)])).abs() < 1e-9);
}

#[test]
fn m08_deep_pockets_sell_what_they_believe_in_least_first() {
    let small = run(&[(P::Commitments, 100.0), (P::Dry, 0.0)]).sales(104).unwrap();
    assert!(small.bitcoin > 0.0 && small.software < small.bitcoin && small.broad == 0.0);
    let large = run(&[(P::Commitments, 500.0), (P::Dry, 0.0)]).sales(104).unwrap();
    assert!(large.software > 0.0 && large.broad > 0.0, "then software, then the rest");
    assert!(large.momentum > 0.0, "and hedge funds meet redemptions in turn");
    let full = run(&[(P::Commitments, 100.0), (P::Dry, 3000.0)]).sales(104).unwrap();
    assert!(full.bitcoin < small.bitcoin, "a full tank spares them");
}

#[test]
fn m09_losses_cascade_and_run_away_from_a_gain_of_one() {
    let gain = |strength: f64| at(&run(&[(P::SpiralStrength, strength)]), Series::SpiralGain, 0);
    assert!((0.25..0.4).contains(&gain(1.0)), "0.3 with hedge-fund repo: {}", gain(1.0));
    assert!(gain(3.0) < 1.0 && gain(3.2) > 1.0, "a runaway needs more than three");
    let calm = run(&[(P::Shock, 15.0)]);
    let wild = run(&[(P::Shock, 15.0), (P::SpiralStrength, 4.0)]);
    let loss = |run: &Run| run.series(Series::SpiralLoss).into_iter().fold(0.0, f64::max);
    assert!(loss(&calm) > 0.0 && loss(&calm) < 0.1, "stable: {}", loss(&calm));
    assert!(loss(&wild) > 1.0, "runaway: {}", loss(&wild));
    assert!(at(&wild, Series::Sp500, 52) > -100.0, "prices stay positive");
    assert!(at(&wild, Series::Circulation, 20) < at(&calm, Series::Circulation, 20), "confidence falls");
}

#[test]
fn m10_runoff_into_scarce_reserves_bites_harder_and_words_alone_move_yields() {
    let spread = |runoff: f64| at(&run(&[(P::Runoff, runoff)]), Series::Spread, 52);
    let (into_ample, into_scarce) = (spread(-40.0) - spread(-80.0), spread(40.0) - spread(0.0));
    assert!(into_scarce > 1.2 * into_ample, "{into_ample} then {into_scarce} bp");
    // Each 20bn a month more works no less, as long as the standing repo facility lends nothing.
    let steps: Vec<f64> = (-4..=4).map(|n| spread(20.0 * f64::from(n))).collect();
    let free = steps.iter().filter(|spread| **spread <= shapes::REPO_RATE).count();
    assert!((4..8).contains(&free), "{steps:?}");
    let more: Vec<f64> = steps.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(more[..free - 1].windows(2).all(|pair| pair[1] >= pair[0] - 1e-9), "{more:?}");
    // From there on it lends, reserves are the larger by that, and the spread rises a little less.
    let (lending, with) = (run(&[(P::Runoff, 80.0)]), run(&[(P::Runoff, 80.0), (P::RepoTakeUp, 6.0)]));
    let lent = |run: &Run| at(run, Series::FedRepo, 52);
    assert!(lent(&lending) > 20.0 && lent(&with) > lent(&lending), "{} and {}", lent(&lending), lent(&with));
    let gained = at(&with, Series::Reserves, 52) - at(&lending, Series::Reserves, 52);
    assert!((gained - (lent(&with) - lent(&lending))).abs() < 1.0, "{gained}");
    assert!(at(&with, Series::Spread, 52) < at(&lending, Series::Spread, 52));
    let word = effect(&[(P::Announcement, 6.0)], Series::TenYearChange, 1);
    assert!((word - 6.0).abs() < 1e-9);
    assert!(effect(&[(P::Announcement, 6.0)], Series::Sp500, 1) < 0.0);
}

#[test]
fn m11_memory_rises_while_long_ducks_sink_and_the_boost_fades() {
    let set = &[(P::Capex, 1000.0), (P::Dry, 0.0)];
    assert!(effect(set, Series::Memory, 26) > 2.0);
    for long in [Duck::Bitcoin, Duck::Momentum, Duck::Saas] {
        assert!(effect(set, long.series(), 26) < 0.0, "{}", long.key());
    }
    let boost = |week| run(set).duck(Duck::Memory, week).unwrap().channels[Channel::Earnings as usize];
    assert!(boost(104) < 0.6 * boost(26), "{} then {}", boost(26), boost(104));
    // A higher discount rate punishes what is long and spares what is near.
    let hike = |duck: Duck| effect(&[(P::Rate, 100.0)], duck.series(), 52);
    assert!(hike(Duck::Memory) > hike(Duck::Saas) && hike(Duck::Saas) > hike(Duck::Momentum));
    assert!(hike(Duck::Momentum) > hike(Duck::Bitcoin), "bitcoin most, in rates too");
}

#[test]
fn m12_bitcoin_is_hit_hardest_and_first() {
    let drained = run(&[(P::Tga, 700.0)]);
    let move_by = |duck: Duck, week| at(&drained, duck.series(), week);
    assert!(Duck::ALL.iter().all(|d| move_by(Duck::Bitcoin, 26) <= move_by(*d, 26)));
    let came = |duck: Duck| move_by(duck, 13) / move_by(duck, 26);
    assert!(came(Duck::Bitcoin) > came(Duck::Sp500) + 0.05, "bitcoin is further on its way");
    assert_eq!(run(&[]).duck(Duck::Bitcoin, 52).unwrap().channels[Channel::Earnings as usize], 0.0);
}

#[test]
fn m13_momentum_falls_with_its_fundamentals_unchanged() {
    let moved = run(&[(P::Tga, 700.0)]).duck(Duck::Momentum, 52).unwrap();
    assert_eq!(moved.channels[Channel::Earnings as usize], 0.0);
    assert!(moved.change_pct < -1.0);
}

#[test]
fn m14_cash_holds() {
    let bad: Set = &[(P::Shock, 20.0), (P::Tga, 700.0), (P::Capex, 1200.0)];
    assert!(at(&run(bad), Series::Cash, 52).abs() < 0.1);
    let portfolio = |share: f64| {
        let mut set = bad.to_vec();
        set.push((P::CashShare, share));
        at(&run(&set), Series::Portfolio, 52)
    };
    assert!(portfolio(0.5) > portfolio(0.0) + 3.0, "half in cash avoids half the drawdown");
}

#[test]
fn m15_a_build_of_the_treasury_account_outweighs_a_cut() {
    let build = scenario(&[(P::Tga, 700.0)]);
    let hikes = equivalents(&build, 52).unwrap().hikes.unwrap();
    assert!((hikes - 0.9).abs() < 0.05, "on the index equal to about a hike: {hikes}");
    let both = &[(P::Tga, 700.0), (P::Rate, -25.0)];
    assert!(effect(both, Series::Level, 52) < -1.0, "with the cut applied the level still falls");
    assert!(effect(both, Series::Index, 52) > 0.0, "prices do not");
    // The literature's runoff is worth less than a hike when reserves are ample.
    let ample =
        simulate(&Scenario::new(Start::from_date("2021-12-29").unwrap()).with(P::Tga, 700.0).unwrap());
    let calm = simulate(&Scenario::new(Start::from_date("2021-12-29").unwrap()));
    let loss = at(&calm, Series::Index, 52) - at(&ample, Series::Index, 52);
    assert!(loss < -effect(&[(P::Tga, 700.0)], Series::Index, 52) / 2.0);
}

/// The essay's "several hikes": what `docs/model.md` says of it under "Credible sizes".
#[test]
fn m15_no_start_makes_700_worth_several_hikes_on_the_index() {
    let worth =
        |start: &'static Start| equivalents(&Scenario::new(start).with(P::Tga, 700.0).unwrap(), 52).unwrap();
    let all = STARTS.iter().map(|start| (worth(start).hikes.unwrap(), start));
    let (most, scarcest) = all.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    assert_eq!(scarcest.date, "2018-12-19");
    assert!((most - 1.45).abs() < 0.05, "{most} hikes on the index");
    let stocks = worth(scarcest).hikes_sp500.unwrap();
    assert!((stocks - 2.15).abs() < 0.05, "{stocks} hikes on the S&P 500");
}

#[test]
fn m16_the_spread_climbs_the_reserve_demand_curve() {
    let run = run_from("2025-07-30", &[(P::Tga, 565.0)]);
    assert_eq!(Start::from_date("2025-07-30").unwrap().spread, -7.0);
    assert!((at(&run, Series::Spread, 0) + 7.0).abs() < 1.5);
    assert!(at(&run, Series::Spread, 13) > at(&run, Series::Spread, 0) + 8.0);
}

#[test]
fn m17_two_buffers_are_drawn_in_order() {
    let run = run_from("2025-07-30", &[(P::Tga, 565.0)]);
    let left = |series| at(&run, series, 13) / at(&run, series, 0);
    assert!(left(Series::OnRrp) < 0.4, "reverse repo first: {}", left(Series::OnRrp));
    assert!(left(Series::Reserves) > 0.8, "then reserves: {}", left(Series::Reserves));
    let rrp = run.series(Series::OnRrp);
    assert!(rrp[0] - rrp[3] > rrp[10] - rrp[13], "an empty first line passes the drain on");
}

#[test]
fn m18_purchases_clear_the_pipe() {
    let set = &[(P::Runoff, -40.0)];
    assert!(effect(set, Series::Spread, 52) < -5.0);
    assert!(effect(set, Series::Level, 52) > 0.0);
    let bought = at(&run(set), Series::FedAssets, 52) - at(&run(&[]), Series::FedAssets, 52);
    // The policy in force buys 4 a month already.
    assert!((bought - 432.0).abs() < 1e-6, "{bought}");
}

#[test]
fn m19_one_broken_link_jumps_from_tight_to_crisis() {
    let stage = |run: &Run, week| run.readouts(week).unwrap().stage;
    let set: Set = &[(P::Tga, 200.0), (P::Shock, 20.0), (P::SpiralStrength, 4.0), (P::ShockWeek, 30.0)];
    let run = run(set);
    assert_eq!(stage(&run, 29), Stage::Tight);
    let jumped = (30..40).find(|week| stage(&run, *week) == Stage::Crisis).expect("a crisis follows");
    assert!(jumped < 36, "within weeks: {jumped}");
    let slow = simulate(&scenario(&[(P::Runoff, 60.0)]));
    let stages: Vec<Stage> = (0..=104).map(|week| stage(&slow, week)).collect();
    assert!(stages.windows(2).all(|pair| pair[0] <= pair[1]), "runoff goes through them in order");
    assert!(Stage::ALL.iter().all(|s| stages.contains(s)));
}

#[test]
fn m20_reopening_relieves_the_short_end_and_leaves_the_drain() {
    let set = &[(P::Tga, -300.0), (P::Dry, 0.0)];
    let closed = run(&[(P::Dry, 0.0)]);
    let reopened = run(set);
    assert!(at(&reopened, Series::Spread, 26) < at(&closed, Series::Spread, 26) - 4.0);
    assert!(at(&reopened, Series::Level, 26) > at(&closed, Series::Level, 26));
    assert_eq!(at(&reopened, Series::CrowdedOut, 0), at(&closed, Series::CrowdedOut, 0));
}

#[test]
fn m21_a_bigger_tub_needs_more_water() {
    let set = &[(P::MarketValue, 30.0)];
    assert_eq!(effect(set, Series::Water, 3), 0.0, "the same water");
    assert!(effect(set, Series::Level, 26) < -1.0, "a lower level");
}

#[test]
fn m22_vendor_finance_draws_less_and_breaks_worse() {
    let circular = &[(P::Circular, 0.4)];
    assert!(effect(circular, Series::CrowdedOut, 4) < 0.0, "less draw today");
    assert!(effect(circular, Series::SpiralGain, 4) > 0.0, "more fragility");
    let broken = &[(P::Circular, 0.4), (P::CircularBreak, 1.0), (P::ShockWeek, 20.0)];
    let run = run(broken);
    assert!(at(&run, Series::AiFunding, 20) > 1.5 * at(&run, Series::AiFunding, 19), "a listing slips");
    assert!(effect(broken, Series::Level, 19) > 0.0, "easy until then");
    for week in 22..=104 {
        let unbroken = effect(circular, Series::Level, week);
        assert!(effect(broken, Series::Level, week) < unbroken, "a break hurts in week {week}");
    }
    for week in [26, 52, 104] {
        assert!(effect(broken, Series::Level, week) < 0.0, "and costs more than the ease gave: {week}");
    }
    let dropped = &[(P::DemandDrop, 100.0), (P::ShockWeek, 20.0)];
    assert!(effect(dropped, Series::AiFunding, 20) > 50.0, "a demand drop abroad");
}

#[test]
fn m23_vehicles_widen_spreads_and_tie_losses_together() {
    let set = &[(P::Spv, 0.6)];
    assert!(effect(set, Series::IgSpreadChange, 26) > 5.0);
    assert!(effect(set, Series::Hy, 26) < effect(set, Series::Ig, 26));
    assert!(effect(set, Series::SpiralGain, 26) > 0.0);
    assert!(effect(set, Series::Level, 52) > 0.0, "banks lend a part: new credit");
    assert!(effect(set, Series::BankAssets, 52) > 20.0 && effect(set, Series::ReserveRatio, 52) < 0.0);
}

#[test]
fn m24_capex_without_power_drains_and_does_not_come_back() {
    let (limited, free) = (&[(P::Capex, 1000.0), (P::PowerLimit, 600.0)], &[(P::Capex, 1000.0)]);
    let (limited, free) = (run(limited), run(free));
    assert_eq!(at(&limited, Series::AiFunding, 13), at(&free, Series::AiFunding, 13), "funded alike");
    assert_eq!(at(&limited, Series::Built, 26), 600.0);
    assert!(at(&limited, Series::Recycled, 52) < at(&free, Series::Recycled, 52));
    assert!(at(&limited, Series::Level, 52) < at(&free, Series::Level, 52));
    assert!(at(&limited, Series::Memory, 52) > 1.0, "its suppliers are paid");
    assert!(at(&limited, Series::Megacap, 52) < at(&free, Series::Megacap, 52) - 1.0, "its racks are idle");
}

#[test]
fn m25_labour_substitution_takes_from_the_income_that_comes_back() {
    let set = &[(P::Labour, 0.4)];
    assert!(effect(set, Series::Recycled, 52) < -200.0);
    assert!(effect(set, Series::Level, 52) < -0.4);
    assert!(effect(set, Series::AiFunding, 52) > 30.0, "the builders sell less to who earns less");
}

#[test]
fn m26_short_lived_chips_and_slower_growth_hurt_and_so_does_no_capex() {
    assert!(effect(&[(P::ChipLife, 2.5)], Series::Megacap, 52) < -2.0);
    let slower = &[(P::EarningsSlowdown, 20.0)];
    assert!(effect(slower, Series::Megacap, 52) < effect(slower, Series::Sp500, 52));
    assert!(effect(slower, Series::Sp500, 52) < -5.0);
    let none = &[(P::Capex, 0.0)];
    assert!(effect(none, Series::Sp500, 52) < -1.0, "zero is not the answer");
    assert!(effect(none, Series::Memory, 52) < -10.0);
}

#[test]
fn m27_coupons_weigh_more_than_bills() {
    let (bills, coupons) =
        (&[(P::Deficit, 2900.0), (P::BillShare, 1.0)], &[(P::Deficit, 2900.0), (P::BillShare, 0.0)]);
    assert!(effect(coupons, Series::TenYearChange, 52) > effect(bills, Series::TenYearChange, 52) + 10.0);
    assert!(effect(coupons, Series::Treasuries, 52) < effect(bills, Series::Treasuries, 52));
    // Where reverse repo holds money, bills draw on it and reach deposits and reserves.
    let issue = |share: f64| run_from("2022-12-28", &[(P::Deficit, 2900.0), (P::BillShare, share)]);
    let (bills, coupons) = (issue(1.0), issue(0.0));
    assert!(at(&bills, Series::OnRrp, 26) < at(&coupons, Series::OnRrp, 26) - 300.0);
    assert!(at(&bills, Series::Reserves, 26) > at(&coupons, Series::Reserves, 26) + 200.0);
    assert!(at(&bills, Series::Spread, 26) < at(&coupons, Series::Spread, 26));
    assert!(effect(&[(P::Deficit, 2900.0)], Series::Spread, 52) > 0.5, "and what is left presses on repo");
}

#[test]
fn m28_stablecoins_ease_bills_until_a_crypto_shock_reaches_them() {
    let calm = &[(P::Stablecoin, 300.0)];
    assert!(effect(calm, Series::Spread, 52) < -1.0, "more demand for bills");
    assert!(effect(calm, Series::Level, 52).abs() < 0.01, "and no water: bills are close to money");
    let shocked = |coins: f64| run(&[(P::Shock, 25.0), (P::Stablecoin, coins), (P::ShockWeek, 30.0)]);
    let jump = |run: &Run| at(run, Series::Spread, 34) - at(run, Series::Spread, 29);
    assert!(jump(&shocked(500.0)) > jump(&shocked(0.0)) + 0.5, "the chain runs back");
}

#[test]
fn m29_hoarded_saving_lifts_no_duck() {
    let set = &[(P::Hoarding, 0.5)];
    assert!(effect(set, Series::Hoard, 52) > 500.0);
    assert!(effect(set, Series::Level, 52) < -1.0);
}

#[test]
fn m30_circulation_goes_both_ways() {
    assert!(effect(&[(P::Confidence, 120.0)], Series::Circulation, 8) > 0.1);
    assert!(effect(&[(P::Confidence, 120.0)], Series::Level, 52) > 0.0);
    assert!(effect(&[(P::Confidence, 70.0)], Series::Level, 52) < -0.5);
    let early = |set: Set| at(&run_from("2015-01-07", set), Series::Level, 52);
    assert!(early(&[(P::Confidence, 50.0)]) < early(&[]) - 0.5, "all income goes round, not AI's alone");
    assert!(effect(&[(P::Rate, 200.0)], Series::Circulation, 8) < 0.0, "rates slow it");
    assert!(effect(&[(P::Tga, 700.0)], Series::Circulation, 20) < 0.0, "and so does stress");
    assert_eq!(
        effect(&[(P::Confidence, 70.0)], Series::Reserves, 26),
        0.0,
        "banks are not bound by reserves"
    );
}

#[test]
fn m31_late_help_turns_a_shortage_into_a_crisis() {
    let helped = |size: f64, delay: f64| {
        let run = run(&[
            (P::Shock, 15.0),
            (P::SpiralStrength, 3.6),
            (P::Response, size),
            (P::ResponseDelay, delay),
        ]);
        run.series(Series::SpiralLoss).into_iter().fold(0.0, f64::max)
    };
    let (quick, late, small) = (helped(2000.0, 1.0), helped(2000.0, 20.0), helped(100.0, 1.0));
    assert!(quick < 0.5 * late, "quick {quick}, late {late}");
    assert!(small > 1.5 * quick, "too little {small}");
}

#[test]
fn the_reverse_question_keeps_a_duck_afloat() {
    let drained = scenario(&[(P::Tga, 500.0)]);
    let Solution::At(rate) = solve(&drained, P::Rate, Series::Bitcoin, 0.0, 52).unwrap() else {
        panic!("some cut keeps bitcoin at zero");
    };
    assert!(rate < 0.0);
    let answer = solve(&drained, P::Runoff, Series::Level, 95.0, 52).unwrap();
    assert!(
        matches!(answer, Solution::OutOfReach { .. }),
        "no pace of runoff takes the level to 95 in half a year"
    );
}

#[test]
fn attribution_adds_up_over_the_levers() {
    let set = scenario(&[(P::Tga, 500.0), (P::Runoff, 30.0), (P::Capex, 900.0), (P::Rate, -50.0)]);
    let found = attribution::attribute(&set, &[Series::Level, Series::Index], 52).unwrap();
    assert_eq!(found.shares.len(), 4);
    for target in 0..2 {
        let sum: f64 = found.shares.iter().map(|share| share.parts[target]).sum();
        assert!((sum - found.total[target]).abs() < 1e-9);
    }
}
