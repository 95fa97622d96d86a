//! Painting with plotters. Everything is measured in backing pixels: CSS pixels times `ratio`.
//!
//! No captions, legends or labels on the right: plotters measures those through elements with a
//! style attribute, which is slow and which the content security policy forbids. Titles and
//! legends are HTML.

use std::cell::Cell;
use std::ops::Range;

use bathtub_chart::{Axis, Chart, Mark, Shape, place_names};
use plotters::coord::Shift;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, ValueFormatter};
use plotters::element::DashedPathElement;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::palette::Palette;

type Failure = DrawingAreaErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;
type Outcome = Result<(), Failure>;
type Canvas = DrawingArea<CanvasBackend, Shift>;
type Plot<'a> = ChartContext<'a, CanvasBackend, Cartesian2d<Written, Written>>;

/// Size of labels, estimated width of a letter, and what stays free between two labels, in CSS
/// pixels.
const LABEL: f64 = 12.0;
const LETTER: f64 = 6.4;
const APART: f64 = 8.0;

thread_local! {
    /// Asking for styles with every move of a slider is slow.
    static PALETTE: Cell<Option<Palette>> = const { Cell::new(None) };
}

/// Paints a chart over a whole canvas, in the pixels of the screen; `recolour` reads the colours
/// anew.
///
/// # Errors
/// A sentence when the chart is not one.
#[wasm_bindgen]
pub fn paint(canvas: &HtmlCanvasElement, chart: JsValue, recolour: bool) -> Result<(), JsError> {
    let chart: Chart =
        serde_wasm_bindgen::from_value(chart).map_err(|error| JsError::new(&error.to_string()))?;
    let palette = PALETTE.get().filter(|_| !recolour).or_else(|| Palette::of(canvas));
    PALETTE.set(palette);
    // A canvas for a file names its own, in hundredths.
    let named = canvas.get_attribute("data-ratio").and_then(|ratio| ratio.parse::<u32>().ok());
    let named = named.map(|hundredths| f64::from(hundredths) / 100.0);
    let ratio = named.or_else(|| Some(web_sys::window()?.device_pixel_ratio())).unwrap_or(1.0);
    let size = |css: i32| (f64::from(css) * ratio).round() as u32;
    let (width, height) = (size(canvas.client_width()), size(canvas.client_height()));
    let (Some(palette), true) = (palette, width > 0 && height > 0) else { return Ok(()) };
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    } else if let Ok(Some(context)) = canvas.get_context("2d") {
        let context: CanvasRenderingContext2d = context.unchecked_into();
        context.clear_rect(0.0, 0.0, width.into(), height.into());
    }
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return Ok(()) };
    let area = backend.into_drawing_area();
    // What cannot be painted leaves the canvas as it is: the table below has the numbers.
    let _ = Brush { palette, ratio }.chart(&chart, &area);
    let _ = area.present();
    Ok(())
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

    fn chart(&self, chart: &Chart, area: &Canvas) -> Outcome {
        let mut plot = self.axes(area, chart)?;
        for mark in &chart.marks {
            self.mark(mark, &mut plot)?;
        }
        self.names(chart, &plot, area)
    }

    fn axes<'a>(&self, area: &'a Canvas, chart: &Chart) -> Result<Plot<'a>, Failure> {
        let longest = chart.y.ticks.iter().map(|(_, text)| width(text)).fold(0.0, f64::max);
        // Where labels are long and the chart is narrow, every other one.
        let taken: f64 = chart.x.ticks.iter().map(|(_, text)| width(text) + APART).sum();
        let (wide, high) = area.dim_in_pixel();
        let room = f64::from(wide) / self.ratio - longest;
        let x = Written::of(&chart.x, 1 + usize::from(taken > room));
        // Where it is low, as many as do not touch.
        let rows = ((f64::from(high) / self.ratio - 36.0) / (1.3 * LABEL)).max(1.0);
        let y = Written::of(&chart.y, (chart.y.ticks.len() as f64 / rows).ceil().max(1.0) as usize);
        let mut plot = ChartBuilder::on(area)
            .margin_top(self.px(10.0))
            .margin_right(self.px(34.0))
            .x_label_area_size(self.px(26.0))
            .y_label_area_size(self.px((longest + 8.0).max(38.0)))
            .build_cartesian_2d(x, y)?;
        plot.configure_mesh()
            .disable_x_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(self.stroke(&self.palette.grid, 1.0))
            .axis_style(self.stroke(&self.palette.grid, 1.0))
            .set_all_tick_mark_size(self.px(4.0))
            .label_style(self.text(&self.palette.soft))
            .draw()?;
        Ok(plot)
    }

    fn mark(&self, mark: &Mark, plot: &mut Plot) -> Outcome {
        let colour = self.palette.colour(mark.colour).mix(mark.opacity);
        let points = mark.points.chunks_exact(2).map(|point| (point[0], point[1]));
        let stroke = self.stroke(&colour, mark.size);
        let dashed = |on: f64, off: f64, points: Vec<(f64, f64)>| {
            DashedPathElement::new(points, self.px(on), self.px(off), stroke)
        };
        let radius = self.px(mark.size);
        match mark.shape {
            Shape::Line => plot.draw_series([PathElement::new(points.collect::<Vec<_>>(), stroke)]).map(drop),
            Shape::Dashed => plot.draw_series([dashed(5.0, 4.0, points.collect())]).map(drop),
            Shape::Dotted => plot.draw_series([dashed(2.0, 4.0, points.collect())]).map(drop),
            Shape::Area => {
                plot.draw_series([Polygon::new(points.collect::<Vec<_>>(), colour.filled())]).map(drop)
            }
            Shape::Dot => {
                plot.draw_series(points.map(|at| Circle::new(at, radius, colour.filled()))).map(drop)
            }
            Shape::Ring => {
                let ring = self.stroke(&colour, 1.0);
                plot.draw_series(points.map(|at| Circle::new(at, radius, ring))).map(drop)
            }
        }
    }

    /// Names beside their dots, on a veil, so that lines do not run through letters.
    fn names(&self, chart: &Chart, plot: &Plot, area: &Canvas) -> Outcome {
        let inner = plot.plotting_area();
        let (columns, rows) = inner.get_pixel_range();
        let bounds =
            (columns.start.into(), rows.start.into(), (columns.end + self.px(30.0)).into(), rows.end.into());
        let dots: Vec<_> = chart
            .names
            .iter()
            .map(|name| {
                let (x, y) = inner.map_coordinate(&(name.x, name.y));
                ((f64::from(x), f64::from(y)), width(&name.text) * self.ratio)
            })
            .collect();
        let places = place_names(&dots, 6.0 * self.ratio, (LABEL + 2.0) * self.ratio, bounds);
        let style = self.text(&self.palette.ink).pos(Pos::new(HPos::Left, VPos::Center));
        for ((name, place), (_, width)) in chart.names.iter().zip(places).zip(dots) {
            let Some((left, middle)) = place else { continue };
            let (left, middle, right) = (left.round() as i32, middle.round() as i32, (left + width) as i32);
            let corners = [(left - 1, middle - self.px(7.0)), (right, middle + self.px(7.0))];
            area.draw(&Rectangle::new(corners, self.palette.ground.mix(0.75).filled()))?;
            area.draw_text(&name.text, &style, (left, middle))?;
        }
        Ok(())
    }
}

/// Estimated width of a text; Chinese characters are as wide as they are high.
fn width(text: &str) -> f64 {
    text.chars().map(|c| if c > '\u{2e80}' { LABEL } else { LETTER }).sum()
}

/// An axis whose numbers are in the visitor's language already.
struct Written {
    range: Range<f64>,
    ticks: Vec<(f64, String)>,
}

impl Written {
    /// Every `step`th tick of an axis.
    fn of(axis: &Axis, step: usize) -> Self {
        Written { range: axis.low..axis.high, ticks: axis.ticks.iter().step_by(step).cloned().collect() }
    }
}

impl Ranged for Written {
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

impl ValueFormatter<f64> for Written {
    fn format_ext(&self, value: &f64) -> String {
        self.ticks.iter().find(|(at, _)| at == value).map(|(_, text)| text.clone()).unwrap_or_default()
    }
}
