// The site on an ordinary static host: below a path, under the policy, with less than a browser
// usually has.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { command, faults, settled, suite } from './harness.mjs';

const test = suite(nodeTest);

test('the page becomes ready without a fault', async ({ open }) => {
  const { page, record } = await open();
  await page.waitForTimeout(500);
  assert.deepEqual(faults(record), []);
});

test('the site says which version it is, for pages of any other', async ({ open, site }) => {
  const { page } = await open();
  const document = await page.evaluate((address) => fetch(address).then((answer) => answer.json()), `${site.address}version.json`);
  assert.deepEqual(Object.keys(document), ['version', 'model_version', 'data_date', 'module']);
  const { model_version: model, data_date: date } = command(['run']);
  assert.deepEqual([document.model_version, document.data_date, document.module], [model, date, 'module/index.js']);
});

test('nothing is stored but preferences, and no cookie', async ({ open }) => {
  const { page } = await open();
  assert.deepEqual(await page.context().cookies(), []);
  assert.equal(await page.evaluate(() => indexedDB.databases().then((all) => all.length)), 0);
});

test('the picture stands without scripts', async ({ open }) => {
  const { page, record } = await open({ javaScriptEnabled: false, ready: false });
  const picture = page.locator('#app > *');
  assert.ok((await picture.count()) > 0, 'the build draws the default scene into the page');
  assert.deepEqual(record.elsewhere, []);
});

test('a browser that cannot start the program says so', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/*.wasm*', (route) => route.fulfill({ status: 200, body: 'not a program' }));
  await page.goto(site.address);
  await settled(page, 'failed');
  await context.close();
});

test('a browser without WebAssembly says so', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(site.address);
  await settled(page, 'failed');
  await context.close();
});

test('a frame that may only run scripts becomes ready', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent(`<iframe sandbox="allow-scripts" src="${site.address}"></iframe>`);
  const frame = page.frameLocator('iframe');
  await frame.locator('html[data-state="ready"]').waitFor({ state: 'attached' });
  await context.close();
});
