//! Painting with plotters. Everything is measured in backing pixels: CSS pixels times `ratio`.
//!
//! No captions, legends or labels on the right: plotters measures those through elements with a
//! style attribute, which is slow and which the content security policy forbids. Titles and
//! legends are HTML.

use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, ValueFormatter};
use plotters::element::DashedPathElement;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

use super::Picture;
use super::duration::{self, Duration};
use super::level::Level;
use super::palette::Palette;
use super::scale::Scale;
use crate::scene::plain_width;

type Failure = DrawingAreaErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;
type Outcome = Result<(), Failure>;
type Area = DrawingArea<CanvasBackend, Shift>;
type Chart<'a> = ChartContext<'a, CanvasBackend, Cartesian2d<Axis, Axis>>;

/// Size of labels, and what stays free between two of them, in CSS pixels.
const LABEL: f64 = 12.0;
const APART: f64 = 6.0;

/// Paints a picture over the whole canvas. What cannot be painted leaves the canvas as it is: the
/// table below has the numbers.
pub fn draw(picture: &Picture, canvas: &HtmlCanvasElement, palette: &Palette, ratio: f64) {
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return };
    let area = backend.into_drawing_area();
    let brush = Brush { palette: *palette, ratio };
    let _ = match picture {
        Picture::Level(level) => brush.level(level, &area),
        Picture::Duration(duration) => brush.duration(duration, &area),
    };
    let _ = area.present();
}

struct Brush {
    palette: Palette,
    ratio: f64,
}

impl Brush {
    fn px(&self, css: f64) -> i32 {
        (css * self.ratio).round() as i32
    }

    fn stroke(&self, color: &impl Color, width: f64) -> ShapeStyle {
        color.stroke_width(self.px(width).max(1) as u32)
    }

    fn text<'a>(&self, color: &RGBColor) -> TextStyle<'a> {
        // By name, plotters would bring tables of upper and lower case to compare it.
        FontDesc::new(FontFamily::SansSerif, LABEL * self.ratio, FontStyle::Normal).color(color)
    }

    fn axes<'a>(&self, area: &'a Area, x: Axis, y: Axis) -> Result<Chart<'a>, Failure> {
        let mut chart = ChartBuilder::on(area)
            .margin_top(self.px(10.0))
            .margin_right(self.px(34.0))
            .x_label_area_size(self.px(26.0))
            .y_label_area_size(self.px(38.0))
            .build_cartesian_2d(x, y)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(self.stroke(&self.palette.grid, 1.0))
            .axis_style(self.stroke(&self.palette.grid, 1.0))
            .set_all_tick_mark_size(self.px(4.0))
            .label_style(self.text(&self.palette.soft))
            .draw()?;
        Ok(chart)
    }

    fn level(&self, level: &Level, area: &Area) -> Outcome {
        let Palette { soft, water, ink, ground, .. } = self.palette;
        let weeks = level.now.len().saturating_sub(1) as f64;
        // Where the dates are long and the chart is narrow, every other one.
        let taken: f64 = level.dates.iter().map(|(_, text)| plain_width(text, LABEL) + APART).sum();
        let room = f64::from(area.dim_in_pixel().0) / self.ratio;
        let dates: Vec<_> = level.dates.iter().step_by(1 + usize::from(taken > room)).cloned().collect();
        let mut chart =
            self.axes(area, Axis::from_zero(weeks, &dates), Axis::of(&level.scale, &level.labels))?;
        let points = |values: &[f64]| {
            values.iter().enumerate().map(|(week, value)| (week as f64, *value)).collect::<Vec<_>>()
        };
        let (now, before) = (points(&level.now), points(&level.baseline));

        // What the levers have done is the area between the two lines.
        let between = now.iter().copied().chain(before.iter().rev().copied()).collect::<Vec<_>>();
        chart.draw_series([Polygon::new(between, water.mix(0.16).filled())])?;

        let week = level.week as f64;
        let mark = [(week, level.scale.low), (week, level.scale.high)];
        let dashes = |on: f64, off: f64| (self.px(on), self.px(off));
        let (on, off) = dashes(2.0, 4.0);
        chart.draw_series([DashedPathElement::new(mark, on, off, self.stroke(&ink, 1.0))])?;
        let (on, off) = dashes(5.0, 4.0);
        chart.draw_series([DashedPathElement::new(before, on, off, self.stroke(&soft, 1.5))])?;
        chart.draw_series(LineSeries::new(now, self.stroke(&water, 2.5)))?;
        if let Some(value) = level.now.get(level.week) {
            let at = (week, *value);
            chart.draw_series([
                Circle::new(at, self.px(6.0), ground.filled()),
                Circle::new(at, self.px(4.5), water.filled()),
            ])?;
        }
        Ok(())
    }

    fn duration(&self, picture: &Duration, area: &Area) -> Outcome {
        let Palette { soft, ink, fall, rise, grid, ground, .. } = self.palette;
        let x = Axis::from_zero(duration::WIDTH, &picture.years);
        let mut chart = self.axes(area, x, Axis::of(&picture.scale, &picture.labels))?;
        let edge = [(duration::EDGE, picture.scale.low), (duration::EDGE, picture.scale.high)];
        chart.draw_series([PathElement::new(edge, self.stroke(&grid, 1.0))])?;
        let zero = [(0.0, 0.0), (duration::WIDTH, 0.0)];
        chart.draw_series([PathElement::new(zero, self.stroke(&soft, 1.0))])?;

        for dot in &picture.dots {
            let (at, before) = ((dot.x, dot.change), (dot.x, dot.before));
            let color = if dot.change < dot.before { fall } else { rise };
            chart.draw_series([PathElement::new([before, at], self.stroke(&color.mix(0.55), 2.0))])?;
            chart.draw_series([Circle::new(before, self.px(3.5), self.stroke(&soft, 1.0))])?;
        }
        for dot in &picture.dots {
            let color = if dot.change < 0.0 { fall } else { rise };
            chart.draw_series([
                Circle::new((dot.x, dot.change), self.px(6.0), ground.filled()),
                Circle::new((dot.x, dot.change), self.px(5.0), color.filled()),
            ])?;
        }

        let plot = chart.plotting_area();
        let (columns, rows) = plot.get_pixel_range();
        let bounds =
            (columns.start.into(), rows.start.into(), (columns.end + self.px(30.0)).into(), rows.end.into());
        let dots: Vec<_> = picture
            .dots
            .iter()
            .map(|dot| {
                let (x, y) = plot.map_coordinate(&(dot.x, dot.change));
                let width = plain_width(&dot.name, LABEL) * self.ratio;
                ((f64::from(x), f64::from(y)), width)
            })
            .collect();
        let radius = 6.0 * self.ratio;
        let places = duration::place_names(&dots, radius, (LABEL + 2.0) * self.ratio, bounds);
        let style = self.text(&ink).pos(Pos::new(HPos::Left, VPos::Center));
        for ((dot, place), (_, width)) in picture.dots.iter().zip(places).zip(dots) {
            let Some((left, middle)) = place else { continue };
            let (left, middle, right) = (left.round() as i32, middle.round() as i32, (left + width) as i32);
            // A veil, so that lines do not run through letters.
            let corners = [(left - 1, middle - self.px(7.0)), (right, middle + self.px(7.0))];
            area.draw(&Rectangle::new(corners, ground.mix(0.75).filled()))?;
            area.draw_text(&dot.name, &style, (left, middle))?;
        }
        Ok(())
    }
}

/// An axis whose numbers are in the visitor's language already.
struct Axis {
    range: Range<f64>,
    ticks: Vec<(f64, String)>,
}

impl Axis {
    fn from_zero(high: f64, ticks: &[(f64, String)]) -> Self {
        Axis { range: 0.0..high, ticks: ticks.to_vec() }
    }

    fn of(scale: &Scale, labels: &[String]) -> Self {
        let ticks = scale.ticks.iter().copied().zip(labels.iter().cloned()).collect();
        Axis { range: scale.low..scale.high, ticks }
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let share = (value - self.range.start) / (self.range.end - self.range.start);
        limit.0 + (share * f64::from(limit.1 - limit.0)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() {
            return Vec::new();
        }
        self.ticks.iter().map(|(at, _)| *at).collect()
    }

    fn range(&self) -> Range<f64> {
        self.range.clone()
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        self.ticks.iter().find(|(at, _)| at == value).map(|(_, text)| text.clone()).unwrap_or_default()
    }
}
