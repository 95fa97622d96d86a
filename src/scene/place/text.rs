//! How wide a text is likely to be: layout is computed where no browser can measure.

/// Plain letters against bold ones.
const PLAIN: f64 = 0.93;
/// From here on stand the scripts of East Asia, whose signs fill a square in every weight.
const SQUARE: char = '\u{2e80}';

/// Width of a text in a bold sans-serif of this size, on the generous side.
pub fn width(text: &str, size: f64) -> f64 {
    sum(text, 1.0) * size
}

/// Width of a text in plain letters.
pub fn plain_width(text: &str, size: f64) -> f64 {
    sum(text, PLAIN) * size
}

fn sum(text: &str, weight: f64) -> f64 {
    text.chars().map(|c| if c >= SQUARE { 1.0 } else { em(c) * weight }).sum()
}

/// Widths of the common sans-serifs lie within a few per cent of each other.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' | ' ' | '\u{a0}' => 0.30,
        'f' | 't' | 'r' | '(' | ')' | '-' => 0.38,
        'm' | 'M' | 'W' | '%' | '&' | 'ф' | 'ш' | 'щ' | 'ы' | 'ю' | 'Ж' | 'М' | 'Ф' | 'Ơ' | 'Ư' => {
            0.90
        }
        'w' | 'ж' | 'м' | 'О' => 0.80,
        'A'..='Z' => 0.72,
        'А'..='Ч' | 'Ь' | 'Э' | 'Я' => 0.74,
        'Ш'..='Ы' | 'Ю' | '—' | '…' => 1.0,
        '0'..='9' | '$' | '+' | '\u{2212}' => 0.585,
        'a'..='z' => 0.60,
        'а'..='я' => 0.61,
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
        assert_eq!(plain_width("黄金", 10.0), 20.0);
        assert!(width("Шумы", 10.0) > width("Гаст", 10.0));
    }
}
