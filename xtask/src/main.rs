//! Serve, build, test, measure and release the page, and bring its data up to date: `cargo xtask help`
//! lists the commands.

mod args;
mod check;
mod data;
mod fuzz;
mod measure;
mod project;
mod release;
mod scorm;
mod serve;
mod site;
mod step;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use args::Task;

fn main() -> ExitCode {
    match args::parse(std::env::args_os().skip(1)).and_then(perform) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the task ended well.
fn perform(task: Task) -> Result<bool> {
    match task {
        Task::Help => println!("{}", args::USAGE),
        Task::Serve(options) => serve::run(&options)?,
        Task::Build(args::Build { address: Some(address), copy: Some((from, to)) }) => {
            site::publish(&address, &from, &to)?;
            // The pages are others now.
            site::worker::write(site::Mode::Web, &to, &tools::modules(&tools::Tools::open()?)?)?;
            println!("{}", to.display());
        }
        Task::Build(options) => {
            let dist = site::Workshop::prepare()?.build(site::Mode::Web, options.address.as_ref())?;
            println!("{}", dist.display());
        }
        Task::Release(options) => println!("{}", release::run(&options)?.display()),
        Task::Assemble(args::Assemble { out, sums, tarballs }) => {
            release::assemble(&out, &sums, &tarballs)?;
            println!("{}", out.display());
        }
        Task::Test(options) => return check::run(&options),
        Task::Fuzz(options) => return fuzz::run(&options),
        Task::Data(options) => data::run(&options)?,
        Task::Package => println!("{}", site::Workshop::prepare()?.package()?.display()),
        Task::Scorm(scorm) => println!("{}", scorm.package()?.display()),
        Task::Bench => measure::bench()?,
        Task::Screenshot => measure::screenshot()?,
    }
    Ok(true)
}
