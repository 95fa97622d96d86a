//! Who may use whom. Every table is read from the ground up.

/// Rooms of the page: the modules of `src/`, one floor a line. A file may use its own room and
/// those on lower floors, but none beside it.
pub const PAGE: House = House {
    folder: "src",
    floors: &[
        &["number", "svg"],
        &["language"],
        &["state"],
        &["link", "platform"],
        &["hooks", "locale", "failure"],
        &["deferred"],
        &["entry"],
        &["scene", "charts"],
        &["insight"],
        &["share", "story"],
        &["lessons"],
        &["controls"],
        &["page"],
        &["embed"],
        &["lib"],
        &["main", "bin"],
    ],
    rest: None,
};

/// Rooms of the picture: the modules of `src/scene/`, likewise.
pub const SCENE: House = House {
    folder: "src/scene",
    floors: &[&["facts"], &["place"], &["motion"], &["draw"]],
    rest: Some("scene"),
};

/// Packages of the workspace, and those of its packages that each may depend on.
pub const PACKAGES: [(&str, &[&str]); 9] = [
    ("bathtub-model", &[]),
    ("bathtub-chart", &[]),
    ("bathtub-engine", &["bathtub-model"]),
    ("bathtub-lessons", &["bathtub-model"]),
    ("bathtub-module", &["bathtub-model"]),
    ("bathtub-cli", &["bathtub-model"]),
    ("wasm-bits", &["bathtub-model"]),
    ("liquidity-bathtub", &["bathtub-model", "bathtub-engine", "bathtub-chart", "bathtub-lessons"]),
    ("xtask", &[]),
];

/// Packages that run without a browser.
pub const WITHOUT_BROWSER: [&str; 3] = ["bathtub-model", "bathtub-lessons", "bathtub-cli"];

/// Crates that these must never reach, and crates whose names begin so: the browser, and sources
/// of chance or time.
pub const BROWSER_CRATES: [&str; 8] =
    ["wasm-bindgen", "js-sys", "web-sys", "yew", "gloo", "plotters", "getrandom", "chrono"];

/// A folder whose modules are rooms on floors.
pub struct House {
    pub folder: &'static str,
    pub floors: &'static [&'static [&'static str]],
    /// The room above all floors that every module not named belongs to; without one, a module
    /// that is not named is a fault.
    pub rest: Option<&'static str>,
}
