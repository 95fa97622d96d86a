//! The service worker: keeps one deploy, whole, so that the page opens without a line. workbox-build
//! writes it (`write.mjs`) into a finished site; `docs/hosting.md` says what it does.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::Mode;
use crate::project;
use crate::step::{capture, step};
use crate::tools::Modules;

/// The file, from the root of a site.
pub const FILE: &str = "service-worker.js";

const HERE: &str = "xtask/src/site/worker";

/// Writes the service worker of a site whose other files are finished.
///
/// # Errors
/// When the page needs a file that the worker would not keep.
pub fn write(mode: Mode, site: &Path, modules: &Modules) -> Result<()> {
    let here = project::root().join(HERE);
    if mode == Mode::Dev {
        std::fs::copy(here.join("none.js"), site.join(FILE))?;
        return Ok(());
    }
    step("write the service worker", "mend xtask/src/site/worker/write.mjs", || {
        capture(modules.node().arg(here.join("write.mjs")).arg(site))?;
        Ok(())
    })
}

/// The notice of what workbox-build puts into the worker.
///
/// # Errors
/// When the package is not as expected.
pub fn notice(modules: &Modules) -> Result<String> {
    let read = |name: &str| {
        let file = modules.dir.join("workbox-core").join(name);
        std::fs::read_to_string(&file).with_context(|| format!("read {}", file.display()))
    };
    let package: serde_json::Value = serde_json::from_str(&read("package.json")?)?;
    let version = package["version"].as_str().context("workbox-core has no version")?;
    let title = format!("The service worker, {FILE}, contains Workbox {version}");
    Ok(format!("\n\n{title}\n{}\n\n{}\n", "-".repeat(title.len()), read("LICENSE")?.trim()))
}

/// The files that the worker of a site keeps, from the root of the site.
///
/// # Errors
/// When it lists none, or cannot be read.
pub fn kept(site: &Path) -> Result<Vec<String>> {
    let script = std::fs::read_to_string(site.join(FILE)).with_context(|| format!("read {FILE}"))?;
    let files = listed(&script);
    ensure!(!files.is_empty(), "{FILE} lists no files");
    Ok(files)
}

/// The files in a list of `{url:"./boot.js?h=…",revision:…}`.
fn listed(script: &str) -> Vec<String> {
    let urls = script.split("{url:\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0));
    urls.map(|url| match url.split_once('?').map_or(url, |(name, _)| name) {
        "./" => "index.html".to_owned(),
        name => name.to_owned(),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_from_the_script() {
        let script = "x([{url:\"./\",revision:\"1\"},{url:\"boot.js?h=2\",revision:null}],{})";
        assert_eq!(listed(script), ["index.html", "boot.js"]);
        assert!(listed("self.skipWaiting()").is_empty());
    }
}
