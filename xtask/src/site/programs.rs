//! What `www/boot.js` fetches: the page's program at once, the others when they are wanted.

/// Each file as Trunk, the build or `www/` name it, with the attribute of the boot script's element
/// that carries its name. The build names the files after their content.
pub const PROGRAMS: [(&str, &str); 12] = [
    ("data-js", "liquidity-bathtub.js"),
    ("data-wasm", "liquidity-bathtub_bg.wasm"),
    ("data-embed-js", "bathtub-embed.js"),
    ("data-embed-wasm", "bathtub-embed_bg.wasm"),
    ("data-engine", "engine.js"),
    ("data-engine-js", "bathtub-engine.js"),
    ("data-engine-wasm", "bathtub-engine_bg.wasm"),
    ("data-chart-js", "bathtub-chart.js"),
    ("data-chart-wasm", "bathtub-chart_bg.wasm"),
    ("data-exporter", "export.js"),
    ("data-newest", "newest.js"),
    ("data-standing", "standing.js"),
];

/// What `www/engine.js` reads for backtests.
pub const TABLES: [&str; 3] = [
    "data/liquidity_weekly_2015_2025.csv",
    "data/commercial_banks_weekly_2015_2025.csv",
    "data/treasury_debt_monthly_2014_2025.csv",
];

/// The id of the boot script's element, which Trunk.toml makes.
pub const BOOT: &str = "boot";

/// The id of the element of the script that runs before the first paint, and what it has fetched: the
/// page's program ahead of the boot script or, in an embedded tub, its style sheet.
pub const EARLY: &str = "early";
pub const AHEAD: [(&str, &str); 3] = [PROGRAMS[0], PROGRAMS[1], ("data-embed-style", EMBED_STYLE)];
pub const EMBED_STYLE: &str = "css/embed.css";

/// The attribute with the tags of the languages that words can be fetched in.
pub const LANGUAGES: &str = "data-languages";

/// The program that is counted while it comes, and the attribute with its size in bytes.
pub const COUNTED: &str = "liquidity-bathtub_bg.wasm";
pub const SIZE: &str = "data-size";

#[cfg(test)]
mod tests {
    use super::*;

    /// The attributes that the boot script reads from its element, from
    /// `const { js, engineJs = … } = own.dataset`.
    fn read(script: &str) -> Vec<String> {
        let (before, _) = script.split_once("own.dataset").unwrap();
        let names = before.rsplit_once('{').unwrap().1.split_once('}').unwrap().0;
        let names = names.split(',').map(str::trim);
        let names = names.filter(|name| !name.is_empty()).map(|name| {
            let name = name.split([' ', '=', ':']).next().unwrap_or_default();
            let dashed = name.chars().map(|letter| match letter {
                'A'..='Z' => format!("-{}", letter.to_ascii_lowercase()),
                _ => letter.to_string(),
            });
            format!("data-{}", dashed.collect::<String>())
        });
        names.collect()
    }

    #[test]
    fn the_boot_script_reads_what_the_build_writes() {
        let script = std::fs::read_to_string(crate::project::root().join("www/boot.js")).unwrap();
        let written: Vec<&str> =
            PROGRAMS.iter().map(|(attribute, _)| *attribute).chain([LANGUAGES, SIZE]).collect();
        assert_eq!(read(&script), written);
        assert_eq!(read("{ a } b { c, deF = '' } = own.dataset;"), ["data-c", "data-de-f"]);
    }

    #[test]
    fn the_engine_reads_the_tables_that_the_build_copies() {
        let script = std::fs::read_to_string(crate::project::root().join("www/engine.js")).unwrap();
        let (_, rest) = script.split_once("const TABLES = [").unwrap();
        let (list, _) = rest.split_once(']').unwrap();
        let names = list.split(',').map(|name| name.trim().trim_matches('\''));
        let read: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        assert_eq!(read, TABLES);
    }

    #[test]
    fn trunk_makes_the_element_of_the_boot_script() {
        let trunk = std::fs::read_to_string(crate::project::root().join("Trunk.toml")).unwrap();
        assert!(trunk.contains(&format!("<script id=\"{BOOT}\" src=\"{{base}}boot.js\" defer></script>")));
        assert!(!trunk.contains("data-js"), "the build writes the names");
    }
}
