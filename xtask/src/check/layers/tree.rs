//! The files of a package and the arrows between them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};

use super::source::{self, UsedPath};
use crate::site::assets;

/// A file, by the path of its module: `["scene", "part"]` for `src/scene/part.rs`.
pub type Module = Vec<String>;

/// One file uses another.
#[derive(Clone, Debug)]
pub struct Arrow {
    pub from: Module,
    pub to: Module,
    /// The path as used, and where.
    pub path: String,
    pub line: usize,
}

/// A package's `src` folder.
pub struct Tree {
    /// Each module with its file, from the package's folder.
    pub files: BTreeMap<Module, String>,
    pub arrows: Vec<Arrow>,
}

impl Tree {
    /// Reads a package: what its library is called, and its folder.
    ///
    /// # Errors
    /// When a file cannot be read or is no Rust.
    pub fn read(package: &str, folder: &Path) -> Result<Self> {
        let src = folder.join("src");
        let mut sources = Vec::new();
        for file in assets::files(&src)? {
            if file.extension().is_some_and(|ending| ending == "rs") {
                let path = src.join(&file);
                let text =
                    std::fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
                sources.push((file.to_string_lossy().replace('\\', "/"), text));
            }
        }
        Self::parse(package, &sources)
    }

    /// As [`Self::read`], of files that are given with their text.
    ///
    /// # Errors
    /// When one is no Rust.
    pub fn parse(package: &str, sources: &[(String, String)]) -> Result<Self> {
        let mut files = BTreeMap::new();
        let mut found = Vec::new();
        let mut test_modules = BTreeSet::new();
        let mut macros = BTreeMap::new();
        let has_library = sources.iter().any(|(file, _)| file == "lib.rs");
        for (file, text) in sources {
            if file.split('/').any(|part| part == "tests" || part == "tests.rs") {
                continue;
            }
            let module = module(file, has_library);
            let source = source::read(text).with_context(|| format!("src/{file}"))?;
            test_modules.extend(
                source.test_modules.iter().map(|name| [&module[..], std::slice::from_ref(name)].concat()),
            );
            macros.extend(source.exported_macros.into_iter().map(|name| (name, module.clone())));
            files.insert(module.clone(), format!("src/{file}"));
            found.push((module, source.paths));
        }
        let is_test = |module: &Module| test_modules.iter().any(|test| module.starts_with(test));
        files.retain(|module, _| !is_test(module));
        let names = Names { files: &files, macros, library: package.replace('-', "_") };
        let mut arrows = Vec::new();
        for (from, paths) in found.into_iter().filter(|(module, _)| !is_test(module)) {
            for used in paths {
                let to = names.resolve(&from, &used);
                if let Some(to) = to.filter(|to| *to != from) {
                    let path = used.path.join("::");
                    arrows.push(Arrow { from: from.clone(), to, path, line: used.line });
                }
            }
        }
        Ok(Self { files, arrows })
    }

    /// The file of a module.
    pub fn file(&self, module: &[String]) -> &str {
        self.files.get(module).map_or("?", String::as_str)
    }
}

/// The path of a file's module. A program beside a library stands for itself: nobody uses it.
fn module(file: &str, has_library: bool) -> Module {
    let mut parts: Vec<&str> = file.trim_end_matches(".rs").split('/').collect();
    match parts[..] {
        ["lib"] => parts.clear(),
        ["main"] if !has_library => parts.clear(),
        [.., "mod"] => {
            parts.pop();
        }
        _ => {}
    }
    parts.into_iter().map(str::to_owned).collect()
}

/// What a path may begin with.
struct Names<'a> {
    files: &'a BTreeMap<Module, String>,
    /// Macros that stand at the root by name, with the modules that define them.
    macros: BTreeMap<String, Module>,
    library: String,
}

impl Names<'_> {
    /// The file that a path leads into, when it is one of the package: the deepest whose module
    /// the path begins with.
    fn resolve(&self, from: &Module, used: &UsedPath) -> Option<Module> {
        let mut base = [&from[..], &used.inside[..]].concat();
        let mut rest = &used.path[..];
        match rest.first()?.as_str() {
            "crate" => (base, rest) = (crate_of(from), &rest[1..]),
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    base.pop();
                    rest = &rest[1..];
                }
            }
            first if first == self.library => (base, rest) = (Vec::new(), &rest[1..]),
            // A child of this module; other names are those of crates or were brought in by `use`.
            first if self.files.contains_key(&[&base[..], &[first.to_owned()]].concat()) => {}
            _ => return None,
        }
        if let (true, [name]) = (base.is_empty(), rest)
            && let Some(module) = self.macros.get(name)
        {
            return Some(module.clone());
        }
        let whole = [&base[..], rest].concat();
        let mut modules = (0..=whole.len()).rev().map(|length| &whole[..length]);
        modules.find(|module| self.files.contains_key(*module)).map(<[_]>::to_vec)
    }
}

/// Where `crate` leads: a program in `bin` is a crate of its own.
fn crate_of(from: &Module) -> Module {
    match from.first() {
        Some(first) if first == "bin" => from.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A made-up package called `page`.
    pub fn tree(sources: &[(&str, &str)]) -> Tree {
        let own: Vec<(String, String)> =
            sources.iter().map(|&(file, text)| (file.to_owned(), text.to_owned())).collect();
        Tree::parse("page", &own).unwrap()
    }

    fn arrows(sources: &[(&str, &str)]) -> Vec<String> {
        let tree = tree(sources);
        tree.arrows
            .iter()
            .map(|arrow| format!("{} → {}", tree.file(&arrow.from), tree.file(&arrow.to)))
            .collect()
    }

    #[test]
    fn paths_lead_to_files() {
        let found = arrows(&[
            ("lib.rs", "mod a; mod b; fn f() { a::c::g(); std::mem::take(&mut x); }"),
            ("a/mod.rs", "pub mod c; use self::c::X; use crate::b;"),
            (
                "a/c.rs",
                "use super::super::b::Y; use super::Z; mod inner { use super::super::W; use super::V; }",
            ),
            ("b.rs", "use yew::a::Html; use crate::Root; crate::words! {}"),
            ("a/d.rs", "#[macro_export] macro_rules! words { () => {} }"),
            ("main.rs", "use page::b::Y;"),
            ("bin/draw.rs", "mod c; use page::a::c; use crate::c;"),
        ]);
        assert_eq!(
            found,
            [
                "src/lib.rs → src/a/c.rs",
                "src/a/mod.rs → src/a/c.rs",
                "src/a/mod.rs → src/b.rs",
                "src/a/c.rs → src/b.rs",
                "src/a/c.rs → src/a/mod.rs",
                "src/a/c.rs → src/a/mod.rs",
                "src/b.rs → src/lib.rs",
                "src/b.rs → src/a/d.rs",
                "src/main.rs → src/b.rs",
                "src/bin/draw.rs → src/a/c.rs",
            ]
        );
    }

    #[test]
    fn test_code_is_left_out() {
        let found = arrows(&[
            ("lib.rs", "mod a; mod b; #[cfg(test)] mod samples;"),
            ("a.rs", "#[cfg(test)] mod tests { use crate::b; }"),
            ("b.rs", ""),
            ("samples.rs", "use crate::a;"),
            ("b/tests.rs", "use crate::a;"),
            ("a/tests/one.rs", "use crate::b;"),
        ]);
        assert!(found.is_empty(), "{found:?}");
    }
}
