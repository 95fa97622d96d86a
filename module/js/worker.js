// Works on portions of ensembles, for `load.js`.
import init, { ensemblePortion } from './bathtub.js';

const ready = init();

self.onmessage = async ({ data: { id, settings, series, from, to } }) => {
  try {
    await ready;
    const values = ensemblePortion(settings, series, from, to);
    self.postMessage({ id, values }, [values.buffer]);
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
};
