//! The accounts: what the step carries forward and what the entries add up to agree.

use bathtub_model::accounts::{Instrument, Sector};
use bathtub_model::{PARAMETERS, ParameterId as P, Run, STARTS, Scenario, Series, Start, simulate};
use proptest::prelude::*;

/// Tolerance of every balance, relative.
const TOLERANCE: f64 = 1e-9;

fn check(run: &Run) {
    for week in [0, 1, 13, 52, 104] {
        let books = run.books(week).unwrap();
        let row = run.at(week).unwrap();
        for sheet in [&books.opening, &books.closing] {
            assert!(sheet.imbalance() < TOLERANCE, "week {week}: {}", sheet.imbalance());
        }
        // The step's own stocks against the sum of the entries.
        let fed = |instrument| books.closing.position(Sector::Fed, instrument);
        let securities = fed(Instrument::Bills) + fed(Instrument::Coupons) + fed(Instrument::FedRepo);
        for (carried, posted) in [
            (row[Series::Reserves], -fed(Instrument::Reserves)),
            (row[Series::OnRrp], -fed(Instrument::OnRrp)),
            (row[Series::Tga], -fed(Instrument::Tga)),
            (row[Series::Currency], -fed(Instrument::Currency)),
            (row[Series::FedRepo], fed(Instrument::FedRepo)),
            (row[Series::FedAssets], securities),
        ] {
            let scale = row[Series::FedAssets];
            assert!((carried - posted).abs() <= TOLERANCE * scale, "week {week}: {carried} and {posted}");
        }
        for sector in Sector::ALL {
            for instrument in Instrument::ALL {
                let at = |sheet: &bathtub_model::accounts::Sheet| sheet.position(sector, instrument);
                let sum = at(&books.opening) + at(&books.flows) + at(&books.revaluation);
                let gross = at(&books.opening).abs() + at(&books.flows).abs() + 1.0;
                assert!((sum - at(&books.closing)).abs() <= TOLERANCE * gross);
            }
        }
        let worth: f64 = Sector::ALL.iter().map(|s| books.closing.net_worth(*s)).sum();
        assert!(worth.abs() < TOLERANCE * row[Series::FedAssets] * 100.0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_books_balance_anywhere(
        start in 0..STARTS.len(),
        positions in proptest::collection::vec(
            prop_oneof![2 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)], P::COUNT),
    ) {
        let scenario = PARAMETERS.iter().zip(&positions).fold(
            Scenario::new(&STARTS[start]),
            |s, (row, at)| s.with_clamped(row.id, row.min + (row.max - row.min) * at),
        );
        check(&simulate(&scenario));
    }
}

#[test]
fn the_books_balance_at_the_corners() {
    for start in &STARTS {
        for end in [|row: &bathtub_model::Parameter| row.min, |row: &bathtub_model::Parameter| row.max] {
            let scenario =
                PARAMETERS.iter().fold(Scenario::new(start), |s, row| s.with_clamped(row.id, end(row)));
            check(&simulate(&scenario));
        }
    }
}

/// One's own balance sheet is the one that the books open with.
#[test]
fn the_books_open_with_one_s_own_numbers() {
    let own = Scenario::default()
        .with(P::ReservesAtStart, 2900.0)
        .unwrap()
        .with(P::BillsOutstanding, 7000.0)
        .unwrap();
    let run = simulate(&own);
    check(&run);
    let sheet = run.books(0).unwrap().opening;
    assert_eq!(sheet.position(Sector::Banks, Instrument::Reserves), 2900.0);
    assert_eq!(sheet.position(Sector::Treasury, Instrument::Bills), -7000.0);
    assert_eq!(run.at(0).unwrap()[Series::Reserves], 2900.0);
}

/// A rebuild of the Treasury's account by 500 from 2025-07-30, paid as far as
/// possible out of reverse repo, against one paid out of deposits alone.
#[test]
fn who_pays_the_treasury_matters() {
    let base = Scenario::new(Start::from_date("2025-07-30").unwrap()).with(P::Tga, 500.0).unwrap();
    let by_rrp = simulate(&base.with(P::RrpDraw, 1.0).unwrap().with(P::RrpHalf, 50.0).unwrap());
    let by_deposits = simulate(&base.with(P::RrpDraw, 0.0).unwrap());
    let at = |run: &Run, series: Series| run.at(13).unwrap()[series];
    let reserves = at(&by_rrp, Series::Reserves) - at(&by_deposits, Series::Reserves);
    let on_rrp = at(&by_deposits, Series::OnRrp) - at(&by_rrp, Series::OnRrp);
    let spread = at(&by_deposits, Series::Spread) - at(&by_rrp, Series::Spread);
    let level = at(&by_rrp, Series::Level) - at(&by_deposits, Series::Level);
    assert!((reserves - on_rrp).abs() < 1e-6, "what one buffer keeps the other loses");
    assert!((60.0..160.0).contains(&reserves), "reserves differ by {reserves}bn");
    assert!((1.0..8.0).contains(&spread), "the spread differs by {spread} bp");
    assert!((0.05..0.5).contains(&level), "the level differs by {level}");
}
