//! The picture's colours: every text is legible on every ground it stands on, in both lights.

use std::collections::BTreeMap;

const CSS: &str = include_str!("../../www/css/scene.css");

type Tokens = BTreeMap<&'static str, &'static str>;

/// The custom properties of the block that follows a selector.
fn tokens(selector: &str) -> Tokens {
    let (_, rest) = CSS.split_once(selector).unwrap_or_else(|| panic!("no {selector}"));
    let body = rest.split_once('{').and_then(|(_, rest)| rest.split_once('}')).expect("a block").0;
    body.split(';')
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect()
}

fn luminance(hex: &str) -> f64 {
    let value = u32::from_str_radix(hex.trim_start_matches('#'), 16).unwrap_or_else(|_| panic!("{hex}"));
    let channel = |shift: u32| {
        let share = f64::from((value >> shift) & 255) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn lights() -> [(&'static str, Tokens); 2] {
    [("light", tokens(":root")), ("dark", tokens(":root[data-theme=\"dark\"]"))]
}

#[test]
fn both_ways_to_the_dark_lead_to_the_same() {
    assert_eq!(tokens(":root:not([data-theme=\"light\"])"), tokens(":root[data-theme=\"dark\"]"));
    let [(_, light), (_, dark)] = lights();
    assert!(light.keys().eq(dark.keys()), "a token is missing in one light");
}

#[test]
fn text_is_legible_on_every_ground() {
    let grounds = ["--sc-plate", "--sc-tile-1", "--sc-tile-3", "--sc-halo", "--sc-floor-1"];
    for (light, tokens) in lights() {
        for ink in ["--sc-ink", "--sc-soft", "--sc-back"] {
            for ground in grounds {
                let ratio = contrast(tokens[ink], tokens[ground]);
                assert!(ratio >= 4.5, "{light}: {ink} on {ground} is {ratio:.2}");
            }
        }
        for (ink, ground) in
            [("--sc-up", "--sc-plate"), ("--sc-down", "--sc-plate"), ("--sc-soft", "--sc-bore")]
        {
            let ratio = contrast(tokens[ink], tokens[ground]);
            assert!(ratio >= 4.5, "{light}: {ink} on {ground} is {ratio:.2}");
        }
    }
}

#[test]
fn marks_that_carry_meaning_stand_out() {
    for (light, tokens) in lights() {
        let zones = ["--sc-ample", "--sc-tight", "--sc-depleted", "--sc-crisis"];
        for (mark, ground) in zones.map(|zone| (zone, "--sc-plate")).into_iter().chain([
            ("--sc-focus", "--sc-tile-1"),
            ("--sc-ink", "--sc-plate"),
            ("--sc-water-3", "--sc-inner-1"),
        ]) {
            let ratio = contrast(tokens[mark], tokens[ground]);
            let least = if mark == "--sc-water-3" { 1.5 } else { 3.0 };
            assert!(ratio >= least, "{light}: {mark} on {ground} is {ratio:.2}");
        }
    }
}
