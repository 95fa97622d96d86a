//! Decimal numbers without the standard library's floating-point formatting, which would add
//! several kilobytes to the program: for links and for attributes of drawings.

const SCALE: f64 = 1e9;

/// A number to a billionth: what a link can carry. A number that is not finite stays as it is.
pub fn rounded(value: f64) -> f64 {
    let scaled = (value * SCALE).round();
    // Adding zero turns −0 into 0.
    if scaled.is_finite() { scaled / SCALE + 0.0 } else { value }
}

/// Writes a number of at most nine decimals and of at most a million.
pub fn write(value: f64) -> String {
    let scaled = (value.abs() * SCALE).round() as u64;
    let (whole, fraction) = (scaled / SCALE as u64, scaled % SCALE as u64);
    let mut text = String::new();
    if value < 0.0 && scaled > 0 {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if fraction > 0 {
        // The leading one keeps the zeros after the point.
        let digits = (fraction + SCALE as u64).to_string();
        text.push('.');
        text.push_str(digits[1..].trim_end_matches('0'));
    }
    text
}

/// Writes a coordinate to a hundredth, which is finer than any screen.
pub fn coordinate(value: f64) -> String {
    write((value * 100.0).round() / 100.0)
}

/// Reads a decimal number with an optional exponent. No infinity, no hexadecimal, no words; more
/// digits than a number can hold are read and have no effect.
pub fn read(text: &str) -> Option<f64> {
    let text = text.trim();
    let (negative, text) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let (mut digits, mut power) = (0_u64, exponent.clamp(-999, 999));
    for (after_point, digit) in
        whole.bytes().map(|digit| (false, digit)).chain(fraction.bytes().map(|digit| (true, digit)))
    {
        if !digit.is_ascii_digit() {
            return None;
        }
        // A nineteenth digit is beyond the precision of a floating-point number.
        let full = digits >= 10_u64.pow(17);
        if !full {
            digits = digits * 10 + u64::from(digit - b'0');
        }
        power += i32::from(full && !after_point) - i32::from(!full && after_point);
    }
    let mut value = digits as f64;
    // Division by a power of ten that is exact is exact to the last bit; a product with 0.1 is not.
    for _ in 0..power.unsigned_abs().min(400) / 22 {
        value = if power < 0 { value / 1e22 } else { value * 1e22 };
    }
    let rest = 10_f64.powi((power.unsigned_abs().min(400) % 22) as i32);
    value = if power < 0 { value / rest } else { value * rest };
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_everyone_reads_them() {
        let good = ["0", "-0.5", "+3", "900", "812.25", ".5", "7.", " 42 ", "1e3", "1.5E-2", "0.000000001"];
        for text in good {
            let expected = text.trim().parse::<f64>().unwrap();
            assert_eq!(read(text), Some(expected), "{text}");
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

    #[test]
    fn numbers_are_written_without_a_tail() {
        for (value, text) in
            [(0.0, "0"), (-0.0, "0"), (900.0, "900"), (-0.05, "-0.05"), (0.000000001, "0.000000001")]
        {
            assert_eq!(write(value), text);
        }
        assert_eq!(write(rounded(0.1 + 0.2)), "0.3");
    }

    proptest! {
        #[test]
        fn writing_and_reading_is_the_identity(value in -5000.0..5000.0_f64) {
            let value = rounded(value);
            prop_assert_eq!(read(&write(value)), Some(value));
            prop_assert_eq!(write(value).parse::<f64>().unwrap(), value);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            if let Some(value) = read(&text) {
                prop_assert!(!value.is_nan());
            }
        }
    }
}
