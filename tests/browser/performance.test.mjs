// The water must answer in the frame of the input, on slower machines than the builder's too.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { LONG, SLIDERS, costOfInput, slowness, taskTimes } from './cost.mjs';
import { suite } from './harness.mjs';

/** Half of a frame at 60 Hz: the rest is the browser's for painting. */
const MILLISECONDS_AN_EVENT = 8;

/** Clocks run on while other programs have the processor: what is slow by itself is so each time. */
const ATTEMPTS = 10;

const test = suite(nodeTest);

/** Runs a measurement until its worst part is within the limit, the machine's slowness granted. */
async function within(page, limit, measure) {
  const seen = [];
  for (let i = 0; i < ATTEMPTS; i += 1) {
    const before = await slowness(page);
    const taken = await measure();
    const slow = Math.max(before, await slowness(page));
    seen.push(`${taken.toFixed(1)} ms on a machine ${slow.toFixed(2)} times as slow`);
    if (taken <= limit * slow) return;
  }
  assert.fail(`more than ${limit} ms: ${seen.join('; ')}`);
}

for (const id of SLIDERS) {
  test(`a step of ${id} costs at most ${MILLISECONDS_AN_EVENT} ms`, async ({ open }) => {
    const { page } = await open();
    await within(page, MILLISECONDS_AN_EVENT, async () => (await costOfInput(page, id)).total);
  });
}

test(`with two tubs a step of capex costs at most ${MILLISECONDS_AN_EVENT} ms`, async ({ open }) => {
  const { page } = await open({ query: '?v=2&start=2026-10-07&show=two', below: true });
  await page.waitForSelector('.tub-second .tub-scene');
  await within(page, MILLISECONDS_AN_EVENT, async () => (await costOfInput(page, 'capex')).total);
});

/** A drag is looked at in parts: a moment in which the machine was busy costs one of them. */
const [STEPS, PART] = [60, 2];

test('no long task while dragging at a quarter of the speed', async ({ open }) => {
  const { page } = await open();
  for (let first = 1; first <= STEPS; first += PART) {
    const part = { events: STEPS, first, last: first + PART - 1 };
    await within(page, LONG, async () => Math.max(...(await taskTimes(page, 'capex', part))));
  }
});
