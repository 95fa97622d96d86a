//! The server as a browser meets it: over a socket.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
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

fn ask(server: &Server, line: &str, headers: &str) -> Reply {
    let mut stream = connect(server);
    write!(stream, "{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n").unwrap();
    let mut all = Vec::new();
    // Ends when the server closes the connection, as it was asked to.
    stream.read_to_end(&mut all).unwrap();
    let split = all.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(all[..split].to_vec()).unwrap();
    let status = head.split_whitespace().nth(1).unwrap().parse().unwrap();
    Reply { status, head, body: all[split + 4..].to_vec() }
}

#[test]
fn the_page_comes_with_its_headers() {
    let server = serve("/");
    let reply = ask(&server, "GET /", "");
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(reply.header("Content-Security-Policy"), Some(POLICY));
    assert_eq!(reply.header("Cache-Control"), Some("no-cache"));
    assert_eq!(reply.header("Connection"), Some("close"));
    let length = reply.body.len().to_string();
    assert_eq!(reply.header("Content-Length"), Some(length.as_str()));
    for reply in [reply, ask(&server, "GET /missing", ""), ask(&server, "GET /lessons", "")] {
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
        let reply = ask(&server, &format!("GET {path}"), "");
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
        let reply = ask(&server, &format!("GET {path}"), "");
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
        let reply = ask(&server, &format!("GET {path}"), &format!("Accept-Encoding: {accept}\r\n"));
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
    let vary = ask(&server, "GET /", "");
    assert_eq!(vary.header("Vary"), Some("Accept-Encoding"));
}

#[test]
fn an_unchanged_page_is_not_sent_again() {
    let server = serve("/");
    let tag = ask(&server, "GET /", "").header("ETag").unwrap().to_owned();
    let reply = ask(&server, "GET /", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((reply.status, reply.body.len()), (304, 0));
    assert_eq!(reply.header("Cache-Control"), Some("no-cache"));
    assert_eq!(ask(&server, "GET /", "If-None-Match: \"other\"\r\n").status, 200);
}

#[test]
fn files_named_or_stamped_after_their_content_are_kept() {
    let server = serve("/");
    let caching = |path: &str| {
        let reply = ask(&server, &format!("GET {path}"), "");
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
    let reply = ask(&server, "HEAD /", "");
    assert_eq!((reply.status, reply.body.len()), (200, 0));
    assert_eq!(reply.header("Content-Length"), ask(&server, "GET /", "").header("Content-Length"));
}

#[test]
fn the_site_may_stand_below_a_path() {
    let server = serve("/some/path/");
    assert_eq!(ask(&server, "GET /some/path/", "").status, 200);
    let bare = ask(&server, "GET /some/path", "");
    assert_eq!((bare.status, bare.header("Location")), (308, Some("/some/path/")));
    let folder = ask(&server, "GET /some/path/lessons", "");
    assert_eq!((folder.status, folder.header("Location")), (308, Some("/some/path/lessons/")));
    assert!(ask(&server, "GET /some/path/lessons/", "").body.ends_with(b"lesson"));
    assert_eq!(ask(&server, "GET /", "").status, 404);
    assert_eq!(ask(&server, "GET /some/", "").status, 404);
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
        assert_eq!(ask(&server, &format!("GET {path}"), "").status, 404, "{path}");
    }
    let post = ask(&server, "POST /", "Content-Length: 0\r\n");
    assert_eq!((post.status, post.header("Allow")), (405, Some("GET, HEAD")));
    let odd_range = ask(&server, "GET /", "Range: bytes=9-2\r\n");
    assert_eq!(odd_range.status, 200, "ranges are not served");
}

#[test]
fn a_connection_is_kept_for_the_next_request() {
    let server = serve("/");
    let mut stream = connect(&server);
    for _ in 0..2 {
        write!(stream, "GET /boot.js HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut all = Vec::new();
        while !all.ends_with(b"\r\n\r\n1") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            all.push(byte[0]);
        }
        assert!(all.starts_with(b"HTTP/1.1 200 "));
    }
}

#[test]
fn clients_that_do_not_read_stop_nobody_else() {
    let server = serve("/");
    let request = format!("GET /{HASHED} HTTP/1.1\r\nHost: x\r\n\r\n").repeat(1000);
    let deaf: Vec<TcpStream> = (0..10)
        .map(|_| {
            let mut stream = connect(&server);
            // Until the server takes no more.
            stream.set_write_timeout(Some(Duration::from_millis(100))).unwrap();
            while stream.write_all(request.as_bytes()).is_ok() {}
            stream
        })
        .collect();
    assert_eq!(ask(&server, "GET /", "").status, 200);
    drop(deaf);
}

#[test]
fn requests_may_follow_each_other_without_waiting() {
    let server = serve("/");
    let mut stream = connect(&server);
    let request = "GET /boot.js HTTP/1.1\r\nHost: x\r\n\r\n";
    let last = request.replace("Host", "Connection: close\r\nHost");
    write!(stream, "{request}{request}{last}").unwrap();
    let mut all = String::new();
    stream.read_to_string(&mut all).unwrap();
    assert_eq!(all.matches("HTTP/1.1 200 OK").count(), 3);
}

#[test]
fn endless_headers_are_refused() {
    let server = serve("/");
    let mut stream = connect(&server);
    let line = format!("X-Long: {}\r\n", "x".repeat(1000));
    // Either may fail: the server need not read on before it closes the connection.
    let sent = write!(stream, "GET / HTTP/1.1\r\nHost: x\r\n{}\r\n", line.repeat(1000));
    let mut reply = Vec::new();
    let read = stream.read_to_end(&mut reply);
    let closed = [sent, read.map(|_| ())]
        .iter()
        .any(|outcome| matches!(outcome, Err(error) if error.kind() != ErrorKind::WouldBlock));
    assert!(closed || reply.starts_with(b"HTTP/1.1 431 "), "{}", String::from_utf8_lossy(&reply));
    assert!(!reply.starts_with(b"HTTP/1.1 200 "));
    assert_eq!(ask(&server, "GET /", "").status, 200);
}

#[test]
fn a_port_that_is_named_and_busy_is_an_error() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = start("/", Some(port)).err().unwrap().to_string();
    assert!(error.contains(&format!("port {port} is in use")), "{error}");
}

#[test]
fn pages_reload_themselves_after_a_build() {
    let folder = Folder::new();
    let mut server = start("/base/", Some(0)).unwrap();
    assert_eq!(ask(&server, "GET /base/", "").status, 503, "the first build is not there yet");
    server.show(&folder.0, true).unwrap();
    let page = String::from_utf8(ask(&server, "GET /base/lessons/", "").body).unwrap();
    assert!(page.contains("<script src=\"/base/__dev/reload.js\" defer></script></head>lesson"), "{page}");
    let script = ask(&server, "GET /base/__dev/reload.js", "");
    assert_eq!(script.header("Content-Type"), Some("text/javascript; charset=utf-8"));

    let mut stream = connect(&server);
    write!(stream, "GET /base/__dev/events HTTP/1.0\r\n\r\n").unwrap();
    let mut build = || {
        let mut text = String::new();
        while !(text.contains("data: ") && text.ends_with("\n\n")) {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            text.push(char::from(byte[0]));
        }
        text.rsplit_once("data: ").unwrap().1.to_owned()
    };
    let first = build();
    folder.write("boot.js", b"2");
    server.show(&folder.0, true).unwrap();
    assert_ne!(build(), first);
    assert!(ask(&server, "GET /base/boot.js", "").body.ends_with(b"2"));
}
