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

/// What stands beside the picture: how long its texts are in one line, CSS px, and how many sliders.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    pub headline: f64,
    pub regime: f64,
    pub foot: f64,
    /// The longest name of a slider.
    pub label: f64,
    pub levers: usize,
}

/// How it is divided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrangement {
    /// Whether words and sliders stand beside the picture, or above and below it.
    pub columns: bool,
    /// Which picture, and how much of it.
    pub layout: Layout,
    pub extent: Extent,
    /// Whether there is no height to waste.
    pub low: bool,
    /// Whether sliders have short names.
    pub brief: bool,
    /// Whether one slider is shown at a time.
    pub one_lever: bool,
}

/// Size of the letters of headline, second sentence, source and names of sliders, CSS px.
pub const LETTERS: [f64; 4] = [16.0, 13.0, 11.0, 14.0];

/// Heights: a line of the headline, of the second sentence, of the source; the choice of one slider;
/// padding with the gap over the source, and the gaps between the rest.
const HEADLINE: f64 = 19.2;
const REGIME: f64 = 18.0;
const FOOT: f64 = 15.4;
const CHOICE: f64 = 44.0;
const FRAME: f64 = 22.0;
const GAPS: f64 = 14.0;
/// Width of the longest value of a slider.
const VALUE: f64 = 160.0;
/// The least width of the column beside the picture, with padding and the gap.
const ASIDE: f64 = 220.0;
/// Padding of a frame, and with the gap between columns.
const PADDING: f64 = 16.0;
const BETWEEN: f64 = 28.0;
/// Height below which there is none to waste.
const LOW: f64 = 440.0;
/// Width from which letters beside the picture are larger, by so much.
const LARGE_FROM: f64 = 560.0;
const LARGE: f64 = 1.25;

/// Widths from which a frame that is as high as its content has columns, and the wide picture.
const COLUMNS_FROM: f64 = 560.0;
const WIDE_FROM: f64 = 760.0;

/// Lines that a text of this length takes: where it is broken, some of each is left empty.
fn lines(length: f64, width: f64) -> f64 {
    if length <= width { 1.0 } else { (1.15 * length / width.max(1.0)).ceil() }
}

/// Height of headline and second sentence, of which a frame without columns has no room for much.
fn words(beside: Beside, width: f64, low: bool, columns: bool, large: f64) -> f64 {
    let headline = lines(beside.headline * large, width);
    match (columns, low) {
        (false, _) => HEADLINE * headline.min(2.0),
        (true, true) => HEADLINE * headline,
        (true, false) => large * (HEADLINE * headline + REGIME * lines(beside.regime, width)),
    }
}

/// Height of the read-outs.
fn readouts(width: f64, low: bool, columns: bool) -> f64 {
    match (low, columns) {
        (true, false) => 20.0,
        (true, true) => 40.0,
        (false, false) if !(424.0..480.0).contains(&width) => 38.0,
        (false, _) => 84.0,
    }
}

/// Height of the sliders: one, and all.
fn sliders(levers: usize, width: f64, low: bool, columns: bool) -> (f64, f64) {
    let one = match low {
        true if width >= 264.0 => 33.0,
        true => 48.0,
        false => 54.0,
    };
    (one, one * (levers as f64 / across(width, columns)).ceil())
}

/// How many sliders stand beside each other.
fn across(width: f64, columns: bool) -> f64 {
    let least = if columns { 320.0 } else { 240.0 };
    ((width + 16.0) / (least + 16.0)).floor().max(1.0)
}

/// The arrangement in which the picture is shown best.
pub fn arrange(show: Show, room: Room, beside: Beside) -> Arrangement {
    let Some(height) = room.height else { return by_width(show, room.width, beside) };
    let low = height < LOW;
    let inner = height - FRAME - FOOT * lines(beside.foot, room.width - PADDING);
    let can = room.width >= ASIDE + 200.0 && !matches!(show, Show::Two | Show::Lever);
    let mut best = by_width(show, room.width, beside);
    let mut score = -1.0;
    for columns in [true, false] {
        for (layout, extent, worth) in PICTURES {
            // Two tubs are upright, and named.
            let two = show == Show::Two && (layout, extent) == (Layout::Wide, Extent::Whole);
            if columns && !can || two || show == Show::Two && extent == Extent::Tub {
                continue;
            }
            let (w, h) = size(layout, extent);
            let all = room.width - PADDING;
            let width = match (columns, show) {
                (false, Show::Two) => all / 2.0 - 4.0,
                (false, _) => all,
                (true, Show::Chart(_)) => (0.62 * room.width).min(room.width - ASIDE),
                (true, _) => (0.62 * room.width).min(room.width - ASIDE).min(inner * w / h),
            };
            let words_width = if columns { room.width - width - BETWEEN } else { all };
            let large = if columns && room.width >= LARGE_FROM && !low { LARGE } else { 1.0 };
            let fixed =
                words(beside, words_width, low, columns, large) + readouts(words_width, low, columns) + GAPS;
            let (one, all) = sliders(beside.levers, words_width, low, columns);
            // Beside or without a picture they have all of the height, below one they take from its height.
            let most = if columns || show == Show::Lever { inner - fixed } else { 0.3 * height };
            let one_lever = beside.levers > 1 && all > most;
            let rest = inner - fixed - if one_lever { one + CHOICE } else { all };
            // Where the words have no room beside it, a picture is of no use.
            let height = match columns {
                true if rest < 0.0 => 0.0,
                true => inner,
                false => rest,
            };
            let scale = (width / w).min(height / h).max(0.0);
            let shown = match show {
                Show::Chart(_) => (width / CHART.0).min(1.0) * (height / CHART.1).clamp(0.0, 1.0),
                _ => worth * (scale / LEGIBLE).min(1.0).powi(2) + 0.05 * scale,
            };
            if shown > score {
                score = shown;
                let brief = low || is_brief(beside, words_width, columns);
                best = Arrangement { columns, layout, extent, low, brief, one_lever };
            }
        }
    }
    best
}

/// Whether names of sliders have no room beside the largest of values.
fn is_brief(beside: Beside, width: f64, columns: bool) -> bool {
    beside.label + VALUE > width / across(width, columns)
}

/// A chart of this size has room for everything.
const CHART: (f64, f64) = (360.0, 260.0);

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
fn by_width(show: Show, width: f64, beside: Beside) -> Arrangement {
    let wide = width >= WIDE_FROM && show == Show::Tub;
    let columns = width >= COLUMNS_FROM && !wide && matches!(show, Show::Tub | Show::Chart(_));
    Arrangement {
        columns,
        layout: if wide { Layout::Wide } else { Layout::Narrow },
        extent: if show == Show::Two { Extent::Board } else { Extent::Whole },
        low: false,
        brief: is_brief(beside, if columns { width / 2.0 } else { width } - PADDING, columns),
        one_lever: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Beside = Beside { headline: 400.0, regime: 520.0, foot: 420.0, label: 120.0, levers: 2 };

    fn tub(width: f64, height: f64) -> Arrangement {
        arrange(Show::Tub, Room { width, height: Some(height) }, ENGLISH)
    }

    #[test]
    fn small_frames_show_the_tub_and_low_sliders() {
        let small = tub(280.0, 320.0);
        assert_eq!((small.layout, small.extent), (Layout::Narrow, Extent::Tub));
        assert!(small.low && small.brief && !small.one_lever && !small.columns);
        assert!(
            arrange(Show::Tub, Room { width: 280.0, height: Some(320.0) }, Beside { levers: 5, ..ENGLISH })
                .one_lever
        );
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
        assert_eq!(by_width(Show::Tub, 1000.0, ENGLISH).layout, Layout::Wide);
    }

    #[test]
    fn charts_are_wide_enough_for_their_dates() {
        let chart = |width, height| arrange(Show::Chart(0), Room { width, height: Some(height) }, ENGLISH);
        assert!(!chart(430.0, 500.0).columns);
        assert!(chart(600.0, 400.0).columns && chart(800.0, 320.0).columns);
    }

    #[test]
    fn long_words_and_many_sliders_leave_the_room_beside_a_picture() {
        let room = Room { width: 700.0, height: Some(480.0) };
        let long = Beside { headline: 4000.0, regime: 4000.0, foot: 900.0, label: 300.0, levers: 5 };
        assert!(tub(700.0, 480.0).columns && !arrange(Show::Tub, room, long).columns);
        assert!(arrange(Show::Tub, room, Beside { levers: 9, ..ENGLISH }).one_lever);
    }

    #[test]
    fn the_picture_is_never_squeezed_away() {
        for width in (280..2000).step_by(7) {
            for height in (320..1600).step_by(37) {
                let room = Room { width: f64::from(width), height: Some(f64::from(height)) };
                for show in [Show::Tub, Show::Two, Show::Lever, Show::Chart(0)] {
                    let found = arrange(show, room, Beside { levers: 5, ..ENGLISH });
                    assert!(found.extent == Extent::Whole || found.layout == Layout::Narrow);
                    assert!(!found.columns || width >= 420, "{room:?}");
                }
            }
        }
    }
}
