//! Watching the sources of the page, and waiting until a change has come to rest.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::project;

/// What the build reads besides the packages' own folders.
const OTHERS: [&str; 8] =
    ["src", "www", "data", "index.html", "Trunk.toml", "build.rs", "Cargo.toml", "Cargo.lock"];
/// An editor that saves several files, or one by way of another, has finished after this.
const REST: Duration = Duration::from_millis(300);

/// The files and folders whose change calls for another build.
///
/// # Errors
/// When Cargo does not say which packages there are.
pub fn sources() -> Result<Vec<PathBuf>> {
    let root = project::root();
    let others = OTHERS.iter().map(|name| root.join(name));
    // The page's own folder is the root, which holds what is built as well.
    let folders = project::packages()?.into_iter().map(|package| package.folder);
    Ok(others.chain(folders.filter(|folder| *folder != root)).collect())
}

/// Notices changes from when it is made.
pub struct Watch {
    changes: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches files and folders, with all that is in them. A file is watched by way of its
    /// folder: many editors put another one in its place.
    ///
    /// # Errors
    /// When the system refuses to watch one of them.
    pub fn new(sources: Vec<PathBuf>) -> Result<Self> {
        let (sender, changes) = channel();
        let mut folders: Vec<(PathBuf, RecursiveMode)> = Vec::new();
        for source in &sources {
            let folder = match source.parent() {
                Some(parent) if !source.is_dir() => (parent.to_owned(), RecursiveMode::NonRecursive),
                _ => (source.clone(), RecursiveMode::Recursive),
            };
            if !folders.contains(&folder) {
                folders.push(folder);
            }
        }
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| changes_one(&event, &sources)) {
                // Nobody listens any more when the task ends.
                let _ = sender.send(());
            }
        })?;
        for (folder, mode) in folders {
            watcher.watch(&folder, mode).with_context(|| format!("watch {}", folder.display()))?;
        }
        Ok(Self { changes, _watcher: watcher })
    }

    /// Waits for a change and for its end.
    ///
    /// # Errors
    /// When the system has stopped watching.
    pub fn wait(&self) -> Result<()> {
        self.changes.recv().context("the sources are watched no longer")?;
        while self.changes.recv_timeout(REST).is_ok() {}
        Ok(())
    }
}

/// The compiler reads every source, which is an event too but no change.
fn changes_one(event: &Event, sources: &[PathBuf]) -> bool {
    let is_source = |path: &Path| sources.iter().any(|source| path.starts_with(source));
    !event.kind.is_access() && event.paths.iter().any(|path| is_source(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_and_every_file_of_the_build_is_watched() {
        let (root, sources) = (project::root(), sources().unwrap());
        let files = [
            "src/lib.rs",
            "model/src/lib.rs",
            "engine/src/lib.rs",
            "chart/src/lib.rs",
            "cli/src/main.rs",
            "www/boot.js",
            "data/SOURCES.md",
            "index.html",
            "Trunk.toml",
            "build.rs",
            "Cargo.toml",
            "Cargo.lock",
        ];
        for file in files {
            let path = root.join(file);
            assert!(path.is_file(), "{file} is there");
            assert!(sources.iter().any(|source| path.starts_with(source)), "{file} is watched");
        }
        assert!(!sources.contains(&root), "what is built lies below the root");
    }

    #[test]
    fn a_change_is_noticed_and_a_reader_is_not() {
        let home = std::env::temp_dir().join(format!("bathtub-watch-{}", std::process::id()));
        std::fs::create_dir_all(home.join("src/deep")).unwrap();
        for file in ["src/deep/a.rs", "one.toml", "other.toml"] {
            std::fs::write(home.join(file), "before").unwrap();
        }
        let watch = Watch::new(vec![home.join("src"), home.join("one.toml")]).unwrap();
        let noticed = || watch.changes.recv_timeout(Duration::from_secs(2)).is_ok();
        let silent = || watch.changes.recv_timeout(Duration::from_millis(200)).is_err();

        std::fs::write(home.join("src/deep/a.rs"), "after").unwrap();
        assert!(noticed(), "a file deep in a folder");
        while watch.changes.try_recv().is_ok() || !silent() {}
        // As many editors save.
        std::fs::write(home.join("one.new"), "after").unwrap();
        std::fs::rename(home.join("one.new"), home.join("one.toml")).unwrap();
        assert!(noticed(), "a file in whose place another is put");
        while !silent() {}
        std::fs::read(home.join("src/deep/a.rs")).unwrap();
        std::fs::write(home.join("other.toml"), "after").unwrap();
        assert!(silent(), "neither a reader nor a neighbour");
        std::fs::remove_dir_all(&home).unwrap();
    }
}
