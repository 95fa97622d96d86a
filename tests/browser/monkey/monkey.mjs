// Sessions of a monkey: which there are, how one is run, and what is printed when it goes wrong.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { events } from './events.mjs';
import { dice } from './random.mjs';
import { kind, shrink } from './shrink.mjs';
import { Fault, begin, parameters, play } from './session.mjs';

const LANGUAGES = ['en', 'ru', 'vi', 'zh-Hans', 'zh-Hant'];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1280, height: 800 } };

/** How the page is opened: the seed says which way. */
const LOOKS = [
  { ...DESK, query: '?v=2&start=2026-10-07' },
  { ...PHONE, query: '?v=2&start=2026-10-07&lang=ru', colorScheme: 'dark', reducedMotion: 'reduce' },
  { ...DESK, query: '?v=2&start=2019-09-11&lang=vi&week=20', colorScheme: 'dark', reducedMotion: 'reduce' },
  { ...PHONE, query: '?v=2&start=2026-10-07&lang=zh-Hans&tga=300', reducedMotion: 'reduce' },
  { ...DESK, query: '', first: true, locale: 'en-US' },
  { ...DESK, query: '?v=2&start=2026-10-07&lang=zh-Hant&show=two&capex=1200', reducedMotion: 'reduce' },
];

/** So many events in sessions of `each`: how the page is opened, the seed, and how many events. */
export function sessions(count, seed, each) {
  const many = Math.max(1, Math.ceil(count / each));
  return Array.from({ length: many }, (_, i) => ({
    look: LOOKS[(seed + i) % LOOKS.length],
    seed: seed + i,
    count: Math.min(each, count - i * each),
  }));
}

/** Runs one session; a fault is thrown with its seed and the shortest list of events. */
export async function session(browser, site, { look, seed, count }, { seconds = 60, log = () => {} } = {}) {
  const next = events(dice(seed), { parameters: parameters(), languages: LANGUAGES });
  let left = count;
  const done = [];
  const opened = await begin(browser, site, look);
  try {
    return await play(opened, () => (left-- > 0 ? next() : null), done);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    await opened.close();
    log(`seed ${seed}, after ${done.length} events: ${error.message}\nlooking for a shorter list…`);
    const wanted = kind(error.said);
    const list = await shrink(done.filter(({ missed }) => !missed), async (list) => {
      const said = await replay(browser, site, { look, list });
      if (said) log(`  ${list.length} events: ${said[0].slice(0, 120)}`);
      return said !== null && kind(said) === wanted;
    }, seconds);
    throw new Error(report({ look, seed, count, said: error.said, list }));
  } finally {
    await opened.close();
  }
}

/** Does a list again on a new page; what went wrong, or null. */
export async function replay(browser, site, { look, list }) {
  const opened = await begin(browser, site, look);
  const left = structuredClone(list);
  try {
    await play(opened, () => left.shift() ?? null);
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.said;
    throw error;
  } finally {
    await opened.close();
  }
}

/** What whoever mends it needs. The list goes into a file that `cargo xtask fuzz --replay` takes. */
function report({ look, seed, count, said, list }) {
  const file = path.join(process.env.CARGO_TARGET_DIR || tmpdir(), `monkey-${seed}.json`);
  const lines = list.map((event) => `  ${JSON.stringify(event)}`).join(',\n');
  writeFileSync(file, `{"seed": ${seed},\n"look": ${JSON.stringify(look)},\n"list": [\n${lines}\n]}\n`);
  return [
    `seed ${seed}, ${count} events, ${JSON.stringify(look)}:`,
    ...said.slice(0, 10),
    `${list.length} events bring it about, in ${file}:`,
    ...list.slice(0, 60).map((event) => `  ${JSON.stringify(event)}`),
    `again: cargo xtask fuzz --replay ${file}`,
    `the whole session: cargo xtask fuzz --seed ${seed} --events ${count}`,
  ].join('\n');
}
