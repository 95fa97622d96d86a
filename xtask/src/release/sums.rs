//! `SHA256SUMS`: a digest and a name a line, as `sha256sum` writes and checks them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

/// The file, beside what it lists.
pub const FILE: &str = "SHA256SUMS";

/// Digests by the names of files.
#[derive(Debug, Default, PartialEq)]
pub struct Sums(BTreeMap<String, String>);

impl Sums {
    /// Reads such a file; several may have been put together.
    ///
    /// # Errors
    /// When a line is not as expected, or two lines say different things of one name.
    pub fn read(text: &str) -> Result<Self> {
        let mut sums = BTreeMap::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let Some((digest, name)) = line.split_once(' ') else {
                bail!("`{line}` is no digest with a name");
            };
            // A star says that the file was read byte by byte.
            let name = name.trim_start_matches([' ', '*']);
            let hex = digest.len() == 64 && digest.bytes().all(|digit| digit.is_ascii_hexdigit());
            ensure!(hex && !name.is_empty(), "`{line}` is no digest with a name");
            let digest = digest.to_ascii_lowercase();
            if let Some(other) = sums.insert(name.to_owned(), digest.clone()) {
                ensure!(other == digest, "{name} has two digests");
            }
        }
        Ok(Self(sums))
    }

    /// Makes the file for a folder of files, which it is written into.
    ///
    /// # Errors
    /// When a file cannot be read or the list not be written.
    pub fn write(folder: &Path) -> Result<()> {
        let mut names: Vec<String> = std::fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<Result<_>>()?;
        names.retain(|name| name != FILE);
        names.sort();
        let mut text = String::new();
        for name in names {
            writeln!(text, "{}  {name}", digest(&folder.join(&name))?)?;
        }
        Ok(std::fs::write(folder.join(FILE), text)?)
    }

    /// Checks a file.
    ///
    /// # Errors
    /// When it is not listed, or is another than the one listed.
    pub fn check(&self, file: &Path) -> Result<()> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let expected = self.0.get(name.as_ref()).with_context(|| format!("no digest of {name} is given"))?;
        let found = digest(file)?;
        ensure!(*expected == found, "{name} has the digest {found}, not {expected}");
        Ok(())
    }
}

/// The digest of a file's content.
fn digest(file: &Path) -> Result<String> {
    let content = std::fs::read(file).with_context(|| format!("read {}", file.display()))?;
    Ok(Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read() {
        let one = "a".repeat(64);
        let sums = Sums::read(&format!("{one}  a.tar.gz\n\n{} *b.tar.gz\n{one}  a.tar.gz\n", "B".repeat(64)));
        let expected = [("a.tar.gz".to_owned(), one.clone()), ("b.tar.gz".to_owned(), "b".repeat(64))];
        assert_eq!(sums.unwrap(), Sums(BTreeMap::from(expected)));
        let two = format!("{one}  a\n{}  a\n", "b".repeat(64));
        for wrong in
            [two.as_str(), "a", "abc  a", &one, &format!("{one}  "), &format!("{}  a", "g".repeat(64))]
        {
            assert!(Sums::read(wrong).is_err(), "{wrong}");
        }
    }
}
