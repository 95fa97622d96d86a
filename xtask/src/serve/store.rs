//! The site in memory: read once, compressed once. What is not in it cannot be asked for, so
//! no request can reach another file.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result, anyhow};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use xxhash_rust::xxh3::xxh3_64;

use super::mime;
use crate::site::{assets, policy};

pub struct File {
    pub kind: &'static str,
    pub plain: Vec<u8>,
    pub brotli: Option<Vec<u8>>,
    pub gzip: Option<Vec<u8>>,
    /// The hash of the content.
    pub hash: u64,
    /// The policy the page itself declares, else the project's.
    pub policy: String,
}

#[derive(Default)]
pub struct Store {
    files: BTreeMap<String, File>,
}

impl Store {
    /// Reads a folder; `compress` prepares the small forms as well.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read(folder: &Path, compress: bool) -> Result<Self> {
        let names: Vec<String> =
            assets::files(folder)?.iter().map(|path| path.to_string_lossy().replace('\\', "/")).collect();
        let queue = Mutex::new(names.into_iter());
        let workers = thread::available_parallelism().map_or(2, usize::from);
        let read = || -> Result<Vec<(String, File)>> {
            let mut done = Vec::new();
            loop {
                let next = queue.lock().map_err(|_| anyhow!("a reader failed"))?.next();
                let Some(name) = next else { return Ok(done) };
                let path = folder.join(&name);
                let plain = std::fs::read(&path).with_context(|| format!("read {}", path.display()))?;
                let file = File::new(&name, plain, compress)?;
                done.push((name, file));
            }
        };
        let files = thread::scope(|scope| {
            let readers: Vec<_> = (0..workers).map(|_| scope.spawn(read)).collect();
            let mut files = BTreeMap::new();
            for reader in readers {
                files.extend(reader.join().map_err(|_| anyhow!("a reader failed"))??);
            }
            Ok::<_, anyhow::Error>(files)
        })?;
        Ok(Self { files })
    }

    pub fn get(&self, name: &str) -> Option<&File> {
        self.files.get(name)
    }

    /// Whether `name` is a folder with a page of its own.
    pub fn has_index(&self, name: &str) -> bool {
        self.files.contains_key(&format!("{name}/index.html"))
    }
}

impl File {
    fn new(name: &str, plain: Vec<u8>, compress: bool) -> Result<Self> {
        let kind = mime::of(name);
        let worthwhile = compress && mime::compressible(kind);
        let smaller = |packed: Vec<u8>| (packed.len() < plain.len()).then_some(packed);
        let declared = if kind.starts_with("text/html") {
            policy::declared(&String::from_utf8_lossy(&plain))
        } else {
            None
        };
        Ok(Self {
            kind,
            brotli: if worthwhile { smaller(brotli(&plain, QUICK)?) } else { None },
            gzip: if worthwhile { smaller(gzip(&plain)?) } else { None },
            hash: xxh3_64(&plain),
            policy: declared.unwrap_or_else(|| policy::POLICY.to_owned()),
            plain,
        })
    }
}

/// Nearly the smallest form, in a fraction of the time: the page is to be up at once.
const QUICK: i32 = 9;

/// Brotli's best, as static hosts do it ahead of time.
pub const BEST: i32 = 11;

/// Compresses with Brotli.
///
/// # Errors
/// Never in practice: it writes to memory.
pub fn brotli(plain: &[u8], quality: i32) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams { quality, size_hint: plain.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(plain: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_compressed_where_that_helps() {
        let text = "the same words again and again, ".repeat(100).into_bytes();
        let file = File::new("a.txt", text.clone(), true).unwrap();
        assert!(file.brotli.unwrap().len() < 100 && file.gzip.unwrap().len() < 150);
        assert!(File::new("a.png", text.clone(), true).unwrap().brotli.is_none());
        assert!(File::new("a.txt", text, false).unwrap().gzip.is_none());
        assert!(File::new("a.txt", b"x".to_vec(), true).unwrap().brotli.is_none());
    }

    #[test]
    fn a_page_may_declare_a_policy_of_its_own() {
        let page = b"<meta http-equiv='Content-Security-Policy' content=\"frame-src 'self'\">";
        assert_eq!(File::new("a.html", page.to_vec(), false).unwrap().policy, "frame-src 'self'");
        assert_eq!(File::new("a.js", page.to_vec(), false).unwrap().policy, policy::POLICY);
    }
}
