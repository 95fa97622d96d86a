// For browsers, workers and bundlers: the functions, once the model is there.
import { load } from './load.js';

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
} = await load();
