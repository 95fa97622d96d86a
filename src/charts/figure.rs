//! A chart with everything around its canvas: title, legend, axis titles, summary, table.

use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::{Picture, painter};
use crate::locale::charts::ChartMessage;
use crate::locale::use_words;
use crate::state::Theme;
use crate::unfolded::use_unfolded;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    pub title: AttrValue,
    pub y_title: AttrValue,
    pub x_title: Option<AttrValue>,
    /// Class of the sample, and what it stands for.
    pub legend: Vec<(&'static str, AttrValue)>,
    /// The chart in a sentence.
    pub summary: AttrValue,
    pub picture: Picture,
    pub theme: Theme,
    pub prerender: bool,
}

#[component]
pub fn Figure(props: &Props) -> Html {
    let words = use_words();
    let canvas = use_painter(&props.picture, props.theme);
    // Hundreds of cells that nobody looks at would be drawn with every move of a slider.
    let (open, ontoggle) = use_unfolded();
    let table = (open || props.prerender).then(|| props.picture.table(&words));
    let legend = props.legend.iter().map(|(class, text)| {
        html! { <li key={*class}><span class={classes!("key", *class)} aria-hidden="true"></span>{ text }</li> }
    });
    let title = AttrValue::from([&props.id, "-title"].concat());
    html! {
        <figure class="chart" aria-labelledby={title.clone()}>
            <figcaption>
                <h3 id={title}>{ props.title.clone() }</h3>
                <ul class="legend">{ for legend }</ul>
            </figcaption>
            <p class="axis-title">{ props.y_title.clone() }</p>
            <canvas ref={canvas} id={props.id.clone()} role="img" aria-label={props.summary.clone()}></canvas>
            <p class="axis-title axis-title-x">{ props.x_title.clone() }</p>
            <details class="chart-table" {ontoggle}>
                <summary>{ words.text(&ChartMessage::Table) }</summary>
                <div class="scrolled" tabindex="0" role="group" aria-label={props.title.clone()}>{ table }</div>
            </details>
        </figure>
    }
}

/// Paints the picture on the canvas that the returned reference is given to.
#[hook]
fn use_painter(picture: &Picture, theme: Theme) -> NodeRef {
    let canvas = use_node_ref();
    let held = use_mut_ref(|| None::<painter::Handle>);
    {
        let (canvas, held) = (canvas.clone(), held.clone());
        use_effect_with(picture.clone(), move |picture| {
            let shown = held.borrow().as_ref().map(|painter| painter::show(painter, picture.chart()));
            if shown.is_none() {
                *held.borrow_mut() =
                    canvas.cast::<HtmlCanvasElement>().map(|canvas| painter::start(canvas, picture.chart()));
            }
        });
    }
    use_effect_with(theme, move |_| {
        if let Some(painter) = held.borrow().as_ref() {
            painter::recolour(painter);
        }
    });
    canvas
}
