//! `bathtub parameters`, `starts`, `series` and `scenarios`.

use bathtub_model::{PARAMETERS, PRESETS, SERIES, STARTS, document};

use crate::output::{self, Answer};

#[derive(clap::Args)]
pub struct Options {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn parameters(options: &Options) -> Answer {
    if options.json {
        return output::json(document::parameters());
    }
    output::text(
        PARAMETERS
            .iter()
            .map(|row| {
                format!(
                    "{:<24} {:>9} [{}, {}] {} ({}) — {}\n",
                    row.key,
                    row.default,
                    row.min,
                    row.max,
                    row.unit,
                    row.tag.name(),
                    row.label,
                )
            })
            .collect(),
    )
}

pub fn starts(options: &Options) -> Answer {
    if options.json {
        return output::json(document::starts());
    }
    output::text(
        STARTS
            .iter()
            .map(|s| {
                format!(
                    "{}  Fed {:.0}  reserves {:.0}  TGA {:.0}  ON RRP {:.0}  SOFR − IORB {:+.0} bp\n",
                    s.date, s.fed_assets, s.reserves, s.tga, s.on_rrp, s.spread
                )
            })
            .collect(),
    )
}

pub fn series(options: &Options) -> Answer {
    if options.json {
        return output::json(document::series());
    }
    output::text(
        SERIES.iter().map(|row| format!("{:<24} {:<12} {}\n", row.key, row.unit, row.meaning)).collect(),
    )
}

pub fn scenarios(options: &Options) -> Answer {
    if options.json {
        return output::json(document::scenarios());
    }
    let text = |preset: &bathtub_model::Preset| {
        let set: Vec<String> =
            preset.levers.iter().map(|(id, value)| format!("--set {}={value}", id.row().key)).collect();
        format!(
            "{:<18} {}\n    bathtub run --start {} --week {} {}\n",
            preset.key,
            preset.title,
            preset.start,
            preset.week,
            set.join(" ")
        )
    };
    output::text(PRESETS.iter().map(text).collect())
}
