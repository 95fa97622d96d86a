//! `bathtub run`.

use bathtub_model::document::{Bands, RunDocument};
use bathtub_model::{Duck, Run, simulate};

use crate::Failure;
use crate::args::{Asked, asked};

pub fn command(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    use lexopt::ValueExt;
    let mut draws = None;
    let Asked { scenario, week, json } = asked(parser, |option, parser| {
        if option != "bands" {
            return Ok(false);
        }
        draws = Some(count(&parser.value()?.string()?)?);
        Ok(true)
    })?;
    let run = simulate(&scenario);
    if !json {
        return match draws {
            Some(_) => Err(Failure::Request("--bands are written with --json".into())),
            None => to_text(&run, week),
        };
    }
    let bands = draws.map(|draws| Bands::new(run.scenario(), draws));
    let document = RunDocument { bands, ..RunDocument::new(&run, week)? };
    let text = serde_json::to_string_pretty(&document).map_err(|e| Failure::System(e.to_string()))?;
    Ok(text + "\n")
}

/// Most draws of a band: what the largest ensemble may take of memory, half a gigabyte.
const MOST_DRAWS: usize = 16_384;

fn count(text: &str) -> Result<usize, Failure> {
    text.parse().ok().filter(|draws| (1..=MOST_DRAWS).contains(draws)).ok_or_else(|| {
        Failure::Request(format!("bands: {text} is outside the range 1 to {MOST_DRAWS} draws"))
    })
}

fn to_text(run: &Run, week: usize) -> Result<String, Failure> {
    let readouts = run.readouts(week)?;
    let mut text = format!(
        "start {}, week {week}\nlevel {:.2}  index {:.2}  stage {} ({})  SOFR − IORB {:.1} bp\n",
        run.scenario().start().name(),
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
