// Chromium, driven by Playwright: the browser of the other tests.
import { readFile } from 'node:fs/promises';

import { faults, launch as launchChromium, open } from '../harness.mjs';

export async function launch(site) {
  const browser = await launchChromium();
  return {
    async open(query) {
      const { page, record, close } = await open(browser, site, { query, ready: false, viewport: { width: 1280, height: 800 } });
      return {
        evaluate: (work, value) => page.evaluate(work, value),
        press: (key) => page.keyboard.press(key),
        async drag([x, y], [toX, toY]) {
          await page.mouse.move(x, y);
          await page.mouse.down();
          await page.mouse.move(toX, toY, { steps: 4 });
          await page.mouse.up();
        },
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
