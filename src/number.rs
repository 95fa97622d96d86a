//! Numbers as plain values: how they are written for people, and decimals as links and drawings
//! carry them.

/// How a number is written. The minus sign is U+2212 everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NumberStyle {
    /// Digits after the decimal point.
    pub decimals: u8,
    /// Whether a plus is written; zero, also after rounding, has no sign.
    pub signed: bool,
    /// Whether the number counts hundredths and is followed by the locale's per cent sign.
    pub percent: bool,
}

/// Half of the last place of a number with one decimal: below it a number is written as zero.
pub const SHOWN: f64 = 0.05;

impl NumberStyle {
    /// Groups of thousands and a minus where needed.
    pub const fn plain(decimals: u8) -> Self {
        NumberStyle { decimals, signed: false, percent: false }
    }

    /// A change: plus or minus.
    pub const fn signed(decimals: u8) -> Self {
        NumberStyle { decimals, signed: true, percent: false }
    }

    /// Per cent: 3.1 is written as 3.1%.
    pub const fn percent(decimals: u8) -> Self {
        NumberStyle { decimals, signed: false, percent: true }
    }

    /// A change in per cent.
    pub const fn signed_percent(decimals: u8) -> Self {
        NumberStyle { decimals, signed: true, percent: true }
    }
}

/// The values that a lever may stop at: its least one and whole steps from there, in its own unit.
#[derive(Clone, Copy, Debug)]
pub struct Grid {
    /// The least.
    pub min: f64,
    /// From one to the next.
    pub step: f64,
}

impl Grid {
    /// The one that a value is nearest to.
    pub fn nearest(self, value: f64) -> f64 {
        self.min + ((value - self.min) / self.step).round() * self.step
    }

    /// Whether a value is one of them.
    pub fn holds(self, value: f64) -> bool {
        (self.nearest(value) - value).abs() < 1e-9 * self.step.max(1.0)
    }
}

/// Plural category of a count, as in Unicode CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// No form of its own in the languages of this page, kept for completeness of CLDR.
    Zero,
    /// English 1; Russian 1, 21, 31.
    One,
    /// Not used by the languages of this page.
    Two,
    /// Russian 2–4, 22–24.
    Few,
    /// Russian 5–20.
    Many,
    /// Everything else, and fractions.
    Other,
}

impl Plural {
    /// Name in templates and in CLDR.
    pub const fn name(self) -> &'static str {
        match self {
            Plural::Zero => "zero",
            Plural::One => "one",
            Plural::Two => "two",
            Plural::Few => "few",
            Plural::Many => "many",
            Plural::Other => "other",
        }
    }

    /// The category of a CLDR name.
    pub fn from_name(name: &str) -> Self {
        [Plural::Zero, Plural::One, Plural::Two, Plural::Few, Plural::Many]
            .into_iter()
            .find(|plural| plural.name() == name)
            .unwrap_or(Plural::Other)
    }
}

/// Decimals of a number that a link carries: to a billionth of its unit.
const SCALE: f64 = 1e9;

/// A number to a billionth: what a link can carry. A number that is not finite stays as it is.
pub fn rounded(value: f64) -> f64 {
    let scaled = (value * SCALE).round();
    // Adding zero turns −0 into 0.
    if scaled.is_finite() { scaled / SCALE + 0.0 } else { value }
}

/// Reads a decimal number with an optional exponent: no infinity, no hexadecimal, no words. A
/// number too large for this is infinite.
pub fn read(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
    let plain = !text.is_empty() && text.bytes().all(plain);
    plain.then(|| value_of(text)).filter(|value| !value.is_nan())
}

/// In a browser the browser reads: the standard library's tables for reading numbers would add
/// 12 kB to the program (`docs/decisions/budget.md`).
#[cfg(target_arch = "wasm32")]
fn value_of(text: &str) -> f64 {
    f64::try_from(wasm_bindgen::JsValue::from(text)).unwrap_or(f64::NAN)
}

#[cfg(not(target_arch = "wasm32"))]
fn value_of(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

/// Puts the true minus sign where a formatter wrote a hyphen.
pub fn true_minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_grid_begins_at_the_minimum() {
        let grid = Grid { min: -900.0, step: 10.0 };
        assert!(grid.holds(-900.0) && grid.holds(300.0));
        assert!(!grid.holds(305.0));
        assert_eq!(grid.nearest(304.0), 300.0);
        let shares = Grid { min: 0.0, step: 0.05 };
        assert!(shares.holds(0.15) && shares.holds(0.6) && !shares.holds(0.12));
    }

    #[test]
    fn numbers_are_read_as_everyone_reads_them() {
        for (text, value) in [
            ("0", 0.0),
            ("-0.5", -0.5),
            ("+3", 3.0),
            ("812.25", 812.25),
            (".5", 0.5),
            ("7.", 7.0),
            (" 42 ", 42.0),
            ("1e3", 1000.0),
            ("1.5E-2", 0.015),
            ("0.000000001", 1e-9),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
        for text in
            ["", " ", "-", ".", "e3", "NaN", "Infinity", "inf", "0x10", "1,5", "9e", "1e1.5", "−5", "1 2"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("1e999"), Some(f64::INFINITY));
        assert_eq!(read("1e-999"), Some(0.0));
        let long = "900.00000000000000000000000000000000000001";
        assert_eq!(rounded(read(long).unwrap()), 900.0);
    }

    proptest! {
        #[test]
        fn writing_and_reading_is_the_identity(value in -5000.0..5000.0_f64) {
            let value = rounded(value);
            prop_assert_eq!(read(&value.to_string()), Some(value));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            if let Some(value) = read(&text) {
                prop_assert!(!value.is_nan());
            }
        }
    }
}
