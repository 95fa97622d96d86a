//! Every coordinate of the two pictures, once: one frame for wide screens, one for phones. Drawing
//! and tests read it; what follows from numbers of a run is in [`super::plan`].

use crate::svg::{Point, Rect};

/// Which of the two pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Tank, tub and data centre side by side.
    Wide,
    /// Tub on top, companions below.
    Narrow,
}

/// The tub.
#[derive(Clone, Copy, Debug)]
pub struct Tub {
    /// Inner walls while market value is the start's.
    pub walls: (f64, f64),
    /// By how much each wall moves for a per cent of market value.
    pub widening: f64,
    /// Inner top and bottom.
    pub depth: (f64, f64),
    /// Thickness of the wall.
    pub thickness: f64,
    /// Radius of the inner corners, and of the outer ones.
    pub corners: (f64, f64),
    /// How far the rim stands out, and how high it is.
    pub rim: (f64, f64),
    /// How far the outside reaches below the inner bottom: on a phone it carries the board of ducks.
    pub foot: f64,
    /// Distance of the feet from the inner walls, and their height; none on a phone.
    pub feet: Option<Point>,
}

/// A vessel with straight walls: the tank, the basin.
#[derive(Clone, Copy, Debug)]
pub struct Vessel {
    /// Its inside.
    pub inside: Rect,
    /// Radius of the inner corners.
    pub corner: f64,
    /// Thickness of the wall.
    pub thickness: f64,
}

/// A drawing of the file of symbols, set down somewhere.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// Where its own zero stands.
    pub at: Point,
    /// Its size against its drawing, across and upright.
    pub scale: (f64, f64),
}

/// The gauge.
#[derive(Clone, Copy, Debug)]
pub struct Dial {
    /// Its centre.
    pub centre: Point,
    /// Radius of the dial.
    pub radius: f64,
}

/// The way of a pipe between vessels.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// Ends and corners, in the direction of the flow.
    pub points: &'static [Point],
    /// Radius of the corners.
    pub bend: f64,
    /// How much of it lies within what it comes from, and within what it leads to.
    pub hidden: (f64, f64),
}

/// The ducks' lanes, in groups of [`super::scale::GROUP`] between which the taps' streams fall.
#[derive(Clone, Copy, Debug)]
pub struct DuckLanes {
    /// Left edge of the first lane.
    pub left: f64,
    /// Width of a lane.
    pub width: f64,
    /// Width of the gap after a group.
    pub gap: f64,
}

/// The board under the tub that names the ducks on a phone.
#[derive(Clone, Copy, Debug)]
pub struct Board {
    /// Its box.
    pub rect: Rect,
    /// Base line of the first cell, from its left edge.
    pub first: Point,
    /// From one column to the next, and from one row to the next.
    pub step: Point,
}

/// Places of what does not move, in the units of the view box.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Which picture.
    pub layout: Layout,
    /// Prefix of ids, one for each picture, since both can be in a document.
    pub prefix: &'static str,
    /// Size of the view box.
    pub size: (f64, f64),
    /// The tub.
    pub tub: Tub,
    /// Height of the top of the level scale, and of one point of level.
    pub scale: (f64, f64),
    /// Left and right edge of the ruler.
    pub ruler: (f64, f64),
    /// Where the ducks swim.
    pub lanes: DuckLanes,
    /// Size of a duck against its drawing.
    pub duck: f64,
    /// Height of the ducks' scale for one unit of its logarithm.
    pub rise: f64,
    /// Height of a per cent beyond the break of the ducks' scale.
    pub deep: f64,
    /// Left edge and width of a mark of the ducks' scale.
    pub duck_scale: (f64, f64),
    /// Size of flows in pipes and of their casings against the wide picture.
    pub pipe: (f64, f64),
    /// Ways of the pipes to and from the data centre: from the tank, from the tub, back.
    pub ways: [Way; 3],
    /// The pipe by which the tub runs over into the basin; none on a phone.
    pub overflow: Option<Way>,
    /// Top and bottom of the pipes in the tub's floor.
    pub drains: (f64, f64),
    /// Where these stand: to the Fed, to the Treasury, loans repaid. On a phone each has its place
    /// under the tap of the same hand, by the number of the gap.
    pub drain_x: [Drain; 3],
    /// Size of what is drawn into a drain against its drawing.
    pub whirl: f64,
    /// Houses behind the drains: height of their own zero, and size; none on a phone.
    pub houses: Option<(f64, f64)>,
    /// Taps: top of the spouts and their size, height of the handles' axes and their size.
    pub taps: Taps,
    /// The tank of dry powder.
    pub tank: Vessel,
    /// The overflow basin.
    pub basin: Vessel,
    /// The gauge.
    pub gauge: Dial,
    /// Lamps of the stages: columns of x with the room for a name, and rows; on a phone one lamp.
    pub lamps: Lamps,
    /// The data centre's racks.
    pub data_centre: Placed,
    /// Height of the sign over the racks that carries the data centre's name; none on a wide picture.
    pub sign: f64,
    /// Where the return pipe pours; on a phone it enters from below.
    pub inlet: Option<Point>,
    /// The board of ducks; none on a wide picture.
    pub board: Option<Board>,
    /// From one crest of the surface to the next, and height of a crest.
    pub crest: (f64, f64),
    /// Left end of the surface's drawing, and its length in half crests: longer than the tub by one
    /// crest that it has drifted and one that the style sheet lets it drift from there.
    pub surface: (f64, usize),
}

/// How much of the upright picture is shown, from its upper edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// The tub and the board with the names of the ducks.
    Board,
    /// The tub alone.
    Tub,
}

impl Frame {
    /// Where the picture ends.
    pub fn height(&self, extent: Extent) -> f64 {
        match (extent, &self.board) {
            (Extent::Board, Some(board)) => board.rect.bottom() + 3.0,
            (Extent::Tub, Some(board)) => board.rect.y - 2.0,
            _ => self.size.1,
        }
    }
}

/// Where a drain stands.
#[derive(Clone, Copy, Debug)]
pub enum Drain {
    /// Beside its house.
    At(f64),
    /// Under a tap, by the number of the gap.
    Gap(usize),
}

/// The three taps.
#[derive(Clone, Copy, Debug)]
pub struct Taps {
    /// Top of the spouts, and their size.
    pub spout: (f64, (f64, f64)),
    /// Where they end and the streams begin.
    pub end: f64,
    /// Height of the handles' axes, and the handles' size.
    pub handle: (f64, f64),
}

/// The lamps of the stages.
#[derive(Clone, Copy, Debug)]
pub struct Lamps {
    /// Centre of each column, and the room that a name has in it.
    pub columns: &'static [(f64, f64)],
    /// Centre of each row.
    pub rows: &'static [f64],
    /// Size of the names.
    pub size: f64,
}

/// The frame of a layout.
pub fn frame(layout: Layout) -> &'static Frame {
    match layout {
        Layout::Wide => &WIDE,
        Layout::Narrow => &NARROW,
    }
}

pub static WIDE: Frame = Frame {
    layout: Layout::Wide,
    prefix: "w-",
    size: (1200.0, 806.0),
    tub: Tub {
        walls: (188.0, 980.0),
        widening: 16.0 / 60.0,
        depth: (210.0, 648.0),
        thickness: 14.0,
        corners: (78.0, 92.0),
        rim: (20.0, 24.0),
        foot: 14.0,
        feet: Some((26.0, 656.0)),
    },
    scale: (236.0, 11.0),
    ruler: (198.0, 229.0),
    lanes: DuckLanes { left: 232.0, width: 58.0, gap: 24.0 },
    duck: 1.0,
    rise: 24.0,
    deep: 0.86,
    duck_scale: (943.0, 33.0),
    pipe: (1.0, 1.0),
    ways: [
        Way {
            points: &[(44.0, 516.0), (44.0, 781.0), (1150.0, 781.0), (1150.0, 636.0)],
            bend: 24.0,
            hidden: (0.0, 4.0),
        },
        Way {
            points: &[(730.0, 644.0), (730.0, 716.0), (1090.0, 716.0), (1090.0, 636.0)],
            bend: 24.0,
            hidden: (18.0, 4.0),
        },
        Way {
            points: &[(1070.0, 508.0), (1044.0, 508.0), (1044.0, 164.0), (960.0, 164.0), (960.0, 192.0)],
            bend: 20.0,
            hidden: (6.0, 2.0),
        },
    ],
    overflow: Some(Way {
        points: &[(186.0, 560.0), (110.0, 560.0), (110.0, 584.0)],
        bend: 14.0,
        hidden: (0.0, 0.0),
    }),
    drains: (630.0, 704.0),
    drain_x: [Drain::At(254.0), Drain::At(418.0), Drain::At(582.0)],
    whirl: 1.0,
    houses: Some((705.0, 0.92)),
    taps: Taps { spout: (62.0, (1.0, 0.98)), end: 150.0, handle: (74.0, 1.0) },
    tank: Vessel { inside: Rect::new(30.0, 216.0, 96.0, 298.0), corner: 24.0, thickness: 6.0 },
    basin: Vessel { inside: Rect::new(78.0, 596.0, 62.0, 52.0), corner: 3.0, thickness: 4.0 },
    gauge: Dial { centre: (1126.0, 268.0), radius: 50.0 },
    // Two columns that share what lies between the pipe and the edge.
    lamps: Lamps { columns: &[(1072.0, 47.0), (1136.0, 52.0)], rows: &[382.0, 401.0], size: 12.5 },
    data_centre: Placed { at: (1064.0, 480.0), scale: (1.0, 1.0) },
    sign: 0.0,
    inlet: Some((960.0, 190.0)),
    board: None,
    crest: (96.0, 3.5),
    surface: (40.0, 24),
};

pub static NARROW: Frame = Frame {
    layout: Layout::Narrow,
    prefix: "n-",
    size: (400.0, 676.0),
    tub: Tub {
        walls: (11.0, 389.0),
        widening: 5.0 / 60.0,
        depth: (120.0, 372.0),
        thickness: 5.0,
        corners: (20.0, 12.0),
        rim: (4.0, 12.0),
        foot: 102.0,
        feet: None,
    },
    scale: (138.0, 6.6),
    ruler: (14.0, 38.0),
    lanes: DuckLanes { left: 40.0, width: 28.0, gap: 8.0 },
    duck: 0.495,
    rise: 11.5,
    deep: 0.54,
    duck_scale: (372.6, 13.4),
    pipe: (0.8, 0.86),
    ways: [
        Way {
            points: &[(40.0, 606.0), (40.0, 652.0), (328.0, 652.0), (328.0, 618.0)],
            bend: 12.0,
            hidden: (6.0, 6.0),
        },
        Way { points: &[(180.0, 472.0), (180.0, 558.0), (306.0, 558.0)], bend: 14.0, hidden: (0.0, 4.0) },
        Way { points: &[(374.0, 536.0), (374.0, 470.0)], bend: 0.0, hidden: (4.0, 2.0) },
    ],
    overflow: None,
    drains: (366.0, 388.0),
    drain_x: [Drain::Gap(0), Drain::Gap(2), Drain::Gap(1)],
    whirl: 0.5,
    houses: None,
    taps: Taps { spout: (40.0, (0.34, 0.484)), end: 84.0, handle: (48.0, 0.5) },
    tank: Vessel { inside: Rect::new(14.0, 524.0, 56.0, 88.0), corner: 12.0, thickness: 3.0 },
    basin: Vessel { inside: Rect::new(164.0, 584.0, 36.0, 26.0), corner: 3.0, thickness: 4.0 },
    gauge: Dial { centre: (108.0, 556.0), radius: 25.0 },
    lamps: Lamps { columns: &[(92.0, 60.0)], rows: &[506.0], size: 12.0 },
    data_centre: Placed { at: (302.0, 532.0), scale: (0.714, 0.575) },
    sign: 34.0,
    inlet: None,
    board: Some(Board { rect: Rect::new(6.0, 386.0, 388.0, 86.0), first: (9.0, 404.5), step: (128.0, 20.0) }),
    crest: (48.0, 2.0),
    surface: (-60.0, 23),
};
