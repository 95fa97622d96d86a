//! How wide a text is likely to be: layout is computed where no browser can measure.

/// Plain letters against bold ones.
const PLAIN: f64 = 0.93;

/// Width of a text in a bold sans-serif of this size, on the generous side.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// Width of a text in plain letters.
pub fn plain_width(text: &str, size: f64) -> f64 {
    width(text, size) * PLAIN
}

/// Widths of the common sans-serifs lie within a few per cent of each other.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' | ' ' => 0.30,
        'f' | 't' | 'r' | '(' | ')' | '-' => 0.38,
        'm' | 'M' | 'W' | '%' | '&' => 0.90,
        'w' => 0.80,
        'A'..='Z' => 0.72,
        '0'..='9' | '$' | '+' | '\u{2212}' => 0.585,
        'a'..='z' => 0.60,
        '\u{2e80}'.. => 1.0,
        _ => 0.66,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_follow_the_letters() {
        assert!(width("mmm", 10.0) > width("iii", 10.0) * 2.0);
        assert!(plain_width("Gold", 10.0) < width("Gold", 10.0));
        assert_eq!(width("黄金", 10.0), 20.0);
    }
}
