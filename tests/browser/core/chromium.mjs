// Chromium, driven by Playwright: the browser of the other tests.
import { readFile } from 'node:fs/promises';

import { faults, launch as launchChromium, open } from '../harness.mjs';
import { hands } from './hands.mjs';

export async function launch(site) {
  const browser = await launchChromium();
  return {
    async open(query) {
      const { page, record, close } = await open(browser, site, { query, ready: false, viewport: { width: 1280, height: 800 } });
      return {
        ...hands(page),
        async download(act) {
          const [file] = await Promise.all([page.waitForEvent('download'), act()]);
          return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
        },
        faults: async () => faults(record),
        close,
      };
    },
    close: () => browser.close(),
  };
}
