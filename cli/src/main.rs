//! `bathtub`: the liquidity bathtub from a shell.
//!
//! Exit codes: 0 done, 1 a file could not be read or written, 2 a request the
//! model refuses, stated in one sentence on stderr.

mod args;
mod attribute;
mod backtest;
mod books;
mod export;
mod published;
mod run;
mod solve;
mod tables;

use std::process::ExitCode;

/// Why a command ends without a result.
pub enum Failure {
    /// The request makes no sense; exit code 2.
    Request(String),
    /// The system failed; exit code 1.
    System(String),
}

impl From<bathtub_model::Error> for Failure {
    fn from(error: bathtub_model::Error) -> Self {
        Failure::Request(error.to_string())
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Failure::Request(error.to_string())
    }
}

const HELP: &str = "\
bathtub: a weekly model of US dollar liquidity

  bathtub run [--start DATE] [--set KEY=VALUE]... [--week N] [--json [--bands DRAWS]]
      runs two years from a dated balance sheet, `bathtub starts` or any Wednesday since 2015 (but
      for March 18 to July 15, 2020); bands are quantiles of every series over
      the ranges of the coefficients, kept in single precision
  bathtub attribute [--start DATE] [--set KEY=VALUE]... [--week N] [--json]
      what moved level and index, by setting and by channel; what else would have moved as much;
      the next $100bn of AI capex; the assumptions that matter most
  bathtub solve --lever KEY --series KEY --target N
                [--start DATE] [--set KEY=VALUE]... [--week N] [--json]
      the value of a lever or coefficient at which a series meets a target, or comes nearest
  bathtub books [--start DATE] [--set KEY=VALUE]... [--week N] [--json]
      every sector's balance sheet at the end of a week
  bathtub backtest [--start DATE] [--end DATE] [--data FILE]... [--set KEY=VALUE]...
                   [--change tga=N|runoff=N]... [--json]
      drives the model with published data and shows its errors, or what one change of history
      would have done; FILE is CSV, with the columns of data/liquidity_weekly_2015_2025.csv or
      with FRED's series; several are merged by date
  bathtub export [--format xmile|mdl] [--start DATE] [--set KEY=VALUE]... [--out FILE]
      writes the model for system-dynamics engines
  bathtub parameters [--json]
      every lever and coefficient with range, default, tag and source
  bathtub starts [--json]
      the dated balance sheets a run can begin from; any Wednesday of the weekly table will do
      too, with capex, tank and market values of the nearest of these
  bathtub series [--json]
      every series a run records, with unit and meaning
  bathtub --version
";

fn main() -> ExitCode {
    match dispatch() {
        Ok(text) => {
            // A closed pipe (`| head`) is no failure of ours.
            use std::io::Write;
            let _ = std::io::stdout().lock().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(Failure::Request(reason)) => {
            eprintln!("{reason}");
            ExitCode::from(2)
        }
        Err(Failure::System(reason)) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<String, Failure> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_env();
    match parser.next()? {
        None | Some(Short('h') | Long("help")) => Ok(HELP.into()),
        Some(Short('V') | Long("version")) => {
            Ok(format!("bathtub {}, model {}\n", env!("CARGO_PKG_VERSION"), bathtub_model::MODEL_VERSION))
        }
        Some(Value(command)) => match command.string()?.as_str() {
            "run" => run::command(&mut parser),
            "attribute" => attribute::command(&mut parser),
            "solve" => solve::command(&mut parser),
            "books" => books::command(&mut parser),
            "parameters" => tables::parameters(&mut parser),
            "backtest" => backtest::command(&mut parser),
            "export" => export::command(&mut parser),
            "starts" => tables::starts(&mut parser),
            "series" => tables::series(&mut parser),
            other => Err(Failure::Request(format!("{other}: no such command; `bathtub --help` lists them"))),
        },
        Some(other) => Err(other.unexpected().into()),
    }
}
