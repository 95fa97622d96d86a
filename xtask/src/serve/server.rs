//! The process that serves: Node, with the libraries of package.json (`server.mjs`).

use std::io::{BufRead as _, BufReader, Lines, Write as _};
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Map, Value, json};
use xxhash_rust::xxh3::xxh3_64;

use crate::project;
use crate::site::{assets, policy};
use crate::tools::Modules;

const DEFAULT_PORTS: RangeInclusive<u16> = 8080..=8130;

/// Serves until it is dropped or this process ends: it lives as long as its input.
pub struct Server {
    process: Child,
    input: Option<ChildStdin>,
    output: Lines<BufReader<ChildStdout>>,
    port: u16,
}

impl Server {
    /// Listens on `port`, else on the default one or the next that is free. Until a site is shown,
    /// requests are answered with 503.
    ///
    /// # Errors
    /// When no port can be had or Node does not start.
    pub fn start(modules: &Modules, base: &str, port: Option<u16>) -> Result<Self> {
        let ports = port.map_or(DEFAULT_PORTS, |port| port..=port);
        let mut node = modules.node();
        node.arg(project::root().join("xtask/src/serve/server.mjs"))
            .args([base, &ports.start().to_string(), &ports.end().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut process = node.spawn().context("cannot start node")?;
        let input = process.stdin.take();
        let output = BufReader::new(process.stdout.take().context("node has no output")?).lines();
        let mut server = Self { process, input, output, port: 0 };
        let said = server.line()?;
        match said.split_once(' ') {
            Some(("port", number)) => server.port = number.parse()?,
            Some(("error", "EADDRINUSE")) => return Err(busy(port)),
            _ => bail!("cannot listen: {said}"),
        }
        if port.is_none() && server.port != *DEFAULT_PORTS.start() {
            eprintln!("  port {} is in use: taking {}", DEFAULT_PORTS.start(), server.port);
        }
        Ok(server)
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Puts a finished folder up in place of the one before; with `reload`, its pages reload
    /// themselves when another follows.
    ///
    /// # Errors
    /// When the folder cannot be read, or the server has stopped.
    pub fn show(&mut self, folder: &Path, reload: bool) -> Result<()> {
        let site = json!({
            "folder": folder.canonicalize().with_context(|| format!("find {}", folder.display()))?,
            "policy": policy::POLICY,
            "reload": reload,
            "files": files(folder)?,
        });
        let input = self.input.as_mut().context("the server has stopped")?;
        writeln!(input, "{site}").and_then(|()| input.flush()).context("the server has stopped")?;
        let said = self.line()?;
        ensure!(said == "up", "the server says: {said}");
        Ok(())
    }

    /// Waits until it ends, which by itself it does not.
    ///
    /// # Errors
    /// When it has ended.
    pub fn wait(mut self) -> Result<()> {
        let status = self.process.wait()?;
        bail!("the server stopped ({status})")
    }

    fn line(&mut self) -> Result<String> {
        Ok(self.output.next().context("the server stopped, and says why above")??)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.process.wait();
    }
}

fn busy(port: Option<u16>) -> anyhow::Error {
    match port {
        Some(port) => anyhow!(
            "port {port} is in use\n  remedy: name another with --port, or leave it out and the \
             next free one is taken"
        ),
        None => anyhow!("no free port from {} on\n  remedy: name one with --port", DEFAULT_PORTS.start()),
    }
}

/// What the server cannot know of each file: the hash of its content, whether its name carries
/// that, and the policy that a page declares itself.
fn files(folder: &Path) -> Result<Map<String, Value>> {
    let mut described = Map::new();
    for file in assets::files(folder)? {
        let path = folder.join(&file);
        let content = std::fs::read(&path).with_context(|| format!("read {}", path.display()))?;
        let name = file.to_string_lossy().replace('\\', "/");
        let mut description = json!({
            "hash": format!("{:016x}", xxh3_64(&content)),
            "hashed": assets::is_hashed(&name),
        });
        if name.ends_with(".html")
            && let Some(declared) = policy::declared(&String::from_utf8_lossy(&content))
        {
            description["policy"] = declared.into();
        }
        described.insert(name, description);
    }
    Ok(described)
}
