// Runs the engine: in a module worker or, where none can be had (a frame sandboxed to scripts
// only), in slices between the frames of the page. Of two questions of one kind the later wins.
import { distrust, program as fetchProgram, text } from './lib/load.js';

// How long one slice may take, ms. On the page: a quarter of a frame at 60 Hz.
const SLICE = { worker: 16, page: 4 };

// Published tables beside the page, for questions that read them.
const TABLES = [
  'data/liquidity_weekly_2015_2025.csv',
  'data/commercial_banks_weekly_2015_2025.csv',
  'data/treasury_debt_monthly_2014_2025.csv',
];
let tables;
const at = (name) => new URL(name, import.meta.url).href;

/** Workers at most, this one included: more would wait for each other's memory. */
const MOST_WORKERS = 4;

// Workers that run a part of the draws of an analysis. Only those that are ready are asked; one that
// breaks down gives nothing back, and its part is done here.
const helpers = (files) => {
  const count = files.alone || typeof Worker === 'undefined' ? 0 : Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1) - 1;
  const ready = [];
  const start = () => {
    const asked = new Map();
    let last = 0;
    const worker = new Worker(import.meta.url, { type: 'module', name: 'draws' });
    const helper = {
      ask: (question, from, to) =>
        new Promise((resume) => {
          const id = (last += 1);
          asked.set(id, resume);
          worker.postMessage({ id, question, from, to });
        }),
    };
    worker.onmessage = ({ data: { id, values } }) => {
      if (id === undefined) ready.push(helper);
      asked.get(id)?.(values);
      asked.delete(id);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      if (ready.includes(helper)) ready.splice(ready.indexOf(helper), 1);
      for (const resume of asked.values()) resume();
      asked.clear();
    };
    worker.postMessage({ ...files, helper: true });
  };
  let started = false;
  return () => {
    // The program is here by now, and the others have it from the cache.
    if (!started) for (let i = 0; i < count; i += 1) start();
    started = true;
    return [...ready];
  };
};

// Works on questions; `report` is given { id, news, done } or { id, error }.
const runner = (files, slice, report, ready = () => []) => {
  const { program, wasm } = files;
  const jobs = new Map();
  let running = false;
  let wake = () => {};

  const end = (entry) => {
    entry.job?.free();
    entry.job = undefined;
    if (jobs.get(entry.question.kind) === entry) jobs.delete(entry.question.kind);
  };

  // Leaves draws to the workers that are ready, when the job says that it is time.
  const share = (entry, job) => {
    const free = entry.question.kind === 'analysis' ? ready() : [];
    const ranges = [...job.lend(free.length)];
    for (const helper of free.slice(0, ranges.length / 2)) {
      const [from, to] = ranges.splice(0, 2);
      helper.ask(entry.question, from, to).then((values) => {
        if (entry.job === job) job.place(from, to, values ?? new Float32Array());
        wake();
      });
    }
  };

  const step = (entry, Job) => {
    const { id } = entry.question;
    try {
      entry.job ??= new Job(entry.question);
      const { job } = entry;
      const more = job.advance(slice);
      const news = job.news();
      if (more) share(entry, job);
      else end(entry);
      if (news) report({ id, news, done: !more });
    } catch (error) {
      end(entry);
      // Spoilt on their way, as engine/src/question.rs says it: fetched anew, and the question asked once more.
      if (/published tables are not/u.test(String(error))) {
        for (const name of TABLES) distrust(at(name));
        tables = undefined;
        if (!entry.again) {
          jobs.set(entry.question.kind, { question: entry.question, again: true });
          return;
        }
      }
      report({ id, error: String(error) });
    }
  };

  const run = async () => {
    const { Job } = await fetchProgram(program, wasm);
    while (jobs.size > 0) {
      for (const entry of [...jobs.values()]) {
        if (entry.question.reads_tables && !entry.job) {
          tables ??= Promise.all(TABLES.map((name) => text(at(name))));
          entry.question.files = await tables.catch(() => {
            tables = undefined;
            return [];
          });
        }
        // Whoever received the news before may have asked anew.
        if (jobs.get(entry.question.kind) === entry) step(entry, Job);
      }
      // Newer questions and the frames of the page come first.
      const waits = jobs.size > 0 && [...jobs.values()].every(({ job }) => job?.waits());
      await new Promise((resume) => {
        wake = resume;
        if (!waits) setTimeout(resume);
      });
    }
  };

  return (question) => {
    const former = jobs.get(question.kind);
    if (former) end(former);
    jobs.set(question.kind, { question });
    wake();
    if (running) return;
    running = true;
    run()
      .catch((error) => {
        // The program did not come: every question is answered so, and the next tries again.
        const open = [...jobs.values()];
        jobs.clear();
        for (const { question } of open) report({ id: question.id, error: String(error) });
      })
      .finally(() => {
        running = false;
      });
  };
};

// Returns the function that takes questions.
export const connect = (files, report) => {
  const here = () => runner(files, SLICE.page, report);
  let worker;
  try {
    worker = new Worker(import.meta.url, { type: 'module', name: 'engine' });
  } catch {
    return here();
  }
  const open = new Map();
  let ask = (question) => {
    open.set(question.kind, question);
    worker.postMessage(question);
  };
  worker.onmessage = ({ data }) => {
    if (data.late !== undefined) {
      dispatchEvent(new CustomEvent('bathtub:late', { detail: { of: open, more: data.late } }));
      return;
    }
    for (const [kind, { id }] of open) if (id === data.id && (data.done || data.error)) open.delete(kind);
    if (data.error) dispatchEvent(new Event('bathtub:missing'));
    report(data);
  };
  // A worker that cannot start or has broken down: what is open is worked on here.
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    ask = here();
    for (const question of open.values()) ask(question);
  };
  worker.postMessage(files);
  addEventListener('bathtub:hurry', () => worker.postMessage({ hurry: true }));
  return (question) => ask(question);
};

if (typeof WorkerGlobalScope !== 'undefined' && self instanceof WorkerGlobalScope) {
  const lead = (files) => {
    const report = (message) => self.postMessage(message, message.news ? [message.news.buffer] : []);
    const ask = runner(files, SLICE.worker, report, helpers(files));
    self.addEventListener('bathtub:late', ({ detail }) => self.postMessage({ late: detail.more }));
    return ({ data }) => {
      if (data.hurry) self.dispatchEvent(new Event('bathtub:hurry'));
      else ask(data);
    };
  };
  const help = ({ program, wasm }) => {
    const fetched = fetchProgram(program, wasm).then(({ portion }) => {
      self.postMessage({});
      return portion;
    });
    return async ({ data: { id, question, from, to } }) => {
      try {
        const values = (await fetched)(question, from, to);
        self.postMessage({ id, values }, [values.buffer]);
      } catch {
        self.postMessage({ id });
      }
    };
  };
  self.onmessage = ({ data: files }) => {
    self.onmessage = files.helper ? help(files) : lead(files);
  };
}
