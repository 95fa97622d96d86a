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

// Works on questions; `report` is given { id, news, done } or { id, error }.
const runner = ({ program, wasm }, slice, report) => {
  const jobs = new Map();
  let running = false;

  const end = (entry) => {
    entry.job?.free();
    entry.job = undefined;
    if (jobs.get(entry.question.kind) === entry) jobs.delete(entry.question.kind);
  };

  const step = (entry, Job) => {
    const { id } = entry.question;
    try {
      entry.job ??= new Job(entry.question);
      const more = entry.job.advance(slice);
      const news = entry.job.news();
      if (!more) end(entry);
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
      await new Promise((resume) => setTimeout(resume));
    }
  };

  return (question) => {
    const former = jobs.get(question.kind);
    if (former) end(former);
    jobs.set(question.kind, { question });
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
  self.onmessage = ({ data: files }) => {
    const ask = runner(files, SLICE.worker, (message) => {
      self.postMessage(message, message.news ? [message.news.buffer] : []);
    });
    self.addEventListener('bathtub:late', ({ detail }) => self.postMessage({ late: detail.more }));
    self.onmessage = ({ data }) => {
      if (data.hurry) self.dispatchEvent(new Event('bathtub:hurry'));
      else ask(data);
    };
  };
}
