//! `bathtub attribute`.

use bathtub_model::analysis::{Analysis, Findings};
use bathtub_model::attribution::Player;
use bathtub_model::ensemble::QUANTILE_KEYS;
use bathtub_model::{LevelChannel, MODEL_VERSION, Scenario, level_channels, simulate};
use serde_json::{Map, Value, json};

use crate::Failure;
use crate::args::Question;
use crate::output::{self, Answer};

/// Assumptions that the text names; JSON has all of them.
const SHOWN_SWINGS: usize = 5;

pub fn command(question: &Question) -> Result<Answer, Failure> {
    let (scenario, week) = question.read()?;
    let untouched = Scenario::new(scenario.start());
    let channels = level_channels(&simulate(&scenario), &simulate(&untouched), week)?;
    let mut analysis = Analysis::new(&scenario, week)?;
    while analysis.advance() {}
    let found = Found { scenario: &scenario, week, channels, findings: analysis.findings() };
    Ok(if question.json { output::json(found.to_json()) } else { output::text(found.to_text()) })
}

/// What is printed.
struct Found<'a> {
    scenario: &'a Scenario,
    week: usize,
    channels: [f64; LevelChannel::COUNT],
    findings: &'a Findings,
}

/// The key of who moved, and of what kind it is.
fn named(player: &Player) -> (&'static str, &'static str) {
    match player {
        Player::Parameter(id) => (id.row().key, "parameter"),
        Player::Group(group) => (group.name(), "group"),
        Player::Assumptions => ("assumptions", "assumptions"),
    }
}

impl Found<'_> {
    fn to_json(&self) -> Value {
        let channels: Map<String, Value> = LevelChannel::ALL
            .iter()
            .zip(self.channels)
            .map(|(channel, part)| (channel.key().into(), json!(part)))
            .collect();
        let Findings { marginal, attribution, equivalents, tornado, tank_band, draws, .. } = self.findings;
        let quantiles: Map<String, Value> = QUANTILE_KEYS
            .iter()
            .enumerate()
            .map(|(i, key)| ((*key).into(), tank_band.iter().map(|week| week[i]).collect()))
            .collect();
        // Parts and totals are in the order of `analysis::TARGETS`.
        let pair = |parts: &[f64]| json!({"level": parts[0], "index": parts[1]});
        let shares = attribution.iter().flat_map(|found| &found.shares).map(|share| {
            let (key, kind) = named(&share.player);
            json!({"key": key, "kind": kind, "level": share.parts[0], "index": share.parts[1]})
        });
        json!({
            "model_version": MODEL_VERSION,
            "start": self.scenario.start().date,
            "week": self.week,
            "shares": shares.collect::<Vec<Value>>(),
            "total": attribution.as_ref().map(|found| pair(&found.total)),
            "level_channels": channels,
            "equivalents": equivalents.map(|found| json!({
                "index_pct": found.index_pct,
                "runoff_bn": found.runoff_bn,
                "hikes": found.hikes,
                "hikes_sp500": found.hikes_sp500,
            })),
            "next_100bn": marginal.map(|found| json!({
                "level_52": found.level_52,
                "level_104": found.level_104,
                "sign_change_dry": found.sign_change_dry,
            })),
            "swings": tornado.iter().flatten().map(|swing| {
                json!({"key": swing.id.row().key, "low": swing.low, "high": swing.high})
            }).collect::<Vec<Value>>(),
            "level_with_tank_drawn": {"draws": draws, "quantiles": quantiles},
        })
    }

    fn to_text(&self) -> String {
        let mut text = format!("start {}, week {}\n", self.scenario.start().name(), self.week);
        let Findings { marginal, attribution, equivalents, tornado, tank_band, .. } = self.findings;
        text += "moved by                        level     index\n";
        let mut row = |name: &str, parts: &[f64]| {
            text += &format!("  {name:<24}{:>+11.2}{:>+10.2}\n", parts[0], parts[1])
        };
        if let Some(found) = attribution {
            for share in &found.shares {
                row(named(&share.player).0, &share.parts);
            }
            row("in all", &found.total);
        }
        text += "moved through                   level\n";
        for (channel, part) in LevelChannel::ALL.iter().zip(self.channels) {
            text += &format!("  {:<24}{part:>+11.2}\n", channel.key());
        }
        if let Some(found) = equivalents {
            let or_none =
                |value: Option<f64>| value.map_or("none in range".into(), |value| format!("{value:.2}"));
            text += &format!("index {:+.2} %, as much as\n", found.index_pct);
            for (name, value) in [
                ("coupon runoff, $bn", found.runoff_bn),
                ("hikes of 25 bp", found.hikes),
                ("the same by S&P 500", found.hikes_sp500),
            ] {
                text += &format!("  {name:<24}{:>11}\n", or_none(value));
            }
        }
        if let Some(found) = marginal {
            text += &format!(
                "the next $100bn of AI capex     level\n  after 52 weeks{:>+21.3}\n  after 104 weeks{:>+20.3}\n",
                found.level_52, found.level_104
            );
            text += &match found.sign_change_dry {
                Some(dry) => format!("  changes sign at a tank of ${dry:.0}bn\n"),
                None => "  keeps its sign at every tank in range\n".into(),
            };
        }
        text += "assumptions, from end to end      low      high\n";
        for swing in tornado.iter().flatten().take(SHOWN_SWINGS) {
            text += &format!("  {:<24}{:>11.2}{:>10.2}\n", swing.id.row().key, swing.low, swing.high);
        }
        if let Some(band) = tank_band.get(self.week) {
            let [low, .., high] = band;
            text += &format!("level with the tank drawn too, nine draws in ten: {low:.2} to {high:.2}\n");
        }
        text
    }
}
