//! The server as a browser meets it: over a socket.

mod connections;

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::*;
use crate::site::policy::POLICY;

const HASHED: &str = "page_bg-0123456789abcdef.wasm";
const OWN_POLICY: &str = "default-src 'none'; frame-src 'self'";
const FOREVER: Option<&str> = Some("public, max-age=31536000, immutable");

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

/// A small site, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("bathtub-serve-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Self(std::env::temp_dir().join(name));
        let page = |policy: &str, text: &str| {
            format!("<head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"></head>{text}")
        };
        std::fs::create_dir_all(folder.0.join("lessons")).unwrap();
        folder.write("index.html", page(POLICY, &"words ".repeat(400)).as_bytes());
        folder.write("lessons/index.html", page(OWN_POLICY, "lesson").as_bytes());
        folder.write("a b.svg", b"<svg/>");
        folder.write("boot.js", b"1");
        folder.write("icon.png", &[0; 4096]);
        folder.write(HASHED, &[0; 4096]);
        folder
    }

    fn write(&self, name: &str, content: &[u8]) {
        std::fs::write(self.0.join(name), content).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn start(base: &str, port: Option<u16>) -> Result<Server> {
    Server::start(&tools::modules(&Tools::open()?)?, base, port)
}

/// Serves a small site below a path of its own.
fn serve(base: &str) -> Server {
    let mut server = start(base, Some(0)).unwrap();
    server.show(&Folder::new().0, false).unwrap();
    server
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

fn request(server: &Server, line: &str, headers: &str) -> Reply {
    let mut stream = connect(server);
    write!(stream, "{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n").unwrap();
    let mut all = Vec::new();
    // Ends when the server closes the connection, as the request says.
    stream.read_to_end(&mut all).unwrap();
    let split = all.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(all[..split].to_vec()).unwrap();
    let status = head.split_whitespace().nth(1).unwrap().parse().unwrap();
    Reply { status, head, body: all[split + 4..].to_vec() }
}

#[test]
fn the_page_comes_with_its_headers() {
    let server = serve("/");
    let reply = request(&server, "GET /", "");
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(reply.header("Content-Security-Policy"), Some(POLICY));
    assert_eq!(reply.header("Cache-Control"), Some("no-cache"));
    assert_eq!(reply.header("Connection"), Some("close"));
    let length = reply.body.len().to_string();
    assert_eq!(reply.header("Content-Length"), Some(length.as_str()));
    for reply in [reply, request(&server, "GET /missing", ""), request(&server, "GET /lessons", "")] {
        assert_eq!(reply.header("X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(reply.header("Referrer-Policy"), Some("no-referrer"));
        assert_eq!(reply.header("Access-Control-Allow-Origin"), Some("*"));
        assert_eq!(reply.header("Cross-Origin-Resource-Policy"), Some("cross-origin"));
        assert_eq!(reply.header("X-Frame-Options"), None);
    }
}

#[test]
fn a_page_may_declare_a_policy_of_its_own() {
    let server = serve("/");
    let policy = |path: &str| {
        let reply = request(&server, &format!("GET {path}"), "");
        reply.header("Content-Security-Policy").map(str::to_owned)
    };
    assert_eq!(policy("/lessons/").as_deref(), Some(OWN_POLICY));
    assert_eq!(policy("/boot.js").as_deref(), Some(POLICY));
    assert_eq!(policy("/missing"), None);
}

#[test]
fn files_say_what_they_are() {
    let server = serve("/");
    let kind = |path: &str| {
        let reply = request(&server, &format!("GET {path}"), "");
        reply.header("Content-Type").map(str::to_owned)
    };
    // Browsers insist on these.
    assert_eq!(kind(&format!("/{HASHED}")).as_deref(), Some("application/wasm"));
    assert_eq!(kind("/boot.js").as_deref(), Some("text/javascript; charset=utf-8"));
    assert_eq!(kind("/a%20b.svg").as_deref(), Some("image/svg+xml"));
}

#[test]
fn the_browser_chooses_the_encoding() {
    let server = serve("/");
    let encoding = |path: &str, accept: &str| {
        let reply = request(&server, &format!("GET {path}"), &format!("Accept-Encoding: {accept}\r\n"));
        (reply.header("Content-Encoding").unwrap_or_default().to_owned(), reply.body.len())
    };
    let (none, plain) = encoding("/", "");
    let (br, brotli) = encoding("/", "gzip, br");
    let (gz, gzip) = encoding("/", "gzip;q=0.5");
    assert_eq!((none.as_str(), br.as_str(), gz.as_str()), ("", "br", "gzip"));
    assert!(brotli < gzip && gzip < plain, "{brotli} {gzip} {plain}");
    assert_eq!(encoding("/", "br;q=0, gzip").0, "gzip", "a refusal counts");
    assert_eq!(encoding("/", "brotli").0, "", "another name");
    // Pictures are compressed in themselves.
    assert_eq!(encoding("/icon.png", "gzip, br").0, "");
    let vary = request(&server, "GET /", "");
    assert_eq!(vary.header("Vary"), Some("Accept-Encoding"));
}

#[test]
fn an_unchanged_page_is_not_sent_again() {
    let server = serve("/");
    let tag = request(&server, "GET /", "").header("ETag").unwrap().to_owned();
    let reply = request(&server, "GET /", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((reply.status, reply.body.len()), (304, 0));
    assert_eq!(reply.header("Cache-Control"), Some("no-cache"));
    assert_eq!(request(&server, "GET /", "If-None-Match: \"other\"\r\n").status, 200);
}

#[test]
fn files_named_or_stamped_after_their_content_are_kept() {
    let server = serve("/");
    let caching = |path: &str| {
        let reply = request(&server, &format!("GET {path}"), "");
        reply.header("Cache-Control").map(str::to_owned)
    };
    assert_eq!(caching(&format!("/{HASHED}")).as_deref(), FOREVER);
    let hash = xxhash_rust::xxh3::xxh3_64(b"1");
    assert_eq!(caching(&format!("/boot.js?h={hash:016x}")).as_deref(), FOREVER);
    assert_eq!(caching("/boot.js?h=0123456789abcdef").as_deref(), Some("no-cache"), "of other content");
    assert_eq!(caching("/boot.js").as_deref(), Some("no-cache"));
    assert_eq!(caching("/?v=1").as_deref(), Some("no-cache"));
}

#[test]
fn head_has_no_body() {
    let server = serve("/");
    let reply = request(&server, "HEAD /", "");
    assert_eq!((reply.status, reply.body.len()), (200, 0));
    assert_eq!(reply.header("Content-Length"), request(&server, "GET /", "").header("Content-Length"));
}

#[test]
fn the_site_may_stand_below_a_path() {
    let server = serve("/some/path/");
    assert_eq!(request(&server, "GET /some/path/", "").status, 200);
    let bare = request(&server, "GET /some/path", "");
    assert_eq!((bare.status, bare.header("Location")), (308, Some("/some/path/")));
    let folder = request(&server, "GET /some/path/lessons", "");
    assert_eq!((folder.status, folder.header("Location")), (308, Some("/some/path/lessons/")));
    assert!(request(&server, "GET /some/path/lessons/", "").body.ends_with(b"lesson"));
    assert_eq!(request(&server, "GET /", "").status, 404);
    assert_eq!(request(&server, "GET /some/", "").status, 404);
}

#[test]
fn nothing_else_is_answered() {
    let server = serve("/");
    let paths = [
        "/missing.js",
        "/index",
        "/boot.js/",
        "/__proto__",
        "/__dev/reload.js",
        "/../Cargo.toml",
        "/a/../../b",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2fsecret",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/lessons//index.html",
        "/..\\secret",
        "/a%5c..%5cb",
        "/%00",
        "/%ff",
        "/./boot.js",
    ];
    for path in paths {
        assert_eq!(request(&server, &format!("GET {path}"), "").status, 404, "{path}");
    }
    let post = request(&server, "POST /", "Content-Length: 0\r\n");
    assert_eq!((post.status, post.header("Allow")), (405, Some("GET, HEAD")));
    let odd_range = request(&server, "GET /", "Range: bytes=9-2\r\n");
    assert_eq!(odd_range.status, 200, "ranges are not served");
}
