// Writes docs/screenshot.png, which the README shows: 1440 × 900, light, at rest, with an almost empty tank.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { launch, open, root, serve } from './harness.mjs';

const site = await serve();
const browser = await launch();
try {
  const { page } = await open(browser, site, {
    query: '?v=2&capex=1000&tga=200&dry=100',
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.waitForTimeout(1500);
  mkdirSync(path.join(root, 'docs'), { recursive: true });
  await page.screenshot({ path: path.join(root, 'docs', 'screenshot.png') });
} finally {
  await browser.close();
  await site.close();
}
