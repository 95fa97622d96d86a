//! The server as a browser meets it: over a socket.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use super::*;

const HASHED: &str = "page_bg-0123456789abcdef.wasm";

struct Reply {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

/// Serves a small site below a path of its own.
fn serve(base: &str) -> u16 {
    let dir = tempfile();
    std::fs::create_dir_all(dir.join("lessons")).unwrap();
    let page = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">{}",
        crate::site::policy::POLICY,
        "words ".repeat(200)
    );
    std::fs::write(dir.join("index.html"), page).unwrap();
    std::fs::write(dir.join("lessons/index.html"), "lesson").unwrap();
    std::fs::write(dir.join(HASHED), [0_u8; 4096]).unwrap();
    let site = Arc::new(Site {
        store: RwLock::new(Arc::new(Store::read(&dir, true).unwrap())),
        base: base.to_owned(),
        builds: None,
    });
    std::fs::remove_dir_all(&dir).unwrap();
    let listener = listen(Some(0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    start(&site, listener).unwrap();
    port
}

fn tempfile() -> std::path::PathBuf {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("bathtub-serve-{}-{count}", std::process::id()))
}

fn ask(port: u16, line: &str, headers: &str) -> Reply {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    write!(stream, "{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n").unwrap();
    let mut all = Vec::new();
    stream.read_to_end(&mut all).unwrap();
    let split = all.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(all[..split].to_vec()).unwrap();
    let status = head.split_whitespace().nth(1).unwrap().parse().unwrap();
    Reply { status, head, body: all[split + 4..].to_vec() }
}

#[test]
fn the_page_comes_with_its_headers() {
    let reply = ask(serve("/"), "GET /", "");
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(reply.header("Content-Security-Policy"), Some(crate::site::policy::POLICY));
    assert_eq!(reply.header("X-Content-Type-Options"), Some("nosniff"));
    assert_eq!(reply.header("Referrer-Policy"), Some("no-referrer"));
    assert_eq!(reply.header("Access-Control-Allow-Origin"), Some("*"));
    assert_eq!(reply.header("Cross-Origin-Resource-Policy"), Some("cross-origin"));
    assert_eq!(reply.header("Cache-Control"), Some("no-cache"));
    assert_eq!(reply.header("X-Frame-Options"), None);
    let length = reply.body.len().to_string();
    assert_eq!(reply.header("Content-Length"), Some(length.as_str()));
}

#[test]
fn the_browser_chooses_the_encoding() {
    let port = serve("/");
    let plain = ask(port, "GET /", "");
    let brotli = ask(port, "GET /", "Accept-Encoding: gzip, br\r\n");
    let gzip = ask(port, "GET /", "Accept-Encoding: gzip\r\n");
    assert_eq!(plain.header("Content-Encoding"), None);
    assert_eq!(brotli.header("Content-Encoding"), Some("br"));
    assert_eq!(gzip.header("Content-Encoding"), Some("gzip"));
    assert!(brotli.body.len() < gzip.body.len() && gzip.body.len() < plain.body.len());
    assert_ne!(brotli.header("ETag"), gzip.header("ETag"));
    assert_eq!(brotli.header("Vary"), Some("Accept-Encoding"));
}

#[test]
fn an_unchanged_page_is_not_sent_again() {
    let port = serve("/");
    let tag = ask(port, "GET /", "").header("ETag").unwrap().to_owned();
    let reply = ask(port, "GET /", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((reply.status, reply.body.len()), (304, 0));
}

#[test]
fn files_named_after_their_content_are_kept() {
    let port = serve("/");
    let forever = Some("public, max-age=31536000, immutable");
    let reply = ask(port, &format!("GET /{HASHED}"), "");
    assert_eq!(reply.header("Cache-Control"), forever);
    assert_eq!(reply.header("Content-Type"), Some("application/wasm"));
    assert_eq!(ask(port, "GET /?v=1", "").header("Cache-Control"), Some("no-cache"));
}

#[test]
fn head_has_no_body() {
    let port = serve("/");
    let reply = ask(port, "HEAD /", "");
    assert_eq!((reply.status, reply.body.len()), (200, 0));
    assert_eq!(reply.header("Content-Length"), ask(port, "GET /", "").header("Content-Length"));
}

#[test]
fn the_site_may_stand_below_a_path() {
    let port = serve("/some/path/");
    assert_eq!(ask(port, "GET /some/path/", "").status, 200);
    let bare = ask(port, "GET /some/path", "");
    assert_eq!((bare.status, bare.header("Location")), (308, Some("/some/path/")));
    let folder = ask(port, "GET /some/path/lessons", "");
    assert_eq!((folder.status, folder.header("Location")), (308, Some("/some/path/lessons/")));
    assert_eq!(ask(port, "GET /some/path/lessons/", "").body, b"lesson");
    assert_eq!(ask(port, "GET /", "").status, 404);
    assert_eq!(ask(port, "GET /some/", "").status, 404);
}

#[test]
fn nothing_else_is_answered() {
    let port = serve("/");
    assert_eq!(ask(port, "GET /missing.js", "").status, 404);
    assert_eq!(ask(port, "GET /../Cargo.toml", "").status, 404);
    assert_eq!(ask(port, "GET /%2e%2e/%2e%2e/etc/passwd", "").status, 404);
    let post = ask(port, "POST /", "Content-Length: 0\r\n");
    assert_eq!((post.status, post.header("Allow")), (405, Some("GET, HEAD")));
}

#[test]
fn a_busy_port_that_was_asked_for_is_an_error() {
    let taken = listen(Some(0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = listen(Some(port)).unwrap_err().to_string();
    assert!(error.contains(&format!("port {port} is in use")), "{error}");
}
