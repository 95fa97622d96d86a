//! `bathtub run`.

use bathtub_model::{Channel, DATA_DATE, Duck, MODEL_VERSION, PARAMETERS, Run, Series, simulate};
use serde_json::{Map, Value, json};

use crate::Failure;
use crate::args::{ScenarioOptions, week};

pub fn command(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    use lexopt::prelude::*;
    let mut options = ScenarioOptions::default();
    let (mut as_json, mut week_text) = (false, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => as_json = true,
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
    if as_json { Ok(format!("{:#}\n", to_json(&run, week)?)) } else { to_text(&run, week) }
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
