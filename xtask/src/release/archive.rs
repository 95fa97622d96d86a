//! Tarballs: the same files give the same bytes, and what is unpacked stays in its folder.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};

/// A file of a tarball to be.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its path in the tarball, with slashes.
    pub name: String,
    /// Where its content is.
    pub file: PathBuf,
    pub program: bool,
}

/// Packs files: sorted, without times, owners and names of folders on this machine.
///
/// # Errors
/// When a file cannot be read or the tarball not be written.
pub fn pack(to: &Path, mut entries: Vec<Entry>) -> Result<()> {
    entries.sort();
    let out = BufWriter::new(File::create(to).with_context(|| format!("write {}", to.display()))?);
    let mut tar = tar::Builder::new(GzBuilder::new().mtime(0).write(out, Compression::best()));
    for Entry { name, file, program } in entries {
        let content = std::fs::read(&file).with_context(|| format!("read {}", file.display()))?;
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(if program { 0o755 } else { 0o644 });
        header.set_mtime(0);
        header.set_uid(0);
        header.set_gid(0);
        tar.append_data(&mut header, &name, content.as_slice()).with_context(|| format!("pack {name}"))?;
    }
    tar.into_inner()?.finish()?.flush()?;
    Ok(())
}

/// Gives `see` every file of a tarball, with its path.
///
/// # Errors
/// When it is no tarball, when a path leads out of the folder it is unpacked into or is there twice, when
/// it holds anything but files and folders, and what `see` fails with.
pub fn read(tarball: &Path, mut see: impl FnMut(&Path, &mut dyn Read) -> Result<()>) -> Result<()> {
    let of = || format!("in {}", tarball.display());
    let packed = File::open(tarball).with_context(|| format!("read {}", tarball.display()))?;
    let mut tar = tar::Archive::new(GzDecoder::new(packed));
    let mut seen = std::collections::BTreeSet::new();
    for entry in tar.entries().with_context(of)? {
        let mut entry = entry.with_context(of)?;
        let name = entry.path().with_context(of)?.into_owned();
        let kind = entry.header().entry_type();
        if kind.is_dir() {
            continue;
        }
        ensure!(kind.is_file(), "{} {} is neither file nor folder", of(), name.display());
        let path = within(&name).with_context(|| format!("{} {} is no safe path", of(), name.display()))?;
        ensure!(seen.insert(path.clone()), "{} {} is there twice", of(), name.display());
        see(&path, &mut entry).with_context(of)?;
    }
    Ok(())
}

/// A path that stays in its folder, on every system; `./` in front of it is left out.
fn within(name: &Path) -> Option<PathBuf> {
    let text = name.to_str()?;
    if text.contains(['\\', ':', '\0']) {
        return None;
    }
    let mut path = PathBuf::new();
    for part in name.components() {
        match part {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    (path.components().next().is_some()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_their_folder() {
        let path = |text: &str| within(Path::new(text));
        assert_eq!(path("./a/b.js"), Some("a/b.js".into()));
        assert_eq!(path("a"), Some("a".into()));
        for unsafe_one in ["/a", "../a", "a/../../b", "a/..", "..\\a", "C:a", "C:\\a", "./", ""] {
            assert_eq!(path(unsafe_one), None, "{unsafe_one}");
        }
    }
}
