// Writes www/social.png, which other sites show for a link to the page: 1200 × 630, light.
import path from 'node:path';

import { launch, open, root, serve } from './harness.mjs';

const site = await serve();
const browser = await launch();
try {
  const { page } = await open(browser, site, {
    query: '?v=2&capex=1000&tga=700&dry=200',
    viewport: { width: 1200, height: 630 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  // The tub with its headline, large: everything else would be unreadable in a preview.
  await page.evaluate(() => {
    const { style } = document.querySelector('.scene');
    Object.assign(style, { position: 'fixed', inset: '0', zIndex: '99', padding: '24px 110px' });
    style.background = 'var(--ground)';
    document.querySelector('.scene-card').hidden = true;
  });
  await page.waitForTimeout(800);
  await page.screenshot({ path: path.join(root, 'www', 'social.png') });
} finally {
  await browser.close();
  await site.close();
}
