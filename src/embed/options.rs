//! What an embedded tub shows, as its address says: `?embed=1&show=tub&levers=capex,dry&theme=dark`.

use bathtub_model::{Error, ParameterId};

use crate::link;
use crate::state::{Notice, Theme};

/// The names of the charts, in the order of `charts::CHARTS`: charts themselves come late.
const NAMES: [&str; 9] =
    ["level", "causes", "duration", "index", "buffers", "spread", "demand", "capital", "marginal"];

/// What stands in the frame beside headline, read-outs and source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// The picture and sliders.
    Tub,
    /// Sliders alone.
    Lever,
    /// Two tubs, as the page has them.
    Two,
    /// A chart, by its place in [`NAMES`].
    Chart(usize),
}

/// Everything that an address says of the frame itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    pub show: Show,
    /// The sliders, in their order.
    pub levers: Vec<ParameterId>,
    pub theme: Theme,
}

impl Show {
    /// As addresses write it: `chart.level`.
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "tub" => Show::Tub,
            "lever" => Show::Lever,
            "two" => Show::Two,
            _ => {
                let id = name.strip_prefix("chart.")?;
                Show::Chart(NAMES.iter().position(|name| *name == id)?)
            }
        })
    }

    /// Its name in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Show::Tub => "tub",
            Show::Lever => "lever",
            Show::Two => "two",
            Show::Chart(_) => "chart",
        }
    }

    /// The sliders where an address names none: spending, and the tank that decides what it does.
    fn usual(self) -> Vec<ParameterId> {
        use ParameterId as P;
        match self {
            Show::Lever => vec![P::Capex, P::Tga, P::Runoff, P::Rate, P::Dry],
            Show::Tub => vec![P::Capex, P::Dry],
            Show::Two | Show::Chart(_) => vec![P::Capex],
        }
    }
}

/// Reads the options of an address. What it does not know is told, and the usual is taken.
pub fn read(query: &str) -> (Options, Vec<Notice>) {
    let mut notices = Vec::new();
    let mut unknown = |key: &str, text: &str| {
        notices.push(Notice::Dropped(Error::UnknownParameter { key: format!("{key}={text}") }));
    };
    let lower = |key| link::value(query, key).map(|text| text.to_ascii_lowercase());
    let mut show = Show::Tub;
    if let Some(text) = lower("show") {
        match Show::from_name(&text) {
            Some(known) => show = known,
            None => unknown("show", &text),
        }
    }
    let mut theme = Theme::System;
    if let Some(text) = lower("theme") {
        match text.as_str() {
            "light" | "dark" => theme = Theme::from_word(&text),
            "auto" | "system" => {}
            _ => unknown("theme", &text),
        }
    }
    let mut levers = show.usual();
    if let Some(text) = lower("levers") {
        levers.clear();
        for key in text.split(',').map(str::trim).filter(|key| !key.is_empty() && *key != "none") {
            match ParameterId::from_key(key) {
                Ok(id) if levers.contains(&id) => {}
                Ok(id) => levers.push(id),
                Err(_) => unknown("levers", key),
            }
        }
    }
    (Options { show, levers, theme }, notices)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::CHARTS;

    fn options(query: &str) -> Options {
        let (options, notices) = read(query);
        assert_eq!(notices, [], "{query}");
        options
    }

    #[test]
    fn an_address_says_what_is_shown() {
        let usual = options("embed=1");
        assert_eq!((usual.show, usual.theme), (Show::Tub, Theme::System));
        assert_eq!(usual.levers, [ParameterId::Capex, ParameterId::Dry]);
        assert_eq!(options("show=Lever").levers.len(), 5);
        assert_eq!(options("show=two&theme=dark").theme, Theme::Dark);
        let chosen = options("levers=dry,tga,dry&show=tub");
        assert_eq!(chosen.levers, [ParameterId::Dry, ParameterId::Tga]);
        assert_eq!(options("levers=none").levers, []);
        for (index, row) in CHARTS.iter().enumerate() {
            let name = row.id.replace("chart-", "chart.");
            assert_eq!(options(&format!("show={name}")).show, Show::Chart(index));
        }
    }

    #[test]
    fn what_is_not_known_is_told() {
        for query in ["show=bath", "show=chart.", "show=chart.bath", "theme=pink", "levers=capex,plug"] {
            let (options, notices) = read(query);
            assert_eq!(notices.len(), 1, "{query}");
            assert!(!options.levers.is_empty());
        }
    }
}
