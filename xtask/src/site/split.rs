//! Cuts programs into what every visitor needs and the parts that are fetched when they are wanted: one
//! for each name that `wasm_split` is called with in `src/`.
//!
//! Trunk knows nothing of parts, so the two files it made of a program are made again here: from
//! what the linker wrote, with its relocations (`build.rs`), which tell what refers to what.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use super::{Mode, Workshop, assets};
use crate::project;
use crate::step::capture;
use crate::tools::TRIPLE;

/// The programs, as Cargo and Trunk name them: the page's, and that of embedded tubs.
const CUT: [&str; 2] = ["liquidity-bathtub", "bathtub-embed"];
/// Loads the parts; becomes one file with the program's loader.
const LINK: &str = "./parts.js";

/// How wasm-opt makes a program small; sections for tools go.
/// Not for a closed world: the parts call each other.
const SMALLER: [&str; 5] = ["-Oz", "--code-folding", "-Oz", "--strip-producers", "--strip-target-features"];

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
    /// Replaces programs in `site` by ones cut into parts, and puts these beside them.
    ///
    /// # Errors
    /// When a tool fails, or a program refers to a part that is not there.
    pub(super) fn cut(&self, mode: Mode, site: &Path) -> Result<()> {
        CUT.into_iter().try_for_each(|program| self.cut_program(program, mode, site))
    }

    fn cut_program(&self, program: &str, mode: Mode, site: &Path) -> Result<()> {
        let profile = if mode == Mode::Web { "web" } else { "debug" };
        let linked = project::target_dir().join(TRIPLE).join(profile).join(program).with_extension("wasm");
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
        let loader = format!("./{program}.js");
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
                    program,
                    "--out-dir",
                ])
                .args([&work, &main]),
        )?;
        let bound = work.join(format!("{program}_bg.wasm"));
        let mut together = vec![bound.clone(), work.join(&loader)];
        together.extend(parts.iter().cloned());
        plain_imports(&together)?;
        self.pack(mode, &bound, &site.join(format!("{program}_bg.wasm")))?;
        self.name_parts(program, mode, &work, parts, site)?;
        let bundled = format!("--outfile={}", site.join(format!("{program}.js")).display());
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
    fn name_parts(
        &self,
        program: &str,
        mode: Mode,
        work: &Path,
        parts: Vec<PathBuf>,
        site: &Path,
    ) -> Result<()> {
        let link = work.join(LINK);
        let mut text = std::fs::read_to_string(&link)?;
        for part in parts {
            let packed = part.with_extension("packed");
            self.pack(mode, &part, &packed)?;
            let content = std::fs::read(&packed)?;
            let name = part.file_name().and_then(|name| name.to_str()).context("a part without a name")?;
            let hashed = assets::hashed_name(&format!("{program}-{name}"), &content);
            let written = format!("\"./{name}\"");
            ensure!(text.contains(&written), "the loader of parts does not refer to {written}");
            text = text.replace(&written, &format!("\"./{hashed}\""));
            // Fetched as everything is: with any type, and asked for again where it failed.
            let fetched = format!("fetch(new URL(\"./{hashed}\"");
            ensure!(text.contains(&fetched), "the loader of parts does not fetch {hashed}");
            text = text.replace(&fetched, &format!("bathtubPart(new URL(\"./{hashed}\""));
            std::fs::write(site.join(hashed), content)?;
        }
        std::fs::write(link, text)?;
        Ok(())
    }

    /// Makes WebAssembly small; in development it is quicker left alone.
    pub(super) fn pack(&self, mode: Mode, from: &Path, to: &Path) -> Result<()> {
        if mode == Mode::Dev {
            return assets::copy(from, to);
        }
        let mut wasm_opt = Command::new(self.modules.wasm_opt());
        capture(wasm_opt.args(SMALLER).args(WASM_FEATURES).arg(from).arg("-o").arg(to))?;
        Ok(())
    }
}

/// How many digits of a hash end the names that wasm-bindgen gives to imports.
const HASH: usize = 16;

/// Numbers in place of the hashes in the names of imports, in all files that mean each other by
/// them: hashes cannot be compressed. Lengths stay, so that nothing else in a program moves.
///
/// # Errors
/// When a file cannot be read or written.
fn plain_imports(files: &[PathBuf]) -> Result<()> {
    let mut contents = Vec::new();
    for file in files {
        contents.push(std::fs::read(file).with_context(|| format!("read {}", file.display()))?);
    }
    let hashed: BTreeSet<Vec<u8>> = contents.iter().flat_map(|content| hashed_imports(content)).collect();
    let mut alike: BTreeMap<&[u8], u64> = BTreeMap::new();
    let plain: BTreeMap<&[u8], Vec<u8>> = hashed
        .iter()
        .map(|name| {
            let stem = &name[..name.len() - HASH];
            let number = alike.entry(stem).or_default();
            let plain = [stem, format!("{number:0HASH$x}").as_bytes()].concat();
            *number += 1;
            (name.as_slice(), plain)
        })
        .collect();
    for (file, mut content) in files.iter().zip(contents) {
        for (start, end) in import_places(&content) {
            let name = plain[&content[start..end]].clone();
            content[start..end].copy_from_slice(&name);
        }
        std::fs::write(file, content)?;
    }
    Ok(())
}

fn hashed_imports(content: &[u8]) -> Vec<Vec<u8>> {
    import_places(content).into_iter().map(|(start, end)| content[start..end].to_vec()).collect()
}

/// Where names such as `__wbg_focus_0123456789abcdef` stand.
fn import_places(content: &[u8]) -> Vec<(usize, usize)> {
    const START: &[u8] = b"__wbg_";
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = content[at..].windows(START.len()).position(|window| window == START) {
        let start = at + next;
        let length = content[start..].iter().take_while(|byte| is_word(byte)).count();
        // In a program the name of an import is followed by its kind, which is no letter.
        let name = &content[start..start + length];
        let digits = name.iter().rev().take_while(|byte| byte.is_ascii_hexdigit()).count();
        if digits >= HASH && name.get(length - HASH - 1) == Some(&b'_') {
            found.push((start, start + length));
        }
        at = start + length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_of_one_name_get_numbers_in_every_file() {
        let dir = std::env::temp_dir().join(format!("bathtub-imports-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        let [program, loader] = ["program", "loader"].map(|name| dir.join(name));
        let (one, other) = ("__wbg_set_0123456789abcdef", "__wbg_set_fedcba9876543210");
        std::fs::write(&program, format!("\0{one}\0{other}\0__wbg_ptr\0")).unwrap();
        std::fs::write(&loader, format!("{{ {other}: f, {one}: g, __wbg_ptr }}")).unwrap();
        plain_imports(&[program.clone(), loader.clone()]).unwrap();
        let read = |file| std::fs::read_to_string(file).unwrap();
        assert_eq!(read(program), "\0__wbg_set_0000000000000000\0__wbg_set_0000000000000001\0__wbg_ptr\0");
        assert_eq!(
            read(loader),
            "{ __wbg_set_0000000000000001: f, __wbg_set_0000000000000000: g, __wbg_ptr }"
        );
        std::fs::remove_dir_all(&dir).unwrap();
    }
}
