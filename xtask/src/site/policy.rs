//! The content security policy: what the page declares, what `serve` sends, and whether a page
//! keeps to it.

use super::html::{self, Tag};

/// The policy of the page. index.html declares the same by meta, which the build checks.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
    frame-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy that a page declares by meta.
pub fn declared(page: &str) -> Option<String> {
    html::tags(page)
        .into_iter()
        .find(|tag| {
            tag.name == "meta"
                && tag
                    .attribute("http-equiv")
                    .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
        })
        .and_then(|tag| tag.attribute("content").map(str::to_owned))
}

/// Whether two policies say the same: order and spacing do not matter.
pub fn same(one: &str, other: &str) -> bool {
    normal(one) == normal(other)
}

fn normal(policy: &str) -> Vec<Vec<&str>> {
    let mut directives: Vec<Vec<&str>> = policy
        .split(';')
        .map(|directive| {
            let mut words: Vec<&str> = directive.split_whitespace().collect();
            if let Some(sources) = words.get_mut(1..) {
                sources.sort_unstable();
            }
            words
        })
        .filter(|words| !words.is_empty())
        .collect();
    directives.sort();
    directives
}

/// What in a page the policy would block: scripts, styles and handlers written into it.
pub fn violations(page: &str) -> Vec<String> {
    html::tags(page).iter().filter_map(violation).collect()
}

fn violation(tag: &Tag) -> Option<String> {
    let inline_script = tag.name == "script"
        && tag.attribute("src").is_none()
        && is_executed(tag.attribute("type").unwrap_or_default());
    if inline_script {
        return Some("an inline <script>".to_owned());
    }
    if tag.name == "style" {
        return Some("a <style> element".to_owned());
    }
    tag.attributes
        .iter()
        .find(|(name, _)| name == "style" || name.starts_with("on"))
        .map(|(name, value)| format!("the attribute {name}=\"{value}\" of <{}>", tag.name))
}

/// Scripts of other types are data.
fn is_executed(kind: &str) -> bool {
    ["", "module", "importmap", "speculationrules"].contains(&kind) || kind.contains("javascript")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_declares_the_policy_that_is_served() {
        let page = std::fs::read_to_string(crate::project::root().join("index.html")).unwrap();
        let declared = declared(&page).expect("index.html declares a policy by meta");
        assert!(same(&declared, POLICY), "index.html declares: {declared}");
    }

    #[test]
    fn order_and_spacing_do_not_matter() {
        assert!(same("a 'self' b; c d", "c d;\n  a b 'self';"));
        assert!(!same("a 'self'", "a 'self' b"));
        assert!(!same("a 'self'", "b 'self'"));
    }

    #[test]
    fn what_the_policy_blocks_is_found() {
        let page = "<script>1</script><script src='a.js'></script><style>p{}</style>\
                    <p style='color: red' title='<script>'></p><svg onload='x()'></svg>\
                    <script type='application/ld+json'>{\"a\": \"<p style='b'>\"}</script>";
        assert_eq!(
            violations(page),
            [
                "an inline <script>",
                "a <style> element",
                "the attribute style=\"color: red\" of <p>",
                "the attribute onload=\"x()\" of <svg>",
            ]
        );
    }
}
