//! Values of drawings: short numbers, boxes, and lines with round corners.

use yew::AttrValue;

/// A point in the units of a view box.
pub type Point = (f64, f64);

/// A number to a tenth, which is finer than a pixel, without a trailing zero.
pub fn short(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let (whole, rest) = ((tenths / 10).unsigned_abs(), (tenths % 10).unsigned_abs());
    let sign = if tenths < 0 { "-" } else { "" };
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest}"),
    }
}

/// The same as an attribute's value.
pub fn px(value: f64) -> AttrValue {
    AttrValue::from(short(value))
}

/// The transform that moves a drawing to a point.
pub fn translate((x, y): Point) -> String {
    format!("translate({} {})", short(x), short(y))
}

/// An upright box in the units of a view box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// Rounding in a sum of coordinates is no overlap.
const ROUNDING: f64 = 1e-6;

impl Rect {
    /// A box by left edge, upper edge, width and height.
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Rect { x, y, w, h }
    }

    /// The right edge.
    pub const fn right(&self) -> f64 {
        self.x + self.w
    }

    /// The lower edge.
    pub const fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// Where its vertical middle line stands.
    pub fn centre_x(&self) -> f64 {
        self.x + self.w / 2.0
    }

    /// The box that is larger by `by` on every side.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Rect { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }

    /// Whether two boxes share more than an edge.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.right() > other.x + ROUNDING
            && other.right() > self.x + ROUNDING
            && self.bottom() > other.y + ROUNDING
            && other.bottom() > self.y + ROUNDING
    }

    /// Whether the other box lies within this one.
    pub fn contains(&self, other: &Rect) -> bool {
        other.x >= self.x - ROUNDING
            && other.y >= self.y - ROUNDING
            && other.right() <= self.right() + ROUNDING
            && other.bottom() <= self.bottom() + ROUNDING
    }
}

/// A line of upright and level stretches whose corners are rounded.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Ends and corners, in the direction of the flow.
    pub points: Vec<Point>,
    /// Radius of the corners.
    pub bend: f64,
}

impl Route {
    /// The line as a path.
    pub fn path(&self) -> String {
        let (bend, points) = (self.bend, &self.points);
        let mut path = format!("M{} {}", short(points[0].0), short(points[0].1));
        for (i, &(x, y)) in points.iter().enumerate().skip(1) {
            let before = points[i - 1];
            let Some(&next) = points.get(i + 1) else {
                path += &stretch(before, (x, y));
                break;
            };
            let enters = toward((x, y), before, bend);
            let leaves = toward((x, y), next, bend);
            path += &stretch(before, enters);
            // To the right of the way that comes is clockwise.
            let (ax, ay, bx, by) = (x - before.0, y - before.1, next.0 - x, next.1 - y);
            let clockwise = u8::from(ax * by - ay * bx > 0.0);
            let [r, to_x, to_y] = [bend, leaves.0, leaves.1].map(short);
            path += &format!("A{r} {r} 0 0 {clockwise} {to_x} {to_y}");
        }
        path
    }

    /// The boxes of its straight stretches when it is `width` wide; of what begins or ends within
    /// something else, `ends` are left out at the beginning and at the end.
    pub fn boxes(&self, width: f64, ends: (f64, f64)) -> Vec<Rect> {
        let last = self.points.len() - 2;
        let stretches = self.points.windows(2).enumerate().filter_map(|(i, pair)| {
            let cut = (if i == 0 { ends.0 } else { self.bend }, if i == last { ends.1 } else { self.bend });
            let (from, to) = (toward(pair[0], pair[1], cut.0), toward(pair[1], pair[0], cut.1));
            let length = (pair[0].0 - pair[1].0).abs() + (pair[0].1 - pair[1].1).abs() - cut.0 - cut.1;
            let (x, y) = (from.0.min(to.0), from.1.min(to.1));
            let level = pair[0].1 == pair[1].1;
            (length > 0.0).then(|| match level {
                true => Rect::new(x, y - width / 2.0, length, width),
                false => Rect::new(x - width / 2.0, y, width, length),
            })
        });
        stretches.collect()
    }
}

/// A straight stretch to a point, as a path goes on.
fn stretch(from: Point, to: Point) -> String {
    match from.0 == to.0 {
        true => format!("V{}", short(to.1)),
        false => format!("H{}", short(to.0)),
    }
}

/// The point at a distance from one point on the way to another.
fn toward(from: Point, to: Point, distance: f64) -> Point {
    let step = |from: f64, to: f64| if from == to { from } else { from + distance * (to - from).signum() };
    (step(from.0, to.0), step(from.1, to.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, text) in
            [(0.0, "0"), (-0.04, "0"), (-0.26, "-0.3"), (12.0, "12"), (99.96, "100"), (-3.5, "-3.5")]
        {
            assert_eq!(short(value), text);
        }
    }

    #[test]
    fn boxes_that_share_an_edge_do_not_overlap() {
        let one = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!one.overlaps(&Rect::new(10.0, 0.0, 5.0, 5.0)));
        assert!(one.overlaps(&Rect::new(9.0, 9.0, 5.0, 5.0)));
        assert!(
            one.contains(&Rect::new(2.0, 2.0, 8.0, 8.0)) && !one.contains(&Rect::new(2.0, 2.0, 9.0, 8.0))
        );
    }

    #[test]
    fn corners_are_round_to_either_side() {
        let down_and_right = Route {
            points: vec![(44.0, 516.0), (44.0, 781.0), (1150.0, 781.0), (1150.0, 636.0)],
            bend: 24.0,
        };
        assert_eq!(down_and_right.path(), "M44 516V757A24 24 0 0 0 68 781H1126A24 24 0 0 0 1150 757V636");
        let back = Route { points: vec![(1070.0, 508.0), (1044.0, 508.0), (1044.0, 164.0)], bend: 20.0 };
        assert_eq!(back.path(), "M1070 508H1064A20 20 0 0 1 1044 488V164");
        let straight = Route { points: vec![(374.0, 536.0), (374.0, 470.0)], bend: 0.0 };
        assert_eq!(straight.path(), "M374 536V470");
    }

    #[test]
    fn stretches_end_where_corners_begin() {
        let route = Route { points: vec![(0.0, 0.0), (0.0, 100.0), (200.0, 100.0)], bend: 10.0 };
        let boxes = route.boxes(4.0, (5.0, 20.0));
        assert_eq!(boxes, [Rect::new(-2.0, 5.0, 4.0, 85.0), Rect::new(10.0, 98.0, 170.0, 4.0)]);
    }
}
