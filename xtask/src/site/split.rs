//! Cuts the page's program into what every visitor needs and the parts that are fetched when they
//! are wanted: one for each name that `wasm_split` is called with in `src/`.
//!
//! Trunk knows nothing of parts, so the two files it made of the program are made again here: from
//! what the linker wrote, with its relocations (`build.rs`), which tell what refers to what.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use super::{Mode, Workshop, assets};
use crate::project;
use crate::step::capture;
use crate::tools::TRIPLE;

/// The program, as Cargo and Trunk name it.
const PROGRAM: &str = "liquidity-bathtub";
/// Loads the parts; becomes one file with the program's loader.
const LINK: &str = "./parts.js";

/// What Rust compiles to, and vectors. A part does not say itself what it needs.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

impl Workshop {
    /// Replaces the program in `site` by one cut into parts, and puts these beside it.
    ///
    /// # Errors
    /// When a tool fails, or the program refers to a part that is not there.
    pub(super) fn cut(&self, mode: Mode, site: &Path) -> Result<()> {
        let profile = if mode == Mode::Web { "web" } else { "debug" };
        let linked = project::target_dir().join(TRIPLE).join(profile).join(PROGRAM).with_extension("wasm");
        let linked = std::fs::read(&linked).with_context(|| format!("read {}", linked.display()))?;
        let work = project::target_dir().join("site").join("parts");
        if work.exists() {
            std::fs::remove_dir_all(&work)?;
        }
        let main = work.join("main.wasm");
        let mut options = Options::new(&linked);
        options.output_dir = &work;
        options.main_out_path = &main;
        options.link_name = LINK;
        let loader = format!("./{PROGRAM}.js");
        options.main_module = &loader;
        let parts = transform(options).map_err(|error| anyhow!("{error:#}"))?.split_modules;

        capture(
            Command::new(&self.wasm_bindgen)
                // Parts meet in the linker's table of functions.
                .args([
                    "--target=web",
                    "--no-typescript",
                    "--keep-lld-exports",
                    "--out-name",
                    PROGRAM,
                    "--out-dir",
                ])
                .args([&work, &main]),
        )?;
        self.pack(mode, &work.join(format!("{PROGRAM}_bg.wasm")), &site.join(format!("{PROGRAM}_bg.wasm")))?;
        self.name_parts(mode, &work, parts, site)?;
        let bundled = format!("--outfile={}", site.join(format!("{PROGRAM}.js")).display());
        let mut esbuild = self.modules.node();
        esbuild.current_dir(&work).arg(self.modules.esbuild()).arg(&loader).args([
            "--bundle",
            "--format=esm",
            "--log-level=warning",
            "--allow-overwrite",
        ]);
        capture(esbuild.arg(bundled))?;
        Ok(())
    }

    /// Writes the parts into `site`, named after their content, and tells the loader their names.
    fn name_parts(&self, mode: Mode, work: &Path, parts: Vec<PathBuf>, site: &Path) -> Result<()> {
        let link = work.join(LINK);
        let mut text = std::fs::read_to_string(&link)?;
        for part in parts {
            let packed = part.with_extension("packed");
            self.pack(mode, &part, &packed)?;
            let content = std::fs::read(&packed)?;
            let name = part.file_name().and_then(|name| name.to_str()).context("a part without a name")?;
            let hashed = assets::hashed_name(&format!("{PROGRAM}-{name}"), &content);
            let written = format!("\"./{name}\"");
            ensure!(text.contains(&written), "the loader of parts does not refer to {written}");
            text = text.replace(&written, &format!("\"./{hashed}\""));
            std::fs::write(site.join(hashed), content)?;
        }
        std::fs::write(link, text)?;
        Ok(())
    }

    /// Makes WebAssembly small; in development it is quicker left alone.
    fn pack(&self, mode: Mode, from: &Path, to: &Path) -> Result<()> {
        if mode == Mode::Dev {
            return assets::copy(from, to);
        }
        let mut wasm_opt = Command::new(self.modules.wasm_opt());
        capture(wasm_opt.arg("-Oz").args(WASM_FEATURES).arg(from).arg("-o").arg(to))?;
        Ok(())
    }
}
