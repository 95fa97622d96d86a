//! `bathtub`: the liquidity bathtub from a shell.
//!
//! Exit codes: 0 done, 1 a file or the result could not be read or written, 2 a request the
//! model refuses, stated in one sentence on stderr.

mod args;
mod attribute;
mod backtest;
mod books;
mod command_line;
mod export;
mod output;
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

fn main() -> ExitCode {
    match command_line::answer(std::env::args_os()).and_then(output::print) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Request(reason)) => {
            output::complain(&reason);
            ExitCode::from(2)
        }
        Err(Failure::System(reason)) => {
            output::complain(&reason);
            ExitCode::FAILURE
        }
    }
}
