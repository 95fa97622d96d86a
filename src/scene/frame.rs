//! Where the fixed things stand: one frame for wide screens, one for phones.

use bathtub_model::math;

/// Lowest and highest level of the scale on the tub's wall. Every setting of the five levers
/// stays within it for two years; what goes beyond is drawn at its end with an arrow.
pub const LEVEL: (f64, f64) = (86.0, 106.0);
/// Price change in per cent at which the ducks' scale turns from straight to logarithmic.
const DUCK_BEND: f64 = 1.0;
/// Largest rise that the ducks' scale shows, %.
pub const DUCK_MOST: f64 = 100.0;
/// Largest stock that the tank's scale shows, $bn.
pub const TANK_MOST: f64 = 3200.0;
/// Largest stock that the overflow basin's scale shows, $bn.
pub const BASIN_MOST: f64 = 2500.0;
/// Ends of the gauge, bp.
pub const GAUGE: (f64, f64) = (-15.0, 45.0);
/// Number of ducks in a group, between two streams.
const GROUP: usize = 3;
/// Width of a stream or pipe, px in a frame 1200 wide, that carries $1bn a month; width grows
/// with the square root, so that the cross-section is to scale.
const PIPE: f64 = 2.6;
/// Widest pipe, same px.
const PIPE_MOST: f64 = 31.0;

/// Which of the two pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Tank, tub and data centre side by side.
    Wide,
    /// Tub on top, companions below.
    Narrow,
}

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
    Clamped { at: value.clamp(least, most), beyond }
}

/// Places of what does not move, in the units of the view box.
#[derive(Debug)]
pub struct Frame {
    /// Which picture.
    pub layout: Layout,
    /// Prefix of ids, one for each picture, since both can be in a document.
    pub prefix: &'static str,
    /// Size of the view box.
    pub size: (f64, f64),
    /// Inner walls of the tub while market value is the start's.
    pub walls: (f64, f64),
    /// By how much each wall moves for a per cent of market value.
    pub widening: f64,
    /// Inner top and bottom of the tub.
    pub depth: (f64, f64),
    /// Height of the top of the level scale, and of one point of level.
    pub scale: (f64, f64),
    /// Left and right edge of the ruler.
    pub ruler: (f64, f64),
    /// Left edge of the first lane, width of a lane, width of the gap after three lanes.
    pub lanes: (f64, f64, f64),
    /// Size of a duck against its drawing.
    pub duck: f64,
    /// Height of the ducks' scale for one unit of its logarithm.
    pub rise: f64,
    /// Size of pipes against the wide picture.
    pub pipe: f64,
    /// Inside of the tank: left, top, width, height.
    pub tank: [f64; 4],
    /// Inside of the overflow basin: left, top, width, height.
    pub basin: [f64; 4],
    /// Centre and radius of the gauge.
    pub gauge: [f64; 3],
    /// Where the return pipe pours, or enters from below.
    pub inlet: f64,
    /// From one crest of the surface to the next.
    pub crest: f64,
}

/// The frame of a layout.
pub fn frame(layout: Layout) -> &'static Frame {
    match layout {
        Layout::Wide => &WIDE,
        Layout::Narrow => &NARROW,
    }
}

static WIDE: Frame = Frame {
    layout: Layout::Wide,
    prefix: "w-",
    size: (1200.0, 806.0),
    walls: (188.0, 980.0),
    widening: 16.0 / 60.0,
    depth: (210.0, 648.0),
    scale: (236.0, 11.0),
    ruler: (198.0, 229.0),
    lanes: (232.0, 58.0, 24.0),
    duck: 1.0,
    rise: 29.0,
    pipe: 1.0,
    tank: [30.0, 216.0, 96.0, 298.0],
    basin: [78.0, 596.0, 62.0, 52.0],
    gauge: [1126.0, 268.0, 50.0],
    inlet: 960.0,
    crest: 96.0,
};

static NARROW: Frame = Frame {
    layout: Layout::Narrow,
    prefix: "n-",
    size: (400.0, 676.0),
    walls: (11.0, 389.0),
    widening: 5.0 / 60.0,
    depth: (120.0, 372.0),
    scale: (138.0, 6.6),
    ruler: (14.0, 38.0),
    lanes: (40.0, 29.0, 8.0),
    duck: 0.51,
    rise: 16.0,
    pipe: 0.8,
    tank: [14.0, 524.0, 56.0, 88.0],
    basin: [164.0, 584.0, 36.0, 26.0],
    gauge: [108.0, 556.0, 25.0],
    inlet: 372.0,
    crest: 48.0,
};

impl Frame {
    /// Height of a level on the wall.
    pub fn level_y(&self, level: f64) -> Clamped {
        let Clamped { at, beyond } = clamped(level, LEVEL);
        Clamped { at: self.scale.0 + (LEVEL.1 - at) * self.scale.1, beyond }
    }

    /// How far below the surface a duck of this price change is drawn; above is negative.
    pub fn duck_dy(&self, change_pct: f64) -> Clamped {
        let Clamped { at, beyond } = clamped(change_pct, (-100.0, DUCK_MOST));
        let size = math::ln(1.0 + at.abs() / DUCK_BEND) * self.rise;
        Clamped { at: if at < 0.0 { size } else { -size }, beyond }
    }

    /// Centre of a duck's lane.
    pub fn lane_x(&self, lane: usize) -> f64 {
        let (left, width, gap) = self.lanes;
        left + width * (lane as f64 + 0.5) + gap * (lane / GROUP) as f64
    }

    /// Centre of the gap after the lanes of group 0, 1 or 2: a tap's stream falls there.
    pub fn gap_x(&self, group: usize) -> f64 {
        let (left, width, gap) = self.lanes;
        left + (width * GROUP as f64) * (group as f64 + 1.0) + gap * (group as f64 + 0.5)
    }

    /// Inner walls for a market value, % against the start.
    pub fn walls_at(&self, market_value_pct: f64) -> (f64, f64) {
        let shift = market_value_pct * self.widening;
        (self.walls.0 - shift, self.walls.1 + shift)
    }

    /// Width of a pipe for a flow, $bn a month.
    pub fn pipe_width(&self, flow: f64) -> f64 {
        (PIPE * flow.max(0.0).sqrt()).min(PIPE_MOST) * self.pipe
    }

    /// Width of a falling stream: it must pass between two lanes.
    pub fn stream_width(&self, flow: f64) -> f64 {
        let most = self.lanes.2 - 1.0;
        (self.pipe_width(flow) * most / (PIPE_MOST * self.pipe)).min(most)
    }

    /// Height of the surface in the tank, and of the water in the basin.
    pub fn tank_y(&self, dry_bn: f64) -> Clamped {
        fill_y(self.tank, dry_bn, TANK_MOST)
    }

    /// Height of the surface in the basin.
    pub fn basin_y(&self, on_rrp_bn: f64) -> Clamped {
        fill_y(self.basin, on_rrp_bn, BASIN_MOST)
    }

    /// Angle of the needle, degrees from upright, for a spread in bp.
    pub fn needle(&self, spread_bp: f64) -> Clamped {
        let Clamped { at, beyond } = clamped(spread_bp, GAUGE);
        Clamped { at: gauge_angle(at), beyond }
    }
}

/// Degrees from upright of a spread within the gauge.
pub fn gauge_angle(spread_bp: f64) -> f64 {
    ((spread_bp - GAUGE.0) / (GAUGE.1 - GAUGE.0) - 0.5) * 240.0
}

fn fill_y([_, top, _, height]: [f64; 4], stock: f64, most: f64) -> Clamped {
    let Clamped { at, beyond } = clamped(stock, (0.0, most));
    Clamped { at: top + height * (1.0 - at / most), beyond }
}

#[cfg(test)]
mod tests {
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
            assert_eq!(frame.duck_dy(144.0).beyond, 1);
            assert_eq!(frame.tank_y(3412.0).beyond, 1);
            assert_eq!(frame.needle(-15.0).at, -120.0);
            assert_eq!(frame.needle(400.0), Clamped { at: 120.0, beyond: 1 });
        }
    }

    #[test]
    fn cross_sections_are_to_scale() {
        assert_eq!(WIDE.pipe_width(0.0), 0.0);
        assert!((WIDE.pipe_width(40.0) - 2.0 * WIDE.pipe_width(10.0)).abs() < 1e-12);
        assert!(WIDE.stream_width(1e6) < WIDE.lanes.2);
    }

    #[test]
    fn lanes_and_gaps_stand_between_the_narrowest_walls() {
        for frame in [&WIDE, &NARROW] {
            let (left, right) = frame.walls_at(-30.0);
            let half = frame.lanes.1 / 2.0;
            assert!(left <= frame.ruler.0, "{:?}", frame.layout);
            assert!(frame.ruler.1 <= frame.lane_x(0) - half);
            assert!(frame.lane_x(10) + half <= right, "{:?}", frame.layout);
            for group in 0..3 {
                assert!(frame.lane_x(group * 3 + 2) + half <= frame.gap_x(group));
                assert!(frame.gap_x(group) <= frame.lane_x(group * 3 + 3) - half);
            }
        }
    }
}
