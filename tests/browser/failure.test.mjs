// When the page cannot go on, it says so in plain words and saves the visitor's settings.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { settled, suite } from './harness.mjs';

const test = suite(nodeTest);

/** A page that something was done to before its own scripts ran. */
async function broken(browser, site, { script, route, query = '' }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (script) await page.addInitScript(script);
  if (route) await page.route(...route);
  await page.goto(site.address + query);
  await settled(page, 'failed');
  return { page, close: () => context.close() };
}

for (const [reason, how] of [
  ['webassembly', { script: () => delete globalThis.WebAssembly }],
  ['simd', { script: () => (WebAssembly.validate = () => false) }],
  ['start', { route: ['**/*.wasm*', (route) => route.abort()] }],
  ['start', { route: ['**/liquidity-bathtub-*.js*', (route) => route.fulfill({ status: 404 })] }],
]) {
  test(`words for what is missing: ${reason}`, async ({ browser, site }) => {
    const { page, close } = await broken(browser, site, how);
    const shown = page.locator('[data-failure]:visible');
    assert.equal(await shown.count(), 1);
    assert.equal(await shown.getAttribute('data-failure'), reason);
    assert.ok(await page.locator('.tub-scene:visible').first().isVisible(), 'the picture stands');
    await close();
  });
}

test('a panic shows version and settings and tells the host page', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    addEventListener('bathtub:failed', ({ detail }) => (globalThis.report = detail));
  });
  await page.goto(`${site.address}?v=2&capex=1000`);
  await settled(page);
  await page.waitForSelector('.group-fold', { state: 'attached' });
  // Another program on the page takes away what the app stands on.
  await page.evaluate(() => {
    Node.prototype.insertBefore = () => {
      throw new Error('taken away');
    };
    Node.prototype.removeChild = Node.prototype.insertBefore;
    const input = document.getElementById('tga');
    input.value = '700';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('.group-fold').open = true;
  });
  await settled(page, 'failed');
  assert.ok(await page.locator('[data-failure="panic"]').isVisible());
  const text = await page.locator('[data-failure-report]').textContent();
  assert.match(text, /model \d+\.\d+\.\d+, data of \d{4}-\d\d-\d\d/u);
  const link = await page.locator('[data-failure-link]').getAttribute('href');
  assert.match(link, /\?v=2&start=[\d-]+&capex=1000&tga=700$/u);
  const report = await page.evaluate(() => globalThis.report);
  assert.equal(report.link, link);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the report' }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  await context.close();
});

test('a failure is reported in the language of the address', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/*_bg*.wasm*', (route) => route.abort());
  await page.goto(`${site.address}?lang=ru`);
  await settled(page, 'failed');
  await page.waitForSelector('[data-failure="start"][lang="ru"]');
  assert.match(await page.locator('[data-failure="start"]').textContent(), /Ползунки не запустились/u);
  assert.equal(await page.locator('[data-failure-link]').textContent(), 'Открыть страницу заново');
  await context.close();
});

test('what breaks while it opens is opened without the settings of its address', async ({ browser, site }) => {
  const { page, close } = await broken(browser, site, {
    query: '?v=2&capex=900&lang=vi',
    script: () => {
      // As a stack at its end is told.
      addEventListener('DOMContentLoaded', () =>
        dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('out of bounds'), message: 'out of bounds' })),
      );
    },
  });
  assert.ok(await page.locator('[data-failure=opening]').isVisible());
  assert.equal(await page.locator('[data-failure-link]').getAttribute('href'), `${site.address}?lang=vi`);
  assert.match(await page.locator('[data-failure-report]').innerText(), /capex=900[^]*out of bounds/u);
  await close();
});
