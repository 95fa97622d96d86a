//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use lexopt::prelude::*;

use crate::scorm::Scorm;
use crate::site::Address;

pub const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--open] [--dev]     build the page and serve it on this machine
        [--dir D] [--base /path/]       serve folder D as it is, below a path
  build [--site-url URL]                leave the complete static site in dist/; a page that is
                                        told where it will be published names its address
        [--from D --to E]               do not build: copy a finished folder D to E and write the
                                        address into its pages
  release [--site-url URL]              leave in target/release-files/ the site, the module and the
        [--only site|command]           command as tarballs, with their digests
  assemble --out D --sums F SITE …      put the sites of releases together in a new folder D: each
                                        below v/<version>/, the newest at the root; F has the digests
  test [check …] [--fail-fast]          run all checks, or some: format clippy model cli
       [-- args]                        page xtask layers wasm module browser core
                                        engines size; `core -- webkit` runs the core in WebKitGTK
  fuzz [--events N] [--seed S]          let a monkey do N events to the page, and print the seed and
        [--replay FILE]                 the shortest list of events when something goes wrong, which
        [--guided SECONDS]              --replay does again; --guided has the readers of links,
                                        numbers, questions and data files given what reaches new code
  data [--check] [--base URL]           bring data/ up to date and show the difference;
                                        --check shows it alone, --base asks another server
  package                               leave the model as a package for JavaScript in
                                        target/package/
          scorm LESSON [--lang TAG]     or a lesson as a zip for learning platforms (SCORM 1.2);
                [--from D]              --from takes a finished site
  bench                                 measure the model beside others, and the page
  screenshot                            write docs/screenshot.png from the built page

Environment: BATHTUB_TOOLS names the folder for tools (target/tools unless set),
BATHTUB_CHROMIUM and BATHTUB_FIREFOX browsers, BATHTUB_STD_FROM_SOURCE=1 builds the
WebAssembly standard library instead of asking rustup for it.";

#[derive(Debug, PartialEq)]
pub enum Task {
    Serve(Serve),
    Build(Build),
    Release(Release),
    Assemble(Assemble),
    Test(Test),
    Fuzz(Fuzz),
    Data(Data),
    Package,
    Scorm(Scorm),
    Bench,
    Screenshot,
    Help,
}

#[derive(Debug, Default, PartialEq)]
pub struct Build {
    /// Where the site will be published.
    pub address: Option<Address>,
    /// A finished folder that is given the address, and the folder for the result.
    pub copy: Option<(PathBuf, PathBuf)>,
}

#[derive(Debug, Default, PartialEq)]
pub struct Release {
    /// Where the site will be published.
    pub address: Option<Address>,
    /// One part alone.
    pub only: Option<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    Site,
    Command,
}

#[derive(Debug, PartialEq)]
pub struct Assemble {
    /// A folder that is made.
    pub out: PathBuf,
    /// The digests of the tarballs.
    pub sums: PathBuf,
    /// Sites, one a release.
    pub tarballs: Vec<PathBuf>,
}

#[derive(Debug, Default, PartialEq)]
pub struct Serve {
    /// Given explicitly: then a busy port is an error. 0 lets the system choose.
    pub port: Option<u16>,
    pub open: bool,
    pub dev: bool,
    /// Serve this folder without building.
    pub dir: Option<PathBuf>,
    /// The path the site appears under, `/` unless set; begins and ends with a slash.
    pub base: Option<String>,
}

#[derive(Debug, Default, PartialEq)]
pub struct Test {
    pub checks: Vec<String>,
    pub fail_fast: bool,
    pub filter: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub enum Fuzz {
    /// A monkey does so many events; without a seed it takes one of the clock.
    Monkey { events: u32, seed: Option<u32> },
    /// A list of events is done again.
    Replay(PathBuf),
    /// The readers, so many seconds each, led by what code a text reaches.
    Guided(u32),
}

#[derive(Debug, Default, PartialEq)]
pub struct Data {
    /// Show the difference and write nothing.
    pub check: bool,
    /// Scheme and host to ask in place of every publisher's.
    pub base: Option<String>,
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// A sentence naming the argument that is not understood.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Task> {
    let mut parser = lexopt::Parser::from_args(args);
    let Some(first) = parser.next()? else {
        return Ok(Task::Help);
    };
    match first {
        Value(name) => match name.string()?.as_str() {
            "serve" => serve(&mut parser),
            "test" => test(&mut parser),
            "fuzz" => fuzz(&mut parser),
            "data" => data(&mut parser),
            "build" => build(&mut parser),
            "release" => release(&mut parser),
            "assemble" => assemble(&mut parser),
            "package" => package(&mut parser),
            "bench" => alone(&mut parser, Task::Bench),
            "screenshot" => alone(&mut parser, Task::Screenshot),
            "help" => Ok(Task::Help),
            other => bail!("unknown command `{other}`\n\n{USAGE}"),
        },
        Short('h') | Long("help") => Ok(Task::Help),
        other => Err(other.unexpected().into()),
    }
}

fn serve(parser: &mut lexopt::Parser) -> Result<Task> {
    let mut serve = Serve::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("port") => serve.port = Some(parser.value()?.parse()?),
            Long("open") => serve.open = true,
            Long("dev") => serve.dev = true,
            Long("dir") => serve.dir = Some(parser.value()?.into()),
            Long("base") => serve.base = Some(base_path(&parser.value()?.string()?)?),
            Short('h') | Long("help") => return Ok(Task::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    if serve.dev && serve.dir.is_some() {
        bail!("--dev builds from the sources: it cannot serve a given --dir");
    }
    Ok(Task::Serve(serve))
}

fn build(parser: &mut lexopt::Parser) -> Result<Task> {
    let (mut address, mut from, mut to) = (None, None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("site-url") => address = Some(Address::read(&parser.value()?.string()?)?),
            Long("from") => from = Some(PathBuf::from(parser.value()?)),
            Long("to") => to = Some(PathBuf::from(parser.value()?)),
            Short('h') | Long("help") => return Ok(Task::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    if from.is_some() != to.is_some() || (from.is_some() && address.is_none()) {
        bail!("--from and --to come together, with --site-url");
    }
    Ok(Task::Build(Build { address, copy: from.zip(to) }))
}

fn release(parser: &mut lexopt::Parser) -> Result<Task> {
    let mut release = Release::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("site-url") => release.address = Some(Address::read(&parser.value()?.string()?)?),
            Long("only") => {
                release.only = Some(match parser.value()?.string()?.as_str() {
                    "site" => Part::Site,
                    "command" => Part::Command,
                    other => bail!("--only takes site or command, not `{other}`"),
                });
            }
            Short('h') | Long("help") => return Ok(Task::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Release(release))
}

fn assemble(parser: &mut lexopt::Parser) -> Result<Task> {
    let (mut out, mut sums, mut tarballs) = (None, None, Vec::new());
    while let Some(arg) = parser.next()? {
        match arg {
            Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Long("sums") => sums = Some(PathBuf::from(parser.value()?)),
            Value(tarball) => tarballs.push(PathBuf::from(tarball)),
            Short('h') | Long("help") => return Ok(Task::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    match out.zip(sums) {
        Some((out, sums)) if !tarballs.is_empty() => Ok(Task::Assemble(Assemble { out, sums, tarballs })),
        _ => bail!("assemble needs --out, --sums and the tarballs of one site or several"),
    }
}

fn base_path(text: &str) -> Result<String> {
    if !text.starts_with('/') {
        return Err(anyhow!("--base must begin with a slash, not `{text}`"));
    }
    let inner = text.trim_matches('/');
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

fn test(parser: &mut lexopt::Parser) -> Result<Task> {
    let mut test = Test::default();
    loop {
        // Everything after `--` belongs to the test runner of the check.
        if let Some(mut raw) = parser.try_raw_args()
            && raw.next_if(|arg| arg == "--").is_some()
        {
            for arg in raw {
                test.filter.push(arg.string()?);
            }
            break;
        }
        match parser.next()? {
            None => break,
            Some(Long("fail-fast")) => test.fail_fast = true,
            Some(Short('h') | Long("help")) => return Ok(Task::Help),
            Some(Value(check)) => test.checks.push(check.string()?),
            Some(other) => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Test(test))
}

/// As many events as the suite has.
const EVENTS: u32 = 20_000;

fn fuzz(parser: &mut lexopt::Parser) -> Result<Task> {
    let (mut events, mut seed, mut replay, mut guided) = (None, None, None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("events") => events = Some(parser.value()?.parse()?),
            Long("seed") => seed = Some(parser.value()?.parse()?),
            Long("replay") => replay = Some(PathBuf::from(parser.value()?)),
            Long("guided") => guided = Some(parser.value()?.parse()?),
            Short('h') | Long("help") => return Ok(Task::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Fuzz(match (replay, guided) {
        (None, None) => Fuzz::Monkey { events: events.unwrap_or(EVENTS), seed },
        (Some(list), None) if events.is_none() && seed.is_none() => Fuzz::Replay(list),
        (None, Some(seconds)) if events.is_none() && seed.is_none() => Fuzz::Guided(seconds),
        _ => bail!("--replay and --guided stand alone"),
    }))
}

fn data(parser: &mut lexopt::Parser) -> Result<Task> {
    let mut data = Data::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("check") => data.check = true,
            Long("base") => data.base = Some(base_address(&parser.value()?.string()?)?),
            Short('h') | Long("help") => return Ok(Task::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Data(data))
}

fn base_address(text: &str) -> Result<String> {
    if !["http://", "https://"].iter().any(|scheme| text.starts_with(scheme)) {
        bail!("--base must begin with http:// or https://, not `{text}`");
    }
    Ok(text.trim_end_matches('/').to_owned())
}

/// What is packed: the model or, with its name, a lesson.
fn package(parser: &mut lexopt::Parser) -> Result<Task> {
    match parser.next()? {
        None => return Ok(Task::Package),
        Some(Short('h') | Long("help")) => return Ok(Task::Help),
        Some(Value(kind)) if kind == "scorm" => {}
        Some(other) => return Err(other.unexpected().into()),
    }
    let (mut lesson, mut language, mut from) = (None, "en".to_owned(), None);
    while let Some(arg) = parser.next()? {
        match arg {
            Value(name) if lesson.is_none() => lesson = Some(name.string()?),
            Long("lang") => language = parser.value()?.string()?,
            Long("from") => from = Some(parser.value()?.into()),
            Short('h') | Long("help") => return Ok(Task::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    let lesson = lesson.context("package scorm: which lesson?")?;
    Ok(Task::Scorm(Scorm { lesson, language, from }))
}

fn alone(parser: &mut lexopt::Parser, task: Task) -> Result<Task> {
    match parser.next()? {
        None => Ok(task),
        Some(Short('h') | Long("help")) => Ok(Task::Help),
        Some(other) => Err(other.unexpected().into()),
    }
}

#[cfg(test)]
mod tests;
