//! Numbers as plain values: how they are written for people and typed by them, the values at which a
//! control stops, and decimals as links and drawings carry them.

use bathtub_model::Parameter;
use bathtub_model::math::between;

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

/// The values that a control may stop at: its least one and whole steps from there up to its most, in
/// its own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// The least.
    pub min: f64,
    /// The most.
    pub max: f64,
    /// From one to the next.
    pub step: f64,
}

impl Grid {
    /// That of a parameter.
    pub const fn of(row: &Parameter) -> Self {
        Grid { min: row.min, max: row.max, step: row.step }
    }

    /// Of whole numbers from zero.
    pub const fn count(most: usize) -> Self {
        Grid { min: 0.0, max: most as f64, step: 1.0 }
    }

    /// The one that a value is nearest to.
    pub fn nearest(self, value: f64) -> f64 {
        self.at(((value - self.min) / self.step).round())
    }

    /// Whether a value is one of them.
    pub fn holds(self, value: f64) -> bool {
        (self.nearest(value) - value).abs() < 1e-9 * self.step.max(1.0)
    }

    /// Whether a value lies between the least and the most.
    pub fn reaches(self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
    }

    /// The value so many steps away; from a value between two, to the next of them first.
    pub fn stepped(self, value: f64, steps: f64) -> f64 {
        let at = (value - self.min) / self.step;
        let base = if steps > 0.0 { (at + 1e-6).floor() } else { (at - 1e-6).ceil() };
        self.at(base + steps)
    }

    /// What a text in a box for these values means. `1.200` is one and a fifth here and twelve hundred
    /// elsewhere: where whole numbers are usual it may be either, but for the value that stands there.
    pub fn read(self, text: &str, marks: Marks, present: f64) -> Reading {
        match (typed(text, marks), grouped(text, marks)) {
            (Some(decimal), Some(whole)) if self.step >= 1.0 && decimal != present => {
                Reading::Two { decimal, whole }
            }
            (Some(value), _) => Reading::One(value),
            (None, _) => Reading::None,
        }
    }

    fn at(self, steps: f64) -> f64 {
        between(rounded(self.min + steps * self.step), self.min, self.max)
    }
}

/// What a text in a box means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// No number.
    None,
    /// A number.
    One(f64),
    /// Either of two, by whether its mark stands before decimals or between thousands.
    Two { decimal: f64, whole: f64 },
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

/// A number to a billionth: what a link can carry.
pub fn rounded(value: f64) -> f64 {
    let scaled = (value * SCALE).round();
    // Adding zero turns −0 into 0. What is larger has no billionths.
    if scaled.abs() < 9e15 { scaled / SCALE + 0.0 } else { value }
}

/// A number as a link and a drawing write it: to a billionth, as short as that can be. Whole numbers do the
/// work: what writes any number whatever is as large as everything else that a frame says. A number
/// beyond nine million loses its decimals; none of the model's is.
pub fn decimal(value: f64) -> String {
    let scaled = (value * SCALE).round();
    if scaled.abs() > 9e15 {
        return (value as i64).to_string();
    }
    let scaled = scaled as i64;
    let (whole, rest) = ((scaled / SCALE as i64).unsigned_abs(), (scaled % SCALE as i64).unsigned_abs());
    let sign = if scaled < 0 { "-" } else { "" };
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{}", format!("{rest:09}").trim_end_matches('0')),
    }
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

/// What a language puts before the decimals of a number, and between its thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Before the decimals.
    pub decimal: char,
    /// Between thousands.
    pub group: char,
}

/// A number as it stands in a box that can be typed in: no marks between thousands.
pub fn boxed(exact: &str, marks: Marks) -> String {
    exact.replace('.', marks.decimal.encode_utf8(&mut [0; 4]))
}

/// Reads a number as people type and paste it: with any of the signs that look like a minus or a
/// plus, digits of full width, spaces around it, and marks between thousands. A comma or a point
/// means what the language of the page takes it for where that makes a number, and decimals where
/// it does not: `812,5` is eight hundred and twelve and a half everywhere. What could be two
/// numbers, as `1 2` or `1,2,3`, is none.
pub fn typed(text: &str, marks: Marks) -> Option<f64> {
    let plain = cleaned(text);
    let (sign, digits, exponent) = taken_apart(&plain);
    let (whole, decimals) = match decimal_mark(digits, marks) {
        Some(at) => (&digits[..at], &digits[at + 1..]),
        None => (digits, ""),
    };
    let whole = together(whole.trim_start())?;
    read(&format!("{sign}{whole}.{decimals}{exponent}"))
}

/// The whole number that a text would be if its mark, which is read as the one before decimals, stood
/// between thousands.
fn grouped(text: &str, marks: Marks) -> Option<f64> {
    let plain = cleaned(text);
    let (sign, digits, exponent) = taken_apart(&plain);
    let three = digits.len() == decimal_mark(digits, marks)? + 4;
    let whole = together(digits.trim_start()).filter(|_| three && exponent.is_empty())?;
    read(&format!("{sign}{whole}"))
}

/// A text in the signs of [`plain`], without spaces around it.
fn cleaned(text: &str) -> String {
    let text = text.trim_matches(|sign| plain(sign).is_none_or(|sign| sign == ' '));
    text.chars().filter_map(plain).collect()
}

/// Sign, digits with their marks, exponent.
fn taken_apart(plain: &str) -> (&str, &str, &str) {
    let unsigned = plain.trim_start_matches(['+', '-']);
    let sign = &plain[..plain.len() - unsigned.len()];
    let (digits, exponent) = unsigned.split_at(unsigned.find(['e', 'E']).unwrap_or(unsigned.len()));
    (sign, digits, exponent)
}

/// What a character stands for in a number; none for one that nobody sees.
pub fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            return None;
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{FF10}'..='\u{FF19}' => char::from(b'0' + (u32::from(sign) - 0xFF10) as u8),
        '\u{FF0B}' => '+',
        '\u{FF0E}' | '\u{3002}' | '\u{FF61}' => '.',
        '\u{FF0C}' | '\u{3001}' => ',',
        '\'' | '\u{2019}' => ' ',
        sign if sign.is_whitespace() => ' ',
        sign => sign,
    })
}

/// Where the decimals of an unsigned number begin.
fn decimal_mark(digits: &str, marks: Marks) -> Option<usize> {
    let last = digits.rfind(['.', ','])?;
    let mark = char::from(digits.as_bytes()[last]);
    let alone = digits.matches(mark).count() == 1;
    let grouped = || digits.len() - last == 4 && together(digits).is_some();
    let decimal = alone && (mark == marks.decimal || mark != marks.group || !grouped());
    decimal.then_some(last)
}

/// The digits of a whole number without the marks between its thousands: one kind of them, and three
/// digits after each.
fn together(whole: &str) -> Option<String> {
    let Some(mark) = whole.chars().find(|sign| !sign.is_ascii_digit()) else { return Some(whole.to_owned()) };
    let mut groups = whole.split(mark);
    let first = groups.next().is_some_and(|first| matches!(first.len(), 1..=3) && !first.starts_with('0'));
    let is_group = |group: &str| group.len() == 3 && group.bytes().all(|digit| digit.is_ascii_digit());
    (matches!(mark, '.' | ',' | ' ') && first && groups.all(is_group)).then(|| whole.replace(mark, ""))
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
        let grid = Grid { min: -900.0, max: 900.0, step: 10.0 };
        assert!(grid.holds(-900.0) && grid.holds(300.0));
        assert!(!grid.holds(305.0));
        assert_eq!(grid.nearest(304.0), 300.0);
        let shares = Grid { min: 0.0, max: 1.0, step: 0.05 };
        assert!(shares.holds(0.15) && shares.holds(0.6) && !shares.holds(0.12));
        assert_eq!([shares.nearest(0.151), shares.stepped(0.6, 1.0)], [0.15, 0.65]);
    }

    #[test]
    fn steps_go_to_the_next_of_the_grid() {
        let grid = Grid { min: 0.0, max: 1500.0, step: 5.0 };
        assert_eq!([grid.stepped(725.0, 1.0), grid.stepped(725.0, -10.0)], [730.0, 675.0]);
        assert_eq!([grid.stepped(812.0, 1.0), grid.stepped(812.0, -1.0)], [815.0, 810.0]);
        assert_eq!([grid.stepped(1499.0, 10.0), grid.stepped(0.0, -1.0)], [1500.0, 0.0]);
        assert!(grid.reaches(1500.0) && !grid.reaches(1500.1) && !grid.reaches(f64::NAN));
    }

    const ENGLISH: Marks = Marks { decimal: '.', group: ',' };
    const RUSSIAN: Marks = Marks { decimal: ',', group: '\u{A0}' };
    const VIETNAMESE: Marks = Marks { decimal: ',', group: '.' };

    #[test]
    fn what_is_typed_is_read_or_refused() {
        for (text, marks, value) in [
            ("812.5", ENGLISH, 812.5),
            ("812,5", ENGLISH, 812.5),
            ("812,5", RUSSIAN, 812.5),
            ("812.5", VIETNAMESE, 812.5),
            ("1,500", ENGLISH, 1500.0),
            ("1,500", RUSSIAN, 1.5),
            ("1.500", RUSSIAN, 1.5),
            ("1.500", VIETNAMESE, 1500.0),
            ("0.125", ENGLISH, 0.125),
            ("0,125", ENGLISH, 0.125),
            ("1 500", ENGLISH, 1500.0),
            ("1\u{A0}500,25", RUSSIAN, 1500.25),
            ("1\u{202F}234\u{202F}567", RUSSIAN, 1_234_567.0),
            ("1,234,567.8", VIETNAMESE, 1_234_567.8),
            ("1.234.567,8", ENGLISH, 1_234_567.8),
            ("1’234’567.8", ENGLISH, 1_234_567.8),
            ("\u{2212}300", ENGLISH, -300.0),
            ("– 300", ENGLISH, -300.0),
            ("\u{FF0D}\u{FF13}００", ENGLISH, -300.0),
            ("+3", ENGLISH, 3.0),
            ("\u{200B} 42\u{FEFF}\n", ENGLISH, 42.0),
            (".5", ENGLISH, 0.5),
            ("7.", ENGLISH, 7.0),
            ("1e3", ENGLISH, 1000.0),
        ] {
            assert_eq!(typed(text, marks), Some(value), "{text:?}");
        }
        for text in [
            "",
            " ",
            "-",
            ".",
            ",",
            "1 2",
            "1,2,3",
            "12 34",
            "1,23,456",
            "1.234,567.8",
            "0,123,456",
            "--3",
            "$5",
            "5%",
            "NaN",
            "12a",
            "1.5.",
            "1..5",
            "e3",
            "٣",
        ] {
            assert_eq!(typed(text, ENGLISH), None, "{text:?}");
        }
    }

    #[test]
    fn what_may_be_a_thousand_times_as_much_is_two_numbers() {
        let fives = Grid { min: 0.0, max: 1500.0, step: 5.0 };
        let two = |decimal, whole| Reading::Two { decimal, whole };
        for (text, marks, meant) in [
            ("1.200", ENGLISH, two(1.2, 1200.0)),
            ("1,200", ENGLISH, Reading::One(1200.0)),
            ("1,200", RUSSIAN, two(1.2, 1200.0)),
            ("1.200", RUSSIAN, two(1.2, 1200.0)),
            ("1,200", VIETNAMESE, two(1.2, 1200.0)),
            ("-2.000", ENGLISH, two(-2.0, -2000.0)),
            ("812.125", ENGLISH, two(812.125, 812_125.0)),
            ("0.125", ENGLISH, Reading::One(0.125)),
            ("1.20", ENGLISH, Reading::One(1.2)),
            ("1.2000", ENGLISH, Reading::One(1.2)),
            ("1200.125", ENGLISH, Reading::One(1200.125)),
            ("1,200.125", ENGLISH, Reading::One(1200.125)),
            ("1.200e0", ENGLISH, Reading::One(1.2)),
            ("x", ENGLISH, Reading::None),
        ] {
            assert_eq!(fives.read(text, marks, 725.0), meant, "{text}");
        }
        assert_eq!(fives.read("812.125", ENGLISH, 812.125), Reading::One(812.125), "it stands there");
        let shares = Grid { min: 0.0, max: 3.0, step: 0.05 };
        assert_eq!(shares.read("1.200", ENGLISH, 1.0), Reading::One(1.2), "decimals are usual");
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
        fn decimals_are_those_that_everybody_writes(value in -1e6..1e6) {
            let value = rounded(value);
            prop_assert_eq!(decimal(value), value.to_string());
            prop_assert_eq!(read(&decimal(value)), Some(value));
        }

        #[test]
        fn writing_and_reading_is_the_identity(value in -5000.0..5000.0_f64) {
            let value = rounded(value);
            prop_assert_eq!(read(&value.to_string()), Some(value));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            for value in [read(&text), typed(&text, ENGLISH), typed(&text, VIETNAMESE)].into_iter().flatten() {
                prop_assert!(!value.is_nan());
            }
        }

        #[test]
        fn what_stands_in_a_box_is_read_as_it_was(value in -5000.0..5000.0_f64, places in 0..9_i32) {
            let scale = 10_f64.powi(places);
            let value = rounded((value * scale).round() / scale);
            for marks in [ENGLISH, RUSSIAN, VIETNAMESE] {
                prop_assert_eq!(typed(&boxed(&value.to_string(), marks), marks), Some(value));
            }
        }
    }
}
