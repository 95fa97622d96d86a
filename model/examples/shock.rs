//! The model as a library: a shock to prices, and how much it matters when help comes.
//!
//! `cargo run --release -p bathtub-model --example shock`

use bathtub_model::{Duck, Error, ParameterId, Run, Scenario, Series, Stage, Start, simulate};

/// A run with a shock in week 8 and help some weeks later.
fn shocked(delay: f64) -> Result<Run, Error> {
    // A scenario is a dated balance sheet and a value for every parameter; what is out of range
    // is refused by name.
    let scenario = Scenario::new(Start::from_date("2026-08-19")?)
        .with(ParameterId::Shock, 15.0)? // per cent, on risky assets
        .with(ParameterId::ShockWeek, 8.0)?
        .with(ParameterId::SpiralStrength, 3.6)? // a gain above one: losses feed on themselves
        .with(ParameterId::Response, 2000.0)? // $bn, bought over eight weeks
        .with(ParameterId::ResponseDelay, delay)?;
    // A run is two years, week by week, with every series on record.
    Ok(simulate(&scenario))
}

fn main() -> Result<(), Error> {
    for delay in [1.0, 6.0, 20.0] {
        let run = shocked(delay)?;
        let stocks = run.duck(Duck::Sp500, 52)?.change_pct;
        let lowest = run.series(Series::Level).into_iter().fold(f64::INFINITY, f64::min);
        let weeks = run.rows().iter().filter(|row| Stage::from_number(row[Series::Stage]) == Stage::Crisis);
        println!(
            "help after {delay} weeks: stocks {stocks:+.0} % in a year, lowest level {lowest:.1}, {} weeks in crisis",
            weeks.count(),
        );
    }
    Ok(())
}

#[test]
fn later_help_costs_more() -> Result<(), Error> {
    main()?;
    let stocks = |delay| Ok::<f64, Error>(shocked(delay)?.duck(Duck::Sp500, 52)?.change_pct);
    assert!(stocks(1.0)? > stocks(6.0)? && stocks(6.0)? > stocks(20.0)?);
    Ok(())
}
