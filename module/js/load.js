// For browsers, workers and bundlers. `load()` gives the functions once the model is there; `index.js` waits
// for it.
import init from './bathtub.js';
import { api } from './api.js';

const spawn = ({ answer, lost }) => {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'liquidity-bathtub' });
  worker.onmessage = ({ data }) => answer(data);
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    lost(new Error(event.message));
  };
  return { post: (job) => worker.postMessage(job) };
};

let loaded;

/** Fetches the model once; `wasm` says where it is when a bundler has moved it: an address or its bytes. */
export const load = (wasm) => {
  loaded ??= init(wasm === undefined ? undefined : { module_or_path: wasm })
    .then(() => api({ spawn, cores: () => navigator.hardwareConcurrency || 1 }))
    .catch((error) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
};
