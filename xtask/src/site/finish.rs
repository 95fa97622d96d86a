//! Finishing the page: what is drawn and written into it, what its files are called, and a look at
//! the whole.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::address::Address;
use super::programs::{AHEAD, BOOT, COUNTED, EARLY, LANGUAGES, PROGRAMS, SIZE};
use super::{
    Mode, Workshop, assets, discovery, glossary, html, policy, scenarios, teaching, version, worker,
};
use crate::project;
use crate::step::{capture, step};

/// The element that the default scene is drawn into.
const APP: &str = "app";

/// What the page's own program says of it (`src/bin/prerender.rs`).
struct Prerendered {
    /// The default scene.
    app: String,
    /// The tags of the languages that words can be fetched in.
    languages: String,
    /// Tag and name of every language.
    language_names: Value,
    /// The pages of the prepared scenarios.
    scenarios: Value,
    /// The sheets of the lessons.
    sheets: Value,
    /// What numbers come from.
    model_version: String,
    data_date: String,
}

impl Workshop {
    /// Writes into the page what only the build knows. A development build is not drawn: that would
    /// compile the page twice.
    pub(super) fn finish(&self, mode: Mode, site: &Path, address: Option<&Address>) -> Result<()> {
        let index = site.join("index.html");
        let page = std::fs::read_to_string(&index)?;
        let page = name_programs(&page)?;
        assets::bundle_scripts(site, &self.modules)?;
        if mode == Mode::Dev {
            scenarios::take_template(site)?;
            std::fs::write(&index, page)?;
            return worker::write(mode, site, &self.modules);
        }
        let page = step("draw the default scene into the page", "mend src/bin/prerender.rs", || {
            let printed = capture(project::cargo().args(["run", "--quiet", "--bin", "prerender"]))?;
            let printed = Prerendered::read(&printed)?;
            let mut others = glossary::pages(site, &printed.scenarios, &printed.language_names)?;
            others.push(teaching::page(&printed.scenarios)?);
            others.extend(
                printed.sheets.as_array().context("prerender prints no list `sheets`")?.iter().cloned(),
            );
            scenarios::write(site, &printed.scenarios, &others)?;
            version::write(site, &printed.model_version, &printed.data_date)?;
            printed.put_into(&page)
        })?;
        step("make scripts and styles small", "mend the file named above", || {
            assets::bundle_styles(site, &self.modules)?;
            assets::minify(site, &self.modules)
        })?;
        let size = std::fs::metadata(site.join(COUNTED))?.len();
        let page = html::set_attributes(&page, BOOT, &[(SIZE, &size.to_string())])?;
        let named = PROGRAMS.iter().chain([&AHEAD[2]]).map(|(_, file)| *file);
        let page = assets::name_by_content(site, &page, &named.collect::<Vec<_>>())?;
        let page = assets::stamp_references(site, &page)?;
        std::fs::write(&index, &page)?;
        if let Some(address) = address {
            step("write the address into the pages", "mend xtask/src/site/discovery", || {
                discovery::write(site, address)
            })?;
        }
        worker::write(mode, site, &self.modules)?;
        step("check the finished page", "mend what is named above", || verify(site))
    }
}

fn name_programs(page: &str) -> Result<String> {
    let page = name(page, BOOT, &PROGRAMS)?;
    name(&page, EARLY, &AHEAD)
}

fn name(page: &str, id: &str, programs: &[(&str, &str)]) -> Result<String> {
    let names: Vec<String> = programs.iter().map(|(_, file)| format!("./{file}")).collect();
    let attributes = programs.iter().zip(&names).map(|((attribute, _), name)| (*attribute, name.as_str()));
    html::set_attributes(page, id, &attributes.collect::<Vec<_>>())
}

impl Prerendered {
    fn read(printed: &str) -> Result<Self> {
        let printed: Value = serde_json::from_str(printed).context("prerender prints no JSON")?;
        let text = |name: &str| {
            let value = printed[name].as_str().map(str::to_owned);
            value.with_context(|| format!("prerender prints no `{name}`"))
        };
        Ok(Self {
            app: text("app")?,
            languages: text("languages")?,
            model_version: text("modelVersion")?,
            data_date: text("dataDate")?,
            language_names: printed["languageNames"].clone(),
            scenarios: printed["scenarios"].clone(),
            sheets: printed["sheets"].clone(),
        })
    }

    fn put_into(&self, page: &str) -> Result<String> {
        let page = html::fill(page, APP, &self.app)?;
        html::set_attributes(&page, BOOT, &[(LANGUAGES, &self.languages)])
    }
}

/// Checks what a visitor's browser would otherwise be the first to find.
fn verify(site: &Path) -> Result<()> {
    let mut pages =
        assets::files(site)?.into_iter().filter(|file| file.extension().is_some_and(|e| e == "html"));
    pages.try_for_each(|page| verify_page(site, &page))
}

fn verify_page(site: &Path, file: &Path) -> Result<()> {
    let page = std::fs::read_to_string(site.join(file))?;
    let folder = site.join(file.parent().unwrap_or(Path::new("")));
    let mut faults = policy::violations(&page);
    match policy::declared(&page) {
        None => faults.push("no Content-Security-Policy by meta".to_owned()),
        Some(declared) if !policy::same(&declared, policy::POLICY) => {
            faults.push(format!("another policy than the project's: {declared}"));
        }
        Some(_) => {}
    }
    for (written, file) in html::local_references(&page) {
        if file.starts_with('/') {
            faults.push(format!("{written}, which works from the root of a host only"));
        } else if !folder.join(&file).exists() {
            faults.push(format!("a reference to {written}, which is not built"));
        }
    }
    for tag in html::tags(&page).iter().filter(|tag| tag.attribute("property") == Some("og:image")) {
        let picture = tag.attribute("content").unwrap_or_default();
        if html::is_local(picture) && !folder.join(picture).exists() {
            faults.push(format!("a preview with {picture}, which is not built"));
        }
    }
    if html::tags(&page).iter().any(|tag| tag.name == "base") {
        faults.push("a <base>, which breaks references to #ids".to_owned());
    }
    ensure!(faults.is_empty(), "{} has:\n  {}", file.display(), faults.join("\n  "));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><script id=\"early\"></script><script id=\"boot\" src=\"./boot.js\"></script></head>\
                        <div id=\"app\"></div>";

    #[test]
    fn programs_are_named_in_the_boot_script() {
        let page = name_programs(PAGE).unwrap();
        assert!(page.contains("src=\"./boot.js\" data-js=\"./liquidity-bathtub.js\" data-wasm="), "{page}");
        assert!(
            page.contains(" data-exporter=\"./export.js\" data-newest=\"./newest.js\" data-standing=\"./standing.js\"></script>"),
            "{page}"
        );
    }

    #[test]
    fn what_is_prerendered_finds_its_places() {
        let printed = r#"{"app": "<p>hi</p>", "languages": "vi ru", "modelVersion": "2.0.0", "dataDate": "2026-10-07"}"#;
        assert_eq!(
            Prerendered::read(printed).unwrap().put_into(PAGE).unwrap(),
            "<head><script id=\"early\"></script><script id=\"boot\" src=\"./boot.js\" data-languages=\"vi ru\"></script></head>\
             <div id=\"app\"><p>hi</p></div>"
        );
        let error = Prerendered::read(r#"{"app": ""}"#).err().unwrap();
        assert_eq!(error.to_string(), "prerender prints no `languages`");
    }

    #[test]
    fn the_page_has_places_for_what_is_prerendered() {
        let page = std::fs::read_to_string(project::root().join("index.html")).unwrap();
        html::fill(&page, APP, "").unwrap();
    }
}
