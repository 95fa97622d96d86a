//! Codes: what leaves a device as letters, and is read on another.
//!
//! A code has the form `TUB1:ABCD…:END`. Between the marks stand the contents in postcard's form with a
//! CRC-32, in base32 of RFC 4648: letters and digits that mail, chats and hands leave as they are. Small
//! letters count as capital ones, 0 and 1 as the letters O and I; spaces, line ends and what mails put there
//! are passed over.

use crc::{CRC_32_ISO_HDLC, Crc};
use data_encoding::BASE32_NOPAD;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) const END: &str = ":END";
/// Letters of a code at most.
pub(crate) const LETTERS: usize = 8_192;
pub(crate) const CHECK: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// Why a code could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has no end.
    Cut,
    /// Letters are missing, wrong or of something else.
    Garbled,
    /// It is longer than any code.
    Long,
    /// It has another form, of a newer page perhaps.
    Newer,
    /// There are more than a class has.
    Many,
}

/// How codes of a kind begin: a mark, the number of the form, a colon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// Begins a code of any form.
    pub mark: &'static str,
    /// The form that is written and read here.
    pub number: u8,
}

impl Form {
    /// The code of something.
    pub fn write(self, what: &impl Serialize) -> String {
        // What is in memory can be written.
        let bytes = postcard::to_allocvec_crc32(what, CHECK.digest()).unwrap_or_default();
        format!("{}{}:{}{END}", self.mark, self.number, BASE32_NOPAD.encode(&bytes))
    }

    /// The codes of a text, in their order. What is read and is not `sound` counts as garbled.
    pub fn read<T: DeserializeOwned>(self, text: &str, sound: impl Fn(&T) -> bool) -> Vec<Result<T, Why>> {
        let mut codes = Vec::new();
        let text = text.to_ascii_uppercase();
        let begin = format!("{}{}:", self.mark, self.number);
        let mut rest = text.as_str();
        while let Some(at) = rest.find(self.mark) {
            rest = &rest[at..];
            let Some(body) = rest.strip_prefix(&begin) else {
                rest = &rest[self.mark.len()..];
                // TUB2:… of a page to come; any other word with these letters is none.
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                if digits > 0 && rest[digits..].starts_with(':') {
                    codes.push(Err(Why::Newer));
                }
                continue;
            };
            let (letters, end) = letters(body);
            rest = &body[end..];
            codes.push(match rest.strip_prefix(END) {
                _ if letters.len() > LETTERS => Err(Why::Long),
                None => Err(Why::Cut),
                Some(_) => contents(&letters).filter(&sound).ok_or(Why::Garbled),
            });
        }
        codes
    }
}

/// The letters of a code, as they were written, and where they end.
fn letters(body: &str) -> (String, usize) {
    let mut letters = String::new();
    for (place, letter) in body.char_indices() {
        // As a hand may have written them.
        let letter = match letter {
            '0' => 'O',
            '1' => 'I',
            other => other,
        };
        if matches!(letter, 'A'..='Z' | '2'..='7') && letters.len() <= LETTERS {
            letters.push(letter);
        } else if !is_between(letter) {
            return (letters, place);
        }
    }
    (letters, body.len())
}

/// What letters say, without the marks.
fn contents<T: DeserializeOwned>(letters: &str) -> Option<T> {
    let bytes = BASE32_NOPAD.decode(letters.as_bytes()).ok()?;
    postcard::from_bytes_crc32(&bytes, CHECK.digest()).ok()
}

/// What mails and chats put between letters.
fn is_between(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '>' | '=' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}
