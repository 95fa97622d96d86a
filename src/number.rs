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

/// Puts the true minus sign where a formatter wrote a hyphen.
pub fn true_minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}
