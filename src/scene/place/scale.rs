//! The scales of the picture: from a number to a height, an angle or a width.

use bathtub_model::math;
use bathtub_model::math::between;

use super::frame::{DuckLanes, Frame, Layout};
use crate::svg::Rect;

/// Lowest and highest level of the scale on the tub's wall. Every setting of the five levers
/// stays within it for two years; what goes beyond is drawn at its end with an arrow.
pub const LEVEL: (f64, f64) = (86.0, 106.0);
/// From one number of the ruler to the next, points of level.
pub const RULER_STEP: usize = 4;
/// Price change in per cent at which the ducks' scale turns from straight to logarithmic.
const DUCK_BEND: f64 = 1.0;
/// Largest rise that the ducks' scale shows, %.
pub const DUCK_MOST: f64 = 100.0;
/// Price change in per cent at which the ducks' scale breaks: below it each per cent has the same
/// height, so that a fall of a half and one of three quarters are told apart.
pub const DUCK_BREAK: f64 = -40.0;
/// Lowest price change at which the ducks' scale has a mark, %.
const DUCK_LEAST: f64 = -90.0;
/// Price changes at which the ducks' scale has a mark, %: down to the break, and beyond it.
pub const DUCK_MARKS: [f64; 5] = [-2.0, -10.0, DUCK_BREAK, -70.0, DUCK_LEAST];
/// Height of a mark of the ducks' scale, px of the wide picture, and of the narrow one.
const DUCK_MARK: (f64, f64) = (15.0, 9.5);
/// Largest stock that the tank's scale shows, $bn.
pub const TANK_MOST: f64 = 3200.0;
/// The last mark of that scale, $bn.
pub const TANK_LAST_MARK: usize = 3000;
/// Largest stock that the overflow basin's scale shows, $bn.
pub const BASIN_MOST: f64 = 2500.0;
/// Room for the arrow beyond an end of the ruler, px.
pub const ARROW: f64 = 18.0;
/// Ends of the gauge, bp.
pub const GAUGE: (f64, f64) = (-15.0, 45.0);
/// Degrees over which the gauge's needle turns.
const GAUGE_TURN: f64 = 240.0;
/// Number of ducks in a group, between two streams.
pub const GROUP: usize = 3;
/// Width of a stream or pipe, px in a frame 1200 wide, that carries $1bn a month; width grows
/// with the square root, so that the cross-section is to scale.
const PIPE: f64 = 2.6;
/// Widest pipe, same px.
const PIPE_MOST: f64 = 31.0;

/// The flow that fills the widest pipe, $bn a month: a larger one is drawn no wider.
pub const PIPE_FULL: f64 = (PIPE_MOST / PIPE) * (PIPE_MOST / PIPE);

/// Something clamped to a scale.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clamped {
    /// Position on the scale.
    pub at: f64,
    /// 1 above the scale, −1 below, 0 on it.
    pub beyond: i8,
}

fn clamped(value: f64, (least, most): (f64, f64)) -> Clamped {
    let beyond = i8::from(value > most) - i8::from(value < least);
    Clamped { at: between(value, least, most), beyond }
}

impl Frame {
    /// Height of a level on the wall.
    pub fn level_y(&self, level: f64) -> Clamped {
        let Clamped { at, beyond } = clamped(level, LEVEL);
        Clamped { at: self.scale.0 + (LEVEL.1 - at) * self.scale.1, beyond }
    }

    /// Numbers of the ruler with their heights.
    pub fn ruler_numbers(&self) -> impl Iterator<Item = (u32, f64)> + '_ {
        let levels = (LEVEL.0 as u32..=LEVEL.1 as u32).step_by(RULER_STEP);
        levels.map(|level| (level, self.level_y(f64::from(level)).at))
    }

    /// Length of the ruler's scale.
    pub fn ruler_length(&self) -> f64 {
        (LEVEL.1 - LEVEL.0) * self.scale.1
    }

    /// The plate of the ruler.
    pub fn ruler_plate(&self) -> Rect {
        let (left, right) = self.ruler;
        Rect::new(left, self.scale.0 - 10.0, right - left, self.ruler_length() + 20.0)
    }

    /// How far below the surface a duck of this price change is drawn; above is negative.
    /// Logarithmic down to [`DUCK_BREAK`], even beyond it.
    pub fn duck_dy(&self, change_pct: f64) -> Clamped {
        let Clamped { at, beyond } = clamped(change_pct, (-100.0, DUCK_MOST));
        let bent = at.max(DUCK_BREAK);
        let size = math::ln(1.0 + bent.abs() / DUCK_BEND) * self.rise;
        let deep = (bent - at) * self.deep;
        Clamped { at: if at < 0.0 { size + deep } else { -size }, beyond }
    }

    /// The marks of the ducks' scale, each with its price change; heights are from the surface.
    pub fn duck_marks(&self) -> impl Iterator<Item = (f64, Rect)> + '_ {
        let (left, width) = self.duck_scale;
        let height = self.duck_mark();
        DUCK_MARKS.into_iter().map(move |change| {
            (change, Rect::new(left, self.duck_dy(change).at - height / 2.0, width, height))
        })
    }

    /// Height of a mark of the ducks' scale.
    fn duck_mark(&self) -> f64 {
        if self.layout == Layout::Wide { DUCK_MARK.0 } else { DUCK_MARK.1 }
    }

    /// Where the ducks' scale breaks: the middle of its marks, upper and lower end of the gap between
    /// the last before the break and the first after it.
    pub fn duck_break(&self) -> (f64, f64, f64) {
        let ((left, width), half) = (self.duck_scale, self.duck_mark() / 2.0);
        let [above, below] = [DUCK_MARKS[2], DUCK_MARKS[3]].map(|change| self.duck_dy(change).at);
        (left + width / 2.0, above + half, below - half)
    }

    /// Length of the ducks' scale.
    pub fn duck_depth(&self) -> f64 {
        self.duck_dy(DUCK_LEAST).at
    }

    /// Where the number of a level stands that is off the ruler, above it or below.
    pub fn beyond_plate(&self, beyond: i8) -> Option<Rect> {
        let (plate, high) = (self.ruler_plate(), if self.layout == Layout::Wide { 16.0 } else { 12.0 });
        let aside = ARROW + 2.0;
        let y = match beyond {
            0 => return None,
            1.. => plate.y - aside - high,
            _ => plate.bottom() + aside,
        };
        Some(Rect { y, h: high, ..plate })
    }

    /// Centre of a duck's lane.
    pub fn lane_x(&self, lane: usize) -> f64 {
        let DuckLanes { left, width, gap } = self.lanes;
        left + width * (lane as f64 + 0.5) + gap * (lane / GROUP) as f64
    }

    /// Centre of the gap after the lanes of group 0, 1 or 2: a tap's stream falls there.
    pub fn gap_x(&self, group: usize) -> f64 {
        let DuckLanes { left, width, gap } = self.lanes;
        left + (width * GROUP as f64) * (group as f64 + 1.0) + gap * (group as f64 + 0.5)
    }

    /// Inner walls for a market value, % against the start.
    pub fn walls_at(&self, market_value_pct: f64) -> (f64, f64) {
        let shift = market_value_pct * self.tub.widening;
        (self.tub.walls.0 - shift, self.tub.walls.1 + shift)
    }

    /// Width of a pipe for a flow, $bn a month.
    pub fn pipe_width(&self, flow: f64) -> f64 {
        (PIPE * flow.max(0.0).sqrt()).min(PIPE_MOST) * self.pipe.0
    }

    /// Width of a falling stream: it must pass between two lanes.
    pub fn stream_width(&self, flow: f64) -> f64 {
        let most = self.lanes.gap - 1.0;
        (self.pipe_width(flow) * most / (PIPE_MOST * self.pipe.0)).min(most)
    }

    /// Height of the surface in the tank.
    pub fn tank_y(&self, dry_bn: f64) -> Clamped {
        fill_y(self.tank.inside, dry_bn, TANK_MOST)
    }

    /// Height of the surface in the basin.
    pub fn basin_y(&self, on_rrp_bn: f64) -> Clamped {
        fill_y(self.basin.inside, on_rrp_bn, BASIN_MOST)
    }

    /// Angle of the needle, degrees from upright, for a spread in bp.
    pub fn needle(&self, spread_bp: f64) -> Clamped {
        let Clamped { at, beyond } = clamped(spread_bp, GAUGE);
        Clamped { at: gauge_angle(at), beyond }
    }
}

/// Degrees from upright of a spread within the gauge.
pub fn gauge_angle(spread_bp: f64) -> f64 {
    ((spread_bp - GAUGE.0) / (GAUGE.1 - GAUGE.0) - 0.5) * GAUGE_TURN
}

fn fill_y(inside: Rect, stock: f64, most: f64) -> Clamped {
    let Clamped { at, beyond } = clamped(stock, (0.0, most));
    Clamped { at: inside.y + inside.h * (1.0 - at / most), beyond }
}

#[cfg(test)]
mod tests {
    use bathtub_model::Duck;

    use super::super::frame::{NARROW, WIDE};
    use super::super::plan::DUCK;
    use super::*;

    #[test]
    fn scales_keep_order_and_mark_what_is_beyond() {
        for frame in [&WIDE, &NARROW] {
            assert!(frame.level_y(101.0).at < frame.level_y(100.0).at);
            assert_eq!(frame.level_y(80.0).beyond, -1);
            assert_eq!(frame.level_y(106.1).beyond, 1);
            assert_eq!(frame.duck_dy(0.0), Clamped::default());
            assert!((frame.duck_dy(-5.0).at + frame.duck_dy(5.0).at).abs() < 1e-12, "symmetric");
            assert!(frame.duck_dy(-60.0).at > frame.duck_dy(-2.0).at + 30.0);
            // A fall of a half and one of three quarters lie half a duck's height apart.
            let half = DUCK.h * frame.duck / 2.0;
            let apart = frame.duck_dy(-72.0).at - frame.duck_dy(-47.0).at;
            assert!(apart > 0.9 * half, "{:?}: {apart} for {half}", frame.layout);
            assert_eq!(frame.duck_dy(144.0).beyond, 1);
            assert_eq!(frame.tank_y(3412.0).beyond, 1);
            assert_eq!(frame.needle(-15.0).at, -120.0);
            assert_eq!(frame.needle(400.0), Clamped { at: 120.0, beyond: 1 });
        }
    }

    #[test]
    fn a_lower_price_is_drawn_deeper_on_the_whole_scale() {
        for frame in [&WIDE, &NARROW] {
            for tenth in -950..600 {
                let (lower, higher) = (f64::from(tenth) / 10.0, f64::from(tenth + 1) / 10.0);
                let step = frame.duck_dy(lower).at - frame.duck_dy(higher).at;
                // As much as an attribute's two decimals tell apart.
                assert!(step > 0.01, "{:?}: {step} at {lower}", frame.layout);
                assert_eq!(frame.duck_dy(lower).beyond, 0);
            }
        }
    }

    #[test]
    fn marks_of_the_ducks_scale_stand_apart_with_the_break_between() {
        for frame in [&WIDE, &NARROW] {
            let marks: Vec<_> = frame.duck_marks().collect();
            assert!(marks.windows(2).all(|two| two[0].1.bottom() + 1.0 < two[1].1.y), "{marks:?}");
            let (x, top, bottom) = frame.duck_break();
            assert_eq!((top, bottom), (marks[2].1.bottom(), marks[3].1.y));
            assert!(bottom - top > 4.0, "there is room for a jag: {top} to {bottom}");
            assert!(marks.iter().all(|(_, mark)| mark.centre_x() == x));
            assert_eq!(marks[2].0, DUCK_BREAK);
        }
    }

    #[test]
    fn cross_sections_are_to_scale() {
        assert_eq!(WIDE.pipe_width(0.0), 0.0);
        assert!((WIDE.pipe_width(40.0) - 2.0 * WIDE.pipe_width(10.0)).abs() < 1e-12);
        assert!(WIDE.stream_width(1e6) < WIDE.lanes.gap);
    }

    #[test]
    fn lanes_and_gaps_stand_between_the_narrowest_walls() {
        for frame in [&WIDE, &NARROW] {
            let (left, right) = frame.walls_at(-30.0);
            let half = frame.lanes.width / 2.0;
            assert!(left <= frame.ruler.0, "{:?}", frame.layout);
            assert!(frame.ruler.1 <= frame.lane_x(0) - half);
            let (scale, width) = frame.duck_scale;
            assert!(frame.lane_x(Duck::COUNT - 1) + half <= scale, "{:?}", frame.layout);
            // On a wide picture it may lie over the wall by a little.
            assert!(scale + width <= right + 5.0, "{:?}", frame.layout);
            for group in 0..3 {
                assert!(frame.lane_x(group * 3 + 2) + half <= frame.gap_x(group));
                assert!(frame.gap_x(group) <= frame.lane_x(group * 3 + 3) - half);
            }
        }
    }
}
