//! A chart with everything around its canvas: title, legend, axis titles, summary, table.

use bathtub_chart::Chart;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::painter;
use super::plot::{AnyPlot, Axes};
use crate::hooks::use_open;
use crate::locale::charts::ChartMessage;
use crate::locale::use_words;
use crate::state::Theme;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    pub title: AttrValue,
    pub plot: AnyPlot,
    pub theme: Theme,
    pub prerender: bool,
}

#[component]
pub fn Figure(props: &Props) -> Html {
    let words = use_words();
    let canvas = use_painter(props.plot.chart(), props.theme);
    // Hundreds of cells that nobody looks at would be drawn with every move of a slider.
    let (open, ontoggle) = use_open();
    let table = (open || props.prerender).then(|| props.plot.table(&words));
    let Axes { x, y } = props.plot.axes(&words);
    let legend = props.plot.legend(&words);
    let legend = legend.iter().map(|(class, text)| {
        html! { <li key={*class}><span class={classes!("key", *class)} aria-hidden="true"></span>{ text }</li> }
    });
    let title = AttrValue::from(format!("{}-title", props.id));
    html! {
        <figure class="chart" aria-labelledby={title.clone()}>
            <figcaption>
                <h3 id={title}>{ props.title.clone() }</h3>
                <ul class="legend">{ for legend }</ul>
            </figcaption>
            <p class="axis-title">{ y }</p>
            <canvas ref={canvas} id={props.id.clone()} role="img" aria-label={props.plot.summary(&words)}></canvas>
            <p class="axis-title axis-title-x">{ x }</p>
            if let Some(note) = props.plot.note(&words) {
                <p class="chart-note">{ note }</p>
            }
            <details class="chart-table" {ontoggle}>
                <summary>{ words.text(&ChartMessage::Table) }</summary>
                <div class="scrolled" tabindex="0" role="group" aria-label={props.title.clone()}>{ table }</div>
            </details>
        </figure>
    }
}

/// Paints a chart on the canvas that the returned reference is given to.
#[hook]
fn use_painter(chart: Chart, theme: Theme) -> NodeRef {
    let canvas = use_node_ref();
    let painting = use_mut_ref(|| None::<painter::Handle>);
    {
        let (canvas, painting) = (canvas.clone(), painting.clone());
        use_effect_with(chart, move |chart| {
            let shown = painting.borrow().as_ref().map(|painter| painter::show(painter, chart.clone()));
            if shown.is_none() {
                *painting.borrow_mut() =
                    canvas.cast::<HtmlCanvasElement>().map(|canvas| painter::start(canvas, chart.clone()));
            }
        });
    }
    use_effect_with(theme, move |_| {
        if let Some(painter) = painting.borrow().as_ref() {
            painter::recolour(painter);
        }
    });
    canvas
}
