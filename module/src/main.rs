//! The border to JavaScript. Here on this machine it prints the TypeScript declarations of the package.

#[cfg(target_arch = "wasm32")]
mod browser {
    use bathtub_model::document::{self, AttributionDocument, RunDocument};
    use bathtub_model::ensemble::{Ensemble, LANES};
    use bathtub_model::export::export;
    use bathtub_model::{Series, simulate as run};
    use bathtub_module::{Fault, Given, Kind, Object, Setting, bands, format, series, setting};
    use js_sys::{Array, Error, Float32Array, Map, Object as JsObject, RangeError, Reflect, Set, TypeError};
    use serde::Serialize;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::*;

    type Answer = Result<JsValue, JsValue>;

    /// Plain objects, with null for what there is none of.
    fn give(document: &impl Serialize) -> Answer {
        let plain = serde_wasm_bindgen::Serializer::json_compatible();
        document.serialize(&plain).map_err(|error| Error::new(&error.to_string()).into())
    }

    fn thrown(fault: Fault) -> JsValue {
        let error: JsValue = match fault.kind {
            Kind::Range => RangeError::new(&fault.message).into(),
            Kind::Type => TypeError::new(&fault.message).into(),
            Kind::Other => Error::new(&fault.message).into(),
        };
        let say = |key: &str, value: JsValue| {
            // An error that was just made takes any property.
            let _ = Reflect::set(&error, &key.into(), &value);
        };
        if let Some(parameter) = fault.parameter {
            say("parameter", parameter.into());
        }
        if let Some(value) = fault.value {
            say("value", value.into());
        }
        if let Some([min, max]) = fault.range {
            say("min", min.into());
            say("max", max.into());
        }
        error
    }

    fn refused(error: impl Into<Fault>) -> JsValue {
        thrown(error.into())
    }

    fn given(value: &JsValue, depth: usize) -> Given {
        if let Some(number) = value.as_f64() {
            Given::Number(number)
        } else if let Some(text) = value.as_string() {
            Given::Text(text)
        } else if depth == 0 {
            Given::Other("something".into())
        } else if let Some(list) = value.dyn_ref::<Array>() {
            Given::List(list.iter().map(|value| given(&value, depth - 1)).collect())
        } else if value.is_instance_of::<Map>() || value.is_instance_of::<Set>() {
            // What is in them is no property: they would count for empty objects.
            Given::Other("a Map or a Set".into())
        } else if value.is_object() {
            Given::Object(entries(value.unchecked_ref(), depth - 1))
        } else if value.is_null() {
            Given::Other("null".into())
        } else {
            Given::Other(format!("a {}", value.js_typeof().as_string().unwrap_or_default()))
        }
    }

    fn entries(object: &JsObject, depth: usize) -> Object {
        let all = JsObject::entries(object);
        let rows = all.iter().filter_map(|row| {
            let row: Array = row.unchecked_into();
            let value = row.get(1);
            (!value.is_undefined()).then(|| Some((row.get(0).as_string()?, given(&value, depth))))?
        });
        Object(rows.collect())
    }

    /// What is nested in what somebody gives: settings in a question, rows in a list.
    const DEPTH: usize = 3;

    fn object(name: &str, value: &JsValue) -> Result<Object, JsValue> {
        if value.is_undefined() {
            return Ok(Object::default());
        }
        given(value, DEPTH).object(name).cloned().map_err(refused)
    }

    fn read(settings: &JsValue) -> Result<Setting, JsValue> {
        setting(&object("settings", settings)?).map_err(refused)
    }

    #[wasm_bindgen]
    pub fn parameters() -> Answer {
        give(&document::parameters())
    }

    #[wasm_bindgen]
    pub fn scenarios() -> Answer {
        give(&document::scenarios())
    }

    #[wasm_bindgen]
    pub fn starts() -> Answer {
        give(&document::starts())
    }

    #[wasm_bindgen(js_name = series)]
    pub fn every_series() -> Answer {
        give(&document::series())
    }

    #[wasm_bindgen]
    pub fn simulate(settings: &JsValue) -> Answer {
        let Setting { scenario, week } = read(settings)?;
        give(&RunDocument::new(&run(&scenario), week).map_err(refused)?)
    }

    #[wasm_bindgen]
    pub fn attribute(settings: &JsValue) -> Answer {
        let Setting { scenario, week } = read(settings)?;
        give(&AttributionDocument::new(&scenario, week).map_err(refused)?)
    }

    #[wasm_bindgen]
    pub fn solve(question: &JsValue) -> Answer {
        give(&bathtub_module::solve(&object("question", question)?).map_err(refused)?)
    }

    #[wasm_bindgen]
    pub fn backtest(tables: &JsValue, options: &JsValue) -> Answer {
        let tables = (!tables.is_undefined() && !tables.is_null()).then(|| given(tables, DEPTH));
        give(&bathtub_module::backtest(tables.as_ref(), &object("options", options)?).map_err(refused)?)
    }

    #[wasm_bindgen(js_name = exportModel)]
    pub fn export_model(name: &JsValue, settings: &JsValue) -> Result<String, JsValue> {
        let name = if name.is_undefined() {
            "xmile".into()
        } else {
            given(name, 0).text("format").map_err(refused)?.to_owned()
        };
        Ok(export(&read(settings)?.scenario, format(&name).map_err(refused)?))
    }

    #[wasm_bindgen(js_name = modelVersion)]
    pub fn model_version() -> String {
        bathtub_model::MODEL_VERSION.into()
    }

    #[wasm_bindgen(js_name = dataDate)]
    pub fn data_date() -> String {
        bathtub_model::DATA_DATE.into()
    }

    #[derive(Serialize)]
    struct Plan {
        draws: usize,
        /// Draws of one batch: a portion is some of these.
        batch: usize,
        series: Vec<Vec<&'static str>>,
        workers: Option<usize>,
    }

    /// Says what an ensemble is made of, or what is wrong with it.
    #[wasm_bindgen(js_name = ensemblePlan)]
    pub fn ensemble_plan(settings: &JsValue, options: &JsValue) -> Answer {
        read(settings)?;
        let asked = bands(&object("options", options)?).map_err(refused)?;
        let keys = |some: &Vec<Series>| some.iter().map(|series| series.row().key).collect();
        give(&Plan {
            draws: asked.draws,
            batch: LANES,
            series: asked.series.iter().map(keys).collect(),
            workers: asked.workers,
        })
    }

    /// The values of some draws, for [`ensemble_bands`].
    #[wasm_bindgen(js_name = ensemblePortion)]
    pub fn ensemble_portion(
        settings: &JsValue,
        keys: &JsValue,
        from: usize,
        to: usize,
    ) -> Result<Float32Array, JsValue> {
        let keep = series(&given(keys, DEPTH)).map_err(refused)?;
        let mut portion = Ensemble::portion(&read(settings)?.scenario, &keep, from..to);
        portion.finish();
        Ok(Float32Array::from(portion.values()))
    }

    /// The quantiles of portions, in the order of their draws.
    #[wasm_bindgen(js_name = ensembleBands)]
    pub fn ensemble_bands(settings: &JsValue, keys: &JsValue, portions: Vec<Float32Array>) -> Answer {
        let keep = series(&given(keys, DEPTH)).map_err(refused)?;
        let portions: Vec<Vec<f32>> = portions.iter().map(Float32Array::to_vec).collect();
        let portions: Vec<&[f32]> = portions.iter().map(Vec::as_slice).collect();
        let whole = Ensemble::gathered(&read(settings)?.scenario, &keep, &portions)
            .ok_or_else(|| Error::new("portions of an ensemble do not fit together"))?;
        let mut bands = document::Bands::default();
        bands.add(&whole, &keep);
        give(&bands)
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    print!("{}", bathtub_module::declarations());
}
