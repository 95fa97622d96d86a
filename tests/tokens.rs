//! The colour tokens: text and marks are legible on every ground they stand on, light and dark.

use std::collections::BTreeMap;

/// WCAG 2.2: 4.5 for text, 3 for lines that carry meaning.
const TEXT: f64 = 4.5;
const LINE: f64 = 3.0;

type Tokens = BTreeMap<String, String>;

fn read(file: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/css").join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The declarations of custom properties in every block whose selector contains `selector`.
fn blocks(css: &str, selector: &str) -> Vec<Tokens> {
    css.split('}')
        .filter_map(|block| block.rsplit_once('{'))
        .filter(|(head, _)| head.lines().any(|line| line.trim().starts_with(selector)))
        .map(|(_, body)| {
            body.split(';')
                .filter_map(|line| line.split_once(':'))
                .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                .filter(|(name, _)| name.starts_with("--"))
                .collect()
        })
        .collect()
}

fn themes() -> [(&'static str, Tokens); 2] {
    let css = read("tokens.css");
    [
        ("light", blocks(&css, ":root").remove(0)),
        ("dark", blocks(&css, ":root[data-theme=\"dark\"]").remove(0)),
    ]
}

fn luminance(hex: &str) -> f64 {
    let value = hex.strip_prefix('#').filter(|digits| digits.len() == 6);
    let value = value.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let value = value.unwrap_or_else(|| panic!("'{hex}' is not #rrggbb"));
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

#[test]
fn contrast_is_measured_as_the_guidelines_say() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}

#[test]
fn text_is_legible_on_every_ground() {
    let inks = [
        "--ink",
        "--ink-soft",
        "--water",
        "--brass",
        "--rise",
        "--fall",
        "--ample",
        "--tight",
        "--depleted",
        "--crisis",
    ];
    for (theme, tokens) in themes() {
        for ink in inks {
            for ground in ["--ground", "--surface", "--inset"] {
                let ratio = contrast(&tokens[ink], &tokens[ground]);
                assert!(ratio >= TEXT, "{theme}: {ink} on {ground} is {ratio:.2}");
            }
        }
    }
}

#[test]
fn focus_and_controls_are_seen_on_every_ground() {
    for (theme, tokens) in themes() {
        for line in ["--focus", "--water", "--ink-soft"] {
            for ground in ["--ground", "--surface", "--inset"] {
                let ratio = contrast(&tokens[line], &tokens[ground]);
                assert!(ratio >= LINE, "{theme}: {line} on {ground} is {ratio:.2}");
            }
        }
    }
}

#[test]
fn dark_is_the_same_by_system_and_by_choice() {
    let css = read("tokens.css");
    let by_system = blocks(&css, ":root:not([data-theme=\"light\"])").remove(0);
    let by_choice = blocks(&css, ":root[data-theme=\"dark\"]").remove(0);
    assert_eq!(by_system, by_choice);
    let light = &themes()[0].1;
    for name in by_choice.keys() {
        assert!(light.contains_key(name), "{name} has no light value");
    }
    for (name, value) in light.iter().filter(|(_, value)| value.starts_with('#')) {
        assert!(by_choice.contains_key(name), "{name}: {value} has no dark value");
    }
}

#[test]
fn paper_is_light() {
    let printed = blocks(&read("print.css"), ":root").remove(0);
    for (name, value) in &themes()[0].1 {
        let expected = match name.as_str() {
            "--ground" | "--surface" | "--inset" => "#ffffff",
            _ if value.starts_with('#') && name != "--focus" => value,
            _ => continue,
        };
        assert_eq!(printed.get(name).map(String::as_str), Some(expected), "{name}");
    }
}
