// The water must answer in the frame of the input, on slower machines than the builder's too.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { SLIDERS, costOfInput, longTasks } from './cost.mjs';
import { suite } from './harness.mjs';

/** Half of a frame at 60 Hz: the rest is the browser's for painting. */
const MILLISECONDS_AN_EVENT = 8;

/** Clocks run on while other programs have the processor: what is slow by itself is so each time. */
const ATTEMPTS = 5;

const test = suite(nodeTest);

for (const id of SLIDERS) {
  test(`a step of ${id} costs at most ${MILLISECONDS_AN_EVENT} ms`, async ({ open }) => {
    const { page } = await open();
    let least = Infinity;
    for (let i = 0; i < ATTEMPTS && least > MILLISECONDS_AN_EVENT; i += 1) {
      least = Math.min(least, (await costOfInput(page, id)).total);
    }
    assert.ok(least <= MILLISECONDS_AN_EVENT, `${least.toFixed(1)} ms of script, style and layout`);
  });
}

test('no long task while dragging at a quarter of the speed', async ({ open }) => {
  const { page } = await open();
  let tasks = [0];
  for (let i = 0; i < ATTEMPTS && tasks.length > 0; i += 1) {
    tasks = await longTasks(page, 'capex');
  }
  assert.deepEqual(tasks, []);
});
