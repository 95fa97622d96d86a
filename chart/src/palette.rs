//! Colours of the charts, read from the style sheets' tokens.

use bathtub_chart::{Colour, rgb};
use plotters::style::RGBColor;
use web_sys::{CssStyleDeclaration, Element};

/// Everything a chart is painted with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    pub ink: RGBColor,
    pub soft: RGBColor,
    pub grid: RGBColor,
    pub water: RGBColor,
    pub fall: RGBColor,
    pub rise: RGBColor,
    pub ground: RGBColor,
}

impl Palette {
    /// The colour that stands for something.
    pub const fn colour(&self, colour: Colour) -> RGBColor {
        match colour {
            Colour::Ink => self.ink,
            Colour::Soft => self.soft,
            Colour::Grid => self.grid,
            Colour::Water => self.water,
            Colour::Fall => self.fall,
            Colour::Rise => self.rise,
            Colour::Ground => self.ground,
        }
    }

    /// The tokens as they stand for an element; where the visitor's own colours rule, its text colour.
    pub fn of(element: &Element) -> Option<Self> {
        let style = web_sys::window()?.get_computed_style(element).ok()??;
        let ink = parse(&style.get_property_value("color").ok()?).unwrap_or(RGBColor(0, 0, 0));
        let ground = parse(&style.get_property_value("background-color").ok()?);
        let token = |name| token(&style, name);
        Some(Palette {
            ink: token("--ink").unwrap_or(ink),
            soft: token("--ink-soft").unwrap_or(ink),
            grid: token("--line").unwrap_or(ink),
            water: token("--water").unwrap_or(ink),
            fall: token("--fall").unwrap_or(ink),
            rise: token("--rise").unwrap_or(ink),
            ground: token("--surface").or(ground).unwrap_or(RGBColor(255, 255, 255)),
        })
    }
}

fn token(style: &CssStyleDeclaration, name: &str) -> Option<RGBColor> {
    parse(&style.get_property_value(name).ok()?)
}

fn parse(text: &str) -> Option<RGBColor> {
    rgb(text).map(|[red, green, blue]| RGBColor(red, green, blue))
}
