//! Live reload: sources are watched, the page rebuilt, and browsers told by an event stream.

use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, RwLock};
use std::time::{Duration, SystemTime};

use anyhow::Result;

use super::store::Store;
use crate::project;
use crate::site::{Mode, Workshop};

/// Below the base, where the page's own files cannot be.
pub const SCRIPT: &str = "__dev/reload.js";
pub const EVENTS: &str = "__dev/events";

/// An external script, so that it works under the policy.
pub const SCRIPT_TEXT: &str = "\
let seen;
new EventSource(new URL('events', document.currentScript.src)).onmessage = ({ data }) => {
  if (seen !== undefined && seen !== data) location.reload();
  seen = data;
};
";

const WATCHED: [&str; 8] =
    ["src", "model", "www", "data", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];
const INTERVAL: Duration = Duration::from_millis(300);
/// Browsers and proxies give up on a stream that stays silent for long.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Counts builds and wakes those who wait for the next.
pub struct Builds {
    count: Mutex<u64>,
    changed: Condvar,
    /// Sets the builds of one server apart from those of the next.
    started: u128,
}

impl Builds {
    pub fn new() -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Self {
            count: Mutex::new(0),
            changed: Condvar::new(),
            started: now.map_or(0, |time| time.as_millis()),
        }
    }

    fn next(&self) {
        if let Ok(mut count) = self.count.lock() {
            *count += 1;
            self.changed.notify_all();
        }
    }

    /// Writes the event stream until the browser goes away.
    pub fn stream(&self, mut out: impl std::io::Write) -> std::io::Result<()> {
        out.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
              Access-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
        )?;
        let mut count = self.count.lock().map_err(|_| std::io::ErrorKind::Other)?;
        loop {
            let seen = *count;
            // The lock is not held while writing: a slow browser must not stop the builds.
            drop(count);
            write!(out, "data: {}-{seen}\n\n", self.started)?;
            out.flush()?;
            count = self.count.lock().map_err(|_| std::io::ErrorKind::Other)?;
            if *count == seen {
                count = self.changed.wait_timeout(count, HEARTBEAT).map_err(|_| std::io::ErrorKind::Other)?.0;
            }
        }
    }
}

/// Puts the script into a page on its way out.
pub fn with_script(page: &[u8]) -> Vec<u8> {
    let tag = format!("<script src=\"{SCRIPT}\" defer></script>");
    let page = String::from_utf8_lossy(page);
    match page.find("</head>") {
        Some(place) => format!("{}{tag}{}", &page[..place], &page[place..]).into_bytes(),
        None => format!("{page}{tag}").into_bytes(),
    }
}

/// Rebuilds for ever, whenever a source has changed and come to rest.
pub fn watch(workshop: &Workshop, store: &RwLock<Arc<Store>>, builds: &Builds) -> Result<()> {
    let root = project::root();
    let mut built = newest(&root);
    loop {
        std::thread::sleep(INTERVAL);
        let now = newest(&root);
        if now == built {
            continue;
        }
        std::thread::sleep(INTERVAL);
        if newest(&root) != now {
            continue;
        }
        built = now;
        eprintln!("sources changed");
        match workshop.build(Mode::Dev).and_then(|dir| Store::read(&dir, false)) {
            Ok(fresh) => {
                if let Ok(mut current) = store.write() {
                    *current = Arc::new(fresh);
                }
                builds.next();
            }
            // The page of before stays up while the mistake is mended.
            Err(error) => eprintln!("{error:#}"),
        }
    }
}

/// A mark that differs when any watched file was changed, made or removed.
fn newest(root: &Path) -> (SystemTime, usize) {
    let mut mark = (SystemTime::UNIX_EPOCH, 0);
    for name in WATCHED {
        visit(&root.join(name), &mut mark);
    }
    mark
}

fn visit(path: &Path, mark: &mut (SystemTime, usize)) {
    let Ok(metadata) = path.metadata() else {
        return;
    };
    if metadata.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().filter_map(Result::ok) {
            visit(&entry.path(), mark);
        }
    } else {
        mark.0 = mark.0.max(metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH));
        mark.1 += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_goes_into_the_head() {
        let page = with_script(b"<head><title>x</title></head><body></body>");
        assert_eq!(
            String::from_utf8(page).unwrap(),
            "<head><title>x</title><script src=\"__dev/reload.js\" defer></script></head>\
             <body></body>"
        );
    }
}
