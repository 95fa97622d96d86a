//! `bathtub books`.

use bathtub_model::accounts::{Instrument, Sector};
use bathtub_model::{MODEL_VERSION, simulate};
use serde_json::{Map, Value, json};

use crate::Failure;
use crate::args::Question;
use crate::output::{self, Answer};

pub fn command(question: &Question) -> Result<Answer, Failure> {
    let (scenario, week) = question.read()?;
    let sheet = simulate(&scenario).books(week)?.closing;
    if question.json {
        let positions: Map<String, Value> = Instrument::ALL
            .iter()
            .map(|instrument| {
                let of =
                    |sector: &Sector| (sector.key().to_owned(), json!(sheet.position(*sector, *instrument)));
                (instrument.key().into(), Sector::ALL.iter().map(of).collect::<Map<_, _>>().into())
            })
            .collect();
        let found = json!({
            "model_version": MODEL_VERSION,
            "start": scenario.start().date,
            "week": week,
            "positions_bn": positions,
            "imbalance": sheet.imbalance(),
        });
        return Ok(output::json(found));
    }
    let mut text = format!("start {}, week {week}, $bn\n{:<16}", scenario.start().name(), "");
    text.extend(Sector::ALL.map(|sector| format!("{:>12}", sector.key())));
    for instrument in Instrument::ALL {
        text += &format!("\n{:<16}", instrument.key());
        text.extend(Sector::ALL.map(|sector| format!("{:>12.1}", sheet.position(sector, instrument))));
    }
    Ok(output::text(text + "\n"))
}
