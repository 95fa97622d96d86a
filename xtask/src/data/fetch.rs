//! Fetching what is published.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result};
use jiff::civil::Date;
use ureq::Agent;

use super::fault::fault;
use super::sources::Series;

/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_secs(120);

/// More than any table of one series has.
const LARGEST_ANSWER: u64 = 20_000_000;

pub struct Fetcher<'a> {
    agent: Agent,
    base: Option<&'a str>,
    /// Answers by path: some series share one.
    answers: BTreeMap<String, String>,
}

impl<'a> Fetcher<'a> {
    /// With a base, its scheme and host take the place of every publisher's.
    pub fn new(base: Option<&'a str>) -> Self {
        let mut config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .user_agent(concat!("liquidity-bathtub/", env!("CARGO_PKG_VERSION")));
        if base.is_some() {
            config = config.proxy(None);
        }
        Self { agent: config.build().into(), base, answers: BTreeMap::new() }
    }

    /// The answer for a series from a day on.
    ///
    /// # Errors
    /// When there is none, or it is cut short.
    pub fn get(&mut self, series: &Series, from: Date) -> Result<&str> {
        let path = series.path(from);
        if !self.answers.contains_key(&path) {
            let address = format!("{}{path}", self.base.unwrap_or(series.home()));
            eprintln!("  {} of {}", series.id, series.publisher());
            let text = self.ask(&address).map_err(|error| {
                let what = format!("no table from {address} ({error})");
                fault(series, None, &what, "try again later, and open the address if it goes on failing")
            })?;
            self.answers.insert(path.clone(), text);
        }
        self.answers.get(&path).map(String::as_str).context("an answer was lost")
    }

    fn ask(&self, address: &str) -> Result<String, ureq::Error> {
        self.agent.get(address).call()?.body_mut().with_config().limit(LARGEST_ANSWER).read_to_string()
    }
}
