//! Files of the site: copied, made small, and named after their content.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xxhash_rust::xxh3::xxh3_64;

use super::html;
use super::programs::EMBED_STYLE;
use crate::step::capture;
use crate::tools::Modules;

/// Every file below a folder, as paths from that folder, in a fixed order.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(folder, Path::new(""), &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, below: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let dir = folder.join(below);
    for entry in std::fs::read_dir(&dir).with_context(|| format!("read {}", dir.display()))? {
        let name = below.join(entry?.file_name());
        if folder.join(&name).is_dir() {
            collect(folder, &name, found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}

/// Copies a folder into another.
///
/// # Errors
/// When a file cannot be copied, or one of that name is there already.
pub fn copy_all(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        // Left behind by editors and systems.
        if file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            continue;
        }
        let target = to.join(&file);
        ensure!(!target.exists(), "{} would replace a file of the build", from.join(&file).display());
        copy(&from.join(&file), &target)?;
    }
    Ok(())
}

/// Copies one file, making the folder it goes into.
///
/// # Errors
/// When it cannot be copied.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(parent) = to.parent() {
        std::fs::create_dir_all(parent)?;
    }
    // The content alone: a source that is read-only must not make the site so.
    std::fs::read(from)
        .and_then(|content| std::fs::write(to, content))
        .with_context(|| format!("copy {} to {}", from.display(), to.display()))
}

/// Makes every script and style sheet small, one by one: nothing is bundled, so that each still
/// is what its neighbours and host pages refer to.
///
/// # Errors
/// When esbuild finds a mistake in one.
pub fn minify(site: &Path, modules: &Modules) -> Result<()> {
    let small: Vec<PathBuf> = files(site)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|e| e == "js" || e == "mjs" || e == "css"))
        .collect();
    if small.is_empty() {
        return Ok(());
    }
    // One call for each ending: esbuild writes all results of a call with the same one.
    for ending in ["js", "mjs", "css"] {
        let group: Vec<&PathBuf> =
            small.iter().filter(|file| file.extension().is_some_and(|e| e == ending)).collect();
        if group.is_empty() {
            continue;
        }
        let mut esbuild = modules.node();
        esbuild
            .current_dir(site)
            .arg(modules.esbuild())
            .args(group)
            .args(["--minify", "--charset=utf8", "--legal-comments=inline"])
            .args(["--log-level=warning", "--allow-overwrite", "--outbase=.", "--outdir=."]);
        if ending == "mjs" {
            esbuild.arg("--out-extension:.js=.mjs");
        }
        capture(&mut esbuild)?;
    }
    Ok(())
}

/// Scripts that use others, with the form that each is loaded in; the others stand in a folder of their
/// own.
const SCRIPTS: [(&str, &str); 4] =
    [("boot.js", "iife"), ("engine.js", "esm"), ("export.js", "esm"), ("standing.js", "esm")];
const PARTS_OF_SCRIPTS: &str = "lib";

/// Puts the parts of scripts into them: a script is one file to fetch.
///
/// # Errors
/// When one names a part that is not there.
pub fn bundle_scripts(site: &Path, modules: &Modules) -> Result<()> {
    for (script, form) in SCRIPTS {
        let mut esbuild = modules.node();
        esbuild.current_dir(site).arg(modules.esbuild()).arg(script).args([
            "--bundle",
            &format!("--format={form}"),
            "--charset=utf8",
            "--log-level=warning",
            "--allow-overwrite",
            "--outdir=.",
        ]);
        capture(&mut esbuild)?;
    }
    std::fs::remove_dir_all(site.join(PARTS_OF_SCRIPTS))?;
    Ok(())
}

/// The sheet that names all others of the page, as `index.html` refers to it, and the one that pages
/// without scripts have besides. Those of embedded tubs, of articles and of what is opened late stand
/// alone too.
const STYLES: &str = "css/bathtub.css";
const STILL: &str = "css/still.css";
const ARTICLE_STYLE: &str = "css/article.css";
/// Linked by what needs them, when it is there.
const LATE_STYLES: [&str; 3] = ["css/lessons.css", "css/present.css", "css/share.css"];

/// Makes one style sheet of all of the page, which then waits for one file.
///
/// # Errors
/// When one is named that is not there, or is there and not named.
pub fn bundle_styles(site: &Path, modules: &Modules) -> Result<()> {
    let main = std::fs::read_to_string(site.join(STYLES))?;
    let sheets: Vec<PathBuf> =
        files(&site.join("css"))?.into_iter().map(|file| Path::new("css").join(file)).collect();
    let named = |file: &Path| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        main.contains(&format!("@import url(\"./{name}\")"))
    };
    let rest: Vec<&PathBuf> = sheets
        .iter()
        .filter(|file| {
            ![STYLES, STILL, EMBED_STYLE, ARTICLE_STYLE]
                .iter()
                .chain(&LATE_STYLES)
                .any(|alone| Path::new(alone) == file.as_path())
        })
        .collect();
    for file in &rest {
        ensure!(named(file), "{STYLES} does not name {}", file.display());
    }
    let mut esbuild = modules.node();
    esbuild.current_dir(site).arg(modules.esbuild()).arg(STYLES).args([
        "--bundle",
        "--allow-overwrite",
        "--log-level=warning",
        "--outbase=.",
        "--outdir=.",
    ]);
    capture(&mut esbuild)?;
    for file in rest {
        std::fs::remove_file(site.join(file))?;
    }
    Ok(())
}

/// Names programs and their loaders after their content, here and in the page, so that they may
/// be kept by browsers for ever. Trunk's own hash is taken before wasm-opt.
///
/// # Errors
/// When the page does not name them.
pub fn name_by_content(site: &Path, page: &str, names: &[&str]) -> Result<String> {
    let mut page = page.to_owned();
    for name in names {
        let path = site.join(name);
        let content = std::fs::read(&path).with_context(|| format!("read {}", path.display()))?;
        let hashed = hashed_name(name, &content);
        std::fs::rename(&path, site.join(&hashed))?;
        let written = format!("\"./{name}\"");
        ensure!(page.contains(&written), "the built page does not refer to {written}");
        page = page.replace(&written, &format!("\"./{hashed}\""));
    }
    Ok(page)
}

/// A file name with the hash of the content in it.
pub fn hashed_name(name: &str, content: &[u8]) -> String {
    let hash = xxh3_64(content);
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash:016x}.{ending}"),
        None => format!("{name}-{hash:016x}"),
    }
}

/// Whether a file name carries the hash of its content.
pub fn is_hashed(file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    })
}

/// Adds the hash of their content to the page's references to scripts and style sheets of fixed
/// name, so that no host's cache mixes two builds.
///
/// # Errors
/// When a file cannot be read.
pub fn stamp_references(site: &Path, page: &str) -> Result<String> {
    let mut page = page.to_owned();
    for (written, file) in html::local_references(&page) {
        let stamped = (file.ends_with(".css") || file.ends_with(".js")) && !is_hashed(&file);
        if !stamped || written.contains(['?', '#']) {
            continue;
        }
        let path = site.join(&file);
        let content = std::fs::read(&path)
            .with_context(|| format!("index.html refers to {written}, which is not built"))?;
        let hash = xxh3_64(&content);
        page = page.replace(&format!("\"{written}\""), &format!("\"{written}?h={hash:016x}\""));
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_that_comes_late_is_asked_for() {
        let sources = files(&crate::project::root().join("src")).unwrap();
        let read = |file: &PathBuf| {
            std::fs::read_to_string(crate::project::root().join("src").join(file)).unwrap_or_default()
        };
        for style in LATE_STYLES {
            assert!(
                sources.iter().any(|file| read(file).contains(&format!("\"./{style}\""))),
                "nothing links {style}"
            );
        }
    }

    #[test]
    fn hashed_names_are_recognised() {
        let name = hashed_name("page_bg.wasm", b"content");
        assert!(name.starts_with("page_bg-") && name.ends_with(".wasm"), "{name}");
        assert!(is_hashed(&name));
        assert_eq!(name, hashed_name("page_bg.wasm", b"content"));
        assert_ne!(name, hashed_name("page_bg.wasm", b"other content"));
        assert!(!is_hashed("boot.js") && !is_hashed("liquidity-bathtub.js"));
    }
}
