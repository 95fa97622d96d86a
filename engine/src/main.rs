//! The engine for JavaScript: `new Job(question)`, `advance(ms)`, `news()`. `www/engine.js` runs it.

#[cfg(target_arch = "wasm32")]
mod browser {
    use bathtub_engine::{Question, Task, wire};
    use js_sys::{Error, Float32Array, Float64Array};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        /// Milliseconds of a clock that never goes back.
        #[wasm_bindgen(js_namespace = performance)]
        fn now() -> f64;
    }

    fn read(question: JsValue) -> Result<Question, Error> {
        serde_wasm_bindgen::from_value(question).map_err(|error| Error::new(&error.to_string()))
    }

    /// A helper's part of an analysis.
    ///
    /// # Errors
    /// An `Error` that names what is wrong with the question.
    #[wasm_bindgen]
    pub fn portion(question: JsValue, from: usize, to: usize) -> Result<Float32Array, Error> {
        let values = bathtub_engine::portion(&read(question)?, from..to);
        values.map(|values| Float32Array::from(&values[..])).map_err(|error| Error::new(&error.to_string()))
    }

    /// A question that is being worked on.
    #[wasm_bindgen]
    pub struct Job(Task);

    #[wasm_bindgen]
    impl Job {
        /// Takes up a question: an object as `Question` in `engine/src/question.rs` has it.
        ///
        /// # Errors
        /// An `Error` that names what is wrong with it.
        #[wasm_bindgen(constructor)]
        pub fn new(question: JsValue) -> Result<Job, Error> {
            Task::new(&read(question)?).map(Job).map_err(|error| Error::new(&error.to_string()))
        }

        /// Works for about as many milliseconds; false when all is done.
        pub fn advance(&mut self, milliseconds: f64) -> bool {
            self.0.advance(milliseconds, now)
        }

        /// Leaves draws to as many helpers when it is time for that: where each begins and ends.
        pub fn lend(&mut self, helpers: usize) -> Vec<usize> {
            self.0.lend(helpers).into_iter().flat_map(|draws| [draws.start, draws.end]).collect()
        }

        /// Takes in what [`portion`] gave a helper; nothing where it failed.
        pub fn place(&mut self, from: usize, to: usize, values: &[f32]) {
            self.0.place(from..to, values);
        }

        /// Whether there is nothing to do until a helper answers.
        pub fn waits(&self) -> bool {
            self.0.waits()
        }

        /// What has been found since the last call, as the page reads it; undefined when there is
        /// nothing new.
        pub fn news(&mut self) -> Option<Float64Array> {
            self.0.news().map(|answer| Float64Array::from(&wire::write(&answer)[..]))
        }
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("This program is for browsers: `cargo xtask build` puts it beside the page.");
}
