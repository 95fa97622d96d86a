// How long an ensemble takes with one worker and with more, in one run: medians in milliseconds.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { installed } from './package.mjs';

const DRAWS = 1024;
const TIMES = 21;

const place = installed();
const { ensemble } = await import(pathToFileURL(path.join(place.home, 'node.js')));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
/** Of the level alone, as the issue of speed is about draws. */
const once = async (workers, capex) => {
  const begun = performance.now();
  await ensemble({ capex }, { draws: DRAWS, series: ['level'], workers });
  return performance.now() - begun;
};
const counts = [1, 2, 4];
const taken = new Map(counts.map((count) => [count, []]));
for (let i = 0; i < TIMES + 3; i += 1) {
  // By turns, that whatever else the machine does meets all of them.
  for (const count of counts) {
    const time = await once(count, 700 + i);
    if (i >= 3) taken.get(count).push(time);
  }
}
for (const [count, times] of taken) console.log(count, median(times).toFixed(2));
place.remove();
