//! Media types by file ending, and which of them are worth compressing.

/// The media type of a file.
pub fn of(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "csv" => "text/csv; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "ts" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Whether files of this type become smaller: pictures and fonts are compressed in themselves.
pub fn compressible(kind: &str) -> bool {
    kind.starts_with("text/")
        || kind.ends_with("xml")
        || kind.contains("json")
        || ["application/wasm", "image/x-icon"].contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_insist_on_these() {
        assert_eq!(of("a/b_bg-0123.wasm"), "application/wasm");
        assert_eq!(of("boot.js"), "text/javascript; charset=utf-8");
        assert_eq!(of("embed.mjs"), "text/javascript; charset=utf-8");
        assert_eq!(of("css/app.css"), "text/css; charset=utf-8");
        assert_eq!(of("app.webmanifest"), "application/manifest+json");
        assert_eq!(of("icon.svg"), "image/svg+xml");
        assert_eq!(of("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn what_is_compressed_already_is_left_alone() {
        assert!(compressible(of("a.wasm")) && compressible(of("a.svg")));
        assert!(compressible(of("a.json")) && compressible(of("a.webmanifest")));
        assert!(!compressible(of("a.png")) && !compressible(of("a.woff2")));
    }
}
