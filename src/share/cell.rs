//! Cells of a table as a spreadsheet reads it.
//!
//! One file cannot serve every region: where a decimal comma is written, spreadsheets take semicolons
//! between columns, and would read 3.12 as a day in December. So there are two [`Writing`]s. A line
//! `sep=;` would tell Excel alone, nothing about decimals, and is reported to have it overlook [`MARK`].

/// Begins a table: Excel takes the code page of its region for a file in UTF-8 that has no such mark.
pub const MARK: char = '\u{feff}';

/// How numbers and columns are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// 1.5, with commas between columns.
    Point,
    /// 1,5, with semicolons between columns.
    Comma,
}

impl Writing {
    /// What stands between columns.
    pub const fn between(self) -> char {
        match self {
            Writing::Point => ',',
            Writing::Comma => ';',
        }
    }

    /// A number, from its digits as programs write them.
    pub fn number(self, digits: &str) -> String {
        match self {
            Writing::Point => digits.to_owned(),
            Writing::Comma => digits.replace('.', ","),
        }
    }

    /// A text that no spreadsheet takes for a formula, in quotes where it needs them.
    pub fn text(self, text: &str) -> String {
        let shield = if begins_formula(text) { "'" } else { "" };
        let quote = if text.contains([',', ';', '"', '\n', '\r', '\t']) { "\"" } else { "" };
        format!("{quote}{shield}{}{quote}", text.replace('"', "\"\""))
    }

    /// A row of cells.
    pub fn row(self, cells: impl IntoIterator<Item = String>) -> String {
        let cells: Vec<String> = cells.into_iter().collect();
        cells.join(&self.between().to_string()) + "\n"
    }
}

/// Whether a spreadsheet would run it: OWASP's list for CSV injection, with the wide forms that East
/// Asian editions read alike. Spaces and marks that do not show may be passed over before them.
fn begins_formula(text: &str) -> bool {
    let unseen = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}')
    };
    text.starts_with(['\t', '\r', '\n', '\0'])
        || text.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOTH: [Writing; 2] = [Writing::Point, Writing::Comma];

    /// The cells of a table, as a program that knows CSV reads them.
    fn read(writing: Writing, table: &str) -> Vec<Vec<String>> {
        let between = u8::try_from(writing.between()).unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(between)
            .has_headers(false)
            .flexible(true)
            .from_reader(table.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_text_that_would_be_run_is_shown() {
        for text in
            ["=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", "\n=1", " =1", "\u{feff}=1", "＝1"]
        {
            for writing in BOTH {
                let cell = &read(writing, &writing.row([writing.text(text)]))[0][0];
                assert_eq!(cell, &format!("'{text}"));
            }
        }
        for text in ["level [index]", "2026-10-07", "a=b", "# note", ""] {
            assert_eq!(Writing::Point.text(text), text);
        }
        assert_eq!(Writing::Comma.text("a;b \"c\""), "\"a;b \"\"c\"\"\"");
    }

    #[test]
    fn numbers_have_the_decimals_of_their_region() {
        assert_eq!(
            Writing::Point.row(["-1.5e-7", "3"].map(|digits| Writing::Point.number(digits))),
            "-1.5e-7,3\n"
        );
        assert_eq!(
            Writing::Comma.row(["-1.5e-7", "3"].map(|digits| Writing::Comma.number(digits))),
            "-1,5e-7;3\n"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_harmless_and_stays_in_its_cell(text in "[-=+@＝\t\r\n\"';, ]{0,3}(?s:.){0,12}", value in any::<f64>()) {
            prop_assume!(value.is_finite());
            for writing in BOTH {
                let row = writing.row([writing.text(&text), writing.number(&value.to_string()), writing.text("end")]);
                // As a table begins: a reader takes the first mark away.
                let rows = read(writing, &format!("{MARK}{row}"));
                prop_assert_eq!(rows.len(), 1);
                let [cell, number, end] = &rows[0][..] else { panic!("{rows:?}") };
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '＝']), "{}", cell);
                prop_assert!(!cell.starts_with(['\t', '\r', '\n']), "{}", cell);
                prop_assert!(cell == &text || cell.strip_prefix('\'') == Some(&text), "{}", cell);
                prop_assert_eq!(number.replace(',', ".").parse::<f64>().unwrap(), value);
                prop_assert_eq!(end, "end");
            }
        }
    }
}
