// Prints what a step of each slider costs, and how long the page takes to be ready.
import { SLIDERS, costOfInput } from './cost.mjs';
import { launch, open, serve } from './harness.mjs';

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
} finally {
  await browser.close();
  await site.close();
}
