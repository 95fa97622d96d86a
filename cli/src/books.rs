//! `bathtub books`.

use bathtub_model::accounts::{Instrument, Sector};
use bathtub_model::document::BooksDocument;
use bathtub_model::simulate;

use crate::Failure;
use crate::args::Question;
use crate::output::{self, Answer};

pub fn command(question: &Question) -> Result<Answer, Failure> {
    let (scenario, week) = question.read()?;
    if question.json {
        return Ok(output::json(BooksDocument::new(&scenario, week)?));
    }
    let sheet = simulate(&scenario).books(week)?.closing;
    let mut text = format!("start {}, week {week}, $bn\n{:<16}", scenario.start().name(), "");
    text.extend(Sector::ALL.map(|sector| format!("{:>12}", sector.key())));
    for instrument in Instrument::ALL {
        text += &format!("\n{:<16}", instrument.key());
        text.extend(Sector::ALL.map(|sector| format!("{:>12.1}", sheet.position(sector, instrument))));
    }
    Ok(output::text(text + "\n"))
}
