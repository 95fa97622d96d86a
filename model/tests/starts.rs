//! The dated starts against the published files in `data/`.

use std::collections::HashMap;

use bathtub_model::backtest::Tables;
use bathtub_model::{Date, Error, ParameterId as P, STARTS, Scenario, Series, Start, simulate};

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

/// The rest of `data/starts.csv`: what was in force before the start.
#[test]
fn pace_growth_and_floor_are_those_of_the_weeks_before() {
    let rules = table("starts.csv");
    let mut weekly = table("liquidity_weekly_2015_2025.csv");
    weekly.extend(table("snapshots_2026.csv"));
    let mut banks = table("commercial_banks_weekly_2015_2025.csv");
    for (day, row) in table("snapshots_2026.csv") {
        let assets = row["total_assets_banks_busd"].clone();
        banks.insert(day, HashMap::from([("total_assets_busd".into(), assets)]));
    }
    for start in &STARTS {
        let Some(rule) = rules.get(start.date) else {
            assert_eq!(start.date, "2015-01-07", "the first week held has none before it");
            assert_eq!(start.runoff, 0.0);
            continue;
        };
        let of = |column: &str| rule[column].parse::<f64>().unwrap();
        let mut pace = of("policy_pace_busd_month");
        if start.date.starts_with("2023") {
            // Loans to banks hid the runoff of securities.
            let held = |date: &str| {
                let busd = |column: &str| weekly[date][column].parse::<f64>().unwrap();
                busd("treast_busd") + busd("wshomcb_busd")
            };
            pace = (held(&Date::from_days(start.day().days() - 91).to_string()) - held(start.date)) / 3.0;
        }
        assert!((start.runoff - pace).abs() <= 0.5, "{}: {pace}", start.date);
        assert!((P::Runoff.row().min..=P::Runoff.row().max).contains(&start.runoff));
        assert_eq!(start.floor, of("on_rrp_award_minus_iorb_bp"), "{}", start.date);
        assert_eq!(start.spread, of("spread_4w_median_bp"), "{}", start.date);
        assert_eq!(start.bills, of("bills_busd"), "{}", start.date);
        let before = Date::from_days(start.day().days() - 364).to_string();
        let (Some(then), Some(reserves)) = (banks.get(&before), weekly.get(&before)) else { continue };
        let then_all: f64 = then["total_assets_busd"].parse().unwrap();
        let then_other = then_all - reserves["wrbwfrbl_busd"].parse::<f64>().unwrap();
        let growth = 100.0 * (start.bank_assets - start.reserves - then_other) / then_other;
        assert!((growth - start.bank_assets_growth).abs() < 0.051, "{}: {growth}", start.date);
    }
    // Left out: the Fed then bought more than the lever holds.
    assert!(rules["2020-03-18"]["policy_pace_busd_month"].parse::<f64>().unwrap() < P::Runoff.row().min);
}

/// Capital spending is that of the last quarter ended, at a year's rate, rounded to the lever's step.
#[test]
fn capex_and_cash_flow_are_those_of_the_last_quarter() {
    let path = format!("{}/../data/hyperscalers_quarterly.csv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    for start in STARTS.iter().filter(|start| start.date > "2018-04") {
        let (year, month) = (start.day().year(), start.day().month());
        // A day that ends a quarter has it.
        let ended = if start.date == "2025-12-31" { 4 } else { (month - 1) / 3 };
        let quarter = if ended == 0 { format!("{}Q4", year - 1) } else { format!("{year}Q{ended}") };
        let known = rows.iter().rfind(|row| row[0] <= quarter.as_str()).unwrap();
        let yearly = |text: &str| text.parse::<f64>().map(|busd| busd * 4.0);
        assert!((yearly(known[6]).unwrap() - start.capex).abs() <= 2.5, "{}: {}", start.date, known[6]);
        if let Ok(cash) = yearly(known[7]) {
            assert!((cash - start.operating_cash_flow).abs() <= 2.5, "{}: {cash}", start.date);
        }
    }
}

/// In the 26 weeks after each start since July 2025 the Wednesdays had spreads between −9 and +22 bp.
#[test]
fn untouched_runs_stay_within_what_was_then_observed() {
    for start in STARTS.iter().filter(|start| start.date > "2025-07") {
        let run = simulate(&Scenario::new(start));
        for row in &run.rows()[..=26] {
            let spread = row[Series::Spread];
            assert!((-9.0..=22.0).contains(&spread), "{}: {spread} bp", start.date);
            assert!(row[Series::Stage] <= 1.0, "{}: ample or tight", start.date);
        }
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

fn tables() -> Tables {
    let read = |name: &str| {
        let path = format!("{}/../data/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    };
    let names = [
        "liquidity_weekly_2015_2025.csv",
        "commercial_banks_weekly_2015_2025.csv",
        "treasury_debt_monthly_2014_2025.csv",
    ];
    let texts = names.map(read);
    Tables::from_csv(texts.each_ref().map(String::as_str)).unwrap()
}

/// Any Wednesday of the table can be begun from. What is left out is named here: the Fed bought
/// more in a month than the lever holds, in the spring of 2020.
#[test]
fn every_wednesday_of_the_table_is_a_start() {
    let weekly = table("liquidity_weekly_2015_2025.csv");
    let tables = tables();
    let mut refused = Vec::new();
    for date in weekly.keys() {
        let day = Date::parse(date).unwrap();
        match tables.published().start(day) {
            Ok(start) => {
                assert_eq!(start.date, date);
                let published = |column: &str| weekly[date][column].parse::<f64>().unwrap();
                assert_eq!(
                    (start.fed_assets, start.tga),
                    (published("walcl_busd"), published("wdtgal_busd"))
                );
                assert_eq!(start.nearest.is_none(), STARTS.iter().any(|known| known.date == date));
                let kept = start.keep().unwrap();
                assert_eq!(Start::from_date(date), Ok(kept));
                let run = simulate(&Scenario::new(kept));
                for series in Series::ALL {
                    assert!(run.series(series).iter().all(|value| value.is_finite()), "{date} {series:?}");
                }
            }
            Err(Error::StartOutOfRange { key: "runoff", .. }) => refused.push(day),
            Err(other) => panic!("{date}: {other}"),
        }
    }
    refused.sort();
    let [from, to] = ["2020-03-18", "2020-07-15"].map(|day| Date::parse(day).unwrap());
    let refused_days: Vec<String> = refused.iter().map(Date::to_string).collect();
    assert!(refused.iter().all(|day| (from..=to).contains(day)), "{refused_days:?}");
    assert!(refused.len() > 10, "{refused_days:?}");
    for (day, missing) in [("2024-05-16", "no Wednesday (the one before is 2024-05-15)"), ("1999-12-29", "")]
    {
        let error = tables.published().start(Date::parse(day).unwrap()).unwrap_err();
        assert!(error.to_string().contains(missing), "{error}");
    }
}

/// What the table gives is what the curated starts of its years have.
#[test]
fn the_table_gives_what_the_curated_starts_state() {
    let tables = tables();
    // A week away from a curated start everything but the moves of a week is the same.
    for curated in STARTS.iter().filter(|start| ("2016".."2025-12-20").contains(&start.date)) {
        let next = tables.published().start(curated.day().plus_weeks(1)).unwrap();
        assert_eq!(next.nearest, Some(curated.date));
        assert_eq!(
            (next.capex, next.dry, next.market_assets),
            (curated.capex, curated.dry, curated.market_assets)
        );
        let near = |ours: f64, theirs: f64, apart: f64| {
            assert!((ours - theirs).abs() <= apart, "{}: {ours} against {theirs}", curated.date)
        };
        // In September 2019 the Fed lent from one week to the next, and securities are not in the table.
        near(next.runoff, curated.runoff, 30.0);
        near(next.bank_assets_growth, curated.bank_assets_growth, 1.0);
        near(next.spread, curated.spread, 6.0);
        near(next.bills / curated.bills, 1.0, 0.07);
        near(next.floor, curated.floor, 5.0);
        near(
            next.purchase_coupon_share,
            curated.purchase_coupon_share,
            if curated.runoff < 0.0 { 0.0 } else { 1.0 },
        );
    }
}
