// The functions of the package over the compiled model. `spawn` starts a worker that answers
// { id, settings, series, from, to } with { id, values } or { id, error }; `cores` says how many are worth
// while.
import * as model from './bathtub.js';
import { version } from './version.js';

/** More would wait for each other's memory. */
const MOST_WORKERS = 4;
/** Draws that are done sooner than a worker starts. */
const FEW = 128;
/** Draws at a time where there is no worker: other work goes on between. */
const SLICE = 64;

class Pool {
  #spawn;
  #workers = [];
  #open = new Map();
  #next = 0;

  constructor(spawn) {
    this.#spawn = spawn;
  }

  /** Has a job done by the worker of a number. */
  ask(number, job) {
    const worker = (this.#workers[number] ??= this.#start(number));
    const id = (this.#next += 1);
    return new Promise((resolve, reject) => {
      this.#open.set(id, { number, resolve, reject });
      worker.post({ id, ...job });
    });
  }

  #start(number) {
    return this.#spawn({
      answer: ({ id, values, error }) => {
        const asked = this.#open.get(id);
        this.#open.delete(id);
        if (error) asked?.reject(new Error(error));
        else asked?.resolve(values);
      },
      // Whatever it still owed is done here.
      lost: (error) => {
        this.#workers[number] = undefined;
        for (const [id, asked] of this.#open) {
          if (asked.number !== number) continue;
          this.#open.delete(id);
          asked.reject(error);
        }
      },
    });
  }
}

/** Shares of whole batches, as even as they get: [[from, to], …]. */
const shares = (draws, batch, count) => {
  const batches = Math.ceil(draws / batch);
  const ends = Array.from({ length: count + 1 }, (_, i) => Math.min(draws, Math.round((batches * i) / count) * batch));
  return ends.slice(1).flatMap((to, i) => (to > ends[i] ? [[ends[i], to]] : []));
};

const rest = () => new Promise((resume) => setTimeout(resume));

export const api = ({ spawn, cores }) => {
  const pool = new Pool(spawn);
  let broken = false;

  /** The values of draws, worked out here. */
  const here = async (settings, series, [from, to]) => {
    const parts = [];
    for (let first = from; first < to; first += SLICE) {
      parts.push(model.ensemblePortion(settings, series, first, Math.min(to, first + SLICE)));
      await rest();
    }
    return parts;
  };

  const there = async (settings, series, share, number) => {
    if (!broken) {
      try {
        return [await pool.ask(number, { settings, series, from: share[0], to: share[1] })];
      } catch {
        // No worker can be had, or it broke down: slower, and the same.
        broken = true;
      }
    }
    return here(settings, series, share);
  };

  const ensemble = async (settings, options) => {
    const plan = model.ensemblePlan(settings, options);
    // Workers get a copy; what they get must not change meanwhile.
    const setting = { ...settings };
    const wanted = plan.workers ?? (plan.draws > FEW ? Math.min(MOST_WORKERS, cores()) : 0);
    const bands = { draws: 0, series: {} };
    for (const series of plan.series) {
      const work =
        wanted === 0
          ? [here(setting, series, [0, plan.draws])]
          : shares(plan.draws, plan.batch, wanted).map((share, number) => there(setting, series, share, number));
      const portions = (await Promise.all(work)).flat();
      const found = model.ensembleBands(setting, series, portions);
      bands.draws = found.draws;
      Object.assign(bands.series, found.series);
    }
    return bands;
  };

  const { parameters, scenarios, starts, series, simulate, attribute, solve, backtest, exportModel } = model;
  return {
    version,
    modelVersion: model.modelVersion(),
    dataDate: model.dataDate(),
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
  };
};
