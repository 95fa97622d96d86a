// Works on portions of ensembles, for `node.js`.
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

import { ensemblePortion, initSync } from './bathtub.js';

initSync({ module: readFileSync(new URL('./bathtub_bg.wasm', import.meta.url)) });

parentPort.on('message', ({ id, settings, series, from, to }) => {
  try {
    const values = ensemblePortion(settings, series, from, to);
    parentPort.postMessage({ id, values }, [values.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});
