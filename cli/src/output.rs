//! The two ways out: results to stdout, refusals to stderr. Nothing else prints.

use std::fmt::Write as _;
use std::io::{self, BufWriter, ErrorKind, Write};

use serde::Serialize;

use crate::Failure;

/// What writes a result: it is never held as a whole text.
pub type Answer = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()>>;

/// A text as it is.
pub fn text(text: String) -> Answer {
    Box::new(move |out| out.write_all(text.as_bytes()))
}

/// A value as JSON.
pub fn json(value: impl Serialize + 'static) -> Answer {
    Box::new(move |out| {
        serde_json::to_writer_pretty(&mut *out, &value)?;
        out.write_all(b"\n")
    })
}

/// Writes a result to stdout. Who reads it may close the pipe (`| head`) without harm.
///
/// # Errors
/// What could not be written.
pub fn print(answer: Answer) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match answer(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::System(format!("the result could not be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Says on stderr why there is no result, or what has to be known of one. Where that is closed too, the exit code is all there is.
pub fn complain(reason: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", printable(reason));
}

/// One line that moves no cursor, changes no colour and turns no direction, whatever a file or an
/// argument brought into it.
fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        let turns = matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if letter.is_control() || turns {
            let _ = write!(shown, "{}", letter.escape_default());
        } else {
            shown.push(letter);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn no_control_character_is_left_and_letters_stay() {
        let all: String = ('\0'..=char::MAX).filter(|letter| letter.is_control()).collect();
        assert!(all.chars().count() > 60);
        assert!(printable(&all).bytes().all(|byte| (b' '..=b'~').contains(&byte)));
        assert_eq!(printable("a\u{1b}[2J\u{9b}1m\r\n\u{202e}b"), r"a\u{1b}[2J\u{9b}1m\r\n\u{202e}b");
        assert_eq!(printable("SOFR − IORB, “ρ” 水"), "SOFR − IORB, “ρ” 水");
    }
}
