// Prints what a step of each slider costs, how long the tasks of a drag are on a slow processor, how long the
// page takes to be ready, and how many points Lighthouse gives it for performance.
import { LONG, SLIDERS, costOfInput, taskTimes } from './cost.mjs';
import { launch, open, serve } from './harness.mjs';
import { auditor, score } from './lighthouse.mjs';

/** Lighthouse's points for performance on a phone that the page is to have. */
const TARGET = 98;

const site = await serve();
const browser = await launch();
try {
  const starts = [];
  for (let i = 0; i < 5; i += 1) {
    const begun = performance.now();
    const { close } = await open(browser, site);
    starts.push(performance.now() - begun);
    await close();
  }
  starts.sort((a, b) => a - b);
  console.log(`ready after ${starts[2].toFixed(0)} ms (median of ${starts.length} fresh starts)`);

  const { page } = await open(browser, site);
  const show = (value) => value.toFixed(2).padStart(8);
  console.log('ms an input event   script   style  layout   total');
  for (const id of SLIDERS) {
    const { script, style, layout, total } = await costOfInput(page, id);
    console.log(`${id.padEnd(18)}${[script, style, layout, total].map(show).join('')}`);
  }
  // A frame of a drag is a task: the longest of each moment, and how many are long.
  const tasks = (await taskTimes(page, 'capex')).filter((task) => task > 5).toSorted((a, b) => a - b);
  const at = (share) => tasks[Math.floor((tasks.length - 1) * share)].toFixed(0);
  const long = tasks.filter((task) => task > LONG).length;
  console.log(
    `tasks of a drag at a quarter of the speed, Chromium ${browser.version()}: half take ${at(0.5)} ms or more, one of ten ${at(0.9)}, the longest ${at(1)}; ` +
      `${long} of ${tasks.length} are longer than ${LONG} ms (target: none)`,
  );
  await browser.close();

  const lighthouse = await auditor();
  try {
    const reports = [];
    for (let i = 0; i < 5; i += 1) reports.push(await lighthouse.audit(site.address, { onlyCategories: ['performance'] }));
    const middle = reports.toSorted((a, b) => score(a, 'performance') - score(b, 'performance'))[2];
    const of = (id) => `${id} ${middle.audits[id].displayValue}`;
    const parts = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
    console.log(
      `Lighthouse, a phone on a slow line: ${score(middle, 'performance')} for performance, ` +
        `the median of ${reports.length} (target: ${TARGET}); ${parts.map(of).join(', ')}`,
    );
  } finally {
    lighthouse.close();
  }
} finally {
  await browser.close();
  await site.close();
}
