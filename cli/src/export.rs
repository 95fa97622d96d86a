//! `bathtub export`.

use bathtub_model::export::{Format, export};

use crate::Failure;
use crate::args::ScenarioOptions;

pub fn command(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    use lexopt::prelude::*;
    let mut options = ScenarioOptions::default();
    let (mut format, mut out) = (Format::Xmile, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("format") => {
                let name = parser.value()?.string()?;
                format = Format::from_name(&name)
                    .ok_or_else(|| Failure::Request(format!("format: '{name}' is neither xmile nor mdl")))?;
            }
            Long("out") => out = Some(parser.value()?),
            Long(name) => {
                let name = name.to_owned();
                if !options.take(&name, parser)? {
                    return Err(Long(&name).unexpected().into());
                }
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let file = export(&options.scenario()?, format);
    match out {
        None => Ok(file),
        Some(path) => {
            std::fs::write(&path, file)
                .map_err(|e| Failure::System(format!("{}: {e}", path.to_string_lossy())))?;
            Ok(String::new())
        }
    }
}
