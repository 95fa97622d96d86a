// What Lighthouse says of the page as it is published, under an address of its own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { BASE, XTASK, fetchBelow, launch, root, serve, settled } from './harness.mjs';
import { auditor, missed, score } from './lighthouse.mjs';

/** Bytes on the line until the first input. */
const BUDGET = JSON.parse(readFileSync(path.join(root, 'xtask/src/check/budgets.json'), 'utf8')).first;
/** How far things may move while the page loads. */
const SHIFT = 0.01;

let folder, address, site;

/** A port that is free now: the address has to be known before the page is finished. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'bathtub-published-'));
  const port = await freePort();
  address = `http://127.0.0.1:${port}${BASE}`;
  const dir = path.join(folder, 'site');
  const [program, ...rest] = XTASK;
  const args = [...rest, 'build', '--site-url', address, '--from', path.join(root, 'dist'), '--to', dir];
  execFileSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  site = await serve({ dir, port });
});

after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What was fetched before the part that comes when the page rests. */
function first(report) {
  const urls = report.audits['network-requests'].details.items.map(({ url }) => url);
  // It comes with what it shares with others.
  const late = urls.findIndex((url) => /-(?:split_below|chunk_\d+)-/u.test(url));
  assert.ok(late > 0, 'the part that comes late is seen');
  const files = urls.slice(0, late).map((url) => new URL(url).pathname.slice(BASE.length) || 'index.html');
  return [...new Set(files)];
}

/** Bytes of a file as a static host sends it. */
function packed(file) {
  const plain = readFileSync(path.join(root, 'dist', file));
  return Math.min(plain.length, brotliCompressSync(plain).length);
}

/** Addresses that a page names for search engines and previews. */
const named = (page) =>
  page.evaluate(() => ({
    canonical: [...document.querySelectorAll('link[rel=canonical]')].map((link) => link.getAttribute('href')),
    alternate: [...document.querySelectorAll('link[hreflang]')].map((link) => [link.hreflang, link.getAttribute('href')]),
    preview: [...document.querySelectorAll('meta[property="og:url"]')].map(({ content }) => content),
    picture: document.querySelector('meta[property="og:image"]').content,
    languages: [...document.querySelectorAll('#language option')].map(({ value }) => value),
  }));

test('a published page names its address in every language, one without an address names none', async () => {
  const bare = await serve();
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await settled(page);
    const { languages, ...published } = await named(page);
    assert.ok(languages.length > 1);
    assert.deepEqual(published, {
      canonical: [address],
      alternate: [['x-default', address], ...languages.map((tag) => [tag, `${address}?lang=${tag}`])],
      preview: [address],
      picture: `${address}social.png`,
    });
    assert.equal((await page.request.get(published.picture)).status(), 200);
    await page.goto(`${address}?lang=ru`);
    await settled(page);
    assert.deepEqual((await named(page)).canonical, [`${address}?lang=ru`], 'a language has its own original');
    await page.goto(bare.address);
    await settled(page);
    const { canonical, alternate, preview } = await named(page);
    assert.deepEqual({ canonical, alternate, preview }, { canonical: [], alternate: [], preview: [] });
  } finally {
    await browser.close();
    await bare.close();
  }
});

test('nothing moves on a slow phone, whenever the program comes', async () => {
  const browser = await launch();
  try {
    for (const delay of [0, 400, 900]) {
      const page = await browser.newPage({ viewport: { width: 412, height: 823 }, isMobile: true, hasTouch: true });
      await page.addInitScript(() => {
        globalThis.shift = 0;
        const add = (list) => list.getEntries().forEach(({ value }) => (globalThis.shift += value));
        new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
      });
      await page.route('**/*_bg-*.wasm', async (route) => {
        await new Promise((done) => setTimeout(done, delay));
        await route.continue();
      });
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(address);
      await settled(page);
      await fetchBelow(page);
      const shift = await page.evaluate(() => globalThis.shift);
      assert.ok(shift <= SHIFT, `a layout shift of ${shift} where the program comes ${delay} ms late`);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});

test('accessibility, best practices and search are at 100, little moves, little is fetched', { timeout: 120_000 }, async () => {
  const { audit, close } = await auditor();
  try {
    const onlyCategories = ['accessibility', 'best-practices', 'seo'];
    const onlyAudits = ['cumulative-layout-shift', 'layout-shifts', 'network-requests'];
    const report = await audit(address, { onlyCategories, onlyAudits });
    for (const category of onlyCategories) {
      assert.deepEqual(missed(report, category), [], category);
      assert.equal(score(report, category), 100, category);
    }
    for (const id of ['canonical', 'hreflang']) assert.equal(report.audits[id].score, 1, `${id} was looked at`);
    const shift = report.audits['cumulative-layout-shift'].numericValue;
    const moved = (report.audits['layout-shifts'].details?.items ?? []).map(({ score: by, node }) => `${node?.selector}: ${by}`);
    assert.ok(shift <= SHIFT, `a layout shift of ${shift}\n${moved.join('\n')}`);
    const bytes = first(report).reduce((sum, file) => sum + packed(file), 0);
    assert.ok(bytes > 100_000 && bytes <= BUDGET, `${bytes} bytes of ${BUDGET}`);
  } finally {
    close();
  }
});
