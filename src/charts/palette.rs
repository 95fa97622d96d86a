//! Colours of the charts, read from the style sheets' tokens.

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

/// Reads `#1f6fa8` and `rgb(31, 111, 168)`, as tokens and computed styles are written.
fn parse(text: &str) -> Option<RGBColor> {
    let text = text.trim();
    if let Some(hex) = text.strip_prefix('#') {
        let value = u32::from_str_radix(hex, 16).ok().filter(|_| hex.len() == 6)?;
        return Some(RGBColor((value >> 16) as u8, (value >> 8) as u8, value as u8));
    }
    let inner = text.strip_prefix("rgb(")?.strip_suffix(')')?;
    let mut parts = inner.split(',').map(|part| part.trim().parse().ok());
    Some(RGBColor(parts.next()??, parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read() {
        assert_eq!(parse(" #1f6fa8"), Some(RGBColor(31, 111, 168)));
        assert_eq!(parse("rgb(31, 111, 168)"), Some(RGBColor(31, 111, 168)));
        for other in ["", "#fff", "rgba(0, 0, 0, 0)", "CanvasText", "#12345g"] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
