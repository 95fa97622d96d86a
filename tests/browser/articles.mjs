// Writes www/articles/<name>/picture.jpg: what readers without scripts see of each article's tub.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { launch, open, root, serve } from './harness.mjs';

const folder = path.join(root, 'www', 'articles');
const site = await serve();
const browser = await launch();
try {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const article = readFileSync(path.join(folder, name, 'article.html'), 'utf8');
    const [, query] = /<a href="\{home\}\?([^"]+)">/.exec(article);
    const { page, close } = await open(browser, site, {
      query: `?embed=1&levers=none&theme=light&${query.replaceAll('&amp;', '&')}`,
      viewport: { width: 1000, height: 700 },
      reducedMotion: 'reduce',
    });
    await page.waitForTimeout(800);
    await page.screenshot({ path: path.join(folder, name, 'picture.jpg'), type: 'jpeg', quality: 82 });
    await close();
  }
} finally {
  await browser.close();
  await site.close();
}
