//! From a request to a response, as plain data.

use super::store::{File, Store};
use crate::site::assets::is_hashed;

/// What a request says that matters here.
pub struct Asked<'a> {
    pub method: &'a str,
    /// Path and query as sent.
    pub url: &'a str,
    pub accept_encoding: &'a str,
    pub if_none_match: &'a str,
}

#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// Headers of every response. Pages may be embedded anywhere, and a frame sandboxed to scripts
/// has an origin of its own that matches no other: hence the two that open the files to all.
const ALWAYS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
];

/// Answers a request for a file below `base`.
pub fn answer(store: &Store, base: &str, asked: &Asked) -> Answer {
    if !["GET", "HEAD"].contains(&asked.method) {
        let mut answer = text(405, "only GET and HEAD are answered here\n");
        answer.headers.push(("Allow", "GET, HEAD".to_owned()));
        return answer;
    }
    let (path, query) = asked.url.split_once('?').unwrap_or((asked.url, ""));
    if !path.ends_with('/') && format!("{path}/") == base {
        return redirect(base);
    }
    let Some(name) = path.strip_prefix(base).and_then(file_name) else {
        return text(404, "not found\n");
    };
    if let Some(file) = store.get(&name) {
        // The page stamps its references to files of fixed name with the hash of their content.
        let kept = is_hashed(&name) || query == format!("h={:016x}", file.hash);
        return found(file, kept, asked);
    }
    if store.has_index(&name) {
        return redirect(&format!("{path}/"));
    }
    text(404, "not found\n")
}

/// The file a path below the base means: decoded, with the page of a folder spelt out. Paths
/// that try to leave the site mean none.
fn file_name(path: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    let odd = |part: &str| part == ".." || part == "." || part.contains(['\\', '\0']);
    if decoded.starts_with('/') || decoded.contains("//") || decoded.split('/').any(odd) {
        return None;
    }
    Some(if decoded.is_empty() || decoded.ends_with('/') {
        format!("{decoded}index.html")
    } else {
        decoded.into_owned()
    })
}

fn found(file: &File, kept: bool, asked: &Asked) -> Answer {
    let (encoding, body) = choose(file, asked.accept_encoding);
    let tag = match encoding {
        "" => format!("\"{:016x}\"", file.hash),
        _ => format!("\"{:016x}-{encoding}\"", file.hash),
    };
    let mut headers = common();
    headers.push(("Content-Type", file.kind.to_owned()));
    headers.push(("Content-Security-Policy", file.policy.clone()));
    headers.push(("ETag", tag.clone()));
    headers.push(("Vary", "Accept-Encoding".to_owned()));
    headers.push((
        "Cache-Control",
        if kept { "public, max-age=31536000, immutable" } else { "no-cache" }.to_owned(),
    ));
    if matches(asked.if_none_match, &tag) {
        return Answer { status: 304, headers, body: Vec::new() };
    }
    if !encoding.is_empty() {
        headers.push(("Content-Encoding", encoding.to_owned()));
    }
    Answer { status: 200, headers, body: body.to_vec() }
}

fn matches(if_none_match: &str, tag: &str) -> bool {
    if_none_match
        .split(',')
        .map(|one| one.trim().trim_start_matches("W/"))
        .any(|one| one == tag || one == "*")
}

/// The smallest form that the browser takes.
fn choose<'a>(file: &'a File, accept: &str) -> (&'static str, &'a [u8]) {
    match (&file.brotli, &file.gzip) {
        (Some(body), _) if accepts(accept, "br") => ("br", body),
        (_, Some(body)) if accepts(accept, "gzip") => ("gzip", body),
        _ => ("", &file.plain),
    }
}

fn accepts(accept: &str, encoding: &str) -> bool {
    accept.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = parts
            .any(|part| part.strip_prefix("q=").is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q <= 0.0)));
        named && !refused
    })
}

fn redirect(to: &str) -> Answer {
    let mut answer = text(308, "");
    answer.headers.push(("Location", to.to_owned()));
    answer
}

/// A short answer in words.
pub fn text(status: u16, words: &str) -> Answer {
    let mut headers = common();
    headers.push(("Content-Type", "text/plain; charset=utf-8".to_owned()));
    headers.push(("Cache-Control", "no-store".to_owned()));
    Answer { status, headers, body: words.as_bytes().to_vec() }
}

fn common() -> Vec<(&'static str, String)> {
    ALWAYS.map(|(name, value)| (name, value.to_owned())).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_mean_files() {
        assert_eq!(file_name("").as_deref(), Some("index.html"));
        assert_eq!(file_name("lessons/").as_deref(), Some("lessons/index.html"));
        assert_eq!(file_name("a%20b.svg").as_deref(), Some("a b.svg"));
    }

    #[test]
    fn paths_cannot_leave_the_site() {
        for path in [
            "../secret",
            "a/../../b",
            "%2e%2e/secret",
            "a/%2E%2e",
            "..%2fsecret",
            "/etc",
            "%2fetc/passwd",
            "a//b",
            "..\\secret",
            "a%5c..%5cb",
            "%00",
            "%ff",
            "./a",
        ] {
            assert_eq!(file_name(path), None, "{path}");
        }
    }

    #[test]
    fn encodings_are_taken_at_their_word() {
        assert!(accepts("gzip, deflate, br, zstd", "br"));
        assert!(accepts("gzip;q=0.5", "gzip"));
        assert!(!accepts("gzip;q=0, br", "gzip"));
        assert!(!accepts("", "br") && !accepts("brotli", "br"));
    }

    #[test]
    fn tags_are_compared() {
        assert!(matches("\"a\", W/\"b\"", "\"b\""));
        assert!(!matches("", "\"b\"") && !matches("\"c\"", "\"b\""));
    }
}
