//! Connections, clients that mean harm, and what a server does besides answering.

use std::io::ErrorKind;
use std::net::TcpListener;

use super::*;

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
    let requests = format!("GET /{HASHED} HTTP/1.1\r\nHost: x\r\n\r\n").repeat(1000);
    let deaf: Vec<TcpStream> = (0..10)
        .map(|_| {
            let mut stream = connect(&server);
            // Until the server takes no more.
            stream.set_write_timeout(Some(Duration::from_millis(100))).unwrap();
            while stream.write_all(requests.as_bytes()).is_ok() {}
            stream
        })
        .collect();
    assert_eq!(request(&server, "GET /", "").status, 200);
    drop(deaf);
}

#[test]
fn requests_may_follow_each_other_without_waiting() {
    let server = serve("/");
    let mut stream = connect(&server);
    let one = "GET /boot.js HTTP/1.1\r\nHost: x\r\n\r\n";
    let last = one.replace("Host", "Connection: close\r\nHost");
    write!(stream, "{one}{one}{last}").unwrap();
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
    assert_eq!(request(&server, "GET /", "").status, 200);
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
    assert_eq!(request(&server, "GET /base/", "").status, 503, "the first build is not there yet");
    server.show(&folder.0, true).unwrap();
    let page = String::from_utf8(request(&server, "GET /base/lessons/", "").body).unwrap();
    assert!(page.contains("<script src=\"/base/__dev/reload.js\" defer></script></head>lesson"), "{page}");
    let script = request(&server, "GET /base/__dev/reload.js", "");
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
    assert!(request(&server, "GET /base/boot.js", "").body.ends_with(b"2"));
}
