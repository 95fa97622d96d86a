// A monkey at every control, fold, language, step and gesture: events whose seeds are fixed, fewer than
// `cargo xtask fuzz` does, which takes any number and any seed.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { launch, serve } from './harness.mjs';
import { events } from './monkey/events.mjs';
import { session, sessions } from './monkey/monkey.mjs';
import { dice } from './monkey/random.mjs';
import { begin, parameters, play } from './monkey/session.mjs';
import { shrink } from './monkey/shrink.mjs';

const EVENTS = 20_000;
/** One session of each way to open the page; two run at a time. */
const EACH = Math.ceil(EVENTS / 6);
const SEED = 12_000;

let site;
let browser;
nodeTest.before(async () => {
  site = await serve();
  browser = await launch();
});
nodeTest.after(async () => {
  await browser?.close();
  await site?.close();
});

nodeTest.test(`${EVENTS} events by a monkey leave a page as it should be`, { timeout: 1_800_000 }, async (running) => {
  const waiting = sessions(EVENTS, SEED, EACH);
  assert.equal(waiting.reduce((sum, { count }) => sum + count, 0), EVENTS);
  let compared = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const begun = Date.now();
      const done = await session(browser, site, next);
      running.diagnostic(`seed ${next.seed}: ${Math.round((Date.now() - begun) / 1000)} s`);
      assert.ok(done.missed < next.count / 3, `${done.missed} of ${next.count} events had nothing to go to`);
      compared += done.compared;
    }
  };
  await Promise.all([lane(), lane()]);
  assert.ok(compared >= 6, `${compared} times beside the command`);
});

nodeTest.test('the same seed gives the same events, and another others', () => {
  const first = (seed) => {
    const next = events(dice(seed), { parameters: parameters(), languages: ['en'] });
    return JSON.stringify(Array.from({ length: 300 }, next));
  };
  assert.equal(first(1), first(1));
  assert.notEqual(first(1), first(2));
});

nodeTest.test('a list that goes wrong is made as short as it gets', async () => {
  const list = Array.from({ length: 200 }, (_, i) => i);
  const fails = async (some) => some.includes(17) && some.includes(150) && some.indexOf(17) < some.indexOf(150);
  assert.deepEqual(await shrink(list, fails, 60), [17, 150]);
});

nodeTest.test('a page that keeps what it should let go is found', { timeout: 120_000 }, async () => {
  const plant = `addEventListener('change', () => { (globalThis.kept ??= []).push(...Array.from({ length: 2000 }, () => document.createElement('i'))); }, true);`;
  const move = (at) => ({ do: 'slide', n: 0.5, to: at / 40, send: ['input', 'change'], at: '#capex' });
  const list = (count) => Array.from({ length: count }, (_, at) => move(at));
  const does = (list) => async () => {
    const opened = await begin(browser, site, { query: '?v=2&start=2026-10-07', viewport: { width: 1280, height: 800 }, plant });
    try {
      await play(opened, () => list.shift() ?? null);
    } finally {
      await opened.close();
    }
  };
  await assert.rejects(does(list(40)), /Nodes grew from/u);
  await assert.rejects(does([...list(40), { do: 'reload' }]), /Nodes grew from/u);
  // What the page before a reload kept, and what is little, is nobody's fault.
  await does([...list(5), { do: 'reload' }, ...list(5)])();
});

nodeTest.test('a fault that is planted is found, and its shortest list is printed with the seed', { timeout: 300_000 }, async () => {
  const plant = `addEventListener('change', ({ target }) => { if (target.id === 'tga') console.error('planted'); }, true);`;
  const look = { query: '?v=2&start=2026-10-07', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', plant };
  const error = await session(browser, site, { look, seed: 5, count: 400 }, { seconds: 60 }).then(() => assert.fail('not found'), (error) => error);
  assert.match(error.message, /^seed 5, 400 events/u);
  assert.match(error.message, /planted/u);
  const [, count] = /(\d+) events bring it about/u.exec(error.message);
  assert.ok(Number(count) <= 3, error.message);
  assert.match(error.message, /cargo xtask fuzz --replay/u);
});
