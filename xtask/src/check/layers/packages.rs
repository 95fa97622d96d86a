//! Who depends on whom among the packages, and what of the browser they reach.

use anyhow::Result;

use super::table::BROWSER_CRATES;
use crate::project::{self, Package};
use crate::step::capture;

/// Dependencies that a table of packages does not allow, a line each.
pub fn faults(packages: &[Package], table: &[(&str, &[&str])]) -> Vec<String> {
    let mut faults = Vec::new();
    for package in packages {
        let Some((_, allowed)) = table.iter().find(|(name, _)| *name == package.name) else {
            faults.push(format!("{} stands in no table of packages", package.name));
            continue;
        };
        let forbidden = package.uses.iter().filter(|used| !allowed.contains(&used.as_str()));
        faults.extend(forbidden.map(|used| {
            let allowed = if allowed.is_empty() { "no other package".to_owned() } else { allowed.join(", ") };
            format!("{} depends on {used}: it may depend on {allowed}", package.name)
        }));
    }
    faults
}

/// The crates of the browser that a package reaches.
///
/// # Errors
/// When Cargo does not say what it reaches.
pub fn browser_crates(package: &str) -> Result<Vec<String>> {
    let mut cargo = project::cargo();
    cargo.args(["tree", "--package", package, "--edges", "normal", "--target", "all"]);
    let tree = capture(cargo.args(["--prefix", "none", "--format", "{p}", "--locked"]))?;
    Ok(of_the_browser(&tree).into_iter().map(str::to_owned).collect())
}

fn of_the_browser(tree: &str) -> Vec<&str> {
    let mut names: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| {
            BROWSER_CRATES.iter().any(|start| {
                name.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            })
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browser_crates_are_recognised() {
        let tree = "bathtub-model v0.1.0 (/x)\nlibm v0.2.15\ngloo-timers v0.3.0\nyew v0.23.0\n\
                    yew v0.23.0 (*)\nyewdux v1.0.0\n";
        assert_eq!(of_the_browser(tree), ["gloo-timers", "yew"]);
    }

    #[test]
    fn only_what_the_table_names_is_allowed() {
        let package = |name: &str, uses: &[&str]| Package {
            name: name.to_owned(),
            folder: "/x".into(),
            uses: uses.iter().map(|&used| used.to_owned()).collect(),
        };
        let packages = [package("model", &["page"]), package("page", &["model"]), package("attic", &[])];
        assert_eq!(
            faults(&packages, &[("model", &[]), ("page", &["model"])]),
            [
                "model depends on page: it may depend on no other package",
                "attic stands in no table of packages"
            ]
        );
    }
}
