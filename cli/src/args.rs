//! Options that several commands share.

use bathtub_model::{DEFAULT_START, DEFAULT_WEEK, Error, Scenario, WEEKS};

use crate::{Failure, published};

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
            Some(date) => published::start(date)?,
            None => DEFAULT_START,
        };
        let mut set = self.set.iter();
        let scenario =
            set.try_fold(Scenario::new(start), |scenario, (key, value)| scenario.with_text(key, value))?;
        scenario.check_balance_sheet().map(|()| scenario)
    }
}

/// A scenario, the week that is asked about, and whether the answer is to be JSON.
pub struct Asked {
    pub scenario: Scenario,
    pub week: usize,
    pub json: bool,
}

/// Reads the options of a question: those of a scenario, `--week`, `--json`, and what `own` takes.
pub fn asked(
    parser: &mut lexopt::Parser,
    mut own: impl FnMut(&str, &mut lexopt::Parser) -> Result<bool, Failure>,
) -> Result<Asked, Failure> {
    use lexopt::prelude::*;
    let mut options = ScenarioOptions::default();
    let (mut json, mut week_text) = (false, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => json = true,
            Long("week") => week_text = Some(parser.value()?.string()?),
            Long(name) => {
                let name = name.to_owned();
                if !options.take(&name, parser)? && !own(&name, parser)? {
                    return Err(Long(&name).unexpected().into());
                }
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Asked { week: week(week_text.as_deref())?, scenario: options.scenario()?, json })
}

/// The week of `--week`.
fn week(text: Option<&str>) -> Result<usize, Failure> {
    match text {
        None => Ok(DEFAULT_WEEK),
        Some(text) => text
            .parse()
            .ok()
            .filter(|week| *week <= WEEKS)
            .ok_or_else(|| Failure::Request(format!("week: {text} is no week from 0 to {WEEKS}"))),
    }
}
