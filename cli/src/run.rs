//! `bathtub run`.

use bathtub_model::ensemble::{Ensemble, QUANTILES};
use bathtub_model::{
    Channel, DATA_DATE, Duck, LevelChannel, MODEL_VERSION, PARAMETERS, Run, Scenario, Series, level_channels,
    simulate,
};
use serde_json::{Map, Value, json};

use crate::Failure;
use crate::args::{ScenarioOptions, week};

pub fn command(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    use lexopt::prelude::*;
    let mut options = ScenarioOptions::default();
    let (mut as_json, mut week_text, mut draws) = (false, None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => as_json = true,
            Long("bands") => draws = Some(count(&parser.value()?.string()?)?),
            Long("week") => week_text = Some(parser.value()?.string()?),
            Long(name) => {
                let name = name.to_owned();
                if !options.take(&name, parser)? {
                    return Err(Long(&name).unexpected().into());
                }
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let week = week(week_text.as_deref())?;
    let run = simulate(&options.scenario()?);
    if !as_json {
        return match draws {
            Some(_) => Err(Failure::Request("--bands are written with --json".into())),
            None => to_text(&run, week),
        };
    }
    let mut json = to_json(&run, week)?;
    if let Some(draws) = draws {
        json["bands"] = bands(run.scenario(), draws);
    }
    Ok(format!("{json:#}\n"))
}

/// Most draws of a band: what the largest ensemble may take of memory, half a gigabyte.
const MOST_DRAWS: usize = 16_384;

fn count(text: &str) -> Result<usize, Failure> {
    text.parse().ok().filter(|draws| (1..=MOST_DRAWS).contains(draws)).ok_or_else(|| {
        Failure::Request(format!("bands: {text} is outside the range 1 to {MOST_DRAWS} draws"))
    })
}

/// Quantiles of every series over the coefficients' ranges, week by week.
fn bands(scenario: &Scenario, draws: usize) -> Value {
    let mut ensemble = Ensemble::new(scenario, &Series::ALL, draws);
    ensemble.finish();
    let mut bands = Map::new();
    for series in Series::ALL {
        let weeks = ensemble.band(series).unwrap_or_default();
        let quantiles: Map<String, Value> = QUANTILES
            .iter()
            .enumerate()
            .map(|(i, q)| (format!("p{:.0}", q * 100.0), weeks.iter().map(|week| week[i]).collect()))
            .collect();
        bands.insert(series.row().key.into(), quantiles.into());
    }
    json!({"draws": ensemble.draws(), "series": bands})
}

fn to_json(run: &Run, week: usize) -> Result<Value, Failure> {
    let scenario = run.scenario();
    let settings: Map<String, Value> =
        PARAMETERS.iter().map(|row| (row.key.into(), json!(scenario.get(row.id)))).collect();
    let series: Map<String, Value> =
        Series::ALL.iter().map(|series| (series.row().key.into(), json!(run.series(*series)))).collect();
    let readouts = run.readouts(week)?;
    let row = run.at(week)?;
    let mut ducks = Map::new();
    for duck in Duck::ALL {
        let moved = run.duck(duck, week)?;
        let channels: Map<String, Value> = Channel::ALL
            .iter()
            .zip(moved.channels)
            .map(|(channel, part)| (channel.key().into(), json!(part)))
            .collect();
        ducks.insert(duck.key().into(), json!({"change_pct": moved.change_pct, "channels": channels}));
    }
    let untouched = simulate(&Scenario::new(scenario.start()));
    let level_channels: Map<String, Value> = LevelChannel::ALL
        .iter()
        .zip(level_channels(run, &untouched, week)?)
        .map(|(channel, part)| (channel.key().into(), json!(part)))
        .collect();
    Ok(json!({
        "model_version": MODEL_VERSION,
        "data_date": DATA_DATE,
        "start": scenario.start().date,
        "week": week,
        "settings": settings,
        "changed": scenario.changed().map(|id| id.row().key).collect::<Vec<_>>(),
        "series": series,
        "readouts": {
            "level": readouts.level,
            "index": readouts.index,
            "stage": readouts.stage as u8,
            "stage_name": readouts.stage.key(),
            "stage_reason": readouts.reason.key(),
            "spread": readouts.spread_bp,
            "reserve_ratio_pct": row[Series::ReserveRatio],
            "beyond_experience": row[Series::ReserveRatio] < bathtub_model::shapes::BEYOND_EXPERIENCE,
            "scarcity_bp": row[Series::Scarcity],
            "ten_year_change_bp": row[Series::TenYearChange],
            "spiral_gain": row[Series::SpiralGain],
        },
        "level_channels": level_channels,
        "ducks": ducks,
    }))
}

fn to_text(run: &Run, week: usize) -> Result<String, Failure> {
    let readouts = run.readouts(week)?;
    let mut text = format!(
        "start {}, week {week}\nlevel {:.2}  index {:.2}  stage {} ({})  SOFR − IORB {:.1} bp\n",
        run.scenario().start().date,
        readouts.level,
        readouts.index,
        readouts.stage.key(),
        readouts.reason.key(),
        readouts.spread_bp,
    );
    for duck in Duck::ALL {
        text += &format!("{:>12} {:+7.2} %\n", duck.key(), run.duck(duck, week)?.change_pct);
    }
    Ok(text)
}
