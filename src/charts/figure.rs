//! A chart with everything around its canvas: title, legend, axis titles, summary, table.

use bathtub_chart::Chart;
use gloo_events::EventListener;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::painter;
use super::plot::{AnyPlot, Axes};
use crate::hooks::use_open;
use crate::locale::charts::ChartMessage;
use crate::locale::page::MissingMessage;
use crate::locale::{Words, glossary, use_words};
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
    let missing = use_state_eq(|| false);
    let (canvas, again) = use_painter(props.plot.chart(), props.theme, missing.setter());
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
                <h3 id={title}>{ glossary::labelled(glossary::of_chart(&props.id), props.title.clone(), &words) }</h3>
                <ul class="legend">{ for legend }</ul>
            </figcaption>
            <p class="axis-title">{ y }</p>
            <canvas ref={canvas} id={props.id.clone()} role="img" aria-label={props.plot.summary(&words)}></canvas>
            <p class="axis-title axis-title-x">{ x }</p>
            <div role="status">{ for (*missing).then(|| unpainted(again, &words)) }</div>
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

/// In the place of a picture that cannot be painted: its numbers stand in the table.
fn unpainted(again: Callback<()>, words: &Words) -> Html {
    html! {
        <div class="missing">
            <p data-notice="chart">{ words.text(&ChartMessage::Missing) }</p>
            <button type="button" class="tool" onclick={again.reform(|_: MouseEvent| ())}>
                { words.text(&MissingMessage::TryAgain) }
            </button>
        </div>
    }
}

/// Paints a chart on the canvas that the returned reference is given to; tells whether that cannot be
/// done, and gives what tries again.
#[hook]
fn use_painter(chart: Chart, theme: Theme, missing: UseStateSetter<bool>) -> (NodeRef, Callback<()>) {
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
    {
        let canvas = canvas.clone();
        use_effect_with((), move |()| {
            let listen = |event, now| {
                let missing = missing.clone();
                Some(EventListener::new(&canvas.get()?.into(), event, move |_| missing.set(now)))
            };
            let listeners = [listen("bathtub:unpainted", true), listen("bathtub:painted", false)];
            move || drop(listeners)
        });
    }
    let again = {
        let painting = painting.clone();
        Callback::from(move |()| {
            if let Some(painter) = painting.borrow().as_ref() {
                painter::recolour(painter);
            }
        })
    };
    {
        let again = again.clone();
        use_effect_with(theme, move |_| again.emit(()));
    }
    (canvas, again)
}
