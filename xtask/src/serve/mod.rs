//! `cargo xtask serve`: the site on this machine, with the headers a good host would send.

mod dev;
pub mod mime;
mod respond;
pub mod store;

use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, RwLock};
use std::thread;

use anyhow::{Context, Result, anyhow, bail, ensure};
use tiny_http::{Method, Request, Server, StatusCode};

use crate::args;
use crate::site::{Mode, Workshop};
use crate::step::step;
use dev::Builds;
use respond::{Answer, Asked};
use store::Store;

const DEFAULT_PORT: u16 = 8080;
/// How many ports beyond the default one are tried.
const PORTS: u16 = 50;
/// Enough for a browser's six connections and the event streams of some tabs.
const WORKERS: usize = 8;

struct Site {
    store: RwLock<Arc<Store>>,
    base: String,
    /// Set while developing.
    builds: Option<Builds>,
}

/// Builds unless a folder is given, and serves until interrupted.
///
/// # Errors
/// When the build fails or no port can be had.
pub fn run(options: &args::Serve) -> Result<()> {
    // Asked for before a long build, so that a busy port is known at once.
    let listener = listen(options.port)?;
    let port = listener.local_addr()?.port();
    let base = options.base.clone().unwrap_or_else(|| "/".to_owned());
    let address = format!("http://127.0.0.1:{port}{base}");

    let workshop = match options.dir {
        Some(_) => None,
        None => Some(Workshop::prepare()?),
    };
    let mode = if options.dev { Mode::Dev } else { Mode::Web };
    let folder = match (&options.dir, &workshop) {
        (Some(dir), _) => dir.clone(),
        (None, Some(workshop)) => workshop.build(mode)?,
        (None, None) => bail!("neither a folder to serve nor a workshop to build one"),
    };
    let site = Arc::new(Site {
        store: RwLock::new(Arc::new(read(&folder, !options.dev)?)),
        base,
        builds: options.dev.then(Builds::new),
    });
    let server = start(&site, listener)?;
    println!("{address}");
    if options.open {
        open(&address);
    }
    if let (Some(builds), Some(workshop)) = (&site.builds, &workshop) {
        return dev::watch(workshop, &site.store, builds);
    }
    for worker in server {
        worker.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

fn read(folder: &Path, compress: bool) -> Result<Store> {
    let remedy = "build the site first: cargo xtask build";
    if !folder.join("index.html").is_file() {
        bail!("{} has no index.html\n  remedy: {remedy}", folder.display());
    }
    step("read and compress the site", remedy, || Store::read(folder, compress))
}

/// The port asked for, else the default one or the next that is free.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => anyhow!(
                "port {port} is in use\n  remedy: name another with --port, or leave it out and \
                 the next free one is taken"
            ),
            _ => anyhow!("cannot listen on port {port}: {error}"),
        });
    }
    for port in DEFAULT_PORT..=DEFAULT_PORT + PORTS {
        if let Ok(listener) = bind(port) {
            if port != DEFAULT_PORT {
                eprintln!("  port {DEFAULT_PORT} is in use: taking {port}");
            }
            return Ok(listener);
        }
    }
    bail!("no free port from {DEFAULT_PORT} on\n  remedy: name one with --port")
}

fn start(site: &Arc<Site>, listener: TcpListener) -> Result<Vec<thread::JoinHandle<()>>> {
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("cannot serve: {error}"))?;
    let server = Arc::new(server);
    Ok((0..WORKERS)
        .map(|_| {
            let (site, server) = (Arc::clone(site), Arc::clone(&server));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    // A browser that has gone away is no failure of ours.
                    let _ = handle(&site, request);
                }
            })
        })
        .collect())
}

fn handle(site: &Arc<Site>, request: Request) -> Result<()> {
    let header = |name: &'static str| {
        request
            .headers()
            .iter()
            .find(|header| header.field.equiv(name))
            .map_or("", |header| header.value.as_str())
    };
    let method = request.method().to_string();
    let asked = Asked {
        method: &method,
        url: request.url(),
        accept_encoding: header("Accept-Encoding"),
        if_none_match: header("If-None-Match"),
    };
    if site.builds.is_some() {
        let path = asked.url.split('?').next().unwrap_or_default();
        match path.strip_prefix(site.base.as_str()) {
            Some(dev::EVENTS) => {
                let site = Arc::clone(site);
                // A stream lives as long as its tab and must not hold a worker.
                thread::spawn(move || {
                    if let Some(builds) = &site.builds {
                        let _ = builds.stream(request.into_writer());
                    }
                });
                return Ok(());
            }
            Some(dev::SCRIPT) => {
                let mut answer = respond::text(200, dev::SCRIPT_TEXT);
                answer.headers.retain(|(name, _)| *name != "Content-Type");
                answer.headers.push(("Content-Type", mime::of(dev::SCRIPT).to_owned()));
                return send(request, answer);
            }
            _ => {}
        }
    }
    let store = Arc::clone(&*site.store.read().map_err(|_| anyhow!("no site to serve"))?);
    let mut answer = respond::answer(&store, &site.base, &asked);
    if site.builds.is_some() && answer.status == 200 && is_page(&answer) {
        answer.body = dev::with_script(&answer.body);
    }
    send(request, answer)
}

fn is_page(answer: &Answer) -> bool {
    answer.headers.iter().any(|(name, value)| *name == "Content-Type" && value.starts_with("text/html"))
}

/// Writes the answer and asks for the connection to be closed.
///
/// The library gives each connection a thread but may leave one waiting for a thread that another,
/// kept alive, never gives back: of a browser's six connections some would then hang for ever.
fn send(request: Request, answer: Answer) -> Result<()> {
    let bodiless = answer.status == 304;
    let head_only = *request.method() == Method::Head;
    let reason = StatusCode(answer.status).default_reason_phrase();
    let mut head = format!("HTTP/1.1 {} {reason}\r\n", answer.status);
    for (name, value) in &answer.headers {
        ensure!(!value.contains(['\r', '\n']), "`{value}` cannot be sent as {name}");
        head += &format!("{name}: {value}\r\n");
    }
    if !bodiless {
        head += &format!("Content-Length: {}\r\n", answer.body.len());
    }
    head += "Connection: close\r\n\r\n";
    let mut bytes = head.into_bytes();
    if !bodiless && !head_only {
        bytes.extend_from_slice(&answer.body);
    }
    let mut out = request.into_writer();
    out.write_all(&bytes).and_then(|()| out.flush()).context("send the response")
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
