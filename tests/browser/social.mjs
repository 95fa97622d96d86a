// Writes www/social.png, which other sites show for a link to the page: 1200 × 630, light.
import path from 'node:path';

import { launch, open, root, serve } from './harness.mjs';

const site = await serve();
const browser = await launch();
try {
  const { page } = await open(browser, site, {
    below: true,
    query: '?v=2&capex=1000&tga=700&dry=200',
    viewport: { width: 1200, height: 630 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  // The tub with its headline, large: everything else would be unreadable in a preview.
  await page.evaluate(() => {
    const { style } = document.querySelector('.scene');
    // As wide as the wide picture asks for, so that the whole tub is there.
    Object.assign(style, { display: 'block', position: 'fixed', inset: '0', zIndex: '99', padding: '10px 190px' });
    style.background = 'var(--ground)';
    document.querySelector('.scenarios').style.display = 'none';
    document.querySelector('.scene-card').hidden = true;
  });
  await page.waitForTimeout(800);
  await page.screenshot({ path: path.join(root, 'www', 'social.png') });
} finally {
  await browser.close();
  await site.close();
}
