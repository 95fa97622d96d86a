//! What stands on the command line: the commands with their help, and what is wrong with others.

use std::ffi::OsString;

use bathtub_model::{PARAMETERS, Parameter};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser, Subcommand};

use crate::args::{Question, named};
use crate::output::{self, Answer};
use crate::{Failure, attribute, backtest, books, export, run, solve, tables};

/// The liquidity bathtub from a shell: a weekly model of US dollar liquidity
#[derive(Parser)]
#[command(
    name = "bathtub",
    bin_name = "bathtub",
    max_term_width = 110,
    version = format!("{}, model {}", env!("CARGO_PKG_VERSION"), bathtub_model::MODEL_VERSION),
    after_help = "`bathtub help COMMAND` or `bathtub COMMAND --help` has the options of a command.\n\
                  Exit codes: 0 done, 1 a file or the result could not be read or written,\n\
                  2 a request that is refused."
)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Run two years from a dated balance sheet
    #[command(after_help = levers())]
    Run(run::Options),
    /// Say what moved level and index, by setting and by channel; what else would have moved as
    /// much; the next $100bn of AI capex; the assumptions that matter most
    #[command(after_help = levers())]
    Attribute(Question),
    /// Find the value of a lever or coefficient at which a series meets a target, or comes nearest
    #[command(after_help = levers())]
    Solve(solve::Options),
    /// Show every sector's balance sheet at the end of a week
    #[command(after_help = levers())]
    Books(Question),
    /// Drive the model with published data and show its errors, or what one change of history
    /// would have done
    #[command(after_help = coefficients())]
    Backtest(backtest::Options),
    /// Write the model for system-dynamics engines
    #[command(after_help = levers())]
    Export(export::Options),
    /// List every lever and coefficient with range, unit, default, tag and source
    Parameters(tables::Options),
    /// List the dated balance sheets a run can begin from; any Wednesday of the weekly table will do
    /// too, with capex, tank and market values of the nearest of these
    Starts(tables::Options),
    /// List every series a run records, with unit and meaning
    Series(tables::Options),
    /// List the prepared scenarios, with the command that runs each
    Scenarios(tables::Options),
}

/// What the command line asks for.
///
/// # Errors
/// Why there is no answer.
pub fn answer(arguments: impl Iterator<Item = OsString>) -> Result<Answer, Failure> {
    let arguments: Vec<OsString> = arguments.collect();
    let command = match CommandLine::try_parse_from(&arguments) {
        Ok(CommandLine { command }) => command,
        Err(told) if !told.use_stderr() => return Ok(output::text(told.render().to_string())),
        Err(error) => {
            return asked_for_help(&arguments).ok_or_else(|| Failure::Request(sentence(&error)));
        }
    };
    match command {
        None => Ok(output::text(CommandLine::command().render_help().to_string())),
        Some(Command::Run(options)) => run::command(&options),
        Some(Command::Attribute(question)) => attribute::command(&question),
        Some(Command::Solve(options)) => solve::command(&options),
        Some(Command::Books(question)) => books::command(&question),
        Some(Command::Backtest(options)) => backtest::command(&options),
        Some(Command::Export(options)) => export::command(&options),
        Some(Command::Parameters(options)) => Ok(tables::parameters(&options)),
        Some(Command::Starts(options)) => Ok(tables::starts(&options)),
        Some(Command::Series(options)) => Ok(tables::series(&options)),
        Some(Command::Scenarios(options)) => Ok(tables::scenarios(&options)),
    }
}

/// The help or the version that a command line asks for, whatever is wrong with the rest of it.
fn asked_for_help(arguments: &[OsString]) -> Option<Answer> {
    let has = |names: [&str; 2]| arguments.iter().any(|argument| names.iter().any(|name| argument == name));
    let mut whole = CommandLine::command();
    whole.build();
    if has(["--help", "-h"]) {
        let named = |argument: &OsString| Some(whole.find_subcommand(argument)?.clone());
        let command = arguments.iter().skip(1).filter_map(named).find(|command| command.get_name() != "help");
        return Some(output::text(command.unwrap_or(whole).render_help().to_string()));
    }
    has(["--version", "-V"]).then(|| output::text(whole.render_version()))
}

/// A command line that cannot be read, in one sentence.
fn sentence(error: &clap::Error) -> String {
    let about = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => named(text),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (option, value) = (about(ContextKind::InvalidArg), about(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("{}: no such command; `bathtub --help` lists them", about(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => match about(ContextKind::SuggestedArg) {
            _ if !option.starts_with('-') => {
                format!("{option}: not expected here; options begin with --")
            }
            likely if likely.is_empty() => {
                format!("{option}: no such option; `--help` after the command lists its own")
            }
            likely => format!("{option}: no such option; did you mean {likely}?"),
        },
        ErrorKind::ArgumentConflict => format!("{option}: stands twice; leave one of the two"),
        ErrorKind::InvalidValue if ["", "''"].contains(&value.as_str()) => {
            format!("{option}: its value is missing")
        }
        ErrorKind::InvalidValue => {
            format!("{option}: '{value}' is none of {}", about(ContextKind::ValidValue))
        }
        ErrorKind::TooManyValues => format!("{option}: it takes no value, and '{value}' is one"),
        ErrorKind::MissingRequiredArgument => format!("{option}: needed, and not given"),
        ErrorKind::InvalidUtf8 => "an argument is no text in UTF-8".into(),
        _ => error.kind().as_str().unwrap_or("the command line cannot be read").into(),
    }
}

/// Rows of the parameter table below a heading, in columns as wide as what stands in them.
fn rows(heading: &str, which: fn(&Parameter) -> bool) -> String {
    let rows: Vec<_> = PARAMETERS.iter().filter(|row| which(row)).collect();
    let range = |row: &Parameter| format!("{} to {}", row.min, row.max);
    let widest = |text: &dyn Fn(&Parameter) -> usize| rows.iter().map(|row| text(row)).max().unwrap_or(0) + 2;
    let key = widest(&|row| row.key.len());
    let (ranges, unit) = (widest(&|row| range(row).len()), widest(&|row| row.unit.name().chars().count()));
    let row = |row: &&Parameter| {
        format!("\n  {:<key$}{:<ranges$}{:<unit$}{}", row.key, range(row), row.unit.name(), row.label)
    };
    let rows: String = rows.iter().map(row).collect();
    format!("{heading}{rows}")
}

fn levers() -> String {
    let heading =
        "Levers, range, unit (`bathtub parameters` has defaults, sources and the coefficients too):";
    rows(heading, |row| row.id.is_lever())
}

fn coefficients() -> String {
    rows("Coefficients, range, unit (`bathtub parameters` has defaults and sources):", |row| {
        !row.id.is_lever()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        CommandLine::command().debug_assert();
        assert!(CommandLine::command().render_help().to_string().contains("backtest"));
    }
}
