//! `bathtub attribute`.

use bathtub_model::document::{AttributionDocument, Pair};

use crate::Failure;
use crate::args::Question;
use crate::output::{self, Answer};

/// Assumptions that the text names; JSON has all of them.
const SHOWN_SWINGS: usize = 5;

pub fn command(question: &Question) -> Result<Answer, Failure> {
    let (scenario, week) = question.read()?;
    let found = AttributionDocument::new(&scenario, week)?;
    Ok(if question.json {
        output::json(found)
    } else {
        output::text(to_text(&found, scenario.start().name()))
    })
}

fn to_text(found: &AttributionDocument, start: impl std::fmt::Display) -> String {
    let mut text = format!("start {start}, week {}\n", found.week);
    text += "moved by                        level     index\n";
    let mut row =
        |name: &str, level: f64, index: f64| text += &format!("  {name:<24}{level:>+11.2}{index:>+10.2}\n");
    for share in &found.shares {
        row(share.key, share.level, share.index);
    }
    if let Some(Pair { level, index }) = found.total {
        row("in all", level, index);
    }
    text += "moved through                   level\n";
    for (channel, part) in found.level_channels.iter() {
        text += &format!("  {channel:<24}{part:>+11.2}\n");
    }
    if let Some(same) = &found.equivalents {
        let or_none =
            |value: Option<f64>| value.map_or("none in range".into(), |value| format!("{value:.2}"));
        text += &format!("index {:+.2} %, as much as\n", same.index_pct);
        for (name, value) in [
            ("coupon runoff, $bn", same.runoff_bn),
            ("hikes of 25 bp", same.hikes),
            ("the same by S&P 500", same.hikes_sp500),
        ] {
            text += &format!("  {name:<24}{:>11}\n", or_none(value));
        }
    }
    if let Some(next) = &found.next_100bn {
        text += &format!(
            "the next $100bn of AI capex     level\n  after 52 weeks{:>+21.3}\n  after 104 weeks{:>+20.3}\n",
            next.level_52, next.level_104
        );
        text += &match next.sign_change_dry {
            Some(dry) => format!("  changes sign at a tank of ${dry:.0}bn\n"),
            None => "  keeps its sign at every tank in range\n".into(),
        };
    }
    text += "assumptions, from end to end      low      high\n";
    for swing in found.swings.iter().take(SHOWN_SWINGS) {
        text += &format!("  {:<24}{:>11.2}{:>10.2}\n", swing.key, swing.low, swing.high);
    }
    let end = |key| found.level_with_tank_drawn.quantiles.get(key)?.get(found.week);
    if let Some((low, high)) = end("p5").zip(end("p95")) {
        text += &format!("level with the tank drawn too, nine draws in ten: {low:.2} to {high:.2}\n");
    }
    text
}
