// For Node: the functions; the model is read from the disk.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import { initSync } from './bathtub.js';
import { api } from './api.js';

initSync({ module: readFileSync(new URL('./bathtub_bg.wasm', import.meta.url)) });

const spawn = ({ answer, lost }) => {
  const worker = new Worker(new URL('./node-worker.js', import.meta.url));
  let open = 0;
  worker.on('message', (message) => {
    open -= 1;
    // A program that waits for nothing else may end.
    if (open === 0) worker.unref();
    answer(message);
  });
  worker.on('error', lost);
  return {
    post: (job) => {
      open += 1;
      worker.ref();
      worker.postMessage(job);
    },
  };
};

const functions = api({ spawn, cores: availableParallelism });

/** As in browsers: gives the functions. */
export const load = async () => functions;

export const {
  version,
  modelVersion,
  dataDate,
  parameters,
  scenarios,
  starts,
  series,
  simulate,
  ensemble,
  attribute,
  solve,
  backtest,
  exportModel,
} = functions;
