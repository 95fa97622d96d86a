//! `bathtub export`.

use std::path::PathBuf;

use bathtub_model::export::{Format, export};

use crate::Failure;
use crate::args::ScenarioOptions;
use crate::output::{self, Answer};

#[derive(clap::Args)]
pub struct Options {
    /// XMILE, or Vensim's format
    #[arg(long, value_parser = ["xmile", "mdl"], default_value = "xmile")]
    format: String,
    /// File to write, in place of what it held; standard output without it or with -
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    scenario: ScenarioOptions,
}

pub fn command(options: &Options) -> Result<Answer, Failure> {
    let format = Format::from_name(&options.format).unwrap_or(Format::Xmile);
    let file = export(&options.scenario.scenario()?, format);
    let Some(path) = options.out.as_ref().filter(|path| path.as_os_str() != "-") else {
        return Ok(output::text(file));
    };
    std::fs::write(path, file).map_err(|e| Failure::System(format!("{}: {e}", path.display())))?;
    Ok(output::text(String::new()))
}
