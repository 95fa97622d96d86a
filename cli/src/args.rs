//! Options that several commands share.

use bathtub_model::{DEFAULT_START, DEFAULT_WEEK, Error, Scenario, Start, WEEKS};

use crate::Failure;

/// A scenario as options build it, in whatever order they come.
#[derive(Default)]
pub struct ScenarioOptions {
    start: Option<String>,
    set: Vec<(String, String)>,
}

impl ScenarioOptions {
    /// Takes `--start` or `--set`; `false` for any other option.
    pub fn take(&mut self, option: &str, parser: &mut lexopt::Parser) -> Result<bool, Failure> {
        use lexopt::ValueExt;
        match option {
            "start" => self.start = Some(parser.value()?.string()?),
            "set" => {
                let text = parser.value()?.string()?;
                let (key, value) = text
                    .split_once('=')
                    .ok_or_else(|| Failure::Request(format!("--set {text}: write KEY=VALUE")))?;
                self.set.push((key.into(), value.into()));
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The scenario they describe.
    pub fn scenario(&self) -> Result<Scenario, Error> {
        let start = match &self.start {
            Some(date) => Start::from_date(date)?,
            None => DEFAULT_START,
        };
        self.set
            .iter()
            .try_fold(Scenario::new(start), |scenario, (key, value)| scenario.with_text(key, value))
    }
}

/// The week of `--week`.
pub fn week(text: Option<&str>) -> Result<usize, Failure> {
    match text {
        None => Ok(DEFAULT_WEEK),
        Some(text) => text
            .parse()
            .ok()
            .filter(|week| *week <= WEEKS)
            .ok_or_else(|| Failure::Request(format!("week: {text} is outside the range 0 to {WEEKS}"))),
    }
}
