// `cargo xtask fuzz`: any number of events, from any seed; or a list again.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { launch, serve } from '../harness.mjs';
import { replay, session, sessions } from './monkey.mjs';

const { values } = parseArgs({
  options: { events: { type: 'string' }, seed: { type: 'string' }, replay: { type: 'string' } },
});
const site = await serve();
const browser = await launch();
let failed = false;
try {
  if (values.replay) {
    const said = await replay(browser, site, JSON.parse(readFileSync(values.replay, 'utf8')));
    failed = said !== null;
    console.log(said?.join('\n') ?? 'nothing went wrong');
  } else {
    const log = (text) => console.log(text);
    for (const one of sessions(Number(values.events), Number(values.seed), 4000)) {
      const begun = Date.now();
      try {
        const { compared, missed } = await session(browser, site, one, { seconds: 300, log });
        const seconds = ((Date.now() - begun) / 1000).toFixed(0);
        log(`seed ${one.seed}: ${one.count} events in ${seconds} s, ${missed} had nothing to go to; ${compared} times beside the command`);
      } catch (error) {
        failed = true;
        log(error.message);
      }
    }
  }
} finally {
  await browser.close();
  await site.close();
}
process.exitCode = failed ? 1 : 0;
