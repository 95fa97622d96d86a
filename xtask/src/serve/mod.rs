//! `cargo xtask serve`: the site on this machine, with the headers a good host would send.

mod server;
mod watch;

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

use crate::args;
use crate::site::{Mode, Workshop};
use crate::step::step;
use crate::tools::{self, Tools};
use server::Server;
use watch::Watch;

/// Builds unless a folder is given, and serves until interrupted.
///
/// # Errors
/// When the build fails or no port can be had.
pub fn run(options: &args::Serve) -> Result<()> {
    let base = options.base.as_deref().unwrap_or("/");
    let modules = tools::modules(&Tools::open()?)?;
    // Before a long build, so that a busy port is known at once.
    let mut server = Server::start(&modules, base, options.port)?;
    let address = format!("http://127.0.0.1:{}{base}", server.port());
    if let Some(folder) = &options.dir {
        show(&mut server, folder)?;
        announce(&address, options.open);
        return server.wait();
    }
    let workshop = Workshop::prepare()?;
    if !options.dev {
        show(&mut server, &workshop.build(Mode::Web, None)?)?;
        announce(&address, options.open);
        return server.wait();
    }
    // Begun before the build, so that a change while it runs is not missed.
    let watch = Watch::new(watch::sources()?)?;
    server.show(&workshop.build(Mode::Dev, None)?, true)?;
    announce(&address, options.open);
    loop {
        watch.wait()?;
        eprintln!("sources changed");
        match workshop.build(Mode::Dev, None) {
            Ok(folder) => server.show(&folder, true)?,
            // The page of before stays up while the mistake is mended.
            Err(error) => eprintln!("{error:#}"),
        }
    }
}

fn show(server: &mut Server, folder: &Path) -> Result<()> {
    let remedy = "build the site first: cargo xtask build";
    ensure!(
        folder.join("index.html").is_file(),
        "{} has no index.html\n  remedy: {remedy}",
        folder.display()
    );
    step("read the site", remedy, || server.show(folder, false))
}

/// The address is the last line of the output.
fn announce(address: &str, in_browser: bool) {
    println!("{address}");
    if in_browser {
        open(address);
    }
}

/// Opens the address in the user's browser; when that fails, the address is on the screen.
fn open(address: &str) {
    let (program, args): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let opened = Command::new(program)
        .args(args)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if opened.is_err() {
        eprintln!("  no browser could be opened: go to the address yourself");
    }
}

#[cfg(test)]
mod tests;
