use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::archive::{self, Entry};
use super::sums::{self, Sums};
use super::{assemble, site};

/// A folder of a test's own, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("bathtub-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// A site of a version as a tarball.
    fn site(&self, version: &str) -> PathBuf {
        let files = [
            ("index.html", format!("page of {version}")),
            ("version.json", format!("{{\"version\": \"{version}\"}}")),
            ("releases.json", "{\"releases\": []}".to_owned()),
            ("words/ru.json", version.to_owned()),
        ];
        let entries = files.map(|(name, text)| Entry {
            name: name.to_owned(),
            file: self.write(&format!("site-{version}/{name}"), &text),
            program: false,
        });
        let tarball = self.path(&format!("releases/site-{version}.tar.gz"));
        std::fs::create_dir_all(tarball.parent().unwrap()).unwrap();
        archive::pack(&tarball, entries.into()).unwrap();
        tarball
    }

    /// A tarball of other files.
    fn tarball(&self, name: &str, files: &[(&str, &str)]) -> PathBuf {
        let path = self.path(&format!("releases/{name}"));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let file = std::fs::File::create(&path).unwrap();
        let mut tar = tar::Builder::new(GzEncoder::new(file, Compression::fast()));
        for (name, text) in files {
            let mut header = tar::Header::new_gnu();
            // The crate itself packs no path that leads out of a folder.
            header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
            header.set_size(text.len() as u64);
            header.set_cksum();
            tar.append(&header, text.as_bytes()).unwrap();
        }
        tar.into_inner().unwrap().finish().unwrap();
        path
    }

    /// Assembles into `out`, with the digests of all tarballs.
    fn assemble(&self, tarballs: &[PathBuf]) -> Result<()> {
        Sums::write(&self.path("releases")).unwrap();
        assemble(&self.path("out"), &self.path("releases").join(sums::FILE), tarballs)
    }

    fn says(&self, tarballs: &[PathBuf]) -> String {
        let error = format!("{:#}", self.assemble(tarballs).unwrap_err());
        assert!(!self.path("out").exists(), "nothing is left behind: {error}");
        error
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_same_files_give_the_same_tarball() {
    let folder = Folder::new("same");
    for (copy, first) in [("a", "index.html"), ("b", "words/ru.json")] {
        // Made in another order, at another time, readable by others than before.
        for name in [first, "index.html", "words/ru.json"] {
            let file = folder.write(&format!("{copy}/{name}"), name);
            let seconds = if copy == "a" { 1_000_000 } else { 2_000_000 };
            let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
            let file = std::fs::File::options().write(true).open(file).unwrap();
            file.set_modified(time).unwrap();
        }
        std::fs::create_dir_all(folder.path(&format!("packed-{copy}"))).unwrap();
        site(&folder.path(copy), &folder.path(&format!("packed-{copy}"))).unwrap();
    }
    let packed = |copy: &str| {
        let files = std::fs::read_dir(folder.path(&format!("packed-{copy}"))).unwrap();
        let path = files.map(|file| file.unwrap().path()).next().unwrap();
        (path.file_name().unwrap().to_owned(), std::fs::read(path).unwrap())
    };
    assert_eq!(packed("a"), packed("b"));
    let name = packed("a").0.into_string().unwrap();
    assert_eq!(name, format!("liquidity-bathtub-site-{}.tar.gz", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_release_has_its_folder_and_the_newest_the_root() {
    let folder = Folder::new("assemble");
    // 1.10 is newer than 1.9, and a release newer than what was made to be tried.
    let sites = ["1.10.0", "2.0.0-rc.1", "1.9.0"].map(|version| folder.site(version));
    folder.assemble(&sites).unwrap();
    for version in ["1.9.0", "1.10.0", "2.0.0-rc.1"] {
        assert_eq!(folder.read(&format!("out/v/{version}/index.html")), format!("page of {version}"));
        assert_eq!(folder.read(&format!("out/v/{version}/words/ru.json")), version);
    }
    assert_eq!(folder.read("out/index.html"), "page of 1.10.0");
    let kept: serde_json::Value = serde_json::from_str(&folder.read("out/releases.json")).unwrap();
    assert_eq!(kept, serde_json::json!({"releases": ["1.9.0", "1.10.0", "2.0.0-rc.1"]}));
    assert_eq!(folder.read("out/words/ru.json"), "1.10.0");
}

#[test]
fn a_folder_that_holds_something_stays_as_it_is() {
    let folder = Folder::new("holds");
    let site = folder.site("1.0.0");
    folder.write("out/mine.txt", "mine");
    let error = format!("{:#}", folder.assemble(std::slice::from_ref(&site)).unwrap_err());
    assert!(error.contains("holds something already"), "{error}");
    assert_eq!(std::fs::read_dir(folder.path("out")).unwrap().count(), 1);
    std::fs::remove_file(folder.path("out/mine.txt")).unwrap();
    folder.assemble(&[site]).unwrap();
    assert_eq!(folder.read("out/index.html"), "page of 1.0.0");
}

#[test]
fn two_of_one_version_are_refused() {
    let folder = Folder::new("two");
    let site = folder.site("1.0.0");
    let again = folder.path("releases/again.tar.gz");
    std::fs::copy(&site, &again).unwrap();
    assert!(folder.says(&[site, again]).contains("are of one version"));
}

#[test]
fn a_tarball_that_the_sums_do_not_list_is_refused() {
    let folder = Folder::new("sums");
    let site = folder.site("1.0.0");
    Sums::write(&folder.path("releases")).unwrap();
    let sums = folder.path("releases").join(sums::FILE);
    let run = |list: &Path| {
        format!("{:#}", assemble(&folder.path("out"), list, std::slice::from_ref(&site)).unwrap_err())
    };
    let other = format!("{}{}", "a".repeat(64), &std::fs::read_to_string(&sums).unwrap()[64..]);
    let wrong = folder.write("wrong", &other);
    assert!(run(&wrong).contains("has the digest"), "{}", run(&wrong));
    let empty = folder.write("empty", "");
    assert!(run(&empty).contains("no digest of site-1.0.0.tar.gz"), "{}", run(&empty));
    assert!(!folder.path("out").exists());
    assemble(&folder.path("out"), &sums, std::slice::from_ref(&site)).unwrap();
}

#[test]
fn what_is_no_site_is_refused() {
    let folder = Folder::new("unsafe");
    let version = ("version.json", "{\"version\": \"1.0.0\"}");
    let page = ("index.html", "page");
    for (name, files, says) in [
        ("up", vec![page, version, ("../evil.txt", "x")], "no safe path"),
        ("root", vec![page, version, ("/tmp/evil.txt", "x")], "no safe path"),
        ("twice", vec![page, page, version], "is there twice"),
        ("pinned", vec![page, version, ("v/1.0.0/index.html", "x")], "stands where releases go"),
        ("bare", vec![page], "has no version.json"),
        ("empty", vec![version], "has no index.html"),
        ("odd", vec![page, ("version.json", "{\"version\": \"../../x\"}")], "is no semantic version"),
    ] {
        let tarball = folder.tarball(name, &files);
        let error = folder.says(std::slice::from_ref(&tarball));
        assert!(error.contains(says), "{name}: {error}");
        std::fs::remove_file(tarball).unwrap();
    }
    assert!(!folder.path("evil.txt").exists());
    let none = folder.write("releases/none.tar.gz", "no tarball");
    folder.says(&[none]);
    assert!(folder.says(&[]).contains("no release is named"));
}

#[test]
fn links_are_refused() {
    let folder = Folder::new("links");
    let path = folder.write("releases/link.tar.gz", "");
    let mut tar =
        tar::Builder::new(GzEncoder::new(std::fs::File::create(&path).unwrap(), Compression::fast()));
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::Symlink);
    header.set_size(0);
    tar.append_link(&mut header, "index.html", "/etc/passwd").unwrap();
    tar.into_inner().unwrap().finish().unwrap();
    assert!(folder.says(&[path]).contains("neither file nor folder"));
}
