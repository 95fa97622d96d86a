//! Puts the sites of all releases together: each below `v/<version>/`, for good, and the newest at the
//! root besides.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use semver::Version;

use super::archive;
use super::sums::Sums;
use crate::site::version;
use crate::step::step;

/// The folder of the releases.
const RELEASES: &str = "v";

/// Checks every tarball, and unpacks them into a folder that is not there or empty.
///
/// # Errors
/// When a tarball is not the one that the sums list, is no site, or leads out of its folder; when two
/// are of one version; when the folder holds something. What was written is taken away again.
pub fn run(out: &Path, sums: &Path, tarballs: &[PathBuf]) -> Result<()> {
    ensure!(!holds_something(out)?, "{} holds something already: it is not overwritten", out.display());
    let remedy = "fetch the releases anew, and name a file with the digests of all of them";
    let sites = step("check the releases", remedy, || {
        let text = std::fs::read_to_string(sums).with_context(|| format!("read {}", sums.display()))?;
        let sums = Sums::read(&text).with_context(|| format!("in {}", sums.display()))?;
        let mut sites = tarballs.iter().map(|file| Site::check(file, &sums)).collect::<Result<Vec<_>>>()?;
        sites.sort_by(|one, other| one.version.cmp(&other.version));
        if let Some(pair) = sites.windows(2).find(|pair| pair[0].version == pair[1].version) {
            bail!("{} and {} are of one version", pair[0].tarball.display(), pair[1].tarball.display());
        }
        Ok(sites)
    })?;
    let newest = newest(&sites).context("no release is named")?;
    let unpacked = step("unpack the releases", "look whether the disk is full", || {
        for site in &sites {
            site.unpack(&out.join(RELEASES).join(site.version.to_string()))?;
        }
        newest.unpack(out)?;
        let kept = sites.iter().map(|site| site.version.to_string());
        version::write_releases(out, &kept.collect::<Vec<_>>())
    });
    if unpacked.is_err() {
        // It was empty, and half a site must not be deployed.
        let _ = std::fs::remove_dir_all(out);
    }
    unpacked
}

fn holds_something(folder: &Path) -> Result<bool> {
    if !folder.exists() {
        return Ok(false);
    }
    let mut entries = std::fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))?;
    Ok(entries.next().is_some())
}

/// The newest release; one that is made to be tried comes to the root only where there is no other.
fn newest(sites: &[Site]) -> Option<&Site> {
    sites.iter().max_by_key(|site| (site.version.pre.is_empty(), &site.version))
}

/// A checked tarball.
#[derive(Debug)]
struct Site {
    version: Version,
    tarball: PathBuf,
}

impl Site {
    fn check(tarball: &Path, sums: &Sums) -> Result<Self> {
        sums.check(tarball)?;
        let mut found = None;
        let mut has_page = false;
        archive::read(tarball, |path, content| {
            ensure!(!path.starts_with(RELEASES), "{} stands where releases go", path.display());
            has_page |= path == Path::new("index.html");
            if path == Path::new(version::FILE) {
                let mut text = String::new();
                content.read_to_string(&mut text)?;
                found = Some(version::read(&text)?);
            }
            Ok(())
        })?;
        let version = found.with_context(|| format!("{} has no {}", tarball.display(), version::FILE))?;
        ensure!(has_page, "{} has no index.html", tarball.display());
        Ok(Self { version, tarball: tarball.to_owned() })
    }

    fn unpack(&self, folder: &Path) -> Result<()> {
        archive::read(&self.tarball, |path, content| {
            let to = folder.join(path);
            std::fs::create_dir_all(to.parent().unwrap_or(folder))?;
            let mut file = File::create_new(&to).with_context(|| format!("write {}", to.display()))?;
            std::io::copy(content, &mut file)?;
            Ok(())
        })
    }
}
