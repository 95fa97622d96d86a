//! The dated starts against the published files in `data/`.

use std::collections::HashMap;

use bathtub_model::{Date, STARTS, Scenario, Series, simulate};

/// Rows of a CSV file under `data/`, by date, each a map from column to text.
fn table(name: &str) -> HashMap<String, HashMap<String, String>> {
    let path = format!("{}/../data/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let rows = reader.deserialize::<HashMap<String, String>>();
    rows.map(|row| row.unwrap_or_else(|e| panic!("{path}: {e}")))
        .map(|row| (row["date"].clone(), row))
        .collect()
}

#[test]
fn every_balance_sheet_is_the_published_one() {
    let mut weekly = table("liquidity_weekly_2015_2025.csv");
    weekly.extend(table("snapshots_2026.csv"));
    for start in &STARTS {
        assert_eq!(start.day().to_string(), start.date);
        let row = &weekly[start.date];
        let published = |column: &str| row[column].parse::<f64>().unwrap();
        for (ours, column) in [
            (start.fed_assets, "walcl_busd"),
            (start.reserves, "wrbwfrbl_busd"),
            (start.on_rrp, "rrp_busd"),
            (start.tga, "wdtgal_busd"),
            (start.currency, "wcurcir_busd"),
            (start.iorb, "iorb"),
            (start.ten_year, "dgs10"),
        ] {
            assert_eq!(ours, published(column), "{} {column}", start.date);
        }
        // Other liabilities of the Fed: capital, foreign repo pool, clearing deposits.
        let other = start.fed_assets - start.reserves - start.on_rrp - start.tga - start.currency;
        assert!((50.0..850.0).contains(&other), "{}: other liabilities {other}", start.date);
    }
}

#[test]
fn the_spread_is_the_median_of_the_four_weeks_before() {
    let daily = table("sofr_iorb_daily_2018_2025.csv");
    let mut days: Vec<&String> = daily.keys().collect();
    days.sort();
    for start in STARTS.iter().filter(|s| ("2018-05-01".."2026-01-01").contains(&s.date)) {
        let from = Date::from_days(start.day().days() - 28).to_string();
        let mut spreads: Vec<f64> = days
            .iter()
            .filter(|day| ***day > from && day.as_str() <= start.date)
            .map(|day| {
                let row = &daily[*day];
                let pct = |c: &str| row[c].parse::<f64>().unwrap();
                (pct("sofr_pct") - pct("iorb_pct")) * 100.0
            })
            .collect();
        spreads.sort_by(f64::total_cmp);
        let median = (spreads[(spreads.len() - 1) / 2] + spreads[spreads.len() / 2]) / 2.0;
        assert!((median - start.spread).abs() < 0.51, "{}: {median} against {}", start.date, start.spread);
    }
}

#[test]
fn bank_assets_are_those_of_the_week() {
    let weekly = table("commercial_banks_weekly_2015_2025.csv");
    let later = table("snapshots_2026.csv");
    for start in &STARTS {
        let published = match weekly.get(start.date) {
            Some(row) => &row["total_assets_busd"],
            None => &later[start.date]["total_assets_banks_busd"],
        };
        assert_eq!(published.parse::<f64>().unwrap(), start.bank_assets, "{}", start.date);
        // Deposits are the larger part of them, and never the same number.
        let deposits = match weekly.get(start.date) {
            Some(row) => &row["deposits_busd"],
            None => &later[start.date]["deposits_banks_busd"],
        };
        let part = deposits.parse::<f64>().unwrap() / start.bank_assets;
        assert!((0.65..0.85).contains(&part), "{}: deposits are {part} of assets", start.date);
    }
}

#[test]
fn an_untouched_start_stands_still() {
    for start in &STARTS {
        let run = simulate(&Scenario::new(start));
        let (water, dry) = (run.series(Series::Water), run.series(Series::DryPowder));
        // The level may still fall through funding stress as currency and bank
        // assets grow; the water itself is moved by nobody before stress is felt.
        let calm = run.series(Series::Circulation).iter().take_while(|c| **c == 1.0).count();
        for t in 0..=calm.min(104) {
            assert!((water[t] / water[0] - 1.0).abs() < 1e-12, "{} week {t}", start.date);
            assert!((dry[t] / dry[0] - 1.0).abs() < 1e-12, "{} week {t}", start.date);
        }
    }
    let default = simulate(&Scenario::default());
    assert_eq!(default.readouts(52).unwrap().level, 100.0);
}
