//! Two sentences over the picture, true of the numbers shown.

use super::moved::{About, Moved};
use super::view::{NO_FUNDING, SELLING, SceneView};
use crate::locale::Number;
use crate::locale::scene::SceneMessage;
use crate::locale::terms::{self, TermMessage};

/// Dry powder up to which the tank is called nearly dry, $bn: a tenth of the last mark of its scale.
pub const NEARLY_DRY: f64 = 300.0;
/// Dry powder up to which it is called dry, $bn.
pub const DRY: f64 = 15.0;
/// Dry powder from which the tank is called deep, $bn: half the last mark of its scale.
pub const DEEP: f64 = 1500.0;

/// The move that is named, and what it comes from.
pub fn named(moved: Option<&Moved>, pinned: bool) -> SceneMessage {
    let Some(Moved { about, by, cause }) = moved else {
        return if pinned { SceneMessage::SameAsPin } else { SceneMessage::Same };
    };
    let (size, cause) = (by.abs(), cause.clone());
    // Small moves to a tenth.
    let decimals = u8::from(size < 9.95);
    let percent = Number::percent(size, decimals);
    let spread = Number::plain(size, decimals);
    match (*about, *by > 0.0, pinned) {
        (About::Level, false, false) => SceneMessage::Lower { percent, cause },
        (About::Level, true, false) => SceneMessage::Higher { percent, cause },
        (About::Level, false, true) => SceneMessage::LowerThanPin { percent, cause },
        (About::Level, true, true) => SceneMessage::HigherThanPin { percent, cause },
        (About::Index, false, false) => SceneMessage::IndexLower { percent, cause },
        (About::Index, true, false) => SceneMessage::IndexHigher { percent, cause },
        (About::Index, false, true) => SceneMessage::IndexLowerThanPin { percent, cause },
        (About::Index, true, true) => SceneMessage::IndexHigherThanPin { percent, cause },
        (About::Duck(duck), rises, pinned) => {
            let name = terms::duck(duck);
            match (rises, pinned) {
                (false, false) => SceneMessage::DuckLower { name, percent, cause },
                (true, false) => SceneMessage::DuckHigher { name, percent, cause },
                (false, true) => SceneMessage::DuckLowerThanPin { name, percent, cause },
                (true, true) => SceneMessage::DuckHigherThanPin { name, percent, cause },
            }
        }
        (About::Stage(stage), rises, pinned) => {
            let (stage, reason) = (terms::stage(stage), cause);
            match (rises, pinned) {
                (true, false) => SceneMessage::StageWorse { stage, reason },
                (false, false) => SceneMessage::StageBetter { stage, reason },
                (true, true) => SceneMessage::StageWorseThanPin { stage, reason },
                (false, true) => SceneMessage::StageBetterThanPin { stage, reason },
            }
        }
        (About::Spread, true, false) => SceneMessage::SpreadHigher { spread, cause },
        (About::Spread, false, false) => SceneMessage::SpreadLower { spread, cause },
        (About::Spread, true, true) => SceneMessage::SpreadHigherThanPin { spread, cause },
        (About::Spread, false, true) => SceneMessage::SpreadLowerThanPin { spread, cause },
    }
}

/// Who pays for the next dollar that AI raises; under forced selling, that it sells.
pub fn regime(view: &SceneView, moved: Option<&Moved>) -> SceneMessage {
    let fall = Number::percent(view.forced_fall_pct, u8::from(view.forced_fall_pct < 9.95));
    match moved.map(|moved| &moved.cause) {
        Some(cause) if view.forced_fall_pct >= SELLING => match cause {
            TermMessage::CauseSelling | TermMessage::CauseShockAndSelling | TermMessage::ReasonSpiral => {
                SceneMessage::MarginCalls { fall }
            }
            _ => SceneMessage::SellingAlone { fall },
        },
        Some(TermMessage::CauseSales) => SceneMessage::Called,
        _ if view.forced_fall_pct >= SELLING => SceneMessage::SellingAlone { fall },
        _ => payer(view),
    }
}

/// Who pays for the next dollar that AI raises.
fn payer(view: &SceneView) -> SceneMessage {
    let whole = (view.next_from_tub_pct + 0.5).floor();
    let cents = Number::plain(whole, 0);
    match whole {
        _ if view.funding_bn < NO_FUNDING => SceneMessage::NoFunding,
        whole if whole <= 0.0 => SceneMessage::TankPays,
        whole if whole >= 100.0 && view.dry_bn <= DRY => SceneMessage::TubPays,
        50.0 => SceneMessage::Alike,
        whole if whole > 50.0 && view.dry_bn <= NEARLY_DRY => SceneMessage::TankDry { cents },
        whole if whole > 50.0 => SceneMessage::TubMost { cents },
        whole if whole < 10.0 && view.dry_bn >= DEEP => SceneMessage::TankDeep { cents },
        _ => SceneMessage::TankMost { cents },
    }
}
