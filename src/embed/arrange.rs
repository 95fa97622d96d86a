//! How a frame of a given size is divided, so that the picture in it is whole and as legible as can
//! be. Pure; the style sheet `www/css/embed.css` has the same heights.

use super::options::Show;
use crate::scene::place::{Extent, Layout, frame};

/// The room in a frame, CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    pub width: f64,
    /// None where the frame is as high as its content.
    pub height: Option<f64>,
}

/// How it is divided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrangement {
    /// Whether words and sliders stand beside the picture, or above and below it.
    pub columns: bool,
    /// Which picture, and how much of it.
    pub layout: Layout,
    pub extent: Extent,
    /// Whether a slider stands in one line with its name and value.
    pub low: bool,
    /// Whether one slider is shown at a time.
    pub one_lever: bool,
}

/// Heights: headline, read-outs on two lines or on one, a slider under its name or beside it, the choice
/// of one, the line with the source, and what lies between.
const WORDS: f64 = 40.0;
const READOUTS: f64 = 36.0;
const LOW_READOUTS: f64 = 18.0;
const LEVER: f64 = 50.0;
const LOW_LEVER: f64 = 32.0;
const CHOICE: f64 = 44.0;
const FOOT: f64 = 18.0;
const GAPS: f64 = 34.0;
/// The headline in a column of its own.
const WORDS_ASIDE: f64 = 80.0;
/// The least width of the column beside the picture.
const ASIDE: f64 = 190.0;
/// Height below which sliders are low.
const LOW: f64 = 440.0;

/// Widths from which a frame that is as high as its content has columns, and the wide picture.
const COLUMNS_FROM: f64 = 560.0;
const WIDE_FROM: f64 = 900.0;

/// The arrangement in which the picture is shown best.
pub fn arrange(show: Show, room: Room, levers: usize) -> Arrangement {
    let Some(height) = room.height else { return by_width(show, room.width) };
    let of = |columns| {
        let low = height < LOW;
        let readouts = if low { LOW_READOUTS } else { READOUTS };
        let fixed = if columns { WORDS_ASIDE } else { WORDS } + readouts + FOOT + GAPS;
        let lever = if low { LOW_LEVER } else { LEVER };
        let all = levers as f64 * lever;
        // Beside the picture sliders have all of the height, below it they take from the picture's.
        let most = if columns || show == Show::Lever { height - fixed } else { 0.3 * height };
        let one_lever = levers > 1 && all > most;
        let taken = if one_lever { lever + CHOICE } else { all };
        let (width, height) = match columns {
            true => ((0.62 * room.width).min(room.width - ASIDE), height - FOOT - GAPS),
            false => (room.width, height - fixed - taken),
        };
        PICTURES.map(|(layout, extent, worth)| {
            let (w, h) = size(layout, extent);
            let scale = (width / w).min(height / h).max(0.0);
            let legible = (scale / LEGIBLE).min(1.0);
            (worth * legible + 0.05 * scale, Arrangement { columns, layout, extent, low, one_lever })
        })
    };
    let can = room.width >= ASIDE + 200.0 && !matches!(show, Show::Two | Show::Lever);
    let candidates = of(false).into_iter().chain(can.then(|| of(true)).into_iter().flatten());
    let best = candidates.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or_else(|| by_width(show, room.width), |(_, best)| best)
}

/// The scale from which a picture is legible: its letters are 12 units high.
const LEGIBLE: f64 = 0.62;

/// The pictures, and what each is worth where it is legible.
const PICTURES: [(Layout, Extent, f64); 4] = [
    (Layout::Wide, Extent::Whole, 1.05),
    (Layout::Narrow, Extent::Whole, 1.0),
    (Layout::Narrow, Extent::Board, 0.8),
    (Layout::Narrow, Extent::Tub, 0.68),
];

/// The size of a picture in its own units.
fn size(layout: Layout, extent: Extent) -> (f64, f64) {
    let frame = frame(layout);
    (frame.size.0, frame.height(extent))
}

/// Where the height follows, the width decides alone: else a frame that grew could go on growing.
fn by_width(show: Show, width: f64) -> Arrangement {
    let wide = width >= WIDE_FROM && show == Show::Tub;
    let columns = width >= COLUMNS_FROM && !wide && matches!(show, Show::Tub | Show::Chart(_));
    Arrangement {
        columns,
        layout: if wide { Layout::Wide } else { Layout::Narrow },
        extent: if show == Show::Two { Extent::Board } else { Extent::Whole },
        low: false,
        one_lever: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tub(width: f64, height: f64) -> Arrangement {
        arrange(Show::Tub, Room { width, height: Some(height) }, 2)
    }

    #[test]
    fn small_frames_show_the_tub_and_low_sliders() {
        let small = tub(280.0, 320.0);
        assert_eq!((small.layout, small.extent), (Layout::Narrow, Extent::Tub));
        assert!(small.low && !small.one_lever && !small.columns);
        assert!(arrange(Show::Tub, Room { width: 280.0, height: Some(320.0) }, 5).one_lever);
    }

    #[test]
    fn high_frames_show_the_whole_upright_picture() {
        let high = tub(400.0, 900.0);
        assert_eq!((high.layout, high.extent), (Layout::Narrow, Extent::Whole));
        assert!(!high.low && !high.one_lever && !high.columns);
    }

    #[test]
    fn low_and_wide_frames_have_columns() {
        for (width, height) in [(700.0, 500.0), (800.0, 280.0), (600.0, 600.0), (900.0, 600.0)] {
            assert!(tub(width, height).columns, "{width} × {height}");
        }
    }

    #[test]
    fn large_frames_show_the_wide_picture() {
        assert_eq!(tub(1300.0, 1050.0).layout, Layout::Wide);
        assert_eq!(by_width(Show::Tub, 1000.0).layout, Layout::Wide);
    }

    #[test]
    fn the_picture_is_never_squeezed_away() {
        for width in (280..2000).step_by(7) {
            for height in (320..1600).step_by(37) {
                let room = Room { width: f64::from(width), height: Some(f64::from(height)) };
                for show in [Show::Tub, Show::Two, Show::Lever, Show::Chart(0)] {
                    let found = arrange(show, room, 5);
                    assert!(found.extent == Extent::Whole || found.layout == Layout::Narrow);
                    assert!(!found.columns || width >= 390, "{room:?}");
                }
            }
        }
    }
}
