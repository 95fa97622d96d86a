//! `bathtub run`.

use bathtub_model::document::{Bands, RunDocument};
use bathtub_model::ensemble::LANES;
use bathtub_model::{Duck, Run, simulate};

use crate::Failure;
use crate::args::{Question, named};
use crate::output::{self, Answer};

#[derive(clap::Args)]
pub struct Options {
    #[command(flatten)]
    question: Question,
    #[arg(long, value_name = "DRAWS", help = help(), allow_hyphen_values = true)]
    bands: Option<String>,
}

fn help() -> String {
    format!(
        "Add to the JSON quantiles of every series over the ranges of the coefficients, in single precision: \
         1 to {} draws, rounded up to a multiple of {LANES}",
        Bands::MOST_DRAWS
    )
}

pub fn command(options: &Options) -> Result<Answer, Failure> {
    let draws = options.bands.as_deref().map(count).transpose()?;
    let (scenario, week) = options.question.read()?;
    let run = simulate(&scenario);
    if !options.question.json {
        return match draws {
            Some(_) => Err(Failure::Request("--bands are written with --json".into())),
            None => to_text(&run, week).map(output::text),
        };
    }
    let bands = draws.map(|draws| Bands::new(run.scenario(), draws));
    Ok(output::json(RunDocument { bands, ..RunDocument::new(&run, week)? }))
}

fn count(text: &str) -> Result<usize, Failure> {
    text.parse().ok().filter(|draws| (1..=Bands::MOST_DRAWS).contains(draws)).ok_or_else(|| {
        Failure::Request(format!(
            "bands: {} is outside the range 1 to {} draws",
            named(text),
            Bands::MOST_DRAWS
        ))
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
