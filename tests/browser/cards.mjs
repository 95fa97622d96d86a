// Writes the pictures that previews show for each scenario and each article, 1200 × 630:
// www/scenarios/<key>/card.jpg and www/articles/<name>/card.jpg; and tests/browser/cards.json, what they
// say, which a test compares with the pages.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { launch, open, root, serve } from './harness.mjs';

const SIZE = { width: 1200, height: 630 };
const duck = readFileSync(path.join(root, 'www/icons/duck.svg'), 'base64');

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { width: 1200px; height: 630px; position: relative; overflow: hidden; background: #eef3f6; color: #102436; font-family: system-ui, "Noto Sans", sans-serif; }
  .picture { position: absolute; right: 0; top: 0; width: 826px; height: 630px; overflow: hidden; mask-image: linear-gradient(to right, transparent, black 70px); }
  .picture img { position: absolute; right: -2px; top: -3px; height: 637px; }
  .words { position: absolute; inset: 0 auto 0 0; width: 416px; padding: 44px 44px 40px 48px; display: flex; flex-direction: column; }
  .brand { display: flex; align-items: center; gap: 10px; font-size: 20px; color: #475a6b; }
  .brand img { width: 34px; height: 34px; }
  h1 { margin: 34px 0 20px; font-size: 42px; line-height: 1.13; text-wrap: balance; }
  .said { font-size: 22px; line-height: 1.35; color: #475a6b; text-wrap: pretty; }
  .numbers { margin-top: auto; display: grid; grid-template-columns: auto auto; gap: 14px 22px; justify-content: start; }
  .numbers span { display: block; font-size: 16px; color: #475a6b; }
  .numbers b { font-size: 28px; }
  .is-ample b { color: #1a6843; } .is-tight b { color: #7d5200; } .is-depleted b { color: #a03e08; } .is-crisis b { color: #9c1414; }
  .week { margin-top: 16px; font-size: 16px; color: #475a6b; }
`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The page at a setting, and what it shows: numbers, what moved most, the tub alone as a picture. */
async function shown(browser, site, query, choose) {
  const { page, close } = await open(browser, site, {
    below: true,
    query,
    viewport: SIZE,
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await choose?.(page);
  await page.waitForTimeout(800);
  const said = await page.locator('[data-headline]').innerText();
  const week = await page.locator('.player [role=slider], .player input[type=range]').first().getAttribute('aria-valuetext');
  const numbers = await page.locator('.readout').evaluateAll((all) =>
    all.map((one) => ({
      key: one.querySelector('output').dataset.readout,
      kind: [...one.classList].find((name) => name.startsWith('is-')) ?? '',
      name: one.querySelector('.readout-name').textContent.trim(),
      text: one.querySelector('output').textContent.trim(),
    })),
  );
  // The wide picture, whole: it asks for room. The level stands beside it, what can be pulled cannot.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      .scene { display: block !important; position: fixed; inset: 0; z-index: 99; padding: 10px 160px; background: var(--ground); }
      .scene-words, .scenarios, .scene-card, .scene-figure figcaption, .grabs, .label[data-part=water] { display: none !important; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  await page.waitForTimeout(400);
  const picture = await page.locator('.scene-figure .only-wide').first().screenshot();
  await close();
  return { said, week, numbers, picture };
}

/** Draws a card (a JPEG of some 70 kB) and writes it. */
async function card(browser, file, { name, text, numbers, week, picture }) {
  const page = await browser.newPage({ viewport: SIZE });
  const rows = numbers.map(({ kind, name: of, text: value }) => `<p class="${kind}"><span>${escaped(of)}</span><b>${escaped(value)}</b></p>`);
  await page.setContent(`<style>${STYLE}</style>
    <div class="picture"><img src="data:image/png;base64,${picture.toString('base64')}"></div>
    <div class="words">
      <p class="brand"><img src="data:image/svg+xml;base64,${duck}">The liquidity bathtub</p>
      <h1>${escaped(name)}</h1><p class="said">${escaped(text)}</p>
      <div class="numbers">${rows.join('')}</div><p class="week">${escaped(week)}</p>
    </div>`);
  // Three lines of the largest letters that fit.
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    for (let size = 44; size > 26; size -= 1) {
      heading.style.fontSize = `${size}px`;
      if (heading.scrollWidth <= heading.clientWidth && heading.clientHeight < size * 3.6) return;
    }
  });
  await page.waitForFunction(() => [...document.images].every((one) => one.complete));
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, type: 'jpeg', quality: 54 });
  await page.close();
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const plain = (html) => html.replaceAll('&amp;', '&').replace(/<[^>]+>/gu, '');

const site = await serve();
const browser = await launch();
const says = {};
try {
  const { page, close } = await open(browser, site, { query: '?v=2' });
  const scenarios = await page.locator('[data-scenario]').evaluateAll((all) =>
    all.map((one) => [one.dataset.scenario, one.querySelector('span').textContent]),
  );
  await close();
  for (const [key, name] of scenarios) {
    const { said, week, numbers, picture } = await shown(browser, site, '?v=2', async (at) => {
      await at.locator(`[data-scenario=${key}]`).click();
    });
    const file = path.join(root, 'www/scenarios', key, 'card.jpg');
    await card(browser, file, { name, text: said, numbers, week: capital(week), picture });
    says[key] = { name, said, week: capital(week), ...Object.fromEntries(numbers.map((one) => [one.key, one.text])) };
  }
  const articles = path.join(root, 'www/articles');
  for (const { name: folder } of readdirSync(articles, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const article = readFileSync(path.join(articles, folder, 'article.html'), 'utf8');
    const [, query] = /<a href="\{home\}\?([^"]+)">/u.exec(article);
    const [, name] = /<h1>(.+?)<\/h1>/u.exec(article);
    const [, first] = /<p>(.+?[.?!])(?:\s|<)/u.exec(article);
    const { week, numbers, picture } = await shown(browser, site, `?${query.replaceAll('&amp;', '&')}`);
    const file = path.join(articles, folder, 'card.jpg');
    await card(browser, file, { name: plain(name), text: plain(first), numbers, week: capital(week), picture });
  }
  writeFileSync(path.join(root, 'tests/browser/cards.json'), `${JSON.stringify(says, null, 1)}\n`);
} finally {
  await browser.close();
  await site.close();
}
