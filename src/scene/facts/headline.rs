//! Two sentences over the picture, true of the numbers shown.

use super::view::SceneView;
use crate::locale::Number;
use crate::locale::scene::SceneMessage;
use crate::number::SHOWN;

/// Below this much AI funding, $bn a year, there is nothing to share.
pub const NO_FUNDING: f64 = 0.5;
/// Dry powder up to which the tank is called nearly dry, $bn: a tenth of the last mark of its scale.
pub const NEARLY_DRY: f64 = 300.0;
/// Dry powder up to which it is called dry, $bn.
pub const DRY: f64 = 15.0;
/// Dry powder from which the tank is called deep, $bn: half the last mark of its scale.
pub const DEEP: f64 = 1500.0;

/// What has become of the water: the change against the untouched start to a tenth of a per cent.
pub fn level(view: &SceneView) -> SceneMessage {
    let change = view.level_change_pct();
    let percent = Number::percent(change.abs(), 1);
    match change {
        change if change <= -SHOWN && view.pinned => SceneMessage::LowerThanPin { percent },
        change if change >= SHOWN && view.pinned => SceneMessage::HigherThanPin { percent },
        change if change <= -SHOWN => SceneMessage::Lower { percent },
        change if change >= SHOWN => SceneMessage::Higher { percent },
        _ if view.pinned => SceneMessage::SameAsPin,
        _ => SceneMessage::Same,
    }
}

/// Who pays for the next dollar that AI raises.
pub fn regime(view: &SceneView) -> SceneMessage {
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
